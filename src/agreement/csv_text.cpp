// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/csv_text.h"

#include "base/format.h"

#include <algorithm>

namespace rapport::agreement {

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) {
    const auto byteAt = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto isContinuation = [&](std::size_t at) {
        return at < text.size() && (byteAt(at) & 0xC0) == 0x80;
    };
    std::size_t at = 0;
    while (at < text.size()) {
        // Most text is ASCII: look at eight bytes at once.
        while (at + 8 <= text.size()) {
            unsigned char any = 0;
            for (std::size_t step = 0; step < 8; ++step)
                any = static_cast<unsigned char>(any | byteAt(at + step));
            if (any >= 0x80)
                break;
            at += 8;
        }
        if (at >= text.size())
            break;
        const unsigned char lead = byteAt(at);
        if (lead < 0x80) {
            ++at;
        } else if (lead >= 0xC2 && lead <= 0xDF && isContinuation(at + 1)) {
            at += 2;
        } else if (lead >= 0xE0 && lead <= 0xEF && isContinuation(at + 1) && isContinuation(at + 2) &&
                   !(lead == 0xE0 && byteAt(at + 1) < 0xA0) && !(lead == 0xED && byteAt(at + 1) > 0x9F)) {
            at += 3;
        } else if (lead >= 0xF0 && lead <= 0xF4 && isContinuation(at + 1) && isContinuation(at + 2) &&
                   isContinuation(at + 3) && !(lead == 0xF0 && byteAt(at + 1) < 0x90) &&
                   !(lead == 0xF4 && byteAt(at + 1) > 0x8F)) {
            at += 4;
        } else {
            return at;
        }
    }
    return std::nullopt;
}

CsvText::CsvText(std::string_view text, std::string fileName)
    : m_text(text)
    , m_fileName(std::move(fileName)) {
    if (m_text.substr(0, 3) == "\xEF\xBB\xBF")
        m_text.remove_prefix(3);
    if (const auto invalid = firstInvalidUtf8(m_text)) {
        const auto before = m_text.substr(0, *invalid);
        m_line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        const auto lastBreak = before.rfind('\n');
        m_lineStart = lastBreak == std::string_view::npos ? 0 : lastBreak + 1;
        fail(*invalid, "the text is not UTF-8", "save the table as UTF-8");
        return;
    }
    bool quoted = false;
    std::size_t counts[3] = {};
    constexpr char separators[] = {',', ';', '\t'};
    for (const char byte : m_text) {
        if (byte == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (byte == '\n')
            break;
        for (std::size_t index = 0; index < 3; ++index)
            counts[index] += byte == separators[index] ? 1U : 0U;
    }
    m_separator = separators[std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts)];
}

void CsvText::fail(std::size_t position, std::string message, std::string hint) {
    m_fault = base::Error{base::Errc::Unreadable, std::move(message),
                          base::Place{m_fileName, m_line, position - m_lineStart + 1, {}}, std::move(hint)};
}

base::Place CsvText::placeOf(std::size_t cell, std::string_view header) const {
    const std::size_t begin = cell < m_begins.size() ? m_begins[cell] : m_rowStart;
    return base::Place{m_fileName, m_rowLine, begin >= m_rowStart ? begin - m_rowStart + 1 : 1,
                       std::string(header)};
}

bool CsvText::quotedCell(std::vector<std::string_view>& cells) {
    const std::size_t opening = m_at;
    const std::size_t openingLine = m_line;
    const std::size_t openingLineStart = m_lineStart;
    const std::size_t begin = ++m_at;
    bool doubled = false;
    for (;; ++m_at) {
        if (m_at >= m_text.size()) {
            m_line = openingLine;
            m_lineStart = openingLineStart;
            fail(opening, "a quote is opened and never closed", "a quote inside a cell is written twice");
            return false;
        }
        if (m_text[m_at] == '\n') {
            ++m_line;
            m_lineStart = m_at + 1;
        }
        if (m_text[m_at] != '"')
            continue;
        if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
            doubled = true;
            ++m_at;
            continue;
        }
        break;
    }
    std::string_view inside = m_text.substr(begin, m_at - begin);
    ++m_at;
    if (doubled) {
        std::string& text = m_unquoted.emplace_back();
        for (std::size_t at = 0; at < inside.size(); ++at) {
            text += inside[at];
            if (inside[at] == '"')
                ++at;
        }
        inside = text;
    }
    cells.push_back(inside);
    while (m_at < m_text.size() &&
           (m_text[m_at] == ' ' ||
            (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')))
        ++m_at;
    if (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n' &&
        !(m_text[m_at] == '\r' && m_at + 1 == m_text.size())) {
        fail(m_at, "text after a closing quote", "quote the whole cell, and write a quote inside it twice");
        return false;
    }
    return true;
}

bool CsvText::next(std::vector<std::string_view>& cells) {
    const char separator = m_separator;
    while (!m_fault && m_at < m_text.size()) {
        cells.clear();
        m_begins.clear();
        m_rowLine = m_line;
        m_rowStart = m_lineStart;
        for (bool rowGoesOn = true; rowGoesOn;) {
            m_begins.push_back(m_at);
            if (m_at < m_text.size() && m_text[m_at] == '"') {
                if (!quotedCell(cells))
                    return false;
            } else {
                const std::size_t begin = m_at;
                while (m_at < m_text.size() && m_text[m_at] != separator && m_text[m_at] != '\n')
                    ++m_at;
                std::size_t first = begin;
                std::size_t last = m_at;
                while (first < last && (m_text[first] == ' ' || m_text[first] == '\t'))
                    ++first;
                while (last > first &&
                       (m_text[last - 1] == ' ' || m_text[last - 1] == '\t' || m_text[last - 1] == '\r'))
                    --last;
                cells.push_back(m_text.substr(first, last - first));
            }
            rowGoesOn = m_at < m_text.size() && m_text[m_at] == separator;
            if (m_at < m_text.size()) {
                if (!rowGoesOn) {
                    ++m_line;
                    m_lineStart = m_at + 1;
                }
                ++m_at;
            }
        }
        if (cells.size() > 1 || !cells[0].empty())
            return true;
    }
    return false;
}

void RowFaults::add(base::Place place, std::string message, std::string hint) {
    if (m_count++ == 0)
        m_first = base::Error{base::Errc::Unreadable, std::move(message), std::move(place), std::move(hint)};
}

base::Error RowFaults::error() const {
    base::Error error = m_first;
    if (m_count > 1)
        error.message = base::said("{} (and {} more)", error.message, m_count - 1);
    return error;
}

} // namespace rapport::agreement
