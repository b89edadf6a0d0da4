// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/codings.h"
#include "store/journal.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace {

std::size_t liveCodings(const SampleStudy& study, std::int64_t at = 0) {
    CodingFilter filter;
    filter.at = at;
    return need(Codings(*study.file).codings(filter)).size();
}

} // namespace

TEST_CASE("a coding is there once it is appended, and gone once it is withdrawn, but not from the past") {
    SampleStudy study;
    JournalEntry made = study.code("closeness");
    made.range = text::textRange(3, 9);
    const JournalEntry coded = need(study.append(made));
    CHECK(coded.position == 2);
    CHECK(coded.deviceSequence == 2);
    CHECK_FALSE(coded.guid.isNull());

    const auto codings = need(Codings(*study.file).codings({}));
    REQUIRE(codings.size() == 1);
    CHECK(codings[0].id.value == coded.position);
    CHECK(codings[0].guid == coded.guid);
    CHECK(codings[0].rater == study.ada);
    CHECK(codings[0].round == study.pilot);
    CHECK(codings[0].code == made.code);
    CHECK(codings[0].variable == made.variable);
    CHECK(codings[0].range == text::textRange(3, 9));
    CHECK(codings[0].version == 1);
    CHECK(codings[0].time == study.clock.now());

    JournalEntry withdraw;
    withdraw.act = Act::Withdraw;
    withdraw.time = study.clock.now();
    withdraw.device = study.device;
    withdraw.rater = study.ada;
    withdraw.target = coded.guid;
    const JournalEntry withdrawn = need(study.append(withdraw));
    CHECK(withdrawn.unit == made.unit);
    CHECK(withdrawn.code == made.code);
    CHECK(withdrawn.round == study.pilot);
    CHECK(liveCodings(study) == 0);
    CHECK(liveCodings(study, coded.position - 1) == 0);
    CHECK(liveCodings(study, coded.position) == 1);
    CHECK(liveCodings(study, withdrawn.position) == 0);
    CHECK(refusal(study.append(withdraw)) == base::Errc::Refused);

    // The same coding may be made anew: it is another one.
    const JournalEntry again = need(study.append(made));
    CHECK(liveCodings(study) == 1);
    CHECK(again.guid != coded.guid);
    CHECK(study.problems().empty());
}

