// SPDX-License-Identifier: GPL-3.0-or-later
// Recursive descent over
//   any    := all { OR all }
//   all    := term { [AND] term }
//   term   := NOT term | -term | ( any ) | "phrase" | field:value | field:( any ) | word
// A chunk without a letter or digit ("&", "...") is passed over where it stands among others.
#include "base/format.h"
#include "search/query.h"
#include "search/query_words.h"
#include "search/words.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

#include <algorithm>
#include <optional>

namespace rapport::search {

namespace {

using base::Errc;
using base::Result;
using Node = std::optional<QueryNode>; ///< nothing: a chunk without letters or digits

enum class Lexeme { End, Open, Close, Phrase, Chunk, Minus };

/// The line around `byte` and a caret under it, at most some 70 columns wide.
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

QueryNode group(QueryNode::Kind kind, std::vector<QueryNode> children) {
    if (children.size() == 1)
        return std::move(children.front());
    QueryNode node;
    node.kind = kind;
    node.column = children.front().column;
    for (QueryNode& child : children) {
        if (child.kind == kind) {
            for (QueryNode& inner : child.children)
                node.children.push_back(std::move(inner));
        } else {
            node.children.push_back(std::move(child));
        }
    }
    return node;
}

class Parser {
public:
    Parser(std::string_view query, const std::vector<std::string>& attributes)
        : m_query(query)
        , m_attributes(attributes) {}

    Result<QueryNode> parse() {
        RAPPORT_TRY(read());
        RAPPORT_ASSIGN(Node root, parseAny());
        if (m_lexeme == Lexeme::Close)
            return error(m_begin, "this parenthesis closes nothing", "take it away, or open one before it");
        if (!root)
            return error(0, "there is nothing to search for",
                         "type a word, a \"phrase\" or a field such as speaker:name");
        return std::move(*root);
    }

private:
    // -------------------------------------------------------------------------------------- lexemes

    tl::unexpected<base::Error> error(std::size_t byte, const std::string& message,
                                      const std::string& advice) const {
        const std::size_t at = std::min(byte, m_query.size());
        base::Place place;
        place.column = static_cast<std::size_t>(text::countCodePoints(m_query.substr(0, at))) + 1;
        return base::fail(Errc::InvalidArgument, place, message,
                          caretLines(m_query, at) + (advice.empty() ? "" : "\n" + advice));
    }

    char32_t characterAt(std::size_t byte) const {
        return byte < m_query.size() ? text::readCodePoint(m_query, byte) : U'\0';
    }

    bool isAtEnd(std::size_t byte) const { return byte >= m_query.size(); }

    bool endsChunk(char32_t character) const {
        return text::isWhiteSpace(character) || character == '(' || character == ')' ||
               detail::isQuotationMark(character);
    }

    /// Reads the lexeme after the present one into m_lexeme, m_begin, m_text (between the marks of a phrase).
    base::Status read() {
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
        if (detail::isQuotationMark(first))
            return readPhrase();
        if (first == '-' && !isAtEnd(m_next + 1) && !text::isWhiteSpace(characterAt(m_next + 1)) &&
            characterAt(m_next + 1) != ')') {
            m_lexeme = Lexeme::Minus;
            ++m_next;
            return {};
        }
        m_lexeme = Lexeme::Chunk;
        while (!isAtEnd(m_next) && !endsChunk(characterAt(m_next)))
            (void)text::readCodePoint(m_query, m_next);
        m_text = m_query.substr(m_begin, m_next - m_begin);
        return {};
    }

    base::Status readPhrase() {
        m_lexeme = Lexeme::Phrase;
        (void)text::readCodePoint(m_query, m_next);
        const std::size_t inside = m_next;
        while (!isAtEnd(m_next)) {
            const std::size_t mark = m_next;
            if (detail::isQuotationMark(text::readCodePoint(m_query, m_next))) {
                m_text = m_query.substr(inside, mark - inside);
                return {};
            }
        }
        return error(m_begin, "this quotation mark is not closed", "put one at the end of the phrase");
    }

    bool isOperator(std::string_view name) const { return m_lexeme == Lexeme::Chunk && m_text == name; }

    std::size_t column(std::size_t byte) {
        // Terms come in order: count on from the last one.
        if (byte < m_countedBytes) {
            m_countedBytes = 0;
            m_counted = 0;
        }
        m_counted += text::countCodePoints(m_query.substr(m_countedBytes, byte - m_countedBytes));
        m_countedBytes = byte;
        return static_cast<std::size_t>(m_counted) + 1;
    }

    // -------------------------------------------------------------------------------------- groups

