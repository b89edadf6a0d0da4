// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "package/zip_writer.h"
#include "report/drawing.h"
#include "report/grid.h"
#include "report/office_text.h"
#include "report/page_writers.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace rapport::report {

namespace {

constexpr const char* mainSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

constexpr const char* relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* placeSpace = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
constexpr const char* drawingSpace = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr const char* pictureSpace = "http://schemas.openxmlformats.org/drawingml/2006/picture";
// The extension of Word 2016 and later: a picture that has its SVG beside it. Others show the picture.
constexpr const char* svgSpace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
constexpr const char* svgExtension = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
constexpr double sheetWidth = 14796; // twentieths of a point between the margins

constexpr const char* styles = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:lang w:val="{0}"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="200"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="260" w:after="100"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="25"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="480" w:right="480"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="18"/><w:color w:val="4A4F57"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160" w:after="60"/></w:pPr><w:rPr><w:b/><w:sz w:val="19"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="17"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="40"/><w:ind w:left="360" w:hanging="240"/></w:pPr></w:style>
</w:styles>
)";

class WordWriter {
public:
    explicit WordWriter(const Page& page)
        : m_page(page) {}

    base::Result<std::string> bytes() {
        m_out = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                            "<w:document xmlns:w=\"{}\" xmlns:r=\"{}\" xmlns:wp=\"{}\" xmlns:a=\"{}\" "
                            "xmlns:pic=\"{}\" xmlns:asvg=\"{}\"><w:body>\n",
                            mainSpace, relationSpace, placeSpace, drawingSpace, pictureSpace, svgSpace);
        for (const Block& block : m_page.blocks)
            std::visit([this](const auto& content) { write(content); }, block);
        RAPPORT_TRY(m_drawn);
        m_out +=
            "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1021\" "
            "w:right=\"1021\" w:bottom=\"1021\" w:left=\"1021\" w:header=\"500\" w:footer=\"500\" "
            "w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n";
        std::string styleText = styles;
        styleText.replace(styleText.find("{0}"), 3, m_page.language == "nl" ? "nl-NL" : "en-GB");
        std::vector<package::ZipFile> files{
            {"[Content_Types].xml",
             "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types "
             "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
             "Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
             "Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" "
             "ContentType=\"image/png\"/><Default Extension=\"svg\" "
             "ContentType=\"image/svg+xml\"/><Override PartName=\"/word/document.xml\" "
             "ContentType=\"application/"
             "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override "
             "PartName=\"/word/styles.xml\" "
             "ContentType=\"application/"
             "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/><Override "
             "PartName=\"/docProps/core.xml\" "
             "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>\n",
             package::Packing::Deflated},
            {"_rels/.rels",
             "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
             "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
             "Id=\"r1\" "
             "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
             "Target=\"word/document.xml\"/><Relationship Id=\"r2\" "
             "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
             "core-properties\" "
             "Target=\"docProps/core.xml\"/></Relationships>\n",
             package::Packing::Deflated},
            {"docProps/core.xml",
             fmt::format(
                 "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties "
                 "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></"
                 "cp:coreProperties>\n",
                 officeText(m_page.title)),
             package::Packing::Deflated},
            {"word/_rels/document.xml.rels",
             fmt::format(
                 "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
                 "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                 "Id=\"r1\" Type=\"{}/styles\" Target=\"styles.xml\"/>{}</Relationships>\n",
                 relationSpace, m_relations),
             package::Packing::Deflated},
            {"word/styles.xml", styleText, package::Packing::Deflated},
            {"word/document.xml", m_out, package::Packing::Deflated}};
        files.insert(files.end(), std::make_move_iterator(m_pictures.begin()),
                     std::make_move_iterator(m_pictures.end()));
        return package::writeZip(std::move(files));
    }

