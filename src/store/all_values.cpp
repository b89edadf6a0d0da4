// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/all_values.h"

#include "base/platform/file.h"
#include "store/database.h"
#include "store/page_checks.h"
#include "store/study_file.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rapport::store {

namespace {

base::Result<std::vector<std::string>> names(Database& database, std::string_view sql, std::string_view of) {
    std::vector<std::string> found;
    RAPPORT_ASSIGN(Statement rows, database.statement(sql));
    if (of.empty())
        rows.bind();
    else
        rows.bind(of);
    while (true) {
        RAPPORT_ASSIGN(const bool isMore, rows.next());
        if (!isMore)
            return found;
        found.push_back(rows.text(0));
    }
}

enum class Columns { OfWords, OfIdentifiers };

/// The schema says of blobs that they have 16 bytes (a guid) or 32 (a digest); every other column may hold
/// words.
base::Result<std::vector<std::string>> columnsOf(Database& database, const std::string& table,
                                                 Columns which) {
    RAPPORT_ASSIGN(auto columns, names(database, "SELECT name FROM pragma_table_info(?1)", table));
    RAPPORT_ASSIGN(const auto blobs,
                   names(database, "SELECT name FROM pragma_table_info(?1) WHERE type = 'BLOB'", table));
    RAPPORT_ASSIGN(
        const auto made,
        names(database, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1", table));
    const std::string schema = made.empty() ? std::string() : made.front();
    std::erase_if(columns, [&](const std::string& column) {
        const std::string length = "CHECK (length(" + column + ") = ";
        const bool isIdentifier = std::find(blobs.begin(), blobs.end(), column) != blobs.end() &&
                                  (schema.find(length + "16)") != std::string::npos ||
                                   schema.find(length + "32)") != std::string::npos);
        return isIdentifier != (which == Columns::OfIdentifiers);
    });
    return columns;
}

base::Status eachOf(Database& database, Columns which, const TakeValue& take) {
    RAPPORT_ASSIGN(const auto tables,
                   names(database, "SELECT name FROM sqlite_schema WHERE type = 'table'", {}));
    for (const std::string& table : tables) {
        RAPPORT_ASSIGN(const auto columns, columnsOf(database, table, which));
        if (columns.empty())
            continue;
        std::string sql = "SELECT ";
        for (std::size_t index = 0; index < columns.size(); ++index)
            sql += (index > 0 ? ", \"" : "\"") + columns[index] + "\"";
        sql += " FROM \"" + table + "\"";
        RAPPORT_ASSIGN(Statement rows, database.statement(sql));
        rows.bind();
        while (true) {
            RAPPORT_ASSIGN(const bool isMore, rows.next());
            if (!isMore)
                break;
            for (std::size_t index = 0; index < columns.size(); ++index) {
                if (!take(table, columns[index], rows.view(static_cast<int>(index))))
                    return {};
            }
        }
    }
    return {};
}

base::Status eachOf(const std::string& path, Columns which, const TakeValue& take) {
    RAPPORT_ASSIGN(const auto database, Database::open(path, Database::Access::Read));
    return eachOf(*database, which, take);
}

void blank(std::string& bytes, std::size_t begin, std::size_t count) {
    if (begin < bytes.size())
        std::fill_n(bytes.begin() + std::ptrdiff_t(begin), std::min(count, bytes.size() - begin), '\0');
}

} // namespace

base::Status eachValue(const std::string& path, const TakeValue& take) {
    return eachOf(path, Columns::OfWords, take);
}

base::Status eachValue(const StudyFile& study, const TakeValue& take) {
    return eachOf(study.database(), Columns::OfWords, take);
}

base::Result<std::vector<std::string>> fileBytes(const std::string& path) {
    constexpr std::size_t key = 16;                           // a digest is known by its begin
    std::unordered_map<std::string, std::size_t> identifiers; // and their lengths
    RAPPORT_TRY(
        eachOf(path, Columns::OfIdentifiers, [&](std::string_view, std::string_view, std::string_view value) {
            if (value.size() >= key)
                identifiers.try_emplace(std::string(value.substr(0, key)), value.size());
            return true;
        }));
    // Most places are none of theirs by their first three bytes.
    const auto beginOf = [](const char* at) {
        const auto byte = [&](int place) { return std::size_t(static_cast<unsigned char>(at[place])); };
        return byte(0) << 16U | byte(1) << 8U | byte(2);
    };
    std::vector<bool> begins(std::size_t(1) << 24U);
    for (const auto& [identifier, length] : identifiers)
        begins[beginOf(identifier.data())] = true;
    std::vector<std::string> all;
    std::size_t page = 0;
    for (const bool isLog : {false, true}) {
        auto bytes = base::readFile(isLog ? path + "-wal" : path);
        if (!bytes)
            continue;
        for (std::size_t at = 0; at + key <= bytes->size(); ++at) {
            if (!begins[beginOf(bytes->data() + at)])
                continue;
            const auto found = identifiers.find(bytes->substr(at, key));
            if (found == identifiers.end())
                continue;
            blank(*bytes, at, found->second);
            at += key - 1;
        }
        // SOURCE: SQLite, "Database File Format", sections 1.3.2 (page size), 1.3.4 (reserved bytes), 4.1
        // (log)
        constexpr std::size_t headOfLog = 32;
        constexpr std::size_t headOfFrame = 24;
        if (!isLog && bytes->size() > 20 && (*bytes)[20] == pageCheckBytes) {
            page = std::size_t(static_cast<unsigned char>((*bytes)[16])) << 8U |
                   static_cast<unsigned char>((*bytes)[17]);
            page = page == 1 ? 65536 : page;
        }
        const std::size_t head = isLog ? headOfFrame : 0;
        for (std::size_t at = isLog ? headOfLog : 0; page > 0 && at < bytes->size(); at += head + page) {
            blank(*bytes, at, head);
            blank(*bytes, at + head + page - pageCheckBytes, pageCheckBytes);
        }
        all.push_back(std::move(*bytes));
    }
    return all;
}

} // namespace rapport::store
