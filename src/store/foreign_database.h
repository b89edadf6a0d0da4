// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite files of other programs, read and never written: named columns of named tables as text, NULL as
// empty. Refuses a file whose changes still wait beside it in a log. The file is opened as one that nobody
// writes, so that nothing appears in its folder.
#pragma once

#include "base/result.h"
#include "base/task.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

class Database;

/// Whether the file is an SQLite database that is no study. Errors: Unreadable (is a study).
[[nodiscard]] base::Result<bool> isForeignDatabase(const std::string& path);

class ForeignDatabase {
public:
    /// Errors: Unreadable (no database, damaged, a log that waits beside it).
    [[nodiscard]] static base::Result<ForeignDatabase> open(const std::string& path);
    ForeignDatabase(ForeignDatabase&&) noexcept;
    ForeignDatabase& operator=(ForeignDatabase&&) noexcept;
    ~ForeignDatabase();

    [[nodiscard]] base::Result<bool> hasTable(std::string_view name) const;
    /// The table's rows with these columns; a column that it does not have is empty in each row. No rows
    /// where there is no such table. Errors: Unreadable (damaged, more text than is read), Cancelled.
    [[nodiscard]] base::Result<std::vector<std::vector<std::string>>>
    rows(std::string_view table, const std::vector<std::string_view>& columns, const base::Task& task) const;

private:
    explicit ForeignDatabase(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

} // namespace rapport::store
