// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/concordance.h"

#include "search/words.h"
#include "text/collation.h"
#include "text/offset_map.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::search {

namespace {

std::string_view between(std::string_view text, const text::OffsetMap& offsets, text::CodePoints begin,
                         text::CodePoints end) {
    const auto from = static_cast<std::size_t>(offsets.toUtf8(begin).value);
    const auto to = static_cast<std::size_t>(offsets.toUtf8(end).value);
    return text.substr(from, to - from);
}

std::string trimmedFront(std::string_view context) {
    const std::string_view bare = text::trim(context);
    return bare.empty() ? std::string()
                        : std::string(context.substr(static_cast<std::size_t>(bare.data() - context.data())));
}

std::string trimmedBack(std::string_view context) {
    const std::string_view bare = text::trim(context);
    if (bare.empty())
        return {};
    return std::string(
        context.substr(0, static_cast<std::size_t>(bare.data() - context.data()) + bare.size()));
}

/// The n-th word (from 1) of a context, counted away from the match; empty where there are fewer.
std::string wordFromMatch(const std::string& context, std::size_t n, bool isLeft) {
    std::vector<detail::PlacedWord> words = detail::placedWords(context);
    words.erase(std::remove_if(words.begin(), words.end(),
                               [](const detail::PlacedWord& word) { return word.isJoined; }),
                words.end());
    if (words.size() < n)
        return {};
    return isLeft ? words[words.size() - n].folded : words[n - 1].folded;
}

std::string sortKey(const ConcordanceLine& line, ConcordanceSort sort, const text::Collator& order) {
    const bool isLeft = sort == ConcordanceSort::Left1 || sort == ConcordanceSort::Left2;
    const std::size_t n = sort == ConcordanceSort::Left1 || sort == ConcordanceSort::Right1 ? 1 : 2;
    return order.sortKey(wordFromMatch(isLeft ? line.left : line.right, n, isLeft));
}

} // namespace

std::vector<ConcordanceLine> concordanceLines(model::UnitId unit, std::string_view text, const Query& query,
                                              std::int64_t width) {
    std::vector<ConcordanceLine> lines;
    const std::vector<text::TextRange> found = occurrences(text, query);
    if (found.empty())
        return lines;
    std::vector<detail::PlacedWord> words = detail::placedWords(text);
    words.erase(std::remove_if(words.begin(), words.end(),
                               [](const detail::PlacedWord& word) { return word.isJoined; }),
                words.end());
    const text::OffsetMap offsets(text);
    const auto reach = static_cast<std::ptrdiff_t>(
        std::clamp<std::int64_t>(width, 0, static_cast<std::int64_t>(words.size())));
    for (const text::TextRange& range : found) {
        const auto first = std::lower_bound(
            words.begin(), words.end(), range.begin,
            [](const detail::PlacedWord& word, text::CodePoints at) { return word.range.begin < at; });
        const auto after = std::lower_bound(
            first, words.end(), range.end,
            [](const detail::PlacedWord& word, text::CodePoints at) { return word.range.begin < at; });
        const std::ptrdiff_t onLeft = std::min<std::ptrdiff_t>(reach, first - words.begin());
        const std::ptrdiff_t onRight = std::min<std::ptrdiff_t>(reach, words.end() - after);
        // All words shown: then also the punctuation beyond them.
        const text::CodePoints leftEnd = onLeft == first - words.begin() && reach > onLeft
                                             ? text::CodePoints(0)
                                             : (onLeft == 0 ? range.begin : (first - onLeft)->range.begin);
        const text::CodePoints rightEnd = onRight == words.end() - after && reach > onRight
                                              ? offsets.length()
                                              : (onRight == 0 ? range.end : (after + onRight - 1)->range.end);
        lines.push_back({unit, range, trimmedFront(between(text, offsets, leftEnd, range.begin)),
                         std::string(between(text, offsets, range.begin, range.end)),
                         trimmedBack(between(text, offsets, range.end, rightEnd))});
    }
    return lines;
}

base::Result<Concordance> concordance(const std::vector<model::UnitId>& units,
                                      const std::function<base::Result<std::string>(model::UnitId)>& textOf,
                                      const Query& query, const ConcordanceOptions& options,
                                      const base::Task& task) {
    Concordance made;
    const bool isInOrder = options.sort == ConcordanceSort::Source;
    const text::Collator order(options.language);
    std::vector<std::pair<std::string, std::size_t>> keys;
    for (std::size_t at = 0; at < units.size(); ++at) {
        if (task.isStopped())
            return base::Task::cancelled();
        task.report(at, units.size(), "concordance");
        RAPPORT_ASSIGN(const std::string text, textOf(units[at]));
        for (ConcordanceLine& line : concordanceLines(units[at], text, query, options.width)) {
            ++made.total;
            if (isInOrder) {
                if (options.limit == 0 || made.lines.size() < options.limit)
                    made.lines.push_back(std::move(line));
                continue;
            }
            keys.emplace_back(sortKey(line, options.sort, order), made.lines.size());
            made.lines.push_back(std::move(line));
        }
    }
    if (isInOrder)
        return made;
    std::sort(keys.begin(), keys.end());
    if (options.limit != 0 && keys.size() > options.limit)
        keys.resize(options.limit);
    std::vector<ConcordanceLine> sorted;
    sorted.reserve(keys.size());
    for (const auto& [key, at] : keys)
        sorted.push_back(std::move(made.lines[at]));
    made.lines = std::move(sorted);
    return made;
}

} // namespace rapport::search
