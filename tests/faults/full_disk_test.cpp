// SPDX-License-Identifier: GPL-3.0-or-later
// Writes that fail: the act is refused with a reason, what was acknowledged stays, and work goes on when
// there is room.
#include "faults/evening.h"
#include "faults/failing_disk.h"
#include "service/assigning.h"
#include "service/importing.h"
#include "service/inspecting.h"
#include "service/merging.h"
#include "service/packing.h"
#include "service/safekeeping.h"

#include <filesystem>
#include <functional>

using namespace rapport;
using namespace rapport::service;
using namespace rapport::test;

namespace {

struct Healing {
    ~Healing() { FailingDisk::heal(); }
};

} // namespace

TEST_CASE("an act that cannot be written is refused, and everything before it is there") {
    const Healing afterwards;
    for (const DiskFault fault : {DiskFault::Full, DiskFault::WriteError, DiskFault::SyncError}) {
        const ScratchFolder folder;
        const Evening evening(folder, 12);
        const std::int64_t points = extent<std::int64_t>(12, 300);
        std::int64_t number = 0;
        for (std::int64_t point = 1; point <= points; ++point) {
            INFO("fault " << static_cast<int>(fault) << " at " << point);
            auto session = evening.open(100 + static_cast<std::uint64_t>(point));
            std::string before = fingerprint(*session);
            FailingDisk::failAt(fault, point);
            base::Status done;
            for (int acts = 0; acts < 40 && done; ++acts) {
                done = act(*session, "Ada", number);
                if (done) {
                    ++number;
                    before = fingerprint(*session);
                }
            }
            const bool hasFailed = FailingDisk::hasFailed();
            FailingDisk::heal();
            if (hasFailed) {
                // A failure while pages go back into the file is none of the act's: the log has them.
                if (!done) {
                    CHECK(done.error().code ==
                          (fault == DiskFault::Full ? base::Errc::DiskFull : base::Errc::Io));
                    CHECK_FALSE(done.error().hint.empty());
                }
            }
            // The same session goes on, or a new one does.
            if (point % 2 == 0) {
                session.reset();
                session = evening.open(1000 + static_cast<std::uint64_t>(point));
            }
            CHECK(fingerprint(*session) == before);
            CHECK(must(check(*session, false)).problems == std::vector<base::Phrase>{});
            must(act(*session, "Ada", number++));
        }
    }
}

TEST_CASE("a single failed write in between is survived") {
    const Healing afterwards;
    const ScratchFolder folder;
    const Evening evening(folder, 12);
    const auto session = evening.open(5);
    std::int64_t number = 0;
    std::int64_t failed = 0;
    for (std::int64_t point = 1; point <= extent<std::int64_t>(20, 400); ++point) {
        FailingDisk::failOnce(DiskFault::WriteError, point % 9 + 1);
        for (int acts = 0; acts < 5; ++acts) {
            if (act(*session, "Ada", number))
                ++number;
            else
                ++failed;
        }
        FailingDisk::heal();
        CHECK(must(check(*session, false)).problems == std::vector<base::Phrase>{});
    }
    CHECK(failed > 0);
    CHECK(number > failed);
}

TEST_CASE("whatever writes much says that the disk is full, and the study and its folder are as they were") {
    const Healing afterwards;
    const ScratchFolder folder;
    const Evening evening(folder, 12);
    const std::string out = folder.file("out");
    std::filesystem::create_directory(out);
    auto environment = evening.environment(7);
    environment.backupFolder = folder.file("backups");
    const auto session = must(Session::open(evening.path(), OpenMode::ReadWrite, environment));
    for (std::int64_t number = 0; number < 30; ++number)
        must(act(*session, "Ada", number));
    const std::string copy = folder.file("copy.rapport");
    must(backup(*session, copy));
    must(act(*Evening::tryOpen(copy, evening.environment(9, "laptop")).value(), "Ben", 1));
    const std::string table =
        folder.write("more.csv", "participant,Q1\nN1,Een nieuw antwoord\nN2,Nog een nieuw antwoord\n");
    ImportOptions asAnswers;
    asAnswers.kind = ImportKind::Answers;
    AssignRequest round;
    round.round = "another";
    round.raters = {"Ada", "Ben"};
    const auto nothing = [](auto result) -> base::Status {
        if (!result)
            return base::fail(result);
        return {};
    };
    struct Writer {
        const char* name;
        std::function<base::Status()> work;
    };
    const std::vector<Writer> writers{
        {"import", [&] { return nothing(importFiles(*session, {table}, asAnswers)); }},
        {"assign", [&] { return nothing(assign(*session, round)); }},
        {"rater", [&] { return nothing(addRater(*session, "Eve", model::RaterKind::Human)); }},
        {"pack",
         [&] {
             return nothing(pack(*session, {"Ada", out + "/ada.rpack", ""}));
         }},
        {"backup", [&] { return backup(*session, out + "/copy.rapport"); }},
        {"automatic backup", [&] { return nothing(keepBackup(*session, BackupReason::Risk)); }},
        {"merge",
         [&] {
             return nothing(merge(*session, {{copy}, ""}));
         }},
        {"new", [&] { return nothing(Session::create(out + "/new.rapport", {}, evening.environment(11))); }},
    };
    const std::string before = fingerprint(*session);
    const std::int64_t position = must(session->position());
    for (const Writer& writer : writers) {
        for (const std::int64_t point : {1, 2, 3}) {
            INFO(writer.name << " at " << point);
            FailingDisk::failAt(DiskFault::Full, point);
            const base::Status done = writer.work();
            const bool hasFailed = FailingDisk::hasFailed();
            FailingDisk::heal();
            REQUIRE(hasFailed);
            REQUIRE_FALSE(done);
            CHECK(done.error().code == base::Errc::DiskFull);
            CHECK(base::exitCode(done.error().code) == 4);
            CHECK_FALSE(done.error().hint.empty());
            CHECK(must(session->position()) == position);
            CHECK(fingerprint(*session) == before);
            CHECK(std::filesystem::is_empty(out));
        }
    }
    CHECK(must(check(*session, false)).problems == std::vector<base::Phrase>{});
    for (const Writer& writer : writers)
        must(writer.work());
    CHECK(must(check(*session, false)).problems == std::vector<base::Phrase>{});
}
