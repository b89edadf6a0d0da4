// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/database_project.h"

#include "exchange/database_reader.h"

namespace rapport::exchange {

std::vector<DatabaseTable> tablesOf(DatabaseProgram program) {
    if (program == DatabaseProgram::QualCoder)
        return {{"project", {"memo"}, {}},
                {"journal", {"name", "jentry", "owner", "date"}, {}},
                {"source", {"id", "name", "fulltext", "memo", "owner", "date"}, {}},
                {"code_cat", {"catid", "name", "memo", "supercatid"}, {}},
                {"code_name", {"cid", "name", "memo", "catid", "color", "supercid"}, {}},
                {"code_text", {"cid", "fid", "seltext", "pos0", "pos1", "owner", "date", "memo"}, {}},
                {"code_image", {"cid"}, {}},
                {"code_av", {"cid"}, {}},
                {"annotation", {"fid", "pos0", "pos1", "memo", "owner", "date"}, {}},
                {"cases", {"caseid", "name", "memo", "owner", "date"}, {}},
                {"case_text", {"caseid", "fid", "pos0", "pos1"}, {}},
                {"attribute", {"name", "attr_type", "value", "id"}, {}}};
    return {{"projects", {"id", "name", "description"}, {}},
            {"documents", {"id", "name", "contents", "description"}, {}},
            {"tags", {"id", "path", "description", "parent_id"}, {}},
            {"highlights", {"id", "document_id", "start_offset", "end_offset", "snippet"}, {}},
            {"highlight_tags", {"highlight_id", "tag_id"}, {}},
            {"commands", {"user_login", "date", "payload", "document_id"}, {}},
            {"project_members", {"user_login"}, {}}};
}

std::vector<std::string_view> markOf(DatabaseProgram program) {
    if (program == DatabaseProgram::QualCoder)
        return {"source", "code_name", "code_text"};
    return {"projects", "documents", "highlights", "tags"};
}

const char* name(DatabaseProgram program) {
    return program == DatabaseProgram::QualCoder ? "QualCoder" : "Taguette";
}

base::Result<Project> readDatabaseProject(DatabaseProgram program, std::vector<DatabaseTable> tables,
                                          const std::string& fileName, const base::Task& task) {
    // A row that lacks a cell would be read past its end.
    for (DatabaseTable& table : tables) {
        for (std::vector<std::string>& row : table.rows)
            row.resize(table.columns.size());
    }
    if (program == DatabaseProgram::QualCoder)
        return readQualCoder(std::move(tables), fileName, task);
    return readTaguette(std::move(tables), fileName, task);
}

} // namespace rapport::exchange
