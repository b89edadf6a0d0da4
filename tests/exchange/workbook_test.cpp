// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/sheet_values.h"
#include "exchange/workbook.h"
#include "support/catch.hpp"
#include "support/zip_writer.h"

using namespace rapport;
using namespace rapport::exchange;

namespace {

Table xlsx(const std::string& rows, const std::string& shared = {}, const std::string& styles = {},
           const std::string& properties = {}) {
    auto records = readXlsx(test::workbookOf(rows, shared, styles, properties), "f.xlsx", {}, {});
    if (!records)
        FAIL(base::describe(records.error()));
    return std::get<Table>(std::move(*records));
}

base::Error refused(const std::string& bytes) {
    auto records = readXlsx(bytes, "f.xlsx", {}, {});
    REQUIRE_FALSE(records);
    CHECK(records.error().code == base::Errc::Unreadable);
    return records.error();
}

Table ods(const std::string& body) {
    auto records =
        readOds(test::openDocumentOf("spreadsheet", "<office:spreadsheet>" + body + "</office:spreadsheet>"),
                "f.ods", {}, {});
    if (!records)
        FAIL(base::describe(records.error()));
    return std::get<Table>(std::move(*records));
}

const std::string head = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>participant</t></is></c>)"
                         R"(<c r="B1" t="inlineStr"><is><t>Q1</t></is></c></row>)";

} // namespace

TEST_CASE("a cell that is too long is refused by the file's name, wherever its text stands") {
    const std::string words(17U << 20U, 'x');
    for (const base::Error& error :
         {refused(test::workbookOf(head, "<si><t>" + words + "</t></si>")),
          refused(test::workbookOf(head + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + words +
                                   "</t></is></c></row>"))}) {
        CHECK_THAT(error.message, Catch::Contains("16 MB"));
        REQUIRE(error.where);
        CHECK(error.where->file == "f.xlsx");
    }
}

TEST_CASE("cells of every kind become the text a person would write") {
    struct Row {
        const char* cell;
        const char* text;
    };
    const std::string shared =
        "<si><t>shared</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>"
        "<si><t xml:space=\"preserve\">a_x000D_\nb _x0041_</t></si>";
    const std::string styles =
        "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt "
        "numFmtId=\"165\" "
        "formatCode=\"[Red]0.00&quot;days&quot;\"/></numFmts><cellStyleXfs><xf "
        "numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/><xf "
        "numFmtId=\"165\"/><xf numFmtId=\"20\"/><xf numFmtId=\"46\"/></cellXfs>";
    for (const Row& row :
         {Row{R"(<c r="B2" t="s"><v>0</v></c>)", "shared"},
          Row{R"(<c r="B2" t="s"><v>1</v></c>)", "rich text"},
          Row{R"(<c r="B2" t="s"><v>2</v></c>)", "a\nb A"},
          Row{R"(<c r="B2" t="inlineStr"><is><t>in line</t></is></c>)", "in line"},
          Row{R"(<c r="B2" t="str"><f>A1&amp;"x"</f><v>cached</v></c>)", "cached"},
          Row{R"(<c r="B2"><v>0.10000000000000001</v></c>)", "0.1"},
          Row{R"(<c r="B2"><v>12345678901234567891</v></c>)", "12345678901234567891"},
          Row{R"(<c r="B2"><v>-9007199254740993</v></c>)", "-9007199254740993"},
          Row{R"(<c r="B2"><v>1E3</v></c>)", "1000"}, Row{R"(<c r="B2"><v>007</v></c>)", "007"},
          Row{R"(<c r="B2"><f>1+1</f><v>2</v></c>)", "2"}, Row{R"(<c r="B2" t="b"><v>1</v></c>)", "TRUE"},
          Row{R"(<c r="B2" t="b"><v>0</v></c>)", "FALSE"},
          Row{R"(<c r="B2" t="e"><v>#DIV/0!</v></c>)", "#DIV/0!"},
          Row{R"(<c r="B2" s="1"><v>45000</v></c>)", "2023-03-15"},
          Row{R"(<c r="B2" s="2"><v>45000.5</v></c>)", "2023-03-15 12:00:00"},
          Row{R"(<c r="B2" s="3"><v>45000</v></c>)", "2023-03-15"},
          Row{R"(<c r="B2" s="4"><v>2.5</v></c>)", "2.5"},
          Row{R"(<c r="B2" s="5"><v>0.75</v></c>)", "18:00:00"},
          // Excel shows 6:14 of this moment; a length ([h]:mm:ss) has no date.
          Row{R"(<c r="B2" s="5"><v>33966.2604</v></c>)", "1992-12-28 06:14:59"},
          Row{R"(<c r="B2" s="6"><v>1.5</v></c>)", "36:00:00"}, Row{R"(<c r="B2" s="1"><v>-1</v></c>)", "-1"},
          Row{R"(<c r="B2" t="d" s="1"><v>2023-03-15T00:00:00</v></c>)", "2023-03-15"},
          Row{R"(<c r="B2" t="d" s="2"><v>2023-03-15T08:30:00</v></c>)", "2023-03-15 08:30:00"}}) {
        CAPTURE(row.cell);
        const Table found =
            xlsx(head + R"(<row r="2"><c r="A2"><v>1</v></c>)" + row.cell + "</row>", shared, styles);
        REQUIRE(found.rows.size() == 1);
        CHECK(found.rows[0].cells[1] == row.text);
    }
}

