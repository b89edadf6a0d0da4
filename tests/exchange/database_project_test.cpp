// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "exchange/database_project.h"
#include "support/catch.hpp"
#include "text/utf8.h"

using namespace rapport;
using namespace rapport::exchange;

namespace {

std::vector<DatabaseTable>
filled(DatabaseProgram program,
       const std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>& rows) {
    std::vector<DatabaseTable> tables = tablesOf(program);
    for (const auto& [name, content] : rows) {
        for (DatabaseTable& table : tables) {
            if (table.name == name)
                table.rows = content;
        }
    }
    return tables;
}

Project read(DatabaseProgram program, std::vector<DatabaseTable> tables,
             const std::string& file = "/home/me/Interviews.qda/data.qda") {
    auto project = readDatabaseProject(program, std::move(tables), file, {});
    if (!project)
        FAIL(base::describe(project.error()));
    return std::move(*project);
}

std::string coded(const ProjectSource& source, const ProjectCoding& coding) {
    return std::string(text::slice(source.text, text::textRange(*coding.begin, *coding.end)));
}

bool warns(const Project& project, const std::string& words) {
    for (const base::Phrase& warning : project.warnings) {
        if (warning.find(words) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("a QualCoder project: headings, codes, texts, cases, coders", "[database]") {
    const Project project =
        read(DatabaseProgram::QualCoder,
             filled(DatabaseProgram::QualCoder,
                    {{"source",
                      {{"1", "els.txt", "\U0001F600 De juf is dichtbij.\nEn dan conflict.", " van Els ",
                        "Bas", "2026-01-16 09:00:00"},
                       {"2", "foto.jpg", ""},
                       {"3", "an.txt", "Kort."},
                       {"5", "deel.txt", "Een deel."}}},
                     {"code_cat", {{"1", "Relatie", "hoe men met elkaar is", ""}, {"2", "Diep", "", "1"}}},
                     {"code_name",
                      {{"7", "Nabijheid", "dichtbij", "2", "#FF0000", ""},
                       {"8", "Conflict", "", "", "", ""},
                       {"9", "Ruzie", "", "", "", "8"}}},
                     {"code_text",
                      {{"7", "1", "dichtbij", "12", "20", "Ann, B.", "2026-01-15 10:00:00", "let op"},
                       {"8", "1", "conflict", "29", "37", "Bas", "x", ""},
                       {"8", "1", "?", "29", "900", "Bas", "", ""},
                       {"99", "1", "juf", "5", "8", "Bas", "", ""}}},
                     {"code_image", {{"7"}}},
                     {"annotation",
                      {{"1", "5", "8", "de juf zelf", "Cor, C.", "2026-01-17 09:00:00"},
                       {"1", "900", "901", "nergens", "Bas", ""},
                       {"1", "", "", "zonder plaats", "Bas", ""},
                       {"3", "0", "1", " ", "Bas", ""}}},
                     {"project", {{"waar het over gaat"}}},
                     {"journal", {{"dag 1", "gelezen", "Ann, B."}, {"dag 2", ""}}},
                     {"cases", {{"4", "Els", "een juf"}}},
                     {"case_text", {{"4", "1"}, {"4", "5", "0", "2"}}},
                     {"attribute",
                      {{"rol", "case", "leerkracht", "4"},
                       {"duur", "file", "30", "1"},
                       {"duur", "file", "5", "3"},
                       {"leeg", "case", "", "4"}}}}));
    CHECK(project.name == "Interviews");
    CHECK(project.origin == "QualCoder");
    const auto& codes = project.codebook.codebook.variables.at(0).codes;
    REQUIRE(codes.size() == 5);
    CHECK(codes[0].title.in("en") == "Relatie");
    CHECK_FALSE(codes[0].isCodable);
    CHECK(codes[2].title.in("en") == "Nabijheid");
    CHECK(codes[2].depth == 2);
    CHECK(codes[2].colour == "#ff0000");
    CHECK(codes[4].title.in("en") == "Ruzie");
    CHECK(codes[4].depth == 1);
    REQUIRE(project.sources.size() == 3);
    const ProjectSource& source = project.sources[0];
    REQUIRE(source.codings.size() == 2);
    CHECK(coded(source, source.codings[0]) == "dichtbij");
    CHECK(source.codings[0].rater == "Ann  B.");
    CHECK(source.codings[0].time.has_value());
    CHECK(coded(source, source.codings[1]) == "conflict");
    CHECK(project.raters == std::vector<std::string>{"Ann  B.", "Bas"});
    REQUIRE(project.cases.size() == 2);
    CHECK(project.cases[0].values ==
          std::vector<std::pair<std::string, std::string>>{{"rol", "leerkracht"}, {"duur", "30"}});
    CHECK(project.cases[1].name == "an.txt");
    CHECK(project.problems.size() == 1);
    CHECK(warns(project, "1 coding names a code that is not in the codebook"));
    CHECK(warns(project, "1 picture, recording or empty text"));
    CHECK(warns(project, "1 coding of a picture or recording"));
    CHECK(warns(project, "3 notes on the project as a whole, on cases or on sets stand among"));
    CHECK(source.cases == std::vector<std::size_t>{0});
    CHECK(project.sources[1].cases == std::vector<std::size_t>{1});
    // Of which a part alone is a case's.
    CHECK(project.sources[2].cases.empty());
    REQUIRE(source.memos.size() == 8);
    CHECK(source.memos[5].about == "Interviews");
    CHECK(source.memos[5].text == "waar het over gaat");
    CHECK(source.memos[6].about == "Els");
    CHECK(source.memos[6].text == "een juf");
    CHECK(source.memos[7].about == "dag 1 (Ann  B.)");
    CHECK(source.memos[7].text == "gelezen");
    CHECK(source.memos[0].text == "van Els");
    CHECK(source.memos[0].author == "Bas");
    CHECK_FALSE(source.memos[0].begin);
    CHECK(source.memos[0].time == base::parseIso("2026-01-16T09:00:00Z"));
    CHECK(source.memos[1].text == "zonder plaats");
    CHECK(source.memos[2].text == "let op");
    CHECK(source.memos[2].author == "Ann  B.");
    CHECK(source.memos[2].codes == std::vector<std::string>{source.codings[0].code});
    CHECK(source.memos[2].begin == source.codings[0].begin);
    CHECK(source.memos[3].text == "de juf zelf");
    CHECK(source.memos[3].author == "Cor  C.");
    CHECK(text::slice(source.text, text::textRange(*source.memos[3].begin, *source.memos[3].end)) == "juf");
    CHECK(source.memos[4].text == "nergens");
    CHECK_FALSE(source.memos[4].begin);
    CHECK(project.sources[1].memos.empty());
}

TEST_CASE("a QualCoder tree that hangs in a circle, or on nothing, loses no code", "[database]") {
    std::vector<std::vector<std::string>> headings;
    for (int number = 1; number <= 500; ++number)
        headings.push_back(
            {std::to_string(number), "H" + std::to_string(number), "", std::to_string(number + 1)});
    headings.push_back({"501", "H501", "", "1"});
    headings.push_back({"900", "alone", "", "12345"});
    const Project project = read(
        DatabaseProgram::QualCoder,
        filled(DatabaseProgram::QualCoder, {{"source", {{"1", "a", "Woorden."}}}, {"code_cat", headings}}));
    CHECK(project.codebook.codebook.variables.at(0).codes.size() == 502);
    CHECK(model::validate(project.codebook.codebook).has_value());
}

TEST_CASE("a Taguette project: bytes of a page become places in its text", "[database]") {
    const std::string contents =
        "<h1>Gesprek</h1>\n<p>De juf is <b>dichtbij</b> &amp; caf\u00E9.</p>\n<p>Een conflict.</p>";
    // "Gesprek\nDe juf is dichtbij & cafe'.\nEen conflict.", an accented letter as two bytes.
    const Project project = read(
        DatabaseProgram::Taguette,
        filled(DatabaseProgram::Taguette,
               {{"projects", {{"1", "Proef", "een proef"}}},
                {"documents", {{"1", "els.docx", contents, "met Els, thuis"}, {"2", "leeg", "<p> </p>"}}},
                {"tags",
                 {{"1", "relatie", "hoe", ""},
                  {"2", "relatie.nabij", "", ""},
                  {"3", "los", "", "1"},
                  {"4", "a.b", "", ""}}},
                {"highlights",
                 {{"1", "1", "18", "26", "<b>dichtbij</b>"},
                  {"2", "1", "29", "48", "<p>caf\u00E9.</p>\n<p>Een conflict</p>"},
                  {"3", "1", "0", "7", "Gesprek"},
                  {"4", "1", "9000", "9001", "x"}}},
                {"highlight_tags", {{"1", "2"}, {"1", "1"}, {"2", "3"}, {"4", "1"}}},
                {"commands",
                 {{"ann", "2026-01-15 10:00:00.123456",
                   R"({"type":"highlight_add","highlight_id":1,"tags":[2]})"},
                  {"bas", "2026-01-14 10:00:00", R"({"type":"document_add"})", "1"},
                  {"bas", "2026-01-16 10:00:00", R"({"type":"tag_add","tag_id":1})"},
                  {"bas", "", "highlight_add, but no document"}}},
                {"project_members", {{"admin"}}}}),
        "export.sqlite3");
    CHECK(project.name == "Proef");
    REQUIRE(project.sources.size() == 1);
    const ProjectSource& source = project.sources[0];
    CHECK(source.text == "Gesprek\nDe juf is dichtbij & caf\u00E9.\nEen conflict.");
    REQUIRE(source.codings.size() == 3);
    CHECK(coded(source, source.codings[0]) == "dichtbij");
    CHECK(source.codings[0].rater == "ann");
    CHECK(source.codings[0].time == base::parseIso("2026-01-15T10:00:00.123Z"));
    CHECK(coded(source, source.codings[2]) == "caf\u00E9.\nEen conflict");
    CHECK(source.codings[2].rater == "admin");
    CHECK(std::string(source.positions) == "positions count bytes: 2 of 2 quotes fit");
    const auto& codes = project.codebook.codebook.variables.at(0).codes;
    REQUIRE(codes.size() == 4);
    CHECK(codes[0].title.in("en") == "a.b");
    CHECK(codes[1].title.in("en") == "relatie");
    CHECK(codes[2].depth == 1);
    CHECK(codes[3].depth == 1);
    REQUIRE(source.memos.size() == 2);
    CHECK(source.memos[1].about == project.name);
    CHECK(source.memos[0].text == "met Els, thuis");
    CHECK(source.memos[0].author == "bas");
    CHECK(source.memos[0].time == base::parseIso("2026-01-14T10:00:00Z"));
    CHECK(warns(project, "1 note on the project as a whole"));
    CHECK(warns(project, "1 highlight without a tag"));
    CHECK(project.problems.size() == 2);
}

TEST_CASE("several Taguette projects, or nothing at all, are refused with what to do", "[database]") {
    const std::string file = "server.sqlite3";
    const auto two = readDatabaseProject(
        DatabaseProgram::Taguette,
        filled(DatabaseProgram::Taguette, {{"projects", {{"1", "A"}, {"2", "B"}}}}), file, {});
    REQUIRE_FALSE(two);
    CHECK(two.error().message.find("2 Taguette projects") != std::string::npos);
    CHECK_FALSE(two.error().hint.empty());
    CHECK_FALSE(
        readDatabaseProject(DatabaseProgram::QualCoder, tablesOf(DatabaseProgram::QualCoder), file, {}));
}
