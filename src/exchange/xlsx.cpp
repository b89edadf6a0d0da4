// SPDX-License-Identifier: GPL-3.0-or-later
// ECMA-376 part 1, 5th edition (SpreadsheetML), Transitional and Strict: told apart by nothing but the names
// of their namespaces, which are not looked at.
#include "base/format.h"
#include "base/number.h"
#include "exchange/foreign_file.h"
#include "exchange/sheet_values.h"
#include "exchange/workbook.h"
#include "package/xml.h"
#include "package/xml_tree.h"
#include "package/zip.h"

#include <algorithm>
#include <map>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using package::XmlAttributes;
using package::XmlElement;
using package::XmlName;

constexpr std::size_t longestCell = 16U << 20U;
/// A shared string may be used again and again: so much text may come of that beyond what the file holds.
constexpr std::uint64_t mostRepeated = 256ULL << 20U;

/// Strings that cells share, in one piece of memory.
class SharedStrings : public package::XmlHandler {
public:
    explicit SharedStrings(std::string fileName)
        : m_fileName(std::move(fileName)) {}

    void begin(const XmlName& name, const XmlAttributes& /*attributes*/) override {
        if (name.local == "rPh")
            m_isPhonetic = true;
        m_isText = name.local == "t" && !m_isPhonetic;
    }
    void end(const XmlName& name) override {
        m_isText = false;
        if (name.local == "rPh")
            m_isPhonetic = false;
        if (name.local != "si")
            return;
        m_texts += unescapeCell(std::move(m_text));
        m_text.clear();
        m_ends.push_back(m_texts.size());
    }
    void text(std::string_view piece) override {
        if (!m_isText)
            return;
        m_text += piece;
        if (m_text.size() > longestCell)
            stop(base::Error{Errc::Unreadable,
                             "holds a cell of more than 16 MB of text",
                             Place{m_fileName, 0, 0, {}},
                             {}});
    }

    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const {
        if (index >= m_ends.size())
            return std::nullopt;
        const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_texts).substr(begin, m_ends[index] - begin);
    }

private:
    std::string m_fileName;
    bool m_isText = false;
    bool m_isPhonetic = false;
    std::string m_text;
    std::string m_texts;
    std::vector<std::size_t> m_ends;
};

/// "AB12" -> column 27, from 0; past the end of any sheet where there are no letters.
std::optional<std::size_t> columnOf(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (const char letter : reference) {
        if (letter < 'A' || letter > 'Z' || letters == 4)
            break;
        column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
        ++letters;
    }
    return letters == 0 ? std::nullopt : std::optional(column - 1);
}

struct Oddities {
    std::size_t formulasWithoutValue = 0;
    std::size_t errors = 0;
    SheetAsides asides;
    std::string firstError;
};

class SheetHandler : public package::XmlHandler {
public:
    SheetHandler(const SharedStrings& strings, const std::vector<NumberLook>& looks, bool is1904,
                 KeptTexts& texts, const TakeRecord& take, const std::string& fileName)
        : m_strings(strings)
        , m_texts(texts)
        , m_looks(looks)
        , m_is1904(is1904)
        , m_take(take)
        , m_fileName(fileName) {}

    void begin(const XmlName& name, const XmlAttributes& attributes) override {
        const std::string_view local = name.local;
        if (local == "c") {
            beginCell(attributes);
        } else if (local == "v" || (local == "t" && !m_isPhonetic)) {
            m_isValue = m_isInCell;
            m_hasValue = m_isInCell;
        } else if (local == "f") {
            m_hasFormula = m_isInCell;
        } else if (local == "row") {
            const auto number = base::parseInteger(attributes.value("r"));
            const std::size_t said = number && *number > 0 ? static_cast<std::size_t>(*number) : m_row + 1;
            m_row = std::max(said, m_row + 1);
            m_record.cells.clear();
            m_record.count = 0;
            m_next = 0;
            m_hasContent = false;
            const std::string_view hidden = attributes.value("hidden");
            m_isHidden = hidden == "1" || hidden == "true";
        } else if (local == "mergeCell") {
            ++m_oddities.asides.merged;
        } else if (local == "rPh") {
            m_isPhonetic = true;
        }
    }

    void end(const XmlName& name) override {
        const std::string_view local = name.local;
        if (local == "v" || local == "t") {
            m_isValue = false;
        } else if (local == "c") {
            if (m_isInCell)
                endCell();
        } else if (local == "row") {
            endRow();
        } else if (local == "rPh") {
            m_isPhonetic = false;
        }
    }

