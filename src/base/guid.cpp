// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/guid.h"

#include "base/digest.h"
#include "base/random.h"

#include <cstring>

namespace rapport::base {

namespace {

void stamp(std::array<std::uint8_t, 16>& bytes, std::uint8_t version) {
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
}

int hexValue(char letter) {
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    if (letter >= 'a' && letter <= 'f')
        return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F')
        return letter - 'A' + 10;
    return -1;
}

} // namespace

Guid Guid::random(Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t half = 0; half < 2; ++half) {
        const std::uint64_t word = random.next();
        std::memcpy(bytes.data() + 8 * half, &word, 8);
    }
    stamp(bytes, 4);
    return Guid(bytes);
}

Guid Guid::fromText(std::string_view text) {
    const Sha256 digest = sha256(text);
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), digest.data(), 16);
    stamp(bytes, 8);
    return Guid(bytes);
}

std::optional<Guid> Guid::parse(std::string_view text) {
    if (text.size() == 38 && text.front() == '{' && text.back() == '}')
        text = text.substr(1, 36);
    if (text.size() != 36)
        return std::nullopt;
    std::array<std::uint8_t, 16> bytes{};
    std::size_t byte = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (at == 8 || at == 13 || at == 18 || at == 23) {
            if (text[at] != '-')
                return std::nullopt;
            ++at;
            continue;
        }
        const int high = hexValue(text[at]);
        const int low = hexValue(text[at + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes[byte++] = static_cast<std::uint8_t>(high * 16 + low);
        at += 2;
    }
    return Guid(bytes);
}

std::string Guid::text() const {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t byte = 0; byte < m_bytes.size(); ++byte) {
        if (byte == 4 || byte == 6 || byte == 8 || byte == 10)
            text += '-';
        text += digits[m_bytes[byte] >> 4];
        text += digits[m_bytes[byte] & 15];
    }
    return text;
}

} // namespace rapport::base

std::size_t std::hash<rapport::base::Guid>::operator()(const rapport::base::Guid& guid) const noexcept {
    std::size_t half = 0;
    std::memcpy(&half, guid.bytes().data(), sizeof half);
    return half;
}
