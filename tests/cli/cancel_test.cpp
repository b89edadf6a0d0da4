// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C: exit code 5, nothing on stdout, and a study that is as before or complete, never between.
// `--foreground`: else timeout signals twice, and a second Ctrl-C ends at once.
#include "base/format.h"
#include "cli/program.h"
#include "support/catch.hpp"

using namespace rapport;
using test::Outcome;
using test::Program;

TEST_CASE("an interrupt ends a long measurement with exit code 5", "[cli]") {
    const Program program;
    std::string matrix = "unit,A,B,C\n";
    for (int unit = 0; unit < 20000; ++unit)
        matrix += fmt::format("{},{},{},{}\n", unit, unit % 7, unit % 5, unit % 3);
    program.write("matrix.csv", matrix);
    for (const char* signal : {"INT", "TERM"}) {
        const Outcome outcome =
            program.run(fmt::format("timeout --foreground --preserve-status -s {} 1 rapport agreement "
                                    "--matrix matrix.csv --ci bootstrap "
                                    "--replicates 1000000",
                                    signal));
        CAPTURE(signal, outcome.messages);
        CHECK(outcome.exitCode == 5);
        CHECK(outcome.out.empty());
        CHECK(outcome.messages.find("cancel") != std::string::npos);
    }
}

TEST_CASE("an interrupted import leaves the study as it was", "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S");
    std::string answers = "participant,Q1,Q2,Q3\n";
    constexpr int participants = 8000;
    for (int participant = 0; participant < participants; ++participant)
        answers += fmt::format("P{},Een antwoord van {}.,Nog een,En nog een\n", participant, participant);
    program.write("answers.csv", answers);
    const Outcome outcome =
        program.run("timeout --foreground --preserve-status -s INT 0.4 rapport import s.rapport answers.csv");
    const std::string info = program.must("rapport info s.rapport --format csv");
    CAPTURE(outcome.exitCode, outcome.messages);
    // On a fast machine it may have been done before the interrupt came.
    if (outcome.exitCode == 0) {
        CHECK(info.find(fmt::format("participants,{}\n", participants)) != std::string::npos);
    } else {
        // On a busy one the interrupt may come before the program has begun: then the signal ends it.
        CHECK((outcome.exitCode == 5 || outcome.exitCode == 130));
        CHECK(outcome.out.empty());
        CHECK(info.find("participants,0\n") != std::string::npos);
        CHECK(info.find("answers,0\n") != std::string::npos);
    }
    program.must("rapport check s.rapport");
}
