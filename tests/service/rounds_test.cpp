// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds beyond the first draw: designs, fresh samples, rating again, giving away what was not finished,
// training.
#include "service/history.h"
#include "service/measuring.h"
#include "service/rating.h"
#include "service/study_fixture.h"
#include "service/training.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

std::string manyAnswers(int people) {
    std::string csv = "participant,Q1\n";
    for (int person = 1000; person < 1000 + people; ++person)
        csv += "X" + std::to_string(person) + ",eerste antwoord\n";
    return csv;
}

struct ManyRaters : StudyFixture {
    explicit ManyRaters(int people, int raters = 7) {
        import("many.csv", manyAnswers(people));
        for (int number = 1; number <= raters; ++number) {
            const std::string name = "Coder" + std::to_string(number);
            take(addRater(*session, name, model::RaterKind::Human));
            request.raters.push_back(name);
        }
        request.round = "r";
        request.prompts = {"Q1"};
    }
    void completeAll(const std::string& who, const std::string& round, std::size_t most = 1000) {
        const auto id = take(session->round(round)).id;
        std::size_t done = 0;
        for (const UnitItem& item : take(units(*session, {round, who, UnitState::Todo}))) {
            if (done++ < most)
                take(complete(*session, {rater(who), id, item.id}));
        }
    }
    std::set<std::string> namesOf(const std::string& round, const std::string& who,
                                  UnitState state = UnitState::All) {
        std::set<std::string> names;
        for (const UnitItem& item : take(units(*session, {round, who, state})))
            names.insert(item.name);
        return names;
    }
    AssignRequest request;
};

} // namespace

TEST_CASE("a whole cycle is a balanced incomplete block design: equal loads, every pair as often") {
    // b = 35 blocks of 3 out of 7: r = 15 units each, lambda = 5. SOURCE: Fisher and Yates 1938, lambda (v-1)
    // = r (k-1).
    ManyRaters study(35);
    study.request.perUnit = 3;
    study.request.sample = "35";
    const AssignPreview preview = take(previewAssign(*study.session, study.request));
    for (const auto& [rater, units] : preview.perRater)
        CHECK(units == 15);
    CHECK(preview.shared.size() == 21);
    for (const auto& [pair, units] : preview.shared)
        CHECK(units == 5);
    CHECK(preview.sharedByTwo == 35);
    // What was said before is what was made.
    CHECK(take(assign(*study.session, study.request)).shared == preview.shared);
    for (const auto& [pair, units] : preview.shared) {
        const auto one = study.namesOf("r", pair.first);
        const auto other = study.namesOf("r", pair.second);
        std::int64_t both = 0;
        for (const std::string& name : one)
            both += other.contains(name) ? 1 : 0;
        CHECK(both == units);
    }
}

TEST_CASE("what fills no cycle is dealt out evenly all the same") {
    for (const int raters : {3, 7, 12, 20}) {
        ManyRaters study(53, raters);
        for (int perUnit = 1; perUnit <= std::min(raters, 5); ++perUnit) {
            INFO(raters << " raters, " << perUnit << " per unit");
            study.request.perUnit = perUnit;
            const AssignPreview preview = take(previewAssign(*study.session, study.request));
            std::int64_t least = 1000;
            std::int64_t most = 0;
            std::int64_t all = 0;
            for (const auto& [rater, units] : preview.perRater) {
                least = std::min(least, units);
                most = std::max(most, units);
                all += units;
            }
            CHECK(most - least <= 1);
            CHECK(all == preview.units * perUnit);
            least = 1000;
            most = 0;
            for (const auto& [pair, units] : preview.shared) {
                least = std::min(least, units);
                most = std::max(most, units);
            }
            const std::int64_t pairs =
                std::max<std::int64_t>(1, static_cast<std::int64_t>(preview.shared.size()));
            CHECK(most <= 2 * (all * (perUnit - 1) / 2 / pairs) + 3);
        }
    }
}

