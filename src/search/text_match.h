// SPDX-License-Identifier: GPL-3.0-or-later
// Where words, phrases and what is near one another stand in one text, found by trying every place: the
// definition that the token index is held against. Internal to this room; one thread at a time.
#pragma once

#include "search/word_test.h"
#include "search/words.h"

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace rapport::search::detail {

/// Positions of the first and the last word, both included.
struct WordSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    friend auto operator<=>(const WordSpan&, const WordSpan&) = default;
};

/// A text's words, to be asked for by position.
class PlacedText {
public:
    explicit PlacedText(std::string_view text);

    [[nodiscard]] const std::vector<PlacedWord>& words() const { return m_words; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_begins.size()); }
    /// The word at a position, without joined forms.
    [[nodiscard]] const PlacedWord& at(std::uint32_t position) const { return m_words[m_begins[position]]; }
    /// The words at a position: indices into words().
    [[nodiscard]] std::size_t beginOf(std::uint32_t position) const { return m_begins[position]; }
    [[nodiscard]] std::size_t endOf(std::uint32_t position) const {
        return position + 1 < m_begins.size() ? m_begins[position + 1] : m_words.size();
    }
    [[nodiscard]] std::string spelt(const PlacedWord& word) const;
    [[nodiscard]] text::TextRange range(const WordSpan& span) const {
        return {at(span.first).range.begin, at(span.last).range.end};
    }

private:
    std::string_view m_text;
    std::vector<PlacedWord> m_words;
    std::vector<std::size_t> m_begins;
};

/// The text parts of a query, compiled. Points into it: the query must outlive this.
class TextMatch {
public:
    explicit TextMatch(const QueryNode& root);

    /// `node` is a Text, Near or Within of the root, or an Or of them. In order, without duplicates.
    [[nodiscard]] std::vector<WordSpan> spans(const QueryNode& node, const PlacedText& text) const;
    /// Of all sought nodes together, one for each hit: see search/one_hit.h.
    [[nodiscard]] std::vector<WordSpan> hits(const QueryNode& root, const PlacedText& text) const;
    [[nodiscard]] bool holds(const QueryNode& node, const PlacedText& text) const;
    [[nodiscard]] bool hasGivenUp() const;

private:
    struct Slot {
        std::vector<WordTest> tests;
        std::uint32_t gapMin = 0;
        std::uint32_t gapMax = 0;
    };
    using Sequence = std::vector<Slot>;

    void compile(const QueryNode& node);
    [[nodiscard]] static bool fits(const Slot& slot, const PlacedWord& word, const PlacedText& text);
    [[nodiscard]] static std::vector<std::uint32_t> endsOf(const Sequence& sequence, std::uint32_t first,
                                                           const PlacedText& text);
    [[nodiscard]] std::vector<WordSpan> textSpans(const QueryNode& node, const PlacedText& text) const;
    [[nodiscard]] std::vector<WordSpan> nearSpans(const QueryNode& node, const PlacedText& text) const;
    /// Sentences for which a tree of texts is true, as flags.
    [[nodiscard]] std::vector<bool> sentences(const QueryNode& node, const PlacedText& text) const;

    std::map<const QueryNode*, std::vector<Sequence>> m_texts;
};

/// The Text, Near and Within nodes that are not under NOT (or under two), in order: where they stand is an
/// occurrence.
[[nodiscard]] std::vector<const QueryNode*> soughtNodes(const QueryNode& root);
/// The Text nodes in those.
[[nodiscard]] std::vector<const QueryNode*> soughtTexts(const QueryNode& root);

} // namespace rapport::search::detail
