// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings in office files: as SVG, as a picture, and in words; and the table that they stand in.
#include "package/xml_tree.h"
#include "package/zip.h"
#include "report/charts.h"
#include "report/drawing.h"
#include "report/figures.h"
#include "report/grid.h"
#include "report/page_writers.h"
#include "support/catch.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

using namespace rapport;
using namespace rapport::report;

namespace {

std::string take(const base::Result<std::string>& result) {
    if (!result)
        FAIL(base::describe(result.error()));
    return *result;
}

std::uint32_t bigEndian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t place = 0; place < 4; ++place)
        value = value << 8U | static_cast<unsigned char>(bytes.at(at + place));
    return value;
}

bool isPng(const std::string& bytes) {
    return bytes.substr(0, 8) == "\x89PNG\r\n\x1A\n";
}

std::string bar() {
    return intervalBar({0.5, 0.25, 0.75, 0.7, "Interval of <A> & \"b\"", "A: 0.50 (0.25 to 0.75)"}, {0, 1});
}

Page pageWithDrawings() {
    Page page;
    page.language = "en";
    page.title = "Drawings";
    page.blocks.emplace_back(
        Figure{barFigure("Shares", {{"Closeness", 0.4, 0.3, 0.5, "4 of 10"}}), "How often"});
    Table table;
    table.caption = "Intervals";
    table.columns = {Column::words("code"), Column::figures("kappa"), {"axis", bar(), false, true}};
    TableRow row;
    row.cells.resize(3);
    row.cells[0] = Cell::rowName("A");
    row.cells[1].text = "0.50";
    row.cells[2].chart = bar();
    table.rows = {row, row};
    page.blocks.emplace_back(table);
    return page;
}

void visit(const package::XmlElement& element, const std::function<void(const package::XmlElement&)>& with) {
    with(element);
    for (const package::XmlElement& child : element.children)
        visit(child, with);
}

std::vector<package::XmlElement> all(const package::XmlElement& root, std::string_view name) {
    std::vector<package::XmlElement> found;
    visit(root, [&](const package::XmlElement& element) {
        if (element.name == name)
            found.push_back(element);
    });
    return found;
}

struct Office {
    explicit Office(std::string given)
        : bytes(std::move(given))
        , archive(*package::ZipArchive::open(bytes, "report")) {}
    package::XmlElement tree(const std::string& name) const {
        return *package::readXmlTree(*archive.read(name), name);
    }
    std::string bytes;
    package::ZipArchive archive;
};

} // namespace

TEST_CASE("a drawing has a picture of its size and its own words", "[report][drawing]") {
    const auto drawing = drawingOf(bar(), 2);
    REQUIRE(drawing);
    CHECK(drawing->svg == bar());
    CHECK(drawing->width == 132);
    CHECK(drawing->height == 20);
    CHECK(drawing->title == "Interval of &lt;A&gt; &amp; &quot;b&quot;");
    CHECK(drawing->description == "A: 0.50 (0.25 to 0.75)");
    REQUIRE(isPng(drawing->png));
    CHECK(bigEndian(drawing->png, 16) == 264);
    CHECK(bigEndian(drawing->png, 20) == 40);
    // Something was painted: an empty sheet of that size is far smaller.
    const auto blank =
        drawingOf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"132\" height=\"20\"/>", 2);
    REQUIRE(blank);
    CHECK(drawing->png.size() > blank->png.size() + 100);
    CHECK(blank->title.empty());
}

TEST_CASE("what is no drawing is refused", "[report][drawing]") {
    for (const char* svg : {"", "<svg", "<svg/>", "words", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"20\"/>"}) {
        INFO(svg);
        const auto drawing = drawingOf(svg);
        REQUIRE_FALSE(drawing);
        CHECK(drawing.error().code == base::Errc::InvalidArgument);
    }
    Page page = pageWithDrawings();
    std::get<Figure>(page.blocks.front()).chart = "<svg";
    CHECK(wordOf(page).error().code == base::Errc::InvalidArgument);
    CHECK(openDocumentOf(page).error().code == base::Errc::InvalidArgument);
}

TEST_CASE("a drawing larger than any page is painted smaller, not refused", "[report][drawing]") {
    const auto drawing =
        drawingOf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20000\" height=\"100\"/>", 3);
    REQUIRE(drawing);
    CHECK(bigEndian(drawing->png, 16) == 8000);
    CHECK(drawing->width == 20000);
}

