// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/beside.h"
#include "base/format.h"
#include "base/number.h"
#include "search/index_impl.h"
#include "search/looker.h"
#include "search/terms.h"
#include "search/words.h"
#include "text/tokenizer.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <limits>
#include <thread>

namespace rapport::search {

namespace {

/// Raise it whenever documents are made differently (search/terms.h, search/words.h).
constexpr int schemaVersion = 3;

bool namesErrno(const Xapian::Error& error, int number) {
    const char* const text = error.get_error_string();
    return text != nullptr && std::strcmp(text, std::strerror(number)) == 0;
}

} // namespace

std::string indexFingerprint() {
    return fmt::format("schema {}, words {}, positions 0, word bytes {}", schemaVersion,
                       text::tokenizerFingerprint(), maximumWordBytes);
}

namespace detail {

std::optional<std::int64_t> usableCursor(const Xapian::Database& database, const std::string& guid) {
    if (database.get_metadata(guidKey) != guid || database.get_metadata(fingerprintKey) != indexFingerprint())
        return std::nullopt;
    const auto cursor = base::parseInteger(database.get_metadata(cursorKey));
    return cursor && *cursor >= 0 ? cursor : std::nullopt;
}

std::vector<std::pair<Xapian::docid, double>>
documentsOf(IndexReader::Impl& reader, const Xapian::Query& query, bool isWeighed, const base::Task& task) {
    // As a text: what a query is made of is counted by who holds it, and not for two threads.
    return withSnapshot(
        reader, task,
        [sent = query.serialise(), isWeighed](const Xapian::Database& database, Looker& looker) {
            Xapian::Enquire enquire(database);
            if (!isWeighed)
                enquire.set_weighting_scheme(Xapian::BoolWeight());
            enquire.set_query(Xapian::Query::unserialise(sent));
            const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
            std::vector<std::pair<Xapian::docid, double>> documents;
            documents.reserve(found.size());
            for (auto at = found.begin(); at != found.end(); ++at) {
                looker.look();
                documents.emplace_back(*at, at.get_weight());
            }
            return documents;
        });
}

std::vector<Xapian::docid> documentsWith(IndexReader::Impl& reader, const std::string& term,
                                         const base::Task& task) {
    return withSnapshot(reader, task, [term](const Xapian::Database& database, Looker& looker) {
        std::vector<Xapian::docid> documents;
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
            looker.look();
            documents.push_back(*at);
        }
        return documents;
    });
}

std::vector<std::pair<std::string, Xapian::doccount>>
termsThatBegin(IndexReader::Impl& reader, const std::string& start, const base::Task& task) {
    return withSnapshot(reader, task, [start](const Xapian::Database& database, Looker& looker) {
        std::vector<std::pair<std::string, Xapian::doccount>> terms;
        for (auto at = database.allterms_begin(start); at != database.allterms_end(start); ++at) {
            looker.look();
            terms.emplace_back(*at, at.get_termfreq());
        }
        return terms;
    });
}

void pauseBeforeTry(int attempt) {
    if (attempt > 1)
        std::this_thread::sleep_for(std::chrono::milliseconds(1 << std::min(attempt, 7)));
}

Trouble troubleOf(const Xapian::Error& error) {
    if (std::string_view(error.get_type()) == "DatabaseLockError")
        return Trouble::Locked;
    for (const int number : {ENOSPC, EDQUOT, EFBIG}) {
        if (namesErrno(error, number))
            return Trouble::DiskFull;
    }
    // The system refused, which a new index would not change.
    for (const int number : {EACCES, EPERM, EROFS, EIO, EMFILE, ENFILE, ENOMEM}) {
        if (namesErrno(error, number))
            return Trouble::Io;
    }
    return Trouble::Damage;
}

base::Error errorOf(Trouble trouble, const Xapian::Error& error) {
    const std::string detail = error.get_error_string() != nullptr
                                   ? fmt::format("{} ({})", error.get_msg(), error.get_error_string())
                                   : error.get_msg();
    switch (trouble) {
    case Trouble::Locked:
        return {base::Errc::StudyLocked, "another program is writing the search index", std::nullopt,
                "searching works meanwhile"};
    case Trouble::DiskFull:
        return {base::Errc::DiskFull, "no room left for the search index", std::nullopt,
                "searching works without it, only slower"};
    case Trouble::Damage:
    case Trouble::Io:
        break;
    }
    return {base::Errc::Io, base::said("the search index failed: {}", detail), std::nullopt,
            "searching works without it, only slower"};
}

} // namespace detail

