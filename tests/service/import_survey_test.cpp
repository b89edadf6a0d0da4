// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of survey tools on their way into a study, each in the forms in which they are sent. All texts are
// synthetic.
#include "service/inspecting.h"
#include "service/reading.h"
#include "service/study_fixture.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

const ColumnPlan& planOf(const ImportPreview& preview, const std::string& column) {
    const auto found = std::find_if(preview.columns.begin(), preview.columns.end(),
                                    [&](const ColumnPlan& plan) { return plan.column == column; });
    if (found == preview.columns.end())
        FAIL("no column " << column);
    return *found;
}

bool warns(const ImportPreview& preview, const std::string& words) {
    return std::any_of(preview.warnings.begin(), preview.warnings.end(),
                       [&](const std::string& warning) { return warning.find(words) != std::string::npos; });
}

const std::string metaNames = "StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,"
                              "RecipientEmail,RecipientFirstName,UserLanguage,Q1,Q2\n";
const std::string metaDutch =
    "Startdatum,Einddatum,Antwoordtype,IP-adres,Voortgang,Voltooid,Vastgelegde datum,Antwoord-ID,"
    "E-mail ontvanger,Voornaam ontvanger,Gebruikerstaal,Wat valt op?,Wat zou je doen?\n";
const std::string importIds =
    R"("{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}",)"
    R"("{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}",)"
    R"("{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientEmail""}",)"
    R"("{""ImportId"":""recipientFirstName""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1_TEXT""}",)"
    R"("{""ImportId"":""QID2_TEXT""}")"
    "\n";
const std::string metaRow =
    "2026-05-04 09:00:00,2026-05-04 09:12:00,0,192.0.2.17,100,1,2026-05-04 09:12:01,R_1,"
    "a@example.org,Lies,NL,Hij kijkt weg.,Wachten helpt.\n";

} // namespace

TEST_CASE("Qualtrics: one, two or three header rows, and labels in the language of the sender", "[survey]") {
    struct Case {
        const char* what;
        std::string csv;
        int headerRows;
        std::string participant;
        std::string address;
        std::string answer;
    };
    for (const Case& each :
         {Case{"three rows", metaNames + metaDutch + importIds + metaRow, 3, "ResponseId", "IPAddress", "Q1"},
          Case{"two rows", metaNames + metaDutch + metaRow, 2, "ResponseId", "IPAddress", "Q1"},
          Case{"one row", metaNames + metaRow, 1, "ResponseId", "IPAddress", "Q1"},
          Case{"localised names over import ids", metaDutch + importIds + metaRow, 2, "Antwoord-ID",
               "IP-adres", ""},
          Case{"localised names alone", metaDutch + metaRow, 1, "Antwoord-ID", "IP-adres", ""}}) {
        INFO(each.what);
        StudyFixture study;
        const std::string file = study.scratch.write("qualtrics.csv", each.csv);
        const ImportPreview preview = take(previewImport(*study.session, file, {}));
        CHECK(preview.headerRows == each.headerRows);
        CHECK(preview.records == 1);
        CHECK(planOf(preview, each.participant).use == ColumnUse::Participant);
        CHECK(planOf(preview, each.address).use == ColumnUse::LeftOut);
        CHECK(warns(preview, each.address + ": seems to hold an IP address"));
        const auto leftOut =
            std::count_if(preview.columns.begin(), preview.columns.end(),
                          [](const ColumnPlan& plan) { return plan.use == ColumnUse::LeftOut; });
        // Dates, state, address, progress, mail and first name.
        CHECK(leftOut >= 9);
        if (!each.answer.empty()) {
            CHECK(planOf(preview, each.answer).use == ColumnUse::Answer);
            ImportOptions options;
            options.plan = preview.columns;
            CHECK(take(importFiles(*study.session, {file}, options)).added == 1);
            CHECK(findUnit(*study.session, "R_1/Q1"));
        }
    }
}

