// SPDX-License-Identifier: GPL-3.0-or-later
// Work that cannot be stopped in the middle (a disk that has to have all of something), on a thread of its
// own. Its caller waits for it as long as it is not told to stop; the work then goes on to its end, and
// nobody waits. What it touches is its own: the caller's things, a session say, it asks the caller for.
// Any thread.
#pragma once

#include "base/result.h"
#include "base/task.h"

#include <functional>
#include <memory>

namespace rapport::base {

/// The one who waits, as the work sees it.
class Caller {
public:
    /// Runs a question on the caller's thread, and waits for it. False where the caller went: an answer is of
    /// no use.
    [[nodiscard]] bool ask(const std::function<void()>& question) const;

    struct Shared;
    explicit Caller(std::shared_ptr<Shared> shared)
        : m_shared(std::move(shared)) {}

private:
    std::shared_ptr<Shared> m_shared;
};

/// The work's own status; Cancelled as soon as the task is stopped.
[[nodiscard]] Status beside(const Task& task, std::function<Status(const Caller&)> work);

/// Waits for all work that nobody waits for.
void waitForLeftWork();

} // namespace rapport::base
