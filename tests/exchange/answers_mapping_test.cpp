// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/answers_mapping.h"
#include "exchange/csv.h"
#include "exchange/data_table.h"
#include "support/catch.hpp"
#include "support/tree.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::exchange;

namespace {

const std::vector<std::string> prompts{"Q1", "Q2"};
const std::vector<std::string> attributes{"campus", "language"};

Table table(const std::string& csv) {
    auto records = readCsv(csv, "f.csv", {}, {});
    REQUIRE(records);
    return std::get<Table>(std::move(*records));
}

const ColumnRole& roleOf(const AnswersMapping& mapping, const std::string& column) {
    const auto found = std::find_if(mapping.columns.begin(), mapping.columns.end(),
                                    [&](const ColumnRole& role) { return role.column == column; });
    REQUIRE(found != mapping.columns.end());
    return *found;
}

std::vector<Finding> findingsOf(const MappingSuggestion& suggestion, Finding::Kind kind) {
    std::vector<Finding> found;
    std::copy_if(suggestion.findings.begin(), suggestion.findings.end(), std::back_inserter(found),
                 [kind](const Finding& finding) { return finding.kind == kind; });
    return found;
}

struct Mapped {
    std::vector<ParticipantRecord> participants;
    std::vector<std::pair<std::string, bool>> attributes;
    std::vector<RowProblem> problems;
    std::int64_t nonResponses = 0;
};

base::Result<Mapped> mapAnswers(const Table& table, const AnswersMapping& mapping,
                                const std::string& fileName = {}) {
    RAPPORT_ASSIGN(const AnswerRows rows, AnswerRows::open(table, mapping, fileName));
    Mapped mapped;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        mapped.participants.push_back(rows.at(index));
        mapped.nonResponses += static_cast<std::int64_t>(mapped.participants.back().nonResponses.size());
    }
    mapped.attributes = rows.attributes();
    mapped.problems = rows.problems();
    return mapped;
}

} // namespace

TEST_CASE("a participant column and columns named as prompts need no mapping") {
    const Table found =
        table("participant,campus,score,language,Q1,Q2\nP1,A,3.5,nl,Ja zeker,Nee\nP2,B,4,en,Yes,  \n");
    const auto suggestion = suggestMapping(found, prompts, attributes);
    CHECK_FALSE(suggestion.needsMapping);
    CHECK(roleOf(suggestion.mapping, "participant").kind == ColumnKind::Participant);
    CHECK(roleOf(suggestion.mapping, "Q1").kind == ColumnKind::Answer);
    CHECK(roleOf(suggestion.mapping, "campus").kind == ColumnKind::Attribute);
    CHECK(roleOf(suggestion.mapping, "score").isBlinded);
    CHECK(roleOf(suggestion.mapping, "language").kind == ColumnKind::Language);
    const auto empty = findingsOf(suggestion, Finding::Kind::EmptyAnswers);
    REQUIRE(empty.size() == 1);
    CHECK(empty[0].column == "Q2");
    CHECK(empty[0].lines == std::vector<std::size_t>{3});

    const auto records = mapAnswers(found, suggestion.mapping, "f.csv");
    REQUIRE(records);
    CHECK(records->problems.empty());
    REQUIRE(records->participants.size() == 2);
    const ParticipantRecord& first = records->participants[0];
    CHECK(first.name == "P1");
    CHECK(first.line == 2);
    CHECK(first.language == "nl");
    REQUIRE(first.answers.size() == 2);
    CHECK(first.answers[0].prompt == "Q1");
    CHECK(first.answers[0].text == "Ja zeker");
    CHECK(first.attributes == std::vector<std::pair<std::string, std::string>>{
                                  {"campus", "A"}, {"score", "3.5"}, {"language", "nl"}});
    CHECK(records->participants[1].answers.size() == 1);
    CHECK(records->participants[1].nonResponses == std::vector<std::string>{"Q2"});
    CHECK(records->nonResponses == 1);
}

TEST_CASE("other tables need a mapping, and it is said why") {
    for (const char* csv : {"name,Q1\nP1,a\n", "id,Q1\nP1,a\n", "participant,answer\nP1,a\n", "a,b\n1,2\n"}) {
        CAPTURE(csv);
        CHECK(suggestMapping(table(csv), prompts, attributes).needsMapping);
    }
    const auto nobody = suggestMapping(table("a,b\n1,2\n"), prompts, attributes);
    CHECK(findingsOf(nobody, Finding::Kind::Unmapped).size() == 2);
    // Without prompts a participants table is meant.
    CHECK_FALSE(suggestMapping(table("participant,campus\nP1,A\n"), {}, attributes).needsMapping);
    CHECK(suggestMapping(table("campus\nA\n"), {}, attributes).needsMapping);
}

