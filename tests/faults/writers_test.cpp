// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs write one study, readers look on; a study that may not be written.
#include "faults/evening.h"
#include "service/inspecting.h"
#include "store/as_nobody.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rapport;
using namespace rapport::service;
using namespace rapport::test;

TEST_CASE("two programs write at once, and both have everything they were told") {
    const ScratchFolder folder;
    const Evening evening(folder);
    const std::int64_t before = must(evening.open(2)->position());
    const int acts = extent(60, 2000);
    std::vector<pid_t> processes;
    for (const char* rater : {"Ada", "Ben"}) {
        const pid_t process = fork();
        REQUIRE(process >= 0);
        if (process == 0) {
            const bool isAda = rater[0] == 'A';
            const auto session = Session::open(evening.path(), OpenMode::ReadWrite,
                                               evening.environment(isAda ? 100 : 200, rater));
            if (!session)
                _exit(2);
            for (int number = 0; number < acts; ++number) {
                if (!act(**session, rater, number))
                    _exit(3);
            }
            _exit(0);
        }
        processes.push_back(process);
    }
    // A reader looks on meanwhile, and always sees whole transactions.
    for (int look = 0; look < 10; ++look) {
        const auto reader = must(Session::open(evening.path(), OpenMode::ReadOnly, evening.environment(3)));
        must(exportCodings(*reader));
        usleep(2000);
    }
    for (const pid_t process : processes) {
        int status = 0;
        REQUIRE(waitpid(process, &status, 0) == process);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    const auto session = evening.open(4);
    CHECK(must(session->position()) == before + 2 * acts + 1); // and the codebook's freezing
    CHECK(must(check(*session, false)).problems.empty());
}

TEST_CASE("a study that may not be written is refused for writing, read all the same, and not touched") {
    const ScratchFolder folder;
    const Evening evening(folder, 6);
    must(act(*evening.open(2), "Ada", 0));
    const std::string expected = fingerprint(*evening.open(3));
    REQUIRE(chmod(evening.path().c_str(), 0444) == 0);
    REQUIRE(chmod(folder.path().c_str(), 0555) == 0);
    {
        const AsNobody nobody;
        const auto writer = Session::open(evening.path(), OpenMode::ReadWrite, evening.environment(4));
        CHECK_FALSE(writer);
        if (!writer)
            CHECK(writer.error().code == base::Errc::Refused);
        const auto reader = must(Session::open(evening.path(), OpenMode::ReadOnly, evening.environment(4)));
        CHECK(fingerprint(*reader) == expected);
    }
    REQUIRE(chmod(folder.path().c_str(), 0755) == 0);
    REQUIRE(chmod(evening.path().c_str(), 0644) == 0);
    must(act(*evening.open(5), "Ada", 1));
}
