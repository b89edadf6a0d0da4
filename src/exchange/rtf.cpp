// SPDX-License-Identifier: GPL-3.0-or-later
// Rich Text Format (RTF) Specification 1.9.1, Microsoft 2008.
#include "base/format.h"
#include "exchange/document_text.h"
#include "exchange/word_documents.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

constexpr std::size_t deepest = 2000;

/// Groups whose words are not part of what was written.
bool isDestination(std::string_view word) {
    static const std::unordered_set<std::string_view> words{
        "fonttbl",       "colortbl",    "stylesheet", "info",
        "pict",          "header",      "headerl",    "headerr",
        "headerf",       "footer",      "footerl",    "footerr",
        "footerf",       "listtable",   "object",     "listoverridetable",
        "revtbl",        "rsidtbl",     "themedata",  "datastore",
        "xmlnstbl",      "generator",   "fldinst",    "filetbl",
        "atnid",         "atnauthor",   "atntime",    "atnref",
        "atndate",       "annotation",  "footnote",   "ftnsep",
        "ftnsepc",       "ftncn",       "aftnsep",    "aftnsepc",
        "aftncn",        "bkmkstart",   "bkmkend",    "nonshppict",
        "private",       "template",    "userprops",  "docvar",
        "latentstyles",  "pgdsctbl",    "listtext",   "mmathPr",
        "wgrffmtfilter", "factoidname", "sp",         "falt",
        "panose",        "fontemb",     "tc",         "xe",
        "levelnumbers",  "leveltext",   "pntext",     "passwordhash",
        "background",    "nonesttables"};
    return words.count(word) > 0;
}

const char* encodingOf(int codePage) {
    static const std::unordered_map<int, const char*> pages{
        {437, "cp437"},         {850, "cp850"},         {852, "cp852"},         {858, "cp858"},
        {866, "cp866"},         {874, "windows-874"},   {932, "windows-31j"},   {936, "GBK"},
        {949, "windows-949"},   {950, "Big5"},          {1250, "windows-1250"}, {1251, "windows-1251"},
        {1252, "windows-1252"}, {1253, "windows-1253"}, {1254, "windows-1254"}, {1255, "windows-1255"},
        {1256, "windows-1256"}, {1257, "windows-1257"}, {1258, "windows-1258"}, {10000, "macintosh"},
        {65001, "UTF-8"}};
    const auto found = pages.find(codePage);
    return found == pages.end() ? "windows-1252" : found->second;
}

bool isHeader(std::string_view word) {
    return word.starts_with("header") || word.starts_with("footer");
}

/// \fcharset, section "Font table". 0: the document's own page.
int pageOfCharset(int charset) {
    switch (charset) {
    case 77:
        return 10000;
    case 128:
        return 932;
    case 129:
        return 949;
    case 134:
        return 936;
    case 136:
        return 950;
    case 161:
        return 1253;
    case 162:
        return 1254;
    case 163:
        return 1258;
    case 177:
        return 1255;
    case 178:
        return 1256;
    case 186:
        return 1257;
    case 204:
        return 1251;
    case 222:
        return 874;
    case 238:
        return 1250;
    case 254:
        return 437;
    case 0:
        return 1252;
    default:
        return 0;
    }
}

struct Group {
    bool isSkipped = false;
    bool isDeleted = false;
    bool isHidden = false;
    bool isHeader = false; ///< or footer
    bool isFontTable = false;
    bool isBox = false;
    bool isNote = false;
    int unicodeSkip = 1;
    int font = -1;
};

class RtfReader {
public:
    RtfReader(std::string_view bytes, const std::string& fileName)
        : m_bytes(bytes)
        , m_fileName(fileName) {}

