// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/token_search.h"

#include "search/plan.h"

#include <algorithm>
#include <iterator>

namespace rapport::search {

namespace {

using Kind = QueryNode::Kind;
using detail::GivenUp;
using detail::Stopped;

void tidy(std::vector<TokenSpan>& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

void tidy(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

void appendRange(TokenIndex::Search::Ranges& ranges, std::uint32_t first, std::uint32_t last) {
    if (first == last)
        return;
    if (!ranges.empty() && ranges.back().second == first)
        ranges.back().second = last;
    else
        ranges.emplace_back(first, last);
}

} // namespace

/// Cheap enough for inner loops.
void TokenIndex::Search::look() {
    constexpr std::size_t stepsPerLook = 4'096;
    if (++m_looked % stepsPerLook == 0 && task.isStopped())
        throw Stopped();
}

// ---------------------------------------------------------------------------------------------- lexicon

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
               (isPrefix ? index.form(last).starts_with(word.folded) : index.form(last) == word.folded))
            ++last;
        appendRange(ranges, index.m_firstSpelling[first], index.m_firstSpelling[last]);
        return ranges;
    }
    const detail::WordTest test(word);
    if (!test.needsSpelling()) {
        for (std::uint32_t form = 0; form < forms; ++form) {
            look();
            if (test(index.form(form), {}))
                appendRange(ranges, index.m_firstSpelling[form], index.m_firstSpelling[form + 1]);
        }
    } else {
        const std::string_view pool(index.m_spellingPool);
        for (std::uint32_t spelling = 0; spelling < index.m_formOf.size(); ++spelling) {
            look();
            const std::uint32_t begin = index.m_spellingBegins[spelling];
            if (test({}, pool.substr(begin, index.m_spellingBegins[spelling + 1] - begin)))
                appendRange(ranges, spelling, spelling + 1);
        }
    }
    if (test.hasGivenUp())
        throw GivenUp();
    return ranges;
}

