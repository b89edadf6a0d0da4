// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "dump.h"
#include "exchange/codebook_json.h"
#include "support/catch.hpp"
#include "support/tree.h"

#include <filesystem>

using namespace rapport;
using namespace rapport::exchange;

namespace {

/// A small codebook; a test changes one place in it and looks where the reader finds the mistake.
base::Json small() {
    return *base::parseJson(R"({
        "schema": "rapport.codebook/1", "id": "small", "guid": "6f9619ff-8b86-4011-b42d-00c04fc964f0",
        "title": {"en": "Small", "nl": "Klein"}, "languages": ["en", "nl"], "licence": "CC0-1.0",
        "sources": [{"id": "own", "citation": "None: synthetic.", "doi": "10.0/0"}],
        "variables": [
            {"id": "constructs", "guid": "6f9619ff-8b86-4011-b42d-00c04fc964f1", "title": {"en": "Constructs", "nl": "Begrippen"},
             "definition": {"en": "What is named."}, "scale": "presence", "prompts": ["Q1", "Q2"], "kinds": ["turn"],
             "codes": [
                {"id": "theory", "guid": "6f9619ff-8b86-4011-b42d-00c04fc964f2", "title": {"en": "Theory", "nl": "Theorie"},
                 "codable": false,
                 "children": [
                    {"id": "closeness", "guid": "6f9619ff-8b86-4011-b42d-00c04fc964f3",
                     "title": {"en": "Closeness", "nl": "Nabijheid"}, "tag": {"en": "CL", "nl": "NA"}, "key": "c",
                     "colour": "green", "definition": {"en": "Warmth."}, "use": {"en": "If warm."},
                     "avoid": {"en": "If cold."}, "examples": [{"en": "He hugs her."}, {"nl": "Warm."}],
                     "source": "own, 1"},
                    {"id": "conflict", "title": {"en": "Conflict", "nl": "Conflict"}, "tag": "CO", "key": "x", "colour": "#AA00ff"}]},
                {"id": "other", "title": {"en": "Other", "nl": "Andere"}}]},
            {"id": "level", "title": {"en": "Level", "nl": "Niveau"}, "scale": "ordinal", "prompts": ["*"], "kinds": [],
             "codes": [{"id": "low", "title": {"en": "Low", "nl": "Laag"}, "key": "1"},
                       {"id": "high", "title": {"en": "High", "nl": "Hoog"}, "key": "2"}]}],
        "sets": [{"id": "first", "title": {"en": "First"}, "members": ["closeness", "low"], "places": 5}]
    })");
}

base::Error errorOf(const base::Json& json) {
    const auto read = readCodebook(base::dumpJson(json), "book.json");
    REQUIRE_FALSE(read);
    return read.error();
}

} // namespace

TEST_CASE("a codebook is read with its tree in depth-first order") {
    const auto file = readCodebookFile(base::dumpJson(small()), "book.json");
    REQUIRE(file);
    const model::Codebook& book = file->codebook;
    CHECK(book.name == "small");
    CHECK(book.guid.text() == "6f9619ff-8b86-4011-b42d-00c04fc964f0");
    CHECK(book.title.in("nl") == "Klein");
    CHECK(book.licence == "CC0-1.0");
    REQUIRE(book.variables.size() == 2);
    const model::Variable& constructs = book.variables[0];
    CHECK(constructs.scale == model::Scale::Presence);
    CHECK(constructs.prompts == std::vector<std::string>{"Q1", "Q2"});
    CHECK(constructs.unitKinds == std::vector<model::UnitKind>{model::UnitKind::Turn});
    REQUIRE(constructs.codes.size() == 4);
    CHECK(constructs.codes[0].name == "theory");
    CHECK_FALSE(constructs.codes[0].isCodable);
    CHECK(constructs.codes[1].name == "closeness");
    CHECK(constructs.codes[1].depth == 1);
    CHECK(constructs.codes[1].id.isNone());
    CHECK(constructs.codes[1].parent.isNone());
    CHECK(constructs.codes[1].tag.in("nl") == "NA");
    CHECK(constructs.codes[1].examples.size() == 2);
    CHECK(constructs.codes[1].source == "own, 1");
    CHECK(constructs.codes[2].tag.in("nl") == "CO");
    CHECK(constructs.codes[3].depth == 0);
    CHECK(book.variables[1].scale == model::Scale::Ordinal);
    CHECK(file->languages == std::vector<std::string>{"en", "nl"});
    CHECK(file->sources.at(0).doi == "10.0/0");
    CHECK(file->sets.at(0).members == std::vector<std::string>{"closeness", "low"});
    CHECK(file->sets.at(0).places == 5);
    CHECK(file->warnings.empty());
}

TEST_CASE("a guid that is left out is the same each time, and another for each code") {
    const auto once = readCodebook(base::dumpJson(small()), "a.json");
    const auto again = readCodebook(base::dumpJson(small()), "b.json");
    REQUIRE(once);
    const auto& codes = once->variables[0].codes;
    CHECK_FALSE(codes[2].guid.isNull());
    CHECK(codes[2].guid == again->variables[0].codes[2].guid);
    CHECK(codes[2].guid != codes[3].guid);
}

TEST_CASE("what is written reads back to the same") {
    const auto file = readCodebookFile(base::dumpJson(small()), "book.json");
    REQUIRE(file);
    const std::string written = writeCodebookFile(*file);
    const auto back = readCodebookFile(written, "book.json");
    REQUIRE(back);
    CHECK(writeCodebookFile(*back) == written);
    CHECK(back->codebook.variables[0].codes[1].examples == file->codebook.variables[0].codes[1].examples);
    CHECK(back->codebook.variables[0].codes[3].depth == 0);

    const auto plain = readCodebook(writeCodebook(file->codebook), "book.json");
    REQUIRE(plain);
    CHECK(writeCodebook(*plain) == writeCodebook(file->codebook));
    CHECK_THAT(writeCodebook(file->codebook),
               Catch::Contains("\"languages\": [\n    \"en\",\n    \"nl\"\n  ]"));
}

