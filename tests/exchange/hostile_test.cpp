// SPDX-License-Identifier: GPL-3.0-or-later
// Files that were made to do harm, or that went through hands that broke them: each is refused or repaired,
// with words about it, within bounds.
#include "exchange/annotations.h"
#include "exchange/codebook_json.h"
#include "exchange/csv.h"
#include "exchange/html.h"
#include "exchange/refi.h"
#include "exchange/survey_structure.h"
#include "exchange/transcript_text.h"
#include "exchange/webvtt.h"
#include "exchange/word_documents.h"
#include "exchange/workbook.h"
#include "package/zip_writer.h"
#include "support/catch.hpp"
#include "support/zip_writer.h"
#include "text/utf8.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

using namespace rapport;
using namespace rapport::exchange;
using namespace std::string_literals;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string packed(const Files& files) {
    std::vector<package::ZipFile> zip;
    for (const auto& [name, bytes] : files)
        zip.push_back({name, bytes});
    auto bytes = package::writeZip(zip);
    REQUIRE(bytes);
    return std::move(*bytes);
}

/// Readers of containers.
struct Container {
    const char* name;
    base::Status (*read)(const std::string& bytes);
};

template<auto read>
base::Status status(const std::string& bytes) {
    const auto result = read(bytes, "f", {}, {});
    return result ? base::Status() : base::Status(base::fail(result));
}

base::Status project(const std::string& bytes) {
    const auto result = readRefiProject(bytes, "f", {});
    return result ? base::Status() : base::Status(base::fail(result));
}

const std::vector<Container>& containers() {
    static const std::vector<Container> all{{"xlsx", status<readXlsx>},
                                            {"ods", status<readOds>},
                                            {"docx", status<readDocx>},
                                            {"odt", status<readOdt>},
                                            {"qdpx", project}};
    return all;
}

