// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv.h"

#include "base/csv_text.h"
#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/csv_scan.h"
#include "exchange/foreign_file.h"
#include "exchange/table_build.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

/// Excel's own first line "sep=;": the separator and the text without that line.
std::pair<char, std::string_view> separatorLine(std::string_view text) {
    const std::size_t end = text.find('\n');
    const std::string_view first = text.substr(0, end);
    if (end == std::string_view::npos || first.size() != 5 ||
        (first.substr(0, 4) != "sep=" && first.substr(0, 4) != "SEP="))
        return {'\0', text};
    return {first[4], text.substr(end + 1)};
}

base::Error withFile(base::Error error, const std::string& fileName) {
    if (!error.where)
        error.where = Place{};
    error.where->file = fileName;
    return error;
}

} // namespace

Likelihood probeCsv(std::string_view head, std::string_view fileName) {
    const std::string ending = base::fileEnding(std::string(fileName));
    const bool isNamedSo = ending == "csv" || ending == "tsv" || ending == "tab";
    if (foreignFile(head))
        return Likelihood::None;
    const auto decoded = text::decode(head, std::string(fileName));
    if (!decoded)
        return Likelihood::None;
    const auto [said, text] = separatorLine(decoded->text);
    const char separator = said != '\0' ? said : detectSeparator(text);
    const Regularity found = regularity(text, separator);
    if (isNamedSo)
        return said != '\0' || (found.columns >= 2 && found.share == 1) ? Likelihood::Certain
                                                                        : Likelihood::Likely;
    if (found.columns >= 2 && found.records >= 2 && found.share >= 0.9)
        return found.columns >= 3 && found.records >= 3 ? Likelihood::Likely : Likelihood::Possible;
    return Likelihood::None;
}

base::Result<Records> readCsv(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    RAPPORT_TRY(refuseForeign(bytes, fileName));
    RAPPORT_ASSIGN(auto decoded, text::decode(bytes, fileName, options.encoding));
    TableBuilder builder(fileName, options, Width::Fixed);
    // The cells are pieces of the text: it is kept instead of them.
    const std::span<char> whole = builder.texts().takeOpen(std::move(decoded.text));
    const auto [said, text] = separatorLine(std::string_view(whole.data(), whole.size()));
    const std::size_t firstLine = said == '\0' ? 1 : 2;

    Table table;
    table.isSeparatedText = true;
    table.encoding = decoded.encoding;
    table.warnings = std::move(decoded.warnings);
    if (decoded.isGuess)
        table.warnings.push_back(base::said(
            "read as {}, which is a guess: look at the accents, or name the encoding", table.encoding));
    table.separator = options.separator != '\0' ? options.separator
                      : said != '\0'            ? said
                                                : detectSeparator(text);
    if (table.separator == '"' || table.separator == '\n')
        return base::fail(Errc::InvalidArgument, "a quotation mark or line break cannot separate cells");

    CsvScanner scanner(whole.last(text.size()), table.separator, firstLine);
    const auto next = [&](CsvRecord& record) -> base::Result<bool> {
        auto more = scanner.next(record);
        if (!more)
            return tl::make_unexpected(withFile(std::move(more.error()), fileName));
        return more;
    };

    CsvRecord record;
    std::size_t reported = 0;
    while (true) {
        RAPPORT_ASSIGN(const bool isMore, next(record));
        if (!isMore)
            break;
        RAPPORT_ASSIGN(const bool isWanted, builder.add(record));
        if (!isWanted)
            break;
        if (scanner.bytesRead() - reported > (1U << 20U)) {
            reported = scanner.bytesRead();
            if (task.isStopped())
                return base::Task::cancelled();
            task.report(reported, text.size(), "reading a table");
        }
    }
    RAPPORT_ASSIGN(Table built, builder.finish(std::move(table)));
    if (scanner.oddities().looseQuotes > 0)
        built.warnings.push_back(
            base::said("{} {} inside cells not doubled, first in line {}; kept as they are",
                       scanner.oddities().looseQuotes,
                       scanner.oddities().looseQuotes == 1 ? "quotation mark" : "quotation marks",
                       scanner.oddities().firstLine));
    return Records(std::move(built));
}

std::string csvLine(const std::vector<std::string>& cells) {
    // A lone empty cell would be an empty line, which readers skip.
    if (cells.size() == 1 && cells.front().empty())
        return "\"\"\n";
    std::string line;
    for (std::size_t index = 0; index < cells.size(); ++index) {
        if (index > 0)
            line += ',';
        line += base::csvQuoted(cells[index]);
    }
    line += '\n';
    return line;
}

} // namespace rapport::exchange
