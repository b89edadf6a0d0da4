// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/searching.h"

#include "base/format.h"
#include "search/concordance.h"
#include "search/search.h"
#include "service/unit_names.h"
#include "text/fold.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace rapport::service {

namespace {

using base::Errc;

/// A lagging index of at most so many units is caught up before a search; more are scanned, and the index is
/// caught up in the background.
constexpr std::int64_t caughtUpAtOnce = 5000;

/// Never typed by people: narrows a rater's search to what that rater may see.
constexpr const char* visibleField = "visible";

bool isSearched(model::UnitKind kind) {
    return kind == model::UnitKind::Answer || kind == model::UnitKind::Turn;
}

search::IndexedUnit indexed(const store::UnitRow& row) {
    search::IndexedUnit unit;
    unit.id = row.unit.id;
    unit.kind = model::name(row.unit.kind);
    unit.text = row.text;
    unit.order = row.unit.ordinal;
    unit.fields.emplace_back("source", row.sourceName);
    if (!row.speaker.empty())
        unit.fields.emplace_back("speaker", row.speaker);
    if (!row.prompt.empty())
        unit.fields.emplace_back("question", row.prompt);
    if (!row.language.empty())
        unit.fields.emplace_back("lang", row.language);
    return unit;
}

base::Result<base::Guid> studyGuid(const Session& session) {
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    return properties.guid;
}

/// Batches of units after a journal position, for Index::apply and Index::rebuild.
search::BatchSource batches(const Session& session, std::int64_t after, std::int64_t truth,
                            const base::Task& task) {
    // Units are read in order of id, a batch at a time; ids rise with the journal.
    auto lastId = std::make_shared<model::UnitId>();
    auto done = std::make_shared<bool>(false);
    return [&session, after, truth, lastId, done, &task](search::IndexBatch& batch) -> base::Result<bool> {
        if (*done)
            return false;
        if (task.isStopped())
            return base::Task::cancelled();
        std::size_t read = 0;
        const auto take = [&](const store::UnitRow& row) {
            *lastId = row.unit.id;
            if (isSearched(row.unit.kind))
                batch.changed.push_back(indexed(row));
            return ++read < search::preferredBatchSize;
        };
        if (after == 0) {
            RAPPORT_TRY(session.impl().sources().forEachUnit(*lastId, true, take));
        } else {
            // What came after a position is little; one batch holds it.
            RAPPORT_TRY(
                session.impl().sources().forEachUnitAfter(after, true, [&](const store::UnitRow& row) {
                    take(row);
                    return true;
                }));
            read = 0;
        }
        *done = read < search::preferredBatchSize;
        batch.cursor = *done ? truth : 0;
        return true;
    };
}

base::Result<IndexReport> bringUpToDate(const Session& session, search::Index& index, bool rebuild,
                                        const base::Task& task) {
    IndexReport report;
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    report.outcome = index.state() == search::IndexState::Current ? "current" : "updated";
    if (rebuild || index.cursor() == 0) {
        report.outcome = "rebuilt";
        RAPPORT_TRY(index.rebuild(batches(session, 0, truth, task), truth, task));
    } else if (index.cursor() < truth) {
        search::IndexBatch batch;
        RAPPORT_ASSIGN(const bool any, batches(session, index.cursor(), truth, task)(batch));
        static_cast<void>(any);
        batch.cursor = truth;
        RAPPORT_TRY(index.apply(batch, task));
        if (index.cursor() < truth) {
            report.outcome = "rebuilt";
            RAPPORT_TRY(index.rebuild(batches(session, 0, truth, task), truth, task));
        }
    }
    report.units = static_cast<std::int64_t>(index.unitCount());
    report.position = index.cursor();
    return report;
}

std::int64_t unitsAfter(const Session& session, std::int64_t cursor) {
    std::int64_t count = 0;
    static_cast<void>(session.impl().sources().forEachUnitAfter(
        cursor, false, [&count](const store::UnitRow&) { return ++count <= caughtUpAtOnce; }));
    return count;
}

/// Answers code:, rater:, coded:, memo:, attributes.
class StudyFilter {
public:
    StudyFilter(const Session& session, const UnitNames& names)
        : m_session(&session)
        , m_names(&names) {}

