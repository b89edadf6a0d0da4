// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reports/reports_actions.h"

namespace rapport::ui {

std::span<const ActionRow> reportsActions() {
    return {};
}

} // namespace rapport::ui
