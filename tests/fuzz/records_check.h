// SPDX-License-Identifier: GPL-3.0-or-later
// What every reader promises of its records; a broken promise ends the program, which is what a fuzzer looks
// for.
#pragma once

#include "exchange/format.h"
#include "text/utf8.h"

#include <cstdlib>
#include <string_view>
#include <variant>

namespace rapport::fuzz {

inline void require(bool isTrue) {
    if (!isTrue)
        std::abort();
}

inline void check(const exchange::Table& table) {
    std::size_t line = 0;
    for (const exchange::Column& column : table.columns)
        require(!column.name.empty() && text::isValidUtf8(column.name));
    for (const exchange::Row& row : table.rows) {
        require(row.cells.size() == table.columns.size());
        require(row.line > line);
        line = row.line;
        for (const std::string_view cell : row.cells)
            require(text::isValidUtf8(cell));
    }
}

inline void check(const exchange::Transcript& transcript) {
    require(!transcript.turns.empty());
    for (const exchange::TranscriptTurn& turn : transcript.turns) {
        require(!turn.text.empty() && text::isValidUtf8(turn.text) && text::isValidUtf8(turn.speaker));
        require(turn.line > 0);
        std::size_t page = turn.page;
        for (const exchange::PageBegin& begin : turn.pages) {
            require(begin.page > page && begin.at >= 0 && begin.at <= text::countCodePoints(turn.text));
            page = begin.page;
        }
    }
}

inline void check(const exchange::Records& records) {
    std::visit([](const auto& each) { check(each); }, records);
}

} // namespace rapport::fuzz
