// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDocument 1.3, part 3: section 9 (tables) and 19.385 (values of cells).
#include "base/format.h"
#include "base/number.h"
#include "exchange/foreign_file.h"
#include "exchange/sheet_values.h"
#include "exchange/workbook.h"
#include "package/xml.h"
#include "package/zip.h"
#include "text/decode.h"

#include <algorithm>
#include <optional>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using package::XmlAttributes;
using package::XmlName;

constexpr std::size_t longestCell = 16U << 20U;
constexpr std::uint64_t mostRepeated = 1024ULL << 20U;
constexpr std::int64_t lastRow = 1'048'576;

/// "PT26H05M07S" as "26:05:07", parts of a second left out; nothing for what is none.
std::optional<std::string> lengthText(std::string_view value) {
    const bool isNegative = value.starts_with('-');
    value.remove_prefix(isNegative ? 1 : 0);
    if (!value.starts_with("PT"))
        return std::nullopt;
    std::int64_t seconds = 0;
    for (value.remove_prefix(2); !value.empty();) {
        const std::size_t unit = value.find_first_of("HMS");
        const auto number = base::parseNumber(value.substr(0, std::min(unit, value.size())));
        constexpr double most = 1e9;
        if (unit == std::string_view::npos || !number || *number < 0 || *number > most)
            return std::nullopt;
        seconds += static_cast<std::int64_t>(*number) * (value[unit] == 'H'   ? 3600
                                                         : value[unit] == 'M' ? 60
                                                                              : 1);
        value.remove_prefix(unit + 1);
    }
    return (isNegative ? "-" : "") + clockTime(seconds);
}

/// What hangs in a cell and is no part of its value.
bool isDrawing(const XmlName& name) {
    return name.space.find(":drawing:") != std::string_view::npos;
}

/// Reads the rows of one sheet, or only the names of all.
class ContentHandler : public package::XmlHandler {
public:
    ContentHandler(std::size_t wanted, KeptTexts* texts, const TakeRecord* take, const std::string& fileName)
        : m_wanted(wanted)
        , m_texts(texts)
        , m_take(take)
        , m_fileName(fileName) {}

    std::vector<Workbook::Sheet> sheets;
    SheetAsides asides;

    void begin(const XmlName& name, const XmlAttributes& attributes) override {
        const std::string_view local = name.local;
        if (m_skipped > 0 || local == "annotation" || local == "tracked-changes" || local == "shapes") {
            asides.comments += m_skipped++ == 0 && m_isCell && local == "annotation" ? 1U : 0U;
            return;
        }
        if (m_isCell && isDrawing(name)) {
            ++m_skipped;
            ++asides.drawings;
            return;
        }
        if (local == "table") {
            if (m_tableDepth++ == 0)
                sheets.push_back(
                    {std::string(attributes.value("name")), attributes.value("display") == "false"});
            m_row = m_tableDepth == 1 ? 0 : m_row;
            return;
        }
        if (m_tableDepth != 1 || m_take == nullptr || sheets.size() != m_wanted + 1)
            return;
        if (local == "table-row") {
            m_rowsRepeated = repeated(attributes, "number-rows-repeated");
            const std::string_view visibility = attributes.value("visibility", "visible");
            m_isHidden = visibility != "visible";
            m_record.cells.clear();
            m_column = 0;
        } else if (local == "table-cell" || local == "covered-table-cell") {
            m_columnsRepeated = repeated(attributes, "number-columns-repeated");
            m_type = attributes.value("value-type");
            m_value = m_type == "date"      ? attributes.value("date-value")
                      : m_type == "boolean" ? attributes.value("boolean-value")
                      : m_type == "string"  ? attributes.value("string-value")
                      : m_type == "time"    ? attributes.value("time-value")
                                            : attributes.value("value");
            m_text.clear();
            m_isCell = true;
            m_isMerged = repeated(attributes, "number-rows-spanned") > 1 ||
                         repeated(attributes, "number-columns-spanned") > 1;
            m_paragraphs = 0;
        } else if (m_isCell && (local == "p" || local == "h")) {
            if (m_paragraphs++ > 0)
                m_text += '\n';
            m_isParagraph = true;
        } else if (m_isParagraph && local == "s") {
            const auto count = base::parseInteger(attributes.value("c", "1")).value_or(1);
            m_text.append(static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, 1000)), ' ');
        } else if (m_isParagraph && local == "tab") {
            m_text += '\t';
        } else if (m_isParagraph && local == "line-break") {
            m_text += '\n';
        }
    }

    void end(const XmlName& name) override {
        if (m_skipped > 0) {
            --m_skipped;
            return;
        }
        const std::string_view local = name.local;
        if (local == "table") {
            --m_tableDepth;
            if (m_tableDepth == 0 && m_take != nullptr && sheets.size() == m_wanted + 1)
                stop();
        } else if (local == "p" || local == "h") {
            m_isParagraph = false;
        } else if (m_isCell && m_tableDepth == 1 &&
                   (local == "table-cell" || local == "covered-table-cell")) {
            endCell();
        } else if (m_tableDepth == 1 && m_take != nullptr && local == "table-row" &&
                   sheets.size() == m_wanted + 1) {
            endRow();
        }
    }

    void text(std::string_view piece) override {
        if (!m_isParagraph || m_skipped > 0)
            return;
        // White space in the file is layout: runs are one blank.
        for (const char letter : piece) {
            const bool isBlank = letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
            if (!isBlank)
                m_text += letter;
            else if (!m_text.empty() && m_text.back() != ' ' && m_text.back() != '\n')
                m_text += ' ';
        }
        if (m_text.size() > longestCell)
            refuse("holds a cell of more than 16 MB of text");
    }

