// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/rate_actions.h"

#include <array>

namespace rapport::ui {

namespace {

constexpr ActionContext here = ActionContext::Rate;
constexpr ActionMenu menu = ActionMenu::Code;

constexpr std::array rows{
    ActionRow{"rate.complete", QT_TRANSLATE_NOOP("Actions", "Complete and next"), "Return; Enter", here, menu,
              "check", Binding::View},
    ActionRow{"rate.completeStay", QT_TRANSLATE_NOOP("Actions", "Complete and stay"),
              "Shift+Return; Shift+Enter", here, menu, "", Binding::View},
    ActionRow{"rate.reopen", QT_TRANSLATE_NOOP("Actions", "Open it again"), "", here, menu, ""},
    ActionRow{"rate.next", QT_TRANSLATE_NOOP("Actions", "Next answer"), "PgDown", here, ActionMenu::Go, "",
              Binding::View, false, true},
    ActionRow{"rate.previous", QT_TRANSLATE_NOOP("Actions", "Previous answer"), "PgUp", here, ActionMenu::Go,
              "", Binding::View},
    ActionRow{"rate.nextUndone", QT_TRANSLATE_NOOP("Actions", "Next undone"), "Ctrl+PgDown", here,
              ActionMenu::Go, ""},
    ActionRow{"rate.previousUndone", QT_TRANSLATE_NOOP("Actions", "Previous undone"), "Ctrl+PgUp", here,
              ActionMenu::Go, ""},
    ActionRow{"rate.first", QT_TRANSLATE_NOOP("Actions", "First"), "Ctrl+Home", here, ActionMenu::Go, ""},
    ActionRow{"rate.last", QT_TRANSLATE_NOOP("Actions", "Last"), "Ctrl+End", here, ActionMenu::Go, ""},
    onArrival(ActionRow{"rate.number", QT_TRANSLATE_NOOP("Actions", "Go to number…"), "Ctrl+G", here,
                        ActionMenu::Go, ""}),
    ActionRow{"rate.nextTurn", QT_TRANSLATE_NOOP("Actions", "Next turn"), "Ctrl+Down", here, ActionMenu::Go,
              "", Binding::View},
    ActionRow{"rate.previousTurn", QT_TRANSLATE_NOOP("Actions", "Previous turn"), "Ctrl+Up", here,
              ActionMenu::Go, "", Binding::View},
    ActionRow{"rate.nextMatch", QT_TRANSLATE_NOOP("Actions", "Next coding or match"), "F3", here,
              ActionMenu::Go, ""},
    ActionRow{"rate.previousMatch", QT_TRANSLATE_NOOP("Actions", "Previous coding or match"), "Shift+F3",
              here, ActionMenu::Go, ""},
    ActionRow{"rate.selectSentence", QT_TRANSLATE_NOOP("Actions", "Select the sentence; again: one more"),
              "Alt+Up", here, menu, "", Binding::View, false, true},
    ActionRow{"rate.selectAll", QT_TRANSLATE_NOOP("Actions", "Select the whole answer or turn"), "Alt+Down",
              here, menu, "", Binding::View},
    ActionRow{"rate.extend", QT_TRANSLATE_NOOP("Actions", "Move the end of the chosen coding"), "Alt+Right",
              here, menu, "", Binding::View},
    ActionRow{"rate.shrink", QT_TRANSLATE_NOOP("Actions", "Move the end back"), "Alt+Left", here, menu, "",
              Binding::View},
    ActionRow{"rate.step", QT_TRANSLATE_NOOP("Actions", "Move by word or by character"), "F5", here, menu,
              ""},
    ActionRow{"rate.cycle", QT_TRANSLATE_NOOP("Actions", "Next coding at the caret"), "F8", here, menu, ""},
    ActionRow{"rate.cycleBack", QT_TRANSLATE_NOOP("Actions", "Previous coding at the caret"), "Shift+F8",
              here, menu, ""},
    ActionRow{"rate.recode", QT_TRANSLATE_NOOP("Actions", "Change the code, then its key"), "F7", here, menu,
              ""},
    ActionRow{"rate.withdraw", QT_TRANSLATE_NOOP("Actions", "Withdraw the chosen coding"), "Del", here, menu,
              "", Binding::View},
    ActionRow{"rate.definition", QT_TRANSLATE_NOOP("Actions", "Definition of the code"), "F1", here, menu,
              "info", Binding::Shortcut, false, true},
    ActionRow{"rate.memo", QT_TRANSLATE_NOOP("Actions", "Memo"), "F2", here, menu, "memo"},
    ActionRow{"rate.flag", QT_TRANSLATE_NOOP("Actions", "Flag"), "F4", here, menu, "flag"},
    ActionRow{"rate.inVivo", QT_TRANSLATE_NOOP("Actions", "In-vivo code from the selection"), "Ins", here,
              menu, "", Binding::View},
    ActionRow{"rate.piece", QT_TRANSLATE_NOOP("Actions", "Code by turn, by sentence or freely"),
              "Ctrl+Shift+U", here, menu, ""},
    ActionRow{"rate.stripes", QT_TRANSLATE_NOOP("Actions", "Stripes of the chosen code alone, or all"),
              "Ctrl+Shift+L", here, menu, ""},
    onArrival(ActionRow{"rate.filter", QT_TRANSLATE_NOOP("Actions", "Filter codes"), "Ctrl+F", here, menu,
                        "filter"}),
    onArrival(ActionRow{"rate.one", QT_TRANSLATE_NOOP("Actions", "One answer"), "Ctrl+1", here,
                        ActionMenu::View, "answer", Binding::Shortcut, false, true}),
    onArrival(ActionRow{"rate.grid", QT_TRANSLATE_NOOP("Actions", "Grid of all answers"), "Ctrl+2", here,
                        ActionMenu::View, "table"}),
    onArrival(ActionRow{"rate.transcripts", QT_TRANSLATE_NOOP("Actions", "Transcripts"), "Ctrl+3", here,
                        ActionMenu::View, "transcript"}),
    ActionRow{"rate.sort", QT_TRANSLATE_NOOP("Actions", "Sort by this column"), "Ctrl+Shift+O", here,
              ActionMenu::View, "sort"},
    ActionRow{"rate.nextPane", QT_TRANSLATE_NOOP("Actions", "Next pane"), "F6", here, ActionMenu::View, "",
              Binding::Shortcut, false, true},
    ActionRow{"rate.previousPane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), "Shift+F6", here,
              ActionMenu::View, ""},
    onArrival(ActionRow{"rate.case", QT_TRANSLATE_NOOP("Actions", "Case and question"), "F9", here,
                        ActionMenu::View, "open-book", Binding::Shortcut, true}),
    onArrival(ActionRow{"rate.only", QT_TRANSLATE_NOOP("Actions", "Only the answer"), "F11", here,
                        ActionMenu::View, "", Binding::Shortcut, true}),
};

} // namespace

std::span<const ActionRow> rateActions() {
    return rows;
}

} // namespace rapport::ui
