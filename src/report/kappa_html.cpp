// SPDX-License-Identifier: GPL-3.0-or-later
// A page as one HTML file. Everything that is text passes through escapeHtml(); charts are made by charts.h,
// which escapes its own.
#include "report/charts.h"
#include "report/escape.h"
#include "report/kappa_page.h"
#include "report/page_writers.h"
#include "report/style.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace rapport::report {

namespace {

class HtmlWriter {
public:
    explicit HtmlWriter(Page page)
        : m_page(std::move(page)) {}

    [[nodiscard]] std::string text() {
        m_out = fmt::format("<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n"
                            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                            "<title>{1}</title>\n<style>{2}</style>\n</head>\n<body>\n<main>\n",
                            m_page.language, escapeXml(plainText(m_page.title)), styleSheet());
        bool isOpened = false;
        for (const Block& block : m_page.blocks) {
            const auto* heading = std::get_if<Heading>(&block);
            const bool opensSection = heading != nullptr && heading->level == 2;
            if (opensSection) {
                if (isOpened)
                    m_out += "</section>\n";
                else
                    writeContents();
                isOpened = true;
                m_out += fmt::format("<section aria-labelledby=\"{}\">\n", heading->id);
            }
            std::visit([this](const auto& content) { write(content); }, block);
        }
        if (isOpened)
            m_out += "</section>\n";
        return m_out + "</main>\n</body>\n</html>\n";
    }

private:
    void writeContents() {
        m_out += fmt::format("<nav aria-label=\"{}\">\n<ol>\n", escapeXml(m_page.contents));
        for (const Block& block : m_page.blocks)
            if (const auto* heading = std::get_if<Heading>(&block); heading != nullptr && heading->level == 2)
                m_out +=
                    fmt::format("<li><a href=\"#{}\">{}</a></li>\n", heading->id, escapeHtml(heading->text));
        m_out += "</ol>\n</nav>\n";
    }

    void write(const Heading& heading) {
        const std::string id = heading.id.empty() ? "" : fmt::format(" id=\"{}\"", heading.id);
        m_out += fmt::format("<h{0}{1}>{2}</h{0}>\n", heading.level, id, escapeHtml(heading.text));
    }

    void write(const Paragraph& paragraph) {
        const std::string text = escapeHtml(paragraph.text);
        const std::string language =
            paragraph.language.empty() ? "" : fmt::format(" lang=\"{}\"", paragraph.language);
        switch (paragraph.kind) {
        case ParagraphKind::Plain:
            m_out += fmt::format("<p{}>{}</p>\n", language, text);
            break;
        case ParagraphKind::Lead:
            m_out += fmt::format("<p class=\"lead\"{}>{}</p>\n", language, text);
            break;
        case ParagraphKind::Note:
            m_out += fmt::format("<p class=\"note\"{}>{}</p>\n", language, text);
            break;
        case ParagraphKind::Warning:
            m_out += fmt::format("<p class=\"warning\"{}>{}</p>\n", language, text);
            break;
        case ParagraphKind::Quotation:
            m_out += fmt::format("<blockquote{}>{}</blockquote>\n", language, text);
            break;
        }
    }

    void write(const Facts& facts) {
        m_out += "<dl class=\"facts\">\n";
        for (const auto& [label, value] : facts.items)
            m_out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escapeHtml(label), escapeHtml(value));
        m_out += "</dl>\n";
    }

    void write(const Bullets& bullets) {
        m_out += "<ul>\n";
        for (const std::string& item : bullets.items)
            m_out += fmt::format("<li>{}</li>\n", escapeHtml(item));
        m_out += "</ul>\n";
    }

    void write(const Tally& tally) {
        m_out += "<ul class=\"tally\">\n";
        for (const auto& [verdict, text] : tally.items)
            m_out += fmt::format("<li>{}</li>\n", verdictText(verdict, text));
        m_out += "</ul>\n";
    }

