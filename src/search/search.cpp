// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/search.h"

#include "base/format.h"
#include "search/index_impl.h"
#include "search/plan.h"
#include "search/ranking.h"
#include "search/set_answer.h"
#include "search/suggestion.h"
#include "search/terms.h"
#include "search/unit_sets.h"
#include "search/xapian_query.h"

#include <algorithm>
#include <map>
#include <set>

namespace rapport::search {

namespace {

using base::Errc;
using base::Result;
using detail::GivenUp;
using detail::Stopped;

/// A hit on its way to its place in the order.
struct Candidate {
    model::UnitId unit;
    double weight = 0;
    std::string key; ///< what SortOrder::Source and Date go by
};

struct FacetTally {
    std::string shown;
    std::uint64_t units = 0;
};
using FacetTallies = std::vector<std::map<std::string, FacetTally>>; ///< per facet asked for, by folded value

/// What the index alone says.
struct IndexAnswer {
    std::vector<model::UnitId> units;
    std::size_t matches = 0; ///< where the units were counted and not listed, else 0
    std::vector<Candidate> best;
    FacetTallies facets;
};

class UnitSpy final : public Xapian::MatchSpy {
public:
    UnitSpy(std::vector<model::UnitId>& units, const base::Task& task)
        : m_units(units)
        , m_task(task) {}
    void operator()(const Xapian::Document& document, double) override {
        constexpr std::size_t unitsPerLook = 1'024;
        if (m_units.size() % unitsPerLook == 0 && m_task.isStopped())
            throw Stopped();
        m_units.emplace_back(document.get_docid());
    }

private:
    std::vector<model::UnitId>& m_units;
    const base::Task& m_task;
};

class Search {
public:
    Search(const SearchScope& scope, const Query& query, const SearchOptions& options, const base::Task& task)
        : m_scope(scope)
        , m_query(query)
        , m_options(options)
        , m_task(task)
        , m_match(query.root)
        , m_ranking(query.root) {}

