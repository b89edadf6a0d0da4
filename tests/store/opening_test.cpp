// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever lies behind a name: what is said of it, and that it stays as it was.
#include "base/platform/file.h"
#include "store/as_nobody.h"
#include "store/migrations.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"
#include "store/study_file.h"

#include <filesystem>

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace fs = std::filesystem;

namespace {

/// The bytes of a whole study, closed.
std::string wholeStudy() {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    study.file.reset();
    return need(base::readFile(study.path));
}

base::Error openingError(const std::string& path, OpenMode mode) {
    const auto opened = StudyFile::open(path, mode);
    if (opened)
        FAIL(path + " was opened");
    return opened.error();
}

} // namespace

TEST_CASE("what is no study is named for what it is, in either mode") {
    const ScratchFolder folder;
    fs::create_directory(folder.file("folder.rapport"));
    folder.write("empty.rapport", "");
    folder.write("text.rapport", "participant,Q1\nP001,Een antwoord\n");
    folder.write("short.rapport", std::string("SQLite format 3\0rest", 20));
    folder.write("header.rapport", std::string("SQLite format 3\0", 16) + std::string(4080, 'x'));
    {
        RawSql other(folder.file("other.rapport"));
        other.run("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')");
    }
    {
        RawSql unfinished(folder.file("unfinished.rapport"));
        unfinished.run("PRAGMA application_id = 0x52505254; CREATE TABLE study (id INTEGER)");
    }
    {
        RawSql hollow(folder.file("hollow.rapport"));
        hollow.run("PRAGMA application_id = 0x52505254; PRAGMA user_version = " +
                   std::to_string(studyMigrations().back().number) + "; CREATE TABLE study (id INTEGER)");
    }
    struct Case {
        const char* name;
        base::Errc code;
        const char* says;
    };
    const std::vector<Case> cases{
        {"none.rapport", base::Errc::Unreadable, "no such study"},
        {"folder.rapport", base::Errc::Unreadable, "folder"},
        {"empty.rapport", base::Errc::StudyDamaged, "is empty"},
        {"text.rapport", base::Errc::StudyDamaged, "not a Rapport study"},
        {"short.rapport", base::Errc::StudyDamaged, "cut off"},
        {"header.rapport", base::Errc::StudyDamaged, ""},
        {"other.rapport", base::Errc::StudyDamaged, "another program"},
        {"unfinished.rapport", base::Errc::StudyDamaged, "no complete study"},
        {"hollow.rapport", base::Errc::StudyDamaged, "no complete study"},
    };
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        for (const Case& each : cases) {
            INFO(each.name);
            const std::string path = folder.file(each.name);
            const bool isFile = fs::is_regular_file(path);
            const std::string before = isFile ? need(base::readFile(path)) : "";
            const base::Error error = openingError(path, mode);
            CHECK(error.code == each.code);
            CHECK(error.message.find(each.says) != std::string::npos);
            CHECK_FALSE(error.hint.empty());
            REQUIRE(error.where.has_value());
            CHECK(error.where->file == path);
            // A file that says it is a study may get a log before more is known; any other stays as it is.
            const std::string name = each.name;
            if (isFile && name != "unfinished.rapport" && name != "hollow.rapport")
                CHECK((need(base::readFile(path)) == before));
        }
    }
    CHECK_FALSE(fs::exists(folder.file("none.rapport")));
}

TEST_CASE("another program's database is left as it was") {
    const ScratchFolder folder;
    const std::string path = folder.file("other.rapport");
    RawSql(path).run("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')");
    const std::string before = need(base::readFile(path));
    CHECK(openingError(path, OpenMode::ReadOnly).code == base::Errc::StudyDamaged);
    CHECK(openingError(path, OpenMode::ReadWrite).code == base::Errc::StudyDamaged);
    CHECK((need(base::readFile(path)) == before));
}

TEST_CASE("a study that was cut off is found out, wherever it was cut") {
    const std::string whole = wholeStudy();
    const ScratchFolder folder;
    for (const std::size_t left : {std::size_t(1), std::size_t(15), std::size_t(16), std::size_t(99),
                                   std::size_t(100), std::size_t(4095), std::size_t(4096), std::size_t(8192),
                                   whole.size() / 2, whole.size() - 4096, whole.size() - 1}) {
        INFO(left << " of " << whole.size());
        const std::string path = folder.write("cut.rapport", whole.substr(0, left));
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite})
            CHECK(openingError(path, mode).code == base::Errc::StudyDamaged);
        CHECK(need(base::readFile(path)).size() == left);
    }
    const std::string path = folder.write("whole.rapport", whole);
    CHECK(need(StudyFile::open(path, OpenMode::ReadWrite)).outcome == OpenOutcome::Current);
}

