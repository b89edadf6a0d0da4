// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/token_search.h"

#include "search/bit_set.h"
#include "search/plan.h"

#include <algorithm>
#include <bit>

namespace rapport::search {

namespace {

using Kind = QueryNode::Kind;

} // namespace

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
        places.reserve(index.m_words.size());
        for (std::uint32_t place = 0; place < index.m_words.size(); ++place) {
            look();
            places.push_back(place);
        }
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
    std::uint32_t untried = 0; // what is in front of it was tried for an earlier place: so they rise
    for (const std::uint32_t place : starts) {
        look();
        if (place < nearest)
            continue;
        // The beginning of the sentence is looked up only where it may matter.
        const std::uint32_t begin = furthest > nearest ? index.sentenceBeginAt(place) : 0;
        const std::uint32_t from = std::max({untried, begin, place - std::min(place, furthest)});
        for (std::uint32_t first = from; first + nearest <= place; ++first) {
            look();
            if (fitsAt(sequence[0], first))
                found.push_back(first);
        }
        untried = std::max(untried, place - nearest + 1);
    }
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
    if (sequence.size() == 1) {
        // A word with a hyphen and its first part may both fit: keepLongest() tells which is shown.
        std::vector<std::uint32_t> ends;
        for (const std::uint32_t first : startsOf(sequence)) {
            look();
            ends.clear();
            endsAt(sequence[0], first, ends);
            if (ends.size() > 1)
                tidy(ends);
            for (const std::uint32_t end : ends)
                spans.push_back({first, end - 1});
        }
        return spans;
    }
    constexpr std::size_t nearWords = 63;
    std::size_t words = 0;
    for (const Slot& slot : sequence)
        words += 1 + std::size_t{slot.gapMax};
    for (const std::uint32_t first : startsOf(sequence)) {
        look();
        const auto near = words <= nearWords ? shortestEndNear(sequence, first) : std::nullopt;
        const std::uint32_t end = near ? *near : shortestEnd(sequence, first);
        if (end > 0)
            spans.push_back({first, end - 1});
    }
    return spans;
}

std::uint32_t TokenIndex::Search::shortestEnd(const Sequence& sequence, std::uint32_t first) {
    std::vector<std::uint32_t> nexts;
    std::vector<std::uint32_t> after;
    endsAt(sequence[0], first, after);
    const std::uint32_t end = index.sentenceEndAfter(first);
    for (std::size_t at = 1; at < sequence.size() && !after.empty(); ++at) {
        const Slot& slot = sequence[at];
        std::swap(nexts, after);
        after.clear();
        for (const std::uint32_t next : nexts) {
            for (std::uint32_t place = next + slot.gapMin; place <= next + slot.gapMax && place < end;
                 ++place) {
                look();
                endsAt(slot, place, after);
            }
        }
        if (after.size() > 1)
            tidy(after);
    }
    return after.empty() ? 0 : *std::min_element(after.begin(), after.end());
}

std::optional<std::uint32_t> TokenIndex::Search::shortestEndNear(const Sequence& sequence,
                                                                 std::uint32_t first) {
    constexpr std::uint32_t bits = 64;
    const std::uint32_t room = index.sentenceEndAfter(first) - first;
    const std::uint64_t inside = room >= bits ? ~std::uint64_t{0} : (std::uint64_t{1} << room) - 1;
    std::uint64_t may = 1; // where the next word may stand, as words from the first
    std::uint64_t ends = 0;
    for (const Slot& slot : sequence) {
        if (ends != 0) {
            may = 0;
            for (std::uint32_t gap = slot.gapMin; gap <= slot.gapMax; ++gap)
                may |= ends << gap;
            may &= inside;
            ends = 0;
        }
        for (std::uint64_t left = may; left != 0; left &= left - 1) {
            look();
            const auto offset = static_cast<std::uint32_t>(std::countr_zero(left));
            const std::uint32_t place = first + offset;
            const auto add = [&ends, offset](std::uint32_t parts) {
                if (offset + parts < bits)
                    ends |= std::uint64_t{1} << (offset + parts);
                return offset + parts < bits;
            };
            if (slot.fits(index.m_words[place]) && !add(1))
                return std::nullopt;
            if (slot.mostParts == 1 || !index.isJoinedHere(place))
                continue;
            const Joined* const behind = index.m_joined.data() + index.m_joined.size();
            for (const Joined* joined = joinedAt(place); joined != behind && joined->place == place;
                 ++joined) {
                if (slot.fits(joined->spelling) && !add(joined->parts))
                    return std::nullopt;
            }
        }
        if (ends == 0)
            return 0;
    }
    return first + static_cast<std::uint32_t>(std::countr_zero(ends));
}

// ---------------------------------------------------------------------------------------------- nodes

TokenIndex::Search::Sequence TokenIndex::Search::sequenceOf(const WordSequence& words) {
    Sequence sequence;
    for (const QuerySlot& slot : words)
        sequence.push_back(slotOf(slot));
    return sequence;
}

std::vector<TokenSpan> TokenIndex::Search::textSpans(const QueryNode& node) {
    if (node.spellings.size() == 1)
        return sequenceSpans(sequenceOf(node.spellings.front()));
    std::vector<std::vector<TokenSpan>> ways;
    for (const WordSequence& words : node.spellings)
        ways.push_back(sequenceSpans(sequenceOf(words)));
    const std::vector<TokenSpan> all = detail::anyOf(std::move(ways), looker);
    // Of the ways that begin at one word, the shortest.
    std::vector<TokenSpan> spans;
    for (const TokenSpan& span : all) {
        look();
        if (spans.empty() || spans.back().first != span.first)
            spans.push_back(span);
    }
    return spans;
}

std::vector<std::uint32_t> TokenIndex::Search::sentencesOf(const QueryNode& node) {
    std::vector<std::uint32_t> sentences;
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
        sentences = sentencesOf(node.children.front());
        for (std::size_t at = 1; at < node.children.size(); ++at) {
            const std::vector<std::uint32_t> other = sentencesOf(node.children[at]);
            sentences = node.kind == Kind::And ? detail::bothOf(sentences, other, looker)
                                               : detail::eitherOf(sentences, other, looker);
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
    default: {
        std::vector<std::vector<TokenSpan>> parts;
        for (const QueryNode& child : node.children)
            parts.push_back(spans(child));
        return detail::anyOf(std::move(parts), looker);
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
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
        numbers = units(node.children.front());
        for (std::size_t at = 1; at < node.children.size(); ++at) {
            const std::vector<std::uint32_t> other = units(node.children[at]);
            numbers = node.kind == Kind::And ? detail::bothOf(numbers, other, looker)
                                             : detail::eitherOf(numbers, other, looker);
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
