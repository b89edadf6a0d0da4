// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/word_statistics.h"

#include "search/bit_set.h"
#include "search/lines.h"
#include "search/looker.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace rapport::search {

namespace {

using detail::Looker;

double number(std::uint64_t count) {
    return static_cast<double>(count);
}

template<typename Row, typename Before>
void putInOrder(std::vector<Row>& rows, const Before& before, Looker& looker) {
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        looker.look();
        return before(a, b);
    });
}

/// x ln(x / expected), with 0 ln 0 = 0.
double term(double observed, double expected) {
    return observed > 0 && expected > 0 ? observed * std::log(observed / expected) : 0;
}

/// visit(place, whether it is one of the match) for each word of each line's window.
template<typename Visit>
void forEachWindow(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                   const CollocateOptions& options, Looker& looker, const Visit& visit) {
    UnitCursor units(tokens);
    for (const TokenSpan& line : lines) {
        looker.look();
        const std::uint32_t unit = units.at(line.first);
        const std::uint32_t begin = line.first - std::min(line.first - tokens.unitBegin(unit), options.left);
        const auto end = static_cast<std::uint32_t>(
            std::min<std::uint64_t>(tokens.unitEnd(unit), std::uint64_t{line.last} + 1 + options.right));
        for (std::uint32_t place = begin; place < end; ++place) {
            looker.look();
            visit(place, place >= line.first && place <= line.last);
        }
    }
}

/// Adds the words of the units that are in, or are not; gives how many there are.
std::uint64_t addForms(const TokenIndex& tokens, const std::vector<bool>& isIn, bool wanted,
                       std::vector<std::uint64_t>& counts, Looker& looker) {
    std::uint64_t words = 0;
    for (std::uint32_t unit = 0; unit < tokens.unitCount(); ++unit) {
        looker.look();
        if (isIn[unit] != wanted)
            continue;
        words += tokens.unitEnd(unit) - tokens.unitBegin(unit);
        for (std::uint32_t place = tokens.unitBegin(unit); place < tokens.unitEnd(unit); ++place) {
            looker.look();
            ++counts[tokens.formAt(place)];
        }
    }
    return words;
}

/// Occurrences of each form in the units of a set; `words` gets how many words they have. Of most units it is
/// all that the index knows anyway, less what is not in: nobody waits for fifty million words to be counted
/// again.
std::vector<std::uint64_t> countForms(const TokenIndex& tokens, const std::vector<bool>& isIn,
                                      std::uint64_t& words, Looker& looker) {
    std::uint64_t inside = 0;
    for (std::uint32_t unit = 0; unit < tokens.unitCount(); ++unit) {
        looker.look();
        inside += isIn[unit] ? tokens.unitEnd(unit) - tokens.unitBegin(unit) : 0U;
    }
    std::vector<std::uint64_t> counts(tokens.formCount());
    if (inside < tokens.wordCount() / 2) {
        words = addForms(tokens, isIn, true, counts, looker);
        return counts;
    }
    words = tokens.wordCount() - addForms(tokens, isIn, false, counts, looker);
    for (std::uint32_t form = 0; form < tokens.formCount(); ++form) {
        looker.look();
        counts[form] = tokens.occurrences(form) - counts[form];
    }
    tokens.forEachJoined([&](std::uint32_t form) {
        looker.look();
        --counts[form];
    });
    return counts;
}

/// visit(place, whether it is one of a match) for each word of any window, in order, once; a word of one
/// match may stand in the window of another. Few are put in order, many are marked.
template<typename Visit>
void forEachWordOnce(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                     const CollocateOptions& options, Looker& looker, const Visit& visit) {
    constexpr std::size_t few = 16; // times fewer than there are words
    const std::size_t perLine = std::size_t{options.left} + options.right + 1;
    if (lines.size() * perLine < tokens.wordCount() / few) {
        std::vector<std::uint32_t> beside;
        std::vector<std::uint32_t> matches;
        forEachWindow(tokens, lines, options, looker, [&](std::uint32_t place, bool isMatch) {
            (isMatch ? matches : beside).push_back(place);
        });
        detail::tidy(matches, looker);
        for (const std::uint32_t place :
             detail::eitherOf(detail::anyOf<std::uint32_t>({std::move(beside)}, looker), matches, looker)) {
            looker.look();
            visit(place, std::binary_search(matches.begin(), matches.end(), place));
        }
        return;
    }
    enum : std::uint8_t { Outside, Beside, Match };
    std::vector<std::uint8_t> role;
    detail::fillUp(role, tokens.wordCount(), std::uint8_t{Outside}, looker);
    forEachWindow(tokens, lines, options, looker, [&role](std::uint32_t place, bool isMatch) {
        if (isMatch)
            role[place] = Match;
        else if (role[place] == Outside)
            role[place] = Beside;
    });
    for (std::uint32_t place = 0; place < tokens.wordCount(); ++place) {
        looker.look();
        if (role[place] != Outside)
            visit(place, role[place] == Match);
    }
}

} // namespace