TEST_CASE("mistakes are told with their path in the document") {
    struct Row {
        const char* pointer;
        const char* value; ///< JSON; null takes the member away
        const char* path;
    };
    for (const Row& row : {
             Row{"/schema", "\"rapport.codebook/2\"", "schema"},
             Row{"/schema", "\"rapport.instrument/1\"", "schema"},
             Row{"/schema", "null", ""},
             Row{"/id", "7", "id"},
             Row{"/guid", "\"nonsense\"", "guid"},
             Row{"/title", "[]", "title"},
             Row{"/title", "{}", "title"},
             Row{"/title/nl", "3", "title.nl"},
             Row{"/variables", "{}", "variables"},
             Row{"/variables", "[]", "variables"},
             Row{"/variables/0", "\"x\"", "variables[0]"},
             Row{"/variables/0/id", "null", "variables[0].id"},
             Row{"/variables/1/id", "\"constructs\"", "variables[1].id"},
             Row{"/variables/0/scale", "\"interval\"", "variables[0].scale"},
             Row{"/variables/0/prompts", "\"Q1\"", "variables[0].prompts"},
             Row{"/variables/0/prompts/1", "2", "variables[0].prompts[1]"},
             Row{"/variables/0/kinds/0", "\"answer\"", "variables[0].kinds[0]"},
             Row{"/variables/0/codes/1", "null", "variables[0].codes[1]"},
             Row{"/variables/0/codes/1/id", "\"closeness\"", "variables[0].codes[1].id"},
             Row{"/variables/0/codes/0/children/0/title", "null", "variables[0].codes[0].children[0].title"},
             Row{"/variables/0/codes/0/children/0/colour", "\"pink\"",
                 "variables[0].codes[0].children[0].colour"},
             Row{"/variables/0/codes/0/children/0/codable", "\"yes\"",
                 "variables[0].codes[0].children[0].codable"},
             Row{"/variables/0/codes/0/children/0/examples", "{}",
                 "variables[0].codes[0].children[0].examples"},
             Row{"/variables/0/codes/0/guid", "\"6f9619ff-8b86-4011-b42d-00c04fc964f1\"",
                 "variables[0].codes[0].guid"},
             Row{"/variables/1/codes/0/children", "[{\"id\": \"x\", \"title\": {\"en\": \"X\"}}]",
                 "variables[1].codes[0].children"},
             Row{"/sets/0/members/1", "\"nobody\"", "sets[0].members[1]"},
             Row{"/sets/0/places", "-1", "sets[0].places"},
         }) {
        CAPTURE(row.pointer, row.value);
        base::Json json = small();
        json[base::Json::json_pointer(row.pointer)] = *base::parseJson(row.value);
        const base::Error error = errorOf(json);
        CHECK(error.code == base::Errc::Unreadable);
        CHECK(error.where->file == "book.json");
        CHECK(error.where->cell == row.path);
    }
}

TEST_CASE("what is no codebook at all is refused") {
    for (const char* text : {"", "{", "[]", "7", "null", "{}", "\"text\"", "[1, 2"}) {
        const auto read = readCodebook(text, "book.json");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == base::Errc::Unreadable);
        CHECK(read.error().where->file == "book.json");
    }
    CHECK(readCodebook(R"({"name": "another program's"})", "book.json").error().message ==
          "is no codebook of Rapport");
    const std::string whole = base::dumpJson(small());
    CHECK(readCodebook(whole.substr(0, whole.size() / 2), "book.json").error().where->line > 1);
    base::Json one = small();
    one["variables"][1]["codes"].erase(1);
    CHECK_THAT(errorOf(one).message, Catch::Contains("at least two levels"));
}

TEST_CASE("keys and tags that meet are reported, and the later code loses its key") {
    base::Json json = small();
    json["variables"][0]["codes"][0]["children"][1]["key"] = "c";
    json["variables"][0]["codes"][0]["children"][1]["tag"] = "CL";
    const auto file = readCodebookFile(base::dumpJson(json), "book.json");
    REQUIRE(file);
    CHECK(file->warnings.size() == 2);
    CHECK(file->codebook.variables[0].codes[1].key == "c");
    CHECK(file->codebook.variables[0].codes[2].key.empty());
}

TEST_CASE("the shipped codebooks are read, and written without loss") {
    std::size_t seen = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(rapport::support::sourceTree) + "/codebooks")) {
        const std::string name = entry.path().filename().string();
        const bool isOther =
            name.find(".instrument.") != std::string::npos || name.find(".template.") != std::string::npos;
        if (entry.path().extension() != ".json" || isOther)
            continue;
        CAPTURE(name);
        const std::string bytes = test::slurp(entry.path().string());
        const auto file = readCodebookFile(bytes, name);
        if (!file)
            FAIL(base::describe(file.error()));
        CHECK(file->warnings.empty());
        CHECK(file->codebook.variables.size() >= 1);
        const auto back = readCodebookFile(writeCodebookFile(*file), name);
        REQUIRE(back);
        CHECK(writeCodebookFile(*back) == writeCodebookFile(*file));
        // Nothing of the file is left behind, but for the order of members.
        const auto original = base::parseJson(bytes);
        const auto written = base::parseJson(writeCodebookFile(*file));
        REQUIRE(original);
        CHECK((*written)["variables"].size() == (*original)["variables"].size());
        CHECK((*written)["sources"] == (*original)["sources"]);
        ++seen;
    }
    CHECK(seen == 3);
}