    Result<Node> parseAny() {
        std::vector<QueryNode> choices;
        std::size_t operatorAt = 0;
        bool isFirst = true;
        for (;;) {
            RAPPORT_ASSIGN(Node choice, parseAll());
            const bool hasMore = isOperator("OR");
            if (!choice && (hasMore || !isFirst))
                return error(isFirst ? m_begin : operatorAt, "OR needs something to search for on both sides",
                             "write: this OR that; in quotation marks, \"OR\" is an ordinary word");
            if (choice)
                choices.push_back(std::move(*choice));
            if (!hasMore)
                break;
            isFirst = false;
            operatorAt = m_begin;
            RAPPORT_TRY(read());
        }
        if (choices.empty())
            return Node();
        return Node(group(QueryNode::Kind::Or, std::move(choices)));
    }

    Result<Node> parseAll() {
        std::vector<QueryNode> parts;
        bool isAfterAnd = false;
        std::size_t andAt = 0;
        const auto needsOperand = [&](std::size_t at) {
            return error(
                at, "AND needs something to search for on both sides",
                "words side by side must all occur anyway; in quotation marks, \"AND\" is an ordinary "
                "word");
        };
        for (;;) {
            if (m_lexeme == Lexeme::End || m_lexeme == Lexeme::Close || isOperator("OR")) {
                if (isAfterAnd)
                    return needsOperand(andAt);
                break;
            }
            if (isOperator("AND")) {
                if (isAfterAnd || parts.empty())
                    return needsOperand(m_begin);
                isAfterAnd = true;
                andAt = m_begin;
                RAPPORT_TRY(read());
                continue;
            }
            RAPPORT_ASSIGN(Node part, parseTerm());
            if (part)
                parts.push_back(std::move(*part));
            else if (isAfterAnd)
                return needsOperand(andAt);
            isAfterAnd = false;
        }
        if (parts.empty())
            return Node();
        return Node(group(QueryNode::Kind::And, std::move(parts)));
    }

    /// Counts how deep parentheses and negations are nested.
    struct Level {
        explicit Level(std::size_t& depth)
            : m_depth(depth) {
            ++m_depth;
        }
        ~Level() { --m_depth; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

    private:
        std::size_t& m_depth;
    };

    Result<Node> parseTerm() {
        const Level level(m_depth);
        if (m_depth > maximumQueryDepth)
            return error(m_begin, fmt::format("nested more than {} deep", maximumQueryDepth),
                         "write it in a simpler way");
        if (isOperator("NOT") || m_lexeme == Lexeme::Minus)
            return parseNot();
        if (m_lexeme == Lexeme::Open)
            return parseParentheses();
        const std::size_t begin = m_begin;
        const std::string_view typed = m_text;
        const bool isPhrase = m_lexeme == Lexeme::Phrase;
        RAPPORT_TRY(rejectLoneFieldMark(begin, typed, isPhrase));
        if (!isPhrase && m_field.empty()) {
            const std::size_t colon = typed.find(':');
            if (colon != std::string_view::npos && detail::isFieldLike(typed.substr(0, colon)) &&
                typed.substr(colon + 1, 2) != "//")
                return parseField(begin, colon);
        }
        RAPPORT_TRY(read());
        if (!m_field.empty())
            return fieldNode(begin, m_field, typed);
        const std::size_t textBegin =
            isPhrase ? static_cast<std::size_t>(typed.data() - m_query.data()) : begin;
        RAPPORT_ASSIGN(Node node, textNode(textBegin, typed));
        if (!node && isPhrase)
            return error(begin, "there is no word between the quotation marks", "");
        return node;
    }

    base::Status rejectLoneFieldMark(std::size_t begin, std::string_view typed, bool isPhrase) const {
        if (isPhrase || m_field.empty() || typed.find(':') == std::string_view::npos)
            return {};
        const std::string_view name = typed.substr(0, typed.find(':'));
        if (detail::isFieldLike(name) && !detail::resolveField(name, m_attributes).empty())
            return error(begin, fmt::format("a field inside the parentheses of {}:", m_field),
                         "put it outside of them");
        return {};
    }

    Result<Node> parseNot() {
        const std::size_t begin = m_begin;
        RAPPORT_TRY(read());
        Node operand;
        if (m_lexeme != Lexeme::End && m_lexeme != Lexeme::Close && !isOperator("OR") && !isOperator("AND")) {
            RAPPORT_ASSIGN(operand, parseTerm());
        }
        if (!operand)
            return error(begin, "NOT needs something after it", "write: NOT this, or -this");
        QueryNode node;
        node.kind = QueryNode::Kind::Not;
        node.column = column(begin);
        node.children.push_back(std::move(*operand));
        return Node(std::move(node));
    }

