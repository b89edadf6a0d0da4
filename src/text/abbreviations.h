// SPDX-License-Identifier: GPL-3.0-or-later
// Words whose full stop does not end a sentence even where a capital or a number follows: Dutch and English
// titles, and shortenings that stand before a name or a number. Not those that often end a sentence (etc.,
// enz.) nor those that are words of their own (vol, red). Those of single letters (i.p.v., e.g.) need no
// list. Shortenings that are words or names as well (art, max, jan, tel) count before a number alone.
// Internal to this room.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace rapport::text::detail {

/// `folded` is the word before the full stop.
[[nodiscard]] inline bool isAbbreviation(std::string_view folded) {
    static constexpr auto sorted = std::to_array<std::string_view>(
        {"afb", "approx", "bijv", "blz",  "bv",   "ca",  "capt", "cf",   "dd",  "dhr",
         "dr",  "drs",    "eds",  "esp",  "excl", "fig", "hfst", "incl", "ing", "ir",
         "jhr", "mej",    "mevr", "mgr",  "mr",   "mrs", "ms",   "mw",   "nr",  "nrs",
         "pag", "plm",    "pp",   "prof", "resp", "st",  "vgl",  "vnl",  "vs",  "zgn"});
    constexpr std::size_t longest = 6;
    return folded.size() <= longest && std::binary_search(sorted.begin(), sorted.end(), folded);
}

/// The same where a number follows: art. 3, max. 20, 5 jan. 2024. "Dat zei Jan. Toen ..." ends a sentence.
[[nodiscard]] inline bool isAbbreviationBeforeNumber(std::string_view folded) {
    static constexpr auto sorted = std::to_array<std::string_view>(
        {"apr", "art", "aug", "dec", "feb", "febr", "gem", "jan", "jul", "jun",  "mar",
         "max", "min", "mrt", "nov", "oct", "okt",  "par", "sec", "sep", "sept", "tel"});
    constexpr std::size_t longest = 4;
    return folded.size() <= longest && std::binary_search(sorted.begin(), sorted.end(), folded);
}

} // namespace rapport::text::detail
