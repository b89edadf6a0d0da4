// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/token_search.h"

#include "search/bit_set.h"
#include "search/plan.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace rapport::search {

namespace {

using Kind = QueryNode::Kind;

} // namespace

/// Mostly in order already, or one run behind another.
template<typename Value>
void TokenIndex::Search::putInOrder(std::vector<Value>& values) {
    const auto second = std::is_sorted_until(values.begin(), values.end());
    if (second == values.end())
        return;
    const auto isBefore = [this](const Value& a, const Value& b) {
        look();
        return a < b;
    };
    if (std::is_sorted(second, values.end()))
        std::inplace_merge(values.begin(), second, values.end(), isBefore);
    else
        std::sort(values.begin(), values.end(), isBefore);
}

void TokenIndex::Search::tidy(std::vector<TokenSpan>& spans) {
    putInOrder(spans);
    if (task.isStopped())
        throw detail::Stopped();
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

void TokenIndex::Search::tidy(std::vector<std::uint32_t>& numbers) {
    putInOrder(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// ---------------------------------------------------------------------------------------------- places

const TokenIndex::Joined* TokenIndex::Search::joinedAt(std::uint32_t place) const {
    if (!index.isJoinedHere(place))
        return nullptr;
    return &*std::lower_bound(index.m_joined.begin(), index.m_joined.end(), place,
                              [](const Joined& joined, std::uint32_t at) { return joined.place < at; });
}

void TokenIndex::Search::endsAt(const Slot& slot, std::uint32_t place,
                                std::vector<std::uint32_t>& ends) const {
    if (slot.fits(index.m_words[place]))
        ends.push_back(place + 1);
    if (slot.mostParts == 1)
        return;
    for (const Joined* joined = joinedAt(place);
         joined != nullptr && joined != index.m_joined.data() + index.m_joined.size() &&
         joined->place == place;
         ++joined) {
        if (slot.fits(joined->spelling))
            ends.push_back(place + joined->parts);
    }
}

bool TokenIndex::Search::fitsAt(const Slot& slot, std::uint32_t place) const {
    if (slot.fits(index.m_words[place]))
        return true;
    if (slot.mostParts == 1 || !index.isJoinedHere(place))
        return false;
    std::vector<std::uint32_t> ends;
    endsAt(slot, place, ends);
    return !ends.empty();
}

/// Places at which a word fits, rising.
std::vector<std::uint32_t> TokenIndex::Search::placesOf(const Slot& slot) {
    std::vector<std::uint32_t> places;
    if (slot.isAny) {
        places.resize(index.m_words.size());
        std::iota(places.begin(), places.end(), 0U);
        return places;
    }
    struct Form {
        std::uint32_t number;
        bool isWhole; ///< each of its spellings fits, so each of its places does
    };
    std::vector<Form> forms;
    for (const auto& [first, last] : slot.ranges) {
        for (std::uint32_t form = index.m_formOf[first]; form <= index.m_formOf[last - 1]; ++form) {
            look();
            if (forms.empty() || forms.back().number != form)
                forms.push_back(
                    {form, first <= index.m_firstSpelling[form] && index.m_firstSpelling[form + 1] <= last});
        }
    }
    const auto forEach = [&](const Form& form, const auto& add) {
        for (std::uint32_t at = index.m_placeBegins[form.number]; at < index.m_placeBegins[form.number + 1];
             ++at) {
            look();
            if (form.isWhole || fitsAt(slot, index.m_places[at]))
                add(index.m_places[at]);
        }
    };
    // A few places are put in order, many are marked and then read in order.
    constexpr std::size_t sparse = 512;
    if (forms.size() == 1 || slot.places < index.m_words.size() / sparse) {
        places.reserve(slot.places);
        for (const Form& form : forms)
            forEach(form, [&places](std::uint32_t place) { places.push_back(place); });
        tidy(places);
        return places;
    }
    detail::BitSet marked(index.m_words.size());
    for (const Form& form : forms)
        forEach(form, [&marked](std::uint32_t place) { marked.add(place); });
    places.reserve(slot.places);
    marked.forEach([&](std::size_t place) {
        look();
        places.push_back(static_cast<std::uint32_t>(place));
    });
    return places;
}

std::span<const std::uint32_t> TokenIndex::Search::placesOf(const Slot& slot,
                                                            std::vector<std::uint32_t>& held) {
    if (!slot.isAny && slot.ranges.size() == 1) {
        const auto [first, last] = slot.ranges.front();
        const std::uint32_t form = index.m_formOf[first];
        if (index.m_firstSpelling[form] == first && index.m_firstSpelling[form + 1] == last)
            return {index.m_places.data() + index.m_placeBegins[form],
                    index.m_places.data() + index.m_placeBegins[form + 1]};
    }
    held = placesOf(slot);
    return held;
}

std::uint32_t TokenIndex::Search::sentenceAt(std::uint32_t place) const {
    const auto& begins = index.m_sentenceBegins;
    return static_cast<std::uint32_t>(std::upper_bound(begins.begin(), begins.end(), place) -
                                      begins.begin()) -
           1;
}

std::uint32_t TokenIndex::Search::sentenceEnd(std::uint32_t sentence) const {
    return sentence + 1 < index.m_sentenceBegins.size() ? index.m_sentenceBegins[sentence + 1]
                                                        : index.wordCount();
}

/// Where a sequence may begin: some places before each place of its rarest word.
std::vector<std::uint32_t> TokenIndex::Search::startsOf(const Sequence& sequence) {
    std::size_t rarest = 0;
    for (std::size_t at = 1; at < sequence.size(); ++at) {
        if (sequence[at].places < sequence[rarest].places)
            rarest = at;
    }
    std::vector<std::uint32_t> starts = placesOf(sequence[rarest]);
    if (rarest == 0)
        return starts;
    std::uint32_t nearest = 0;
    std::uint32_t furthest = 0;
    for (std::size_t at = 0; at < rarest; ++at) {
        nearest += 1 + sequence[at + 1].gapMin;
        furthest += sequence[at].mostParts + sequence[at + 1].gapMax;
    }
    std::vector<std::uint32_t> found;
    for (const std::uint32_t place : starts) {
        // The beginning of the sentence is looked up only where it may matter.
        const std::uint32_t begin =
            furthest > nearest ? index.sentenceBeginAt(place) : place - std::min(place, furthest);
        for (std::uint32_t back = nearest; back <= furthest && back <= place && place - back >= begin;
             ++back) {
            look();
            if (fitsAt(sequence[0], place - back))
                found.push_back(place - back);
        }
    }
    tidy(found);
    return found;
}

std::vector<TokenSpan> TokenIndex::Search::plainSpans(const Sequence& sequence) {
    std::size_t rarest = 0;
    for (std::size_t at = 1; at < sequence.size(); ++at) {
        if (sequence[at].places < sequence[rarest].places)
            rarest = at;
    }
    std::vector<TokenSpan> spans;
    const auto length = static_cast<std::uint32_t>(sequence.size());
    const std::vector<std::uint32_t> places = placesOf(sequence[rarest]);
    if (length == 1) {
        spans.reserve(places.size());
        for (const std::uint32_t place : places) {
            look();
            spans.push_back({place, place});
        }
        return spans;
    }
    for (const std::uint32_t place : places) {
        look();
        if (place < rarest || place - rarest + length > index.wordCount())
            continue;
        const std::uint32_t first = place - static_cast<std::uint32_t>(rarest);
        bool isFitting = true;
        for (std::uint32_t at = 0; at < length && isFitting; ++at)
            isFitting = at == rarest || sequence[at].fits(index.m_words[first + at]);
        if (isFitting && index.sentenceEndAfter(first) >= first + length)
            spans.push_back({first, first + length - 1});
    }
    return spans;
}

std::vector<TokenSpan> TokenIndex::Search::sequenceSpans(const Sequence& sequence) {
    std::vector<TokenSpan> spans;
    if (std::any_of(sequence.begin(), sequence.end(), [](const Slot& slot) { return slot.places == 0; }))
        return spans;
    if (std::all_of(sequence.begin(), sequence.end(),
                    [](const Slot& slot) { return slot.mostParts == 1 && slot.gapMax == 0; }))
        return plainSpans(sequence);
    std::vector<std::uint32_t> nexts;
    std::vector<std::uint32_t> after;
    for (const std::uint32_t first : startsOf(sequence)) {
        look();
        after.clear();
        endsAt(sequence[0], first, after);
        if (sequence.size() > 1) {
            const std::uint32_t end = index.sentenceEndAfter(first);
            for (std::size_t at = 1; at < sequence.size() && !after.empty(); ++at) {
                const Slot& slot = sequence[at];
                std::swap(nexts, after);
                after.clear();
                for (const std::uint32_t next : nexts) {
                    for (std::uint32_t place = next + slot.gapMin; place <= next + slot.gapMax && place < end;
                         ++place)
                        endsAt(slot, place, after);
                }
                if (after.size() > 1)
                    tidy(after);
            }
        }
        if (after.empty())
            continue;
        if (sequence.size() > 1) {
            spans.push_back({first, *std::min_element(after.begin(), after.end()) - 1});
            continue;
        }
        // A word with a hyphen and its first part may both fit: keepLongest() tells which is shown.
        tidy(after);
        for (const std::uint32_t end : after)
            spans.push_back({first, end - 1});
    }
    return spans;
}

// ---------------------------------------------------------------------------------------------- nodes

TokenIndex::Search::Sequence TokenIndex::Search::sequenceOf(const WordSequence& words) {
    Sequence sequence;
    for (const QuerySlot& slot : words)
        sequence.push_back(slotOf(slot));
    return sequence;
}

std::vector<TokenSpan> TokenIndex::Search::textSpans(const QueryNode& node) {
    std::vector<TokenSpan> spans;
    for (const WordSequence& words : node.spellings) {
        std::vector<TokenSpan> part = sequenceSpans(sequenceOf(words));
        if (spans.empty())
            spans = std::move(part);
        else
            spans.insert(spans.end(), part.begin(), part.end());
    }
    if (node.spellings.size() < 2)
        return spans;
    // Of the ways that begin at one word, the shortest.
    tidy(spans);
    spans.erase(std::unique(spans.begin(), spans.end(),
                            [](const TokenSpan& a, const TokenSpan& b) { return a.first == b.first; }),
                spans.end());
    return spans;
}

std::vector<std::uint32_t> TokenIndex::Search::sentencesOf(const QueryNode& node) {
    std::vector<std::uint32_t> sentences;
    std::vector<std::uint32_t> combined;
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
        sentences = sentencesOf(node.children.front());
        for (std::size_t at = 1; at < node.children.size(); ++at) {
            const std::vector<std::uint32_t> other = sentencesOf(node.children[at]);
            combined.clear();
            if (node.kind == Kind::And)
                std::set_intersection(sentences.begin(), sentences.end(), other.begin(), other.end(),
                                      std::back_inserter(combined));
            else
                std::set_union(sentences.begin(), sentences.end(), other.begin(), other.end(),
                               std::back_inserter(combined));
            std::swap(sentences, combined);
        }
        return sentences;
    case Kind::Not: {
        const std::vector<std::uint32_t> without = sentencesOf(node.children.front());
        auto next = without.begin();
        for (std::uint32_t at = 0; at < index.m_sentenceBegins.size(); ++at) {
            look();
            if (next != without.end() && *next == at)
                ++next;
            else
                sentences.push_back(at);
        }
        return sentences;
    }
    default:
        for (const TokenSpan& span : spans(node)) {
            look();
            const std::uint32_t sentence = sentenceAt(span.first);
            if (span.last < sentenceEnd(sentence))
                sentences.push_back(sentence);
        }
        tidy(sentences);
        return sentences;
    }
}

std::vector<TokenSpan> TokenIndex::Search::spans(const QueryNode& node) {
    std::vector<TokenSpan> found;
    switch (node.kind) {
    case Kind::Text:
        return textSpans(node);
    case Kind::Near:
        return nearSpans(node);
    case Kind::Within: {
        const QueryNode& child = node.children.front();
        const std::vector<std::uint32_t> sentences =
            node.isInSentence ? sentencesOf(child) : std::vector<std::uint32_t>();
        const std::vector<std::uint32_t> inUnits =
            node.isInSentence ? std::vector<std::uint32_t>() : units(child);
        for (const QueryNode* each : detail::soughtNodes(child)) {
            for (const TokenSpan& span : spans(*each)) {
                look();
                if (node.isInSentence) {
                    const std::uint32_t sentence = sentenceAt(span.first);
                    if (span.last < sentenceEnd(sentence) &&
                        std::binary_search(sentences.begin(), sentences.end(), sentence))
                        found.push_back(span);
                } else if (std::binary_search(inUnits.begin(), inUnits.end(), index.unitAt(span.first))) {
                    found.push_back(span);
                }
            }
        }
        break;
    }
    default:
        for (const QueryNode& child : node.children) {
            const std::vector<TokenSpan> part = spans(child);
            found.insert(found.end(), part.begin(), part.end());
        }
    }
    tidy(found);
    return found;
}

std::vector<std::uint32_t> TokenIndex::Search::units(const QueryNode& node) {
    std::vector<std::uint32_t> numbers;
    UnitCursor cursor(index);
    const auto addUnitOf = [&](std::uint32_t place) {
        look();
        if (numbers.empty() || place >= index.unitEnd(numbers.back()))
            numbers.push_back(cursor.at(place));
    };
    std::vector<std::uint32_t> combined;
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
        numbers = units(node.children.front());
        for (std::size_t at = 1; at < node.children.size(); ++at) {
            const std::vector<std::uint32_t> other = units(node.children[at]);
            combined.clear();
            if (node.kind == Kind::And)
                std::set_intersection(numbers.begin(), numbers.end(), other.begin(), other.end(),
                                      std::back_inserter(combined));
            else
                std::set_union(numbers.begin(), numbers.end(), other.begin(), other.end(),
                               std::back_inserter(combined));
            std::swap(numbers, combined);
        }
        return numbers;
    case Kind::Not: {
        const std::vector<std::uint32_t> without = units(node.children.front());
        auto next = without.begin();
        for (std::uint32_t at = 0; at < index.unitCount(); ++at) {
            look();
            if (next != without.end() && *next == at)
                ++next;
            else
                numbers.push_back(at);
        }
        return numbers;
    }
    case Kind::Text:
        if (node.spellings.size() == 1 && node.spellings.front().size() == 1) {
            const Slot slot = slotOf(node.spellings.front().front());
            for (const std::uint32_t place : placesOf(slot))
                addUnitOf(place);
            return numbers;
        }
        for (const TokenSpan& span : textSpans(node))
            addUnitOf(span.first);
        return numbers;
    case Kind::Within:
        if (!node.isInSentence)
            return units(node.children.front());
        for (const std::uint32_t sentence : sentencesOf(node.children.front()))
            addUnitOf(index.m_sentenceBegins[sentence]);
        return numbers;
    case Kind::Near: {
        const auto left = oneWordOf(node.children[0]);
        const auto right = left ? oneWordOf(node.children[1]) : std::nullopt;
        if (left && right)
            return nearUnits(node, *left, *right);
        for (const TokenSpan& span : spans(node))
            addUnitOf(span.first);
        return numbers;
    }
    default:
        for (const TokenSpan& span : spans(node))
            addUnitOf(span.first);
        return numbers;
    }
}

} // namespace rapport::search