TEST_CASE("what state forbids is refused, writes nothing, and the transaction goes on") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    need(study.append(study.code("low")));
    JournalEntry count = study.entry(Act::Code);
    count.variable = study.codebook.variable("mentions")->id;
    count.number = 3;
    need(study.append(count));

    struct Case {
        const char* what;
        JournalEntry entry;
    };
    std::vector<Case> cases;
    const auto add = [&](const char* what, JournalEntry entry, auto change) {
        change(entry);
        cases.push_back({what, std::move(entry)});
    };
    const auto asItIs = [](JournalEntry&) {};
    add("the same coding twice", study.code("closeness"), asItIs);
    add("a second level", study.code("high"), asItIs);
    add("a second level on a segment", study.code("high"),
        [](JournalEntry& entry) { entry.range = text::textRange(0, 3); });
    add("a second count", count, [](JournalEntry& entry) { entry.number = 4; });
    add("a negative count", count, [&](JournalEntry& entry) {
        entry.number = -1;
        entry.unit = study.unit("P2/Q1");
    });
    add("a count with a code", count, [&](JournalEntry& entry) {
        entry.code = study.codebook.code("low").code->id;
        entry.unit = study.unit("P2/Q1");
    });
    add("a heading", study.code("bond"), asItIs);
    add("a code of another variable", study.code("conflict"),
        [&](JournalEntry& entry) { entry.variable = study.codebook.variable("level")->id; });
    add("no code", study.code("conflict"), [](JournalEntry& entry) { entry.code = {}; });
    add("no variable", study.code("conflict"), [](JournalEntry& entry) { entry.variable = {}; });
    add("no unit", study.code("conflict"), [](JournalEntry& entry) { entry.unit = {}; });
    add("no rater", study.code("conflict"), [](JournalEntry& entry) { entry.rater = {}; });
    add("no round", study.code("conflict"), [](JournalEntry& entry) { entry.round = {}; });
    add("an unknown unit", study.code("conflict"),
        [](JournalEntry& entry) { entry.unit = model::UnitId(99); });
    add("an unknown rater", study.code("conflict"),
        [](JournalEntry& entry) { entry.rater = model::RaterId(99); });
    add("an unknown round", study.code("conflict"),
        [](JournalEntry& entry) { entry.round = model::RoundId(99); });
    add("an unknown version", study.code("conflict"), [](JournalEntry& entry) { entry.version = 2; });
    add("no version", study.code("conflict"), [](JournalEntry& entry) { entry.version = 0; });
    add("an empty segment", study.code("conflict"),
        [](JournalEntry& entry) { entry.range = text::textRange(4, 4); });
    add("a segment backwards", study.code("conflict"),
        [](JournalEntry& entry) { entry.range = text::textRange(5, 4); });
    add("a segment before the text", study.code("conflict"),
        [](JournalEntry& entry) { entry.range = text::textRange(-1, 4); });
    add("a segment behind the text", study.code("conflict"),
        [](JournalEntry& entry) { entry.range = text::textRange(4, 21); });
    add("withdrawing nothing", study.entry(Act::Withdraw), asItIs);
    add("withdrawing what never was", study.entry(Act::Withdraw),
        [](JournalEntry& entry) { entry.target = base::Guid::fromText("never"); });
    add("withdrawing an import", study.entry(Act::Withdraw),
        [&](JournalEntry& entry) { entry.target = need(Journal(*study.file).history({}))[0].guid; });
    add("withdrawing another's", study.entry(Act::Withdraw), [&](JournalEntry& entry) {
        entry.rater = study.ben;
        entry.target = need(Journal(*study.file).history({}))[1].guid;
    });
    add("reopening what is not completed", study.entry(Act::Reopen), asItIs);
    add("completing nothing", study.entry(Act::Complete), asItIs);
    add("completing an unknown variable", study.entry(Act::Complete),
        [](JournalEntry& entry) { entry.detail = R"({"variables": [99]})"; });
    add("completing twice at once", study.entry(Act::Complete),
        [](JournalEntry& entry) { entry.detail = R"({"variables": [1, 1]})"; });
    add("unflagging what is not flagged", study.entry(Act::Unflag), asItIs);
    add("opening no round", study.entry(Act::OpenRound), [](JournalEntry& entry) { entry.round = {}; });
    add("a row that is there", study.code("conflict"),
        [&](JournalEntry& entry) { entry.guid = need(Journal(*study.file).history({}))[0].guid; });

    auto transaction = need(Transaction::begin(*study.file));
    Journal journal(*study.file);
    const auto before = need(study.file->position());
    for (const Case& each : cases) {
        INFO(each.what);
        const auto appended = journal.append(each.entry, study.random);
        REQUIRE_FALSE(appended);
        CHECK(appended.error().code == base::Errc::Refused);
        CHECK_FALSE(appended.error().message.empty());
    }
    CHECK(need(study.file->position()) == before);
    need(journal.append(study.code("conflict"), study.random));
    need(transaction.commit());
    CHECK(need(study.file->position()) == before + 1);
    CHECK(study.problems().empty());
}

TEST_CASE("wrong calls are errors, not rows") {
    SampleStudy study;
    Journal journal(*study.file);
    CHECK(refusal(journal.append(study.code("closeness"), study.random)) ==
          base::Errc::Refused); // no transaction
    JournalEntry entry = study.code("closeness");
    entry.device = {};
    CHECK(refusal(study.append(entry)) == base::Errc::InvalidArgument);
    entry = study.entry(Act::Settings);
    entry.detail = "{no json";
    CHECK(refusal(study.append(entry)) == base::Errc::InvalidArgument);
    CHECK(need(study.file->position()) == 1);
}

TEST_CASE("a second level is possible after the first was withdrawn, and for others") {
    SampleStudy study;
    const JournalEntry low = need(study.append(study.code("low")));
    JournalEntry bens = study.code("high");
    bens.rater = study.ben;
    need(study.append(bens));
    JournalEntry elsewhere = study.code("high");
    elsewhere.unit = study.unit("P2/Q1");
    need(study.append(elsewhere));
    JournalEntry withdraw = study.entry(Act::Withdraw);
    withdraw.target = low.guid;
    need(study.append(withdraw));
    need(study.append(study.code("high")));
    CHECK(liveCodings(study) == 3);
}

TEST_CASE("segments of one code may lie side by side and overlap") {
    SampleStudy study;
    for (const auto& range : {text::textRange(0, 4), text::textRange(2, 6), text::textRange(0, 20)}) {
        JournalEntry entry = study.code("closeness");
        entry.range = range;
        need(study.append(entry));
        CHECK(refusal(study.append(entry)) == base::Errc::Refused);
    }
    need(study.append(study.code("closeness"))); // the unit as a whole is yet another one
    CHECK(liveCodings(study) == 4);
}

