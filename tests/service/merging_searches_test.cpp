// SPDX-License-Identifier: GPL-3.0-or-later
// What another copy brings of searches, hidden lines and samples of lines; reassignments; imports done in
// both.
#include "agreement/measure.h"
#include "service/concording.h"
#include "service/inspecting.h"
#include "service/line_samples.h"
#include "service/merging.h"
#include "service/packing.h"
#include "service/saved_searches.h"
#include "service/study_fixture.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

struct Copies : StudyFixture {
    /// On another machine.
    std::unique_ptr<Session> copied(const std::string& name, std::uint64_t seed) {
        const std::string path = scratch.file(name);
        take(backup(*session, path));
        return reopened(path, name, seed);
    }
    std::unique_ptr<Session> reopened(const std::string& path, const std::string& name, std::uint64_t seed) {
        Environment other = environment(seed);
        other.device = base::Guid::fromText(name);
        return take(Session::open(path, OpenMode::ReadWrite, other));
    }
    static MergedFile mergeFrom(Session& into, const Session& from) {
        MergeResult result = take(merge(into, {{from.path()}, ""}));
        CHECK(take(check(into, false)).problems.empty());
        return result.files.at(0);
    }
    void later() { clock.advance(std::chrono::minutes(1)); }
    static std::size_t linesOf(Session& in, const std::string& query) {
        ConcordanceRequest request;
        request.query = query;
        return take(concordance(in, request)).lines.size();
    }
    static void hideFirst(Session& in, const std::string& query, const std::string& reason) {
        ConcordanceRequest request;
        request.query = query;
        const auto found = take(concordance(in, request));
        REQUIRE_FALSE(found.lines.empty());
        take(hideLines(in, query, {found.lines.front()}, reason));
    }
    static std::vector<std::pair<std::string, std::string>> assignedIn(Session& in) {
        std::vector<std::pair<std::string, std::string>> all;
        for (const model::Rater& rater : take(in.raters())) {
            for (const UnitItem& item : take(units(in, {"r", rater.name, UnitState::All})))
                all.emplace_back(rater.name, item.name);
        }
        std::sort(all.begin(), all.end());
        return all;
    }
};

} // namespace

TEST_CASE("saved searches of two copies come together; of one name the later saving holds in both") {
    Copies study;
    take(saveSearch(*study.session, "near", "dichtbij", {}));
    auto other = study.copied("other.rapport", 31);
    study.later();
    take(saveSearch(*other, "near", "dichtbij OR Noor", {}));
    take(saveSearch(*other, "there", "conflict", {}));
    study.later();
    take(saveSearch(*study.session, "near", "dichtbij NOT Noor", {}));
    take(noteSearchRun(*study.session, "near", 1, 1));
    const MergedFile merged = Copies::mergeFrom(*study.session, *other);
    CHECK(merged.refused.empty());
    CHECK(merged.added == 2);
    Copies::mergeFrom(*other, *study.session);
    for (Session* each : {study.session.get(), other.get()}) {
        const auto saved = take(savedSearches(*each));
        REQUIRE(saved.size() == 2);
        CHECK(saved[0].name == "near");
        CHECK(saved[0].query == "dichtbij NOT Noor");
        CHECK(saved[0].versions == 3);
        CHECK(saved[0].runs == 1);
        CHECK(saved[1].query == "conflict");
        CHECK(take(searchHistory(*each, "near")).size() == 4);
    }
    study.later();
    take(removeSearch(*other, "there"));
    Copies::mergeFrom(*study.session, *other);
    CHECK(take(savedSearches(*study.session)).size() == 1);
    CHECK(Copies::mergeFrom(*study.session, *other).added == 0);
}

TEST_CASE("hidden lines come with a copy; of hiding and showing in several the last act holds") {
    Copies study;
    auto other = study.copied("other.rapport", 31);
    const std::size_t all = Copies::linesOf(*study.session, "Noor");
    REQUIRE(all == 2);
    // The same line in both, one more there.
    Copies::hideFirst(*study.session, "Noor", "another Noor");
    study.later();
    Copies::hideFirst(*other, "Noor", "not the child");
    Copies::hideFirst(*other, "Noor", "nor she");
    const MergedFile merged = Copies::mergeFrom(*study.session, *other);
    CHECK(merged.refused.empty());
    CHECK(Copies::linesOf(*study.session, "Noor") == 0);
    const auto hidden = take(hiddenLines(*study.session, "Noor"));
    REQUIRE(hidden.size() == 2);
    study.later();
    // Shown once it is shown, though it was hidden twice.
    take(showLine(*study.session, hidden[0].guid));
    take(showLine(*study.session, hidden[1].guid));
    CHECK(Copies::linesOf(*study.session, "Noor") == all);
    Copies::mergeFrom(*other, *study.session);
    CHECK(Copies::linesOf(*other, "Noor") == all);
    // Hidden again there, it is hidden here.
    study.later();
    Copies::hideFirst(*other, "Noor", "after all");
    Copies::mergeFrom(*study.session, *other);
    CHECK(Copies::linesOf(*study.session, "Noor") == all - 1);
}

