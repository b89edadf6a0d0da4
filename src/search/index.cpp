// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index.h"

#include "base/format.h"
#include "search/index_build.h"
#include "search/index_impl.h"
#include "search/terms.h"
#include "search/words.h"

#include <algorithm>
#include <limits>

namespace rapport::search {

namespace {

using base::Errc;
using detail::Trouble;

class Stopped {}; ///< leaves a transaction when the task was stopped; never leaves this file

base::Status checkIds(const IndexBatch& batch) {
    const auto isGood = [](model::UnitId id) {
        return id.value > 0 && id.value <= std::numeric_limits<Xapian::docid>::max();
    };
    const bool areGood = std::all_of(batch.changed.begin(), batch.changed.end(),
                                     [&](const IndexedUnit& unit) { return isGood(unit.id); }) &&
                         std::all_of(batch.deleted.begin(), batch.deleted.end(), isGood);
    if (!areGood)
        return base::fail(Errc::InvalidArgument, "a unit's number is not one that the search index can hold");
    return {};
}

/// One transaction; throws Xapian::Error or Stopped, and then nothing of the batch was written.
void write(Xapian::WritableDatabase& database, const IndexBatch& batch, const base::Task& task) {
    constexpr std::size_t unitsPerLook = 16;
    database.begin_transaction();
    try {
        // A new document's number must not be below one that is there for Xapian's fast path: rising order.
        std::size_t done = 0;
        for (const IndexedUnit& unit : batch.changed) {
            if (done++ % unitsPerLook == 0 && task.isStopped())
                throw Stopped();
            database.replace_document(static_cast<Xapian::docid>(unit.id.value), detail::documentOf(unit));
        }
        for (const model::UnitId id : batch.deleted) {
            try {
                database.delete_document(static_cast<Xapian::docid>(id.value));
            } catch (const Xapian::DocNotFoundError&) {
                // Gone already: the batch was applied before, or the unit came and went between two batches.
            }
        }
        database.set_metadata(detail::cursorKey, std::to_string(batch.cursor));
        database.set_metadata(detail::historyKey, batch.history);
        database.commit_transaction();
    } catch (...) {
        try {
            database.cancel_transaction();
        } catch (const Xapian::Error&) {
            // The commit itself failed and has ended the transaction: the first exception says why.
        }
        throw;
    }
}

/// Reads what searches read; throws Xapian::Error where that cannot be done, and Stopped. Xapian's own
/// check() cannot be stopped, and deletes through a base class without a virtual destructor.
void readThrough(const Xapian::Database& database, const base::Task& task) {
    constexpr std::size_t termsPerLook = 256;
    std::size_t looked = 0;
    std::uint64_t length = 0;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        if (looked++ % termsPerLook == 0 && task.isStopped())
            throw Stopped();
        Xapian::doccount postings = 0;
        for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
            length += at.get_wdf();
            ++postings;
        }
        if (postings != term.get_termfreq())
            throw Xapian::DatabaseCorruptError("postings are missing");
    }
    Xapian::doccount documents = 0;
    for (auto at = database.postlist_begin(std::string()); at != database.postlist_end(std::string()); ++at) {
        if (looked++ % termsPerLook == 0 && task.isStopped())
            throw Stopped();
        const Xapian::Document document = database.get_document(*at);
        (void)document.get_data();
        (void)document.get_value(detail::orderSlot);
        if (document.termlist_count() == 0)
            throw Xapian::DatabaseCorruptError("a document without terms");
        ++documents;
    }
    if (documents != database.get_doccount() || length != database.get_total_length())
        throw Xapian::DatabaseCorruptError("documents are missing");
}

/// Runs what may throw Xapian's or the library's exceptions; `outcome` gets them as a Trouble.
template<typename Work>
base::Status guarded(const Work& work, Trouble& trouble) {
    try {
        work();
        return {};
    } catch (const Stopped&) {
        trouble = Trouble::Io;
        return base::Task::cancelled();
    } catch (const Xapian::Error& error) {
        trouble = detail::troubleOf(error);
        return tl::make_unexpected(detail::errorOf(trouble, error));
    } catch (const std::exception& error) {
        trouble = Trouble::Damage; // e.g. a length without sense in a broken block
        return base::fail(Errc::Io, base::said("the search index failed: {}", error.what()));
    }
}

} // namespace

const char* name(IndexState state) {
    switch (state) {
    case IndexState::Current:
        return "current";
    case IndexState::Behind:
        return "behind";
    case IndexState::Rebuilt:
        return "rebuilt";
    }
    return "rebuilt";
}