    base::Result<std::vector<model::UnitId>> operator()(const search::FieldTest& test) const {
        const auto& impl = m_session->impl();
        if (test.field == visibleField)
            return allUnits([this](const store::UnitRow& row) { return m_names->maySee(row.unit.id); });
        const model::RaterId own = m_session->viewer().rater;
        if (test.field == "code")
            return coded(test, own);
        if (test.field == "coded") {
            RAPPORT_ASSIGN(auto with, impl.codings().unitsCoded(model::CodeId{}, own));
            if (test.value == "yes" || test.value == "ja")
                return with;
            return allUnits([&with](const store::UnitRow& row) {
                return !std::binary_search(with.begin(), with.end(), row.unit.id);
            });
        }
        if (test.field == "rater")
            return byRater(test, own);
        if (test.field == "memo") {
            RAPPORT_ASSIGN(const auto memos, impl.codings().memos());
            std::vector<model::UnitId> units;
            for (const model::Memo& memo : memos) {
                if ((own.isNone() || memo.author == own) &&
                    text::fold(memo.text).find(test.value) != std::string::npos)
                    units.push_back(memo.unit);
            }
            return sorted(std::move(units));
        }
        return byAttribute(test);
    }

private:
    static std::vector<model::UnitId> sorted(std::vector<model::UnitId> units) {
        std::sort(units.begin(), units.end());
        units.erase(std::unique(units.begin(), units.end()), units.end());
        return units;
    }

    template<typename Condition>
    base::Result<std::vector<model::UnitId>> allUnits(const Condition& condition) const {
        std::vector<model::UnitId> units;
        RAPPORT_TRY(
            m_session->impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
                if (condition(row))
                    units.push_back(row.unit.id);
                return true;
            }));
        return units;
    }

    static bool isNamed(const search::FieldTest& test, const std::string& name) {
        const std::string folded = search::foldedFieldValue(name);
        return test.isPrefix ? folded.starts_with(test.value) : folded == test.value;
    }

    base::Result<std::vector<model::UnitId>> coded(const search::FieldTest& test, model::RaterId own) const {
        RAPPORT_ASSIGN(const auto codebook, m_session->codebook());
        std::vector<model::UnitId> units;
        bool isKnown = false;
        for (const model::Variable& variable : codebook->variables) {
            for (const model::Code& code : variable.codes) {
                const bool isMeant = isNamed(test, code.name) || isNamed(test, code.title.in("en")) ||
                                     isNamed(test, code.title.in("nl"));
                if (!isMeant)
                    continue;
                isKnown = true;
                RAPPORT_ASSIGN(const auto with, m_session->impl().codings().unitsCoded(code.id, own));
                units.insert(units.end(), with.begin(), with.end());
            }
        }
        if (!isKnown)
            return base::fail(Errc::NotFound, fmt::format("there is no code '{}'", test.value),
                              "see: rapport codebook STUDY show");
        return sorted(std::move(units));
    }

    base::Result<std::vector<model::UnitId>> byRater(const search::FieldTest& test,
                                                     model::RaterId own) const {
        RAPPORT_ASSIGN(const auto raters, m_session->raters());
        std::vector<model::UnitId> units;
        bool isKnown = false;
        for (const model::Rater& rater : raters) {
            if (!isNamed(test, rater.name))
                continue;
            isKnown = true;
            if (!own.isNone() && rater.id != own)
                return base::fail(Errc::Refused, "a rater searches the own codings only");
            RAPPORT_ASSIGN(const auto with,
                           m_session->impl().codings().unitsCoded(model::CodeId{}, rater.id));
            units.insert(units.end(), with.begin(), with.end());
            store::CodingFilter filter;
            filter.rater = rater.id;
            RAPPORT_ASSIGN(const auto ratings, m_session->impl().codings().ratings(filter));
            for (const model::Rating& rating : ratings)
                units.push_back(rating.unit);
        }
        if (!isKnown)
            return base::fail(Errc::NotFound, fmt::format("there is no rater '{}'", test.value));
        return sorted(std::move(units));
    }

    base::Result<std::vector<model::UnitId>> byAttribute(const search::FieldTest& test) const {
        RAPPORT_ASSIGN(const auto attributes, m_session->impl().participants().attributes());
        for (const model::Attribute& attribute : attributes) {
            if (text::fold(attribute.name) != text::fold(test.field))
                continue;
            if (attribute.isBlinded && !m_session->viewer().isCoordinator())
                return base::fail(Errc::Refused, fmt::format("'{}' is hidden from raters", attribute.name));
            RAPPORT_ASSIGN(const auto values, m_session->impl().participants().valuesOf(attribute.name));
            return allUnits([&](const store::UnitRow& row) {
                const auto value = values.find(row.unit.participant);
                return value != values.end() && isNamed(test, value->second);
            });
        }
        return base::fail(Errc::NotFound, fmt::format("there is no attribute '{}'", test.field));
    }

    const Session* m_session;
    const UnitNames* m_names;
};

