// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a codebook table are, by their headers in English or Dutch. Private to this room.
#pragma once

#include "exchange/table.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapport::exchange {

enum class CodebookField {
    None,
    Code,
    Definition,
    Use,
    Avoid,
    Example,
    AntiExample,
    Colour,
    Parent,
    Source,
    Level,
    Guid,
    Id,
    Variable,
    Language
};

struct CodebookColumns {
    std::map<CodebookField, std::vector<std::size_t>> places;
    [[nodiscard]] std::optional<std::size_t> first(CodebookField field) const;
    /// Examples may have several columns, everything else has one.
    [[nodiscard]] bool isRead(std::size_t index) const;
};

[[nodiscard]] CodebookColumns codebookColumns(const Table& table);

/// As this program writes it: variables head their codes there, and are no codes.
[[nodiscard]] bool isOwnTable(const CodebookColumns& columns);

/// The tag that every filled cell of the column holds, such as "nl"; empty: there is none.
[[nodiscard]] std::string languageIn(const Table& table, std::size_t column);

} // namespace rapport::exchange
