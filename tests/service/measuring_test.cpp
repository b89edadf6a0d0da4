// SPDX-License-Identifier: GPL-3.0-or-later
// The absent-or-missing rule at the level of a study.
#include "model/presence.h"
#include "service/codebook_changes.h"
#include "service/measuring.h"
#include "service/reporting.h"
#include "service/study_fixture.h"
#include "store/raw_sql.h"

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;
using text::textRange;

namespace {

const agreement::LabelledDocument* find(const agreement::StudyAgreement& study, const std::string& variable,
                                        const std::optional<std::string>& code,
                                        const std::optional<std::string>& prompt = std::nullopt) {
    for (const auto& result : study.results) {
        if (result.variable == variable && result.code == code && (!prompt || result.prompt == prompt))
            return &result;
    }
    return nullptr;
}

} // namespace

TEST_CASE("completed without a code is absent; not completed is missing") {
    StudyFixture study;
    for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1"}) {
        for (const char* rater : {"R1", "R2"}) {
            const Target target = study.target(rater, unit);
            if (std::string(unit) == "P1/Q1")
                take(code(*study.session, target, study.code("closeness")));
            if (std::string(unit) == "P3/Q1" && std::string(rater) == "R2")
                continue; // R2 never declared it done
            take(complete(*study.session, target));
        }
    }
    const auto measured = take(measureStudy(*study.session, {}));
    const auto* closeness = find(measured, "constructs", "closeness");
    REQUIRE(closeness != nullptr);
    CHECK(closeness->agreement.data.units == 3);
    CHECK(closeness->agreement.data.pairableUnits == 2);
    CHECK(closeness->agreement.data.missing == 1);
    CHECK(closeness->prompt == "Q1");
    const auto table = closeness->agreement.pairs.at(0).table;
    CHECK(table == std::vector<std::vector<std::int64_t>>{{1, 0}, {0, 1}});
    CHECK(closeness->agreement.data.unitOfAnalysis == "answer");
}

TEST_CASE("a unit completed before a code existed says nothing of it") {
    StudyFixture study;
    auto& session = *study.session;
    take(complete(session, study.target("R1", "P1/Q1")));
    take(complete(session, study.target("R2", "P1/Q1")));
    model::Codebook changed = *take(session.codebook());
    auto& codes = changed.variables[0].codes;
    codes.push_back(codes[1]);
    codes.back().name = "dependency";
    codes.back().guid = {};
    codes.back().id = {};
    take(putCodebook(session, changed));
    take(complete(session, study.target("R1", "P2/Q1")));
    take(complete(session, study.target("R2", "P2/Q1")));
    const auto measured = take(measureStudy(session, {}));
    CHECK(find(measured, "constructs", "closeness")->agreement.data.pairableUnits == 2);
    CHECK(find(measured, "constructs", "dependency")->agreement.data.pairableUnits == 1);
}

TEST_CASE("several prompts: the pooled result says so, each prompt has its own") {
    StudyFixture study;
    for (const char* unit : {"P1/Q1", "P1/Q2", "P3/Q1", "P3/Q2"}) {
        for (const char* rater : {"R1", "R2"})
            take(complete(*study.session, study.target(rater, unit)));
    }
    const auto pooled = take(measureStudy(*study.session, {}));
    const auto* both = find(pooled, "constructs", "closeness");
    CHECK_FALSE(both->prompt);
    for (const auto& estimate : both->agreement.overall)
        CHECK(estimate.hasCaveat("pooled_prompts"));
    const auto* one = find(pooled, "practices", "one_on_one");
    CHECK(one->prompt == "Q2");
    CHECK(one->agreement.data.units == 2);
    CHECK_FALSE(one->agreement.overall.front().hasCaveat("pooled_prompts"));
    StudyMeasureOptions options;
    options.by = "prompt";
    const auto split = take(measureStudy(*study.session, options));
    CHECK(find(split, "constructs", "closeness", "Q1")->agreement.data.units == 2);
    CHECK(find(split, "constructs", "closeness", "Q2")->agreement.data.units == 2);
    // Two answers of one person are not independent: clusters are participants.
    CHECK(both->agreement.data.clusters == 2);
}

