// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/document_text.h"
#include "exchange/transcript_text.h"
#include "exchange/word_documents.h"
#include "support/catch.hpp"
#include "support/zip_writer.h"

using namespace rapport;
using namespace rapport::exchange;
using namespace std::string_literals;

namespace {

using Read = base::Result<Records> (*)(std::string_view, const std::string&, const ReadOptions&,
                                       const base::Task&);

Transcript transcript(Read read, const std::string& bytes) {
    auto records = read(bytes, "f", {}, {});
    if (!records)
        FAIL(base::describe(records.error()));
    return std::get<Transcript>(std::move(*records));
}

/// Turns as "speaker|text" with / between them, and \n shown.
std::string docx(const std::string& body) {
    return test::turns(transcript(readDocx, test::wordOf(body)));
}
std::string odt(const std::string& body) {
    return test::turns(
        transcript(readOdt, test::openDocumentOf("text", "<office:text>" + body + "</office:text>")));
}
std::string rtf(const std::string& body) {
    return test::turns(
        transcript(readRtf, "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset238 "
                            "Arial CE;}}" +
                                body + "}"));
}

std::string paragraph(const std::string& words) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r></w:p>";
}

} // namespace

TEST_CASE("Word: what a person sees is what is read") {
    struct Row {
        const char* body;
        const char* found;
    };
    for (const Row& row : {
             Row{"<w:p><w:r><w:t>one </w:t></w:r><w:r><w:t>two</w:t></w:r></w:p>", "|one two"},
             Row{"<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "|a\\tb\\nc"},
             Row{"<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
                 "|a"},
             Row{"<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></"
                 "w:del></w:p>",
                 "|new"},
             Row{"<w:p><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t>stays</w:t></w:r></w:p>",
                 "|stays"},
             Row{"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one "
                 "</w:t></w:r></w:p><w:p><w:r><w:t>line</w:t></w:r></w:p>",
                 "|one line"},
             Row{"<w:p><w:r><w:t>body</w:t></"
                 "w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r>"
                 "<w:t>box</w:t></w:r></w:p></w:txbxContent></w:drawing></"
                 "mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>"
                 "<w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></"
                 "mc:AlternateContent></w:r></w:p>",
                 "|body/|box"},
             Row{"<w:p><w:r><w:fldChar "
                 "w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:t>3</w:t></w:r></w:p>",
                 "|3"},
             Row{"<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>", "|link"},
             Row{"<w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>in "
                 "control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
                 "|in control"},
             Row{"<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:sym w:char=\"00E9\"/><w:sym "
                 "w:char=\"F0B7\"/></w:r></w:p>",
                 "|a\u2011b\u00E9"},
             Row{"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>00:01:02</w:t></w:r></w:p></"
                 "w:tc><w:tc><w:p><w:r><w:t>Anna</w:t></w:r></w:p>"
                 "</w:tc><w:tc><w:p><w:r><w:t>Yes.</w:t></w:r></w:p></w:tc></"
                 "w:tr><w:tr><w:tc><w:p><w:r><w:t>00:01:09</w:t></w:r>"
                 "</w:p></w:tc><w:tc><w:p><w:r><w:t>Bram</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>No.</"
                 "w:t></w:r></w:p>"
                 "</w:tc></w:tr></w:tbl>",
                 "Anna|Yes./Bram|No."},
             Row{"<w:p><w:r><w:t>Anna: "
                 "one</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>more</w:t></w:r></w:p><w:p><w:r><w:t>Bram: "
                 "two</w:t></w:r></w:p><w:p><w:r><w:t>Anna: three</w:t></w:r></w:p>",
                 "Anna|one\\nmore/Bram|two/Anna|three"},
         }) {
        CAPTURE(row.body);
        CHECK(docx(row.body) == row.found);
    }
}

TEST_CASE("Word: lines are paragraphs, and what is left out is told") {
    const Transcript found = transcript(
        readDocx,
        test::wordOf(paragraph("Anna: one") + paragraph("goes on") + paragraph("Bram: two") +
                     "<w:p><w:r><w:t>Anna: three</w:t><w:footnoteReference/><w:commentReference/><w:drawing/>"
                     "<w:object/></w:r><w:ins/></w:p>"));
    REQUIRE(found.turns.size() == 3);
    CHECK(found.turns[1].line == 3);
    CHECK(found.turns[2].line == 4);
    const std::string said = test::dump({}, found.warnings);
    for (const char* words :
         {"1 footnote or endnote", "1 comment is", "1 tracked change is", "1 picture", "1 embedded"})
        CHECK_THAT(said, Catch::Contains(words));
}

namespace {

/// A document whose parts "r1", "r2", ... are embedded where its body says so.
std::string wordWith(const std::string& body, const std::vector<std::pair<std::string, std::string>>& parts) {
    std::string links;
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& [name, bytes] : parts) {
        links += "<Relationship Id=\"r" + std::to_string(files.size() + 1) +
                 "\" Type=\"x/aFChunk\" Target=\"" + name + "\"/>";
        files.emplace_back(name.front() == '/' ? name.substr(1) : "word/" + name, bytes);
    }
    files.emplace_back("word/_rels/document.xml.rels", "<Relationships>" + links + "</Relationships>");
    files.emplace_back(
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>" +
            body + "</w:body></w:document>");
    return test::zipOf(files);
}

} // namespace