void IndexReader::Impl::drop() {
    database.reset();
    databaseName.clear();
    cursor = 0;
    history.clear();
    documents.clear();
    areDocumentsKnown = false;
}

void IndexReader::Impl::markDamaged() {
    if (!databaseName.empty())
        folder.markDamaged(databaseName);
    drop();
}

bool IndexReader::Impl::loadRemote(const base::Task& task) {
    std::error_code ignored;
    if (!asksServers || !std::filesystem::exists(folder.shardsPath(), ignored))
        return false;
    struct Parts {
        std::shared_ptr<Xapian::Database> database;
        std::optional<std::int64_t> cursor;
        std::string history;
    };
    const auto parts = std::make_shared<Parts>();
    const base::Status opened =
        base::beside(task, [parts, stub = folder.shardsPath().string(), study = guid](const base::Caller&) {
            try {
                auto snapshot = std::make_shared<Xapian::Database>(stub);
                // Every part must be of this study: a server may have been started on another folder.
                parts->cursor = detail::usableCursor(*snapshot, study);
                parts->history = snapshot->get_metadata(detail::historyKey);
                parts->database = std::move(snapshot);
            } catch (const std::exception&) {
            } catch (const Xapian::Error&) {
                // Out of reach: the index of this machine, or the texts, will do.
            }
            return base::Status();
        });
    if (!opened || parts->database == nullptr || !parts->cursor)
        return false;
    database = parts->database;
    history = parts->history;
    databaseName.clear();
    cursor = *parts->cursor;
    areDocumentsKnown = false;
    isRemote = true;
    return true;
}

void IndexReader::Impl::load(const base::Task& task) {
    if (guid.empty())
        return;
    isRemote = false;
    if (loadRemote(task))
        return;
    areDocumentsKnown = false;
    constexpr int tries = 16; // beside a busy writer a snapshot may be gone before it was read
    int troubles = 0;
    for (int attempt = 0; attempt < tries && troubles < detail::triesOfTrouble; ++attempt) {
        detail::pauseBeforeTry(attempt);
        // Each time anew: where the index was made again meanwhile, the one before is swept away.
        const std::string name = folder.current();
        if (name.empty() || folder.isMarkedDamaged(name))
            break;
        try {
            if (database && name == databaseName)
                database->reopen();
            else
                database = std::make_shared<Xapian::Database>(folder.databasePath(name).string());
            databaseName = name;
            // Broken blocks do not always make an error: they may answer, and wrongly.
            if (!folder.isAsSealed(name)) {
                markDamaged();
                return;
            }
            const auto found = detail::usableCursor(*database, guid);
            history = database->get_metadata(detail::historyKey);
            if (found)
                cursor = *found;
            else
                drop();
            return;
        } catch (const Xapian::DatabaseModifiedError&) {
            database.reset();
        } catch (const Xapian::Error&) {
            // Index::open finds out what is wrong, where it goes on being wrong; until then there is no
            // index.
            database.reset();
            troubles += folder.current() == name ? 1 : 0;
        } catch (const std::exception&) {
            database.reset();
            troubles += folder.current() == name ? 1 : 0;
        }
    }
    drop();
}

