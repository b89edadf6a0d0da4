// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/study_file.h"

#include "base/format.h"
#include "base/json.h"
#include "store/damaged.h"
#include "store/migrations.h"
#include "store/rows.h"
#include "store/study_impl.h"

#include <cassert>
#include <filesystem>
#include <map>
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

void removeWithCompanions(const std::string& path) {
    std::error_code ignored;
    for (const char* ending : {"", "-journal", "-wal", "-shm"})
        fs::remove(path + ending, ignored);
}

Status fillNew(Database& database, const StudyProperties& properties) {
    RAPPORT_TRY(migrate(database, studyMigrations()));
    RAPPORT_TRY(database.begin());
    Status written = [&]() -> Status {
        RAPPORT_TRY(database.run("INSERT INTO study (id, guid, title, language, template_name, created)"
                                 " VALUES (1, ?1, ?2, ?3, ?4, ?5)",
                                 properties.guid, properties.title, properties.language,
                                 properties.templateName, properties.created));
        return writeInstrument(database, properties.instrument);
    }();
    if (!written) {
        database.rollback();
        return written;
    }
    return database.commit();
}

Status removePrompt(Database& database, std::int64_t id, const std::string& name) {
    Status removed = database.run("DELETE FROM prompt WHERE id = ?1", id);
    if (!removed && removed.error().code == Errc::Refused)
        return fail(Errc::Refused, base::said("prompt '{}' has answers, so it cannot be removed", name));
    return removed;
}

} // namespace

StudyFile::StudyFile()
    : m_impl(std::make_unique<Impl>()) {
}

StudyFile::~StudyFile() = default;

Result<std::unique_ptr<StudyFile>> StudyFile::create(const std::string& path,
                                                     const StudyProperties& properties) {
    const Place place{path, 0, 0, {}};
    const auto isTaken = [&] {
        std::error_code ignored;
        return fs::exists(fs::symlink_status(path, ignored));
    };
    if (isTaken())
        return fail(Errc::Refused, place, "there is a file of this name already",
                    "give another name, or remove it first");
    if (properties.guid.isNull())
        return fail(Errc::InvalidArgument, "a study needs a guid");
    RAPPORT_TRY(model::validate(properties.instrument));

    // Made under another name: a study is there whole or not at all, also when the machine stops in between.
    const std::string beside = path + ".part";
    removeWithCompanions(beside);
    const Status made = [&]() -> Status {
        auto database = Database::open(beside, Database::Access::Create);
        if (!database)
            return fail(Errc::Io, place, "cannot make a file there",
                        "check that the folder exists and that you may write there");
        return fillNew(**database, properties);
    }();
    if (!made) {
        removeWithCompanions(beside);
        Error error = made.error();
        error.where = place;
        return tl::make_unexpected(std::move(error));
    }
    std::error_code failed;
    const bool wasTaken = isTaken();
    if (!wasTaken)
        fs::rename(beside, path, failed);
    if (wasTaken || failed) {
        removeWithCompanions(beside);
        return fail(wasTaken ? Errc::Refused : Errc::Io, place,
                    wasTaken ? "there is a file of this name already" : "cannot make a file there");
    }
    auto opened = open(path, OpenMode::ReadWrite);
    if (!opened) {
        removeWithCompanions(path);
        return fail(opened);
    }
    return std::move(opened->file);
}

Database& StudyFile::database() const {
    return *m_impl->database;
}

const std::string& StudyFile::path() const {
    return database().path();
}

void StudyFile::stopReadingOn(base::Task task) {
    if (!isReadOnly())
        return;
    m_impl->watch.reset();
    m_impl->stop = std::move(task);
    m_impl->watch.emplace(database(), m_impl->stop);
}

bool StudyFile::isReadOnly() const {
    return database().isReadOnly();
}

Result<StudyProperties> StudyFile::properties() const {
    StudyProperties properties;
    {
        RAPPORT_ASSIGN(
            Statement study,
            database().statement("SELECT guid, title, language, template_name, created FROM study"));
        RAPPORT_ASSIGN(const bool hasRow, study.next());
        if (!hasRow)
            return fail(Errc::StudyDamaged, Place{path(), 0, 0, {}}, "is no complete study",
                        damagedHint(path()));
        properties.guid = study.guid(0);
        properties.title = study.text(1);
        properties.language = study.text(2);
        properties.templateName = study.text(3);
        properties.created = study.instant(4);
    }
    RAPPORT_ASSIGN(Statement instruments,
                   database().statement("SELECT id, guid, name, title, case_text, is_stand_in"
                                        " FROM instrument ORDER BY id LIMIT 1"));
    RAPPORT_ASSIGN(const bool hasInstrument, instruments.next());
    if (!hasInstrument)
        return properties;
    model::Instrument& instrument = properties.instrument;
    instrument.guid = instruments.guid(1);
    instrument.name = instruments.text(2);
    instrument.title = localText(instruments.view(3));
    instrument.caseText = localText(instruments.view(4));
    instrument.isStandIn = instruments.flag(5);
    RAPPORT_ASSIGN(Statement prompts, database().statement("SELECT id, name, kind, wording FROM prompt"
                                                           " WHERE instrument_id = ?1 ORDER BY ordinal, id"));
    prompts.bind(instruments.integer(0));
    while (true) {
        RAPPORT_ASSIGN(const bool hasPrompt, prompts.next());
        if (!hasPrompt)
            return properties;
        instrument.prompts.push_back(
            model::Prompt{prompts.id<model::PromptId>(0), prompts.text(1),
                          enumeration(model::promptKind, prompts.view(2), model::PromptKind::Note),
                          localText(prompts.view(3))});
    }
}