/// A sound container of the kind, with this content in its part.
Files around(const std::string& kind, const std::string& part) {
    if (kind == "xlsx") {
        const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return {{"xl/workbook.xml",
                 "<workbook xmlns:r=\"" + office +
                     "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
                {"xl/_rels/workbook.xml.rels",
                 "<Relationships><Relationship Id=\"r1\" Type=\"" + office +
                     "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                {"xl/worksheets/sheet1.xml", part}};
    }
    if (kind == "docx")
        return {{"word/document.xml", part}};
    if (kind == "qdpx")
        return {{"project.qde", part}};
    return {{"mimetype", "application/vnd.oasis.opendocument."s + (kind == "ods" ? "spreadsheet" : "text")},
            {"content.xml", part}};
}

/// The most memory that `work` took beyond what was there before, in MB: measured in a process of its own.
long megabytesOf(const std::function<void()>& work) {
    int pipes[2];
    REQUIRE(pipe(pipes) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        const long before = usage.ru_maxrss;
        work();
        getrusage(RUSAGE_SELF, &usage);
        const long grown = (usage.ru_maxrss - before) / 1024;
        const bool isTold = ::write(pipes[1], &grown, sizeof grown) == sizeof grown;
        _exit(isTold ? 0 : 1);
    }
    close(pipes[1]); // a child that dies ends the reading
    long grown = -1;
    const bool isTold = ::read(pipes[0], &grown, sizeof grown) == sizeof grown;
    int result = 0;
    waitpid(child, &result, 0);
    close(pipes[0]);
    REQUIRE(isTold);
    REQUIRE(result == 0);
    return grown;
}

bool isSanitized() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    return false;
#endif
}

} // namespace

TEST_CASE("entities are never unfolded, whatever reader meets them", "[hostile]") {
    // A billion letters out of ten lines, and a file of the system.
    const std::string laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&b;&x;</a>";
    for (const Container& container : containers()) {
        CAPTURE(container.name);
        const base::Status read = container.read(packed(around(container.name, laughs)));
        REQUIRE_FALSE(read);
        CHECK_THAT(read.error().message, Catch::Contains("DOCTYPE"));
    }
    CHECK_FALSE(readElan(laughs, "f.eaf", {}, {}));
    CHECK_THAT(readRefiCodebook(laughs, "f.qdc").error().message, Catch::Contains("DOCTYPE"));
    CHECK_THAT(readRefiProject(laughs, "f.qde", {}).error().message, Catch::Contains("DOCTYPE"));
    CHECK_FALSE(readSurveyStructure(laughs, "f.lss"));
}

TEST_CASE("a container that unfolds without end is refused by every reader, in little memory", "[hostile]") {
    if (isSanitized())
        return;
    // 200 MB of spaces in a few hundred kilobytes.
    const std::string bombed(200U << 20U, ' ');
    for (const Container& container : containers()) {
        CAPTURE(container.name);
        const std::string bytes = packed(around(container.name, "<a>" + bombed + "</a>"));
        REQUIRE(bytes.size() < (1U << 20U));
        CHECK_FALSE(container.read(bytes));
        CHECK(megabytesOf([&] { (void)container.read(bytes); }) < 256);
    }
}

TEST_CASE("a container with a name that leaves the folder is refused by every reader", "[hostile]") {
    for (const Container& container : containers()) {
        for (const char* name : {"../../.bashrc", "/etc/passwd", "a/../../b", "C:\\x", "..\\x"}) {
            CAPTURE(container.name, name);
            Files files = around(container.name, "<a/>");
            files.emplace_back(name, "x");
            const base::Status read = container.read(test::zipOf(files));
            REQUIRE_FALSE(read);
            CHECK_THAT(read.error().message, Catch::Contains("outside"));
        }
    }
}

TEST_CASE("a truncated container is refused at every length", "[hostile]") {
    for (const Container& container : containers()) {
        const std::string bytes = packed(around(container.name, "<a>words</a>"));
        for (std::size_t size = 1; size < bytes.size(); size += 5) {
            bool isRefused = !container.read(bytes.substr(0, size));
            // Under its name it finds no reader of plain text either.
            if (const std::string file = "f."s + container.name; isRefused && file != "f.qdpx") {
                const auto found = detectFormat(bytes.substr(0, size), file);
                isRefused = !found || !(*found)->read(bytes.substr(0, size), file, {}, {});
            }
            CAPTURE(container.name, size);
            CHECK(isRefused);
        }
    }
}

TEST_CASE("100,000 columns are refused in every kind of table", "[hostile]") {
    constexpr int columns = 100'000;
    std::string csv;
    std::string html = "<table><tr>";
    std::string cells;
    for (int column = 0; column < columns; ++column) {
        csv += "c,";
        html += "<td>c";
        cells += "<c t=\"inlineStr\"><is><t>c</t></is></c>";
    }
    CHECK_THAT(readCsv(csv + "\n" + csv + "\n", "f", {}, {}).error().message, Catch::Contains("columns"));
    CHECK_THAT(readHtmlTable(html + "</table>", "f", {}, {}).error().message, Catch::Contains("columns"));
    CHECK_THAT(readXlsx(test::workbookOf("<row r=\"1\">" + cells + "</row>"), "f", {}, {}).error().message,
               Catch::Contains("columns"));
    const std::string ods = test::openDocumentOf(
        "spreadsheet", "<office:spreadsheet><table:table><table:table-row><table:table-cell "
                       "table:number-columns-repeated=\"100000\"><text:p>c</text:p></table:table-cell>"
                       "</table:table-row></table:table></office:spreadsheet>");
    CHECK_THAT(readOds(ods, "f", {}, {}).error().message, Catch::Contains("columns"));
}

TEST_CASE("a cell without end costs no more than its text and 256 MB", "[hostile]") {
    if (isSanitized())
        return;
    std::string csv = "participant,Q1\nP1,\"";
    csv.append(300U << 20U, 'x');
    // A quotation mark that nothing closes, the usual reason of such a cell: named with its line.
    CHECK_THAT(readCsv(csv, "f", {}, {}).error().message, Catch::Contains("quotation mark"));
    const auto size = static_cast<long>(csv.size() >> 20U);
    CHECK(megabytesOf([&] { (void)readCsv(csv, "f", {}, {}); }) < size + 256);
    csv += "\"\n";
    // Where marks are doubled it is drawn together in its own place.
    std::string doubled = csv;
    for (std::size_t at = 100; at + 2 < doubled.size(); at += 1000)
        doubled[at] = doubled[at + 1] = '"';
    CHECK(megabytesOf([&] { (void)readCsv(doubled, "f", {}, {}); }) < size + 256);
    CHECK(megabytesOf([&] { (void)readCsv(csv, "f", {}, {}); }) < size + 256);
}

TEST_CASE("a conversation of more than 64 MB is refused by every reader, in little memory", "[hostile]") {
    if (isSanitized())
        return;
    const std::string words(65U << 20U, 'x');
    // Files that are all text are not even read.
    const auto refuses = [&](auto read, const std::string& bytes, long most) {
        std::string said;
        const auto records = read(bytes, "f"s, ReadOptions{}, base::Task{});
        CHECK_FALSE(records);
        if (!records)
            said = records.error().message.text();
        CHECK(said == "holds more than 64 MB of text");
        CHECK(megabytesOf([&] { (void)read(bytes, "f"s, ReadOptions{}, base::Task{}); }) < most);
    };
    refuses(readTranscriptText, "Els: " + words, 16);
    refuses(readWebVtt, "WEBVTT\n\n00:01.000 --> 00:02.000\n" + words, 16);
    refuses(readChat, "@UTF8\n@Begin\n*ELS:\t" + words + "\n@End\n", 16);
    refuses(readElan, "<ANNOTATION_DOCUMENT>" + words, 16);
    refuses(readRtf, "{\\rtf1 " + words + '}', 256);
    // Letters that do not pack well: a container may not unfold beyond measure.
    std::string odd;
    for (std::uint32_t seed = 1; odd.size() < words.size(); seed = seed * 1664525U + 1013904223U)
        odd += static_cast<char>('a' + (seed >> 24U) % 26);
    refuses(readDocx, test::wordOf("<w:p><w:r><w:t>" + odd + "</w:t></w:r></w:p>"), 256);
    refuses(readOdt, test::openDocumentOf("text", "<office:text><text:p>" + odd + "</text:p></office:text>"),
            256);
    // As large as it may be, with a document of 48 MB inside: no more than 256 MB over that.
    const auto chunk = [&](const std::string& content) {
        return test::zipOf(
            {{"word/document.xml",
              "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
              "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
              "<w:p><w:r><w:t>Els: ja</w:t></w:r></w:p><w:altChunk r:id=\"c\"/></w:body></w:document>"},
             {"word/_rels/document.xml.rels",
              "<Relationships><Relationship Id=\"c\" Type=\"http://schemas.openxmlformats.org/"
              "officeDocument/2006/relationships/aFChunk\" Target=\"a.txt\"/></Relationships>"},
             {"word/a.txt", content}});
    };
    const auto read = [](const std::string& bytes) { return readDocx(bytes, "f.docx", {}, {}); };
    const std::string most = chunk("Bas: " + odd.substr(0, 47U << 20U));
    CHECK(read(most));
    CHECK(megabytesOf([&] { (void)read(most); }) < 47 + 256);
    // One of 256 MB is refused by its size, before it is unfolded.
    std::string large;
    for (int part = 0; part < 4; ++part)
        large += odd;
    const std::string tooLarge = chunk(large);
    const auto refused = read(tooLarge);
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().message.text(), Catch::Contains("too large"));
    CHECK(megabytesOf([&] { (void)read(tooLarge); }) < 32);
}

