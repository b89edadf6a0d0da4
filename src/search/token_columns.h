// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a token index lie in where it was built, and their order in a file. Internal to this
// room.
#pragma once

#include "search/bit_set.h"
#include "search/token_index.h"

#include <cstdint>
#include <vector>

namespace rapport::search {

struct TokenIndex::Common {
    std::uint32_t form = 0;
    detail::BitSet units;
};

struct TokenIndex::Columns {
    std::vector<model::UnitId> units;
    std::vector<std::uint32_t> unitBegins;
    std::vector<std::uint32_t> sentenceBegins;
    std::vector<std::uint64_t> sentenceStarts;
    std::vector<std::uint32_t> words;
    std::vector<Joined> joined;
    std::vector<std::uint64_t> joinedHere;
    std::vector<std::uint32_t> formOf;
    std::vector<std::uint32_t> firstSpelling;
    std::vector<std::uint32_t> partsOf;
    std::vector<char> formPool;
    std::vector<std::uint32_t> formBegins;
    std::vector<char> spellingPool;
    std::vector<std::uint32_t> spellingBegins;
    std::vector<std::uint32_t> placeBegins;
    std::vector<std::uint32_t> places;

    /// Every column of `index` once, in the order in which they lie in a file.
    template<typename Index, typename Visit>
    static void forEach(Index& index, Visit visit) {
        visit(index.m_units);
        visit(index.m_unitBegins);
        visit(index.m_sentenceBegins);
        visit(index.m_sentenceStarts);
        visit(index.m_words);
        visit(index.m_joined);
        visit(index.m_joinedHere);
        visit(index.m_formOf);
        visit(index.m_firstSpelling);
        visit(index.m_partsOf);
        visit(index.m_formPool);
        visit(index.m_formBegins);
        visit(index.m_spellingPool);
        visit(index.m_spellingBegins);
        visit(index.m_placeBegins);
        visit(index.m_places);
    }
    static constexpr std::size_t count = 16;

    /// The index looks at these columns, which must outlive it.
    void lend(TokenIndex& index) const {
        index.m_units = units;
        index.m_unitBegins = unitBegins;
        index.m_sentenceBegins = sentenceBegins;
        index.m_sentenceStarts = sentenceStarts;
        index.m_words = words;
        index.m_joined = joined;
        index.m_joinedHere = joinedHere;
        index.m_formOf = formOf;
        index.m_firstSpelling = firstSpelling;
        index.m_partsOf = partsOf;
        index.m_formPool = formPool;
        index.m_formBegins = formBegins;
        index.m_spellingPool = spellingPool;
        index.m_spellingBegins = spellingBegins;
        index.m_placeBegins = placeBegins;
        index.m_places = places;
    }
};

} // namespace rapport::search
