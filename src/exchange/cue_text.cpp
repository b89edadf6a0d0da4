// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cue_text.h"

#include "exchange/speaker_label.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace rapport::exchange {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool isTagLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '/';
}

/// The name in "v.first.loud Anna" or "v Anna"; nothing if the tag is no voice.
bool isVoice(std::string_view tag, std::string_view& name) {
    if (tag.empty() || tag.front() != 'v')
        return false;
    const std::size_t end = tag.find_first_of(" \t\n");
    const std::string_view kind = tag.substr(0, end);
    if (kind.size() > 1 && kind[1] != '.')
        return false;
    name = end == npos ? std::string_view() : text::trim(tag.substr(end));
    return true;
}

struct Reference {
    std::string_view name;
    char32_t codePoint;
};

constexpr std::array references{Reference{"amp", U'&'},   Reference{"lt", U'<'},    Reference{"gt", U'>'},
                                Reference{"quot", U'"'},  Reference{"apos", U'\''}, Reference{"nbsp", 0xA0},
                                Reference{"lrm", 0x200E}, Reference{"rlm", 0x200F}};

/// The character of "#8217" or "#x2019"; 0 if it is none.
char32_t numericReference(std::string_view body) {
    if (body.size() < 2 || body.size() > 9 || body.front() != '#')
        return 0;
    const bool isHex = body[1] == 'x' || body[1] == 'X';
    const std::string_view digits = body.substr(isHex ? 2 : 1);
    char32_t value = 0;
    for (const char digit : digits) {
        const bool isNumber = digit >= '0' && digit <= '9';
        const bool isSmall = isHex && digit >= 'a' && digit <= 'f';
        const bool isLarge = isHex && digit >= 'A' && digit <= 'F';
        if (!isNumber && !isSmall && !isLarge)
            return 0;
        const int figure = isNumber ? digit - '0' : isSmall ? digit - 'a' + 10 : digit - 'A' + 10;
        value = value * (isHex ? 16 : 10) + static_cast<char32_t>(figure);
        if (value > 0x10FFFF)
            return 0;
    }
    return digits.empty() ? 0 : value;
}

} // namespace

std::string resolveReferences(std::string_view text) {
    std::string resolved;
    resolved.reserve(text.size());
    constexpr std::size_t longest = 10;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = std::min(text.find('&', at), text.size());
        resolved.append(text, at, found - at);
        if (found == text.size())
            break;
        const std::size_t close = text.substr(found, longest + 2).find(';');
        char32_t codePoint = 0;
        if (close != npos) {
            const std::string_view body = text.substr(found + 1, close - 1);
            codePoint = numericReference(body);
            for (const Reference& reference : references) {
                if (reference.name == body)
                    codePoint = reference.codePoint;
            }
        }
        // The directional marks of the standard help no reader of the text.
        if (codePoint != 0 && codePoint != 0x200E && codePoint != 0x200F)
            text::appendCodePoint(resolved, codePoint);
        else if (codePoint == 0)
            resolved += '&';
        at = codePoint != 0 ? found + close + 1 : found + 1;
    }
    return resolved;
}

std::vector<VoicePiece> splitVoices(std::string_view cue) {
    std::vector<VoicePiece> pieces;
    std::string raw;
    std::string speaker;
    const auto flush = [&] {
        if (!raw.empty())
            pieces.push_back(VoicePiece{speaker, resolveReferences(raw)});
        raw.clear();
    };
    bool hasClose = true; // whether any > is left: without one no further < is a tag
    for (std::size_t at = 0; at < cue.size();) {
        const std::size_t open = std::min(cue.find('<', at), cue.size());
        raw.append(cue, at, open - at);
        if (open == cue.size())
            break;
        const bool mayBeTag = open + 1 < cue.size() && isTagLetter(cue[open + 1]) && hasClose;
        const std::size_t close = mayBeTag ? cue.find('>', open) : npos;
        if (mayBeTag && close == npos)
            hasClose = false;
        if (close == npos) {
            raw += '<';
            at = open + 1;
            continue;
        }
        const std::string_view tag = cue.substr(open + 1, close - open - 1);
        std::string_view name;
        if (isVoice(tag, name)) {
            flush();
            speaker = tidyLabel(resolveReferences(name));
        } else if (tag == "/v") {
            flush();
            speaker.clear();
        }
        at = close + 1;
    }
    flush();
    return pieces;
}

} // namespace rapport::exchange
