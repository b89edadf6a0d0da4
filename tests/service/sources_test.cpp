// SPDX-License-Identifier: GPL-3.0-or-later
// The list of sources, its counts, and the researchers' memos on texts.
#include "service/inspecting.h"
#include "service/merging.h"
#include "service/packing.h"
#include "service/reading.h"
#include "service/searching.h"
#include "service/source_rows.h"
#include "service/study_fixture.h"

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

std::size_t rowOf(const SourceRows& list, std::string_view name) {
    std::size_t row = 0;
    while (row < list.rows.size() && list.name(row) != name)
        ++row;
    REQUIRE(row < list.rows.size());
    return row;
}

std::vector<std::string> memosFound(Session& session, const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.place = SearchPlace::Memos;
    std::vector<std::string> units;
    for (const SearchHit& hit : take(search(session, request)).hits)
        units.push_back(hit.unitName);
    return units;
}

} // namespace

TEST_CASE("the list of sources names everything once, and counts what is asked for") {
    StudyFixture study;
    study.import("talk.txt", "Moderator: Wat valt op?\nP1: Zij zoekt nabijheid.\nModerator: Dank.\n",
                 ImportKind::Transcript);
    Session& session = *study.session;
    const SourceRows list = take(sourceRows(session));
    const auto info = take(session.info());
    REQUIRE(std::int64_t(list.rows.size()) == info.sources);
    for (std::size_t row = 0; row < list.rows.size(); ++row) {
        const SourceText text = take(sourceText(session, list.rows[row].id));
        CAPTURE(text.item.name);
        CHECK(list.name(row) == text.item.name);
        CHECK(list.prompts[list.rows[row].prompt] == text.item.prompt);
        CHECK(list.participants[list.rows[row].participant] == text.item.participant);
        CHECK(list.languages[list.rows[row].language] == text.item.language);
        CHECK(list.files[list.rows[row].file] == text.item.file);
        CHECK(list.rows[row].turns == text.item.turns);
        CHECK(list.rows[row].kind == text.item.kind);
        CHECK(take(wordsOf(session, {list.rows[row].id})) == std::vector{text.item.words});
    }
    const std::size_t talk = rowOf(list, "talk");
    CHECK(list.rows[talk].turns == 3);

    // Codings per source: of all to the coordinator, the own ones to a rater; withdrawn ones do not count.
    const auto target = study.target("R1", "P1/Q1");
    take(code(session, target, study.code("closeness")));
    take(code(session, target, study.code("conflict")));
    take(code(session, study.target("R2", "P1/Q1"), study.code("closeness")));
    take(code(session, study.target("R2", "talk#1"), study.code("closeness")));
    take(withdrawCode(session, target, study.code("conflict")));
    const model::SourceId first = list.rows[rowOf(list, "P1/Q1")].id;
    using Counts = std::vector<std::pair<model::SourceId, std::int64_t>>;
    CHECK(take(codingsPerSource(session)) == Counts{{first, 2}, {list.rows[talk].id, 1}});
    session.setViewer({study.rater("R1")});
    CHECK(take(codingsPerSource(session)) == Counts{{first, 1}});
}

TEST_CASE("a reader of sources can be stopped") {
    StudyFixture study;
    std::stop_source stop;
    stop.request_stop();
    base::Task task;
    task.stop = stop.get_token();
    CHECK(sourceRows(*study.session, task).error().code == base::Errc::Cancelled);
    const SourceRows list = take(sourceRows(*study.session));
    CHECK(wordsOf(*study.session, {list.rows[0].id}, task).error().code == base::Errc::Cancelled);
}

TEST_CASE("researchers write memos on texts that no rater sees") {
    StudyFixture study;
    Session& session = *study.session;
    const SourceRows list = take(sourceRows(session));
    const model::SourceId source = list.rows[rowOf(list, "P1/Q1")].id;
    CHECK(take(sourceMemo(session, source)).empty());
    const ChangeSet change = take(setSourceMemo(session, source, "Writes as a Quaxolotl would."));
    CHECK(change.act == "memo");
    CHECK(change.unitName == "P1/Q1");
    CHECK(take(sourceMemo(session, source)) == "Writes as a Quaxolotl would.");
    CHECK(memosFound(session, "quaxolotl") == std::vector<std::string>{"P1/Q1"});
    take(undo(session));
    CHECK(take(sourceMemo(session, source)).empty());
    take(redo(session));
    study.reopen();
    CHECK(take(sourceMemo(*study.session, source)) == "Writes as a Quaxolotl would.");
    CHECK(take(check(*study.session, false)).problems.empty());

    // A rater's own memo on the same unit is another one.
    const auto target = study.target("R1", "P1/Q1");
    take(setMemo(*study.session, target, "My own remark."));
    CHECK(take(sourceMemo(*study.session, source)) == "Writes as a Quaxolotl would.");
    study.session->setViewer({study.rater("R1")});
    CHECK(sourceMemo(*study.session, source).error().code == base::Errc::Refused);
    CHECK(setSourceMemo(*study.session, source, "x").error().code == base::Errc::Refused);
    CHECK(memosFound(*study.session, "quaxolotl").empty());
    CHECK(memosFound(*study.session, "remark") == std::vector<std::string>{"P1/Q1"});
    study.session->setViewer({});

    // Not a word of it is in a pack, sealed or not.
    AssignRequest assigned;
    assigned.round = "rel1";
    assigned.raters = {"R1"};
    take(assign(*study.session, assigned));
    PackRequest packed;
    packed.rater = "R1";
    packed.out = study.scratch.file("r1.rapport");
    take(pack(*study.session, packed));
    const std::string bytes = take(base::readFile(packed.out));
    CHECK(bytes.find("own remark") != std::string::npos);
    CHECK(bytes.find("Quaxolotl") == std::string::npos);

    // A copy of the study takes it in once.
    const std::string copy = study.scratch.file("copy.rapport");
    take(backup(*study.session, copy));
    take(setSourceMemo(*study.session, source, "Writes as a Zyxomma would."));
    auto other = take(Session::open(copy, OpenMode::ReadWrite, study.environment(77)));
    const MergeResult merged = take(merge(*other, {{study.path()}, {}}));
    for (const auto& refusal : merged.files.at(0).refused)
        UNSCOPED_INFO(refusal.reason.text() << " " << refusal.rows);
    CHECK(merged.files.at(0).memos == 1);
    CHECK(take(sourceMemo(*other, source)) == "Writes as a Zyxomma would.");
    take(merge(*other, {{study.path()}, {}}));
    CHECK(take(check(*other, false)).problems.empty());
}
