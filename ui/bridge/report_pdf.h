// SPDX-License-Identifier: GPL-3.0-or-later
// The kappa report on paper: service::ReportFormat::Print laid out on A4 pages as PDF. Draws on no screen and
// may run beside the window.
#pragma once

#include "base/task.h"
#include "service/exporting.h"
#include "service/reporting.h"

#include <string>

namespace rapport::ui {

/// The file's bytes. Errors: as service::kappaReport().
[[nodiscard]] base::Result<std::string>
reportPdf(service::Session& session, const service::ReportRequest& request, const base::Task& task = {});
/// As service::writeKappaReport(), and .pdf.
[[nodiscard]] base::Status writeReport(service::Session& session, const service::ReportRequest& request,
                                       const std::string& file, const base::Task& task = {});

/// The codebook's booklet on A4 pages. Errors: as service::writeExport().
[[nodiscard]] base::Status writeCodebookPdf(service::Session& session, const service::ExportRequest& request,
                                            const std::string& file, const base::Task& task = {});

} // namespace rapport::ui
