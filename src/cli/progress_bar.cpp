// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress_bar.h"

#include "base/format.h"
#include "cli/output.h"

#include <algorithm>
#include <cstdio>

namespace rapport::cli {

namespace {

constexpr std::uint64_t barWidth = 20;
constexpr const char* backToStart = "\r\033[K";

} // namespace

std::string progressLine(const base::ProgressState& state) {
    const std::string what = plain(state.what);
    if (state.total == 0)
        return state.done == 0 ? what : fmt::format("{}  {}", what, state.done);
    const std::uint64_t done = std::min(state.done, state.total);
    const std::uint64_t percent = done * 100 / state.total;
    const std::uint64_t filled = done * barWidth / state.total;
    return fmt::format("{}  [{}{}] {:3} %", what, std::string(filled, '#'),
                       std::string(barWidth - filled, ' '), percent);
}

void ProgressBar::show(const base::ProgressState& state) {
    if (!m_isVisible)
        return;
    const std::string line = progressLine(state);
    const std::lock_guard lock(m_mutex);
    if (line == m_shown)
        return;
    m_shown = line;
    std::fputs((backToStart + line).c_str(), stderr);
    std::fflush(stderr);
}

void ProgressBar::clear() {
    const std::lock_guard lock(m_mutex);
    if (m_shown.empty())
        return;
    m_shown.clear();
    std::fputs(backToStart, stderr);
    std::fflush(stderr);
}

} // namespace rapport::cli
