// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/unitizing_sums.h"

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

namespace {

/// The spans that count: all, or those of one code, which are then called code 0.
std::vector<Span> chosen(const std::vector<Span>& spans, std::optional<std::uint32_t> only) {
    if (!only)
        return spans;
    std::vector<Span> result;
    for (const Span& span : spans)
        if (span.code == *only)
            result.push_back({span.begin, span.end, 0});
    return result;
}

/// Overlapping spans of one code become one.
std::vector<Span> merged(const std::vector<Span>& spans) {
    std::vector<Span> result;
    for (const Span& span : spans) {
        if (!result.empty() && span.begin < result.back().end)
            result.back().end = std::max(result.back().end, span.end);
        else
            result.push_back(span);
    }
    return result;
}

double lengthOf(const Span& span) {
    return static_cast<double>(span.end - span.begin);
}

/// Calls `meet(i, j, common length)` for all spans of two sorted lists, each without overlaps, that have
/// something in common.
template<typename Meet>
void sweep(const std::vector<Span>& first, const std::vector<Span>& second, Meet meet) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < first.size() && j < second.size()) {
        const std::int64_t common =
            std::min(first[i].end, second[j].end) - std::max(first[i].begin, second[j].begin);
        if (common > 0)
            meet(i, j, static_cast<double>(common));
        if (first[i].end <= second[j].end)
            ++i;
        else
            ++j;
    }
}

double weightAt(std::span<const double> weights, std::size_t source) {
    return weights.empty() ? 1 : weights[source];
}

} // namespace

// --- u, |u, cu, (k)u

UnitizingSums::UnitizingSums(const UnitizingData& data, std::optional<std::uint32_t> only)
    : m_codes(only ? 1 : data.codes().size()) {
    const std::size_t size = m_codes + 1;
    for (const UnitizedSource& source : data.sources()) {
        SourceLengths& sums = m_sources.emplace_back();
        sums.length = static_cast<double>(source.length);
        sums.raters = static_cast<double>(source.byRater.size());
        sums.observed.assign(size * size, 0);
        sums.selfPaired.assign(size, 0);
        sums.valuedSelf.assign(m_codes, 0);
        if (source.byRater.size() < 2)
            continue;
        std::vector<std::vector<Span>> spans;
        for (const RaterSpans& rater : source.byRater) {
            spans.push_back(chosen(rater.spans, only));
            double covered = 0;
            for (const Span& span : spans.back()) {
                covered += lengthOf(span);
                sums.selfPaired[span.code + 1] += lengthOf(span) * lengthOf(span);
            }
            sums.selfPaired[0] += sums.length - covered;
            sums.spans += static_cast<double>(spans.back().size());
        }
        const double share = 1 / (sums.raters - 1);
        for (std::size_t first = 0; first < spans.size(); ++first)
            for (std::size_t second = first + 1; second < spans.size(); ++second) {
                const std::vector<Span>& one = spans[first];
                const std::vector<Span>& other = spans[second];
                std::vector<double> coveredOne(one.size(), 0);
                std::vector<double> coveredOther(other.size(), 0);
                sweep(one, other, [&](std::size_t i, std::size_t j, double common) {
                    const std::size_t c = one[i].code + 1;
                    const std::size_t k = other[j].code + 1;
                    sums.observed[c * size + k] += share * common;
                    sums.observed[k * size + c] += share * common;
                    coveredOne[i] += common;
                    coveredOther[j] += common;
                });
                double outside = sums.length; // in the gaps of both
                const auto addGaps = [&](const std::vector<Span>& own, const std::vector<double>& covered) {
                    for (std::size_t index = 0; index < own.size(); ++index) {
                        const double alone = lengthOf(own[index]) - covered[index];
                        const std::size_t c = own[index].code + 1;
                        sums.observed[c * size] += share * alone;
                        sums.observed[c] += share * alone;
                        sums.valuedSelf[own[index].code] += share * covered[index] * covered[index];
                        outside -= alone;
                    }
                };
                addGaps(one, coveredOne);
                addGaps(other, coveredOther);
                for (const double both : coveredOne)
                    outside -= both;
                sums.observed[0] += 2 * share * outside;
            }
    }
}

