// SPDX-License-Identifier: GPL-3.0-or-later
// In what another program counted the positions of its codings: code points or UTF-16 units, a line end as
// one or two, the byte order mark or not. Fitted to quotes where there are any. Private to this room.
#pragma once

#include "base/phrase.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

struct ForeignSpan {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::string quote; ///< the beginning of the words, as the program stored them; may be empty
};

struct OffsetReading {
    bool isUtf16 = false;
    bool isLineEndTwo = false;
    bool countsMark = false;
    friend bool operator==(const OffsetReading&, const OffsetReading&) = default;
};

struct OffsetFit {
    OffsetReading reading;
    std::size_t quotes = 0;  ///< with words to compare
    std::size_t matched = 0; ///< under this reading
    /// No quote tells how positions were counted, and it makes a difference: the way was taken in which most
    /// spans begin and end with words.
    bool isGuess = false;
    /// Code points in the text, half-open; none where a span lies outside of it. In the order given.
    std::vector<std::optional<std::pair<std::int64_t, std::int64_t>>> spans;
};

struct TextFacts {
    bool hasCrLf = false; ///< the file's line ends were \r\n
    bool hadMark = false; ///< the file began with a byte order mark
};

/// `text` with \n line ends, without mark. Linear in the text and in the spans.
[[nodiscard]] OffsetFit fitOffsets(std::string_view text, const std::vector<ForeignSpan>& spans,
                                   const TextFacts& facts);

/// "code points, a line end counted as one: 12 of 12 quotes fit"
[[nodiscard]] base::Phrase describe(const OffsetFit& fit);

} // namespace rapport::exchange
