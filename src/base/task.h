// SPDX-License-Identifier: GPL-3.0-or-later
// What a long function is handed: a way to be stopped and a way to say how far it is. Cheap to copy; the
// callback is called on the thread that does the work.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace rapport::base {

struct ProgressState {
    std::uint64_t done = 0;
    std::uint64_t total = 0; ///< 0: not known yet
    std::string what;        ///< e.g. "reading answers.csv"
};

struct Task {
    std::stop_token stop;
    std::function<void(const ProgressState&)> onProgress;

    [[nodiscard]] bool isStopped() const { return stop.stop_requested(); }
    void report(std::uint64_t done, std::uint64_t total, const char* what) const {
        if (onProgress)
            onProgress(ProgressState{done, total, what});
    }
    /// The error that every long function returns when it was stopped.
    [[nodiscard]] static tl::unexpected<Error> cancelled();
};

} // namespace rapport::base
