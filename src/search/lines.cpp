// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/lines.h"

#include "search/token_search.h"
#include "text/collation.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

namespace rapport::search {

namespace {

constexpr std::uint32_t noWord = std::numeric_limits<std::uint32_t>::max();

/// The form beside a match, within its unit.
std::uint32_t formBeside(const TokenIndex& tokens, const TokenSpan& line, const LineKey& key) {
    const std::uint32_t unit = tokens.unitAt(line.first);
    if (key.by == LineKey::By::Left)
        return line.first >= tokens.unitBegin(unit) + key.word ? tokens.formAt(line.first - key.word)
                                                               : noWord;
    return std::uint64_t{line.last} + key.word < tokens.unitEnd(unit) ? tokens.formAt(line.last + key.word)
                                                                      : noWord;
}

/// Numbers whose order is that of the language: one per line.
std::vector<std::uint32_t> ranksOf(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                                   const LineKey& key, const text::Collator& order) {
    std::vector<std::uint32_t> values;
    values.reserve(lines.size());
    if (key.by == LineKey::By::Unit) {
        for (const TokenSpan& line : lines)
            values.push_back(key.unitValues[tokens.unitAt(line.first)]);
        return values;
    }
    // Each form, or each match of several words, is put in order once.
    std::map<std::string, std::uint32_t> matches;
    std::vector<std::string> texts;
    std::vector<std::uint32_t> distinct;
    for (const TokenSpan& line : lines) {
        if (key.by == LineKey::By::Match) {
            const auto [at, isNew] =
                matches.emplace(wordsOf(tokens, line), static_cast<std::uint32_t>(texts.size()));
            if (isNew)
                texts.push_back(at->first);
            values.push_back(at->second);
        } else {
            values.push_back(formBeside(tokens, line, key));
        }
    }
    distinct = values;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::vector<std::pair<std::string, std::uint32_t>> inOrder;
    for (const std::uint32_t value : distinct) {
        const std::string text = key.by == LineKey::By::Match ? texts[value]
                                 : value == noWord            ? std::string()
                                                              : std::string(tokens.form(value));
        inOrder.emplace_back(value == noWord ? std::string() : order.sortKey(text), value);
    }
    std::sort(inOrder.begin(), inOrder.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rankOf; ///< value, rank
    for (std::uint32_t rank = 0; rank < inOrder.size(); ++rank)
        rankOf.emplace_back(inOrder[rank].second, rank);
    std::sort(rankOf.begin(), rankOf.end());
    for (std::uint32_t& value : values)
        value = std::lower_bound(rankOf.begin(), rankOf.end(), std::pair(value, 0U))->second;
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

std::vector<TokenSpan> linesIn(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                               const std::vector<bool>& isIn) {
    std::vector<TokenSpan> found;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(found),
                 [&](const TokenSpan& line) { return isIn[tokens.unitAt(line.first)]; });
    return found;
}

base::Status sortLines(const TokenIndex& tokens, std::vector<TokenSpan>& lines,
                       const std::vector<LineKey>& keys, std::string_view language, const base::Task& task) {
    constexpr std::size_t comparesPerLook = 65'536;
    const text::Collator order(language);
    std::vector<std::vector<std::uint32_t>> ranks;
    for (const LineKey& key : keys) {
        if (task.isStopped())
            return base::Task::cancelled();
        ranks.push_back(ranksOf(tokens, lines, key, order));
    }
    std::vector<std::size_t> places(lines.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::size_t compared = 0;
    try {
        std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
            if (++compared % comparesPerLook == 0 && task.isStopped())
                throw detail::Stopped();
            for (const auto& rank : ranks) {
                if (rank[a] != rank[b])
                    return rank[a] < rank[b];
            }
            return false;
        });
    } catch (const detail::Stopped&) {
        return base::Task::cancelled();
    }
    std::vector<TokenSpan> sorted;
    sorted.reserve(lines.size());
    for (const std::size_t place : places)
        sorted.push_back(lines[place]);
    lines = std::move(sorted);
    return {};
}

std::vector<TokenSpan> sampleLines(const std::vector<TokenSpan>& lines, std::size_t count,
                                   std::uint64_t seed) {
    if (count >= lines.size())
        return lines;
    std::vector<std::size_t> places(lines.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    base::Random random(seed);
    random.shuffle(places);
    places.resize(count);
    std::sort(places.begin(), places.end());
    std::vector<TokenSpan> chosen;
    chosen.reserve(count);
    for (const std::size_t place : places)
        chosen.push_back(lines[place]);
    return chosen;
}

std::vector<LineCount> countLines(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                                  const LineKey& key) {
    struct Tally {
        LineCount count;
        std::uint32_t lastUnit = noWord;
    };
    std::map<std::string, std::uint32_t> matches;
    std::map<std::uint32_t, Tally> tallies;
    for (const TokenSpan& line : lines) {
        const std::uint32_t unit = tokens.unitAt(line.first);
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
            value = formBeside(tokens, line, key);
            if (value != noWord)
                shown = tokens.form(value);
        }
        Tally& tally = tallies[value];
        if (tally.count.lines++ == 0) {
            tally.count.value = shown;
            tally.count.number = value;
        }
        tally.count.units += tally.lastUnit == unit ? 0U : 1U;
        tally.lastUnit = unit;
    }
    std::vector<LineCount> counts;
    counts.reserve(tallies.size());
    for (auto& [value, tally] : tallies)
        counts.push_back(std::move(tally.count));
    std::stable_sort(counts.begin(), counts.end(), [](const LineCount& a, const LineCount& b) {
        return a.lines != b.lines ? a.lines > b.lines : a.value < b.value;
    });
    return counts;
}

} // namespace rapport::search
