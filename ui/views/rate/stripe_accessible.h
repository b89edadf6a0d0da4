// SPDX-License-Identifier: GPL-3.0-or-later
// Stripes as screen readers see them: a list with one entry per coding, which can be chosen.
#pragma once

namespace rapport::ui {

/// Once per program; StripePane does it.
void installStripeAccessibility();

} // namespace rapport::ui
