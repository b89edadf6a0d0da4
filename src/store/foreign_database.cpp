// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/foreign_database.h"

#include "base/format.h"
#include "store/database.h"
#include "store/migrations.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>

namespace rapport::store {

namespace fs = std::filesystem;
using base::Errc;
using base::Place;

namespace {

constexpr std::string_view databaseHead("SQLite format 3\0", 16);
constexpr std::size_t headerSize = 100;
/// Of one table, and of one row: a cell may be a gigabyte in SQLite, which no interview is.
constexpr std::size_t mostText = 1U << 30U;
constexpr std::size_t longestCell = 64U << 20U;

tl::unexpected<base::Error> unreadable(const std::string& path, base::Phrase message,
                                       base::Phrase hint = {}) {
    return base::fail(Errc::Unreadable, Place{path, 0, 0, {}}, std::move(message), std::move(hint));
}

std::string quoted(std::string_view name) {
    std::string sql = "\"";
    for (const char letter : name) {
        if (letter == '"')
            sql += '"';
        sql += letter;
    }
    return sql + '"';
}

/// The file is shorter than its header says that it is. SQLite, "Database File Format", 1.3: the size counts
/// where it was written with the last change.
bool isCutOff(const std::string& path) {
    const auto head = Database::head(path, headerSize);
    std::error_code missing;
    const auto size = fs::file_size(path, missing);
    if (!head || head->size() < headerSize || missing)
        return false;
    const auto number = [&](std::size_t at, std::size_t bytes) {
        std::uint64_t value = 0;
        for (const char byte : head->substr(at, bytes))
            value = value * 256 + static_cast<unsigned char>(byte);
        return value;
    };
    constexpr std::size_t pageSizeAt = 16;
    constexpr std::size_t changesAt = 24;
    constexpr std::size_t pagesAt = 28;
    constexpr std::size_t changesOfSizeAt = 92;
    const std::uint64_t pageSize = number(pageSizeAt, 2) == 1 ? 65536 : number(pageSizeAt, 2);
    return number(changesAt, 4) == number(changesOfSizeAt, 4) && size < pageSize * number(pagesAt, 4);
}

tl::unexpected<base::Error> cutOff(const std::string& path) {
    return unreadable(path, "is an SQLite database whose end is missing: it was cut off",
                      "copy or download it again");
}

/// What went wrong in somebody else's file is said of that file, not of the study.
tl::unexpected<base::Error> damaged(const Database& database, const base::Error& error) {
    if (error.code == Errc::Cancelled)
        return tl::make_unexpected(error);
    if (error.code == Errc::Refused)
        return unreadable(database.path(),
                          base::said("holds a cell of more than {} MB of text", longestCell >> 20U),
                          "no text of an interview is so long: look what it is in the program that made it");
    if (isCutOff(database.path()))
        return cutOff(database.path());
    return unreadable(database.path(), "is an SQLite database that is damaged",
                      "open it in the program that made it and save it again, or get it again");
}

} // namespace

base::Result<bool> isForeignDatabase(const std::string& path) {
    const auto head = Database::head(path, headerSize);
    if (!head || head->size() < headerSize || head->substr(0, databaseHead.size()) != databaseHead)
        return false;
    std::int64_t application = 0;
    for (const char byte : head->substr(68, 4))
        application = application * 256 + static_cast<unsigned char>(byte);
    if (application == studyApplicationId)
        return unreadable(path, "is a study, not a file to import",
                          "open it as a study; codings of another study come in as a table: rapport export");
    return true;
}

ForeignDatabase::ForeignDatabase(std::unique_ptr<Database> database)
    : m_database(std::move(database)) {
}
ForeignDatabase::ForeignDatabase(ForeignDatabase&&) noexcept = default;
ForeignDatabase& ForeignDatabase::operator=(ForeignDatabase&&) noexcept = default;
ForeignDatabase::~ForeignDatabase() = default;

base::Result<ForeignDatabase> ForeignDatabase::open(const std::string& path) {
    for (const char* const ending : {"-wal", "-journal"}) {
        std::error_code missing;
        if (const auto size = fs::file_size(path + ending, missing); !missing && size > 0)
            return unreadable(
                path, base::said("is in use: changes wait beside it in a file ending in '{}'", ending),
                "close the project in the program that made it, then import it");
    }
    auto database = Database::open(path, Database::Access::Immutable);
    if (!database)
        return isCutOff(path)
                   ? cutOff(path)
                   : unreadable(path, "cannot be read as an SQLite database", "check that you may read it");
    (*database)->limitValues(longestCell);
    if (const auto version = (*database)->integer("PRAGMA schema_version"); !version)
        return damaged(**database, version.error());
    return ForeignDatabase(std::move(*database));
}

base::Result<bool> ForeignDatabase::hasTable(std::string_view name) const {
    auto statement = m_database->statement(
        // A virtual table has no page of its own: what it would run is not known here.
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name = ?1 COLLATE NOCASE "
        "LIMIT 1");
    if (!statement)
        return damaged(*m_database, statement.error());
    statement->bind(name);
    auto row = statement->next();
    if (!row)
        return damaged(*m_database, row.error());
    return *row;
}

base::Result<std::vector<std::vector<std::string>>>
ForeignDatabase::rows(std::string_view table, const std::vector<std::string_view>& columns,
                      const base::Task& task) const {
    std::vector<std::vector<std::string>> rows;
    RAPPORT_ASSIGN(const bool isThere, hasTable(table));
    if (!isThere)
        return rows;
    std::vector<std::string> known;
    {
        auto names = m_database->statement("SELECT name FROM pragma_table_info(?1)");
        if (!names)
            return damaged(*m_database, names.error());
        names->bind(table);
        while (true) {
            auto row = names->next();
            if (!row)
                return damaged(*m_database, row.error());
            if (!*row)
                break;
            known.push_back(names->text(0));
        }
    }
    std::string sql = "SELECT ";
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const bool isKnown = std::find(known.begin(), known.end(), columns[index]) != known.end();
        sql += (index > 0 ? ", " : "") + (isKnown ? quoted(columns[index]) : std::string("NULL"));
    }
    sql += " FROM " + quoted(table);
    const Database::StopWatch watch(*m_database, task);
    auto statement = m_database->statement(sql);
    if (!statement)
        return damaged(*m_database, statement.error());
    statement->bind();
    std::size_t total = 0;
    while (true) {
        auto more = statement->next();
        if (!more)
            return damaged(*m_database, more.error());
        if (!*more)
            return rows;
        std::vector<std::string>& row = rows.emplace_back();
        row.reserve(columns.size());
        for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
            row.push_back(statement->text(column));
            total += row.back().size() + sizeof(std::string);
        }
        if (total > mostText)
            return unreadable(m_database->path(), base::said("holds more than {} MB in its table '{}'",
                                                             mostText >> 20U, std::string(table)));
    }
}

} // namespace rapport::store
