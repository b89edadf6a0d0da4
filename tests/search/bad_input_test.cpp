// SPDX-License-Identifier: GPL-3.0-or-later
// What people paste into a search: an answer that is the one of the texts themselves, or a clear error; never
// a crash, a hang, or an answer of one way that another way does not give.
#include "search/search.h"
#include "support/catch.hpp"
#include "support/scratch.h"

using namespace rapport;
using namespace rapport::search;

namespace {

const std::vector<std::string>& texts() {
    static const std::vector<std::string> made{
        "De leerkracht heeft een goede band.",
        "\u05D4\u05DE\u05D5\u05E8\u05D4 \u05E0\u05EA\u05E0\u05D4 \u05DC\u05D9 \u05D9\u05D7\u05E1 "
        "\u05D8\u05D5\u05D1",
        "\u0627\u0644\u0645\u0639\u0644\u0645 \u062C\u064A\u062F leerkracht \u0645\u062F\u0631\u0633\u0629",
        "\U0001F600 blij \U0001F469\u200D\U0001F3EB juf \u2764\uFE0F",
        "\u0443\u0447\u0438\u0442\u0435\u043B\u044C teacher \u8001\u5E2B leraar",
        std::string("a\x01\x02 b\x7F c\0d band", 16),
        "\u202Eomgekeerd\u202C band",
        "cafe\u0301 caf\u00E9 \uFF34\uFF25\uFF33\uFF34",
        std::string(5'000, 'x') + " band",
        ""};
    return made;
}

struct Indexed {
    Indexed() {
        for (std::size_t at = 0; at < texts().size(); ++at) {
            IndexedUnit unit;
            unit.id = model::UnitId(static_cast<std::int64_t>(at) + 1);
            unit.kind = "answer";
            unit.text = texts()[at];
            units.push_back(unit);
        }
        auto index = Index::open(scratch.path(), base::Guid::fromText("bad input"), 1);
        REQUIRE(index);
        REQUIRE(index->apply({units, {}, 1}));
        reader = std::make_unique<IndexReader>(index->reader());
        auto tokens = TokenIndex::build(
            [this](const TokenIndex::TextVisitor& visit) {
                for (const IndexedUnit& unit : units)
                    visit(unit.id, unit.text);
                return base::Status();
            },
            1);
        REQUIRE(tokens);
        scope.reader = reader.get();
        scope.tokens = *tokens;
    }
    test::ScratchFolder scratch;
    std::vector<IndexedUnit> units;
    std::unique_ptr<IndexReader> reader;
    SearchScope scope;
};

} // namespace

TEST_CASE("bad input: found as in the texts, or refused with words") {
    Indexed study;
    struct Row {
        std::string typed;
        std::optional<std::size_t> matches; ///< none: refused
    };
    const std::vector<Row> rows{
        {"\"goede band", std::nullopt},
        {"goede \"", std::nullopt},
        {"*", std::nullopt},
        {"\"* *\"", std::nullopt},
        {"(((", std::nullopt},
        {"NOT", std::nullopt},
        {"/(/", std::nullopt},
        {"//", std::nullopt},
        {"\"(de|het band\"", std::nullopt},
        {"\"goede [0-3 band\"", std::nullopt},
        {"ban*~1", std::nullopt},
        {"\"de (zie bijlage\"", 0}, // brackets of a text that was copied
        {"speaker:>4", std::nullopt},
        {"question:Q1..Q3", std::nullopt},
        {"/(a+)+$/", 1},           // the a of the text with control characters
        {"/(x+x+)+y/", 0},         // five thousand times x: answered all the same
        {"\u05D9\u05D7\u05E1", 1}, // Hebrew
        {"\"\u05D9\u05D7\u05E1 \u05D8\u05D5\u05D1\"", 1},
        {"\u062C\u064A\u062F NEAR/3 leerkracht", 1}, // Arabic beside Dutch
        {"\u0443\u0447\u0438*", 1},
        {"*\u0442\u0435\u043B*", 1},
        {"\u0443\u0447\u0438\u0442\u0435\u043D\u044C~1", 1},
        {"\U0001F600", std::nullopt}, // no letter in it: nothing to search for
        {"\U0001F600 blij", 1},
        {"\"blij juf\"", 1}, // pictures are no words
        {"\u202Eomgekeerd", 1},
        {"caf\u00E9", 1},
        {"=cafe", 0},
        {"test", 1}, // full width
        {std::string("b\x01and"), 0},
        {std::string("band\x7F"), 4},
        {std::string("band\0goede", 10), 0}, // a chunk is a phrase
        {std::string(70'000, 'a'), std::nullopt},
        {std::string(60'000, 'x'), 1}, // words are compared by their beginning
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed.substr(0, 80));
        const auto query = parseQuery(row.typed);
        if (!query) {
            CHECK_FALSE(row.matches.has_value());
            CHECK_FALSE(query.error().message.empty());
            CHECK_FALSE(query.error().hint.empty());
            continue;
        }
        const auto indexed = search::search(study.scope, *query);
        SearchScope read;
        read.newer = study.units;
        const auto scanned = search::search(read, *query);
        if (!indexed) {
            CHECK_FALSE(row.matches.has_value());
            CHECK(indexed.error().code == base::Errc::InvalidArgument);
            CHECK_FALSE(scanned);
            continue;
        }
        REQUIRE(scanned);
        REQUIRE(row.matches.has_value());
        CHECK(indexed->matches == *row.matches);
        CHECK(scanned->units == indexed->units);
    }
}

TEST_CASE("bad input: ten thousand words are refused at once, a thousand are searched") {
    Indexed study;
    std::string words;
    for (int word = 0; word < 10'000; ++word)
        words += "w" + std::to_string(word) + " ";
    const auto many = parseQuery(words);
    REQUIRE_FALSE(many);
    CHECK(many.error().code == base::Errc::InvalidArgument);
    std::string some = "band";
    for (int word = 0; word < 1'000; ++word)
        some += " OR w" + std::to_string(word);
    const auto query = parseQuery(some);
    REQUIRE(query);
    const auto found = search::search(study.scope, *query);
    REQUIRE(found);
    CHECK(found->matches == 4);
}

TEST_CASE("bad input: each kind of search stops where its texts are many") {
    // Asked to stop from within: by the condition that it asks for first.
    Indexed study;
    for (const char* typed : {"band code:x", "\"goede band\" code:x", "*and* code:x", "/b.*d/ code:x",
                              "bend~1 code:x", "goede NEAR/3 band code:x", "code:x OR ban*"}) {
        CAPTURE(typed);
        std::stop_source stop;
        base::Task task;
        task.stop = stop.get_token();
        const auto query = parseQuery(typed);
        REQUIRE(query);
        const auto found = search::search(
            study.scope, *query,
            [&stop](const FieldTest&) -> base::Result<std::vector<model::UnitId>> {
                stop.request_stop();
                return std::vector<model::UnitId>{model::UnitId(1)};
            },
            {}, task);
        REQUIRE_FALSE(found);
        CHECK(found.error().code == base::Errc::Cancelled);
    }
}
