// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/escape.h"

#include "package/xml_text.h"
#include "text/utf8.h"

#include <cstddef>

namespace rapport::report {

namespace {

constexpr std::string_view openIsolate = "\u2068";
constexpr std::string_view closeIsolate = "\u2069";
/// Beyond the punctuation of CommonMark: ~ ^ $ @ mean something in its dialects.
constexpr std::string_view markdownMarkup = "\\`*_[]<>|&#~^$@!";

/// The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, presentation forms, and the right
/// to left part of the supplementary plane.
bool runsRightToLeft(char32_t codePoint) {
    return (codePoint >= 0x0590 && codePoint <= 0x08FF) || codePoint == 0x200F ||
           (codePoint >= 0xFB1D && codePoint <= 0xFDFF) || (codePoint >= 0xFE70 && codePoint <= 0xFEFF) ||
           (codePoint >= 0x10800 && codePoint <= 0x10FFF) || (codePoint >= 0x1E800 && codePoint <= 0x1EFFF);
}

bool holdsRightToLeft(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (runsRightToLeft(text::readCodePoint(text, at)))
            return true;
    return false;
}

} // namespace

std::string escapeXml(std::string_view text) {
    return package::escapeXml(text);
}

std::string escapeHtml(std::string_view text) {
    std::string out;
    const std::string escaped = escapeXml(text);
    for (std::size_t at = 0; at < escaped.size();) {
        const std::string_view rest = std::string_view(escaped).substr(at);
        if (rest.starts_with(openIsolate)) {
            out += "<bdi>";
            at += openIsolate.size();
        } else if (rest.starts_with(closeIsolate)) {
            out += "</bdi>";
            at += closeIsolate.size();
        } else {
            out += escaped[at++];
        }
    }
    return out;
}

std::string plainText(std::string_view text) {
    std::string out;
    bool keeps = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with(openIsolate)) {
            const std::size_t end = rest.find(closeIsolate);
            keeps = holdsRightToLeft(rest.substr(0, end == std::string_view::npos ? rest.size() : end));
            if (keeps)
                out += openIsolate;
            at += openIsolate.size();
        } else if (rest.starts_with(closeIsolate)) {
            if (keeps)
                out += closeIsolate;
            keeps = false;
            at += closeIsolate.size();
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::string escapeMarkdown(std::string_view text) {
    std::string out;
    for (const char byte : plainText(text)) {
        if (markdownMarkup.find(byte) != std::string_view::npos)
            out += '\\';
        out += byte;
    }
    return out;
}

} // namespace rapport::report