TEST_CASE("bytes that were overwritten are found by opening, reading or checking") {
    const std::string whole = wholeStudy();
    const ScratchFolder folder;
    // A page of the file at a time, from the second on: the first is the header and the schema.
    std::size_t found = 0;
    std::size_t tried = 0;
    for (std::size_t page = 4096; page < whole.size(); page += 4096) {
        std::string broken = whole;
        broken.replace(page, 64, std::string(64, '\x5a'));
        const std::string path = folder.write("broken.rapport", broken);
        ++tried;
        const auto opened = StudyFile::open(path, OpenMode::ReadOnly);
        if (!opened) {
            CHECK(opened.error().code == base::Errc::StudyDamaged);
            ++found;
            continue;
        }
        const auto report = opened->file->check({});
        if (!report)
            CHECK(report.error().code == base::Errc::StudyDamaged);
        if (!report || !report->problems.empty())
            ++found;
    }
    CHECK(tried > 30);
    CHECK(found == tried);
}

TEST_CASE("a later version is read where it says that it can be, and refused otherwise") {
    SampleStudy study;
    study.file.reset();
    const std::string later = std::to_string(studyMigrations().back().number + 1);
    RawSql(study.path).run("PRAGMA user_version = " + later);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const Opened opened = need(StudyFile::open(study.path, mode));
        CHECK(opened.outcome == OpenOutcome::NewerReadable);
        CHECK(opened.file->isReadOnly());
        CHECK(need(opened.file->properties()).language == "nl");
        CHECK(refusal(Transaction::begin(*opened.file)) == base::Errc::Refused);
    }
    for (const char* change :
         {"UPDATE meta SET value = '99' WHERE name = 'min_reader'",
          "UPDATE meta SET value = 'all' WHERE name = 'min_reader'", "DELETE FROM meta", "DROP TABLE meta"}) {
        INFO(change);
        RawSql(study.path).run(change);
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite})
            CHECK(openingError(study.path, mode).code == base::Errc::StudyNewer);
    }
    CHECK(std::to_string(RawSql(study.path).integer("PRAGMA user_version")) == later);
}

TEST_CASE("a study in a place where nothing may be written can be read there") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    study.file.reset();
    const std::string folder = study.folder.path().string();
    const std::string copy = study.folder.file("copy.rapport");
    struct Case {
        const char* what;
        mode_t file;
        mode_t folder;
    };
    for (const Case& each : {Case{"neither file nor folder", 0444, 0555}, Case{"the file", 0444, 0777},
                             Case{"the folder", 0666, 0555}}) {
        INFO(each.what);
        setMode(study.path, each.file);
        setMode(folder, each.folder);
        {
            const AsNobody nobody;
            {
                const Opened opened = need(StudyFile::open(study.path, OpenMode::ReadOnly));
                CHECK(opened.outcome == OpenOutcome::Current);
                CHECK(opened.file->isReadOnly());
                CHECK(need(opened.file->position()) == 2);
                CHECK(need(opened.file->check({})).problems.empty());
                CHECK(refusal(Transaction::begin(*opened.file)) == base::Errc::Refused);
                CHECK(refusal(opened.file->setTitle("x")) == base::Errc::Refused);
            }
            CHECK(openingError(study.path, OpenMode::ReadWrite).code == base::Errc::Refused);
            if (each.folder == 0555)
                CHECK(refusal(StudyFile::create(copy, sampleProperties())) == base::Errc::Io);
        }
        setMode(folder, 0755);
        CHECK_FALSE(fs::exists(copy));
        for (const char* ending : {"-wal", "-shm"})
            fs::remove(study.path + ending);
    }
}

TEST_CASE("a study that may not be read says so") {
    SampleStudy study;
    study.file.reset();
    setMode(study.folder.path().string(), 0755);
    setMode(study.path, 0000);
    const AsNobody nobody;
    CHECK(openingError(study.path, OpenMode::ReadOnly).code == base::Errc::Unreadable);
}

TEST_CASE("what was written last is not lost where a killed program's log cannot be read back") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    // As a program leaves them that was killed: the file and its log.
    const ScratchFolder other;
    const std::string path = other.file("study.rapport");
    fs::copy_file(study.path, path);
    fs::copy_file(study.path + "-wal", path + "-wal");
    setMode(path, 0444);
    setMode(path + "-wal", 0444);
    setMode(other.path().string(), 0555);
    {
        const AsNobody nobody;
        const base::Error error = openingError(path, OpenMode::ReadOnly);
        CHECK(error.code == base::Errc::Unreadable);
        CHECK(error.hint.find("-wal") != std::string::npos);
    }
    setMode(other.path().string(), 0755);
    setMode(path, 0644);
    setMode(path + "-wal", 0644);
    CHECK(need(need(StudyFile::open(path, OpenMode::ReadOnly)).file->position()) == 2);
}
