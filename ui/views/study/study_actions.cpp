// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/study_actions.h"

#include <array>

namespace rapport::ui {

namespace {

constexpr Binding key = Binding::Shortcut;

constexpr std::array rows{
    ofStudy(ActionRow{"overview.rater", QT_TRANSLATE_NOOP("Actions", "Add a rater…"), "",
                      ActionContext::Overview, ActionMenu::Tools, "user", key, false, true}),
    ofStudy(ActionRow{"overview.assign", QT_TRANSLATE_NOOP("Actions", "Assign a round…"), "Ctrl+Shift+A",
                      ActionContext::Overview, ActionMenu::Tools, "shuffle"}),
    ofStudy(ActionRow{"overview.reassign", QT_TRANSLATE_NOOP("Actions", "Give open texts to others…"), "",
                      ActionContext::Overview, ActionMenu::Tools, "user"}),
    ofStudy(ActionRow{"overview.rename", QT_TRANSLATE_NOOP("Actions", "Rename a rater or a round…"), "",
                      ActionContext::Overview, ActionMenu::Tools, "user"}),
    ofStudy(ActionRow{"overview.open", QT_TRANSLATE_NOOP("Actions", "Open a round…"), "",
                      ActionContext::Overview, ActionMenu::Tools, "eye"}),
    ofStudy(ActionRow{"overview.pack", QT_TRANSLATE_NOOP("Actions", "Coding pack for a rater…"), "",
                      ActionContext::Overview, ActionMenu::Tools, "export"}),
    ofStudy(ActionRow{"overview.merge", QT_TRANSLATE_NOOP("Actions", "Bring packs back…"), "",
                      ActionContext::Overview, ActionMenu::Tools, "merge"}),
    ofStudy(ActionRow{"overview.self", QT_TRANSLATE_NOOP("Actions", "You rate too…"), "",
                      ActionContext::Overview, ActionMenu::Tools, "rate"}),
    ofStudy(ActionRow{"overview.pace", QT_TRANSLATE_NOOP("Actions", "Show or hide how fast raters work"), "",
                      ActionContext::Overview, ActionMenu::Tools, "clock"}),
    ofStudy(ActionRow{"overview.audit", QT_TRANSLATE_NOOP("Actions", "Export the audit trail…"), "",
                      ActionContext::Overview, ActionMenu::Tools, "export"}),
    onArrival(ActionRow{"overview.figure",
                        QT_TRANSLATE_NOOP("Actions", "Save the figure of agreement so far…"), "Ctrl+E",
                        ActionContext::Overview, ActionMenu::Tools, "export"}),
    onArrival(ActionRow{"sources.filter", QT_TRANSLATE_NOOP("Actions", "Filter the sources"), "Ctrl+F; /",
                        ActionContext::Sources, ActionMenu::Edit, "filter", key, false, true}),
    ActionRow{"sources.memo", QT_TRANSLATE_NOOP("Actions", "Memo on the text"), "F2", ActionContext::Sources,
              ActionMenu::Tools, "memo"},
    ActionRow{"sources.history", QT_TRANSLATE_NOOP("Actions", "History of this text…"), "Ctrl+H",
              ActionContext::Sources, ActionMenu::Tools, "history", key, false, true},
    ActionRow{"sources.redact", QT_TRANSLATE_NOOP("Actions", "Blot out the selected words…"), "",
              ActionContext::Sources, ActionMenu::Tools, "eye-off"},
    ofStudy(ActionRow{"sources.forget", QT_TRANSLATE_NOOP("Actions", "A participant withdraws…"), "",
                      ActionContext::Sources, ActionMenu::Tools, "user"}),
    onArrival(ActionRow{"codebook.filter", QT_TRANSLATE_NOOP("Actions", "Filter the codes"), "Ctrl+F",
                        ActionContext::Codebook, ActionMenu::Edit, "filter", key, false, true}),
    ActionRow{"codebook.add", QT_TRANSLATE_NOOP("Actions", "Add a code"), "Ins", ActionContext::Codebook,
              ActionMenu::Code, "plus"},
    ofStudy(ActionRow{"codebook.variable", QT_TRANSLATE_NOOP("Actions", "New variable…"), "Ctrl+Shift+Ins",
                      ActionContext::Codebook, ActionMenu::Code, "plus"}),
    ActionRow{"codebook.scope", QT_TRANSLATE_NOOP("Actions", "What the variable applies to…"), "",
              ActionContext::Codebook, ActionMenu::Code, ""},
    ActionRow{"codebook.pick", QT_TRANSLATE_NOOP("Actions", "Examples from what was coded…"), "Ctrl+E",
              ActionContext::Codebook, ActionMenu::Code, "quote"},
    ActionRow{"codebook.up", QT_TRANSLATE_NOOP("Actions", "Move the code up"), "Alt+Up",
              ActionContext::Codebook, ActionMenu::Code, "chevron-up"},
    ActionRow{"codebook.down", QT_TRANSLATE_NOOP("Actions", "Move the code down"), "Alt+Down",
              ActionContext::Codebook, ActionMenu::Code, "chevron-down"},
    ActionRow{"codebook.nest", QT_TRANSLATE_NOOP("Actions", "Put the code under the one above"), "Alt+Right",
              ActionContext::Codebook, ActionMenu::Code, "chevron-right"},
    ActionRow{"codebook.unnest", QT_TRANSLATE_NOOP("Actions", "Take the code one level out"), "Alt+Left",
              ActionContext::Codebook, ActionMenu::Code, "chevron-left"},
    ActionRow{"codebook.rename", QT_TRANSLATE_NOOP("Actions", "Rename the code…"), "F2",
              ActionContext::Codebook, ActionMenu::Code, "", key, false, true},
    ActionRow{"codebook.merge", QT_TRANSLATE_NOOP("Actions", "Merge codes…"), "Ctrl+M",
              ActionContext::Codebook, ActionMenu::Code, "merge"},
    ActionRow{"codebook.split", QT_TRANSLATE_NOOP("Actions", "Split the code…"), "", ActionContext::Codebook,
              ActionMenu::Code, "split"},
    ofStudy(ActionRow{"codebook.recode", QT_TRANSLATE_NOOP("Actions", "Codings of split and retired codes…"),
                      "", ActionContext::Codebook, ActionMenu::Code, ""}),
    ActionRow{"codebook.retire", QT_TRANSLATE_NOOP("Actions", "Retire the code…"), "",
              ActionContext::Codebook, ActionMenu::Code, "cross"},
    ActionRow{"codebook.history", QT_TRANSLATE_NOOP("Actions", "History of the code…"), "Ctrl+H",
              ActionContext::Codebook, ActionMenu::Code, "history"},
    onArrival(ActionRow{"codebook.save", QT_TRANSLATE_NOOP("Actions", "Save the codebook"),
                        "Ctrl+Enter; Ctrl+Return", ActionContext::Codebook, ActionMenu::Code, "check", key,
                        false, true}),
    ActionRow{"codebook.discard", QT_TRANSLATE_NOOP("Actions", "Discard the changes to the codebook"), "",
              ActionContext::Codebook, ActionMenu::Code, "undo"},
    ActionRow{"codebook.freeze", QT_TRANSLATE_NOOP("Actions", "Freeze this version"), "",
              ActionContext::Codebook, ActionMenu::Code, "lock"},
    ofStudy(ActionRow{"codebook.import", QT_TRANSLATE_NOOP("Actions", "Import a codebook…"), "",
                      ActionContext::Codebook, ActionMenu::Code, "import", key, false, true}),
    ofStudy(ActionRow{"codebook.export", QT_TRANSLATE_NOOP("Actions", "Export the codebook…"), "",
                      ActionContext::Codebook, ActionMenu::Code, "export"}),
};

} // namespace

std::span<const ActionRow> studyActions() {
    return rows;
}

} // namespace rapport::ui