struct Index::Impl {
    std::filesystem::path cacheFolder;
    base::Guid study;
    detail::IndexFolder folder;
    std::int64_t truth = 0;
    IndexState state = IndexState::Rebuilt;
    std::string reason;
    std::string databaseName;
    std::int64_t cursor = 0;
    std::string history;
    std::unique_ptr<Xapian::WritableDatabase> writer; ///< holds the lock; made when first needed
    bool isUnsealed = false;

    ~Impl() { close(); }

    void close() {
        if (!writer)
            return;
        writer.reset();
        if (isUnsealed)
            folder.writeSeal(databaseName);
        isUnsealed = false;
    }

    std::string path() const { return folder.databasePath(databaseName).string(); }

    void setCursor(std::int64_t position) {
        cursor = position;
        if (cursor > 0 || state != IndexState::Rebuilt)
            state = cursor >= truth ? IndexState::Current : IndexState::Behind;
    }

    /// Makes an empty database and takes it into use.
    base::Status startEmpty(std::string why) {
        close();
        Trouble trouble = Trouble::Io;
        RAPPORT_ASSIGN(const std::string fresh, folder.makeDatabaseFolder());
        RAPPORT_TRY(guarded([&] { create(fresh); }, trouble));
        RAPPORT_TRY(folder.setCurrent(fresh));
        folder.unmarkDamaged(); // it named an older one; numbers may come again
        databaseName = fresh;
        cursor = 0;
        history.clear();
        state = IndexState::Rebuilt;
        reason = std::move(why);
        isUnsealed = true;
        sweep();
        return {};
    }

    void create(const std::string& fresh) {
        writer = std::make_unique<Xapian::WritableDatabase>(folder.databasePath(fresh).string(),
                                                            Xapian::DB_CREATE_OR_OPEN);
        writer->set_metadata(detail::guidKey, study.text());
        writer->set_metadata(detail::fingerprintKey, indexFingerprint());
        writer->set_metadata(detail::cursorKey, "0");
        writer->commit();
    }

    /// Removes databases that are no longer in use; one that another program is writing stays.
    void sweep() const {
        for (const std::string& other : folder.databases()) {
            if (other == databaseName || other == folder.current())
                continue;
            if (isLocked(other))
                continue;
            folder.remove(other);
        }
    }

    /// Removes what a rebuild left that was killed: while one goes on, it holds the lock of a database that
    /// is not in use, and then nothing is known of the others.
    void sweepLeft() const {
        std::vector<std::string> left;
        for (const std::string& other : folder.databases()) {
            std::error_code ignored;
            const bool isBegun = std::filesystem::exists(folder.databasePath(other) / "iamglass", ignored);
            if (other == databaseName || other == folder.current() || !isBegun)
                continue;
            if (isLocked(other))
                return;
            left.push_back(other);
        }
        for (const std::string& other : left)
            folder.remove(other);
    }

    bool isLocked(const std::string& database) const {
        try {
            return Xapian::Database(folder.databasePath(database).string()).locked();
        } catch (const Xapian::Error&) {
            return false;
        }
    }

    /// What is wrong with the database in use; empty if nothing is. Sets cursor.
    base::Result<std::string> findFault(const base::Task& task) {
        for (int attempt = 1;; ++attempt) {
            bool isThrown = false;
            RAPPORT_ASSIGN(std::string fault, lookForFault(task, isThrown));
            if (!isThrown || attempt == detail::triesOfTrouble)
                return fault;
            // Beside a writer also a sound one may look broken: whoever made it anew now would write beside
            // that writer's.
            detail::pauseBeforeTry(attempt);
            databaseName = folder.current();
        }
    }