TEST_CASE("LimeSurvey: codes or full text, sub-questions, and the words of its structure", "[survey]") {
    StudyFixture study;
    const std::string codes = study.scratch.write(
        "codes.csv", "id,submitdate,lastpage,startlanguage,seed,Q1,Q3[SQ001],Q3[SQ002],Q3[other]\n"
                     "7,2026-05-04 10:00:00,3,nl,12345,Hij kijkt weg.,1,0,iets anders\n");
    const std::string structure = study.scratch.write(
        "survey.lss",
        "<?xml version=\"1.0\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions><rows><row>"
        "<qid>1</qid><title>Q1</title><question><![CDATA[<p>Wat valt "
        "op?</p>]]></question></row><row><qid>3</qid>"
        "<title>Q3</title><question>Waaraan zie je "
        "dat?</question></row></rows></questions><subquestions><rows><row>"
        "<qid>4</qid><parent_qid>3</parent_qid><title>SQ001</title><question>Aan de "
        "houding</question></row></rows>"
        "</subquestions></document>");
    ImportOptions options;
    options.questionsFile = structure;
    const ImportPreview preview = take(previewImport(*study.session, codes, options));
    CHECK(planOf(preview, "id").use == ColumnUse::Participant);
    CHECK(planOf(preview, "startlanguage").use == ColumnUse::Language);
    CHECK(planOf(preview, "seed").use == ColumnUse::LeftOut);
    CHECK(planOf(preview, "Q1").use == ColumnUse::Answer);
    CHECK(planOf(preview, "Q1").title == "Wat valt op?");
    CHECK(planOf(preview, "Q3[SQ001]").title == "Waaraan zie je dat? [Aan de houding]");
    const std::string words = study.scratch.write(
        "words.csv", "\"Response ID\",\"Date submitted\",\"Last page\",\"Start language\",\"Seed\","
                     "\"Wat valt op? \",\"Waaraan zie je dat? [Aan de houding]\"\n"
                     "7,2026-05-04 10:00:00,3,nl,12345,Hij kijkt weg en zegt niets.,1\n"
                     "8,2026-05-04 10:00:00,3,nl,12345,Zij wacht tot hij weer komt.,1\n");
    const ImportPreview full = take(previewImport(*study.session, words, {}));
    CHECK(planOf(full, "Response ID").use == ColumnUse::Participant);
    CHECK(planOf(full, "Wat valt op?").title == "Wat valt op?");
    CHECK(warns(full, "Wat valt op?: looks like free text"));
    const std::string both = study.scratch.write(
        "both.csv", "id. Antwoord-ID;submitdate. Datum verstuurd;lastpage. Laatste pagina;startlanguage. "
                    "Starttaal;Q1. Wat valt op?;Q3[SQ001]. Waaraan zie je dat? [Aan de houding]\n"
                    "7;2026-05-04 10:00:00;3;nl;Hij kijkt weg.;1\n");
    const ImportPreview coded = take(previewImport(*study.session, both, {}));
    CHECK(planOf(coded, "id").use == ColumnUse::Participant);
    CHECK(planOf(coded, "lastpage").use == ColumnUse::LeftOut);
    CHECK(planOf(coded, "startlanguage").use == ColumnUse::Language);
    CHECK(planOf(coded, "Q1").use == ColumnUse::Answer);
    CHECK(planOf(coded, "Q1").title == "Wat valt op?");
    CHECK(planOf(coded, "Q3[SQ001]").title == "Waaraan zie je dat? [Aan de houding]");
}

TEST_CASE("codes that the structure of a survey has and has not are told, one or more", "[survey]") {
    StudyFixture study;
    ImportOptions options;
    options.questionsFile = study.scratch.write(
        "survey.qsf", R"({"SurveyElements":[{"Element":"SQ","Payload":{"DataExportTag":"Q7",)"
                      R"("QuestionText":"Which?","QuestionType":"MC","Selector":"SAVR",)"
                      R"("Choices":{"1":{"Display":"Yes"},"2":{"Display":"No"}}}}]})");
    const ImportPreview one = take(previewImport(
        *study.session, study.scratch.write("one.csv", "participant,Q1,Q7\nP1,Ja.,1\nP2,Nee.,7\n"), options));
    CHECK(warns(one, "1 code of an answer has become its words, from survey.qsf"));
    CHECK(warns(one, "1 answer stays as it is: survey.qsf does not know every code in it"));
    const ImportPreview two = take(previewImport(
        *study.session,
        study.scratch.write("two.csv", "participant,Q1,Q7\nP1,Ja.,1\nP2,Nee.,2\nP3,Zo.,7\nP4,Dus.,\"1,2\"\n"),
        options));
    CHECK(warns(two, "2 codes of answers have become their words, from survey.qsf"));
    CHECK(warns(two, "2 answers stay as they are: survey.qsf does not know every code in them"));
}

