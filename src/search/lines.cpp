// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/lines.h"

#include "search/looker.h"
#include "text/collation.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <unordered_map>

namespace rapport::search {

namespace {

constexpr std::uint32_t noWord = std::numeric_limits<std::uint32_t>::max();

using detail::Looker;

/// The form beside a match, within its unit.
std::uint32_t formBeside(const TokenIndex& tokens, std::uint32_t unit, const TokenSpan& line,
                         const LineKey& key) {
    if (key.by == LineKey::By::Left)
        return line.first >= tokens.unitBegin(unit) + key.word ? tokens.formAt(line.first - key.word)
                                                               : noWord;
    return std::uint64_t{line.last} + key.word < tokens.unitEnd(unit) ? tokens.formAt(line.last + key.word)
                                                                      : noWord;
}

/// Numbers whose order is that of the language: one per line.
std::vector<std::uint32_t> ranksOf(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                                   const LineKey& key, const text::Collator& order, Looker& looker) {
    std::vector<std::uint32_t> values;
    values.reserve(lines.size());
    UnitCursor units(tokens);
    if (key.by == LineKey::By::Unit) {
        for (const TokenSpan& line : lines) {
            looker.look();
            values.push_back(key.unitValues[units.at(line.first)]);
        }
        return values;
    }
    // Each form, or each match of several words, is put in order once.
    std::map<std::string, std::uint32_t> matches;
    std::vector<std::string> texts;
    std::vector<std::uint32_t> distinct;
    for (const TokenSpan& line : lines) {
        looker.look();
        if (key.by == LineKey::By::Match) {
            const auto [at, isNew] =
                matches.emplace(wordsOf(tokens, line), static_cast<std::uint32_t>(texts.size()));
            if (isNew)
                texts.push_back(at->first);
            values.push_back(at->second);
        } else {
            values.push_back(formBeside(tokens, units.at(line.first), line, key));
        }
    }
    // By a mark per value, as sorting a value per line would take longer than all the rest.
    std::vector<bool> isSeen(key.by == LineKey::By::Match ? texts.size() : tokens.formCount());
    bool hasGap = false;
    for (const std::uint32_t value : values) {
        looker.look();
        if (value == noWord)
            hasGap = true;
        else
            isSeen[value] = true;
    }
    for (std::uint32_t value = 0; value < isSeen.size(); ++value) {
        if (isSeen[value])
            distinct.push_back(value);
    }
    if (hasGap)
        distinct.push_back(noWord);
    std::vector<std::pair<std::string, std::uint32_t>> inOrder;
    for (const std::uint32_t value : distinct) {
        looker.look();
        const std::string text = key.by == LineKey::By::Match ? texts[value]
                                 : value == noWord            ? std::string()
                                                              : std::string(tokens.form(value));
        inOrder.emplace_back(value == noWord ? std::string() : order.sortKey(text), value);
    }
    std::sort(inOrder.begin(), inOrder.end(), [&looker](const auto& a, const auto& b) {
        looker.look();
        return a < b;
    });
    std::vector<std::uint32_t> rankOf(isSeen.size() + 1); ///< by value; the last: no word
    for (std::uint32_t rank = 0; rank < inOrder.size(); ++rank)
        rankOf[std::min<std::size_t>(inOrder[rank].second, isSeen.size())] = rank;
    for (std::uint32_t& value : values) {
        looker.look();
        value = rankOf[std::min<std::size_t>(value, isSeen.size())];
    }
    return values;
}

} // namespace

std::string wordsOf(const TokenIndex& tokens, const TokenSpan& span) {
    std::string words;
    for (std::uint32_t place = span.first; place <= span.last; ++place) {
        words += words.empty() ? "" : " ";
        words += tokens.form(tokens.formAt(place));
    }
    return words;
}

base::Result<std::vector<TokenSpan>> linesIn(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                                             const std::vector<bool>& isIn, const base::Task& task) {
    try {
        Looker looker(task);
        UnitCursor units(tokens);
        std::vector<TokenSpan> found;
        for (const TokenSpan& line : lines) {
            looker.look();
            if (isIn[units.at(line.first)])
                found.push_back(line);
        }
        return found;
    } catch (const detail::Stopped&) {
        return base::Task::cancelled();
    }
}

base::Status sortLines(const TokenIndex& tokens, std::vector<TokenSpan>& lines,
                       const std::vector<LineKey>& keys, std::string_view language, const base::Task& task) {
    const text::Collator order(language);
    try {
        Looker looker(task);
        std::vector<std::vector<std::uint32_t>> ranks;
        for (const LineKey& key : keys)
            ranks.push_back(ranksOf(tokens, lines, key, order, looker));
        std::vector<std::uint32_t> places;
        places.reserve(lines.size());
        for (std::uint32_t place = 0; place < lines.size(); ++place) {
            looker.look();
            places.push_back(place);
        }
        std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
            looker.look();
            for (const auto& rank : ranks) {
                if (rank[a] != rank[b])
                    return rank[a] < rank[b];
            }
            return false;
        });
        std::vector<TokenSpan> sorted;
        sorted.reserve(lines.size());
        for (const std::uint32_t place : places) {
            looker.look();
            sorted.push_back(lines[place]);
        }
        lines = std::move(sorted);
    } catch (const detail::Stopped&) {
        return base::Task::cancelled();
    }
    return {};
}

