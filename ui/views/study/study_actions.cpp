// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/study_actions.h"

namespace rapport::ui {

std::span<const ActionRow> studyActions() {
    return {};
}

} // namespace rapport::ui