TEST_CASE("a segment inside an answer makes its code present, by the rule that was chosen") {
    StudyFixture study;
    const Target first = study.target("R1", "P1/Q1");
    take(code(*study.session, first, study.code("closeness"), textRange(3, 6)));
    take(complete(*study.session, first));
    take(complete(*study.session, study.target("R2", "P1/Q1")));
    const auto presentFor = [&](model::Overlap overlap) {
        StudyMeasureOptions options;
        options.overlap = overlap;
        const auto data =
            take(reliabilityData(*study.session, options, "default", "constructs", "closeness", {}));
        return data.rating(0, 0);
    };
    CHECK(presentFor(model::Overlap::Any) == 1);
    CHECK(presentFor(model::Overlap::Majority) == 0);
    CHECK(presentFor(model::Overlap::Full) == 0);
}

TEST_CASE("a nominal variable left open is missing and completing is allowed") {
    StudyFixture study;
    take(chooseLevel(*study.session, study.target("R1", "P1/Q1"), study.code("dyadic")));
    for (const char* rater : {"R1", "R2"})
        take(complete(*study.session, study.target(rater, "P1/Q1")));
    const auto measured = take(measureStudy(*study.session, {}));
    const auto* level = find(measured, "level", std::nullopt);
    CHECK(level->agreement.data.missing == 1);
    CHECK(level->agreement.data.pairableUnits == 0);
    CHECK(level->agreement.pairs.at(0).estimates.front().undefined.has_value());
    CHECK(level->agreement.data.categories == std::vector<std::string>{"dyadic", "class"});
}

TEST_CASE("machine and gold raters enter only when named") {
    StudyFixture study;
    take(addRater(*study.session, "bot", model::RaterKind::Machine));
    for (const char* rater : {"R1", "R2", "bot"})
        take(complete(*study.session, study.target(rater, "P1/Q1")));
    const auto humans = take(measureStudy(*study.session, {}));
    CHECK(find(humans, "constructs", "closeness")->agreement.data.raters ==
          std::vector<std::string>{"R1", "R2"});
    StudyMeasureOptions options;
    options.raters = {"R1", "bot"};
    const auto named = take(measureStudy(*study.session, options));
    CHECK(find(named, "constructs", "closeness")->agreement.data.raters ==
          std::vector<std::string>{"R1", "bot"});
}

TEST_CASE("opening a round freezes its agreement") {
    StudyFixture study;
    auto& session = *study.session;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(assign(session, request));
    for (const char* unit : {"P1/Q1", "P2/Q1"}) {
        for (const char* rater : {"R1", "R2"}) {
            const Target target = study.target(rater, unit, "rel1");
            if (std::string(rater) == "R1" && std::string(unit) == "P1/Q1")
                take(code(session, target, study.code("closeness")));
            take(complete(session, target));
        }
    }
    take(openRound(session, "rel1"));
    CHECK(openRound(session, "rel1").error().code == base::Errc::Refused);
    take(code(session, study.target("R2", "P1/Q1", "rel1"), study.code("closeness"))); // after the talk
    const auto agreed = [&](bool after) {
        StudyMeasureOptions options;
        options.afterOpening = after;
        const auto measured = take(measureStudy(session, options));
        return find(measured, "constructs", "closeness")->agreement.pairs.at(0).table;
    };
    CHECK(agreed(false) == std::vector<std::vector<std::int64_t>>{{1, 0}, {1, 0}});
    CHECK(agreed(true) == std::vector<std::vector<std::int64_t>>{{1, 0}, {0, 1}});
}

