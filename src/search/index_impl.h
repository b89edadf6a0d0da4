// SPDX-License-Identifier: GPL-3.0-or-later
// What Index and IndexReader hold, and how Xapian's exceptions become outcomes. Internal to this room.
#pragma once

#include "base/beside.h"
#include "search/index.h"
#include "search/index_files.h"
#include "search/looker.h"

#include <xapian.h>

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::search {

struct IndexReader::Impl {
    detail::IndexFolder folder;
    std::string guid; ///< empty: none()
    std::string databaseName;
    std::shared_ptr<Xapian::Database> database; ///< null: no index that can be read
    std::int64_t cursor = 0;
    std::string history;
    bool asksServers = false; ///< where there is a list of them
    bool isRemote = false;    ///< the database is on servers: no sets of units can be sent to it
    /// Numbers of the documents of this snapshot, rising, where they were needed: not if they are 1 .. count
    /// without holes, or few were asked for.
    std::vector<Xapian::docid> documents;
    bool areDocumentsKnown = false;

    /// Opens the database in use, or lets go of it where it cannot be used.
    void load(const base::Task& task = {});
    /// True where servers answered with an index of this study and program, before the task was stopped.
    [[nodiscard]] bool loadRemote(const base::Task& task);
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

/// `work(database, looker)` gives the answer. A server answers when it answers: there it is asked beside the
/// caller, and who is stopped leaves the snapshot to the question and goes without one (until refresh). So
/// what `work` holds is its own. May throw what `work` throws (Xapian::Error), and Stopped.
template<typename Work>
auto withSnapshot(IndexReader::Impl& reader, const base::Task& task, Work work) {
    if (!reader.isRemote) {
        Looker looker(task);
        return work(*reader.database, looker);
    }
    using Answer = decltype(work(*reader.database, std::declval<Looker&>()));
    struct Shared {
        Answer answer;
        std::exception_ptr failure;
    };
    const auto shared = std::make_shared<Shared>();
    const base::Status asked =
        base::beside(task, [shared, work = std::move(work), database = reader.database](const base::Caller&) {
            try {
                const base::Task own;
                Looker looker(own);
                shared->answer = work(*database, looker);
            } catch (...) {
                shared->failure = std::current_exception();
            }
            return base::Status();
        });
    if (!asked) {
        reader.drop();
        throw Stopped();
    }
    if (shared->failure)
        std::rethrow_exception(shared->failure);
    return std::move(shared->answer);
}

// The same, for what asks for much at once.

/// What `query` finds in the snapshot, with what it weighs; it is one that can be sent: of words and fields.
[[nodiscard]] std::vector<std::pair<Xapian::docid, double>>
documentsOf(IndexReader::Impl& reader, const Xapian::Query& query, bool isWeighed, const base::Task& task);
/// Documents that hold a term, rising; all where it is empty.
[[nodiscard]] std::vector<Xapian::docid> documentsWith(IndexReader::Impl& reader, const std::string& term,
                                                       const base::Task& task);
/// Terms that begin so, and in how many documents each is.
[[nodiscard]] std::vector<std::pair<std::string, Xapian::doccount>>
termsThatBegin(IndexReader::Impl& reader, const std::string& start, const base::Task& task);

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
