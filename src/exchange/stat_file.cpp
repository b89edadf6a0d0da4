// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/stat_file.h"

#include "base/format.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "exchange/sheet_values.h"
#include "exchange/stat_dates.h"
#include "exchange/table_build.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <readstat.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

struct StatVariable {
    Column column;
    std::string labels; ///< name of its set of value labels; empty: none
    NumberLook look = NumberLook::Number;
    std::size_t missing = 0;
};

struct Reading {
    std::string_view bytes;
    std::size_t at = 0;
    const base::Task* task = nullptr;
    const StatProgram* program = &spss;
    std::string encodingWanted; ///< where the file does not say it
    std::string fileName;
    std::size_t rowLimit = 0;

    std::vector<StatVariable> variables;
    std::map<std::string, std::unordered_map<std::string, std::string>> labels;
    std::vector<Row> rows;
    std::shared_ptr<KeptTexts> texts = std::make_shared<KeptTexts>();
    std::string encoding;
    std::string error;
    bool isStopped = false;
    bool isTooLarge = false;
    bool hasOtherLetters = false; ///< a text was no UTF-8
    bool isCutInRead = false;     ///< the last read wanted more than there was
};

std::string valid(Reading& reading, const char* text) {
    if (text == nullptr)
        return {};
    const std::string_view bytes(text);
    if (text::isValidUtf8(bytes))
        return std::string(bytes);
    reading.hasOtherLetters = true;
    auto decoded =
        text::decode(bytes, "", reading.encodingWanted.empty() ? "windows-1252" : reading.encodingWanted);
    return decoded ? std::move(decoded->text) : std::string("\uFFFD");
}

int onOpen(const char* /*path*/, void* /*context*/) {
    return 0;
}
int onClose(void* /*context*/) {
    return 0;
}
readstat_off_t onSeek(readstat_off_t offset, readstat_io_flags_t whence, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    const auto size = static_cast<readstat_off_t>(reading.bytes.size());
    const readstat_off_t from = whence == READSTAT_SEEK_SET   ? 0
                                : whence == READSTAT_SEEK_CUR ? static_cast<readstat_off_t>(reading.at)
                                                              : size;
    if (offset < -from || offset > size - from)
        return -1;
    reading.at = static_cast<std::size_t>(from + offset);
    return from + offset;
}
ssize_t onRead(void* buffer, std::size_t wanted, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    const std::size_t got = std::min(wanted, reading.bytes.size() - reading.at);
    reading.isCutInRead = got > 0 && got < wanted;
    if (got == 0)
        return 0; // the buffer may be none
    std::memcpy(buffer, reading.bytes.data() + reading.at, got);
    reading.at += got;
    return static_cast<ssize_t>(got);
}
readstat_error_t onUpdate(long /*size*/, readstat_progress_handler /*progress*/, void* /*user*/,
                          void* /*context*/) {
    return READSTAT_OK;
}

int onMetadata(readstat_metadata_t* metadata, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    reading.encoding = valid(reading, readstat_get_file_encoding(metadata));
    const int variables = readstat_get_var_count(metadata);
    if (variables > static_cast<int>(mostColumns)) {
        reading.isTooLarge = true;
        return READSTAT_HANDLER_ABORT;
    }
    return READSTAT_HANDLER_OK;
}

int onVariable(int /*index*/, readstat_variable_t* variable, const char* labels, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    StatVariable made;
    made.column.name = valid(reading, readstat_variable_get_name(variable));
    if (made.column.name.empty())
        made.column.name = fmt::format("column-{}", reading.variables.size() + 1);
    made.column.title = valid(reading, readstat_variable_get_label(variable));
    made.labels = labels == nullptr ? "" : labels;
    const char* format = readstat_variable_get_format(variable);
    if (readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_NUMERIC)
        made.look = reading.program->look(format == nullptr ? std::string_view() : std::string_view(format));
    reading.variables.push_back(std::move(made));
    return READSTAT_HANDLER_OK;
}

std::string textOf(Reading& reading, readstat_value_t value, NumberLook look) {
    switch (readstat_value_type(value)) {
    case READSTAT_TYPE_STRING:
    case READSTAT_TYPE_STRING_REF: {
        std::string text = valid(reading, readstat_string_value(value));
        // Short texts are filled up with blanks.
        const std::size_t end = text.find_last_not_of(' ');
        text.resize(end == std::string::npos ? 0 : end + 1);
        text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
        return text.find('\r') == std::string::npos ? text : text::normaliseLineEnds(text);
    }
    default:
        break;
    }
    const double number = readstat_double_value(value);
    if (!std::isfinite(number))
        return {};
    if (look != NumberLook::Number)
        return dateText(*reading.program, number, look);
    return tidyNumber(base::numberText(number));
}

