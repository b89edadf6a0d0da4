// SPDX-License-Identifier: GPL-3.0-or-later
// Databases of other programs: as they are, and as somebody with bad intentions or a bad disk would send
// them.
#include "raw_sql.h"
#include "store/foreign_database.h"
#include "support/catch.hpp"
#include "support/scratch.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace rapport;
using namespace rapport::store;
using Rows = std::vector<std::vector<std::string>>;

namespace {

std::string slurp(const std::string& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

/// A small project of somebody's.
std::string makeProject(const test::ScratchFolder& scratch, const std::string& name = "project.db") {
    const std::string path = scratch.file(name);
    test::RawSql raw(path);
    raw.run("CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT, size);"
            "INSERT INTO source VALUES (1, 'een', 'caf\u00E9', 3.5), (2, NULL, x'6A61', 12);");
    return path;
}

base::Result<Rows> read(const std::string& path, std::string_view table,
                        const std::vector<std::string_view>& columns) {
    RAPPORT_ASSIGN(const ForeignDatabase database, ForeignDatabase::open(path));
    return database.rows(table, columns, {});
}

} // namespace

TEST_CASE("named columns of named tables come as text, what is not there is empty", "[foreign]") {
    const test::ScratchFolder scratch;
    const std::string path = makeProject(scratch);
    const std::string before = slurp(path);
    CHECK(isForeignDatabase(path).value());
    const auto rows = read(path, "source", {"fulltext", "name", "memo", "size"});
    REQUIRE(rows);
    CHECK(*rows == Rows{{"caf\u00E9", "een", "", "3.5"}, {"ja", "", "", "12"}});
    // Nothing is made up where the schema lacks a table, and names are no SQL.
    CHECK(read(path, "case", {"name"}).value().empty());
    CHECK(read(path, "source; DROP TABLE source", {"name"}).value().empty());
    CHECK(read(path, "source", {"name\" FROM source; --"}).value() == Rows{{""}, {""}});
    CHECK(slurp(path) == before);
    CHECK(std::distance(std::filesystem::directory_iterator(scratch.path()), {}) == 1);
}

TEST_CASE("views and triggers of a foreign schema do nothing here", "[foreign]") {
    const test::ScratchFolder scratch;
    const std::string path = scratch.file("views.db");
    {
        test::RawSql raw(path);
        raw.run("CREATE TABLE kept (id INTEGER, name TEXT);"
                "INSERT INTO kept VALUES (1, 'een');"
                // Would be a gigabyte a row, or without end.
                "CREATE VIEW source AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                " SELECT i AS id, hex(zeroblob(400000000)) AS name FROM n;"
                "CREATE TABLE made (id INTEGER, name TEXT GENERATED ALWAYS AS (hex(zeroblob(400000000))));"
                "INSERT INTO made (id) VALUES (7);"
                "CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM kept; END;");
    }
    const std::string before = slurp(path);
    CHECK(read(path, "source", {"id", "name"}).value().empty());
    CHECK(read(path, "made", {"id", "name"}).value() == Rows{{"7", ""}});
    CHECK(read(path, "kept", {"id", "name"}).value() == Rows{{"1", "een"}});
    CHECK(slurp(path) == before);
}

TEST_CASE("a foreign database that is cut off is refused or read, at every length", "[foreign]") {
    const test::ScratchFolder scratch;
    const std::string path = scratch.file("long.db");
    {
        test::RawSql raw(path);
        raw.run("PRAGMA page_size = 512; CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT);"
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
                " INSERT INTO source SELECT i, hex(zeroblob(100)) FROM n;");
    }
    const std::string whole = slurp(path);
    REQUIRE(read(path, "source", {"name"}).value().size() == 60);
    std::size_t refused = 0;
    for (std::size_t length = 0; length < whole.size(); length += 37) {
        INFO(length);
        const std::string cut = scratch.write("cut.db", whole.substr(0, length));
        const auto isOne = isForeignDatabase(cut);
        REQUIRE(isOne);
        if (!*isOne) {
            CHECK(length < 100);
            continue;
        }
        const auto rows = read(cut, "source", {"name"});
        if (rows) {
            CHECK(rows->size() <= 60);
            continue;
        }
        ++refused;
        CHECK(rows.error().code == base::Errc::Unreadable);
        CHECK(std::string(base::describe(rows.error())).find("cut.db") != std::string::npos);
        CHECK(rows.error().message.find("cut off") != std::string::npos);
    }
    CHECK(refused > 100);
}

TEST_CASE("a foreign database with any byte changed is read or refused by its name", "[foreign]") {
    const test::ScratchFolder scratch;
    const std::string whole = slurp(makeProject(scratch));
    for (std::size_t at = 0; at < whole.size(); at += at < 200 ? 1 : 61) {
        INFO(at);
        std::string changed = whole;
        changed[at] = static_cast<char>(~changed[at]);
        const std::string path = scratch.write("changed.db", changed);
        const auto isOne = isForeignDatabase(path);
        if (!isOne || !*isOne)
            continue;
        const auto rows = read(path, "source", {"name", "fulltext"});
        if (!rows) {
            CHECK(rows.error().code == base::Errc::Unreadable);
        }
    }
}

TEST_CASE("a foreign database that somebody works in is refused while changes wait beside it", "[foreign]") {
    const test::ScratchFolder scratch;
    for (const char* const ending : {"-wal", "-journal"}) {
        INFO(ending);
        const std::string path = makeProject(scratch, std::string("open") + ending + ".db");
        std::ofstream(path + ending) << "changes";
        const auto refused = read(path, "source", {"name"});
        REQUIRE_FALSE(refused);
        CHECK(std::string(refused.error().message).find(ending) != std::string::npos);
        CHECK(std::string(refused.error().hint).find("close the project") != std::string::npos);
        // An empty one is what is left of a program that ended well.
        std::ofstream(path + ending, std::ios::trunc).flush();
        CHECK(read(path, "source", {"name"}));
    }
    // A lock alone says nothing: nobody writes while it is read, or the log would not be empty.
    const std::string locked = makeProject(scratch, "locked.db");
    test::RawSql other(locked);
    other.run("BEGIN EXCLUSIVE");
    CHECK(read(locked, "source", {"name"}).value().size() == 2);
    other.run("ROLLBACK");
}

TEST_CASE("a cell without measure is refused by its size, not as damage", "[foreign]") {
    const test::ScratchFolder scratch;
    const std::string path = scratch.file("huge.db");
    {
        test::RawSql raw(path);
        raw.run("CREATE TABLE source (id INTEGER PRIMARY KEY, fulltext TEXT);"
                "INSERT INTO source VALUES (1, hex(zeroblob(40000000)));");
    }
    const auto refused = read(path, "source", {"fulltext"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Errc::Unreadable);
    CHECK(std::string(refused.error().message).find("64 MB") != std::string::npos);
}

TEST_CASE("a virtual table of a foreign schema runs no code of its own", "[foreign]") {
    const test::ScratchFolder scratch;
    const std::string path = scratch.file("virtual.db");
    {
        test::RawSql raw(path);
        raw.run("CREATE TABLE other (id INTEGER);"
                "PRAGMA writable_schema = ON;"
                "INSERT INTO sqlite_schema VALUES ('table', 'source', 'source', 0,"
                " 'CREATE VIRTUAL TABLE source USING no_such_module(a, b)');");
    }
    const auto rows = read(path, "source", {"a"});
    if (!rows)
        CHECK(rows.error().code == base::Errc::Unreadable);
    else
        CHECK(rows->empty());
}
