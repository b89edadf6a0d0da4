// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/answers_mapping.h"
#include "exchange/csv.h"
#include "exchange/survey_structure.h"
#include "support/catch.hpp"
#include "support/tree.h"
#include "support/zip_writer.h"

#include <filesystem>

using namespace rapport;
using namespace rapport::exchange;

namespace {

Table table(const std::string& csv) {
    auto records = readCsv(csv, "f.csv", {}, {});
    REQUIRE(records);
    return std::get<Table>(std::move(*records));
}

const std::string qsf =
    R"({"SurveyEntry":{"SurveyName":"Vignette"},"SurveyElements":[{"Element":"BL"},{"Element":"SQ","Payload":{"DataExportTag":"Q1",)"
    R"("QuestionText":"<p>Why&nbsp;so?<br>Tell.</p>","Choices":{"1":{"Display":"<b>Yes</b>"},"2":{"Display":"No"}}}},)"
    R"({"Element":"SQ","PrimaryAttribute":"Q2","Payload":{"QuestionText":"How?"}}]})";

const std::string lss = "<?xml "
                        "version=\"1.0\"?><document><LimeSurveyDocType>Survey</"
                        "LimeSurveyDocType><questions><rows><row><qid>1</qid>"
                        "<title>Q1</title><question><![CDATA[<p>Which?</p>]]></question></row></rows></"
                        "questions><subquestions><rows><row>"
                        "<qid>2</qid><parent_qid>1</parent_qid><title>SQ001</title><question>The "
                        "first</question></row></rows></subquestions>"
                        "</document>";

} // namespace

TEST_CASE("questions of Qualtrics and LimeSurvey get to their columns") {
    const auto qualtrics = readSurveyStructure(qsf, "f.qsf");
    REQUIRE(qualtrics);
    CHECK(qualtrics->title == "Vignette");
    CHECK(qualtrics->questions.at("Q1") == "Why so? Tell.");
    Table answers = table("participant,Q1,Q1_1,Q2_TEXT,other\n1,a,b,c,d\n");
    CHECK(applyStructure(*qualtrics, answers).columns == 3);
    CHECK(answers.columns[2].title == "Why so? Tell. - Yes");
    CHECK(answers.columns[3].title == "How?");
    const auto lime = readSurveyStructure(lss, "f.lss");
    REQUIRE(lime);
    Table codes = table("id,Q1[SQ001],Q1_SQ001,Q1\n1,a,b,c\n");
    CHECK(applyStructure(*lime, codes).columns == 3);
    CHECK(codes.columns[1].title == "Which? [The first]");
    CHECK(readSurveyStructure(test::zipOf({{"survey_1.lss", lss}}), "f.lsa")->questions.size() == 2);
    for (const std::string& bytes : {std::string(), std::string("{"), std::string("{}"), std::string("<a/>"),
                                     std::string("words"), "<!DOCTYPE a>" + lss, test::zipOf({{"a", "b"}})}) {
        CAPTURE(bytes);
        CHECK(readSurveyStructure(bytes, "f").error().code == base::Errc::Unreadable);
    }
}

TEST_CASE("codes of choices become their words with a structure of Qualtrics too") {
    const auto structure = readSurveyStructure(
        R"({"SurveyElements":[{"Element":"SQ","Payload":{"DataExportTag":"Q1","QuestionText":"Which?",)"
        R"("QuestionType":"MC","Selector":"SAVR","Choices":{"1":{"Display":"Yes"},"2":{"Display":"No"},"4":{"Display":"Other"}},)"
        R"("RecodeValues":{"1":"10","2":20}}},)"
        R"({"Element":"SQ","Payload":{"DataExportTag":"Q2","QuestionText":"All?","QuestionType":"MC","Selector":"MAVR",)"
        R"("Choices":{"1":{"Display":"Red"}}}},)"
        R"({"Element":"SQ","Payload":{"DataExportTag":"Q3","QuestionText":"How often?","QuestionType":"Matrix","Selector":"Likert",)"
        R"("Choices":{"1":{"Display":"Reading"},"2":{"Display":"Writing"}},"Answers":{"1":{"Display":"Never"},"2":{"Display":"Always"}},)"
        R"("ChoiceDataExportTags":{"1":"Q3_read"}}}]})",
        "f.qsf");
    REQUIRE(structure);
    Table answers =
        table("participant,Q1,Q1_4_TEXT,Q2,Q2_1,Q3_1,Q3_read,Q3_2\np,10,10,1,1,1,2,7\nq,20,x,1,,2,1,1\n"
              "r,4,,,,,,\n");
    CHECK(applyStructure(*structure, answers).columns == 7);
    const auto row = [&](std::size_t index) {
        std::string all;
        for (const auto& cell : answers.rows[index].cells)
            all += std::string(std::string_view(cell)) + "|";
        return all;
    };
    CHECK(row(0) == "p|Yes|10|Red|1|Never|Always|7|");
    CHECK(row(1) == "q|No|x|Red||Always|Never|Never|");
    CHECK(row(2) == "r|Other|||||||");
    CHECK(answers.columns[6].title == "How often? - Reading");
}

