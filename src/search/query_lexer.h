// SPDX-License-Identifier: GPL-3.0-or-later
// What a query is made of, one after another: words, phrases, expressions, parentheses, signs; and where it
// goes wrong, with a caret under the place. Internal to this room.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::search::detail {

enum class Lexeme { End, Open, Close, Phrase, Chunk, Minus, Equals, Expression };

/// The line of the query around `byte` and a caret under it, at most some 70 columns wide.
[[nodiscard]] std::string caretLines(std::string_view query, std::size_t byte);

class QueryLexer {
protected:
    /// `query` is valid UTF-8 and outlives this.
    explicit QueryLexer(std::string_view query)
        : m_query(query) {}
    ~QueryLexer() = default;

    /// Reads the lexeme after the present one into m_lexeme, m_begin, m_text (between the marks of a phrase).
    [[nodiscard]] base::Status read();
    /// With the column of that byte, and a hint of two lines with a caret under it, then the advice.
    [[nodiscard]] tl::unexpected<base::Error> error(std::size_t byte, const std::string& message,
                                                    const std::string& advice) const;
    [[nodiscard]] bool isOperator(std::string_view name) const;
    /// Of a byte, from 1. Quick where bytes rise from call to call.
    [[nodiscard]] std::size_t column(std::size_t byte);
    [[nodiscard]] char32_t characterAt(std::size_t byte) const;
    [[nodiscard]] bool isAtEnd(std::size_t byte) const;

    std::string_view m_query;
    std::size_t m_next = 0; ///< byte after the present lexeme
    Lexeme m_lexeme = Lexeme::End;
    std::size_t m_begin = 0;
    std::string_view m_text;

private:
    [[nodiscard]] base::Status readPhrase();
    /// False where a slash closes inside a word, as in /en/of: that is no expression.
    [[nodiscard]] base::Result<bool> readExpression();

    std::size_t m_countedBytes = 0;
    std::int64_t m_counted = 0;
};

} // namespace rapport::search::detail
