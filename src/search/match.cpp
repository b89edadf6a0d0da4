// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/match.h"

#include "search/plan.h"

#include <algorithm>

namespace rapport::search {

struct Matcher::Impl {
    Query query;
    detail::PlanNode plan; ///< points into query
};

Matcher::Matcher(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {
}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

base::Result<Matcher> Matcher::create(const Query& query, const UnitFilter& filter) {
    auto impl = std::make_unique<Impl>();
    impl->query = query;
    RAPPORT_ASSIGN(impl->plan, detail::makePlan(impl->query.root, filter));
    return Matcher(std::move(impl));
}

bool Matcher::matches(const IndexedUnit& unit) const {
    return detail::planHolds(m_impl->plan, unit, detail::placedWords(unit.text));
}

base::Result<bool> matches(const IndexedUnit& unit, const Query& query, const UnitFilter& filter) {
    RAPPORT_ASSIGN(const Matcher matcher, Matcher::create(query, filter));
    return matcher.matches(unit);
}

std::vector<text::TextRange> occurrences(std::string_view text, const Query& query) {
    const std::vector<detail::PlacedWord> words = detail::placedWords(text);
    std::vector<text::TextRange> found;
    for (const QueryNode* leaf : detail::soughtTexts(query.root)) {
        std::int64_t place = -1; // a word and its joined form are one place
        detail::forEachPlace(words, *leaf, [&](std::size_t first, std::size_t last) {
            if (place != words[first].place) {
                place = words[first].place;
                found.push_back({words[first].range.begin, words[last].range.end});
            }
            return true;
        });
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<text::TextRange> highlight(std::string_view text, const Query& query) {
    std::vector<text::TextRange> merged;
    for (const text::TextRange& range : occurrences(text, query)) {
        if (!merged.empty() && range.begin < merged.back().end)
            merged.back().end = std::max(merged.back().end, range.end);
        else
            merged.push_back(range);
    }
    return merged;
}

} // namespace rapport::search
