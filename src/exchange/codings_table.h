// SPDX-License-Identifier: GPL-3.0-or-later
// Codings as a table, in and out:
// unit,rater,variable,code,value,begin,end,quote,completed,time,round,version. Knows the columns and their
// forms; whether a unit or a code exists is for whoever imports them.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "exchange/data_table.h"
#include "exchange/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapport::exchange {

struct CodingRow {
    std::string unit;
    std::string rater;
    std::string
        variable;      ///< may be empty where `code` says it, or where a unit was completed without any code
    std::string code;  ///< empty: a completed unit without codes, a level, or a count
    std::string value; ///< 0 or 1 for presence, the level, or the number
    std::optional<std::int64_t> begin; ///< code points in the source's text, half-open, with `end`
    std::optional<std::int64_t> end;
    std::string quote;
    bool completed = false;
    std::optional<base::Instant> time;
    std::string round;        ///< empty when read from a table without one: `default`
    std::int64_t version = 0; ///< 0: not said, the current one
    std::size_t line = 0;     ///< in the file it was read from

    friend bool operator==(const CodingRow&, const CodingRow&) = default;
};

struct CodingRows {
    std::vector<CodingRow> rows;
    std::vector<RowProblem> problems; ///< rows that cannot be what they say; not in `rows`
};

/// `fileName` is for messages. Errors: Unreadable naming the columns that are missing; only `unit`, `rater`,
/// `variable` and one of `code` and `value` must be there.
[[nodiscard]] base::Result<CodingRows> readCodings(const Table& table, const std::string& fileName = {});

/// The same rows for other programs' formats, in the same order: counts and positions as numbers.
[[nodiscard]] DataTable codingsData(std::vector<CodingRow> rows);
/// RFC 4180, sorted by unit, rater, variable, code, begin (bytes of the names; none before any).
[[nodiscard]] std::string writeCodings(std::vector<CodingRow> rows);

} // namespace rapport::exchange