TEST_CASE("a segment is counted in code points of its text, not in bytes") {
    SampleStudy study;
    JournalEntry entry = study.code("closeness");
    entry.unit = study.unit("talk#2");
    entry.range = text::textRange(24, 25); // the text has 25 code points and 30 bytes
    need(study.append(entry));
    entry.range = text::textRange(25, 26);
    CHECK(refusal(study.append(entry)) == base::Errc::Refused);
}

TEST_CASE("completing, reopening and completing again") {
    SampleStudy study;
    const auto variables = study.codebook.variables;
    JournalEntry complete = study.entry(Act::Complete);
    complete.detail = "{\"variables\":[" + std::to_string(variables[0].id.value) + "," +
                      std::to_string(variables[1].id.value) + "]}";
    const JournalEntry first = need(study.append(complete));
    auto ratings = need(Codings(*study.file).ratings({}));
    REQUIRE(ratings.size() == 2);
    CHECK(ratings[0].position == first.position);
    CHECK(ratings[0].variable == variables[0].id);
    CHECK(ratings[1].variable == variables[1].id);
    CHECK(ratings[0].rater == study.ada);
    CHECK(ratings[0].version == 1);
    CHECK(refusal(study.append(complete)) == base::Errc::Refused);

    // One that is not done yet can follow, named by its variable alone.
    JournalEntry more = study.entry(Act::Complete);
    more.variable = variables[3].id;
    need(study.append(more));
    CHECK(refusal(study.append(more)) == base::Errc::Refused);
    CHECK(need(Codings(*study.file).completedCount()) == 1);

    const JournalEntry reopened = need(study.append(study.entry(Act::Reopen)));
    CHECK(need(Codings(*study.file).ratings({})).empty());
    CHECK(need(Codings(*study.file).completedCount()) == 0);
    CHECK(refusal(study.append(study.entry(Act::Reopen))) == base::Errc::Refused);
    need(study.append(complete));
    CHECK(need(Codings(*study.file).ratings({})).size() == 2);
    CodingFilter past;
    past.at = reopened.position - 1;
    CHECK(need(Codings(*study.file).ratings(past)).size() == 3);
    past.at = reopened.position;
    CHECK(need(Codings(*study.file).ratings(past)).empty());
    past.at = first.position;
    CHECK(need(Codings(*study.file).ratings(past)).size() == 2);
    CHECK(study.problems().empty());
}

TEST_CASE("flags come and go, and a round opens once") {
    SampleStudy study;
    need(study.append(study.entry(Act::Flag)));
    CHECK(refusal(study.append(study.entry(Act::Flag))) == base::Errc::Refused);
    CHECK(need(Codings(*study.file).flagged(study.ada, study.pilot)) ==
          std::vector<model::UnitId>{study.unit("P1/Q1")});
    CHECK(need(Codings(*study.file).flagged(study.ben, study.pilot)).empty());
    CHECK(need(Codings(*study.file).isFlagged(study.unit("P1/Q1"), study.ada, study.pilot)));
    CHECK_FALSE(need(Codings(*study.file).isFlagged(study.unit("P1/Q1"), study.ben, study.pilot)));
    CHECK(need(Codings(*study.file).flagged({}, {})).size() == 1);
    need(study.append(study.entry(Act::Unflag)));
    CHECK(need(Codings(*study.file).flagged({}, {})).empty());

    JournalEntry open;
    open.act = Act::OpenRound;
    open.time = study.clock.now();
    open.device = study.device;
    open.round = study.pilot;
    const JournalEntry opened = need(study.append(open));
    CHECK(need(Rounds(*study.file).roundByName("pilot"))->openedAt == opened.position);
    CHECK(refusal(study.append(open)) == base::Errc::Refused);
    CHECK(study.problems().empty());
}

