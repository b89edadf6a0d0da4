// SPDX-License-Identifier: GPL-3.0-or-later
// A whole index from scratch: many small databases made side by side, then merged. One writer for all would
// spend most of its time in ever larger trees in memory, and leave an index of twice the size. Internal to
// this room; called by one thread, works on several.
#pragma once

#include "base/task.h"
#include "search/index.h"

#include <xapian.h>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

namespace rapport::search::detail {

/// What the index knows of a unit.
[[nodiscard]] Xapian::Document documentOf(const IndexedUnit& unit);

class IndexBuild {
public:
    /// Works in `folder`, which must be there; what it leaves there may be removed at any time later.
    /// `threads` 0: as many as the machine has.
    IndexBuild(std::filesystem::path folder, base::Task task, unsigned threads = 0);
    ~IndexBuild();
    IndexBuild(const IndexBuild&) = delete;
    IndexBuild& operator=(const IndexBuild&) = delete;

    /// Whether add() would take these: ids must go on rising.
    [[nodiscard]] bool accepts(const std::vector<IndexedUnit>& units) const;
    /// Waits while there is much to do. May throw what a thread met: Xapian::Error.
    void add(std::vector<IndexedUnit> units);
    /// One database of all, in a new folder below the build's; empty where there was nothing. Nothing can be
    /// added afterwards. May throw Xapian::Error; returns early, with an empty path, where the task was
    /// stopped.
    [[nodiscard]] std::filesystem::path merge();

private:
    struct Work {
        std::vector<IndexedUnit> units;
        std::filesystem::path part;
    };
    void run();
    void finishParts();
    [[nodiscard]] std::filesystem::path mergeParts(const std::vector<std::filesystem::path>& parts);

    std::filesystem::path m_folder;
    base::Task m_task;
    std::vector<std::filesystem::path> m_parts;
    std::int64_t m_lastId = 0;
    std::size_t m_merged = 0;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Work> m_waiting;
    bool m_isDone = false;
    std::exception_ptr m_failure;
    std::vector<std::thread> m_threads;
};

} // namespace rapport::search::detail
