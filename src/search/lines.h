// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a concordance as places of the token index: put in order, sampled and counted before any text is
// read, so that a hundred thousand lines cost no more than the few that are shown. Any thread.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "search/token_index.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::search {

/// What a line is ordered or counted by: a word beside the match, the match itself, or something known of its
/// unit.
struct LineKey {
    enum class By { Left, Right, Match, Unit };
    By by = By::Unit;
    std::uint32_t word = 1; ///< Left, Right: the how manieth from the match
    /// Unit: a number per unit of the index (TokenIndex::numberOf), small ones first.
    std::vector<std::uint32_t> unitValues;
};

/// Those in units for which `isIn` holds, by the unit's number.
/// Errors: Cancelled.
[[nodiscard]] base::Result<std::vector<TokenSpan>> linesIn(const TokenIndex& tokens,
                                                           const std::vector<TokenSpan>& lines,
                                                           const std::vector<bool>& isIn,
                                                           const base::Task& task = {});

/// By the first key, then by the next; lines that are alike stay in the order they were given in. Words are
/// ordered as the language orders them; where there is no word (before the first of a text) comes first.
/// Errors: Cancelled.
[[nodiscard]] base::Status sortLines(const TokenIndex& tokens, std::vector<TokenSpan>& lines,
                                     const std::vector<LineKey>& keys, std::string_view language,
                                     const base::Task& task = {});

/// The `count` lines of the lowest keys, lowest first: by chance where the keys are. `keys`: one per line.
/// Errors: Cancelled.
[[nodiscard]] base::Result<std::vector<TokenSpan>> drawLines(const std::vector<TokenSpan>& lines,
                                                             const std::vector<std::uint64_t>& keys,
                                                             std::size_t count, const base::Task& task = {});

struct LineCount {
    std::string value;        ///< folded words, blanks between; empty: no word there
    std::uint32_t number = 0; ///< By::Unit: the unit's value
    std::uint64_t lines = 0;
    std::uint64_t units = 0;
};
/// How many lines have each value, the most frequent first. `lines` rise. Errors: Cancelled.
[[nodiscard]] base::Result<std::vector<LineCount>> countLines(const TokenIndex& tokens,
                                                              const std::vector<TokenSpan>& lines,
                                                              const LineKey& key,
                                                              const base::Task& task = {});

/// The forms of a line's words, blanks between.
[[nodiscard]] std::string wordsOf(const TokenIndex& tokens, const TokenSpan& span);

} // namespace rapport::search
