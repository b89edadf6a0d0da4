// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/search_actions.h"

namespace rapport::ui {

std::span<const ActionRow> searchActions() {
    return {};
}

} // namespace rapport::ui