TEST_CASE(
    "a survey system's export: answers found, technical and personal columns left out and pointed out") {
    auto records = readCsv(test::data("qualtrics-three.csv"), "q.csv", {}, {});
    REQUIRE(records);
    const auto& found = std::get<Table>(*records);
    const auto suggestion = suggestMapping(found, prompts, attributes);
    CHECK(suggestion.needsMapping);
    CHECK(suggestion.mapping.columns.size() == found.columns.size());
    CHECK(roleOf(suggestion.mapping, "ResponseId").kind == ColumnKind::Participant);
    CHECK(roleOf(suggestion.mapping, "Q1").kind == ColumnKind::Answer);
    CHECK(roleOf(suggestion.mapping, "campus").kind == ColumnKind::Attribute);
    CHECK(roleOf(suggestion.mapping, "UserLanguage").kind == ColumnKind::Language);
    CHECK(roleOf(suggestion.mapping, "StartDate").kind == ColumnKind::LeftOut);
    for (const char* column : {"IPAddress", "RecipientEmail", "LocationLatitude"}) {
        CHECK(roleOf(suggestion.mapping, column).kind == ColumnKind::LeftOut);
        CHECK_FALSE(roleOf(suggestion.mapping, column).reason.empty());
    }
    CHECK(findingsOf(suggestion, Finding::Kind::PersonalData).size() == 3);
    const auto mapped = mapAnswers(found, suggestion.mapping);
    REQUIRE(mapped);
    CHECK(mapped->participants.at(1).answers.size() == 1);
    CHECK(mapped->participants.at(1).language == "en");
    CHECK(mapped->nonResponses == 1);
    CHECK(mapped->participants.at(0).answers.at(0).text == "Hij zegt: \"laat maar\",\nen kijkt weg.");
}

TEST_CASE("a column named as this program writes a wave is that wave's") {
    const auto nameOf = [](const std::string& csv, const std::string& column) {
        const Table found = table(csv);
        const auto suggestion = suggestMapping(found, prompts, attributes);
        const ColumnRole& role = roleOf(suggestion.mapping, column);
        const std::size_t told = findingsOf(suggestion, Finding::Kind::Wave).size();
        CHECK(told == (role.kind == ColumnKind::Answer ? 1U : 0U));
        return role.kind == ColumnKind::Answer ? role.name : std::string();
    };
    CHECK(nameOf("participant,Q1,Q1_june\nP1,Ja,Nee\n", "Q1_june") == "Q1@june");
    CHECK(nameOf("participant,Q1_t_2\nP1,Ja\n", "Q1_t_2") == "Q1@t_2");
    CHECK(nameOf("participant,Q1,Q1_june\nP1,1,0\n", "Q1_june") == "Q1@june");
    // Figures beside words, another question, another's words; a survey's own parts of a question.
    CHECK(nameOf("participant,Q1,Q1_score\nP1,Ja,3\n", "Q1_score").empty());
    CHECK(nameOf("participant,Q1,Q12_june\nP1,Ja,Nee\n", "Q12_june").empty());
    CHECK(nameOf("participant,Q1,Q1_\nP1,Ja,Nee\n", "Q1_").empty());
    CHECK(nameOf("participant,wave,Q1,Q1_why\nP1,one,Ja,Nee\n", "Q1_why").empty());
    CHECK(nameOf("participant,Q1,Q1_email\nP1,Ja,a@b.example\n", "Q1_email").empty());
    CHECK(nameOf("ResponseId,Q1,Q1_TEXT\nP1,Ja,Nee\n", "Q1_TEXT").empty());
}

