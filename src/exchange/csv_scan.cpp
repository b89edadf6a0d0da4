// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_scan.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <utility>

namespace rapport::exchange {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::size_t findFrom(std::string_view text, char wanted, std::size_t from) {
    if (from >= text.size())
        return text.size();
    const void* found = std::memchr(text.data() + from, wanted, text.size() - from);
    return found == nullptr ? text.size()
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool isBlank(char letter) {
    return letter == ' ' || letter == '\t';
}

} // namespace

CsvScanner::CsvScanner(std::string_view text, char separator, KeptTexts& texts, std::size_t firstLine)
    : m_text(text)
    , m_texts(&texts)
    , m_separator(separator)
    , m_line(firstLine)
    , m_nextQuote(findFrom(text, '"', 0)) {
}

void CsvScanner::addCell(CsvRecord& record, std::string_view cell) {
    if (++record.count <= mostColumns)
        record.cells.emplace_back(cell);
}

void CsvScanner::noteLooseQuote() {
    if (m_oddities.looseQuotes++ == 0)
        m_oddities.firstLine = m_line;
}

void CsvScanner::splitPlain(CsvRecord& record, std::string_view line) {
    std::size_t from = 0;
    while (true) {
        const std::size_t end = findFrom(line, m_separator, from);
        addCell(record, line.substr(from, end - from));
        if (end == line.size())
            return;
        from = end + 1;
    }
}

base::Result<bool> CsvScanner::next(CsvRecord& record) {
    record.cells.clear();
    record.count = 0;
    while (m_at < m_text.size() && m_text[m_at] == '\n') {
        ++m_at;
        ++m_line;
    }
    if (m_at >= m_text.size())
        return false;
    record.line = m_line;
    if (m_nextQuote < m_at)
        m_nextQuote = findFrom(m_text, '"', m_at);
    const std::size_t end = findFrom(m_text, '\n', m_at);
    if (m_nextQuote >= end) {
        splitPlain(record, m_text.substr(m_at, end - m_at));
        m_at = std::min(end + 1, m_text.size());
        ++m_line;
        return true;
    }
    if (auto read = readQuoted(record); !read)
        return base::fail(read);
    return true;
}

base::Status CsvScanner::readQuoted(CsvRecord& record) {
    std::string cell;
    std::size_t lineEnd = findFrom(m_text, '\n', m_at);
    while (true) {
        if (m_at > lineEnd)
            lineEnd = findFrom(m_text, '\n', m_at);
        // Some writers put a blank after the separator; the quotation mark still opens the cell then.
        std::size_t open = m_at;
        while (open < m_text.size() && isBlank(m_text[open]) && m_text[open] != m_separator)
            ++open;
        if (open < m_text.size() && m_text[open] == '"') {
            m_at = open + 1;
            cell.clear();
            RAPPORT_TRY(readQuotedCell(cell));
            // Most cells stand between their marks as they are.
            const std::string_view asWritten = m_text.substr(open + 1, cell.size());
            constexpr std::size_t large = 65536;
            if (asWritten == cell)
                addCell(record, asWritten);
            else
                addCell(record,
                        cell.size() > large ? m_texts->take(std::exchange(cell, {})) : m_texts->keep(cell));
        } else {
            const std::size_t length = findFrom(m_text.substr(m_at, lineEnd - m_at), m_separator, 0);
            const std::string_view plain = m_text.substr(m_at, length);
            for (std::size_t quote = plain.find('"'); quote != npos; quote = plain.find('"', quote + 1))
                noteLooseQuote();
            addCell(record, plain);
            m_at += length;
            if (m_at < m_text.size() && m_text[m_at] == m_separator) {
                ++m_at;
                // What follows on this line holds no quotation mark: the fast way for the rest.
                if (m_nextQuote < m_at)
                    m_nextQuote = findFrom(m_text, '"', m_at);
                if (m_nextQuote >= lineEnd) {
                    splitPlain(record, m_text.substr(m_at, lineEnd - m_at));
                    m_at = std::min(lineEnd + 1, m_text.size());
                    ++m_line;
                    return {};
                }
                continue;
            }
        }
        if (m_at >= m_text.size())
            return {};
        const char after = m_text[m_at++];
        if (after == '\n') {
            ++m_line;
            return {};
        }
    }
}

base::Status CsvScanner::readQuotedCell(std::string& cell) {
    const std::size_t openedAt = m_line;
    const std::size_t opening = m_at - 1;
    std::size_t marks = 1;
    while (true) {
        const std::size_t quote = findFrom(m_text, '"', m_at);
        const std::string_view piece = m_text.substr(m_at, quote - m_at);
        if (quote == m_text.size())
            return base::fail(base::Errc::Unreadable, base::Place{{}, openedAt, 0, {}},
                              "a quotation mark that opens here is never closed",
                              "close it, or write a quotation mark inside a cell twice (\"\")");
        cell.append(piece);
        m_line += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
        m_at = quote + 1;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            cell += '"';
            ++m_at;
            continue;
        }
        std::size_t after = m_at;
        while (after < m_text.size() && isBlank(m_text[after]) && m_text[after] != m_separator)
            ++after;
        if (after == m_text.size() || m_text[after] == '\n' || m_text[after] == m_separator) {
            m_at = after;
            return {};
        }
        noteLooseQuote();
        // A cell that merely begins with a quoted word ("Fine" she said) is no quoted cell: its marks pair up
        // and none follows on the line. Otherwise it is a mark that should have been doubled.
        const std::size_t following = findFrom(m_text, '"', m_at);
        const bool isLastOnLine =
            following == m_text.size() || m_text.substr(m_at, following - m_at).find('\n') != npos;
        if (++marks % 2 == 0 && isLastOnLine) {
            const std::size_t lineEnd = findFrom(m_text, '\n', m_at);
            const std::size_t end = m_at + findFrom(m_text.substr(m_at, lineEnd - m_at), m_separator, 0);
            cell = m_text.substr(opening, end - opening);
            m_at = end;
            return {};
        }
        cell += '"';
    }
}

Regularity regularity(std::string_view text, char separator) {
    constexpr std::size_t headSize = 65536;
    constexpr std::size_t enough = 200;
    const bool isCut = text.size() > headSize;
    KeptTexts texts;
    CsvScanner scanner(text.substr(0, headSize), separator, texts);
    std::map<std::size_t, std::size_t> counts;
    Regularity result;
    CsvRecord record;
    while (result.records < enough) {
        const auto more = scanner.next(record);
        // The last record of a cut head is cut itself.
        if (!more || !*more || (isCut && scanner.bytesRead() >= headSize))
            break;
        ++result.records;
        ++counts[record.count];
    }
    for (const auto& [columns, times] : counts) {
        const double share = static_cast<double>(times) / static_cast<double>(result.records);
        if (share >= result.share) {
            result.share = share;
            result.columns = columns;
        }
    }
    return result;
}

char detectSeparator(std::string_view text) {
    char best = ',';
    double bestScore = 0;
    for (const char candidate : std::array{',', ';', '\t', '|'}) {
        const Regularity found = regularity(text, candidate);
        if (found.columns < 2)
            continue;
        // Regular first; a few more columns only decide between equals.
        const double score = found.share + 0.001 * std::min(static_cast<double>(found.columns), 50.0);
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

} // namespace rapport::exchange
