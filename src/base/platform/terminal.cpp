// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/terminal.h"

#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

namespace rapport::base {

namespace {

constexpr int exitCancelled = 5;
/// Programs that pass signals on often send them twice, to the process and to its group: that is one wish.
constexpr std::chrono::milliseconds sameInterrupt{300};

sigset_t watched() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

bool isErrorTerminal() {
    return ::isatty(STDERR_FILENO) == 1;
}

void keepAliveAtFileLimit() {
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
}

struct InterruptWatch::Impl {
    std::stop_source source;
    std::atomic<bool> isEnding = false;
    sigset_t before{};
    std::thread waiter;
};

InterruptWatch::InterruptWatch()
    : m_impl(std::make_unique<Impl>()) {
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, &m_impl->before);
    m_impl->waiter = std::thread([impl = m_impl.get(), set] {
        using Steady = std::chrono::steady_clock;
        int received = 0;
        Steady::time_point first;
        while (sigwait(&set, &received) == 0 && !impl->isEnding) {
            if (impl->source.request_stop())
                first = Steady::now();
            else if (Steady::now() - first > sameInterrupt)
                ::_exit(exitCancelled);
        }
    });
}

InterruptWatch::~InterruptWatch() {
    m_impl->isEnding = true;
    pthread_kill(m_impl->waiter.native_handle(), SIGTERM); // wakes the waiter, which then sees isEnding
    m_impl->waiter.join();
    pthread_sigmask(SIG_SETMASK, &m_impl->before, nullptr);
}

std::stop_token InterruptWatch::token() const {
    return m_impl->source.get_token();
}

} // namespace rapport::base
