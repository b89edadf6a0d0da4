// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/file.h"
#include "store/as_nobody.h"
#include "store/migrations.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"

#include <filesystem>

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace fs = std::filesystem;

namespace {

std::vector<Migration> withSteps(const std::vector<std::string>& sql) {
    std::vector<Migration> migrations = studyMigrations();
    for (const std::string& each : sql) {
        const auto number = static_cast<std::int64_t>(migrations.size()) + 1;
        migrations.push_back({number, "step_" + std::to_string(number), each});
    }
    return migrations;
}

const std::int64_t ours = studyMigrations().back().number;

std::string copyName(const char* more = "") {
    return "study.version-" + std::to_string(ours) + more + ".rapport";
}

const char* const addsTable =
    "CREATE TABLE colour (id INTEGER PRIMARY KEY) STRICT; INSERT INTO colour VALUES (7);";

std::size_t filesIn(const ScratchFolder& folder) {
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path()))
        ++files;
    return files;
}

} // namespace

TEST_CASE("the program's migrations count from 1 without gaps") {
    std::int64_t number = 0;
    for (const Migration& migration : studyMigrations()) {
        CHECK(migration.number == ++number);
        CHECK(migration.sql.rfind("-- SPDX-License-Identifier:", 0) == 0);
    }
    CHECK(number >= 1);
}

TEST_CASE("upgraded: the study goes on, and a copy of it as it was is beside it") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    study.file.reset();
    const auto migrations = withSteps(
        {addsTable, "UPDATE meta SET value = '" + std::to_string(ours + 2) + "' WHERE name = 'min_reader'"});
    {
        const Opened opened = need(openStudy(study.path, OpenMode::ReadWrite, migrations));
        CHECK(opened.outcome == OpenOutcome::Upgraded);
        CHECK(opened.backup == study.folder.file(copyName()));
        CHECK_FALSE(opened.file->isReadOnly());
        CHECK(need(opened.file->position()) == 2);
    }
    RawSql raw(study.path);
    CHECK(raw.integer("PRAGMA user_version") == ours + 2);
    CHECK(raw.integer("SELECT id FROM colour") == 7);
    CHECK(need(openStudy(study.path, OpenMode::ReadWrite, migrations)).outcome == OpenOutcome::Current);

    const Opened before = need(StudyFile::open(study.folder.file(copyName()), OpenMode::ReadOnly));
    CHECK(before.outcome == OpenOutcome::Current);
    CHECK(need(before.file->position()) == 2);
    CHECK(need(before.file->check({})).problems.empty());
    // And for this program the upgraded one is now of a later version.
    CHECK(refusal(StudyFile::open(study.path, OpenMode::ReadWrite)) == base::Errc::StudyNewer);
}

TEST_CASE("upgraded: a reader of an earlier study has it upgraded, too") {
    SampleStudy study;
    study.file.reset();
    const auto migrations = withSteps({addsTable});
    const Opened opened = need(openStudy(study.path, OpenMode::ReadOnly, migrations));
    CHECK(opened.outcome == OpenOutcome::Upgraded);
    CHECK(opened.file->isReadOnly());
    CHECK(fs::exists(opened.backup));
    CHECK(RawSql(study.path).integer("PRAGMA user_version") == ours + 1);
}

TEST_CASE("a reader who may not write an earlier study is told so") {
    SampleStudy study;
    study.file.reset();
    setMode(study.path, 0444);
    setMode(study.folder.path().string(), 0555);
    {
        const AsNobody nobody;
        CHECK(refusal(openStudy(study.path, OpenMode::ReadOnly, withSteps({addsTable}))) ==
              base::Errc::Refused);
    }
    setMode(study.folder.path().string(), 0755);
    CHECK(filesIn(study.folder) == 1);
}

TEST_CASE("a copy never goes over another one") {
    SampleStudy study;
    study.file.reset();
    study.folder.write(copyName(), "mine");
    const Opened opened = need(openStudy(study.path, OpenMode::ReadWrite, withSteps({addsTable})));
    CHECK(opened.backup == study.folder.file(copyName("-2")));
    CHECK(need(base::readFile(study.folder.file(copyName()))) == "mine");
}

TEST_CASE("failed: the study is as it was, and nothing lies around") {
    for (const std::string& wrong :
         {std::string(addsTable) + "INSERT INTO nowhere VALUES (1);",
          std::string("CREATE TABLE journal (x);"), std::string("this is no SQL"),
          // Rows that refer to nothing, made while references are not enforced.
          std::string("INSERT INTO flag (rater_id, round_id, unit_id, position) VALUES (1, 1, 99, 1);")}) {
        INFO(wrong);
        SampleStudy study;
        study.file.reset();
        const auto failed = openStudy(study.path, OpenMode::ReadWrite, withSteps({wrong}));
        CHECK(refusal(failed) == base::Errc::StudyDamaged);
        CHECK(failed.error().message.find("step_" + std::to_string(ours + 1)) != std::string::npos);
        CHECK(filesIn(study.folder) == 1);
        study.reopen();
        CHECK(study.problems().empty());
        CHECK(RawSql(study.path).integer("SELECT count(*) FROM sqlite_schema WHERE name = 'colour'") == 0);
    }
}

TEST_CASE("failed half-way: the steps that stand keep the copy of what was before them") {
    SampleStudy study;
    study.file.reset();
    CHECK(refusal(openStudy(study.path, OpenMode::ReadWrite, withSteps({addsTable, "no SQL"}))) ==
          base::Errc::StudyDamaged);
    CHECK(RawSql(study.path).integer("PRAGMA user_version") == ours + 1);
    CHECK(need(StudyFile::open(study.folder.file(copyName()), OpenMode::ReadOnly)).outcome ==
          OpenOutcome::Current);
}

TEST_CASE("an upgrade waits for nobody for ever") {
    SampleStudy study;
    study.file.reset();
    RawSql other(study.path);
    other.run("BEGIN IMMEDIATE");
    CHECK(refusal(openStudy(study.path, OpenMode::ReadWrite, withSteps({addsTable}))) ==
          base::Errc::StudyLocked);
    CHECK(other.integer("PRAGMA user_version") == ours);
    other.run("ROLLBACK");
    CHECK_FALSE(fs::exists(study.folder.file(copyName())));
}

TEST_CASE("a table can be replaced by a migration while others refer to it") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    study.file.reset();
    const auto migrations =
        withSteps({"CREATE TABLE new_rater (id INTEGER PRIMARY KEY, guid BLOB NOT NULL UNIQUE,"
                   " name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, colour TEXT) STRICT;"
                   "INSERT INTO new_rater SELECT id, guid, name, kind, NULL FROM rater;"
                   "DROP TABLE rater; ALTER TABLE new_rater RENAME TO rater;"});
    const Opened opened = need(openStudy(study.path, OpenMode::ReadWrite, migrations));
    CHECK(need(Rounds(*opened.file).raters()).size() == 2);
    CHECK(need(opened.file->database().integer("PRAGMA foreign_keys")) == 1);
    CHECK(need(opened.file->database().integer("SELECT count(*) FROM pragma_foreign_key_check")) == 0);
}
