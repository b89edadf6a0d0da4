// SPDX-License-Identifier: GPL-3.0-or-later
// Digests (libsodium). For identity and integrity, not for passwords.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rapport::base {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);
[[nodiscard]] std::string hex(std::span<const std::uint8_t> bytes);

} // namespace rapport::base
