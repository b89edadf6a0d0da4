// SPDX-License-Identifier: GPL-3.0-or-later
// SOURCE: HTML Living Standard, sections 13.2.5 (tokenisation) and 13.5 (named character references), as far
// as tables and texts need them.
#include "exchange/html.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/foreign_file.h"
#include "exchange/table_build.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

constexpr std::size_t longestName = 64;
constexpr std::size_t longestReference = 10;
constexpr std::size_t longestCell = 16U << 20U;

bool isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

char lowered(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool beginsWith(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() &&
           std::equal(lower.begin(), lower.end(), text.begin(),
                      [](char wanted, char found) { return wanted == lowered(found); });
}

struct NamedCharacter {
    std::string_view name;
    char32_t codePoint;
};

// Latin-1 from U+00A0 on, in the order of their code points.
constexpr std::array<std::string_view, 96> latin{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

constexpr std::array others{
    NamedCharacter{"amp", U'&'},      NamedCharacter{"lt", U'<'},       NamedCharacter{"gt", U'>'},
    NamedCharacter{"quot", U'"'},     NamedCharacter{"apos", U'\''},    NamedCharacter{"ndash", 0x2013},
    NamedCharacter{"mdash", 0x2014},  NamedCharacter{"lsquo", 0x2018},  NamedCharacter{"rsquo", 0x2019},
    NamedCharacter{"sbquo", 0x201A},  NamedCharacter{"ldquo", 0x201C},  NamedCharacter{"rdquo", 0x201D},
    NamedCharacter{"bdquo", 0x201E},  NamedCharacter{"bull", 0x2022},   NamedCharacter{"hellip", 0x2026},
    NamedCharacter{"euro", 0x20AC},   NamedCharacter{"trade", 0x2122},  NamedCharacter{"ensp", 0x2002},
    NamedCharacter{"emsp", 0x2003},   NamedCharacter{"thinsp", 0x2009}, NamedCharacter{"zwnj", 0x200C},
    NamedCharacter{"zwj", 0x200D},    NamedCharacter{"oelig", 0x0153},  NamedCharacter{"OElig", 0x0152},
    NamedCharacter{"scaron", 0x0161}, NamedCharacter{"Scaron", 0x0160}, NamedCharacter{"rarr", 0x2192},
    NamedCharacter{"larr", 0x2190},   NamedCharacter{"minus", 0x2212},  NamedCharacter{"lrm", 0x200E},
    NamedCharacter{"rlm", 0x200F},
};

/// 0 if it is none.
char32_t characterOf(std::string_view reference) {
    if (!reference.empty() && reference.front() == '#') {
        reference.remove_prefix(1);
        const bool isHex = !reference.empty() && lowered(reference.front()) == 'x';
        if (isHex)
            reference.remove_prefix(1);
        std::uint32_t number = 0;
        const char* const last = reference.data() + reference.size();
        const auto [end, failed] = std::from_chars(reference.data(), last, number, isHex ? 16 : 10);
        return failed != std::errc() || end != last || number > 0x10FFFF ? 0 : static_cast<char32_t>(number);
    }
    const auto found = std::find(latin.begin(), latin.end(), reference);
    if (found != latin.end())
        return static_cast<char32_t>(0xA0 + (found - latin.begin()));
    for (const NamedCharacter& each : others) {
        if (each.name == reference)
            return each.codePoint;
    }
    return 0;
}

constexpr std::array<std::string_view, 6> pageBegins{"<!doctype html", "<html", "<table",
                                                     "<head",          "<body", "<meta http-equiv"};

/// Elements that stand on lines of their own.
bool isBlock(std::string_view name) {
    constexpr std::array<std::string_view, 27> blocks{
        "p",  "div", "h1", "h2", "h3",   "h4",      "h5",      "h6",     "li",
        "ul", "ol",  "br", "tr", "td",   "th",      "table",   "pre",    "blockquote",
        "hr", "dl",  "dt", "dd", "body", "section", "article", "header", "footer"};
    return std::find(blocks.begin(), blocks.end(), name) != blocks.end();
}

} // namespace

bool looksLikeHtml(std::string_view bytes) {
    std::string_view start = bytes.substr(0, 65536);
    if (start.substr(0, 3) == "\xEF\xBB\xBF")
        start.remove_prefix(3);
    while (true) {
        start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
        // Before a page there may be a declaration or a comment.
        const std::string_view end = beginsWith(start, "<!--")    ? "-->"
                                     : beginsWith(start, "<?xml") ? "?>"
                                                                  : "";
        const std::size_t at = end.empty() ? std::string_view::npos : start.find(end);
        if (at == std::string_view::npos)
            break;
        start.remove_prefix(at + end.size());
    }
    return std::any_of(pageBegins.begin(), pageBegins.end(), [start](std::string_view begin) {
        // "<tabletop>" is none.
        return beginsWith(start, begin) && !isLetter(start.size() > begin.size() ? start[begin.size()] : ' ');
    });
}

std::string resolveReferences(std::string_view text, DirectionMarks marks) {
    std::string resolved;
    resolved.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = std::min(text.find('&', at), text.size());
        resolved.append(text, at, found - at);
        if (found == text.size())
            break;
        const std::size_t close = text.substr(found, longestReference + 2).find(';');
        const char32_t character =
            close == std::string_view::npos ? 0 : characterOf(text.substr(found + 1, close - 1));
        if (character == 0)
            resolved += '&';
        else if (marks == DirectionMarks::Kept || (character != 0x200E && character != 0x200F))
            text::appendCodePoint(resolved, character);
        at = character != 0 ? found + close + 1 : found + 1;
    }
    return resolved;
}

