// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/match.h"

#include "search/plan.h"
#include "text/fold.h"

#include <algorithm>

namespace rapport::search {

struct Matcher::Impl {
    Query query;
    detail::PlanNode plan; ///< points into query
    std::optional<detail::TextMatch> match;
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
    impl->match.emplace(impl->query.root);
    return Matcher(std::move(impl));
}

base::Result<bool> Matcher::matches(const IndexedUnit& unit) const {
    const detail::PlacedText text(unit.text);
    const bool holds = detail::planHolds(m_impl->plan, *m_impl->match, unit, text);
    if (m_impl->match->hasGivenUp())
        return detail::givenUp();
    return holds;
}

base::Result<bool> matches(const IndexedUnit& unit, const Query& query, const UnitFilter& filter) {
    RAPPORT_ASSIGN(const Matcher matcher, Matcher::create(query, filter));
    return matcher.matches(unit);
}

std::vector<text::TextRange> occurrences(std::string_view text, const Query& query) {
    const detail::PlacedText placed(text);
    const detail::TextMatch match(query.root);
    std::vector<text::TextRange> found;
    for (const detail::WordSpan& span : match.hits(query.root, placed))
        found.push_back(placed.range(span));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::string describeWords(const Query& query) {
    std::vector<std::string> words;
    for (const QueryNode* node : detail::soughtNodes(query.root)) {
        std::string described = describe(*node);
        // Case says something in =Jan and in an expression only.
        const bool mindsCase = described.find_first_of("=/") != std::string::npos;
        words.push_back(mindsCase ? std::move(described) : text::fold(described));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::string text;
    for (const std::string& each : words)
        text += (text.empty() ? "" : " OR ") + each;
    return text;
}

bool isInRange(const FieldTest& test, const std::string& foldedValue) {
    const auto isNumber = [](const std::optional<std::string>& bound) {
        return !bound || fieldNumber(*bound);
    };
    if (isNumber(test.lower) && isNumber(test.upper) && !fieldNumber(foldedValue))
        return false;
    const auto isBelow = [](const std::string& a, const std::string& b) {
        const auto x = fieldNumber(a);
        const auto y = fieldNumber(b);
        return x && y ? *x < *y : a < b;
    };
    return (!test.lower || !isBelow(foldedValue, *test.lower)) &&
           (!test.upper || !isBelow(*test.upper, foldedValue));
}

bool isValue(const FieldTest& test, std::string_view foldedValue) {
    return detail::isFieldValue(foldedValue, test.value, test.isPrefix, test.isSuffix);
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