std::vector<Xapian::docid> IndexReader::Impl::present(const std::vector<model::UnitId>& ids,
                                                      const base::Task& task) {
    constexpr std::size_t few =
        16; // times fewer than there are documents: then these are looked up one by one
    detail::Looker looker(task);
    const std::int64_t last = database->get_lastdocid();
    const std::size_t count = database->get_doccount();
    const bool hasHoles = static_cast<std::size_t>(last) != count;
    const bool areLookedUp = hasHoles && !areDocumentsKnown && ids.size() < count / few;
    if (hasHoles && !areDocumentsKnown && !areLookedUp) {
        documents = detail::documentsWith(*this, std::string(), task);
        areDocumentsKnown = true;
    }
    std::vector<Xapian::docid> found;
    found.reserve(ids.size());
    auto next = documents.begin();
    auto there = database->postlist_begin(std::string());
    for (const model::UnitId id : ids) {
        looker.look();
        if (id.value <= 0 || id.value > last)
            continue;
        const auto document = static_cast<Xapian::docid>(id.value);
        if (areLookedUp) {
            there.skip_to(document);
            if (there == database->postlist_end(std::string()))
                break;
            if (*there != document)
                continue;
        } else if (hasHoles) {
            next = std::lower_bound(next, documents.end(), document);
            if (next == documents.end() || *next != document)
                continue;
        }
        found.push_back(document);
    }
    return found;
}

IndexReader::IndexReader(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {
}
IndexReader::~IndexReader() = default;
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;

IndexReader IndexReader::none() {
    return IndexReader(std::make_unique<Impl>());
}

IndexReader IndexReader::open(const std::filesystem::path& cacheFolder, const base::Guid& study,
                              const base::Task& task) {
    auto impl = std::make_unique<Impl>();
    impl->folder = detail::IndexFolder(cacheFolder, study);
    impl->guid = study.text();
    impl->asksServers = true;
    impl->load(task);
    return IndexReader(std::move(impl));
}

IndexReader IndexReader::openHere(const std::filesystem::path& cacheFolder, const base::Guid& study) {
    auto impl = std::make_unique<Impl>();
    impl->folder = detail::IndexFolder(cacheFolder, study);
    impl->guid = study.text();
    impl->load();
    return IndexReader(std::move(impl));
}

void IndexReader::refresh(const base::Task& task) {
    m_impl->load(task);
}

std::int64_t IndexReader::cursor() const {
    return m_impl->cursor;
}

const std::string& IndexReader::history() const {
    return m_impl->history;
}

bool IndexReader::isRemote() const {
    return m_impl->isRemote;
}

std::uint64_t IndexReader::unitCount() const {
    if (!m_impl->database)
        return 0;
    try {
        return m_impl->database->get_doccount();
    } catch (const Xapian::Error&) {
        return 0;
    }
}

std::vector<IndexedWord> IndexReader::wordsBeginning(std::string_view prefix, std::size_t limit,
                                                     std::uint64_t* total) const {
    std::vector<IndexedWord> words;
    if (total != nullptr)
        *total = 0;
    if (!m_impl->database)
        return words;
    const std::string start = detail::wordTerm(detail::cutAt(prefix, maximumWordBytes));
    constexpr int tries = 3;
    for (int attempt = 0; attempt < tries; ++attempt) {
        try {
            words.clear();
            for (auto at = m_impl->database->allterms_begin(start);
                 at != m_impl->database->allterms_end(start); ++at)
                words.push_back({(*at).substr(1), at.get_termfreq()});
            break;
        } catch (const Xapian::DatabaseModifiedError&) {
            m_impl->load();
            if (!m_impl->database)
                return {};
        } catch (const Xapian::Error&) {
            return {};
        }
    }
    if (total != nullptr)
        *total = words.size();
    const auto isBetter = [](const IndexedWord& a, const IndexedWord& b) {
        return a.units != b.units ? a.units > b.units : a.folded < b.folded;
    };
    const std::size_t kept = std::min(limit, words.size());
    std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept), words.end(),
                      isBetter);
    words.resize(kept);
    return words;
}

} // namespace rapport::search
