// SPDX-License-Identifier: GPL-3.0-or-later
// How the token index answers a node of a query. Internal to this room; one per question and thread.
#pragma once

#include "base/task.h"
#include "search/looker.h"
#include "search/token_index.h"
#include "search/word_test.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace rapport::search {

namespace detail {

/// Leaves an evaluation in which an expression took too many steps. Never leaves this room.
class GivenUp {};

} // namespace detail

struct TokenIndex::Search {
    Search(const TokenIndex& tokens, const base::Task& of)
        : index(tokens)
        , task(of)
        , looker(of) {}

    const TokenIndex& index;
    const base::Task& task;
    detail::Looker looker;

    // All may throw Stopped, and most GivenUp.
    void look() { looker.look(); }
    /// In order, each once.
    template<typename Value>
    void tidy(std::vector<Value>& values) {
        detail::tidy(values, looker);
    }
    [[nodiscard]] std::vector<TokenSpan> spans(const QueryNode& node);
    /// Of what spans() found and tidy() put in order: one for each hit, see search/one_hit.h.
    void keepHits(std::vector<TokenSpan>& spans);
    /// Numbers of units, rising.
    [[nodiscard]] std::vector<std::uint32_t> units(const QueryNode& node);
    /// Spellings that a word stands for, as ranges [first, last), rising.
    using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    [[nodiscard]] Ranges spellingsOf(const QueryWord& word);
    /// Forms of those, rising.
    [[nodiscard]] std::vector<std::uint32_t> formsOf(const QueryWord& word);

private:
    /// What may stand at one place of a phrase.
    struct Slot {
        Ranges ranges;
        std::vector<bool> holds; ///< by spelling, where there are many ranges
        bool isAny = false;
        std::uint32_t gapMin = 0;
        std::uint32_t gapMax = 0;
        std::uint32_t mostParts = 1;
        std::uint64_t places = 0;

        /// Asked once per place of the commonest words: no call.
        [[nodiscard]] bool fits(std::uint32_t spelling) const {
            if (isAny)
                return true;
            if (!holds.empty())
                return holds[spelling];
            for (const auto& [first, last] : ranges) {
                if (first <= spelling && spelling < last)
                    return true;
            }
            return false;
        }
    };
    using Sequence = std::vector<Slot>;

    [[nodiscard]] Ranges spellingsHolding(const QueryWord& word, std::string_view piece);
    [[nodiscard]] Slot slotOf(const QuerySlot& slot);
    [[nodiscard]] std::vector<std::uint32_t> placesOf(const Slot& slot);
    /// The same where they lie, or in `held`.
    [[nodiscard]] std::span<const std::uint32_t> placesOf(const Slot& slot, std::vector<std::uint32_t>& held);
    [[nodiscard]] std::vector<std::uint32_t> startsOf(const Sequence& sequence);
    /// One past the last word of each way to fit the slot at a place.
    void endsAt(const Slot& slot, std::uint32_t place, std::vector<std::uint32_t>& ends) const;
    [[nodiscard]] bool fitsAt(const Slot& slot, std::uint32_t place) const;
    [[nodiscard]] std::vector<TokenSpan> sequenceSpans(const Sequence& sequence);
    /// One past the last word of the shortest way to fit the sequence from a place on; 0 where there is none.
    [[nodiscard]] std::uint32_t shortestEnd(const Sequence& sequence, std::uint32_t first);
    /// The same of sequences that reach over less than 64 words, where each place is a bit; nothing where one
    /// reaches further all the same, by a word with many hyphens.
    [[nodiscard]] std::optional<std::uint32_t> shortestEndNear(const Sequence& sequence, std::uint32_t first);
    /// The same for words that follow one another at once, each of them one word.
    [[nodiscard]] std::vector<TokenSpan> plainSpans(const Sequence& sequence);
    [[nodiscard]] Sequence sequenceOf(const WordSequence& words);
    [[nodiscard]] std::vector<TokenSpan> textSpans(const QueryNode& node);
    [[nodiscard]] std::vector<TokenSpan> nearSpans(const QueryNode& node);
    /// Adds the pairs of a place of `before` and one of `behind`, at most so many words behind it in the same
    /// unit, in order. Jumps over places of the commoner word that are near none of the other.
    void addPairs(std::span<const std::uint32_t> before, std::span<const std::uint32_t> behind,
                  std::uint32_t distance, std::vector<TokenSpan>& found);
    /// The first of `places`, from number `from` on, that is `place` or behind it: for places that rise.
    [[nodiscard]] std::size_t firstFrom(std::span<const std::uint32_t> places, std::size_t from,
                                        std::uint32_t place);
    /// The slot of a node that is one word and nothing else, and of which no form is of several parts.
    [[nodiscard]] std::optional<Slot> oneWordOf(const QueryNode& node);
    /// Units in which one of these words stands near the other. Goes along the rarer one's places and jumps
    /// over those of the other, so that a common word costs next to nothing.
    [[nodiscard]] std::vector<std::uint32_t> nearUnits(const QueryNode& node, const Slot& left,
                                                       const Slot& right);
    [[nodiscard]] std::vector<std::uint32_t> sentencesOf(const QueryNode& node);
    [[nodiscard]] std::uint32_t sentenceAt(std::uint32_t place) const;
    [[nodiscard]] std::uint32_t sentenceEnd(std::uint32_t sentence) const;
    [[nodiscard]] const Joined* joinedAt(std::uint32_t place) const;
};

} // namespace rapport::search
