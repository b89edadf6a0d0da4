// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the document that a text was read from, as positions of the text.
#pragma once

#include "text/text_range.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace rapport::model {

struct Page {
    std::int64_t number = 0; ///< from 1, as a reader of the document counts its leaves
    text::TextRange range;
    friend bool operator==(const Page&, const Page&) = default;
};

/// The page on which a position stands; 0 where the text has no pages. `pages` rise.
[[nodiscard]] inline std::int64_t pageAt(const std::vector<Page>& pages, text::CodePoints position) {
    const auto after =
        std::upper_bound(pages.begin(), pages.end(), position,
                         [](text::CodePoints at, const Page& page) { return at < page.range.begin; });
    return after == pages.begin() ? 0 : std::prev(after)->number;
}

} // namespace rapport::model
