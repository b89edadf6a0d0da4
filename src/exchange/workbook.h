// SPDX-License-Identifier: GPL-3.0-or-later
// Spreadsheets: Excel workbooks (.xlsx, Strict and Transitional) and OpenDocument (.ods). Values as they are
// stored, dates as ISO 8601, never as somebody's locale shows them; formulas by the value last computed.
// Refuses files with a password, by that name. Nothing is calculated and no macro looked at.
#pragma once

#include "base/result.h"
#include "exchange/format.h"
#include "exchange/table_build.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

[[nodiscard]] Likelihood probeXlsx(std::string_view bytes, std::string_view fileName);
[[nodiscard]] Likelihood probeOds(std::string_view bytes, std::string_view fileName);

/// One sheet as a table: the one that `options.sheet` names, else the first that holds one. Row lines are the
/// sheet's rows.
[[nodiscard]] base::Result<Records> readXlsx(std::string_view bytes, const std::string& fileName,
                                             const ReadOptions& options, const base::Task& task);
[[nodiscard]] base::Result<Records> readOds(std::string_view bytes, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task);

struct NamedTable {
    std::string name;
    Table table;
};
/// Every visible sheet that holds a table, in order. `.xlsx` or `.ods` by their content.
[[nodiscard]] base::Result<std::vector<NamedTable>>
readSheets(std::string_view bytes, const std::string& fileName, const base::Task& task);

/// What a sheet holds beside its cells, or does not show; told. Private to this room, as all below.
struct SheetAsides {
    std::size_t hiddenRows = 0;
    std::size_t comments = 0;
    std::size_t drawings = 0;
    std::size_t merged = 0;
};
void tell(const SheetAsides& asides, std::vector<base::Phrase>& warnings);

/// What a sheet's rows are handed to; false: enough.
using TakeRecord = std::function<base::Result<bool>(Record&)>;

/// An open workbook.
class Workbook {
public:
    struct Sheet {
        std::string name;
        bool isHidden = false;
    };
    virtual ~Workbook() = default;
    [[nodiscard]] virtual const std::vector<Sheet>& sheets() const = 0;
    /// Rows with any content, in rising order; `texts` keeps their cells.
    [[nodiscard]] virtual base::Status readRows(std::size_t sheet, KeptTexts& texts, const TakeRecord& take,
                                                std::vector<base::Phrase>& warnings,
                                                const base::Task& task) = 0;
};
/// `bytes` must outlive the workbook.
[[nodiscard]] base::Result<std::unique_ptr<Workbook>> openXlsx(std::string_view bytes,
                                                               const std::string& fileName);
[[nodiscard]] base::Result<std::unique_ptr<Workbook>> openOds(std::string_view bytes,
                                                              const std::string& fileName);

} // namespace rapport::exchange