Collocate scoredCollocate(std::uint64_t together, std::uint64_t matches, std::uint64_t overall,
                          std::uint64_t inWindows, std::uint64_t words) {
    Collocate made;
    made.together = together;
    made.overall = overall;
    const double o11 = number(together);
    const double r1 = number(inWindows);
    const double c1 = number(overall);
    const double n = number(words);
    if (together == 0 || words == 0)
        return made;
    made.expected = r1 * c1 / n;
    made.logDice = 14 + std::log2(2 * o11 / (number(matches) + c1));
    made.mutualInformation = std::log2(o11 / made.expected);
    const double o12 = r1 - o11;
    const double o21 = c1 - o11;
    const double o22 = n - r1 - c1 + o11;
    made.logLikelihood = 2 * (term(o11, made.expected) + term(o12, r1 * (n - c1) / n) +
                              term(o21, (n - r1) * c1 / n) + term(o22, (n - r1) * (n - c1) / n));
    if (o11 < made.expected)
        made.logLikelihood = -made.logLikelihood;
    return made;
}

base::Result<std::vector<Collocate>> collocates(const TokenIndex& tokens, const std::vector<TokenSpan>& lines,
                                                const std::vector<bool>& isIn,
                                                const CollocateOptions& options, const base::Task& task) {
    return detail::stoppable<std::vector<Collocate>>(task, [&](Looker& looker) {
        std::uint64_t words = 0;
        std::vector<std::uint64_t> overall = countForms(tokens, isIn, words, looker);
        std::vector<std::uint64_t> together(tokens.formCount());
        std::uint64_t inWindows = 0;
        forEachWordOnce(tokens, lines, options, looker, [&](std::uint32_t place, bool isMatch) {
            const std::uint32_t form = tokens.formAt(place);
            if (isMatch) {
                --overall[form];
                --words;
            } else {
                ++together[form];
                ++inWindows;
            }
        });
        std::vector<Collocate> found;
        for (std::uint32_t form = 0; form < tokens.formCount(); ++form) {
            looker.look();
            if (together[form] == 0 || together[form] < options.minimum)
                continue;
            found.push_back(scoredCollocate(together[form], lines.size(), overall[form], inWindows, words));
            found.back().folded = tokens.form(form);
        }
        putInOrder(
            found, [](const Collocate& a, const Collocate& b) { return a.logDice > b.logDice; }, looker);
        return found;
    });
}

Keyword scoredKeyword(std::uint64_t here, std::uint64_t there, std::uint64_t wordsHere,
                      std::uint64_t wordsThere) {
    Keyword made;
    made.here = here;
    made.there = there;
    const double a = number(here);
    const double b = number(there);
    const double c = number(wordsHere);
    const double d = number(wordsThere);
    if (wordsHere == 0 || wordsThere == 0 || here + there == 0)
        return made;
    const double expectedHere = c * (a + b) / (c + d);
    const double expectedThere = d * (a + b) / (c + d);
    made.logLikelihood = 2 * (term(a, expectedHere) + term(b, expectedThere));
    if (a < expectedHere)
        made.logLikelihood = -made.logLikelihood;
    made.logRatio = std::log2((here == 0 ? 0.5 : a) / c) - std::log2((there == 0 ? 0.5 : b) / d);
    return made;
}

base::Result<std::vector<Keyword>> keywords(const TokenIndex& tokens, const std::vector<bool>& here,
                                            const std::vector<bool>& there, std::uint64_t minimum,
                                            const base::Task& task) {
    return detail::stoppable<std::vector<Keyword>>(task, [&](Looker& looker) {
        std::uint64_t wordsHere = 0;
        std::uint64_t wordsThere = 0;
        const auto countsHere = countForms(tokens, here, wordsHere, looker);
        const auto countsThere = countForms(tokens, there, wordsThere, looker);
        std::vector<Keyword> found;
        for (std::uint32_t form = 0; form < tokens.formCount(); ++form) {
            looker.look();
            const std::uint64_t total = countsHere[form] + countsThere[form];
            if (total == 0 || total < minimum)
                continue;
            found.push_back(scoredKeyword(countsHere[form], countsThere[form], wordsHere, wordsThere));
            found.back().folded = tokens.form(form);
        }
        const auto before = [](const Keyword& a, const Keyword& b) {
            // What is rarer here comes behind all that is typical.
            if ((a.logLikelihood > 0) != (b.logLikelihood > 0))
                return a.logLikelihood > 0;
            return std::abs(a.logLikelihood) > std::abs(b.logLikelihood);
        };
        putInOrder(found, before, looker);
        return found;
    });
}

