// SPDX-License-Identifier: GPL-3.0-or-later
// A coordinator who rates too is blind to what is still to be rated, and only to that.
#include "base/format.h"
#include "service/analysing.h"
#include "service/analysis_figure.h"
#include "service/codebook_changes.h"
#include "service/concording.h"
#include "service/consensus.h"
#include "service/consent.h"
#include "service/exporting.h"
#include "service/history.h"
#include "service/inspecting.h"
#include "service/kept_differences.h"
#include "service/measuring.h"
#include "service/merging.h"
#include "service/originals.h"
#include "service/own_rating.h"
#include "service/packing.h"
#include "service/progress.h"
#include "service/quotes.h"
#include "service/reading.h"
#include "service/searching.h"
#include "service/source_rows.h"
#include "service/source_units.h"
#include "service/study_fixture.h"
#include "service/told_ranges.h"

#include <algorithm>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

/// R2 has rated everything; the coordinator is R1 and has rated the first unit alone.
struct SmallTeam : StudyFixture {
    SmallTeam() {
        AssignRequest request;
        request.round = "rel1";
        request.raters = {"R1", "R2"};
        request.prompts = {"Q1"};
        take(assign(*session, request));
        round = take(session->round("rel1")).id;
        for (const UnitItem& item : take(units(*session, {"rel1", "R2", UnitState::All}))) {
            const Target at{rater("R2"), round, item.id};
            take(service::code(*session, at, code("closeness")));
            take(complete(*session, at));
        }
        const auto mine = take(units(*session, {"rel1", "R1", UnitState::All}));
        done = mine.at(0).id;
        open = mine.at(1).id;
        take(complete(*session, {rater("R1"), round, done}));
    }
    void rateAsR1() { take(setCoordinatorRates(*session, "R1")); }
    std::int64_t found(const std::string& query) {
        SearchRequest request;
        request.query = query;
        auto found = service::search(*session, request);
        // A value that nobody has, as far as the viewer may see, is not known.
        if (!found && found.error().code == base::Errc::NotFound)
            return 0;
        return take(std::move(found)).matches;
    }
    std::size_t historyRows() {
        HistoryRequest request;
        request.rater = "R2";
        return take(history(*session, request)).size();
    }
    model::RoundId round;
    model::UnitId done;
    model::UnitId open;
};

} // namespace

TEST_CASE("what the coordinator still has to rate stays hidden in every view, and shows itself when done") {
    SmallTeam study;
    Session& session = *study.session;
    const auto r2 = study.rater("R2");
    CHECK(study.found("code:closeness") == 4);
    CHECK(study.found("rater:R2") == 4);
    CHECK(study.found("group:A2") == 3);
    const std::size_t all = study.historyRows();
    CHECK(take(unitWork(session, study.open, r2, study.round)).codings.size() == 1);
    CHECK(measureStudy(session, {}));

    study.rateAsR1();
    CHECK(take(coordinatorRates(session)) == "R1");
    CHECK(study.found("code:closeness") == 1);
    CHECK(study.found("rater:R2") == 1);
    CHECK(study.historyRows() < all);
    const auto refused = unitWork(session, study.open, r2, study.round);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Errc::Refused);
    CHECK(refused.error().message.find("yourself") != std::string::npos);
    CHECK(take(unitWork(session, study.done, r2, study.round)).codings.size() == 1);
    const auto marks = take(unitMarks(session, r2, study.round));
    CHECK(marks.size() == 1);
    CHECK(measureStudy(session, {}).error().code == base::Errc::Refused);
    DisagreementRequest differing;
    differing.round = "rel1";
    CHECK(disagreements(session, differing).error().code == base::Errc::Refused);
    // The own work is there, and so is the text.
    const auto own = take(unitWork(session, study.open, study.rater("R1"), study.round));
    CHECK_FALSE(own.text.empty());
    // How far everybody is may be known.
    ProgressRequest progress;
    progress.round = "rel1";
    progress.withAgreement = true;
    CHECK(take(progressReport(session, progress)).raters.size() == 2);

    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo})))
        take(complete(session, {study.rater("R1"), study.round, item.id}));
    CHECK(study.found("code:closeness") == 4);
    CHECK(study.historyRows() == all);
    CHECK(take(unitWork(session, study.open, r2, study.round)).codings.size() == 1);
    CHECK(measureStudy(session, {}));
}

TEST_CASE("blinded attributes of units still to be rated are hidden, and saying so is the coordinator's") {
    SmallTeam study;
    Session& session = *study.session;
    std::map<std::string, model::SourceId> sources;
    for (const SourceName& source : take(sourceNames(session, 1000)))
        sources.emplace(source.name, source.id);
    const auto group = [&](const std::string& name) {
        const SourceRows list = take(sourceRows(session));
        const auto at = std::find_if(list.rows.begin(), list.rows.end(),
                                     [&](const SourceRow& each) { return each.id == sources.at(name); });
        REQUIRE(at != list.rows.end());
        const auto row = std::size_t(at - list.rows.begin());
        const auto known =
            std::find_if(list.attributes.begin(), list.attributes.end(),
                         [](const SourceAttribute& each) { return each.attribute.name == "group"; });
        REQUIRE(known != list.attributes.end());
        const std::size_t shown = take(sourceText(session, list.rows[row].id)).attributes.count("group");
        CHECK((known->valueOf[list.rows[row].participant] != 0) == (shown == 1));
        return shown;
    };
    std::size_t before = 0;
    for (const char* name : {"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1"})
        before += group(name);
    CHECK(before == 4);
    study.rateAsR1();
    std::size_t after = 0;
    for (const char* name : {"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1"})
        after += group(name);
    CHECK(after == 1);
    CHECK(study.found("group:A2") <= 1 + 1); // the unit that is done, and answers to the other question
    CHECK(setCoordinatorRates(session, "Nobody").error().code == base::Errc::NotFound);
    session.setViewer({study.rater("R2")});
    CHECK(setCoordinatorRates(session, "R2").error().code == base::Errc::Refused);
    session.setViewer({});
    take(setCoordinatorRates(session, ""));
    CHECK(take(coordinatorRates(session)).empty());
    CHECK(study.found("code:closeness") == 4);
}

