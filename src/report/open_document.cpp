// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "package/zip_writer.h"
#include "report/drawing.h"
#include "report/grid.h"
#include "report/office_text.h"
#include "report/page_writers.h"

#include <algorithm>
#include <iterator>

namespace rapport::report {

namespace {

constexpr const char* spaces =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
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
        RAPPORT_TRY(m_drawn);
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
            "fo:font-weight=\"bold\"/></style:style>\n"
            "<style:style style:name=\"Inline\" style:family=\"graphic\"><style:graphic-properties "
            "style:vertical-pos=\"middle\" style:vertical-rel=\"text\" fo:padding=\"0cm\"/></style:style>\n";
        content += m_columnStyles;
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
        look += paragraphStyle("FigureHead", "fo:font-size=\"8.5pt\" fo:font-weight=\"bold\"",
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
        for (const package::ZipFile& picture : m_pictures)
            manifest +=
                fmt::format("<manifest:file-entry manifest:full-path=\"{}\" manifest:media-type=\"{}\"/>\n",
                            picture.name, picture.name.ends_with(".svg") ? "image/svg+xml" : "image/png");
        manifest += "</manifest:manifest>\n";
        // The first file, as it is: other programs look for it there.
        std::vector<package::ZipFile> files{
            {"mimetype", "application/vnd.oasis.opendocument.text", package::Packing::Stored},
            {"content.xml", std::move(content), package::Packing::Deflated},
            {"styles.xml", std::move(look), package::Packing::Deflated},
            {"meta.xml", meta, package::Packing::Deflated},
            {"META-INF/manifest.xml", std::move(manifest), package::Packing::Deflated}};
        files.insert(files.end(), std::make_move_iterator(m_pictures.begin()),
                     std::make_move_iterator(m_pictures.end()));
        return package::writeZip(std::move(files));
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
    /// The drawing as SVG, then as a picture for programs that do not draw SVG: an image of a frame that a
    /// program cannot show gives way to the next.
    std::string picture(const std::string& svg, double scale) {
        auto drawing = drawingOf(svg);
        if (!drawing) {
            if (m_drawn)
                m_drawn = base::fail(drawing);
            return {};
        }
        constexpr double centimetres = 2.54 / 96;
        constexpr double widest = 26.0; // a landscape sheet between its margins
        const std::string name = fmt::format("Pictures/drawing-{}", ++m_drawings);
        scale = std::min(scale * centimetres, widest / drawing->width);
        std::string out =
            fmt::format("<draw:frame draw:style-name=\"Inline\" draw:name=\"Drawing {}\" "
                        "text:anchor-type=\"as-char\" svg:width=\"{:.3f}cm\" svg:height=\"{:.3f}cm\">",
                        m_drawings, drawing->width * scale, drawing->height * scale);
        for (const char* type : {"svg", "png"})
            out += fmt::format("<draw:image xlink:href=\"{}.{}\" xlink:type=\"simple\" xlink:show=\"embed\" "
                               "xlink:actuate=\"onLoad\" draw:mime-type=\"{}\"/>",
                               name, type, *type == 's' ? "image/svg+xml" : "image/png");
        out += fmt::format("<svg:title>{}</svg:title>", drawing->title);
        if (!drawing->description.empty())
            out += fmt::format("<svg:desc>{}</svg:desc>", drawing->description);
        m_pictures.push_back({name + ".svg", std::move(drawing->svg), package::Packing::Deflated});
        m_pictures.push_back({name + ".png", std::move(drawing->png), package::Packing::Stored});
        return out + "</draw:frame>";
    }
    void write(const Figure& figure) {
        paragraph("Caption", officeText(figure.caption));
        paragraph("Plain", picture(figure.chart, 1));
    }
    void write(const Definitions& definitions) {
        std::vector<std::string> items;
        for (const Definition& item : definitions.items)
            items.push_back(strong("(" + officeText(item.mark) + ") " + officeText(item.term) + ". ") +
                            officeText(item.text));
        list(items);
    }
    void cell(const GridCell& cell, const char* style, const char* look, std::size_t span = 1) {
        constexpr double inCell = 0.78; // a drawing beside figures of this size
        m_out +=
            fmt::format("<table:table-cell table:style-name=\"{}\" office:value-type=\"string\"{}><text:p "
                        "text:style-name=\"{}\">{}</text:p></table:table-cell>",
                        look, span > 1 ? fmt::format(" table:number-columns-spanned=\"{}\"", span) : "",
                        style, cell.chart.empty() ? officeText(cell.text) : picture(cell.chart, inCell));
        for (std::size_t covered = 1; covered < span; ++covered)
            m_out += "<table:covered-table-cell/>";
    }
    void write(const Table& table) {
        const Grid grid = gridOf(table, Charts::Kept);
        if (grid.head.empty())
            return;
        paragraph("Caption", officeText(table.caption));
        ++m_tables;
        m_out += fmt::format("<table:table table:name=\"Table{}\" table:style-name=\"Wide\">", m_tables);
        for (std::size_t column = 0; column < grid.widths.size(); ++column) {
            m_columnStyles += fmt::format(
                "<style:style style:name=\"T{0}.{1}\" style:family=\"table-column\"><style:table-column-"
                "properties style:column-width=\"{2:.2f}cm\" "
                "style:rel-column-width=\"{3:.0f}*\"/></style:style>\n",
                m_tables, column, 26.1 * grid.widths[column], 65535 * grid.widths[column]);
            m_out += fmt::format("<table:table-column table:style-name=\"T{}.{}\"/>", m_tables, column);
        }
        m_out += "\n<table:table-header-rows><table:table-row>";
        for (const GridCell& each : grid.head)
            cell(each, each.isFigure ? "FigureHead" : "CellHead", "Head");
        m_out += "</table:table-row></table:table-header-rows>\n";
        for (const GridRow& row : grid.rows) {
            m_out += "<table:table-row>";
            for (const GridCell& each : row.cells)
                cell(each,
                     row.isGroup     ? "CellHead"
                     : each.isFigure ? "Figure"
                                     : "Cell",
                     "Rule", row.isGroup ? grid.head.size() : 1);
            m_out += "</table:table-row>\n";
        }
        m_out += "</table:table>\n";
        paragraph("Note", "");
    }

    const Page& m_page;
    std::string m_out;
    std::string m_columnStyles;
    std::vector<package::ZipFile> m_pictures;
    base::Status m_drawn; ///< the first drawing that could not be painted
    int m_tables = 0;
    int m_drawings = 0;
};

} // namespace

base::Result<std::string> openDocumentOf(const Page& page) {
    return OpenDocumentWriter(page).bytes();
}

} // namespace rapport::report
