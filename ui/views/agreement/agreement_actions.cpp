// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/agreement/agreement_actions.h"

#include <array>

namespace rapport::ui {

namespace {

constexpr ActionContext here = ActionContext::Agreement;

constexpr std::array rows{
    onArrival(ActionRow{"agreement.report", QT_TRANSLATE_NOOP("Actions", "Kappa report"), "Ctrl+P", here,
                        ActionMenu::Tools, "reports", Binding::Shortcut, false, true}),
    ActionRow{"agreement.units", QT_TRANSLATE_NOOP("Actions", "Units behind the number"), "Return; Enter",
              here, ActionMenu::Go, "", Binding::View},
    ofStudy(ActionRow{"agreement.plan", QT_TRANSLATE_NOOP("Actions", "Plan sample…"), "", here,
                      ActionMenu::Tools, "chart"}),
    onArrival(ActionRow{"agreement.script", QT_TRANSLATE_NOOP("Actions", "R script…"), "", here,
                        ActionMenu::Tools, "export"}),
    onArrival(ActionRow{"agreement.figure", QT_TRANSLATE_NOOP("Actions", "Save the figure…"), "Ctrl+E", here,
                        ActionMenu::Tools, "chart"}),
    onArrival(ActionRow{"agreement.measure", QT_TRANSLATE_NOOP("Actions", "Measure again"), "F5", here,
                        ActionMenu::Tools, ""}),
};

} // namespace

std::span<const ActionRow> agreementActions() {
    return rows;
}

} // namespace rapport::ui
