// SPDX-License-Identifier: GPL-3.0-or-later
// The index must find exactly what reading every text finds.
#include "base/format.h"
#include "search/search.h"
#include "support/catch.hpp"
#include "support/scratch.h"
#include "synthetic.h"
#include "text/tokenizer.h"

#include <algorithm>
#include <map>

using namespace rapport;
using namespace rapport::search;

namespace {

base::Result<std::vector<model::UnitId>> conditions(const FieldTest& test) {
    std::vector<model::UnitId> units;
    for (std::int64_t id = 1; id <= 400; ++id) {
        const bool holds = (test.field == "code" && test.value == "x" && id % 7 == 0) ||
                           (test.field == "code" && test.value == "y" && id > 100) ||
                           (test.field == "coded" && test.value == "yes" && id % 3 != 0);
        if (holds)
            units.emplace_back(id);
    }
    return units;
}

std::vector<model::UnitId> byReading(const std::map<std::int64_t, IndexedUnit>& truth, const Query& query,
                                     const std::vector<std::string>& kinds = {}) {
    std::vector<model::UnitId> found;
    const auto matcher = Matcher::create(query, conditions);
    REQUIRE(matcher);
    for (const auto& [id, unit] : truth) {
        const bool isOfKind =
            kinds.empty() || std::find(kinds.begin(), kinds.end(), unit.kind) != kinds.end();
        const auto matches = matcher->matches(unit);
        REQUIRE(matches);
        if (isOfKind && *matches)
            found.push_back(unit.id);
    }
    return found;
}

std::shared_ptr<const TokenIndex> tokensOf(const std::map<std::int64_t, IndexedUnit>& units) {
    auto made = TokenIndex::build(
        [&units](const TokenIndex::TextVisitor& visit) {
            for (const auto& [id, unit] : units)
                visit(unit.id, unit.text);
            return base::Status();
        },
        1);
    REQUIRE(made);
    return *made;
}

std::shared_ptr<const TokenIndex> tokensOf(const std::vector<IndexedUnit>& units) {
    std::map<std::int64_t, IndexedUnit> byId;
    for (const IndexedUnit& unit : units)
        byId[unit.id.value] = unit;
    return tokensOf(byId);
}

} // namespace

