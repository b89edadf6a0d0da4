// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP container in memory, read with bounds: names that leave the folder, files that unfold without end,
// encrypted and truncated archives are refused by name. Never writes to disk. The bytes belong to the caller
// and must outlive the archive; one thread.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::package {

struct ZipEntry {
    std::string name; ///< as stored, with / between folders
    std::uint64_t size = 0;
    std::uint64_t packedSize = 0;
    bool isEncrypted = false;
};

/// A file of an archive that unfolds to more than this is refused, if it was packed more than
/// `bombRatio`-fold.
inline constexpr std::uint64_t bombSize = 64ULL << 20U;
inline constexpr std::uint64_t bombRatio = 250;
inline constexpr std::size_t mostEntries = 200'000;

class ZipArchive {
public:
    /// Errors: Unreadable (no ZIP, truncated, too many entries, a name with `..`, an absolute one).
    [[nodiscard]] static base::Result<ZipArchive> open(std::string_view bytes, const std::string& fileName);

    ZipArchive(ZipArchive&&) noexcept;
    ZipArchive& operator=(ZipArchive&&) noexcept;
    ~ZipArchive();

    [[nodiscard]] const std::vector<ZipEntry>& entries() const;
    /// The entry of exactly this name, else one that differs in the case of letters alone.
    [[nodiscard]] const ZipEntry* find(std::string_view name) const;

    /// The whole of one file. Errors: Unreadable (not there, larger than `limit`, damaged, encrypted,
    /// a bomb).
    [[nodiscard]] base::Result<std::string> read(std::string_view name,
                                                 std::uint64_t limit = 256ULL << 20U) const;

    /// Piece by piece, at most 64 KiB each; `take` returns false to stop early. Errors as for `read`, and
    /// what `take` gives.
    [[nodiscard]] base::Status stream(std::string_view name,
                                      const std::function<base::Result<bool>(std::string_view piece)>& take,
                                      std::uint64_t limit = 8ULL << 30U) const;

private:
    struct Impl;
    explicit ZipArchive(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

[[nodiscard]] bool looksLikeZip(std::string_view bytes);

} // namespace rapport::package
