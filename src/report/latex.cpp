// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "report/escape.h"
#include "report/grid.h"
#include "report/page_writers.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

namespace rapport::report {

namespace {

std::string escaped(std::string_view typed) {
    const std::string text = plainText(typed);
    std::string out;
    std::size_t byte = 0;
    while (byte < text.size()) {
        const std::size_t begin = byte;
        switch (const char32_t letter = text::readCodePoint(text, byte); letter) {
        case U'\\':
            out += "\\textbackslash{}";
            break;
        case U'&':
        case U'%':
        case U'$':
        case U'#':
        case U'_':
        case U'{':
        case U'}':
            out += '\\';
            out += static_cast<char>(letter);
            break;
        case U'~':
            out += "\\textasciitilde{}";
            break;
        case U'^':
            out += "\\textasciicircum{}";
            break;
        case U'<':
            out += "\\textless{}";
            break;
        case U'>':
            out += "\\textgreater{}";
            break;
        case U'|':
            out += "\\textbar{}";
            break;
        case U'"':
            out += "\\textquotedbl{}";
            break;
        case U'\'':
            out += "\\textquotesingle{}";
            break;
        case U'\n':
        case U'\t':
            out += ' ';
            break;
        // An optional argument may not begin behind a line's end.
        case U'[':
            out += "{[}";
            break;
        case U']':
            out += "{]}";
            break;
        default:
            if (letter >= 0x20)
                out += text.substr(begin, byte - begin);
        }
    }
    return out;
}

/// Signs that pdfLaTeX has no letter for, as formulas.
const std::map<char32_t, std::string_view>& formulas() {
    static const std::map<char32_t, std::string_view> known{{U'\u2212', "-"},
                                                            {U'\u2264', "\\leq"},
                                                            {U'\u2265', "\\geq"},
                                                            {U'\u00D7', "\\times"},
                                                            {U'\u2248', "\\approx"},
                                                            {U'\u2260', "\\neq"},
                                                            {U'\u2192', "\\rightarrow"},
                                                            {U'\u2190', "\\leftarrow"},
                                                            {U'\u2194', "\\leftrightarrow"},
                                                            {U'\u2022', "\\bullet"},
                                                            {U'\u221A', "\\surd"},
                                                            {U'\u221E', "\\infty"},
                                                            {U'\u2211', "\\sum"},
                                                            {U'\u2032', "'"},
                                                            {U'\u2033', "''"},
                                                            {U'\u0391', "\\mathrm{A}"},
                                                            {U'\u0392', "\\mathrm{B}"},
                                                            {U'\u0393', "\\Gamma"},
                                                            {U'\u0394', "\\Delta"},
                                                            {U'\u0395', "\\mathrm{E}"},
                                                            {U'\u0396', "\\mathrm{Z}"},
                                                            {U'\u0397', "\\mathrm{H}"},
                                                            {U'\u0398', "\\Theta"},
                                                            {U'\u0399', "\\mathrm{I}"},
                                                            {U'\u039A', "\\mathrm{K}"},
                                                            {U'\u039B', "\\Lambda"},
                                                            {U'\u039C', "\\mathrm{M}"},
                                                            {U'\u039D', "\\mathrm{N}"},
                                                            {U'\u039E', "\\Xi"},
                                                            {U'\u039F', "\\mathrm{O}"},
                                                            {U'\u03A0', "\\Pi"},
                                                            {U'\u03A1', "\\mathrm{P}"},
                                                            {U'\u03A3', "\\Sigma"},
                                                            {U'\u03A4', "\\mathrm{T}"},
                                                            {U'\u03A5', "\\Upsilon"},
                                                            {U'\u03A6', "\\Phi"},
                                                            {U'\u03A7', "\\mathrm{X}"},
                                                            {U'\u03A8', "\\Psi"},
                                                            {U'\u03A9', "\\Omega"},
                                                            {U'\u03B1', "\\alpha"},
                                                            {U'\u03B2', "\\beta"},
                                                            {U'\u03B3', "\\gamma"},
                                                            {U'\u03B4', "\\delta"},
                                                            {U'\u03B5', "\\varepsilon"},
                                                            {U'\u03B6', "\\zeta"},
                                                            {U'\u03B7', "\\eta"},
                                                            {U'\u03B8', "\\theta"},
                                                            {U'\u03B9', "\\iota"},
                                                            {U'\u03BA', "\\kappa"},
                                                            {U'\u03BB', "\\lambda"},
                                                            {U'\u03BC', "\\mu"},
                                                            {U'\u03BD', "\\nu"},
                                                            {U'\u03BE', "\\xi"},
                                                            {U'\u03BF', "o"},
                                                            {U'\u03C0', "\\pi"},
                                                            {U'\u03C1', "\\rho"},
                                                            {U'\u03C2', "\\varsigma"},
                                                            {U'\u03C3', "\\sigma"},
                                                            {U'\u03C4', "\\tau"},
                                                            {U'\u03C5', "\\upsilon"},
                                                            {U'\u03C6', "\\varphi"},
                                                            {U'\u03C7', "\\chi"},
                                                            {U'\u03C8', "\\psi"},
                                                            {U'\u03C9', "\\omega"}};
    return known;
}

/// Letters that the fonts T1 and TS1 have.
bool isInFonts(char32_t letter) {
    if (letter < 0x80)
        return true;
    static constexpr std::u32string_view absent =
        U"\u00D7\u0126\u0127\u0138\u013F\u0140\u0149\u0166\u0167\u017F";
    if (letter >= 0xA0 && letter < 0x180)
        return absent.find(letter) == std::u32string_view::npos;
    static constexpr std::u32string_view others = U"\u2010\u2013\u2014\u2018\u2019\u201A\u201C\u201D\u201E"
                                                  U"\u2020\u2021\u2026\u2030\u2039\u203A\u20AC\u2122";
    return others.find(letter) != std::u32string_view::npos;
}

/// For pdfLaTeX, which stops at a letter that it does not know: what the text holds besides its fonts. A
/// letter of another script (or a picture) is set as its number, which says that one stands there.
std::string declarations(std::string_view text) {
    std::set<char32_t> letters;
    for (std::size_t at = 0; at < text.size();) {
        if (const char32_t letter = text::readCodePoint(text, at); !isInFonts(letter))
            letters.insert(letter);
    }
    std::string out;
    for (const char32_t letter : letters) {
        std::string shown = fmt::format("{{[}}U+{:04X}{{]}}", static_cast<std::uint32_t>(letter));
        if (const auto known = formulas().find(letter); known != formulas().end())
            shown = fmt::format("\\ensuremath{{{}}}", known->second);
        else if (letter == U'\u202F' || letter == U'\u2009')
            shown = "\\,";
        else if (letter == U'\u2011')
            shown = "-";
        out += fmt::format("\\DeclareUnicodeCharacter{{{:04X}}}{{{}}}\n", static_cast<std::uint32_t>(letter),
                           shown);
    }
    return out;
}

class LatexWriter {
public:
    explicit LatexWriter(const Page& page)
        : m_page(page) {}