TEST_CASE("the list of texts keeps back names and others' codings of what is still to be rated") {
    SmallTeam study;
    Session& session = *study.session;
    const auto count = [&] {
        std::int64_t all = 0;
        for (const auto& [source, codings] : take(codingsPerSource(session)))
            all += codings;
        return all;
    };
    const auto names = [&] {
        std::multiset<std::string> all;
        const SourceRows list = take(sourceRows(session));
        for (std::size_t row = 0; row < list.rows.size(); ++row) {
            const std::string name(list.name(row));
            CHECK(take(sourceText(session, list.rows[row].id)).item.name == name);
            all.insert(name);
        }
        std::multiset<std::string> offered;
        for (const SourceName& each : take(sourceNames(session, 1000)))
            offered.insert(each.name);
        CHECK(all == offered);
        return all;
    };
    const auto before = names();
    CHECK(before.contains("P2/Q1"));
    CHECK(count() == 4);
    const std::size_t ofP = take(sourcesNamed(session, "P", 100)).size();

    study.rateAsR1();
    CHECK(count() == 1);
    const auto now = names();
    CHECK(now.size() == before.size());
    const auto isNeutral = [](const std::string& name) { return name.find('/') == std::string::npos; };
    CHECK(std::count_if(now.begin(), now.end(), isNeutral) ==
          3 + std::count_if(before.begin(), before.end(), isNeutral));
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo})))
        CHECK(now.count(item.name) == 1);
    CHECK(take(sourcesNamed(session, "P", 100)).size() == ofP - 3);
    // Nobody finds a text by whose it is.
    const SourceRows list = take(sourceRows(session));
    for (std::size_t row = 0; row < list.rows.size(); ++row) {
        if (isNeutral(std::string(list.name(row))))
            CHECK(list.participants[list.rows[row].participant].empty());
    }
    // The own codes count: they are known.
    take(service::code(session, {study.rater("R1"), study.round, study.open}, study.code("closeness")));
    CHECK(count() == 2);

    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo})))
        take(complete(session, {study.rater("R1"), study.round, item.id}));
    CHECK(count() == 5);
    CHECK(names() == before);
}

TEST_CASE("a place in a text is in a unit, whatever name the text goes by") {
    SmallTeam study;
    Session& session = *study.session;
    study.import("talk.txt", "Moderator: Wat valt op?\nP1: Zij zoekt nabijheid.\nModerator: Dank.\n",
                 ImportKind::Transcript);
    const model::Unit second = take(findUnit(session, "talk#2"));
    const model::Unit answer = take(findUnit(session, "P2/Q1"));
    const auto name = [&](const model::Unit& at) {
        const model::Unit found = take(unitAt(session, at.source, at.range.begin));
        CHECK(found.id == at.id);
        CHECK(take(findUnit(session, found.name)).id == at.id);
        return found.name;
    };
    CHECK(name(second) == "talk#2");
    CHECK(name(answer) == "P2/Q1");
    AssignRequest request;
    request.round = "turns";
    request.raters = {"R1", "R2"};
    request.withTranscripts = true;
    take(assign(session, request));
    study.rateAsR1();
    CHECK(name(second) != "talk#2");
    if (answer.id != study.done)
        CHECK(name(answer) != "P2/Q1");
    const std::string known = take(sourceText(session, second.source)).item.name;
    CHECK(known.find("talk") == std::string::npos);
    CHECK_FALSE(unitAt(session, model::SourceId(9999), text::CodePoints(0)));
}

TEST_CASE("what is still to be rated goes by neutral names, and tells nothing by other answers of the same "
          "person") {
    SmallTeam study;
    Session& session = *study.session;
    study.rateAsR1();
    const auto isNeutral = [](const std::string& name) { return name.find('/') == std::string::npos; };
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo}))) {
        CHECK(isNeutral(item.name));
        CHECK(item.sourceName.empty());
        // It is found under that name, too.
        CHECK(take(findUnit(session, item.name)).id == item.id);
    }
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Done})))
        CHECK_FALSE(isNeutral(item.name));
    SearchRequest everything;
    everything.query = "juf OR conflict OR distance OR lacht OR helpt OR tijd OR talk";
    std::size_t hidden = 0;
    for (const SearchHit& hit : take(service::search(session, everything)).hits) {
        hidden += isNeutral(hit.unitName) ? 1U : 0U;
        CHECK((hit.prompt == "Q2" || hit.unit == study.done || isNeutral(hit.unitName)));
        CHECK((hit.prompt == "Q2" || hit.unit == study.done || isNeutral(hit.title)));
    }
    CHECK(hidden == 3);
    // Who wrote something that is still to be rated is in no group, by no answer: not even by those to Q2.
    const std::int64_t grouped = study.found("group:A1") + study.found("group:A2") + study.found("group:B1");
    CHECK(grouped <= 2); // the answers of the one participant whose only unit is done
    std::int64_t counted = 0;
    for (const char* attribute : {"group"}) {
        everything.facets = {attribute};
        const auto answer = take(service::search(session, everything));
        for (const auto& [value, units] : answer.facets.at(attribute))
            counted += units;
    }
    CHECK(counted == grouped);
    // Exports and the audit trail are whole.
    CHECK(take(exportCodings(session)).find("R1-0") == std::string::npos);
    CHECK(take(audit(session, AuditFormat::Csv)).find("R1-0") == std::string::npos);
    // Each unit has its name again when it is completed.
    take(complete(session, {study.rater("R1"), study.round, study.open}));
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Done})))
        CHECK_FALSE(isNeutral(item.name));
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo})))
        take(complete(session, {study.rater("R1"), study.round, item.id}));
    CHECK(study.found("group:A1") + study.found("group:A2") + study.found("group:B1") == 7);
}

TEST_CASE("lines sorted and counted by a blinded attribute tell nothing of units still to be rated") {
    SmallTeam study;
    Session& session = *study.session;
    const auto groups = [&] {
        std::vector<std::string> named;
        const auto rows = take(lineFrequencies(session, "answer OR antwoord OR *a*", "group"));
        for (const LineFrequency& row : rows)
            if (!row.value.empty())
                named.push_back(row.value + " " + std::to_string(row.units));
        return named;
    };
    const auto facet = [&] {
        SearchRequest request;
        request.query = "juf OR conflict OR distance OR noor";
        request.facets = {"group"};
        std::int64_t counted = 0;
        auto found = take(service::search(session, request));
        for (const auto& [value, units] : found.facets["group"])
            counted += units;
        return counted;
    };
    const auto all = groups();
    const std::int64_t counted = facet();
    REQUIRE(all.size() > 1);
    study.rateAsR1();
    const auto hidden = groups();
    CHECK(hidden != all);
    CHECK(facet() < counted);
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo})))
        take(complete(session, {study.rater("R1"), study.round, item.id}));
    CHECK(groups() == all);
}

