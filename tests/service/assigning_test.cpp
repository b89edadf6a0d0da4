// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/study_fixture.h"

#include <algorithm>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

std::string manyAnswers(int people) {
    std::string csv = "participant,group,Q1,Q2\n";
    for (int person = 100; person < 100 + people; ++person)
        csv += "X" + std::to_string(person) + "," + (person % 4 == 0 ? "A1" : "A2") +
               ",eerste antwoord,tweede antwoord\n";
    return csv;
}

std::vector<std::string> names(StudyFixture& study, const std::string& round, const std::string& rater) {
    std::vector<std::string> listed;
    for (const UnitItem& item : take(units(*study.session, {round, rater, UnitState::All})))
        listed.push_back(item.name);
    return listed;
}

} // namespace

TEST_CASE("the same seed draws the same sample, another seed another") {
    std::vector<std::vector<std::string>> drawn;
    for (const std::uint64_t seed : {7U, 7U, 8U}) {
        StudyFixture study;
        study.import("many.csv", manyAnswers(100));
        AssignRequest request;
        request.round = "r";
        request.raters = {"R1", "R2"};
        request.sample = "25%";
        request.seed = seed;
        const AssignPreview preview = take(previewAssign(*study.session, request));
        CHECK(take(assign(*study.session, request)).units == preview.units);
        drawn.push_back(names(study, "r", "R1"));
        CHECK(std::multiset<std::string>(drawn.back().begin(), drawn.back().end()) == [&] {
            const auto other = names(study, "r", "R2");
            return std::multiset<std::string>(other.begin(), other.end());
        }());
        CHECK(drawn.back() != names(study, "r", "R2")); // an order of their own
    }
    CHECK(drawn[0] == drawn[1]);
    CHECK(drawn[0] != drawn[2]);
}

TEST_CASE("neutral names and orders do not follow from the seed and the places") {
    // The same texts in the reverse order: as many, drawn by the same seed.
    const auto dealt = [](bool isReversed) {
        StudyFixture study;
        if (isReversed)
            study.reopen(); // goes on with other guids
        std::vector<std::string> rows;
        for (int at = 10; at < 30; ++at) // the first ones alike
            rows.push_back("N" + std::to_string(at) + ",A1,Tekst " + std::to_string(at < 14 ? 0 : at) +
                           ".\n");
        if (isReversed)
            std::reverse(rows.begin(), rows.end());
        std::string answers = "participant,group,Q1\n";
        for (const std::string& row : rows)
            answers += row;
        study.import("more.csv", answers);
        AssignRequest request;
        request.round = "rel";
        request.raters = {"R1", "R2"};
        request.perUnit = 1;
        request.prompts = {"Q1"};
        request.seed = 7;
        take(assign(*study.session, request));
        std::map<std::string, std::string> texts;
        for (const UnitItem& item : take(units(*study.session, {"rel", "", UnitState::All})))
            texts[item.rater + " " + std::to_string(item.ordinal) + " " + item.neutralName] =
                study.work({study.rater(item.rater), take(study.session->round("rel")).id, item.id}).text;
        return texts;
    };
    CHECK(dealt(false) == dealt(true));
}

TEST_CASE("strata get their share") {
    StudyFixture study;
    study.import("many.csv", manyAnswers(100));
    AssignRequest request;
    request.round = "r";
    request.raters = {"R1"};
    request.sample = "40";
    request.sampleBy = SampleBy::Participant;
    request.stratify = {"group"};
    take(assign(*study.session, request));
    std::map<bool, std::set<std::string>> people;
    for (const std::string& name : names(study, "r", "R1")) {
        if (name.front() == 'X')
            people[std::stoi(name.substr(1, 3)) % 4 == 0].insert(name.substr(0, 4));
    }
    // 25 of 104 participants are X with A1 (and P1), 75 X with A2 (and P2, P3): shares of 40 are 10 and 29 or
    // so.
    CHECK(people[true].size() + people[false].size() >= 36);
    CHECK(people[true].size() >= 9);
    CHECK(people[true].size() <= 11);
}

TEST_CASE("k of r raters: everybody gets about as much, every pair meets about as often") {
    StudyFixture study;
    study.import("many.csv", manyAnswers(150));
    for (const char* name : {"R3", "R4"})
        take(addRater(*study.session, name, model::RaterKind::Human));
    AssignRequest request;
    request.round = "r";
    request.raters = {"R1", "R2", "R3", "R4"};
    request.perUnit = 2;
    request.sample = "300";
    const AssignPreview preview = take(assign(*study.session, request));
    std::map<std::string, std::set<std::string>> ratersOf;
    for (const auto& rater : request.raters) {
        CHECK(preview.perRater.at(rater) == 150);
        for (const std::string& unit : names(study, "r", rater))
            ratersOf[unit].insert(rater);
    }
    std::map<std::set<std::string>, int> pairs;
    for (const auto& [unit, raters] : ratersOf) {
        CHECK(raters.size() == 2);
        ++pairs[raters];
    }
    CHECK(pairs.size() == 6);
    for (const auto& [pair, count] : pairs)
        CHECK(count == 50);
}