int onLabel(const char* set, readstat_value_t value, const char* label, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    std::string words = valid(reading, label);
    // A label of blanks would take the value away and say nothing.
    if (!text::trim(words).empty())
        reading.labels[set == nullptr ? "" : set].emplace(textOf(reading, value, NumberLook::Number),
                                                          std::move(words));
    return READSTAT_HANDLER_OK;
}

int onValue(int row, readstat_variable_t* variable, readstat_value_t value, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    const auto index = static_cast<std::size_t>(readstat_variable_get_index(variable));
    if (index >= reading.variables.size() || row < 0)
        return READSTAT_HANDLER_ABORT;
    while (reading.rows.size() <= static_cast<std::size_t>(row)) {
        if ((reading.rows.size() + 1) * reading.variables.size() > mostCells) {
            reading.isTooLarge = true;
            return READSTAT_HANDLER_ABORT;
        }
        if (reading.task->isStopped()) {
            reading.isStopped = true;
            return READSTAT_HANDLER_ABORT;
        }
        if (reading.rows.size() % 1000 == 0)
            reading.task->report(reading.at, reading.bytes.size(), "reading a table");
        reading.rows.push_back(Row{reading.rows.size() + 1, std::vector<CellText>(reading.variables.size())});
    }
    StatVariable& column = reading.variables[index];
    if (readstat_value_is_system_missing(value))
        return READSTAT_HANDLER_OK;
    if (readstat_value_is_defined_missing(value, variable) != 0 ||
        readstat_value_is_tagged_missing(value) != 0) {
        ++column.missing;
        return READSTAT_HANDLER_OK;
    }
    reading.rows[static_cast<std::size_t>(row)].cells[index] =
        reading.texts->keep(textOf(reading, value, column.look));
    return READSTAT_HANDLER_OK;
}

void onError(const char* message, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    if (message != nullptr && reading.error.empty())
        reading.error = std::string(text::trim(valid(reading, message)));
}

