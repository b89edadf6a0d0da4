// SPDX-License-Identifier: GPL-3.0-or-later
// Recursive descent over
//   any    := all { OR all }
//   all    := near { [AND] near }
//   near   := term { NEAR/n term | ADJ/n term | WITHIN sentence | WITHIN turn }
//   term   := NOT term | -term | ( any ) | [=] text | field:value | field:( any )
//   text   := word | "phrase" | /expression/
// A chunk without a letter or digit ("&", "...") is passed over where it stands among others.
#include "base/join.h"
#include "base/number.h"
#include "search/query.h"
#include "search/query_lexer.h"
#include "search/query_words.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rapport::search {

namespace {

using base::Errc;
using base::Result;
using detail::Lexeme;
using Node = std::optional<QueryNode>; ///< nothing: a chunk without letters or digits

/// What coded: can be, in English and Dutch.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> codedValues{
    {{"yes", "ja"}, {"no", "nee"}, {"disagreed", "oneens"}}};

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

class Parser : private detail::QueryLexer {
public:
    Parser(std::string_view query, const std::vector<std::string>& attributes)
        : QueryLexer(query)
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
            RAPPORT_ASSIGN(Node part, parseNear());
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

    /// NEAR/3 or ADJ/3 as the present chunk.
    bool isNearOperator() const { return m_lexeme == Lexeme::Chunk && detail::isNearOperator(m_text); }

    Result<Node> parseNear() {
        if (isNearOperator())
            return error(m_begin, fmt::format("{} needs words or phrases on both sides", m_text),
                         nearAdvice(m_text));
        if (isOperator("WITHIN"))
            return error(m_begin, "WITHIN needs something in front of it", withinAdvice);
        constexpr int mostInARow = 16;
        RAPPORT_ASSIGN(Node left, parseTerm());
        for (int inARow = 0;; ++inARow) {
            if (inARow == mostInARow)
                return error(m_begin, fmt::format("more than {} words", mostInARow),
                             "write it in a simpler way");
            if (isOperator("WITHIN")) {
                RAPPORT_ASSIGN(left, parseWithin(std::move(left)));
            } else if (isNearOperator()) {
                RAPPORT_ASSIGN(left, parseNearOperator(std::move(left)));
            } else {
                return left;
            }
        }
    }

    Result<Node> parseNearOperator(Node left) {
        const std::size_t begin = m_begin;
        const std::string_view name = m_text;
        const std::size_t slash = name.find('/');
        constexpr std::int64_t usual = 10;
        const auto distance = slash == std::string_view::npos ? std::optional<std::int64_t>(usual)
                                                              : base::parseInteger(name.substr(slash + 1));
        if (!distance || *distance < 1 || *distance > std::int64_t{maximumGap})
            return error(begin + slash + 1, fmt::format("from 1 to {} words", maximumGap), nearAdvice(name));
        RAPPORT_TRY(read());
        Node right;
        if (m_lexeme != Lexeme::End && m_lexeme != Lexeme::Close && !isOperator("OR") && !isOperator("AND") &&
            !isNearOperator() && !isOperator("WITHIN")) {
            RAPPORT_ASSIGN(right, parseTerm());
        }
        if (!left || !right || !hasPlaces(*left) || !hasPlaces(*right))
            return error(begin, fmt::format("{} needs words or phrases on both sides", name),
                         nearAdvice(name));
        QueryNode node;
        node.kind = QueryNode::Kind::Near;
        node.column = left->column;
        node.distance = static_cast<std::uint32_t>(*distance);
        node.isOrdered = name.starts_with("ADJ");
        node.children.push_back(std::move(*left));
        node.children.push_back(std::move(*right));
        return Node(std::move(node));
    }

    Result<Node> parseWithin(Node left) {
        const std::size_t begin = m_begin;
        if (!left || !isOfTexts(*left))
            return error(begin, "WITHIN needs words in front of it, and no fields", withinAdvice);
        RAPPORT_TRY(read());
        const std::string scope = m_lexeme == Lexeme::Chunk ? std::string(m_text) : std::string();
        const bool isSentence = scope == "sentence" || scope == "zin";
        if (!isSentence && scope != "turn" && scope != "beurt")
            return error(m_begin, "within what?", withinAdvice);
        RAPPORT_TRY(read());
        QueryNode node;
        node.kind = QueryNode::Kind::Within;
        node.column = left->column;
        node.isInSentence = isSentence;
        node.children.push_back(std::move(*left));
        return Node(std::move(node));
    }

    static std::string nearAdvice(std::string_view name) {
        return fmt::format(
            "write: this {0}/5 that, with words, \"phrases\" or (one OR another); in quotation "
            "marks, \"{0}\" is an ordinary word",
            name.substr(0, name.find('/')));
    }
    static constexpr const char* withinAdvice = "write: (this that) WITHIN sentence, or WITHIN turn; in "
                                                "quotation marks, \"WITHIN\" is an ordinary word";

