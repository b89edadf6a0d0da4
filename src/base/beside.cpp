// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/beside.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace rapport::base {

struct Caller::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    const std::function<void()>* question = nullptr; ///< what the caller is to run
    bool isDone = false;
    bool isLeft = false; ///< nobody waits any more
    Status status;
};

namespace {

/// Work that nobody waits for, until the program ends.
class LeftWork {
public:
    void add(std::shared_ptr<Caller::Shared> shared, std::jthread thread) {
        const std::lock_guard lock(m_mutex);
        // What has ended meanwhile goes.
        std::erase_if(m_works, [](Work& work) {
            const std::lock_guard ofWork(work.shared->mutex);
            return work.shared->isDone;
        });
        m_works.push_back({std::move(shared), std::move(thread)});
    }
    void wait() {
        std::vector<Work> works;
        {
            const std::lock_guard lock(m_mutex);
            works.swap(m_works);
        }
    }

private:
    struct Work {
        std::shared_ptr<Caller::Shared> shared;
        std::jthread thread;
    };
    std::mutex m_mutex;
    std::vector<Work> m_works;
};

LeftWork& leftWork() {
    static LeftWork left;
    return left;
}

} // namespace

bool Caller::ask(const std::function<void()>& question) const {
    std::unique_lock lock(m_shared->mutex);
    if (m_shared->isLeft)
        return false;
    m_shared->question = &question;
    m_shared->changed.notify_all();
    // Whoever waits goes only while no question is being run.
    m_shared->changed.wait(lock, [this] { return m_shared->question == nullptr; });
    return !m_shared->isLeft;
}

Status beside(const Task& task, std::function<Status(const Caller&)> work) {
    if (task.isStopped())
        return Task::cancelled();
    LeftWork& left = leftWork(); // made before any thread that may end in it
    const auto shared = std::make_shared<Caller::Shared>();
    std::jthread thread([shared, work = std::move(work)]() mutable {
        Status status = work(Caller(shared));
        work = nullptr; // what it holds goes before anybody hears that it is done
        const std::lock_guard lock(shared->mutex);
        shared->status = std::move(status);
        shared->isDone = true;
        shared->changed.notify_all();
    });
    const std::stop_callback wake(task.stop, [&shared] {
        { const std::lock_guard lock(shared->mutex); }
        shared->changed.notify_all();
    });
    std::unique_lock lock(shared->mutex);
    for (;;) {
        shared->changed.wait(
            lock, [&] { return shared->isDone || shared->question != nullptr || task.isStopped(); });
        if (shared->isDone) {
            lock.unlock();
            thread.join();
            return shared->status;
        }
        if (task.isStopped()) {
            shared->isLeft = true;
            shared->question = nullptr;
            shared->changed.notify_all();
            lock.unlock();
            left.add(shared, std::move(thread));
            return Task::cancelled();
        }
        const std::function<void()>& question = *shared->question;
        lock.unlock();
        question();
        lock.lock();
        shared->question = nullptr;
        shared->changed.notify_all();
    }
}

void waitForLeftWork() {
    leftWork().wait();
}

} // namespace rapport::base
