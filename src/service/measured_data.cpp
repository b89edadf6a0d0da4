// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/measured_data.h"

#include <algorithm>
#include <map>
#include <set>

namespace rapport::service {

namespace {

static_assert(Presences::missing == agreement::missing, "presences are categories as they are");

/// Columns with raters behind them.
std::size_t ratersOf(const MeasuredRound& round) {
    return round.raters.size() - (round.hasConsensus ? 1 : 0);
}

std::string unitOfAnalysis(const MeasuredRound& round, const std::vector<std::size_t>& units) {
    std::set<model::UnitKind> present;
    const MeasuredUnit* before = nullptr;
    for (const std::size_t unit : units) {
        if (before == nullptr || before->kind != round.units[unit].kind)
            present.insert(round.units[unit].kind);
        before = &round.units[unit];
    }
    std::set<std::string> kinds;
    for (const model::UnitKind kind : present)
        kinds.insert(model::name(kind));
    std::string text;
    for (const std::string& kind : kinds)
        text += (text.empty() ? "" : " and ") + kind;
    return text;
}

} // namespace

CodesData::CodesData(const MeasuredRound& round, const model::Variable& variable,
                     std::vector<std::size_t> units, const StudyMeasureOptions& options)
    : m_round(&round)
    , m_variable(&variable)
    , m_units(std::move(units))
    , m_presences(round.presences(variable, options.overlap, options.rollUp)) {
}

std::vector<agreement::CategoryIndex> CodesData::cellsOf(const model::Code& code) const {
    const auto index = static_cast<std::size_t>(&code - m_variable->codes.data());
    const std::size_t columns = m_round->raters.size();
    const std::size_t raters = ratersOf(*m_round);
    std::vector<agreement::CategoryIndex> cells(m_units.size() * columns);
    agreement::CategoryIndex* row = cells.data();
    std::vector<std::optional<std::string>> given;
    for (const std::size_t unit : m_units) {
        for (std::size_t rater = 0; rater < raters; ++rater)
            row[rater] = agreement::CategoryIndex{m_presences.of(index, unit, rater)};
        if (m_round->hasConsensus) {
            given.assign(m_round->measuredRaters, std::nullopt);
            for (std::size_t rater = 0; rater < std::min(raters, given.size()); ++rater)
                if (row[rater] != Presences::missing)
                    given[rater] = row[rater] == 1 ? "1" : "0";
            const auto settled = m_round->consensus(unit, *m_variable, &code, given);
            row[raters] =
                settled ? static_cast<agreement::CategoryIndex>(*settled == "1" ? 1 : 0) : agreement::missing;
        }
        row += columns;
    }
    return cells;
}

base::Result<agreement::ReliabilityData> CodesData::of(const model::Code& code) {
    std::vector<agreement::CategoryIndex> cells = cellsOf(code);
    if (m_frame)
        return m_frame->withCells(std::move(cells));
    agreement::ReliabilityBuilder builder(m_round->raterNames);
    builder.declareCategories({"0", "1"}).setUnitOfAnalysis(unitOfAnalysis(*m_round, m_units));
    const std::size_t columns = m_round->raters.size();
    for (std::size_t place = 0; place < m_units.size(); ++place) {
        const MeasuredUnit& unit = m_round->units[m_units[place]];
        builder.addUnit(std::span<const agreement::CategoryIndex>(cells.data() + place * columns, columns),
                        unit.cluster, unit.name);
    }
    RAPPORT_ASSIGN(m_frame, builder.build());
    return *m_frame;
}

base::Result<agreement::ReliabilityData> codeData(const MeasuredRound& round, const model::Variable& variable,
                                                  const model::Code& code,
                                                  const std::vector<std::size_t>& units,
                                                  const StudyMeasureOptions& options) {
    return CodesData(round, variable, units, options).of(code);
}

base::Result<agreement::ReliabilityData> levelData(const MeasuredRound& round,
                                                   const model::Variable& variable,
                                                   const std::vector<std::size_t>& units) {
    agreement::ReliabilityBuilder builder(round.raterNames, variable.scale == model::Scale::Ordinal
                                                                ? agreement::Scale::Ordinal
                                                                : agreement::Scale::Nominal);
    std::vector<std::string> levels;
    std::map<model::CodeId, agreement::CategoryIndex> indexOf;
    std::map<std::string, agreement::CategoryIndex> indexOfName;
    for (const model::Code& code : variable.codes) {
        if (!code.isCodable)
            continue;
        indexOf.emplace(code.id, static_cast<agreement::CategoryIndex>(levels.size()));
        indexOfName.emplace(code.name, static_cast<agreement::CategoryIndex>(levels.size()));
        levels.push_back(code.name);
    }
    builder.declareCategories(levels).setUnitOfAnalysis(unitOfAnalysis(round, units));
    std::vector<agreement::CategoryIndex> row(round.raters.size());
    for (const std::size_t unit : units) {
        std::vector<std::optional<std::string>> given(round.measuredRaters);
        for (std::size_t rater = 0; rater < ratersOf(round); ++rater) {
            const auto chosen = model::level(variable, round.work(unit, rater, variable.id));
            const auto found = chosen ? indexOf.find(*chosen) : indexOf.end();
            row[rater] = found == indexOf.end() ? agreement::missing : found->second;
            if (round.hasConsensus && rater < given.size() && found != indexOf.end())
                given[rater] = levels[static_cast<std::size_t>(found->second)];
        }
        if (round.hasConsensus) {
            const auto settled = round.consensus(unit, variable, nullptr, given);
            const auto found = settled ? indexOfName.find(*settled) : indexOfName.end();
            row.back() = found == indexOfName.end() ? agreement::missing : found->second;
        }
        builder.addUnit(row, round.units[unit].cluster, round.units[unit].name);
    }
    return builder.build();
}

base::Result<agreement::ReliabilityData> countData(const MeasuredRound& round,
                                                   const model::Variable& variable,
                                                   const std::vector<std::size_t>& units) {
    agreement::ReliabilityBuilder builder(round.raterNames, agreement::Scale::Ratio);
    builder.setUnitOfAnalysis(unitOfAnalysis(round, units));
    for (const std::size_t unit : units) {
        std::vector<std::optional<std::string>> row;
        for (std::size_t rater = 0; rater < ratersOf(round); ++rater) {
            const auto count = model::count(variable, round.work(unit, rater, variable.id));
            row.push_back(count ? std::optional<std::string>(std::to_string(*count)) : std::nullopt);
        }
        if (round.hasConsensus)
            row.push_back(
                round.consensus(unit, variable, nullptr, std::span(row).first(round.measuredRaters)));
        builder.addUnit(row, round.units[unit].cluster, round.units[unit].name);
    }
    return builder.build();
}

base::Result<agreement::SetData> setData(const MeasuredRound& round, const model::Variable& variable,
                                         const std::vector<std::size_t>& units,
                                         const StudyMeasureOptions& options) {
    const std::size_t raters = round.measuredRaters;
    const auto isJudged = [&](std::size_t unit, std::size_t rater) {
        const model::UnitWork work = round.work(unit, rater, variable.id);
        return work.completedVersion && variable.isIn(*work.completedVersion);
    };
    // A set can only be compared over codes that everybody had before them: a code that came later is left
    // out, and said.
    const PresenceReader presences = round.presences(variable, options.overlap, options.rollUp);
    std::vector<std::size_t> codes;
    std::string leftOut;
    for (std::size_t code = 0; code < variable.codes.size(); ++code) {
        if (!variable.codes[code].isCodable && !options.rollUp)
            continue;
        bool isKnown = true;
        for (std::size_t place = 0; place < units.size() && isKnown; ++place) {
            for (std::size_t rater = 0; rater < raters && isKnown; ++rater)
                isKnown = presences.of(code, units[place], rater) != Presences::missing ||
                          !isJudged(units[place], rater);
        }
        if (isKnown)
            codes.push_back(code);
        else
            leftOut += (leftOut.empty() ? "" : ", ") + variable.codes[code].name;
    }
    std::vector<std::string> names;
    names.reserve(codes.size());
    for (const std::size_t code : codes)
        names.push_back(variable.codes[code].name);
    agreement::SetBuilder builder(
        std::vector<std::string>(round.raterNames.begin(),
                                 round.raterNames.begin() + static_cast<std::ptrdiff_t>(raters)),
        names);
    builder.setUnitOfAnalysis(unitOfAnalysis(round, units));
    if (!leftOut.empty())
        builder.setNote("left out, since some units were completed before they were in the codebook: " +
                        leftOut);
    // Code by code, as the presences lie in memory.
    std::vector<std::vector<std::uint16_t>> given(units.size() * raters);
    for (std::size_t code = 0; code < codes.size(); ++code)
        for (std::size_t place = 0; place < units.size(); ++place)
            for (std::size_t rater = 0; rater < raters; ++rater)
                if (presences.of(codes[code], units[place], rater) == 1)
                    given[place * raters + rater].push_back(static_cast<std::uint16_t>(code));
    std::vector<std::optional<std::vector<std::uint16_t>>> row(raters);
    for (std::size_t place = 0; place < units.size(); ++place) {
        for (std::size_t rater = 0; rater < raters; ++rater) {
            row[rater].reset();
            if (isJudged(units[place], rater))
                row[rater] = std::move(given[place * raters + rater]);
        }
        builder.addUnit(row, round.units[units[place]].cluster, round.units[units[place]].name);
    }
    return builder.build();
}

} // namespace rapport::service
