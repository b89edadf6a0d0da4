// SPDX-License-Identifier: GPL-3.0-or-later
// What the token index tells the world: hits, units and forms, each asked for in one call that can be
// stopped.
#include "search/one_hit.h"
#include "search/plan.h"
#include "search/token_search.h"

#include <algorithm>

namespace rapport::search {

using detail::GivenUp;
using detail::Stopped;

void TokenIndex::Search::keepHits(std::vector<TokenSpan>& spans) {
    detail::HyphenatedWords words;
    for (const Joined& joined : index.m_joined) {
        look();
        detail::addHyphenated(words, joined.place, joined.place + joined.parts);
    }
    detail::keepLongest(spans, words, [this] { look(); });
}

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
    return answered<std::vector<TokenSpan>>([&] {
        Search search(*this, task);
        std::vector<TokenSpan> found = search.spans(node);
        search.tidy(found);
        search.keepHits(found);
        return found;
    });
}

base::Result<std::vector<TokenSpan>> TokenIndex::spans(const Query& query, const base::Task& task) const {
    return answered<std::vector<TokenSpan>>([&] {
        Search search(*this, task);
        std::vector<std::vector<TokenSpan>> parts;
        for (const QueryNode* node : detail::soughtNodes(query.root))
            parts.push_back(search.spans(*node));
        std::vector<TokenSpan> all = detail::anyOf(std::move(parts), search.looker);
        search.keepHits(all);
        return all;
    });
}

base::Result<std::vector<model::UnitId>> TokenIndex::units(const QueryNode& node,
                                                           const base::Task& task) const {
    return answered<std::vector<model::UnitId>>([&] {
        std::vector<model::UnitId> ids;
        Search search(*this, task);
        for (const std::uint32_t number : search.units(node)) {
            search.look();
            ids.push_back(unit(number));
        }
        return ids;
    });
}

base::Result<std::vector<FormCount>> TokenIndex::forms(const QueryWord& word, const base::Task& task) const {
    return answered<std::vector<FormCount>>([&] {
        Search search(*this, task);
        std::vector<FormCount> found;
        for (const std::uint32_t number : search.formsOf(word)) {
            FormCount count;
            count.folded = form(number);
            count.occurrences = occurrences(number);
            UnitCursor units(*this);
            std::uint32_t end = 0; // of the unit of the place before
            for (std::uint32_t at = m_placeBegins[number]; at < m_placeBegins[number + 1]; ++at) {
                search.look();
                if (m_places[at] < end)
                    continue;
                end = unitEnd(units.at(m_places[at]));
                ++count.units;
            }
            found.push_back(std::move(count));
        }
        std::stable_sort(found.begin(), found.end(), [&search](const FormCount& a, const FormCount& b) {
            search.look();
            return a.occurrences > b.occurrences;
        });
        return found;
    });
}

} // namespace rapport::search