TEST_CASE("what was completed stays completed when the codebook gets a variable") {
    ManyRaters study(6, 2);
    study.request.sample = "6";
    take(assign(*study.session, study.request));
    study.completeAll("Coder1", "r");
    study.completeAll("Coder2", "r", 2);
    const auto check = [&study] {
        const auto rows = take(progress(*study.session));
        REQUIRE(rows.size() == 2);
        for (const Progress& row : rows) {
            const std::int64_t done = row.rater.name == "Coder1" ? 6 : 2;
            CHECK(row.completed == done);
            CHECK(study.namesOf("r", row.rater.name, UnitState::Done).size() == std::size_t(done));
            std::int64_t inList = 0;
            for (const RatingPlace& place :
                 take(ratingPlaces(*study.session, row.rater.id, row.round, {model::UnitKind::Answer})))
                inList += place.isComplete ? 1 : 0;
            CHECK(inList == done);
        }
    };
    check();
    study.import("more.json",
                 R"({"schema":"rapport.codebook/1","id":"small","title":{"en":"Small"},"variables":[
        {"id":"words","title":{"en":"Words"},"scale":"count","prompts":["Q1"]}]})",
                 ImportKind::Codebook);
    REQUIRE(take(study.session->codebook())->version == 2);
    REQUIRE(take(study.session->codebook())->variable("words") != nullptr);
    check();
    // What is completed now is asked for the new one, too: one unit more, and no more than that.
    study.completeAll("Coder2", "r", 4);
    for (const Progress& row : take(progress(*study.session)))
        CHECK(row.completed == 6);
    study.reopen();
    take(openRound(*study.session, "r"));
    for (const Progress& row : take(progress(*study.session)))
        CHECK(row.completed == row.assigned);
}

TEST_CASE("the same sample in the next round, with the same seed, has other numbers and another order") {
    ManyRaters study(60, 2);
    Session& session = *study.session;
    study.request.sample = "20";
    take(assign(session, study.request));
    study.request.round = "again";
    take(assign(session, study.request));
    CHECK(study.namesOf("r", "Coder1") == study.namesOf("again", "Coder1"));
    session.setViewer({study.rater("Coder1")});
    const auto dealt = [&](const char* round) {
        std::map<model::UnitId, std::pair<std::string, std::size_t>> all;
        for (const UnitItem& item : take(units(session, {round, "Coder1", UnitState::All})))
            all.emplace(item.id, std::pair(item.name.substr(item.name.find('-')), all.size()));
        return all;
    };
    const auto first = dealt("r");
    const auto second = dealt("again");
    int sameNumber = 0;
    int samePlace = 0;
    for (const auto& [unit, place] : first) {
        sameNumber += second.at(unit).first == place.first ? 1 : 0;
        samePlace += second.at(unit).second == place.second ? 1 : 0;
    }
    CHECK(first.size() == 20);
    CHECK(sameNumber < 10);
    CHECK(samePlace < 10);
}

TEST_CASE("a fresh sample has no unit of an earlier round") {
    ManyRaters study(40, 2);
    study.request.sample = "20";
    take(assign(*study.session, study.request));
    AssignRequest second = study.request;
    second.round = "s";
    second.isFresh = true;
    second.sample = "all";
    CHECK(take(assign(*study.session, second)).units == 24); // 40 and the fixture's four, without 20
    const auto first = study.namesOf("r", "Coder1");
    for (const std::string& name : study.namesOf("s", "Coder1"))
        CHECK_FALSE(first.contains(name));
    AssignRequest third = second;
    third.round = "t";
    CHECK(assign(*study.session, third).error().code == base::Errc::Refused);
    third.isFresh = false;
    third.without = {"s"};
    CHECK(take(assign(*study.session, third)).units == 20);
    third.round = "u";
    third.without = {"nowhere"};
    CHECK(assign(*study.session, third).error().code == base::Errc::NotFound);
}

