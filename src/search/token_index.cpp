// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/token_index.h"

#include "search/words.h"
#include "text/fold.h"
#include "text/tokenizer.h"

#include <algorithm>
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
        if (count() * 2 >= m_slots.size())
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
    explicit Builder(TokenIndex& made)
        : index(made) {}

    TokenIndex& index;
    StringTable raw;                    ///< words as they stand
    std::vector<std::uint32_t> entryOf; ///< entry by number in raw
    StringTable entries;                ///< folded, zero byte, spelling: sorts by form, then by spelling
    std::vector<std::uint32_t> partsOf; ///< by entry
    std::string key;

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
        index.m_units.push_back(unit);
        const std::vector<text::Token> tokens = text::tokenize(text);
        if (index.m_words.size() + tokens.size() >= std::numeric_limits<std::uint32_t>::max())
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
                index.m_joined.push_back({static_cast<std::uint32_t>(index.m_words.size()) - 1,
                                          entry(marked, bytes, token.folded, parts), parts});
                continue;
            }
            if (token.startsSentence)
                index.m_sentenceBegins.push_back(static_cast<std::uint32_t>(index.m_words.size()));
            index.m_words.push_back(entry(bytes, bytes, token.folded, 1));
        }
        index.m_unitBegins.push_back(static_cast<std::uint32_t>(index.m_words.size()));
        return true;
    }

    void finish() {
        std::vector<std::uint32_t> order(entries.count());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [this](std::uint32_t a, std::uint32_t b) { return entries.at(a) < entries.at(b); });
        std::vector<std::uint32_t> rank(order.size());
        index.m_formBegins = {0};
        index.m_spellingBegins = {0};
        std::string_view last;
        for (std::uint32_t at = 0; at < order.size(); ++at) {
            rank[order[at]] = at;
            const std::string_view both = entries.at(order[at]);
            const std::string_view folded = both.substr(0, both.find('\0'));
            if (at == 0 || folded != last) {
                index.m_firstSpelling.push_back(at);
                index.m_formPool += folded;
                index.m_formBegins.push_back(static_cast<std::uint32_t>(index.m_formPool.size()));
                last = folded;
            }
            index.m_formOf.push_back(static_cast<std::uint32_t>(index.m_formBegins.size()) - 2);
            index.m_spellingPool += both.substr(folded.size() + 1);
            index.m_spellingBegins.push_back(static_cast<std::uint32_t>(index.m_spellingPool.size()));
            index.m_partsOf.push_back(partsOf[order[at]]);
        }
        index.m_firstSpelling.push_back(static_cast<std::uint32_t>(order.size()));
        for (std::uint32_t& word : index.m_words)
            word = rank[word];
        index.m_isJoinedHere.resize(index.m_words.size());
        for (Joined& joined : index.m_joined) {
            joined.spelling = rank[joined.spelling];
            index.m_isJoinedHere[joined.place] = true;
        }
        listPlaces();
    }

    void listPlaces() {
        std::vector<std::uint32_t>& begins = index.m_placeBegins;
        begins.assign(index.m_formBegins.size(), 0);
        for (const std::uint32_t word : index.m_words)
            ++begins[index.m_formOf[word]];
        for (const Joined& joined : index.m_joined)
            ++begins[index.m_formOf[joined.spelling]];
        std::uint32_t total = 0;
        for (std::uint32_t& begin : begins)
            total += std::exchange(begin, total);
        index.m_places.resize(total);
        std::vector<std::uint32_t> next = begins;
        auto joined = index.m_joined.begin();
        for (std::uint32_t place = 0; place < index.m_words.size(); ++place) {
            index.m_places[next[index.m_formOf[index.m_words[place]]]++] = place;
            for (; joined != index.m_joined.end() && joined->place == place; ++joined)
                index.m_places[next[index.m_formOf[joined->spelling]]++] = place;
        }
    }
};

TokenIndex::TokenIndex() = default;
TokenIndex::~TokenIndex() = default;

base::Result<std::shared_ptr<const TokenIndex>>
TokenIndex::build(const TextSource& source, std::int64_t position, const base::Task& task) {
    constexpr std::uint32_t unitsPerLook = 64;
    const std::shared_ptr<TokenIndex> made(new TokenIndex());
    made->m_position = position;
    made->m_unitBegins = {0};
    Builder builder(*made);
    bool isTooLarge = false;
    RAPPORT_TRY(source([&](model::UnitId unit, std::string_view text) {
        if (made->m_units.size() % unitsPerLook == 0 && task.isStopped())
            return false;
        isTooLarge = !builder.add(unit, text);
        return !isTooLarge;
    }));
    if (task.isStopped())
        return base::Task::cancelled();
    if (isTooLarge)
        return base::fail(base::Errc::InvalidArgument, "the study has more words than can be counted here");
    builder.finish();
    return std::shared_ptr<const TokenIndex>(made);
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

std::string_view TokenIndex::form(std::uint32_t number) const {
    return std::string_view(m_formPool)
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
        spelt.push_back(std::string_view(m_spellingPool)
                            .substr(m_spellingBegins[at], m_spellingBegins[at + 1] - m_spellingBegins[at]));
    return spelt;
}

std::uint64_t TokenIndex::bytes() const {
    return (m_unitBegins.size() + m_sentenceBegins.size() + m_words.size() + m_formOf.size() +
            m_firstSpelling.size() + m_partsOf.size() + m_formBegins.size() + m_spellingBegins.size() +
            m_placeBegins.size() + m_places.size()) *
               sizeof(std::uint32_t) +
           m_units.size() * sizeof(model::UnitId) + m_joined.size() * sizeof(Joined) +
           m_isJoinedHere.size() / 8 + m_formPool.size() + m_spellingPool.size();
}

} // namespace rapport::search
