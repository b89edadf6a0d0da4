// SPDX-License-Identifier: GPL-3.0-or-later
// REFI-QDA projects as they are written: valid, and the same again through our own reader.
#include "exchange/codebook_json.h"
#include "exchange/refi.h"
#include "exchange/write_refi.h"
#include "package/xml_tree.h"
#include "package/zip.h"
#include "support/catch.hpp"
#include "support/scratch.h"

#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>

using namespace rapport;
using namespace rapport::exchange;

namespace {

model::Guid guid(const std::string& text) {
    return model::Guid::fromText(text);
}

model::Code codeOf(const std::string& name, const std::string& title) {
    model::Code code;
    code.guid = guid(name);
    code.name = name;
    code.title.byLanguage = {{"en", title + " (English)"}, {"nl", title}};
    code.definition.byLanguage = {{"nl", "Wat " + title + " is.\n\nTweede alinea."}};
    return code;
}

model::Attribute attributeOf(const std::string& name, model::AttributeType type) {
    model::Attribute attribute;
    attribute.name = name;
    attribute.title.byLanguage = {{"nl", "Titel van " + name}};
    attribute.type = type;
    return attribute;
}

/// Everything that a project can hold.
RefiProject wholeProject() {
    RefiProject project;
    project.name = "S & \"T\"";
    project.program = "Rapport test";
    project.language = "nl";
    project.made = *base::parseIso("2026-03-14T19:00:00Z");
    for (const char* name : {"R<1>", "Ann B.", "Nobody yet"}) {
        model::Rater rater;
        rater.guid = guid(name);
        rater.name = name;
        project.raters.push_back(rater);
    }
    model::Variable constructs;
    constructs.guid = guid("v");
    constructs.name = "constructs";
    constructs.title.byLanguage = {{"nl", "Constructen"}};
    constructs.scale = model::Scale::Presence;
    constructs.prompts = {"Q1"};
    model::Code near = codeOf("closeness", "Nabijheid");
    near.colour = "teal";
    model::Code warm = codeOf("warmth", "Warmte");
    warm.depth = 1;
    warm.use.byLanguage = {{"nl", "bij een glimlach"}};
    constructs.codes = {near, warm, codeOf("other", "Overig")};
    model::Variable level;
    level.guid = guid("l");
    level.name = "level";
    level.title.byLanguage = {{"nl", "Niveau"}};
    level.scale = model::Scale::Ordinal;
    level.prompts = {"*"};
    level.unitKinds = {model::UnitKind::Turn};
    level.codes = {codeOf("low", "Laag"), codeOf("rest", "Overig")}; // a title that is there twice
    project.codebook.name = "book";
    project.codebook.guid = guid("book");
    project.codebook.title.byLanguage = {{"en", "Book"}, {"nl", "Boek"}};
    project.codebook.variables = {constructs, level};
    project.attributes = {
        attributeOf("score", model::AttributeType::Number), attributeOf("big", model::AttributeType::Number),
        attributeOf("paid", model::AttributeType::Boolean), attributeOf("won", model::AttributeType::Boolean),
        attributeOf("day", model::AttributeType::Date),     attributeOf("city", model::AttributeType::Text)};
    RefiSource answer;
    answer.guid = guid("s");
    answer.name = "P1/Q1";
    answer.text = "\U0001F600 Noor lacht.\nEn hij.";
    answer.codings = {{guid("k1"), guid("R<1>"), guid("closeness"),
                       text::TextRange{text::CodePoints(2), text::CodePoints(6)}, "Noor", project.made},
                      {guid("k2"), guid("Ann B."), guid("warmth"), std::nullopt, "", project.made},
                      {guid("k3"), guid("R<1>"), guid("rest"), std::nullopt, "", project.made}};
    answer.notes = {guid("n")};
    RefiSource talk;
    talk.guid = guid("t");
    talk.name = "talk";
    talk.text = "A: ja\nB: nee";
    project.sources = {answer, talk};
    project.cases = {{guid("p"),
                      "P1",
                      {{"score", "3.5"},
                       {"big", "1e5"},
                       {"paid", "ja"},
                       {"won", "true"},
                       {"day", "2026-03-14"},
                       {"city", "Utrecht & \u00e9\u00e9n"}},
                      {guid("s")}},
                     {guid("q"), "P2", {{"score", "-2"}, {"paid", "nee"}, {"won", "false"}}, {}}};
    project.notes = {{guid("n"), guid("R<1>"), "P1/Q1", "een memo\nmet regels", project.made}};
    project.sets = {{"Q1", "Wat valt op?", {guid("s")}}};
    project.description = "Geschreven door een toets.";
    return project;
}

std::string bytesOf(const RefiProject& project) {
    const auto bytes = writeRefiProject(project);
    if (!bytes)
        FAIL(base::describe(bytes.error()));
    return *bytes;
}

std::string fileIn(const std::string& bytes, const std::string& name) {
    const auto archive = package::ZipArchive::open(bytes, "t.qdpx");
    REQUIRE(archive);
    const auto file = archive->read(name);
    REQUIRE(file);
    return *file;
}

Project readBack(const std::string& bytes) {
    auto project = readRefiProject(bytes, "t.qdpx", {});
    if (!project)
        FAIL(base::describe(project.error()));
    return std::move(*project);
}

void checkSame(const model::Codebook& was, const model::Codebook& now, const std::string& language) {
    REQUIRE(now.variables.size() == was.variables.size());
    for (std::size_t index = 0; index < was.variables.size(); ++index) {
        const model::Variable& before = was.variables[index];
        const model::Variable& after = now.variables[index];
        CAPTURE(before.name);
        CHECK(after.name == before.name);
        CHECK(after.guid == before.guid);
        CHECK(after.scale == before.scale);
        CHECK(after.prompts == before.prompts);
        CHECK(after.unitKinds == before.unitKinds);
        CHECK(after.title.in(language) == before.title.in(language));
        REQUIRE(after.codes.size() == before.codes.size());
        for (std::size_t place = 0; place < before.codes.size(); ++place) {
            CAPTURE(before.codes[place].name);
            CHECK(after.codes[place].name == before.codes[place].name);
            CHECK(after.codes[place].guid == before.codes[place].guid);
            CHECK(after.codes[place].depth == before.codes[place].depth);
            CHECK(after.codes[place].colour == before.codes[place].colour);
            CHECK(after.codes[place].title.in(language) == before.codes[place].title.in(language));
            CHECK(after.codes[place].definition.in(language) == before.codes[place].definition.in(language));
            CHECK(after.codes[place].use.in(language) == before.codes[place].use.in(language));
        }
    }
}

} // namespace