TEST_CASE("a code that no choice has is counted, what is no code is not") {
    const auto structure = readSurveyStructure(
        R"({"SurveyElements":[{"Element":"SQ","Payload":{"DataExportTag":"Q1","QuestionText":"Which?",)"
        R"("QuestionType":"MC","Selector":"SAVR","Choices":{"1":{"Display":"Yes"},"2":{"Display":"12"}}}}]})",
        "f.qsf");
    REQUIRE(structure);
    Table answers =
        table("participant,Q1,Q1_2_TEXT,Q9\na,1,3,3\nb,7,,\nc,\"1,2\",,\nd,12,,\ne,Yes,,\nf,,,\ng,-99,,\n");
    const AppliedStructure applied = applyStructure(*structure, answers);
    CHECK(applied.cells == 1);
    CHECK(applied.unknown == 2);
    CHECK(answers.rows[1].cells[1] == "7");
    CHECK(answers.rows[2].cells[1] == "1,2");
}

TEST_CASE("several choices in one cell become their words") {
    const auto structure = readSurveyStructure(
        R"({"SurveyElements":[{"Element":"SQ","Payload":{"DataExportTag":"Q2","QuestionText":"All?","QuestionType":"MC",)"
        R"("Selector":"MAVR","Choices":{"1":{"Display":"Red"},"2":{"Display":"Green, light"},"4":{"Display":"Blue"}},)"
        R"("RecodeValues":{"1":"1","2":"2","4":"9"}}},)"
        R"({"Element":"SQ","Payload":{"DataExportTag":"Q3","QuestionText":"When?","QuestionType":"Matrix","Selector":"Likert",)"
        R"("SubSelector":"MultipleAnswer","Choices":{"1":{"Display":"Reading"}},)"
        R"("Answers":{"1":{"Display":"Morning"},"2":{"Display":"Evening"}}}}]})",
        "f.qsf");
    REQUIRE(structure);
    Table answers = table("participant,Q2,Q2_1,Q2_4_TEXT,Q3_1\na,\"1,9\",1,\"1,2\",\"1,2\"\nb,2,,,2\n"
                          "c,\"1, 4\",,,\nd,\"Red,Blue\",,,\ne,,,,\n");
    const AppliedStructure applied = applyStructure(*structure, answers);
    const auto cell = [&](std::size_t row, std::size_t column) {
        return std::string(std::string_view(answers.rows[row].cells[column]));
    };
    CHECK(cell(0, 1) == "Red; Blue");
    CHECK(cell(0, 2) == "1");
    CHECK(cell(0, 3) == "1,2");
    CHECK(cell(0, 4) == "Morning; Evening");
    CHECK(cell(1, 1) == "Green, light");
    CHECK(cell(1, 4) == "Evening");
    CHECK(cell(2, 1) == "1, 4");
    CHECK(cell(3, 1) == "Red,Blue");
    CHECK(applied.cells == 4);
    CHECK(applied.unknown == 1);
}

