// SPDX-License-Identifier: GPL-3.0-or-later
// A script in R that loads a table with its types and labels, computes shares, limits and tests anew with
// base R alone, and holds them against the program's own.
#pragma once

#include "exchange/data_table.h"

namespace rapport::exchange {

/// Where a code stands in the table. `level` > 0: the unit has it where the column holds that number.
struct RCode {
    std::string variable;
    std::string code;
    std::string column;
    int level = 0;
};

struct RScript {
    std::string study;
    std::string dataFile;        ///< names without folders: they lie beside the script
    std::string frequenciesFile; ///< rapport analyse frequencies --format csv
    std::string testsFile;       ///< rapport analyse crosstab --table tests; empty: groups may not leave
    std::vector<RCode> codes;
    std::vector<std::pair<std::string, std::string>> attributes; ///< with their columns
    std::string groupColumn; ///< by which the frequencies are split; empty: they are not
    double level = 0.95;
};

/// Ends with status 1 where a number differs by more than 1e-6.
[[nodiscard]] std::string writeRScript(const DataTable& table, const RScript& script);

} // namespace rapport::exchange
