// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/raw_sql.h"

#include <sqlite3.h>

#include <stdexcept>

namespace rapport::test {

RawSql::RawSql(const std::string& path) {
    // Through the store's layer of page checks, where there is one: what is changed here is whole as far as
    // the disk is concerned.
    const char* layer = "rapport-checked";
    if (sqlite3_open_v2(path.c_str(), &m_connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        sqlite3_vfs_find(layer) == nullptr ? nullptr : layer) != SQLITE_OK)
        throw std::runtime_error("cannot open " + path);
}

RawSql::~RawSql() {
    sqlite3_close_v2(m_connection);
}

void RawSql::run(const std::string& sql) {
    if (sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(m_connection));
}

std::string RawSql::text(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_connection, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(m_connection));
    if (sqlite3_step(statement) != SQLITE_ROW) {
        sqlite3_finalize(statement);
        throw std::runtime_error(sql + ": no row");
    }
    const void* bytes = sqlite3_column_blob(statement, 0);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, 0));
    std::string value = bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
    sqlite3_finalize(statement);
    return value;
}

std::int64_t RawSql::integer(const std::string& sql) {
    return std::stoll(text(sql));
}

} // namespace rapport::test
