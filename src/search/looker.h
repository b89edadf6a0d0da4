// SPDX-License-Identifier: GPL-3.0-or-later
// How the long loops of this room are stopped: each asks the task once in so many steps, and leaves by an
// exception that the room's borders catch. With the steps on whole lists of millions (put in order, united,
// made unique) that the standard library takes without asking. Internal to this room; one thread.
#pragma once

#include "base/task.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace rapport::search::detail {

/// Leaves a long evaluation when the task was stopped. Never leaves this room.
class Stopped {};

/// How often this thread has asked. Tests hold it against the work that was done.
inline thread_local std::uint64_t looksOfThread = 0;

class Looker {
public:
    /// A step is one word, line or unit, of some ten nanoseconds; a page of memory is one, too, where it is
    /// filled.
    static constexpr std::size_t stepsPerLook = 4'096;

    explicit Looker(const base::Task& task)
        : m_task(&task) {}

    /// A step; cheap enough for inner loops. The first one asks. Throws Stopped.
    void look() {
        if (m_steps++ % stepsPerLook == 0)
            lookNow();
    }
    /// So many steps at once, that cannot look by themselves.
    void look(std::size_t steps) {
        const std::size_t before = std::exchange(m_steps, m_steps + steps);
        if (before == 0 || before / stepsPerLook != m_steps / stepsPerLook)
            lookNow();
    }
    /// For what is long by itself. Throws Stopped.
    void lookNow() {
        ++looksOfThread;
        if (m_task->isStopped())
            throw Stopped();
    }

private:
    const base::Task* m_task;
    std::size_t m_steps = 0;
};

/// Runs what may throw Stopped: `work(looker)` gives a T.
template<typename T, typename Work>
[[nodiscard]] base::Result<T> stoppable(const base::Task& task, const Work& work) {
    Looker looker(task);
    try {
        return work(looker);
    } catch (const Stopped&) {
        return base::Task::cancelled();
    }
}

/// So many of one value behind those that are there, a piece at a time: memory takes time where it is first
/// written.
template<typename Value>
void fillUp(std::vector<Value>& values, std::size_t size, const Value& value, Looker& looker) {
    constexpr std::size_t piece = 1'000'000;
    values.reserve(size);
    while (values.size() < size) {
        looker.lookNow();
        values.resize(std::min(values.size() + piece, size), value);
    }
}

/// Room for so many more: where all must move, a piece at a time.
template<typename Value>
void makeRoom(std::vector<Value>& values, std::size_t more, Looker& looker) {
    constexpr std::size_t piece = 1'000'000;
    if (values.size() + more <= values.capacity())
        return;
    std::vector<Value> roomy;
    roomy.reserve(std::max(values.size() + more, 2 * values.size()));
    for (std::size_t at = 0; at < values.size(); at += piece) {
        looker.lookNow();
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(at);
        roomy.insert(roomy.end(), begin,
                     begin + static_cast<std::ptrdiff_t>(std::min(piece, values.size() - at)));
    }
    values = std::move(roomy);
}

/// In order already? As std::is_sorted.
template<typename Value>
[[nodiscard]] bool isInOrder(const std::vector<Value>& values, Looker& looker) {
    for (std::size_t at = 1; at < values.size(); ++at) {
        looker.look();
        if (values[at] < values[at - 1])
            return false;
    }
    return true;
}

/// Leaves one of each value, of values in order.
template<typename Value>
void makeUnique(std::vector<Value>& values, Looker& looker) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < values.size(); ++at) {
        looker.look();
        if (kept > 0 && values[kept - 1] == values[at])
            continue;
        if (kept != at)
            values[kept] = values[at];
        ++kept;
    }
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(kept), values.end());
}

/// In order, each once.
template<typename Value>
void tidy(std::vector<Value>& values, Looker& looker) {
    if (!isInOrder(values, looker))
        std::sort(values.begin(), values.end(), [&looker](const Value& a, const Value& b) {
            looker.look();
            return a < b;
        });
    makeUnique(values, looker);
}

/// What is in one of two, which are in order: in order, each once.
template<typename Value>
[[nodiscard]] std::vector<Value> eitherOf(const std::vector<Value>& a, const std::vector<Value>& b,
                                          Looker& looker) {
    std::vector<Value> united;
    united.reserve(a.size() + b.size());
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        looker.look();
        const bool isLeft = right == b.end() || (left != a.end() && !(*right < *left));
        const Value& next = isLeft ? *left++ : *right++;
        if (united.empty() || united.back() < next)
            united.push_back(next);
    }
    return united;
}

/// What is in both, which are in order.
template<typename Value>
[[nodiscard]] std::vector<Value> bothOf(const std::vector<Value>& a, const std::vector<Value>& b,
                                        Looker& looker) {
    std::vector<Value> common;
    auto right = b.begin();
    for (const Value& value : a) {
        looker.look();
        for (; right != b.end() && *right < value; ++right)
            looker.look();
        if (right != b.end() && *right == value)
            common.push_back(value);
    }
    return common;
}

/// What is in any of them: in order, each once. Two by two, so that nothing is gone through more often than
/// the number of parts has doublings.
template<typename Value>
[[nodiscard]] std::vector<Value> anyOf(std::vector<std::vector<Value>> parts, Looker& looker) {
    if (parts.empty())
        return {};
    for (std::vector<Value>& part : parts)
        tidy(part, looker);
    while (parts.size() > 1) {
        std::vector<std::vector<Value>> united;
        for (std::size_t at = 0; at < parts.size(); at += 2) {
            if (at + 1 == parts.size()) {
                united.push_back(std::move(parts[at]));
            } else {
                united.push_back(eitherOf(parts[at], parts[at + 1], looker));
                // Not kept until all are united: millions of lines.
                std::vector<Value>().swap(parts[at]);
                std::vector<Value>().swap(parts[at + 1]);
            }
        }
        parts = std::move(united);
    }
    return std::move(parts.front());
}

} // namespace rapport::search::detail
