// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "package/zip_writer.h"
#include "report/office_text.h"
#include "report/page_writers.h"

#include <algorithm>

namespace rapport::report {

namespace {

constexpr const char* spaces =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";

std::string paragraphStyle(const char* name, const char* text, const char* paragraph) {
    return fmt::format(
        "<style:style style:name=\"{}\" style:family=\"paragraph\"><style:paragraph-properties "
        "{}/><style:text-properties {}/></style:style>\n",
        name, paragraph, text);
}

class OpenDocumentWriter {
public:
    explicit OpenDocumentWriter(const Page& page)
        : m_page(page) {}

    base::Result<std::string> bytes() {
        for (const Block& block : m_page.blocks)
            std::visit([this](const auto& content) { write(content); }, block);
        const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        std::string content =
            head + fmt::format("<office:document-content {}>\n<office:automatic-styles>\n", spaces);
        content +=
            "<style:style style:name=\"Rule\" style:family=\"table-cell\"><style:table-cell-properties "
            "fo:border-bottom=\"0.25pt solid #C9CED6\" fo:padding=\"0.05cm\"/></style:style>\n"
            "<style:style style:name=\"Head\" style:family=\"table-cell\"><style:table-cell-properties "
            "fo:border-top=\"1pt solid #343B43\" fo:border-bottom=\"1pt solid #343B43\" "
            "fo:padding=\"0.05cm\"/></style:style>\n"
            "<style:style style:name=\"Wide\" style:family=\"table\"><style:table-properties "
            "style:rel-width=\"100%\" table:align=\"margins\"/></style:style>\n"
            "<style:style style:name=\"Strong\" style:family=\"text\"><style:text-properties "
            "fo:font-weight=\"bold\"/></style:style>\n";
        content += "</office:automatic-styles>\n<office:body><office:text>\n" + m_out +
                   "</office:text></office:body></office:document-content>\n";
        const std::string language = m_page.language == "nl" ? "fo:language=\"nl\" fo:country=\"NL\""
                                                             : "fo:language=\"en\" fo:country=\"GB\"";
        std::string look = head + fmt::format("<office:document-styles {}>\n<office:styles>\n", spaces);
        look += fmt::format(
            "<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
            "fo:margin-bottom=\"0.2cm\"/><style:text-properties fo:font-family=\"Calibri, Carlito, "
            "sans-serif\" fo:font-size=\"10.5pt\" {}/></style:default-style>\n",
            language);
        look += paragraphStyle("Title", "fo:font-size=\"20pt\" fo:font-weight=\"bold\"",
                               "fo:margin-bottom=\"0.4cm\"");
        look += paragraphStyle("H1", "fo:font-size=\"15pt\" fo:font-weight=\"bold\"",
                               "fo:margin-top=\"0.6cm\" fo:keep-with-next=\"always\"");
        look += paragraphStyle("H2", "fo:font-size=\"12.5pt\" fo:font-weight=\"bold\"",
                               "fo:margin-top=\"0.45cm\" fo:keep-with-next=\"always\"");
        look += paragraphStyle("H3", "fo:font-weight=\"bold\" fo:font-style=\"italic\"",
                               "fo:margin-top=\"0.35cm\" fo:keep-with-next=\"always\"");
        look += paragraphStyle("Plain", "fo:font-size=\"10.5pt\"", "fo:margin-bottom=\"0.2cm\"");
        look +=
            paragraphStyle("Quote", "fo:font-size=\"10.5pt\"",
                           "fo:margin-left=\"0.8cm\" fo:margin-right=\"0.8cm\" fo:margin-bottom=\"0.2cm\"");
        look +=
            paragraphStyle("Note", "fo:font-size=\"9pt\" fo:color=\"#4A4F57\"", "fo:margin-bottom=\"0.2cm\"");
        look += paragraphStyle("Caption", "fo:font-size=\"9.5pt\" fo:font-weight=\"bold\"",
                               "fo:margin-top=\"0.3cm\" fo:keep-with-next=\"always\"");
        look += paragraphStyle("Cell", "fo:font-size=\"8.5pt\"", "fo:margin-bottom=\"0cm\"");
        look += paragraphStyle("Figure", "fo:font-size=\"8.5pt\"",
                               "fo:margin-bottom=\"0cm\" fo:text-align=\"end\"");
        look += paragraphStyle("CellHead", "fo:font-size=\"8.5pt\" fo:font-weight=\"bold\"",
                               "fo:margin-bottom=\"0cm\"");
        look += "</office:styles>\n<office:automatic-styles><style:page-layout "
                "style:name=\"Sheet\"><style:page-layout-properties fo:page-width=\"29.7cm\" "
                "fo:page-height=\"21cm\" style:print-orientation=\"landscape\" "
                "fo:margin=\"1.8cm\"/></style:page-layout></office:automatic-styles>\n"
                "<office:master-styles><style:master-page style:name=\"Standard\" "
                "style:page-layout-name=\"Sheet\"/></office:master-styles></office:document-styles>\n";
        const std::string meta =
            head + fmt::format("<office:document-meta {}><office:meta><dc:title>{}</dc:title></office:meta></"
                               "office:document-meta>\n",
                               spaces, officeText(m_page.title));
        std::string manifest = head + "<manifest:manifest "
                                      "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                                      "manifest:version=\"1.3\">\n";
        for (const auto& [path, type] :
             {std::pair{"/", "application/vnd.oasis.opendocument.text"}, std::pair{"content.xml", "text/xml"},
              std::pair{"styles.xml", "text/xml"}, std::pair{"meta.xml", "text/xml"}})
            manifest += fmt::format(
                "<manifest:file-entry manifest:full-path=\"{}\" manifest:media-type=\"{}\"/>\n", path, type);
        manifest += "</manifest:manifest>\n";
        // The first file, as it is: other programs look for it there.
        return package::writeZip(
            {{"mimetype", "application/vnd.oasis.opendocument.text", package::Packing::Stored},
             {"content.xml", content, package::Packing::Deflated},
             {"styles.xml", look, package::Packing::Deflated},
             {"meta.xml", meta, package::Packing::Deflated},
             {"META-INF/manifest.xml", manifest, package::Packing::Deflated}});
    }

private:
    void paragraph(const char* style, const std::string& text) {
        m_out += fmt::format("<text:p text:style-name=\"{}\">{}</text:p>\n", style, text);
    }
    static std::string strong(const std::string& text) {
        return "<text:span text:style-name=\"Strong\">" + text + "</text:span>";
    }
    void write(const Heading& heading) {
        static constexpr const char* const names[] = {"Title", "H1", "H2", "H3"};
        const int level = std::clamp(heading.level, 1, 4);
        m_out += fmt::format("<text:h text:style-name=\"{}\" text:outline-level=\"{}\">{}</text:h>\n",
                             names[level - 1], level, officeText(heading.text));
    }
    void write(const Paragraph& content) {
        const std::string text = officeText(content.text);
        if (content.kind == ParagraphKind::Warning)
            paragraph("Quote", strong(text));
        else
            paragraph(content.kind == ParagraphKind::Quotation ? "Quote"
                      : content.kind == ParagraphKind::Note    ? "Note"
                                                               : "Plain",
                      text);
    }
    void write(const Facts& facts) {
        for (const auto& [label, value] : facts.items)
            paragraph("Plain", strong(officeText(label) + ": ") + officeText(value));
    }
    void list(const std::vector<std::string>& items) {
        if (items.empty())
            return;
        m_out += "<text:list>\n";
        for (const std::string& item : items)
            m_out +=
                "<text:list-item><text:p text:style-name=\"Plain\">" + item + "</text:p></text:list-item>\n";
        m_out += "</text:list>\n";
    }
    void write(const Bullets& bullets) {
        std::vector<std::string> items;
        for (const std::string& item : bullets.items)
            items.push_back(officeText(item));
        list(items);
    }
    void write(const Tally& tally) {
        std::vector<std::string> items;
        for (const auto& [verdict, text] : tally.items)
            items.push_back(officeText(text));
        list(items);
    }
    void write(const Figure& /*unused*/) {}
    void write(const Definitions& definitions) {
        std::vector<std::string> items;
        for (const Definition& item : definitions.items)
            items.push_back(strong("(" + officeText(item.mark) + ") " + officeText(item.term) + ". ") +
                            officeText(item.text));
        list(items);
    }
    void cell(const std::string& text, const char* style, const char* look, std::size_t span = 1) {
        m_out +=
            fmt::format("<table:table-cell table:style-name=\"{}\" office:value-type=\"string\"{}><text:p "
                        "text:style-name=\"{}\">{}</text:p></table:table-cell>",
                        look, span > 1 ? fmt::format(" table:number-columns-spanned=\"{}\"", span) : "",
                        style, officeText(text));
        for (std::size_t covered = 1; covered < span; ++covered)
            m_out += "<table:covered-table-cell/>";
    }
    void write(const Table& table) {
        std::vector<std::size_t> shown;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            if (!table.columns[column].isChart)
                shown.push_back(column);
        }
        if (shown.empty())
            return;
        paragraph("Caption", officeText(table.caption));
        m_out +=
            fmt::format("<table:table table:name=\"Table{}\" table:style-name=\"Wide\"><table:table-column "
                        "table:number-columns-repeated=\"{}\"/>\n<table:table-header-rows><table:table-row>",
                        ++m_tables, shown.size());
        for (const std::size_t column : shown)
            cell(table.columns[column].title, "CellHead", "Head");
        m_out += "</table:table-row></table:table-header-rows>\n";
        for (const TableRow& row : table.rows) {
            m_out += "<table:table-row>";
            if (row.isGroup) {
                cell(row.cells.front().text, "CellHead", "Rule", shown.size());
            } else {
                for (const std::size_t column : shown)
                    cell(column < row.cells.size() ? cellText(row.cells[column]) : std::string(),
                         table.columns[column].isFigure ? "Figure" : "Cell", "Rule");
            }
            m_out += "</table:table-row>\n";
        }
        m_out += "</table:table>\n";
        paragraph("Note", "");
    }

    const Page& m_page;
    std::string m_out;
    int m_tables = 0;
};

} // namespace

base::Result<std::string> openDocumentOf(const Page& page) {
    return OpenDocumentWriter(page).bytes();
}

} // namespace rapport::report
