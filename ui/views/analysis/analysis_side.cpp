// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the answer: one row in a sentence, and the units behind one of its numbers.
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/models/analysis_words.h"
#include "ui/models/figures.h"
#include "ui/views/analysis/analysis_view.h"

namespace rapport::ui {

void AnalysisView::showRow(int row) {
    const std::size_t source = m_table.sourceRow(row);
    QString title;
    std::optional<CodeLook> look;
    for (int column = 0; column < m_table.columnCount() && source != analysis::ResultTable::npos; ++column) {
        const QModelIndex index = m_table.index(row, column);
        if (m_table.cellKind(column) == AnalysisCell::Code) {
            if (!look)
                look = m_table.lookAt(index);
            title += (title.isEmpty() ? QString() : QStringLiteral(" + ")) + index.data().toString();
        }
    }
    m_tag->setVisible(look.has_value());
    if (look)
        m_tag->setLook(*look);
    const double level = request().select.level;
    m_rowTitle->setText(title.isEmpty() ? tableTitle(m_table.table().id) : title);
    QString sentence;
    if (source != analysis::ResultTable::npos)
        sentence = rowSentence(m_table.table(), source, look ? look->title : QString(), level);
    // Without a sentence of its own a row is said figure by figure.
    m_sentence->setText(sentence.isEmpty() ? m_table.inFull(row) : sentence);
    m_unitsRequest = {};
    m_units.set({});
    m_unitHead->setCaption({});
    const bool hasUnits = look.has_value() && m_table.table().id != "matrix" &&
                          m_table.table().id != "transitions" && m_table.table().id != "sequence";
    m_unitFilter->setVisible(false);
    m_unitList->setVisible(false);
    m_unitHint->setVisible(true);
    m_unitHint->setText(hasUnits
                            ? tr("Enter on a number opens the units that it counts.")
                            : tr("These figures are made of whole sources or raters, not of single units."));
    m_rowTitle->updateGeometry();
}

void AnalysisView::openUnits(int row, int column) {
    const std::string code = m_table.textOf(row, "code");
    const std::string first = m_table.textOf(row, "first");
    if ((code.empty() && first.empty()) || m_unitHint->text().isEmpty() || !mayLook())
        return;
    service::AnalysedUnitsRequest wanted;
    wanted.select = request().select;
    wanted.code = code.empty() ? first : code;
    wanted.second = m_table.textOf(row, "second");
    wanted.variable = code.empty() ? std::string() : m_table.textOf(row, "variable");
    wanted.prompt = m_table.textOf(row, "prompt");
    if (const std::string group = m_table.textOf(row, "group"); !group.empty()) {
        wanted.by = request().by;
        if (wanted.by.empty() && m_answer) {
            for (const auto& [key, value] : m_answer->result.data) {
                if (key == "by")
                    wanted.by = analysis::exactText(value);
            }
        }
        wanted.value = group;
    }
    // A group of a comparison: "group: A2 - B2" names the attribute before the colon.
    const QString header = m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const bool isFirst = header == columnTitle("first_group");
    if (isFirst || header == columnTitle("second_group")) {
        const std::string comparison = m_table.textOf(row, "comparison");
        wanted.by = comparison.substr(0, comparison.find(": "));
        wanted.value = m_table.textOf(row, isFirst ? "a" : "b");
    }
    if (header == columnTitle("missing"))
        wanted.which = service::UnitsThat::Miss;
    else if (header == columnTitle("units"))
        wanted.which = service::UnitsThat::All;
    m_unitsRequest = wanted;
    findUnits();
}

void AnalysisView::findUnits() {
    if (m_unitsRequest.code.empty())
        return;
    m_unitFilter->setCurrent(int(m_unitsRequest.which));
    m_unitFilter->setVisible(m_unitsRequest.second.empty());
    host().jobs().start<std::vector<service::AnalysedUnitItem>>(
        QStringLiteral("analysis-units"), tr("Finding the units"), this,
        [wanted = m_unitsRequest](service::Session& session, const base::Task& task) {
            return service::analysedUnits(session, wanted, task);
        },
        [this](base::Result<std::vector<service::AnalysedUnitItem>> units) {
            if (!units) {
                if (units.error().code != base::Errc::Cancelled)
                    host().showError(units.error());
                return;
            }
            m_unitHead->setCaption(counted(std::int64_t(units->size()), tr("1 unit"), tr("%1 units")));
            m_unitHint->setVisible(units->empty());
            m_unitHint->setText(units->empty() ? tr("There are none.") : QString());
            m_unitList->setVisible(!units->empty());
            m_units.set(std::move(*units));
            if (m_units.rowCount() > 0) {
                m_unitList->setCurrentIndex(m_units.index(0));
                m_unitList->setFocus(Qt::OtherFocusReason);
            }
            Q_EMIT unitsFound();
        });
}

void AnalysisView::openUnit(int row) {
    if (row < 0 || row >= int(m_units.units().size()))
        return;
    const service::AnalysedUnitItem& unit = m_units.units()[std::size_t(row)];
    ViewTarget target;
    target.unit = unit.id;
    target.source = unit.source;
    target.range = unit.range;
    for (const service::AnalysedUnitItem& each : m_units.units())
        target.units.push_back(each.id);
    host().openView(QStringLiteral("sources"), target);
}

} // namespace rapport::ui