TEST_CASE("an assignment that cannot be is refused by name") {
    StudyFixture study;
    const auto message = [&](const std::function<void(AssignRequest&)>& ask) {
        AssignRequest request;
        request.round = "r";
        request.raters = {"R1", "R2"};
        ask(request);
        const auto result = assign(*study.session, request);
        return result ? std::string("fine") : result.error().message.text();
    };
    CHECK(message([](auto& request) { request.raters = {}; }) == "no raters are named");
    CHECK(message([](auto& request) { request.raters = {"R1", "R1"}; }) == "rater 'R1' is named twice");
    CHECK(message([](auto& request) { request.raters = {"R9"}; }) == "there is no rater 'R9'");
    CHECK(message([](auto& request) { request.sample = "0"; }) == "'0' is no sample");
    CHECK(message([](auto& request) { request.sample = "120%"; }) == "'120%' is no sample");
    CHECK(message([](auto& request) { request.stratify = {"none"}; }) == "there is no attribute 'none'");
    CHECK(message([](auto& request) { request.variables = {"none"}; }) == "there is no variable 'none'");
    CHECK(message([](auto& request) { request.perUnit = 3; }) ==
          "3 raters per unit are asked for, 2 are named");
    CHECK(message([](auto& request) { request.round = "default"; }) == "'default' cannot name a round");
    CHECK(message([](auto&) {}) == "fine");
    CHECK(message([](auto&) {}) == "there is a round 'r' already");
    CHECK(take(progress(*study.session)).size() == 2);
}

TEST_CASE("work goes to the one unfinished round that assigns the unit") {
    StudyFixture study;
    AssignRequest request;
    request.round = "one";
    request.raters = {"R1"};
    take(assign(*study.session, request));
    const auto unit = study.unit("P1/Q1");
    CHECK(take(roundFor(*study.session, unit, study.rater("R1"), "")).name == "one");
    CHECK(take(roundFor(*study.session, unit, study.rater("R2"), "")).name == "default");
    request.round = "two";
    take(assign(*study.session, request));
    CHECK(roundFor(*study.session, unit, study.rater("R1"), "").error().code == base::Errc::InvalidArgument);
    take(complete(*study.session, study.target("R1", "P1/Q1", "one")));
    CHECK(take(roundFor(*study.session, unit, study.rater("R1"), "")).name == "two");
    CHECK(code(*study.session, study.target("R2", "P1/Q1", "one"), study.code("closeness")).error().code ==
          base::Errc::Refused);
}

TEST_CASE("chance decides which of two strata with equal remainders gets one more") {
    StudyFixture study;
    // Of A1, A2 and B1 with one, two and one participants, two are drawn: one of A2, and one of A1 or B1.
    std::set<std::string> drawn;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        AssignRequest request;
        request.round = "r" + std::to_string(seed);
        request.raters = {"R1"};
        request.prompts = {"Q1"};
        request.sample = "2";
        request.stratify = {"group"};
        request.seed = seed;
        take(assign(*study.session, request));
        for (const UnitItem& item : take(units(*study.session, {request.round, "R1", UnitState::All})))
            drawn.insert(item.sourceName);
    }
    CHECK(drawn.contains("P1/Q1"));
    CHECK(drawn.contains("P4/Q1"));
}

TEST_CASE("k of r raters: known designs are found, and meetings differ by one where they must",
          "[assigning]") {
    StudyFixture study;
    study.import("many.csv", manyAnswers(150));
    std::vector<std::string> raters{"R1", "R2"};
    while (raters.size() < 13) {
        raters.push_back("R" + std::to_string(raters.size() + 1));
        take(addRater(*study.session, raters.back(), model::RaterKind::Human));
    }
    struct Design {
        std::size_t raters;
        int perUnit;
        int units;
        int spread; ///< of what a pair of raters shares
    };
    for (const Design& design :
         {Design{7, 3, 7, 0}, Design{7, 3, 21, 0}, Design{7, 4, 7, 0}, Design{6, 3, 10, 0},
          Design{9, 3, 12, 0}, Design{13, 4, 13, 0}, Design{7, 3, 42, 0}, Design{6, 2, 42, 1},
          Design{5, 2, 3, 1}, Design{8, 3, 20, 1}, Design{10, 2, 17, 1}, Design{12, 4, 100, 1},
          Design{7, 3, 2, 1}}) {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            INFO(design.raters << " raters, " << design.perUnit << " per unit, " << design.units
                               << " units, seed " << seed);
            AssignRequest request;
            request.round = "r";
            request.raters.assign(raters.begin(),
                                  raters.begin() + static_cast<std::ptrdiff_t>(design.raters));
            request.perUnit = design.perUnit;
            request.sample = std::to_string(design.units);
            request.seed = seed;
            const AssignPreview preview = take(previewAssign(*study.session, request));
            const auto spread = [](const auto& counts) {
                const auto [least, most] =
                    std::minmax_element(counts.begin(), counts.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
                return most->second - least->second;
            };
            CHECK(spread(preview.shared) <= design.spread);
            CHECK(spread(preview.perRater) <= 1);
            CHECK(take(previewAssign(*study.session, request)).shared == preview.shared);
        }
    }
}
