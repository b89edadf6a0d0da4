// SPDX-License-Identifier: GPL-3.0-or-later
// Which forms and spellings of the token index a word of a query stands for.
#include "search/token_search.h"

#include <algorithm>
#include <cstring>

namespace rapport::search {

namespace {

using detail::GivenUp;
using detail::Stopped;

void appendRange(TokenIndex::Search::Ranges& ranges, std::uint32_t first, std::uint32_t last) {
    if (first == last)
        return;
    if (!ranges.empty() && ranges.back().second == first)
        ranges.back().second = last;
    else
        ranges.emplace_back(first, last);
}

} // namespace

TokenIndex::Search::Ranges TokenIndex::Search::spellingsOf(const QueryWord& word) {
    Ranges ranges;
    const std::uint32_t forms = index.formCount();
    if (word.isSimple()) {
        std::uint32_t first = 0;
        for (std::uint32_t length = forms; length > 0;) {
            const std::uint32_t half = length / 2;
            if (index.form(first + half) < word.folded) {
                first += half + 1;
                length -= half + 1;
            } else {
                length = half;
            }
        }
        std::uint32_t last = first;
        const bool isPrefix = word.form == QueryWord::Form::Prefix;
        while (last < forms &&
               (isPrefix ? index.form(last).starts_with(word.folded) : index.form(last) == word.folded)) {
            look();
            ++last;
        }
        appendRange(ranges, index.m_firstSpelling[first], index.m_firstSpelling[last]);
        return ranges;
    }
    if (word.form == QueryWord::Form::Glob && word.spelt.empty()) {
        const std::string_view piece = detail::longestPiece(word.folded);
        if (!piece.empty())
            return spellingsHolding(word, piece);
    }
    // One word may take an expression a tenth of a millisecond.
    constexpr std::uint32_t wordsPerLook = 16;
    const detail::WordTest test(word);
    if (!test.needsSpelling()) {
        for (std::uint32_t form = 0; form < forms && !test.hasGivenUp(); ++form) {
            if (form % wordsPerLook == 0 && task.isStopped())
                throw Stopped();
            if (test(index.form(form), {}))
                appendRange(ranges, index.m_firstSpelling[form], index.m_firstSpelling[form + 1]);
        }
    } else {
        const std::string_view pool(index.m_spellingPool.data(), index.m_spellingPool.size());
        for (std::uint32_t spelling = 0; spelling < index.m_formOf.size() && !test.hasGivenUp(); ++spelling) {
            if (spelling % wordsPerLook == 0 && task.isStopped())
                throw Stopped();
            const std::uint32_t begin = index.m_spellingBegins[spelling];
            if (test({}, pool.substr(begin, index.m_spellingBegins[spelling + 1] - begin)))
                appendRange(ranges, spelling, spelling + 1);
        }
    }
    if (test.hasGivenUp())
        throw GivenUp();
    return ranges;
}

/// Looks for a piece of the pattern in all forms at once, then at the forms that hold it.
TokenIndex::Search::Ranges TokenIndex::Search::spellingsHolding(const QueryWord& word,
                                                                std::string_view piece) {
    Ranges ranges;
    const char* const pool = index.m_formPool.data();
    const std::size_t size = index.m_formPool.size();
    const auto begins = index.m_formBegins;
    for (std::size_t at = 0; at < size;) {
        look();
        const void* const found = ::memmem(pool + at, size - at, piece.data(), piece.size());
        if (found == nullptr)
            break;
        at = static_cast<std::size_t>(static_cast<const char*>(found) - pool);
        const auto form = static_cast<std::uint32_t>(
            std::upper_bound(begins.begin(), begins.end(), static_cast<std::uint32_t>(at)) - begins.begin() -
            1);
        if (at + piece.size() > begins[form + 1]) {
            at = begins[form + 1];
            continue;
        }
        if (detail::globFits(word.folded, index.form(form)))
            appendRange(ranges, index.m_firstSpelling[form], index.m_firstSpelling[form + 1]);
        at = begins[form + 1];
    }
    return ranges;
}

std::vector<std::uint32_t> TokenIndex::Search::formsOf(const QueryWord& word) {
    std::vector<std::uint32_t> forms;
    for (const auto& [first, last] : spellingsOf(word)) {
        for (std::uint32_t form = index.m_formOf[first]; form <= index.m_formOf[last - 1]; ++form) {
            look();
            if (forms.empty() || forms.back() != form)
                forms.push_back(form);
        }
    }
    return forms;
}

TokenIndex::Search::Slot TokenIndex::Search::slotOf(const QuerySlot& slot) {
    constexpr std::size_t mostRanges = 4;
    Slot made;
    made.gapMin = slot.gapMin;
    made.gapMax = slot.gapMax;
    for (const QueryWord& word : slot.words) {
        if (word.form == QueryWord::Form::Any) {
            made.isAny = true;
            continue;
        }
        const Ranges ranges = spellingsOf(word);
        made.ranges.insert(made.ranges.end(), ranges.begin(), ranges.end());
    }
    if (made.isAny) {
        made.places = index.m_words.size();
        for (const Joined& joined : index.m_joined) {
            look();
            made.mostParts = std::max(made.mostParts, joined.parts);
        }
        return made;
    }
    if (slot.words.size() > 1) {
        std::sort(made.ranges.begin(), made.ranges.end(), [this](const auto& a, const auto& b) {
            look();
            return a < b;
        });
        Ranges merged;
        for (const auto& [first, last] : made.ranges) {
            look();
            if (!merged.empty() && first <= merged.back().second)
                merged.back().second = std::max(merged.back().second, last);
            else
                merged.emplace_back(first, last);
        }
        made.ranges = std::move(merged);
    }
    if (made.ranges.size() > mostRanges) {
        made.holds.resize(index.m_formOf.size());
        for (const auto& [first, last] : made.ranges) {
            look();
            std::fill(made.holds.begin() + first, made.holds.begin() + last, true);
        }
    }
    std::uint32_t counted = index.formCount();
    for (const auto& [first, last] : made.ranges) {
        for (std::uint32_t spelling = first; spelling < last; ++spelling) {
            look();
            made.mostParts = std::max(made.mostParts, index.m_partsOf[spelling]);
            const std::uint32_t form = index.m_formOf[spelling];
            if (form != counted)
                made.places += index.occurrences(form);
            counted = form;
        }
    }
    return made;
}

} // namespace rapport::search
