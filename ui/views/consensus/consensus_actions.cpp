// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/consensus/consensus_actions.h"

#include <array>

namespace rapport::ui {

namespace {

constexpr ActionContext here = ActionContext::Consensus;

constexpr std::array rows{
    ActionRow{"consensus.settle", QT_TRANSLATE_NOOP("Actions", "Settle and next"), "Ctrl+Enter; Ctrl+Return",
              here, ActionMenu::Code, "check", Binding::Shortcut, false, true},
    ActionRow{"consensus.previous", QT_TRANSLATE_NOOP("Actions", "Previous difference"), "PgUp", here,
              ActionMenu::Go, "", Binding::Shortcut, false, true},
    ActionRow{"consensus.later", QT_TRANSLATE_NOOP("Actions", "Later: to the next difference"), "PgDown",
              here, ActionMenu::Go, ""},
    ActionRow{"consensus.back", QT_TRANSLATE_NOOP("Actions", "Take back what was settled"), "Ctrl+Backspace",
              here, ActionMenu::Code, "undo"},
    ActionRow{"consensus.remark", QT_TRANSLATE_NOOP("Actions", "Remark for the codebook…"), "F2", here,
              ActionMenu::Code, "memo"},
    ActionRow{"consensus.define", QT_TRANSLATE_NOOP("Actions", "Change the definition…"), "Shift+F2", here,
              ActionMenu::Code, "codebook"},
};

} // namespace

std::span<const ActionRow> consensusActions() {
    return rows;
}

} // namespace rapport::ui
