// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/ranking.h"

#include <algorithm>
#include <cmath>

namespace rapport::search::detail {

Ranking::Ranking(const QueryNode& root) {
    for (const QueryNode* leaf : soughtTexts(root)) {
        for (const WordSequence& words : leaf->spellings) {
            for (const QuerySlot& slot : words) {
                for (const QueryWord& word : slot.words) {
                    if (word.form != QueryWord::Form::Any &&
                        std::find(m_words.begin(), m_words.end(), word) == m_words.end())
                        m_words.push_back(word);
                }
            }
        }
    }
    for (const QueryWord& word : m_words)
        m_tests.emplace_back(word);
    m_holding.resize(m_words.size());
}

void Ranking::addIndex(std::uint64_t documents, double averageLength, std::vector<std::uint64_t> holding) {
    m_documents += static_cast<double>(documents);
    m_totalLength += averageLength * static_cast<double>(documents);
    for (std::size_t at = 0; at < m_holding.size(); ++at)
        m_holding[at] += holding[at];
}

std::size_t Ranking::addUnit(const PlacedText& text, std::size_t nameBytes, bool isMatching) {
    const std::vector<PlacedWord>& words = text.words();
    Counted counted;
    for (const PlacedWord& word : words)
        counted.length += weightOf(word, nameBytes);
    counted.occurrences.resize(m_words.size());
    for (std::size_t at = 0; at < m_words.size(); ++at) {
        for (const PlacedWord& word : words) {
            if (m_tests[at](word.folded, m_tests[at].needsSpelling() ? text.spelt(word) : ""))
                counted.occurrences[at] += weightOf(word, nameBytes);
        }
        if (counted.occurrences[at] > 0)
            ++m_holding[at];
    }
    m_documents += 1;
    m_totalLength += static_cast<double>(counted.length);
    if (!isMatching)
        return 0;
    m_units.push_back(std::move(counted));
    return m_units.size() - 1;
}

double Ranking::weight(std::size_t unit) const {
    constexpr double k1 = 1;
    constexpr double b = 0.5;
    constexpr double shortest = 0.5; // of a text against the average
    const Counted& counted = m_units[unit];
    const double average = m_documents > 0 ? m_totalLength / m_documents : 0;
    const double relative =
        average > 0 ? std::max(static_cast<double>(counted.length) / average, shortest) : 1;
    double total = 0;
    for (std::size_t at = 0; at < m_words.size(); ++at) {
        const double occurrences = counted.occurrences[at];
        if (occurrences == 0)
            continue;
        const double holding = std::min(static_cast<double>(m_holding[at]), m_documents);
        double odds = (m_documents - holding + 0.5) / (holding + 0.5);
        if (odds < 2)
            odds = odds * 0.5 + 1; // as Xapian: a word in most texts still counts for something
        total += std::log(odds) * (k1 + 1) * occurrences / (k1 * ((1 - b) + b * relative) + occurrences);
    }
    return total;
}

} // namespace rapport::search::detail