TEST_CASE("half surrogates become U+FFFD or an error, never a broken text", "[hostile]") {
    // UTF-16 with a high half alone.
    std::string wide = "\xFF\xFE"s;
    for (const char16_t letter : std::u16string(u"participant,Q1\nP1,voor\xD83D na\n")) {
        wide += static_cast<char>(letter & 0xFFU);
        wide += static_cast<char>(letter >> 8U);
    }
    const auto read = readCsv(wide, "f", {}, {});
    REQUIRE(read);
    const Table& table = std::get<Table>(*read);
    CHECK(table.rows.at(0).cells.at(1) == "voor\uFFFD na");
    CHECK_FALSE(table.warnings.empty());
    // The same half written as if it were UTF-8 among words that are.
    const std::string words =
        "participant,Q1\nP1,de juf na\u00EFef caf\u00E9 en re\u00EBel \xED\xA0\x80 klaar\n";
    const auto cesu = readCsv(words, "f", {}, {});
    REQUIRE(cesu);
    const std::string cell(std::get<Table>(*cesu).rows.at(0).cells.at(1));
    CHECK(text::isValidUtf8(cell));
    CHECK_THAT(cell, Catch::Contains("na\u00EFef caf\u00E9 en re\u00EBel"));
    CHECK_FALSE(std::get<Table>(*cesu).warnings.empty());
    // In JSON and in XML.
    const auto book = readCodebookFile(
        R"({"schema":"rapport.codebook/1","id":"a","title":{"en":"\ud83d"},"variables":[]})", "f");
    if (book)
        CHECK(text::isValidUtf8(book->codebook.title.in("en")));
    CHECK_FALSE(readDocx(test::wordOf("<w:p><w:r><w:t>&#xD83D;</w:t></w:r></w:p>"), "f", {}, {}));
}

TEST_CASE("NUL bytes are refused in text and dropped nowhere in silence", "[hostile]") {
    CHECK_THAT(readCsv("participant,Q1\nP1,a\0b\n"s, "f.csv", {}, {}).error().message,
               Catch::Contains("binary"));
    CHECK_FALSE(readTranscriptText("Ann: a\0b\nBas: c\n"s, "f.txt", {}, {}));
}