TEST_CASE("disagreements name unit, code and what each rater said") {
    StudyFixture study;
    take(code(*study.session, study.target("R1", "P1/Q1"), study.code("closeness")));
    for (const char* rater : {"R1", "R2"}) {
        take(complete(*study.session, study.target(rater, "P1/Q1")));
        take(complete(*study.session, study.target(rater, "P2/Q1")));
    }
    const auto rows = take(disagreements(*study.session, {"default", "", "", true}));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].unitName == "P1/Q1");
    CHECK(rows[0].code == "closeness");
    CHECK(rows[0].ratings[0] == std::pair<std::string, std::optional<std::string>>{"R1", "1"});
    CHECK(rows[0].ratings[1] == std::pair<std::string, std::optional<std::string>>{"R2", "0"});
    CHECK(take(disagreements(*study.session, {"default", "constructs", "closeness", false})).size() == 2);
}

TEST_CASE("the units behind a figure of one group are that group's") {
    StudyFixture study;
    take(code(*study.session, study.target("R1", "P2/Q1"), study.code("closeness")));
    take(code(*study.session, study.target("R1", "P4/Q1"), study.code("closeness")));
    for (const char* rater : {"R1", "R2"}) {
        for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1", "P3/Q2"})
            take(complete(*study.session, study.target(rater, unit)));
    }
    const auto names = [&](const std::string& by, const std::string& value, const std::string& prompt = {}) {
        DisagreementRequest request{"default", "constructs", "closeness", false, DisagreementOrder::Cost,
                                    by,        value,        prompt};
        std::vector<std::string> found;
        for (const Disagreement& row : take(disagreements(*study.session, request)))
            found.push_back(row.unitName);
        return found;
    };
    CHECK(names("group", "A1") == std::vector<std::string>{"P1/Q1"});
    CHECK(names("group", "A2") == std::vector<std::string>{"P2/Q1", "P3/Q1", "P3/Q2"});
    CHECK(names("group", "A2", "Q2") == std::vector<std::string>{"P3/Q2"});
    CHECK(names("group", "C9").empty());
    CHECK(names("", "", "Q2") == std::vector<std::string>{"P3/Q2"});
    CHECK(names("", "").size() == 5);
    // What is listed is what was measured.
    StudyMeasureOptions options;
    options.by = "group";
    for (const auto& result : take(measureStudy(*study.session, options)).results) {
        if (result.code != "closeness")
            continue;
        const auto data = take(reliabilityData(*study.session, options, "default", "constructs", "closeness",
                                               std::nullopt, result.by));
        CHECK(std::int64_t(data.unitCount()) == result.agreement.data.units);
        CHECK(std::int64_t(names("group", *result.by).size()) == result.agreement.data.pairableUnits);
    }
    const DisagreementRequest wrong{"default", "", "", true, DisagreementOrder::Cost, "shoe"};
    CHECK(disagreements(*study.session, wrong).error().code == base::Errc::NotFound);
    CHECK(reliabilityData(*study.session, options, "default", "constructs", "closeness", {}, "C9")
              ->unitCount() == 0);
}

TEST_CASE("batches follow the order in which units became fully rated") {
    StudyFixture study;
    std::string rows = "participant,Q1\n";
    for (int i = 10; i < 35; ++i)
        rows += "N" + std::to_string(i) + ",Tekst " + std::to_string(i) + ".\n";
    study.import("more.csv", rows, ImportKind::Answers);
    // R2 goes through them backwards, after R1: the last are fully rated first.
    for (int i = 10; i < 35; ++i)
        take(complete(*study.session, study.target("R1", "N" + std::to_string(i) + "/Q1")));
    for (int i = 34; i >= 10; --i) {
        study.clock.advance(std::chrono::seconds(20));
        const Target target = study.target("R2", "N" + std::to_string(i) + "/Q1");
        if (i < 22)
            take(code(*study.session, target, study.code("closeness")));
        take(complete(*study.session, target));
    }
    StudyMeasureOptions options;
    options.by = "batch";
    std::map<std::string, std::int64_t> units;
    std::map<std::string, double> agreement;
    for (const auto& result : take(measureStudy(*study.session, options)).results) {
        if (result.code != "closeness")
            continue;
        units[*result.by] = result.agreement.data.pairableUnits;
        agreement[*result.by] =
            agreement::findEstimate(result.agreement.overall, "percent_agreement")->value.value_or(-1);
    }
    CHECK(units == std::map<std::string, std::int64_t>{{"1", 13}, {"2", 12}});
    CHECK(agreement.at("1") == Approx(1));
    CHECK(agreement.at("2") == Approx(0).margin(1e-12));
    DisagreementRequest second{"default", "constructs", "closeness", true, DisagreementOrder::Unit,
                               "batch",   "2"};
    CHECK(take(disagreements(*study.session, second)).size() == 12);
}