TEST_CASE("a REFI-QDA project holds texts, codes, codings and raters as they were", "[writing][refi]") {
    RefiProject project = wholeProject();
    const std::string bytes = bytesOf(project);
    CHECK(fileIn(bytes, "sources/" + guid("s").text() + ".txt") == project.sources[0].text);
    const std::string xml = fileIn(bytes, "project.qde");
    CHECK(xml.find('\r') == std::string::npos);
    CHECK(xml.substr(0, 5) == "<?xml"); // no byte order mark
    const auto tree = package::readXmlTree(xml, "project.qde");
    REQUIRE(tree);
    CHECK(tree->attribute("name") == project.name);
    std::map<std::string, std::vector<package::XmlElement>> found;
    const std::function<void(const package::XmlElement&)> walk = [&](const package::XmlElement& element) {
        found[element.name].push_back(element);
        for (const auto& each : element.children)
            walk(each);
    };
    walk(*tree);
    CHECK(found["User"][0].attribute("name") == "R<1>");
    REQUIRE(found["PlainTextSelection"].size() == 1);
    CHECK(found["PlainTextSelection"][0].attribute("startPosition") == "2");
    CHECK(found["PlainTextSelection"][0].attribute("endPosition") == "6");
    CHECK(found["PlainTextSelection"][0].attribute("name") == "Noor");
    REQUIRE(found["Coding"].size() == 3);
    CHECK(found["Coding"][0].attribute("guid") == guid("k1").text());
    REQUIRE(found["Code"].size() == 7);
    // Other programs show names: they are the titles.
    CHECK(found["Code"][1].attribute("name") == "Nabijheid");
    CHECK(found["Code"][1].attribute("color") == "#249B9E");
    CHECK(found["Code"][1].child("Code") != nullptr); // the child stands inside
    CHECK(found["Code"][3].attribute("name") == "Overig (other)");
    CHECK(found["Code"][6].attribute("name") == "Overig (rest)");
    project.sources[0].codings[0].range = text::TextRange{text::CodePoints(2), text::CodePoints(99)};
    CHECK_FALSE(writeRefiProject(project).has_value());
}