TEST_CASE("under a mapping is found what holds under it") {
    const Table found =
        table("who,what,mail,none\nP1,Bel mij: a@b.example,x@y.example,\nP2,nvt,z@y.example,\n");
    AnswersMapping mapping;
    mapping.columns = {{"who", ColumnKind::Participant, {}, true, {}},
                       {"what", ColumnKind::Answer, "Q1", true, {}}};
    const auto told = [&] {
        std::string all;
        for (const Finding& each : findingsUnder(mapping, found, prompts))
            all += each.column + ": " + each.message.text() + "\n";
        return all;
    };
    const std::string mail = "what: 1 answer seems to hold an e-mail address or a telephone number\n";
    CHECK(told() == mail);
    mapping.emptyValues = {"nvt"};
    CHECK(told() == "what: 1 of 2 answers is empty\n" + mail);
    mapping.columns[0].column = "mail";
    CHECK(told().find("mail: names the participants by ") == 0);
}

TEST_CASE("personal data are found under other names too") {
    const auto suggestion = suggestMapping(
        table("participant,contact,host,E-mail,Voornaam,Q1\nP1,a@b.example,192.0.2.1,x@y.example,An,x\n"
              "P2,c@d.example,192.0.2.2,z@y.example,Bo,y\n"),
        prompts, attributes);
    CHECK_FALSE(suggestion.needsMapping);
    for (const char* column : {"contact", "host", "E-mail", "Voornaam"})
        CHECK(roleOf(suggestion.mapping, column).kind == ColumnKind::LeftOut);
    CHECK(findingsOf(suggestion, Finding::Kind::PersonalData).size() == 4);
}

TEST_CASE("free text that is no prompt is pointed out") {
    const std::string csv =
        "participant,remarks,Q1\nP1,I liked this very much indeed,x\nP2,It took far too long for me,y\n"
        "P3,there is nothing more to say,z\n";
    const auto suggestion = suggestMapping(table(csv), prompts, attributes);
    CHECK(findingsOf(suggestion, Finding::Kind::FreeText).size() == 1);
    CHECK_FALSE(suggestion.needsMapping);
}

TEST_CASE("a participant who comes twice is taken once; the later row is told with both lines") {
    const Table found = table("participant,Q1\nP1,first\nP2,x\n P1 ,second\n,nobody\nP1,third\n");
    const auto suggestion = suggestMapping(found, prompts, attributes);
    const auto twice = findingsOf(suggestion, Finding::Kind::DuplicateParticipant);
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].lines == std::vector<std::size_t>{2, 4, 6});
    CHECK(findingsOf(suggestion, Finding::Kind::EmptyParticipant).at(0).lines == std::vector<std::size_t>{5});

    const auto records = mapAnswers(found, suggestion.mapping, "f.csv");
    REQUIRE(records);
    CHECK(records->participants.size() == 2);
    CHECK(records->participants[0].answers[0].text == "first");
    REQUIRE(records->problems.size() == 3);
    CHECK(records->problems[0].line == 4);
    CHECK(records->problems[0].column == "participant");
    CHECK(records->problems[0].message == "participant 'P1' is in line 2 already");
    CHECK(records->problems[1].line == 5);
    CHECK(records->problems[1].message == "the row names no participant");
}

TEST_CASE("the same participant in two waves is no mistake") {
    const Table found = table("participant,wave,Q1\nP1,1,first\nP1,2,second\nP1,2,third\n");
    const auto suggestion = suggestMapping(found, prompts, attributes);
    CHECK(roleOf(suggestion.mapping, "wave").kind == ColumnKind::Wave);
    const auto records = mapAnswers(found, suggestion.mapping);
    REQUIRE(records);
    REQUIRE(records->participants.size() == 2);
    CHECK(records->participants[1].wave == "2");
    CHECK(records->problems.size() == 1);
}

TEST_CASE("the table's own problems stay with the records, in the order of lines") {
    const Table found = table("participant,Q1\nP1,a\nP1,b\nP3\n");
    const auto records = mapAnswers(found, suggestMapping(found, prompts, attributes).mapping, "f.csv");
    REQUIRE(records);
    REQUIRE(records->problems.size() == 2);
    CHECK(records->problems[0].line == 3);
    CHECK(records->problems[1].line == 4);
}

