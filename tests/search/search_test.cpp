// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/search.h"
#include "support/catch.hpp"
#include "support/scratch.h"

#include <fstream>

using namespace rapport;
using namespace rapport::search;

namespace {

IndexedUnit unitOf(std::int64_t id, const std::string& text) {
    IndexedUnit unit;
    unit.id = model::UnitId(id);
    unit.kind = "answer";
    unit.text = text;
    unit.fields = {{"speaker", "Jan"}};
    return unit;
}

struct Study {
    explicit Study(std::vector<IndexedUnit> all)
        : units(std::move(all))
        , index(*Index::open(scratch.path(), base::Guid::fromText("study"), 1))
        , reader(IndexReader::none()) {
        REQUIRE(index.apply({units, {}, 1}));
        reader = index.reader();
        scope.reader = &reader;
        auto tokens = TokenIndex::build(
            [this](const TokenIndex::TextVisitor& visit) {
                for (const IndexedUnit& unit : units)
                    visit(unit.id, unit.text);
                return base::Status();
            },
            1);
        REQUIRE(tokens);
        scope.tokens = *tokens;
    }
    SearchResult find(const std::string& text, const SearchOptions& options = {}) {
        const auto query = parseQuery(text);
        REQUIRE(query);
        const auto result = search::search(scope, *query, {}, options);
        REQUIRE(result);
        return *result;
    }

    test::ScratchFolder scratch;
    std::vector<IndexedUnit> units;
    Index index;
    IndexReader reader;
    SearchScope scope;
};

} // namespace

TEST_CASE("search: nothing found is a result, with another spelling where there is one") {
    Study study({unitOf(1, "een goede relatie"), unitOf(2, "de relatie is goed"), unitOf(3, "reclame")});
    const SearchResult none = study.find("relatei");
    CHECK(none.matches == 0);
    CHECK(none.hits.empty());
    CHECK(none.units.empty());
    CHECK(none.suggestion == std::optional<std::string>("relatie"));
    CHECK(study.find("goede relatei -ruzie").suggestion ==
          std::optional<std::string>("goede AND relatie AND NOT ruzie"));
    CHECK(study.find("\"goede relatei\"").suggestion == std::optional<std::string>("\"goede relatie\""));
    CHECK_FALSE(study.find("\"relatei goede\"").suggestion); // would not find anything either
    CHECK_FALSE(study.find("xylofoon").suggestion);
    // An operator before another word.
    CHECK(study.find("goede or reclame").suggestion == std::optional<std::string>("goede OR reclame"));
    CHECK(study.find("goede near/2 relatie").suggestion ==
          std::optional<std::string>("goede NEAR/2 relatie"));
    CHECK(study.find("(reclame or goede) and relatie").suggestion ==
          std::optional<std::string>("(reclame OR goede) AND relatie"));
    CHECK(study.find("\"goede or relatie\"").suggestion != std::optional<std::string>("goede OR relatie"));
    CHECK_FALSE(study.find("goede reclame").suggestion); // both are words
    CHECK_FALSE(study.find("relatie").suggestion);
    SearchOptions without;
    without.wantsSuggestion = false;
    CHECK_FALSE(study.find("relatei", without).suggestion);
}

TEST_CASE("search: the best comes first, and scores are relative to it") {
    Study study({unitOf(1, "band en nog veel meer woorden die er niet toe doen, zo lang als het duurt"),
                 unitOf(2, "band band band"), unitOf(3, "iets anders")});
    const SearchResult found = study.find("band");
    REQUIRE(found.hits.size() == 2);
    CHECK(found.hits[0].unit == model::UnitId(2));
    CHECK(found.hits[0].score == 1.0);
    CHECK(found.hits[1].score < 1.0);
    CHECK(found.hits[1].score > 0.0);
    const SearchResult byField = study.find("speaker:jan");
    REQUIRE(byField.hits.size() == 3);
    for (const SearchHit& hit : byField.hits)
        CHECK(hit.score == 1.0);
}

