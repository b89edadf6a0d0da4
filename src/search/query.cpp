// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query.h"

#include "search/query_words.h"
#include "text/fold.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace rapport::search {

namespace {

constexpr std::array<std::string_view, 8> builtIn{"speaker", "question", "code", "rater",
                                                  "source",  "lang",     "memo", "coded"};

bool isGroup(const QueryNode& node) {
    return node.kind == QueryNode::Kind::And || node.kind == QueryNode::Kind::Or;
}

/// Something that binds as closely as NEAR and WITHIN.
std::string closely(const QueryNode& node) {
    const bool isLoose =
        isGroup(node) || node.kind == QueryNode::Kind::Near || node.kind == QueryNode::Kind::Within;
    return isLoose ? "(" + describe(node) + ")" : describe(node);
}

std::string joined(const std::vector<QueryNode>& children, std::string_view between) {
    std::string text;
    for (const QueryNode& child : children) {
        if (!text.empty())
            text += between;
        text += isGroup(child) ? "(" + describe(child) + ")" : describe(child);
    }
    return text;
}

std::string inQuotes(const std::string& typed) {
    return '"' + typed + '"';
}

bool isExpression(const QueryNode& node) {
    return node.spellings.size() == 1 && node.spellings[0].size() == 1 &&
           node.spellings[0][0].words.size() == 1 &&
           node.spellings[0][0].words[0].form == QueryWord::Form::Regex;
}

/// Read alike with and without quotation marks.
bool isPlainChunk(const std::string& typed, bool isQuoted, bool isSpelt) {
    if (detail::isOperator(typed) || detail::isNearOperator(typed) || !detail::isOneChunk(typed))
        return false;
    if (isQuoted && typed.find_first_of("[*~=|/") != std::string::npos)
        return false;
    const auto colon = typed.find(':');
    return isSpelt || (typed.front() != '-' &&
                       (colon == std::string::npos || !detail::isFieldLike(typed.substr(0, colon))));
}

/// The words of what was typed, with nothing between them but a blank, or what joins them (e-mail, i.p.v.),
/// and with their stars.
std::string wordsAlone(std::string_view typed) {
    std::string words;
    std::size_t last = 0;
    bool isFirst = true;
    for (const text::Token& token : text::tokenize(typed)) {
        if (token.isJoined)
            continue;
        const auto begin = static_cast<std::size_t>(token.bytes.begin.value);
        const auto end = static_cast<std::size_t>(token.bytes.end.value);
        if (!isFirst) {
            const std::string_view between = typed.substr(last, begin - last);
            const bool isLink =
                between == "." || between == "-" || between == "\u2010" || between == "\u2011";
            words += isLink ? between : " ";
        }
        words += typed.substr(begin, end - begin);
        last = end;
        if (end < typed.size() && typed[end] == '*') {
            words += '*';
            ++last;
        }
        isFirst = false;
    }
    return words;
}

/// Whether it is read as this leaf and nothing else.
bool readsBack(const std::string& said, const QueryNode& node) {
    const auto read = parseQuery(said);
    return read && read->root.kind == QueryNode::Kind::Text && read->root.isSpelt == node.isSpelt &&
           read->root.spellings == node.spellings;
}

/// As it was typed, if that is read alike by itself: what stood beside it may have made something else of its
/// signs. Else ever less of it.
std::string describeText(const QueryNode& node) {
    const std::string start = node.isSpelt ? "=" : "";
    if (isExpression(node))
        return start + node.typed;
    std::vector<std::string> ways;
    // A stroke in front may begin an expression that ends in another word.
    const std::string chunk =
        node.typed.substr(node.isQuoted ? 0 : std::min(node.typed.find_first_not_of('/'), node.typed.size()));
    if (isPlainChunk(chunk, node.isQuoted, node.isSpelt) && chunk.front() != '/')
        ways.push_back(start + chunk);
    ways.push_back(start + inQuotes(node.typed));
    const std::string words = wordsAlone(node.typed);
    if (!node.isQuoted && isPlainChunk(words, false, node.isSpelt))
        ways.push_back(start + words);
    ways.push_back(start + inQuotes(words));
    for (const WordSequence& spelling : node.spellings) {
        std::string folded;
        for (const QuerySlot& slot : spelling)
            folded += (folded.empty() ? "" : " ") + slot.words.front().folded +
                      (slot.words.front().form == QueryWord::Form::Prefix ? "*" : "");
        ways.push_back(start + inQuotes(folded));
    }
    const auto same = std::find_if(ways.begin(), ways.end(),
                                   [&node](const std::string& way) { return readsBack(way, node); });
    return same != ways.end() ? *same : ways.front();
}

std::string describeField(const QueryNode& node) {
    return node.field + ':' + (detail::isOneChunk(node.typed) ? node.typed : inQuotes(node.typed));
}

void collectFields(const QueryNode& node, std::vector<const QueryNode*>& fields) {
    if (node.kind == QueryNode::Kind::Field)
        fields.push_back(&node);
    for (const QueryNode& child : node.children)
        collectFields(child, fields);
}

std::vector<const QueryNode*> fieldsOf(const Query& query) {
    std::vector<const QueryNode*> fields;
    collectFields(query.root, fields);
    return fields;
}

/// Whether `text` is `query` but for the values, of which the replaced ones are what they should be.
bool readsAs(const std::string& text, const Query& query, const std::vector<std::string>& attributes,
             const std::vector<std::optional<std::string>>& values) {
    const auto read = parseQuery(text, attributes);
    if (!read)
        return false;
    const auto before = fieldsOf(query);
    const auto after = fieldsOf(*read);
    if (after.size() != before.size())
        return false;
    for (std::size_t at = 0; at < after.size(); ++at) {
        if (after[at]->field != before[at]->field || after[at]->isPrefix != before[at]->isPrefix ||
            after[at]->isSuffix != before[at]->isSuffix ||
            after[at]->typed != values[at].value_or(before[at]->typed))
            return false;
    }
    return true;
}

} // namespace