TEST_CASE("the same rater rates a sample again, after weeks, what that rater rated before") {
    ManyRaters study(30, 2);
    take(assign(*study.session, study.request));
    study.completeAll("Coder1", "r", 10);
    study.clock.advance(std::chrono::days(20));
    study.completeAll("Coder1", "r", 5);
    study.completeAll("Coder2", "r", 3);
    study.clock.advance(std::chrono::days(10));
    AssignRequest again = study.request;
    again.round = "again";
    again.again = "r";
    again.againAfterDays = 28;
    const AssignPreview preview = take(assign(*study.session, again));
    CHECK(preview.perRater.at("Coder1") == 10);
    CHECK(preview.perRater.at("Coder2") == 0);
    const auto before = study.namesOf("r", "Coder1", UnitState::Done);
    for (const std::string& name : study.namesOf("again", "Coder1"))
        CHECK(before.contains(name));
    again.round = "again2";
    again.againAfterDays = 400;
    CHECK(assign(*study.session, again).error().code == base::Errc::Refused);
    again.perUnit = 1;
    CHECK(assign(*study.session, again).error().code == base::Errc::InvalidArgument);
}

TEST_CASE("what a rater did not finish goes to others, what was begun stays") {
    ManyRaters study(20, 4);
    study.request.raters = {"Coder1", "Coder2"};
    study.request.perUnit = 1;
    take(assign(*study.session, study.request));
    study.completeAll("Coder1", "r", 4);
    const auto todo = take(units(*study.session, {"r", "Coder1", UnitState::Todo}));
    REQUIRE(todo.size() == 8);
    const Target begun{study.rater("Coder1"), take(study.session->round("r")).id, todo[0].id};
    take(service::code(*study.session, begun, study.code("closeness")));
    const ReassignRequest request{"r", "Coder1", {"Coder3", "Coder4"}, 1};
    const auto preview = take(previewReassign(*study.session, request));
    CHECK(study.namesOf("r", "Coder1").size() == 12);
    const auto counts = take(reassign(*study.session, request));
    CHECK(counts == preview);
    // On record: from whom, to whom, which units; found by each of them.
    const auto rows = take(history(*study.session, {"", "Coder1", "", 0, 0, "r"}));
    REQUIRE(rows.size() >= 2);
    const auto goneBy = std::count_if(rows.begin(), rows.end(), [](const HistoryRow& row) {
        return row.act == "reassign" && row.words.starts_with("from Coder1, ");
    });
    CHECK(goneBy == 2);
    const std::string moved = *study.namesOf("r", "Coder3").begin();
    const auto onUnit = take(history(*study.session, {moved, "", "", 0, 0}));
    REQUIRE(onUnit.size() == 1);
    CHECK(onUnit[0].act == "reassign");
    CHECK(onUnit[0].rater == "Coder3");
    CHECK(onUnit[0].words.find(moved) != std::string::npos);
    CHECK(take(history(*study.session, {moved, "Coder2", "", 0, 0})).empty());
    CHECK(take(audit(*study.session, AuditFormat::Csv)).find(moved) != std::string::npos);
    CHECK(counts.left == 0);
    CHECK(counts.units.at("Coder3") + counts.units.at("Coder4") == 7);
    CHECK(std::abs(counts.units.at("Coder3") - counts.units.at("Coder4")) <= 1);
    CHECK(study.namesOf("r", "Coder1").size() == 5);
    CHECK(reassign(*study.session, request).error().code == base::Errc::Refused);
    CHECK(reassign(*study.session, {"r", "Coder2", {"Coder2"}, 1}).error().code ==
          base::Errc::InvalidArgument);
    CHECK(reassign(*study.session, {"r", "Coder2", {}, 1}).error().code == base::Errc::InvalidArgument);
    take(openRound(*study.session, "r"));
    CHECK(reassign(*study.session, {"r", "Coder2", {"Coder3"}, 1}).error().code == base::Errc::Refused);
}