/// A number in the header of a system file of SPSS. -1 is the same in both orders of bytes, 0 too.
std::int32_t savHeader(std::string_view bytes, std::size_t at) {
    std::int32_t number = 0;
    if (bytes.starts_with("$FL") && bytes.size() >= at + sizeof number)
        std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

/// -1: not known.
std::int32_t savCases(std::string_view bytes) {
    constexpr std::size_t at = 80;
    return savHeader(bytes, at);
}

bool isSavCompressed(std::string_view bytes) {
    constexpr std::size_t at = 72;
    return savHeader(bytes, at) != 0;
}

struct ParserFree {
    void operator()(readstat_parser_t* parser) const { readstat_parser_free(parser); }
};

using Parse = readstat_error_t (*)(readstat_parser_t*, const char*, void*);

readstat_error_t parse(Reading& reading, Parse parseFile, const std::string& encoding) {
    const std::unique_ptr<readstat_parser_t, ParserFree> parser(readstat_parser_init());
    readstat_set_open_handler(parser.get(), onOpen);
    readstat_set_close_handler(parser.get(), onClose);
    readstat_set_seek_handler(parser.get(), onSeek);
    readstat_set_read_handler(parser.get(), onRead);
    readstat_set_update_handler(parser.get(), onUpdate);
    readstat_set_io_ctx(parser.get(), &reading);
    readstat_set_metadata_handler(parser.get(), onMetadata);
    readstat_set_variable_handler(parser.get(), onVariable);
    readstat_set_value_handler(parser.get(), onValue);
    readstat_set_value_label_handler(parser.get(), onLabel);
    readstat_set_error_handler(parser.get(), onError);
    constexpr std::size_t mostRows = 1'000'000'000;
    // ReadStat takes a number of cases that is not known for none, unless it is given a limit.
    const bool isUnknown = reading.program == &spss && savCases(reading.bytes) == -1;
    if (reading.rowLimit > 0 || isUnknown)
        readstat_set_row_limit(
            parser.get(),
            static_cast<long>(reading.rowLimit > 0 ? std::min(reading.rowLimit, mostRows) : mostRows));
    if (!encoding.empty())
        readstat_set_file_character_encoding(parser.get(), encoding.c_str());
    return parseFile(parser.get(), "", &reading);
}

/// What labels could not do, by variable.
struct LabelFaults {
    std::vector<std::string> partly; ///< "x (4, 9)": values without a label
    std::vector<std::string> alike;  ///< "x (yes)": labels of more than one value
    std::size_t labelled = 0;
};

/// "x (4, 9)"
std::string named(const std::string& variable, const std::set<std::string>& values) {
    constexpr std::size_t most = 3;
    std::string text = variable + " (";
    std::size_t told = 0;
    for (const std::string& value : values) {
        if (told == most) {
            text += ", \u2026";
            break;
        }
        text += (told++ == 0 ? "" : ", ") + text::elide(value, 40);
    }
    return text + ')';
}

/// Values become their labels where every value has one: "1" says less than "female". Values of one label
/// keep apart by standing behind it.
LabelFaults applyLabels(Reading& reading) {
    LabelFaults faults;
    for (std::size_t index = 0; index < reading.variables.size(); ++index) {
        const StatVariable& variable = reading.variables[index];
        const auto set = reading.labels.find(variable.labels);
        if (variable.labels.empty() || set == reading.labels.end())
            continue;
        constexpr std::size_t mostTold = 100;
        std::map<std::string, std::set<std::string>> valuesOf; ///< by label, as far as somebody gave them
        std::set<std::string> without;
        std::unordered_set<std::string_view> given;
        for (const Row& row : reading.rows)
            given.insert(row.cells[index]);
        for (const std::string_view each : given) {
            const std::string value(each);
            if (const auto found = set->second.find(value); found != set->second.end())
                valuesOf[found->second].insert(value);
            else if (!value.empty() && without.size() < mostTold)
                without.insert(value);
        }
        if (valuesOf.empty())
            continue;
        if (!without.empty()) {
            faults.partly.push_back(named(variable.column.name, without));
            continue;
        }
        std::set<std::string> alike;
        for (const auto& [label, values] : valuesOf) {
            if (values.size() > 1)
                alike.insert(label);
        }
        if (!alike.empty())
            faults.alike.push_back(named(variable.column.name, alike));
        ++faults.labelled;
        for (Row& row : reading.rows) {
            CellText& cell = row.cells[index];
            if (cell.empty())
                continue;
            const std::string& label = set->second.at(std::string(cell));
            cell = reading.texts->keep(alike.count(label) > 0 ? fmt::format("{} ({})", label, cell) : label);
        }
    }
    return faults;
}

std::string listed(const std::vector<std::string>& all) {
    constexpr std::size_t most = 5;
    std::string text;
    for (std::size_t index = 0; index < std::min(all.size(), most); ++index)
        text += (index == 0 ? "" : ", ") + all[index];
    return all.size() > most ? text + fmt::format(" (+{})", all.size() - most) : text;
}

void addLabels(const LabelFaults& faults, Table& table) {
    if (faults.labelled > 0)
        table.warnings.push_back(base::said("{} {} read by value labels", faults.labelled,
                                            faults.labelled == 1 ? "variable is" : "variables are"));
    if (faults.partly.size() == 1)
        table.warnings.push_back(
            base::said("1 variable is read without its labels, as some of its values have none: {}",
                       listed(faults.partly)));
    else if (!faults.partly.empty())
        table.warnings.push_back(
            base::said("{} variables are read without their labels, as some of their values have none: {}",
                       faults.partly.size(), listed(faults.partly)));
    if (faults.alike.size() == 1)
        table.warnings.push_back(
            base::said("1 variable has one label for several values, which are put behind it: {}",
                       listed(faults.alike)));
    else if (!faults.alike.empty())
        table.warnings.push_back(
            base::said("{} variables have one label for several values, which are put behind it: {}",
                       faults.alike.size(), listed(faults.alike)));
}

void addMissing(const Reading& reading, Table& table) {
    std::size_t values = 0;
    std::size_t columns = 0;
    for (const StatVariable& variable : reading.variables) {
        values += variable.missing;
        columns += variable.missing > 0 ? 1U : 0U;
    }
    if (values > 0)
        table.warnings.push_back(base::said("{} {} declared missing in {} {}; read as empty", values,
                                            values == 1 ? "value is" : "values are", columns,
                                            columns == 1 ? "variable" : "variables"));
}

base::Result<Records> readStatFile(std::string_view bytes, const std::string& fileName,
                                   const ReadOptions& options, const base::Task& task,
                                   const StatProgram& program, Parse parseFile) {
    Reading reading;
    const auto restart = [&] {
        reading = Reading{};
        reading.bytes = bytes;
        reading.task = &task;
        reading.program = &program;
        reading.encodingWanted = options.encoding;
        reading.fileName = fileName;
        reading.rowLimit = options.rowLimit;
    };
    restart();
    readstat_error_t status = parse(reading, parseFile, options.encoding);
    std::vector<base::Phrase> warnings;
    if ((status == READSTAT_ERROR_CONVERT_BAD_STRING || status == READSTAT_ERROR_UNSUPPORTED_CHARSET) &&
        options.encoding.empty()) {
        restart();
        status = parse(reading, parseFile, "WINDOWS-1252");
        warnings.emplace_back(
            "the file names another encoding than it has: read as windows-1252, look at the accents");
    }
    if (reading.isStopped)
        return base::Task::cancelled();
    if (reading.hasOtherLetters && options.encoding.empty())
        warnings.emplace_back(
            "the file does not say its encoding: read as windows-1252, look at the accents");
    const Place place{fileName, 0, 0, {}};
    if (reading.isTooLarge)
        return base::fail(Errc::Unreadable, place,
                          base::said("has more than {} variables or {} values", mostColumns, mostCells));
    if (status != READSTAT_OK)
        return base::fail(Errc::Unreadable, place,
                          base::said("is damaged or no data file of a statistics program: {}",
                                     reading.error.empty() ? readstat_error_message(status) : reading.error),
                          "export it again from the program that made it, or as CSV");
    Table table;
    table.encoding = reading.encoding.empty() ? "UTF-8" : reading.encoding;
    table.warnings = std::move(warnings);
    table.separator = '\0';
    table.shape = program.shape;
    addLabels(applyLabels(reading), table);
    if (&program == &spss && savCases(bytes) == -1 && !isSavCompressed(bytes) && reading.isCutInRead)
        table.warnings.emplace_back("ends in the middle of a case: it was cut off, and cases may be missing");
    addMissing(reading, table);
    table.rows = std::move(reading.rows);
    table.texts = std::move(reading.texts);
    for (StatVariable& variable : reading.variables) {
        const std::size_t index = table.columns.size();
        for (const Row& row : table.rows) {
            if (variable.column.samples.size() == 5)
                break;
            if (!row.cells[index].empty())
                variable.column.samples.push_back(text::elide(row.cells[index], longestSample));
        }
        table.columns.push_back(std::move(variable.column));
    }
    if (table.columns.empty() || table.rows.empty())
        return base::fail(Errc::Unreadable, place, "holds no cases");
    return Records(std::move(table));
}

} // namespace

