// SPDX-License-Identifier: GPL-3.0-or-later
// Which files are another program's project, and what reads them.
#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/database_project.h"
#include "exchange/refi.h"
#include "service/import_project.h"
#include "store/foreign_database.h"

#include <filesystem>

namespace rapport::service {

namespace {

/// QualCoder keeps a project in a folder, with its database in it.
std::string databaseOf(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored) ? (std::filesystem::path(path) / "data.qda").string()
                                                        : path;
}

base::Result<ReadProject> readDatabase(const Session& session, const std::string& path,
                                       const base::Task& task) {
    using exchange::DatabaseProgram;
    RAPPORT_ASSIGN(const auto database, store::ForeignDatabase::open(path));
    for (const DatabaseProgram program : {DatabaseProgram::QualCoder, DatabaseProgram::Taguette}) {
        bool isOfProgram = true;
        for (const std::string_view table : exchange::markOf(program)) {
            RAPPORT_ASSIGN(const bool isThere, database.hasTable(table));
            isOfProgram = isOfProgram && isThere;
        }
        if (!isOfProgram)
            continue;
        ReadProject read;
        std::vector<exchange::DatabaseTable> tables = exchange::tablesOf(program);
        for (exchange::DatabaseTable& table : tables) {
            RAPPORT_ASSIGN(table.rows, database.rows(table.name, table.columns, task));
        }
        RAPPORT_ASSIGN(read.project, exchange::readDatabaseProject(program, std::move(tables), path, task));
        read.file.path = path;
        read.file.reader = program == DatabaseProgram::QualCoder ? "qualcoder" : "taguette";
        read.file.kind = ImportKind::Project;
        RAPPORT_ASSIGN(read.file.bytes, bytesToImport(session, path));
        return read;
    }
    return base::fail(base::Errc::Unreadable, base::Place{path, 0, 0, {}},
                      "is an SQLite database, but neither a QualCoder nor a Taguette project",
                      "see what can be read: rapport formats");
}

} // namespace

base::Result<bool> isProject(const std::string& path, const ImportOptions& options) {
    if (options.kind != ImportKind::Detect)
        return options.kind == ImportKind::Project;
    std::error_code ignored;
    const std::string ending = base::fileEnding(path);
    if (ending == "qdpx" || ending == "qde" || std::filesystem::is_directory(path, ignored))
        return true;
    // A study says so itself, with what to do; it is asked for here no further.
    return ending == "rapport" ? base::Result<bool>(false) : store::isForeignDatabase(path);
}

base::Result<ReadProject> readProject(const Session& session, const std::string& path,
                                      const base::Task& task) {
    const std::string file = databaseOf(path);
    std::error_code ignored;
    if (file != path && !std::filesystem::exists(file, ignored))
        return base::fail(base::Errc::Unreadable, base::Place{path, 0, 0, {}},
                          "is a folder without a QualCoder project (data.qda) in it", "name the files in it");
    RAPPORT_ASSIGN(const bool isDatabase, store::isForeignDatabase(file));
    if (isDatabase)
        return readDatabase(session, file, task);
    ReadProject read;
    RAPPORT_ASSIGN(read.file.bytes, bytesToImport(session, file));
    RAPPORT_ASSIGN(read.project, exchange::readRefiProject(read.file.bytes, file, task));
    read.file.path = file;
    read.file.reader = "refi-project";
    read.file.kind = ImportKind::Project;
    return read;
}

} // namespace rapport::service