    Result<SearchResult> run(const UnitFilter& filter) {
        if (m_task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(m_plan, detail::makePlan(m_query.root, filter));
        m_facets.resize(m_options.facets.size());
        if (!m_scope.tokens && m_scope.reader != nullptr && m_scope.reader->impl().database &&
            !m_scope.everyUnit && needsTokens(m_query.root))
            return base::fail(Errc::Io, "there is no index of where words stand");
        RAPPORT_ASSIGN(const bool isAnswered, askIndex());
        if (isAnswered || !m_scope.everyUnit) {
            for (const IndexedUnit& unit : m_scope.newer) {
                if (m_task.isStopped())
                    return base::Task::cancelled();
                scan(unit);
            }
        } else {
            RAPPORT_TRY(m_scope.everyUnit([this](const IndexedUnit& unit) {
                if (!m_task.isStopped())
                    scan(unit);
            }));
        }
        if (m_task.isStopped())
            return base::Task::cancelled();
        if (m_match.hasGivenUp())
            return detail::givenUp();
        try {
            finish();
        } catch (const Stopped&) {
            return base::Task::cancelled();
        }
        return std::move(m_result);
    }

    /// Words that stand alone in the query and that no text holds.
    [[nodiscard]] std::vector<std::string> unknownWords() const {
        std::vector<std::string> unknown;
        for (std::size_t at = 0; at < m_ranking.words().size(); ++at) {
            const QueryWord& word = m_ranking.words()[at];
            if (!m_ranking.isKnown(at) && word.form == QueryWord::Form::Plain && word.spelt.empty())
                unknown.push_back(word.folded);
        }
        return unknown;
    }

private:
    // -------------------------------------------------------------------------------------- the index

    /// False where no index could say. An error only where nobody else can.
    Result<bool> askIndex() {
        if (m_scope.reader == nullptr || !m_scope.reader->impl().database)
            return false; // every unit is newer than an index that is not there
        if (!m_scope.tokens && needsTokens(m_query.root))
            return false;
        IndexReader::Impl& reader = m_scope.reader->impl();
        const std::int64_t cursor = reader.cursor;
        std::string failure = "it is gone";
        constexpr int tries = 16; // beside a writer that never rests
        int troubles = 0;
        // Another snapshot. What the caller handed in as newer stays newer, unless the index was begun anew.
        const auto loadAgain = [&reader, cursor] {
            reader.load();
            if (reader.cursor < cursor)
                reader.drop();
        };
        for (int attempt = 0; attempt < tries && reader.database; ++attempt) {
            detail::pauseBeforeTry(attempt);
            try {
                IndexAnswer answer = ask(reader);
                m_result.units = std::move(answer.units);
                m_result.matches = answer.matches;
                m_best = std::move(answer.best);
                m_facets = std::move(answer.facets);
                return true;
            } catch (const Stopped&) {
                return base::Task::cancelled();
            } catch (const GivenUp&) {
                return detail::givenUp();
            } catch (const Xapian::DatabaseModifiedError& error) {
                failure = error.get_msg();
                loadAgain();
            } catch (const Xapian::Error& error) {
                failure = error.get_msg();
                if (reader.isRemote) {
                    // A server went away: the index of this machine takes its place.
                    reader.asksServers = false;
                    loadAgain();
                } else if (detail::troubleOf(error) != detail::Trouble::Damage)
                    reader.drop();
                else if (++troubles < detail::triesOfTrouble)
                    reader.database.reset(), loadAgain();
                else
                    reader.markDamaged();
            } catch (const std::exception& error) {
                failure = error.what();
                if (++troubles < detail::triesOfTrouble)
                    reader.database.reset(), loadAgain();
                else
                    reader.markDamaged();
            }
        }
        reader.drop();
        m_result.indexFailed = true;
        if (!m_scope.everyUnit)
            return base::fail(Errc::Io, base::said("the search index failed: {}", failure),
                              "it is made anew when the study is opened");
        return false;
    }

    IndexAnswer ask(IndexReader::Impl& reader) {
        const Xapian::Database& database = *reader.database;
        IndexAnswer answer;
        answer.facets.resize(m_options.facets.size());
        detail::XapianQueryMaker maker(reader, m_task, m_scope.tokens.get());
        if (reader.isRemote)
            return askServers(reader, maker);
        Xapian::Query query = maker.make(m_plan);
        if (!m_options.kinds.empty()) {
            std::vector<std::string> kinds;
            for (const std::string& kind : m_options.kinds)
                kinds.push_back(detail::kindTerm(kind));
            query = Xapian::Query(Xapian::Query::OP_FILTER, query,
                                  Xapian::Query(Xapian::Query::OP_OR, kinds.begin(), kinds.end()));
        }
        const Xapian::Query stale = detail::unitsQuery(reader.present(staleUnits(), m_task));
        if (!stale.empty())
            query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, stale);

        const auto documents = database.get_doccount();
        if (documents > 0 && !query.empty()) {
            if (m_scope.tokens)
                count(maker, answer);
            if (!m_scope.tokens || ((!answer.units.empty() || answer.matches > 0) && lastWanted() > 0))
                match(database, query, answer);
            countFacets(reader, answer);
        }
        noteStatistics(database);
        return answer;
    }

    /// All units that match, without weighing them: match() then need look for the best alone.
    void count(detail::XapianQueryMaker& maker, IndexAnswer& answer) {
        detail::UnitSets sets(maker);
        detail::BitSet found = sets.of(m_plan);
        if (!m_options.kinds.empty())
            sets.keepKinds(found, m_options.kinds);
        sets.remove(found, staleUnits());
        // Units that came after this snapshot and were not handed in as newer: the index speaks for its own.
        const auto last = static_cast<std::int64_t>(m_scope.reader->impl().database->get_lastdocid());
        sets.removeAfter(found, model::UnitId(last));
        if (m_options.wantsUnits || !m_options.facets.empty())
            answer.units = sets.ids(found);
        else
            answer.matches = found.count();
    }