    /// `isThrown`: it is Xapian that says so, of the snapshot that was looked at.
    base::Result<std::string> lookForFault(const base::Task& task, bool& isThrown) {
        if (databaseName.empty())
            return "there was none";
        if (folder.isMarkedDamaged(databaseName))
            return "it failed while it was read";
        const std::string seal = folder.readSeal(databaseName);
        try {
            const Xapian::Database database(path());
            const auto found = detail::usableCursor(database, study.text());
            if (!found)
                return "it was made by another version or for another study";
            if (*found > truth)
                return "it is ahead of the study";
            cursor = *found;
            history = database.get_metadata(detail::historyKey);
            if (folder.databaseSize(databaseName) > detail::IndexFolder::largestSealed || database.locked())
                return std::string();
            if (!seal.empty()) {
                const std::string digest = folder.digest(databaseName, task);
                if (task.isStopped())
                    return base::Task::cancelled();
                // A writer that began meanwhile has taken the seal away first.
                return digest == seal || folder.readSeal(databaseName) != seal ? std::string()
                                                                               : "its files were changed";
            }
            // Broken blocks can bring Xapian down with the program: marked before, so that this happens once.
            folder.markDamaged(databaseName);
            readThrough(database, task);
            folder.unmarkDamaged();
            return std::string();
        } catch (const Stopped&) {
            folder.unmarkDamaged();
            return base::Task::cancelled();
        } catch (const Xapian::DatabaseModifiedError&) {
            folder.unmarkDamaged();
            return std::string(); // another program is writing it: it is alive
        } catch (const Xapian::Error& error) {
            folder.unmarkDamaged();
            if (detail::troubleOf(error) == Trouble::Io)
                return tl::make_unexpected(detail::errorOf(Trouble::Io, error));
            isThrown = true;
            return "it cannot be read: " + error.get_msg();
        } catch (const std::exception& error) {
            folder.unmarkDamaged();
            isThrown = true;
            return std::string("it cannot be read: ") + error.what();
        }
    }

    /// Takes the lock, and makes sure that the database is still the one in use.
    base::Status ensureWriter(Trouble& trouble) {
        const std::string inUse = folder.current();
        if (inUse.empty()) {
            trouble = Trouble::Damage;
            return base::fail(Errc::Io, "the search index is gone");
        }
        if (inUse != databaseName) {
            close();
            databaseName = inUse;
        }
        if (writer)
            return {};
        return guarded(
            [&] {
                writer = std::make_unique<Xapian::WritableDatabase>(path(), Xapian::DB_OPEN);
                const auto found = detail::usableCursor(*writer, study.text());
                if (!found)
                    throw Xapian::DatabaseCorruptError("of another version");
                if (*found < cursor)
                    setCursor(*found); // another program began it anew
            },
            trouble);
    }
};

