// SPDX-License-Identifier: GPL-3.0-or-later
// The Xapian index of one study: a cache that may be deleted at any time. The truth is the study file; the
// index says up to which journal position it has seen it (`cursor`) and is caught up by batches. A missing,
// outdated or damaged index is an outcome with a name, never an error. Index writes (one owner, one thread at
// a time); IndexReader reads (one per thread). Texts are not kept in it.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "model/ids.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::search {

/// One thing that can be found. Fields that may be asked for in a query: "speaker", "question", "source",
/// "lang" (see isIndexedField); a field may have several values. Others are kept for facets.
struct IndexedUnit {
    model::UnitId id; ///< 1 .. 2^32 - 1; also the document's number
    std::string kind; ///< "answer", "turn", "memo", "code", ...
    std::string text; ///< the unit's own text, valid UTF-8
    /// So many first bytes of the text are what it is called: in the ranking a word there counts as often as
    /// `nameWeight` times elsewhere.
    std::size_t nameBytes = 0;
    std::vector<std::pair<std::string, std::string>> fields;
    std::int64_t order = 0; ///< place in the study, for SortOrder::Source
    std::string date;       ///< ISO date or empty, for SortOrder::Date
};

inline constexpr std::uint32_t nameWeight = 5;

/// Changes that take the index to `cursor`. A unit that is new or different is in `changed` as a whole.
/// Applying a batch twice changes nothing.
struct IndexBatch {
    std::vector<IndexedUnit> changed;
    std::vector<model::UnitId> deleted;
    std::int64_t cursor = 0; ///< journal position after these changes
    std::string
        history{}; ///< names what came to pass up to there: the same position of another past has another
};

/// Best number of units per batch (see tests/bench/search_bench.cpp): larger ones are slower.
inline constexpr std::size_t preferredBatchSize = 1'000;

/// Fills the (cleared) batch with what comes next; false when there was nothing more, and the batch is
/// unused.
using BatchSource = std::function<base::Result<bool>(IndexBatch&)>;

enum class IndexState {
    Current, ///< has seen all of the journal
    Behind,  ///< usable; apply what came after cursor()
    Rebuilt, ///< was missing, damaged, of another fingerprint, or ahead of the truth: now empty, cursor() is
             ///< 0
};
[[nodiscard]] const char* name(IndexState state);

/// What decides whether an index made earlier may be used: schema, tokens' fingerprint, positions.
[[nodiscard]] std::string indexFingerprint();

class IndexReader;

class Index {
public:
    /// Opens or creates `cacheFolder`/<guid of the study>. `truth` is the study's journal position now.
    /// Errors: Io, DiskFull where the folder cannot be made or written (then search by IndexReader::none());
    /// Cancelled.
    [[nodiscard]] static base::Result<Index> open(const std::filesystem::path& cacheFolder,
                                                  const base::Guid& study, std::int64_t truth,
                                                  const base::Task& task = {});
    ~Index(); ///< as release()
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;

    /// What open() found; apply() and rebuild() keep it up to date.
    [[nodiscard]] IndexState state() const;
    /// Why it is Rebuilt, for logs; empty otherwise.
    [[nodiscard]] const std::string& reason() const;
    [[nodiscard]] std::int64_t cursor() const;
    /// IndexBatch::history of the last batch: where the study now has another at cursor(), it was restored
    /// from a copy and went on otherwise. Make the index anew then.
    [[nodiscard]] const std::string& history() const;
    [[nodiscard]] std::uint64_t unitCount() const;
    /// Bytes on disk.
    [[nodiscard]] std::uint64_t size() const;

    /// One transaction: all of the batch or nothing. Where the index turns out to be damaged it is emptied
    /// (state Rebuilt, cursor 0) and the call succeeds: loop until cursor() is the truth.
    /// Errors: StudyLocked (another program is writing this index: search on, the units it lacks are
    /// scanned); InvalidArgument (a unit id out of range); DiskFull; Io; Cancelled.
    [[nodiscard]] base::Status apply(const IndexBatch& batch, const base::Task& task = {});