TEST_CASE("a project comes back through our own reader as it was", "[writing][refi]") {
    const RefiProject was = wholeProject();
    const Project now = readBack(bytesOf(was));
    CHECK(now.isOwn);
    CHECK(now.problems.empty());
    CHECK(now.warnings.empty());
    CHECK(now.name == was.name);
    REQUIRE(now.users.size() == was.raters.size());
    for (std::size_t rater = 0; rater < was.raters.size(); ++rater) {
        CHECK(now.users[rater].name == was.raters[rater].name);
        CHECK(now.users[rater].guid == was.raters[rater].guid);
    }
    checkSame(was.codebook, now.codebook.codebook, "nl");
    REQUIRE(now.attributes.size() == was.attributes.size());
    for (std::size_t place = 0; place < was.attributes.size(); ++place) {
        CAPTURE(was.attributes[place].name);
        CHECK(now.attributes[place].name == was.attributes[place].name);
        CHECK(now.attributes[place].type == was.attributes[place].type);
        CHECK(now.attributes[place].title.in("nl") == was.attributes[place].title.in("nl"));
    }
    REQUIRE(now.cases.size() == was.cases.size());
    for (std::size_t place = 0; place < was.cases.size(); ++place) {
        CHECK(now.cases[place].guid == was.cases[place].guid);
        CHECK(now.cases[place].name == was.cases[place].name);
        CHECK(now.cases[place].sources == was.cases[place].sources);
        CHECK(std::map<std::string, std::string>(now.cases[place].values.begin(),
                                                 now.cases[place].values.end()) == was.cases[place].values);
    }
    REQUIRE(now.sources.size() == was.sources.size());
    for (std::size_t place = 0; place < was.sources.size(); ++place) {
        CHECK(now.sources[place].guid == was.sources[place].guid);
        CHECK(now.sources[place].name == was.sources[place].name);
        CHECK(now.sources[place].text == was.sources[place].text);
        CHECK(now.sources[place].notes == was.sources[place].notes);
    }
    REQUIRE(now.sources[0].codings.size() == 3);
    for (const RefiCoding& coding : was.sources[0].codings) {
        const auto found = std::find_if(now.sources[0].codings.begin(), now.sources[0].codings.end(),
                                        [&](const ProjectCoding& each) { return each.guid == coding.guid; });
        REQUIRE(found != now.sources[0].codings.end());
        CHECK(guid(found->rater) == coding.rater);
        CHECK(guid(found->code) == coding.code);
        CHECK(found->begin.has_value() == coding.range.has_value());
        if (coding.range) {
            CHECK(*found->begin == coding.range->begin.value);
            CHECK(*found->end == coding.range->end.value);
        }
        CHECK(found->time == coding.time);
        CHECK(found->variable == (found->code == "rest" ? "level" : "constructs"));
    }
    REQUIRE(now.notes.size() == 1);
    CHECK(now.notes[0].guid == was.notes[0].guid);
    CHECK(now.notes[0].author == "R<1>");
    CHECK(now.notes[0].name == was.notes[0].name);
    CHECK(now.notes[0].text == was.notes[0].text);
    CHECK(now.notes[0].time == was.notes[0].time);
    REQUIRE(now.sets.size() == 1);
    CHECK(now.sets[0].name == "Q1");
    CHECK(now.sets[0].description == "Wat valt op?");
    CHECK(now.sets[0].sources == was.sets[0].sources);
}

TEST_CASE("a codebook in a note comes back in every language, unless somebody changed the codes",
          "[writing][refi]") {
    RefiProject project = wholeProject();
    project.notes.push_back(
        {guid("cb"), {}, project_notes::codebook, writeCodebook(project.codebook), project.made});
    if (const auto note = readCodebook(project.notes.back().text, "note"); !note)
        FAIL(base::describe(note.error()));
    const Project whole = readBack(bytesOf(project));
    checkSame(project.codebook, whole.codebook.codebook, "nl");
    checkSame(project.codebook, whole.codebook.codebook, "en");
    REQUIRE(whole.sources[0].codings.size() == 3);
    project.codebook.variables[0].codes.pop_back(); // but not in the note
    project.codebook.variables[1].codes[1].name = "rest";
    const Project changed = readBack(bytesOf(project));
    CHECK(changed.codebook.codebook.variables[0].codes.size() == 2);
    // A broken note is no reason to refuse the project.
    project.notes.back().text = "{";
    CHECK(readBack(bytesOf(project)).codebook.codebook.variables.size() == 2);
}