TEST_CASE("ratings that were dealt and not given are counted, those that nobody asked for are not") {
    ManyRaters study(20, 4);
    study.request.perUnit = 2;
    take(assign(*study.session, study.request));
    for (const std::string who : {"Coder2", "Coder3", "Coder4"})
        study.completeAll(who, "r");
    const std::size_t dealt = study.namesOf("r", "Coder1").size();
    study.completeAll("Coder1", "r", dealt - 3);
    const auto notGiven = [&](const StudyMeasureOptions& options) {
        const auto measured = take(measureStudy(*study.session, options));
        for (const auto& result : measured.results)
            if (result.code == "closeness")
                return std::pair(result.agreement.data.missing, *result.notGiven);
        FAIL("no result");
        return std::pair<std::int64_t, std::int64_t>();
    };
    StudyMeasureOptions options;
    options.rounds = {"r"};
    CHECK(notGiven(options) == std::pair<std::int64_t, std::int64_t>(24 * 4 - 48 + 3, 3));
    options.measure.gold = "Coder2"; // stands behind the others
    CHECK(notGiven(options).second == 3);
    options.measure.gold.reset();
    options.raters = {"Coder3", "Coder2", "Coder4", "Coder1"};
    CHECK(notGiven(options).second == 3);
    options.raters = {"Coder3", "Coder2"};
    CHECK(notGiven(options).second == 0);
    // In the round of work outside assignments everybody was to judge everything.
    for (const char* unit : {"P1/Q1", "P2/Q1"})
        take(complete(*study.session, study.target("R1", unit)));
    take(complete(*study.session, study.target("R2", "P1/Q1")));
    StudyMeasureOptions outside;
    outside.rounds = {"default"};
    CHECK(notGiven(outside) == std::pair<std::int64_t, std::int64_t>(1, 1));
}

TEST_CASE("units that the others have already stay, and are counted") {
    ManyRaters study(20, 4);
    study.request.raters = {"Coder1", "Coder2", "Coder3"};
    study.request.perUnit = 2;
    take(assign(*study.session, study.request));
    const auto first = study.namesOf("r", "Coder1");
    const auto second = study.namesOf("r", "Coder2");
    const auto shared = std::count_if(first.begin(), first.end(),
                                      [&](const std::string& name) { return second.contains(name); });
    REQUIRE(shared > 0);
    const auto moved = take(reassign(*study.session, {"r", "Coder1", {"Coder2"}, 1}));
    CHECK(moved.left == shared);
    CHECK(moved.units.at("Coder2") == static_cast<std::int64_t>(first.size()) - shared);
    CHECK(study.namesOf("r", "Coder1").size() == static_cast<std::size_t>(shared));
}

TEST_CASE("a gold rater gets every unit, whoever else is dealt them") {
    ManyRaters study(20, 3);
    take(addRater(*study.session, "Gold", model::RaterKind::Gold));
    study.request.kind = model::RoundKind::Training;
    study.request.raters = {"Coder1", "Gold", "Coder2"};
    study.request.perUnit = 1;
    const AssignPreview preview = take(assign(*study.session, study.request));
    CHECK(preview.perRater.at("Gold") == preview.units);
    CHECK(preview.sharedByTwo == 0); // nobody but gold beside each
    CHECK(preview.shared.size() == 1);
    CHECK(preview.perRater.at("Coder1") + preview.perRater.at("Coder2") == preview.units);
    CHECK(std::abs(preview.perRater.at("Coder1") - preview.perRater.at("Coder2")) <= 1);
    CHECK(study.namesOf("r", "Gold").size() == static_cast<std::size_t>(preview.units));
    take(addRater(*study.session, "Gold2", model::RaterKind::Gold));
    const auto toGold = reassign(*study.session, {"r", "Coder1", {"Gold2"}, 1});
    REQUIRE_FALSE(toGold);
    CHECK(toGold.error().code == base::Errc::Refused);
    CHECK(toGold.error().message.find("gold") != std::string::npos);
    take(reassign(*study.session, {"r", "Gold", {"Gold2"}, 1}));
    study.request.round = "r2";
    study.request.perUnit = 3;
    CHECK(assign(*study.session, study.request).error().code == base::Errc::InvalidArgument);
}

TEST_CASE("a prompt that the study does not ask is refused by name") {
    ManyRaters study(6, 2);
    study.request.prompts = {"Q9", "Q1"};
    const auto refused = assign(*study.session, study.request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Errc::NotFound);
    CHECK(refused.error().message == "there is no prompt 'Q9'");
    CHECK(refused.error().hint.find("Q1") != std::string::npos);
    study.request.prompts = {"q1"};
    CHECK(assign(*study.session, study.request).error().hint == "did you mean 'Q1'?");
    CHECK(take(study.session->rounds()).size() <= 1); // nothing was made but, it may be, `default`
}

