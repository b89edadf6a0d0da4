// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/file.h"
#include "exchange/coders_table.h"
#include "exchange/csv.h"
#include "service/measuring.h"

namespace rapport::service {

base::Result<SpreadsheetMatrix> spreadsheetMatrix(const std::string& file,
                                                  const std::vector<std::string>& coders,
                                                  const std::string& unitColumn, const std::string& code) {
    RAPPORT_ASSIGN(const std::string bytes, base::readFile(file));
    std::vector<exchange::NamedTable> tables;
    if (exchange::probeXlsx(bytes, file) != exchange::Likelihood::None ||
        exchange::probeOds(bytes, file) != exchange::Likelihood::None) {
        RAPPORT_ASSIGN(tables, exchange::readSheets(bytes, file, {}));
    } else {
        RAPPORT_ASSIGN(exchange::Records records, exchange::readCsv(bytes, file, {}, {}));
        tables.push_back({{}, std::get<exchange::Table>(std::move(records))});
    }
    exchange::CodersOptions options;
    options.coders = coders;
    options.unit = unitColumn;
    options.code = code;
    RAPPORT_ASSIGN(exchange::CodersMatrix matrix, exchange::codersMatrix(tables, options, file));
    return SpreadsheetMatrix{std::move(matrix.csv), std::move(matrix.notes)};
}

bool holdsCrosses(std::string_view csv) {
    return exchange::holdsCrosses(csv);
}

} // namespace rapport::service