    base::Status read(const base::Task& task) {
        m_groups.emplace_back();
        std::size_t reported = 0;
        while (m_at < m_bytes.size()) {
            if (m_at - reported > (1U << 20U)) {
                reported = m_at;
                if (task.isStopped())
                    return base::Task::cancelled();
                task.report(m_at, m_bytes.size(), "reading a document");
            }
            if (base::Phrase words = document.excess(); !words.empty())
                return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}}, std::move(words));
            const char letter = m_bytes[m_at++];
            switch (letter) {
            case '{':
                flush();
                m_skip = 0; // what stands for a letter in old readers ends at a brace ("Unicode RTF")
                if (m_groups.size() >= deepest)
                    return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                                      base::said("has more than {} groups inside one another", deepest));
                m_groups.push_back(m_groups.back());
                m_groups.back().isBox = false;
                m_groups.back().isNote = false;
                m_isGroupStart = true;
                continue;
            case '}':
                flush();
                m_skip = 0;
                if (m_groups.back().isBox)
                    document.endBox();
                if (m_groups.back().isNote)
                    document.endNote();
                if (m_groups.size() > 1)
                    m_groups.pop_back();
                break;
            case '\\':
                control();
                break;
            case '\r':
            case '\n':
                continue;
            default:
                addByte(letter);
                break;
            }
            m_isGroupStart = m_isGroupStart && letter == '\\' && m_keepsGroupStart;
            m_keepsGroupStart = false;
        }
        flush();
        if (m_groups.size() > 1)
            document.warnings.emplace_back(
                "ends in the middle: it was cut off, and what stood behind its last words is missing");
        if (!m_row.empty())
            document.addRow(m_row);
        return {};
    }

    DocumentBuilder document;

