// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of one study's index: `current` names the database in use (swapped by renaming, so that a reader
// sees the old or the new one), `<database>.seal` is a digest of its files as they were closed, `damaged`
// names a database that failed while it was read. Internal to this room; several programs may use one folder.
#pragma once

#include "base/guid.h"
#include "base/result.h"
#include "base/task.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace rapport::search::detail {

class IndexFolder {
public:
    IndexFolder() = default;
    IndexFolder(const std::filesystem::path& cacheFolder, const base::Guid& study);

    [[nodiscard]] base::Status create() const;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path databasePath(const std::string& name) const { return m_path / name; }

    /// Names the servers that hold the index in parts, where it is there: a stub file of Xapian's.
    [[nodiscard]] std::filesystem::path shardsPath() const { return m_path / "shards"; }

    /// Name of the database in use; empty if there is none.
    [[nodiscard]] std::string current() const;
    /// Swaps; the old database can then be swept away.
    [[nodiscard]] base::Status setCurrent(const std::string& name) const;
    /// Makes an empty folder with a name not used yet, for a new database.
    [[nodiscard]] base::Result<std::string> makeDatabaseFolder() const;

    void markDamaged(const std::string& name) const;
    [[nodiscard]] bool isMarkedDamaged(const std::string& name) const;
    void unmarkDamaged() const;

    /// Past this size a database is not read through when it is opened.
    static constexpr std::uint64_t largestSealed = std::uint64_t{64} << 20;
    [[nodiscard]] std::uint64_t databaseSize(const std::string& name) const;
    /// Digest of all its files; empty where they cannot be read.
    [[nodiscard]] std::string digest(const std::string& name, const base::Task& task) const;
    [[nodiscard]] std::string readSeal(const std::string& name) const;
    /// False where the files are not what the seal says. Read through once per process, then only where they
    /// changed since; true where there is no seal to go by.
    [[nodiscard]] bool isAsSealed(const std::string& name) const;
    void writeSeal(const std::string& name) const;
    void removeSeal(const std::string& name) const;

    /// A database's folder and seal; nothing happens where that fails.
    void remove(const std::string& name) const;
    /// Names of the databases that are there.
    [[nodiscard]] std::vector<std::string> databases() const;

private:
    std::filesystem::path m_path;
};

} // namespace rapport::search::detail