    void text(std::string_view piece) override {
        if (!m_isValue)
            return;
        m_value += piece;
        if (m_value.size() > longestCell)
            refuse("holds a cell of more than 16 MB of text");
    }

    [[nodiscard]] const Oddities& oddities() const { return m_oddities; }

private:
    void refuse(base::Phrase message) {
        stop(base::Error{Errc::Unreadable, std::move(message), Place{m_fileName, m_row, 0, {}}, {}});
    }

    void beginCell(const XmlAttributes& attributes) {
        m_isInCell = true;
        m_hasFormula = false;
        m_hasValue = false;
        m_value.clear();
        m_column = columnOf(attributes.value("r")).value_or(m_next);
        m_next = m_column + 1;
        const std::string_view type = attributes.value("t", "n");
        m_type = type == "inlineStr" ? 'i' : type == "str" ? 'f' : type.empty() ? 'n' : type.front();
        m_look = NumberLook::Number;
        if (m_type == 'n' || m_type == 'd') {
            const auto style = base::parseInteger(attributes.value("s", "0"));
            if (style && *style >= 0 && static_cast<std::size_t>(*style) < m_looks.size())
                m_look = m_looks[static_cast<std::size_t>(*style)];
        }
    }

    void endCell() {
        m_isInCell = false;
        if (m_value.empty()) {
            // What a formula gave may be an empty text.
            m_oddities.formulasWithoutValue += m_hasFormula && !m_hasValue ? 1U : 0U;
            return;
        }
        const CellText cell = value();
        if (cell.empty())
            return;
        m_hasContent = true;
        if (m_column >= mostColumns) {
            refuse(base::said("has columns past the {}th", mostColumns));
            return;
        }
        if (m_record.cells.size() <= m_column)
            m_record.cells.resize(m_column + 1);
        m_record.cells[m_column] = cell;
    }

    CellText value() {
        switch (m_type) {
        case 's': {
            const auto index = base::parseInteger(m_value);
            const auto shared =
                index && *index >= 0 ? m_strings.at(static_cast<std::size_t>(*index)) : std::nullopt;
            if (!shared) {
                refuse(base::said("names a shared text ({}) that is not there", m_value.substr(0, 20)));
                return {};
            }
            m_repeated += shared->size();
            if (m_repeated > 4 * mostRepeated) {
                refuse("unfolds to more text than the file can hold");
                return {};
            }
            // Kept at its first use, whatever the number of cells.
            const auto place = static_cast<std::size_t>(*index);
            if (m_kept.size() <= place)
                m_kept.resize(m_strings.size());
            if (m_kept[place].empty())
                m_kept[place] = m_texts.keep(*shared);
            return m_kept[place];
        }
        case 'i':
        case 'f':
            return m_texts.keep(unescapeCell(std::move(m_value)));
        case 'b':
            return m_value == "1" || m_value == "true" ? "TRUE" : "FALSE";
        case 'e':
            if (m_oddities.errors++ == 0)
                m_oddities.firstError = m_value;
            return m_texts.keep(m_value);
        case 'd': {
            // Strict: ISO 8601 as it is, without an empty clock.
            std::string date = std::move(m_value);
            if (date.size() > 10 && date[10] == 'T')
                date[10] = ' ';
            const std::size_t clock = date.find(" 00:00:00");
            if (m_look == NumberLook::Date && clock != std::string::npos)
                date.resize(clock);
            return m_texts.keep(date);
        }
        default:
            break;
        }
        if (m_look != NumberLook::Number) {
            const auto serial = base::parseNumber(m_value);
            if (auto date = serial ? serialDate(*serial, m_look, m_is1904) : std::nullopt)
                return m_texts.keep(*date);
        }
        return m_texts.keep(tidyNumber(m_value));
    }

    void endRow() {
        if (!m_hasContent || isStopped())
            return;
        m_oddities.asides.hiddenRows += m_isHidden ? 1U : 0U;
        m_record.line = m_row;
        m_record.count = m_record.cells.size();
        auto more = m_take(m_record);
        if (!more)
            stop(std::move(more.error()));
        else if (!*more)
            stop();
    }