TEST_CASE("a mapping that does not fit the table is an error that names the column") {
    const Table found = table("participant,Q1,Q2\nP1,a,b\n");
    const auto mapped = [&](std::vector<ColumnRole> roles) {
        return mapAnswers(found, AnswersMapping{std::move(roles)});
    };
    const ColumnRole who{"participant", ColumnKind::Participant, {}, true, {}};
    struct Row {
        std::vector<ColumnRole> roles;
        const char* message;
    };
    for (const Row& row :
         {Row{{who, {"Q9", ColumnKind::Answer, "Q1", true, {}}}, "'Q9'"}, Row{{}, "no participant column"},
          Row{{who, {"Q1", ColumnKind::Participant, {}, true, {}}}, "several participant columns"},
          Row{{who, {"Q1", ColumnKind::Answer, "Q1", true, {}}, {"Q2", ColumnKind::Answer, "Q1", true, {}}},
              "'Q1'"},
          Row{{who,
               {"Q1", ColumnKind::Attribute, "a", true, {}},
               {"Q2", ColumnKind::Attribute, "a", true, {}}},
              "'a'"},
          Row{{who, {"Q1", ColumnKind::Attribute, {}, true, {}}}, "no name"},
          Row{{who, {"participant", ColumnKind::Attribute, "x", true, {}}}, "twice"}}) {
        const auto records = mapped(row.roles);
        REQUIRE_FALSE(records);
        CHECK(records.error().code == base::Errc::InvalidArgument);
        CHECK_THAT(records.error().message, Catch::Contains(row.message));
    }
    // A column that is left out may be absent; unnamed columns are left out.
    const auto records = mapped({who, {"gone", ColumnKind::LeftOut, {}, true, {}}});
    REQUIRE(records);
    CHECK(records->participants.at(0).answers.empty());
}

TEST_CASE("a mapping is written and read back") {
    const AnswersMapping mapping{{{"who", ColumnKind::Participant, {}, true, {}},
                                  {"What strikes you? []-2", ColumnKind::Answer, "Q1", true, {}},
                                  {"campus", ColumnKind::Attribute, "campus", false, {}},
                                  {"taal", ColumnKind::Language, "language", true, {}},
                                  {"wave", ColumnKind::Wave, {}, true, {}},
                                  {"IPAddress", ColumnKind::LeftOut, {}, true, "an IP address"}}};
    const auto back = readMapping(writeMapping(mapping), "map.json");
    REQUIRE(back);
    CHECK(*back == mapping);
    struct Row {
        const char* json;
        const char* path;
    };
    for (
        const Row& row :
        {Row{R"({"schema": "rapport.mapping/2", "columns": []})", "schema"},
         Row{R"({"schema": "rapport.mapping/1"})", "columns"},
         Row{R"({"schema": "rapport.mapping/1", "columns": [5]})", "columns[0]"},
         Row{R"({"schema": "rapport.mapping/1", "columns": [{"column": "a"}]})", "columns[0].as"},
         Row{R"({"schema": "rapport.mapping/1", "columns": [{"column": "a", "as": "x"}]})", "columns[0].as"},
         Row{R"({"schema": "rapport.mapping/1", "columns": [{"column": "a", "as": "answer"}]})",
             "columns[0].prompt"},
         Row{R"({"schema": "rapport.mapping/1", "columns": [{"column": "a", "as": "attribute"}]})",
             "columns[0].name"},
         Row{R"({"schema": "rapport.mapping/1", "columns": [{"as": "wave"}]})", "columns[0].column"},
         Row{R"({"schema": "rapport.mapping/1", "columns": [{"column": "a", "as": "wave"}, {"column": "a", "as": "wave"}]})",
             "columns[1].column"}}) {
        CAPTURE(row.json);
        const auto read = readMapping(row.json, "map.json");
        REQUIRE_FALSE(read);
        CHECK(read.error().where->cell == row.path);
    }
    CHECK_FALSE(readMapping("not json", "map.json"));
    CHECK_FALSE(readMapping("[]", "map.json"));
    // What a preview prints is a mapping, as it was guessed.
    const auto preview = readMapping(
        R"({"schema":"rapport.preview/1","file":"a.csv","kind":"answers","columns":[
            {"column":"ResponseId","title":"","as":"participant","blinded":true,"finding":null},
            {"column":"Q1","title":"Why?","as":"answer","prompt":"Q1","blinded":true,"finding":null},
            {"column":"IPAddress","title":"","as":"left_out","blinded":true,"finding":"ip_address"}]})",
        "preview.json");
    REQUIRE(preview);
    REQUIRE(preview->columns.size() == 3);
    CHECK(preview->columns[0].kind == ColumnKind::Participant);
    CHECK(preview->columns[1].name == "Q1");
    CHECK(preview->columns[2].kind == ColumnKind::LeftOut);
    CHECK_FALSE(readMapping(R"({"schema":"rapport.preview/2","columns":[]})", "map.json"));
}

