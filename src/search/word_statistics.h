// SPDX-License-Identifier: GPL-3.0-or-later
// Which words keep company with a match, which are typical of one set of texts against another, how evenly a
// match is spread, which words follow one another. Counts over the token index; words as forms. Any thread.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "search/token_index.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rapport::search {

/// A word near the matches. SOURCE: Evert 2008, "Corpora and collocations", surface co-occurrence: the table
/// is {word or not} x {in a window or not} over all words that are no part of a match.
struct Collocate {
    std::string folded;
    std::uint64_t together = 0;   ///< times in a window (O11); a word in two windows counts once
    std::uint64_t overall = 0;    ///< times in all texts looked at, matches aside (C1)
    double expected = 0;          ///< E11 = R1 C1 / N
    double logDice = 0;           ///< SOURCE: Rychly 2008, "A lexicographer-friendly association score"
    double logLikelihood = 0;     ///< SOURCE: Dunning 1993; negative where it is rarer than expected
    double mutualInformation = 0; ///< SOURCE: Church and Hanks 1990, in bits
};

struct CollocateOptions {
    std::uint32_t left = 5; ///< words of the window on either side; it ends with the text
    std::uint32_t right = 5;
    std::uint64_t minimum = 2; ///< of `together`
};

/// `lines` rise and lie in the units of `isIn` (by number), which are the texts looked at. The highest
/// logDice first. Errors: Cancelled.
[[nodiscard]] base::Result<std::vector<Collocate>>
collocates(const TokenIndex& tokens, const std::vector<TokenSpan>& lines, const std::vector<bool>& isIn,
           const CollocateOptions& options = {}, const base::Task& task = {});

/// The measures from the four numbers: together, matches (lines), overall, words in windows, words in all.
[[nodiscard]] Collocate scoredCollocate(std::uint64_t together, std::uint64_t matches, std::uint64_t overall,
                                        std::uint64_t inWindows, std::uint64_t words);

/// A word in one set of texts against another.
struct Keyword {
    std::string folded;
    std::uint64_t here = 0;
    std::uint64_t there = 0;
    double logLikelihood = 0; ///< SOURCE: Rayson and Garside 2000; negative where it is rarer here
    double logRatio = 0;      ///< SOURCE: Hardie 2014; 0 occurrences count as a half
};
[[nodiscard]] Keyword scoredKeyword(std::uint64_t here, std::uint64_t there, std::uint64_t wordsHere,
                                    std::uint64_t wordsThere);
/// Words with at least `minimum` occurrences in both together, the highest |logLikelihood| first. Units by
/// number; one may be in both sets. Errors: Cancelled.
[[nodiscard]] base::Result<std::vector<Keyword>> keywords(const TokenIndex& tokens,
                                                          const std::vector<bool>& here,
                                                          const std::vector<bool>& there,
                                                          std::uint64_t minimum, const base::Task& task = {});

/// How a match is spread over parts of the texts.
struct Dispersion {
    std::uint64_t parts = 0;
    std::uint64_t partsWith = 0; ///< "range"
    double deviation = 0;        ///< DP, 0 even .. 1. SOURCE: Gries 2008
    double juillandD = 0; ///< 1 even .. 0; of frequencies relative to the parts' size. SOURCE: Juilland
                          ///< and Chang-Rodriguez 1964, as in Gries 2008
};
/// Matches and words per part, of equal length; parts without words are left out. All zero without matches.
[[nodiscard]] Dispersion dispersion(const std::vector<std::uint64_t>& matches,
                                    const std::vector<std::uint64_t>& words);

struct Ngram {
    std::string words;
    std::uint64_t occurrences = 0;
    std::uint64_t units = 0;
};
/// Sequences of `length` words within sentences of the units of `isIn`, the most frequent first. 2 to 8.
/// Errors: Cancelled.
[[nodiscard]] base::Result<std::vector<Ngram>> ngrams(const TokenIndex& tokens, const std::vector<bool>& isIn,
                                                      std::uint32_t length, std::uint64_t minimum,
                                                      const base::Task& task = {});

} // namespace rapport::search
