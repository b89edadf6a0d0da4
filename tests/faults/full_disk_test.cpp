// SPDX-License-Identifier: GPL-3.0-or-later
// Writes that fail: the act is refused with a reason, what was acknowledged stays, and work goes on when
// there is room.
#include "faults/evening.h"
#include "faults/failing_disk.h"
#include "service/inspecting.h"

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
                    CHECK((done.error().code == base::Errc::DiskFull || done.error().code == base::Errc::Io));
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