TEST_CASE("Excel's calendar has a day that never was, and another beginning on old Macs") {
    CHECK(serialDate(1, NumberLook::Date, false) == "1900-01-01");
    CHECK(serialDate(59, NumberLook::Date, false) == "1900-02-28");
    CHECK(serialDate(61, NumberLook::Date, false) == "1900-03-01");
    CHECK(serialDate(36526, NumberLook::Date, false) == "2000-01-01");
    CHECK(serialDate(43890, NumberLook::Date, false) == "2020-02-29");
    CHECK(serialDate(0, NumberLook::Date, true) == "1904-01-01");
    CHECK(serialDate(1.99999999, NumberLook::DateTime, false) == "1900-01-02 00:00:00");
    CHECK(serialDate(1.5, NumberLook::Length, false) == "36:00:00");
    CHECK(serialDate(1.5, NumberLook::Time, false) == "1900-01-01 12:00:00");
    CHECK(serialDate(0.75, NumberLook::Time, false) == "18:00:00");
    CHECK_FALSE(serialDate(-1, NumberLook::Date, false));
    CHECK_FALSE(serialDate(1e9, NumberLook::Date, false));
    const Table mac = xlsx(head + R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="0"><v>0</v></c></row>)",
                           {}, "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", "<workbookPr date1904=\"1\"/>");
    CHECK(mac.rows[0].cells[1] == "1904-01-01");
}

TEST_CASE("number formats are told apart by their letters, not by their words") {
    struct Row {
        const char* code;
        NumberLook look;
    };
    for (const Row& row :
         {Row{"General", NumberLook::Number}, Row{"0.00", NumberLook::Number},
          Row{"dd/mm/yyyy", NumberLook::Date}, Row{"d mmm", NumberLook::Date}, Row{"mmm", NumberLook::Date},
          Row{"hh:mm", NumberLook::Time}, Row{"[h]:mm:ss", NumberLook::Length},
          Row{"yyyy-mm-dd hh:mm", NumberLook::DateTime}, Row{"0\" days\"", NumberLook::Number},
          Row{"\"d\"0", NumberLook::Number}, Row{"[$-413]d mmmm yyyy;@", NumberLook::Date},
          Row{"[Red]0", NumberLook::Number}, Row{"@", NumberLook::Number}, Row{"", NumberLook::Number},
          Row{"\"", NumberLook::Number}, Row{"[", NumberLook::Number}, Row{"\\", NumberLook::Number}}) {
        CAPTURE(row.code);
        CHECK(codeLook(row.code) == row.look);
    }
}

