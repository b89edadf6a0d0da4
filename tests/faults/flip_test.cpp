// SPDX-License-Identifier: GPL-3.0-or-later
// A bit flips, anywhere in a study or a pack: opened with the right content, or refused, or reported by
// check. Never a crash, never a study that quietly says something else.
#include "base/platform/file.h"
#include "base/seal.h"
#include "faults/evening.h"
#include "service/codebook_changes.h"
#include "service/codebooks.h"
#include "service/inspecting.h"
#include "service/merging.h"
#include "service/packing.h"
#include "store/page_checks.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace rapport;
using namespace rapport::service;
using namespace rapport::test;

namespace {

/// Offsets to try: every byte in a long run, else a sample with the whole header and what lies around page
/// borders.
std::vector<std::size_t> offsetsIn(std::size_t size, std::size_t bounded) {
    std::vector<std::size_t> offsets;
    if (extent(false, true)) {
        for (std::size_t at = 0; at < size; ++at)
            offsets.push_back(at);
        return offsets;
    }
    for (std::size_t at = 0; at < 100; at += 3)
        offsets.push_back(at);
    base::Random random(5);
    for (std::size_t tried = 0; tried < bounded; ++tried)
        offsets.push_back(random.below(size));
    return offsets;
}

/// The same study in pages an eighth as large: of a small one most of a file is room that nothing uses.
void makeSmall(const std::string& path) {
    sqlite3* connection = nullptr;
    REQUIRE(sqlite3_open_v2(path.c_str(), &connection, SQLITE_OPEN_READWRITE, store::checkedVfs()) ==
            SQLITE_OK);
    const std::string small = path + ".small";
    for (const std::string& statement :
         {std::string("PRAGMA journal_mode = DELETE"), std::string("PRAGMA page_size = 512"),
          "VACUUM INTO '" + small + "'"}) {
        INFO(statement);
        REQUIRE(sqlite3_exec(connection, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    REQUIRE(sqlite3_close(connection) == SQLITE_OK);
    std::filesystem::rename(small, path);
}

void put(const std::string& path, const std::string& bytes) {
    // What an opening that was refused may have left.
    for (const char* ending : {"-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(path + ending, ignored);
    }
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace

TEST_CASE("a flipped bit in a study is found, or changes nothing") {
    const ScratchFolder folder;
    const Evening evening(folder, 6);
    {
        const auto session = evening.open(2);
        for (std::int64_t number = 0; number < 40; ++number)
            must(act(*session, "Ada", number));
    }
    makeSmall(evening.path());
    const std::string whole = must(base::readFile(evening.path()));
    REQUIRE(whole.size() < 200'000);
    const std::string expected = fingerprint(*evening.open(3));
    const std::string path = folder.file("flipped.rapport");
    base::Random random(11);
    std::int64_t found = 0;
    std::int64_t harmless = 0;
    for (const std::size_t at : offsetsIn(whole.size(), 400)) {
        INFO("byte " << at);
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        put(path, bytes);
        const auto session = Session::open(path, OpenMode::ReadOnly, evening.environment(4));
        if (!session) {
            CHECK_FALSE(session.error().message.empty());
            ++found;
            continue;
        }
        const auto report = check(**session, false);
        if (!report || !report->problems.empty()) {
            ++found;
            continue;
        }
        ++harmless;
        CHECK(fingerprint(**session) == expected);
    }
    CHECK(found > 10 * harmless);
}

TEST_CASE("a page of zeros in a study is found, or changes nothing") {
    const ScratchFolder folder;
    const Evening evening(folder, 6);
    const auto everything = [](Session& session) {
        return fingerprint(session) + must(exportCodebook(session));
    };
    {
        const auto session = evening.open(2);
        for (std::int64_t number = 0; number < 40; ++number)
            must(act(*session, "Ada", number));
        // Texts that go over several pages of their own.
        const auto round = must(session->round("r"));
        must(setMemo(*session, {must(session->rater("Ada")).id, round.id, model::UnitId(2)},
                     std::string(15000, 'm')));
        must(redefineCode(*session, {"closeness", model::sameText(std::string(15000, 'd')), {}, {}, {}}));
    }
    const std::string whole = must(base::readFile(evening.path()));
    const std::string expected = everything(*evening.open(3));
    const std::string path = folder.file("zeroed.rapport");
    constexpr std::size_t page = 4096;
    REQUIRE(whole.size() % page == 0);
    std::int64_t found = 0;
    std::int64_t harmless = 0;
    for (std::size_t at = 0; at < whole.size(); at += page) {
        INFO("page " << at / page + 1);
        std::string bytes = whole;
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), page, '\0');
        put(path, bytes);
        const auto session = Session::open(path, OpenMode::ReadOnly, evening.environment(4));
        if (!session) {
            ++found;
            continue;
        }
        const auto report = check(**session, false);
        if (!report || !report->problems.empty()) {
            ++found;
            continue;
        }
        ++harmless;
        CHECK(everything(**session) == expected);
    }
    CHECK(found > 0);
    CHECK(harmless == 0);
}

TEST_CASE("a flipped bit in a pack is refused by merge, or comes in as if it were whole") {
    const ScratchFolder folder;
    const Evening evening(folder, 6);
    const std::string file = folder.file("ada.rpack");
    must(pack(*evening.open(2), {"Ada", file, ""}));
    {
        const auto session = must(Evening::tryOpen(file, evening.environment(8, "laptop")));
        for (std::int64_t number = 0; number < 20; ++number)
            must(act(*session, "Ada", number));
    }
    makeSmall(file);
    const std::string whole = must(base::readFile(file));
    REQUIRE(whole.size() < 200'000);
    const std::string study = must(base::readFile(evening.path()));
    const std::string path = folder.file("flipped.rpack");
    const std::string target = folder.file("target.rapport");
    base::Random random(12);
    // What a merge wrote is put back, so that every flip meets the same study.
    const auto fresh = [&] {
        put(target, study);
        return must(Evening::tryOpen(target, evening.environment(6)));
    };
    std::string expected;
    {
        const auto other = fresh();
        must(merge(*other, {{file}, ""}));
        expected = fingerprint(*other);
    }
    auto session = fresh();
    const std::string untouched = fingerprint(*session);
    REQUIRE(untouched != expected);
    std::int64_t refused = 0;
    std::int64_t harmless = 0;
    std::int64_t tried = 0;
    for (const std::size_t at : offsetsIn(whole.size(), 200)) {
        INFO("byte " << at);
        ++tried;
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        put(path, bytes);
        const auto merged = merge(*session, {{path}, ""});
        if (merged) {
            ++harmless;
            CHECK(fingerprint(*session) == expected);
            session.reset();
            session = fresh();
            continue;
        }
        ++refused;
        CHECK(fingerprint(*session) == untouched);
    }
    CHECK(tried > 200);
    CHECK(refused + harmless == tried);
    CHECK(refused > 10 * harmless);
}

TEST_CASE("a flipped bit in a sealed file is refused, every one") {
    const ScratchFolder folder;
    const Evening evening(folder, 6);
    const std::string file = folder.file("ada.rpack");
    must(pack(*evening.open(2), {"Ada", file, ""}));
    makeSmall(file);
    const std::string sealed = folder.file("sealed.rpack");
    constexpr base::SealCost cheap{1, 8192};
    must(base::seal(file, sealed, "words", cheap));
    const std::string whole = must(base::readFile(sealed));
    const std::string path = folder.file("flipped.rpack");
    const std::string out = folder.file("out.rpack");
    std::vector<std::size_t> offsets = offsetsIn(whole.size(), 150);
    // All of the head, in which the cost is: such a flip asks for more memory or time, up to the bounds.
    constexpr std::size_t head = 17 + 16 + 16 + 16 + 24;
    for (std::size_t at = 0; at < head; ++at)
        offsets.push_back(at);
    for (const std::size_t at : offsets) {
        INFO("byte " << at);
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
        put(path, bytes);
        CHECK_FALSE(base::unseal(path, out, "words"));
        CHECK_FALSE(base::readFile(out));
    }
    std::string greedy = whole;
    greedy[32] = '\x7f'; // petabytes
    put(path, greedy);
    CHECK(base::unseal(path, out, "words").error().code == base::Errc::Unreadable);
    must(base::unseal(sealed, out, "words"));
    CHECK(must(base::readFile(out)) == must(base::readFile(file)));
}
