// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/search_actions.h"

#include <array>

namespace rapport::ui {

namespace {

constexpr ActionContext here = ActionContext::Search;

constexpr std::array rows{
    ActionRow{"search.focus", QT_TRANSLATE_NOOP("Actions", "Type a query"), "Ctrl+F", here, ActionMenu::Go,
              "search", Binding::Shortcut, false, true},
    ActionRow{"search.next", QT_TRANSLATE_NOOP("Actions", "Next hit"), "F3", here, ActionMenu::Go, ""},
    ActionRow{"search.previous", QT_TRANSLATE_NOOP("Actions", "Previous hit"), "Shift+F3", here,
              ActionMenu::Go, ""},
    ActionRow{"search.open", QT_TRANSLATE_NOOP("Actions", "Open the hit in its source"), "Return; Enter",
              here, ActionMenu::Go, "", Binding::View},
    ActionRow{"search.guide", QT_TRANSLATE_NOOP("Actions", "Query language"), "F1", here, ActionMenu::Help,
              "info"},
    ActionRow{"search.index", QT_TRANSLATE_NOOP("Actions", "Make the search index anew"), "", here,
              ActionMenu::Tools, ""},
};

} // namespace

std::span<const ActionRow> searchActions() {
    return rows;
}

} // namespace rapport::ui
