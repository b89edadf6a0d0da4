// SPDX-License-Identifier: GPL-3.0-or-later
// Walks ICU's boundaries over UTF-8 without copying it. Internal to this room; positions are bytes. A text
// past 2 GiB is walked up to there, as ICU counts in 32 bits.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>

namespace rapport::text::detail {

/// Calls `visit(begin, end, ruleStatus)` for each stretch between two boundaries, in order.
template<typename Visit>
void forEachStretch(icu::BreakIterator& iterator, std::string_view utf8, Visit visit) {
    const std::size_t size =
        std::min(utf8.size(), static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()));
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(size), &status);
    iterator.setText(&text, status);
    if (U_SUCCESS(status)) {
        std::int32_t begin = iterator.first();
        for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
            visit(static_cast<std::size_t>(begin), static_cast<std::size_t>(end), iterator.getRuleStatus());
            begin = end;
        }
    }
    utext_close(&text);
}

/// Word boundaries of the root locale. One per thread: making one is slow, and it is not for two threads.
icu::BreakIterator& wordIterator();

} // namespace rapport::text::detail
