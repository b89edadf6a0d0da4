// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/rounds.h"
#include "store/sample_study.h"

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

TEST_CASE("raters and rounds read back, and no two have one name") {
    SampleStudy study;
    Rounds rounds(*study.file);
    need(rounds.addRater({{}, {}, "gold", model::RaterKind::Gold}));
    need(rounds.addRater({{}, base::Guid::fromText("m"), "model", model::RaterKind::Machine}));
    const auto raters = need(rounds.raters());
    REQUIRE(raters.size() == 4);
    CHECK(raters[2].kind == model::RaterKind::Gold);
    CHECK(raters[3].guid == base::Guid::fromText("m"));
    CHECK(need(rounds.raterByName("Ben"))->id == study.ben);
    CHECK_FALSE(need(rounds.raterByName("ben")));
    CHECK(refusal(rounds.addRater({{}, {}, "Ada", model::RaterKind::Human})) == base::Errc::Refused);

    model::Round round;
    round.name = "reliability 1";
    round.kind = model::RoundKind::Reliability;
    round.isBlind = false;
    round.variables = {"constructs", "level"};
    round.plan = R"({"seed": 7})";
    round.openedAt = 1; // the journal says so or it is not so
    const auto id = need(rounds.addRound(round));
    const auto read = need(rounds.roundByName("reliability 1"));
    REQUIRE(read.has_value());
    CHECK(read->id == id);
    CHECK(read->kind == model::RoundKind::Reliability);
    CHECK_FALSE(read->isBlind);
    CHECK(read->variables == round.variables);
    CHECK(read->plan == round.plan);
    CHECK(read->openedAt == 0);
    CHECK(refusal(rounds.addRound(round)) == base::Errc::Refused);
    CHECK(need(rounds.rounds()).size() == 2);
}

TEST_CASE("the round default is made once") {
    SampleStudy study;
    Rounds rounds(*study.file);
    const auto first = need(rounds.defaultRound());
    CHECK(first.name == "default");
    CHECK(first.kind == model::RoundKind::Default);
    CHECK(need(rounds.defaultRound()).id == first.id);
    CHECK(need(rounds.defaultRound()).guid == first.guid);
    CHECK(need(rounds.rounds()).size() == 2);
}

TEST_CASE("assignments come in the rater's own order, all or none") {
    SampleStudy study;
    Rounds rounds(*study.file);
    const auto unit = [](std::int64_t number) { return model::UnitId(number); };
    need(rounds.addAssignments({{study.pilot, study.ada, unit(1), 2, 1},
                                {study.pilot, study.ada, unit(2), 1, 2},
                                {study.pilot, study.ben, unit(1), 1, 1},
                                {study.pilot, study.ben, unit(2), 2, 2}}));
    const auto adas = need(rounds.assignments(study.pilot, study.ada));
    REQUIRE(adas.size() == 2);
    CHECK(adas[0].unit == unit(2));
    CHECK(adas[0].neutralNumber == 2);
    CHECK(adas[1].unit == unit(1));
    std::vector<std::pair<model::RaterId, std::int64_t>> order;
    for (const model::Assignment& each : need(rounds.assignments(study.pilot)))
        order.emplace_back(each.rater, each.ordinal);
    CHECK(order == std::vector<std::pair<model::RaterId, std::int64_t>>{
                       {study.ada, 1}, {study.ada, 2}, {study.ben, 1}, {study.ben, 2}});
    CHECK(need(rounds.neutralNumber(study.pilot, unit(2))) == 2);
    CHECK_FALSE(need(rounds.neutralNumber(study.pilot, unit(3))));
    CHECK(need(rounds.roundsOf(unit(1), study.ben)) == std::vector<model::RoundId>{study.pilot});
    CHECK(need(rounds.roundsOf(unit(3), study.ben)).empty());
    CHECK(need(rounds.unitByNeutralNumber(study.pilot, 2)) == unit(2));
    CHECK_FALSE(need(rounds.unitByNeutralNumber(study.pilot, 3)));

    struct Case {
        const char* what;
        model::Assignment wrong;
    };
    for (const Case& each : {Case{"the unit again", {study.pilot, study.ada, unit(1), 9, 1}},
                             Case{"a place that is taken", {study.pilot, study.ada, unit(3), 1, 3}},
                             Case{"a second number for a unit", {study.pilot, study.ada, unit(3), 4, 4}},
                             Case{"a number of another unit", {study.pilot, study.ada, unit(4), 4, 2}},
                             Case{"no place", {study.pilot, study.ada, unit(4), 0, 4}},
                             Case{"an unknown unit", {study.pilot, study.ada, unit(99), 4, 4}},
                             Case{"an unknown rater", {study.pilot, model::RaterId(99), unit(4), 4, 4}}}) {
        INFO(each.what);
        CHECK(refusal(rounds.addAssignments({{study.pilot, study.ben, unit(3), 3, 3}, each.wrong})) ==
              base::Errc::Refused);
        CHECK(need(rounds.assignments(study.pilot)).size() == 4);
    }
}

