// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/differences.h"

#include "base/format.h"
#include "base/number.h"
#include "service/kept_differences.h"
#include "service/measuring.h"
#include "service/own_rating.h"
#include "service/round_codebook.h"

#include <algorithm>
#include <map>

namespace rapport::service {

namespace {

bool isWanted(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

/// The differences of one code or variable on their way: what they cost is known when all units were seen.
class Weighing {
public:
    Weighing(const model::Variable& variable, const model::Code* code)
        : m_variable(&variable) {
        if (code == nullptr && variable.scale != model::Scale::Count) {
            for (const model::Code& level : variable.codes) {
                if (level.isCodable)
                    m_levels.push_back(level.name);
            }
        }
    }

    void add(Difference difference, bool withAgreed) {
        std::size_t judged = 0;
        const std::string* first = nullptr;
        difference.isAgreed = true;
        for (const auto& rating : difference.ratings) {
            if (!rating)
                continue;
            ++judged;
            if (first == nullptr)
                first = &*rating;
            else if (*rating != *first)
                difference.isAgreed = false;
        }
        if (judged < 2)
            return;
        for (const auto& rating : difference.ratings) {
            if (rating)
                ++m_counts[*rating];
        }
        m_pairable += static_cast<double>(judged);
        if (!difference.isAgreed || withAgreed)
            m_rows.push_back(std::move(difference));
    }

    /// SOURCE: Krippendorff 2011, Computing Krippendorff's alpha-reliability, the metric of the data's scale.
    [[nodiscard]] std::vector<Difference> take() {
        const double expected = expectedDisagreement();
        double observed = 0;
        std::vector<double> each;
        each.reserve(m_rows.size());
        for (const Difference& row : m_rows) {
            each.push_back(row.isAgreed ? 0 : disagreement(row));
            observed += each.back();
        }
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            m_rows[row].share = observed > 0 ? each[row] / observed : 0;
            m_rows[row].cost = expected > 0 ? each[row] / m_pairable / expected : 0;
        }
        return std::move(m_rows);
    }

private:
    [[nodiscard]] double distance(const std::string& a, const std::string& b) const {
        if (a == b)
            return 0;
        if (m_variable->scale == model::Scale::Count) {
            const double first = base::parseNumber(a).value_or(0);
            const double second = base::parseNumber(b).value_or(0);
            const double ratio = first + second > 0 ? (first - second) / (first + second) : 0;
            return ratio * ratio;
        }
        if (m_variable->scale != model::Scale::Ordinal)
            return 1;
        const auto from = std::find(m_levels.begin(), m_levels.end(), a);
        const auto to = std::find(m_levels.begin(), m_levels.end(), b);
        if (from == m_levels.end() || to == m_levels.end())
            return 1;
        double between = 0;
        for (auto level = std::min(from, to); level <= std::max(from, to); ++level)
            between += countOf(*level);
        between -= (countOf(a) + countOf(b)) / 2;
        return between * between;
    }

    [[nodiscard]] double countOf(const std::string& value) const {
        const auto found = m_counts.find(value);
        return found == m_counts.end() ? 0 : static_cast<double>(found->second);
    }

    /// Over ordered pairs of raters.
    [[nodiscard]] double disagreement(const Difference& row) const {
        double sum = 0;
        double judged = 0;
        for (std::size_t a = 0; a < row.ratings.size(); ++a) {
            if (!row.ratings[a])
                continue;
            ++judged;
            for (std::size_t b = a + 1; b < row.ratings.size(); ++b) {
                if (row.ratings[b])
                    sum += 2 * distance(*row.ratings[a], *row.ratings[b]);
            }
        }
        return judged > 1 ? sum / (judged - 1) : 0;
    }

    [[nodiscard]] double expectedDisagreement() const {
        double sum = 0;
        for (auto a = m_counts.begin(); a != m_counts.end(); ++a) {
            for (auto b = std::next(a); b != m_counts.end(); ++b)
                sum += 2 * static_cast<double>(a->second) * static_cast<double>(b->second) *
                       distance(a->first, b->first);
        }
        return m_pairable > 1 ? sum / m_pairable / (m_pairable - 1) : 0;
    }

    const model::Variable* m_variable;
    std::vector<std::string> m_levels;
    std::map<std::string, std::int64_t> m_counts;
    double m_pairable = 0;
    std::vector<Difference> m_rows;
};

std::optional<std::string> valueOf(const model::Variable& variable, const model::Code* code,
                                   const model::UnitWork& work) {
    if (code != nullptr) {
        const auto given = model::presence(variable, *code, work, model::Overlap::Any, false);
        return given ? std::optional<std::string>(*given == 1 ? "1" : "0") : std::nullopt;
    }
    if (variable.scale == model::Scale::Count) {
        const auto number = model::count(variable, work);
        return number ? std::optional<std::string>(std::to_string(*number)) : std::nullopt;
    }
    const auto level = model::level(variable, work);
    const model::Code* chosen = level ? variable.code(*level) : nullptr;
    return chosen == nullptr ? std::nullopt : std::optional<std::string>(chosen->name);
}

} // namespace

std::vector<Difference> differencesOf(const MeasuredRound& round, const model::Codebook& codebook,
                                      const DifferenceFilter& filter) {
    struct Asked {
        const model::Variable* variable;
        std::vector<const model::Code*> codes; ///< one without a code for a variable as a whole
        std::vector<Weighing> weighing;
    };
    std::vector<Asked> all;
    for (const model::Variable& variable : codebook.variables) {
        if (!isWanted(round.round.variables, variable.name) ||
            (!filter.variable.empty() && variable.name != filter.variable))
            continue;
        Asked asked{&variable, {}, {}};
        if (variable.scale != model::Scale::Presence) {
            if (filter.code.empty())
                asked.codes.push_back(nullptr);
        } else {
            for (const model::Code& code : variable.codes) {
                if (code.isCodable && (filter.code.empty() || code.name == filter.code))
                    asked.codes.push_back(&code);
            }
        }
        for (const model::Code* code : asked.codes)
            asked.weighing.emplace_back(variable, code);
        if (!asked.codes.empty())
            all.push_back(std::move(asked));
    }
    std::vector<model::UnitWork> works(round.measuredRaters);
    for (std::size_t unit = 0; unit < round.units.size(); ++unit) {
        const MeasuredUnit& each = round.units[unit];
        for (Asked& asked : all) {
            if (!asked.variable->appliesTo(each.kind, each.prompt))
                continue;
            for (std::size_t rater = 0; rater < works.size(); ++rater)
                works[rater] = round.work(unit, rater, asked.variable->id);
            for (std::size_t code = 0; code < asked.codes.size(); ++code) {
                Difference difference;
                difference.unit = unit;
                difference.variable = asked.variable;
                difference.code = asked.codes[code];
                difference.ratings.reserve(works.size());
                for (const model::UnitWork& work : works)
                    difference.ratings.push_back(valueOf(*asked.variable, asked.codes[code], work));
                asked.weighing[code].add(std::move(difference), filter.withAgreed);
            }
        }
    }
    std::vector<Difference> rows;
    for (Asked& asked : all) {
        for (Weighing& weighing : asked.weighing) {
            for (Difference& row : weighing.take()) {
                if (filter.unit.isNone() || round.units[row.unit].id == filter.unit)
                    rows.push_back(std::move(row));
            }
        }
    }
    // Codes came one after the other in the codebook's order, each in the order of units.
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Difference& a, const Difference& b) { return a.unit < b.unit; });
    return rows;
}