TEST_CASE("oracle: an index that lags, with units changed and gone, still gives the truth") {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        test::ScratchFolder scratch;
        test::Synthetic synthetic(seed);
        const base::Guid study = base::Guid::fromText("synthetic study");
        std::map<std::int64_t, IndexedUnit> truth;
        auto index = Index::open(scratch.path(), study, 1'000);
        REQUIRE(index);
        IndexBatch batch;
        for (std::int64_t id = 1; id <= 300; ++id) {
            if (id % 11 == 0)
                continue; // holes in the numbers
            batch.changed.push_back(synthetic.unit(id));
            truth[id] = batch.changed.back();
        }
        batch.cursor = 500;
        REQUIRE(index->apply(batch));
        batch.changed.clear();
        batch.deleted = {model::UnitId(5), model::UnitId(6), model::UnitId(11)};
        truth.erase(5);
        truth.erase(6);
        batch.changed.push_back(synthetic.unit(7));
        truth[7] = batch.changed.back();
        batch.cursor = 510;
        REQUIRE(index->apply(batch));

        IndexReader reader = index->reader();
        REQUIRE(reader.cursor() == 510);
        SearchScope scope;
        scope.reader = &reader;
        scope.tokens = tokensOf(truth);
        // What the indexes have not seen.
        for (const std::int64_t id : {10, 20, 33, 301, 302, 350}) {
            scope.newer.push_back(synthetic.unit(id));
            truth[id] = scope.newer.back();
        }
        scope.gone = {model::UnitId(15), model::UnitId(399)};
        truth.erase(15);

        std::size_t found = 0;
        // Taken away as a whole: for Xapian an AND of posting sources, or an AND_NOT, inside an AND_NOT.
        const std::vector<std::string> known = {
            R"(NOT ("leerkracht-leerling heel leerkrachtleerling" OR ("leerkracht-leerling email" -((niet *ing) WITHIN turn))))",
            R"(NOT ("leerkracht-leerling email" -(niet *ing)))", R"(NOT ((/[a-f].*/ /[a-f].*/) WITHIN turn))",
            R"(de -(/[a-f].*/ /[d-n].*/))"};
        for (std::size_t round = 0; round < 200; ++round) {
            const std::string text = round < known.size() ? known[round] : synthetic.query();
            CAPTURE(seed, text);
            const auto query = parseQuery(text);
            REQUIRE(query);
            SearchOptions options;
            options.limit = 1'000;
            options.sort = std::vector<SortOrder>{SortOrder::Relevance, SortOrder::Source,
                                                  SortOrder::Date}[synthetic.below(3)];
            if (synthetic.below(4) == 0)
                options.kinds = {"answer"};
            options.facets = {"question", "colour"};
            const auto result = search::search(scope, *query, conditions, options);
            REQUIRE(result);
            const auto expected = byReading(truth, *query, options.kinds);
            REQUIRE(result->units == expected);
            CHECK(result->matches == expected.size());
            CHECK_FALSE(result->indexFailed);
            REQUIRE(result->hits.size() == expected.size());
            std::map<std::string, std::uint64_t> questions;
            bool isInOrder = true;
            for (std::size_t at = 0; at < result->hits.size(); ++at) {
                const IndexedUnit& unit = truth.at(result->hits[at].unit.value);
                ++questions[unit.fields[0].second];
                isInOrder = isInOrder && std::binary_search(expected.begin(), expected.end(), unit.id);
                if (at == 0)
                    continue;
                const IndexedUnit& before = truth.at(result->hits[at - 1].unit.value);
                isInOrder = isInOrder && before.id != unit.id;
                if (options.sort == SortOrder::Relevance)
                    isInOrder = isInOrder && result->hits[at - 1].score >= result->hits[at].score;
                else if (options.sort == SortOrder::Source)
                    isInOrder = isInOrder && before.order < unit.order;
                else if (!before.date.empty() && !unit.date.empty())
                    isInOrder = isInOrder && before.date <= unit.date;
                else
                    isInOrder = isInOrder && unit.date.empty();
            }
            CHECK(isInOrder);
            REQUIRE(result->facets.size() == 2);
            CHECK(result->facets[0].second.size() == questions.size());
            for (const FacetCount& count : result->facets[0].second)
                CHECK(count.units == questions[count.value]);
            CHECK(result->facets[1].second.size() <= 2); // Red and red are one
            found += expected.empty() ? 0U : 1U;

            // The best of them and how many there are, without all the others.
            SearchOptions few = options;
            few.limit = 3;
            few.facets.clear();
            few.wantsUnits = false;
            const auto best = search::search(scope, *query, conditions, few);
            REQUIRE(best);
            CHECK(best->matches == expected.size());
            CHECK(best->units.empty());
            REQUIRE(best->hits.size() == std::min<std::size_t>(3, expected.size()));
            for (std::size_t at = 0; at < best->hits.size(); ++at)
                CHECK(best->hits[at].unit == result->hits[at].unit);

            // Without an index, from the texts alone.
            if (round % 4 != 0)
                continue;
            SearchScope texts;
            texts.everyUnit = [&truth](const UnitVisitor& visit) {
                for (const auto& [id, unit] : truth)
                    visit(unit);
                return base::Status();
            };
            const auto scanned = search::search(texts, *query, conditions, options);
            REQUIRE(scanned);
            CHECK(scanned->units == expected);
            CHECK_FALSE(scanned->indexFailed);
            CHECK(scanned->facets[0].second.size() == result->facets[0].second.size());
        }
        CHECK(found > 80); // most queries find something, or the test says little
    }
}