    void write(const Figure& figure) {
        m_out += fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}\n</figure>\n",
                             escapeHtml(figure.caption), figure.chart);
    }

    void write(const Definitions& definitions) {
        m_out += "<dl class=\"definitions\">\n";
        for (const Definition& item : definitions.items)
            m_out += fmt::format("<dt id=\"caveat-{0}\">{0}</dt><dd><strong>{1}.</strong> {2}</dd>\n",
                                 item.mark, escapeHtml(item.term), escapeHtml(item.text));
        m_out += "</dl>\n";
    }

    void write(const Table& table) {
        // Tables that follow each other with the same columns line up when they are as wide as the page.
        constexpr std::size_t manyColumns = 9;
        m_out += fmt::format(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n<table{}>\n"
            "<caption>{}</caption>\n<thead><tr>",
            escapeXml(plainText(table.caption)), table.columns.size() >= manyColumns ? " class=\"full\"" : "",
            escapeHtml(table.caption));
        for (const Column& column : table.columns) {
            const std::string_view looks = column.isChart    ? " class=\"chart\""
                                           : column.isFigure ? " class=\"figure\""
                                                             : "";
            const std::string title = column.isChart
                                          ? fmt::format("<span class=\"visually-hidden\">{}</span>{}",
                                                        escapeHtml(column.title), column.chart)
                                          : escapeHtml(column.title);
            m_out += fmt::format("<th scope=\"col\"{}>{}</th>", looks, title);
        }
        m_out += "</tr></thead>\n<tbody>\n";
        bool isFirst = true;
        for (const TableRow& row : table.rows) {
            if (row.isGroup) {
                if (!isFirst)
                    m_out += "</tbody>\n<tbody>\n";
                m_out +=
                    fmt::format("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>\n",
                                table.columns.size(), escapeHtml(row.cells.front().text));
            } else {
                m_out += "<tr>";
                for (const Cell& cell : row.cells)
                    writeCell(cell);
                m_out += "</tr>\n";
            }
            isFirst = false;
        }
        m_out += "</tbody>\n</table>\n</div>\n";
    }

    void writeCell(const Cell& cell) {
        if (cell.isHeading) {
            m_out += fmt::format("<th scope=\"row\">{}</th>", content(cell));
            return;
        }
        std::string looks;
        if (!cell.chart.empty())
            looks = " class=\"chart\"";
        else if (cell.isFigure) {
            const bool hasDigits = cell.text.find_first_of("0123456789") != std::string::npos;
            looks = hasDigits ? " class=\"figure\"" : " class=\"figure absent\"";
        }
        if (cell.shade > 0)
            looks += fmt::format(" style=\"background: rgb(var(--cell) / {:.2f})\"", 0.05 + 0.4 * cell.shade);
        m_out += fmt::format("<td{}>{}</td>", looks, content(cell));
    }

    [[nodiscard]] std::string content(const Cell& cell) const {
        if (!cell.chart.empty())
            return cell.chart;
        if (cell.verdict)
            return verdictText(*cell.verdict, cell.text);
        std::string out;
        if (cell.tag)
            out += tag(*cell.tag);
        if (cell.state != CellState::None)
            out +=
                fmt::format("<span class=\"state {}\">{}</span>",
                            cell.state == CellState::Present ? "present" : "missing", escapeHtml(cell.text));
        else
            out += escapeHtml(cell.text);
        if (!cell.note.empty())
            out += fmt::format(" <span class=\"small\">{}</span>", escapeHtml(cell.note));
        if (!cell.marks.empty()) {
            out += "<sup>";
            for (std::size_t begin = 0; begin < cell.marks.size();) {
                std::size_t end = cell.marks.find(' ', begin);
                if (end == std::string::npos)
                    end = cell.marks.size();
                out += fmt::format("<a href=\"#caveat-{0}\">{0}</a>", cell.marks.substr(begin, end - begin));
                begin = end + 1;
            }
            out += "</sup>";
        }
        return out;
    }

    [[nodiscard]] static std::string verdictText(agreement::Verdict verdict, const std::string& text) {
        return fmt::format("<span class=\"verdict {}\"><span aria-hidden=\"true\">{}</span>{}</span>",
                           agreement::name(verdict), verdictIcon(verdict, text), escapeHtml(text));
    }

    [[nodiscard]] static std::string tag(const Tag& tag) {
        const std::string light = checkedColour(tag.colour);
        const std::string dark = darkCodeColour(tag.colour);
        // 16 and 26 per cent of the colour as its ground.
        return fmt::format(
            "<span class=\"tag\" style=\"border-color: {0}; background: {0}29; --tag-dark: {1}; "
            "--tint-dark: {1}42\">{2}</span>",
            light, dark, escapeHtml(tag.letters));
    }

    Page m_page;
    std::string m_out;
};

} // namespace

std::string htmlOf(Page page) {
    return HtmlWriter(std::move(page)).text();
}

std::string toHtml(const KappaReport& report, Language language) {
    return HtmlWriter(kappaPage(report, language)).text();
}

} // namespace rapport::report
