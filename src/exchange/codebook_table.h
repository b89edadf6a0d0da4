// SPDX-License-Identifier: GPL-3.0-or-later
// Codebooks as spreadsheets and lists: one code per row, its place in the tree by indent, by a path
// ("family->warmth", "family >> warmth", "family.warmth", "family::warmth"), by a column `parent`, or by
// columns level 1, level 2, ...
#pragma once

#include "base/result.h"
#include "exchange/codebook_json.h"
#include "exchange/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// Whether the columns are those of a codebook: one that names codes, and a definition or a tree.
[[nodiscard]] bool looksLikeCodebookTable(const Table& table);

/// The one language that a column says its words are in; empty: none says, or it says several.
[[nodiscard]] std::string codebookLanguage(const Table& table);

/// Whether a column says of which variable each code is.
[[nodiscard]] bool namesVariables(const Table& table);

/// Examples as one cell of our own table, for readCodebookTable() to find again, whatever lines they have.
[[nodiscard]] std::string joinExamples(const std::vector<std::string>& examples);

/// Column names in English or Dutch: code, definition, use, avoid, example, colour, parent, source. Words are
/// in `language`; where that was not asked for, those of our own table in what each row says. Errors:
/// Unreadable (no column names codes, no code, codes too deep).
[[nodiscard]] base::Result<CodebookFile> readCodebookTable(const Table& table, const std::string& fileName,
                                                           std::string_view language, bool isAsked = true);

/// A plain list, one code per line, in the same notations; a note may follow a tab. Errors: Unreadable.
[[nodiscard]] base::Result<CodebookFile> readCodeList(std::string_view bytes, const std::string& fileName,
                                                      std::string_view language);

} // namespace rapport::exchange
