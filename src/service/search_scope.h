// SPDX-License-Identifier: GPL-3.0-or-later
// What the searches of this room share: who may find what, which fields the study answers, the index brought
// up to date, and texts read once per source. Internal to the room.
#pragma once

#include "search/search.h"
#include "service/own_rating.h"
#include "service/searching.h"
#include "service/session_impl.h"
#include "service/unit_names.h"
#include "store/database.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rapport::service {

/// While it lives, a stop request ends whatever is being read of the study: with Cancelled. Every search
/// makes one; the task outlives it.
class StopsReading {
public:
    StopsReading(const Session& session, const base::Task& task)
        : m_watch(session.impl().file->database(), task) {}

private:
    store::Database::StopWatch m_watch;
};

/// Never typed by people: narrows a rater's search to what that rater may see.
inline constexpr const char* visibleField = "visible";

/// Answers code:, rater:, coded:, memo: and attributes for whoever is looking.
class StudyFilter {
public:
    StudyFilter(Session& session, const UnitNames& names, base::Task task = {})
        : m_session(&session)
        , m_names(&names)
        , m_task(std::move(task)) {}

    [[nodiscard]] base::Result<std::vector<model::UnitId>> operator()(const search::FieldTest& test) const;

private:
    template<typename Condition>
    [[nodiscard]] base::Result<std::vector<model::UnitId>> allUnits(const Condition& condition) const;
    [[nodiscard]] base::Result<std::vector<model::UnitId>> coded(const search::FieldTest& test) const;
    [[nodiscard]] base::Result<std::vector<model::UnitId>> byRater(const search::FieldTest& test,
                                                                   model::RaterId own) const;
    [[nodiscard]] base::Result<std::vector<model::UnitId>> byMemo(const search::FieldTest& test,
                                                                  model::RaterId own) const;
    [[nodiscard]] base::Result<std::vector<model::UnitId>> byAttribute(const search::FieldTest& test) const;

    [[nodiscard]] base::Result<std::vector<model::UnitId>> disagreed() const;

    Session* m_session;
    const UnitNames* m_names;
    base::Task m_task;
};

/// Attributes that the viewer may ask for.
[[nodiscard]] base::Result<std::vector<std::string>> attributeNames(const Session& session);
/// An attribute's value per unit, for whoever is looking: a coordinator who rates too finds none of a blinded
/// attribute on what is still to be rated, nor on anything else of these participants. Whether the viewer may
/// ask for it at all is `attributeNames`.
class AttributeOfUnits {
public:
    [[nodiscard]] static base::Result<AttributeOfUnits> read(const Session& session,
                                                             const std::string& attribute);
    /// Null where there is none, or none to be seen.
    [[nodiscard]] const std::string* of(const store::UnitRow& row) const;

private:
    std::map<model::ParticipantId, std::string> m_values;
    StillToRate m_hidden;                       ///< empty where the attribute is not blinded
    std::vector<model::ParticipantId> m_people; ///< whose these are, rising
};
/// The query as read for this study's fields. Errors: InvalidArgument; Refused where it would unblind.
[[nodiscard]] base::Result<search::Query> readQuery(const Session& session, const UnitNames& names,
                                                    const std::string& typed);

/// Codes, raters and attributes of a query as far as they say what cannot be: a code that is not there, a
/// word where there are numbers. Errors, with the place and the nearest name: NotFound, InvalidArgument.
[[nodiscard]] base::Status checkNamed(const Session& session, const search::Query& query);
/// Whether each value of speaker:, question:, source:, lang: and attributes of words stands anywhere in what
/// the viewer may see; `all`: also of those that must hold of a unit anyway, which nothing was found for.
/// Errors, with the place and the nearest value: NotFound; Cancelled.
[[nodiscard]] base::Status checkValues(const Session& session, const UnitNames& names,
                                       const search::Query& query, bool all, const base::Task& task);

/// "did you mean 'a'?", else the first of them; empty where there are none. `wanted` is folded.
[[nodiscard]] base::Phrase nearestOf(const std::string& wanted, const std::vector<std::string>& known);

/// A source's name is its participant's, and so may a speaker's be: a blind rater may not ask for them.
[[nodiscard]] bool namesSource(const search::QueryNode& node);

/// Of a coordinator who rates too: the query, or this part of it, asks for what others coded, completed or
/// wrote. Where it does, units still to be rated are neither in its answer nor in the opposite. Errors: the
/// store's.
[[nodiscard]] base::Result<bool> asksForOthers(const Session& session, const StillToRate& still,
                                               const search::QueryNode& node);
/// How many units the query leaves out for that; 0: it does not ask.
[[nodiscard]] base::Result<std::int64_t> leftOutOf(const Session& session, const search::Query& query);