namespace detail {

bool isQuotationMark(char32_t character) {
    switch (character) {
    case '"':
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xFF02:
        return true;
    default:
        return false;
    }
}

bool isOneChunk(std::string_view typed) {
    for (std::size_t at = 0; at < typed.size();) {
        const char32_t character = text::readCodePoint(typed, at);
        if (text::isWhiteSpace(character) || character == '(' || character == ')' ||
            isQuotationMark(character))
            return false;
    }
    return !typed.empty();
}

bool isOperator(std::string_view chunk) {
    return chunk == "AND" || chunk == "OR" || chunk == "NOT" || chunk == "WITHIN";
}

bool isNearOperator(std::string_view chunk) {
    // NEAR/x as well: it is no word that anybody looks for, and the number is missed where it is read.
    const std::string_view name = chunk.substr(0, chunk.find('/'));
    return name == "NEAR" || name == "ADJ";
}

bool isFieldLike(std::string_view name) {
    bool hasLetter = false;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t character = text::readCodePoint(name, at);
        const bool isDigit = character >= '0' && character <= '9';
        const bool isLetter = (character >= 'a' && character <= 'z') ||
                              (character >= 'A' && character <= 'Z') || character >= 0xC0;
        if (!isLetter && !hasLetter)
            return false;
        if (!isLetter && !isDigit && character != '_' && character != '-' && character != '.')
            return false;
        hasLetter = true;
    }
    return hasLetter;
}

std::string typeableName(std::string_view attribute) {
    std::string name;
    for (std::size_t at = 0; at < attribute.size();) {
        const std::size_t begin = at;
        (void)text::readCodePoint(attribute, at);
        const std::string_view character = attribute.substr(begin, at - begin);
        const bool isAllowed = isFieldLike("a" + std::string(character));
        name += isAllowed ? std::string(character) : "_";
    }
    return isFieldLike(name) ? name : "a" + name;
}

std::string resolveField(std::string_view name, const std::vector<std::string>& attributes) {
    const std::string wanted = text::fold(name);
    if (wanted == "prompt")
        return "question";
    for (const std::string& known : fieldNames(attributes)) {
        if (text::fold(known) == wanted)
            return known;
    }
    return {};
}

} // namespace detail

std::vector<std::string> fieldNames(const std::vector<std::string>& attributes) {
    std::vector<std::string> names(builtIn.begin(), builtIn.end());
    for (const std::string& attribute : attributes) {
        std::string name = detail::typeableName(attribute);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

bool isIndexedField(std::string_view field) {
    return field == "speaker" || field == "question" || field == "source" || field == "lang";
}

bool needsPlaces(const QueryNode& node) {
    if (node.kind == QueryNode::Kind::Near || node.kind == QueryNode::Kind::Within)
        return true;
    return std::any_of(node.spellings.begin(), node.spellings.end(), [](const WordSequence& words) {
        return words.size() != 1 || !std::all_of(words[0].words.begin(), words[0].words.end(),
                                                 [](const QueryWord& word) { return word.isSimple(); });
    });
}

std::optional<std::string>
withValues(const Query& query, const std::vector<std::string>& attributes,
           const std::function<std::optional<std::string>(const QueryNode&)>& other) {
    const std::string_view typed = query.text;
    std::string text;
    std::size_t byte = 0;
    std::size_t column = 1;
    std::vector<std::optional<std::string>> values;
    for (const QueryNode* const field : fieldsOf(query)) {
        values.push_back(other(*field));
        if (!values.back())
            continue;
        const std::size_t from = byte;
        char32_t before = 0;
        for (; column < field->valueColumn; ++column) {
            const char32_t character = text::readCodePoint(typed, byte);
            before = text::isWhiteSpace(character) ? before : character;
        }
        text += typed.substr(from, byte - from);
        const bool isFine = detail::isQuotationMark(before) || detail::isOneChunk(*values.back());
        text += isFine ? *values.back() : inQuotes(*values.back());
        byte += field->typed.size();
        column += static_cast<std::size_t>(text::countCodePoints(field->typed));
    }
    if (byte == 0)
        return std::nullopt;
    text += typed.substr(byte);
    return readsAs(text, query, attributes, values) ? std::optional(std::move(text)) : std::nullopt;
}

std::string describe(const QueryNode& node) {
    switch (node.kind) {
    case QueryNode::Kind::Text:
        return describeText(node);
    case QueryNode::Kind::Field:
        return describeField(node);
    case QueryNode::Kind::And:
        return joined(node.children, " AND ");
    case QueryNode::Kind::Or:
        return joined(node.children, " OR ");
    case QueryNode::Kind::Not:
        return "NOT " + closely(node.children.front());
    case QueryNode::Kind::Near:
        return closely(node.children[0]) + (node.isOrdered ? " ADJ/" : " NEAR/") +
               std::to_string(node.distance) + ' ' + closely(node.children[1]);
    case QueryNode::Kind::Within:
        return closely(node.children.front()) + (node.isInSentence ? " WITHIN sentence" : " WITHIN turn");
    }
    return {};
}

std::string describe(const Query& query) {
    return describe(query.root);
}

} // namespace rapport::search
