// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/consensus.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace {

JournalEntry settle(const SampleStudy& study, const std::string& code, std::int64_t number) {
    JournalEntry entry = study.code(code);
    entry.act = Act::Adjudicate;
    entry.number = number;
    return entry;
}

JournalEntry unsettle(const SampleStudy& study, const JournalEntry& settled) {
    JournalEntry entry = study.entry(Act::Unsettle);
    entry.target = settled.guid;
    return entry;
}

std::vector<Settled> standing(const SampleStudy& study) {
    return need(Consensus(*study.file).settled({}));
}

} // namespace

TEST_CASE("what was settled stands until it is taken back, and both stay on record") {
    SampleStudy study;
    const JournalEntry first = need(study.append(settle(study, "closeness", 1)));
    REQUIRE(standing(study).size() == 1);
    CHECK(standing(study).front().number == 1);
    CHECK(standing(study).front().by == study.ada);
    need(study.append(unsettle(study, first)));
    CHECK(standing(study).empty());
    need(study.append(settle(study, "closeness", 0)));
    CHECK(standing(study).front().number == 0);
    SettledFilter all;
    all.withUnsettled = true;
    CHECK(need(Consensus(*study.file).settled(all)).size() == 2);
    CHECK(study.problems().empty());
    need(study.file->rebuildState({}));
    CHECK(need(Consensus(*study.file).settled(all)).size() == 2);
    CHECK(standing(study).front().number == 0);
}

TEST_CASE("a code is settled by itself, a level for its variable") {
    SampleStudy study;
    need(study.append(settle(study, "closeness", 1)));
    need(study.append(settle(study, "conflict", 0)));
    need(study.append(settle(study, "low", 1)));
    CHECK(standing(study).size() == 3);
    CHECK(refusal(study.append(settle(study, "closeness", 0))) == base::Errc::Refused);
    CHECK(refusal(study.append(settle(study, "high", 1))) == base::Errc::Refused);
    JournalEntry elsewhere = settle(study, "high", 1);
    elsewhere.unit = study.unit("P2/Q1");
    need(study.append(elsewhere));
}

TEST_CASE("what cannot be settled is refused") {
    SampleStudy study;
    CHECK(refusal(study.append(settle(study, "closeness", 2))) == base::Errc::Refused);
    CHECK(refusal(study.append(settle(study, "bond", 1))) == base::Errc::Refused);
    JournalEntry nobody = settle(study, "closeness", 1);
    nobody.rater = {};
    CHECK(refusal(study.append(nobody)) == base::Errc::Refused);
    JournalEntry never = study.entry(Act::Unsettle);
    never.target = base::Guid::fromText("nothing");
    CHECK(refusal(study.append(never)) == base::Errc::Refused);
    const JournalEntry made = need(study.append(settle(study, "closeness", 1)));
    need(study.append(unsettle(study, made)));
    CHECK(refusal(study.append(unsettle(study, made))) == base::Errc::Refused);
    CHECK(standing(study).empty());
}

TEST_CASE("settling leaves what raters did alone, and check sees what was changed by hand") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    const auto before = need(Codings(*study.file).codings({}));
    need(study.append(settle(study, "closeness", 0)));
    CHECK(need(Codings(*study.file).codings({})).size() == before.size());
    study.file.reset();
    RawSql(study.path).run("UPDATE consensus SET number = 1");
    study.reopen();
    const auto problems = study.problems();
    CHECK(std::any_of(problems.begin(), problems.end(), [](const std::string& problem) {
        return problem.find("settlement") != std::string::npos;
    }));
    need(study.file->rebuildState({}));
    CHECK(study.problems().empty());
    CHECK(standing(study).front().number == 0);
}

TEST_CASE("notes come back as they were written") {
    SampleStudy study;
    const Consensus consensus(*study.file);
    Note note;
    note.guid = base::Guid::fromText("note");
    note.kind = NoteKind::Reason;
    note.author = study.ben;
    note.round = study.pilot;
    note.unit = study.unit("P1/Q1");
    note.text = "caf\xC3\xA9, not \"closeness\"";
    need(Consensus(*study.file).putNote(note));
    const auto read = need(consensus.note(note.guid));
    REQUIRE(read.has_value());
    CHECK(read->text == note.text);
    CHECK(read->kind == NoteKind::Reason);
    CHECK(read->author == study.ben);
    CHECK(read->version == 0);
    need(Consensus(*study.file).linkNote(note.guid, 2));
    CHECK(need(consensus.note(note.guid))->version == 2);
    CHECK(Consensus(*study.file).linkNote(study.device, 2).error().code == base::Errc::NotFound);
    CHECK(need(consensus.notes(study.pilot, note.unit)).size() == 1);
    CHECK(need(consensus.notes(study.pilot, study.unit("P2/Q1"))).empty());
    Note without = note;
    without.guid = {};
    CHECK_FALSE(Consensus(*study.file).putNote(without));
    CHECK_FALSE(Consensus(*study.file).putNote(note)); // twice
}

TEST_CASE("steps are remembered per viewer and device, in their order") {
    SampleStudy study;
    const Journal journal(*study.file);
    for (const char* name : {"closeness", "conflict", "low"}) {
        auto transaction = need(Transaction::begin(*study.file));
        const JournalEntry made = need(Journal(*study.file).append(study.code(name), study.random));
        const model::RaterId viewer = std::string(name) == "low" ? model::RaterId() : study.ada;
        need(Journal(*study.file)
                 .putStep({made.position, made.position, StepKind::Act}, viewer, study.device));
        need(transaction.commit());
    }
    const auto steps = need(journal.steps(study.ada, study.device, 10));
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].first < steps[1].first);
    CHECK(need(journal.steps(study.ada, study.device, 1)).front().first == steps[1].first);
    CHECK(need(journal.steps({}, study.device, 10)).size() == 1);
    CHECK(need(journal.steps(study.ben, study.device, 10)).empty());
    CHECK(need(journal.steps(study.ada, base::Guid::fromText("other"), 10)).empty());
    CHECK(need(journal.between(steps[0].first, steps[1].last)).size() == 2);
    CHECK(study.problems().empty());
}
