// SPDX-License-Identifier: GPL-3.0-or-later
// Wrong clocks and copied machines.
#include "faults/evening.h"
#include "service/inspecting.h"
#include "service/merging.h"

#include <filesystem>

using namespace rapport;
using namespace rapport::service;
using namespace rapport::test;

TEST_CASE("a clock that is set back turns no order round, and is told") {
    const ScratchFolder folder;
    const Evening evening(folder, 6);
    const auto session = evening.open(2);
    const Target target{must(session->rater("Ada")).id, must(session->round("r")).id, model::UnitId(1)};
    must(complete(*session, target));
    evening.clock.advance(-std::chrono::hours(48));
    must(reopen(*session, target));
    must(setMemo(*session, target, "first"));
    evening.clock.advance(-std::chrono::hours(48));
    must(setMemo(*session, target, "second"));
    CHECK(must(unitWork(*session, target.unit, target.rater, target.round)).memo == "second");
    CHECK_FALSE(must(unitWork(*session, target.unit, target.rater, target.round)).item.isComplete);
    const CheckResult result = must(check(*session, false));
    CHECK(result.problems.empty());
    REQUIRE(result.notes.size() == 1);
    CHECK(result.notes[0].find("clock") != std::string::npos);
    // What is derived anew says the same.
    const std::string before = fingerprint(*session);
    must(check(*session, true));
    CHECK(fingerprint(*session) == before);
    evening.clock.advance(-std::chrono::hours(48));
    CHECK(evening.open(3)->openingNote().find("clock") != std::string::npos);
}

TEST_CASE("a machine restored from an image, or copied, is recognised, and nothing of either is lost") {
    const ScratchFolder folder;
    const Evening evening(folder, 6);
    must(act(*evening.open(2), "Ada", 0));
    const std::string copy = folder.file("image.rapport");
    std::filesystem::copy_file(evening.path(), copy);
    for (std::int64_t number = 1; number < 4; ++number) {
        evening.clock.advance(std::chrono::minutes(1));
        must(act(*evening.open(10 + static_cast<std::uint64_t>(number)), "Ada", number));
    }
    {
        // The same device guid goes on from the older state.
        const auto image = must(Evening::tryOpen(copy, evening.environment(50)));
        must(act(*image, "Ben", 1));
        must(act(*image, "Ben", 2));
    }
    const auto session = evening.open(60);
    const MergeResult merged = must(merge(*session, {{copy}, ""}));
    REQUIRE(merged.files.size() == 1);
    CHECK(merged.files[0].codings == 2);
    REQUIRE(merged.files[0].notes.size() == 1);
    CHECK(merged.files[0].notes[0].find("went on in two copies") != std::string::npos);
    const CheckResult result = must(check(*session, false));
    CHECK(result.problems == std::vector<base::Phrase>{});
    REQUIRE(result.notes.size() == 1);
    CHECK(result.notes[0].find("two copies") != std::string::npos);
    must(act(*session, "Ada", 7));
    CHECK(must(check(*session, false)).problems.empty());
}