TEST_CASE("a form that names nobody gets a column of rows, and its times and addresses are left out") {
    const Table form =
        table("Tijdstempel,E-mailadres,Wat zag je?\n1/2/2025 10:00,a@b.be,De juf wacht heel lang op hem.\n"
              "1/2/2025 11:00,c@d.be,Ze luistert naar wat hij zegt.\n");
    CHECK(form.shape == "googleforms");
    CHECK(form.columns.back().name == "row");
    CHECK(form.rows[1].cells.back() == "row-3");
    const std::vector<std::string> prompts{"Q1"};
    const auto suggestion = suggestMapping(form, prompts, {});
    CHECK(suggestion.mapping.columns[0].kind == ColumnKind::LeftOut);
    CHECK(suggestion.mapping.columns[1].kind == ColumnKind::LeftOut);
    CHECK(suggestion.mapping.columns[3].kind == ColumnKind::Participant);
}

TEST_CASE("what a spreadsheet did to a table is told, ordinary values are not") {
    const std::string said = test::dump(
        {}, table("participant,id2,range,note,t\n1,1.23457E+15,3-mei,#NAME?,x\n2,1.2E+5x,3-5,#1 of all,E+\n"
                  "3,123,2025-03-01,########,co-op\n")
                .warnings);
    CHECK_THAT(said,
               Catch::Contains("1 cell was rounded to the form 1.23E+15 (column id2, first in line 2)"));
    CHECK_THAT(said, Catch::Contains("2 cells hold an error"));
    // Long numbers that were opened in it as numbers: nothing but zeros is left behind 15 digits.
    CHECK_THAT(test::dump({}, table("participant,card\n12345678901234500,x\n98765432109876500,y\n").warnings),
               Catch::Contains("2 cells end in zeros after 15 digits, as a spreadsheet leaves of a longer "
                               "number (column participant, first in line 2): import the file as the "
                               "survey tool gave it"));
    CHECK_THAT(test::dump({}, table("participant,Q1\n1234567890123450,x\n2345678901234560,y\n").warnings),
               Catch::Contains("2 cells end in zeros"));
    // One such number may be so by chance; where another of the column has its digits, no spreadsheet cut.
    CHECK(table("participant,Q1\n1234567890123450,x\n2,y\n").warnings.empty());
    CHECK(table("participant,Q1\n12345678901234500,x\n12345678901234567,y\n").warnings.empty());
    CHECK(table("participant,Q1\n123456789012345,x\n100000000000000,y\n").warnings.empty());
    CHECK(test::dump({}, table("participant,Q1\n1,#DIV/0!\n2,yes\n").warnings) ==
          "warning 1 cell holds an error of a formula (#DIV/0!, #N/A) (column Q1, first in line 2): mend the "
          "formula, or leave the cell empty, and save the file again\n");
    CHECK_THAT(said, Catch::Contains("1 cell looks like a value that a spreadsheet turned into a date") &&
                         Catch::Contains("(column range, first in line 2)"));
    CHECK_THAT(test::dump({}, table("participant,Q1\n1,#N/B\n2,mrt/05\n").warnings),
               Catch::Contains("error of a formula") && Catch::Contains("turned into a date"));
    CHECK(table("participant,Q1\n1,ok-ish\n2,jan\n3,#metoo\n").warnings.empty());
    const std::string cut =
        test::dump({}, table("participant,Q1\n1," + std::string(32767, 'x') + "\n").warnings);
    CHECK_THAT(cut, Catch::Contains("where Excel cuts"));
    CHECK(table("participant,Q1\n1," + std::string(32768, 'x') + "\n").warnings.empty());
}

TEST_CASE("answers in which people left an address or a number are pointed out") {
    const Table answers =
        table("participant,Q1\n1,mail me at a.b@c.be please\n2,call 0470 12 34 56\n3,+32 470 12 34 56\n"
              "4,in 2025 there were 1200000000 stars\n5,@home we say 10-20\n");
    const std::vector<std::string> prompts{"Q1"};
    const auto suggestion = suggestMapping(answers, prompts, {});
    const auto found =
        std::find_if(suggestion.findings.begin(), suggestion.findings.end(),
                     [](const Finding& finding) { return finding.kind == Finding::Kind::PersonalData; });
    REQUIRE(found != suggestion.findings.end());
    CHECK(found->lines == std::vector<std::size_t>{2, 3, 4});
}

