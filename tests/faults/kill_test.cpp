// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random points of an evening of 2,000 acts: what was acknowledged is there.
#include "faults/evening.h"
#include "service/inspecting.h"
#include "service/searching.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace rapport;
using namespace rapport::service;
using namespace rapport::test;

namespace {

constexpr std::int64_t actsOfAnEvening = 2000;
constexpr auto timeOfAnAct = std::chrono::milliseconds(700);

/// Works from act `from` on, and writes the number of each act to the pipe once it was acknowledged.
[[noreturn]] void workForEver(const Evening& evening, std::int64_t from, int out) {
    const auto session = Session::open(evening.path(), OpenMode::ReadWrite,
                                       evening.environment(1000 + static_cast<std::uint64_t>(from)));
    if (!session)
        _exit(2);
    evening.clock.advance(timeOfAnAct * from);
    for (std::int64_t number = from; number < actsOfAnEvening; ++number) {
        evening.clock.advance(timeOfAnAct);
        if (!act(**session, "Ada", number))
            _exit(3);
        if (write(out, &number, sizeof number) != static_cast<ssize_t>(sizeof number))
            _exit(4);
    }
    pause(); // to be killed with everything open
    _exit(0);
}

} // namespace

TEST_CASE("a program killed at any moment of an evening loses no act that it acknowledged") {
    const ScratchFolder folder;
    const Evening evening(folder);
    base::Random random(20260314);
    const std::int64_t before = must(evening.open(2)->position());
    const int kills = extent(8, 200);
    // The same evening without a kill, as far as the other got: what the study must say.
    const ScratchFolder calmFolder;
    const Evening calm(calmFolder);
    const auto undisturbed = calm.open(2);
    std::int64_t next = 0;
    std::int64_t acknowledged = 0;
    for (int round = 0; round < kills; ++round) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t process = fork();
        REQUIRE(process >= 0);
        if (process == 0) {
            close(ends[0]);
            workForEver(evening, next, ends[1]);
        }
        close(ends[1]);
        // So many acts more, then some instructions more.
        const auto wanted =
            static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(2 * actsOfAnEvening / kills)));
        std::int64_t number = -1;
        for (std::int64_t seen = 0; seen <= wanted && next + seen < actsOfAnEvening; ++seen) {
            REQUIRE(read(ends[0], &number, sizeof number) == static_cast<ssize_t>(sizeof number));
            acknowledged = number + 1;
        }
        usleep(static_cast<useconds_t>(random.below(3000)));
        REQUIRE(kill(process, SIGKILL) == 0);
        int status = 0;
        REQUIRE(waitpid(process, &status, 0) == process);
        CHECK(WIFSIGNALED(status));
        while (read(ends[0], &number, sizeof number) == static_cast<ssize_t>(sizeof number))
            acknowledged = number + 1;
        close(ends[0]);

        const auto session = evening.open(3 + static_cast<std::uint64_t>(round));
        const std::int64_t rows = must(session->position()) - before;
        // The codebook's freezing is one row more; one act may have been written and not acknowledged any
        // more.
        CHECK(rows >= acknowledged);
        CHECK(rows <= acknowledged + 2);
        CHECK(must(check(*session, false)).problems == std::vector<base::Phrase>{});
        must(updateIndex(*session, false));
        CHECK(must(verifyIndex(*session)).problems.empty());
        const std::int64_t done = rows > 0 ? rows - 1 : 0;
        for (; next < done; ++next) {
            calm.clock.advance(timeOfAnAct);
            must(act(*undisturbed, "Ada", next));
        }
        CHECK(fingerprint(*session) == fingerprint(*undisturbed));
        if (next >= actsOfAnEvening)
            break;
    }
    CHECK(acknowledged > 0);
}
