// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/token_links.h"

#include "text/abbreviations.h"

#include <unicode/uchar.h>

#include <optional>
#include <utility>

namespace rapport::text::detail {

namespace {

// ------------------------------------------------------------------------------------------ sentences

bool isLineBreak(UChar32 character) {
    return (character >= 0x0A && character <= 0x0D) || character == 0x85 || character == 0x2028 ||
           character == 0x2029;
}

/// Ends a sentence whatever follows.
bool isStrongTerminator(UChar32 character) {
    switch (character) {
    case '!':
    case '?':
    case 0x061F:
    case 0x203C:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
        return true;
    default:
        return false;
    }
}

/// One letter; digits do not count.
bool isSingleLetter(const Token& token) {
    const Character character = characterAt(token.folded, 0);
    return character.bytes == token.folded.size() && character.value >= 0 && u_isalpha(character.value) != 0;
}

bool isClosing(UChar32 character) {
    switch (character) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0xBB:
    case 0x2019:
    case 0x201D:
        return true;
    default:
        return false;
    }
}

struct Gap {
    bool hasLineBreak = false;
    bool hasStrongTerminator = false;
    bool isQuoteClosed = false; ///< ?" or !): what follows in lower case goes on with the sentence
    int dots = 0;               ///< full stops; an ellipsis counts as three
    bool startsWithDot = false;
    bool hasSpaceAfterDot = false;
};

Gap readGap(std::string_view gap) {
    Gap found;
    for (std::size_t at = 0; at < gap.size();) {
        const Character character = characterAt(gap, at);
        if (isLineBreak(character.value))
            found.hasLineBreak = true;
        else if (isStrongTerminator(character.value))
            found.hasStrongTerminator = true;
        else if (found.hasStrongTerminator && isClosing(character.value))
            found.isQuoteClosed = true;
        else if (character.value == '.' || character.value == 0x2026) {
            found.dots += character.value == '.' ? 1 : 3;
            found.startsWithDot = found.startsWithDot || at == 0;
            found.hasSpaceAfterDot = false;
        } else if (found.dots > 0 && character.value >= 0 && u_isUWhiteSpace(character.value) != 0) {
            found.hasSpaceAfterDot = true;
        }
        at += character.bytes;
    }
    return found;
}

bool startsSentence(const Token& before, const Token& token, std::string_view utf8) {
    const std::string_view between =
        utf8.substr(static_cast<std::size_t>(before.bytes.end.value),
                    static_cast<std::size_t>(token.bytes.begin - before.bytes.end));
    if (between == " ")
        return false;
    const Gap gap = readGap(between);
    if (gap.hasLineBreak)
        return true;
    const Character first = characterAt(utf8, static_cast<std::size_t>(token.bytes.begin.value));
    const bool isLower = first.value >= 0 && u_islower(first.value) != 0;
    if (gap.hasStrongTerminator)
        return !(gap.isQuoteClosed && isLower);
    if (gap.dots == 0 || isLower)
        return false;
    const bool isSingleDot = gap.dots == 1 && gap.startsWithDot;
    if (isSingleDot && (isSingleLetter(before) || isAbbreviation(before.folded)))
        return false;
    if (isSingleDot && first.value >= 0 && u_isdigit(first.value) != 0 &&
        isAbbreviationBeforeNumber(before.folded))
        return false;
    if (gap.hasSpaceAfterDot || gap.dots > 1)
        return true;
    // "ouders.Daarna": the space was forgotten.
    return isSingleDot && first.value >= 0 && u_isupper(first.value) != 0 && !isSingleLetter(token);
}

// ------------------------------------------------------------------------------------------ joined forms

enum class Link { None, Hyphen, Dot };

Link linkBetween(const Token& before, const Token& token, std::string_view utf8) {
    const std::string_view between =
        utf8.substr(static_cast<std::size_t>(before.bytes.end.value),
                    static_cast<std::size_t>(token.bytes.begin - before.bytes.end));
    if (between == "-" || between == "\u2010" || between == "\u2011")
        return Link::Hyphen;
    if (between == "." && isSingleLetter(before) && isSingleLetter(token))
        return Link::Dot;
    return Link::None;
}

bool isNumber(const std::string& folded) {
    return std::all_of(folded.begin(), folded.end(), [](char byte) { return byte >= '!' && byte <= '9'; });
}

/// The extra form over tokens[first, last], unless that is a row of numbers.
std::optional<Token> joinedForm(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
    Token joined;
    bool hasWord = false;
    for (std::size_t at = first; at <= last; ++at) {
        joined.folded += tokens[at].folded;
        hasWord = hasWord || !isNumber(tokens[at].folded);
    }
    if (!hasWord)
        return std::nullopt;
    joined.range = {tokens[first].range.begin, tokens[last].range.end};
    joined.bytes = {tokens[first].bytes.begin, tokens[last].bytes.end};
    joined.position = tokens[first].position;
    joined.startsSentence = tokens[first].startsSentence;
    joined.isJoined = true;
    return joined;
}

} // namespace

void completeTokens(std::vector<Token>& tokens, const std::vector<std::uint32_t>& gapped,
                    std::string_view utf8) {
    struct Joined {
        std::size_t after;
        Token token;
    };
    std::vector<Joined> extra;
    std::size_t runStart = 0;
    std::size_t runLast = 0;
    Link runLink = Link::None;
    const auto endRun = [&] {
        if (runLink != Link::None) {
            if (auto joined = joinedForm(tokens, runStart, runLast))
                extra.push_back({runStart, std::move(*joined)});
        }
    };
    for (const std::uint32_t at : gapped) {
        Token& token = tokens[at];
        token.startsSentence = at == 0 || startsSentence(tokens[at - 1], token, utf8);
        const Link link = at == 0 ? Link::None : linkBetween(tokens[at - 1], token, utf8);
        if (runLink == Link::None || link != runLink || at != runLast + 1) {
            endRun();
            runStart = at == 0 ? 0 : at - 1;
            runLink = link;
        }
        runLast = at;
    }
    endRun();
    if (extra.empty())
        return;
    std::vector<Token> merged;
    merged.reserve(tokens.size() + extra.size());
    auto next = extra.begin();
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        merged.push_back(std::move(tokens[at]));
        if (next != extra.end() && next->after == at)
            merged.push_back(std::move((next++)->token));
    }
    tokens = std::move(merged);
}

} // namespace rapport::text::detail
