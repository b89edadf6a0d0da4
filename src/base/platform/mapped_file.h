// SPDX-License-Identifier: GPL-3.0-or-later
// Large files: read where they lie, by the system's pages, and written from pieces. For caches and the like;
// a study file is never opened by this (docs/decisions/0007).
#pragma once

#include "base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::base {

/// Bytes of a file as they were when it was opened, for as long as this lives: whoever writes such a file
/// anew renames a new one into its place. Immutable; any number of threads.
class MappedFile {
public:
    /// Errors: Unreadable (missing, not a file, no permission).
    [[nodiscard]] static Result<std::shared_ptr<const MappedFile>> open(const std::string& path);
    /// A copy in `folder` that has no name and goes with this: of files that others may change meanwhile.
    /// Errors: Unreadable; DiskFull, Io (nothing can be written there).
    [[nodiscard]] static Result<std::shared_ptr<const MappedFile>> copyOf(const std::string& path,
                                                                          const std::string& folder);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::string_view bytes() const { return {m_data, m_size}; }

private:
    [[nodiscard]] static Result<std::shared_ptr<const MappedFile>> map(int descriptor,
                                                                       const std::string& path);
    MappedFile(const char* data, std::size_t size)
        : m_data(data)
        , m_size(size) {}
    const char* m_data;
    std::size_t m_size;
};

/// For who reads large bytes once and does not know where they lie: of a mapped file they leave memory until
/// they are looked at again. Of others nothing happens.
void letGo(std::string_view bytes);

/// The pieces one after another; otherwise as writeFileAtomically().
[[nodiscard]] Status writeFileAtomically(const std::string& path,
                                         const std::vector<std::string_view>& pieces);

} // namespace rapport::base