bool HtmlScanner::tag(Token& token) {
    const std::size_t begin = m_at;
    std::size_t at = m_at + 1;
    const bool isEnd = at < m_html.size() && m_html[at] == '/';
    at += isEnd ? 1 : 0;
    if (at >= m_html.size() || !isLetter(m_html[at]))
        return false;
    token.name.clear();
    for (; at < m_html.size() && m_html[at] != '>' && m_html[at] != '/' &&
           static_cast<unsigned char>(m_html[at]) > ' ';
         ++at) {
        if (token.name.size() < longestName)
            token.name += lowered(m_html[at]);
    }
    // To the end of the tag; a > inside a quoted value does not end it.
    char quote = '\0';
    bool isValue = false;
    for (; at < m_html.size() && (quote != '\0' || m_html[at] != '>'); ++at) {
        const char letter = m_html[at];
        if (quote != '\0') {
            quote = letter == quote ? '\0' : quote;
        } else if (isValue && !m_ignoresQuotes && (letter == '"' || letter == '\'')) {
            quote = letter;
            isValue = false;
        } else if (static_cast<unsigned char>(letter) > ' ') {
            isValue = letter == '=';
        }
    }
    if (at >= m_html.size() && quote != '\0') {
        // A quotation mark that nothing ends: the first > is the better guess. Looked for once only, so that
        // a page of such tags is read in one pass.
        m_ignoresQuotes = true;
        const std::size_t close = m_html.find('>', begin);
        at = close == std::string_view::npos ? m_html.size() : close;
    }
    m_at = std::min(at + 1, m_html.size());
    token.kind = isEnd ? Kind::End : Kind::Begin;
    token.at = begin;
    if (!isEnd && (token.name == "script" || token.name == "style"))
        m_raw = token.name;
    return true;
}

bool HtmlScanner::next(Token& token) {
    token.text.clear();
    while (m_at < m_html.size()) {
        if (!m_raw.empty()) {
            // Up to "</script": whatever stands there is no text.
            std::size_t at = m_at;
            while ((at = m_html.find("</", at)) != std::string_view::npos &&
                   !beginsWith(m_html.substr(at + 2), m_raw))
                at += 2;
            m_raw.clear();
            m_at = std::min(at, m_html.size());
            continue;
        }
        if (m_html[m_at] == '<') {
            const std::string_view rest = m_html.substr(m_at);
            if (rest.substr(0, 4) == "<!--") {
                const std::size_t end = m_html.find("-->", m_at + 4);
                m_at = end == std::string_view::npos ? m_html.size() : end + 3;
                continue;
            }
            if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) {
                const std::size_t end = m_html.find('>', m_at);
                m_at = end == std::string_view::npos ? m_html.size() : end + 1;
                continue;
            }
            if (tag(token))
                return true;
        }
        // A < that begins no tag is a letter.
        std::size_t end = m_at + 1;
        while (end < m_html.size() && m_html[end] != '<')
            ++end;
        token.kind = Kind::Text;
        token.at = m_at;
        token.text = resolveReferences(m_html.substr(m_at, end - m_at), DirectionMarks::Kept);
        m_at = end;
        return true;
    }
    return false;
}