TEST_CASE("rows keep their numbers, gaps and all, and short ones are filled") {
    const Table found = xlsx(R"(<row r="3"><c r="B3" t="inlineStr"><is><t>A title</t></is></c></row>)"
                             R"(<row r="5"><c r="A5" t="inlineStr"><is><t>participant</t></is></c>)"
                             R"(<c r="C5" t="inlineStr"><is><t>Q1</t></is></c></row>)"
                             R"(<row r="7" hidden="1"><c r="A7"><v>1</v></c></row>)"
                             R"(<row><c><v>2</v></c><c/><c><v>3</v></c></row>)");
    REQUIRE(found.columns.size() == 3);
    CHECK(found.columns[1].name == "column-2");
    REQUIRE(found.rows.size() == 2);
    CHECK(found.rows[0].line == 7);
    CHECK(found.rows[0].cells == std::vector<CellText>{"1", "", ""});
    CHECK(found.rows[1].line == 8);
    CHECK(found.rows[1].cells == std::vector<CellText>{"2", "", "3"});
    const std::string said = test::dump({}, found.warnings);
    CHECK_THAT(said, Catch::Contains("1 hidden row is read too"));
}

TEST_CASE("a title alone in its row stands above the table") {
    const Table found = xlsx(
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t>A title</t></is></c></row><row r="2"><c r="A2" t="inlineStr">)"
        R"(<is><t>participant</t></is></c><c r="B2" t="inlineStr"><is><t>Q1</t></is></c></row>)"
        R"(<row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c></row>)");
    CHECK(found.columns[0].name == "participant");
    CHECK_THAT(test::dump({}, found.warnings), Catch::Contains("row 1 is taken as a title"));
}

TEST_CASE("what a sheet cannot say in full is told") {
    const Table found =
        xlsx(head + R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>NOW()</f></c></row>)"
                    R"(<row r="3"><c r="A3"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c></row>)"
                    R"(<row r="4"><c r="A4"><v>1</v></c><c r="B4" t="str"><f>""</f><v></v></c></row>)"
                    R"(<row r="5"><c r="A5"><v>1</v></c><c r="B5" t="str"><f>""</f><v/></c></row>)");
    const std::string said = test::dump({}, found.warnings);
    CHECK_THAT(said, Catch::Contains("1 formula has no stored value"));
    CHECK_THAT(said, Catch::Contains("1 cell shows an error, first #N/A"));
}

TEST_CASE("broken and hostile workbooks are refused by name") {
    const std::string good = test::workbookOf(head + R"(<row r="2"><c r="A2"><v>1</v></c></row>)");
    REQUIRE(readXlsx(good, "f", {}, {}));
    for (std::size_t size = 0; size < good.size(); size += 7)
        CHECK_FALSE(readXlsx(good.substr(0, size), "f", {}, {}));
    CHECK_THAT(refused(test::workbookOf("")).message, Catch::Contains("no cell with content"));
    CHECK_THAT(refused(test::workbookOf(head)).message, Catch::Contains("header but no rows"));
    CHECK_THAT(refused(test::workbookOf(head + R"(<row r="2"><c t="s"><v>9</v></c></row>)")).message,
               Catch::Contains("shared text (9)"));
    CHECK_THAT(refused(test::workbookOf(head + "<row><c r=\"ZZZZ1\"><v>1</v></c></row>")).message,
               Catch::Contains("columns past"));
    CHECK_THAT(refused(test::workbookOf("<row><c>")).message, Catch::Contains("well-formed"));
    CHECK_THAT(refused(test::zipOf({{"xl/workbook.xml", "<!DOCTYPE x><workbook/>"}})).message,
               Catch::Contains("DOCTYPE"));
    CHECK_THAT(refused(test::zipOf({{"xl/workbook.xml", "<workbook/>"}})).message,
               Catch::Contains("without any sheet"));
    CHECK_THAT(refused(test::zipOf({{"a", "b"}})).message, Catch::Contains("without any sheet"));
    CHECK_THAT(refused(test::zipOf({{"xl/workbook.bin", "b"}})).message, Catch::Contains(".xlsb"));
}

TEST_CASE("a shared text that is repeated without end is refused") {
    std::string rows = head;
    for (int row = 2; row < 1400; ++row)
        rows += "<row r=\"" + std::to_string(row) + R"("><c t="s"><v>0</v></c></row>)";
    const std::string shared = "<si><t>" + std::string(1U << 20U, 'x') + "</t></si>";
    CHECK_THAT(refused(test::workbookOf(rows, shared)).message, Catch::Contains("unfolds"));
}

