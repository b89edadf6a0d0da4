// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/process.h"
#include "base/platform/system_reason.h"
#include "support/catch.hpp"

#include <cerrno>
#include <cstring>
#include <stop_token>

using namespace rapport::base;

TEST_CASE("another program is found and run to its end") {
    const std::string shell = findProgram("sh");
    REQUIRE_FALSE(shell.empty());
    CHECK(*runProgram(shell, {"-c", "exit 0"}) == 0);
    CHECK(*runProgram(shell, {"-c", "exit 3"}) == 3);
    // Words are handed over as they are.
    CHECK(*runProgram(shell, {"-c", "test \"$0\" = \"a b; exit 9\"", "a b; exit 9"}) == 0);
    CHECK(*runProgram(shell, {"-c", "kill -9 $$"}) == 128 + 9);
}

TEST_CASE("a program that is not there is said") {
    CHECK(findProgram("no-program-of-this-name").empty());
    const auto run = runProgram("/no/such/program", {});
    REQUIRE_FALSE(run);
    CHECK(run.error().code == Errc::Io);
}

TEST_CASE("a program that runs on is stopped when that is asked for") {
    std::stop_source stop;
    stop.request_stop();
    Task task;
    task.stop = stop.get_token();
    const auto run = runProgram(findProgram("sh"), {"-c", "sleep 60"}, task);
    REQUIRE_FALSE(run);
    CHECK(run.error().code == Errc::Cancelled);
}

TEST_CASE("why the system refused is a phrase in the C library's words") {
    for (const int reason :
         {ENOENT, EACCES, EPERM,   EROFS, EISDIR, ENOTDIR, ENAMETOOLONG, ENOSPC, EDQUOT, EFBIG,
          EIO,    EBUSY,  ETXTBSY, ELOOP, EMFILE, ENOMEM,  ENOEXEC,      ENODEV, ESTALE, EXDEV}) {
        CHECK(systemReason(reason) == std::strerror(reason));
        CHECK(systemReason(reason).pattern() == std::strerror(reason));
    }
    CHECK(systemReason(EUCLEAN) == std::strerror(EUCLEAN));
    CHECK(systemReason(EUCLEAN).pattern().empty());
}
