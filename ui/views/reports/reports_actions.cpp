// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reports/reports_actions.h"

#include <array>

namespace rapport::ui {

namespace {

constexpr ActionContext here = ActionContext::Reports;

constexpr std::array rows{
    onArrival(ActionRow{"reports.html", QT_TRANSLATE_NOOP("Actions", "Save the report as HTML…"), "Ctrl+E",
                        here, ActionMenu::File, "export", Binding::Shortcut, false, true}),
    onArrival(ActionRow{"reports.document",
                        QT_TRANSLATE_NOOP("Actions", "Save the report as PDF or for a word processor…"),
                        "Ctrl+Shift+E", here, ActionMenu::File, ""}),
    onArrival(ActionRow{"reports.markdown", QT_TRANSLATE_NOOP("Actions", "Save the report as Markdown…"), "",
                        here, ActionMenu::File, ""}),
    onArrival(ActionRow{"reports.json", QT_TRANSLATE_NOOP("Actions", "Save the figures as JSON…"), "", here,
                        ActionMenu::File, ""}),
    onArrival(ActionRow{"reports.csv", QT_TRANSLATE_NOOP("Actions", "Save the figures as CSV…"), "", here,
                        ActionMenu::File, ""}),
    onArrival(ActionRow{"reports.browser", QT_TRANSLATE_NOOP("Actions", "Open the report in the browser"),
                        "Ctrl+P", here, ActionMenu::File, "open-book"}),
    onArrival(ActionRow{"reports.facts", QT_TRANSLATE_NOOP("Actions", "What the report will hold"), "Ctrl+1",
                        here, ActionMenu::View, ""}),
    onArrival(ActionRow{"reports.preview", QT_TRANSLATE_NOOP("Actions", "Preview of the report"), "Ctrl+2",
                        here, ActionMenu::View, ""}),
};

} // namespace

std::span<const ActionRow> reportsActions() {
    return rows;
}

} // namespace rapport::ui
