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
                      {{"1", "els.txt", "\U0001F600 De juf is dichtbij.\nEn dan conflict."},
                       {"2", "foto.jpg", ""},
                       {"3", "an.txt", "Kort."}}},
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
                     {"annotation", {{"1"}, {"1"}}},
                     {"cases", {{"4", "Els"}}},
                     {"case_text", {{"4", "1"}}},
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
    REQUIRE(project.sources.size() == 2);
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
    CHECK(warns(project, "3 memos on passages"));
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
    const Project project =
        read(DatabaseProgram::Taguette,
             filled(DatabaseProgram::Taguette,
                    {{"projects", {{"1", "Proef"}}},
                     {"documents", {{"1", "els.docx", contents}, {"2", "leeg", "<p> </p>"}}},
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
