// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/analysis/analysis_actions.h"

#include <array>

namespace rapport::ui {

namespace {

constexpr ActionContext here = ActionContext::Analysis;

constexpr std::array rows{
    onArrival(ActionRow{"analysis.figure", QT_TRANSLATE_NOOP("Actions", "Save the figure…"), "Ctrl+E", here,
                        ActionMenu::File, "export", Binding::Shortcut, false, true}),
    onArrival(ActionRow{"analysis.table", QT_TRANSLATE_NOOP("Actions", "Save the table…"), "Ctrl+Shift+E",
                        here, ActionMenu::File, "table"}),
    onArrival(ActionRow{"analysis.filter", QT_TRANSLATE_NOOP("Actions", "Filter the rows"), "Ctrl+F; /", here,
                        ActionMenu::Edit, "filter", Binding::Shortcut, false, true}),
    onArrival(ActionRow{"analysis.narrow",
                        QT_TRANSLATE_NOOP("Actions", "Narrow by rounds, participants, codes…"),
                        "Ctrl+Shift+F", here, ActionMenu::Edit, "filter"}),
    onArrival(ActionRow{"analysis.show_table", QT_TRANSLATE_NOOP("Actions", "Results as a table"), "Ctrl+1",
                        here, ActionMenu::View, "table", Binding::Shortcut, false, true}),
    onArrival(ActionRow{"analysis.show_figure", QT_TRANSLATE_NOOP("Actions", "Results as a figure"), "Ctrl+2",
                        here, ActionMenu::View, "chart"}),
};

} // namespace

std::span<const ActionRow> analysisActions() {
    return rows;
}

} // namespace rapport::ui
