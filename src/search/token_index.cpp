// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/token_index.h"

#include "search/token_columns.h"
#include "search/token_search.h"
#include "search/words.h"
#include "text/fold.h"
#include "text/tokenizer.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace rapport::search {

namespace {

/// Numbers strings in the order in which they come. Open addressing: the library's map spends most of the
/// time of a build on its nodes.
class StringTable {
public:
    StringTable()
        : m_slots(std::size_t{1} << 16U, 0)
        , m_begins{0} {}

    /// `isNew` gets whether it was not there.
    std::uint32_t number(std::string_view key, bool& isNew) {
        if (std::size_t{count()} * 2 >= m_slots.size())
            grow();
        const std::uint64_t hash = hashOf(key);
        std::size_t slot = hash & (m_slots.size() - 1);
        for (; m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
            const std::uint32_t number = m_slots[slot] - 1;
            if (m_hashes[number] == hash && at(number) == key) {
                isNew = false;
                return number;
            }
        }
        const std::uint32_t number = count();
        m_slots[slot] = number + 1;
        m_hashes.push_back(hash);
        m_pool.append(key);
        m_begins.push_back(m_pool.size());
        isNew = true;
        return number;
    }

    [[nodiscard]] std::string_view at(std::uint32_t number) const {
        return std::string_view(m_pool).substr(m_begins[number], m_begins[number + 1] - m_begins[number]);
    }
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(m_hashes.size()); }

private:
    /// FNV-1a (Fowler, Noll and Vo), its high bits mixed down.
    static std::uint64_t hashOf(std::string_view key) {
        std::uint64_t hash = 14'695'981'039'346'656'037ULL;
        for (const char byte : key)
            hash = (hash ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211ULL;
        return hash ^ (hash >> 29);
    }
    void grow() {
        std::vector<std::uint32_t> slots(m_slots.size() * 4, 0);
        for (std::uint32_t number = 0; number < count(); ++number) {
            std::size_t slot = m_hashes[number] & (slots.size() - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.size() - 1);
            slots[slot] = number + 1;
        }
        m_slots = std::move(slots);
    }

    std::vector<std::uint32_t> m_slots; ///< number + 1, 0: free
    std::vector<std::uint64_t> m_hashes;
    std::string m_pool;
    std::vector<std::size_t> m_begins;
};

} // namespace

/// Takes texts in; finish() puts the lexicon in order and lists the places.
struct TokenIndex::Builder {
    explicit Builder(const base::Task& of)
        : looker(of) {}

    detail::Looker looker;
    Columns index;
    StringTable raw;                    ///< words as they stand
    std::vector<std::uint32_t> entryOf; ///< entry by number in raw
    StringTable entries;                ///< folded, zero byte, spelling: sorts by form, then by spelling
    std::vector<std::uint32_t> partsOf; ///< by entry
    std::string key;
    std::vector<text::Token> tokens; ///< of the text at hand

    /// `rawKey` stands for these bytes in this use: the bytes themselves, or marked where they are joined.
    std::uint32_t entry(std::string_view rawKey, std::string_view bytes, std::string_view folded,
                        std::uint32_t parts) {
        bool isNew = false;
        const std::uint32_t number = raw.number(rawKey, isNew);
        if (isNew) {
            key.assign(detail::cutAt(folded, maximumWordBytes));
            key += '\0';
            const std::string spelt = text::spelling(bytes);
            key += detail::cutAt(spelt, maximumWordBytes);
            bool isNewEntry = false;
            entryOf.push_back(entries.number(key, isNewEntry));
            if (isNewEntry)
                partsOf.push_back(1);
        }
        partsOf[entryOf[number]] = std::max(partsOf[entryOf[number]], parts);
        return entryOf[number];
    }

