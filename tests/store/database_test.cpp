// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/migrations.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"

#include <algorithm>
#include <stop_token>

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace {

std::unique_ptr<Database> tables() {
    auto database = need(Database::inMemory());
    need(
        database->execute("CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;"
                          "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, bytes BLOB,"
                          " parent_id INTEGER REFERENCES parent (id)) STRICT; PRAGMA foreign_keys = ON;"));
    return database;
}

} // namespace

TEST_CASE("values come back as they were bound") {
    const auto database = tables();
    const std::string text("a\0\xC3\xA9", 4);
    const base::Guid guid = base::Guid::fromText("x");
    {
        Statement select = need(database->statement("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8"));
        select.bind(text, std::string_view(), guid, base::Guid(), model::UnitId(7), model::UnitId(), true,
                    std::optional<std::int64_t>(-5));
        REQUIRE(need(select.next()));
        CHECK(select.text(0) == text);
        CHECK_FALSE(select.isNull(1)); // an empty text is no NULL
        CHECK(select.view(1).empty());
        CHECK(select.guid(2) == guid);
        CHECK(select.isNull(3));
        CHECK(select.guid(3).isNull());
        CHECK(select.id<model::UnitId>(4) == model::UnitId(7));
        CHECK(select.isNull(5));
        CHECK(select.flag(6));
        CHECK(select.integer(7) == -5);
        CHECK_FALSE(need(select.next()));
    }
    const base::Instant instant(std::chrono::milliseconds(1'700'000'000'123));
    Statement select = need(database->statement("SELECT ?1, 3, 9, NULL, 4, ?2"));
    select.bind(instant, Blob{std::string_view("\0\1", 2)});
    REQUIRE(need(select.next()));
    CHECK(select.instant(0) == instant);
    CHECK(select.range(1) == text::textRange(3, 9));
    CHECK_FALSE(select.range(3));
    CHECK(select.view(5) == std::string_view("\0\1", 2));
}

TEST_CASE("one SQL can be in use twice, and nothing of one use is left for the next") {
    const auto database = tables();
    const char* sql = "SELECT value FROM json_each(?1)";
    {
        Statement outer = need(database->statement(sql));
        outer.bind("[1,2]");
        REQUIRE(need(outer.next()));
        Statement inner = need(database->statement(sql));
        inner.bind("[7]");
        REQUIRE(need(inner.next()));
        CHECK(inner.integer(0) == 7);
        CHECK(outer.integer(0) == 1);
        const Statement moved = std::move(inner);
        REQUIRE(need(outer.next()));
        CHECK(outer.integer(0) == 2);
    }
    Statement again = need(database->statement(sql));
    CHECK_FALSE(need(again.next())); // the parameter is NULL again
}

TEST_CASE("failures say what they mean") {
    const auto database = tables();
    CHECK(refusal(database->statement("SELEC 1")) == base::Errc::Io);
    need(database->run("INSERT INTO thing (name) VALUES (?1)", "a"));
    CHECK(database->changedRows() == 1);
    const auto twice = database->run("INSERT INTO thing (name) VALUES (?1)", "a");
    CHECK(refusal(twice) == base::Errc::Refused);
    CHECK(database->wasDuplicate());
    CHECK_FALSE(database->wasNull());
    const auto nothing = database->run("INSERT INTO thing (name) VALUES (?1)", std::optional<std::int64_t>());
    CHECK(refusal(nothing) == base::Errc::Refused);
    CHECK(database->wasNull());
    const auto orphan = database->run("INSERT INTO thing (name, parent_id) VALUES (?1, ?2)", "b", 9);
    CHECK(refusal(orphan) == base::Errc::Refused);
    CHECK(orphan.error().message.find("not in the study") != std::string::npos);
    CHECK(need(database->integer("SELECT count(*) FROM thing")) == 1);
    CHECK(need(database->integer("SELECT id FROM thing WHERE name = 'z'")) == 0);
    CHECK(need(database->text("SELECT name FROM thing")) == "a");
}

TEST_CASE("a stop request ends a running query, and a watch inside another gives way to it again") {
    const auto database = tables();
    constexpr const char* endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    constexpr const char* ending =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT count(*) FROM n";
    std::stop_source outerStop;
    base::Task outer;
    outer.stop = outerStop.get_token();
    {
        const Database::StopWatch watch(*database, outer);
        {
            std::stop_source innerStop;
            innerStop.request_stop();
            base::Task inner;
            inner.stop = innerStop.get_token();
            const Database::StopWatch inside(*database, inner);
            CHECK(refusal(database->integer(endless)) == base::Errc::Cancelled);
        }
        CHECK(need(database->integer(ending)) == 100000);
        outerStop.request_stop();
        CHECK(refusal(database->integer(endless)) == base::Errc::Cancelled);
    }
    CHECK(need(database->integer(ending)) == 100000);
}