    void noteStatistics(const Xapian::Database& database) {
        if (m_hasIndexStatistics)
            return;
        std::vector<std::uint64_t> holding;
        for (const QueryWord& word : m_ranking.words())
            holding.push_back(word.form == QueryWord::Form::Plain
                                  ? database.get_termfreq(detail::wordTerm(word.folded))
                                  : 0);
        const auto documents = database.get_doccount();
        m_ranking.addIndex(documents, documents > 0 ? database.get_avlength() : 0, std::move(holding));
        m_hasIndexStatistics = true;
    }

    /// The same where the index is on servers, which are sent words and fields only.
    IndexAnswer askServers(IndexReader::Impl& reader, detail::XapianQueryMaker& maker) {
        const Xapian::Database& database = *reader.database;
        IndexAnswer answer;
        answer.facets.resize(m_options.facets.size());
        detail::SetAnswer sets(maker);
        const bool isRanked = m_options.sort == SortOrder::Relevance;
        auto found = sets.answer(m_plan, isRanked);
        if (!m_options.kinds.empty()) {
            std::vector<Xapian::docid> ofKind;
            for (const std::string& kind : m_options.kinds) {
                const auto documents = detail::documentsWith(reader, detail::kindTerm(kind), m_task);
                ofKind.insert(ofKind.end(), documents.begin(), documents.end());
            }
            std::sort(ofKind.begin(), ofKind.end());
            std::erase_if(found, [&ofKind](const auto& entry) {
                return !std::binary_search(ofKind.begin(), ofKind.end(), entry.first);
            });
        }
        for (const model::UnitId unit : staleUnits())
            found.erase(static_cast<Xapian::docid>(unit.value));
        const unsigned slot = m_options.sort == SortOrder::Date ? detail::dateSlot : detail::orderSlot;
        detail::Looker looker(m_task);
        for (const auto& [document, weight] : found) {
            looker.lookNow();
            answer.units.emplace_back(document);
            Candidate candidate;
            candidate.unit = model::UnitId(document);
            candidate.weight = weight;
            if (!isRanked)
                candidate.key = database.get_document(document).get_value(slot);
            answer.best.push_back(std::move(candidate));
        }
        countFacets(reader, answer);
        noteStatistics(database);
        return answer;
    }

    /// Whether it may take longer than people wait for a stop; to look for one costs a fifth.
    static bool isLong(const Xapian::Database& database, const Xapian::Query& query) {
        constexpr std::size_t fewTerms = 3;
        constexpr std::uint64_t manyPostings = 900'000;    // some 25 ms
        constexpr std::uint64_t manyOfManyTerms = 200'000; // the same, as they are merged
        std::uint64_t postings = 0;
        std::size_t terms = 0;
        for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term, ++terms)
            postings += database.get_termfreq(*term);
        return postings > (terms > fewTerms ? manyOfManyTerms : manyPostings);
    }

    void match(const Xapian::Database& database, const Xapian::Query& query, IndexAnswer& answer) {
        Xapian::Enquire enquire(database);
        enquire.set_query(isLong(database, query) ? detail::stoppable(query, m_task) : query);
        const bool isRanked = m_options.sort == SortOrder::Relevance;
        const unsigned slot = m_options.sort == SortOrder::Date ? detail::dateSlot : detail::orderSlot;
        if (!isRanked) {
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            enquire.set_sort_by_value(slot, false);
        }
        const bool isCounted = m_scope.tokens != nullptr;
        UnitSpy spy(answer.units, m_task);
        if (!isCounted)
            enquire.add_matchspy(&spy);
        const auto documents = database.get_doccount();
        // Without a token index all matches are looked at, so that the spy sees each: Xapian's own count is
        // an estimate.
        const auto wanted =
            static_cast<Xapian::doccount>(std::clamp<std::size_t>(lastWanted(), 1, documents));
        const Xapian::MSet found = enquire.get_mset(0, wanted, isCounted ? 0 : documents);
        detail::Looker looker(m_task);
        for (auto at = found.begin(); at != found.end(); ++at) {
            looker.look();
            Candidate candidate;
            candidate.unit = model::UnitId(*at);
            candidate.weight = at.get_weight();
            if (!isRanked)
                candidate.key = at.get_document().get_value(slot);
            answer.best.push_back(std::move(candidate));
        }
        if (!isCounted)
            std::sort(answer.units.begin(), answer.units.end());
    }