TEST_CASE("the sheet is chosen by name, else the first that holds a table") {
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto sheet = [](const std::string& rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    };
    const std::string zip = test::zipOf(
        {{"xl/workbook.xml",
          "<workbook xmlns:r=\"" + office +
              "\"><sheets><sheet name=\"Empty\" r:id=\"a\"/><sheet name=\"Secret\" state=\"hidden\" "
              "r:id=\"b\"/><sheet name=\"Two\" r:id=\"c\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"1.xml\"/><Relationship Id=\"b\" "
          "Type=\"x/worksheet\" Target=\"2.xml\"/><Relationship Id=\"c\" Type=\"x/worksheet\" "
          "Target=\"2.xml\"/></R>"},
         {"xl/1.xml", sheet("")},
         {"xl/2.xml", sheet(head + R"(<row r="2"><c r="A2"><v>1</v></c></row>)")}});
    const auto first = readXlsx(zip, "f", {}, {});
    REQUIRE(first);
    CHECK_THAT(test::dump({}, std::get<Table>(*first).warnings), Catch::Contains("'Two' is read"));
    ReadOptions options;
    options.sheet = "Secret";
    CHECK(readXlsx(zip, "f", options, {}));
    options.sheet = "None";
    CHECK(readXlsx(zip, "f", options, {}).error().code == base::Errc::NotFound);
    const std::string without = test::zipOf(
        {{"xl/workbook.xml", "<workbook xmlns:r=\"" + office +
                                 "\"><sheets><sheet name=\"One\" r:id=\"a\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          R"(<R><Relationship Id="a" Type="x/worksheet" Target="1.xml"/></R>)"}});
    CHECK(readXlsx(without, "f", {}, {}).error().code == base::Errc::Unreadable);
    CHECK(readOds(test::zipOf({{"mimetype", "x"}}), "f", {}, {}).error().code == base::Errc::Unreadable);
    const auto all = readSheets(zip, "f", {});
    REQUIRE(all);
    REQUIRE(all->size() == 1);
    CHECK(all->front().name == "Two");
}

TEST_CASE("a sheet that is missing or damaged is no sheet without a table: nothing is read in its place") {
    const std::string good = test::workbookWith({{"This year", {{"participant", "Q1"}, {"P1", "new"}}},
                                                 {"Last", {{"participant", "Q1"}, {"P1", "old"}}}});
    REQUIRE(readXlsx(good, "f", {}, {}));
    const auto workbook = [](const std::vector<std::pair<std::string, std::string>>& sheets,
                             const std::string& relations = {}) {
        const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        std::vector<std::pair<std::string, std::string>> files{
            {"xl/workbook.xml", "<workbook xmlns:r=\"" + office +
                                    "\"><sheets><sheet name=\"This year\" r:id=\"a\"/><sheet name=\"Last\" "
                                    "r:id=\"b\"/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             "<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"1.xml\"/><Relationship Id=\"b\" "
             "Type=\"x/worksheet\" Target=\"2.xml\"/>" +
                 relations + "</R>"}};
        files.insert(files.end(), sheets.begin(), sheets.end());
        return test::zipOf(files);
    };
    const auto sheet = [](const std::string& rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    };
    const std::string whole = sheet(head + R"(<row r="2"><c r="A2"><v>1</v></c></row>)");
    const std::vector<std::pair<std::string, std::string>> missing{{"xl/2.xml", whole}};
    const std::vector<std::pair<std::string, std::string>> cut{
        {"xl/1.xml", whole.substr(0, whole.size() / 2)}, {"xl/2.xml", whole}};
    CHECK_THAT(refused(workbook(missing)).message, Catch::Contains("holds no part 'xl/1.xml'"));
    CHECK_THAT(refused(workbook(cut)).message, Catch::Contains("well-formed"));
    CHECK_FALSE(readSheets(workbook(missing), "f", {}));
    CHECK_FALSE(readSheets(workbook(cut), "f", {}));
    // One that another was chosen before is not looked at.
    ReadOptions last;
    last.sheet = "Last";
    CHECK(readXlsx(workbook(missing), "f", last, {}));
    for (const std::string& rows : {std::string(), head}) {
        const auto read = readXlsx(workbook({{"xl/1.xml", sheet(rows)}, {"xl/2.xml", whole}}), "f", {}, {});
        REQUIRE(read);
        CHECK(std::get<Table>(*read).sheet == "Last");
    }
    const std::string lost = test::zipOf(
        {{"xl/workbook.xml", "<workbook><sheets><sheet name=\"This year\" id=\"a\"/><sheet name=\"Last\" "
                             "id=\"b\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels", R"(<R><Relationship Id="b" Type="x/worksheet" Target="2.xml"/></R>)"},
         {"xl/2.xml", whole}});
    CHECK_THAT(refused(lost).message, Catch::Contains("holds no part for the sheet 'This year'"));
    // The styles say which numbers are dates.
    CHECK_THAT(refused(workbook({{"xl/1.xml", whole}, {"xl/2.xml", whole}},
                                R"(<Relationship Id="c" Type="x/styles" Target="styles.xml"/>)"))
                   .message,
               Catch::Contains("holds no part 'xl/styles.xml'"));
}

TEST_CASE("OpenDocument sheets: repeats, values by type, paragraphs") {
    const Table found = ods(
        R"(<table:table table:name="Answers"><table:table-row><table:table-cell office:value-type="string"><text:p>participant</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="string"><text:p>Q1</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>when</text:p></table:table-cell>)"
        R"(<table:table-cell table:number-columns-repeated="16000"/></table:table-row>)"
        R"(<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="7"><text:p>7,00</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="string"><text:p>one<text:s text:c="3"/>two</text:p><text:p>three<text:line-break/>four</text:p><office:annotation><text:p>no</text:p></office:annotation></table:table-cell>)"
        R"(<table:table-cell office:value-type="date" office:date-value="2025-03-01T00:00:00"><text:p>1/3</text:p></table:table-cell></table:table-row>)"
        R"(<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>)");
    REQUIRE(found.rows.size() == 2);
    CHECK(found.rows[1].line == 3);
    CHECK(found.rows[0].cells == std::vector<CellText>{"7", "one   two\nthree\nfour", "2025-03-01"});
}

namespace {

std::string odsRow(const std::vector<std::string>& cells) {
    std::string row = "<table:table-row>";
    for (const std::string& cell : cells)
        row += cell;
    return row + "</table:table-row>";
}
std::string odsText(const std::string& words) {
    return R"(<table:table-cell office:value-type="string"><text:p>)" + words +
           "</text:p></table:table-cell>";
}
std::string odsTable(const std::string& rows) {
    return "<table:table>" + odsRow({odsText("participant"), odsText("Q1")}) + rows + "</table:table>";
}

} // namespace

TEST_CASE("OpenDocument cells: a value without a paragraph, and what hangs in a cell") {
    struct Row {
        const char* cell;
        const char* text;
    };
    for (
        const Row& row :
        {// OpenDocument 1.3, part 3, 19.389 (office:string-value) and 19.391 (office:time-value).
         Row{R"(<table:table-cell office:value-type="string" office:string-value="an answer"/>)",
             "an answer"},
         Row{R"(<table:table-cell table:formula="of:=A1" office:value-type="string" office:string-value="a &amp; b"/>)",
             "a & b"},
         Row{R"(<table:table-cell office:value-type="string" office:string-value="one two"><text:p>one</text:p><text:p>two</text:p></table:table-cell>)",
             "one\ntwo"},
         Row{R"(<table:table-cell office:value-type="time" office:time-value="PT26H05M07S"/>)", "26:05:07"},
         Row{R"(<table:table-cell office:value-type="time" office:time-value="PT08H30M00.5S"/>)", "08:30:00"},
         Row{R"(<table:table-cell office:value-type="time" office:time-value="soon"/>)", "soon"},
         Row{R"(<table:table-cell office:value-type="string"><draw:frame><draw:image/><text:p/></draw:frame><text:p>an answer</text:p></table:table-cell>)",
             "an answer"},
         Row{R"(<table:table-cell office:value-type="string"><text:p>an <draw:frame><draw:text-box><text:p>not this</text:p></draw:text-box></draw:frame>answer</text:p></table:table-cell>)",
             "an answer"},
         Row{R"(<table:table-cell office:value-type="string"><draw:custom-shape><text:p>not this</text:p></draw:custom-shape><text:p>an answer</text:p></table:table-cell>)",
             "an answer"}}) {
        CAPTURE(row.cell);
        const Table found = ods(odsTable(odsRow({odsText("p1"), row.cell})));
        REQUIRE(found.rows.size() == 1);
        CHECK(found.rows[0].cells[1] == row.text);
    }
}

TEST_CASE("what stands beside the cells of a sheet is told") {
    const std::string note = "<office:annotation><text:p>no</text:p></office:annotation>";
    const Table open = ods(
        odsTable(odsRow({R"(<table:table-cell table:number-rows-spanned="2" office:value-type="string">)" +
                             note + "<text:p>p1</text:p></table:table-cell>",
                         odsText("<draw:frame><draw:image/></draw:frame>yes")}) +
                 odsRow({"<table:covered-table-cell/>", odsText("no")})));
    CHECK(test::dump({}, open.warnings) ==
          "warning 1 comment on a cell is left out\n"
          "warning 1 picture or box in a cell is left out\n"
          "warning 1 cell is merged with others: its value is read in the first of them alone\n");
    CHECK(open.rows[1].cells[0].empty());
    const std::string merged = "</sheetData><mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell "
                               "ref=\"B2:C2\"/></mergeCells><sheetData>";
    const Table excel =
        xlsx(head + R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>)" + merged);
    CHECK(test::dump({}, excel.warnings) ==
          "warning 2 cells are merged with others: their values are read in the first of them alone\n");
}

TEST_CASE("comments on the cells of an Excel sheet are counted") {
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string zip = test::zipOf(
        {{"xl/workbook.xml", "<workbook xmlns:r=\"" + office +
                                 "\"><sheets><sheet name=\"One\" r:id=\"a\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/1.xml\"/></R>"},
         {"xl/worksheets/1.xml", "<worksheet><sheetData>" + head +
                                     R"(<row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>)"},
         {"xl/worksheets/_rels/1.xml.rels",
          "<R><Relationship Id=\"b\" Type=\"x/comments\" Target=\"../comments1.xml\"/></R>"},
         {"xl/comments1.xml",
          "<comments><commentList><comment ref=\"A2\"/><comment ref=\"B2\"/></commentList></comments>"}});
    const auto found = readXlsx(zip, "f", {}, {});
    REQUIRE(found);
    CHECK(test::dump({}, std::get<Table>(*found).warnings) == "warning 2 comments on cells are left out\n");
}

TEST_CASE("an OpenDocument sheet that repeats without end is refused") {
    const std::string bomb = test::openDocumentOf(
        "spreadsheet",
        R"(<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="10000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>)");
    const auto records = readOds(bomb, "f", {}, {});
    REQUIRE_FALSE(records);
    CHECK(records.error().code == base::Errc::Unreadable);
}

TEST_CASE("a task that was stopped stops a workbook") {
    std::string rows = head;
    for (int row = 2; row < 60000; ++row)
        rows += "<row><c><v>1</v></c><c><v>2</v></c></row>";
    std::stop_source source;
    base::Task task;
    task.stop = source.get_token();
    source.request_stop();
    CHECK(readXlsx(test::workbookOf(rows), "f", {}, task).error().code == base::Errc::Cancelled);
}

TEST_CASE("a shared text is kept once, however many cells use it") {
    const std::string shared = "<si><t>first</t></si><si><t>" + std::string(1000, 'x') + "</t></si>";
    std::string rows = head;
    for (int row = 2; row < 52; ++row)
        rows += "<row r=\"" + std::to_string(row) + R"("><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>)";
    const Table found = xlsx(rows, shared);
    REQUIRE(found.rows.size() == 50);
    for (const Row& row : found.rows) {
        CHECK(row.cells[0] == "first");
        CHECK(row.cells[1].size() == 1000);
        CHECK(row.cells[1].data() == found.rows[0].cells[1].data());
    }
}
