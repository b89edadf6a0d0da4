// SPDX-License-Identifier: GPL-3.0-or-later
// The token index in its file: the same answers as where it was built, and never an answer from a file that
// is not what was written.
#include "base/platform/file.h"
#include "search/token_index.h"
#include "support/catch.hpp"
#include "support/scratch.h"
#include "synthetic.h"

#include <filesystem>
#include <map>

using namespace rapport;
using namespace rapport::search;

namespace {

std::shared_ptr<const TokenIndex> built(std::uint64_t seed, std::int64_t units) {
    test::Synthetic synthetic(seed);
    std::map<std::int64_t, IndexedUnit> texts;
    for (std::int64_t id = 1; id <= units; ++id)
        texts[id * 2] = synthetic.unit(id * 2);
    auto made = TokenIndex::build(
        [&texts](const TokenIndex::TextVisitor& visit) {
            for (const auto& [id, unit] : texts)
                visit(unit.id, unit.text);
            return base::Status();
        },
        17, {}, "the past");
    REQUIRE(made);
    return *made;
}

constexpr const char* stamp = "study\nrules 1, ICU 72.1";

} // namespace

TEST_CASE("token file: what was saved answers as what was built") {
    for (const std::int64_t units : {0, 1, 3, 120}) {
        CAPTURE(units);
        test::ScratchFolder scratch;
        const auto tokens = built(5, units);
        REQUIRE(tokens->save(scratch.file("words"), stamp));
        const auto loaded = TokenIndex::load(scratch.file("words"), stamp);
        REQUIRE(loaded);
        CHECK((*loaded)->position() == 17);
        CHECK((*loaded)->history() == "the past");
        CHECK((*loaded)->unitCount() == tokens->unitCount());
        CHECK((*loaded)->bytes() == tokens->bytes());
        test::Synthetic synthetic(6);
        std::size_t found = 0;
        for (int round = 0; round < 200; ++round) {
            const std::string text = round % 2 == 0 ? synthetic.place() : synthetic.pattern();
            CAPTURE(text);
            const auto query = parseQuery(text);
            REQUIRE(query);
            const auto expected = tokens->spans(*query);
            const auto spans = (*loaded)->spans(*query);
            REQUIRE(expected);
            REQUIRE(spans);
            CHECK(*spans == *expected);
            found += expected->size();
        }
        CHECK((units < 100 || found > 500));
    }
}

TEST_CASE("token file: of another study, tokeniser or ICU it is not used") {
    test::ScratchFolder scratch;
    REQUIRE(built(1, 20)->save(scratch.file("words"), stamp));
    for (const char* other : {"study\nrules 1, ICU 74.2", "study\nrules 2, ICU 72.1",
                              "other\nrules 1, ICU 72.1", "", "study\nrules 1, ICU 72.10"}) {
        CAPTURE(other);
        const auto loaded = TokenIndex::load(scratch.file("words"), other);
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().code == base::Errc::Unreadable);
    }
    CHECK(TokenIndex::load(scratch.file("words"), stamp));
    CHECK_FALSE(TokenIndex::load(scratch.file("none"), stamp));
    CHECK_FALSE(TokenIndex::load(scratch.path().string(), stamp));
}

TEST_CASE("token file: truncated anywhere or with any byte changed it is refused") {
    test::ScratchFolder scratch;
    REQUIRE(built(2, 6)->save(scratch.file("words"), stamp));
    const auto bytes = base::readFile(scratch.file("words"));
    REQUIRE(bytes);
    std::size_t refused = 0;
    for (std::size_t length = 0; length < bytes->size(); length += 7) {
        REQUIRE(base::writeFileAtomically(scratch.file("cut"), bytes->substr(0, length)));
        refused += TokenIndex::load(scratch.file("cut"), stamp) ? 0U : 1U;
    }
    CHECK(refused == (bytes->size() + 6) / 7);
    refused = 0;
    std::size_t changed = 0;
    for (std::size_t at = 0; at < bytes->size(); at += 5, ++changed) {
        std::string other = *bytes;
        other[at] = static_cast<char>(other[at] ^ (1 << (at % 8)));
        REQUIRE(base::writeFileAtomically(scratch.file("flipped"), other));
        refused += TokenIndex::load(scratch.file("flipped"), stamp) ? 0U : 1U;
    }
    CHECK(refused == changed);
    REQUIRE(base::writeFileAtomically(scratch.file("longer"), *bytes + std::string(8, '\0')));
    CHECK_FALSE(TokenIndex::load(scratch.file("longer"), stamp));
}

TEST_CASE("token file: it stays as it was read while another is put in its place") {
    test::ScratchFolder scratch;
    REQUIRE(built(3, 60)->save(scratch.file("words"), stamp));
    const auto first = TokenIndex::load(scratch.file("words"), stamp);
    REQUIRE(first);
    const auto query = parseQuery("goede");
    REQUIRE(query);
    const auto before = (*first)->spans(*query);
    REQUIRE(built(4, 200)->save(scratch.file("words"), stamp));
    std::filesystem::remove(scratch.file("words"));
    CHECK(*(*first)->spans(*query) == *before);
    CHECK_FALSE(built(4, 5)->save((scratch.path() / "no folder" / "words").string(), stamp));
}

TEST_CASE("token file: reading and building stop when asked") {
    test::ScratchFolder scratch;
    REQUIRE(built(3, 60)->save(scratch.file("words"), stamp));
    std::stop_source stop;
    base::Task task;
    task.stop = stop.get_token();
    stop.request_stop();
    const auto loaded = TokenIndex::load(scratch.file("words"), stamp, task);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == base::Errc::Cancelled);
}
