// SPDX-License-Identifier: GPL-3.0-or-later
// What a round tells beyond its tables of agreement: where transcripts were cut, agreement over time, each
// rater against the consensus, and units on which raters differ.
#include "report/kappa_page.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rapport::report {

using agreement::Estimate;

void KappaPageBuilder::addUnitized(const RoundFacts& round, const std::string& id) {
    if (!round.unitized)
        return;
    const UnitizedFacts& facts = *round.unitized;
    heading(3, id + "-unitized", say(Phrase::Unitized));
    paragraph(say(Phrase::UnitizedExplained));
    std::vector<std::string> sources;
    for (const std::string& source : facts.sources)
        sources.push_back(isolate(source));
    paragraph(say(Phrase::UnitizedSources, m_words.list(sources)), ParagraphKind::Note);
    // One row per code; the coefficients that the data allow are the columns.
    std::vector<const Estimate*> columns;
    const auto addColumns = [&](const std::vector<Estimate>& estimates) {
        for (const Estimate& estimate : estimates)
            if (estimate.value && std::none_of(columns.begin(), columns.end(), [&](const Estimate* column) {
                    return column->id == estimate.id && column->form == estimate.form;
                }))
                columns.push_back(&estimate);
    };
    addColumns(facts.overall);
    for (const auto& [code, estimates] : facts.byCode)
        addColumns(estimates);
    Table table;
    table.caption = say(Phrase::UnitizedTable, isolate(round.name));
    table.columns = {Column::words(say(Phrase::Code))};
    for (const Estimate* column : columns)
        table.columns.push_back(Column::figures(coefficientName(*column)));
    const auto addRow = [&](const std::string& name, const std::vector<Estimate>& estimates) {
        TableRow row;
        row.cells.push_back(Cell::rowName(name));
        for (const Estimate* column : columns) {
            const auto found = std::find_if(estimates.begin(), estimates.end(), [&](const Estimate& each) {
                return each.id == column->id && each.form == column->form;
            });
            Cell cell = valueCell(found == estimates.end() ? nullptr : &*found);
            if (found != estimates.end() && found->ci)
                cell.note = m_words.interval(found->ci->low, found->ci->high);
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    };
    if (std::any_of(facts.overall.begin(), facts.overall.end(),
                    [](const Estimate& estimate) { return estimate.value.has_value(); }))
        addRow(say(Phrase::AllCodes), facts.overall);
    for (const auto& [code, estimates] : facts.byCode)
        addRow(isolate(code), estimates);
    m_page.blocks.emplace_back(std::move(table));
    if (!facts.notes.empty()) {
        Bullets notes;
        for (const std::string& note : facts.notes)
            notes.items.push_back(isolate(note));
        m_page.blocks.emplace_back(std::move(notes));
    }
}

void KappaPageBuilder::addStrata(const RoundFacts& round, const std::string& id) {
    if (round.strata.empty())
        return;
    const bool isByPrompt = m_report.splitBy.empty() || m_report.splitBy == "prompt";
    heading(3, id + "-strata", say(isByPrompt ? Phrase::StrataPrompts : Phrase::StrataGroups));
    paragraph(say(Phrase::StrataExplained, m_words.count(static_cast<std::int64_t>(round.strata.size()))));
    Table table;
    table.caption = say(Phrase::StrataTable, isolate(round.name));
    table.columns = {Column::words(say(Phrase::Code)),
                     Column::words(say(isByPrompt ? Phrase::StrataByPrompt : Phrase::StrataByGroup)),
                     Column::figures(say(Phrase::StrataCombined)),
                     Column::figures("χ²"),
                     Column::figures(say(Phrase::DegreesOfFreedom)),
                     Column::figures("p")};
    bool sharesClusters = false;
    const auto figure = [](std::string text) {
        Cell cell = Cell::words(std::move(text));
        cell.isFigure = true;
        return cell;
    };
    for (const StrataLine& line : round.strata) {
        sharesClusters = sharesClusters || line.test.sharesClusters;
        std::string values;
        for (const agreement::Stratum& stratum : line.test.strata)
            values += (values.empty() ? "" : "; ") +
                      say(Phrase::StratumValue,
                          m_report.splitBy.empty() ? m_words.prompt(stratum.name) : isolate(stratum.name),
                          m_words.kappa(stratum.value));
        table.rows.push_back({false,
                              {Cell::rowName(isolate(line.code.empty() ? line.variable : line.code)),
                               Cell::words(std::move(values)), numberCell(line.test.test.combined),
                               figure(m_words.number(line.test.test.chiSquare.value_or(0), 2)),
                               figure(m_words.number(line.test.test.df, 0)),
                               figure(m_words.probability(line.test.test.pValue.value_or(1)))}});
    }
    m_page.blocks.emplace_back(std::move(table));
    if (sharesClusters)
        paragraph(say(Phrase::StrataShared), ParagraphKind::Note);
}

void KappaPageBuilder::addDrift(const RoundFacts& round, const std::string& id) {
    if (round.drift.empty())
        return;
    heading(3, id + "-drift", say(Phrase::Drift));
    paragraph(say(Phrase::DriftExplained));
    // Variables differ in how many units they have, so each table has one variable and periods of one kind.
    std::vector<const DriftLine*> left;
    for (const DriftLine& line : round.drift)
        if (std::any_of(line.periods.begin(), line.periods.end(),
                        [](const DriftLine::Period& period) { return period.alpha.has_value(); }))
            left.push_back(&line);
    while (!left.empty()) {
        const auto& periods = left.front()->periods;
        const std::string& variable = left.front()->variable;
        const auto isAlike = [&](const DriftLine* line) {
            return line->variable == variable &&
                   std::equal(line->periods.begin(), line->periods.end(), periods.begin(), periods.end(),
                              [](const DriftLine::Period& one, const DriftLine::Period& other) {
                                  return one.firstUnit == other.firstUnit && one.lastUnit == other.lastUnit;
                              });
        };
        Table table;
        table.caption = say(Phrase::DriftTable, isolate(round.name), isolate(variable));
        table.columns = {Column::words(say(Phrase::Code))};
        for (const DriftLine::Period& period : periods)
            table.columns.push_back(Column::figures(
                say(Phrase::DriftPeriod, m_words.count(period.firstUnit), m_words.count(period.lastUnit))));
        for (const DriftLine* line : left) {
            if (!isAlike(line))
                continue;
            TableRow row;
            row.cells.push_back(Cell::rowName(isolate(line->code.empty() ? line->variable : line->code)));
            for (const DriftLine::Period& period : line->periods) {
                Cell cell = numberCell(period.alpha);
                if (period.percent)
                    cell.note = m_words.percentSign(*period.percent);
                row.cells.push_back(std::move(cell));
            }
            table.rows.push_back(std::move(row));
        }
        std::vector<const DriftLine*> others;
        std::copy_if(left.begin(), left.end(), std::back_inserter(others),
                     [&](const DriftLine* line) { return !isAlike(line); });
        left = std::move(others);
        m_page.blocks.emplace_back(std::move(table));
    }
}

void KappaPageBuilder::addConsensus(const RoundFacts& round, const std::string& id) {
    if (round.heldAgainst.empty())
        return;
    heading(3, id + "-consensus", say(Phrase::AgainstConsensus));
    paragraph(say(Phrase::AgainstConsensusExplained));
    Table table;
    table.caption = say(Phrase::AgainstConsensusTable, isolate(round.name));
    table.columns = {Column::words(say(Phrase::Code)),
                     Column::words(say(Phrase::Rater)),
                     Column::figures("κ"),
                     Column::figures(say(Phrase::SensitivityColumn)),
                     Column::figures(say(Phrase::SpecificityColumn)),
                     Column::figures(say(Phrase::UnitsColumn)),
                     Column::figures(say(Phrase::OpenColumn))};
    const auto share = [&](std::optional<double> value) {
        Cell cell;
        cell.isFigure = true;
        cell.text = value ? m_words.percent(*value) : say(Phrase::NotDefined);
        return cell;
    };
    for (const HeldAgainst& held : round.heldAgainst)
        table.rows.push_back(
            {false,
             {Cell::rowName(isolate(held.code.empty() ? held.variable : held.code)),
              Cell::words(isolate(held.rater)), numberCell(held.kappa), share(held.sensitivity),
              share(held.specificity), countCell(held.units), countCell(held.open)}});
    m_page.blocks.emplace_back(std::move(table));
}

void KappaPageBuilder::addExamples(const RoundFacts& round, const std::string& id) {
    if (round.examples.empty())
        return;
    heading(3, id + "-examples", say(Phrase::Examples));
    paragraph(say(Phrase::ExamplesExplained));
    Table table;
    table.caption = say(Phrase::ExamplesTable, isolate(round.name));
    table.columns = {Column::words(say(Phrase::Code)), Column::words(say(Phrase::Raters)),
                     Column::words(say(Phrase::Settled)), Column::words(say(Phrase::ExampleText))};
    for (const DisagreementExample& example : round.examples) {
        const auto value = [&](const std::string& given) {
            if (example.code.empty())
                return isolate(given);
            return say(given == "0" ? Phrase::GivenNo : Phrase::GivenYes);
        };
        std::string ratings;
        for (const auto& [rater, given] : example.ratings)
            ratings += (ratings.empty() ? "" : "; ") + say(Phrase::GaveValue, isolate(rater), value(given));
        table.rows.push_back(
            {false,
             {Cell::rowName(isolate(example.code.empty() ? example.variable : example.code)),
              Cell::words(std::move(ratings)),
              Cell::words(example.settled.empty() ? say(Phrase::NoneShort) : value(example.settled)),
              Cell::words(isolate(example.text) + (example.isCut ? " …" : ""))}});
    }
    m_page.blocks.emplace_back(std::move(table));
}

} // namespace rapport::report