    Result<Node> parseParentheses() {
        const std::size_t begin = m_begin;
        RAPPORT_TRY(read());
        RAPPORT_ASSIGN(Node inside, parseAny());
        if (m_lexeme != Lexeme::Close)
            return error(begin, "this parenthesis is not closed", "put a ) at its end");
        RAPPORT_TRY(read());
        return inside;
    }

    // -------------------------------------------------------------------------------------- fields

    /// The present chunk is `name:` with or without a value behind it.
    Result<Node> parseField(std::size_t begin, std::size_t colon) {
        const std::string_view name = m_text.substr(0, colon);
        const std::string_view value = m_text.substr(colon + 1);
        const std::string field = detail::resolveField(name, m_attributes);
        if (field.empty())
            return error(begin, fmt::format("there is no field '{}'", text::elide(name, 60)),
                         fieldAdvice(name));
        const std::size_t valueAt = m_next;
        RAPPORT_TRY(read());
        if (!value.empty())
            return fieldNode(begin, field, value);
        const bool isAttached = m_begin == valueAt;
        if (isAttached && m_lexeme == Lexeme::Phrase) {
            const std::string_view phrase = m_text;
            RAPPORT_TRY(read());
            return fieldNode(begin, field, phrase);
        }
        if (isAttached && m_lexeme == Lexeme::Open) {
            m_field = field;
            Result<Node> inside = parseParentheses();
            m_field.clear();
            if (inside && !*inside)
                return missingValue(valueAt, field);
            return inside;
        }
        return missingValue(valueAt, field);
    }

    tl::unexpected<base::Error> missingValue(std::size_t at, const std::string& field) const {
        return error(at, fmt::format("what should {} be?", field),
                     fmt::format("write: {0}:value or {0}:\"a value with blanks\"", field));
    }

    std::string fieldAdvice(std::string_view name) const {
        std::string nearest;
        std::size_t best = 3;
        const std::vector<std::string> names = fieldNames(m_attributes);
        for (const std::string& known : names) {
            const std::size_t distance = detail::editDistance(known, name.substr(0, 60), 2);
            if (distance < best) {
                best = distance;
                nearest = known;
            }
        }
        if (!nearest.empty())
            return fmt::format("did you mean {}:? In quotation marks it is searched for as text", nearest);
        return fmt::format("fields are {}; in quotation marks it is searched for as text",
                           fmt::join(names, ", "));
    }

    Result<Node> fieldNode(std::size_t begin, const std::string& field, std::string_view typed) {
        QueryNode node;
        node.kind = QueryNode::Kind::Field;
        node.column = column(begin);
        node.field = field;
        node.typed = std::string(text::trim(typed));
        node.value = foldedFieldValue(typed);
        while (!node.value.empty() && node.value.back() == '*') {
            node.isPrefix = true;
            node.value.pop_back();
        }
        node.value = foldedFieldValue(node.value);
        if (node.value.empty())
            return missingValue(begin, field);
        if (field == "coded" && (node.isPrefix || (node.value != "yes" && node.value != "no")))
            return error(begin, "coded is either yes or no", "write: coded:yes or coded:no");
        RAPPORT_TRY(countWords(begin, 1));
        return Node(std::move(node));
    }

    // -------------------------------------------------------------------------------------- words

    base::Status countWords(std::size_t begin, std::size_t words) {
        m_words += words;
        if (m_words > maximumQueryWords)
            return error(begin, fmt::format("more than {} words", maximumQueryWords),
                         "search for less at once");
        return {};
    }

    /// A star must stand right behind a word, and nothing of a word right behind the star.
    base::Status checkStars(std::size_t begin, std::string_view typed,
                            const std::vector<text::Token>& tokens) const {
        if (typed.find('*') == std::string_view::npos)
            return {};
        std::vector<std::size_t> begins;
        std::vector<std::size_t> ends;
        for (const text::Token& token : tokens) {
            if (token.isJoined)
                continue; // begins and ends where others do
            begins.push_back(static_cast<std::size_t>(token.bytes.begin.value));
            ends.push_back(static_cast<std::size_t>(token.bytes.end.value));
        }
        for (std::size_t star = typed.find('*'); star != std::string_view::npos;
             star = typed.find('*', star + 1)) {
            if (!std::binary_search(ends.begin(), ends.end(), star))
                return error(begin + star, "a star needs the beginning of a word in front of it",
                             "leerkr* finds every word that begins so; *kracht cannot be searched for");
            if (std::binary_search(begins.begin(), begins.end(), star + 1))
                return error(begin + star, "a star can stand only at the end of a word",
                             "leerkr* finds every word that begins so");
        }
        return {};
    }

