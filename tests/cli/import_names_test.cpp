// SPDX-License-Identifier: GPL-3.0-or-later
// Imports that replace names: a dry run says of the names what the import then says.
#include "cli/program.h"
#include "support/catch.hpp"

#include <algorithm>

using rapport::test::Outcome;
using rapport::test::Program;

namespace {

/// What is told of the names themselves.
std::string aboutNames(const Outcome& outcome) {
    std::string told;
    for (std::size_t begin = 0; begin < outcome.messages.size();) {
        const std::size_t end = std::min(outcome.messages.find('\n', begin), outcome.messages.size());
        const std::string line = outcome.messages.substr(begin, end - begin);
        if (line.find("listed name") != std::string::npos)
            told += line + '\n';
        begin = end + 1;
    }
    return told;
}

void checkTriedIsDone(const Program& program, const std::string& arguments, int exitCode,
                      const std::vector<std::string>& words) {
    const Outcome tried = program.run("rapport import s.rapport " + arguments + " --dry-run");
    const Outcome done = program.run("rapport import s.rapport " + arguments);
    CAPTURE(tried.messages, done.messages);
    CHECK(done.exitCode == exitCode);
    CHECK(tried.exitCode == exitCode);
    CHECK(aboutNames(tried) == aboutNames(done));
    for (const std::string& each : words)
        CHECK_THAT(aboutNames(tried), Catch::Contains(each));
}

} // namespace

TEST_CASE("a dry run says which listed names would be left, and which words hold one", "[cli]") {
    const Program program;
    program.write("names.csv", "name,replacement\nTibo,K1\nBartholomeus,K2\n");
    program.write("a.csv", "participant,Q1,Q2\nP1,Tibo en Tibootje,Nee\nP2,Ja,Nee\n");
    program.write("les.txt", "Mia: Tibo lacht.\nAn: Tibootje ook.\nMia: Zo.\nAn: Ja.\n");
    SECTION("in a transcript of an empty study") {
        program.must("rapport new s.rapport --title S --template empty");
        checkTriedIsDone(program, "les.txt --pseudonyms names.csv", 0,
                         {"no listed name is left as a word", "Tibootje (1)"});
    }
    SECTION("where the study has one already") {
        program.must("rapport new s.rapport --title 'About Bartholomeus'");
        checkTriedIsDone(program, "a.csv --pseudonyms names.csv", 1,
                         {"s.rapport: listed names are left: the title of the study", "Tibootje"});
    }
}