TEST_CASE("a sample of lines comes with a copy, and its judgements come together") {
    Copies study;
    LineSampleRequest request;
    request.name = "near";
    request.query = "Noor";
    request.codes = {"closeness", "conflict"};
    request.raters = {"R1", "R2"};
    auto other = study.copied("other.rapport", 31);
    take(drawLineSample(*other, request));
    Copies::mergeFrom(*study.session, *other);
    REQUIRE(take(lineSamples(*study.session)).size() == 1);
    study.session->setViewer({study.rater("R1")});
    take(judgeLine(*study.session, "near", 1, "R1", "closeness"));
    study.session->setViewer({});
    other->setViewer({take(other->rater("R2")).id});
    study.later();
    take(judgeLine(*other, "near", 1, "R2", "conflict"));
    take(judgeLine(*other, "near", 2, "R2", noneOfTheCodes));
    other->setViewer({});
    const MergedFile merged = Copies::mergeFrom(*study.session, *other);
    CHECK(merged.refused.empty());
    auto sample = take(lineSamples(*study.session)).at(0);
    CHECK(sample.judged.at("R1") == 1);
    CHECK(sample.judged.at("R2") == 2);
    CHECK(sample.codes == request.codes);
    take(openLineSample(*study.session, "near"));
    Copies::mergeFrom(*other, *study.session);
    CHECK(take(lineSamples(*other)).at(0).isOpen);
    CHECK(take(lineJudgements(*other, "near")).data.unitCount() ==
          take(lineJudgements(*study.session, "near")).data.unitCount());
    // Another sample of the same name is told, and nothing of it comes in.
    auto third = study.reopened(
        [&] {
            const std::string path = study.scratch.file("third.rapport");
            take(backup(*study.session, path));
            return path;
        }(),
        "third", 33);
    request.name = "more";
    take(drawLineSample(*third, request));
    request.query = "conflict";
    take(drawLineSample(*study.session, request));
    const MergedFile clash = Copies::mergeFrom(*study.session, *third);
    REQUIRE(clash.refused.size() == 1);
    CHECK(clash.refused[0].reason.find("sample") != std::string::npos);
    CHECK(take(lineSamples(*study.session)).size() == 2);
}

TEST_CASE("a judgement that a merge brings after the sample was opened is told and does not count") {
    Copies study;
    LineSampleRequest request;
    request.name = "near";
    request.query = "Noor";
    request.codes = {"closeness", "conflict"};
    request.raters = {"R1", "R2"};
    take(drawLineSample(*study.session, request));
    take(judgeLine(*study.session, "near", 1, "R1", "closeness"));
    take(judgeLine(*study.session, "near", 1, "R2", "closeness"));
    auto other = study.copied("other.rapport", 31);
    study.later();
    take(openLineSample(*study.session, "near"));
    study.later();
    take(judgeLine(*other, "near", 1, "R2", "conflict"));
    take(judgeLine(*other, "near", 2, "R2", "conflict"));
    const auto agreed = [&] {
        const auto judgements = take(lineJudgements(*study.session, "near"));
        for (const agreement::Estimate& each : take(agreement::measure(judgements.data, {})).overall) {
            if (each.id == "percent_agreement")
                return each.value;
        }
        return std::optional<double>(-1);
    };
    REQUIRE(agreed() == std::optional<double>(1));
    const MergedFile merged = Copies::mergeFrom(*study.session, *other);
    CHECK(merged.added == 2);
    CHECK(agreed() == std::optional<double>(1));
    CHECK(take(lineJudgements(*study.session, "near")).late == 2);
    const auto row = take(lineSamples(*study.session)).at(0);
    CHECK(row.late == 2);
    CHECK(row.judged.at("R2") == 1);
    CHECK(std::any_of(merged.notes.begin(), merged.notes.end(), [](const base::Phrase& note) {
        return note.text().find("'near'") != std::string::npos &&
               note.text().find("do not count: 2") != std::string::npos;
    }));
}