std::size_t HtmlText::toText(std::size_t nodeByte, bool isEnd) const {
    // The first piece that begins after the byte; an end belongs to the letter before it.
    const std::size_t wanted = isEnd && nodeByte > 0 ? nodeByte - 1 : nodeByte;
    const auto after =
        std::upper_bound(pieces.begin(), pieces.end(), wanted,
                         [](std::size_t byte, const Piece& piece) { return byte < piece.nodeBegin; });
    if (after == pieces.begin())
        return isEnd || pieces.empty() ? 0 : pieces.front().textBegin;
    const Piece& piece = *(after - 1);
    const std::size_t inside = nodeByte - piece.nodeBegin;
    if (inside <= piece.length && (isEnd || inside < piece.length))
        return piece.textBegin + inside;
    if (isEnd)
        return piece.textBegin + piece.length;
    return after == pieces.end() ? piece.textBegin + piece.length : after->textBegin;
}

HtmlText htmlText(std::string_view html) {
    HtmlText page;
    HtmlScanner scanner(html);
    HtmlScanner::Token token;
    std::size_t counted = 0;
    int preformatted = 0;
    bool wantsLine = false;
    while (scanner.next(token)) {
        if (token.kind != HtmlScanner::Kind::Text) {
            if (token.name == "pre")
                preformatted += token.kind == HtmlScanner::Kind::Begin ? 1 : preformatted > 0 ? -1 : 0;
            wantsLine = wantsLine || isBlock(token.name);
            continue;
        }
        const std::size_t nodeBegin = counted;
        counted += token.text.size();
        if (text::trim(token.text).empty() && (wantsLine || page.text.empty()))
            continue;
        if (wantsLine && !page.text.empty())
            page.text += '\n';
        wantsLine = false;
        page.pieces.push_back({nodeBegin, page.text.size(), token.text.size()});
        for (char& letter : token.text) {
            // Line breaks of the file are spaces of the text; each stays one byte.
            if (letter == '\r' || letter == '\0' || (letter == '\n' && preformatted == 0))
                letter = ' ';
        }
        page.text += token.text;
    }
    return page;
}

namespace {

/// The rows of the table with the most cells.
class TableFinder {
public:
    /// `texts` keeps the cells.
    TableFinder(std::string_view html, KeptTexts& texts)
        : m_html(html)
        , m_texts(&texts) {}

    std::vector<Record> find(std::size_t& tables) {
        HtmlScanner scanner(m_html);
        HtmlScanner::Token token;
        while (scanner.next(token)) {
            if (token.kind == HtmlScanner::Kind::Text) {
                if (m_depth == 1 && m_isCell)
                    addWords(token.text);
            } else if (token.name == "table") {
                if (token.kind == HtmlScanner::Kind::Begin) {
                    tables += m_depth == 0 ? 1 : 0;
                    ++m_depth;
                } else if (m_depth > 0 && --m_depth == 0) {
                    endTable();
                }
            } else if (m_depth == 1) {
                mark(token);
            }
        }
        endTable();
        return std::move(m_best);
    }

private:
    void addWords(std::string_view words) {
        // White space between words is one space, as a browser shows it.
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t begin = at;
            const char32_t current = text::readCodePoint(words, at);
            if (current == U'\n' || current == U'\r' || current == U'\t' || current == U' ' || current == 0) {
                m_wantsSpace = !m_cell.empty() && m_cell.back() != '\n';
                continue;
            }
            if (m_cell.size() >= longestCell)
                return;
            if (m_wantsSpace)
                m_cell += ' ';
            m_wantsSpace = false;
            m_cell += words.substr(begin, at - begin);
        }
    }

