// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "base/platform/system_reason.h"

#include <filesystem>
#include <utility>

namespace rapport::store {

namespace fs = std::filesystem;
using base::Errc;
using base::Error;
using base::fail;
using base::Place;
using base::Result;
using base::Status;

namespace {

/// Removes a file, and what SQLite put beside it, unless told to keep it.
class Unfinished {
public:
    explicit Unfinished(std::string path)
        : m_path(std::move(path)) {}
    ~Unfinished() {
        if (m_isKept)
            return;
        std::error_code ignored;
        for (const char* ending : {"", "-journal", "-wal", "-shm"})
            fs::remove(m_path + ending, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    void keep() { m_isKept = true; }

private:
    std::string m_path;
    bool m_isKept = false;
};

std::string backupName(const std::string& path, std::int64_t version) {
    const fs::path whole(path);
    const std::string stem = (whole.parent_path() / whole.stem()).string();
    std::string name = fmt::format("{}.version-{}.rapport", stem, version);
    std::error_code ignored;
    for (int number = 2; fs::exists(name, ignored); ++number)
        name = fmt::format("{}.version-{}-{}.rapport", stem, version, number);
    return name;
}

/// While it lives, tables can be replaced by dropping and renaming; SQLite allows that outside transactions
/// only.
class WithoutForeignKeys {
public:
    explicit WithoutForeignKeys(Database& database)
        : m_database(&database) {
        static_cast<void>(m_database->execute("PRAGMA foreign_keys = OFF"));
    }
    ~WithoutForeignKeys() { static_cast<void>(m_database->execute("PRAGMA foreign_keys = ON")); }
    WithoutForeignKeys(const WithoutForeignKeys&) = delete;
    WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;

private:
    Database* m_database;
};

Status runMigration(Database& database, const Migration& migration) {
    const WithoutForeignKeys unchecked(database); // they are checked below, all at once
    RAPPORT_TRY(database.begin());
    Status done = [&]() -> Status {
        // Another program may have been faster.
        RAPPORT_ASSIGN(const std::int64_t version, database.integer("PRAGMA user_version"));
        if (version >= migration.number)
            return {};
        RAPPORT_TRY(database.execute(migration.sql.c_str()));
        RAPPORT_ASSIGN(Statement orphans, database.statement("PRAGMA foreign_key_check"));
        RAPPORT_ASSIGN(const bool hasOrphan, orphans.next());
        if (hasOrphan)
            return fail(Errc::StudyDamaged, base::said("rows of '{}' refer to nothing", orphans.text(0)));
        return database.execute(fmt::format("PRAGMA user_version = {}", migration.number).c_str());
    }();
    if (done)
        return database.commit();
    database.rollback();
    Error error = std::move(done).error();
    // A lock or a full disk is what it is; whatever else goes wrong in SQL says that the file is not what it
    // should be.
    if (error.code == Errc::Refused || error.code == Errc::Io || error.code == Errc::StudyDamaged) {
        error.code = Errc::StudyDamaged;
        error.message = base::said("the upgrade '{}' of the study failed and was undone: {}", migration.name,
                                   error.message);
        error.where = Place{database.path(), 0, 0, {}};
        error.hint = "the study is as it was; work on with the version of Rapport that wrote it";
    }
    return tl::make_unexpected(std::move(error));
}

/// Writes down that pages carry checks, so that a flipped bit cannot turn them off. A file from before them
/// stays without: rewriting it in its place could not be taken back after a power cut, since what the journal
/// puts back are pages without room for a check.
Status notePageChecks(Database& database) {
    RAPPORT_ASSIGN(const std::int64_t isKnown,
                   database.integer("SELECT count(*) FROM meta WHERE name = 'page_checks'"));
    if (isKnown == 0 || !database.hasPageChecks())
        return {};
    return database.execute("UPDATE meta SET value = '1' WHERE name = 'page_checks'");
}

} // namespace

Result<MigrationRun> migrate(Database& database, const std::vector<Migration>& migrations) {
    RAPPORT_ASSIGN(const std::int64_t version, database.integer("PRAGMA user_version"));
    MigrationRun run;
    if (migrations.empty() || version >= migrations.back().number)
        return run;
    RAPPORT_ASSIGN(const std::int64_t objects, database.integer("SELECT count(*) FROM sqlite_schema"));
    if (objects > 0) {
        run.backup = backupName(database.path(), version);
        RAPPORT_TRY(copyDatabase(database, run.backup));
    }
    for (const Migration& migration : migrations) {
        if (migration.number <= version)
            continue;
        if (Status done = runMigration(database, migration); !done) {
            // Migrations before this one stand: then the copy is the only one of the file as it was.
            RAPPORT_ASSIGN(const std::int64_t reached, database.integer("PRAGMA user_version"));
            std::error_code ignored;
            if (reached == version && !run.backup.empty())
                fs::remove(run.backup, ignored);
            return fail(done);
        }
    }
    run.hasUpgraded = true;
    RAPPORT_TRY(notePageChecks(database));
    return run;
}

Status copyDatabase(Database& database, const std::string& path, const base::Task& task) {
    std::error_code ignored;
    if (fs::exists(path, ignored))
        return fail(Errc::Refused, Place{path, 0, 0, {}}, "there is a file of this name already",
                    "give another name, or remove it first");
    const std::string beside = path + ".part";
    for (const char* ending : {"", "-journal", "-wal", "-shm"})
        fs::remove(beside + ending, ignored);
    Unfinished unfinished(beside);
    const auto aboutCopy = [&path](const Error& error) {
        Error about = error;
        about.where = Place{path, 0, 0, {}};
        if (about.code == Errc::Io || about.code == Errc::Refused) {
            about.code = Errc::Io;
            about.message = base::said("cannot write the copy: {}", error.message);
            about.hint = "check that the folder exists and that you may write there";
        }
        return tl::make_unexpected(std::move(about));
    };
    {
        const Database::TemporaryWrites writes(database); // query_only would forbid writing the copy, too
        const Database::StopWatch stop(database, task);
        if (Status copied = database.run("VACUUM INTO ?1", beside); !copied)
            return aboutCopy(copied.error());
    }
    {
        // VACUUM INTO leaves syncing to the system; changing the journal mode writes the header and syncs the
        // file.
        auto copy = Database::open(beside, Database::Access::Write);
        if (!copy)
            return aboutCopy(copy.error());
        if (auto mode = (*copy)->text("PRAGMA journal_mode = WAL"); !mode)
            return aboutCopy(mode.error());
    }
    std::error_code renaming;
    fs::rename(beside, path, renaming);
    if (renaming)
        return fail(Errc::Io, Place{path, 0, 0, {}},
                    base::said("cannot write the copy: {}", base::systemReason(renaming.value())));
    unfinished.keep();
    return {};
}

} // namespace rapport::store
