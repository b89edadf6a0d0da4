// SPDX-License-Identifier: GPL-3.0-or-later
// Words whose full stop does not end a sentence: Dutch and English titles and shortenings that are no words
// of their own. Those of single letters (i.p.v., e.g.) need no list. Internal to this room.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace rapport::text::detail {

/// `folded` is the word before the full stop.
[[nodiscard]] inline bool isAbbreviation(std::string_view folded) {
    static constexpr auto sorted = std::to_array<std::string_view>({
        "afb",  "approx", "bijv", "blz", "bv",  "ca",   "capt", "cf",  "dd",   "dept", "dhr", "dr",
        "drs",  "eds",    "enz",  "esp", "etc", "excl", "fig",  "gen", "hfst", "incl", "ing", "inz",
        "ir",   "jhr",    "jl",   "jr",  "ltd", "mej",  "mevr", "mgr", "mld",  "mln",  "mr",  "mrs",
        "ms",   "mw",     "nl",   "nr",  "nrs", "pag",  "par",  "plm", "pp",   "prof", "red", "ref",
        "resp", "rev",    "sr",   "st",  "tel", "toel", "vgl",  "vnl", "vol",  "vs",   "wo",  "zgn",
    });
    return std::binary_search(sorted.begin(), sorted.end(), folded);
}

} // namespace rapport::text::detail
