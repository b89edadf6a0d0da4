// SPDX-License-Identifier: GPL-3.0-or-later
// Projects that other programs keep in SQLite: QualCoder (data.qda in the project's folder) and Taguette (a
// project exported as SQLite). The tables come in as text; this room opens no database. Pictures, recordings
// and notes on passages are left out and counted.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "exchange/project.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

struct DatabaseTable {
    std::string_view name;
    std::vector<std::string_view> columns;      ///< what is wanted of it
    std::vector<std::vector<std::string>> rows; ///< cells in the order of `columns`; NULL is empty
};

enum class DatabaseProgram { QualCoder, Taguette };

/// What is to be read from such a database, without rows.
[[nodiscard]] std::vector<DatabaseTable> tablesOf(DatabaseProgram program);
/// Tables that every project of the program has: how it is known.
[[nodiscard]] std::vector<std::string_view> markOf(DatabaseProgram program);
/// "QualCoder", "Taguette"
[[nodiscard]] const char* name(DatabaseProgram program);

/// `tables` as `tablesOf` gives them, filled. QualCoder counts positions in code points; they are fitted to
/// the words that it keeps with each coding. Taguette counts bytes of the page's text. Errors: Unreadable (no
/// text and no code; several Taguette projects), Cancelled.
[[nodiscard]] base::Result<Project> readDatabaseProject(DatabaseProgram program,
                                                        std::vector<DatabaseTable> tables,
                                                        const std::string& fileName, const base::Task& task);

} // namespace rapport::exchange