    void countFacets(IndexReader::Impl& reader, IndexAnswer& answer) {
        if (m_options.facets.empty() || answer.units.empty())
            return;
        const Xapian::Database& database = *reader.database;
        detail::Looker looker(m_task);
        std::vector<bool> isMatching(std::size_t{database.get_lastdocid()} + 1);
        for (const model::UnitId unit : answer.units)
            isMatching[static_cast<std::size_t>(unit.value)] = true;
        for (std::size_t facet = 0; facet < m_options.facets.size(); ++facet) {
            const std::string& field = m_options.facets[facet];
            const std::string start = detail::fieldTermStart(field);
            for (const auto& [term, holding] : detail::termsThatBegin(reader, start, m_task)) {
                FacetTally tally;
                Xapian::docid first = 0;
                const auto note = [&](Xapian::docid document) {
                    looker.look();
                    if (!isMatching[document])
                        return;
                    first = first == 0 ? document : first;
                    ++tally.units;
                };
                if (reader.isRemote) {
                    for (const Xapian::docid document : detail::documentsWith(reader, term, m_task))
                        note(document);
                } else {
                    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
                        note(*at);
                }
                if (tally.units == 0)
                    continue;
                const std::string folded = term.substr(start.size());
                tally.shown = shownValue(database.get_document(first).get_data(), field, folded);
                answer.facets[facet].emplace(folded, std::move(tally));
            }
        }
    }

    static std::string shownValue(const std::string& data, const std::string& field,
                                  const std::string& folded) {
        for (auto& [name, value] : detail::readFieldData(data)) {
            if (name == field && foldedFieldValue(value) == folded)
                return std::move(value);
        }
        return folded;
    }

    /// Units whose documents are not as the unit is now.
    std::vector<model::UnitId> staleUnits() const {
        std::vector<model::UnitId> stale = m_scope.gone;
        for (const IndexedUnit& unit : m_scope.newer)
            stale.push_back(unit.id);
        std::sort(stale.begin(), stale.end());
        stale.erase(std::unique(stale.begin(), stale.end()), stale.end());
        return stale;
    }

    // -------------------------------------------------------------------------------------- the texts

    void scan(const IndexedUnit& unit) {
        if (!m_options.kinds.empty() &&
            std::find(m_options.kinds.begin(), m_options.kinds.end(), unit.kind) == m_options.kinds.end())
            return;
        const detail::PlacedText text(unit.text);
        const bool isMatching = detail::planHolds(m_plan, m_match, unit, text);
        const std::size_t ranked = m_ranking.addUnit(text, unit.nameBytes, isMatching);
        if (!isMatching)
            return;
        m_result.units.push_back(unit.id);
        Candidate candidate;
        candidate.unit = unit.id;
        if (m_options.sort == SortOrder::Source)
            candidate.key = detail::orderValue(unit.order);
        else if (m_options.sort == SortOrder::Date)
            candidate.key = detail::dateValue(unit.date);
        m_scanned.emplace_back(std::move(candidate), ranked);
        for (std::size_t facet = 0; facet < m_options.facets.size(); ++facet) {
            std::set<std::string> seen;
            for (const auto& [field, value] : unit.fields) {
                const std::string folded = field == m_options.facets[facet] ? foldedFieldValue(value) : "";
                if (folded.empty() || !seen.insert(folded).second)
                    continue;
                FacetTally& tally = m_facets[facet][folded];
                if (tally.units == 0)
                    tally.shown = value;
                ++tally.units;
            }
        }
    }