TEST_CASE("what is still to be rated follows the journal, whoever writes, and forgets what was undone") {
    SmallTeam study;
    Session& session = *study.session;
    study.rateAsR1();
    const auto heldBy = [&](Session& asked) {
        const StillToRate still = take(StillToRate::read(asked));
        std::vector<std::string> held;
        for (const UnitItem& item : take(units(asked, {"rel1", "R1", UnitState::All}))) {
            if (still.holds(item.id))
                held.push_back(still.neutralName(item.id));
        }
        held.emplace_back(still.isIn(study.round) ? "in" : "not in");
        return held;
    };
    std::uint64_t seed = 100;
    const auto again = [&] {
        return take(Session::open(study.path(), OpenMode::ReadWrite, study.environment(++seed)));
    };
    const auto isSame = [&] {
        const auto fresh = again();
        return heldBy(session) == heldBy(*fresh);
    };
    const std::size_t before = heldBy(session).size();
    REQUIRE(before == 4);
    const Target at{study.rater("R1"), study.round, study.open};
    take(service::code(session, at, study.code("closeness")));
    CHECK(heldBy(session).size() == before);
    CHECK(isSame());
    take(complete(session, at));
    CHECK(heldBy(session).size() == before - 1);
    CHECK(isSame());
    take(undo(session));
    CHECK(heldBy(session).size() == before);
    CHECK(isSame());
    // By somebody else, on another connection.
    {
        const auto other = again();
        take(complete(*other, at));
    }
    CHECK(heldBy(session).size() == before - 1);
    // Within a step that comes to nothing.
    const auto mine = take(units(session, {"rel1", "R1", UnitState::Todo}));
    REQUIRE_FALSE(mine.empty());
    const auto failed = asOneStep(session, [&](Session& inside) -> base::Status {
        take(complete(inside, {study.rater("R1"), study.round, mine.front().id}));
        CHECK(heldBy(inside).size() == before - 2);
        return base::fail(base::Errc::Refused, "not after all");
    });
    CHECK_FALSE(failed);
    CHECK(heldBy(session).size() == before - 1);
    take(service::code(session, at, study.code("conflict")));
    CHECK(isSame());
    for (const UnitItem& item : mine)
        take(complete(session, {study.rater("R1"), study.round, item.id}));
    CHECK(heldBy(session) == std::vector<std::string>{"not in"});
    CHECK(isSame());
    take(reopen(session, at));
    CHECK(heldBy(session).size() == 2);
    take(openRound(session, "rel1"));
    CHECK(heldBy(session) == std::vector<std::string>{"not in"});
    CHECK(isSame());
}

TEST_CASE("no total counts what others did on units still to be rated") {
    SmallTeam study;
    Session& session = *study.session;
    take(setMemo(session, {study.rater("R2"), study.round, study.open}, "words"));
    const auto going = [&] {
        std::int64_t codings = 0;
        std::int64_t memos = 0;
        for (const char* person : {"P1", "P2", "P3", "P4"}) {
            const ForgetReport report = take(previewForget(session, {person, true}));
            codings += report.codings;
            memos += report.memos;
        }
        return std::pair(codings, memos);
    };
    CHECK(going() == std::pair<std::int64_t, std::int64_t>(4, 1));
    CHECK(take(session.info()).codings == 4);
    CHECK(take(session.info()).completed == 5);
    study.rateAsR1();
    CHECK(going() == std::pair<std::int64_t, std::int64_t>(1, 0));
    CHECK(take(session.info()).codings == 1);
    CHECK(take(session.info()).completed == 2);
    const Target own{study.rater("R1"), study.round, study.open};
    take(service::code(session, own, study.code("conflict")));
    CHECK(going().first == 2);
    CHECK(take(session.info()).codings == 2);
    take(complete(session, own));
    CHECK(going() == std::pair<std::int64_t, std::int64_t>(3, 1));
    CHECK(take(session.info()).codings == 3);
    CHECK(take(session.info()).completed == 4);
}

TEST_CASE("units still to be rated are neither coded nor not coded by others") {
    SmallTeam study;
    Session& session = *study.session;
    const auto total = take(session.info()).answers;
    CHECK(study.found("coded:yes@R2") == 4);
    CHECK(study.found("coded:no@R2") == total - 4);
    study.rateAsR1();
    const std::int64_t held = 3;
    CHECK(study.found("coded:yes@R2") == 1);
    for (const char* query :
         {"coded:no@R2", "coded:no", "-coded:yes@R2", "-(coded:yes@R2)", "NOT rater:R2"}) {
        INFO(query);
        CHECK(study.found(query) == total - held - 1);
    }
    CHECK(study.found("coded:no@R1") == total);
    CHECK(study.found("-coded:yes@R1") == total);
    // What is own is known.
    take(service::code(session, {study.rater("R1"), study.round, study.open}, study.code("conflict")));
    CHECK(study.found("coded:yes") == 2);
    CHECK(study.found("coded:no") == total - held - 1);
    CHECK(study.found("-coded:yes") == total - held - 1);
}