    bool add(model::UnitId unit, std::string_view text) {
        index.units.push_back(unit);
        text::tokenize(text, tokens);
        looker.look(tokens.size() + 1);
        detail::makeRoom(index.words, tokens.size(), looker);
        if (index.words.size() + tokens.size() >= std::numeric_limits<std::uint32_t>::max())
            return false;
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            const text::Token& token = tokens[at];
            const std::string_view bytes = text.substr(static_cast<std::size_t>(token.bytes.begin.value),
                                                       static_cast<std::size_t>(token.bytes.length()));
            if (token.isJoined) {
                std::uint32_t parts = 1;
                for (std::size_t next = at + 1;
                     next < tokens.size() && tokens[next].bytes.end <= token.bytes.end; ++next)
                    parts += tokens[next].isJoined ? 0U : 1U;
                const std::string marked = '\1' + std::string(bytes);
                index.joined.push_back({static_cast<std::uint32_t>(index.words.size()) - 1,
                                        entry(marked, bytes, token.folded, parts), parts});
                continue;
            }
            if (token.startsSentence)
                index.sentenceBegins.push_back(static_cast<std::uint32_t>(index.words.size()));
            index.words.push_back(entry(bytes, bytes, token.folded, 1));
        }
        index.unitBegins.push_back(static_cast<std::uint32_t>(index.words.size()));
        return true;
    }

    void finish() {
        std::vector<std::uint32_t> order(entries.count());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            looker.look();
            return entries.at(a) < entries.at(b);
        });
        std::vector<std::uint32_t> rank(order.size());
        index.formBegins = {0};
        index.spellingBegins = {0};
        std::string_view last;
        for (std::uint32_t at = 0; at < order.size(); ++at) {
            looker.look();
            rank[order[at]] = at;
            const std::string_view both = entries.at(order[at]);
            const std::string_view folded = both.substr(0, both.find('\0'));
            if (at == 0 || folded != last) {
                index.firstSpelling.push_back(at);
                index.formPool.insert(index.formPool.end(), folded.begin(), folded.end());
                index.formBegins.push_back(static_cast<std::uint32_t>(index.formPool.size()));
                last = folded;
            }
            index.formOf.push_back(static_cast<std::uint32_t>(index.formBegins.size()) - 2);
            const std::string_view spelt = both.substr(folded.size() + 1);
            index.spellingPool.insert(index.spellingPool.end(), spelt.begin(), spelt.end());
            index.spellingBegins.push_back(static_cast<std::uint32_t>(index.spellingPool.size()));
            index.partsOf.push_back(partsOf[order[at]]);
        }
        index.firstSpelling.push_back(static_cast<std::uint32_t>(order.size()));
        for (std::size_t at = 0; at < index.words.size(); ++at) {
            looker.look();
            index.words[at] = rank[index.words[at]];
        }
        index.joinedHere = bits();
        for (Joined& joined : index.joined) {
            looker.look();
            joined.spelling = rank[joined.spelling];
            setBit(index.joinedHere, joined.place);
        }
        index.sentenceStarts = bits();
        for (const std::uint32_t place : index.sentenceBegins) {
            looker.look();
            setBit(index.sentenceStarts, place);
        }
        listPlaces();
    }

    [[nodiscard]] std::vector<std::uint64_t> bits() const {
        return std::vector<std::uint64_t>((index.words.size() + 63) / 64);
    }
    static void setBit(std::vector<std::uint64_t>& bits, std::uint32_t place) {
        bits[place / 64] |= std::uint64_t{1} << (place % 64);
    }

    void listPlaces() {
        std::vector<std::uint32_t>& begins = index.placeBegins;
        begins.assign(index.formBegins.size(), 0);
        for (const std::uint32_t word : index.words) {
            looker.look();
            ++begins[index.formOf[word]];
        }
        for (const Joined& joined : index.joined) {
            looker.look();
            ++begins[index.formOf[joined.spelling]];
        }
        std::uint32_t total = 0;
        for (std::uint32_t& begin : begins)
            total += std::exchange(begin, total);
        detail::fillUp(index.places, total, std::uint32_t{0}, looker);
        std::vector<std::uint32_t> next = begins;
        auto joined = index.joined.begin();
        for (std::uint32_t place = 0; place < index.words.size(); ++place) {
            looker.look();
            index.places[next[index.formOf[index.words[place]]]++] = place;
            for (; joined != index.joined.end() && joined->place == place; ++joined)
                index.places[next[index.formOf[joined->spelling]]++] = place;
        }
    }
};

TokenIndex::TokenIndex() = default;
TokenIndex::~TokenIndex() = default;

base::Result<std::shared_ptr<const TokenIndex>> TokenIndex::build(const TextSource& source,
                                                                  std::int64_t position,
                                                                  const base::Task& task,
                                                                  const std::string& history) {
    Builder builder(task);
    builder.index.unitBegins = {0};
    bool isTooLarge = false;
    bool isStopped = task.isStopped();
    // What reads the texts is no place for an exception.
    const auto mayGoOn = [&isStopped](const auto& work) {
        try {
            work();
        } catch (const detail::Stopped&) {
            isStopped = true;
        }
        return !isStopped;
    };
    RAPPORT_TRY(source([&](model::UnitId unit, std::string_view text) {
        return !isStopped && mayGoOn([&] { isTooLarge = !builder.add(unit, text); }) && !isTooLarge;
    }));
    if (isTooLarge)
        return base::fail(base::Errc::InvalidArgument, "the study has more words than can be counted here");
    if (isStopped || !mayGoOn([&] { builder.finish(); }))
        return base::Task::cancelled();
    const std::shared_ptr<TokenIndex> made(new TokenIndex());
    made->m_position = position;
    made->m_history = history;
    const auto held = std::make_shared<const Columns>(std::move(builder.index));
    held->lend(*made);
    made->m_held = held;
    if (!made->findCommon(task))
        return base::Task::cancelled();
    return std::shared_ptr<const TokenIndex>(made);
}

