// SPDX-License-Identifier: GPL-3.0-or-later
// Every word of the study where it stands: a lexicon of forms and spellings, the words of all texts in order,
// and for each form its places. Answers exactly what the ranked index cannot: phrases, patterns, NEAR, stars
// anywhere, expressions, spelling, counts. Built from the texts in memory, or mapped from a file that was
// saved (docs/decisions/0013); immutable: many threads may ask at once. In the manner of Evert and Hardie
// 2011 (the IMS Open Corpus Workbench).
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "model/ids.h"
#include "search/query.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::search {

namespace detail {
class BitSet;
}

/// Places of words, counted over all texts: first and last, both included. Never over the end of a text.
struct TokenSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    friend auto operator<=>(const TokenSpan&, const TokenSpan&) = default;
};

/// A form (folded word) that something stands for.
struct FormCount {
    std::string folded;
    std::uint64_t occurrences = 0;
    std::uint64_t units = 0;
};

class TokenIndex {
public:
    /// Visits every unit that is searched, with its text; ids rise.
    using TextVisitor = std::function<bool(model::UnitId, std::string_view text)>;
    using TextSource = std::function<base::Status(const TextVisitor&)>;

    /// `position`: the journal's, and `history` names what came to pass up to there, for whoever asks whether
    /// this is still the study. Errors: the source's; Cancelled; InvalidArgument (more than 2^32 - 1 words).
    [[nodiscard]] static base::Result<std::shared_ptr<const TokenIndex>>
    build(const TextSource& source, std::int64_t position, const base::Task& task = {},
          const std::string& history = {});

    /// Written aside, then renamed. `stamp`: of which study, by which tokeniser. Errors: DiskFull, Io.
    [[nodiscard]] base::Status save(const std::string& path, std::string_view stamp) const;
    /// What was saved, where it lies. Errors: Unreadable (no such file; of another stamp, version or
    /// machine, truncated, garbled: build it anew), Cancelled.
    [[nodiscard]] static base::Result<std::shared_ptr<const TokenIndex>>
    load(const std::string& path, std::string_view stamp, const base::Task& task = {});
    ~TokenIndex();
    TokenIndex(const TokenIndex&) = delete;
    TokenIndex& operator=(const TokenIndex&) = delete;

    [[nodiscard]] std::int64_t position() const { return m_position; }
    [[nodiscard]] const std::string& history() const { return m_history; }
    [[nodiscard]] std::uint32_t unitCount() const { return static_cast<std::uint32_t>(m_units.size()); }
    [[nodiscard]] std::uint32_t wordCount() const { return static_cast<std::uint32_t>(m_words.size()); }
    [[nodiscard]] std::uint32_t formCount() const {
        return static_cast<std::uint32_t>(m_formBegins.size()) - 1;
    }
    [[nodiscard]] std::uint64_t bytes() const;

    // Units go by their number here, from 0, in order of id.
    [[nodiscard]] model::UnitId unit(std::uint32_t number) const { return m_units[number]; }
    /// unitCount() where there is no such unit.
    [[nodiscard]] std::uint32_t numberOf(model::UnitId unit) const;
    /// The first unit from `number` on with this id or a higher one: for ids that rise.
    [[nodiscard]] std::uint32_t numberFrom(std::uint32_t number, model::UnitId unit) const {
        for (std::uint32_t step = 1; number < unitCount() && m_units[number] < unit; step *= 2) {
            // Mostly the next one; else further and further ahead, and back in halves.
            if (number + step < unitCount() && m_units[number + step] < unit) {
                number += step;
            } else {
                ++number;
                step = 1;
            }
        }
        return number;
    }
    [[nodiscard]] std::uint32_t unitBegin(std::uint32_t number) const { return m_unitBegins[number]; }
    [[nodiscard]] std::uint32_t unitEnd(std::uint32_t number) const { return m_unitBegins[number + 1]; }
    [[nodiscard]] std::uint32_t unitAt(std::uint32_t place) const;

    /// visit(begin, end) for the sentences of a unit, in order.
    template<typename Visit>
    void forEachSentence(std::uint32_t unit, Visit visit) const {
        auto at = std::lower_bound(m_sentenceBegins.begin(), m_sentenceBegins.end(), unitBegin(unit));
        while (at != m_sentenceBegins.end() && *at < unitEnd(unit)) {
            const std::uint32_t begin = *at++;
            visit(begin, at != m_sentenceBegins.end() ? *at : wordCount());
        }
    }

    // Forms go by their number, from 0, in order of their bytes.
    [[nodiscard]] std::uint32_t formAt(std::uint32_t place) const { return m_formOf[m_words[place]]; }
    [[nodiscard]] std::string_view form(std::uint32_t number) const;
    /// Occurrences of a form, as a word or as a joined form.
    [[nodiscard]] std::uint32_t occurrences(std::uint32_t form) const {
        return m_placeBegins[form + 1] - m_placeBegins[form];
    }