    /// Stands at places of a text: words and what is made of them.
    static bool hasPlaces(const QueryNode& node) {
        if (node.kind == QueryNode::Kind::Or)
            return std::all_of(node.children.begin(), node.children.end(), hasPlaces);
        return node.kind == QueryNode::Kind::Text || node.kind == QueryNode::Kind::Near;
    }
    static bool isOfTexts(const QueryNode& node) {
        return node.kind != QueryNode::Kind::Field &&
               std::all_of(node.children.begin(), node.children.end(), isOfTexts);
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
        const bool isSpelt = m_lexeme == Lexeme::Equals;
        if (isSpelt) {
            RAPPORT_TRY(read());
            const bool isText =
                m_lexeme == Lexeme::Chunk || m_lexeme == Lexeme::Phrase || m_lexeme == Lexeme::Expression;
            if (!isText || !m_field.empty())
                return error(begin, "= needs a word or a phrase behind it",
                             "write: =Jan or =\"de Jan\", which minds case and accents");
        }
        if (m_lexeme == Lexeme::Expression && m_field.empty())
            return parseExpression(isSpelt);
        const std::string_view typed = m_text;
        const bool isPhrase = m_lexeme == Lexeme::Phrase;
        RAPPORT_TRY(rejectLoneFieldMark(begin, typed, isPhrase));
        if (!isPhrase && !isSpelt && m_field.empty()) {
            const std::size_t colon = typed.find(':');
            if (colon != std::string_view::npos && detail::isFieldLike(typed.substr(0, colon)) &&
                typed.substr(colon + 1, 2) != "//")
                return parseField(begin, colon);
        }
        RAPPORT_TRY(read());
        if (!m_field.empty())
            return fieldNode(begin, m_field, typed);
        const auto textBegin = static_cast<std::size_t>(typed.data() - m_query.data());
        RAPPORT_ASSIGN(Node node, textNode(textBegin, typed, isPhrase, isSpelt));
        if (!node && isPhrase)
            return error(begin, "there is no word between the quotation marks", "");
        return node;
    }