TEST_CASE("shipped samples of every format are read as their golden files say") {
    const std::filesystem::path folder = std::string(rapport::support::sourceTree) + "/corpora/formats";
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.find("codes") == 0 || name.find("project") == 0 || name == "README.md" ||
            name == "survey.qsf" || name == "survey.lss")
            continue;
        CAPTURE(name);
        const std::string bytes = test::slurp(entry.path().string());
        const auto format = detectFormat(bytes, name);
        REQUIRE(format);
        const std::string found =
            std::string((*format)->id) + "\n" + test::dump((*format)->read(bytes, name, {}, {}));
        CHECK(found == test::golden("formats-" + name, found));
        ++seen;
    }
    CHECK(seen >= 11);
}

TEST_CASE("UTF-8 that was read as windows-1252 and saved again is told, and mended when asked") {
    const std::string bytes =
        "participant,Q1\n1,caf\u00C3\u00A9 \u00E2\u20AC\u201Cja\u00E2\u20AC\u009D\n2,re\u00C3\u00ABel\n";
    CHECK_THAT(test::dump({}, table(bytes).warnings), Catch::Contains("UTF-8 twice"));
    ReadOptions options;
    options.encoding = "UTF-8 twice";
    const auto mended = readCsv(bytes, "f", options, {});
    REQUIRE(mended);
    const Table& found = std::get<Table>(*mended);
    CHECK(found.rows[0].cells[1] == "caf\u00E9 \u2013ja\u201D");
    CHECK(found.rows[1].cells[1] == "re\u00EBel");
    CHECK(found.warnings.empty());
}

TEST_CASE("LimeSurvey: codes of answers become their words, in the language that is asked for") {
    const std::string structure =
        "<?xml version=\"1.0\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>"
        "<questions><rows><row><qid>1</qid><title>Q1</title></row></rows></questions>"
        "<subquestions><rows><row><qid>2</qid><parent_qid>1</parent_qid><title>SQ1</title></row></rows></"
        "subquestions>"
        "<question_l10ns><rows><row><qid>1</qid><language>en</language><question>How?</question></row>"
        "<row><qid>1</qid><language>nl-informal</language><question>Hoe?</question></row>"
        "<row><qid>2</qid><language>en</language><question>part</question></row></rows></question_l10ns>"
        "<answers><rows><row><aid>5</aid><qid>1</qid><code>A1</code></row><row><aid>6</aid><qid>1</qid>"
        "<code>A2</code></row></rows></answers>"
        "<answer_l10ns><rows><row><aid>5</aid><language>en</language><answer>Often</answer></"
        "row><row><aid>5</aid>"
        "<language>nl-informal</language><answer>Vaak</answer></row><row><aid>6</aid><language>en</language>"
        "<answer>Never</answer></row></rows></answer_l10ns></document>";
    const auto dutch = readSurveyStructure(structure, "f.lss", "nl");
    REQUIRE(dutch);
    CHECK(dutch->questions.at("Q1") == "Hoe?");
    Table answers = table("id,Q1,Q1[SQ1],other\n1,A1,A2,A1\n2, A1 ,,A2\n3,free,A1,\n");
    const AppliedStructure applied = applyStructure(*dutch, answers);
    CHECK(applied.columns == 2);
    CHECK(applied.cells == 4);
    CHECK(answers.rows[0].cells[1] == "Vaak");
    CHECK(answers.rows[0].cells[2] == "Never");
    CHECK(answers.rows[0].cells[3] == "A1");
    CHECK(answers.rows[2].cells[1] == "free");
    CHECK(readSurveyStructure(structure, "f.lss")->questions.at("Q1") == "How?");
}

TEST_CASE("the structure of a survey alone is no transcript") {
    for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"survey.qsf", qsf},
                                      {"survey.txt", qsf},
                                      {"survey.lss", lss},
                                      {"survey.lsa", test::zipOf({{"survey_1.lss", lss}})}}) {
        CAPTURE(name);
        const auto found = detectFormat(bytes, name);
        REQUIRE_FALSE(found);
        CHECK_THAT(found.error().hint.text(), Catch::Contains("--questions"));
    }
    const auto json = detectFormat("{\"a\": [1, 2]}", "f.txt");
    REQUIRE_FALSE(json);
    CHECK_THAT(json.error().message.text(), Catch::Contains("JSON"));
    CHECK(detectFormat("{Anna} Ja.\n{Bram} Nee.\n{Anna} Goed.\n{Bram} Ja.\n", "f.txt"));
}