    void mark(const HtmlScanner::Token& token) {
        const bool isBegin = token.kind == HtmlScanner::Kind::Begin;
        if (token.name == "tr") {
            endRow();
            if (isBegin) {
                m_record.line = lineOf(token.at);
                m_isRow = true;
            }
        } else if (token.name == "td" || token.name == "th") {
            endCell();
            if (isBegin) {
                // A cell outside of a row begins one.
                if (!m_isRow)
                    m_record.line = lineOf(token.at);
                m_isRow = true;
                m_isCell = true;
            }
        } else if (m_isCell && isBlock(token.name) && !m_cell.empty() && m_cell.back() != '\n') {
            m_cell += '\n';
            m_wantsSpace = false;
        }
    }

    void endCell() {
        if (!m_isCell)
            return;
        m_isCell = false;
        m_wantsSpace = false;
        ++m_record.count;
        if (m_record.count <= mostColumns)
            m_record.cells.push_back(m_texts->keep(text::trim(m_cell)));
        m_cell.clear();
    }

    void endRow() {
        endCell();
        if (m_isRow && m_record.count > 0) {
            m_cells += m_record.count;
            // Rows of one file's line would share it; readers promise rising lines.
            if (!m_rows.empty())
                m_record.line = std::max(m_record.line, m_rows.back().line + 1);
            m_rows.push_back(std::move(m_record));
        }
        m_record = {};
        m_isRow = false;
    }

    void endTable() {
        endRow();
        if (m_cells > m_mostCells) {
            m_mostCells = m_cells;
            m_best = std::move(m_rows);
        }
        m_rows.clear();
        m_cells = 0;
        m_depth = 0;
    }

    std::size_t lineOf(std::size_t byte) {
        m_line +=
            static_cast<std::size_t>(std::count(m_html.begin() + static_cast<std::ptrdiff_t>(m_counted),
                                                m_html.begin() + static_cast<std::ptrdiff_t>(byte), '\n'));
        m_counted = byte;
        return m_line;
    }

    std::string_view m_html;
    KeptTexts* m_texts;
    std::vector<Record> m_best;
    std::vector<Record> m_rows;
    Record m_record;
    std::string m_cell;
    std::size_t m_cells = 0;
    std::size_t m_mostCells = 0;
    std::size_t m_line = 1;
    std::size_t m_counted = 0;
    int m_depth = 0;
    bool m_isRow = false;
    bool m_isCell = false;
    bool m_wantsSpace = false;
};

} // namespace

Likelihood probeHtmlTable(std::string_view head, std::string_view) {
    if (!looksLikeHtml(inUtf8(head.substr(0, 65536))))
        return Likelihood::None;
    const std::string page = inUtf8(head);
    HtmlScanner scanner(page);
    HtmlScanner::Token token;
    while (scanner.next(token)) {
        if (token.kind == HtmlScanner::Kind::Begin && token.name == "table")
            return Likelihood::Certain;
    }
    return Likelihood::None;
}

base::Result<Records> readHtmlTable(std::string_view bytes, const std::string& fileName,
                                    const ReadOptions& options, const base::Task& task) {
    RAPPORT_ASSIGN(auto decoded, text::decode(bytes, fileName, options.encoding));
    Table table;
    table.encoding = decoded.encoding;
    table.warnings = std::move(decoded.warnings);
    std::size_t tables = 0;
    TableBuilder builder(fileName, options, Width::Filled);
    std::vector<Record> rows = TableFinder(decoded.text, builder.texts()).find(tables);
    if (rows.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "is a web page without a table",
                          "save what you need of it as plain text (UTF-8) or CSV, then import that");
    table.warnings.push_back(
        base::said("is a web page, whatever its name says; its table of {} rows is read", rows.size()));
    if (tables > 1)
        table.warnings.push_back(base::said("{} smaller tables of the page are left out", tables - 1));
    for (Record& record : rows) {
        if (task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(const bool isWanted, builder.add(record));
        if (!isWanted)
            break;
    }
    RAPPORT_ASSIGN(Table built, builder.finish(std::move(table)));
    return Records(std::move(built));
}

} // namespace rapport::exchange
