// SPDX-License-Identifier: GPL-3.0-or-later
// What one step of undo holds, and what it says of itself.
#include "service/memo_steps.h"
#include "service/rating.h"
#include "service/study_fixture.h"

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

TEST_CASE("an undone step names each of its units once") {
    StudyFixture study;
    Session& session = *study.session;
    take(asOneStep(session, [&](Session& inner) -> base::Status {
        for (const char* unit : {"P1/Q1", "P2/Q1"})
            RAPPORT_TRY(complete(inner, study.target("R1", unit)));
        return {};
    }));
    take(asOneStep(session, [&](Session& inner) -> base::Status {
        for (const char* unit : {"P1/Q1", "P2/Q1"}) {
            RAPPORT_TRY(reopen(inner, study.target("R1", unit)));
            RAPPORT_TRY(code(inner, study.target("R1", unit), study.code("closeness")));
        }
        return {};
    }));
    CHECK(take(undo(session)).units.size() == 2);
    CHECK(nextRedo(session)->units.size() == 2);
    CHECK(take(redo(session)).units.size() == 2);
}

TEST_CASE("a memo written several times while it is typed is one step of undo") {
    StudyFixture study;
    const Target target = study.target("R1", "P1/Q1");
    const auto memo = [&] {
        return take(unitWork(*study.session, target.unit, target.rater, target.round)).memo;
    };
    take(setMemo(*study.session, target, "before"));
    const std::int64_t opened = take(study.session->position());
    for (const char* words : {"as", "as it", "as it was"}) {
        take(setMemo(*study.session, target, words));
        REQUIRE(joinMemoSteps(*study.session, opened));
    }
    take(undo(*study.session));
    CHECK(memo() == "before");
    take(redo(*study.session));
    CHECK(memo() == "as it was");
    study.reopen();
    take(undo(*study.session));
    CHECK(memo() == "before");
    take(redo(*study.session));
    CHECK(memo() == "as it was");
    // Behind the opening only, and with nothing between.
    take(setFlag(*study.session, target, true));
    take(setMemo(*study.session, target, "later"));
    REQUIRE(joinMemoSteps(*study.session, opened));
    take(undo(*study.session));
    CHECK(memo() == "as it was");
}
