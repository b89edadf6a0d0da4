// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the action table for settling disagreements.
#pragma once

#include "ui/app/actions.h"

namespace rapport::ui {

[[nodiscard]] std::span<const ActionRow> consensusActions();

} // namespace rapport::ui