Status StudyFile::setTitle(const std::string& title) {
    return database().run("UPDATE study SET title = ?1", title);
}

Status StudyFile::setInstrument(const model::Instrument& instrument) {
    RAPPORT_TRY(model::validate(instrument));
    RAPPORT_ASSIGN(Savepoint together, Savepoint::begin(database()));
    RAPPORT_TRY(writeInstrument(database(), instrument));
    return together.release();
}

Status writeInstrument(Database& database, const model::Instrument& instrument) {
    RAPPORT_ASSIGN(std::int64_t id, database.integer("SELECT min(id) FROM instrument"));
    if (id == 0) {
        RAPPORT_ASSIGN(const base::Guid guid,
                       guidOr(database, instrument.guid, "instrument", instrument.name));
        RAPPORT_TRY(database.run("INSERT INTO instrument (guid, name, title, case_text, is_stand_in)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5)",
                                 guid, instrument.name, toJson(instrument.title), toJson(instrument.caseText),
                                 instrument.isStandIn));
        id = database.lastRowId();
    } else {
        RAPPORT_TRY(database.run("UPDATE instrument SET guid = coalesce(?2, guid), name = ?3, title = ?4,"
                                 " case_text = ?5, is_stand_in = ?6 WHERE id = ?1",
                                 id, instrument.guid, instrument.name, toJson(instrument.title),
                                 toJson(instrument.caseText), instrument.isStandIn));
    }

    std::map<std::string, std::int64_t> before;
    {
        RAPPORT_ASSIGN(Statement prompts,
                       database.statement("SELECT id, name FROM prompt WHERE instrument_id = ?1"));
        prompts.bind(id);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, prompts.next());
            if (!hasRow)
                break;
            before.emplace(prompts.text(1), prompts.integer(0));
        }
    }
    std::int64_t ordinal = 0;
    for (const model::Prompt& prompt : instrument.prompts) {
        RAPPORT_TRY(
            database.run("INSERT INTO prompt (instrument_id, ordinal, name, kind, wording)"
                         " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (instrument_id, name) DO UPDATE"
                         " SET ordinal = excluded.ordinal, kind = excluded.kind, wording = excluded.wording",
                         id, ++ordinal, prompt.name, model::name(prompt.kind), toJson(prompt.wording)));
        before.erase(prompt.name);
    }
    for (const auto& [name, prompt] : before)
        RAPPORT_TRY(removePrompt(database, prompt, name));
    return {};
}

Result<std::string> StudyFile::setting(const std::string& key) const {
    RAPPORT_ASSIGN(Statement select, database().statement("SELECT value FROM setting WHERE key = ?1"));
    select.bind(key);
    RAPPORT_ASSIGN(const bool hasRow, select.next());
    return hasRow ? select.text(0) : std::string();
}

Status StudyFile::setSetting(const std::string& key, const std::string& json) {
    if (json.empty())
        return database().run("DELETE FROM setting WHERE key = ?1", key);
    if (auto parsed = base::parseJson(json); !parsed)
        return fail(Errc::InvalidArgument, base::said("setting '{}' is not JSON", key));
    return database().run("INSERT INTO setting (key, value) VALUES (?1, ?2)"
                          " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                          key, json);
}

Status StudyFile::closeForReplacement() {
    // SQLite leaves the write-ahead log only where no other connection is open.
    const auto mode = database().text("PRAGMA journal_mode = DELETE");
    if (mode && *mode == "delete")
        return {};
    return fail(Errc::StudyLocked, Place{path(), 0, 0, {}}, "another program has the study open",
                "close it there, and try again");
}

Status StudyFile::setNameSecret(const std::string& secret) {
    return database().run("INSERT INTO meta (name, value) VALUES ('name_secret', ?1)", secret);
}

Status StudyFile::backup(const std::string& target, const base::Task& task) const {
    return copyDatabase(database(), target, task);
}

Result<std::unique_ptr<StudyFile>> StudyFile::passingCopy(const base::Task& task) const {
    auto copy = std::unique_ptr<StudyFile>(new StudyFile());
    RAPPORT_ASSIGN(copy->m_impl->database, database().passingCopy(task));
    return copy;
}

Result<std::int64_t> StudyFile::position() const {
    return database().integer("SELECT max(position) FROM journal");
}

Result<std::int64_t> StudyFile::outsideWrites() const {
    return database().integer("PRAGMA data_version");
}

// Transaction

Result<Transaction> Transaction::begin(StudyFile& file) {
    RAPPORT_TRY(file.database().begin());
    return Transaction(file);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_file(std::exchange(other.m_file, nullptr)) {
}

Transaction::~Transaction() {
    if (m_file != nullptr)
        m_file->database().rollback();
}

Status Transaction::commit() {
    assert(m_file != nullptr);
    if (m_file == nullptr)
        return fail(Errc::Refused, "the transaction has ended");
    return std::exchange(m_file, nullptr)->database().commit();
}

} // namespace rapport::store