bool TokenIndex::findCommon(const base::Task& task) {
    // In a million texts some forty words, five megabytes.
    constexpr std::uint32_t everySoManyUnits = 8;
    constexpr std::size_t most = 256;
    for (std::uint32_t form = 0; form < formCount() && m_common.size() < most; ++form) {
        if (unitCount() == 0 || occurrences(form) < std::max(unitCount() / everySoManyUnits, 1U))
            continue;
        if (task.isStopped())
            return false;
        Common& common = m_common.emplace_back(Common{form, detail::BitSet(unitCount())});
        std::uint32_t unit = 0;
        std::uint32_t end = unitEnd(0);
        forEachPlace(form, [&](std::uint32_t place) {
            // Nothing is gained by looking up where the next one begins.
            while (place >= end)
                end = unitEnd(++unit);
            common.units.add(unit);
        });
    }
    return true;
}

const detail::BitSet* TokenIndex::unitsOfCommon(std::uint32_t form) const {
    const auto found =
        std::lower_bound(m_common.begin(), m_common.end(), form,
                         [](const Common& common, std::uint32_t wanted) { return common.form < wanted; });
    return found != m_common.end() && found->form == form ? &found->units : nullptr;
}

std::uint32_t TokenIndex::numberOf(model::UnitId unit) const {
    const auto found = std::lower_bound(m_units.begin(), m_units.end(), unit);
    return found != m_units.end() && *found == unit ? static_cast<std::uint32_t>(found - m_units.begin())
                                                    : unitCount();
}

std::uint32_t TokenIndex::unitAt(std::uint32_t place) const {
    const auto after = std::upper_bound(m_unitBegins.begin(), m_unitBegins.end(), place);
    return static_cast<std::uint32_t>(after - m_unitBegins.begin()) - 1;
}

std::uint32_t UnitCursor::at(std::uint32_t place) {
    if (place < m_tokens->unitBegin(m_unit)) {
        m_unit = m_tokens->unitAt(place);
        return m_unit;
    }
    // Further and further ahead, then halving: units without words are stepped over.
    std::uint32_t step = 1;
    const std::uint32_t units = m_tokens->unitCount();
    while (m_unit + step < units && m_tokens->unitBegin(m_unit + step) <= place) {
        m_unit += step;
        step *= 2;
    }
    for (; step > 0; step /= 2) {
        if (m_unit + step < units && m_tokens->unitBegin(m_unit + step) <= place)
            m_unit += step;
    }
    return m_unit;
}

std::string_view TokenIndex::form(std::uint32_t number) const {
    return std::string_view(m_formPool.data(), m_formPool.size())
        .substr(m_formBegins[number], m_formBegins[number + 1] - m_formBegins[number]);
}

std::uint32_t TokenIndex::formNumber(std::string_view folded) const {
    std::uint32_t low = 0;
    std::uint32_t high = formCount();
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (form(middle) < folded)
            low = middle + 1;
        else
            high = middle;
    }
    return low < formCount() && form(low) == folded ? low : formCount();
}

std::vector<std::string_view> TokenIndex::spellings(std::uint32_t form) const {
    std::vector<std::string_view> spelt;
    for (std::uint32_t at = m_firstSpelling[form]; at < m_firstSpelling[form + 1]; ++at)
        spelt.push_back(std::string_view(m_spellingPool.data(), m_spellingPool.size())
                            .substr(m_spellingBegins[at], m_spellingBegins[at + 1] - m_spellingBegins[at]));
    return spelt;
}

std::uint32_t TokenIndex::sentenceEndAfter(std::uint32_t place) const {
    std::size_t at = (std::size_t{place} + 1) / 64;
    if (at >= m_sentenceStarts.size())
        return wordCount();
    std::uint64_t bits = m_sentenceStarts[at] & (~std::uint64_t{0} << ((place + 1) % 64));
    while (bits == 0) {
        if (++at == m_sentenceStarts.size())
            return wordCount();
        bits = m_sentenceStarts[at];
    }
    return static_cast<std::uint32_t>(at * 64) + static_cast<std::uint32_t>(std::countr_zero(bits));
}

std::uint32_t TokenIndex::sentenceBeginAt(std::uint32_t place) const {
    std::size_t at = place / 64;
    std::uint64_t bits = m_sentenceStarts[at] & (~std::uint64_t{0} >> (63 - place % 64));
    while (bits == 0 && at > 0)
        bits = m_sentenceStarts[--at];
    return bits == 0 ? 0
                     : static_cast<std::uint32_t>(at * 64 + 63) -
                           static_cast<std::uint32_t>(std::countl_zero(bits));
}

std::uint64_t TokenIndex::bytes() const {
    std::uint64_t total = 0;
    Columns::forEach(*this, [&total](const auto& column) { total += column.size_bytes(); });
    return total;
}

} // namespace rapport::search
