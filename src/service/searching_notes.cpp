// SPDX-License-Identifier: GPL-3.0-or-later
// Search in memos and in the codebook: for a coordinator by their index, and what it has not seen on the
// texts as they are now; for a rater on the own memos alone.
#include "base/join.h"
#include "service/memo_index.h"
#include "service/neutral_order.h"
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
    options.wantsUnits = false;
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

/// Whose memo it is where the viewer may not read it is nobody's business: a rater reads the own ones on what
/// that one may see; a coordinator who rates too, all but others' on what is still to be rated.
class MayRead {
public:
    static Result<MayRead> read(const Session& session, const UnitNames& names) {
        RAPPORT_ASSIGN(StillToRate still, StillToRate::read(session));
        return MayRead(session.viewer().rater, names, std::move(still));
    }
    [[nodiscard]] bool operator()(model::UnitId unit, model::RaterId author) const {
        if (!m_own.isNone())
            return author == m_own && m_names->maySee(unit);
        return author.isNone() || author == m_still.self() || !m_still.holds(unit);
    }
    [[nodiscard]] bool isAll() const { return m_own.isNone() && m_still.isEmpty(); }

private:
    MayRead(model::RaterId own, const UnitNames& names, StillToRate still)
        : m_own(own)
        , m_names(&names)
        , m_still(std::move(still)) {}
    model::RaterId m_own;
    const UnitNames* m_names;
    StillToRate m_still;
};

/// What the index knows, and what came after it. `add` gives what changed after a position, all from 0 on.
using Addition = std::function<base::Status(std::int64_t after, search::IndexBatch& batch)>;
base::Status fillScope(const Session& session, const search::Query& query, search::IndexReader& reader,
                       const Addition& add, const base::Task& task, search::SearchScope& scope) {
    const bool isIndexed = session.viewer().isCoordinator();
    if (isIndexed) {
        RAPPORT_ASSIGN(reader, openReader(session, memoContent(session, task), task));
        RAPPORT_ASSIGN(const std::int64_t truth, session.position());
        RAPPORT_TRY(letGoOfOldTexts(session, reader, truth));
        scope.reader = &reader;
    }
    std::int64_t seen = isIndexed ? reader.cursor() : 0;
    // Without an index everything is read anyway.
    if (seen > 0 && search::needsTokens(query.root)) {
        RAPPORT_ASSIGN(scope.tokens, noteTokensOf(session, task));
        seen = std::min(seen, scope.tokens->position());
    }
    search::IndexBatch batch;
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    if (seen == 0 || seen < truth)
        RAPPORT_TRY(add(seen, batch));
    scope.newer = std::move(batch.changed);
    scope.gone = std::move(batch.deleted);
    // Where the index fails every text is looked at.
    scope.everyUnit = [&add](const search::UnitVisitor& visit) -> base::Status {
        search::IndexBatch all;
        RAPPORT_TRY(add(0, all));
        for (const search::IndexedUnit& unit : all.changed)
            visit(unit);
        return {};
    };
    return {};
}

search::Query visibleAlone(search::Query query) {
    search::QueryNode visible;
    visible.kind = search::QueryNode::Kind::Field;
    visible.field = visibleField;
    visible.value = "yes";
    search::QueryNode both;
    both.kind = search::QueryNode::Kind::And;
    both.children = {std::move(query.root), std::move(visible)};
    query.root = std::move(both);
    return query;
}

/// Authors stand in the index by number.
void nameAuthors(SearchResult& result, const std::map<model::RaterId, model::Rater>& raters) {
    const auto counted = result.facets.find("rater");
    if (counted == result.facets.end())
        return;
    std::map<std::string, std::int64_t> named;
    for (const auto& [number, count] : counted->second) {
        for (const auto& [id, rater] : raters) {
            if (std::to_string(id.value) == number)
                named[rater.name] += count;
        }
    }
    counted->second = std::move(named);
}

} // namespace

