// SPDX-License-Identifier: GPL-3.0-or-later
// Search in memos and in the codebook. Evaluated on the texts as they are now, so that a memo is found as
// soon as it is written.
#include "base/format.h"
#include "service/search_scope.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;
using base::Result;

namespace {

search::SearchOptions optionsFor(const SearchRequest& request) {
    search::SearchOptions options;
    options.limit = static_cast<std::size_t>(std::max<std::int64_t>(request.limit, 0));
    options.offset = static_cast<std::size_t>(std::max<std::int64_t>(request.offset, 0));
    options.sort = sortOrder(request.sort);
    options.wantsSuggestion = false;
    options.facets = request.facets;
    for (std::string& facet : options.facets)
        facet = facet == "prompt" ? "question" : facet;
    return options;
}

base::Status checkFacets(const SearchRequest& request, std::initializer_list<std::string_view> known) {
    for (const std::string& facet : request.facets) {
        if (std::find(known.begin(), known.end(), facet) == known.end())
            return base::fail(Errc::NotFound, base::said("there is no facet '{}' here", facet),
                              base::said("use {}", fmt::format("{}", fmt::join(known, " or "))));
    }
    return {};
}

SearchResult resultOf(const SearchRequest& request, const search::Query& query,
                      const search::SearchResult& found) {
    SearchResult result;
    result.query = request.query;
    result.parsed = search::describe(query);
    result.matches = static_cast<std::int64_t>(found.matches);
    for (const auto& [facet, values] : found.facets) {
        auto& counts = result.facets[facet == "question" ? "prompt" : facet];
        for (const search::FacetCount& value : values)
            counts[value.value] = static_cast<std::int64_t>(value.units);
    }
    return result;
}

/// A memo with the row of its unit; its number here is its place in the list, from 1.
struct ReadableMemo {
    model::Memo memo;
    store::UnitRow row;
    std::string author;
};

Result<std::vector<ReadableMemo>> readableMemos(const Session& session, const UnitNames& names,
                                                const UnitTexts& texts) {
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    RAPPORT_ASSIGN(const auto memos, session.impl().codings().memos());
    const model::RaterId own = session.viewer().rater;
    std::vector<ReadableMemo> readable;
    for (const model::Memo& memo : memos) {
        if (!own.isNone() && (memo.author != own || !names.maySee(memo.unit)))
            continue;
        RAPPORT_ASSIGN(store::UnitRow row, texts.row(memo.unit));
        const auto author = raters.find(memo.author);
        readable.push_back({memo, std::move(row), author == raters.end() ? "" : author->second.name});
    }
    return readable;
}

search::IndexedUnit indexedMemo(const ReadableMemo& memo, std::size_t number) {
    search::IndexedUnit unit = indexedUnit(memo.row);
    unit.id = model::UnitId(static_cast<std::int64_t>(number));
    unit.kind = "memo";
    unit.text = memo.memo.text;
    unit.date = base::isoText(memo.memo.time);
    unit.fields.emplace_back("rater", memo.author);
    return unit;
}

std::string textOf(const model::Code& code) {
    std::string text;
    const auto add = [&text](const model::LocalText& part) {
        for (const auto& [language, words] : part.byLanguage) {
            if (!words.empty())
                text += (text.empty() ? "" : "\n") + words;
        }
    };
    add(code.title);
    add(code.definition);
    add(code.use);
    add(code.avoid);
    for (const model::LocalText& example : code.examples)
        add(example);
    for (const model::LocalText& example : code.antiExamples)
        add(example);
    return text;
}

} // namespace

