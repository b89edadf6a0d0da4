// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "dump.h"
#include "exchange/template_json.h"
#include "support/catch.hpp"
#include "support/tree.h"

using namespace rapport;
using namespace rapport::exchange;

namespace {

base::Json instrument() {
    return *base::parseJson(R"({"schema": "rapport.instrument/1", "id": "small", "title": {"en": "Small"},
        "stand_in": true, "case": {"en": "Noor looks away."},
        "prompts": [{"id": "Q1", "kind": "open", "wording": {"en": "What strikes you?", "nl": "Wat valt op?"}},
                    {"id": "B1", "kind": "yes-no", "wording": {"en": "Do you believe it?"}},
                    {"id": "N1", "kind": "note", "wording": {"en": "Read this."}}]})");
}

base::Json study() {
    return *base::parseJson(R"({"schema": "rapport.template/1", "id": "small", "title": {"en": "Small"},
        "instrument": "small.instrument.json", "codebooks": ["one.json", "two.json"],
        "attributes": [{"name": "group", "title": {"en": "Group"}, "type": "text", "blinded": true, "values": ["A", "B"]},
                       {"name": "language", "type": "text", "blinded": false}],
        "comparisons": [{"title": {"en": "A with B"}, "attribute": "group", "a": "A", "b": "B"}]})");
}

struct Mistake {
    const char* pointer;
    const char* value;
    const char* path;
};

} // namespace

TEST_CASE("an instrument is read and written") {
    const auto read = readInstrument(base::dumpJson(instrument()), "i.json");
    REQUIRE(read);
    CHECK(read->name == "small");
    CHECK(read->isStandIn);
    CHECK(read->caseText.in("nl") == "Noor looks away.");
    REQUIRE(read->prompts.size() == 3);
    CHECK(read->prompts[0].kind == model::PromptKind::Open);
    CHECK(read->prompts[0].wording.in("nl") == "Wat valt op?");
    CHECK(read->prompts[1].kind == model::PromptKind::YesNo);
    CHECK(read->prompts[2].kind == model::PromptKind::Note);
    const std::string written = writeInstrument(*read);
    const auto back = readInstrument(written, "i.json");
    REQUIRE(back);
    CHECK(back->guid == read->guid);
    CHECK(writeInstrument(*back) == written);
}

TEST_CASE("mistakes in an instrument are told with their path") {
    for (const Mistake& row :
         {Mistake{"/schema", "\"rapport.codebook/1\"", "schema"}, Mistake{"/id", "null", "id"},
          Mistake{"/guid", "\"x\"", "guid"}, Mistake{"/stand_in", "1", "stand_in"},
          Mistake{"/case", "4", "case"}, Mistake{"/prompts", "null", "prompts"},
          Mistake{"/prompts/1", "[]", "prompts[1]"}, Mistake{"/prompts/1/id", "\"Q1\"", "prompts[1].id"},
          Mistake{"/prompts/1/kind", "\"maybe\"", "prompts[1].kind"},
          Mistake{"/prompts/0/wording", "{}", "prompts[0].wording"},
          Mistake{"/prompts/0/id", "\"1 x\"", "prompts"}}) {
        CAPTURE(row.pointer);
        base::Json json = instrument();
        json[base::Json::json_pointer(row.pointer)] = *base::parseJson(row.value);
        const auto read = readInstrument(base::dumpJson(json), "i.json");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == base::Errc::Unreadable);
        CHECK(read.error().where->cell == row.path);
    }
    CHECK(readInstrument("", "i.json").error().code == base::Errc::Unreadable);
}

TEST_CASE("a template is read") {
    const auto read = readTemplate(base::dumpJson(study()), "t.json");
    REQUIRE(read);
    CHECK(read->instrument == "small.instrument.json");
    CHECK(read->codebooks == std::vector<std::string>{"one.json", "two.json"});
    REQUIRE(read->attributes.size() == 2);
    CHECK(read->attributes[0].values == std::vector<std::string>{"A", "B"});
    CHECK(read->attributes[0].isBlinded);
    CHECK_FALSE(read->attributes[1].isBlinded);
    REQUIRE(read->comparisons.size() == 1);
    CHECK(read->comparisons[0].b == "B");
}

TEST_CASE("mistakes in a template are told with their path, and it does not reach out of its folder") {
    for (const Mistake& row : {Mistake{"/schema", "\"rapport.template/9\"", "schema"},
                               Mistake{"/instrument", "\"../x.json\"", "instrument"},
                               Mistake{"/codebooks/1", "\"/etc/passwd\"", "codebooks[1]"},
                               Mistake{"/codebooks/0", "5", "codebooks[0]"},
                               Mistake{"/attributes/1/name", "\"group\"", "attributes[1].name"},
                               Mistake{"/attributes/0/type", "\"colour\"", "attributes[0].type"},
                               Mistake{"/attributes/0/values", "\"A\"", "attributes[0].values"},
                               Mistake{"/comparisons/0/attribute", "\"nobody\"", "comparisons[0].attribute"},
                               Mistake{"/comparisons/0/a", "null", "comparisons[0].a"}}) {
        CAPTURE(row.pointer);
        base::Json json = study();
        json[base::Json::json_pointer(row.pointer)] = *base::parseJson(row.value);
        const auto read = readTemplate(base::dumpJson(json), "t.json");
        REQUIRE_FALSE(read);
        CHECK(read.error().where->cell == row.path);
    }
}

TEST_CASE("the shipped instrument and template are read") {
    const std::string folder = std::string(rapport::support::sourceTree) + "/codebooks/";
    const auto vignette =
        readInstrument(test::slurp(folder + "relationship-vignette.instrument.json"), "i.json");
    if (!vignette)
        FAIL(base::describe(vignette.error()));
    CHECK(vignette->prompts.size() == 5);
    CHECK(vignette->isStandIn);
    const auto read = readTemplate(test::slurp(folder + "relationship-vignette.template.json"), "t.json");
    if (!read)
        FAIL(base::describe(read.error()));
    CHECK(read->name == "relationship-vignette");
    CHECK(read->comparisons.size() == 3);
    CHECK(read->attributes.size() > 5);
}