base::Result<std::vector<TokenSpan>> sampleLines(const std::vector<TokenSpan>& lines, std::size_t count,
                                                 std::uint64_t seed, const base::Task& task) {
    if (count >= lines.size())
        return lines;
    return detail::stoppable<std::vector<TokenSpan>>(task, [&](Looker& looker) {
        std::vector<std::uint32_t> places;
        places.reserve(lines.size());
        for (std::uint32_t place = 0; place < lines.size(); ++place) {
            looker.look();
            places.push_back(place);
        }
        base::Random random(seed);
        // As Random::shuffle, which cannot be stopped.
        for (std::size_t left = places.size(); left > 1; --left) {
            looker.look();
            std::swap(places[left - 1], places[static_cast<std::size_t>(random.below(left))]);
        }
        places.resize(count);
        std::sort(places.begin(), places.end(), [&looker](std::uint32_t a, std::uint32_t b) {
            looker.look();
            return a < b;
        });
        std::vector<TokenSpan> chosen;
        chosen.reserve(count);
        for (const std::uint32_t place : places) {
            looker.look();
            chosen.push_back(lines[place]);
        }
        return chosen;
    });
}

base::Result<std::vector<LineCount>> countLines(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                                                const LineKey& key, const base::Task& task) {
    struct Tally {
        LineCount count;
        std::uint32_t lastUnit = noWord;
    };
    std::map<std::string, std::uint32_t> matches;
    std::unordered_map<std::uint32_t, Tally> tallies;
    std::vector<LineCount> counts;
    try {
        Looker looker(task);
        UnitCursor units(tokens);
        for (const TokenSpan& line : lines) {
            looker.look();
            const std::uint32_t unit = units.at(line.first);
            std::uint32_t value = 0;
            std::string shown;
            switch (key.by) {
            case LineKey::By::Unit:
                value = key.unitValues[unit];
                break;
            case LineKey::By::Match:
                shown = wordsOf(tokens, line);
                value = matches.emplace(shown, static_cast<std::uint32_t>(matches.size())).first->second;
                break;
            default:
                value = formBeside(tokens, unit, line, key);
            }
            Tally& tally = tallies[value];
            if (tally.count.lines++ == 0) {
                if ((key.by == LineKey::By::Left || key.by == LineKey::By::Right) && value != noWord)
                    shown = tokens.form(value);
                tally.count.value = std::move(shown);
                tally.count.number = value;
            }
            tally.count.units += tally.lastUnit == unit ? 0U : 1U;
            tally.lastUnit = unit;
        }
        counts.reserve(tallies.size());
        for (auto& [value, tally] : tallies)
            counts.push_back(std::move(tally.count));
        std::sort(counts.begin(), counts.end(), [&looker](const LineCount& a, const LineCount& b) {
            looker.look();
            if (a.lines != b.lines)
                return a.lines > b.lines;
            return a.value != b.value ? a.value < b.value : a.number < b.number;
        });
    } catch (const detail::Stopped&) {
        return base::Task::cancelled();
    }
    return counts;
}

} // namespace rapport::search
