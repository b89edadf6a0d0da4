// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 2045 (headers, base64, quoted-printable), RFC 2046 (multipart).
#include "exchange/mime_archive.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace rapport::exchange {

namespace {

constexpr std::size_t longestHead = 64U << 10U;
constexpr int deepest = 8;

std::string lowered(std::string_view words) {
    std::string small(words);
    for (char& letter : small) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return small;
}

/// Fields by their names in small letters, folded lines joined.
using Fields = std::map<std::string, std::string, std::less<>>;

/// Takes the head off, with the empty line behind it. Nothing where there is none.
std::optional<Fields> takeHead(std::string_view& bytes) {
    Fields fields;
    std::string last;
    for (std::size_t at = 0; at < std::min(bytes.size(), longestHead);) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        std::string_view line = bytes.substr(at, end - at);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        at = end + 1;
        if (line.empty()) {
            bytes.remove_prefix(std::min(at, bytes.size()));
            return fields;
        }
        if ((line.front() == ' ' || line.front() == '\t') && !last.empty()) {
            fields[last] += ' ' + std::string(text::trim(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == 0 || colon == std::string_view::npos ||
            line.substr(0, colon).find_first_of(" \t<{\\") != std::string_view::npos)
            return std::nullopt;
        last = lowered(line.substr(0, colon));
        fields[last] = std::string(text::trim(line.substr(colon + 1)));
    }
    return std::nullopt;
}

std::string_view field(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

/// "multipart/related; boundary=\"x y\"": the value of a parameter.
std::string parameter(std::string_view words, std::string_view name) {
    const std::string small = lowered(words);
    const std::size_t at = small.find(std::string(name) + '=');
    if (at == std::string::npos)
        return {};
    std::string_view value = words.substr(at + name.size() + 1);
    if (!value.empty() && value.front() == '"') {
        value.remove_prefix(1);
        return std::string(value.substr(0, value.find('"')));
    }
    return std::string(text::trim(value.substr(0, value.find(';'))));
}

int hexDigit(char letter) {
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    if (letter >= 'A' && letter <= 'F')
        return letter - 'A' + 10;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

std::string fromQuotedPrintable(std::string_view bytes) {
    std::string decoded;
    decoded.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] != '=') {
            decoded += bytes[at];
            continue;
        }
        // "=" at the end of a line: the line goes on.
        std::size_t behind = at + 1;
        while (behind < bytes.size() &&
               (bytes[behind] == ' ' || bytes[behind] == '\t' || bytes[behind] == '\r'))
            ++behind;
        if (behind == bytes.size() || bytes[behind] == '\n') {
            at = behind;
            continue;
        }
        const int high = hexDigit(bytes[at + 1]);
        const int low = at + 2 < bytes.size() ? hexDigit(bytes[at + 2]) : -1;
        if (high < 0 || low < 0) {
            decoded += '=';
            continue;
        }
        decoded += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return decoded;
}

std::string fromBase64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string decoded;
    decoded.reserve(bytes.size() * 3 / 4);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char letter : bytes) {
        if (letter == '=')
            break;
        const std::size_t value = letters.find(letter);
        if (value == std::string_view::npos)
            continue;
        bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xFFFFFFU;
        if (++count % 4 == 0) {
            decoded += static_cast<char>(bits >> 16U & 0xFFU);
            decoded += static_cast<char>(bits >> 8U & 0xFFU);
            decoded += static_cast<char>(bits & 0xFFU);
        }
    }
    if (count % 4 == 3) {
        decoded += static_cast<char>(bits >> 10U & 0xFFU);
        decoded += static_cast<char>(bits >> 2U & 0xFFU);
    } else if (count % 4 == 2) {
        decoded += static_cast<char>(bits >> 4U & 0xFFU);
    }
    return decoded;
}

/// The first page or text of a part, or of the parts in it.
std::optional<ArchivedPage> pageOf(std::string_view bytes, int depth) {
    const auto head = takeHead(bytes);
    if (!head)
        return std::nullopt;
    const std::string_view type = field(*head, "content-type");
    const std::string kind = lowered(text::trim(type.substr(0, type.find(';'))));
    if (kind.starts_with("multipart/")) {
        const std::string boundary = "--" + parameter(type, "boundary");
        if (boundary.size() == 2 || depth >= deepest)
            return std::nullopt;
        for (std::size_t at = bytes.find(boundary); at != std::string_view::npos;) {
            const std::size_t line = bytes.find('\n', at);
            if (line == std::string_view::npos || bytes.substr(at + boundary.size(), 2) == "--")
                break;
            const std::size_t next = bytes.find('\n' + boundary, line);
            const std::size_t end = next == std::string_view::npos ? bytes.size() : next + 1;
            if (auto page = pageOf(bytes.substr(line + 1, end - line - 1), depth + 1))
                return page;
            at = next == std::string_view::npos ? next : next + 1;
        }
        return std::nullopt;
    }
    if (kind != "text/html" && kind != "application/xhtml+xml" && kind != "text/plain")
        return std::nullopt;
    ArchivedPage page;
    page.encoding = parameter(type, "charset");
    const std::string transfer = lowered(text::trim(field(*head, "content-transfer-encoding")));
    page.bytes = transfer == "quoted-printable" ? fromQuotedPrintable(bytes)
                 : transfer == "base64"         ? fromBase64(bytes)
                                                : std::string(bytes);
    return page;
}

} // namespace

std::optional<ArchivedPage> pageOfMimeArchive(std::string_view bytes) {
    while (!bytes.empty() && (bytes.front() == '\r' || bytes.front() == '\n' || bytes.front() == ' '))
        bytes.remove_prefix(1);
    const std::string start = lowered(bytes.substr(0, 4096));
    if (start.find("content-type:") == std::string::npos || start.front() == '<')
        return std::nullopt;
    return pageOf(bytes, 0);
}

} // namespace rapport::exchange