base::Result<std::vector<std::string>> attributeNames(const Session& session) {
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    std::vector<std::string> names;
    for (const model::Attribute& attribute : attributes) {
        if (session.viewer().isCoordinator() || !attribute.isBlinded)
            names.push_back(attribute.name);
    }
    return names;
}

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

std::string indexedFacet(const std::string& facet) {
    if (facet == "prompt")
        return "question";
    return facet;
}

base::Status addAttributeFacet(const Session& session, const std::string& attribute,
                               const std::vector<model::UnitId>& units,
                               std::map<std::string, std::int64_t>& counts) {
    RAPPORT_ASSIGN(const auto values, session.impl().participants().valuesOf(attribute));
    return session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        if (std::binary_search(units.begin(), units.end(), row.unit.id)) {
            if (const auto value = values.find(row.unit.participant); value != values.end())
                ++counts[value->second];
        }
        return true;
    });
}

/// A source's name is its participant's: a blind rater may not ask for it, nor sort by the order in which
/// people came.
bool namesSource(const search::QueryNode& node) {
    return (node.kind == search::QueryNode::Kind::Field && node.field == "source") ||
           std::any_of(node.children.begin(), node.children.end(), namesSource);
}

base::Result<SearchHit> hitOf(const Session& session, const UnitNames& names, const search::SearchHit& found,
                              const search::Query& query) {
    RAPPORT_ASSIGN(const auto row, session.impl().sources().unit(found.unit, true));
    if (!row)
        return base::fail(Errc::StudyDamaged, "a unit that was found is not there",
                          "run: rapport check STUDY");
    SearchHit hit;
    hit.unit = found.unit;
    hit.score = found.score;
    hit.source = row->unit.source;
    hit.unitName = names.shown(row->unit, model::RoundId{});
    hit.kind = row->unit.kind;
    hit.prompt = row->prompt;
    hit.speaker = row->speaker;
    RAPPORT_ASSIGN(const auto source, session.impl().sources().source(row->unit.source));
    if (source) {
        hit.sourceGuid = source->guid;
        hit.title = names.isBlindAnywhere() ? hit.unitName : source->name;
    }
    const auto ranges = search::highlight(row->text, query);
    const search::Snippet snippet = search::snippet(row->text, ranges);
    hit.snippet = snippet.text;
    hit.snippetRanges = snippet.ranges;
    const std::int64_t start = row->unit.range.begin.value;
    for (const text::TextRange& range : ranges)
        hit.ranges.push_back(text::textRange(range.begin.value + start, range.end.value + start));
    return hit;
}