TEST_CASE("a row for each answer is read as the people it is about", "[survey]") {
    StudyFixture study;
    const std::string file =
        study.scratch.write("long.csv", "participant,vraag,antwoord,campus\n"
                                        "L1,Q1,Hij kijkt weg.,A\n"
                                        "L1,Q2,Wachten helpt.,A\n"
                                        "L2,Q1,Zij lacht.,B\n"
                                        "L2,Wat zou je een collega zeggen?,Neem de tijd.,B\n"
                                        "L2,Q2,,B\n"
                                        "L1,Q1,Nog eens.,A\n"
                                        "L3,,Zonder vraag.,B\n"
                                        ",Q1,Zonder naam.,B\n");
    const ImportPreview preview = take(previewImport(*study.session, file, {}));
    CHECK_FALSE(preview.needsMapping);
    CHECK(planOf(preview, "vraag").use == ColumnUse::Prompt);
    CHECK(planOf(preview, "antwoord").use == ColumnUse::Answer);
    CHECK(preview.participants == 2);
    CHECK(preview.answers == 4);
    CHECK(preview.emptyAnswers == 1);
    REQUIRE(preview.rejected.size() == 3);
    CHECK(preview.rejected[0].line == 7);
    CHECK(std::string(preview.rejected[0].message) == "participant 'L1' answered 'Q1' in line 2 already");
    CHECK(std::string(preview.rejected[1].message) == "the row names no question");
    const StudyInfo before = take(study.session->info());
    const ImportReport report = take(importFiles(*study.session, {file}, {}));
    CHECK(report.read == 8);
    CHECK(report.added == 2);
    CHECK(report.updated == 0);
    CHECK(report.rejected.size() == 3);
    CHECK(findUnit(*study.session, "L1/Q1"));
    CHECK(findUnit(*study.session, "L1/Q2"));
    CHECK_FALSE(findUnit(*study.session, "L2/Q2"));
    // The question that the study did not have is named and worded.
    const auto instrument = take(study.session->instrument());
    REQUIRE(instrument.prompts.size() == 3);
    CHECK(instrument.prompts[2].name == "Q3");
    CHECK(instrument.prompts[2].wording.in("nl") == "Wat zou je een collega zeggen?");
    CHECK(findUnit(*study.session, "L2/Q3"));
    CHECK(take(study.session->info()).participants == before.participants + 2);
    // The same file again says nothing new; a later row of somebody known is an update of one person.
    const ImportReport again = take(importFiles(*study.session, {file}, {}));
    CHECK(again.added == 0);
    CHECK(again.updated == 0);
    const ImportReport more = take(importFiles(
        *study.session,
        {study.scratch.write("more.csv",
                             "participant,vraag,antwoord,campus\n"
                             "L2,Q2,Toch wachten.,B\nL1,Wat zou je een collega zeggen?,Niets.,A\n")},
        {}));
    CHECK(more.added == 0);
    CHECK(more.updated == 2);
    CHECK(findUnit(*study.session, "L1/Q3"));
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("a mapping says which column holds the questions, and is refused where that cannot be",
          "[survey]") {
    StudyFixture study;
    const std::string file =
        study.scratch.write("long.csv", "wie,wat,zei\nM1,Q1,Ja hoor.\nM1,Q2,Nee hoor.\n");
    const auto with = [&](const std::string& columns) {
        ImportOptions options;
        options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[)" + columns + "]}";
        return options;
    };
    const std::string who = R"({"column":"wie","as":"participant"})";
    const std::string which = R"({"column":"wat","as":"prompt"})";
    CHECK(importFiles(*study.session, {file}, with(who + "," + which)).error().code ==
          base::Errc::InvalidArgument);
    CHECK(
        importFiles(*study.session, {file}, with(who + R"(,{"column":"zei","as":"answer"})")).error().code ==
        base::Errc::Unreadable);
    CHECK(importFiles(*study.session, {file}, with(who + "," + which + R"(,{"column":"zei","as":"prompt"})"))
              .error()
              .code == base::Errc::InvalidArgument);
    const ImportReport report = take(
        importFiles(*study.session, {file}, with(who + "," + which + R"(,{"column":"zei","as":"answer"})")));
    CHECK(report.added == 1);
    CHECK(findUnit(*study.session, "M1/Q2"));
}

TEST_CASE("addresses and names in columns of any survey are pointed out and stay outside", "[survey]") {
    StudyFixture study;
    const std::string file = study.scratch.write(
        "surveymonkey.csv",
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,"
        "What strikes you?,Which of these?,\n"
        ",,,,,,,Open-Ended Response,Book,Lecture\n"
        "1001,77,05/04/2026 09:00,05/04/2026 09:10,192.0.2.5,a@b.be,Ann,He looks away.,Book,\n");
    const ImportPreview preview = take(previewImport(*study.session, file, {}));
    CHECK(preview.headerRows == 2);
    CHECK(planOf(preview, "Respondent ID").use == ColumnUse::Participant);
    for (const char* column : {"IP Address", "Email Address", "First Name"}) {
        INFO(column);
        CHECK(planOf(preview, column).use == ColumnUse::LeftOut);
        CHECK(warns(preview, std::string(column) + ": seems to hold"));
    }
    CHECK(planOf(preview, "Which of these? [Lecture]").title == "Which of these?");
}