private:
    static std::string run(const std::string& text, bool isBold = false) {
        return fmt::format("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
                           isBold ? "<w:rPr><w:b/></w:rPr>" : "", text);
    }
    void paragraph(const char* style, const std::string& runs) {
        m_out += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{}</w:p>\n", style, runs);
    }
    void write(const Heading& heading) {
        static constexpr const char* const names[] = {"Title", "Heading1", "Heading2", "Heading3"};
        paragraph(names[std::clamp(heading.level - 1, 0, 3)], run(officeText(heading.text)));
    }
    void write(const Paragraph& content) {
        const char* style = "Normal";
        if (content.kind == ParagraphKind::Quotation || content.kind == ParagraphKind::Warning)
            style = "Quote";
        else if (content.kind == ParagraphKind::Note)
            style = "Note";
        paragraph(style, run(officeText(content.text), content.kind == ParagraphKind::Warning));
    }
    void write(const Facts& facts) {
        for (const auto& [label, value] : facts.items)
            paragraph("ListBullet", run(officeText(label) + ": ", true) + run(officeText(value)));
    }
    void write(const Bullets& bullets) {
        for (const std::string& item : bullets.items)
            paragraph("ListBullet", run("\u2022 " + officeText(item)));
    }
    void write(const Tally& tally) {
        for (const auto& [verdict, text] : tally.items)
            paragraph("ListBullet", run("\u2022 " + officeText(text)));
    }
    /// A run with the drawing as a picture, and as SVG for programs that draw it.
    std::string picture(const std::string& svg, double scale) {
        auto drawing = drawingOf(svg);
        if (!drawing) {
            if (m_drawn)
                m_drawn = base::fail(drawing);
            return {};
        }
        constexpr double unitsPerPixel = 9525; // English metric units
        constexpr double unitsPerTwip = 635;
        ++m_drawings;
        scale = std::min(scale * unitsPerPixel, sheetWidth * unitsPerTwip / drawing->width);
        const auto width = std::llround(drawing->width * scale);
        const auto height = std::llround(drawing->height * scale);
        for (const char* type : {"png", "svg"}) {
            m_relations += fmt::format("<Relationship Id=\"{0}{1}\" Type=\"{2}/image\" "
                                       "Target=\"media/drawing-{1}.{0}\"/>",
                                       type, m_drawings, relationSpace);
            m_pictures.push_back({fmt::format("word/media/drawing-{}.{}", m_drawings, type),
                                  *type == 's' ? std::move(drawing->svg) : std::move(drawing->png),
                                  *type == 's' ? package::Packing::Deflated : package::Packing::Stored});
        }
        const std::string& words = drawing->description.empty() ? drawing->title : drawing->description;
        return fmt::format(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent "
            "cx=\"{0}\" cy=\"{1}\"/><wp:docPr id=\"{2}\" name=\"Drawing {2}\" descr=\"{4}\" "
            "title=\"{3}\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>"
            "</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri=\"{5}\"><pic:pic><pic:nvPicPr><pic:cNvPr "
            "id=\"{2}\" name=\"drawing-{2}.png\" descr=\"{4}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
            "<a:blip r:embed=\"png{2}\"><a:extLst><a:ext uri=\"{6}\"><asvg:svgBlip "
            "r:embed=\"svg{2}\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch>"
            "</pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{0}\" cy=\"{1}\"/></a:xfrm>"
            "<a:prstGeom "
            "prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
            "</wp:inline></w:drawing></w:r>",
            width, height, m_drawings, drawing->title, words, pictureSpace, svgExtension);
    }
    void write(const Figure& figure) {
        paragraph("Caption", run(officeText(figure.caption)));
        paragraph("Normal", picture(figure.chart, 1));
    }
    void write(const Definitions& definitions) {
        for (const Definition& item : definitions.items)
            paragraph("ListBullet",
                      run("(" + officeText(item.mark) + ") " + officeText(item.term) + ". ", true) +
                          run(officeText(item.text)));
    }
    void cell(const GridCell& cell, bool isBold, double width, std::size_t span = 1) {
        constexpr double inCell = 0.78; // a drawing beside figures of this size
        m_out += fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{:.0f}\" w:type=\"dxa\"/>", width * sheetWidth);
        m_out += span > 1 ? fmt::format("<w:gridSpan w:val=\"{}\"/>", span) : std::string();
        m_out += fmt::format("</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/>{}</w:pPr>{}</w:p></w:tc>",
                             cell.isFigure ? "<w:jc w:val=\"right\"/>" : "",
                             cell.chart.empty() ? run(officeText(cell.text), isBold)
                                                : picture(cell.chart, inCell));
    }
    void write(const Table& table) {
        const Grid grid = gridOf(table, Charts::Kept);
        if (grid.head.empty())
            return;
        paragraph("Caption", run(officeText(table.caption)));
        m_out +=
            "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders><w:top w:val=\"single\" "
            "w:sz=\"8\" w:color=\"343B43\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:color=\"343B43\"/>"
            "<w:insideH w:val=\"single\" w:sz=\"2\" w:color=\"C9CED6\"/></w:tblBorders><w:tblCellMar><w:left "
            "w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" "
            "w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>";
        for (const double width : grid.widths)
            m_out += fmt::format("<w:gridCol w:w=\"{:.0f}\"/>", width * sheetWidth);
        m_out += "</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        for (std::size_t column = 0; column < grid.head.size(); ++column)
            cell(grid.head[column], true, grid.widths[column]);
        m_out += "</w:tr>\n";
        for (const GridRow& row : grid.rows) {
            m_out += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
            if (row.isGroup)
                cell(row.cells.front(), true, 1, grid.head.size());
            else
                for (std::size_t column = 0; column < row.cells.size(); ++column)
                    cell(row.cells[column], row.cells[column].isHeading, grid.widths[column]);
            m_out += "</w:tr>\n";
        }
        m_out += "</w:tbl>\n";
        paragraph("Note", "");
    }

    const Page& m_page;
    std::string m_out;
    std::string m_relations;
    std::vector<package::ZipFile> m_pictures;
    base::Status m_drawn; ///< the first drawing that could not be painted
    int m_drawings = 0;
};

} // namespace

base::Result<std::string> wordOf(const Page& page) {
    return WordWriter(page).bytes();
}

} // namespace rapport::report
