// SPDX-License-Identifier: GPL-3.0-or-later
// What else a word may have been meant to find: forms of the texts with the same stem or base form, with it
// inside, a letter or two off. A list to choose from, never a search by itself: no Dutch stemmer is good
// enough to be trusted unseen (one takes begeleiding for beleid). Any thread.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "search/token_index.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::search {

/// Why a form is in the list.
enum class FormOrigin {
    Itself,
    StemDutch,       ///< the same stem by Porter's rules for Dutch
    StemDutchKraaij, ///< by those of Kraaij and Pohlmann
    StemEnglish,     ///< by Porter's for English
    DictionaryDutch, ///< the same base form by the system's spelling dictionary for Dutch, where there is one
    DictionaryEnglish,
    Beginning, ///< begins with the word
    Compound,  ///< holds the word, and what stands around it are words too
    Typo,      ///< one letter off; two for words of eight letters or more
};
[[nodiscard]] const char* name(FormOrigin origin);

struct ExpandedForm {
    std::string folded;
    std::vector<FormOrigin> origins; ///< at least one, in the order above
    std::uint64_t occurrences = 0;
    std::uint64_t units = 0;
};

/// Forms that occur in the units of `isIn` (by number), the word itself first, then the most frequent.
/// `folded` is one word. Errors: Cancelled.
[[nodiscard]] base::Result<std::vector<ExpandedForm>> expandedForms(const TokenIndex& tokens,
                                                                    std::string_view folded,
                                                                    const std::vector<bool>& isIn,
                                                                    const base::Task& task = {});

/// A query that finds exactly these forms: (relatie OR relaties).
[[nodiscard]] std::string queryOfForms(const std::vector<std::string>& forms);

} // namespace rapport::search