Lengths UnitizingSums::lengths(std::span<const double> weights) const {
    Lengths result;
    const std::size_t size = m_codes + 1;
    result.codes = m_codes;
    result.observed.assign(size * size, 0);
    result.selfPaired.assign(size, 0);
    result.valuedSelf.assign(m_codes, 0);
    for (std::size_t source = 0; source < m_sources.size(); ++source) {
        const SourceLengths& sums = m_sources[source];
        const double weight = weightAt(weights, source);
        if (sums.raters < 2 || weight == 0)
            continue;
        result.total += weight * sums.raters * sums.length;
        for (std::size_t at = 0; at < size * size; ++at)
            result.observed[at] += weight * sums.observed[at];
        for (std::size_t at = 0; at < size; ++at)
            result.selfPaired[at] += weight * sums.selfPaired[at];
        for (std::size_t at = 0; at < m_codes; ++at)
            result.valuedSelf[at] += weight * sums.valuedSelf[at];
    }
    return result;
}

namespace {

/// Lengths l_c., expected lengths e_ck and what they rest on.
struct Expected {
    std::vector<double> rows;
    std::vector<double> selfPaired;
    double total = 0;
    double scale = 0; ///< l.. - S / l..
    [[nodiscard]] double at(std::size_t c, std::size_t k) const {
        return (rows[c] * rows[k] - (c == k ? selfPaired[c] : 0)) / scale;
    }
};

Expected expectedLengths(const Lengths& lengths, bool valuedOnly) {
    Expected expected;
    const std::size_t from = valuedOnly ? 1 : 0;
    for (std::size_t c = from; c <= lengths.codes; ++c) {
        double row = 0;
        for (std::size_t k = from; k <= lengths.codes; ++k)
            row += lengths.at(c, k);
        expected.rows.push_back(row);
        expected.total += row;
    }
    expected.selfPaired = valuedOnly ? lengths.valuedSelf : lengths.selfPaired;
    double all = 0;
    for (const double own : expected.selfPaired)
        all += own;
    expected.scale = expected.total > 0 ? expected.total - all / expected.total : 0;
    return expected;
}

Outcome ratio(double observed, double expected, double total) {
    // Lengths are whole numbers or their thirds, fifths ...: what is smaller is 0.
    if (expected <= 1e-9 * total)
        return Outcome::undefined(Reason::NoVariation);
    Outcome outcome = Outcome::of(1 - observed / expected, 0);
    outcome.observed = 1 - observed / total;
    outcome.expected = 1 - expected / total;
    return outcome;
}

} // namespace