    std::string text() {
        for (const Block& block : m_page.blocks)
            std::visit([this](const auto& content) { write(content); }, block);
        std::string head =
            "% !TEX encoding = UTF-8\n\\documentclass[a4paper,10pt]{article}\n"
            "\\usepackage{iftex}\n\\ifPDFTeX\n\\usepackage[T1]{fontenc}\n\\usepackage[utf8]{inputenc}\n";
        head += declarations(m_out);
        head += "\\fi\n\\usepackage{textcomp}\n\\usepackage[a4paper,landscape,margin=18mm]{geometry}\n"
                "\\usepackage{booktabs,longtable,array}\n\\setlength{\\LTleft}{0pt}\\setlength{\\tabcolsep}{"
                "4pt}\n";
        head += m_page.language == "nl" ? "\\usepackage[dutch]{babel}\n" : "\\usepackage[english]{babel}\n";
        return head + "\\begin{document}\n" + m_out + "\\end{document}\n";
    }

private:
    void write(const Heading& heading) {
        static constexpr const char* const commands[] = {"section*", "section*", "subsection*",
                                                         "subsubsection*", "paragraph*"};
        if (heading.level == 1)
            m_out += fmt::format("\\begin{{center}}\\LARGE\\bfseries {}\\end{{center}}\n\n",
                                 escaped(heading.text));
        else
            m_out += fmt::format("\\{}{{{}}}\n\n", commands[std::clamp(heading.level - 1, 1, 4)],
                                 escaped(heading.text));
    }
    void write(const Paragraph& paragraph) {
        const std::string text = escaped(paragraph.text);
        switch (paragraph.kind) {
        case ParagraphKind::Quotation:
        case ParagraphKind::Warning:
            m_out += fmt::format("\\begin{{quote}}\n{}\n\\end{{quote}}\n\n", text);
            break;
        case ParagraphKind::Note:
            m_out += fmt::format("{{\\small {}\\par}}\n\n", text);
            break;
        case ParagraphKind::Lead:
            m_out += fmt::format("{{\\large {}\\par}}\n\n", text);
            break;
        case ParagraphKind::Plain:
            m_out += text + "\n\n";
        }
    }
    void write(const Facts& facts) {
        if (facts.items.empty())
            return;
        m_out += "\\begin{description}\n";
        for (const auto& [label, value] : facts.items)
            m_out += fmt::format("\\item[{{{}}}] {}\n", escaped(label), escaped(value));
        m_out += "\\end{description}\n\n";
    }
    void list(const std::vector<std::string>& items) {
        if (items.empty())
            return;
        m_out += "\\begin{itemize}\n";
        for (const std::string& item : items)
            m_out += "\\item " + item + '\n';
        m_out += "\\end{itemize}\n\n";
    }
    void write(const Bullets& bullets) {
        std::vector<std::string> items;
        for (const std::string& item : bullets.items)
            items.push_back(escaped(item));
        list(items);
    }
    void write(const Tally& tally) {
        std::vector<std::string> items;
        for (const auto& [verdict, text] : tally.items)
            items.push_back(escaped(text));
        list(items);
    }
    void write(const Figure& /*unused*/) {}
    void write(const Definitions& definitions) {
        std::vector<std::string> items;
        for (const Definition& item : definitions.items)
            items.push_back(fmt::format("({}) \\textbf{{{}.}} {}", escaped(item.mark), escaped(item.term),
                                        escaped(item.text)));
        list(items);
    }
    void write(const Table& table) {
        const Grid grid = gridOf(table, Charts::LeftOut);
        if (grid.head.empty())
            return;
        const std::size_t columns = grid.head.size();
        // Words break within their columns, figures do not.
        const auto words = std::count_if(grid.head.begin(), grid.head.end(),
                                         [](const GridCell& cell) { return !cell.isFigure; });
        const auto figures = static_cast<std::int64_t>(columns) - words;
        const double width = words == 0 ? 0
                                        : std::max(0.92 - 0.065 * static_cast<double>(figures), 0.25) /
                                              static_cast<double>(words);
        std::string form;
        std::string head;
        for (const GridCell& cell : grid.head) {
            form += cell.isFigure
                        ? std::string("r")
                        : fmt::format(">{{\\raggedright\\arraybackslash}}p{{{:.3f}\\linewidth}}", width);
            head += (head.empty() ? "" : " & ") + escaped(cell.text);
        }
        m_out += fmt::format("{{\\small\n\\begin{{longtable}}{{{}}}\n\\multicolumn{{{}}}{{l}}{{\\textbf{{{}}}"
                             "}}\\\\\n\\toprule\n",
                             form, columns, escaped(table.caption));
        m_out += head + " \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endlastfoot\n";
        for (const GridRow& row : grid.rows) {
            if (row.isGroup) {
                m_out += fmt::format("\\multicolumn{{{}}}{{l}}{{\\textit{{{}}}}} \\\\\n", columns,
                                     escaped(row.cells.front().text));
                continue;
            }
            std::string line;
            for (const GridCell& cell : row.cells)
                line += (&cell == &row.cells.front() ? "" : " & ") + escaped(cell.text);
            m_out += line + " \\\\\n";
        }
        m_out += "\\end{longtable}\n}\n\n";
    }

    const Page& m_page;
    std::string m_out;
};

} // namespace

std::string latexOf(const Page& page) {
    return LatexWriter(page).text();
}

} // namespace rapport::report
