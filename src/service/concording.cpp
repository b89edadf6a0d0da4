// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/concordance.h"
#include "service/search_scope.h"

#include <algorithm>
#include <limits>

namespace rapport::service {

namespace {

search::ConcordanceSort concordanceSort(ConcordanceOrder order) {
    switch (order) {
    case ConcordanceOrder::Left1:
        return search::ConcordanceSort::Left1;
    case ConcordanceOrder::Left2:
        return search::ConcordanceSort::Left2;
    case ConcordanceOrder::Right1:
        return search::ConcordanceSort::Right1;
    case ConcordanceOrder::Right2:
        return search::ConcordanceSort::Right2;
    case ConcordanceOrder::Source:
        break;
    }
    return search::ConcordanceSort::Source;
}
} // namespace

base::Result<ConcordanceResult> concordance(Session& session, const ConcordanceRequest& request,
                                            const base::Task& task) {
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    RAPPORT_ASSIGN(const search::Query query, readQuery(session, names, request.query));
    ConcordanceResult result;
    result.query = request.query;
    result.parsed = search::describe(query);
    search::SearchOptions options;
    options.limit = std::numeric_limits<std::int32_t>::max();
    options.sort = search::SortOrder::Source;
    options.wantsSuggestion = false;
    RAPPORT_ASSIGN(const search::SearchResult found, findUnits(session, names, query, options, task));
    std::vector<model::UnitId> units;
    units.reserve(found.hits.size());
    for (const search::SearchHit& hit : found.hits)
        units.push_back(hit.unit);
    UnitTexts texts(session);
    if (names.isBlindAnywhere()) {
        // The study's order would tell who wrote what: neutral names have an order of their own.
        std::vector<std::pair<std::string, model::UnitId>> named;
        for (const model::UnitId unit : units) {
            RAPPORT_ASSIGN(const store::UnitRow row, texts.row(unit));
            named.emplace_back(names.shown(row.unit, model::RoundId{}), unit);
        }
        std::sort(named.begin(), named.end());
        std::transform(named.begin(), named.end(), units.begin(),
                       [](const auto& each) { return each.second; });
    }
    search::ConcordanceOptions lines;
    lines.width = request.width;
    lines.sort = concordanceSort(request.sort);
    const std::int64_t limit = std::max<std::int64_t>(request.limit.value_or(0), 0);
    lines.limit = static_cast<std::size_t>(limit);
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    lines.language = properties.language;
    RAPPORT_ASSIGN(const search::Concordance made, search::concordance(
                                                       units,
                                                       [&](model::UnitId unit) -> base::Result<std::string> {
                                                           RAPPORT_ASSIGN(const store::UnitRow row,
                                                                          texts.row(unit));
                                                           return texts.text(row.unit);
                                                       },
                                                       query, lines, task));
    result.total = static_cast<std::int64_t>(made.total);
    if (request.limit && limit == 0)
        return result;
    store::UnitRow row;
    for (const search::ConcordanceLine& each : made.lines) {
        if (row.unit.id != each.unit) {
            RAPPORT_ASSIGN(row, texts.row(each.unit));
        }
        ConcordanceLine line;
        line.unit = each.unit;
        RAPPORT_ASSIGN(line.sourceGuid, texts.guid(row.unit.source));
        line.unitName = names.shown(row.unit, model::RoundId{});
        line.speaker = row.speaker;
        line.left = each.left;
        line.match = each.match;
        line.right = each.right;
        const std::int64_t start = row.unit.range.begin.value;
        line.range = text::textRange(each.range.begin.value + start, each.range.end.value + start);
        result.lines.push_back(std::move(line));
    }
    return result;
}

} // namespace rapport::service
