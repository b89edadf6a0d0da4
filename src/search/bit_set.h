// SPDX-License-Identifier: GPL-3.0-or-later
// A set of small numbers, one bit each: places of words, units, documents. Internal to this room.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace rapport::search::detail {

class BitSet {
public:
    explicit BitSet(std::size_t size)
        : m_size(size)
        , m_words((size + 63) / 64) {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    /// `at` < size(), here and below.
    void add(std::size_t at) { m_words[at / 64] |= std::uint64_t{1} << (at % 64); }
    void remove(std::size_t at) { m_words[at / 64] &= ~(std::uint64_t{1} << (at % 64)); }
    [[nodiscard]] bool holds(std::size_t at) const { return (m_words[at / 64] >> (at % 64) & 1U) != 0; }
    void addAll() {
        std::fill(m_words.begin(), m_words.end(), ~std::uint64_t{0});
        trim();
    }
    void turnRound() {
        for (std::uint64_t& word : m_words)
            word = ~word;
        trim();
    }
    /// Of the same size.
    void keep(const BitSet& other) {
        for (std::size_t at = 0; at < m_words.size(); ++at)
            m_words[at] &= other.m_words[at];
    }
    void add(const BitSet& other) {
        for (std::size_t at = 0; at < m_words.size(); ++at)
            m_words[at] |= other.m_words[at];
    }
    [[nodiscard]] std::size_t count() const {
        std::size_t total = 0;
        for (const std::uint64_t word : m_words)
            total += static_cast<std::size_t>(std::popcount(word));
        return total;
    }
    /// visit(number), rising.
    template<typename Visit>
    void forEach(Visit visit) const {
        for (std::size_t at = 0; at < m_words.size(); ++at) {
            for (std::uint64_t word = m_words[at]; word != 0; word &= word - 1)
                visit(at * 64 + static_cast<std::size_t>(std::countr_zero(word)));
        }
    }

private:
    void trim() {
        if (m_size % 64 != 0)
            m_words.back() &= ~std::uint64_t{0} >> (64 - m_size % 64);
    }

    std::size_t m_size;
    std::vector<std::uint64_t> m_words;
};

} // namespace rapport::search::detail
