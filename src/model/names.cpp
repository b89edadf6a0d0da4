// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names.h"

#include "base/format.h"
#include "text/fold.h"
#include "text/name_letters.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::model {

namespace {

constexpr std::string_view reserved = "/#@%";

/// Control characters and what breaks a line.
bool isUnseen(char32_t letter) {
    return letter < 0x20 || (letter >= 0x7f && letter < 0xa0) || letter == 0x2028 || letter == 0x2029;
}

std::string withUnseenAs(std::string_view text, char32_t shown) {
    if (!text::isValidUtf8(text))
        return std::string(text);
    std::string visible;
    visible.reserve(text.size());
    for (std::size_t byte = 0; byte < text.size();) {
        const char32_t letter = text::readCodePoint(text, byte);
        text::appendCodePoint(visible, isUnseen(letter) ? shown : letter);
    }
    return visible;
}

bool isAsciiLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

} // namespace

std::string escapeNamePart(std::string_view part) {
    std::string escaped;
    escaped.reserve(part.size());
    for (const char letter : part) {
        if (reserved.find(letter) != std::string_view::npos)
            escaped += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
        else
            escaped += letter;
    }
    return escaped;
}

std::string unescapeNamePart(std::string_view part) {
    std::string plain;
    for (std::size_t at = 0; at < part.size(); ++at) {
        bool wasEscape = false;
        if (part[at] == '%' && at + 2 < part.size()) {
            for (const char letter : reserved) {
                if (part.substr(at + 1, 2) == fmt::format("{:02X}", static_cast<unsigned char>(letter))) {
                    plain += letter;
                    at += 2;
                    wasEscape = true;
                    break;
                }
            }
        }
        if (!wasEscape)
            plain += part[at];
    }
    return plain;
}

std::string answerName(std::string_view participant, std::string_view prompt, std::string_view instrument,
                       std::string_view wave) {
    std::string name = escapeNamePart(participant) + "/";
    if (!instrument.empty())
        name += escapeNamePart(instrument) + ".";
    name += escapeNamePart(prompt);
    if (!wave.empty())
        name += "@" + escapeNamePart(wave);
    return name;
}

std::string turnName(std::string_view source, std::int64_t number) {
    return fmt::format("{}#{}", source, number);
}

std::string sourceName(std::string_view fileStem) {
    return escapeNamePart(visibleName(fileStem));
}

bool isVisible(std::string_view text) {
    return visibleName(text) == text;
}

std::string visibleName(std::string_view text) {
    return withUnseenAs(text, 0xfffd);
}

std::string plainName(std::string_view text) {
    return text::isValidUtf8(text) ? std::string(text::trim(withUnseenAs(text, U' '))) : std::string(text);
}

std::string raterName(std::string_view text, std::size_t mostBytes) {
    std::string name(text);
    std::replace(name.begin(), name.end(), ',', ' ');
    name = plainName(name);
    if (name.size() <= mostBytes)
        return name;
    static constexpr std::string_view cutOff = "…";
    std::size_t end = mostBytes - cutOff.size();
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text::trim(std::string_view(name).substr(0, end))) + std::string(cutOff);
}

std::string evenBlanks(std::string_view text) {
    std::string even;
    bool wasSpace = false;
    const std::string_view trimmed = text::trim(text);
    for (std::size_t at = 0; at < trimmed.size();) {
        const char32_t codePoint = text::readCodePoint(trimmed, at);
        const bool isSpace = text::isWhiteSpace(codePoint);
        if (!isSpace)
            text::appendCodePoint(even, codePoint);
        else if (!wasSpace)
            even += ' ';
        wasSpace = isSpace;
    }
    return even;
}

std::string personName(std::string_view text) {
    if (!text::isValidUtf8(text))
        return std::string(text);
    const std::string composed = evenBlanks(text::composed(text));
    std::string name;
    name.reserve(composed.size());
    for (std::size_t at = 0; at < composed.size();) {
        const char32_t letter = text::readCodePoint(composed, at);
        text::appendCodePoint(name, text::isHyphen(letter) ? U'-' : letter);
    }
    return name;
}

bool isIdentifier(std::string_view text) {
    return !text.empty() && isAsciiLetter(text.front()) &&
           std::all_of(text.begin(), text.end(), [](char letter) {
               return isAsciiLetter(letter) || (letter >= '0' && letter <= '9') || letter == '_' ||
                      letter == '-';
           });
}

bool canNameRater(std::string_view text) {
    if (text.empty() || text.size() > longestRaterName || !text::isValidUtf8(text) ||
        text::trim(text) != text)
        return false;
    for (std::size_t byte = 0; byte < text.size();) {
        const char32_t letter = text::readCodePoint(text, byte);
        if (letter == U',' || isUnseen(letter))
            return false;
    }
    return true;
}

} // namespace rapport::model
