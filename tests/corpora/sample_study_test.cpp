// SPDX-License-Identifier: GPL-3.0-or-later
// The sample study holds what it says: enough people in six groups, answers written one by one, transcripts
// of length, codings whose quotes stand where they say, codebooks that can be read.
#include "base/platform/file.h"
#include "exchange/codebook_json.h"
#include "exchange/codings_table.h"
#include "exchange/csv.h"
#include "exchange/format.h"
#include "exchange/template_json.h"
#include "support/catch.hpp"
#include "support/tree.h"
#include "text/fold.h"
#include "text/segmentation.h"
#include "text/utf8.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

using namespace rapport;

namespace {

const std::string root = rapport::support::sourceTree;

exchange::Table table(const std::string& file) {
    const auto bytes = base::readFile(root + file);
    REQUIRE(bytes);
    const auto records = exchange::readCsv(*bytes, file, {}, {});
    REQUIRE(records);
    auto read = std::get<exchange::Table>(*records);
    CHECK(read.problems.empty());
    return read;
}

std::size_t column(const exchange::Table& table, const std::string& name) {
    for (std::size_t place = 0; place < table.columns.size(); ++place) {
        if (table.columns[place].name == name)
            return place;
    }
    FAIL("no column " << name);
    return 0;
}

model::Codebook codebook(const std::string& file) {
    const auto bytes = base::readFile(root + "/codebooks/" + file);
    REQUIRE(bytes);
    const auto read = exchange::readCodebook(*bytes, file);
    REQUIRE(read);
    return *read;
}

} // namespace

TEST_CASE("at least sixty participants in six groups, in Dutch and English") {
    const exchange::Table answers = table("/corpora/sample-study/answers.csv");
    CHECK(answers.rows.size() >= 60);
    std::map<std::string, int> groups;
    std::map<std::string, int> languages;
    for (const exchange::Row& row : answers.rows) {
        ++groups[std::string(row.cells[column(answers, "group")])];
        ++languages[std::string(row.cells[column(answers, "language")])];
    }
    CHECK(groups.size() == 6);
    for (const auto& [group, people] : groups)
        CHECK(people >= 8);
    CHECK(languages["nl"] >= 30);
    CHECK(languages["en"] >= 10);
}

TEST_CASE("no sentence occurs in three or more answers") {
    const exchange::Table answers = table("/corpora/sample-study/answers.csv");
    std::map<std::string, std::set<std::pair<std::size_t, std::string>>> where;
    for (const exchange::Row& row : answers.rows) {
        for (const char* prompt : {"Q1", "Q2", "Q3"}) {
            const std::string_view answer = row.cells[column(answers, prompt)];
            for (const text::TextRange& range : text::sentences(answer, "nl"))
                where[text::fold(text::slice(answer, range))].insert({row.line, prompt});
        }
    }
    CHECK(where.size() > 400);
    for (const auto& [sentence, places] : where) {
        INFO(sentence);
        CHECK(places.size() < 3);
    }
}

TEST_CASE("two focus groups of at least 1,500 words, in different formats") {
    std::set<std::string> formats;
    for (const char* name : {"focus-group-educators-2025.txt", "focus-group-students-2025.vtt"}) {
        const auto bytes = base::readFile(root + "/corpora/sample-study/" + name);
        REQUIRE(bytes);
        const auto format = exchange::detectFormat(*bytes, name);
        REQUIRE(format);
        formats.emplace((*format)->id);
        const auto records = (*format)->read(*bytes, name, {}, {});
        REQUIRE(records);
        const auto& transcript = std::get<exchange::Transcript>(*records);
        CHECK(transcript.problems.empty());
        CHECK(transcript.speakers.size() >= 4);
        std::int64_t words = 0;
        for (const exchange::TranscriptTurn& turn : transcript.turns) {
            CHECK_FALSE(turn.speaker.empty());
            words += text::countWords(turn.text);
        }
        CHECK(words >= 1500);
    }
    CHECK(formats.size() == 2);
}

TEST_CASE("the large sample has 300 participants and more in six groups, and four focus groups") {
    const exchange::Table answers = table("/corpora/large-sample/answers.csv");
    CHECK(answers.rows.size() >= 300);
    std::set<std::string> groups;
    std::set<std::string> people;
    for (const exchange::Row& row : answers.rows) {
        groups.emplace(row.cells[column(answers, "group")]);
        people.emplace(row.cells[column(answers, "participant")]);
    }
    CHECK(groups.size() == 6);
    CHECK(people.size() == answers.rows.size());
    std::size_t conversations = 0;
    std::set<std::string> formats;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/corpora/large-sample")) {
        const std::string name = entry.path().filename().string();
        if (name.find("focus-group") != 0)
            continue;
        INFO(name);
        const auto bytes = base::readFile(entry.path().string());
        REQUIRE(bytes);
        const auto format = exchange::detectFormat(*bytes, name);
        REQUIRE(format);
        formats.emplace((*format)->id);
        const auto records = (*format)->read(*bytes, name, {}, {});
        REQUIRE(records);
        const auto& transcript = std::get<exchange::Transcript>(*records);
        CHECK(transcript.problems.empty());
        CHECK(transcript.turns.size() >= 50);
        CHECK(transcript.speakers.size() >= 4);
        ++conversations;
    }
    CHECK(conversations == 4);
    CHECK(formats.size() == 3);
}

