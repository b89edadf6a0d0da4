// SPDX-License-Identifier: GPL-3.0-or-later
// A page as the small HTML that rich-text engines know: attributes instead of style sheets, drawings as data.
#include "base/format.h"
#include "report/escape.h"
#include "report/office_text.h"
#include "report/page_writers.h"

#include <cstdint>

namespace rapport::report {

namespace {

std::string base64(std::string_view bytes) {
    static constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t three = 0;
        for (std::size_t place = 0; place < 3; ++place)
            three = (three << 8U) |
                    (at + place < bytes.size() ? static_cast<unsigned char>(bytes[at + place]) : 0U);
        for (std::size_t place = 0; place < 4; ++place)
            out += at + place <= bytes.size() ? letters[(three >> (18U - 6U * place)) & 63U] : '=';
    }
    return out;
}

std::string image(const std::string& svg) {
    return "<img src=\"data:image/svg+xml;base64," + base64(svg) + "\">";
}

class PrintWriter {
public:
    explicit PrintWriter(const Page& page)
        : m_page(page) {}

    std::string text() {
        m_out = fmt::format("<html><head><title>{}</title></head><body>\n", officeText(m_page.title));
        for (const Block& block : m_page.blocks)
            std::visit([this](const auto& content) { write(content); }, block);
        return m_out + "</body></html>\n";
    }

private:
    void write(const Heading& heading) {
        m_out += fmt::format("<h{0}>{1}</h{0}>\n", heading.level, officeText(heading.text));
    }
    void write(const Paragraph& paragraph) {
        const std::string text = officeText(paragraph.text);
        if (paragraph.kind == ParagraphKind::Quotation)
            m_out += "<blockquote>" + text + "</blockquote>\n";
        else if (paragraph.kind == ParagraphKind::Warning)
            m_out += "<p><b>" + text + "</b></p>\n";
        else
            m_out += "<p>" + text + "</p>\n";
    }
    void write(const Facts& facts) {
        m_out += "<table cellspacing=\"0\" cellpadding=\"2\">\n";
        for (const auto& [label, value] : facts.items)
            m_out +=
                fmt::format("<tr><td><b>{}</b></td><td>{}</td></tr>\n", officeText(label), officeText(value));
        m_out += "</table>\n";
    }
    void write(const Bullets& bullets) {
        m_out += "<ul>\n";
        for (const std::string& item : bullets.items)
            m_out += "<li>" + officeText(item) + "</li>\n";
        m_out += "</ul>\n";
    }
    void write(const Tally& tally) {
        m_out += "<ul>\n";
        for (const auto& [verdict, text] : tally.items)
            m_out += "<li>" + officeText(text) + "</li>\n";
        m_out += "</ul>\n";
    }
    void write(const Figure& figure) {
        m_out +=
            fmt::format("<p><b>{}</b></p>\n<p>{}</p>\n", officeText(figure.caption), image(figure.chart));
    }
    void write(const Definitions& definitions) {
        m_out += "<ul>\n";
        for (const Definition& item : definitions.items)
            m_out += fmt::format("<li>({}) <b>{}.</b> {}</li>\n", officeText(item.mark),
                                 officeText(item.term), officeText(item.text));
        m_out += "</ul>\n";
    }
    void write(const Table& table) {
        m_out += fmt::format(
            "<p><b>{}</b></p>\n<table width=\"100%\" border=\"0\" cellspacing=\"0\" cellpadding=\"3\">\n"
            "<thead><tr bgcolor=\"#E8EBEF\">",
            officeText(table.caption));
        for (const Column& column : table.columns)
            m_out += fmt::format("<th align=\"{}\">{}</th>", column.isFigure ? "right" : "left",
                                 column.isChart ? column.chart.empty() ? std::string() : image(column.chart)
                                                : officeText(column.title));
        m_out += "</tr></thead>\n";
        bool isShaded = false;
        for (const TableRow& row : table.rows) {
            if (row.isGroup) {
                m_out += fmt::format("<tr><td colspan=\"{}\"><b>{}</b></td></tr>\n", table.columns.size(),
                                     officeText(row.cells.front().text));
                isShaded = false;
                continue;
            }
            m_out += isShaded ? "<tr bgcolor=\"#F5F6F8\">" : "<tr>";
            isShaded = !isShaded;
            for (const Cell& cell : row.cells)
                m_out += fmt::format("<td align=\"{}\">{}</td>", cell.isFigure ? "right" : "left",
                                     cell.chart.empty() ? officeText(cellText(cell)) : image(cell.chart));
            m_out += "</tr>\n";
        }
        m_out += "</table>\n<p></p>\n";
    }

    const Page& m_page;
    std::string m_out;
};

} // namespace

std::string printHtmlOf(const Page& page) {
    return PrintWriter(page).text();
}

} // namespace rapport::report