/// Runs a query that was read, for whoever is looking.
base::Result<search::SearchResult> find(const Session& session, const UnitNames& names, search::Query query,
                                        const search::SearchOptions& options, const base::Task& task) {
    if (names.isBlindAnywhere() && namesSource(query.root))
        return base::fail(Errc::Refused, "while a blind round is running, raters do not search by source");
    if (!session.viewer().isCoordinator()) {
        search::QueryNode visible;
        visible.kind = search::QueryNode::Kind::Field;
        visible.field = visibleField;
        visible.value = "yes";
        search::QueryNode both;
        both.kind = search::QueryNode::Kind::And;
        both.children = {std::move(query.root), std::move(visible)};
        query.root = std::move(both);
    }

    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    const std::string& cache = session.impl().environment.cacheFolder;
    search::IndexReader reader = search::IndexReader::open(cache, guid);
    reader.refresh();
    if (reader.cursor() < truth && unitsAfter(session, reader.cursor()) <= caughtUpAtOnce) {
        // A cache that cannot be written is no reason not to search: what it lacks is scanned.
        auto index = search::Index::open(cache, guid, truth, task);
        if (index && bringUpToDate(session, *index, false, task)) {
            reader = index->reader();
            reader.refresh();
        }
        if (task.isStopped())
            return base::Task::cancelled();
    }
    search::SearchScope scope;
    scope.reader = &reader;
    if (reader.cursor() < truth) {
        RAPPORT_TRY(
            session.impl().sources().forEachUnitAfter(reader.cursor(), true, [&](const store::UnitRow& row) {
                if (isSearched(row.unit.kind))
                    scope.newer.push_back(indexed(row));
                return !task.isStopped();
            }));
    }
    scope.everyUnit = [&session](const search::UnitVisitor& visit) {
        return session.impl().sources().forEachUnit(model::UnitId{}, true, [&](const store::UnitRow& row) {
            if (isSearched(row.unit.kind))
                visit(indexed(row));
            return true;
        });
    };
    return search::search(scope, query, StudyFilter(session, names), options, task);
}

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

base::Result<IndexReport> updateIndex(Session& session, bool rebuild, const base::Task& task) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    RAPPORT_ASSIGN(search::Index index,
                   search::Index::open(session.impl().environment.cacheFolder, guid, truth, task));
    return bringUpToDate(session, index, rebuild, task);
}

base::Result<IndexReport> verifyIndex(Session& session, const base::Task& task) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    RAPPORT_ASSIGN(search::Index index,
                   search::Index::open(session.impl().environment.cacheFolder, guid, truth, task));
    IndexReport report;
    report.outcome = search::name(index.state());
    report.units = static_cast<std::int64_t>(index.unitCount());
    report.position = index.cursor();
    RAPPORT_ASSIGN(const bool isSound, index.verify(task));
    if (!isSound)
        report.problems.emplace_back("the index is damaged; rapport index STUDY --rebuild makes it anew");
    std::int64_t expected = 0;
    RAPPORT_TRY(
        session.impl().sources().forEachUnit(model::UnitId{}, false, [&expected](const store::UnitRow& row) {
            expected += isSearched(row.unit.kind) ? 1 : 0;
            return true;
        }));
    if (index.state() == search::IndexState::Current && expected != report.units)
        report.problems.push_back(
            fmt::format("the index holds {} units, the study {}", report.units, expected));
    return report;
}