TEST_CASE("the sample study's answers need no mapping") {
    const std::string bytes =
        test::slurp(std::string(rapport::support::sourceTree) + "/corpora/sample-study/answers.csv");
    auto records = readCsv(bytes, "answers.csv", {}, {});
    REQUIRE(records);
    const auto& found = std::get<Table>(*records);
    const std::vector<std::string> asked{"Q1", "Q2", "Q3", "B1", "B2"};
    const auto suggestion = suggestMapping(found, asked, attributes);
    CHECK_FALSE(suggestion.needsMapping);
    CHECK(findingsOf(suggestion, Finding::Kind::PersonalData).empty());
    const auto mapped = mapAnswers(found, suggestion.mapping);
    REQUIRE(mapped);
    CHECK(mapped->problems.empty());
    CHECK(mapped->participants.size() == found.rows.size());
}

TEST_CASE("a real export of a survey system is mapped by hand, where the reference files are there") {
    const std::string bytes =
        test::slurp(test::referenceFolder() + "survey/sealuzh-test-quality/data/results-survey.csv");
    if (bytes.empty())
        return;
    auto records = readCsv(bytes, "results.csv", {}, {});
    REQUIRE(records);
    const auto& found = std::get<Table>(*records);
    auto suggestion = suggestMapping(found, prompts, attributes);
    CHECK(suggestion.needsMapping);
    CHECK(roleOf(suggestion.mapping, "Response ID").kind == ColumnKind::Participant);
    CHECK(findingsOf(suggestion, Finding::Kind::FreeText).size() >= 10);
    for (ColumnRole& role : suggestion.mapping.columns) {
        if (role.column == found.columns[19].name)
            role = {role.column, ColumnKind::Answer, "Q1", true, {}};
    }
    const auto mapped = mapAnswers(found, suggestion.mapping);
    REQUIRE(mapped);
    CHECK(mapped->participants.size() == 70);
    CHECK(mapped->problems.empty());
    std::int64_t answered = 0;
    for (const ParticipantRecord& person : mapped->participants)
        answered += static_cast<std::int64_t>(person.answers.size());
    CHECK(answered + mapped->nonResponses == 70);
    CHECK(answered > 10);
}

TEST_CASE("two columns that are named as one prompt ask for a mapping") {
    const auto suggestion =
        suggestMapping(table("participant,Q1,q 1,campus\nP1,Ja zeker,Nee,A\n"), prompts, {});
    CHECK(suggestion.needsMapping);
    CHECK(roleOf(suggestion.mapping, "Q1").kind == ColumnKind::Answer);
    CHECK(roleOf(suggestion.mapping, "q 1").kind == ColumnKind::LeftOut);
    CHECK(roleOf(suggestion.mapping, "campus").kind == ColumnKind::Attribute);
    const auto found = findingsOf(suggestion, Finding::Kind::Unmapped);
    REQUIRE(found.size() == 1);
    CHECK(found[0].column == "q 1");
    CHECK(std::string(found[0].message).starts_with("two columns are named as prompt Q1"));
}

TEST_CASE("a column is what bears its very name, before what is named alike") {
    const std::vector<std::string> known{"Q-1", "leef tijd", "leeftijd", "wave"};
    const std::vector<WrittenColumn> written{{"Q1", ColumnKind::Answer, "Q1"},
                                             {"Q_1", ColumnKind::Attribute, "Q-1"},
                                             {"leef_tijd", ColumnKind::Attribute, "leef tijd"},
                                             {"leeftijd", ColumnKind::Attribute, "leeftijd"},
                                             {"wave", ColumnKind::Attribute, "wave"},
                                             {"Q1_june", ColumnKind::Answer, "Q1@june"}};
    const auto own =
        suggestMapping(table("participant,Q_1,leef_tijd,leeftijd,wave,Q1,Q1_june\nP1,a,b,c,d,Ja,Nee\n"),
                       prompts, known, written);
    for (const char* column : {"Q_1", "leef_tijd", "leeftijd", "wave"})
        CHECK(roleOf(own.mapping, column).kind == ColumnKind::Attribute);
    CHECK(roleOf(own.mapping, "Q_1").name == "Q-1");
    CHECK(roleOf(own.mapping, "leef_tijd").name == "leef tijd");
    CHECK(roleOf(own.mapping, "leeftijd").name == "leeftijd");
    CHECK(roleOf(own.mapping, "Q1").name == "Q1");
    CHECK(roleOf(own.mapping, "Q1_june").name == "Q1@june");
    // The next file of a survey, with its waves below each other, is another table.
    const auto next =
        suggestMapping(table("participant,wave,Q1,LEEF-TIJD\nP1,july,Ja,1\n"), prompts, known, written);
    CHECK(roleOf(next.mapping, "wave").kind == ColumnKind::Wave);
    CHECK(roleOf(next.mapping, "LEEF-TIJD").kind == ColumnKind::Attribute);
    CHECK(roleOf(next.mapping, "LEEF-TIJD").name != "LEEF-TIJD");
}