TEST_CASE("one kind of unit can be measured by itself") {
    StudyFixture study;
    study.import("talk.txt", "Ann: Dichtbij.\nBo: Ver weg.\nAnn: Klaar.\n", ImportKind::Transcript);
    for (const char* rater : {"R1", "R2"}) {
        for (const char* unit : {"P1/Q1", "P2/Q1", "talk#1", "talk#2", "talk#3"})
            take(complete(*study.session, study.target(rater, unit)));
    }
    const auto units = [&](std::optional<model::UnitKind> kind) {
        StudyMeasureOptions options;
        options.unitKind = kind;
        const auto measured = take(measureStudy(*study.session, options));
        const auto* found = find(measured, "constructs", "closeness");
        return found == nullptr ? 0 : found->agreement.data.pairableUnits;
    };
    CHECK(units(std::nullopt) == 5);
    CHECK(units(model::UnitKind::Answer) == 2);
    CHECK(units(model::UnitKind::Turn) == 3);
}

TEST_CASE("what is not there is said by name") {
    StudyFixture study;
    const auto code = [&](const std::function<void(StudyMeasureOptions&)>& ask) {
        StudyMeasureOptions options;
        ask(options);
        const auto result = measureStudy(*study.session, options);
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    CHECK(code([](auto& options) { options.rounds = {"none"}; }) == base::Errc::NotFound);
    CHECK(code([](auto& options) { options.variables = {"none"}; }) == base::Errc::NotFound);
    CHECK(code([](auto& options) { options.codes = {"none"}; }) == base::Errc::NotFound);
    CHECK(code([](auto& options) { options.raters = {"none"}; }) == base::Errc::NotFound);
    CHECK(code([](auto& options) { options.by = "none"; }) == base::Errc::NotFound);
    CHECK(take(measureStudy(*study.session, {})).results.empty());
    CHECK(kappaReport(*study.session, {}, ReportFormat::Html).error().code == base::Errc::Undefined);
}

TEST_CASE("with roll-up a heading is present through what hangs under it") {
    StudyFixture study;
    take(code(*study.session, study.target("R1", "P1/Q1"), study.code("closeness")));
    take(code(*study.session, study.target("R2", "P1/Q1"), study.code("conflict")));
    for (const char* rater : {"R1", "R2"})
        take(complete(*study.session, study.target(rater, "P1/Q1")));
    StudyMeasureOptions options;
    CHECK(find(take(measureStudy(*study.session, options)), "constructs", "attachment") == nullptr);
    options.rollUp = true;
    const auto rolled = take(measureStudy(*study.session, options));
    const auto* attachment = find(rolled, "constructs", "attachment");
    REQUIRE(attachment != nullptr);
    CHECK(attachment->agreement.pairs.at(0).table == std::vector<std::vector<std::int64_t>>{{0, 0}, {0, 1}});
    CHECK(find(rolled, "constructs", "closeness")->agreement.pairs.at(0).table ==
          std::vector<std::vector<std::int64_t>>{{0, 0}, {1, 0}});
}

TEST_CASE("with roll-up a heading keeps what was given with codes that were merged since") {
    StudyFixture study;
    take(code(*study.session, study.target("R1", "P1/Q1"), study.code("closeness")));
    take(code(*study.session, study.target("R2", "P1/Q1"), study.code("conflict")));
    take(code(*study.session, study.target("R1", "P2/Q1"), study.code("conflict")));
    for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1"})
        for (const char* rater : {"R1", "R2"})
            take(complete(*study.session, study.target(rater, unit)));
    StudyMeasureOptions options;
    options.rollUp = true;
    const auto table = [&] {
        const auto rolled = take(measureStudy(*study.session, options));
        return find(rolled, "constructs", "attachment")->agreement.pairs.at(0).table;
    };
    const std::vector<std::vector<std::int64_t>> before{{1, 0}, {1, 1}};
    CHECK(table() == before);
    take(mergeCodes(*study.session, {"conflict", "closeness"}, "closeness"));
    CHECK(table() == before);
}

TEST_CASE("what is measured is presence as it is defined, however codes were merged and rolled up") {
    const std::vector<std::string> unitNames{"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1"};
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        base::Random random(seed);
        StudyFixture study;
        auto& session = *study.session;
        // A tree of three levels beside the two codes of the fixture.
        model::Codebook wider = *take(session.codebook());
        auto& codes = wider.variables[0].codes;
        const auto addCode = [&](const std::string& name, int depth, bool isCodable) {
            model::Code fresh = codes[1];
            fresh.id = {};
            fresh.guid = {};
            fresh.name = name;
            fresh.depth = depth;
            fresh.isCodable = isCodable;
            codes.push_back(fresh);
        };
        addCode("distance", 1, true);
        addCode("trust", 1, true);
        addCode("trust_in_words", 2, true);
        addCode("trust_in_acts", 2, true);
        take(putCodebook(session, wider));
        struct Work {
            std::vector<model::Coding> codings;
            std::int64_t version = 0;
        };
        std::map<std::pair<std::string, std::string>, Work> done;
        const auto rateUnit = [&](const std::string& unit) {
            const auto book = take(session.codebook());
            for (const char* rater : {"R1", "R2"}) {
                const Target target = study.target(rater, unit);
                Work& work = done[{unit, rater}];
                for (const model::Code& each : book->variables[0].codes)
                    if (each.isCodable && random.below(3) == 0) {
                        take(code(session, target, each.id));
                        model::Coding coding;
                        coding.code = each.id;
                        work.codings.push_back(coding);
                    }
                take(complete(session, target));
                work.version = book->version;
            }
        };
        rateUnit(unitNames[0]);
        rateUnit(unitNames[1]);
        take(mergeCodes(session, {"conflict", "closeness"}, random.below(2) == 0 ? "closeness" : "bond"));
        rateUnit(unitNames[2]);
        take(mergeCodes(session, {"trust_in_words", "trust_in_acts"},
                        random.below(2) == 0 ? "trust_in_acts" : "trusting"));
        rateUnit(unitNames[3]);
        const auto book = take(session.codebook());
        const model::Variable& variable = book->variables[0];
        for (const bool rollUp : {false, true})
            for (const model::Code& each : variable.codes) {
                StudyMeasureOptions options;
                options.rollUp = rollUp;
                const auto data =
                    take(reliabilityData(session, options, "default", variable.name, each.name, {}));
                REQUIRE(data.unitCount() == unitNames.size());
                for (std::size_t unit = 0; unit < data.unitCount(); ++unit)
                    for (std::size_t rater = 0; rater < 2; ++rater) {
                        const Work& given = done.at({data.unitLabel(unit), data.raters()[rater]});
                        model::UnitWork work;
                        work.prompt = "Q1";
                        work.completedVersion = given.version;
                        work.codings = given.codings;
                        const auto expected = model::presence(variable, each, work, options.overlap, rollUp);
                        INFO("seed " << seed << ", " << each.name << ", " << data.unitLabel(unit) << ", "
                                     << data.raters()[rater] << (rollUp ? ", rolled up" : ""));
                        CHECK(data.rating(unit, rater) == expected.value_or(agreement::missing));
                    }
            }
    }
}

