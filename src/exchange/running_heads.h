// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at the edges of pages and is nobody's words: running heads and page numbers. Private to this
// room.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::exchange {

struct RunningHeads {
    std::size_t heads = 0;
    std::size_t numbers = 0;
    std::vector<std::string> words;       ///< of the heads, each once
    std::vector<std::string> pageNumbers; ///< as they stood
};

/// Lines that recur at the top or bottom of most pages, numbers in them the same or rising with the pages;
/// of two pages, at the same place of both or with such a number. Bare numbers are page numbers only where
/// they rise with the pages: others may be what somebody said. Erased from `pages` (lines of each page), but
/// never all that the pages hold. A line that a speaker may begin is a head only where it stands on every one
/// of many pages.
[[nodiscard]] RunningHeads dropRunningHeads(std::vector<std::vector<std::string>>& pages);

} // namespace rapport::exchange
