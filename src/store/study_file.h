// SPDX-License-Identifier: GPL-3.0-or-later
// The study file: one SQLite database with everything of a study in it. Opens, creates, migrates, checks and
// backs up; the nouns' own tables are read and written through the repositories beside this header. One
// connection, one thread. Writers are transactions; what committed is on disk (WAL, synchronous=FULL).
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "base/task.h"
#include "model/ids.h"
#include "model/instrument.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rapport::store {

class Database; // the SQLite connection; its header is private to this room
struct Migration;

enum class OpenMode {
    ReadWrite,
    ReadOnly, ///< several at once, beside one writer
};

enum class OpenOutcome {
    Current,
    Upgraded,      ///< migrated; a copy of the file as it was is at Opened::backup
    NewerReadable, ///< written by a later version that this one can still read; opened read-only
};

struct StudyProperties {
    model::Guid guid;
    std::string title;
    std::string language = "en"; ///< of the study's own texts: "nl" or "en"
    std::string templateName;
    model::Instrument instrument;
    base::Instant created;
};

class StudyFile;

struct Opened {
    std::unique_ptr<StudyFile> file;
    OpenOutcome outcome = OpenOutcome::Current;
    std::string backup;
};

/// What `check` found. No problems: the study is whole.
struct CheckReport {
    std::vector<base::Phrase> problems;
    std::vector<base::Phrase> notes; ///< worth knowing, and nothing is wrong
    /// What is derived from the journal is not what it says, and the journal is whole: rebuildState mends
    /// that.
    bool isMendable = false;
    std::int64_t journalRows = 0;
    std::int64_t codings = 0;
};

class StudyFile {
public:
    ~StudyFile();
    StudyFile(const StudyFile&) = delete;
    StudyFile& operator=(const StudyFile&) = delete;

    /// Errors: Unreadable (no such file), StudyDamaged (not a study, or SQLite says so), StudyNewer,
    /// StudyLocked (a writer holds it for longer than two seconds), Io.
    [[nodiscard]] static base::Result<Opened> open(const std::string& path, OpenMode mode);
    /// A new file; refuses where one is (Refused). Nothing is left behind on failure.
    [[nodiscard]] static base::Result<std::unique_ptr<StudyFile>> create(const std::string& path,
                                                                         const StudyProperties& properties);

    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] base::Result<StudyProperties> properties() const;
    [[nodiscard]] base::Status setTitle(const std::string& title);
    /// Replaces case text and wordings, adds new prompts; a prompt with answers cannot be removed (Refused).
    [[nodiscard]] base::Status setInstrument(const model::Instrument& instrument);

    /// Small named settings of the study ("comparisons", "language-shown"): JSON text by key.
    [[nodiscard]] base::Result<std::string> setting(const std::string& key) const; ///< empty if never set
    [[nodiscard]] base::Status setSetting(const std::string& key, const std::string& json);

    /// What guids made from names depend on besides the names, so that they cannot be guessed; copies of the
    /// study share it. Set once, before anything is named.
    [[nodiscard]] base::Status setNameSecret(const std::string& secret);

    /// SQLite's integrity and foreign keys, the hash chain of each device, and whether the state tables are
    /// exactly what the journal says.
    [[nodiscard]] base::Result<CheckReport> check(const base::Task& task) const;
    /// Derives the state tables anew from the journal, in one transaction.
    [[nodiscard]] base::Status rebuildState(const base::Task& task);
    /// A consistent copy while others work (VACUUM INTO). Refuses where a file is.
    [[nodiscard]] base::Status backup(const std::string& path, const base::Task& task = {}) const;
    /// A copy that is there only while it is open, for trying what would come of something; its path is that
    /// of the study. Errors: DiskFull, Io, Cancelled.
    [[nodiscard]] base::Result<std::unique_ptr<StudyFile>> passingCopy(const base::Task& task) const;
    /// Writes the log back and makes sure that nobody else has the file open, for who wants to replace it
    /// next. Errors: StudyLocked.
    [[nodiscard]] base::Status closeForReplacement();
    /// From now on a stop request ends a running query with Cancelled, wherever it is. For who only reads:
    /// in a file that may be written it does nothing.
    void stopReadingOn(base::Task task);
    /// Journal position of the last change; 0 in a new study. What indexes follow.
    [[nodiscard]] base::Result<std::int64_t> position() const;
    /// Another number after every commit that another connection made, in this process or not.
    [[nodiscard]] base::Result<std::int64_t> outsideWrites() const;

    [[nodiscard]] Database& database() const; ///< for the repositories of this room

private:
    friend class Transaction;
    friend base::Result<Opened> openStudy(const std::string& path, OpenMode mode,
                                          const std::vector<Migration>& migrations);
    StudyFile();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// All or nothing. Rolls back when destroyed without commit. Transactions do not nest.
class Transaction {
public:
    /// Takes the write lock at once. Errors: StudyLocked, Refused (read-only), Io.
    [[nodiscard]] static base::Result<Transaction> begin(StudyFile& file);
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    /// Errors: DiskFull, Io; everything since begin() is undone then.
    [[nodiscard]] base::Status commit();

private:
    explicit Transaction(StudyFile& file)
        : m_file(&file) {}
    StudyFile* m_file;
};

/// Whether the file was sealed with a passphrase (base/seal.h); looked at as studies are, so that a study
/// that somebody has open keeps its locks (docs/decisions/0007).
[[nodiscard]] bool isSealedFile(const std::string& path);

} // namespace rapport::store