TEST_CASE("a project whose names are ids, as written earlier, keeps its variables", "[writing][refi]") {
    const std::string head =
        "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\" origin=\"Rapport 0.1\"><CodeBook "
        "origin=\"Rapport 0.1\"><Codes><Code guid=\"00000000-0000-4000-8000-000000000001\" name=\"level\" "
        "isCodable=\"false\"><Description>Niveau\n\nWat het is.\n\nSchaal: ordinal\n\nVragen: *\n\nEenheden: "
        "turn</Description><Code guid=\"00000000-0000-4000-8000-000000000002\" name=\"low\" "
        "isCodable=\"true\"><Description>Laag\n\nWeinig.</Description></Code><Code "
        "guid=\"00000000-0000-4000-8000-000000000003\" name=\"high\" "
        "isCodable=\"true\"><Description>Hoog</Description></Code></Code></Codes>";
    const std::string set = "<Sets><Set guid=\"" + guid("set:00000000-0000-4000-8000-000000000001").text() +
                            "\" name=\"level\"/></Sets></CodeBook></Project>";
    const auto read = readRefiCodebook(head + set, "f.qde");
    REQUIRE(read);
    const model::Variable& variable = read->codebook.variables.at(0);
    CHECK(variable.name == "level");
    CHECK(variable.scale == model::Scale::Ordinal);
    CHECK(variable.title.in("nl") == "Niveau");
    CHECK(variable.definition.in("nl") == "Wat het is.");
    CHECK(variable.codes.at(0).name == "low");
    CHECK(variable.codes.at(0).title.in("nl") == "Laag");
    CHECK(variable.codes.at(0).definition.in("nl") == "Weinig.");
}

TEST_CASE("whatever stands in a text, its codings come back where they were", "[writing][refi]") {
    CHECK(rc::check([] {
        RefiProject project = wholeProject();
        const auto letters = *rc::gen::nonEmpty(
            rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
                "a", "\n", "\n\n", " ", "\u00E9", "\U0001F600", "&", "<b>", "]]>", "\"", "x"})));
        std::string text = "begin ";
        for (const std::string& letter : letters)
            text += letter;
        project.sources[0].text = text;
        const std::int64_t length = static_cast<std::int64_t>(
            std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
        auto& codings = project.sources[0].codings;
        codings.clear();
        for (int number = 0; number < 5; ++number) {
            const auto begin = *rc::gen::inRange<std::int64_t>(0, length);
            const auto end = *rc::gen::inRange<std::int64_t>(begin + 1, length + 1);
            codings.push_back({guid("k" + std::to_string(number)), guid("R<1>"), guid("warmth"),
                               text::TextRange{text::CodePoints(begin), text::CodePoints(end)}, "words",
                               project.made});
        }
        const auto bytes = writeRefiProject(project);
        RC_ASSERT(bytes.has_value());
        const auto read = readRefiProject(*bytes, "t.qdpx", {});
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->sources.at(0).text == text);
        for (const RefiCoding& coding : codings) {
            const bool isThere = std::any_of(read->sources[0].codings.begin(), read->sources[0].codings.end(),
                                             [&](const ProjectCoding& each) {
                                                 return each.begin == coding.range->begin.value &&
                                                        each.end == coding.range->end.value;
                                             });
            RC_ASSERT(isThere);
        }
    }));
}

TEST_CASE("projects and codebooks are valid by the standard's schemas, where these are there",
          "[writing][refi]") {
    const char* root = std::getenv("RAPPORT_REFERENCE");
    if (root == nullptr || std::system("command -v xmllint >/dev/null") != 0)
        return;
    test::ScratchFolder scratch;
    const auto isValid = [&](const std::string& xml, const std::string& schema) {
        const std::string file = scratch.write("written.xml", xml);
        return std::system(("xmllint --noout --schema " + std::string(root) + "/refi/" + schema + " " + file +
                            " 2>/dev/null")
                               .c_str()) == 0;
    };
    RefiProject project = wholeProject();
    CHECK(isValid(fileIn(bytesOf(project), "project.qde"), "Project.xsd"));
    project.notes[0].text = "bel\x07 en \xEF\xBF\xBE";
    project.sources[0].name = "bel\x07";
    CHECK(isValid(fileIn(bytesOf(project), "project.qde"), "Project.xsd"));
    CHECK(isValid(writeRefiCodes(project.codebook, "nl", "Rapport test"), "Codebook.xsd"));
    CHECK_FALSE(isValid("<Project xmlns=\"urn:QDA-XML:project:1.0\"/>", "Project.xsd"));
}
