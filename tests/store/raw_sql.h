// SPDX-License-Identifier: GPL-3.0-or-later
// SQL behind the store's back: to break a study, to look at what is really in the file, to hold a lock.
#pragma once

#include <cstdint>
#include <string>

struct sqlite3;

namespace rapport::test {

class RawSql {
public:
    explicit RawSql(const std::string& path);
    ~RawSql();
    RawSql(const RawSql&) = delete;
    RawSql& operator=(const RawSql&) = delete;

    /// Throws with SQLite's message.
    void run(const std::string& sql);
    /// First column of the first row; throws where there is none.
    [[nodiscard]] std::int64_t integer(const std::string& sql);
    [[nodiscard]] std::string text(const std::string& sql);

private:
    sqlite3* m_connection = nullptr;
};

} // namespace rapport::test
