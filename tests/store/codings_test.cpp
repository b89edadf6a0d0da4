// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/codings.h"
#include "store/sample_study.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <tuple>

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

TEST_CASE("codings can be narrowed by each of their references, and come in a fixed order") {
    SampleStudy study;
    const auto add = [&](const char* code, const char* unit, model::RaterId rater,
                         std::optional<text::TextRange> range = {}) {
        JournalEntry entry = study.code(code);
        entry.unit = study.unit(unit);
        entry.rater = rater;
        entry.range = range;
        return need(study.append(entry));
    };
    add("conflict", "talk#3", study.ben);
    add("closeness", "P2/Q1", study.ben, text::textRange(5, 6));
    add("closeness", "P2/Q1", study.ben, text::textRange(1, 9));
    add("low", "P2/Q1", study.ada);
    const auto last = add("closeness", "P2/Q1", study.ada);
    add("closeness", "P1/Q1", study.ada);

    const Codings codings(*study.file);
    const auto found = [&](const CodingFilter& filter) {
        std::vector<std::int64_t> ids;
        for (const model::Coding& coding : need(codings.codings(filter)))
            ids.push_back(coding.id.value);
        return ids;
    };
    using Ids = std::vector<std::int64_t>;
    CHECK(found({}) == Ids{7, 6, 5, 4, 3, 2});
    CodingFilter filter;
    filter.unit = study.unit("P2/Q1");
    CHECK(found(filter) == Ids{6, 5, 4, 3});
    filter.rater = study.ben;
    CHECK(found(filter) == Ids{4, 3});
    filter = {};
    filter.source = model::SourceId(6);
    CHECK(found(filter) == Ids{2});
    filter = {};
    filter.code = study.code("closeness").code;
    CHECK(found(filter) == Ids{7, 6, 4, 3});
    filter.at = last.position;
    CHECK(found(filter) == Ids{6, 4, 3});
    filter = {};
    filter.round = study.pilot;
    CHECK(found(filter).size() == 6);
    filter.round = model::RoundId(99);
    CHECK(found(filter).empty());

    CHECK(need(codings.codingCount()) == 6);
    using Units = std::vector<model::UnitId>;
    const auto unit = [&](const char* name) { return study.unit(name); };
    CHECK(need(codings.unitsCoded(study.code("closeness").code, {})) == Units{unit("P1/Q1"), unit("P2/Q1")});
    CHECK(need(codings.unitsCoded(study.code("closeness").code, study.ben)) == Units{unit("P2/Q1")});
    CHECK(need(codings.unitsCoded({}, study.ben)) == Units{unit("P2/Q1"), unit("talk#3")});
    CHECK(need(codings.unitsCoded({}, {})) == Units{unit("P1/Q1"), unit("P2/Q1"), unit("talk#3")});
    CHECK(need(codings.unitsCoded(study.code("high").code, {})).empty());
    CHECK(need(codings.unitsBegun(study.ben, study.pilot)) == Units{unit("P2/Q1"), unit("talk#3")});
    CHECK(need(codings.unitsBegun(study.ben, model::RoundId(99))).empty());
    CHECK(need(codings.unitsCompleted(study.ben, study.pilot)).empty());
}

TEST_CASE("the latest memo of an author on a unit counts") {
    SampleStudy study;
    Codings codings(*study.file);
    const auto unit = study.unit("P1/Q1");
    CHECK(need(codings.memo(study.ada, unit)).text.empty());
    CHECK(need(codings.memo(study.ada, unit)).unit == unit);
    const auto put = [&](model::RaterId author, const char* text) {
        model::Memo memo{base::Guid::random(study.random), author, unit, text, study.clock.now()};
        need(codings.putMemo(memo));
        return memo;
    };
    put(study.ada, "first");
    const auto second = put(study.ada, "twee\xC3\xABntwintig");
    put(study.ben, "Ben's");
    put({}, "the researcher's");
    CHECK(need(codings.memo(study.ada, unit)).text == second.text);
    CHECK(need(codings.memo(study.ada, unit)).guid == second.guid);
    CHECK(need(codings.memo({}, unit)).text == "the researcher's");
    CHECK(need(codings.memos()).size() == 3);
    put(study.ben, ""); // taken away
    const auto memos = need(codings.memos());
    REQUIRE(memos.size() == 2);
    CHECK(memos[0].author.isNone());
    CHECK(memos[1].text == second.text);
    CHECK(refusal(codings.putMemo({{}, study.ada, unit, "x", {}})) == base::Errc::InvalidArgument);
}

namespace {

using Key = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>; // unit, rater, code, begin
using State = std::map<Key, base::Guid>;

State stateAt(const SampleStudy& study, std::int64_t at) {
    CodingFilter filter;
    filter.at = at;
    State state;
    for (const model::Coding& coding : need(Codings(*study.file).codings(filter)))
        state.emplace(Key{coding.unit.value, coding.rater.value, coding.code.value,
                          coding.range ? coding.range->begin.value : -1},
                      coding.guid);
    return state;
}

} // namespace

TEST_CASE("after any acts the past is what it was, and the journal accounts for the state") {
    SampleStudy study; // each run is a transaction that is not committed
    const bool holds = rc::check(
        "past and state", [&study](const std::vector<std::tuple<std::uint8_t, std::uint8_t>>& acts) {
            std::map<std::int64_t, State> past;
            State state;
            auto transaction = need(Transaction::begin(*study.file));
            Journal journal(*study.file);
            for (const auto& [kind, choice] : acts) {
                JournalEntry entry = study.code(choice % 2 == 0 ? "closeness" : "conflict");
                entry.unit = model::UnitId(1 + (choice >> 1) % 3);
                entry.rater = (choice >> 3) % 2 == 0 ? study.ada : study.ben;
                if ((choice >> 4) % 2 == 0)
                    entry.range = text::textRange((choice >> 5) % 4, 10);
                const Key key{entry.unit.value, entry.rater.value, entry.code.value,
                              entry.range ? entry.range->begin.value : -1};
                const auto known = state.find(key);
                bool isAllowed = true;
                switch (kind % 5) {
                case 0:
                case 1:
                    isAllowed = known == state.end();
                    break;
                case 2:
                    entry.act = Act::Withdraw;
                    isAllowed = known != state.end();
                    if (isAllowed)
                        entry.target = known->second;
                    break;
                case 3:
                    entry.act = Act::Complete;
                    break;
                default:
                    entry.act = Act::Reopen;
                    break;
                }
                const auto appended = journal.append(entry, study.random);
                if (entry.act == Act::Code || entry.act == Act::Withdraw)
                    RC_ASSERT(appended.has_value() == isAllowed);
                if (!appended)
                    continue;
                if (entry.act == Act::Code)
                    state[key] = appended->guid;
                else if (entry.act == Act::Withdraw)
                    state.erase(key);
                past[appended->position] = state;
            }
            for (const auto& [position, expected] : past)
                RC_ASSERT(stateAt(study, position) == expected);
            RC_ASSERT(stateAt(study, 0) == state);
            RC_ASSERT(study.problems().empty());
        });
    CHECK(holds);
}
