// SPDX-License-Identifier: GPL-3.0-or-later
// Words of grammar, by language: for leaving out of lists of words where somebody asks for that, never out of
// an index or a search. Which they are can be shown: "niet" and "geen" are among them. Any thread.
#pragma once

#include <span>
#include <string_view>

namespace rapport::text {

/// SOURCE: the stop words of the Snowball project (M. Porter, R. Boulton), lists of 2001 and later, under the
/// BSD licence of three clauses. Contractions as one word.
struct StopList {
    std::string_view language; ///< "nl", "en"
    std::string_view source;
    std::string_view licence;
    std::span<const std::string_view> words; ///< folded, in order of their bytes
};
[[nodiscard]] std::span<const StopList> stopLists();

/// In any of the lists of these languages. `folded`: see fold().
[[nodiscard]] bool isStopWord(std::string_view folded, std::span<const std::string_view> languages);

} // namespace rapport::text
