// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/assigning.h"
#include "service/codebook_changes.h"
#include "service/elsewhere.h"
#include "service/known_codebook.h"
#include "service/rating.h"
#include "service/renaming.h"
#include "service/study_fixture.h"

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

TEST_CASE("what others write is told, and whether it concerns who is looking") {
    StudyFixture study;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1", "R2"};
    take(assign(*study.session, request));
    auto other = take(Session::open(study.session->path(), OpenMode::ReadWrite, study.environment(9)));
    Session& session = *study.session;
    const auto writes = take(outsideWrites(session));
    const auto position = take(session.position());
    const auto round = take(session.round("rel1")).id;
    const auto unit = take(units(session, {"rel1", "R1", UnitState::All})).front().id;

    // The own acts are no news.
    take(setFlag(session, {study.rater("R2"), round, unit}, true));
    CHECK(take(outsideWrites(session)) == writes);

    take(service::code(*other, {study.rater("R1"), round, unit}, study.code("closeness")));
    CHECK(take(outsideWrites(session)) != writes);
    const auto told = [&] { return take(newsSince(session, position)); };
    CHECK(told().changes.units.size() == 2);
    CHECK(told().changes.position == take(session.position()));
    CHECK(told().concernsViewer); // the coordinator: any work
    session.setViewer({study.rater("R1")});
    CHECK(told().concernsViewer);
    const auto flagged = take(newsSince(session, position)).changes.position;
    take(complete(*other, {study.rater("R2"), round, unit}));
    CHECK_FALSE(take(newsSince(session, flagged)).concernsViewer); // R1: not the work of R2
    const auto later = take(session.position());
    CHECK(take(newsSince(session, later)).changes.units.empty());

    take(renameCode(*other, "closeness", "warmth"));
    const News news = take(newsSince(session, later));
    CHECK(news.changes.codebookChanged);
    CHECK(news.concernsViewer);
    CHECK_FALSE(news.changes.roundsChanged);
    const auto before = take(session.position());
    take(renameRater(*other, "R2", "Bea"));
    CHECK(take(newsSince(session, before)).changes.roundsChanged); // lists of raters are others
}

TEST_CASE("a codebook that one session has read serves another one, until it changes") {
    StudyFixture study;
    const auto read = take(study.session->codebook());
    const KnownCodebook known = KnownCodebook::of(*study.session);
    const auto open = [&study](OpenMode mode) {
        return take(Session::open(study.session->path(), mode, study.environment(9)));
    };
    auto other = open(OpenMode::ReadOnly);
    known.giveTo(*other);
    CHECK(take(other->codebook()) == read);

    take(renameCode(*study.session, "closeness", "warmth"));
    for (Session* late : {other.get(), study.session.get()})
        CHECK(take(late->codebook())->code("warmth").code != nullptr);
    // What was known before that is of no use to who opens the study now.
    auto third = open(OpenMode::ReadWrite);
    known.giveTo(*third);
    CHECK(take(third->codebook())->code("warmth").code != nullptr);
    CHECK(take(third->codebook())->code("closeness").code == nullptr);
}