Outcome uAlpha(const Lengths& lengths) {
    if (lengths.total == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const Expected expected = expectedLengths(lengths, false);
    if (expected.scale <= 0)
        return Outcome::undefined(Reason::NoVariation);
    double observedApart = expected.total;
    double expectedApart = 0;
    for (std::size_t c = 0; c <= lengths.codes; ++c) {
        observedApart -= lengths.at(c, c);
        for (std::size_t k = 0; k <= lengths.codes; ++k)
            if (c != k)
                expectedApart += expected.at(c, k);
    }
    return ratio(observedApart, expectedApart, expected.total);
}

Outcome uAlphaBinary(const Lengths& lengths) {
    if (lengths.total == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const Expected expected = expectedLengths(lengths, false);
    if (expected.scale <= 0)
        return Outcome::undefined(Reason::NoVariation);
    double observedApart = 0;
    double expectedApart = 0;
    for (std::size_t k = 1; k <= lengths.codes; ++k) {
        observedApart += 2 * lengths.at(0, k);
        expectedApart += 2 * expected.at(0, k);
    }
    return ratio(observedApart, expectedApart, expected.total);
}

Outcome cuAlpha(const Lengths& lengths) {
    if (lengths.total == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const Expected expected = expectedLengths(lengths, true);
    if (expected.scale <= 1e-9 * expected.total || expected.total == 0)
        return Outcome::undefined(Reason::NoVariation);
    double observedApart = expected.total;
    double expectedApart = 0;
    for (std::size_t c = 0; c < lengths.codes; ++c) {
        observedApart -= lengths.at(c + 1, c + 1);
        for (std::size_t k = 0; k < lengths.codes; ++k)
            if (c != k)
                expectedApart += expected.at(c, k);
    }
    return ratio(observedApart, expectedApart, expected.total);
}

Outcome kuAlpha(const Lengths& lengths, std::size_t code) {
    if (lengths.total == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const Expected expected = expectedLengths(lengths, true);
    const double own = expected.total > 0 ? expected.rows[code] : 0;
    if (expected.scale <= 1e-9 * expected.total || expected.total == 0 || own <= 0)
        return Outcome::undefined(Reason::NoVariation);
    double chance = 0;
    double chanceApart = 0;
    for (std::size_t c = 0; c < lengths.codes; ++c) {
        chance += expected.at(c, code);
        if (c != code)
            chanceApart += expected.at(c, code);
    }
    if (chanceApart <= 1e-9 * expected.total)
        return Outcome::undefined(Reason::NoVariation);
    return Outcome::of(1 - chance / own * (own - lengths.at(code + 1, code + 1)) / chanceApart, 0);
}

Outcome cuCoverage(const Lengths& lengths) {
    if (lengths.total == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    double valued = 0;
    for (std::size_t c = 1; c <= lengths.codes; ++c)
        for (std::size_t k = 1; k <= lengths.codes; ++k)
            valued += lengths.at(c, k);
    return Outcome::of(valued / lengths.total, 0);
}

Outcome kuCoverage(const Lengths& lengths, std::size_t code) {
    double valued = 0;
    for (std::size_t k = 1; k <= lengths.codes; ++k)
        valued += lengths.at(code + 1, k);
    const double all = valued + lengths.at(code + 1, 0);
    if (all <= 0)
        return Outcome::undefined(lengths.total == 0 ? Reason::NoPairableUnits : Reason::NoVariation);
    return Outcome::of(valued / all, 0);
}

// --- alpha_U of 1995

BoundaryDisagreement::BoundaryDisagreement(const UnitizingData& data) {
    for (const UnitizedSource& source : data.sources()) {
        m_length.push_back(static_cast<double>(source.length));
        m_raters.push_back(static_cast<double>(source.byRater.size()));
    }
    for (std::size_t code = 0; code < data.codes().size(); ++code) {
        Code& sums = m_codes.emplace_back();
        for (std::size_t number = 0; number < data.sources().size(); ++number) {
            const UnitizedSource& source = data.sources()[number];
            double& disagreement = sums.disagreement.emplace_back(0);
            if (source.byRater.size() < 2)
                continue;
            std::vector<std::vector<Span>> units;
            for (const RaterSpans& rater : source.byRater) {
                units.push_back(chosen(rater.spans, static_cast<std::uint32_t>(code)));
                std::int64_t reached = 0;
                const auto addGap = [&](std::int64_t end) {
                    if (end > reached)
                        sums.gaps.push_back(
                            {static_cast<double>(end - reached), static_cast<std::uint32_t>(number)});
                };
                for (const Span& span : units.back()) {
                    addGap(span.begin);
                    sums.units.push_back({lengthOf(span), static_cast<std::uint32_t>(number)});
                    reached = span.end;
                }
                addGap(source.length);
            }
            const double share = 2 / (static_cast<double>(units.size()) - 1);
            for (std::size_t first = 0; first < units.size(); ++first)
                for (std::size_t second = first + 1; second < units.size(); ++second) {
                    const std::vector<Span>& one = units[first];
                    const std::vector<Span>& other = units[second];
                    std::vector<bool> metOne(one.size(), false);
                    std::vector<bool> metOther(other.size(), false);
                    double squares = 0;
                    sweep(one, other, [&](std::size_t i, std::size_t j, double) {
                        metOne[i] = metOther[j] = true;
                        const double begins = static_cast<double>(one[i].begin - other[j].begin);
                        const double ends = static_cast<double>(one[i].end - other[j].end);
                        squares += begins * begins + ends * ends;
                    });
                    // A unit that meets none of the other's lies inside a gap.
                    for (std::size_t i = 0; i < one.size(); ++i)
                        squares += metOne[i] ? 0 : lengthOf(one[i]) * lengthOf(one[i]);
                    for (std::size_t j = 0; j < other.size(); ++j)
                        squares += metOther[j] ? 0 : lengthOf(other[j]) * lengthOf(other[j]);
                    disagreement += share * squares;
                }
        }
        const auto longer = [](const Length& left, const Length& right) {
            return left.length > right.length;
        };
        std::sort(sums.gaps.begin(), sums.gaps.end(), longer);
        std::sort(sums.units.begin(), sums.units.end(), longer);
    }
}

BoundaryDisagreement::Parts BoundaryDisagreement::of(std::size_t code,
                                                     std::span<const double> weights) const {
    const Code& sums = m_codes[code];
    double continuum = 0; // L
    double all = 0;       // m L
    for (std::size_t source = 0; source < m_length.size(); ++source) {
        if (m_raters[source] < 2)
            continue;
        continuum += weightAt(weights, source) * m_length[source];
        all += weightAt(weights, source) * m_raters[source] * m_length[source];
    }
    Parts parts;
    if (all == 0)
        return parts;
    for (std::size_t source = 0; source < sums.disagreement.size(); ++source)
        parts.observed += weightAt(weights, source) * sums.disagreement[source];
    parts.observed /= all * continuum;

    double units = 0; // N_c
    double selfPairs = 0;
    for (const Length& unit : sums.units) {
        const double weight = weightAt(weights, unit.source);
        units += weight;
        selfPairs += weight * unit.length * (unit.length - 1);
    }
    // From the longest unit down, the gaps that can hold it only become more.
    double chance = 0;
    double gaps = 0;
    double gapLength = 0;
    std::size_t next = sums.gaps.size();
    std::size_t taken = 0;
    for (const Length& unit : sums.units) {
        for (; taken < next && sums.gaps[taken].length >= unit.length; ++taken) {
            const double weight = weightAt(weights, sums.gaps[taken].source);
            gaps += weight;
            gapLength += weight * sums.gaps[taken].length;
        }
        const double l = unit.length;
        chance += weightAt(weights, unit.source) *
                  ((units - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * (gapLength - gaps * (l - 1)));
    }
    const double places = all * (all - 1) - selfPairs;
    parts.expected = places > 0 ? 2 / continuum * chance / places : 0;
    return parts;
}

// --- characters

CharacterCounts::CharacterCounts(const UnitizingData& data, std::optional<std::uint32_t> only)
    : m_categories(only ? 2 : data.codes().size() + 1) {
    m_twoRaters = data.raters().size() == 2;
    struct Event {
        std::int64_t at = 0;
        std::uint32_t rater = 0;
        std::uint32_t category = 0;
    };
    for (const UnitizedSource& source : data.sources()) {
        Source& sums = m_sources.emplace_back();
        sums.values.assign(m_categories, 0);
        sums.table.assign(m_categories * m_categories, 0);
        const auto raters = static_cast<std::uint32_t>(source.byRater.size());
        if (raters < 2)
            continue;
        std::vector<Event> events;
        for (std::uint32_t rater = 0; rater < raters; ++rater) {
            const std::vector<Span> spans = merged(chosen(source.byRater[rater].spans, only));
            for (std::size_t index = 0; index < spans.size(); ++index) {
                events.push_back({spans[index].begin, rater, spans[index].code + 1});
                if (index + 1 == spans.size() || spans[index + 1].begin != spans[index].end)
                    events.push_back({spans[index].end, rater, 0});
            }
        }
        std::stable_sort(events.begin(), events.end(),
                         [](const Event& left, const Event& right) { return left.at < right.at; });
        std::vector<std::uint32_t> current(raters, 0);
        std::vector<double> counts(m_categories, 0);
        counts[0] = raters;
        double squares = static_cast<double>(raters) * raters; // sum of squared counts
        std::int64_t reached = 0;
        const auto advance = [&](std::int64_t to) {
            const double length = static_cast<double>(to - reached);
            if (length <= 0)
                return;
            sums.characters += length;
            sums.disagreeing += length * (static_cast<double>(raters) * raters - squares) / (raters - 1);
            for (std::uint32_t rater = 0; rater < raters; ++rater)
                sums.values[current[rater]] += length;
            if (raters == 2)
                sums.table[current[0] * m_categories + current[1]] += length;
            reached = to;
        };
        for (const Event& event : events) {
            advance(event.at);
            double& from = counts[current[event.rater]];
            squares -= 2 * from - 1;
            from -= 1;
            double& to = counts[event.category];
            squares += 2 * to + 1;
            to += 1;
            current[event.rater] = event.category;
        }
        advance(source.length);
    }
}

Outcome CharacterCounts::alpha(std::span<const double> weights) const {
    std::vector<double> values(m_categories, 0);
    double disagreeing = 0;
    double all = 0;
    for (std::size_t source = 0; source < m_sources.size(); ++source) {
        const double weight = weightAt(weights, source);
        disagreeing += weight * m_sources[source].disagreeing;
        for (std::size_t category = 0; category < m_categories; ++category) {
            values[category] += weight * m_sources[source].values[category];
            all += weight * m_sources[source].values[category];
        }
    }
    if (all == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    double expected = 0;
    for (const double value : values)
        expected += value * (all - value);
    if (expected <= 0)
        return Outcome::undefined(Reason::NoVariation);
    Outcome outcome = Outcome::of(1 - (all - 1) * disagreeing / expected, 0);
    outcome.observed = 1 - disagreeing / all;
    outcome.expected = 1 - expected / (all * (all - 1));
    return outcome;
}

Outcome CharacterCounts::kappa(std::span<const double> weights) const {
    if (!m_twoRaters)
        return Outcome::undefined(Reason::NotApplicable);
    std::vector<double> table(m_categories * m_categories, 0);
    for (std::size_t source = 0; source < m_sources.size(); ++source)
        for (std::size_t cell = 0; cell < table.size(); ++cell)
            table[cell] += weightAt(weights, source) * m_sources[source].table[cell];
    std::vector<double> rows(m_categories, 0);
    std::vector<double> columns(m_categories, 0);
    double all = 0;
    double agreeing = 0;
    for (std::size_t k = 0; k < m_categories; ++k)
        for (std::size_t l = 0; l < m_categories; ++l) {
            const double cell = table[k * m_categories + l];
            rows[k] += cell;
            columns[l] += cell;
            all += cell;
            agreeing += k == l ? cell : 0;
        }
    if (all == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    double expected = 0;
    for (std::size_t k = 0; k < m_categories; ++k)
        expected += rows[k] / all * (columns[k] / all);
    return Outcome::beyondChance(agreeing / all, expected, 0);
}

// --- segments

std::vector<OverlapCounts> overlapCounts(const UnitizingData& data, OverlapRule rule, double share,
                                         std::optional<std::uint32_t> only) {
    std::vector<OverlapCounts> results;
    const auto agree = [rule, share](const Span& one, const Span& other) {
        if (rule == OverlapRule::Exact)
            return one.begin == other.begin && one.end == other.end;
        const std::int64_t common = std::min(one.end, other.end) - std::max(one.begin, other.begin);
        if (rule == OverlapRule::Any)
            return common > 0;
        return static_cast<double>(common) >= share * std::max(lengthOf(one), lengthOf(other));
    };
    for (const UnitizedSource& source : data.sources()) {
        OverlapCounts& counts = results.emplace_back();
        if (source.byRater.size() < 2)
            continue;
        // By code and begin, with the longest span of each code: no partner begins further to the left than
        // that.
        struct Rater {
            std::vector<std::vector<Span>> spans;
            std::vector<std::int64_t> longest;
        };
        std::vector<Rater> raters;
        for (const RaterSpans& own : source.byRater) {
            Rater& rater = raters.emplace_back();
            rater.spans.resize(data.codes().size());
            rater.longest.resize(data.codes().size(), 0);
            for (const Span& span : own.spans) {
                if (only && span.code != *only)
                    continue;
                rater.spans[span.code].push_back(span);
                rater.longest[span.code] = std::max(rater.longest[span.code], span.end - span.begin);
            }
        }
        for (const Rater& one : raters)
            for (const Rater& other : raters) {
                if (&one == &other)
                    continue;
                for (std::size_t code = 0; code < data.codes().size(); ++code)
                    for (const Span& span : one.spans[code]) {
                        counts.spans += 1;
                        const std::vector<Span>& candidates = other.spans[code];
                        const std::int64_t leftmost = span.begin - other.longest[code];
                        auto candidate = std::lower_bound(
                            candidates.begin(), candidates.end(), leftmost,
                            [](const Span& each, std::int64_t begin) { return each.begin < begin; });
                        for (; candidate != candidates.end() && candidate->begin < span.end; ++candidate)
                            if (agree(span, *candidate)) {
                                counts.found += 1;
                                break;
                            }
                    }
            }
    }
    return results;
}

} // namespace rapport::agreement