Index::Index(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {
}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

base::Result<Index> Index::open(const std::filesystem::path& cacheFolder, const base::Guid& study,
                                std::int64_t truth, const base::Task& task) {
    auto impl = std::make_unique<Impl>();
    impl->cacheFolder = cacheFolder;
    impl->study = study;
    impl->folder = detail::IndexFolder(cacheFolder, study);
    impl->truth = truth;
    RAPPORT_TRY(impl->folder.create());
    impl->databaseName = impl->folder.current();
    RAPPORT_ASSIGN(std::string fault, impl->findFault(task));
    if (fault.empty()) {
        impl->state = impl->cursor == truth ? IndexState::Current : IndexState::Behind;
        impl->sweepLeft();
    } else {
        RAPPORT_TRY(impl->startEmpty(std::move(fault)));
    }
    return Index(std::move(impl));
}

IndexState Index::state() const {
    return m_impl->state;
}

const std::string& Index::reason() const {
    return m_impl->reason;
}

const std::string& Index::history() const {
    return m_impl->history;
}

std::int64_t Index::cursor() const {
    return m_impl->cursor;
}

std::uint64_t Index::unitCount() const {
    return reader().unitCount();
}

std::uint64_t Index::size() const {
    return m_impl->folder.databaseSize(m_impl->databaseName);
}

base::Status Index::apply(const IndexBatch& batch, const base::Task& task) {
    RAPPORT_TRY(checkIds(batch));
    const std::int64_t expected = m_impl->cursor;
    Trouble trouble = Trouble::Io;
    base::Status status = m_impl->ensureWriter(trouble);
    if (status) {
        if (m_impl->cursor < expected)
            return {}; // what the batch builds on is not there any more: the caller goes on from cursor()
        if (!m_impl->isUnsealed) {
            m_impl->folder.removeSeal(m_impl->databaseName);
            m_impl->isUnsealed = true;
        }
        status = guarded([&] { write(*m_impl->writer, batch, task); }, trouble);
    }
    if (status) {
        m_impl->truth = std::max(m_impl->truth, batch.cursor);
        m_impl->setCursor(batch.cursor);
        m_impl->history = batch.history;
        return {};
    }
    if (status.error().code == Errc::Cancelled || trouble == Trouble::Locked)
        return status;
    // After a failed commit the writer's memory is of no use.
    m_impl->writer.reset();
    if (trouble == Trouble::Damage)
        return m_impl->startEmpty("it failed while it was written: " + status.error().message);
    return status;
}

base::Status Index::rebuild(const BatchSource& source, std::int64_t truth, const base::Task& task,
                            const std::string& history) {
    // An empty database holds the lock, and with it the place, while the parts are made in its folder.
    RAPPORT_ASSIGN(const std::string place, m_impl->folder.makeDatabaseFolder());
    Impl held;
    Impl whole;
    for (Impl* each : {&held, &whole}) {
        each->study = m_impl->study;
        each->folder = m_impl->folder;
    }
    held.databaseName = place;
    const auto giveUp = [&](base::Status status) {
        whole.writer.reset();
        m_impl->folder.remove(whole.databaseName);
        held.writer.reset();
        m_impl->folder.remove(place);
        return status;
    };
    Trouble trouble = Trouble::Io;
    if (auto status = guarded([&] { held.create(place); }, trouble); !status)
        return giveUp(std::move(status));
    if (auto status = fill(held, whole, source, task); !status)
        return giveUp(std::move(status));
    IndexBatch last;
    last.cursor = truth;
    last.history = history;
    if (auto status = guarded([&] { write(*whole.writer, last, task); }, trouble); !status)
        return giveUp(std::move(status));
    whole.isUnsealed = true;
    whole.close(); // seals it
    if (auto status = m_impl->folder.setCurrent(whole.databaseName); !status)
        return giveUp(std::move(status));
    held.writer.reset();
    m_impl->folder.remove(place);
    m_impl->folder.unmarkDamaged();
    m_impl->isUnsealed = false;
    m_impl->writer.reset();
    m_impl->databaseName = whole.databaseName;
    m_impl->truth = truth;
    m_impl->reason.clear();
    m_impl->cursor = truth;
    m_impl->history = history;
    m_impl->state = IndexState::Current;
    m_impl->sweep();
    return {};
}

base::Status Index::fill(Impl& held, Impl& whole, const BatchSource& source, const base::Task& task) {
    Trouble trouble = Trouble::Io;
    std::optional<detail::IndexBuild> build(std::in_place, held.path(), task);
    const auto makeWhole = [&]() -> base::Status {
        std::filesystem::path merged;
        RAPPORT_TRY(guarded([&] { merged = build->merge(); }, trouble));
        if (task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(whole.databaseName, whole.folder.makeDatabaseFolder());
        return guarded(
            [&] {
                if (!merged.empty())
                    std::filesystem::rename(merged, whole.path());
                whole.create(whole.databaseName);
            },
            trouble);
    };
    IndexBatch batch;
    std::uint64_t done = 0;
    for (;;) {
        if (task.isStopped())
            return base::Task::cancelled();
        batch.changed.clear();
        batch.deleted.clear();
        RAPPORT_ASSIGN(const bool more, source(batch));
        if (!more)
            break;
        RAPPORT_TRY(checkIds(batch));
        done += batch.changed.size();
        if (!whole.writer && batch.deleted.empty() && build->accepts(batch.changed)) {
            RAPPORT_TRY(guarded([&] { build->add(std::move(batch.changed)); }, trouble));
        } else {
            // Numbers that do not rise cannot be merged: the rest goes into the one database.
            if (!whole.writer)
                RAPPORT_TRY(makeWhole());
            RAPPORT_TRY(guarded([&] { write(*whole.writer, batch, task); }, trouble));
        }
        task.report(done, 0, "indexing");
    }
    return whole.writer ? base::Status() : makeWhole();
}

base::Result<bool> Index::verify(const base::Task& task) const {
    const std::string seal = m_impl->folder.readSeal(m_impl->databaseName);
    if (!seal.empty() && m_impl->folder.digest(m_impl->databaseName, task) != seal)
        return task.isStopped() ? base::Result<bool>(base::Task::cancelled()) : base::Result<bool>(false);
    for (int attempt = 1;; ++attempt) {
        try {
            readThrough(Xapian::Database(m_impl->path()), task);
            return true;
        } catch (const Stopped&) {
            return base::Task::cancelled();
        } catch (const Xapian::DatabaseModifiedError&) {
            return true; // another program is writing it: it is alive
        } catch (const Xapian::Error&) {
            if (attempt == detail::triesOfTrouble)
                return false;
        } catch (const std::exception&) {
            if (attempt == detail::triesOfTrouble)
                return false;
        }
        detail::pauseBeforeTry(attempt);
    }
}

base::Result<Index::Comparison> Index::compare(const UnitSource& units, const base::Task& task) const {
    try {
        return compareIndex(Xapian::Database(m_impl->path()), units, task);
    } catch (const Xapian::Error& error) {
        return base::fail(Errc::Io, base::said("the search index failed: {}", error.get_msg()));
    }
}

void Index::release() {
    m_impl->close();
}

IndexReader Index::reader() const {
    return IndexReader::openHere(m_impl->cacheFolder, m_impl->study);
}

} // namespace rapport::search
