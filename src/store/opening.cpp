// SPDX-License-Identifier: GPL-3.0-or-later
// What may be behind a name that somebody wants opened, and what is said of it.
#include "base/format.h"
#include "base/seal.h"
#include "store/damaged.h"
#include "store/migrations.h"
#include "store/study_impl.h"

#include <filesystem>

namespace rapport::store {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Place;
using base::Result;
using base::Status;

namespace {

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = number * 256 + static_cast<unsigned char>(byte);
    return number;
}

bool hasPendingLog(const std::string& path) {
    std::error_code missing;
    const auto size = fs::file_size(path + "-wal", missing);
    return !missing && size > 0;
}

/// Names what is no database at all, and what was cut off, before SQLite is asked.
Status lookAt(const std::string& path) {
    const Place place{path, 0, 0, {}};
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found)
        return fail(Errc::Unreadable, place, "there is no such study", "check the name and the folder");
    if (fs::is_directory(status))
        return fail(Errc::Unreadable, place, "is a folder, not a study", "name the .rapport file in it");
    // Layout of the first 100 bytes. SOURCE: SQLite, "Database File Format", section 1.3
    constexpr std::size_t headerSize = 100;
    const auto head = Database::head(path, headerSize);
    if (!head)
        return fail(Errc::Unreadable, place, "cannot be opened", "check that you may read it");
    if (head->empty())
        return fail(Errc::StudyDamaged, place, "is empty, so it is no study", damagedHint(path));
    const std::string_view header = *head;
    if (header.substr(0, 16) != std::string_view("SQLite format 3\0", 16))
        return fail(Errc::StudyDamaged, place, "is not a Rapport study",
                    "texts and tables come into a study with: rapport import");
    if (header.size() < headerSize)
        return fail(Errc::StudyDamaged, place, "is cut off: hardly anything of the study is left",
                    damagedHint(path));
    // While a log waits to be written back the file may rightly be shorter than its header says. The log is
    // looked at before the size: where it is gone, all of it is in the file.
    if (hasPendingLog(path))
        return {};
    const std::uint64_t pageSize =
        bigEndian(header.substr(16, 2)) == 1 ? 65536 : bigEndian(header.substr(16, 2));
    const std::uint64_t pages = bigEndian(header.substr(28, 4));
    const bool isCountValid = header.substr(24, 4) == header.substr(92, 4);
    const std::uint64_t size = fs::file_size(path, failed);
    if (isCountValid && !failed && size < pages * pageSize)
        return fail(Errc::StudyDamaged, place,
                    base::said("is cut off: {} of {} bytes are left", size, pages * pageSize),
                    damagedHint(path));
    return {};
}

/// Turns the write-ahead log on; not in a file that is none of ours, which must stay as it is.
Status prepareForWriting(Database& database) {
    RAPPORT_ASSIGN(const std::int64_t application, database.integer("PRAGMA application_id"));
    if (application != studyApplicationId)
        return {};
    RAPPORT_TRY(database.text("PRAGMA journal_mode = WAL"));
    return {};
}

Result<std::unique_ptr<Database>> connectForWriting(const std::string& path) {
    auto database = Database::open(path, Database::Access::Write);
    if (!database)
        return database;
    if (const Status prepared = prepareForWriting(**database); !prepared) {
        if (prepared.error().code == Errc::Io)
            return fail(Errc::Refused, Place{path, 0, 0, {}}, "the study cannot be written here",
                        "check that you may write in its folder, or work on a copy");
        return fail(prepared);
    }
    return database;
}

Result<std::unique_ptr<Database>> connectForReading(const std::string& path) {
    auto database = Database::open(path, Database::Access::Read);
    Status works;
    if (database) {
        const auto read = (*database)->integer("PRAGMA schema_version");
        if (!read)
            works = fail(read);
    } else {
        works = fail(database);
    }
    if (works)
        return database;
    // No room even for the file in which readers and writers meet: read it alone, nobody else has it open.
    if (works.error().code == Errc::DiskFull) {
        database = base::fail(works);
        return Database::open(path, Database::Access::Alone);
    }
    if (works.error().code != Errc::Io && works.error().code != Errc::Refused)
        return fail(works);
    // A folder where nothing can be written: SQLite cannot keep its log there, and need not, as nobody
    // writes.
    if (hasPendingLog(path))
        return fail(Errc::Unreadable, Place{path, 0, 0, {}},
                    "the study was not closed properly, and its folder cannot be written",
                    "copy the study and the file ending in '-wal' to a folder of your own and open it there");
    return Database::open(path, Database::Access::Immutable);
}

