// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing on a rater's path may read a whole table: every statement that such work prepares is asked for its
// plan.
#include "store/database.h"
#include "store/sample_study.h"
#include "store/searches.h"

#include <algorithm>
#include <set>

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace {

/// One plan line per table that is read from end to end: "SCAN coding ...".
std::vector<std::string> scansOf(Database& database, const std::string& sql) {
    std::vector<std::string> scans;
    Statement plan = need(database.statement("EXPLAIN QUERY PLAN " + sql));
    while (need(plan.next())) {
        const std::string step = plan.text(3);
        if (step.rfind("SCAN ", 0) == 0 && step != "SCAN CONSTANT ROW")
            scans.push_back(step);
    }
    return scans;
}

} // namespace

TEST_CASE("a rater's work finds everything by an index") {
    SampleStudy study;
    study.reopen();
    Database& database = study.file->database();
    const auto isOpening = database.preparedSql();
    const model::UnitId unit(1);

    const Codings codings(*study.file);
    const Sources sources(*study.file);
    const Rounds rounds(*study.file);
    for (int wanted = 1; wanted < 32; ++wanted) {
        CodingFilter filter;
        if ((wanted & 1) != 0)
            filter.unit = unit;
        if ((wanted & 2) != 0)
            filter.source = model::SourceId(1);
        if ((wanted & 4) != 0)
            filter.rater = study.ada;
        if ((wanted & 8) != 0)
            filter.round = study.pilot;
        if ((wanted & 16) != 0)
            filter.code = study.code("closeness").code;
        for (const std::int64_t at : {0, 2}) {
            filter.at = at;
            need(codings.codings(filter));
            if ((wanted & 15) != 0)
                need(codings.ratings(filter));
        }
    }
    for (int wanted = 1; wanted < 8; ++wanted) {
        HistoryFilter filter;
        if ((wanted & 1) != 0)
            filter.unit = unit;
        if ((wanted & 2) != 0)
            filter.rater = study.ada;
        if ((wanted & 4) != 0)
            filter.code = study.code("closeness").code;
        need(Journal(*study.file).history(filter));
    }
    need(Journal(*study.file).textsWentAfter(2));
    need(codings.unitsCoded(study.code("closeness").code, study.ada));
    need(codings.unitsCoded({}, study.ada));
    need(codings.unitsBegun(study.ada, study.pilot));
    need(codings.unitsCompleted(study.ada, study.pilot));
    need(codings.flagged(study.ada, study.pilot));
    need(codings.isFlagged(unit, study.ada, study.pilot));
    need(codings.memo(study.ada, unit));
    need(sources.unit(unit, true));
    need(sources.unitByName("P1/Q1"));
    need(sources.unitsOf(model::SourceId(6)));
    need(sources.turns(model::SourceId(6)));
    need(sources.source(model::SourceId(6)));
    need(sources.freeName("talk"));
    need(sources.forEachUnitAfter(1, true, [](const UnitRow&) { return true; }));
    need(sources.forEachUnit(model::UnitId(3), true, [](const UnitRow&) { return true; }));
    need(rounds.assignments(study.pilot, study.ada));
    need(rounds.assignments(study.pilot));
    need(rounds.roundsOf(unit, study.ada));
    need(rounds.unitByNeutralNumber(study.pilot, 1));
    need(rounds.neutralNumber(study.pilot, unit));
    need(rounds.roundByName("pilot"));
    need(rounds.raterByName("Ada"));
    need(Participants(*study.file).byName("P1"));
    need(Participants(*study.file).values(model::ParticipantId(1)));
    need(study.file->position());
    need(study.file->setting("x"));
    const JournalEntry coded = need(study.append(study.code("closeness")));
    JournalEntry withdraw = study.entry(Act::Withdraw);
    withdraw.target = coded.guid;
    need(study.append(withdraw));
    need(study.append(study.code("low")));
    JournalEntry complete = study.entry(Act::Complete);
    complete.variable = study.codebook.variables[0].id;
    need(study.append(complete));
    need(study.append(study.entry(Act::Reopen)));
    need(study.append(study.entry(Act::Flag)));
    need(study.append(study.entry(Act::Unflag)));
    need(study.append(study.entry(Act::OpenRound)));

    std::size_t asked = 0;
    for (const std::string& sql : database.preparedSql()) {
        const bool isQuery = sql.rfind("SELECT", 0) == 0 || sql.rfind("UPDATE", 0) == 0 ||
                             sql.rfind("DELETE", 0) == 0 || sql.rfind("INSERT", 0) == 0;
        if (!isQuery || std::find(isOpening.begin(), isOpening.end(), sql) != isOpening.end())
            continue;
        ++asked;
        INFO(sql);
        const auto scans = scansOf(database, sql);
        CHECK(scans == std::vector<std::string>{});
    }
    CHECK(asked > 100);
}

TEST_CASE("saved searches are put in the journal's order without a join") {
    SampleStudy study;
    study.reopen();
    Database& database = study.file->database();
    const auto isOpening = database.preparedSql();
    need(Searches(*study.file).events(study.ada, {}));
    need(Searches(*study.file).events({}, "near"));
    std::size_t asked = 0;
    for (const std::string& sql : database.preparedSql()) {
        if (std::find(isOpening.begin(), isOpening.end(), sql) != isOpening.end())
            continue;
        ++asked;
        INFO(sql);
        std::size_t tables = 0;
        Statement plan = need(database.statement("EXPLAIN QUERY PLAN " + sql));
        while (need(plan.next())) {
            const std::string step = plan.text(3);
            INFO(step);
            const bool isRead = step.rfind("SCAN ", 0) == 0 || step.rfind("SEARCH ", 0) == 0;
            tables += isRead ? 1 : 0;
            CHECK((!isRead || step.find("journal") == std::string::npos ||
                   step.find("journal_by_act") != std::string::npos));
        }
        CHECK(tables == 1);
    }
    CHECK(asked == 2);
}
