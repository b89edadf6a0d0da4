// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a query for whoever is looking, and what is known of their units, by number in the token
// index. Internal to the room.
#pragma once

#include "search/concordance.h"
#include "search/lines.h"
#include "search/token_index.h"
#include "service/concording.h"
#include "service/search_scope.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::service {

struct QueryLines {
    std::shared_ptr<const UnitNames> names;
    std::shared_ptr<const search::TokenIndex> tokens;
    std::string parsed;
    std::string words;         ///< see search::describeWords
    std::int64_t hidden = 0;   ///< lines that the viewer hid, as settleHidden() counted them
    std::vector<bool> isSeen;  ///< units that the viewer may see, by number
    std::vector<bool> isFound; ///< units that the query finds
    std::vector<search::TokenSpan> lines;

    /// Errors: as search().
    [[nodiscard]] static base::Result<QueryLines> find(Session& session, const std::string& query,
                                                       const base::Task& task, bool withHidden = false);
    /// Keeps the lines of ConcordanceRequest::coded. Errors: NotFound, Refused.
    [[nodiscard]] base::Status keepCoded(Session& session, const std::string& coded, const base::Task& task);
    /// Counts the lines that the viewer hid, and takes them out unless they are wanted, too. find() does it
    /// unless it is asked for them: call it then when all filters have been at the lines.
    [[nodiscard]] base::Status settleHidden(Session& session, bool areWanted, const base::Task& task);
    /// The lines of a set, in the order of the texts. Errors: as find() and keepCoded().
    [[nodiscard]] static base::Result<QueryLines> find(Session& session, const LineSet& set,
                                                       const base::Task& task);
    /// `count` of the lines by chance, in the order in which they are drawn; lines that are drawn among fewer
    /// are drawn among more. The chance is that of the seed, the unit's guid and the place in the unit alone:
    /// from the place in the study one could tell, drawing by the same seed elsewhere, whose a text is.
    /// Errors: Cancelled.
    [[nodiscard]] base::Result<std::vector<search::TokenSpan>>
    draw(Session& session, std::int64_t count, std::uint64_t seed, const base::Task& task) const;
    /// Without a query: nothing found, all that may be seen.
    [[nodiscard]] static base::Result<QueryLines> everything(Session& session, const base::Task& task);
    /// Which units a further query finds.
    [[nodiscard]] base::Result<std::vector<bool>> unitsOf(Session& session, const std::string& query,
                                                          const base::Task& task) const;
};

/// Codings as lines meet them. A coding of a unit that is searched is met there; one of anything else (a
/// whole transcript, a sentence) by its place in the source.
class CodedPlaces {
public:
    CodedPlaces(const Session& session, const search::TokenIndex& tokens)
        : m_tokens(&tokens)
        , m_texts(session) {}
    /// Errors: StudyDamaged.
    [[nodiscard]] base::Status add(const model::Coding& coding);
    /// After the last add(), before what follows.
    void settle();
    /// Whether the source of a line makes a difference.
    [[nodiscard]] bool needsPlaces() const { return !m_bySource.empty(); }
    /// Whether a coding of the whole unit touches all its lines; whether any may touch one.
    [[nodiscard]] bool isWhole(model::UnitId unit) const;
    [[nodiscard]] bool isTouched(model::UnitId unit) const;
    [[nodiscard]] bool isTouchedIn(model::SourceId source) const;
    /// Codes of the codings that a line touches, each once.
    [[nodiscard]] std::vector<model::CodeId> codesAt(model::UnitId unit, model::SourceId source,
                                                     text::TextRange range) const;

private:
    struct Ranges {
        bool isWhole = false;
        std::vector<text::TextRange> parts; ///< rising, apart from one another, once settled
        [[nodiscard]] bool touches(text::TextRange range) const;
    };
    using ByCode = std::map<model::CodeId, Ranges>;

    const search::TokenIndex* m_tokens;
    UnitTexts m_texts;
    std::map<model::UnitId, ByCode> m_byUnit;
    std::map<model::SourceId, ByCode> m_bySource;
    std::map<model::UnitId, std::pair<model::SourceId, text::TextRange>> m_places; ///< of units not searched
};

/// How many lines touch codings of each code ("code") or rater ("rater"), or any ("coded"); a line counts
/// under each. The most frequent first.
[[nodiscard]] base::Result<std::vector<LineFrequency>> frequenciesByCoding(Session& session,
                                                                           const QueryLines& found,
                                                                           const std::string& key,
                                                                           const base::Task& task);

/// Ranges of lines in the text of their source. Ask for the lines of one unit one after another.
class LineRanges {
public:
    LineRanges(const Session& session, const search::TokenIndex& tokens)
        : m_tokens(&tokens)
        , m_texts(session) {}
    [[nodiscard]] base::Result<text::TextRange> of(const search::TokenSpan& line);
    /// Reads no text.
    [[nodiscard]] base::Result<model::SourceId> source(const search::TokenSpan& line);

private:
    [[nodiscard]] base::Status goTo(std::uint32_t unit);

    const search::TokenIndex* m_tokens;
    UnitTexts m_texts;
    std::optional<std::uint32_t> m_unit;
    model::Unit m_row;
    std::string m_text;
    std::optional<search::UnitLines> m_lines;
};

/// Reads the texts of the lines source by source, and gives the lines in the order asked for.
[[nodiscard]] base::Result<std::vector<ConcordanceLine>>
shownLines(const Session& session, const UnitNames& names, const search::TokenIndex& tokens,
           const std::vector<search::TokenSpan>& spans, std::int64_t width, const base::Task& task);

/// Whether lines can be found so: the order, `coded`, the sample and the context. Reads no texts. Errors:
/// InvalidArgument, NotFound, Refused (what would unblind).
[[nodiscard]] base::Status checkRequest(const Session& session, const UnitNames& names,
                                        const ConcordanceRequest& request);

/// Values of one key, and which each unit has. Errors of read(): NotFound, Refused (what would unblind).
struct UnitValues {
    search::LineKey key;
    std::vector<std::string> values; ///< by number; in the order of the study's language

    /// Any key of ConcordanceRequest::sort.
    [[nodiscard]] static base::Result<UnitValues> read(Session& session, const QueryLines& found,
                                                       const std::string& name, const base::Task& task);
    /// As units stand in the study; behind them, as neutral names do, those without a place.
    [[nodiscard]] static base::Result<UnitValues> studyOrder(Session& session, const QueryLines& found,
                                                             const base::Task& task);
};

} // namespace rapport::service