base::Result<SettledValues> SettledValues::read(Session& session, model::RoundId round) {
    SettledValues values;
    store::SettledFilter filter;
    filter.round = round;
    RAPPORT_ASSIGN(auto settled, session.impl().consensus().settled(filter));
    for (store::Settled& each : settled)
        values.m_byUnit[each.unit].push_back(std::move(each));
    return values;
}

std::optional<std::string> SettledValues::of(model::UnitId unit, const model::Variable& variable,
                                             const model::Code* code) const {
    const auto found = m_byUnit.find(unit);
    if (found == m_byUnit.end())
        return std::nullopt;
    std::optional<std::string> value;
    const store::Settled* latest = nullptr;
    for (const store::Settled& each : found->second) {
        if (each.variable != variable.id)
            continue;
        if (code != nullptr) {
            // Settled for the code itself, or for one that is part of it by now: present if any part is.
            if (variable.code(each.code) == code && (!value || each.number == 1))
                value = each.number == 1 ? "1" : "0";
            continue;
        }
        // Two copies of the study may each have settled it: the later one counts, in every copy alike.
        if (latest == nullptr || each.time > latest->time ||
            (each.time == latest->time && each.guid > latest->guid))
            latest = &each;
    }
    if (latest == nullptr)
        return value;
    if (variable.scale == model::Scale::Count)
        return std::to_string(latest->number);
    const model::Code* level = variable.code(latest->code);
    return level == nullptr ? std::nullopt : std::optional<std::string>(level->name);
}

base::Result<std::vector<Disagreement>> disagreements(Session& session, const DisagreementRequest& request) {
    StudyMeasureOptions options;
    options.rounds = {request.round};
    options.by = request.by;
    options.unitKind = request.unitKind;
    options.raters = request.raters;
    options.afterOpening = request.afterOpening;
    RAPPORT_ASSIGN(const auto rounds, roundsToMeasure(session, options));
    RAPPORT_ASSIGN(const auto read, MeasuredRound::shared(session, rounds.front(), options));
    const MeasuredRound& round = *read;
    RAPPORT_TRY(knownIn(session, {round.codebook}, request.variable, request.code));
    RAPPORT_ASSIGN(const SettledValues settled, SettledValues::read(session, round.round.id));
    DifferenceFilter filter;
    filter.variable = request.variable;
    filter.code = request.code;
    filter.withAgreed = !request.onlyDisagreeing;
    RAPPORT_ASSIGN(const auto asked, unitsAsked(session, round, request));
    std::vector<Disagreement> rows;
    for (Difference& each : differencesOf(round, *round.codebook, filter)) {
        if (!asked.at(each.variable->id)[each.unit])
            continue;
        Disagreement row;
        row.unit = round.units[each.unit].id;
        row.unitName = round.units[each.unit].name;
        row.variable = each.variable->name;
        row.code = each.code == nullptr ? "" : each.code->name;
        for (std::size_t rater = 0; rater < each.ratings.size(); ++rater)
            row.ratings.emplace_back(round.raterNames[rater], std::move(each.ratings[rater]));
        row.share = each.share;
        row.cost = each.cost;
        row.settled = settled.of(row.unit, *each.variable, each.code);
        rows.push_back(std::move(row));
    }
    if (request.onlyDisagreeing && request.order == DisagreementOrder::Cost)
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Disagreement& a, const Disagreement& b) { return a.cost > b.cost; });
    return rows;
}

base::Result<std::int64_t> disagreementsKeptBack(Session& session, const std::string& name) {
    StudyMeasureOptions options;
    options.rounds = {name};
    RAPPORT_ASSIGN(const auto rounds, roundsToMeasure(session, options));
    RAPPORT_ASSIGN(const auto round, MeasuredRound::shared(session, rounds.front(), options));
    return static_cast<std::int64_t>(round->keptBack.size());
}

} // namespace rapport::service
