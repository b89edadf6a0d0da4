// SPDX-License-Identifier: GPL-3.0-or-later
// What the first rows of a survey export mean: which of them are headers, and whose export it is. Private to
// this room.
#pragma once

#include "exchange/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

struct Shape {
    std::string name = "plain"; ///< as in Table::shape
    int headerRows = 1;
};

/// `head`: the first records, three at most. `asked`: number of header rows, 0 to detect.
[[nodiscard]] Shape recogniseShape(const std::vector<std::vector<std::string>>& head, int asked);

/// Columns from the header rows (1 to 3). Names are trimmed, their inner white space (line breaks, no-break
/// spaces) is one blank, and made unique; titles keep the file's words. An unnamed column becomes "column-3".
[[nodiscard]] std::vector<Column> makeColumns(const Shape& shape,
                                              const std::vector<std::vector<std::string>>& headers);

/// A number goes behind a name that a column before has.
void makeNamesUnique(std::vector<Column>& columns);
/// A name as `makeColumns` makes it, before it is made unique.
[[nodiscard]] std::string columnName(std::string_view header);

} // namespace rapport::exchange