    const SharedStrings& m_strings;
    KeptTexts& m_texts;
    const std::vector<NumberLook>& m_looks;
    bool m_is1904;
    const TakeRecord& m_take;
    const std::string& m_fileName;
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    std::size_t m_next = 0; ///< column of a cell that does not name its own
    char m_type = 'n';
    NumberLook m_look = NumberLook::Number;
    bool m_isInCell = false;
    bool m_isValue = false;
    bool m_isPhonetic = false;
    bool m_hasFormula = false;
    bool m_hasValue = false;
    bool m_hasContent = false;
    bool m_isHidden = false;
    std::string m_value;
    std::uint64_t m_repeated = 0;
    std::vector<CellText> m_kept; ///< shared strings that were used, by their number
    Record m_record;
    Oddities m_oddities;
};

/// Targets of a part's relationships by id; `folder` is the part's.
struct Relation {
    std::string type;
    std::string target;
};

class XlsxBook : public Workbook {
public:
    XlsxBook(package::ZipArchive zip, std::string fileName)
        : m_zip(std::move(zip))
        , m_fileName(std::move(fileName)) {}

    base::Status open() {
        RAPPORT_ASSIGN(const auto root, relations("_rels/.rels", ""));
        std::string workbook = "xl/workbook.xml";
        for (const auto& [id, relation] : root) {
            if (relation.type.ends_with("/officeDocument"))
                workbook = relation.target;
        }
        const std::size_t slash = workbook.rfind('/');
        const std::string folder = slash == std::string::npos ? "" : workbook.substr(0, slash + 1);
        if (workbook.ends_with(".bin") ||
            (m_zip.find(workbook) == nullptr && m_zip.find("xl/workbook.bin") != nullptr))
            return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                              "is a binary Excel workbook (.xlsb), which is not read",
                              "open it in a spreadsheet program and save it as .xlsx");
        if (m_zip.find(workbook) == nullptr)
            return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                              "is a workbook without any sheet");
        RAPPORT_ASSIGN(const XmlElement book, part(workbook));
        RAPPORT_ASSIGN(const auto parts,
                       relations(folder + "_rels/" + workbook.substr(folder.size()) + ".rels", folder));
        if (const XmlElement* properties = book.child("workbookPr")) {
            const std::string& since1904 = properties->attribute("date1904");
            m_is1904 = since1904 == "1" || since1904 == "true";
        }
        const XmlElement* sheets = book.child("sheets");
        for (const XmlElement& sheet : sheets == nullptr ? std::vector<XmlElement>() : sheets->children) {
            const auto found = parts.find(sheet.attribute("id"));
            if (found == parts.end())
                return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                                  base::said("holds no part for the sheet '{}'", sheet.attribute("name")),
                                  "get the file again from whoever sent it");
            // Charts on sheets of their own and macros are no tables.
            if (!found->second.type.ends_with("/worksheet"))
                continue;
            m_sheets.push_back(
                {sheet.attribute("name"), sheet.has("state") && sheet.attribute("state") != "visible"});
            m_parts.push_back(found->second.target);
        }
        for (const auto& [id, relation] : parts) {
            // Without them a date is a number like others.
            if (relation.type.ends_with("/styles"))
                RAPPORT_TRY(readStyles(relation.target));
            if (relation.type.ends_with("/sharedStrings") && m_zip.find(relation.target) != nullptr)
                RAPPORT_TRY(streamInto(relation.target, m_strings, {}));
        }
        if (m_sheets.empty())
            return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                              "is a workbook without any sheet");
        return {};
    }

    [[nodiscard]] const std::vector<Sheet>& sheets() const override { return m_sheets; }

    [[nodiscard]] base::Status readRows(std::size_t sheet, KeptTexts& texts, const TakeRecord& take,
                                        std::vector<base::Phrase>& warnings,
                                        const base::Task& task) override {
        SheetHandler handler(m_strings, m_looks, m_is1904, texts, take, m_fileName);
        RAPPORT_TRY(streamInto(m_parts[sheet], handler, task));
        const Oddities& odd = handler.oddities();
        if (odd.formulasWithoutValue > 0)
            warnings.push_back(
                odd.formulasWithoutValue == 1
                    ? base::said("1 formula has no stored value and is read as empty: open the file in a "
                                 "spreadsheet program and save it")
                    : base::said("{} formulas have no stored value and are read as empty: open the file in a "
                                 "spreadsheet program and save it",
                                 odd.formulasWithoutValue));
        if (odd.errors > 0)
            warnings.push_back(base::said("{} {} an error, first {}; kept as it is", odd.errors,
                                          odd.errors == 1 ? "cell shows" : "cells show", odd.firstError));
        SheetAsides asides = odd.asides;
        asides.comments = comments(m_parts[sheet]);
        tell(asides, warnings);
        return {};
    }

