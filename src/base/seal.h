// SPDX-License-Identifier: GPL-3.0-or-later
// Files sealed with a passphrase: libsodium's secretstream (XChaCha20-Poly1305) under a key from Argon2id.
// Who does not know the passphrase learns the size and nothing else; who changes, cuts or rearranges a byte
// makes the file one that does not open. Refuses to guess: a wrong passphrase and a changed file are both
// told. The format is in docs/formats/pack.md.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::base {

/// What the key costs to work out, for whoever opens it and for whoever tries passphrases.
struct SealCost {
    std::uint64_t operations = 3;
    std::uint64_t bytes = 256ULL << 20;
};

/// Whether a file that begins with these bytes is a sealed one.
[[nodiscard]] bool beginsSealed(std::string_view head);
/// So many bytes tell.
inline constexpr std::size_t sealedHeadSize = 17;

/// Writes a new file `out` from `in`, whole or not at all; one that is there is never replaced. Errors:
/// Unreadable (`in`), InvalidArgument (an empty passphrase), Refused (`out` is there), DiskFull, Io.
[[nodiscard]] Status seal(const std::string& in, const std::string& out, const std::string& passphrase,
                          const SealCost& cost = {});

/// The same with bytes of memory for `in`: what is sealed was never in a file.
[[nodiscard]] Status sealBytes(std::string_view bytes, const std::string& out, const std::string& passphrase,
                               const SealCost& cost = {});

/// The other way; only the user may read `out`. Errors: Refused (the passphrase does not open it, `out` is
/// there), Unreadable (not sealed, cut off or changed), DiskFull, Io. Nothing new is left at `out` then.
[[nodiscard]] Status unseal(const std::string& in, const std::string& out, const std::string& passphrase);

} // namespace rapport::base
