// SPDX-License-Identifier: GPL-3.0-or-later
// Data files of statistics programs, by ReadStat: SPSS (.sav, .zsav, .por), SAS (.sas7bdat, and
// transport files, .xpt) and Stata (.dta). A variable becomes a column with its label as title, values that
// all have a label become the labels, dates are written as ISO 8601, and values declared missing are empty.
#pragma once

#include "base/result.h"
#include "exchange/format.h"

#include <string>
#include <string_view>

namespace rapport::exchange {

[[nodiscard]] Likelihood probeSav(std::string_view head, std::string_view fileName);
[[nodiscard]] Likelihood probePor(std::string_view head, std::string_view fileName);
[[nodiscard]] Likelihood probeXport(std::string_view head, std::string_view fileName);
[[nodiscard]] Likelihood probeSas(std::string_view head, std::string_view fileName);
[[nodiscard]] Likelihood probeDta(std::string_view head, std::string_view fileName);

/// Row lines are cases, from 1. Errors: Unreadable (damaged, cut off, without cases), Cancelled.
[[nodiscard]] base::Result<Records> readSav(std::string_view bytes, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task);
[[nodiscard]] base::Result<Records> readPor(std::string_view bytes, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task);
[[nodiscard]] base::Result<Records> readXport(std::string_view bytes, const std::string& fileName,
                                              const ReadOptions& options, const base::Task& task);
[[nodiscard]] base::Result<Records> readSas(std::string_view bytes, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task);
[[nodiscard]] base::Result<Records> readDta(std::string_view bytes, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task);

} // namespace rapport::exchange
