// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/digest.h"
#include "base/guid.h"
#include "base/json.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "base/random.h"
#include "base/task.h"
#include "support/catch.hpp"
#include "support/scratch.h"

#include <sys/stat.h>

#include <set>

using namespace rapport::base;

TEST_CASE("a guid reads what it writes, in either case and in braces") {
    Random random(7);
    const Guid guid = Guid::random(random);
    CHECK(Guid::parse(guid.text()) == guid);
    CHECK(Guid::parse("{" + guid.text() + "}") == guid);
    CHECK(Guid::parse("6F9619FF-8B86-4011-B42D-00C04FC964FF")->text() ==
          "6f9619ff-8b86-4011-b42d-00c04fc964ff");
    CHECK(guid.text()[14] == '4');
    for (const char* bad : {"", "6f9619ff", "6f9619ff-8b86-4011-b42d-00c04fc964f",
                            "6f9619ff-8b86-4011-b42d-00c04fc964fg", "6f9619ff88b86-4011-b42d-00c04fc964ff"})
        CHECK_FALSE(Guid::parse(bad));
}

TEST_CASE("guids from the system do not meet, guids from text are stable") {
    Random random = Random::fromSystem();
    std::set<Guid> seen;
    for (int draw = 0; draw < 1000; ++draw)
        seen.insert(Guid::random(random));
    CHECK(seen.size() == 1000);
    CHECK(Guid::fromText("a") == Guid::fromText("a"));
    CHECK(Guid::fromText("a") != Guid::fromText("b"));
}

TEST_CASE("a seed gives the same numbers for ever") {
    Random random(42);
    CHECK(random.next() == 1546998764402558742ULL);
    Random again(42);
    std::vector<int> items{0, 1, 2, 3, 4, 5, 6, 7};
    again.shuffle(items);
    Random third(42);
    std::vector<int> same{0, 1, 2, 3, 4, 5, 6, 7};
    third.shuffle(same);
    CHECK(items == same);
    CHECK(items != std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7});
}

TEST_CASE("below stays below and reaches every number about equally often") {
    Random random(1);
    std::vector<int> hits(6);
    for (int draw = 0; draw < 60000; ++draw)
        ++hits.at(static_cast<std::size_t>(random.below(6)));
    for (const int count : hits)
        CHECK(std::abs(count - 10000) < 500);
}

TEST_CASE("time is written and read as ISO 8601 in UTC") {
    const auto instant = parseIso("2026-03-14T21:14:07Z");
    REQUIRE(instant);
    CHECK(isoText(*instant) == "2026-03-14T21:14:07Z");
    CHECK(isoText(*instant + std::chrono::milliseconds(5)) == "2026-03-14T21:14:07.005Z");
    CHECK(parseIso("2026-03-14T21:14:07.005Z") == *instant + std::chrono::milliseconds(5));
    CHECK(parseIso("2026-03-14 21:14:07") == instant);
    CHECK(isoText(*parseIso("2024-02-29")) == "2024-02-29T00:00:00Z");
    for (const char* bad : {"", "2026", "2026-13-01", "2025-02-29", "2026-03-14T25:00:00Z",
                            "2026-03-14X21:14:07Z", "2026-03-14T21:14:07+01"})
        CHECK_FALSE(parseIso(bad));
}

TEST_CASE("numbers read whole or not at all") {
    CHECK(parseInteger("-12") == -12);
    CHECK_FALSE(parseInteger("12 "));
    CHECK_FALSE(parseInteger("99999999999999999999"));
    CHECK(parseNumber("0.25") == 0.25);
    CHECK_FALSE(parseNumber("nan"));
    CHECK_FALSE(parseNumber("inf"));
    CHECK_FALSE(parseNumber("0,25"));
    CHECK(numberText(0.1) == "0.1");
    CHECK(numberText(-0.0) == "0");
}

TEST_CASE("sha256 of the standard's example (FIPS 180-4)") {
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a JSON mistake is told with its place") {
    const auto parsed = parseJson("{\n  \"a\": 1,\n  \"b\" 2\n}", "map.json");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == Errc::Unreadable);
    CHECK(describe(parsed.error()) == "map.json:3:7: not valid JSON");
    CHECK_FALSE(parseJson(std::string(2000, '[')));
    CHECK(stringAt(*parseJson(R"({"a": "x", "b": 1})"), "b", "other") == "other");
}

TEST_CASE("a file is written whole or not at all") {
    const rapport::test::ScratchFolder scratch;
    const std::string path = scratch.file("out.txt");
    REQUIRE(writeFileAtomically(path, "one"));
    REQUIRE(writeFileAtomically(path, "two"));
    CHECK(readFile(path) == "two");
    CHECK_FALSE(writeFileAtomically(scratch.file("no/such/folder.txt"), "x"));
    CHECK(readFile(scratch.file("none")).error().code == Errc::Unreadable);
    CHECK(readFile(scratch.path().string()).error().message == "is a folder, not a file");
    CHECK(readFile(path, 2).error().code == Errc::Unreadable);
    CHECK(writeFileAtomically("/dev/full/x", "x").error().code == Errc::Io);
}

TEST_CASE("file names") {
    CHECK(fileStem("a/b/answers.v2.csv") == "answers.v2");
    CHECK(fileEnding("a/b/answers.CSV") == "csv");
    CHECK(fileEnding("a.b/answers").empty());
}

TEST_CASE("every error has a place in words and an exit code") {
    CHECK(describe(Error{Errc::Refused, "no", Place{"f.csv", 3, 0, "B3"}, {}}) == "f.csv:3 (B3): no");
    CHECK(exitCode(Errc::Refused) == 1);
    CHECK(exitCode(Errc::NotFound) == 2);
    CHECK(exitCode(Errc::Unreadable) == 3);
    CHECK(exitCode(Errc::StudyNewer) == 4);
    CHECK(exitCode(Task::cancelled().value().code) == 5);
}
