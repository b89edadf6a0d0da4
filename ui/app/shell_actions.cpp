// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/shell_actions.h"

#include <array>

namespace rapport::ui {

namespace {

constexpr ActionContext always = ActionContext::Global;
constexpr ActionContext study = ActionContext::Study;
constexpr Binding key = Binding::Shortcut;

constexpr std::array rows{
    ActionRow{"file.new", QT_TRANSLATE_NOOP("Actions", "New study from the template…"), "Ctrl+N", always,
              ActionMenu::File, "plus"},
    ActionRow{"file.open", QT_TRANSLATE_NOOP("Actions", "Open…"), "Ctrl+O", always, ActionMenu::File,
              "sources"},
    ActionRow{"file.sample", QT_TRANSLATE_NOOP("Actions", "Open the sample study"), "", always,
              ActionMenu::File, "play"},
    ActionRow{"file.window", QT_TRANSLATE_NOOP("Actions", "New window"), "Ctrl+Shift+N", always,
              ActionMenu::File, ""},
    ActionRow{"file.import", QT_TRANSLATE_NOOP("Actions", "Import…"), "Ctrl+I", study, ActionMenu::File,
              "import", key, false, true},
    ActionRow{"file.export", QT_TRANSLATE_NOOP("Actions", "Export…"), "", study, ActionMenu::File, "export"},
    ActionRow{"file.copy", QT_TRANSLATE_NOOP("Actions", "Save a copy…"), "", study, ActionMenu::File,
              "export"},
    ActionRow{"file.backups", QT_TRANSLATE_NOOP("Actions", "Backups…"), "", study, ActionMenu::File,
              "history"},
    ActionRow{"file.save", QT_TRANSLATE_NOOP("Actions", "Is everything saved?"), "Ctrl+S", study,
              ActionMenu::File, "check"},
    ActionRow{"file.close", QT_TRANSLATE_NOOP("Actions", "Close the study"), "Ctrl+W", study,
              ActionMenu::File, "", key, false, true},
    ActionRow{"file.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", always, ActionMenu::File, ""},
    ActionRow{"edit.undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", study, ActionMenu::Edit, "undo"},
    ActionRow{"edit.redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z; Ctrl+Y", study,
              ActionMenu::Edit, "redo"},
    ActionRow{"view.larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), "Ctrl++; Ctrl+=", always,
              ActionMenu::View, ""},
    ActionRow{"view.smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "Ctrl+-", always,
              ActionMenu::View, ""},
    ActionRow{"view.normal", QT_TRANSLATE_NOOP("Actions", "Normal text size"), "Ctrl+0", always,
              ActionMenu::View, ""},
    ActionRow{"view.rail", QT_TRANSLATE_NOOP("Actions", "Narrow activity bar"), "Ctrl+B", study,
              ActionMenu::View, "panel", key, true, true},
    ActionRow{"view.system", QT_TRANSLATE_NOOP("Actions", "Theme of the system"), "", always,
              ActionMenu::View, "", key, true, true},
    ActionRow{"view.light", QT_TRANSLATE_NOOP("Actions", "Light theme"), "", always, ActionMenu::View, "",
              key, true},
    ActionRow{"view.dark", QT_TRANSLATE_NOOP("Actions", "Dark theme"), "", always, ActionMenu::View, "", key,
              true},
    ActionRow{"view.contrast", QT_TRANSLATE_NOOP("Actions", "High contrast"), "", always, ActionMenu::View,
              "", key, true},
    ActionRow{"view.language", QT_TRANSLATE_NOOP("Actions", "Nederlands"), "", always, ActionMenu::View,
              "language"},
    ActionRow{"go.palette", QT_TRANSLATE_NOOP("Actions", "Find an action, code or source"), "Ctrl+K", always,
              ActionMenu::Go, "search"},
    ActionRow{"go.activity1", QT_TRANSLATE_NOOP("Actions", "Activity 1"), "Alt+1", study, ActionMenu::Go, "",
              key, false, true},
    ActionRow{"go.activity2", QT_TRANSLATE_NOOP("Actions", "Activity 2"), "Alt+2", study, ActionMenu::Go, ""},
    ActionRow{"go.activity3", QT_TRANSLATE_NOOP("Actions", "Activity 3"), "Alt+3", study, ActionMenu::Go, ""},
    ActionRow{"go.activity4", QT_TRANSLATE_NOOP("Actions", "Activity 4"), "Alt+4", study, ActionMenu::Go, ""},
    ActionRow{"go.activity5", QT_TRANSLATE_NOOP("Actions", "Activity 5"), "Alt+5", study, ActionMenu::Go, ""},
    ActionRow{"go.activity6", QT_TRANSLATE_NOOP("Actions", "Activity 6"), "Alt+6", study, ActionMenu::Go, ""},
    ActionRow{"go.activity7", QT_TRANSLATE_NOOP("Actions", "Activity 7"), "Alt+7", study, ActionMenu::Go, ""},
    ActionRow{"go.activity8", QT_TRANSLATE_NOOP("Actions", "Activity 8"), "Alt+8", study, ActionMenu::Go, ""},
    ActionRow{"go.activity9", QT_TRANSLATE_NOOP("Actions", "Activity 9"), "Alt+9", study, ActionMenu::Go, ""},
    ActionRow{"tools.viewer", QT_TRANSLATE_NOOP("Actions", "Who is looking…"), "", study, ActionMenu::Tools,
              "user"},
    ActionRow{"tools.instrument", QT_TRANSLATE_NOOP("Actions", "Case and questions…"), "", study,
              ActionMenu::Tools, "sources"},
    ActionRow{"tools.history", QT_TRANSLATE_NOOP("Actions", "History of the study…"), "Ctrl+Shift+H", study,
              ActionMenu::Tools, "history"},
    ActionRow{"tools.settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), "Ctrl+,", always,
              ActionMenu::Tools, "settings", key, false, true},
    ActionRow{"help.manual", QT_TRANSLATE_NOOP("Actions", "Manual"), "Shift+F1", always, ActionMenu::Help,
              "open-book"},
    ActionRow{"help.shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "Ctrl+/", always,
              ActionMenu::Help, "table"},
    ActionRow{"help.tour", QT_TRANSLATE_NOOP("Actions", "Tour of the window"), "", study, ActionMenu::Help,
              "play"},
#ifndef NDEBUG
    ActionRow{"help.gallery", QT_TRANSLATE_NOOP("Actions", "Components"), "", always, ActionMenu::Help,
              "overview"},
#endif
    ActionRow{"help.about", QT_TRANSLATE_NOOP("Actions", "About Rapport"), "", always, ActionMenu::Help,
              "info"},
};

} // namespace

std::span<const ActionRow> shellActions() {
    return rows;
}

} // namespace rapport::ui
