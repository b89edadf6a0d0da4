// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind a number of the agreement view: the sentence on a code, and the units with what raters
// gave.
#include "agreement/panel.h"
#include "service/rating.h"
#include "ui/app/language.h"
#include "ui/bridge/text.h"
#include "ui/models/agreement_words.h"
#include "ui/views/agreement/agreement_list.h"
#include "ui/views/agreement/agreement_panel.h"
#include "ui/views/agreement/agreement_view.h"

namespace rapport::ui {

void AgreementView::askSentence(const AgreementRow& row) {
    service::StudyMeasureOptions options;
    options.rounds = {row.round};
    const std::optional<std::string> prompt = questionOf(row.prompt);
    const agreement::Language language =
        uiLanguage() == "nl" ? agreement::Language::Dutch : agreement::Language::English;
    const double target = m_model.target();
    options.by = by();
    options.unitKind = unitKind();
    const std::optional<std::string> value = row.by.empty() ? std::nullopt : std::optional(row.by);
    host().jobs().start<std::string>(
        QStringLiteral("agreement-sentence"), tr("Reading one code"), this,
        [options, row, prompt, value, language, target](service::Session& session,
                                                        const base::Task& task) -> base::Result<std::string> {
            RAPPORT_ASSIGN(
                const agreement::ReliabilityData ratings,
                service::reliabilityData(session, options, row.round, row.variable, row.code, prompt, value));
            RAPPORT_ASSIGN(const agreement::CodePanel panel,
                           agreement::codePanel(row.code, ratings, options.measure, target, task));
            return agreement::panelSentence(panel, language);
        },
        [this](const base::Result<std::string>& sentence) {
            if (sentence)
                m_panel->setSentence(deskFigures(toQt(*sentence)));
        });
}

void AgreementView::openUnits(int index, int figure) {
    const AgreementRow* row = m_model.row(index);
    if (row == nullptr || row->kind == AgreementRowKind::Section)
        return;
    UnitFilter filter = UnitFilter::Differing;
    if (figure == AgreementModel::Prevalence)
        filter = UnitFilter::Holding;
    else if (figure == AgreementModel::Units)
        filter = UnitFilter::All;
    else if (figure == AgreementModel::Missing)
        filter = UnitFilter::Missing;
    showUnitsOf(*row, filter);
}

void AgreementView::showPairOf(const AgreementRow& row, const RaterPair& pair, bool ofAllCodes) {
    AgreementRow wanted = row;
    if (ofAllCodes) {
        // The mean rests on every code of the variable: so do its units.
        wanted.code.clear();
        wanted.title = tr("all codes");
    }
    const auto said = [this](const std::string& rater, const std::optional<std::string>& value) {
        return value ? QStringLiteral("%1 %2").arg(toQt(rater), m_panel->categoryTitle(*value)) : toQt(rater);
    };
    const QString title =
        tr("%1: %2 and %3", "code, two raters with what each gave")
            .arg(wanted.title, said(pair.first, pair.firstValue), said(pair.second, pair.secondValue));
    const bool isOneCell = pair.firstValue || pair.secondValue;
    readUnits(wanted, title, isOneCell ? UnitFilter::All : UnitFilter::Differing, isOneCell,
              [pair](std::vector<service::Disagreement> rows) { return ofPair(std::move(rows), pair); });
}

void AgreementView::showUnitsOf(const AgreementRow& row, UnitFilter filter) {
    if (row.kind == AgreementRowKind::Sets)
        readUnits(row, row.title, filter, false,
                  [](const std::vector<service::Disagreement>& rows) { return asSets(rows); });
    else
        readUnits(row, row.title, filter, false, nullptr);
}

void AgreementView::readUnits(
    const AgreementRow& row, QString title, UnitFilter filter, bool isOneCell,
    const std::function<std::vector<service::Disagreement>(std::vector<service::Disagreement>)>& narrow) {
    service::DisagreementRequest request;
    request.round = row.round;
    request.variable = row.variable;
    request.code = row.code;
    request.onlyDisagreeing = false;
    request.prompt = questionOf(row.prompt).value_or(std::string());
    request.unitKind = unitKind();
    if (const std::string split = by(); split != "prompt" && !split.empty()) {
        request.by = split;
        request.byValue = row.by;
        // A variable's own row names its slice already.
        if (row.kind == AgreementRowKind::Code) {
            const QString value = row.by.empty() ? tr("no value") : sliceName(split, row.by);
            title = tr("%1, %2").arg(title, value);
        }
    }
    host().jobs().start<std::vector<service::Disagreement>>(
        QStringLiteral("agreement-units"), tr("Finding the units"), this,
        [request, narrow](service::Session& session,
                          const base::Task&) -> base::Result<std::vector<service::Disagreement>> {
            RAPPORT_ASSIGN(auto rows, service::disagreements(session, request));
            return narrow ? narrow(std::move(rows)) : std::move(rows);
        },
        [this, title, filter, isOneCell](base::Result<std::vector<service::Disagreement>> rows) {
            if (!rows) {
                host().showError(rows.error());
                return;
            }
            m_panel->showUnits(title, std::move(*rows), filter, measuredBy(), isOneCell);
        });
}

void AgreementView::openUnit(model::UnitId unit) {
    ViewTarget target;
    target.unit = unit;
    target.words = toQt(m_round);
    for (int row = 0; const service::Disagreement* each = m_panel->units().at(row); ++row) {
        target.units.push_back(each->unit);
        if (each->unit != unit)
            continue;
        if (const auto found = service::findUnit(study().session(), each->unitName)) {
            target.source = found->source;
            target.range = found->range;
        }
    }
    const AgreementRow* row = m_model.row(m_list->currentIndex().row());
    const auto codebook = measuredBy();
    if (row != nullptr && !row->code.empty()) {
        if (const auto found = codebook->code(row->code); found.code != nullptr)
            target.code = found.code->id;
    }
    // A rater goes to the own work on it, the coordinator to the text.
    host().openView(study().session().viewer().isCoordinator() ? QStringLiteral("sources")
                                                               : QStringLiteral("rate-answers"),
                    target);
}

} // namespace rapport::ui