TEST_CASE("no list of codings, lines or quotations tells what others gave to units still to be rated") {
    SmallTeam study;
    Session& session = *study.session;
    // Words that R2 marks in an answer that the coordinator has not rated, and in one that is done.
    for (const model::UnitId unit : {study.open, study.done}) {
        const Target at{study.rater("R2"), study.round, unit};
        take(service::code(session, at, study.code("conflict"), text::textRange(0, 3)));
    }
    const auto quoted = [&] { return take(codedQuotes(session, "conflict", 100)).size(); };
    ConcordanceRequest lines;
    lines.query = "*e* OR noor"; // every answer has some
    const auto codesOn = [&](model::UnitId unit) {
        std::size_t codes = 0;
        for (const ConcordanceLine& line : take(concordance(session, lines)).lines)
            codes += line.unit == unit ? line.codes.size() : 0U;
        return codes;
    };
    const auto linesCoded = [&] {
        ConcordanceRequest coded = lines;
        coded.coded = "closeness";
        return take(concordance(session, coded)).found;
    };
    const auto counted = [&](const char* by) {
        std::int64_t units = 0;
        for (const LineFrequency& row : take(lineFrequencies(session, LineSet(lines), by)))
            units += row.value == "closeness" || row.value == "R2" ? row.units : 0;
        return units;
    };
    const auto marked = [&](model::UnitId unit) {
        return take(unitMarksOf(session, study.rater("R2"), study.round, {unit})).front().marks.size();
    };
    CHECK(quoted() == 2);
    CHECK(codesOn(study.open) > 0);
    const std::int64_t all = linesCoded();
    CHECK(counted("code") == 4);
    CHECK(counted("rater") == 4);
    CHECK(marked(study.open) == 2);

    study.rateAsR1();
    CHECK(quoted() == 1);
    CHECK(codesOn(study.open) == 0);
    CHECK(codesOn(study.done) > 0);
    CHECK(linesCoded() < all);
    CHECK(counted("code") == 1);
    CHECK(counted("rater") == 1);
    CHECK(marked(study.open) == 0);
    CHECK(marked(study.done) == 2);
    // What a code that is gone was given to, by others, waits as well.
    take(retireCode(session, "conflict"));
    std::size_t left = 0;
    for (const LeftCoding& coding : take(codingsToRecode(session, true)))
        left += coding.code == "conflict" ? 1U : 0U;
    CHECK(left == 1);
}

TEST_CASE("questions that unblind nothing find what is still to be rated") {
    SmallTeam study;
    Session& session = *study.session;
    take(setBlinded(session, "group", false));
    const auto textsOf = [&](const std::string& value) {
        const SourceRows list = take(sourceRows(session));
        const SourceAttribute& group = list.attributes.at(0);
        REQUIRE(group.attribute.name == "group");
        return std::count_if(list.rows.begin(), list.rows.end(), [&](const SourceRow& row) {
            return group.values[group.valueOf[row.participant]] == value;
        });
    };
    const std::int64_t ofGroup = study.found("group:A2");
    const std::int64_t others = study.found("NOT group:A2");
    const std::int64_t texts = textsOf("A2");
    CHECK(ofGroup == 3);
    CHECK(texts == 3);
    take(service::code(session, {study.rater("R1"), study.round, study.open}, study.code("conflict")));
    take(setMemo(session, {study.rater("R1"), study.round, study.open}, "My own remark."));
    take(setMemo(session, {study.rater("R2"), study.round, study.open}, "A remark of R2."));
    const std::int64_t uncoded = study.found("coded:no@R1");

    study.rateAsR1();
    CHECK(study.found("group:A2") == ofGroup);
    CHECK(study.found("NOT group:A2") == others);
    CHECK(textsOf("A2") == texts);
    // Two of one person look like any two.
    const SourceRows list = take(sourceRows(session));
    std::set<std::uint32_t> places;
    std::size_t nameless = 0;
    for (const SourceRow& row : list.rows) {
        if (!list.participants[row.participant].empty())
            continue;
        ++nameless;
        places.insert(row.participant);
    }
    CHECK(nameless == 3);
    CHECK(places.size() == nameless);
    // The own work is known.
    CHECK(study.found("code:conflict@R1") == 1);
    CHECK(study.found("code:conflict") == 1);
    CHECK(study.found("coded:yes@R1") == 1);
    CHECK(study.found("coded:no@R1") == uncoded);
    CHECK(study.found("rater:R1") == 2); // and the one that is done
    CHECK(study.found("memo:own") == 1);
    // Others' is not.
    CHECK(study.found("code:closeness") == 1);
    CHECK(study.found("coded:yes@R2") == 1);
    CHECK(study.found("coded:no@R2") == study.found("question:Q2")); // none of them
    CHECK(study.found("memo:R2") == 0);
    take(setBlinded(session, "group", true));
    CHECK(textsOf("A2") < texts);
    CHECK(study.found("group:A2") < ofGroup);
}

TEST_CASE("differences say how many units they leave out, and not on how many raters differ") {
    SmallTeam study;
    Session& session = *study.session;
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo})))
        take(complete(session, {study.rater("R1"), study.round, item.id}));
    take(openRound(session, "rel1"));
    DisagreementRequest request;
    request.round = "rel1";
    request.code = "closeness";
    CHECK(take(disagreements(session, request)).size() == 4);
    AssignRequest again;
    again.round = "again";
    again.raters = {"R1", "R2"};
    again.prompts = {"Q1"};
    take(assign(session, again));
    CHECK(take(disagreementsKeptBack(session, "rel1")) == 0);
    study.rateAsR1();
    CHECK(take(disagreements(session, request)).empty());
    CHECK(take(disagreementsKeptBack(session, "rel1")) == 4);
    const auto round = take(session.round("again")).id;
    const auto first = take(units(session, {"again", "R1", UnitState::Todo})).front().id;
    take(complete(session, {study.rater("R1"), round, first}));
    CHECK(take(disagreements(session, request)).size() == 1);
    CHECK(take(disagreementsKeptBack(session, "rel1")) == 3);
}

TEST_CASE("memos on units still to be rated are not found by the coordinator who rates") {
    SmallTeam study;
    Session& session = *study.session;
    const auto found = [&] {
        SearchRequest request;
        request.query = "striking";
        request.place = SearchPlace::Memos;
        return take(service::search(session, request)).matches;
    };
    take(setMemo(session, {study.rater("R2"), study.round, study.open}, "A striking remark of R2."));
    CHECK(found() == 1);
    study.rateAsR1();
    CHECK(found() == 0);
    take(setMemo(session, {study.rater("R1"), study.round, study.open}, "My own striking remark."));
    CHECK(found() == 1);
    take(complete(session, {study.rater("R1"), study.round, study.open}));
    CHECK(found() == 2);
}