Result<SearchResult> searchMemos(Session& session, const SearchRequest& request, const base::Task& task) {
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    RAPPORT_ASSIGN(const search::Query query, readQuery(session, names, request.query));
    if (names.isBlindAnywhere())
        RAPPORT_TRY(checkFacets(request, {"rater", "prompt", "lang"}));
    RAPPORT_TRY(checkFacets(request, {"rater", "speaker", "prompt", "lang"}));
    UnitTexts texts(session);
    RAPPORT_ASSIGN(const auto memos, readableMemos(session, names, texts));
    search::SearchScope scope;
    for (std::size_t at = 0; at < memos.size(); ++at)
        scope.newer.push_back(indexedMemo(memos[at], at + 1));
    const StudyFilter units(session, names, task);
    // Fields speak of the unit a memo is on; rater: of who wrote it.
    const auto filter = [&](const search::FieldTest& test) -> Result<std::vector<model::UnitId>> {
        std::vector<model::UnitId> found;
        std::vector<model::UnitId> of;
        if (test.field != "rater") {
            RAPPORT_ASSIGN(of, units(test));
        }
        for (std::size_t at = 0; at < memos.size(); ++at) {
            const std::string author = search::foldedFieldValue(memos[at].author);
            const bool isBy = search::isValue(test, author);
            const bool isOn = std::binary_search(of.begin(), of.end(), memos[at].memo.unit);
            if (test.field == "rater" ? isBy : isOn)
                found.emplace_back(static_cast<std::int64_t>(at) + 1);
        }
        return found;
    };
    search::SearchOptions options = optionsFor(request);
    if (names.isBlindAnywhere())
        options.sort = search::SortOrder::Relevance;
    RAPPORT_ASSIGN(const search::SearchResult found, search::search(scope, query, filter, options, task));
    SearchResult result = resultOf(request, query, found);
    for (const search::SearchHit& each : found.hits) {
        const ReadableMemo& memo = memos[static_cast<std::size_t>(each.unit.value) - 1];
        RAPPORT_ASSIGN(SearchHit hit, hitIn(names, texts, memo.row));
        hit.place = SearchPlace::Memos;
        hit.author = memo.author;
        hit.score = each.score;
        showRanges(hit, memo.memo.text, query, 0);
        result.hits.push_back(std::move(hit));
    }
    return result;
}

Result<SearchResult> searchCodes(Session& session, const SearchRequest& request, const base::Task& task) {
    RAPPORT_ASSIGN(const search::Query query, search::parseQuery(request.query));
    RAPPORT_TRY(checkFacets(request, {}));
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    std::vector<const model::Code*> codes;
    for (const model::Variable& variable : codebook->variables) {
        for (const model::Code& code : variable.codes)
            codes.push_back(&code);
    }
    search::SearchScope scope;
    for (std::size_t at = 0; at < codes.size(); ++at) {
        search::IndexedUnit unit;
        unit.id = model::UnitId(static_cast<std::int64_t>(at) + 1);
        unit.kind = "code";
        unit.text = textOf(*codes[at]);
        unit.order = static_cast<std::int64_t>(at);
        scope.newer.push_back(std::move(unit));
    }
    const auto filter = [&](const search::FieldTest& test) -> Result<std::vector<model::UnitId>> {
        if (test.field != "code")
            return base::fail(Errc::InvalidArgument, base::said("a code has no {}", test.field),
                              "search the codebook by words, or by code:name");
        std::vector<model::UnitId> found;
        for (std::size_t at = 0; at < codes.size(); ++at) {
            const std::string name = search::foldedFieldValue(codes[at]->name);
            if (search::isValue(test, name))
                found.emplace_back(static_cast<std::int64_t>(at) + 1);
        }
        return found;
    };
    RAPPORT_ASSIGN(const search::SearchResult found,
                   search::search(scope, query, filter, optionsFor(request), task));
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    SearchResult result = resultOf(request, query, found);
    for (const search::SearchHit& each : found.hits) {
        const auto at = static_cast<std::size_t>(each.unit.value) - 1;
        SearchHit hit;
        hit.place = SearchPlace::Codes;
        hit.unitName = codes[at]->name;
        hit.title = codes[at]->title.in(properties.language);
        hit.score = each.score;
        showRanges(hit, scope.newer[at].text, query, 0);
        result.hits.push_back(std::move(hit));
    }
    return result;
}

} // namespace rapport::service