    /// visit(form) for each joined form, where it stands: of those occurrences that are no words.
    template<typename Visit>
    void forEachJoined(Visit visit) const {
        for (const Joined& joined : m_joined)
            visit(m_formOf[joined.spelling]);
    }

    /// formCount() where no text holds it. `folded`: see text::fold.
    [[nodiscard]] std::uint32_t formNumber(std::string_view folded) const;
    /// How the form is spelt in the texts, each way once.
    [[nodiscard]] std::vector<std::string_view> spellings(std::uint32_t form) const;

    /// visit(place) for each, rising.
    template<typename Visit>
    void forEachPlace(std::uint32_t form, Visit visit) const {
        for (std::uint32_t at = m_placeBegins[form]; at < m_placeBegins[form + 1]; ++at)
            visit(m_places[at]);
    }

    /// Numbers of the units that hold a form of every few texts, which are kept ready; null for any other
    /// form.
    [[nodiscard]] const detail::BitSet* unitsOfCommon(std::uint32_t form) const;

    /// Where a Text, Near or Within node of a query stands: in order, without duplicates, as
    /// search::occurrences() would find on the texts: a hyphenated word is one hit. Errors: Cancelled;
    /// InvalidArgument (an expression that takes too many steps).
    [[nodiscard]] base::Result<std::vector<TokenSpan>> spans(const QueryNode& node,
                                                             const base::Task& task = {}) const;
    /// The same for all such nodes of a query that are not under NOT.
    [[nodiscard]] base::Result<std::vector<TokenSpan>> spans(const Query& query,
                                                             const base::Task& task = {}) const;
    /// Units in which the node holds, rising. Errors: as spans().
    [[nodiscard]] base::Result<std::vector<model::UnitId>> units(const QueryNode& node,
                                                                 const base::Task& task = {}) const;
    /// The forms that a word of a query stands for, the most frequent first. Errors: as spans().
    [[nodiscard]] base::Result<std::vector<FormCount>> forms(const QueryWord& word,
                                                             const base::Task& task = {}) const;

    struct Search; ///< internal to this room
    struct Builder;
    struct Columns;

private:
    TokenIndex();

    struct Joined {
        std::uint32_t place = 0;
        std::uint32_t spelling = 0;
        std::uint32_t parts = 0;
    };
    template<typename Value>
    using Column = std::span<const Value>;

    [[nodiscard]] static bool bitAt(Column<std::uint64_t> bits, std::uint32_t place) {
        return (bits[place / 64] >> (place % 64) & 1U) != 0;
    }
    [[nodiscard]] bool isJoinedHere(std::uint32_t place) const { return bitAt(m_joinedHere, place); }
    /// Where the sentence after that of a place begins; wordCount() behind the last one.
    [[nodiscard]] std::uint32_t sentenceEndAfter(std::uint32_t place) const;
    /// Where the sentence of a place begins.
    [[nodiscard]] std::uint32_t sentenceBeginAt(std::uint32_t place) const;
    /// Makes ready what unitsOfCommon() gives; true unless the task was stopped.
    [[nodiscard]] bool findCommon(const base::Task& task);
    /// Whether the columns fit one another.
    [[nodiscard]] bool isSound() const;

    std::int64_t m_position = 0;
    std::string m_history;
    Column<model::UnitId> m_units;
    Column<std::uint32_t> m_unitBegins; ///< one more than units
    Column<std::uint32_t> m_sentenceBegins;
    Column<std::uint64_t> m_sentenceStarts; ///< the same as bits, by place
    Column<std::uint32_t> m_words;          ///< spelling at each place
    Column<Joined> m_joined;                ///< extra forms, by place
    Column<std::uint64_t> m_joinedHere;     ///< bits by place
    Column<std::uint32_t> m_formOf;         ///< by spelling; spellings of one form are neighbours
    Column<std::uint32_t> m_firstSpelling;  ///< by form, one more than forms
    Column<std::uint32_t> m_partsOf;        ///< by spelling: most words that it stands for
    Column<char> m_formPool;
    Column<std::uint32_t> m_formBegins; ///< in the pool, one more than forms
    Column<char> m_spellingPool;
    Column<std::uint32_t> m_spellingBegins;
    Column<std::uint32_t> m_placeBegins; ///< by form, one more than forms
    Column<std::uint32_t> m_places;
    std::shared_ptr<const void> m_held; ///< what the columns lie in
    struct Common;
    std::vector<Common> m_common; ///< by form, rising
};

/// Units of places, quickly where the places rise.
class UnitCursor {
public:
    explicit UnitCursor(const TokenIndex& tokens)
        : m_tokens(&tokens) {}
    /// As TokenIndex::unitAt.
    [[nodiscard]] std::uint32_t at(std::uint32_t place);

private:
    const TokenIndex* m_tokens;
    std::uint32_t m_unit = 0;
};

} // namespace rapport::search
