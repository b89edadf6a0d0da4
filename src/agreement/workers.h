// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a loop in blocks on several threads. The blocks must not depend on one another; results go to places
// of their own, so that the number of threads cannot be seen in them. Internal to the room.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace rapport::agreement {

/// `block(begin, end, reports)` returns false to stop everything; `reports` is true on the calling thread
/// alone. `threads` 0: as many as the machine has. Returns false if any block did.
template<typename Block>
bool forBlocks(std::size_t count, unsigned threads, Block block) {
    if (threads == 0)
        threads = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t workers = std::max<std::size_t>(1, std::min<std::size_t>(threads, count / 16 + 1));
    std::atomic<bool> goesOn{true};
    const auto run = [&](std::size_t worker) {
        const std::size_t begin = count * worker / workers;
        const std::size_t end = count * (worker + 1) / workers;
        if (begin < end && !block(begin, end, worker == 0))
            goesOn = false;
    };
    std::vector<std::jthread> others;
    others.reserve(workers - 1);
    for (std::size_t worker = 1; worker < workers; ++worker)
        others.emplace_back(run, worker);
    run(0);
    others.clear();
    return goesOn;
}

} // namespace rapport::agreement