TEST_CASE("Word: what is embedded stands at its place, whatever it is") {
    const std::string chunk = "<w:altChunk r:id=\"r1\"/>";
    const std::string around = paragraph("A: before") + chunk + paragraph("C: after");
    struct Row {
        const char* name;
        std::string bytes;
    };
    const std::string mime =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=\"-x y\"\r\n\r\nfor old "
        "programs\r\n"
        "---x y\r\nContent-Type: image/png\r\n\r\n<p>B: no</p>\r\n---x y\r\nContent-Type: text/html; "
        "charset=\"windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>B: "
        "caf=E9 wor=\r\n"
        "ds</p></body></html>\r\n---x y--\r\n<p>B: no</p>";
    for (const Row& row :
         {Row{"a.htm", "<html><body><p>B: caf&eacute; <b>words</b></p></body></html>"},
          Row{"/other/a.html", "<p>B: caf\u00E9 words</p>"}, Row{"a.rtf", "{\\rtf1 B: caf\\'e9 words\\par}"},
          Row{"a.txt", "B: caf\u00E9 words\n"}, Row{"a.bin", "<!DOCTYPE html><div>B: caf\u00E9 words</div>"},
          Row{"a.docx", test::wordOf(paragraph("B: caf\u00E9 words"))}, Row{"a.mht", mime},
          Row{"b.mht", "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                       "PHA+QjogY2Fmw6kgd29yZHM8L3A+\n"},
          Row{"c.docx", wordWith(chunk, {{"d.htm", "<p>B: caf\u00E9 words</p>"}})}}) {
        CAPTURE(row.name);
        const auto records = readDocx(wordWith(around, {{row.name, row.bytes}}), "f.docx", {}, {});
        REQUIRE(records);
        const auto& turns = std::get<Transcript>(*records).turns;
        REQUIRE(turns.size() == 3);
        CHECK(turns[0].text == "before");
        CHECK(turns[1].speaker == "B");
        CHECK(turns[1].text == "caf\u00E9 words");
        CHECK(turns[2].text == "after");
    }
    // In a cell of a table, and twice.
    const auto twice = readDocx(wordWith("<w:tbl><w:tr><w:tc>" + chunk + "</w:tc></w:tr></w:tbl>" + chunk,
                                         {{"a.txt", "B: one\nC: two"}}),
                                "f", {}, {});
    REQUIRE(twice);
    CHECK(std::get<Transcript>(*twice).turns.size() == 4);
}

TEST_CASE("Word: what is embedded and cannot be read is told, and bombs are refused") {
    const std::string chunk = "<w:altChunk r:id=\"r1\"/>";
    for (const std::string& bytes :
         {std::string("PK\x03\x04 no zip"), std::string("\0\1\2\3\4", 5), "{\\rtf1 {"s}) {
        const auto records =
            readDocx(wordWith(paragraph("A: words") + chunk, {{"a.docx", bytes}}), "f", {}, {});
        REQUIRE(records);
        CHECK(std::get<Transcript>(*records).turns.size() == 1);
    }
    const auto told =
        readDocx(wordWith(paragraph("A: words") + chunk, {{"a.docx", "PK\x03\x04 no zip"}}), "f", {}, {});
    REQUIRE(told);
    CHECK_THAT(test::dump({}, std::get<Transcript>(*told).warnings),
               Catch::Contains("word/a.docx cannot be read"));
    // Documents in documents: four are read, more are refused.
    std::string nested = wordWith(paragraph("A: innermost"), {});
    for (int depth = 1; depth <= 6; ++depth) {
        nested = wordWith(chunk, {{"a.docx", nested}});
        CAPTURE(depth);
        const auto records = readDocx(nested, "f", {}, {});
        CHECK(bool(records) == (depth <= 4));
    }
    // One part again and again.
    std::string many;
    for (int index = 0; index < 10'001; ++index)
        many += chunk;
    CHECK_FALSE(readDocx(wordWith(many, {{"a.txt", "A: b"}}), "f", {}, {}));
    // What lies outside of the file is not looked for.
    CHECK_FALSE(readDocx(wordWith("<w:altChunk r:id=\"r9\"/>", {}), "f", {}, {}));
}

TEST_CASE("Word: broken twins are refused") {
    const std::string good = test::wordOf(paragraph("words"));
    REQUIRE(readDocx(good, "f", {}, {}));
    for (std::size_t size = 0; size < good.size(); size += 3)
        CHECK_FALSE(readDocx(good.substr(0, size), "f", {}, {}));
    CHECK(readDocx(test::wordOf(""), "f", {}, {}).error().message == "holds no words");
    CHECK_THAT(readDocx(test::wordOf("<w:p>"), "f", {}, {}).error().message, Catch::Contains("well-formed"));
    CHECK_THAT(
        readDocx(test::zipOf({{"word/document.xml", "<!DOCTYPE a><a/>"}}), "f", {}, {}).error().message,
        Catch::Contains("DOCTYPE"));
    CHECK_THAT(readDocx(test::wordOf("<w:altChunk/>"), "f", {}, {}).error().hint,
               Catch::Contains("embedded"));
    std::string deep;
    for (int index = 0; index < 300; ++index)
        deep += "<w:tbl><w:tr><w:tc>";
    CHECK_FALSE(readDocx(test::wordOf(deep), "f", {}, {}));
}

TEST_CASE("OpenDocument text: white space, notes, changes, boxes, tables") {
    struct Row {
        const char* body;
        const char* found;
    };
    for (const Row& row : {
             Row{"<text:p>one\n   two<text:s "
                 "text:c=\"2\"/>three<text:tab/>four<text:line-break/>five</text:p>",
                 "|one two  three\\tfour\\nfive"},
             Row{"<text:h>Title</text:h><text:p>a <text:span>b</text:span></text:p>", "|Title/|a b"},
             Row{"<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></"
                 "text:deletion>"
                 "</text:changed-region></text:tracked-changes><text:p>stays</text:p>",
                 "|stays"},
             Row{"<text:p>a<text:note><text:note-body><text:p>note</text:p></text:note-body></"
                 "text:note>b<office:annotation>"
                 "<text:p>c</text:p></office:annotation></text:p>",
                 "|ab"},
             Row{"<text:p>body<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame> "
                 "on</text:p>",
                 "|body on/|box"},
             Row{"<table:table><table:table-row><table:table-cell><text:p>Anna</text:p></"
                 "table:table-cell><table:table-cell>"
                 "<text:p>one</text:p><text:p>two</text:p></table:table-cell></"
                 "table:table-row><table:table-row>"
                 "<table:table-cell><text:p>Bram</text:p></table:table-cell><table:table-cell><text:p>three</"
                 "text:p>"
                 "</table:table-cell></table:table-row></table:table>",
                 "Anna|one\\ntwo/Bram|three"},
         }) {
        CAPTURE(row.body);
        CHECK(odt(row.body) == row.found);
    }
    const std::string locked = test::zipOf({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                            {"META-INF/manifest.xml", "<m><encryption-data/></m>"},
                                            {"content.xml", "\x01\x02"}});
    CHECK_THAT(readOdt(locked, "f", {}, {}).error().message, Catch::Contains("password"));
    CHECK(probeOdt(test::zipOf({{"a", "b"}, {"mimetype", "application/vnd.oasis.opendocument.text"}}), "f") ==
          Likelihood::Certain);
    CHECK_FALSE(readOdt(test::zipOf({{"mimetype", "x"}}), "f", {}, {}));
}

TEST_CASE("Rich Text: letters of every kind") {
    struct Row {
        const char* body;
        const char* found;
    };
    for (const Row& row : {
             Row{"one\\par two\\line three\\tab four", "|one/|two\\nthree\\tfour"},
             Row{"caf\\'e9 \\u233? \\u-10179?\\u-8704?", "|caf\u00E9 \u00E9 \U0001F600"},
             Row{"{\\uc2 \\u233ab}c", "|\u00E9c"},
             Row{"\\f1 \\'9ar\\f0 \\'9a", "|\u0161r\u0161"},
             Row{"\\ldblquote a\\rdblquote\\emdash\\~b\\_c\\-d", "|\u201Ca\u201D\u2014\u00A0b\u2011cd"},
             Row{"\\{a\\}\\\\", "|{a}\\"},
             Row{"a{\\*\\unknown hidden}{\\footnote note}{\\v secret}b", "|ab"},
             Row{"a{\\deleted gone}{\\revised new}", "|anew"},
             Row{"a\\bin3 }}}b", "|ab"},
             Row{"{\\pict\\bin4 \x01\x02}}}a", "|a"},
             Row{"{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}", "|link"},
             Row{"{\\shp{\\*\\shpinst{\\shptxt box\\par}}}body\\par", "|body/|box"},
             Row{"\\trowd\\intbl Anna\\cell one\\par two\\cell\\row\\pard\\trowd\\intbl Bram\\cell "
                 "three\\cell\\row\\pard",
                 "Anna|one\\ntwo/Bram|three"},
             Row{"a\\cell b\\cell", "|a\\tb"},
             Row{"a}}}}b", "|ab"},
             Row{"a{{{{b", "|ab"},
             Row{"a\\u999999999999?b", "|a\uE3FFb"},
             // RTF 1.9.1, "Unicode RTF": what stands for a letter in old readers ends at a brace, and a
             // control symbol is one character of it.
             Row{"co{\\u246}rdinator, {\\u8364}10.", "|co\u00F6rdinator, \u20AC10."},
             Row{"{\\b\\u233}{\\u233 e}n", "|\u00E9\u00E9n"},
             Row{"a\\u160\\~b\\u8209\\_c\\u-4051\\'b7d", "|a\u00A0b\u2011c\uF02Dd"},
             Row{"{\\uc2 \\u246{o}e}", "|\u00F6oe"},
             // \plain goes back to the font of \deff.
             Row{"\\deff0\\f1 \\'9a\\plain \\'9a\\'ea", "|\u0161\u0161\u00EA"},
             // A text box of Word 95, and a table in a cell: its rows are lines of the cell.
             Row{"Anna: voor {\\*\\do\\dobxcolumn\\dptxbx{\\dptxbxtext\\pard in het vak\\par}\\dpx0}na.\\par",
                 "|Anna: voor na./|in het vak"},
             Row{"\\trowd\\pard\\intbl Anna\\cell \\pard\\intbl eerst\\par\\pard\\intbl\\itap2 n1\\nestcell"
                 "{\\nonesttables\\par}n2\\nestcell{\\nonesttables\\par}{\\*\\nesttableprops\\trowd\\nestrow}"
                 "\\pard\\intbl dan\\cell\\row \\trowd\\pard\\intbl Bram\\cell Ja.\\cell\\row\\pard",
                 "|Anna: eerst\\nn1\\tn2\\ndan/|Bram: Ja."},
         }) {
        CAPTURE(row.body);
        CHECK(rtf(row.body) == row.found);
    }
    CHECK_FALSE(readRtf("{\\rtf1}", "f", {}, {}));
    CHECK_FALSE(readRtf("words", "f", {}, {}));
    CHECK_THAT(readRtf("{\\rtf1 " + std::string(3000, '{'), "f", {}, {}).error().message,
               Catch::Contains("inside one another"));
}

TEST_CASE("rows of a table read as turns where they look like one") {
    CHECK(rowText({"Anna", "Yes."}) == "Anna: Yes.");
    CHECK(rowText({"Anna:", "Yes."}) == "Anna: Yes.");
    CHECK(rowText({"1:02", "Anna", "Yes."}) == "[1:02] Anna: Yes.");
    CHECK(rowText({"Anna", "[1:02]", "Yes."}) == "[1:02] Anna: Yes.");
    CHECK(rowText({"1:02", "Yes."}) == "[1:02] Yes.");
    CHECK(rowText({"", " ", ""}).empty());
    CHECK(rowText({"a", "b", "c", "d"}) == "a\tb\tc\td");
}

namespace {

std::string wordParts(const std::string& body, const std::vector<std::pair<std::string, std::string>>& more) {
    const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    std::vector<std::pair<std::string, std::string>> parts{
        {"word/document.xml", "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"}};
    for (const auto& [name, inside] : more)
        parts.emplace_back(name, "<w:part" + space + ">" + inside + "</w:part>");
    return test::zipOf(parts);
}

std::string styled(const std::string& style, const std::string& words) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
}

} // namespace

TEST_CASE("headings end a turn and name nobody") {
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style>";
    const std::string body = styled("Kop1", "Focusgroep 1: de klas") + paragraph("Anna: Ja.") +
                             paragraph("Bram: Nee.") + styled("Kop1", "Focusgroep 2: het team") +
                             paragraph("Anna: Toch.") + paragraph("Bram: Goed.");
    const Transcript found = transcript(readDocx, wordParts(body, {{"word/styles.xml", styles}}));
    CHECK(test::turns(found) == "Anna|Ja./Bram|Nee./|Focusgroep 2: het team/Anna|Toch./Bram|Goed.");
    CHECK(found.heading == "Focusgroep 1: de klas");
    CHECK(found.turns[3].line == 5);
    // A style may make a heading of a speaker's own line.
    const auto level = [](const std::string& words) {
        return "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    };
    CHECK(docx(level("Anna:") + paragraph("Ja.") + level("Bram:") + paragraph("Nee.") + level("Anna:") +
               paragraph("Goed.") + level("Bram:") + paragraph("Ja.")) ==
          "Anna|Ja./Bram|Nee./Anna|Goed./Bram|Ja.");
    CHECK(odt("<text:h>Deel 1: begin</text:h><text:p>Anna: Ja.</text:p><text:p>Bram: Nee.</text:p>"
              "<text:h>Deel 2: einde</text:h><text:p>Anna: Goed.</text:p>") ==
          "Anna|Ja./Bram|Nee./|Deel 2: einde/Anna|Goed.");
    CHECK(rtf("Anna: Ja.\\par Bram: Nee.\\par \\pard\\outlinelevel0 Deel 2: einde\\par \\pard Anna: "
              "Goed.\\par Bram: Ja.\\par ") == "Anna|Ja./Bram|Nee./|Deel 2: einde/Anna|Goed./Bram|Ja.");
}

TEST_CASE("footnotes and comments are kept with their places") {
    const std::string body =
        "<w:p><w:r><w:t>Anna: Ja hoor.</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
        "<w:p><w:r><w:t>Bram: Nee.</w:t><w:commentReference w:id=\"0\"/></w:r></w:p>" +
        paragraph("Anna: Goed.");
    const Transcript word = transcript(
        readDocx,
        wordParts(body,
                  {{"word/footnotes.xml", "<w:footnote w:id=\"-1\"><w:p/></w:footnote><w:footnote "
                                          "w:id=\"2\"><w:p><w:r><w:t>lacht</w:t></w:r></w:p></w:footnote>"},
                   {"word/comments.xml", "<w:comment w:id=\"0\" w:author=\"Els\"><w:p><w:r><w:t>aarzelt"
                                         "</w:t></w:r></w:p></w:comment>"}}));
    CHECK(word.notes ==
          "Footnote 1, \u201CAnna: Ja hoor.\u201D: lacht\nComment (Els), \u201CBram: Nee.\u201D: "
          "aarzelt");
    CHECK(test::turns(word) == "Anna|Ja hoor./Bram|Nee./Anna|Goed.");
    const Transcript open = transcript(
        readOdt,
        test::openDocumentOf(
            "text",
            "<office:text><text:p>Anna: Ja hoor.<text:note><text:note-citation>1</text:note-citation>"
            "<text:note-body><text:p>lacht</text:p></text:note-body></text:note> Toch.</text:p>"
            "<text:p>Bram: Nee.<office:annotation><text:p>aarzelt</text:p></office:annotation></text:p>"
            "<text:p>Anna: Goed.</text:p></office:text>"));
    CHECK(open.notes ==
          "Footnote 1, \u201CAnna: Ja hoor.\u201D: lacht\nComment, \u201CBram: Nee.\u201D: aarzelt");
    CHECK(test::turns(open) == "Anna|Ja hoor. Toch./Bram|Nee./Anna|Goed.");
    const Transcript rich = transcript(
        readRtf, "{\\rtf1\\ansi Anna: Ja.{\\footnote \\pard lacht\\par}\\par Bram: Nee.{\\*\\annotation "
                 "aarzelt}\\par Anna: Goed.\\par}");
    CHECK(rich.notes == "Footnote 1, \u201CAnna: Ja.\u201D: lacht\nComment, \u201CBram: Nee.\u201D: aarzelt");
    CHECK(test::turns(rich) == "Anna|Ja./Bram|Nee./Anna|Goed.");
    CHECK(rich.warnings.size() == 2);
}

TEST_CASE("what a document hides, and what stands above and below its pages, is told") {
    const auto told = [](const Transcript& found) { return test::dump({}, found.warnings); };
    const std::string turnsOfAll = "Anna: Ja.\\par Bram: Nee.\\par Anna: Goed.\\par ";
    CHECK(told(transcript(readRtf,
                          "{\\rtf1\\ansi {\\header\\pard Interview 4\\par}{\\footer {\\field{\\*\\fldinst "
                          "PAGE}{\\fldrslt 1}}\\par}{\\headerf \\pard\\par}" +
                              turnsOfAll + "{\\v ge{\\b heim}} en {\\v weer}{\\xe{\\v niet}}\\par}")) ==
          "warning 2 headers or footers are left out\nwarning 2 passages of hidden text are left out\n");
    const std::string hidden =
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ge</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>"
        "<w:t>heim</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> en</w:t><w:sym "
        "w:char=\"F04A\"/></w:r></w:p>";
    CHECK(told(transcript(readDocx,
                          wordParts(paragraph("Anna: Ja.") + hidden + paragraph("Bram: Nee."),
                                    {{"word/header1.xml", "<w:p><w:r><w:t>Interview 4</w:t></w:r></w:p>"},
                                     {"word/footer1.xml", "<w:p/>"}}))) ==
          "warning 1 header or footer is left out\nwarning 1 passage of hidden text is read too\n"
          "warning 1 letter of a symbol font is left out\n");
    const std::string masters =
        "<office:master-styles><style:master-page><style:header><text:p>Interview 4</text:p></style:header>"
        "<style:footer><text:p/></style:footer></style:master-page></office:master-styles>";
    const std::string body =
        "<office:text><text:p>Anna: Ja.</text:p><text:p>Bram: Nee.</text:p></office:text>";
    const std::string spaces = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                               "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                               "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"";
    CHECK(told(transcript(
              readOdt, test::zipOf({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                    {"content.xml", "<office:document-content" + spaces + "><office:body>" +
                                                        body + "</office:body></office:document-content>"},
                                    {"styles.xml", "<office:document-styles" + spaces + ">" + masters +
                                                       "</office:document-styles>"}}))) ==
          "warning 1 header or footer is left out\n");
}

TEST_CASE("a Rich Text that was cut off says so") {
    const Transcript cut = transcript(readRtf, "{\\rtf1\\ansi {\\b Anna: Ja.\\par Bram: Nee.\\par Anna: Go");
    CHECK_THAT(cut.warnings.front().text(), Catch::Contains("cut off"));
    CHECK(transcript(readRtf, "{\\rtf1\\ansi Anna: Ja.\\par Bram: Nee.\\par }").warnings.empty());
}

TEST_CASE("what no document has is refused before it fills the memory") {
    std::string body;
    for (int paragraphs = 0; paragraphs < 4'000'100; ++paragraphs)
        body += "<w:p/>";
    const auto refused = readDocx(test::wordOf(body), "f.docx", {}, {});
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().message.text(), Catch::Contains("paragraphs"));
    std::string turns;
    for (std::size_t turn = 0; turn <= mostTurns; ++turn)
        turns += turn % 2 == 0 ? "A: b\n" : "B: c\n";
    const auto many = readTranscriptText(turns, "f.txt", {}, {});
    REQUIRE_FALSE(many);
    CHECK_THAT(many.error().message.text(), Catch::Contains("turns"));
}