TEST_CASE("history can be narrowed and is found by guid") {
    SampleStudy study;
    const JournalEntry first = need(study.append(study.code("closeness")));
    JournalEntry bens = study.code("conflict");
    bens.rater = study.ben;
    bens.unit = study.unit("P2/Q1");
    bens.range = text::textRange(1, 2);
    const JournalEntry second = need(study.append(bens));
    JournalEntry withdraw = study.entry(Act::Withdraw);
    withdraw.target = first.guid;
    withdraw.unit = {};
    need(study.append(withdraw));

    const Journal journal(*study.file);
    const auto positions = [&](const HistoryFilter& filter) {
        std::vector<std::int64_t> found;
        for (const JournalEntry& entry : need(journal.history(filter)))
            found.push_back(entry.position);
        return found;
    };
    using Positions = std::vector<std::int64_t>;
    CHECK(positions({}) == Positions{1, 2, 3, 4});
    HistoryFilter filter;
    filter.unit = study.unit("P1/Q1");
    CHECK(positions(filter) == Positions{2, 4});
    filter.rater = study.ben;
    CHECK(positions(filter).empty());
    filter.unit = study.unit("P2/Q1");
    CHECK(positions(filter) == Positions{3});
    filter.code = bens.code;
    CHECK(positions(filter) == Positions{3});
    filter.unit = {};
    CHECK(positions(filter) == Positions{3});
    filter.rater = {};
    CHECK(positions(filter) == Positions{3});
    filter = {};
    filter.rater = study.ada;
    CHECK(positions(filter) == Positions{2, 4});
    filter = {};
    filter.after = 2;
    CHECK(positions(filter) == Positions{3, 4});
    filter.limit = 1;
    CHECK(positions(filter) == Positions{3});

    const auto found = need(journal.byGuid(second.guid));
    REQUIRE(found.has_value());
    CHECK(found->act == Act::Code);
    CHECK(found->device == study.device);
    CHECK(found->rater == study.ben);
    CHECK(found->range == text::textRange(1, 2));
    CHECK(found->time == study.clock.now());
    CHECK(found->deviceSequence == 3);
    CHECK_FALSE(need(journal.byGuid(base::Guid::fromText("never"))));
}

TEST_CASE("each device counts its own rows from 1") {
    SampleStudy study;
    JournalEntry entry = study.code("closeness");
    entry.device = base::Guid::fromText("another");
    CHECK(need(study.append(entry)).deviceSequence == 1);
    CHECK(need(study.append(study.code("conflict"))).deviceSequence == 2);
    entry = study.code("low");
    entry.device = base::Guid::fromText("another");
    CHECK(need(study.append(entry)).deviceSequence == 2);
    CHECK(study.problems().empty());
}

TEST_CASE("the journal refuses to be changed, whoever asks") {
    SampleStudy study;
    need(study.append(study.code("closeness")));
    RawSql raw(study.path);
    CHECK_THROWS_WITH(raw.run("UPDATE journal SET number = 1"), Catch::Matchers::Contains("only added to"));
    CHECK_THROWS_WITH(raw.run("DELETE FROM journal"), Catch::Matchers::Contains("only added to"));
    CHECK(raw.integer("SELECT count(*) FROM journal") == 2);
}

TEST_CASE("names of acts read back, and no two are the same") {
    for (int number = 0; number <= static_cast<int>(Act::Settings); ++number)
        CHECK(act(name(static_cast<Act>(number))) == static_cast<Act>(number));
    CHECK_FALSE(act("conclude"));
    CHECK_FALSE(act(""));
}

TEST_CASE("ten thousand codings in one transaction and one transcript are all there") {
    SampleStudy study;
    model::Source source;
    source.name = "long";
    source.kind = model::SourceKind::Transcript;
    source.text = std::string(10'001, 'a');
    auto transaction = need(Transaction::begin(*study.file));
    Journal journal(*study.file);
    model::Unit unit;
    unit.source = need(Sources(*study.file).addSource(source));
    unit.kind = model::UnitKind::Transcript;
    unit.name = "long";
    unit.range = text::textRange(0, 10'001);
    JournalEntry entry = study.code("closeness");
    entry.unit = need(Sources(*study.file).addUnit(unit));
    for (int number = 0; number < 10'000; ++number) {
        entry.range = text::textRange(number, number + 2);
        entry.rater = number % 2 == 0 ? study.ada : study.ben;
        if (!journal.append(entry, study.random))
            FAIL("row " << number);
    }
    need(transaction.commit());
    study.reopen();
    CHECK(need(Codings(*study.file).codingCount()) == 10'000);
    CodingFilter filter;
    filter.rater = study.ben;
    CHECK(need(Codings(*study.file).codings(filter)).size() == 5'000);
    filter = {};
    filter.unit = entry.unit;
    filter.at = 5'000;
    CHECK(need(Codings(*study.file).codings(filter)).size() == 4'999);
    CHECK(study.problems().empty());
}

TEST_CASE("whether texts went after a position") {
    SampleStudy study;
    const Journal journal(*study.file);
    CHECK_FALSE(need(journal.textsWentAfter(0)));
    need(study.append(study.code("closeness")));
    CHECK_FALSE(need(journal.textsWentAfter(0)));
    JournalEntry redact = study.entry(Act::Redact);
    redact.range = text::textRange(0, 2);
    const std::int64_t position = need(study.append(redact)).position;
    need(study.append(study.code("conflict")));
    CHECK(need(journal.textsWentAfter(0)));
    CHECK(need(journal.textsWentAfter(position - 1)));
    CHECK_FALSE(need(journal.textsWentAfter(position)));
}