    Result<Node> parseExpression(bool isSpelt) {
        const std::size_t begin = m_begin;
        auto read = detail::readExpression(m_text, isSpelt);
        if (!read)
            return error(begin + read.error().byte, read.error().message, read.error().advice);
        RAPPORT_TRY(this->read());
        QueryNode node;
        node.column = column(begin);
        node.typed = std::move(read->typed);
        node.isSpelt = isSpelt;
        node.spellings = std::move(read->spellings);
        RAPPORT_TRY(countWords(begin, 1));
        return Node(std::move(node));
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
        if (m_lexeme != Lexeme::End && m_lexeme != Lexeme::Close && !isOperator("OR") && !isOperator("AND") &&
            !isNearOperator() && !isOperator("WITHIN")) {
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
        // The beginning of one name and no other: quest: is question:.
        constexpr std::size_t shortestBeginning = 3;
        const std::string folded = text::fold(name);
        const auto beginsSo = [&folded](const std::string& known) {
            return text::fold(known).starts_with(folded);
        };
        if (nearest.empty() && folded.size() >= shortestBeginning &&
            std::count_if(names.begin(), names.end(), beginsSo) == 1)
            nearest = *std::find_if(names.begin(), names.end(), beginsSo);
        if (!nearest.empty())
            return fmt::format("did you mean {}:? In quotation marks it is searched for as text", nearest);
        return fmt::format("fields are {}; in quotation marks it is searched for as text",
                           fmt::join(names, ", "));
    }

    /// Attributes have values in an order; names of speakers, codes and raters have none.
    static bool isRangeField(const std::string& field) {
        const std::vector<std::string> named = fieldNames();
        return std::find(named.begin(), named.end(), field) == named.end();
    }

    /// Fields whose values are told one by one: nobody means two dots by them. Names of sources and speakers
    /// may have them.
    static bool isUnordered(const std::string& field) {
        return field == "question" || field == "lang" || field == "code" || field == "rater" ||
               field == "coded";
    }

    /// Two numbers, or two texts, of which the second is the smaller one.
    static bool goesBackwards(const std::string& from, const std::string& to) {
        if (from.empty() || to.empty())
            return false;
        const auto a = fieldNumber(from);
        const auto b = fieldNumber(to);
        if (a && b)
            return *b < *a;
        return !a && !b && to < from && !from.starts_with(to);
    }

    Result<Node> fieldNode(std::size_t begin, const std::string& field, std::string_view given) {
        const std::string_view typed = text::trim(given);
        const auto at =
            static_cast<std::size_t>((typed.empty() ? given.data() : typed.data()) - m_query.data());
        QueryNode node;
        node.kind = QueryNode::Kind::Field;
        node.column = column(begin);
        node.valueColumn = column(at);
        node.field = field;
        node.typed = std::string(typed);
        if (const std::size_t dots = typed.find(".."); dots != std::string_view::npos && isUnordered(field))
            return error(at + dots, fmt::format("{} has no order", field),
                         fmt::format("write: {0}:(this OR that), or {0}:th*", field));
        if (!typed.empty() && (typed.front() == '<' || typed.front() == '>'))
            return error(at, "a range is written with two dots",
                         fmt::format("write: {0}:4.. for 4 and more, {0}:..4 for 4 and less", field));
        if (const std::size_t dots = typed.find("..");
            dots != std::string_view::npos && isRangeField(field)) {
            const std::string from = foldedFieldValue(typed.substr(0, dots));
            const std::string to = foldedFieldValue(typed.substr(dots + 2));
            if (from.empty() && to.empty())
                return error(at, fmt::format("from where to where should {} be?", field),
                             fmt::format("write: {0}:18..25, {0}:18.. or {0}:..25", field));
            if (!from.empty())
                node.lower = from;
            if (!to.empty())
                node.upper = to;
            if (goesBackwards(from, to))
                return error(at, fmt::format("from {} to {} there is nothing", from, to),
                             fmt::format("write: {}:{}..{}", field, to, from));
            RAPPORT_TRY(countWords(begin, 1));
            return Node(std::move(node));
        }
        node.value = foldedFieldValue(typed);
        while (!node.value.empty() && node.value.back() == '*') {
            node.isPrefix = true;
            node.value.pop_back();
        }
        while (!node.value.empty() && node.value.front() == '*') {
            node.isSuffix = true;
            node.value.erase(0, 1);
        }
        node.value = foldedFieldValue(node.value);
        if (node.value.empty())
            return missingValue(at, field);
        if (field == "coded") {
            // coded:yes@jan: by whom.
            const std::size_t mark = std::min(node.value.find('@'), node.value.size());
            const std::string what = node.value.substr(0, mark);
            const std::string by = node.value.substr(mark);
            const auto known =
                std::find_if(codedValues.begin(), codedValues.end(),
                             [&what](const auto& pair) { return what == pair.first || what == pair.second; });
            if (node.isPrefix || node.isSuffix || known == codedValues.end() || by == "@")
                return error(at, "coded is yes, no or disagreed",
                             "write: coded:yes, coded:no or coded:disagreed; coded:yes@RATER says by whom");
            if (!by.empty() && known->first == "disagreed")
                return error(at, "raters disagree with one another",
                             "write: coded:disagreed, or coded:yes@RATER");
            node.value = std::string(known->first) + by;
        }
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

    /// `typed` begins at byte `begin` of the query.
    Result<Node> textNode(std::size_t begin, std::string_view typed, bool isPhrase, bool isSpelt) {
        auto read = detail::readText(typed, isPhrase, isSpelt);
        if (!read)
            return error(begin + read.error().byte, read.error().message, read.error().advice);
        std::vector<QueryNode> parts;
        for (detail::ReadText& part : *read) {
            QueryNode node;
            node.kind = QueryNode::Kind::Text;
            node.typed = std::move(part.typed);
            node.column = column(begin + part.begin);
            node.isQuoted = isPhrase;
            node.isSpelt = isSpelt;
            node.spellings = std::move(part.spellings);
            std::size_t words = 0;
            for (const WordSequence& spelling : node.spellings) {
                for (const QuerySlot& slot : spelling)
                    words += slot.words.size();
            }
            RAPPORT_TRY(countWords(begin + part.begin, words));
            parts.push_back(std::move(node));
        }
        if (parts.empty())
            return Node();
        return Node(group(QueryNode::Kind::And, std::move(parts)));
    }

    const std::vector<std::string>& m_attributes;
    std::string m_field; ///< inside field:( )
    std::size_t m_depth = 0;
    std::size_t m_words = 0;
};

} // namespace

tl::unexpected<base::Error> errorAt(const Query& query, std::size_t column, Errc code,
                                    const base::Phrase& message, const base::Phrase& advice) {
    base::Place place;
    place.column = column;
    const auto before = text::slice(query.text, text::textRange(0, static_cast<std::int64_t>(column) - 1));
    const std::string caret = detail::caretLines(query.text, before.size());
    base::Error error{code, message, place, {}};
    // The caret's lines are the same in every language.
    error.hint = advice.empty()
                     ? base::Phrase(caret)
                     : base::Phrase(caret + '\n' + advice, "{}\n{}", {base::Phrase(caret), advice});
    return tl::unexpected<base::Error>(std::move(error));
}

Result<Query> parseQuery(std::string_view text, const std::vector<std::string>& attributes) {
    if (text.size() > maximumQueryBytes)
        return base::fail(Errc::InvalidArgument,
                          base::said("the query is longer than {} bytes", maximumQueryBytes),
                          "search for a part of it");
    if (!text::isValidUtf8(text))
        return base::fail(Errc::InvalidArgument, "the query is no valid UTF-8");
    Query query;
    query.text = std::string(text);
    RAPPORT_ASSIGN(query.root, Parser(text, attributes).parse());
    return query;
}

} // namespace rapport::search
