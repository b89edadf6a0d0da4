// SPDX-License-Identifier: GPL-3.0-or-later
// The kappa report: gathered here, typeset by the room `report`.
#pragma once

#include "service/measuring.h"

namespace rapport::service {

enum class ReportFormat { Html, Markdown, Json, Csv, Latex, Word, OpenDocument, Workbook, Print };

struct ReportRequest {
    StudyMeasureOptions measure;
    std::string language = "en"; ///< "nl" or "en"
    double target = 0.70;        ///< what a code's lower confidence limit should reach
    /// Units on which raters differ, with their text, at most this many per round; 0: none. Their names and
    /// participants are left out.
    std::int64_t examples = 0;
};

/// The report as bytes of a file. Errors: as measureStudy; Undefined if there is nothing to report on yet.
[[nodiscard]] base::Result<std::string> kappaReport(Session& session, const ReportRequest& request,
                                                    ReportFormat format, const base::Task& task = {});

/// Writes it, atomically, by the file's ending (html, md, json, csv, tex, docx, odt, xlsx). Errors:
/// InvalidArgument (another ending), DiskFull, Io.
[[nodiscard]] base::Status writeKappaReport(Session& session, const ReportRequest& request,
                                            const std::string& file, const base::Task& task = {});

} // namespace rapport::service