Result<SearchResult> searchMemos(Session& session, const SearchRequest& request, const base::Task& task) {
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    RAPPORT_ASSIGN(const search::Query query, readQuery(session, names, request.query));
    if (names.isBlindAnywhere())
        RAPPORT_TRY(checkFacets(request, {"rater", "prompt", "lang"}));
    RAPPORT_TRY(checkFacets(request, {"rater", "speaker", "prompt", "lang"}));
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    RAPPORT_ASSIGN(const MayRead mayRead, MayRead::read(session, names));
    const Addition add = [&](std::int64_t after, search::IndexBatch& batch) -> base::Status {
        RAPPORT_TRY(addMemosAfter(session, after, session.viewer().rater, task, batch));
        if (!mayRead.isAll() && !session.viewer().isCoordinator())
            std::erase_if(batch.changed, [&](const search::IndexedUnit& memo) {
                return !mayRead(model::UnitId(memo.order), session.viewer().rater);
            });
        return {};
    };
    search::IndexReader reader = search::IndexReader::none();
    search::SearchScope scope;
    RAPPORT_TRY(fillScope(session, query, reader, add, task, scope));
    const StudyFilter units(session, names, task);
    std::vector<store::MemoPlace> places;
    const auto placesOf = [&](const auto& isWanted) -> Result<std::vector<model::UnitId>> {
        if (places.empty()) {
            RAPPORT_ASSIGN(places, session.impl().codings().memoPlaces());
        }
        std::vector<model::UnitId> found;
        for (const store::MemoPlace& place : places) {
            if (isWanted(place))
                found.push_back(memoDocument(place.number));
        }
        return found;
    };
    // What is still to be rated answers to no question about where it is from: not by a memo on it either.
    // Nor is it in what others did or did not.
    RAPPORT_ASSIGN(const std::int64_t leftOut, leftOutOf(session, query));
    const bool isPlaceAsked = names.hidesAnyPlace() && (leftOut > 0 || namesSource(query.root));
    // Fields speak of the unit a memo is on; rater: of who wrote it.
    const auto filter = [&](const search::FieldTest& test) -> Result<std::vector<model::UnitId>> {
        if (test.field == visibleField)
            return placesOf([&](const store::MemoPlace& place) {
                return mayRead(place.unit, place.author) && !(isPlaceAsked && names.hidesPlace(place.unit));
            });
        if (test.field == "rater")
            return placesOf([&](const store::MemoPlace& place) {
                const auto author = raters.find(place.author);
                return author != raters.end() &&
                       search::isValue(test, search::foldedFieldValue(author->second.name));
            });
        RAPPORT_ASSIGN(const std::vector<model::UnitId> of, units(test));
        return placesOf([&](const store::MemoPlace& place) {
            return std::binary_search(of.begin(), of.end(), place.unit);
        });
    };
    search::SearchOptions options = optionsFor(request);
    options.kinds = {memoKind};
    const search::SearchOptions wanted = options;
    options.wantsUnits = names.hidesAnyPlace();
    if (names.hidesAnyPlace())
        askForAllHits(options, names);
    RAPPORT_ASSIGN(search::SearchResult found,
                   search::search(scope, mayRead.isAll() && !isPlaceAsked ? query : visibleAlone(query),
                                  filter, options, task));
    std::vector<model::UnitId> counted;
    if (names.hidesAnyPlace()) {
        // Memos that came by an import, or were written along a list, have the order of that.
        std::map<model::UnitId, model::UnitId> unitOf;
        RAPPORT_ASSIGN(places, session.impl().codings().memoPlaces());
        for (const store::MemoPlace& place : places)
            unitOf.emplace(memoDocument(place.number), place.unit);
        inNeutralOrder(found.hits, names, wanted.offset, wanted.limit,
                       [&unitOf](const search::SearchHit& hit) {
                           const auto unit = unitOf.find(hit.unit);
                           return unit == unitOf.end() ? model::UnitId() : unit->second;
                       });
        for (const model::UnitId memo : found.units) {
            if (const auto unit = unitOf.find(memo); unit != unitOf.end())
                counted.push_back(unit->second);
        }
    }
    SearchResult result = resultOf(request, query, found);
    result.leftOutToRate = leftOut;
    RAPPORT_TRY(leaveOutHidden(session, names, std::move(counted), result.facets));
    nameAuthors(result, raters);
    UnitTexts texts(session);
    for (const search::SearchHit& each : found.hits) {
        if (task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(const auto memo, session.impl().codings().memoNumbered(memoNumber(each.unit)));
        if (!memo)
            return base::fail(Errc::StudyDamaged, "a memo that was found is not there",
                              "run: rapport check STUDY");
        RAPPORT_ASSIGN(const store::UnitRow row, texts.row(memo->memo.unit));
        RAPPORT_ASSIGN(SearchHit hit, hitIn(names, texts, row));
        const auto author = raters.find(memo->memo.author);
        hit.place = SearchPlace::Memos;
        hit.author = author == raters.end() ? "" : author->second.name;
        hit.score = each.score;
        showRanges(hit, memo->memo.text, query, 0, 0);
        result.hits.push_back(std::move(hit));
    }
    return result;
}

Result<SearchResult> searchCodes(Session& session, const SearchRequest& request, const base::Task& task) {
    RAPPORT_ASSIGN(const search::Query query, search::parseQuery(request.query));
    RAPPORT_TRY(checkFacets(request, {}));
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    std::map<model::UnitId, const model::Code*> codes;
    for (const model::Variable& variable : codebook->variables) {
        for (const model::Code& code : variable.codes)
            codes.emplace(codeDocument(code.id), &code);
    }
    const Addition add = [&session](std::int64_t after, search::IndexBatch& batch) {
        return addCodesAfter(session, after, batch);
    };
    search::IndexReader reader = search::IndexReader::none();
    search::SearchScope scope;
    RAPPORT_TRY(fillScope(session, query, reader, add, task, scope));
    const auto filter = [&](const search::FieldTest& test) -> Result<std::vector<model::UnitId>> {
        if (test.field != "code")
            return base::fail(Errc::InvalidArgument, base::said("a code has no {}", test.field),
                              "search the codebook by words, or by code:name");
        std::vector<model::UnitId> found;
        for (const auto& [document, code] : codes) {
            if (search::isValue(test, search::foldedFieldValue(code->name)))
                found.push_back(document);
        }
        return found;
    };
    search::SearchOptions options = optionsFor(request);
    options.kinds = {codeKind};
    RAPPORT_ASSIGN(const search::SearchResult found, search::search(scope, query, filter, options, task));
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    SearchResult result = resultOf(request, query, found);
    for (const search::SearchHit& each : found.hits) {
        const auto code = codes.find(each.unit);
        if (code == codes.end())
            continue; // another took it away at this moment
        SearchHit hit;
        hit.place = SearchPlace::Codes;
        hit.unitName = code->second->name;
        hit.title = code->second->title.in(properties.language);
        hit.score = each.score;
        showRanges(hit, textOf(*code->second), query, 0, 0);
        result.hits.push_back(std::move(hit));
    }
    return result;
}

} // namespace rapport::service