Dispersion dispersion(const std::vector<std::uint64_t>& matches, const std::vector<std::uint64_t>& words) {
    Dispersion made;
    const double allMatches = number(std::accumulate(matches.begin(), matches.end(), std::uint64_t{0}));
    const double allWords = number(std::accumulate(words.begin(), words.end(), std::uint64_t{0}));
    double rates = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == 0)
            continue;
        ++made.parts;
        made.partsWith += matches[at] > 0 ? 1U : 0U;
        rates += number(matches[at]) / number(words[at]);
    }
    if (allMatches == 0)
        return made;
    const double mean = rates / number(made.parts);
    double squares = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == 0)
            continue;
        made.deviation += std::abs(number(matches[at]) / allMatches - number(words[at]) / allWords) / 2;
        const double off = number(matches[at]) / number(words[at]) - mean;
        squares += off * off;
    }
    if (made.parts > 1) {
        const double variation = std::sqrt(squares / number(made.parts)) / mean;
        made.juillandD = 1 - variation / std::sqrt(number(made.parts - 1));
    }
    return made;
}

base::Result<std::vector<Ngram>> ngrams(const TokenIndex& tokens, const std::vector<bool>& isIn,
                                        std::uint32_t length, std::uint64_t minimum, const base::Task& task) {
    return detail::stoppable<std::vector<Ngram>>(task, [&](Looker& looker) {
        detail::BitSet mayBegin(tokens.wordCount());
        std::size_t begins = 0;
        for (std::uint32_t unit = 0; unit < tokens.unitCount(); ++unit) {
            looker.look();
            if (!isIn[unit])
                continue;
            tokens.forEachSentence(unit, [&](std::uint32_t begin, std::uint32_t end) {
                for (std::uint32_t place = begin; std::uint64_t{place} + length <= end; ++place) {
                    looker.look();
                    mayBegin.add(place);
                    ++begins;
                }
            });
        }
        // Put in order by their first words as one number, the rest of them looked up.
        struct Sequence {
            std::uint64_t words;
            std::uint32_t begin;
        };
        const auto bits = static_cast<std::uint32_t>(std::bit_width(tokens.formCount()));
        const std::uint32_t most = 63 / std::max(bits, 1U);
        const auto sequenceAt = [&](std::uint32_t place, std::uint32_t known) {
            Sequence made{0, place};
            for (std::uint32_t at = known; at < std::min(length, known + most); ++at)
                made.words = made.words << bits | tokens.formAt(place + at);
            return made;
        };
        // Their words are written when all is in order: of millions of them even letting go takes its time.
        struct Found {
            std::uint32_t begin;
            std::uint64_t occurrences;
            std::uint64_t units;
        };
        std::vector<Found> found;
        const auto count = [&](std::vector<Sequence>& sequences, std::uint32_t known) {
            const auto compare = [&](const Sequence& a, const Sequence& b) {
                looker.look();
                if (a.words != b.words)
                    return a.words < b.words ? -1 : 1;
                for (std::uint32_t at = known + most; at < length; ++at) {
                    const std::uint32_t x = tokens.formAt(a.begin + at);
                    const std::uint32_t y = tokens.formAt(b.begin + at);
                    if (x != y)
                        return x < y ? -1 : 1;
                }
                return 0;
            };
            std::sort(sequences.begin(), sequences.end(), [&compare](const Sequence& a, const Sequence& b) {
                const int order = compare(a, b);
                return order != 0 ? order < 0 : a.begin < b.begin;
            });
            UnitCursor unitOf(tokens);
            for (std::size_t first = 0; first < sequences.size();) {
                std::size_t last = first;
                std::uint64_t inUnits = 0;
                std::uint32_t unitEnd = 0;
                for (; last < sequences.size() && compare(sequences[first], sequences[last]) == 0; ++last) {
                    if (sequences[last].begin < unitEnd)
                        continue;
                    ++inUnits;
                    unitEnd = tokens.unitEnd(unitOf.at(sequences[last].begin));
                }
                if (last - first >= minimum)
                    found.push_back({sequences[first].begin, last - first, inUnits});
                first = last;
            }
        };
        std::vector<Sequence> sequences;
        constexpr std::size_t few = 16; // times fewer than there are words
        if (begins < tokens.wordCount() / few) {
            sequences.reserve(begins);
            mayBegin.forEach([&](std::size_t place) {
                looker.look();
                sequences.push_back(sequenceAt(static_cast<std::uint32_t>(place), 0));
            });
            count(sequences, 0);
        } else {
            // All at once would take too much room: those that begin with one word after another.
            for (std::uint32_t form = 0; form < tokens.formCount(); ++form) {
                looker.look();
                if (tokens.occurrences(form) < minimum)
                    continue;
                sequences.clear();
                tokens.forEachPlace(form, [&](std::uint32_t place) {
                    looker.look();
                    if (mayBegin.holds(place) && tokens.formAt(place) == form)
                        sequences.push_back(sequenceAt(place, 1));
                });
                count(sequences, 1);
            }
        }
        putInOrder(
            found, [](const Found& a, const Found& b) { return a.occurrences > b.occurrences; }, looker);
        std::vector<Ngram> made;
        made.reserve(found.size());
        for (const Found& each : found) {
            looker.look();
            made.push_back(
                {wordsOf(tokens, {each.begin, each.begin + length - 1}), each.occurrences, each.units});
        }
        return made;
    });
}

} // namespace rapport::search
