// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/searching.h"

#include "base/format.h"
#include "search/expansion.h"
#include "search/shards.h"
#include "search/similar.h"
#include "service/neutral_order.h"
#include "service/own_rating.h"
#include "service/rating.h"
#include "service/search_scope.h"

#include <algorithm>
#include <numeric>

namespace rapport::service {

namespace {

using base::Errc;

std::string indexedFacet(const std::string& facet) {
    if (facet == "prompt")
        return "question";
    return facet;
}

base::Status addAttributeFacet(const Session& session, const std::string& attribute,
                               const std::vector<model::UnitId>& units,
                               std::map<std::string, std::int64_t>& counts) {
    RAPPORT_ASSIGN(const auto values, AttributeOfUnits::read(session, attribute));
    return session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        if (std::binary_search(units.begin(), units.end(), row.unit.id)) {
            if (const std::string* const value = values.of(row); value != nullptr)
                ++counts[*value];
        }
        return true;
    });
}

/// In the order found. Texts are read source by source: many hits in one transcript read it
/// once.
base::Result<std::vector<SearchHit>> hitsOf(const Session& session, const UnitNames& names,
                                            const std::vector<search::SearchHit>& found,
                                            const search::Query& query, const base::Task& task) {
    UnitTexts texts(session);
    std::vector<store::UnitRow> rows;
    std::vector<std::size_t> order(found.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (const search::SearchHit& each : found) {
        if (task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(store::UnitRow row, texts.row(each.unit));
        rows.push_back(std::move(row));
    }
    std::stable_sort(order.begin(), order.end(), [&rows](std::size_t a, std::size_t b) {
        return rows[a].unit.source < rows[b].unit.source;
    });
    std::vector<SearchHit> hits(found.size());
    for (const std::size_t at : order) {
        if (task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(hits[at], hitIn(names, texts, rows[at]));
        hits[at].score = found[at].score;
        RAPPORT_ASSIGN(const std::string text, texts.text(rows[at].unit));
        const std::int64_t start = rows[at].unit.range.begin.value;
        showRanges(hits[at], text, query, start, names.hidesPlace(rows[at].unit.id) ? 0 : start);
    }
    return hits;
}

} // namespace

search::SortOrder sortOrder(SearchSort sort) {
    switch (sort) {
    case SearchSort::Source:
        return search::SortOrder::Source;
    case SearchSort::Date:
        return search::SortOrder::Date;
    case SearchSort::Relevance:
        break;
    }
    return search::SortOrder::Relevance;
}

void showRanges(SearchHit& hit, const std::string& text, const search::Query& query, std::int64_t start,
                std::int64_t toldStart) {
    const auto ranges = search::highlight(text, query);
    const search::Snippet snippet = search::snippet(text, ranges);
    hit.snippet = snippet.text;
    hit.snippetRanges = snippet.ranges;
    for (const text::TextRange& range : ranges) {
        hit.ranges.push_back(text::textRange(range.begin.value + start, range.end.value + start));
        hit.toldRanges.push_back(text::textRange(range.begin.value + toldStart, range.end.value + toldStart));
    }
}

base::Result<SearchHit> hitIn(const UnitNames& names, UnitTexts& texts, const store::UnitRow& row) {
    SearchHit hit;
    hit.unit = row.unit.id;
    hit.source = row.unit.source;
    hit.unitName = names.shown(row.unit, model::RoundId{});
    hit.kind = row.unit.kind;
    hit.prompt = row.prompt;
    hit.title = hit.unitName;
    // Where a text comes from, and how far into it, would tell whose it is.
    if (names.hidesPlace(row.unit.id))
        return hit;
    RAPPORT_ASSIGN(hit.sourceGuid, texts.guid(row.unit.source));
    hit.page = row.page;
    hit.speaker = row.speaker;
    hit.title = row.sourceName;
    return hit;
}

base::Result<SearchResult> search(Session& session, const SearchRequest& request, const base::Task& task) {
    const StopsReading stops(session, task);
    if (request.place == SearchPlace::Memos)
        return searchMemos(session, request, task);
    if (request.place == SearchPlace::Codes)
        return searchCodes(session, request, task);
    RAPPORT_ASSIGN(const auto attributes, attributeNames(session));
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    RAPPORT_ASSIGN(const search::Query query, readQuery(session, names, request.query));
    SearchResult result;
    result.query = request.query;
    result.parsed = search::describe(query);
    RAPPORT_ASSIGN(result.leftOutToRate, leftOutOf(session, query));
    search::SearchOptions options;
    options.limit = static_cast<std::size_t>(std::max<std::int64_t>(request.limit, 0));
    options.offset = static_cast<std::size_t>(std::max<std::int64_t>(request.offset, 0));
    options.sort = sortOrder(request.sort);
    const search::SearchOptions wanted = options;
    if (names.hidesAnyPlace())
        askForAllHits(options, names);
    options.wantsSuggestion = session.viewer().isCoordinator();
    std::vector<std::string> attributeFacets;
    for (const std::string& facet : request.facets) {
        if (std::find(attributes.begin(), attributes.end(), facet) != attributes.end())
            attributeFacets.push_back(facet);
        else if (search::isIndexedField(indexedFacet(facet)))
            options.facets.push_back(indexedFacet(facet));
        else
            return base::fail(Errc::NotFound, base::said("there is no facet '{}'", facet),
                              "use speaker, prompt, lang, source or an attribute");
    }
    options.wantsUnits = !attributeFacets.empty() || names.hidesAnyPlace();
    RAPPORT_ASSIGN(search::SearchResult found, findUnits(session, names, query, options, task));
    if (names.hidesAnyPlace())
        inNeutralOrder(found.hits, names, wanted.offset, wanted.limit,
                       [](const search::SearchHit& hit) { return hit.unit; });
    result.matches = static_cast<std::int64_t>(found.matches);
    result.suggestion = found.suggestion.value_or(std::string());
    for (const auto& [facet, values] : found.facets) {
        if ((facet == "source" || facet == "speaker") && names.isBlindAnywhere())
            continue;
        auto& counts = result.facets[facet == "question" ? "prompt" : facet];
        for (const search::FacetCount& value : values)
            counts[value.value] = static_cast<std::int64_t>(value.units);
    }
    RAPPORT_TRY(leaveOutHidden(session, names, found.units, result.facets));
    for (const std::string& attribute : attributeFacets)
        RAPPORT_TRY(addAttributeFacet(session, attribute, found.units, result.facets[attribute]));
    RAPPORT_ASSIGN(result.hits, hitsOf(session, names, found.hits, query, task));
    return result;
}

base::Result<SearchResult> similarTexts(Session& session, const SimilarRequest& request,
                                        const base::Task& task) {
    const StopsReading stops(session, task);
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    std::vector<model::UnitId> examples;
    std::int64_t leftOut = 0;
    for (const std::string& name : request.units) {
        RAPPORT_ASSIGN(const model::Unit unit, findUnit(session, name));
        if (!names->maySee(unit.id))
            return base::fail(Errc::NotFound, base::said("there is no unit '{}'", name));
        // Its neighbours by its own name would tell its neutral one.
        if (session.viewer().isCoordinator() && names->hidesPlace(unit.id) &&
            name != names->shown(unit, model::RoundId{}))
            return base::fail(Errc::Refused, "you still have to rate this unit yourself",
                              "until it is completed it is found by its neutral name alone");
        examples.push_back(unit.id);
    }
    if (!request.code.empty()) {
        RAPPORT_ASSIGN(const CodedBy coded, readCodedBy(session, request.code));
        for (const model::CodeId code : coded.codes) {
            RAPPORT_ASSIGN(const auto with,
                           session.impl().codings().unitsCoded(code, session.viewer().isCoordinator()
                                                                         ? coded.rater
                                                                         : session.viewer().rater));
            examples.insert(examples.end(), with.begin(), with.end());
        }
        RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
        std::erase_if(examples, [&still](model::UnitId unit) { return still.holds(unit); });
        if (coded.rater != still.self())
            leftOut = static_cast<std::int64_t>(still.units().size());
    }
    if (examples.empty())
        return base::fail(Errc::InvalidArgument, "there is no text to find more like",
                          "name units, or a code that was given");
    RAPPORT_ASSIGN(search::IndexReader reader, indexReader(session, task));
    // What the viewer may not see is left out afterwards, so more are asked for.
    const std::size_t wanted = static_cast<std::size_t>(std::max<std::int64_t>(request.limit, 1));
    const std::size_t asked = session.viewer().isCoordinator() ? wanted : reader.unitCount();
    RAPPORT_ASSIGN(search::SimilarUnits similar, search::similarUnits(reader, examples, asked, task));
    std::erase_if(similar.hits, [&names](const search::SearchHit& hit) { return !names->maySee(hit.unit); });
    if (names->hidesAnyPlace())
        inNeutralOrder(similar.hits, *names, 0, wanted,
                       [](const search::SearchHit& hit) { return hit.unit; });
    if (similar.hits.size() > wanted)
        similar.hits.resize(wanted);
    SearchResult result;
    result.leftOutToRate = leftOut;
    result.query = search::queryOfForms(similar.words);
    RAPPORT_ASSIGN(const search::Query query, search::parseQuery(result.query));
    result.parsed = search::describe(query);
    result.matches = static_cast<std::int64_t>(similar.hits.size());
    RAPPORT_ASSIGN(result.hits, hitsOf(session, *names, similar.hits, query, task));
    return result;
}

base::Result<std::vector<std::string>> splitIndex(Session& session, std::int64_t parts,
                                                  const std::string& folder, const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "split the index"));
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    RAPPORT_ASSIGN(const auto made,
                   search::splitIndex(session.impl().environment.cacheFolder, guid,
                                      static_cast<std::size_t>(std::max<std::int64_t>(parts, 0)), folder,
                                      task));
    std::vector<std::string> paths;
    for (const auto& path : made)
        paths.push_back(path.string());
    return paths;
}

base::Status useServers(Session& session, const std::vector<std::string>& servers) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    return search::useShards(session.impl().environment.cacheFolder, guid, servers);
}

base::Result<std::vector<std::string>> searchFields(Session& session) {
    RAPPORT_ASSIGN(const auto attributes, attributeNames(session));
    return search::fieldNames(attributes);
}

} // namespace rapport::service
