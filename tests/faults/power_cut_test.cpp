// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes: pages that were not synced are there, half there or not there. What was acknowledged is.
#include "faults/evening.h"
#include "faults/failing_disk.h"
#include "service/inspecting.h"

#include <filesystem>

using namespace rapport;
using namespace rapport::service;
using namespace rapport::test;

TEST_CASE("after a power cut every acknowledged act is there, and the study is whole") {
    base::Random random(7);
    for (int cut = 0; cut < extent(25, 400); ++cut) {
        INFO("cut " << cut);
        const ScratchFolder folder;
        const Evening evening(folder, 8);
        FailingDisk::watch(evening.path());
        std::int64_t before = 0;
        std::int64_t acknowledged = 0;
        {
            const auto session = evening.open(static_cast<std::uint64_t>(cut) + 10);
            before = must(session->position());
            FailingDisk::failAt(DiskFault::PowerCut, 1 + static_cast<std::int64_t>(random.below(400)));
            while (acknowledged < 60 && act(*session, "Ada", acknowledged))
                ++acknowledged;
            FailingDisk::afterPowerCut(folder.file("after.rapport"), random);
        }
        FailingDisk::heal();
        FailingDisk::unwatch();
        const auto session = must(Evening::tryOpen(folder.file("after.rapport"), evening.environment(99)));
        const std::int64_t rows = must(session->position()) - before;
        CHECK(rows >= acknowledged);
        CHECK(rows <= acknowledged + 2);
        CHECK(must(check(*session, false)).problems == std::vector<base::Phrase>{});
        must(act(*session, "Ada", 5000));
    }
}
