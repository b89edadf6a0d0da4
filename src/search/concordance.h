// SPDX-License-Identifier: GPL-3.0-or-later
// Concordance: an occurrence of a query's words and phrases as a line with its context, cut from the text of
// its unit. Which lines there are, and in which order, is search/lines.h. Any thread.
#pragma once

#include "search/match.h"
#include "search/query.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rapport::search {

struct ConcordanceLine {
    model::UnitId unit;
    text::TextRange range; ///< of the match, in the unit's text
    std::string left;      ///< context as it stands in the text, without white space at its outer end
    std::string match;
    std::string right;
};

/// A unit's text, to cut lines from. Holds a view of it.
class UnitLines {
public:
    UnitLines(model::UnitId unit, std::string_view text);
    ~UnitLines();
    UnitLines(UnitLines&&) noexcept;
    UnitLines& operator=(UnitLines&&) noexcept;

    /// `width`: words of context on either side.
    [[nodiscard]] ConcordanceLine line(text::TextRange range, std::int64_t width) const;
    /// By the numbers of its first and last word, from 0, joined forms not counted: as in a TokenSpan less
    /// TokenIndex::unitBegin.
    [[nodiscard]] ConcordanceLine line(std::uint32_t first, std::uint32_t last, std::int64_t width) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The lines of one text, without any index.
[[nodiscard]] std::vector<ConcordanceLine> concordanceLines(model::UnitId unit, std::string_view text,
                                                            const Query& query, std::int64_t width);

} // namespace rapport::search