    /// Makes the index anew beside the old one, then swaps them in one step; readers see the old until then.
    /// Quickest where ids rise from batch to batch. `source` is called on this thread, the work is spread.
    /// `truth` is the position that the last batch reaches, `history` names it. On an error the old index
    /// stays. Errors: those of `source`; DiskFull; Io; Cancelled; InvalidArgument.
    [[nodiscard]] base::Status rebuild(const BatchSource& source, std::int64_t truth,
                                       const base::Task& task = {}, const std::string& history = {});

    /// Reads all of the index: true if it is sound. Errors: Cancelled.
    [[nodiscard]] base::Result<bool> verify(const base::Task& task = {}) const;

    /// Visits every unit as it is now.
    using UnitSource = std::function<base::Status(const std::function<bool(const IndexedUnit&)>&)>;
    struct Comparison {
        std::uint64_t units = 0;               ///< that the study has
        std::uint64_t documents = 0;           ///< that the index has
        std::uint64_t different = 0;           ///< units whose document is missing or otherwise
        std::vector<model::UnitId> examples{}; ///< the first of these
        bool arePostingsOther = false;         ///< what searches read is not what the units hold
    };
    /// Holds every document against its unit, made anew, and all postings against all units. Time is linear
    /// in the words. Errors: the source's; Cancelled; Io.
    [[nodiscard]] base::Result<Comparison> compare(const UnitSource& units,
                                                   const base::Task& task = {}) const;

    /// Seals what was written and lets other programs write; the next apply() takes the lock again. Worth
    /// calling when there is nothing to write for a while.
    void release();

    /// A reader of its own for another thread, of this machine's index. It follows apply() and rebuild() by
    /// IndexReader::refresh.
    [[nodiscard]] IndexReader reader() const;

    struct Impl;

private:
    [[nodiscard]] static base::Status fill(Impl& held, Impl& whole, const BatchSource& source,
                                           const base::Task& task);
    explicit Index(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// A word of the index with the number of units that hold it.
struct IndexedWord {
    std::string folded;
    std::uint64_t units = 0;
};

/// A snapshot of the last batch applied. Not for several threads at once.
class IndexReader {
public:
    /// Finds nothing: for when there is no index. cursor() is 0, so that every unit is newer than it.
    [[nodiscard]] static IndexReader none();
    /// Reader of the index below `cacheFolder`; like none() as long as there is none that can be read.
    /// A server that does not answer is not waited for by who is stopped.
    [[nodiscard]] static IndexReader open(const std::filesystem::path& cacheFolder, const base::Guid& study,
                                          const base::Task& task = {});
    /// The same of this machine's index, whatever servers there are.
    [[nodiscard]] static IndexReader openHere(const std::filesystem::path& cacheFolder,
                                              const base::Guid& study);
    ~IndexReader();
    IndexReader(IndexReader&&) noexcept;
    IndexReader& operator=(IndexReader&&) noexcept;

    /// Goes to the newest snapshot. Before each search: refresh, then ask the store for what changed after
    /// cursor().
    void refresh(const base::Task& task = {});
    [[nodiscard]] std::int64_t cursor() const;
    [[nodiscard]] const std::string& history() const; ///< see Index::history
    [[nodiscard]] std::uint64_t unitCount() const;
    /// It is on servers (see search/shards.h): nobody here keeps it up to date.
    [[nodiscard]] bool isRemote() const;
    /// Words that begin so, the most frequent first, at most `limit`; `total` (if given) gets how many there
    /// are.
    [[nodiscard]] std::vector<IndexedWord> wordsBeginning(std::string_view prefix, std::size_t limit,
                                                          std::uint64_t* total = nullptr) const;

    struct Impl;
    [[nodiscard]] Impl& impl() { return *m_impl; }

private:
    friend class Index;
    explicit IndexReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Takes the index of a study away, with everything that it kept of texts. Errors: Io.
[[nodiscard]] base::Status removeIndex(const std::filesystem::path& cacheFolder, const base::Guid& study);

} // namespace rapport::search
