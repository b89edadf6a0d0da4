// SPDX-License-Identifier: GPL-3.0-or-later
// Does a word of a text fit a word of a query? Compiled once, asked of millions. Internal to this room; one
// thread at a time.
#pragma once

#include "search/query.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rapport::search::detail {

/// What is wrong with an expression; empty if nothing is. `offset` gets the byte.
[[nodiscard]] std::string expressionFault(std::string_view pattern, std::size_t& offset);

/// `*` stands for any bytes.
[[nodiscard]] bool globFits(std::string_view pattern, std::string_view word);

/// The longest part of such a pattern without a star; empty where it has less than two bytes.
[[nodiscard]] std::string_view longestPiece(std::string_view pattern);

class WordTest {
public:
    explicit WordTest(const QueryWord& word);
    ~WordTest();
    WordTest(WordTest&&) noexcept;
    WordTest& operator=(WordTest&&) noexcept;

    /// `spelt` is asked for only where needsSpelling().
    [[nodiscard]] bool operator()(std::string_view folded, std::string_view spelt) const;
    [[nodiscard]] bool needsSpelling() const { return !m_word.spelt.empty(); }
    [[nodiscard]] const QueryWord& word() const { return m_word; }
    /// An expression took too many steps on some word: the answers since are not to be used.
    [[nodiscard]] bool hasGivenUp() const;

private:
    struct Expression;
    QueryWord m_word;
    std::unique_ptr<Expression> m_expression;
    std::u32string m_characters; ///< of a Fuzzy word
    std::uint64_t m_letters = 0; ///< of a Fuzzy word
};

} // namespace rapport::search::detail