TEST_CASE("progress counts the units that were declared done, whatever the codebook asks for since") {
    SampleStudy study;
    Rounds rounds(*study.file);
    model::Round two;
    two.name = "two variables";
    two.kind = model::RoundKind::Main;
    two.variables = {"constructs", "level"};
    const auto main = need(rounds.addRound(two));
    std::vector<model::Assignment> assignments;
    for (std::int64_t unit = 1; unit <= 6; ++unit) {
        assignments.push_back({study.pilot, study.ada, model::UnitId(unit), unit, unit});
        assignments.push_back({main, study.ada, model::UnitId(unit), unit, unit});
        if (unit <= 2)
            assignments.push_back({main, study.ben, model::UnitId(unit), unit, unit});
    }
    need(rounds.addAssignments(assignments));
    const auto complete = [&](model::RoundId round, model::RaterId rater, std::int64_t unit,
                              const std::vector<const char*>& names) {
        JournalEntry entry = study.entry(Act::Complete);
        entry.round = round;
        entry.rater = rater;
        entry.unit = model::UnitId(unit);
        for (const char* name : names) {
            entry.detail += (entry.detail.empty() ? R"({"variables":[)" : ",") +
                            std::to_string(study.codebook.variable(name)->id.value);
        }
        entry.detail += "]}";
        need(study.append(entry));
    };
    complete(study.pilot, study.ada, 1, {"constructs", "level", "warmth", "mentions"});
    complete(study.pilot, study.ada, 2, {"constructs", "level"}); // two came into the codebook since
    complete(main, study.ada, 2, {"constructs", "level"});
    complete(main, study.ada, 3, {"constructs"});
    complete(main, study.ada, 3, {"level"});                         // judged later: one unit all the same
    complete(main, study.ada, 6, {"constructs", "level", "warmth"}); // a turn, and more than asked for
    complete(main, study.ben, 2, {"constructs", "level"});
    JournalEntry reopen = study.entry(Act::Reopen);
    reopen.round = main;
    reopen.rater = study.ben;
    reopen.unit = model::UnitId(2);
    need(study.append(reopen));

    const auto progress = need(rounds.progress());
    REQUIRE(progress.size() == 3);
    const auto is = [&](const RoundProgress& row, model::RoundId round, model::RaterId rater,
                        std::int64_t assigned, std::int64_t completed) {
        return row.round == round && row.rater == rater && row.assigned == assigned &&
               row.completed == completed &&
               completed ==
                   static_cast<std::int64_t>(need(Codings(*study.file).unitsCompleted(rater, round)).size());
    };
    CHECK(is(progress[0], study.pilot, study.ada, 6, 2));
    CHECK(is(progress[1], main, study.ada, 6, 3));
    CHECK(is(progress[2], main, study.ben, 2, 0));
}

TEST_CASE("very many assignments at once leave the indexes as they were, and are refused as few are") {
    SampleStudy study;
    Rounds rounds(*study.file);
    Database& database = study.file->database();
    const std::int64_t first = need(database.integer("SELECT max(id) + 1 FROM unit"));
    constexpr std::int64_t units = 26'000;
    need(database.run("WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?1)"
                      " INSERT INTO unit (guid, name, source_id, kind, range_begin, range_end, ordinal,"
                      " added_at) SELECT randomblob(16), 'many/' || i, 1, 'turn', 0, 1, 1000 + i, 1 FROM n",
                      units));
    const auto schema = [&database] {
        return need(database.text("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema"
                                  " WHERE tbl_name = 'assignment' ORDER BY name)"));
    };
    const auto all = [&](model::RoundId round) {
        std::vector<model::Assignment> assignments;
        for (const model::RaterId rater : {study.ada, study.ben}) {
            for (std::int64_t place = units; place >= 1; --place)
                assignments.push_back({round, rater, model::UnitId(first + place - 1), place, place});
        }
        return assignments;
    };
    const std::string before = schema();
    REQUIRE(before.find("assignment_order") != std::string::npos);
    need(rounds.addAssignments(all(study.pilot)));
    CHECK(schema() == before);
    CHECK(need(database.integer("SELECT count(*) FROM assignment")) == 2 * units);
    CHECK(need(rounds.neutralNumber(study.pilot, model::UnitId(first + 41))) == 42);
    CHECK(need(rounds.unitByNeutralNumber(study.pilot, 42)) == model::UnitId(first + 41));
    CHECK(need(rounds.assignments(study.pilot, study.ben)).front().unit == model::UnitId(first));

    model::Round again;
    again.name = "again";
    again.kind = model::RoundKind::Main;
    const auto other = need(rounds.addRound(again));
    for (const bool isSamePlace : {true, false}) {
        INFO(isSamePlace);
        auto wrong = all(other);
        wrong.push_back(wrong.front());
        if (isSamePlace)
            wrong.back().unit = model::UnitId(1);
        const auto refused = rounds.addAssignments(wrong);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == base::Errc::Refused);
        CHECK(refused.error().message.find("already") != std::string::npos);
        CHECK(schema() == before);
        CHECK(need(database.integer("SELECT count(*) FROM assignment")) == 2 * units);
    }
    CHECK(need(study.file->check({})).problems.empty());
}
