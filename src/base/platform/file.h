// SPDX-License-Identifier: GPL-3.0-or-later
// Files as bytes. The only place of the program with POSIX calls.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rapport::base {

/// The whole file. Errors: Unreadable (missing, a folder, no permission, larger than `limit` bytes).
[[nodiscard]] Result<std::string> readFile(const std::string& path, std::uint64_t limit = 1ULL << 31);

/// Written beside, synced, then renamed: the old file or the new one is there, never half of it.
/// Errors: DiskFull, Io; the old file is untouched then.
[[nodiscard]] Status writeFileAtomically(const std::string& path, std::string_view bytes);

/// That nothing is called `path` yet, so that it may be written; also before the work that ends in it.
/// Errors: Refused, Io (no such folder).
[[nodiscard]] Status refuseExisting(const std::string& path);

/// An empty folder of one's own that nobody else can look into; gone with everything in it when this is gone.
class TemporaryFolder {
public:
    /// Errors: Io, DiskFull.
    [[nodiscard]] static Result<TemporaryFolder> make();
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    ~TemporaryFolder();
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::string path)
        : m_path(std::move(path)) {}
    std::string m_path; ///< empty: moved from
};

/// File name without folders and without its last ending: "a/b/answers.v2.csv" -> "answers.v2".
[[nodiscard]] std::string fileStem(const std::string& path);
/// Last ending in lower case without the dot; empty if there is none.
[[nodiscard]] std::string fileEnding(const std::string& path);

/// The user's cache folder for derived data ($XDG_CACHE_HOME/rapport or ~/.cache/rapport); not created here.
[[nodiscard]] std::string cacheFolder();
/// Which file a name stands for (device and number); none where there is no such file.
[[nodiscard]] std::optional<std::pair<std::uint64_t, std::uint64_t>> fileIdentity(const std::string& path);

/// Where automatic backups go ($XDG_DATA_HOME/rapport/backups or ~/.local/share/rapport/backups); not created
/// here.
[[nodiscard]] std::string backupFolder();
/// Where shipped data is (codebooks, corpora): $RAPPORT_DATA, else beside the program, else the installed
/// place. Errors: NotFound.
[[nodiscard]] Result<std::string> dataFolder();

} // namespace rapport::base
