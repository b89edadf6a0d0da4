// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table of codings, a codebook in a table or a list, a survey's structure, or a list of names
// give values that keep their promises, or an error.
#include "exchange/codebook_table.h"
#include "exchange/coders_table.h"
#include "exchange/csv.h"
#include "exchange/pseudonyms.h"
#include "exchange/survey_structure.h"
#include "records_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (auto read = exchange::readCsv(bytes, "fuzz", {}, {})) {
        std::vector<exchange::NamedTable> tables{{"a", std::get<exchange::Table>(std::move(*read))}};
        if (const auto book = exchange::readCodebookTable(tables[0].table, "fuzz", "en"))
            fuzz::require(model::validate(book->codebook).has_value());
        (void)exchange::codersMatrix(tables, {}, "fuzz");
        tables.push_back(tables.front());
        (void)exchange::codersMatrix(tables, {}, "fuzz");
    }
    if (const auto book = exchange::readCodeList(bytes, "fuzz", "en"))
        fuzz::require(model::validate(book->codebook).has_value());
    (void)exchange::readSurveyStructure(bytes, "fuzz");
    if (const auto names = exchange::Pseudonyms::read(bytes, "fuzz")) {
        fuzz::require(!names->isInBytes(names->apply("some words of somebody")));
    }
    return 0;
}
