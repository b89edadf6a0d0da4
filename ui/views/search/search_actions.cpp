// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/search_actions.h"

#include <array>

namespace rapport::ui {

namespace {

constexpr ActionContext here = ActionContext::Search;

constexpr std::array rows{
    onArrival(ActionRow{"search.focus", QT_TRANSLATE_NOOP("Actions", "Type a query"), "Ctrl+F", here,
                        ActionMenu::Go, "search", Binding::Shortcut, false, true}),
    ActionRow{"search.next", QT_TRANSLATE_NOOP("Actions", "Next hit"), "F3", here, ActionMenu::Go, ""},
    ActionRow{"search.previous", QT_TRANSLATE_NOOP("Actions", "Previous hit"), "Shift+F3", here,
              ActionMenu::Go, ""},
    ActionRow{"search.open", QT_TRANSLATE_NOOP("Actions", "Open the hit in its source"), "Return; Enter",
              here, ActionMenu::Go, "", Binding::View},
    onArrival(ActionRow{"search.lines", QT_TRANSLATE_NOOP("Actions", "Lines with their context"), "Ctrl+1",
                        here, ActionMenu::View, "sort", Binding::Shortcut, false, true}),
    onArrival(ActionRow{"search.texts", QT_TRANSLATE_NOOP("Actions", "Texts that match, best first"),
                        "Ctrl+2", here, ActionMenu::View, ""}),
    onArrival(ActionRow{"search.counts", QT_TRANSLATE_NOOP("Actions", "Lines counted, words beside them"),
                        "Ctrl+3", here, ActionMenu::View, ""}),
    onArrival(ActionRow{"search.spread", QT_TRANSLATE_NOOP("Actions", "Where in the texts the lines stand"),
                        "Ctrl+4", here, ActionMenu::View, ""}),
    onArrival(ActionRow{"search.words",
                        QT_TRANSLATE_NOOP("Actions", "Words and sequences typical of these texts"), "Ctrl+5",
                        here, ActionMenu::View, ""}),
    ActionRow{"search.within", QT_TRANSLATE_NOOP("Actions", "Search within what was found"), "Ctrl+Shift+F",
              here, ActionMenu::Go, "filter"},
    ActionRow{"search.similar", QT_TRANSLATE_NOOP("Actions", "Texts like the ticked ones, or this one"),
              "Ctrl+L", here, ActionMenu::Go, ""},
    ofStudy(ActionRow{"search.samples", QT_TRANSLATE_NOOP("Actions", "Samples of lines, judged blind…"), "",
                      here, ActionMenu::Tools, ""}),
    ActionRow{"search.tick", QT_TRANSLATE_NOOP("Actions", "Tick the line"), "Space", here, ActionMenu::Code,
              "check", Binding::View},
    ActionRow{"search.code", QT_TRANSLATE_NOOP("Actions", "Code the ticked lines, or all…"),
              "Ctrl+Return; Ctrl+Enter", here, ActionMenu::Code, ""},
    ActionRow{"search.hide", QT_TRANSLATE_NOOP("Actions", "Hide the line, or the ticked ones…"), "Del", here,
              ActionMenu::Code, "eye-off", Binding::View},
    ActionRow{"search.save", QT_TRANSLATE_NOOP("Actions", "Save the search…"), "Ctrl+Shift+S", here,
              ActionMenu::File, "", Binding::Shortcut, false, true},
    onArrival(ActionRow{"search.saved", QT_TRANSLATE_NOOP("Actions", "Saved searches"), "Ctrl+Shift+O", here,
                        ActionMenu::None, ""}),
    ActionRow{"search.table", QT_TRANSLATE_NOOP("Actions", "Write the lines to a table…"), "Ctrl+E", here,
              ActionMenu::File, "export"},
    onArrival(ActionRow{"search.guide", QT_TRANSLATE_NOOP("Actions", "Query language"), "F1", here,
                        ActionMenu::Help, "info"}),
    ofStudy(ActionRow{"search.index", QT_TRANSLATE_NOOP("Actions", "Make the search index anew"), "", here,
                      ActionMenu::Tools, ""}),
};

} // namespace

std::span<const ActionRow> searchActions() {
    return rows;
}

} // namespace rapport::ui
