// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/text_match.h"

#include "search/one_hit.h"
#include "text/fold.h"

#include <algorithm>

namespace rapport::search::detail {

namespace {

using Kind = QueryNode::Kind;

/// Nothing under NOT has places, not even under two of them: so one query may narrow the units of another.
void collect(const QueryNode& node, bool isDeep, std::vector<const QueryNode*>& found) {
    const bool isPlaced = node.kind == Kind::Text || node.kind == Kind::Near || node.kind == Kind::Within;
    if (node.kind == Kind::Not)
        return;
    if (node.kind == Kind::Text || (isPlaced && !isDeep)) {
        found.push_back(&node);
        return;
    }
    for (const QueryNode& child : node.children)
        collect(child, isDeep, found);
}

void tidy(std::vector<WordSpan>& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

} // namespace

std::vector<const QueryNode*> soughtNodes(const QueryNode& root) {
    std::vector<const QueryNode*> found;
    collect(root, false, found);
    return found;
}

std::vector<const QueryNode*> soughtTexts(const QueryNode& root) {
    std::vector<const QueryNode*> found;
    collect(root, true, found);
    return found;
}

PlacedText::PlacedText(std::string_view text)
    : m_text(text)
    , m_words(placedWords(text)) {
    for (std::size_t at = 0; at < m_words.size(); ++at) {
        if (!m_words[at].isJoined)
            m_begins.push_back(at);
    }
}

std::string PlacedText::spelt(const PlacedWord& word) const {
    std::string spelt = text::spelling(m_text.substr(static_cast<std::size_t>(word.bytes.begin.value),
                                                     static_cast<std::size_t>(word.bytes.length())));
    spelt.resize(cutAt(spelt, maximumWordBytes).size());
    return spelt;
}

TextMatch::TextMatch(const QueryNode& root) {
    compile(root);
}

void TextMatch::compile(const QueryNode& node) {
    for (const QueryNode& child : node.children)
        compile(child);
    if (node.kind != Kind::Text)
        return;
    std::vector<Sequence>& sequences = m_texts[&node];
    for (const WordSequence& words : node.spellings) {
        Sequence sequence;
        for (const QuerySlot& slot : words) {
            Slot compiled;
            compiled.gapMin = slot.gapMin;
            compiled.gapMax = slot.gapMax;
            for (const QueryWord& word : slot.words)
                compiled.tests.emplace_back(word);
            sequence.push_back(std::move(compiled));
        }
        sequences.push_back(std::move(sequence));
    }
}

bool TextMatch::hasGivenUp() const {
    for (const auto& [node, sequences] : m_texts) {
        for (const Sequence& sequence : sequences) {
            for (const Slot& slot : sequence) {
                if (std::any_of(slot.tests.begin(), slot.tests.end(),
                                [](const WordTest& test) { return test.hasGivenUp(); }))
                    return true;
            }
        }
    }
    return false;
}

bool TextMatch::fits(const Slot& slot, const PlacedWord& word, const PlacedText& text) {
    return std::any_of(slot.tests.begin(), slot.tests.end(), [&](const WordTest& test) {
        return test(word.folded, test.needsSpelling() ? text.spelt(word) : std::string());
    });
}

/// One past the last position of each match that begins at `first`, rising.
std::vector<std::uint32_t> TextMatch::endsOf(const Sequence& sequence, std::uint32_t first,
                                             const PlacedText& text) {
    const std::uint32_t sentence = text.at(first).sentence;
    std::vector<std::uint32_t> nexts{first}; // where the next word may begin, less the gap
    for (std::size_t at = 0; at < sequence.size(); ++at) {
        const Slot& slot = sequence[at];
        std::vector<std::uint32_t> after;
        for (const std::uint32_t next : nexts) {
            const std::uint32_t gapMax = at == 0 ? 0 : slot.gapMax;
            for (std::uint32_t gap = at == 0 ? 0 : slot.gapMin; gap <= gapMax; ++gap) {
                const std::uint32_t position = next + gap;
                if (position >= text.size() || text.at(position).sentence != sentence)
                    break;
                for (std::size_t word = text.beginOf(position); word < text.endOf(position); ++word) {
                    if (fits(slot, text.words()[word], text))
                        after.push_back(position + text.words()[word].parts);
                }
            }
        }
        std::sort(after.begin(), after.end());
        after.erase(std::unique(after.begin(), after.end()), after.end());
        nexts = std::move(after);
        if (nexts.empty())
            break;
    }
    return nexts;
}

std::vector<WordSpan> TextMatch::textSpans(const QueryNode& node, const PlacedText& text) const {
    std::vector<WordSpan> spans;
    const std::vector<Sequence>& sequences = m_texts.at(&node);
    const bool isOneWord = sequences.size() == 1 && sequences.front().size() == 1;
    for (std::uint32_t first = 0; first < text.size(); ++first) {
        std::vector<std::uint32_t> ends;
        for (const Sequence& sequence : sequences) {
            const std::vector<std::uint32_t> more = endsOf(sequence, first, text);
            ends.insert(ends.end(), more.begin(), more.end());
        }
        // Of a phrase the shortest; of a word also the hyphenated one that it begins.
        if (!isOneWord && ends.size() > 1)
            ends = {*std::min_element(ends.begin(), ends.end())};
        for (const std::uint32_t end : ends)
            spans.push_back({first, end - 1});
    }
    return spans;
}

std::vector<WordSpan> TextMatch::hits(const QueryNode& root, const PlacedText& text) const {
    std::vector<WordSpan> found;
    for (const QueryNode* node : soughtNodes(root)) {
        const std::vector<WordSpan> part = spans(*node, text);
        found.insert(found.end(), part.begin(), part.end());
    }
    tidy(found);
    HyphenatedWords words;
    for (const PlacedWord& word : text.words()) {
        if (word.isJoined)
            addHyphenated(words, word.position, word.position + word.parts);
    }
    keepLongest(found, words, [] {}); // of one text: soon done
    return found;
}

std::vector<WordSpan> TextMatch::nearSpans(const QueryNode& node, const PlacedText& text) const {
    std::vector<WordSpan> found;
    const std::vector<WordSpan> left = spans(node.children[0], text);
    const std::vector<WordSpan> right = spans(node.children[1], text);
    for (const WordSpan& a : left) {
        for (const WordSpan& b : right) {
            const bool isBefore = a.last < b.first && b.first - a.last <= node.distance;
            const bool isAfter = b.last < a.first && a.first - b.last <= node.distance;
            if (isBefore)
                found.push_back({a.first, b.last});
            if (isAfter && !node.isOrdered)
                found.push_back({b.first, a.last});
        }
    }
    tidy(found);
    return found;
}

std::vector<bool> TextMatch::sentences(const QueryNode& node, const PlacedText& text) const {
    const std::size_t count = text.size() == 0 ? 0 : text.at(text.size() - 1).sentence + 1;
    std::vector<bool> holds(count, node.kind == Kind::And);
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
        for (const QueryNode& child : node.children) {
            const std::vector<bool> part = sentences(child, text);
            for (std::size_t at = 0; at < count; ++at)
                holds[at] = node.kind == Kind::And ? holds[at] && part[at] : holds[at] || part[at];
        }
        return holds;
    case Kind::Not:
        holds = sentences(node.children.front(), text);
        holds.flip();
        return holds;
    default:
        for (const WordSpan& span : spans(node, text)) {
            if (text.at(span.first).sentence == text.at(span.last).sentence)
                holds[text.at(span.first).sentence] = true;
        }
        return holds;
    }
}

std::vector<WordSpan> TextMatch::spans(const QueryNode& node, const PlacedText& text) const {
    std::vector<WordSpan> found;
    switch (node.kind) {
    case Kind::Text:
        return textSpans(node, text);
    case Kind::Near:
        return nearSpans(node, text);
    case Kind::Within: {
        if (!node.isInSentence && !holds(node.children.front(), text))
            return {};
        const std::vector<bool> isTrue =
            node.isInSentence ? sentences(node.children.front(), text) : std::vector<bool>();
        for (const QueryNode* each : soughtNodes(node.children.front())) {
            for (const WordSpan& span : spans(*each, text)) {
                const std::uint32_t sentence = text.at(span.first).sentence;
                if (!node.isInSentence || (isTrue[sentence] && text.at(span.last).sentence == sentence))
                    found.push_back(span);
            }
        }
        break;
    }
    default:
        for (const QueryNode& child : node.children) {
            const std::vector<WordSpan> part = spans(child, text);
            found.insert(found.end(), part.begin(), part.end());
        }
    }
    tidy(found);
    return found;
}

bool TextMatch::holds(const QueryNode& node, const PlacedText& text) const {
    const auto isTrue = [&](const QueryNode& child) { return holds(child, text); };
    switch (node.kind) {
    case Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), isTrue);
    case Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), isTrue);
    case Kind::Not:
        return !holds(node.children.front(), text);
    case Kind::Within: {
        if (!node.isInSentence)
            return holds(node.children.front(), text);
        const std::vector<bool> areTrue = sentences(node.children.front(), text);
        return std::find(areTrue.begin(), areTrue.end(), true) != areTrue.end();
    }
    default:
        return !spans(node, text).empty();
    }
}

} // namespace rapport::search::detail