TEST_CASE("the place of own earlier work in the journal does not tell whose a text is") {
    SmallTeam study;
    Session& session = *study.session;
    // In the order of the study, as a file has it: a text between two of one person's is that person's.
    study.import("earlier.csv",
                 "rater,unit,variable,code,round\n"
                 "R1,P1/Q1,constructs,conflict,early\nR1,P1/Q2,constructs,conflict,early\n"
                 "R1,P2/Q1,constructs,conflict,early\nR1,P3/Q1,constructs,conflict,early\n"
                 "R1,P3/Q2,constructs,conflict,early\nR1,P4/Q1,constructs,conflict,early\n",
                 ImportKind::Codings);
    HistoryRequest own;
    own.rater = "R1";
    const auto before = take(history(session, own));
    CHECK(take(historyKeptBack(session, own)) == 0);
    study.rateAsR1();
    const auto isNeutral = [](const std::string& name) {
        return !name.empty() && name.find('/') == std::string::npos;
    };
    const auto rows = take(history(session, own));
    for (const HistoryRow& row : rows)
        CHECK_FALSE(isNeutral(row.unit));
    const std::int64_t kept = take(historyKeptBack(session, own));
    CHECK(kept == static_cast<std::int64_t>(before.size() + 1 - rows.size())); // and who rates was said
    CHECK(kept == 6); // three texts, coded and completed
    // Nor does a gap that is as long as the work on one of them.
    std::int64_t shown = 0;
    for (const HistoryRow& row : take(history(session, {})))
        CHECK(row.position == ++shown);
    own.after = rows.at(2).position;
    CHECK(take(history(session, own)).size() == rows.size() - 3);
    // How many there are says nothing of where they stand, and asking for one text shows none either.
    for (const HistoryRow& row : before) {
        own.after = row.position;
        own.limit = 1;
        CHECK(take(historyKeptBack(session, own)) == kept);
        for (const HistoryRow& each : take(history(session, own)))
            CHECK_FALSE(isNeutral(each.unit));
    }
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo}))) {
        HistoryRequest of;
        of.unit = item.name;
        CHECK(take(history(session, of)).empty());
        CHECK(take(historyKeptBack(session, of)) == 2);
        of.code = "conflict";
        CHECK(take(history(session, of)).empty());
        CHECK(take(historyKeptBack(session, of)) == 1);
    }
    own = {};
    own.rater = "R2";
    CHECK(take(historyKeptBack(session, own)) == 0);
    take(showPace(session, true));
    const Pace pace = take(service::pace(session, "R1", ""));
    CHECK(pace.keptBack == 3);
    CHECK(pace.completed == pace.keptBack + static_cast<std::int64_t>(pace.units.size()));
    for (const UnitTime& unit : pace.units)
        CHECK_FALSE(isNeutral(unit.name));
    // Nor do the same person's rows as a rater, whose times stand in the other view with names.
    take(service::code(session, {study.rater("R1"), study.round, study.open}, study.code("closeness")));
    session.setViewer({study.rater("R1")});
    std::int64_t number = 0;
    std::int64_t earlier = 0;
    std::int64_t current = 0;
    for (const HistoryRow& row : take(history(session, {}))) {
        CHECK(row.position == ++number);
        (row.round == "early" ? earlier : current) += 1;
    }
    CHECK(earlier + kept == std::count_if(before.begin(), before.end(),
                                          [](const HistoryRow& row) { return row.round == "early"; }));
    CHECK(current == 2); // the text that is done, and what was begun
    CHECK(take(historyKeptBack(session, {})) == 6);
    CHECK(take(service::pace(session, "R1", "")).keptBack == 3);
    session.setViewer({});
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo})))
        take(complete(session, {study.rater("R1"), study.round, item.id}));
    own.rater = "R1";
    CHECK(take(historyKeptBack(session, own)) == 0);
    CHECK(take(history(session, own)).size() > before.size());
}

TEST_CASE("a row on many units does not tell which of them one is that is still to be rated") {
    SmallTeam study;
    Session& session = *study.session;
    take(addRater(session, "R3", model::RaterKind::Human));
    AssignRequest request;
    request.round = "rel2";
    request.raters = {"R2"};
    request.prompts = {"Q1"};
    take(assign(session, request));
    ReassignRequest moved;
    moved.round = "rel2";
    moved.from = "R2";
    moved.to = {"R3"};
    take(reassign(session, moved));
    HistoryRequest asked;
    for (const char* name : {"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1"}) {
        if (study.unit(name) == study.open)
            asked.unit = name;
    }
    REQUIRE_FALSE(asked.unit.empty());
    const auto reassigned = [&] {
        const auto rows = take(history(session, asked));
        return std::count_if(rows.begin(), rows.end(),
                             [](const HistoryRow& row) { return row.act == "reassign"; });
    };
    CHECK(reassigned() == 1);
    study.rateAsR1();
    // Nor does its own name lead to the neutral one.
    CHECK(history(session, asked).error().code == base::Errc::Refused);
    asked.unit.clear();
    // Nor its place among the units that the row names.
    asked.rater = "R3";
    for (const HistoryRow& row : take(history(session, asked))) {
        if (row.act != "reassign")
            continue;
        const std::size_t lastNamed = row.words.rfind("/Q1");
        const std::size_t firstNeutral = row.words.find(", R1-");
        REQUIRE(lastNamed != std::string::npos);
        REQUIRE(firstNeutral != std::string::npos);
        CHECK(lastNamed < firstNeutral);
    }
    asked.rater.clear();
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo}))) {
        if (item.id == study.open)
            asked.unit = item.name;
    }
    REQUIRE_FALSE(asked.unit.empty());
    CHECK(reassigned() == 0);
}