TEST_CASE("in a training round the gold codings come after completing, with the reason, and never enter "
          "agreement") {
    StudyFixture study;
    take(addRater(*study.session, "GOLD", model::RaterKind::Gold));
    AssignRequest request;
    request.round = "training";
    request.kind = model::RoundKind::Training;
    request.raters = {"R1", "R2", "GOLD"};
    request.prompts = {"Q1"};
    take(assign(*study.session, request));
    const auto round = take(study.session->round("training")).id;
    const auto all = take(units(*study.session, {"training", "R1", UnitState::All}));
    for (const UnitItem& item : all) {
        const Target gold{study.rater("GOLD"), round, item.id};
        take(service::code(*study.session, gold, study.code("closeness")));
        take(chooseLevel(*study.session, gold, study.code("dyadic")));
        take(complete(*study.session, gold));
        take(setMemo(*study.session, gold, "nearness is named"));
    }
    study.session->setViewer({study.rater("R1")});
    const Target mine{study.rater("R1"), round, all[0].id};
    CHECK(goldFeedback(*study.session, mine).error().code == base::Errc::Refused);
    take(service::code(*study.session, mine, study.code("conflict")));
    take(chooseLevel(*study.session, mine, study.code("dyadic")));
    CHECK(goldFeedback(*study.session, mine).error().code == base::Errc::Refused);
    take(complete(*study.session, mine));
    const auto feedback = take(goldFeedback(*study.session, mine));
    REQUIRE(feedback.size() == 1);
    CHECK(feedback[0].gold == "GOLD");
    CHECK(feedback[0].reason == "nearness is named");
    CHECK_FALSE(feedback[0].isSame());
    std::map<std::string, std::pair<std::string, std::string>> told;
    for (const GoldDifference& each : feedback[0].codes)
        told[each.variable + "/" + each.code] = {each.gold, each.own};
    CHECK(told ==
          std::map<std::string, std::pair<std::string, std::string>>{{"constructs/closeness", {"1", "0"}},
                                                                     {"constructs/conflict", {"0", "1"}},
                                                                     {"level/", {"dyadic", "dyadic"}}});
    // Not of another rater's unit, nor before it is completed.
    CHECK(goldFeedback(*study.session, {study.rater("R2"), round, all[0].id}).error().code ==
          base::Errc::Refused);
    CHECK(goldFeedback(*study.session, {study.rater("R1"), round, all[1].id}).error().code ==
          base::Errc::Refused);
    study.session->setViewer({});
    take(complete(*study.session, {study.rater("R2"), round, all[0].id}));
    StudyMeasureOptions options;
    options.rounds = {"training"};
    if (const auto measured = measureStudy(*study.session, options)) {
        for (const auto& result : measured->results)
            CHECK(result.agreement.data.units == 0);
    }
    CHECK(take(ratedBesideGold(*study.session, {"training"})) == "training");
    // Against the gold one is what a training round is for: nothing is said there of raters among themselves.
    options.measure.gold = "GOLD";
    const auto against = take(measureStudy(*study.session, options));
    REQUIRE(against.results.size() > 0);
    for (const auto& result : against.results) {
        CHECK(result.agreement.data.units == 0);
        for (const auto& estimate : result.agreement.overall)
            CHECK_FALSE(estimate.value);
        REQUIRE(result.agreement.againstGold);
        REQUIRE(result.agreement.againstGold->size() == 2);
        CHECK(result.agreement.againstGold->front().units == 1);
    }
    options.raters = {"R1", "R2", "GOLD"};
    for (const auto& result : take(measureStudy(*study.session, options)).results)
        CHECK(result.agreement.data.units == 0);
    // A gold rater who reopens a unit has shown it all the same.
    options = {};
    options.rounds = {"training"};
    for (const UnitItem& item : all)
        take(service::reopen(*study.session, {study.rater("GOLD"), round, item.id}));
    CHECK(take(measureStudy(*study.session, options)).results.empty());
}