TEST_CASE("rows call a prompt as columns do, and a new one is said before and after", "[survey]") {
    StudyFixture study;
    const std::string file = study.scratch.write("long.csv", "participant,prompt,answer\n"
                                                             "L1,q1,een\nL2,Q 1,twee\nL2,Q_2,drie\n"
                                                             "L1,Q9,vier\n");
    const auto tells = [](const std::vector<base::Phrase>& phrases) {
        return std::count_if(phrases.begin(), phrases.end(), [](const std::string& each) {
            return each.find("a new prompt, ") != std::string::npos;
        });
    };
    CHECK(tells(take(previewImport(*study.session, file, {})).warnings) == 1);
    const ImportReport report = take(importFiles(*study.session, {file}, {}));
    CHECK(report.rejected.empty());
    CHECK(tells(report.notes) == 1);
    for (const char* unit : {"L1/Q1", "L2/Q1", "L2/Q2", "L1/Q9"})
        CHECK(findUnit(*study.session, unit));
    const auto instrument = take(study.session->instrument());
    REQUIRE(instrument.prompts.size() == 3);
    CHECK(instrument.prompts[2].name == "Q9");
    CHECK(tells(take(importFiles(*study.session, {file}, {})).notes) == 0);
}

TEST_CASE("a second value of an attribute within a file is reported, not taken", "[survey]") {
    StudyFixture study;
    const auto ageOf = [&](const char* person) {
        const auto source = take(findUnit(*study.session, std::string(person) + "/Q1")).source;
        const auto values = take(sourceText(*study.session, source)).attributes;
        const auto age = values.find("age");
        return age == values.end() ? std::string("none") : age->second;
    };
    const ImportReport report = study.import("long.csv", "participant,prompt,answer,age,town\n"
                                                         "L1,Q1,een,20,Gent\nL1,Q2,twee,35,\n"
                                                         "L2,Q1,drie,,Luik\nL2,Q2,vier,30,Luik\n");
    CHECK(report.added == 2);
    REQUIRE(report.rejected.size() == 1);
    CHECK(report.rejected[0].line == 3);
    CHECK(report.rejected[0].column == "age");
    CHECK(report.rejected[0].message == "participant 'L1' has the value '20' from an earlier row, not '35'");
    CHECK(findUnit(*study.session, "L1/Q2"));
    CHECK(ageOf("L1") == "20");
    CHECK(ageOf("L2") == "30");
    // Waves too; the name of the wave itself differs by its nature.
    const ImportReport waves =
        study.import("waves.csv", "participant,wave,Q1,age\nL1,2,anders,21\nL1,3,weer,22\n");
    REQUIRE(waves.rejected.size() == 1);
    CHECK(waves.rejected[0].line == 3);
    CHECK(ageOf("L1") == "21"); // a later file may know better
    // A row whose answer is refused overwrites nothing.
    const ImportReport refused = study.import("again.csv", "participant,Q1,age,shoe\nL1,iets anders,50,41\n");
    REQUIRE(refused.rejected.size() == 2);
    CHECK(refused.rejected[1].column == "age");
    CHECK(ageOf("L1") == "21");
}

TEST_CASE("a wave in a table of participants is known of those who have one row", "[survey]") {
    StudyFixture study;
    const auto valueOf = [&](const std::string& name) {
        const auto source = take(findUnit(*study.session, "P1/Q1")).source;
        const auto values = take(sourceText(*study.session, source)).attributes;
        const auto value = values.find(name);
        return value == values.end() ? std::string("none") : value->second;
    };
    study.import("people.csv", "participant,Wave,age\nP1,spring,20\nP2,autumn,30\n",
                 ImportKind::Participants);
    CHECK(valueOf("Wave") == "spring");
    // By the name that the study has for it.
    CHECK(study.import("again.csv", "participant,wave\nP1,summer\n", ImportKind::Participants).updated == 1);
    CHECK(valueOf("Wave") == "summer");
    CHECK(valueOf("wave") == "none");
    // Of people with a row for each it tells these apart.
    const ImportReport rows = study.import("rows.csv", "participant,wave,age\nP1,T1,20\nP1,T2,21\nP2,T1,30\n",
                                           ImportKind::Participants);
    REQUIRE(rows.rejected.size() == 1);
    CHECK(rows.rejected[0].message == "participant 'P1' has the value '20' from an earlier row, not '21'");
    CHECK(valueOf("Wave") == "summer");
}