TEST_CASE("a Word document holds each drawing as SVG, as a picture and in words", "[report][drawing]") {
    const Office office(take(wordOf(pageWithDrawings())));
    std::map<std::string, std::string> targets;
    for (const auto& relation : office.tree("word/_rels/document.xml.rels").children)
        targets[relation.attribute("Id")] = relation.attribute("Target");
    const auto document = office.tree("word/document.xml");
    const auto drawings = all(document, "drawing");
    REQUIRE(drawings.size() == 4); // figure, axis, two bars
    std::vector<std::string> ids;
    for (const package::XmlElement& drawing : drawings) {
        const auto words = all(drawing, "docPr").at(0);
        ids.push_back(words.attribute("id"));
        CHECK_FALSE(words.attribute("descr").empty());
        CHECK_FALSE(words.attribute("title").empty());
        const auto png =
            office.archive.read("word/" + targets.at(all(drawing, "blip").at(0).attribute("embed")));
        REQUIRE(png);
        CHECK(isPng(*png));
        const auto svg =
            office.archive.read("word/" + targets.at(all(drawing, "svgBlip").at(0).attribute("embed")));
        REQUIRE(svg);
        CHECK(svg->substr(0, 4) == "<svg");
        CHECK(package::readXmlTree(*svg, "svg").has_value());
        const auto extent = all(drawing, "extent").at(0);
        CHECK(std::stoll(extent.attribute("cx")) > std::stoll(extent.attribute("cy")));
    }
    std::sort(ids.begin(), ids.end());
    CHECK(std::unique(ids.begin(), ids.end()) == ids.end());
    CHECK(all(drawings[1], "docPr").at(0).attribute("descr") == "A: 0.50 (0.25 to 0.75)");
    std::string types;
    for (const auto& type : office.tree("[Content_Types].xml").children)
        types += type.attribute("Extension") + ' ';
    CHECK(types.find("png") != std::string::npos);
    CHECK(types.find("svg") != std::string::npos);
}

TEST_CASE("an OpenDocument text holds them too, the SVG before the picture", "[report][drawing]") {
    const Office office(take(openDocumentOf(pageWithDrawings())));
    std::map<std::string, std::string> types;
    for (const auto& entry : office.tree("META-INF/manifest.xml").children)
        types[entry.attribute("full-path")] = entry.attribute("media-type");
    const auto frames = all(office.tree("content.xml"), "frame");
    REQUIRE(frames.size() == 4);
    for (const package::XmlElement& frame : frames) {
        const auto images = all(frame, "image");
        REQUIRE(images.size() == 2);
        CHECK(types.at(images[0].attribute("href")) == "image/svg+xml");
        CHECK(types.at(images[1].attribute("href")) == "image/png");
        CHECK(office.archive.read(images[0].attribute("href"))->substr(0, 4) == "<svg");
        CHECK(isPng(*office.archive.read(images[1].attribute("href"))));
        CHECK_FALSE(frame.textOf("title").empty());
        CHECK_FALSE(frame.textOf("desc").empty());
    }
    CHECK(frames[1].textOf("title") == "Interval of <A> & \"b\"");
}

TEST_CASE("a grid is a table with what stands on paper", "[report][grid]") {
    const Page page = pageWithDrawings();
    Table table = std::get<Table>(page.blocks[1]);
    TableRow group;
    group.isGroup = true;
    group.cells.resize(1);
    group.cells[0].text = "All";
    TableRow tooShort;
    tooShort.cells.resize(1);
    table.rows.insert(table.rows.begin(), {group, tooShort});
    for (const Charts charts : {Charts::Kept, Charts::LeftOut}) {
        const Grid grid = gridOf(table, charts);
        const std::size_t columns = charts == Charts::Kept ? 3 : 2;
        REQUIRE(grid.head.size() == columns);
        REQUIRE(grid.widths.size() == columns);
        CHECK(std::accumulate(grid.widths.begin(), grid.widths.end(), 0.0) == Approx(1));
        REQUIRE(grid.rows.size() == 4);
        CHECK(grid.rows[0].isGroup);
        CHECK(grid.rows[0].cells.size() == 1);
        for (std::size_t row = 1; row < 4; ++row)
            CHECK(grid.rows[row].cells.size() == columns);
        CHECK(grid.rows[2].cells[0].isHeading);
        CHECK(grid.rows[2].cells[1].isFigure);
        CHECK(grid.rows[2].cells.back().chart.empty() == (charts == Charts::LeftOut));
    }
    CHECK(gridOf(Table{}, Charts::Kept).head.empty());
}
