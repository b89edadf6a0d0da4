// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/lines.h"

#include "search/looker.h"
#include "text/collation.h"

#include <algorithm>
#include <limits>

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

/// The words of matches, numbered: the same for lines of the same words.
struct Matches {
    std::vector<std::uint32_t> ofLine; ///< the number
    std::vector<std::uint32_t> lineOf; ///< by number: a line with these words
};

/// Matches of one word by its form, others by putting them beside those of the same words: without a string
/// for each.
Matches numberedMatches(const TokenIndex& tokens, const std::vector<TokenSpan>& lines, Looker& looker) {
    Matches made;
    std::vector<std::uint32_t> ofForm;
    detail::fillUp(ofForm, tokens.formCount(), noWord, looker);
    detail::fillUp(made.ofLine, lines.size(), noWord, looker);
    std::vector<std::uint32_t> longer;
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        looker.look();
        if (lines[line].first != lines[line].last) {
            longer.push_back(line);
            continue;
        }
        std::uint32_t& number = ofForm[tokens.formAt(lines[line].first)];
        if (number == noWord) {
            number = static_cast<std::uint32_t>(made.lineOf.size());
            made.lineOf.push_back(line);
        }
        made.ofLine[line] = number;
    }
    const auto compare = [&](std::uint32_t a, std::uint32_t b) {
        looker.look();
        const std::uint32_t words = lines[a].last - lines[a].first;
        const std::uint32_t others = lines[b].last - lines[b].first;
        if (words != others)
            return words < others ? -1 : 1;
        for (std::uint32_t at = 0; at <= words; ++at) {
            const std::uint32_t x = tokens.formAt(lines[a].first + at);
            const std::uint32_t y = tokens.formAt(lines[b].first + at);
            if (x != y)
                return x < y ? -1 : 1;
        }
        return 0;
    };
    std::sort(longer.begin(), longer.end(), [&compare](std::uint32_t a, std::uint32_t b) {
        const int compared = compare(a, b);
        return compared != 0 ? compared < 0 : a < b;
    });
    for (std::size_t at = 0; at < longer.size(); ++at) {
        if (at == 0 || compare(longer[at - 1], longer[at]) != 0)
            made.lineOf.push_back(longer[at]);
        made.ofLine[longer[at]] = static_cast<std::uint32_t>(made.lineOf.size()) - 1;
    }
    return made;
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
    Matches matches;
    if (key.by == LineKey::By::Match) {
        matches = numberedMatches(tokens, lines, looker);
        values = std::move(matches.ofLine);
    } else {
        for (const TokenSpan& line : lines) {
            looker.look();
            values.push_back(formBeside(tokens, units.at(line.first), line, key));
        }
    }
    // By a mark per value, as sorting a value per line would take longer than all the rest.
    std::vector<bool> isSeen(key.by == LineKey::By::Match ? matches.lineOf.size() : tokens.formCount());
    bool hasGap = false;
    for (const std::uint32_t value : values) {
        looker.look();
        if (value == noWord)
            hasGap = true;
        else
            isSeen[value] = true;
    }
    // Keys lie behind one another: to let go of half a million strings takes its time.
    struct Keyed {
        std::size_t begin;
        std::size_t bytes;
        std::uint32_t value;
    };
    std::string keys;
    std::vector<Keyed> inOrder;
    const auto add = [&](std::uint32_t value, const std::string& sortKey) {
        inOrder.push_back({keys.size(), sortKey.size(), value});
        keys += sortKey;
    };
    if (hasGap)
        add(noWord, {});
    for (std::uint32_t value = 0; value < isSeen.size(); ++value) {
        looker.look();
        if (isSeen[value])
            add(value,
                order.sortKey(key.by == LineKey::By::Match ? wordsOf(tokens, lines[matches.lineOf[value]])
                                                           : std::string(tokens.form(value))));
    }
    std::sort(inOrder.begin(), inOrder.end(), [&](const Keyed& a, const Keyed& b) {
        looker.look();
        const int compared = std::string_view(keys)
                                 .substr(a.begin, a.bytes)
                                 .compare(std::string_view(keys).substr(b.begin, b.bytes));
        return compared != 0 ? compared < 0 : a.value < b.value;
    });
    std::vector<std::uint32_t> rankOf(isSeen.size() + 1); ///< by value; the last: no word
    for (std::uint32_t rank = 0; rank < inOrder.size(); ++rank)
        rankOf[std::min<std::size_t>(inOrder[rank].value, isSeen.size())] = rank;
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
        ranks.reserve(keys.size());
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

