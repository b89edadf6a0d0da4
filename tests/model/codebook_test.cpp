// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/codebook.h"
#include "support/catch.hpp"

using namespace rapport;
using namespace rapport::model;

namespace {

Code code(std::int64_t id, const std::string& name, int depth = 0) {
    Code made;
    made.id = CodeId(id);
    made.name = name;
    made.depth = depth;
    return made;
}

Codebook small() {
    Variable constructs;
    constructs.id = VariableId(1);
    constructs.name = "constructs";
    constructs.prompts = {"Q1", "Q2"};
    constructs.unitKinds = {UnitKind::Turn};
    constructs.codes = {code(1, "attachment"), code(2, "closeness", 1), code(3, "conflict", 1)};
    Variable level;
    level.id = VariableId(2);
    level.name = "level";
    level.scale = Scale::Nominal;
    level.prompts = {"*"};
    level.codes = {code(4, "dyadic"), code(5, "class")};
    Codebook book;
    book.variables = {constructs, level};
    return book;
}

} // namespace

TEST_CASE("a variable applies to its prompts and kinds of units") {
    const Codebook book = small();
    const Variable& constructs = *book.variable("constructs");
    CHECK(constructs.appliesTo(UnitKind::Answer, "Q1"));
    CHECK_FALSE(constructs.appliesTo(UnitKind::Answer, "Q3"));
    CHECK(constructs.appliesTo(UnitKind::Turn, ""));
    CHECK_FALSE(constructs.appliesTo(UnitKind::Transcript, ""));
    CHECK(book.variable("level")->appliesTo(UnitKind::Answer, "Q9"));
    CHECK_FALSE(book.variable("level")->appliesTo(UnitKind::Turn, ""));
}

TEST_CASE("codes are found by name and by id, with their variable") {
    const Codebook book = small();
    CHECK(book.code("conflict").variable->name == "constructs");
    CHECK(book.code(CodeId(5)).code->name == "class");
    CHECK(book.code("nothing").code == nullptr);
    CHECK(book.variable(VariableId(9)) == nullptr);
}

TEST_CASE("a codebook that cannot be used is refused with the name of what is wrong") {
    CHECK(validate(small()));
    const auto message = [](const std::function<void(Codebook&)>& spoil) {
        Codebook book = small();
        spoil(book);
        const auto result = validate(book);
        return result ? std::string("fine") : result.error().message.text();
    };
    CHECK(message([](Codebook& book) { book.variables[1].name = "constructs"; }) ==
          "two variables are named 'constructs'");
    CHECK(message([](Codebook& book) { book.variables[1].codes[0].name = "conflict"; }) ==
          "two codes are named 'conflict'");
    CHECK(message([](Codebook& book) { book.variables[0].codes[0].name = "a b"; }) ==
          "'a b' cannot name a code");
    CHECK(message([](Codebook& book) { book.variables[1].codes.pop_back(); }) ==
          "variable 'level' needs at least two levels");
    CHECK(message([](Codebook& book) { book.variables[0].codes[1].depth = 2; }) ==
          "code 'closeness' hangs under no code");
    CHECK(message([](Codebook& book) {
              book.variables[0].prompts.clear();
              book.variables[0].unitKinds.clear();
          }) == "variable 'constructs' applies to nothing");
    CHECK(message([](Codebook& book) {
              book.variables[0].codes[1].key = "c";
              book.variables[0].codes[2].key = "c";
          }) == "key 'c' is given to two codes of variable 'constructs'");
    CHECK(message([](Codebook& book) { book.variables[0].scale = Scale::Count; }) ==
          "variable 'constructs' counts, so it has no codes");
    CHECK(message([](Codebook& book) {
              book.variables[0].codes[1].guid = *base::Guid::parse("6f9619ff-8b86-4011-b42d-00c04fc964ff");
              book.variables[0].codes[2].guid = book.variables[0].codes[1].guid;
          }) == "code 'conflict' has the guid of another code");
}