base::Result<SearchResult> search(Session& session, const SearchRequest& request, const base::Task& task) {
    RAPPORT_ASSIGN(const auto attributes, attributeNames(session));
    RAPPORT_ASSIGN(const search::Query query, search::parseQuery(request.query, attributes));
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    SearchResult result;
    result.query = request.query;
    result.parsed = search::describe(query);
    search::SearchOptions options;
    options.limit = static_cast<std::size_t>(std::max<std::int64_t>(request.limit, 0));
    options.offset = static_cast<std::size_t>(std::max<std::int64_t>(request.offset, 0));
    options.sort = names.isBlindAnywhere() ? search::SortOrder::Relevance : sortOrder(request.sort);
    options.wantsSuggestion = session.viewer().isCoordinator();
    std::vector<std::string> attributeFacets;
    for (const std::string& facet : request.facets) {
        if (std::find(attributes.begin(), attributes.end(), facet) != attributes.end())
            attributeFacets.push_back(facet);
        else if (search::isIndexedField(indexedFacet(facet)))
            options.facets.push_back(indexedFacet(facet));
        else
            return base::fail(Errc::NotFound, fmt::format("there is no facet '{}'", facet),
                              "use speaker, prompt, lang, source or an attribute");
    }
    RAPPORT_ASSIGN(const search::SearchResult found, find(session, names, query, options, task));
    result.matches = static_cast<std::int64_t>(found.matches);
    result.exact = found.exact;
    result.suggestion = found.suggestion.value_or(std::string());
    for (const auto& [facet, values] : found.facets) {
        if (facet == "source" && names.isBlindAnywhere())
            continue;
        auto& counts = result.facets[facet == "question" ? "prompt" : facet];
        for (const search::FacetCount& value : values)
            counts[value.value] = static_cast<std::int64_t>(value.units);
    }
    for (const std::string& attribute : attributeFacets)
        RAPPORT_TRY(addAttributeFacet(session, attribute, found.units, result.facets[attribute]));
    for (const search::SearchHit& each : found.hits) {
        RAPPORT_ASSIGN(SearchHit hit, hitOf(session, names, each, query));
        result.hits.push_back(std::move(hit));
    }
    return result;
}

base::Result<ConcordanceResult> concordance(Session& session, const ConcordanceRequest& request,
                                            const base::Task& task) {
    RAPPORT_ASSIGN(const auto attributes, attributeNames(session));
    RAPPORT_ASSIGN(const search::Query query, search::parseQuery(request.query, attributes));
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    ConcordanceResult result;
    result.query = request.query;
    result.parsed = search::describe(query);
    search::SearchOptions options;
    options.limit = std::numeric_limits<std::int32_t>::max();
    options.sort = search::SortOrder::Source;
    options.wantsSuggestion = false;
    RAPPORT_ASSIGN(const search::SearchResult found, find(session, names, query, options, task));
    result.exact = found.exact;
    std::vector<model::UnitId> units;
    units.reserve(found.hits.size());
    for (const search::SearchHit& hit : found.hits)
        units.push_back(hit.unit);
    const auto rowOf = [&session](model::UnitId unit, bool withText) -> base::Result<store::UnitRow> {
        RAPPORT_ASSIGN(auto row, session.impl().sources().unit(unit, withText));
        if (!row)
            return base::fail(Errc::StudyDamaged, "a unit that was found is not there",
                              "run: rapport check STUDY");
        return std::move(*row);
    };
    if (names.isBlindAnywhere()) {
        // The study's order would tell who wrote what: neutral names have an order of their own.
        std::vector<std::pair<std::string, model::UnitId>> named;
        for (const model::UnitId unit : units) {
            RAPPORT_ASSIGN(const store::UnitRow row, rowOf(unit, false));
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
                                                           RAPPORT_ASSIGN(store::UnitRow row,
                                                                          rowOf(unit, true));
                                                           return std::move(row.text);
                                                       },
                                                       query, lines, task));
    result.total = static_cast<std::int64_t>(made.total);
    if (request.limit && limit == 0)
        return result;
    std::unordered_map<model::SourceId, base::Guid> guids;
    store::UnitRow row;
    for (const search::ConcordanceLine& each : made.lines) {
        if (row.unit.id != each.unit) {
            RAPPORT_ASSIGN(row, rowOf(each.unit, false));
        }
        auto guid = guids.find(row.unit.source);
        if (guid == guids.end()) {
            RAPPORT_ASSIGN(const auto source, session.impl().sources().source(row.unit.source));
            guid = guids.emplace(row.unit.source, source ? source->guid : base::Guid{}).first;
        }
        ConcordanceLine line;
        line.unit = each.unit;
        line.sourceGuid = guid->second;
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

base::Result<std::vector<std::string>> searchFields(Session& session) {
    RAPPORT_ASSIGN(const auto attributes, attributeNames(session));
    return search::fieldNames(attributes);
}

} // namespace rapport::service