Result<bool> isReadableByUs(Database& database, std::int64_t ours) {
    auto least = database.integer("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'min_reader'");
    if (!least && least.error().code == Errc::Io)
        return false; // so new that there is no such table
    if (!least)
        return fail(least);
    return *least >= 1 && *least <= ours;
}

} // namespace

Result<Opened> openStudy(const std::string& path, OpenMode mode, const std::vector<Migration>& migrations) {
    RAPPORT_TRY(lookAt(path));
    const Place place{path, 0, 0, {}};
    RAPPORT_ASSIGN(auto database,
                   mode == OpenMode::ReadWrite ? connectForWriting(path) : connectForReading(path));
    RAPPORT_ASSIGN(const std::int64_t application, database->integer("PRAGMA application_id"));
    if (application != studyApplicationId)
        return fail(Errc::StudyDamaged, place, "is a database of another program, not a Rapport study",
                    "a study's name ends in .rapport");
    RAPPORT_ASSIGN(const std::int64_t version, database->integer("PRAGMA user_version"));
    const std::int64_t ours = migrations.back().number;
    if (version < 1)
        return fail(Errc::StudyDamaged, place, "is no complete study", damagedHint(path));

    Opened opened;
    if (version > ours) {
        RAPPORT_ASSIGN(const bool isReadable, isReadableByUs(*database, ours));
        if (!isReadable)
            return fail(Errc::StudyNewer, place, "was written by a later version of Rapport",
                        "install the latest version of Rapport");
        opened.outcome = OpenOutcome::NewerReadable;
        if (mode == OpenMode::ReadWrite) {
            database.reset();
            RAPPORT_ASSIGN(database, connectForReading(path));
        }
    } else if (version < ours) {
        if (mode == OpenMode::ReadOnly) {
            // This version's queries do not fit the older form: somebody has to upgrade it first.
            database.reset();
            auto upgraded = openStudy(path, OpenMode::ReadWrite, migrations);
            if (!upgraded && upgraded.error().code == Errc::Refused)
                return fail(Errc::Refused, place, "is of an earlier version and cannot be upgraded here",
                            "copy it to a folder where you may write, and open the copy");
            if (!upgraded)
                return upgraded;
            opened.outcome = upgraded->outcome;
            opened.backup = upgraded->backup;
            upgraded->file.reset();
            RAPPORT_ASSIGN(database, connectForReading(path));
        } else {
            RAPPORT_ASSIGN(const MigrationRun run, migrate(*database, migrations));
            opened.outcome = OpenOutcome::Upgraded;
            opened.backup = run.backup;
        }
    }
    RAPPORT_ASSIGN(const std::int64_t studies, database->integer("SELECT count(*) FROM study"));
    if (studies != 1)
        return fail(Errc::StudyDamaged, place, "is no complete study", damagedHint(path));
    if (mode == OpenMode::ReadWrite && !database->isReadOnly())
        database->watchFiles();
    RAPPORT_ASSIGN(const std::int64_t saysChecked,
                   database->integer("SELECT count(*) FROM meta WHERE name = 'page_checks' AND value = '1'"));
    if (saysChecked > 0 && !database->hasPageChecks())
        return fail(Errc::StudyDamaged, place, "is damaged: its first bytes are not what was written",
                    damagedHint(path));
    opened.file.reset(new StudyFile());
    opened.file->m_impl->database = std::move(database);
    return opened;
}

bool isSealedFile(const std::string& path) {
    const auto head = Database::head(path, base::sealedHeadSize);
    return head && base::beginsSealed(*head);
}

Result<Opened> StudyFile::open(const std::string& path, OpenMode mode) {
    return openStudy(path, mode, studyMigrations());
}

} // namespace rapport::store
