// SPDX-License-Identifier: GPL-3.0-or-later
// Absent or missing, and from segments to units.
#include "model/presence.h"
#include "support/catch.hpp"

using namespace rapport;
using namespace rapport::model;
using text::textRange;

namespace {

struct Fixture {
    Variable variable;
    std::vector<Coding> codings;
    UnitWork work;

    Fixture() {
        variable.id = VariableId(1);
        variable.name = "constructs";
        variable.prompts = {"Q2"};
        variable.codes.resize(3);
        for (std::size_t place = 0; place < 3; ++place)
            variable.codes[place].id = CodeId(static_cast<std::int64_t>(place) + 1);
        variable.codes[1].parent = CodeId(1);
        variable.codes[1].depth = 1;
        variable.codes[2].sinceVersion = 2;
        work.prompt = "Q2";
        work.unitRange = textRange(10, 20);
        work.completedVersion = 1;
    }

    void add(std::int64_t codeId, std::optional<text::TextRange> range = std::nullopt) {
        Coding coding;
        coding.code = CodeId(codeId);
        coding.range = range;
        codings.push_back(coding);
        work.codings = codings;
    }

    [[nodiscard]] std::optional<int> of(std::size_t code, Overlap overlap = Overlap::Any,
                                        bool rollUp = false) const {
        return presence(variable, variable.codes[code], work, overlap, rollUp);
    }
};

} // namespace

TEST_CASE("completed without a code is absent, not completed is missing") {
    Fixture fixture;
    CHECK(fixture.of(0) == 0);
    fixture.add(1);
    CHECK(fixture.of(0) == 1);
    fixture.work.completedVersion.reset();
    CHECK_FALSE(fixture.of(0));
}

TEST_CASE("a code that came after the unit was completed is missing, whatever was coded") {
    Fixture fixture;
    CHECK_FALSE(fixture.of(2));
    fixture.add(3);
    CHECK_FALSE(fixture.of(2));
    fixture.work.completedVersion = 2;
    CHECK(fixture.of(2) == 1);
    fixture.variable.sinceVersion = 3;
    CHECK_FALSE(fixture.of(0));
}

TEST_CASE("outside its prompts a code is missing") {
    Fixture fixture;
    fixture.add(1);
    fixture.work.prompt = "Q3";
    CHECK_FALSE(fixture.of(0));
    fixture.work.prompt = "";
    fixture.work.kind = UnitKind::Turn;
    CHECK_FALSE(fixture.of(0));
}

TEST_CASE("a segment inside a unit makes its code present by the rule that was chosen") {
    struct Row {
        std::vector<text::TextRange> segments;
        int any, majority, full;
    };
    const Row rows[] = {
        {{}, 0, 0, 0},
        {{textRange(10, 11)}, 1, 0, 0},
        {{textRange(10, 15)}, 1, 0, 0}, // exactly half is no majority
        {{textRange(10, 16)}, 1, 1, 0},
        {{textRange(10, 20)}, 1, 1, 1},
        {{textRange(10, 13), textRange(12, 15)}, 1, 0, 0}, // overlapping segments count once
        {{textRange(16, 20), textRange(10, 13)}, 1, 1, 0},
        {{textRange(0, 10)}, 0, 0, 0}, // touches only
        {{textRange(0, 30)}, 1, 1, 1}, // a segment over more than the unit
        {{textRange(20, 25)}, 0, 0, 0},
    };
    for (const Row& row : rows) {
        Fixture fixture;
        for (const auto& segment : row.segments)
            fixture.add(1, segment);
        CHECK(fixture.of(0, Overlap::Any) == row.any);
        CHECK(fixture.of(0, Overlap::Majority) == row.majority);
        CHECK(fixture.of(0, Overlap::Full) == row.full);
    }
}

TEST_CASE("a parent is present through what hangs under it only on request") {
    Fixture fixture;
    fixture.add(2);
    CHECK(fixture.of(0) == 0);
    CHECK(fixture.of(0, Overlap::Any, true) == 1);
    CHECK(fixture.of(1, Overlap::Any, true) == 1);
    CHECK(fixture.of(2, Overlap::Any, true) == std::nullopt);
}

TEST_CASE("a nominal variable left open is missing, never a category") {
    Fixture fixture;
    fixture.variable.scale = Scale::Nominal;
    CHECK_FALSE(level(fixture.variable, fixture.work));
    fixture.add(2);
    CHECK(level(fixture.variable, fixture.work) == CodeId(2));
    fixture.work.completedVersion.reset();
    CHECK_FALSE(level(fixture.variable, fixture.work));
}

TEST_CASE("a count is 0 when the unit is done and nothing was counted") {
    Fixture fixture;
    fixture.variable.scale = Scale::Count;
    CHECK(count(fixture.variable, fixture.work) == 0);
    fixture.add(0);
    fixture.codings[0].count = 4;
    CHECK(count(fixture.variable, fixture.work) == 4);
    fixture.work.completedVersion.reset();
    CHECK_FALSE(count(fixture.variable, fixture.work));
}

TEST_CASE("after a merger the code is present if any of its parts was given, absent if all were asked for") {
    // Codes 1 and 2 were in version 1, 3 came in version 2; in version 3 they were merged into 4, which is
    // new.
    Fixture fixture;
    Code merged;
    merged.id = CodeId(4);
    merged.sinceVersion = 3;
    merged.versions = {3, 4};
    merged.merged = {
        {CodeId(1), {}, "a", 3, {1, 2}}, {CodeId(2), {}, "b", 3, {1, 2}}, {CodeId(3), {}, "c", 3, {2}}};
    fixture.variable.versions = {1, 2, 3, 4};
    fixture.variable.codes = {merged};
    struct Row {
        std::optional<std::int64_t> completed;
        std::vector<std::int64_t> given;
        std::optional<int> expected;
    };
    const Row rows[] = {
        {1, {}, std::nullopt}, // nobody asked for 3
        {1, {1}, 1},
        {1, {3}, std::nullopt}, // given later, though it was not asked for
        {2, {}, 0},
        {2, {3}, 1},
        {2, {1, 2}, 1},
        {3, {}, 0},
        {3, {4}, 1},
        {3, {2}, 1}, // carried along
        {4, {}, 0},
        {std::nullopt, {1}, std::nullopt},
    };
    for (const Row& row : rows) {
        Fixture each = fixture;
        each.work.completedVersion = row.completed;
        for (const std::int64_t code : row.given)
            each.add(code);
        INFO(row.completed.value_or(0) << " with " << row.given.size());
        CHECK(each.of(0) == row.expected);
    }
    CHECK(fixture.variable.code(CodeId(2))->id == CodeId(4));
}

TEST_CASE("merged into a code that was there before, that code has to be asked for, too") {
    Fixture fixture;
    Code& kept = fixture.variable.codes[0];
    kept.versions = {2, 3};
    kept.sinceVersion = 2;
    kept.merged = {{CodeId(9), {}, "gone", 3, {1, 2}}};
    fixture.variable.versions = {1, 2, 3};
    CHECK_FALSE(fixture.of(0)); // version 1 asked for 9 alone
    fixture.work.completedVersion = 2;
    CHECK(fixture.of(0) == 0);
    fixture.add(9);
    CHECK(fixture.of(0) == 1);
}

TEST_CASE("a level that was merged away counts as the one that it is part of") {
    Fixture fixture;
    fixture.variable.scale = Scale::Nominal;
    fixture.variable.codes[0].merged = {{CodeId(9), {}, "gone", 2, {1}}};
    fixture.add(9);
    CHECK(level(fixture.variable, fixture.work) == CodeId(1));
}
