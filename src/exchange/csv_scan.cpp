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

CsvScanner::CsvScanner(std::span<char> text, char separator, std::size_t firstLine)
    : m_letters(text)
    , m_text(text.data(), text.size())
    , m_separator(separator)
    , m_line(firstLine)
    , m_nextQuote(findFrom(m_text, '"', 0)) {
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
            RAPPORT_ASSIGN(const std::string_view cell, readQuotedCell());
            addCell(record, cell);
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

base::Result<std::string_view> CsvScanner::readQuotedCell() {
    const std::size_t openedAt = m_line;
    const std::size_t opening = m_at - 1;
    std::size_t marks = 1;
    bool isDoubled = false;
    while (true) {
        const std::size_t quote = findFrom(m_text, '"', m_at);
        const std::string_view piece = m_text.substr(m_at, quote - m_at);
        if (quote == m_text.size())
            return base::fail(base::Errc::Unreadable, base::Place{{}, openedAt, 0, {}},
                              "a quotation mark that opens here is never closed",
                              "close it, or write a quotation mark inside a cell twice (\"\")");
        m_line += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
        m_at = quote + 1;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            isDoubled = true;
            ++m_at;
            continue;
        }
        std::size_t after = m_at;
        while (after < m_text.size() && isBlank(m_text[after]) && m_text[after] != m_separator)
            ++after;
        if (after == m_text.size() || m_text[after] == '\n' || m_text[after] == m_separator) {
            m_at = after;
            // Most cells stand between their marks as they are.
            return isDoubled ? drawTogether(opening + 1, quote)
                             : m_text.substr(opening + 1, quote - opening - 1);
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
            m_at = end;
            return m_text.substr(opening, end - opening);
        }
    }
}

std::string_view CsvScanner::drawTogether(std::size_t begin, std::size_t end) {
    std::size_t to = begin;
    for (std::size_t from = begin; from < end;) {
        const std::size_t quote = std::min(findFrom(m_text, '"', from), end);
        // Up to the mark, and the mark itself.
        const std::size_t length = quote - from + (quote < end ? 1 : 0);
        std::memmove(m_letters.data() + to, m_letters.data() + from, length);
        to += length;
        from = quote + 1;
        if (from < end && m_text[from] == '"')
            ++from;
    }
    return m_text.substr(begin, to - begin);
}

namespace {

Regularity regularityOf(std::string_view text, char separator, std::size_t headSize) {
    constexpr std::size_t enough = 200;
    const bool isCut = text.size() > headSize;
    std::string head(text.substr(0, headSize));
    CsvScanner scanner(head, separator);
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

} // namespace

Regularity regularity(std::string_view text, char separator) {
    // The widest table that is read has more than the first of these in its header alone, and one record
    // by itself is regular with every separator.
    constexpr std::size_t mostHead = 16U << 20U;
    std::size_t headSize = 65536;
    Regularity found = regularityOf(text, separator, headSize);
    while (found.records < 2 && headSize < text.size() && headSize < mostHead) {
        headSize *= 4;
        found = regularityOf(text, separator, headSize);
    }
    return found;
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
