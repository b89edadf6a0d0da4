// SPDX-License-Identifier: GPL-3.0-or-later
// What Index and IndexReader hold, and how Xapian's exceptions become outcomes. Internal to this room.
#pragma once

#include "search/index.h"
#include "search/index_files.h"

#include <xapian.h>

#include <exception>
#include <optional>
#include <string>
#include <vector>

namespace rapport::search {

struct IndexReader::Impl {
    detail::IndexFolder folder;
    std::string guid; ///< empty: none()
    std::string databaseName;
    std::optional<Xapian::Database> database; ///< nothing: no index that can be read
    std::int64_t cursor = 0;
    std::string history;
    bool asksServers = false; ///< where there is a list of them
    bool isRemote = false;    ///< the database is on servers: no sets of units can be sent to it
    /// Numbers of the documents of this snapshot, rising, where they were needed: not if they are 1 .. count
    /// without holes, or few were asked for.
    std::vector<Xapian::docid> documents;
    bool areDocumentsKnown = false;

    /// Opens the database in use, or lets go of it where it cannot be used.
    void load();
    /// True where servers answered with an index of this study and program.
    [[nodiscard]] bool loadRemote();
    void drop();
    void markDamaged();
    /// The given ids without those that are not in this snapshot. Both rising. May throw Xapian::Error, and
    /// detail::Stopped.
    [[nodiscard]] std::vector<Xapian::docid> present(const std::vector<model::UnitId>& ids,
                                                     const base::Task& task);
};

/// See Index::compare.
[[nodiscard]] base::Result<Index::Comparison>
compareIndex(const Xapian::Database& database, const Index::UnitSource& units, const base::Task& task);

namespace detail {

/// Reads guid, fingerprint and cursor; nullopt where they are not those of this study and program. May throw
/// Xapian::Error.
[[nodiscard]] std::optional<std::int64_t> usableCursor(const Xapian::Database& database,
                                                       const std::string& guid);

enum class Trouble { Damage, Locked, DiskFull, Io };
/// A reader of a snapshot whose blocks a writer takes for the next one is not always told so: Xapian 1.4 also
/// calls that damage ("expected block 59 to be level 1, not 0"). Damage is what so many fresh snapshots say.
inline constexpr int triesOfTrouble = 4;
[[nodiscard]] Trouble troubleOf(const Xapian::Error& error);
/// Gives a busy writer a growing while before its next snapshot is tried: none at first, 128 ms at most.
void pauseBeforeTry(int attempt);
[[nodiscard]] base::Error errorOf(Trouble trouble, const Xapian::Error& error);

} // namespace detail

} // namespace rapport::search