base::Result<std::vector<TokenSpan>> drawLines(const std::vector<TokenSpan>& lines,
                                               const std::vector<std::uint64_t>& keys, std::size_t count,
                                               const base::Task& task) {
    return detail::stoppable<std::vector<TokenSpan>>(task, [&](Looker& looker) {
        std::vector<std::uint32_t> places;
        places.reserve(lines.size());
        for (std::uint32_t place = 0; place < lines.size(); ++place) {
            looker.look();
            places.push_back(place);
        }
        const auto isLower = [&](std::uint32_t a, std::uint32_t b) {
            looker.look();
            return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
        };
        const std::size_t drawn = std::min(count, places.size());
        const auto end = places.begin() + static_cast<std::ptrdiff_t>(drawn);
        std::nth_element(places.begin(), end, places.end(), isLower);
        std::sort(places.begin(), end, isLower);
        std::vector<TokenSpan> chosen;
        chosen.reserve(drawn);
        for (auto place = places.begin(); place != end; ++place) {
            looker.look();
            chosen.push_back(lines[*place]);
        }
        return chosen;
    });
}

base::Result<std::vector<LineCount>> countLines(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                                                const LineKey& key, const base::Task& task) {
    return detail::stoppable<std::vector<LineCount>>(task, [&](Looker& looker) {
        struct Tally {
            std::uint64_t lines = 0;
            std::uint32_t units = 0;
            std::uint32_t lastUnit = noWord;
        };
        Matches matches;
        std::size_t values = std::size_t{tokens.formCount()} + 1; // the last: no word
        if (key.by == LineKey::By::Match) {
            matches = numberedMatches(tokens, lines, looker);
            values = matches.lineOf.size();
        } else if (key.by == LineKey::By::Unit) {
            values = 0;
            for (const std::uint32_t value : key.unitValues)
                values = std::max<std::size_t>(values, std::size_t{value} + 1);
        }
        std::vector<Tally> tallies;
        detail::fillUp(tallies, values, Tally{}, looker);
        UnitCursor units(tokens);
        for (std::size_t at = 0; at < lines.size(); ++at) {
            looker.look();
            const std::uint32_t unit = units.at(lines[at].first);
            const std::uint32_t value = key.by == LineKey::By::Unit ? key.unitValues[unit]
                                        : key.by == LineKey::By::Match
                                            ? matches.ofLine[at]
                                            : formBeside(tokens, unit, lines[at], key);
            Tally& tally = tallies[std::min<std::size_t>(value, values - 1)];
            ++tally.lines;
            tally.units += tally.lastUnit == unit ? 0U : 1U;
            tally.lastUnit = unit;
        }
        std::vector<std::uint32_t> there;
        for (std::uint32_t value = 0; value < values; ++value) {
            looker.look();
            if (tallies[value].lines > 0)
                there.push_back(value);
        }
        // Forms are numbered in the order of their bytes, matches are not: their words lie behind one another
        // here.
        std::string words;
        std::vector<std::pair<std::size_t, std::size_t>> wordsAt;
        if (key.by == LineKey::By::Match) {
            for (const std::uint32_t value : there) {
                looker.look();
                const std::string text = wordsOf(tokens, lines[matches.lineOf[value]]);
                wordsAt.emplace_back(words.size(), text.size());
                words += text;
            }
        }
        const auto textOf = [&](std::uint32_t value) -> std::string_view {
            if (key.by == LineKey::By::Match)
                return std::string_view(words).substr(wordsAt[value].first, wordsAt[value].second);
            return key.by == LineKey::By::Unit || value + 1 == values ? std::string_view()
                                                                      : tokens.form(value);
        };
        std::sort(there.begin(), there.end(), [&](std::uint32_t a, std::uint32_t b) {
            looker.look();
            if (tallies[a].lines != tallies[b].lines)
                return tallies[a].lines > tallies[b].lines;
            const int compared = textOf(a).compare(textOf(b));
            return compared != 0 ? compared < 0 : a < b;
        });
        std::vector<LineCount> counts;
        counts.reserve(there.size());
        for (const std::uint32_t value : there) {
            looker.look();
            const bool isGap =
                value + 1 == values && key.by != LineKey::By::Match && key.by != LineKey::By::Unit;
            counts.push_back({std::string(textOf(value)), isGap ? noWord : value, tallies[value].lines,
                              tallies[value].units});
        }
        return counts;
    });
}

} // namespace rapport::search
