// SPDX-License-Identifier: GPL-3.0-or-later
// What the program has to know of the terminal it may be running in: whether somebody is looking, and whether
// that somebody pressed Ctrl-C.
#pragma once

#include <memory>
#include <stop_token>

namespace rapport::base {

/// Standard error goes to a terminal, not into a file or another program.
[[nodiscard]] bool isErrorTerminal();

/// A write past a limit of file size fails with an error instead of ending the program. For all of the
/// program.
void keepAliveAtFileLimit();

/// From construction to destruction Ctrl-C (SIGINT) and SIGTERM ask to stop through token(); a second one,
/// not at the same moment, ends the program at once with exit code 5. Make it before any other thread is
/// started: the signals are blocked for all threads that follow. One per program.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    [[nodiscard]] std::stop_token token() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rapport::base
