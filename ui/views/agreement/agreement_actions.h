// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the action table for this area; see app/actions.h.
#pragma once

#include "ui/app/actions.h"

namespace rapport::ui {

[[nodiscard]] std::span<const ActionRow> agreementActions();

} // namespace rapport::ui