TEST_CASE("whether groups differ does not hang on what else is shown") {
    StudyFixture study;
    auto& session = *study.session;
    service::ImportOptions import;
    import.kind = ImportKind::Answers;
    import.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
        {"column":"id","as":"participant"},{"column":"school","as":"attribute","name":"school"},
        {"column":"Q1","as":"answer","prompt":"Q1"}]})";
    std::string csv = "id,school,Q1\n";
    for (int person = 0; person < 60; ++person)
        csv += "S" + std::to_string(person) + "," +
               (person < 20   ? "Noord"
                : person < 40 ? "Zuid"
                              : "") +
               ",Een antwoord.\n";
    take(importFiles(session, {study.scratch.write("schools.csv", csv)}, import));
    for (int person = 0; person < 60; ++person)
        for (const bool isFirst : {true, false}) {
            const Target target = study.target(isFirst ? "R1" : "R2", "S" + std::to_string(person) + "/Q1");
            if (person % 3 == 0 && (isFirst || person % 2 == 0))
                take(code(session, target, study.code("closeness")));
            if (person == 5 || person == 25 || person == 45 || (person % 20 < 8 && person >= 20 && isFirst))
                take(code(session, target, study.code("conflict")));
            take(chooseLevel(session, target, study.code(person == 3 ? "class" : "dyadic")));
            take(complete(session, target));
        }
    StudyMeasureOptions options;
    options.by = "school";
    const auto shown = take(measureStudy(session, options));
    options.measure.pairs = agreement::PairsShown::None;
    const auto hidden = take(measureStudy(session, options));
    REQUIRE(shown.strata.size() == hidden.strata.size());
    std::vector<std::string> tested;
    for (std::size_t test = 0; test < shown.strata.size(); ++test) {
        CHECK(shown.strata[test].code == hidden.strata[test].code);
        CHECK(shown.strata[test].leftOut == hidden.strata[test].leftOut);
        CHECK(shown.strata[test].strata.size() == hidden.strata[test].strata.size());
        // Nobody is in two groups, and those without a value are none.
        CHECK_FALSE(shown.strata[test].sharesClusters);
        REQUIRE_FALSE(shown.strata[test].leftOut.empty());
        CHECK(shown.strata[test].leftOut.front().empty());
        tested.push_back(shown.strata[test].code.value_or(shown.strata[test].variable));
    }
    // conflict was given once in Noord; the level differs for one unit of sixty.
    CHECK(tested == std::vector<std::string>{"constructs", "closeness"});
    CHECK(find(shown, "constructs", "closeness")->holding == 6);
    CHECK(find(shown, "level", std::nullopt)->besideCommonest == 0);
}

