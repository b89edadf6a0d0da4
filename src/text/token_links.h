// SPDX-License-Identifier: GPL-3.0-or-later
// The second pass of the tokeniser, the same for both of its ways: which tokens start a sentence, and the
// extra forms of words that are joined by hyphens or dots. Internal to this room; any thread.
#pragma once

#include "text/tokenizer.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rapport::text::detail {

struct Character {
    UChar32 value = 0; ///< negative where the bytes are not valid
    std::size_t bytes = 0;
};

/// `at` < utf8.size().
inline Character characterAt(std::string_view utf8, std::size_t at) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    if (first < 0x80)
        return {static_cast<UChar32>(first), 1};
    // The macro wants 32-bit indices into a buffer that may be larger: hand it a window.
    const auto* const window = reinterpret_cast<const std::uint8_t*>(utf8.data() + at);
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(utf8.size() - at, 4));
    std::int32_t next = 0;
    UChar32 value = 0;
    U8_NEXT(window, next, length, value);
    return {value, static_cast<std::size_t>(next)};
}

/// `gapped`: tokens with anything else before them than one blank, which says nothing; rising.
void completeTokens(std::vector<Token>& tokens, const std::vector<std::uint32_t>& gapped,
                    std::string_view utf8);

} // namespace rapport::text::detail
