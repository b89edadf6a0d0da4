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