TEST_CASE("oracle: pages are pieces of one order") {
    test::ScratchFolder scratch;
    test::Synthetic synthetic(9);
    auto index = Index::open(scratch.path(), base::Guid::fromText("pages"), 1);
    REQUIRE(index);
    IndexBatch batch;
    for (std::int64_t id = 1; id <= 200; ++id)
        batch.changed.push_back(synthetic.unit(id));
    batch.cursor = 1;
    REQUIRE(index->apply(batch));
    IndexReader reader = index->reader();
    SearchScope scope;
    scope.reader = &reader;
    scope.tokens = tokensOf(batch.changed);
    for (std::int64_t id = 190; id <= 220; ++id)
        scope.newer.push_back(synthetic.unit(id));
    const auto query = parseQuery("de OR band OR e*");
    REQUIRE(query);
    for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Source, SortOrder::Date}) {
        SearchOptions all;
        all.sort = sort;
        all.limit = 1'000;
        const auto whole = search::search(scope, *query, {}, all);
        REQUIRE(whole);
        REQUIRE(whole->hits.size() > 100);
        std::vector<model::UnitId> paged;
        for (std::size_t offset = 0; offset < whole->hits.size() + 10; offset += 7) {
            SearchOptions page = all;
            page.limit = 7;
            page.offset = offset;
            const auto part = search::search(scope, *query, {}, page);
            REQUIRE(part);
            CHECK(part->matches == whole->matches);
            for (const SearchHit& hit : part->hits)
                paged.push_back(hit.unit);
        }
        REQUIRE(paged.size() == whole->hits.size());
        for (std::size_t at = 0; at < paged.size(); ++at)
            CHECK(paged[at] == whole->hits[at].unit);
        SearchOptions none = all;
        none.limit = 0;
        const auto counted = search::search(scope, *query, {}, none);
        REQUIRE(counted);
        CHECK(counted->hits.empty());
        CHECK(counted->matches == whole->matches);
        none.limit = static_cast<std::size_t>(-1);
        none.offset = 5;
        const auto rest = search::search(scope, *query, {}, none);
        REQUIRE(rest);
        CHECK(rest->hits.size() == whole->hits.size() - 5);
    }
}

TEST_CASE("oracle: a unit is weighed alike by the index and by its text") {
    test::ScratchFolder scratch;
    test::Synthetic synthetic(21);
    std::vector<IndexedUnit> units;
    for (std::int64_t id = 1; id <= 60; ++id) {
        units.push_back(synthetic.unit(id));
        // The first words of some are what they are called.
        if (id % 3 == 0)
            units.back().nameBytes = std::min<std::size_t>(units.back().text.size(), 20);
    }
    auto index = Index::open(scratch.path(), base::Guid::fromText("weights"), 1);
    REQUIRE(index);
    REQUIRE(index->apply({units, {}, 1}));
    IndexReader reader = index->reader();
    SearchScope indexed;
    indexed.reader = &reader;
    indexed.tokens = tokensOf(units);
    SearchScope read;
    read.newer = units;
    for (const char* text : {"goede", "band leerling", "goede OR ouders", "\"heel heel\"", "niet -de"}) {
        CAPTURE(text);
        const auto query = parseQuery(text);
        REQUIRE(query);
        SearchOptions options;
        options.limit = 100;
        const auto a = search::search(indexed, *query, {}, options);
        const auto b = search::search(read, *query, {}, options);
        REQUIRE(a);
        REQUIRE(b);
        REQUIRE(a->hits.size() == b->hits.size());
        REQUIRE_FALSE(a->hits.empty());
        std::map<std::int64_t, double> scores;
        for (const SearchHit& hit : a->hits)
            scores[hit.unit.value] = hit.score;
        for (const SearchHit& hit : b->hits)
            CHECK(hit.score == Approx(scores.at(hit.unit.value)).margin(1e-9));
    }
}

