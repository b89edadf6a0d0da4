// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query_lexer.h"

#include "base/format.h"
#include "search/query_words.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::search::detail {

std::string caretLines(std::string_view query, std::size_t byte) {
    constexpr std::int64_t before = 40;
    constexpr std::int64_t after = 30;
    const std::int64_t at = text::countCodePoints(query.substr(0, byte));
    const std::int64_t begin = std::max<std::int64_t>(0, at - before);
    std::string line;
    const std::string_view window = text::slice(query, text::textRange(begin, at + after));
    for (const char character : window)
        line += static_cast<unsigned char>(character) < 0x20 || character == 0x7F ? ' ' : character;
    return line + '\n' + std::string(static_cast<std::size_t>(at - begin), ' ') + '^';
}

namespace {

bool endsChunk(char32_t character) {
    return text::isWhiteSpace(character) || character == '(' || character == ')' ||
           isQuotationMark(character);
}

} // namespace

tl::unexpected<base::Error> QueryLexer::error(std::size_t byte, const std::string& message,
                                              const std::string& advice) const {
    const std::size_t at = std::min(byte, m_query.size());
    base::Place place;
    place.column = static_cast<std::size_t>(text::countCodePoints(m_query.substr(0, at))) + 1;
    return base::fail(base::Errc::InvalidArgument, place, message,
                      caretLines(m_query, at) + (advice.empty() ? "" : "\n" + advice));
}

char32_t QueryLexer::characterAt(std::size_t byte) const {
    return byte < m_query.size() ? text::readCodePoint(m_query, byte) : U'\0';
}

bool QueryLexer::isAtEnd(std::size_t byte) const {
    return byte >= m_query.size();
}

base::Status QueryLexer::read() {
    while (!isAtEnd(m_next) && text::isWhiteSpace(characterAt(m_next)))
        (void)text::readCodePoint(m_query, m_next);
    m_begin = m_next;
    m_text = {};
    if (isAtEnd(m_next)) {
        m_lexeme = Lexeme::End;
        return {};
    }
    const char32_t first = characterAt(m_next);
    if (first == '(' || first == ')') {
        m_lexeme = first == '(' ? Lexeme::Open : Lexeme::Close;
        ++m_next;
        return {};
    }
    if (isQuotationMark(first))
        return readPhrase();
    if (first == '-' && !isAtEnd(m_next + 1) && !text::isWhiteSpace(characterAt(m_next + 1)) &&
        characterAt(m_next + 1) != ')') {
        m_lexeme = Lexeme::Minus;
        ++m_next;
        return {};
    }
    if (first == '=' && !isAtEnd(m_next + 1) && !text::isWhiteSpace(characterAt(m_next + 1)) &&
        characterAt(m_next + 1) != '(' && characterAt(m_next + 1) != ')') {
        m_lexeme = Lexeme::Equals;
        ++m_next;
        return {};
    }
    if (first == '/' && !isAtEnd(m_next + 1) && !text::isWhiteSpace(characterAt(m_next + 1))) {
        RAPPORT_ASSIGN(const bool isRead, readExpression());
        if (isRead)
            return {};
    }
    m_lexeme = Lexeme::Chunk;
    while (!isAtEnd(m_next) && !endsChunk(characterAt(m_next)))
        (void)text::readCodePoint(m_query, m_next);
    m_text = m_query.substr(m_begin, m_next - m_begin);
    return {};
}

base::Status QueryLexer::readPhrase() {
    m_lexeme = Lexeme::Phrase;
    (void)text::readCodePoint(m_query, m_next);
    const std::size_t inside = m_next;
    while (!isAtEnd(m_next)) {
        const std::size_t mark = m_next;
        if (isQuotationMark(text::readCodePoint(m_query, m_next))) {
            m_text = m_query.substr(inside, mark - inside);
            return {};
        }
    }
    return error(m_begin, "this quotation mark is not closed", "put one at the end of the phrase");
}

base::Result<bool> QueryLexer::readExpression() {
    std::size_t at = m_next + 1;
    while (at < m_query.size() && m_query[at] != '/')
        at += m_query[at] == '\\' && at + 1 < m_query.size() ? 2U : 1U;
    if (at >= m_query.size())
        return error(m_begin, "this expression is not closed",
                     "put a / at its end; in quotation marks it is searched for as text");
    if (!isAtEnd(at + 1) && !endsChunk(characterAt(at + 1)))
        return false;
    m_lexeme = Lexeme::Expression;
    m_text = m_query.substr(m_next + 1, at - m_next - 1);
    m_next = at + 1;
    return true;
}

bool QueryLexer::isOperator(std::string_view name) const {
    return m_lexeme == Lexeme::Chunk && m_text == name;
}

std::size_t QueryLexer::column(std::size_t byte) {
    // Terms come in order: count on from the last one.
    if (byte < m_countedBytes) {
        m_countedBytes = 0;
        m_counted = 0;
    }
    m_counted += text::countCodePoints(m_query.substr(m_countedBytes, byte - m_countedBytes));
    m_countedBytes = byte;
    return static_cast<std::size_t>(m_counted) + 1;
}

} // namespace rapport::search::detail
