// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's project as one step of an import. Private to this room.
#pragma once

#include "exchange/codings_table.h"
#include "exchange/project.h"
#include "service/codebook_merge.h"
#include "service/import_kinds.h"
#include "service/import_withdrawn.h"

namespace rapport::service {

/// A project with the file it came from.
struct ReadProject {
    ReadFile file;
    exchange::Project project;
    Withdrawn withdrawn; ///< taken out of the project already
};
/// Whether a file or folder is to be read as another program's project.
[[nodiscard]] base::Result<bool> isProject(const std::string& path, const ImportOptions& options);
/// What other programs call a text is no path: a point or slash in it is a letter like others. Only the
/// ending of a document, which they keep from the file it came from, says nothing.
[[nodiscard]] std::string withoutDocumentEnding(const std::string& name);
/// REFI-QDA by its container, QualCoder (the project's folder, or data.qda in it) and Taguette by the tables
/// of their databases. Errors: Unreadable, Cancelled.
[[nodiscard]] base::Result<ReadProject> readProject(const Session& session, const std::string& path,
                                                    const base::Task& task);

/// What is in the study already does not stay in memory as well: the project goes on the way.
[[nodiscard]] base::Status importProject(Writer& writer, ReadProject read, const ImportOptions& options,
                                         ImportReport& report, const base::Task& task);
/// Errors: as of merging its codebook.
[[nodiscard]] base::Status previewProject(const Session& session, const exchange::Project& project,
                                          const ImportOptions& options, const std::string& file,
                                          ImportPreview& preview);

/// Rows that another reader made; the file is kept already. Those of one file may come in several calls, each
/// with all rows of the units that it has.
[[nodiscard]] base::Status importCodingRows(Writer& writer, const ReadFile& file,
                                            const exchange::CodingRows& rows, const ImportOptions& options,
                                            ImportReport& report, const base::Task& task);

/// A codebook that another reader made, merged into the study's; a version of the same content is not made
/// again. Errors: Refused.
[[nodiscard]] base::Result<CodebookMerge> mergeCodebook(Writer& writer, const exchange::CodebookFile& read,
                                                        const std::string& file, SameNames sameNames);

} // namespace rapport::service
