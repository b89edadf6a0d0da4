// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"

#include "base/platform/mapped_file.h"

#include <sodium.h>

namespace rapport::base {

Sha256 sha256(std::string_view bytes) {
    static_assert(crypto_hash_sha256_BYTES == 32);
    Sha256 digest{};
    constexpr std::size_t pieceSize = 1U << 20U;
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (std::size_t at = 0; at < bytes.size(); at += pieceSize) {
        const std::string_view piece = bytes.substr(at, pieceSize);
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()), piece.size());
        if (piece.size() == pieceSize)
            letGo(piece);
    }
    crypto_hash_sha256_final(&state, digest.data());
    return digest;
}

struct Digester::State {
    crypto_generichash_state hash;
};

Digester::Digester()
    : m_state(std::make_unique<State>()) {
    crypto_generichash_init(&m_state->hash, nullptr, 0, std::tuple_size_v<Digest>);
}

Digester::~Digester() = default;

void Digester::add(std::string_view bytes) {
    crypto_generichash_update(&m_state->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

Digest Digester::finish() {
    Digest digest{};
    crypto_generichash_final(&m_state->hash, digest.data(), digest.size());
    return digest;
}

std::string hex(std::span<const std::uint8_t> bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

} // namespace rapport::base
