// SPDX-License-Identifier: GPL-3.0-or-later
// One line on stderr that says how far a long command is, on a terminal only. May be called from any thread.
#pragma once

#include "base/task.h"

#include <cstdint>
#include <mutex>
#include <string>

namespace rapport::cli {

class ProgressBar {
public:
    explicit ProgressBar(bool isVisible)
        : m_isVisible(isVisible) {}
    void show(const base::ProgressState& state);
    /// Takes the line away.
    void clear();

private:
    std::mutex m_mutex;
    std::string m_shown;
    bool m_isVisible;
};

/// "reading answers.csv  [########            ]  40 %"
[[nodiscard]] std::string progressLine(const base::ProgressState& state);

} // namespace rapport::cli