TEST_CASE("a savepoint is all or nothing, with a transaction around it and without") {
    const auto database = tables();
    const auto addThenFail = [&]() -> base::Status {
        RAPPORT_ASSIGN(Savepoint together, Savepoint::begin(*database));
        RAPPORT_TRY(database->run("INSERT INTO thing (name) VALUES (?1)", "x"));
        RAPPORT_TRY(database->run("INSERT INTO thing (name) VALUES (?1)", "x"));
        return together.release();
    };
    CHECK_FALSE(addThenFail());
    CHECK(need(database->integer("SELECT count(*) FROM thing")) == 0);
    need(database->begin());
    need(database->run("INSERT INTO thing (name) VALUES (?1)", "y"));
    CHECK_FALSE(addThenFail());
    need(database->commit());
    CHECK(need(database->text("SELECT group_concat(name) FROM thing")) == "y");
}

TEST_CASE("a transaction that broke cannot be committed") {
    const auto database = tables();
    need(database->begin());
    need(database->run("INSERT INTO thing (name) VALUES (?1)", "x"));
    database->breakTransaction({base::Errc::DiskFull, "full", {}, {}});
    database->breakTransaction({base::Errc::Io, "later", {}, {}});
    const auto committed = database->commit();
    CHECK(refusal(committed) == base::Errc::DiskFull);
    CHECK_FALSE(database->inTransaction());
    CHECK(need(database->integer("SELECT count(*) FROM thing")) == 0);
    need(database->begin());
    need(database->run("INSERT INTO thing (name) VALUES (?1)", "x"));
    need(database->commit());
    CHECK(need(database->integer("SELECT count(*) FROM thing")) == 1);
}

TEST_CASE("a copy larger than the cache has a check on every page") {
    // A full cache writes pages before the first one, which says that there are checks.
    const ScratchFolder scratch;
    const auto database = need(Database::open(scratch.file("large.rapport"), Database::Access::Create));
    REQUIRE(database->execute("CREATE TABLE much (bytes BLOB) STRICT"));
    REQUIRE(
        database->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) "
                          "INSERT INTO much SELECT randomblob(3900) FROM n"));
    CHECK(database->hasPageChecks());
    CHECK(need(database->firstDamagedPage()) == 0);
    REQUIRE(copyDatabase(*database, scratch.file("copy.rapport")));
    const auto copy = need(Database::open(scratch.file("copy.rapport"), Database::Access::Read));
    CHECK(copy->hasPageChecks());
    CHECK(need(copy->firstDamagedPage()) == 0);
    CHECK(need(copy->integer("SELECT count(*) FROM much WHERE length(bytes) = 3900")) == 6000);
    CHECK(need(copy->text("PRAGMA integrity_check")) == "ok");
}

TEST_CASE("a passing copy is of one moment and ends, whoever writes meanwhile") {
    SampleStudy study;
    study.file.reset();
    RawSql other(study.path);
    other.run("CREATE TABLE bulk (bytes BLOB); CREATE TABLE mark (id INTEGER PRIMARY KEY)");
    // More than is copied in a few steps.
    other.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25)"
              " INSERT INTO bulk SELECT zeroblob(1000000) FROM n");
    const auto database = need(Database::open(study.path, Database::Access::Read));
    const std::int64_t pages = need(database->integer("PRAGMA page_count"));
    std::vector<std::uint64_t> done;
    base::Task task;
    task.onProgress = [&](const base::ProgressState& state) {
        CHECK(state.total == static_cast<std::uint64_t>(pages));
        done.push_back(state.done);
        if (done.size() <= 20) // an end, so that the test has one
            other.run("INSERT INTO mark DEFAULT VALUES");
    };
    const auto copy = need(database->passingCopy(task));
    CHECK(done.size() > 2);
    CHECK(done.size() <= 20);
    CHECK(std::is_sorted(done.begin(), done.end()));
    CHECK(done.back() == static_cast<std::uint64_t>(pages));
    CHECK(need(copy->integer("SELECT count(*) FROM bulk")) == 25);
    CHECK(need(copy->integer("SELECT count(*) FROM mark")) == 0);
    // The study is read as it is again.
    CHECK(need(database->integer("SELECT count(*) FROM mark")) == static_cast<std::int64_t>(done.size()));
}
