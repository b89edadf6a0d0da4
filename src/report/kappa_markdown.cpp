// SPDX-License-Identifier: GPL-3.0-or-later
// A page as CommonMark with tables. Drawings are left out: the tables beside them give their numbers.
#include "report/escape.h"
#include "report/kappa_page.h"
#include "report/page_writers.h"

#include <string_view>
#include <utility>

namespace rapport::report {

namespace {

class MarkdownWriter {
public:
    explicit MarkdownWriter(Page page)
        : m_page(std::move(page)) {}

    [[nodiscard]] std::string text() {
        for (const Block& block : m_page.blocks)
            std::visit([this](const auto& content) { write(content); }, block);
        while (m_out.ends_with("\n\n"))
            m_out.pop_back();
        return m_out;
    }

private:
    void write(const Heading& heading) {
        m_out += std::string(static_cast<std::size_t>(heading.level), '#') + ' ' +
                 escapeMarkdown(heading.text) + "\n\n";
    }

    void write(const Paragraph& paragraph) {
        const bool isSetOff =
            paragraph.kind == ParagraphKind::Warning || paragraph.kind == ParagraphKind::Quotation;
        if (isSetOff)
            m_out += "> ";
        m_out += escapeMarkdown(paragraph.text) + "\n\n";
    }

    void write(const Facts& facts) {
        for (const auto& [label, value] : facts.items)
            m_out += fmt::format("- **{}:** {}\n", escapeMarkdown(label), escapeMarkdown(value));
        m_out += '\n';
    }

    void write(const Bullets& bullets) {
        for (const std::string& item : bullets.items)
            m_out += fmt::format("- {}\n", escapeMarkdown(item));
        m_out += '\n';
    }

    void write(const Tally& tally) {
        for (const auto& [verdict, text] : tally.items)
            m_out += fmt::format("- {}\n", escapeMarkdown(text));
        m_out += '\n';
    }

    void write(const Figure& /*unused*/) {}

    void write(const Definitions& definitions) {
        for (const Definition& item : definitions.items)
            m_out += fmt::format("- ({}) **{}.** {}\n", item.mark, escapeMarkdown(item.term),
                                 escapeMarkdown(item.text));
        m_out += '\n';
    }

    void write(const Table& table) {
        m_out += fmt::format("**{}**\n\n|", escapeMarkdown(table.caption));
        std::string rule = "|";
        for (const Column& column : table.columns) {
            if (column.isChart)
                continue;
            m_out += fmt::format(" {} |", escapeMarkdown(column.title));
            rule += column.isFigure ? " ---: |" : " --- |";
        }
        m_out += '\n' + rule + '\n';
        for (const TableRow& row : table.rows) {
            m_out += '|';
            if (row.isGroup) {
                m_out += fmt::format(" **{}** |", escapeMarkdown(row.cells.front().text));
                bool isFirst = true;
                for (const Column& column : table.columns) {
                    if (!column.isChart && !isFirst)
                        m_out += " |";
                    isFirst = false;
                }
            } else {
                for (std::size_t index = 0; index < row.cells.size(); ++index)
                    if (!table.columns[index].isChart)
                        m_out += ' ' + content(row.cells[index]) + " |";
            }
            m_out += '\n';
        }
        m_out += '\n';
    }

    [[nodiscard]] static std::string content(const Cell& cell) {
        std::string out;
        if (cell.tag)
            out += fmt::format("**{}** ", escapeMarkdown(cell.tag->letters));
        out += escapeMarkdown(cell.text);
        if (!cell.note.empty())
            out += " (" + escapeMarkdown(cell.note) + ')';
        if (!cell.marks.empty())
            out += " (" + cell.marks + ')';
        return out;
    }

    Page m_page;
    std::string m_out;
};

} // namespace

std::string markdownOf(Page page) {
    return MarkdownWriter(std::move(page)).text();
}

std::string toMarkdown(const KappaReport& report, Language language) {
    return MarkdownWriter(kappaPage(report, language)).text();
}

} // namespace rapport::report