TEST_CASE("oracle: a star over more forms than are weighed one by one") {
    test::ScratchFolder scratch;
    std::vector<IndexedUnit> units;
    for (std::int64_t id = 1; id <= 500; ++id) {
        IndexedUnit unit;
        unit.id = model::UnitId(id);
        unit.kind = "answer";
        unit.text = fmt::format("de vorm{} hier{}", id % 250, id % 2 == 0 ? " en vorm1" : "");
        units.push_back(unit);
    }
    auto index = Index::open(scratch.path(), base::Guid::fromText("stars"), 1);
    REQUIRE(index);
    REQUIRE(index->apply({units, {}, 1}));
    IndexReader reader = index->reader();
    SearchScope scope;
    scope.reader = &reader;
    scope.tokens = tokensOf(units);
    const auto matches = [&](const char* text) {
        const auto query = parseQuery(text);
        REQUIRE(query);
        auto result = search::search(scope, *query);
        REQUIRE(result);
        return result->matches;
    };
    CHECK(matches("vorm*") == 500);
    CHECK(matches("vorm2*") == 122); // 2, 20 to 29, 200 to 249: 61 forms
    CHECK(matches("-vorm*") == 0);
    CHECK(matches("\"de vorm*\"") == 500);
    CHECK(matches("\"de vorm* hier\"") == 500);
    CHECK(matches("*rm24") == 2);
    CHECK(matches("/vorm2.?/") == 22);
    std::uint64_t total = 0;
    const auto words = reader.wordsBeginning("vorm", 3, &total);
    CHECK(total == 250);
    REQUIRE(words.size() == 3);
    CHECK(words[0].folded == "vorm1");
    CHECK(words[0].units == 252);
}

TEST_CASE("oracle: the token index finds each place that reading the texts finds") {
    const std::vector<std::string> far{"de [0-40] (het|een|leerkracht-leerling) [0-40] *",
                                       "* [0-61] *ing",
                                       "* [0-62] de",
                                       "(de|leerkracht-leerling|e-mail) * [0-30] (heel|niet|)",
                                       "leerkracht-leerling [1-2] (band|goede|ouders)",
                                       "* (de|*) * (heel|niet) [0-3] *"};
    std::size_t found = 0;
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        test::Synthetic synthetic(seed);
        std::map<std::int64_t, IndexedUnit> units;
        for (std::int64_t id = 1; id <= 60; ++id)
            units[id * 3] = synthetic.unit(id * 3);
        const auto tokens = tokensOf(units);
        for (int round = 0; round < 250; ++round) {
            // Some reach further than a word of bits holds.
            const std::string text = synthetic.below(12) == 0  ? '"' + far[synthetic.below(far.size())] + '"'
                                     : synthetic.below(4) == 0 ? synthetic.query()
                                     : synthetic.below(2) == 0 ? synthetic.place()
                                                               : synthetic.pattern();
            CAPTURE(seed, text);
            const auto query = parseQuery(text);
            REQUIRE(query);
            std::vector<std::pair<std::int64_t, text::TextRange>> expected;
            for (const auto& [id, unit] : units) {
                for (const text::TextRange& range : occurrences(unit.text, *query))
                    expected.emplace_back(id, range);
            }
            const auto spans = tokens->spans(*query);
            REQUIRE(spans);
            std::vector<std::pair<std::int64_t, text::TextRange>> shown;
            for (const TokenSpan& span : *spans) {
                const std::uint32_t number = tokens->unitAt(span.first);
                REQUIRE(span.last < tokens->unitEnd(number));
                std::vector<text::Token> words = text::tokenize(units.at(tokens->unit(number).value).text);
                words.erase(std::remove_if(words.begin(), words.end(),
                                           [](const text::Token& token) { return token.isJoined; }),
                            words.end());
                const std::uint32_t begin = tokens->unitBegin(number);
                shown.emplace_back(tokens->unit(number).value,
                                   text::TextRange{words[span.first - begin].range.begin,
                                                   words[span.last - begin].range.end});
            }
            std::sort(shown.begin(), shown.end());
            CHECK(shown == expected);
            found += expected.size();
        }
    }
    CHECK(found > 5'000);
}
