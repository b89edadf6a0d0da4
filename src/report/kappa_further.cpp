// SPDX-License-Identifier: GPL-3.0-or-later
// What a round tells beyond its tables of agreement: where transcripts were cut, agreement over time, each
// rater against the consensus, and units on which raters differ.
#include "report/kappa_page.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rapport::report {

using agreement::Estimate;

namespace {

Column words(std::string title) {
    return {std::move(title), {}, false, false};
}
Column figures(std::string title) {
    return {std::move(title), {}, true, false};
}
Cell rowName(std::string text) {
    Cell cell;
    cell.isHeading = true;
    cell.text = std::move(text);
    return cell;
}
Cell plain(std::string text) {
    Cell cell;
    cell.text = std::move(text);
    return cell;
}

} // namespace

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
    table.columns = {words(say(Phrase::Code))};
    for (const Estimate* column : columns)
        table.columns.push_back(figures(coefficientName(*column)));
    const auto addRow = [&](const std::string& name, const std::vector<Estimate>& estimates) {
        TableRow row;
        row.cells.push_back(rowName(name));
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
        table.columns = {words(say(Phrase::Code))};
        for (const DriftLine::Period& period : periods)
            table.columns.push_back(figures(
                say(Phrase::DriftPeriod, m_words.count(period.firstUnit), m_words.count(period.lastUnit))));
        for (const DriftLine* line : left) {
            if (!isAlike(line))
                continue;
            TableRow row;
            row.cells.push_back(rowName(isolate(line->code.empty() ? line->variable : line->code)));
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
    table.columns = {words(say(Phrase::Code)),
                     words(say(Phrase::Rater)),
                     figures("κ"),
                     figures(say(Phrase::SensitivityColumn)),
                     figures(say(Phrase::SpecificityColumn)),
                     figures(say(Phrase::UnitsColumn))};
    const auto share = [&](std::optional<double> value) {
        Cell cell;
        cell.isFigure = true;
        cell.text = value ? m_words.percent(*value) : say(Phrase::NotDefined);
        return cell;
    };
    for (const HeldAgainst& held : round.heldAgainst)
        table.rows.push_back({false,
                              {rowName(isolate(held.code.empty() ? held.variable : held.code)),
                               plain(isolate(held.rater)), numberCell(held.kappa), share(held.sensitivity),
                               share(held.specificity), countCell(held.units)}});
    m_page.blocks.emplace_back(std::move(table));
}

void KappaPageBuilder::addExamples(const RoundFacts& round, const std::string& id) {
    if (round.examples.empty())
        return;
    heading(3, id + "-examples", say(Phrase::Examples));
    paragraph(say(Phrase::ExamplesExplained));
    Table table;
    table.caption = say(Phrase::ExamplesTable, isolate(round.name));
    table.columns = {words(say(Phrase::Code)), words(say(Phrase::Raters)), words(say(Phrase::Settled)),
                     words(say(Phrase::ExampleText))};
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
             {rowName(isolate(example.code.empty() ? example.variable : example.code)),
              plain(std::move(ratings)),
              plain(example.settled.empty() ? say(Phrase::NoneShort) : value(example.settled)),
              plain(isolate(example.text) + (example.isCut ? " …" : ""))}});
    }
    m_page.blocks.emplace_back(std::move(table));
}

} // namespace rapport::report
