// SPDX-License-Identifier: GPL-3.0-or-later
// BM25 for units that are evaluated on their text, with the same formula as the index's, so that both kinds
// of hit stand in one order. Internal to this room. SOURCE: Robertson, Walker, Jones, Hancock-Beaulieu and
// Gatford 1995 (Okapi at TREC-3), in the form that Xapian documents for BM25Weight(1, 0, 1, 0.5, 0.5).
#pragma once

#include "search/plan.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rapport::search::detail {

/// Gathers what the weights need while units are scanned, then weighs them.
class Ranking {
public:
    explicit Ranking(const QueryNode& root);

    [[nodiscard]] const std::vector<QueryWord>& words() const { return m_words; }
    /// The index's share: documents, their words in all, and how many hold m_words[at].
    void addIndex(std::uint64_t documents, double averageLength, std::vector<std::uint64_t> holding);
    /// Every unit that was looked at, matching or not, `nameBytes` as in IndexedUnit; gives a matching unit's
    /// index for weight().
    std::size_t addUnit(const PlacedText& text, std::size_t nameBytes, bool isMatching);
    [[nodiscard]] double weight(std::size_t unit) const;
    /// Whether any unit or document holds words()[at].
    [[nodiscard]] bool isKnown(std::size_t at) const { return m_holding[at] > 0; }

private:
    struct Counted {
        std::vector<std::uint32_t> occurrences;
        std::uint64_t length = 0;
    };
    std::vector<QueryWord> m_words;
    std::vector<WordTest> m_tests;
    std::vector<std::uint64_t> m_holding;
    std::vector<Counted> m_units;
    double m_documents = 0;
    double m_totalLength = 0;
};

} // namespace rapport::search::detail