TEST_CASE("every code that can be given says what it is, when, when not, and shows both, in two languages") {
    std::size_t codes = 0;
    for (const char* name :
         {"relationship-constructs.json", "implementation-quality.json", "motivating-tsr.json"}) {
        for (const model::Variable& variable : codebook(name).variables) {
            for (const model::Code& code : variable.codes) {
                INFO(name << ' ' << code.name);
                CHECK_FALSE(code.title.in("nl").empty());
                if (!code.isCodable)
                    continue;
                ++codes;
                for (const char* language : {"en", "nl"}) {
                    for (const model::LocalText* text :
                         {&code.title, &code.definition, &code.use, &code.avoid})
                        CHECK(text->byLanguage.contains(language));
                    const auto has = [&](const std::vector<model::LocalText>& examples) {
                        return std::any_of(
                            examples.begin(), examples.end(),
                            [&](const model::LocalText& each) { return each.byLanguage.contains(language); });
                    };
                    CHECK(has(code.examples));
                    CHECK(has(code.antiExamples));
                }
                CHECK_FALSE(code.source.empty());
            }
        }
    }
    CHECK(codes >= 100);
}

TEST_CASE("every coding names a code of the codebooks, and its quote stands where it says") {
    const exchange::Table answers = table("/corpora/sample-study/answers.csv");
    std::map<std::string, std::string> texts;
    for (const exchange::Row& row : answers.rows) {
        for (const char* prompt : {"Q1", "Q2", "Q3"})
            texts[std::string(row.cells[column(answers, "participant")]) + "/" + prompt] =
                row.cells[column(answers, prompt)];
    }
    const model::Codebook constructs = codebook("relationship-constructs.json");
    for (const char* file : {"/corpora/sample-study/codings.csv", "/corpora/sample-study/codings-main.csv"}) {
        const auto rows = exchange::readCodings(table(file));
        REQUIRE(rows);
        const exchange::CodingRows& read = *rows;
        for (const exchange::RowProblem& problem : read.problems)
            FAIL_CHECK(problem.line << ": " << problem.message);
        CHECK(read.rows.size() > 500);
        std::size_t quotes = 0;
        for (const exchange::CodingRow& row : read.rows) {
            INFO(file << " line " << row.line);
            REQUIRE(texts.contains(row.unit));
            if (row.variable.empty())
                continue;
            const model::Variable* variable = constructs.variable(row.variable);
            REQUIRE(variable != nullptr);
            CHECK(variable->code(row.code.empty() ? row.value : row.code) != nullptr);
            if (row.begin) {
                ++quotes;
                CHECK(text::slice(texts[row.unit], text::textRange(*row.begin, *row.end)) == row.quote);
            }
        }
        CHECK(quotes > 50);
    }
}

TEST_CASE("shipped codebooks can be read, are valid and speak both languages") {
    for (const char* file :
         {"relationship-constructs.json", "implementation-quality.json", "motivating-tsr.json"}) {
        INFO(file);
        const model::Codebook book = codebook(file);
        CHECK(model::validate(book));
        for (const model::Variable& variable : book.variables) {
            for (const model::Code& code : variable.codes) {
                INFO(code.name);
                for (const char* language : {"en", "nl"})
                    CHECK(code.title.byLanguage.contains(language));
                CHECK_FALSE(code.source.empty());
                if (code.isCodable)
                    CHECK_FALSE(code.definition.in("nl").empty());
            }
        }
    }
}

TEST_CASE("the template names files that are there") {
    const auto bytes = base::readFile(root + "/codebooks/relationship-vignette.template.json");
    REQUIRE(bytes);
    const auto content = exchange::readTemplate(*bytes, "relationship-vignette.template.json");
    REQUIRE(content);
    const auto instrument = base::readFile(root + "/codebooks/" + content->instrument);
    REQUIRE(instrument);
    const auto read = exchange::readInstrument(*instrument, content->instrument);
    REQUIRE(read);
    CHECK(read->isStandIn);
    CHECK(read->prompts.size() == 5);
    CHECK(content->comparisons.size() >= 3);
    for (const std::string& file : content->codebooks)
        CHECK(codebook(file).variables.size() >= 5);
}