TEST_CASE("what is still to be rated stands behind the rest by neutral name, wherever units are listed") {
    SmallTeam study;
    Session& session = *study.session;
    study.rateAsR1();
    const auto isNeutral = [](const std::string& name) { return name.find('/') == std::string::npos; };
    const auto check = [&](const char* where, const std::vector<std::string>& names) {
        INFO(where);
        const auto first = std::find_if(names.begin(), names.end(), isNeutral);
        CHECK(names.end() - first == 3);
        CHECK(std::all_of(first, names.end(), isNeutral));
        CHECK(std::is_sorted(first, names.end()));
        CHECK(first - names.begin() > 1);
    };
    std::vector<std::string> names;
    const SourceRows rows = take(sourceRows(session));
    for (std::size_t row = 0; row < rows.rows.size(); ++row) {
        names.emplace_back(rows.name(row));
        if (isNeutral(names.back()))
            CHECK(rows.files[rows.rows[row].file].empty());
    }
    check("sources", names);
    names.clear();
    for (const SourceName& each : take(sourceNames(session, 1000)))
        names.push_back(each.name);
    check("names of sources", names);
    names.clear();
    std::int64_t before = 0;
    for (const UnitItem& each : take(units(session, {}))) {
        names.push_back(each.name);
        CHECK(each.ordinal > before);
        before = each.ordinal;
    }
    check("units", names);
    names.clear();
    const model::Round whole = take(roundFor(session, study.done, study.rater("R1"), "default"));
    std::vector<model::UnitId> listed;
    for (const RatingPlace& each : take(ratingPlaces(session, study.rater("R1"), whole, {})))
        listed.push_back(each.unit);
    for (const UnitItem& each : take(units(session, {}))) // of answers alone
        names.push_back(each.name);
    REQUIRE(listed.size() == names.size());
    for (std::size_t at = 0; at < listed.size(); ++at)
        CHECK(take(findUnit(session, names[at])).id == listed[at]);
    // No words: nothing ranks.
    for (const SearchSort sort : {SearchSort::Relevance, SearchSort::Source, SearchSort::Date}) {
        SearchRequest everything;
        everything.query = "question:Q1 OR question:Q2";
        everything.sort = sort;
        names.clear();
        for (const SearchHit& hit : take(service::search(session, everything)).hits) {
            names.push_back(hit.unitName);
            CHECK(hit.sourceGuid.isNull() == isNeutral(hit.unitName));
        }
        check("hits", names);
        everything.offset = 4;
        everything.limit = 2;
        const auto window = take(service::search(session, everything)).hits;
        REQUIRE(window.size() == 2);
        CHECK(window[0].unitName == names[4]);
        CHECK(window[1].unitName == names[5]);
    }
    ConcordanceRequest lines;
    lines.query = "*e*";
    const auto namesOfLines = [&] {
        std::vector<std::string> all;
        for (const ConcordanceLine& line : take(concordance(session, lines)).lines) {
            if (all.empty() || all.back() != line.unitName)
                all.push_back(line.unitName);
            CHECK(line.sourceGuid.isNull() == isNeutral(line.unitName));
        }
        return all;
    };
    const auto inOrder = namesOfLines();
    const auto first = std::find_if(inOrder.begin(), inOrder.end(), isNeutral);
    REQUIRE(first != inOrder.end());
    CHECK(first != inOrder.begin());
    CHECK(std::all_of(first, inOrder.end(), isNeutral));
    CHECK(std::is_sorted(first, inOrder.end()));
    // Nor by where it comes from: together and without it.
    lines.sort = {"source"};
    const auto bySource = namesOfLines();
    const auto known = std::find_if_not(bySource.begin(), bySource.end(), isNeutral);
    CHECK(std::none_of(known, bySource.end(), isNeutral));
}

TEST_CASE("a round that came by an import, and work outside rounds, tell no order of the study") {
    StudyFixture study;
    std::string answers = "participant,group,Q1\n";
    std::string codings = "rater,unit,variable,code,round\n";
    for (int at = 10; at < 34; ++at) {
        const std::string name = "N" + std::to_string(at);
        answers += name + ",A1,Tekst nummer " + std::to_string(at) + ".\n";
        codings += "R1," + name + "/Q1,constructs,conflict,imp\n";
    }
    study.import("more.csv", answers);
    study.import("imp.csv", codings, ImportKind::Codings);
    Session& session = *study.session;
    const auto isNeutral = [](const std::string& name) { return name.find('/') == std::string::npos; };
    for (int at = 10; at < 34; ++at)
        take(service::code(session, study.target("R1", "N" + std::to_string(at) + "/Q1"),
                           study.code("closeness")));
    AssignRequest request;
    request.round = "blind";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(assign(session, request));
    std::size_t done = 0;
    for (const UnitItem& item : take(units(session, {"blind", "R1", UnitState::Todo}))) {
        if (++done > 12)
            break;
        take(complete(session, {study.rater("R1"), take(session.round("blind")).id, item.id}));
    }
    const model::Round imported = take(session.round("imp"));
    const auto isInOrder = [](const std::vector<model::UnitId>& ids) {
        return std::is_sorted(ids.begin(), ids.end());
    };
    std::vector<std::vector<model::UnitId>> orders;
    const auto look = [&](Session& in, const char* round) {
        std::vector<model::UnitId> ids;
        std::int64_t last = 0;
        for (const UnitItem& item : take(units(in, {round, "R1", UnitState::All}))) {
            ids.push_back(item.id);
            CHECK(item.ordinal > last);
            last = item.ordinal;
        }
        CHECK(ids.size() >= 24);
        orders.push_back(ids);
        return ids;
    };

    take(setCoordinatorRates(session, "R1"));
    for (const char* round : {"imp", "default", "blind"}) {
        INFO(round);
        std::vector<std::string> names;
        std::int64_t last = 0;
        for (const UnitItem& item : take(units(session, {round, "R1", UnitState::All}))) {
            names.push_back(item.name);
            CHECK(item.ordinal > last);
            last = item.ordinal;
        }
        const auto first = std::find_if(names.begin(), names.end(), isNeutral);
        CHECK(first != names.begin());
        CHECK(first != names.end());
        CHECK(std::all_of(first, names.end(), isNeutral));
        CHECK(std::is_sorted(first, names.end()));
    }
    std::vector<model::UnitId> listed;
    for (const UnitItem& item : take(units(session, {"imp", "R1", UnitState::All})))
        listed.push_back(item.id);
    std::vector<model::UnitId> toRate;
    for (const RatingPlace& place : take(ratingPlaces(session, study.rater("R1"), imported, {})))
        toRate.push_back(place.unit);
    CHECK(toRate == listed);

    PackRequest packed;
    packed.rater = "R1";
    packed.out = study.scratch.file("r1.rapport");
    take(pack(session, packed));
    session.setViewer({study.rater("R1")});
    for (const char* round : {"imp", "default", "blind"}) {
        INFO(round);
        CHECK_FALSE(isInOrder(look(session, round)));
    }
    CHECK(orders[0] != orders[1]);
    toRate.clear();
    for (const RatingPlace& place : take(ratingPlaces(session, study.rater("R1"), imported, {})))
        toRate.push_back(place.unit);
    CHECK(toRate == orders[0]);
    std::vector<model::UnitId> alone;
    for (const UnitItem& item : take(units(session, {"imp", "R1", UnitState::Done}))) {
        alone.push_back(item.id);
        CHECK(orders[0][static_cast<std::size_t>(item.ordinal) - 1] == item.id);
    }
    CHECK(alone.size() == 24);
    const auto namesOf = [](Session& in, const char* round) {
        std::vector<std::string> names;
        for (const UnitItem& item : take(units(in, {round, "R1", UnitState::All})))
            names.push_back(item.neutralName);
        return names;
    };
    const auto names = namesOf(session, "imp");
    auto inPack = take(Session::open(packed.out, OpenMode::ReadOnly, study.environment(77)));
    CHECK(namesOf(*inPack, "imp") == names);
    // What comes back leaves the places of the study as they are.
    inPack.reset();
    session.setViewer({});
    take(setCoordinatorRates(session, ""));
    const auto before = look(session, "imp");
    CHECK(isInOrder(before));
    take(merge(session, {{packed.out}, ""}));
    CHECK(look(session, "imp") == before);
}