/// Takes units without a place (UnitNames::hidesPlace) off what facets count by source and speaker: what one
/// counts under would tell it. `units`: those counted, each as often as it was.
[[nodiscard]] base::Status leaveOutHidden(const Session& session, const UnitNames& names,
                                          std::vector<model::UnitId> units,
                                          std::map<std::string, std::map<std::string, std::int64_t>>& facets);

/// What "yes", "no" or a code stands for, with "@RATER" behind it or not.
struct CodedBy {
    bool isCoded = true;
    std::vector<model::CodeId> codes; ///< one of these; none: any
    model::RaterId rater;             ///< none: any; never another one's where a rater looks
};
/// Errors: NotFound (a code or a rater), Refused (a rater asks for another rater's).
[[nodiscard]] base::Result<CodedBy> readCodedBy(const Session& session, const std::string& typed);

/// Answers and turns are searched; sentences and whole transcripts hold the same words again.
[[nodiscard]] bool isSearched(model::UnitKind kind);
[[nodiscard]] search::IndexedUnit indexedUnit(const store::UnitRow& row);
[[nodiscard]] base::Result<base::Guid> studyGuid(const Session& session);

/// Names what came to pass up to a position of the journal: its row there. Empty where there is none.
[[nodiscard]] base::Result<std::string> historyAt(const Session& session, std::int64_t position);

/// Texts were blotted out (somebody left, a name was redacted) after that position of the journal: what was
/// made of the texts before then is of no use any more.
[[nodiscard]] base::Result<bool> textsWentAfter(const Session& session, std::int64_t position);

/// Where every word of answers and turns stands, as the study is now. Kept for the next search in this
/// process, for the last studies that were asked for; of a large study in a file of the cache, too. Errors:
/// the store's; Cancelled.
[[nodiscard]] base::Result<std::shared_ptr<const search::TokenIndex>> tokensOf(const Session& session,
                                                                               const base::Task& task);
/// The same where it is there already and nobody is at it; null otherwise. Errors: the store's.
[[nodiscard]] base::Result<std::shared_ptr<const search::TokenIndex>> readyTokens(const Session& session);
/// Where every word of memos and codes stands, for coordinators: as of its position, some hundred memos ago
/// at most. What came or changed after that is read. Kept and shared as the other. Errors: the store's;
/// Cancelled.
[[nodiscard]] base::Result<std::shared_ptr<const search::TokenIndex>> noteTokensOf(const Session& session,
                                                                                   const base::Task& task);
/// Lets go of what was kept of a study's texts, in memory and on disk. Errors: Io.
[[nodiscard]] base::Status dropTokens(const Session& session);

/// A reader of the index of texts: see openReader().
[[nodiscard]] base::Result<search::IndexReader> indexReader(const Session& session, const base::Task& task);

/// Runs a query that was read, for whoever is looking.
[[nodiscard]] base::Result<search::SearchResult> findUnits(Session& session, const UnitNames& names,
                                                           search::Query query,
                                                           const search::SearchOptions& options,
                                                           const base::Task& task);

/// By the index of memos and codes (memo_index.h), or from the study where the viewer is a rater.
[[nodiscard]] base::Result<SearchResult> searchMemos(Session& session, const SearchRequest& request,
                                                     const base::Task& task);
[[nodiscard]] base::Result<SearchResult> searchCodes(Session& session, const SearchRequest& request,
                                                     const base::Task& task);

/// The names and place of a unit, for a hit in it or in a memo on it.
[[nodiscard]] base::Result<SearchHit> hitIn(const UnitNames& names, class UnitTexts& texts,
                                            const store::UnitRow& row);
/// Fills in where the query stands in `text`, which begins at `start` of its source and, as is told, at
/// `toldStart`; and the snippet.
void showRanges(SearchHit& hit, const std::string& text, const search::Query& query, std::int64_t start,
                std::int64_t toldStart);
[[nodiscard]] search::SortOrder sortOrder(SearchSort sort);

/// Rows, texts and guids of units that were found. Ask for the units of one source one after another: its
/// text is then read once, however many there are.
class UnitTexts {
public:
    explicit UnitTexts(const Session& session)
        : m_session(&session)
        , m_texts(*session.impl().file) {}

    /// Without text. Errors: StudyDamaged where there is no such unit.
    [[nodiscard]] base::Result<store::UnitRow> row(model::UnitId unit) const;
    [[nodiscard]] base::Result<std::string> text(const model::Unit& unit);
    [[nodiscard]] base::Result<base::Guid> guid(model::SourceId source);

private:
    const Session* m_session;
    store::SourceTexts m_texts;
    std::unordered_map<model::SourceId, base::Guid> m_guids;
};

} // namespace rapport::service