private:
    void refuse(base::Phrase message) {
        stop(base::Error{Errc::Unreadable,
                         std::move(message),
                         Place{m_fileName, static_cast<std::size_t>(m_row + 1), 0, {}},
                         {}});
    }

    static std::int64_t repeated(const XmlAttributes& attributes, std::string_view name) {
        return std::clamp<std::int64_t>(base::parseInteger(attributes.value(name, "1")).value_or(1), 1,
                                        lastRow);
    }

    std::string cell() {
        if (m_type == "float" || m_type == "percentage" || m_type == "currency")
            return m_value.empty() ? m_text : tidyNumber(m_value);
        if (m_type == "date" && !m_value.empty()) {
            if (m_value.size() > 10 && m_value[10] == 'T')
                m_value[10] = ' ';
            if (const std::size_t clock = m_value.find(" 00:00:00"); clock != std::string::npos)
                m_value.resize(clock);
            return m_value;
        }
        if (m_text.empty() && m_type == "string")
            return text::normaliseLineEnds(m_value);
        if (m_text.empty() && m_type == "time")
            return lengthText(m_value).value_or(m_value);
        if (m_type == "boolean")
            return m_value == "true" ? "TRUE" : "FALSE";
        return m_text;
    }

    void endCell() {
        m_isCell = false;
        const std::string value = cell();
        if (value.empty()) {
            m_column += m_columnsRepeated;
            return;
        }
        if (m_column + m_columnsRepeated > static_cast<std::int64_t>(mostColumns)) {
            refuse(base::said("has columns past the {}th", mostColumns));
            return;
        }
        asides.merged += m_isMerged ? 1U : 0U;
        m_record.cells.resize(static_cast<std::size_t>(m_column));
        m_record.cells.insert(m_record.cells.end(), static_cast<std::size_t>(m_columnsRepeated),
                              m_texts->keep(value));
        m_column += m_columnsRepeated;
        count((value.size() + sizeof(CellText)) * static_cast<std::size_t>(m_columnsRepeated));
    }

    void endRow() {
        const std::int64_t first = m_row + 1;
        m_row += m_rowsRepeated;
        if (m_record.cells.empty())
            return;
        std::uint64_t size = 0;
        for (const CellText& each : m_record.cells)
            size += each.size() + sizeof(CellText);
        for (std::int64_t row = first; row <= m_row && !isStopped(); ++row) {
            count(size);
            if (isStopped())
                return;
            asides.hiddenRows += m_isHidden ? 1U : 0U;
            Record record;
            record.line = static_cast<std::size_t>(row);
            record.cells = row == m_row ? std::move(m_record.cells) : m_record.cells;
            record.count = record.cells.size();
            auto more = (*m_take)(record);
            if (!more)
                stop(std::move(more.error()));
            else if (!*more)
                stop();
        }
    }

    /// Cells and rows that say "repeat me" cost nothing in the file.
    void count(std::uint64_t bytes) {
        m_made += bytes;
        if (m_made > mostRepeated)
            refuse("unfolds to more than 1 GB of cells");
    }

    std::size_t m_wanted;
    KeptTexts* m_texts; ///< where there is somebody to take the rows
    const TakeRecord* m_take;
    const std::string& m_fileName;
    std::int64_t m_row = 0;
    std::int64_t m_column = 0;
    std::int64_t m_rowsRepeated = 1;
    std::int64_t m_columnsRepeated = 1;
    std::size_t m_tableDepth = 0;
    std::size_t m_skipped = 0;
    std::size_t m_paragraphs = 0;
    bool m_isCell = false;
    bool m_isParagraph = false;
    bool m_isHidden = false;
    bool m_isMerged = false;
    std::string m_type;
    std::string m_value;
    std::string m_text;
    std::uint64_t m_made = 0;
    Record m_record;
};

class OdsBook : public Workbook {
public:
    OdsBook(package::ZipArchive zip, std::string fileName)
        : m_zip(std::move(zip))
        , m_fileName(std::move(fileName)) {}

    base::Status open() {
        RAPPORT_TRY(refuseEncryptedOpenDocument(m_zip, m_fileName));
        ContentHandler names(0, nullptr, nullptr, m_fileName);
        RAPPORT_TRY(streamInto(names, {}));
        m_sheets = std::move(names.sheets);
        return {};
    }

    [[nodiscard]] const std::vector<Sheet>& sheets() const override { return m_sheets; }

    [[nodiscard]] base::Status readRows(std::size_t sheet, KeptTexts& texts, const TakeRecord& take,
                                        std::vector<base::Phrase>& warnings,
                                        const base::Task& task) override {
        ContentHandler handler(sheet, &texts, &take, m_fileName);
        RAPPORT_TRY(streamInto(handler, task));
        tell(handler.asides, warnings);
        return {};
    }

private:
    base::Status streamInto(package::XmlHandler& handler, const base::Task& task) {
        package::XmlStream xml(handler, m_fileName);
        RAPPORT_TRY(m_zip.stream("content.xml", [&](std::string_view piece) -> base::Result<bool> {
            if (task.isStopped())
                return base::Task::cancelled();
            return xml.feed(piece);
        }));
        return handler.isStopped() ? base::Status() : xml.finish();
    }

    package::ZipArchive m_zip;
    std::string m_fileName;
    std::vector<Sheet> m_sheets;
};

} // namespace

base::Result<std::unique_ptr<Workbook>> openOds(std::string_view bytes, const std::string& fileName) {
    RAPPORT_ASSIGN(package::ZipArchive zip, package::ZipArchive::open(bytes, fileName));
    auto book = std::make_unique<OdsBook>(std::move(zip), fileName);
    RAPPORT_TRY(book->open());
    return std::unique_ptr<Workbook>(std::move(book));
}

} // namespace rapport::exchange
