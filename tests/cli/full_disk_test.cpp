// SPDX-License-Identifier: GPL-3.0-or-later
// A disk of two megabytes: every command that runs out of room says so, ends with exit code 4, leaves no half
// file, and the study as it was.
#include "base/format.h"
#include "base/platform/file.h"
#include "cli/program.h"
#include "support/catch.hpp"

#include <sstream>

using namespace rapport;
using test::Outcome;
using test::Program;

namespace {

/// How to get a disk of our own here; empty: not at all.
std::string ownDisks(const Program& program) {
    for (const char* way : {"unshare -m", "unshare -rm"}) {
        if (program.run(std::string(way) + " mount -t tmpfs -o size=64k tmpfs . && true").exitCode == 0)
            return way;
    }
    return {};
}

} // namespace

TEST_CASE("on a full disk commands say so, end with exit code 4, and leave everything as it was", "[cli]") {
    const Program program;
    const std::string way = ownDisks(program);
    if (way.empty()) {
        WARN("no disk of a fixed size can be made here");
        return;
    }
    std::string answers = "participant,Q1\n";
    for (int participant = 0; participant < 4000; ++participant)
        answers += fmt::format("P{},\"{}{}\"\n", participant, std::string(400, 'a'), participant);
    program.write("large.csv", answers);
    program.write("small.csv", "participant,Q1\nP1,Een antwoord van iemand\nP2,Nog een antwoord\n");
    program.write("words", "secret words\n");
    program.write("on-full-disk.sh", R"(
mkdir -p full && mount -t tmpfs -o size=2m tmpfs full || exit 9
say() { echo "$1 $2"; }
rapport new full/s.rapport --title S >/dev/null || exit 8
rapport import full/s.rapport small.csv --as answers >/dev/null || exit 8
rapport raters full/s.rapport add A >/dev/null || exit 8
rapport assign full/s.rapport --round r --kind main --raters A >/dev/null || exit 8
rapport import full/s.rapport large.csv --as answers; say import $?
rapport info full/s.rapport --format json | tr -d ' \n' | grep -o '"answers":[0-9]*'
rapport check full/s.rapport >/dev/null; say check $?
head -c 4m /dev/zero >full/filler 2>/dev/null
rapport info full/s.rapport >/dev/null; say read $?
rapport check full/s.rapport >/dev/null; say checked $?
rapport backup full/s.rapport elsewhere.rapport >/dev/null; say elsewhere $?
rapport check elsewhere.rapport >/dev/null; say taken $?
rapport backup full/s.rapport full/copy.rapport; say backup $?
rapport pack full/s.rapport --rater A --out full/a.rpack; say pack $?
rapport pack full/s.rapport --rater A --out full/sealed.rpack --passphrase-file words; say seal $?
rapport export full/s.rapport --as codings --out full/codings.csv; say export $?
rapport code full/s.rapport --rater A --unit P1/Q1 --code closeness; say code $?
rapport new full/another.rapport --title T; say new $?
rm full/filler
rapport check full/s.rapport >/dev/null; say whole $?
ls full
)");
    const Outcome outcome = program.run(way + " sh ./on-full-disk.sh");
    CAPTURE(outcome.out, outcome.messages);
    REQUIRE(outcome.exitCode == 0);
    std::istringstream lines(outcome.out);
    std::string line;
    std::string all;
    while (std::getline(lines, line))
        all += line + "|";
    for (const char* full : {"import 4|", "backup 4|", "pack 4|", "seal 4|", "new 4|"}) {
        CAPTURE(full);
        CHECK(all.find(full) != std::string::npos);
    }
    CHECK(all.find("\"answers\":2|") != std::string::npos);
    CHECK(all.find("check 0|") != std::string::npos);
    // What is there can be read, and taken elsewhere.
    for (const char* reading : {"read 0|", "checked 0|", "elsewhere 0|", "taken 0|"}) {
        CAPTURE(reading);
        CHECK(all.find(reading) != std::string::npos);
    }
    CHECK(all.find("whole 0|") != std::string::npos);
    for (const char* left : {"copy.rapport", "a.rpack", "sealed.rpack", "another.rapport", ".part"}) {
        CAPTURE(left);
        CHECK(all.find(std::string(left) + "|") == std::string::npos);
    }
    CHECK(outcome.messages.find("no room left") != std::string::npos);
    CHECK(outcome.messages.find("free some space") != std::string::npos);
}

TEST_CASE("on a disk too small for the search index every search finds the same", "[cli]") {
    const Program program;
    const std::string way = ownDisks(program);
    if (way.empty()) {
        WARN("no disk of a fixed size can be made here");
        return;
    }
    std::string answers = "participant,Q1\n";
    for (int participant = 0; participant < 3000; ++participant)
        answers +=
            fmt::format("P{0},Zij zoekt een veilige haven {0} en de juf blijft dichtbij\n", participant);
    program.write("answers.csv", answers);
    program.write("on-full-disk.sh", R"sh(
rapport new s.rapport --title S >/dev/null || exit 8
rapport import s.rapport answers.csv --as answers >/dev/null || exit 8
mkdir -p caches && mount -t tmpfs -o size=300k tmpfs caches || exit 9
export XDG_CACHE_HOME=$PWD/caches
found() { grep -E -o '"(matches|found)": [0-9]+' | head -1; }
rapport index s.rapport; echo "index $?"
rapport search s.rapport haven --format json | found
rapport search s.rapport '"veilige haven" NEAR/9 dichtbij' --format json | found
rapport concordance s.rapport haven --format json | found
rapport check s.rapport >/dev/null; echo "check $?"
)sh");
    const Outcome outcome = program.run(way + " sh ./on-full-disk.sh");
    CAPTURE(outcome.out, outcome.messages);
    REQUIRE(outcome.exitCode == 0);
    CHECK(outcome.out == "index 4\n\"matches\": 3000\n\"matches\": 3000\n\"found\": 3000\ncheck 0\n");
    // In which words depends on which of its files was the first that did not fit.
    CHECK(outcome.messages.find("the search index") != std::string::npos);
    CHECK(outcome.messages.find("searching works without it, only slower") != std::string::npos);
}