private:
    [[nodiscard]] Group& group() { return m_groups.back(); }

    [[nodiscard]] bool isQuiet() { return group().isSkipped || group().isDeleted || group().isHidden; }

    void addByte(char letter) {
        if (m_skip > 0) {
            --m_skip;
            return;
        }
        countQuiet(letter != ' ');
        if (group().isFontTable || isQuiet())
            return;
        m_pending += letter;
    }

    /// What is left out is counted where it holds words.
    void countQuiet(bool isWord) {
        if (!isWord)
            return;
        const bool isHidden = group().isHidden && !group().isSkipped && !group().isDeleted;
        document.asides.hidden += isHidden && !m_wasHidden ? 1U : 0U;
        if (isHidden || !isQuiet())
            m_wasHidden = isHidden;
        document.asides.headers += group().isHeader && !m_isHeaderCounted ? 1U : 0U;
        m_isHeaderCounted = m_isHeaderCounted || group().isHeader;
    }

    void addUnicode(char32_t codePoint) {
        countQuiet(true);
        if (isQuiet() || group().isFontTable)
            return;
        flush();
        // A pair of surrogates comes as two numbers.
        if (codePoint >= 0xD800 && codePoint < 0xDC00) {
            m_high = codePoint;
            return;
        }
        if (codePoint >= 0xDC00 && codePoint < 0xE000) {
            codePoint = m_high == 0 ? 0xFFFD : 0x10000 + ((m_high - 0xD800) << 10U) + (codePoint - 0xDC00);
        }
        m_high = 0;
        if (codePoint < 0x20 && codePoint != '\t')
            return;
        std::string letter;
        text::appendCodePoint(letter, codePoint);
        document.text(letter);
    }

    void say(std::string_view words) {
        if (isQuiet())
            return;
        flush();
        document.text(words);
    }

    void flush() {
        if (m_pending.empty())
            return;
        std::string bytes;
        bytes.swap(m_pending);
        bool isPlain = true;
        for (char& letter : bytes) {
            isPlain = isPlain && static_cast<unsigned char>(letter) < 0x80;
            if (static_cast<unsigned char>(letter) < 0x20 && letter != '\t')
                letter = ' ';
        }
        if (isPlain) {
            document.text(bytes);
            return;
        }
        int page = m_codePage;
        if (const auto font = m_fonts.find(group().font); font != m_fonts.end() && font->second != 0)
            page = font->second;
        const auto decoded = text::decode(bytes, m_fileName, encodingOf(page));
        document.text(decoded ? std::string_view(decoded->text) : std::string_view("\uFFFD"));
    }

    void control() {
        if (m_at >= m_bytes.size())
            return;
        const char first = m_bytes[m_at];
        const bool isLetter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
        if (!isLetter) {
            ++m_at;
            sign(first);
            return;
        }
        const std::size_t begin = m_at;
        while (m_at < m_bytes.size() && ((m_bytes[m_at] >= 'a' && m_bytes[m_at] <= 'z') ||
                                         (m_bytes[m_at] >= 'A' && m_bytes[m_at] <= 'Z')))
            ++m_at;
        const std::string_view word = m_bytes.substr(begin, m_at - begin);
        bool isNegative = false;
        bool hasNumber = false;
        std::int64_t number = 0;
        if (m_at + 1 < m_bytes.size() && m_bytes[m_at] == '-' && m_bytes[m_at + 1] >= '0' &&
            m_bytes[m_at + 1] <= '9') {
            isNegative = true;
            ++m_at;
        }
        for (int digits = 0;
             m_at < m_bytes.size() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '9' && digits < 10; ++digits) {
            hasNumber = true;
            number = number * 10 + (m_bytes[m_at++] - '0');
        }
        while (hasNumber && m_at < m_bytes.size() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '9')
            ++m_at;
        if (isNegative)
            number = -number;
        if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
            ++m_at;
        if (m_skip > 0 && word != "bin") {
            // A control word counts as one character to be skipped.
            --m_skip;
            return;
        }
        apply(word, hasNumber, number);
    }

    void sign(char letter) {
        if (m_skip > 0 && (letter == '~' || letter == '_' || letter == '-')) {
            // A control symbol, too, counts as one character to be skipped.
            --m_skip;
            return;
        }
        switch (letter) {
        case '\'': {
            const auto digit = [](char each) {
                return each >= '0' && each <= '9'   ? each - '0'
                       : each >= 'a' && each <= 'f' ? each - 'a' + 10
                       : each >= 'A' && each <= 'F' ? each - 'A' + 10
                                                    : -1;
            };
            if (m_at + 2 > m_bytes.size())
                return;
            const int high = digit(m_bytes[m_at]);
            const int low = digit(m_bytes[m_at + 1]);
            m_at += 2;
            if (high >= 0 && low >= 0)
                addByte(static_cast<char>(high * 16 + low));
            return;
        }
        case '*':
            // A destination that readers may not know: only the text boxes of Word are looked into.
            m_isOptional = true;
            m_keepsGroupStart = true;
            return;
        case '~':
            say("\u00A0");
            return;
        case '_':
            say("\u2011");
            return;
        case '-':
            return;
        case '\r':
        case '\n':
            endParagraph();
            return;
        case '\\':
        case '{':
        case '}':
            addByte(letter);
            return;
        default:
            return;
        }
    }

    void endParagraph() {
        if (isQuiet())
            return;
        flush();
        document.endParagraph();
    }

    void apply(std::string_view word, bool hasNumber, std::int64_t number) {
        if (m_isGroupStart) {
            const bool isOptional = std::exchange(m_isOptional, false);
            if (word == "fonttbl") {
                flush();
                group().isFontTable = true;
                return;
            }
            if (word == "footnote" || word == "annotation") {
                flush();
                if (!isQuiet()) {
                    document.beginNote(word == "annotation");
                    group().isNote = true;
                }
                return;
            }
            if (word == "pict" && !isQuiet())
                ++document.asides.pictures;
            else if (word == "object" && !isQuiet())
                ++document.asides.others;
            if (word == "shptxt" || word == "dptxbxtext") {
                flush();
                if (!group().isSkipped)
                    return beginBox();
                return;
            }
            // The result of an embedded object is shown; so is what hangs in a shape.
            const bool isLookedInto = word == "shpinst" || word == "shprslt" || word == "shp" ||
                                      word == "do" || word == "nesttableprops";
            if (isDestination(word) || (isOptional && !isLookedInto) || word == "shprslt") {
                flush();
                group().isHeader = isHeader(word) && !isQuiet();
                m_isHeaderCounted = m_isHeaderCounted && !group().isHeader;
                group().isSkipped = true;
                return;
            }
            if (isOptional)
                return;
        }
        if (word == "par" || word == "sect") {
            // In a table a paragraph is a line of its cell.
            if (m_isInTable && word == "par")
                say("\n");
            else
                endParagraph();
        } else if (word == "pard") {
            m_isInTable = false;
        } else if (word == "outlinelevel") {
            if (!isQuiet() && hasNumber && number >= 0 && number <= 8)
                document.markHeading();
        } else if (word == "intbl") {
            m_isInTable = true;
        } else if (word == "line" || word == "lbr") {
            say("\n");
        } else if (word == "page" || word == "column") {
            endParagraph();
        } else if (word == "tab") {
            say("\t");
        } else if (word == "cell") {
            if (!isQuiet()) {
                flush();
                endNestedRow();
                m_row.push_back(document.takeCell());
            }
        } else if (word == "row") {
            if (!isQuiet()) {
                document.addRow(m_row);
                m_row.clear();
            }
        } else if (word == "itap") {
            // A table in a cell begins: what the cell said so far stands above it.
            if (!isQuiet() && number >= 2 && !m_isNested) {
                flush();
                m_isNested = true;
                m_around += document.takeCell();
            }
        } else if (word == "nestcell") {
            if (!isQuiet()) {
                flush();
                m_nested.push_back(document.takeCell());
            }
        } else if (word == "nestrow") {
            if (!isQuiet()) {
                flush();
                endNestedRow();
            }
        } else if (word == "u") {
            if (hasNumber) {
                addUnicode(static_cast<char32_t>(static_cast<std::uint16_t>(number)));
                m_skip = group().unicodeSkip;
            }
        } else if (word == "uc") {
            group().unicodeSkip = static_cast<int>(std::clamp<std::int64_t>(number, 0, 16));
        } else if (word == "bin") {
            flush();
            const auto length = static_cast<std::size_t>(std::max<std::int64_t>(number, 0));
            m_at = length > m_bytes.size() - m_at ? m_bytes.size() : m_at + length;
        } else if (word == "ansicpg") {
            m_codePage = static_cast<int>(number);
        } else if (word == "mac") {
            m_codePage = 10000;
        } else if (word == "pc") {
            m_codePage = 437;
        } else if (word == "pca") {
            m_codePage = 850;
        } else if (word == "deff") {
            m_defaultFont = static_cast<int>(number);
        } else if (word == "f") {
            flush();
            group().font = static_cast<int>(number);
        } else if (word == "fcharset") {
            if (group().isFontTable)
                m_fonts[group().font] = pageOfCharset(static_cast<int>(number));
        } else if (word == "cpg") {
            if (group().isFontTable)
                m_fonts[group().font] = static_cast<int>(number);
        } else if (word == "plain") {
            flush();
            group().isHidden = false;
            group().isDeleted = false;
            group().font = m_defaultFont;
        } else if (word == "v") {
            flush();
            group().isHidden = !hasNumber || number != 0;
        } else if (word == "deleted") {
            flush();
            const bool isOn = !hasNumber || number != 0;
            document.asides.deletions += isOn && !group().isDeleted ? 1U : 0U;
            group().isDeleted = isOn;
        } else if (word == "revised") {
            document.asides.insertions += !hasNumber || number != 0 ? 1U : 0U;
        } else {
            letterOf(word);
        }
    }

    /// A row of a table in a cell is a line of the cell.
    void endNestedRow() {
        std::string cell = std::exchange(m_around, {}) + document.takeCell();
        if (std::string row = rowText(std::exchange(m_nested, {})); !row.empty())
            cell += row + '\n';
        m_isNested = false;
        document.text(cell);
    }

    void letterOf(std::string_view word) {
        static const std::unordered_map<std::string_view, std::string_view> letters{
            {"emdash", "\u2014"},    {"endash", "\u2013"},    {"lquote", "\u2018"}, {"rquote", "\u2019"},
            {"ldblquote", "\u201C"}, {"rdblquote", "\u201D"}, {"bullet", "\u2022"}, {"emspace", "\u2003"},
            {"enspace", "\u2002"},   {"qmspace", "\u2005"},   {"zwj", "\u200D"},    {"zwnj", "\u200C"}};
        if (const auto found = letters.find(word); found != letters.end())
            say(found->second);
    }

    void beginBox() {
        if (isQuiet())
            return;
        document.beginBox();
        group().isBox = true;
    }

    std::string_view m_bytes;
    const std::string& m_fileName;
    std::size_t m_at = 0;
    std::vector<Group> m_groups;
    std::unordered_map<int, int> m_fonts;
    std::vector<std::string> m_row;
    std::vector<std::string> m_nested; ///< cells of a row of a table in a cell
    std::string m_around;              ///< what the cell said above it
    std::string m_pending;
    int m_codePage = 1252;
    int m_defaultFont = -1;
    int m_skip = 0;
    char32_t m_high = 0;
    bool m_isGroupStart = false;
    bool m_keepsGroupStart = false;
    bool m_isOptional = false;
    bool m_isInTable = false;
    bool m_isNested = false;
    bool m_wasHidden = false;
    bool m_isHeaderCounted = false;
};

} // namespace

Likelihood probeRtf(std::string_view head, std::string_view /*fileName*/) {
    return head.substr(0, 5) == "{\\rtf" ? Likelihood::Certain : Likelihood::None;
}

base::Result<DocumentBuilder> rtfDocument(std::string_view bytes, const std::string& fileName,
                                          const base::Task& task) {
    if (probeRtf(bytes, fileName) == Likelihood::None)
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "is no Rich Text document");
    RtfReader reader(bytes, fileName);
    RAPPORT_TRY(reader.read(task));
    return std::move(reader.document);
}

base::Result<Records> readRtf(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    RAPPORT_ASSIGN(DocumentBuilder document, rtfDocument(bytes, fileName, task));
    return document.finish(fileName, options);
}

} // namespace rapport::exchange