TEST_CASE("a header that says the words of a prompt is that prompt, where no column has its name") {
    const std::vector<WrittenColumn> asked{{"What did you see?", ColumnKind::Answer, "Q1"}};
    const auto mapped = [&](const std::string& csv) {
        return suggestMapping(table(csv), prompts, {}, {}, asked);
    };
    const auto next = mapped("participant,What did you see?,what did you see\nP1,A tree,a\n");
    CHECK_FALSE(next.needsMapping);
    CHECK(roleOf(next.mapping, "What did you see?").kind == ColumnKind::Answer);
    CHECK(roleOf(next.mapping, "What did you see?").name == "Q1");
    CHECK(roleOf(next.mapping, "what did you see").kind == ColumnKind::Attribute);
    const auto both = mapped("participant,Q1,What did you see?\nP1,A tree,a\n");
    CHECK_FALSE(both.needsMapping);
    CHECK(roleOf(both.mapping, "Q1").name == "Q1");
    CHECK(roleOf(both.mapping, "What did you see?").kind == ColumnKind::Attribute);
    CHECK(mapped("participant,What did you see?,What did you see?\nP1,A tree,a\n").needsMapping);
}

TEST_CASE("two columns of one name that is a prompt's ask for a mapping") {
    const auto suggestion =
        suggestMapping(table("participant,Q1,Q1,x,x\nP1,Ja zeker,Nee,A,B\n"), prompts, {});
    CHECK(suggestion.needsMapping);
    CHECK(roleOf(suggestion.mapping, "Q1").kind == ColumnKind::Answer);
    CHECK(roleOf(suggestion.mapping, "Q1-2").kind == ColumnKind::LeftOut);
    CHECK(roleOf(suggestion.mapping, "x-2").kind == ColumnKind::Attribute);
    REQUIRE(findingsOf(suggestion, Finding::Kind::Unmapped).size() == 1);
    // Nor is the number behind it part of another prompt's.
    const std::vector<std::string> twelve{"Q1", "Q12"};
    CHECK(suggestMapping(table("participant,Q1,Q1\nP1,a,b\n"), twelve, {}).needsMapping);
}

TEST_CASE("only what this program wrote loses its apostrophes") {
    const auto answerOf = [](const std::string& csv) {
        const Table found = table(csv);
        const auto suggestion = suggestMapping(found, prompts, attributes);
        const auto mapped = mapAnswers(found, suggestion.mapping);
        REQUIRE(mapped);
        CHECK(mapped->attributes.empty());
        return mapped->participants.at(0).answers.at(0).text;
    };
    CHECK(answerOf("participant,Q1\nP1,'-nee echt\n") == "'-nee echt");
    CHECK(answerOf("participant,Q1,apostrophes_added\nP1,'-nee echt,1\nP2,ja,0\n") == "-nee echt");
    DataTable ours;
    ours.columns = {{"participant", "", DataKind::Text, Measure::Nominal, {}},
                    {"Q1", "", DataKind::Text, Measure::Nominal, {}}};
    for (const char* text : {"-nee echt", "=1+1", "'-al gemerkt", "gewoon", "'apostrof", "-5"}) {
        INFO(text);
        ours.rows = {{std::string("P1"), std::string(text)}};
        CHECK(answerOf(writeDataCsv(ours, Choices::Numbers, true)) == text);
    }
    CHECK(writeDataCsv(ours, Choices::Numbers) == "participant,Q1\nP1,'-5\n");
    ours.rows = {{std::string("P1"), std::string("gewoon")}};
    CHECK(writeDataCsv(ours, Choices::Numbers, true) == "participant,Q1\nP1,gewoon\n");
}

