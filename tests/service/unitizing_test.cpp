// SPDX-License-Identifier: GPL-3.0-or-later
// From what raters did in transcripts to spans; occurrences in turns.
#include "service/codebooks.h"
#include "service/comparing.h"
#include "service/concording.h"
#include "service/rating.h"
#include "service/searching.h"
#include "service/study_fixture.h"
#include "service/unitizing.h"

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

struct TranscriptStudy : StudyFixture {
    TranscriptStudy() {
        import("groep.txt", "Moderator: Hoe ging het?\nEls: \xF0\x9F\x98\x80 Het spel ging goed.\n",
               ImportKind::Transcript);
    }
    void completeTurns(const std::string& rater, int turns) {
        for (int turn = 1; turn <= turns; ++turn)
            take(complete(*session, target(rater, "groep#" + std::to_string(turn))));
    }
};

} // namespace

TEST_CASE("segments and whole turns become spans of the source's text in code points") {
    TranscriptStudy study;
    // "Hoe ging het?" is 13 long, a line break, then the turn of 21 from 14.
    take(code(*study.session, study.target("R1", "groep#2"), study.code("closeness")));
    take(code(*study.session, study.target("R2", "groep#2"), study.code("closeness"),
              text::textRange(16, 24)));
    study.completeTurns("R1", 2);
    study.completeTurns("R2", 2);
    const auto made = take(unitizedTranscripts(*study.session, {}));
    CHECK(made.round == "default");
    CHECK(made.notes.empty());
    REQUIRE(made.data.sources().size() == 1);
    const agreement::UnitizedSource& source = made.data.sources()[0];
    CHECK(source.name == "groep");
    CHECK(source.length == 35);
    REQUIRE(source.byRater.size() == 2);
    CHECK(source.byRater[0].spans == std::vector<agreement::Span>{{14, 35, 0}});
    CHECK(source.byRater[1].spans == std::vector<agreement::Span>{{16, 24, 0}});
    CHECK(made.data.codes() == std::vector<std::string>{"closeness"});
}

TEST_CASE("who did not complete a transcript is missing there, who found nothing is not") {
    TranscriptStudy study;
    take(code(*study.session, study.target("R1", "groep#2"), study.code("closeness")));
    study.completeTurns("R1", 1);
    study.completeTurns("R2", 2);
    const auto made = take(unitizedTranscripts(*study.session, {}));
    REQUIRE(made.data.sources().size() == 1);
    REQUIRE(made.data.raters() == std::vector<std::string>{"R2"});
    CHECK(made.data.sources()[0].byRater[0].spans.empty());
    CHECK(made.notes ==
          std::vector<std::string>{"groep: R1 completed 1 of 2 turns for constructs and does not enter"});
    study.session->setViewer({study.rater("R2")});
    CHECK(unitizedTranscripts(*study.session, {}).error().code == base::Errc::Refused);
    study.session->setViewer({});
    UnitizingRequest request;
    request.variables = {"level"};
    CHECK(unitizedTranscripts(*study.session, request).error().code == base::Errc::InvalidArgument);
}

TEST_CASE("occurrences in a turn are placed in the transcript") {
    TranscriptStudy study;
    ConcordanceRequest request;
    request.query = "ging";
    request.width = 1;
    auto found = take(concordance(*study.session, request));
    CHECK(found.total == 2);
    REQUIRE(found.lines.size() == 2);
    CHECK(found.lines[1].unitName == "groep#2");
    CHECK(found.lines[1].speaker == "Els");
    CHECK(found.lines[1].left == "spel ");
    CHECK(found.lines[1].right == " goed");
    CHECK(found.lines[1].range == text::textRange(25, 29));
    request.sort = {"right1"};
    request.limit = 1;
    found = take(concordance(*study.session, request));
    CHECK(found.total == 2);
    REQUIRE(found.lines.size() == 1);
    CHECK(found.lines[0].right == " goed");
    request.limit = 0;
    CHECK(take(concordance(*study.session, request)).lines.empty());
}

TEST_CASE("a round is compared with another, not with itself") {
    TranscriptStudy study;
    study.completeTurns("R1", 1);
    ComparisonRequest request;
    request.first = "default";
    request.second = "default";
    CHECK(compareRounds(*study.session, request).error().code == base::Errc::InvalidArgument);
    request.second = "later";
    CHECK(compareRounds(*study.session, request).error().code == base::Errc::NotFound);
}

namespace {

model::Codebook without(const model::Codebook& book, const std::string& code) {
    model::Codebook changed = book;
    for (model::Variable& variable : changed.variables)
        std::erase_if(variable.codes, [&](const model::Code& each) { return each.name == code; });
    return changed;
}

} // namespace

TEST_CASE("a code enters where it was in the codebook when the transcript was completed") {
    TranscriptStudy study;
    auto& session = *study.session;
    take(code(session, study.target("R1", "groep#2"), study.code("closeness")));
    study.completeTurns("R1", 2);
    study.completeTurns("R2", 2);
    const model::Codebook first = *take(session.codebook());
    take(putCodebook(session, without(first, "closeness")));
    take(freezeCodebook(session));
    take(putCodebook(session, first));
    // There again after a version without it, which nobody worked under.
    REQUIRE(take(session.codebook())->code("closeness").code->sinceVersion == first.version + 2);
    const auto made = take(unitizedTranscripts(session, {}));
    CHECK(made.data.codes() == std::vector<std::string>{"closeness"});
    CHECK(made.notes.empty());
}

TEST_CASE("a code that one of the raters could not give is left out, and a note says so") {
    TranscriptStudy study;
    auto& session = *study.session;
    take(code(session, study.target("R1", "groep#2"), study.code("closeness")));
    take(code(session, study.target("R1", "groep#1"), study.code("conflict")));
    study.completeTurns("R1", 2);
    const model::Codebook first = *take(session.codebook());
    take(putCodebook(session, without(first, "closeness")));
    study.completeTurns("R2", 2);
    take(putCodebook(session, first));
    const auto made = take(unitizedTranscripts(session, {}));
    CHECK(made.data.codes() == std::vector<std::string>{"conflict"});
    REQUIRE(made.notes.size() == 1);
    CHECK(made.notes[0].find("closeness was not in the codebook") == 0);
}