Likelihood probeSav(std::string_view head, std::string_view /*fileName*/) {
    const std::string_view magic = head.substr(0, 4);
    return magic == "$FL2" || magic == "$FL3" ? Likelihood::Certain : Likelihood::None;
}

Likelihood probePor(std::string_view head, std::string_view fileName) {
    // Vanity lines in five alphabets, then a table of characters; "SPSSPORT" stands behind it.
    const std::string_view start = head.substr(0, 600);
    if (start.find("ASCII SPSS PORT FILE") != std::string_view::npos)
        return Likelihood::Certain;
    std::string joined;
    for (const char letter : start) {
        if (letter != '\r' && letter != '\n')
            joined += letter;
    }
    if (joined.find("SPSSPORT") != std::string::npos)
        return Likelihood::Certain;
    const bool isNamedSo = base::fileEnding(std::string(fileName)) == "por";
    return isNamedSo && head.size() > 400 ? Likelihood::Possible : Likelihood::None;
}

Likelihood probeXport(std::string_view head, std::string_view /*fileName*/) {
    return head.starts_with("HEADER RECORD*******LIB") ? Likelihood::Certain : Likelihood::None;
}

Likelihood probeSas(std::string_view head, std::string_view /*fileName*/) {
    using namespace std::string_view_literals;
    constexpr std::size_t at = 12;
    return head.size() > 64 && head.substr(at, 4) == "\xC2\xEA\x81\x60"sv &&
                   head.substr(0, at).find_first_not_of('\0') == std::string_view::npos
               ? Likelihood::Certain
               : Likelihood::None;
}

Likelihood probeDta(std::string_view head, std::string_view fileName) {
    if (head.starts_with("<stata_dta>"))
        return Likelihood::Certain;
    // Up to version 12: a number of the release, the order of bytes, and a one.
    const bool isNamedSo = base::fileEnding(std::string(fileName)) == "dta";
    const bool isOld =
        head.size() > 4 && head[0] >= 104 && head[0] <= 115 && (head[1] == 1 || head[1] == 2) && head[2] == 1;
    return isNamedSo && isOld ? Likelihood::Certain : Likelihood::None;
}

base::Result<Records> readSav(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    return readStatFile(bytes, fileName, options, task, spss, readstat_parse_sav);
}

base::Result<Records> readPor(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    return readStatFile(bytes, fileName, options, task, spss, readstat_parse_por);
}

base::Result<Records> readXport(std::string_view bytes, const std::string& fileName,
                                const ReadOptions& options, const base::Task& task) {
    return readStatFile(bytes, fileName, options, task, sas, readstat_parse_xport);
}

base::Result<Records> readSas(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    return readStatFile(bytes, fileName, options, task, sas, readstat_parse_sas7bdat);
}

base::Result<Records> readDta(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    return readStatFile(bytes, fileName, options, task, stata, readstat_parse_dta);
}

} // namespace rapport::exchange
