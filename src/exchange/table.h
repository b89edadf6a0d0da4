// SPDX-License-Identifier: GPL-3.0-or-later
// A file of rows and columns after reading: headers, cells as text, and where each row stood in the file.
#pragma once

#include "base/phrase.h"
#include "exchange/kept_texts.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rapport::exchange {

struct Column {
    std::string name;  ///< as in the file, made unique ("name", "name-2")
    std::string title; ///< the question's text where a second header row or LimeSurvey's full header gives it
    std::string importId; ///< Qualtrics' third header row
    /// First non-empty values, at most five, and of a long one its beginning.
    std::vector<std::string> samples;
    std::string renamedFrom{}; ///< its name in the file, where a column before has that too
};

struct Row {
    std::size_t line = 0;        ///< in the file, from 1, of the row's first byte
    std::vector<CellText> cells; ///< kept by the table
};

/// Where a row could not be taken, and why.
struct RowProblem {
    std::string file;
    std::size_t line = 0;
    std::string column; ///< name, or empty
    base::Phrase message;
    base::Phrase hint;
};

struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows; ///< each with exactly as many cells as there are columns
    /// Ragged rows and the like; such rows are not in `rows`. At most `mostProblems`.
    std::vector<RowProblem> problems;
    std::size_t moreProblems = 0; ///< rows with a problem beyond those
    std::string encoding;
    char separator = ',';
    int headerRows = 1;
    bool isSeparatedText = false; ///< CSV and its like, not a sheet
    /// Of a workbook: the one that was read, and all of them in order; else empty.
    std::string sheet;
    std::vector<std::string> sheets;
    std::string shape; ///< "plain", "qualtrics", "limesurvey", "surveymonkey", "googleforms", "spss", "sas",
                       ///< "stata"
    std::vector<base::Phrase> warnings;
    /// What the cells point into, shared by copies of the table.
    std::shared_ptr<KeptTexts> texts = std::make_shared<KeptTexts>();
};

/// Letters of a sample: a cell may hold a book.
inline constexpr std::int64_t longestSample = 1000;

/// So many rows are told one by one; a file of which no row can be read says so soon enough.
inline constexpr std::size_t mostProblems = 10'000;

} // namespace rapport::exchange