    // -------------------------------------------------------------------------------------- the result

    std::size_t lastWanted() const {
        const std::size_t last = m_options.offset + m_options.limit;
        return last < m_options.offset ? static_cast<std::size_t>(-1) : last;
    }

    void finish() {
        if (!std::is_sorted(m_result.units.begin(), m_result.units.end()))
            std::sort(m_result.units.begin(), m_result.units.end());
        m_result.matches += m_result.units.size();
        detail::Looker looker(m_task);
        for (auto& [candidate, ranked] : m_scanned) {
            looker.look();
            if (m_options.sort == SortOrder::Relevance)
                candidate.weight = m_ranking.weight(ranked);
            m_best.push_back(std::move(candidate));
        }
        std::sort(m_best.begin(), m_best.end(), [&looker](const Candidate& a, const Candidate& b) {
            looker.look();
            if (a.weight != b.weight)
                return a.weight > b.weight;
            return a.key != b.key ? a.key < b.key : a.unit < b.unit;
        });
        if (!m_options.wantsUnits)
            m_result.units.clear();
        const double top = m_best.empty() ? 0 : m_best.front().weight;
        for (std::size_t at = m_options.offset; at < std::min(m_best.size(), lastWanted()); ++at)
            m_result.hits.push_back({m_best[at].unit, top > 0 ? m_best[at].weight / top : 1});
        for (std::size_t facet = 0; facet < m_options.facets.size(); ++facet) {
            std::vector<FacetCount> counts;
            for (auto& [folded, tally] : m_facets[facet])
                counts.push_back({std::move(tally.shown), tally.units});
            std::stable_sort(counts.begin(), counts.end(),
                             [](const FacetCount& a, const FacetCount& b) { return a.units > b.units; });
            m_result.facets.emplace_back(m_options.facets[facet], std::move(counts));
        }
    }

    const SearchScope& m_scope;
    const Query& m_query;
    const SearchOptions& m_options;
    const base::Task& m_task;
    detail::PlanNode m_plan;
    detail::TextMatch m_match;
    detail::Ranking m_ranking;
    bool m_hasIndexStatistics = false;
    std::vector<Candidate> m_best;
    std::vector<std::pair<Candidate, std::size_t>> m_scanned;
    FacetTallies m_facets;
    SearchResult m_result;
};

} // namespace

bool needsTokens(const QueryNode& root) {
    return needsPlaces(root) || std::any_of(root.children.begin(), root.children.end(), needsTokens);
}

Result<SearchResult> search(const SearchScope& scope, const Query& query, const UnitFilter& filter,
                            const SearchOptions& options, const base::Task& task) {
    Search attempt(scope, query, options, task);
    RAPPORT_ASSIGN(SearchResult result, attempt.run(filter));
    if (result.matches > 0 || !options.wantsSuggestion || scope.reader == nullptr)
        return result;
    // Only what does find something is worth a person's time.
    SearchOptions once = options;
    once.limit = 1;
    once.offset = 0;
    once.facets.clear();
    once.wantsSuggestion = false;
    once.wantsUnits = false;
    // An operator in small letters is a word; whoever typed it hardly meant another word near it.
    for (const bool isSpelling : {false, true}) {
        const std::optional<Query> other =
            isSpelling ? detail::respelt(query, attempt.unknownWords(), scope.reader->impl(), task)
                       : detail::withOperators(query);
        if (!other)
            continue;
        RAPPORT_ASSIGN(const SearchResult found, search(scope, *other, filter, once, task));
        if (found.matches == 0)
            continue;
        result.suggestion = describe(*other);
        return result;
    }
    return result;
}

} // namespace rapport::search