TEST_CASE("what a rater saved and hid in a pack comes back with it, as that rater's own") {
    Copies study;
    AssignRequest request;
    request.round = "r";
    request.raters = {"R1"};
    take(assign(*study.session, request));
    const std::string file = study.scratch.file("R1.rpack");
    take(pack(*study.session, {"R1", file, ""}));
    {
        const auto own = study.reopened(file, "laptop", 41);
        study.later();
        take(saveSearch(*own, "mine", "conflict", {}));
        Copies::hideFirst(*own, "Noor", "not meant");
    }
    const auto own = study.reopened(file, "laptop", 42);
    const MergedFile merged = Copies::mergeFrom(*study.session, *own);
    CHECK(merged.refused.empty());
    CHECK(take(savedSearches(*study.session)).empty()); // the coordinator's
    study.session->setViewer({study.rater("R1")});
    CHECK(take(savedSearches(*study.session)).size() == 1);
    CHECK(take(hiddenLines(*study.session, "Noor")).size() == 1);
}

TEST_CASE("a copy that knew of every reassignment here brings its own; what was begun stays") {
    Copies study;
    for (const char* name : {"R3", "R4"})
        take(addRater(*study.session, name, model::RaterKind::Human));
    AssignRequest request;
    request.round = "r";
    request.raters = {"R1", "R2"};
    request.perUnit = 1;
    take(assign(*study.session, request));
    auto other = study.copied("other.rapport", 31);
    study.later();
    const auto moved = take(reassign(*other, {"r", "R1", {"R3"}, 1}));
    CHECK(moved.units.at("R3") > 0);
    const MergedFile merged = Copies::mergeFrom(*study.session, *other);
    CHECK(merged.refused.empty());
    CHECK(Copies::assignedIn(*study.session) == Copies::assignedIn(*other));
    CHECK(Copies::mergeFrom(*study.session, *other).added == 0);
    // Both reassigned since: nobody can say which was meant.
    study.later();
    take(reassign(*other, {"r", "R2", {"R4"}, 1}));
    take(reassign(*study.session, {"r", "R2", {"R1"}, 1}));
    const auto before = Copies::assignedIn(*study.session);
    const MergedFile both = Copies::mergeFrom(*study.session, *other);
    REQUIRE(both.refused.size() == 1);
    CHECK(both.refused[0].reason.find("reassigned") != std::string::npos);
    CHECK(Copies::assignedIn(*study.session) == before);
}

TEST_CASE("a unit that its rater began here stays that rater's when a copy gave it to another") {
    Copies study;
    take(addRater(*study.session, "R3", model::RaterKind::Human));
    AssignRequest request;
    request.round = "r";
    request.raters = {"R1"};
    request.prompts = {"Q1"};
    take(assign(*study.session, request));
    auto other = study.copied("other.rapport", 31);
    const Target begun = study.target("R1", "P1/Q1", "r");
    take(service::code(*study.session, begun, study.code("closeness")));
    study.later();
    take(reassign(*other, {"r", "R1", {"R3"}, 1}));
    Copies::mergeFrom(*study.session, *other);
    const auto assigned = Copies::assignedIn(*study.session);
    CHECK(std::count(assigned.begin(), assigned.end(), std::pair<std::string, std::string>("R1", "P1/Q1")) ==
          1);
    CHECK(std::count_if(assigned.begin(), assigned.end(),
                        [](const auto& each) { return each.first == "R1"; }) == 1);
    CHECK(std::count_if(assigned.begin(), assigned.end(),
                        [](const auto& each) { return each.first == "R3"; }) == 4);
}

TEST_CASE("texts that a copy imported do not come by merging; merging the other way loses nothing") {
    Copies study;
    auto other = study.copied("other.rapport", 31);
    const std::string table = "participant,Q1\nN1,Een nieuw antwoord van iemand\n";
    ImportOptions options;
    options.kind = ImportKind::Answers;
    take(importFiles(*other, {study.scratch.write("more.csv", table)}, options));
    take(service::code(*study.session, study.target("R1", "P1/Q1"), study.code("closeness")));
    const auto before = take(study.session->info());
    const MergedFile refused = Copies::mergeFrom(*study.session, *other);
    REQUIRE(refused.refused.size() == 1);
    CHECK(refused.refused[0].reason.find("merge this study into that copy") != std::string::npos);
    CHECK(take(study.session->info()).units == before.units);
    const MergedFile merged = Copies::mergeFrom(*other, *study.session);
    CHECK(merged.refused.empty());
    CHECK(merged.codings == 1);
    CHECK(take(other->info()).units > before.units);
}