    /// `typed` begins at byte `begin` of the query. Split where a sentence starts inside it: no phrase
    /// matches over the end of a sentence.
    Result<Node> textNode(std::size_t begin, std::string_view typed) {
        const std::vector<text::Token> tokens = text::tokenize(typed);
        RAPPORT_TRY(checkStars(begin, typed, tokens));
        std::vector<QueryNode> parts;
        for (std::size_t first = 0; first < tokens.size();) {
            std::size_t last = first + 1;
            while (last < tokens.size() && (tokens[last].isJoined || !tokens[last].startsSentence))
                ++last;
            QueryNode node;
            node.kind = QueryNode::Kind::Text;
            const auto partBegin = static_cast<std::size_t>(tokens[first].bytes.begin.value);
            auto partEnd = partBegin;
            for (std::size_t at = first; at < last; ++at)
                partEnd = std::max(partEnd, static_cast<std::size_t>(tokens[at].bytes.end.value));
            if (partEnd < typed.size() && typed[partEnd] == '*')
                ++partEnd;
            node.typed = std::string(typed.substr(partBegin, partEnd - partBegin));
            node.column = column(begin + partBegin);
            node.spellings = spellings(typed, tokens, first, last);
            for (const WordSequence& spelling : node.spellings)
                RAPPORT_TRY(countWords(begin + partBegin, spelling.size()));
            parts.push_back(std::move(node));
            first = last;
        }
        if (parts.empty())
            return Node();
        return Node(group(QueryNode::Kind::And, std::move(parts)));
    }

    static QueryWord wordOf(std::string_view typed, const text::Token& token) {
        const auto end = static_cast<std::size_t>(token.bytes.end.value);
        return {std::string(detail::cutAt(token.folded, maximumWordBytes)),
                end < typed.size() && typed[end] == '*'};
    }

    /// All words apart first; then with joined forms in the place of their parts, each alone and all
    /// together.
    static std::vector<WordSequence> spellings(std::string_view typed, const std::vector<text::Token>& tokens,
                                               std::size_t first, std::size_t last) {
        constexpr std::size_t mostCombined = 3; // 2^3 ways; beyond that apart or together only
        std::vector<std::size_t> joins;
        for (std::size_t at = first; at < last; ++at) {
            if (tokens[at].isJoined)
                joins.push_back(at);
        }
        const auto spelt = [&](const auto& isChosen) {
            WordSequence words;
            text::Utf8Bytes covered;
            for (std::size_t at = first; at < last; ++at) {
                const text::Token& token = tokens[at];
                if (token.isJoined || token.bytes.begin < covered)
                    continue;
                const bool hasJoined = at + 1 < last && tokens[at + 1].isJoined;
                if (hasJoined && isChosen(at + 1)) {
                    words.push_back(wordOf(typed, tokens[at + 1]));
                    covered = tokens[at + 1].bytes.end;
                } else {
                    words.push_back(wordOf(typed, token));
                }
            }
            return words;
        };
        std::vector<WordSequence> ways;
        const auto add = [&ways](WordSequence way) {
            if (std::find(ways.begin(), ways.end(), way) == ways.end())
                ways.push_back(std::move(way));
        };
        if (joins.size() <= mostCombined) {
            for (std::size_t chosen = 0; chosen < (std::size_t{1} << joins.size()); ++chosen) {
                add(spelt([&](std::size_t at) {
                    const auto which = std::find(joins.begin(), joins.end(), at) - joins.begin();
                    return ((chosen >> which) & 1U) != 0;
                }));
            }
        } else {
            add(spelt([](std::size_t) { return false; }));
            add(spelt([](std::size_t) { return true; }));
        }
        return ways;
    }

    std::string_view m_query;
    const std::vector<std::string>& m_attributes;
    std::size_t m_next = 0; ///< byte after the present lexeme
    Lexeme m_lexeme = Lexeme::End;
    std::size_t m_begin = 0;
    std::string_view m_text;
    std::string m_field; ///< inside field:( )
    std::size_t m_depth = 0;
    std::size_t m_words = 0;
    std::size_t m_countedBytes = 0;
    std::int64_t m_counted = 0;
};

} // namespace

Result<Query> parseQuery(std::string_view text, const std::vector<std::string>& attributes) {
    if (text.size() > maximumQueryBytes)
        return base::fail(Errc::InvalidArgument,
                          fmt::format("the query is longer than {} bytes", maximumQueryBytes),
                          "search for a part of it");
    if (!text::isValidUtf8(text))
        return base::fail(Errc::InvalidArgument, "the query is no valid UTF-8");
    Query query;
    query.text = std::string(text);
    RAPPORT_ASSIGN(query.root, Parser(text, attributes).parse());
    return query;
}

} // namespace rapport::search
