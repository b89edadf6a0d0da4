// SPDX-License-Identifier: GPL-3.0-or-later
// Codings written and read back: nothing is lost, and the sample study's own table comes out as it went in.
#include "cli/program.h"
#include "support/catch.hpp"

#include <algorithm>
#include <sstream>

using rapport::test::Program;

namespace {

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

/// First difference as text, for messages; empty if there is none.
std::string difference(const std::string& a, const std::string& b) {
    const auto left = linesOf(a);
    const auto right = linesOf(b);
    for (std::size_t line = 0; line < std::max(left.size(), right.size()); ++line) {
        const std::string one = line < left.size() ? left[line] : "(nothing)";
        const std::string other = line < right.size() ? right[line] : "(nothing)";
        if (one != other)
            return "line " + std::to_string(line + 1) + ": " + one + " | " + other;
    }
    return {};
}

std::string sample(const Program& program, const std::string& name) {
    return program.must("cat $SAMPLE/" + name);
}

} // namespace

TEST_CASE("the sample's codings come out as they went in", "[cli][corpora]") {
    const Program program;
    program.must("rapport new s.rapport --title S && rapport import s.rapport $SAMPLE/answers.csv");
    for (const char* file : {"codings.csv", "codings-main.csv"}) {
        const Program fresh;
        fresh.must("rapport new s.rapport --title S && rapport import s.rapport $SAMPLE/answers.csv");
        fresh.must(std::string("rapport import s.rapport $SAMPLE/") + file);
        fresh.must("rapport export s.rapport --out out.csv");
        CAPTURE(file);
        CHECK(difference(sample(fresh, file), fresh.read("out.csv")) == "");
    }
}

TEST_CASE("codings of turns keep their places", "[cli][corpora]") {
    const Program program;
    program.must("rapport new s.rapport --title S && rapport import s.rapport "
                 "$SAMPLE/focus-group-educators-2025.txt && rapport codebook s.rapport import "
                 "$RAPPORT_DATA/codebooks/implementation-quality.json");
    const auto imported = program.run("rapport import s.rapport $SAMPLE/focus-group-codings.csv");
    CAPTURE(imported.messages);
    CHECK(imported.exitCode == 0);
    program.must("rapport export s.rapport --out out.csv");
    CHECK(difference(sample(program, "focus-group-codings.csv"), program.read("out.csv")) == "");
}

TEST_CASE("what was coded here reads back into another study", "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S && rapport import s.rapport $DATA/answers.csv");
    program.must("rapport raters s.rapport add A && rapport raters s.rapport add B");
    program.must("rapport assign s.rapport --round r --kind training --raters A,B --unblinded");
    program.must("rapport code s.rapport --rater A --unit P1/Q1 --add closeness --add relationship_cue "
                 "--range 3-8 --level level=dyadic --level codable=codable --complete");
    program.must("rapport code s.rapport --rater A --unit P1/Q1 --round r --add closeness --range 0-2");
    program.must("rapport code s.rapport --rater B --unit P3/Q1 --complete");
    program.must("rapport code s.rapport --rater B --unit P2/Q1 --add conflict");
    program.must(
        "rapport code s.rapport --rater B --unit P1/Q3 --round default --add one_on_one_time --complete");
    program.must("rapport export s.rapport --out first.csv");
    const std::string first = program.read("first.csv");
    CHECK(linesOf(first).size() == 9); // header, 5 of A on P1/Q1, P1/Q3, P2/Q1, and the empty completion
    program.must("rapport new t.rapport --title T && rapport import t.rapport $DATA/answers.csv && "
                 "rapport import t.rapport first.csv && rapport export t.rapport --out second.csv");
    CHECK(difference(first, program.read("second.csv")) == "");
    // And again into the study it came from: nothing is doubled.
    program.must("rapport import s.rapport first.csv && rapport export s.rapport --out third.csv");
    CHECK(difference(first, program.read("third.csv")) == "");
}

TEST_CASE("names with special characters go through every table", "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S");
    program.write("a.csv", "participant,Q1\n\"A/1, \"\"b\"\"\",Iets\nÉ#%@,\"😀 ja\nnee\"\n");
    program.must("rapport import s.rapport a.csv && rapport raters s.rapport add 'An \"B\"'");
    const std::string units = program.must("rapport units s.rapport --format csv");
    CHECK(units.find("\"A%2F1, \"\"b\"\"/Q1\"") != std::string::npos);
    CHECK(units.find("É%23%25%40/Q1,É%23%25%40/Q1,2,,,,0,8") != std::string::npos);
    program.must("rapport code s.rapport --rater 'An \"B\"' --unit 'É%23%25%40/Q1' --add relationship_cue "
                 "--range 0-6 --complete");
    program.must("rapport export s.rapport --out one.csv");
    const std::string one = program.read("one.csv");
    CHECK(one.find("\"😀 ja\nn\"") != std::string::npos);
    program.must("rapport new t.rapport --title T && rapport import t.rapport a.csv && "
                 "rapport import t.rapport one.csv && rapport export t.rapport --out two.csv");
    CHECK(difference(one, program.read("two.csv")) == "");
}

TEST_CASE("a range in a turn counts in the transcript's text, also in the table", "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S");
    program.write("talk.txt", "An: Goeiemorgen allemaal.\nBo: Ik vertrouw haar, echt waar.\n");
    program.must("rapport import s.rapport talk.txt && rapport raters s.rapport add A");
    const std::string units = program.must("rapport units s.rapport --format csv");
    CHECK(units.find("talk#2,talk,2,,,,22,50") != std::string::npos);
    program.must(
        "rapport code s.rapport --rater A --unit 'talk#2' --add secure_base --range 25-38 --complete");
    CHECK(program.run("rapport code s.rapport --rater A --unit 'talk#2' --add closeness --range 0-5")
              .exitCode == 2);
    program.must("rapport export s.rapport --out one.csv");
    const std::string one = program.read("one.csv");
    CHECK(one.find("talk#2,A,constructs,secure_base,1,25,38,vertrouw haar,1,") != std::string::npos);
    program.must("rapport new t.rapport --title T && rapport import t.rapport talk.txt && "
                 "rapport import t.rapport one.csv && rapport export t.rapport --out two.csv");
    CHECK(difference(one, program.read("two.csv")) == "");
}