private:
    /// On the cells of a sheet: in a part of its own, which the sheet's relations name. A broken one is none.
    std::size_t comments(const std::string& sheet) {
        const std::size_t slash = sheet.rfind('/');
        const std::string folder = slash == std::string::npos ? "" : sheet.substr(0, slash + 1);
        const auto parts = relations(folder + "_rels/" + sheet.substr(folder.size()) + ".rels", folder);
        std::size_t count = 0;
        for (const auto& [id, relation] : parts ? *parts : std::map<std::string, Relation>()) {
            if (!relation.type.ends_with("/comments") || m_zip.find(relation.target) == nullptr)
                continue;
            const auto root = part(relation.target);
            const XmlElement* list = root ? root->child("commentList") : nullptr;
            count += list == nullptr ? 0 : list->children.size();
        }
        return count;
    }

    base::Status streamInto(const std::string& name, package::XmlHandler& handler, const base::Task& task) {
        package::XmlStream xml(handler, m_fileName);
        const package::ZipEntry* entry = m_zip.find(name);
        const std::uint64_t total = entry == nullptr ? 0 : entry->size;
        std::uint64_t done = 0;
        std::uint64_t reported = 0;
        RAPPORT_TRY(m_zip.stream(name, [&](std::string_view piece) -> base::Result<bool> {
            done += piece.size();
            if (done - reported > (1U << 20U)) {
                reported = done;
                if (task.isStopped())
                    return base::Task::cancelled();
                task.report(done, total, "reading a table");
            }
            return xml.feed(piece);
        }));
        return handler.isStopped() ? base::Status() : xml.finish();
    }

    base::Result<XmlElement> part(const std::string& name) {
        RAPPORT_ASSIGN(const std::string bytes, m_zip.read(name, 64ULL << 20U));
        return package::readXmlTree(bytes, m_fileName);
    }

    base::Result<std::map<std::string, Relation>> relations(const std::string& name,
                                                            const std::string& folder) {
        std::map<std::string, Relation> found;
        if (m_zip.find(name) == nullptr)
            return found;
        RAPPORT_ASSIGN(const XmlElement root, part(name));
        for (const XmlElement& each : root.children) {
            std::string target = each.attribute("Target");
            if (!target.empty() && target.front() == '/')
                target.erase(0, 1);
            else
                target = folder + target;
            // "xl/worksheets/../comments1.xml"
            for (std::size_t up = target.find("/../"); up != std::string::npos && up > 0;
                 up = target.find("/../")) {
                const std::size_t before = target.rfind('/', up - 1);
                const std::size_t begin = before == std::string::npos ? 0 : before + 1;
                target.erase(begin, up + 4 - begin);
            }
            found[each.attribute("Id")] = Relation{each.attribute("Type"), std::move(target)};
        }
        return found;
    }

    base::Status readStyles(const std::string& name) {
        RAPPORT_ASSIGN(const XmlElement styles, part(name));
        std::map<std::string, NumberLook> own;
        if (const XmlElement* formats = styles.child("numFmts")) {
            for (const XmlElement& format : formats->children)
                own[format.attribute("numFmtId")] = codeLook(format.attribute("formatCode"));
        }
        if (const XmlElement* cells = styles.child("cellXfs")) {
            for (const XmlElement& cell : cells->children) {
                const std::string& id = cell.attribute("numFmtId");
                const auto found = own.find(id);
                m_looks.push_back(found != own.end() ? found->second
                                                     : builtInLook(base::parseInteger(id).value_or(0)));
            }
        }
        return {};
    }

    package::ZipArchive m_zip;
    std::string m_fileName;
    bool m_is1904 = false;
    std::vector<Sheet> m_sheets;
    std::vector<std::string> m_parts;
    std::vector<NumberLook> m_looks;
    SharedStrings m_strings{m_fileName};
};

} // namespace

base::Result<std::unique_ptr<Workbook>> openXlsx(std::string_view bytes, const std::string& fileName) {
    RAPPORT_TRY(refuseProtected(bytes, fileName));
    RAPPORT_ASSIGN(package::ZipArchive zip, package::ZipArchive::open(bytes, fileName));
    auto book = std::make_unique<XlsxBook>(std::move(zip), fileName);
    RAPPORT_TRY(book->open());
    return std::unique_ptr<Workbook>(std::move(book));
}

} // namespace rapport::exchange
