// SPDX-License-Identifier: GPL-3.0-or-later
// A command that fails leaves the study's bytes and its folder as they were: locked, read-only, no room.
#include "cli/program.h"
#include "service/rating.h"
#include "support/catch.hpp"

#include <unistd.h>

#include <filesystem>

using namespace rapport;
using test::Outcome;
using test::Program;

namespace {

void makeStudy(const Program& program) {
    program.must("rapport new s.rapport --title S && rapport import s.rapport $DATA/answers.csv && "
                 "rapport raters s.rapport add A");
}

} // namespace

TEST_CASE("a study that another program is writing is not waited for in vain", "[cli]") {
    const Program program;
    makeStudy(program);
    {
        service::Environment environment;
        environment.device = base::Guid::fromText("other device");
        environment.cacheFolder = program.file("other-cache");
        auto session = service::Session::open(program.file("s.rapport"), service::OpenMode::ReadWrite,
                                              std::move(environment));
        REQUIRE(session);
        const auto held = service::asOneStep(**session, [&](service::Session&) -> base::Status {
            const Outcome written = program.run("rapport code s.rapport --rater A --unit P1/Q1 --complete");
            CHECK(written.exitCode == 4);
            CHECK(written.out.empty());
            CHECK(written.messages.find("s.rapport: ") == 0);
            CHECK(written.messages.find("\n    ") != std::string::npos); // what to do
            const Outcome read = program.run("rapport info s.rapport --format csv");
            CHECK(read.exitCode == 0); // readers go on
            CHECK(read.out.find("completed,0") != std::string::npos);
            return base::fail(base::Errc::Cancelled, "enough");
        });
        CHECK_FALSE(held);
    }
    program.must("rapport code s.rapport --rater A --unit P1/Q1 --complete");
}

TEST_CASE("where there is no room, the study stays as it was", "[cli]") {
    const Program program;
    makeStudy(program);
    std::string large = "participant,Q1\n";
    for (int participant = 0; participant < 3000; ++participant)
        large += "X" + std::to_string(participant) + "," + std::string(400, 'a') + "\n";
    program.write("large.csv", large);
    const std::string before = program.must("rapport info s.rapport");
    // A limit of 600 blocks of 512 bytes on every file that is written.
    const Outcome imported = program.run("ulimit -f 1000; rapport import s.rapport large.csv");
    CAPTURE(imported.messages);
    CHECK(imported.exitCode == 4);
    CHECK(imported.out.empty());
    CHECK_FALSE(imported.messages.empty());
    CHECK(program.must("rapport info s.rapport") == before);
    program.must("rapport check s.rapport");

    program.write("codings.csv", "as it was");
    const Outcome exported = program.run("ulimit -f 0; rapport export s.rapport --out codings.csv");
    CHECK(exported.exitCode == 4);
    CHECK(exported.out.empty());
    CHECK(program.read("codings.csv") == "as it was");

    const Outcome created = program.run("ulimit -f 8; rapport new t.rapport --title T");
    CHECK(created.exitCode == 4);
    CHECK_FALSE(program.exists("t.rapport"));
    for (const std::string& name : program.names())
        CHECK(name.find(".part") == std::string::npos);
}

TEST_CASE("a failed command changes no byte", "[cli]") {
    const Program program;
    makeStudy(program);
    const std::string before = program.read("s.rapport");
    struct Case {
        const char* command;
        int exitCode;
    };
    const std::vector<Case> cases{
        {"rapport import s.rapport $DATA/binary.csv --as answers", 3},
        {"rapport import s.rapport $DATA/people.csv nowhere.csv", 3},
        {"rapport import s.rapport $DATA/no_participant.csv", 1},
        {"rapport code s.rapport --rater A --unit P1/Q2 --add closeness --add one_on_one_time", 1},
        {"rapport code s.rapport --rater A --unit P1/Q2 --add closeness --level level=nothing --complete", 2},
        {"rapport code s.rapport --rater A --unit P1/Q2 --add closeness --add nothing", 2},
        {"rapport code s.rapport --rater A --unit P1/Q2 --add closeness --value level=3", 2},
        {"rapport assign s.rapport --round r --kind main --raters A,B", 2},
        {"rapport assign s.rapport --round r --kind main --raters A --sample 0", 2},
        {"rapport assign s.rapport --round default --kind main --raters A", 2},
        {"rapport open s.rapport --round r", 2},
        {"rapport raters s.rapport add A", 1},
        {"rapport attributes s.rapport --show nothing", 2},
        {"rapport codebook s.rapport import $DATA/answers.csv", 3},
        {"rapport new s.rapport", 1},
        {"rapport report s.rapport --out nowhere/report.html", 1},
        {"rapport units s.rapport --rater B", 2},
    };
    for (const Case& each : cases) {
        const Outcome outcome = program.run(each.command);
        CAPTURE(each.command, outcome.messages);
        CHECK(outcome.exitCode == each.exitCode);
        CHECK(outcome.out.empty());
        CHECK_FALSE(outcome.messages.empty());
        CHECK(program.read("s.rapport") == before);
    }
}

TEST_CASE("a study that may not be written is read, and nothing else", "[cli]") {
    if (::geteuid() == 0)
        return; // nothing is forbidden to root
    const Program program;
    makeStudy(program);
    program.must("chmod a-w s.rapport && chmod a-w .");
    CHECK(program.run("rapport info s.rapport").exitCode == 0);
    const Outcome written = program.run("rapport code s.rapport --rater A --unit P1/Q1 --complete");
    CHECK(written.exitCode != 0);
    CHECK(written.out.empty());
    program.must("chmod u+w .");
}
