// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/all_values.h"

#include "store/database.h"

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

} // namespace

base::Status eachValue(const std::string& path, const TakeValue& take) {
    RAPPORT_ASSIGN(const auto database, Database::open(path, Database::Access::Read));
    RAPPORT_ASSIGN(const auto tables,
                   names(*database, "SELECT name FROM sqlite_schema WHERE type = 'table'", {}));
    for (const std::string& table : tables) {
        RAPPORT_ASSIGN(const auto columns, names(*database, "SELECT name FROM pragma_table_info(?1)", table));
        if (columns.empty())
            continue;
        std::string sql = "SELECT ";
        for (std::size_t index = 0; index < columns.size(); ++index)
            sql += (index > 0 ? ", \"" : "\"") + columns[index] + "\"";
        sql += " FROM \"" + table + "\"";
        RAPPORT_ASSIGN(Statement rows, database->statement(sql));
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

} // namespace rapport::store
