// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "report/escape.h"
#include "report/grid.h"
#include "report/page_writers.h"
#include "text/utf8.h"

#include <algorithm>

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

class LatexWriter {
public:
    explicit LatexWriter(const Page& page)
        : m_page(page) {}

    std::string text() {
        m_out = "% !TEX encoding = UTF-8\n\\documentclass[a4paper,10pt]{article}\n"
                "\\usepackage{iftex}\n\\ifPDFTeX\n\\usepackage[T1]{fontenc}\n\\usepackage[utf8]{inputenc}\n"
                "\\DeclareUnicodeCharacter{2212}{\\ensuremath{-}}\n\\DeclareUnicodeCharacter{202F}{\\,}\n"
                "\\DeclareUnicodeCharacter{2264}{\\ensuremath{\\leq}}\n\\DeclareUnicodeCharacter{2265}{"
                "\\ensuremath{\\geq}}\n"
                "\\DeclareUnicodeCharacter{00D7}{\\ensuremath{\\times}}\n\\DeclareUnicodeCharacter{03BA}{"
                "\\ensuremath{\\kappa}}\n"
                "\\DeclareUnicodeCharacter{03B1}{\\ensuremath{\\alpha}}\n\\DeclareUnicodeCharacter{2011}{-}"
                "\n\\fi\n"
                "\\usepackage{textcomp}\n\\usepackage[a4paper,landscape,margin=18mm]{geometry}\n"
                "\\usepackage{booktabs,longtable,array}\n\\setlength{\\LTleft}{0pt}\\setlength{\\tabcolsep}{"
                "4pt}\n";
        m_out += m_page.language == "nl" ? "\\usepackage[dutch]{babel}\n" : "\\usepackage[english]{babel}\n";
        m_out += "\\begin{document}\n";
        for (const Block& block : m_page.blocks)
            std::visit([this](const auto& content) { write(content); }, block);
        return m_out + "\\end{document}\n";
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