TEST_CASE("no question about sources and speakers finds out what is still to be rated") {
    SmallTeam study;
    Session& session = *study.session;
    study.import("talk.txt", "Moderator: Wat valt op?\nP1: Zij zoekt nabijheid.\nModerator: Dank.\n",
                 ImportKind::Transcript);
    AssignRequest request;
    request.round = "turns";
    request.raters = {"R1", "R2"};
    request.withTranscripts = true;
    take(assign(session, request));
    const model::SourceId talk = take(findUnit(session, "talk#2")).source;
    const auto open = [&] {
        for (const char* name : {"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1"}) {
            if (study.unit(name) == study.open)
                return std::string(name);
        }
        return std::string();
    }();
    REQUIRE_FALSE(open.empty());
    CHECK(study.found("source:" + open) == 1);
    CHECK(study.found("speaker:P1") == 1);
    const auto counted = [&](const char* facet) {
        SearchRequest everything;
        everything.query = "*e*";
        everything.facets = {facet};
        std::int64_t all = 0;
        auto found = take(service::search(session, everything));
        for (const auto& [value, units] : found.facets[facet])
            all += units;
        return all;
    };
    const std::int64_t sources = counted("source");
    const model::SourceId openSource = take(findUnit(session, open)).source;
    CHECK(counted("speaker") > 0);
    const auto speakers = [&] {
        std::set<std::string> all;
        for (const model::Turn& turn : take(sourceText(session, talk)).turns)
            all.insert(turn.speaker);
        const model::Round whole = take(roundFor(session, study.done, study.rater("R1"), "default"));
        const TranscriptView shown = take(transcript(session, talk, study.rater("R1"), whole.id));
        for (const model::Turn& turn : shown.turns)
            CHECK(all.count(turn.speaker) == 1);
        return all;
    };
    CHECK(speakers() == std::set<std::string>{"Moderator", "P1"});

    study.rateAsR1();
    CHECK(study.found("source:" + open) == 0);
    CHECK(study.found("speaker:P1") == 0);
    CHECK(counted("source") < sources);
    CHECK(counted("speaker") == 0);
    CHECK(speakers() == std::set<std::string>{"S1", "S2"});
    const SourceText text = take(sourceText(session, talk));
    CHECK(text.item.file.empty());
    CHECK_FALSE(take(originalOf(session, talk)));
    CHECK(take(sourceText(session, openSource)).item.participant.empty());
    SimilarRequest like;
    like.units = {open};
    CHECK(similarTexts(session, like).error().code == base::Errc::Refused);
    for (const LineFrequency& row : take(lineFrequencies(session, "*e*", "source")))
        CHECK((row.value != open && row.value != "talk"));
    // The act of a memo names no text.
    const ChangeSet memo = take(setSourceMemo(session, talk, "Striking."));
    CHECK(memo.unitName.find("talk") == std::string::npos);
}

TEST_CASE("no question about sources and speakers finds memos on what is still to be rated") {
    SmallTeam study;
    Session& session = *study.session;
    study.import("talk.txt", "Moderator: Wat valt op?\nP1: Zij zoekt nabijheid.\nP1: En rust.\n",
                 ImportKind::Transcript);
    const model::Unit turn = take(findUnit(session, "talk#2"));
    const model::Unit next = take(findUnit(session, "talk#3"));
    AssignRequest request;
    request.round = "turns";
    request.raters = {"R1", "R2"};
    request.withTranscripts = true;
    take(assign(session, request));
    const model::RoundId turns = take(session.round("turns")).id;
    const auto open = [&] {
        for (const char* name : {"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1"}) {
            if (study.unit(name) == study.open)
                return std::string(name);
        }
        return std::string();
    }();
    REQUIRE_FALSE(open.empty());
    // The own ones, and one of nobody: these may be read.
    take(setMemo(session, {study.rater("R1"), study.round, study.open}, "Striking."));
    take(setMemo(session, {study.rater("R1"), turns, turn.id}, "Striking."));
    take(setMemo(session, {study.rater("R1"), turns, next.id}, "Striking."));
    take(setSourceMemo(session, take(findUnit(session, open)).source, "Striking, to us."));
    const auto asked = [&](const std::string& query) {
        SearchRequest memos;
        memos.query = query;
        memos.place = SearchPlace::Memos;
        memos.facets = {"speaker"};
        return take(service::search(session, memos));
    };
    CHECK(asked("striking").matches == 4);
    CHECK(asked("striking").facets["speaker"] == std::map<std::string, std::int64_t>{{"P1", 2}});
    CHECK(asked("source:" + open).matches == 2);
    CHECK(asked("striking source:" + open.substr(0, 2) + "*").matches == 2);
    CHECK(asked("speaker:P1").matches == 2);

    study.rateAsR1();
    CHECK(asked("striking").matches == 4);
    CHECK(asked("striking").facets["speaker"].empty());
    CHECK(asked("source:" + open).matches == 0);
    CHECK(asked("striking source:" + open.substr(0, 2) + "*").matches == 0);
    CHECK(asked("speaker:P1").matches == 0);
    CHECK(asked("striking NOT source:" + open).matches == 0);
    take(complete(session, {study.rater("R1"), turns, next.id}));
    CHECK(asked("speaker:P1").matches == 1);
    CHECK(asked("striking").facets["speaker"] == std::map<std::string, std::int64_t>{{"P1", 1}});
}