TEST_CASE("sets are compared over the codes that everybody had") {
    StudyFixture study;
    auto& session = *study.session;
    take(complete(session, study.target("R1", "P1/Q1")));
    model::Codebook changed = *take(session.codebook());
    auto& codes = changed.variables[0].codes;
    codes.push_back(codes[1]);
    codes.back().name = "dependency";
    codes.back().guid = {};
    codes.back().id = {};
    take(putCodebook(session, changed));
    take(code(session, study.target("R2", "P1/Q1"), study.code("dependency")));
    take(complete(session, study.target("R2", "P1/Q1")));
    const auto measured = take(measureStudy(session, {}));
    const auto* sets = find(measured, "constructs", std::nullopt);
    REQUIRE(sets != nullptr);
    CHECK(sets->agreement.data.note.find("dependency") != std::string::npos);
    for (const auto& category : sets->agreement.byCategory)
        CHECK(category.category != "dependency");
    CHECK(find(measured, "constructs", "dependency")->agreement.data.pairableUnits == 0);
}

TEST_CASE("a gold rater is what others are held against, not one of them") {
    StudyFixture study;
    take(addRater(*study.session, "expert", model::RaterKind::Gold));
    for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1"}) {
        for (const char* rater : {"R1", "R2", "expert"}) {
            if (std::string(rater) == "expert" || std::string(unit) == "P1/Q1")
                take(code(*study.session, study.target(rater, unit), study.code("closeness")));
            take(complete(*study.session, study.target(rater, unit)));
        }
    }
    StudyMeasureOptions options;
    options.measure.gold = "expert";
    const auto measured = take(measureStudy(*study.session, options));
    const auto* closeness = find(measured, "constructs", "closeness");
    CHECK(closeness->agreement.data.raters == std::vector<std::string>{"R1", "R2"});
    CHECK(closeness->agreement.pairs.size() == 1);
    REQUIRE(closeness->agreement.againstGold);
    REQUIRE(closeness->agreement.againstGold->size() == 2);
    CHECK(closeness->agreement.againstGold->at(0).sensitivity == Approx(1.0 / 3));
}