TEST_CASE("search: too long words and values, and names, never break the index") {
    const std::string longWord(5'000, 'a');
    IndexedUnit unit = unitOf(1, longWord + " \u0430" + std::string(300, 'b') + " kort");
    unit.kind = std::string(500, 'k');
    unit.fields = {{"speaker", longWord},
                   {std::string(400, 'n'), longWord},
                   {"", std::string("\0\x1f\x1e", 3)},
                   {"speaker", ""}};
    unit.date = std::string(400, '9');
    std::string accents;
    for (int at = 0; at < 300; ++at)
        accents += "\u0430"; // two bytes each: the cut must not halve one
    unit.text += " " + accents;
    Study study({unit});
    CHECK(study.find(longWord).matches == 1);
    CHECK(study.find("kort").matches == 1);
    CHECK(study.find(accents).matches == 1);
    CHECK(study.find("aaa*").matches == 1);
    CHECK(study.find("speaker:" + longWord).matches == 1);
    SearchOptions options;
    options.facets = {"speaker", "nowhere"};
    const SearchResult found = study.find("kort", options);
    REQUIRE(found.facets.size() == 2);
    REQUIRE(found.facets[0].second.size() == 1);
    CHECK(found.facets[0].second[0].value == longWord);
    CHECK(found.facets[1].second.empty());
}

TEST_CASE("search: a long query with everything in it") {
    Study study({unitOf(1, "w1 w2 w3"), unitOf(2, "w1000")});
    std::string text;
    for (int at = 0; at < 1'000; ++at)
        text += (at == 0 ? "" : " OR ") + ("w" + std::to_string(at + 1));
    CHECK(study.find(text).matches == 2);
    std::string phrase = "\"";
    for (int at = 0; at < 1'000; ++at)
        phrase += "w" + std::to_string(at) + " ";
    CHECK(study.find(phrase + "\"").matches == 0);
    std::string deep;
    for (int at = 0; at < 30; ++at)
        deep += "-(w9 OR ";
    CHECK(study.find(deep + "w1" + std::string(30, ')')).matches <= 2);
}

TEST_CASE("search: stops when asked") {
    Study study({unitOf(1, "band")});
    std::stop_source stop;
    stop.request_stop();
    base::Task task;
    task.stop = stop.get_token();
    const auto stopped = search::search(study.scope, *parseQuery("band"), {}, {}, task);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == base::Errc::Cancelled);
}

TEST_CASE("search: an index that breaks under the reader is stepped over") {
    std::vector<IndexedUnit> units;
    for (std::int64_t id = 1; id <= 2'000; ++id)
        units.push_back(unitOf(id, "de band van woord" + std::to_string(id) + " en " + std::to_string(id)));
    Study study(units);
    study.index =
        *Index::open(study.scratch.path(), base::Guid::fromText("other"), 0); // lets go of the files
    std::size_t broken = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(study.scratch.path())) {
        if (entry.path().extension() == ".glass" &&
            entry.path().string().find(base::Guid::fromText("study").text()) != std::string::npos) {
            std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
            const std::string noise(static_cast<std::size_t>(entry.file_size()), '\x5A');
            file.write(noise.data(), static_cast<std::streamsize>(noise.size()));
            ++broken;
        }
    }
    REQUIRE(broken >= 3);
    const auto query = parseQuery("\"band van\" woord17");
    REQUIRE(query);
    const auto failed = search::search(study.scope, *query);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == base::Errc::Io);

    IndexReader reader = IndexReader::open(study.scratch.path(), base::Guid::fromText("study"));
    study.scope.reader = &reader;
    study.scope.everyUnit = [&](const UnitVisitor& visit) {
        for (const IndexedUnit& unit : study.units)
            visit(unit);
        return base::Status();
    };
    const auto found = search::search(study.scope, *query);
    REQUIRE(found);
    CHECK(found->units == std::vector<model::UnitId>{model::UnitId(17)});
    const auto again = Index::open(study.scratch.path(), base::Guid::fromText("study"), 1);
    REQUIRE(again);
    CHECK(again->state() == IndexState::Rebuilt);
    CHECK_FALSE(again->reason().empty());
}

TEST_CASE("search: units that the tokens know and the index does not are the caller's to hand in") {
    Study study({unitOf(1, "een band"), unitOf(2, "geen band"), unitOf(3, "iets anders")});
    std::vector<IndexedUnit> all = study.units;
    constexpr std::int64_t more = 5'000;
    for (std::int64_t id = 4; id <= more; ++id)
        all.push_back(unitOf(id, "een band"));
    const auto tokens = TokenIndex::build(
        [&all](const TokenIndex::TextVisitor& visit) {
            for (const IndexedUnit& unit : all)
                visit(unit.id, unit.text);
            return base::Status();
        },
        2);
    REQUIRE(tokens);
    study.scope.tokens = *tokens;
    SearchOptions options;
    options.facets = {"speaker"};
    const auto counted = [&](const SearchResult& found) {
        REQUIRE(found.facets.size() == 1);
        REQUIRE(found.facets.front().second.size() == 1);
        return found.facets.front().second.front().units;
    };
    const SearchResult before = study.find("\"een band\"", options);
    CHECK(before.matches == 1);
    CHECK(counted(before) == 1);
    CHECK(study.find("NOT iets", options).matches == 2);
    study.scope.newer.assign(all.begin() + 3, all.end());
    const SearchResult after = study.find("\"een band\"", options);
    CHECK(after.matches == more - 2);
    CHECK(counted(after) == more - 2);
}