TEST_CASE("analyses leave out what the coordinator still has to rate") {
    SmallTeam study;
    Session& session = *study.session;
    AnalysisRequest request;
    const auto units = [&]() -> std::int64_t {
        const auto made = analyse(session, "counts", request);
        if (!made)
            return -1;
        for (const auto& [name, value] : made->data) {
            if (name == "units")
                return std::get<std::int64_t>(value);
        }
        return -2;
    };
    request.select.rounds = {"rel1"};
    CHECK(units() == 4);
    study.rateAsR1();
    CHECK(units() == 1);
    for (const UnitItem& item : take(service::units(session, {"rel1", "R1", UnitState::Todo})))
        take(complete(session, {study.rater("R1"), study.round, item.id}));
    CHECK(units() == 4);
}

TEST_CASE("analyses say how many units they leave out that the coordinator still has to rate") {
    SmallTeam study;
    Session& session = *study.session;
    // Done by others in a round that is open, too: there they are missed.
    AssignRequest assigned;
    assigned.round = "rel2";
    assigned.kind = model::RoundKind::Reliability;
    assigned.raters = {"R2"};
    assigned.prompts = {"Q1", "Q2"};
    take(assign(session, assigned));
    const model::RoundId other = take(session.round("rel2")).id;
    for (const UnitItem& item : take(units(session, {"rel2", "R2", UnitState::All})))
        take(complete(session, {study.rater("R2"), other, item.id}));
    take(openRound(session, "rel2"));
    AnalysisRequest request;
    const auto fact = [](const analysis::Result& result, const std::string& key) -> std::int64_t {
        for (const auto& [name, value] : result.data) {
            if (name == key)
                return std::get<std::int64_t>(value);
        }
        return 0;
    };
    const auto isNoted = [](const analysis::Result& result) {
        return std::find(result.notes.begin(), result.notes.end(), "left_out_to_rate") != result.notes.end();
    };
    request.select.rounds = {"rel2"};
    const auto whole = take(analyse(session, "frequencies", request));
    const std::int64_t all = fact(whole, "units");
    CHECK_FALSE(isNoted(whole));
    CHECK(fact(whole, "left_out_to_rate") == 0);
    study.rateAsR1();
    for (const char* name : {"frequencies", "counts", "cooccurrence", "crosstab", "drift"}) {
        INFO(name);
        request.by = std::string(name) == "crosstab" ? "group" : "";
        const auto made = take(analyse(session, name, request));
        CHECK(isNoted(made));
        CHECK(fact(made, "left_out_to_rate") == 3);
        if (std::string(name) != "drift")
            CHECK(fact(made, "units") == all - 3);
    }
    request.by.clear();
    request.select.rounds = {"rel1"};
    const auto made = take(analyse(session, "counts", request));
    CHECK(fact(made, "left_out_to_rate") == 3);
    const auto drawn = take(analysisFigure(made));
    CHECK(drawn.svg.find("still has to rate them: 3<") != std::string::npos);
    FigureWish dutch;
    dutch.leftOut = "Blijven weg: ";
    CHECK(take(analysisFigure(made, dutch)).svg.find("Blijven weg: 3<") != std::string::npos);
    // Whose group is not known may be in any: that says nothing of whose it is.
    request.select.rounds = {"rel2"};
    for (const char* group : {"group=A1", "group=A2", "group=B1"}) {
        request.select.participants = {group};
        if (const auto of = analyse(session, "frequencies", request))
            CHECK(fact(*of, "left_out_to_rate") == 3);
    }
    request.select.participants.clear();
    request.select.prompts = {"Q2"};
    CHECK_FALSE(isNoted(take(analyse(session, "frequencies", request))));
    request.select.prompts.clear();
    for (const UnitItem& item : take(units(session, {"rel1", "R1", UnitState::Todo})))
        take(complete(session, {study.rater("R1"), study.round, item.id}));
    CHECK_FALSE(isNoted(take(analyse(session, "frequencies", request))));
}

TEST_CASE("the R export is whole, data and frequencies alike") {
    SmallTeam study;
    Session& session = *study.session;
    ExportRequest request;
    request.kind = ExportKind::Wide;
    request.select.rounds = {"rel1"};
    request.withBlinded = true;
    const auto written = [&](const std::string& stem) {
        const std::string path = study.scratch.file(stem + ".R");
        std::vector<std::string> parts;
        for (const std::string& file : take(writeExport(session, request, path)).files) {
            if (file != path) // which names its data by the stem
                parts.push_back(take(base::readFile(file)));
        }
        CHECK(parts.size() > 1);
        return parts;
    };
    const auto before = written("before");
    study.rateAsR1();
    CHECK(written("after") == before);
}

TEST_CASE("how far into its source a turn stands is not told of what is still to be rated") {
    SmallTeam study;
    Session& session = *study.session;
    study.import("talk.txt", "Moderator: Wat valt op?\nP1: Zij zoekt nabijheid.\nModerator: Dank.\n",
                 ImportKind::Transcript);
    AssignRequest request;
    request.round = "turns";
    request.raters = {"R1", "R2"};
    request.withTranscripts = true;
    take(assign(session, request));
    const model::Unit turn = take(findUnit(session, "talk#2"));
    const auto hit = [&] {
        SearchRequest asked;
        asked.query = "nabijheid";
        return take(service::search(session, asked)).hits.at(0);
    };
    const SearchHit open = hit();
    CHECK(open.toldRanges == open.ranges);
    study.rateAsR1();
    const SearchHit hidden = hit();
    CHECK(hidden.unit == turn.id);
    CHECK(hidden.ranges == open.ranges); // where the window opens
    CHECK(hidden.toldRanges.at(0).begin.value == open.ranges.at(0).begin.value - turn.range.begin.value);
    for (const UnitItem& item : take(units(session, {}))) {
        const bool isHidden = item.sourceName.empty();
        CHECK(toldRange(item).begin.value == (isHidden ? 0 : item.range.begin.value));
        CHECK(toldRange(item).end.value - toldRange(item).begin.value ==
              item.range.end.value - item.range.begin.value);
    }
    // Nor by what is wrong with a range.
    RedactRequest outside;
    outside.unit = turn.id;
    outside.range = text::textRange(0, turn.range.begin.value + 1);
    const auto refused = redact(session, outside);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == fmt::format("the range is not inside the unit (0 to {})",
                                                 turn.range.end.value - turn.range.begin.value));
}
