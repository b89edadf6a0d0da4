// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of the statistics programs: numbers with a format, of another beginning and another unit in each.
// Private to this room.
#pragma once

#include "exchange/sheet_values.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::exchange {

struct Moment {
    std::int64_t days = 0;    ///< since 1970
    std::int64_t seconds = 0; ///< of that day; of a time alone all of them
};

struct StatProgram {
    const char* shape;
    NumberLook (*look)(std::string_view format);
    Moment (*moment)(double number, NumberLook look);
};
extern const StatProgram spss;
extern const StatProgram sas;
extern const StatProgram stata;

/// "2024-03-05", "2024-03", "2024-Q1", "2024-W10", "2024-03-05 13:14:15" or "13:14:15".
[[nodiscard]] std::string dateText(const StatProgram& program, double number, NumberLook look);

} // namespace rapport::exchange
