// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the action table that belong to the analysis view; see app/actions.h.
#pragma once

#include "ui/app/actions.h"

namespace rapport::ui {

[[nodiscard]] std::span<const ActionRow> analysisActions();

} // namespace rapport::ui