TEST_CASE("whom raters are held against is found by what the name looks like, and stands once") {
    StudyFixture study;
    for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1"})
        for (const char* rater : {"R1", "R2"})
            take(complete(*study.session, study.target(rater, unit)));
    const std::string stored = "Zoe\u0308"; // before names were composed
    study.session.reset();
    {
        test::RawSql sql(study.path());
        sql.run("UPDATE rater SET name = '" + stored + "' WHERE name = 'R2'");
    }
    study.reopen();
    for (const std::string& asked : {stored, std::string("Zo\u00EB")}) {
        CAPTURE(asked);
        StudyMeasureOptions options;
        options.measure.gold = asked;
        const auto measured = take(measureStudy(*study.session, options));
        const auto* closeness = find(measured, "constructs", "closeness");
        CHECK(closeness->agreement.data.raters == std::vector<std::string>{"R1"});
        REQUIRE(closeness->agreement.againstGold);
        CHECK(closeness->agreement.againstGold->size() == 1);
        options.raters = {"R1", "Zo\u00EB"};
        CHECK(find(take(measureStudy(*study.session, options)), "constructs", "closeness")
                  ->agreement.data.raters == std::vector<std::string>{"R1", stored});
    }
    StudyMeasureOptions twice;
    twice.raters = {"R1", stored, "Zo\u00EB"};
    const auto refused = measureStudy(*study.session, twice);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "rater 'Zo\u00EB' is named twice");
}

TEST_CASE("text of a transcript that was coded is coded, whichever unit was chosen for it") {
    StudyFixture study;
    auto& session = *study.session;
    study.import("book2.json", R"({"schema":"rapport.codebook/1","id":"b2","title":{"en":"B2"},"variables":[
        {"id":"themes","title":{"en":"T"},"scale":"presence","prompts":[],"kinds":["turn","transcript"],"codes":[
        {"id":"dosage","title":{"en":"D"},"definition":{"en":"d"},"source":"none: test"}]}]})");
    study.import("groep.txt", "Moderator: Hoe ging het?\nEls: Er was tijd.\nModerator: En?\nEls: Klaar.\n",
                 ImportKind::Transcript);
    // R1 codes a phrase of turn 2 on the transcript as a whole, R2 codes the turn.
    take(code(session, study.target("R1", "groep"), study.code("dosage"), textRange(21, 25)));
    take(code(session, study.target("R2", "groep#2"), study.code("dosage")));
    for (const char* rater : {"R1", "R2"}) {
        for (const char* unit : {"groep", "groep#1", "groep#2"})
            take(complete(session, study.target(rater, unit)));
    }
    const auto data = take(reliabilityData(session, {}, "default", "themes", "dosage", std::nullopt));
    std::map<std::string, std::pair<int, int>> values;
    for (std::size_t unit = 0; unit < data.unitCount(); ++unit)
        values[data.unitLabel(unit)] = {data.rating(unit, 0), data.rating(unit, 1)};
    CHECK(values["groep#1"] == std::pair(0, 0));
    CHECK(values["groep#2"] == std::pair(1, 1));
    CHECK(values["groep"] == std::pair(1, 1));
    const auto measured = take(measureStudy(session, {}));
    CHECK(find(measured, "themes", "dosage")->agreement.overall.front().hasCaveat("pooled_prompts"));
}
