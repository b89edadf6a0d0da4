// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the bare tables of the command line from CSV text: a matrix of ratings, and spans. Takes text, never
// files. Every fault is reported with its line and column; a text with faults gives the first of them and how
// many more.
#pragma once

#include "agreement/reliability_data.h"
#include "agreement/unitizing.h"
#include "agreement/weights.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::agreement {

struct MatrixOptions {
    Scale scale = Scale::Nominal;
    std::vector<std::string> categories; ///< declared list; empty: those used
    std::string fileName;                ///< for messages only
};

/// First row a header: column `unit`, optional column `cluster`, every other column a rater. Separator comma,
/// semicolon or tab, whichever the header holds. A cell is a category; blank or NA is missing. Quotes as
/// in RFC 4180; LF, CRLF; a BOM is skipped. Errors (Unreadable, with line and column): no header, no column
/// `unit`, no rater, a column named twice, a row with another number of cells, an unclosed quote, text after
/// a quote, bytes that are not UTF-8, a rating outside the declared list or not a number where the scale
/// wants one.
[[nodiscard]] base::Result<ReliabilityData> readMatrix(std::string_view csv, const MatrixOptions& options);

/// Header `source,length,rater,begin,end,code` in any order; half-open code points; a rater who coded nothing
/// has one row with empty begin, end and code. Errors as above.
[[nodiscard]] base::Result<UnitizingData> readSpans(std::string_view csv, const std::string& fileName = {});

/// A square table of agreement weights: first row and first column name the categories, in any order; they
/// must be those of `data`. Errors (Unreadable, with line and column).
[[nodiscard]] base::Result<WeightRequest> readWeights(std::string_view csv, const ReliabilityData& data,
                                                      const std::string& fileName = {});

} // namespace rapport::agreement