TEST_CASE("personal data is known by words in a header, in a question, and by the values") {
    struct Row {
        const char* header;
        const char* values; ///< of four rows, by |
        const char* id;     ///< empty: none
    };
    for (const Row& row : {
             Row{"Your full name", "a|b|c|d", "name"},
             Row{"Naam student", "a|b|c|d", "name"},
             Row{"What is your name?", "a|b|c|d", "name"},
             Row{"Studentnummer", "1|2|3|4", "identifier"},
             Row{"student number", "1|2|3|4", "identifier"},
             Row{"gsm-nummer", "1|2|3|4", "telephone"},
             Row{"contact", "0470 12 34 56|+32 470 12 34 57|0470123458|", "telephone"},
             Row{"van", "2001:db8::1|::1|::ffff:10.0.0.1|fe80::1%eth0", "ip_address"},
             Row{"from", "2001:0db8:85a3:0000:0000:8a2e:0370:7334|10.0.0.1|::ffff:1.2.3.4|", "ip_address"},
             Row{"at", "10:20:30|08:00:00|1:2:3|::", ""},
             Row{"mac", "00:1b:63:84:45:e6|00:1b:63:84:45:e7|a:b|::x", ""},
             Row{"student", "A|B|C|D", ""},
             Row{"student", "Anna Peeters|Jan van der Lee|Noor El Amrani|Zo\u00EB Maes", "name"},
             Row{"student", "Anna|Jan|Noor|Zo\u00EB", "name"},
             Row{"student", "S01|S02|S03|S04", ""},
             Row{"School name", "Sint Jan|Sint Jan|De Regenboog|De Regenboog", ""},
             Row{"naam school", "a|b|c|d", ""},
             Row{"campus", "Gent Noord|Gent Noord|Gent Zuid|Gent Zuid", ""},
             Row{"What is the name of the lesson you liked best of all?", "a|b|c|d", ""},
             Row{"started", "01/02/2026|02/02/2026|03/02/2026|04/02/2026", ""},
             Row{"username", "a|b|c|d", ""},
         }) {
        CAPTURE(row.header, row.values);
        std::string csv = "participant,\"" + std::string(row.header) + "\",Q1\n";
        std::string values = row.values;
        for (int number = 1; number <= 4; ++number) {
            const std::size_t end = std::min(values.find('|'), values.size());
            csv += "P" + std::to_string(number) + "," + values.substr(0, end) + ",some words here\n";
            values.erase(0, end + 1);
        }
        const Table read = table(csv);
        const MappingSuggestion suggestion = suggestMapping(read, prompts, {});
        const ColumnRole& role = roleOf(suggestion.mapping, row.header);
        CHECK(role.reasonId == row.id);
        CHECK((role.kind == ColumnKind::LeftOut) == (*row.id != '\0'));
    }
}

TEST_CASE("participants who are named by their address are pointed out") {
    const MappingSuggestion suggestion =
        suggestMapping(table("participant,Q1,Q2\nan@school.be,a,b\nbo@school.be,c,d\n"), prompts, {});
    CHECK(roleOf(suggestion.mapping, "participant").kind == ColumnKind::Participant);
    const auto found = findingsOf(suggestion, Finding::Kind::PersonalData);
    REQUIRE(found.size() == 1);
    CHECK(found[0].column == "participant");
    CHECK(findingsOf(suggestMapping(table("participant,Q1,Q2\nA,a,b\nB,c,d\nC,e,f\n"), prompts, {}),
                     Finding::Kind::PersonalData)
              .empty());
}

TEST_CASE("an address or a number among the words of an attribute is pointed out") {
    const auto suggestion = suggestMapping(
        table("participant,remark,number,Q1,Q2\nP1,ask an@school.be,0.123456789,a,b\nP2,none,0123456789,c,d\n"
              "P3,or 0470 12 34 56,5,e,f\nP4,none,6,g,h\nP5,no,7,i,j\n"),
        prompts, {});
    const auto found = findingsOf(suggestion, Finding::Kind::PersonalData);
    REQUIRE(found.size() == 1);
    CHECK(found[0].column == "remark");
    CHECK(found[0].lines == std::vector<std::size_t>{2, 4});
    CHECK(found[0].message == "2 values seem to hold an e-mail address or a telephone number");
}