bool TokenIndex::Search::Slot::fits(std::uint32_t spelling) const {
    if (isAny)
        return true;
    if (!holds.empty())
        return holds[spelling];
    return std::any_of(ranges.begin(), ranges.end(), [spelling](const auto& range) {
        return range.first <= spelling && spelling < range.second;
    });
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
        for (const Joined& joined : index.m_joined)
            made.mostParts = std::max(made.mostParts, joined.parts);
        return made;
    }
    if (slot.words.size() > 1) {
        std::sort(made.ranges.begin(), made.ranges.end());
        Ranges merged;
        for (const auto& [first, last] : made.ranges) {
            if (!merged.empty() && first <= merged.back().second)
                merged.back().second = std::max(merged.back().second, last);
            else
                merged.emplace_back(first, last);
        }
        made.ranges = std::move(merged);
    }
    if (made.ranges.size() > mostRanges) {
        made.holds.resize(index.m_formOf.size());
        for (const auto& [first, last] : made.ranges)
            std::fill(made.holds.begin() + first, made.holds.begin() + last, true);
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

// ---------------------------------------------------------------------------------------------- places

const TokenIndex::Joined* TokenIndex::Search::joinedAt(std::uint32_t place) const {
    if (!index.m_isJoinedHere[place])
        return nullptr;
    return &*std::lower_bound(index.m_joined.begin(), index.m_joined.end(), place,
                              [](const Joined& joined, std::uint32_t at) { return joined.place < at; });
}

void TokenIndex::Search::endsAt(const Slot& slot, std::uint32_t place,
                                std::vector<std::uint32_t>& ends) const {
    if (slot.fits(index.m_words[place]))
        ends.push_back(place + 1);
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
    if (!index.m_isJoinedHere[place])
        return false;
    std::vector<std::uint32_t> ends;
    endsAt(slot, place, ends);
    return !ends.empty();
}

/// Places at which a word fits, rising.
std::vector<std::uint32_t> TokenIndex::Search::placesOf(const Slot& slot) {
    std::vector<std::uint32_t> places;
    constexpr std::uint64_t fewForms = 8;
    std::vector<std::uint32_t> forms;
    for (const auto& [first, last] : slot.ranges) {
        for (std::uint32_t form = index.m_formOf[first]; form <= index.m_formOf[last - 1]; ++form) {
            if (forms.empty() || forms.back() != form)
                forms.push_back(form);
        }
    }
    const auto add = [&](std::uint32_t place) {
        look();
        if (fitsAt(slot, place))
            places.push_back(place);
    };
    // Reading all words in order is cheaper than putting the places of many forms in order.
    if (slot.isAny || (forms.size() > fewForms && slot.places * 16 > index.m_words.size())) {
        for (std::uint32_t place = 0; place < index.m_words.size(); ++place)
            add(place);
        return places;
    }
    for (const std::uint32_t form : forms) {
        for (std::uint32_t at = index.m_placeBegins[form]; at < index.m_placeBegins[form + 1]; ++at)
            add(index.m_places[at]);
    }
    if (forms.size() > 1)
        tidy(places);
    return places;
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
        const std::uint32_t begin = furthest > nearest ? index.m_sentenceBegins[sentenceAt(place)]
                                                       : place - std::min(place, furthest);
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

std::vector<TokenSpan> TokenIndex::Search::sequenceSpans(const Sequence& sequence) {
    std::vector<TokenSpan> spans;
    if (std::any_of(sequence.begin(), sequence.end(), [](const Slot& slot) { return slot.places == 0; }))
        return spans;
    std::vector<std::uint32_t> nexts;
    std::vector<std::uint32_t> after;
    for (const std::uint32_t first : startsOf(sequence)) {
        look();
        after.clear();
        endsAt(sequence[0], first, after);
        if (sequence.size() > 1) {
            const std::uint32_t end = sentenceEnd(sentenceAt(first));
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
        if (!after.empty())
            spans.push_back({first, *std::min_element(after.begin(), after.end()) - 1});
    }
    return spans;
}

// ---------------------------------------------------------------------------------------------- nodes

std::vector<TokenSpan> TokenIndex::Search::textSpans(const QueryNode& node) {
    std::vector<TokenSpan> spans;
    for (const WordSequence& words : node.spellings) {
        Sequence sequence;
        for (const QuerySlot& slot : words)
            sequence.push_back(slotOf(slot));
        std::vector<TokenSpan> part = sequenceSpans(sequence);
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

std::vector<TokenSpan> TokenIndex::Search::nearSpans(const QueryNode& node) {
    const std::vector<TokenSpan> left = spans(node.children[0]);
    const std::vector<TokenSpan> right = spans(node.children[1]);
    std::vector<TokenSpan> found;
    const auto pair = [&](const std::vector<TokenSpan>& before, const std::vector<TokenSpan>& behind) {
        for (const TokenSpan& a : before) {
            look();
            const std::uint64_t end = std::min<std::uint64_t>(std::uint64_t{a.last} + node.distance + 1,
                                                              index.unitEnd(index.unitAt(a.first)));
            auto b = std::lower_bound(behind.begin(), behind.end(), TokenSpan{a.last + 1, 0});
            for (; b != behind.end() && b->first < end; ++b)
                found.push_back({a.first, b->last});
        }
    };
    pair(left, right);
    if (!node.isOrdered)
        pair(right, left);
    tidy(found);
    return found;
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
    const auto addUnitOf = [&](std::uint32_t place) {
        look();
        if (numbers.empty() || place >= index.unitEnd(numbers.back()))
            numbers.push_back(index.unitAt(place));
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
        for (std::uint32_t at = 0; at < index.unitCount(); ++at) {
            if (!std::binary_search(without.begin(), without.end(), at))
                numbers.push_back(at);
        }
        return numbers;
    }
    case Kind::Within:
        if (!node.isInSentence)
            return units(node.children.front());
        for (const std::uint32_t sentence : sentencesOf(node.children.front()))
            addUnitOf(index.m_sentenceBegins[sentence]);
        return numbers;
    default:
        for (const TokenSpan& span : spans(node))
            addUnitOf(span.first);
        return numbers;
    }
}

// ---------------------------------------------------------------------------------------------- the index

namespace {

/// Runs what may throw Stopped or GivenUp.
template<typename T, typename Work>
base::Result<T> answered(const Work& work) {
    try {
        return work();
    } catch (const Stopped&) {
        return base::Task::cancelled();
    } catch (const GivenUp&) {
        return detail::givenUp();
    }
}

} // namespace

base::Result<std::vector<TokenSpan>> TokenIndex::spans(const QueryNode& node, const base::Task& task) const {
    return answered<std::vector<TokenSpan>>([&] { return Search(*this, task).spans(node); });
}

base::Result<std::vector<TokenSpan>> TokenIndex::spans(const Query& query, const base::Task& task) const {
    return answered<std::vector<TokenSpan>>([&] {
        std::vector<TokenSpan> all;
        for (const QueryNode* node : detail::soughtNodes(query.root)) {
            std::vector<TokenSpan> part = Search(*this, task).spans(*node);
            if (all.empty())
                all = std::move(part);
            else
                all.insert(all.end(), part.begin(), part.end());
        }
        tidy(all);
        return all;
    });
}

base::Result<std::vector<model::UnitId>> TokenIndex::units(const QueryNode& node,
                                                           const base::Task& task) const {
    return answered<std::vector<model::UnitId>>([&] {
        std::vector<model::UnitId> ids;
        for (const std::uint32_t number : Search(*this, task).units(node))
            ids.push_back(unit(number));
        return ids;
    });
}

base::Result<std::vector<FormCount>> TokenIndex::forms(const QueryWord& word, const base::Task& task) const {
    return answered<std::vector<FormCount>>([&] {
        Search search(*this, task);
        std::vector<FormCount> found;
        for (const auto& [first, last] : search.spellingsOf(word)) {
            for (std::uint32_t spelling = first; spelling < last; ++spelling) {
                const std::uint32_t number = m_formOf[spelling];
                if (!found.empty() && found.back().folded == form(number))
                    continue;
                FormCount count;
                count.folded = form(number);
                count.occurrences = occurrences(number);
                std::uint32_t lastUnit = unitCount();
                for (std::uint32_t at = m_placeBegins[number]; at < m_placeBegins[number + 1]; ++at) {
                    if (lastUnit != unitCount() && m_places[at] < unitEnd(lastUnit))
                        continue;
                    lastUnit = unitAt(m_places[at]);
                    ++count.units;
                }
                found.push_back(std::move(count));
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const FormCount& a, const FormCount& b) {
            return a.occurrences > b.occurrences;
        });
        return found;
    });
}

} // namespace rapport::search
