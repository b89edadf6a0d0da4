// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's project as one step of an import. Private to this room.
#pragma once

#include "exchange/codings_table.h"
#include "exchange/project.h"
#include "service/import_kinds.h"

namespace rapport::service {

[[nodiscard]] base::Status importProject(Writer& writer, const ReadFile& file,
                                         const exchange::Project& project, const ImportOptions& options,
                                         ImportReport& report, const base::Task& task);
void previewProject(const exchange::Project& project, ImportPreview& preview);

/// Rows that another reader made; the file is kept already.
[[nodiscard]] base::Status importCodingRows(Writer& writer, const ReadFile& file,
                                            const exchange::CodingRows& rows, ImportReport& report,
                                            const base::Task& task);

/// A codebook that another reader made, merged into the study's.
[[nodiscard]] base::Status mergeCodebook(Writer& writer, const model::Codebook& read,
                                         const std::string& file);

} // namespace rapport::service
