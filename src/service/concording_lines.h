// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a query for whoever is looking, and what is known of their units, by number in the token
// index. Internal to the room.
#pragma once

#include "search/concordance.h"
#include "search/lines.h"
#include "search/token_index.h"
#include "service/concording.h"
#include "service/search_scope.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rapport::service {

struct QueryLines {
    std::shared_ptr<const UnitNames> names;
    std::shared_ptr<const search::TokenIndex> tokens;
    std::string parsed;
    std::string words;         ///< see search::describeWords
    std::int64_t hidden = 0;   ///< lines that were taken out because the viewer hid them
    std::vector<bool> isSeen;  ///< units that the viewer may see, by number
    std::vector<bool> isFound; ///< units that the query finds
    std::vector<search::TokenSpan> lines;

    /// Errors: as search().
    [[nodiscard]] static base::Result<QueryLines> find(Session& session, const std::string& query,
                                                       const base::Task& task, bool withHidden = false);
    /// Keeps the lines of ConcordanceRequest::coded. Errors: NotFound, Refused.
    [[nodiscard]] base::Status keepCoded(Session& session, const std::string& coded, const base::Task& task);
    /// Without a query: nothing found, all that may be seen.
    [[nodiscard]] static base::Result<QueryLines> everything(Session& session, const base::Task& task);
    /// Which units a further query finds.
    [[nodiscard]] base::Result<std::vector<bool>> unitsOf(Session& session, const std::string& query,
                                                          const base::Task& task) const;

private:
    [[nodiscard]] base::Status takeOutHidden(Session& session);
};

/// Ranges of lines in the text of their source. Ask for the lines of one unit one after another.
class LineRanges {
public:
    LineRanges(const Session& session, const search::TokenIndex& tokens)
        : m_tokens(&tokens)
        , m_texts(session) {}
    [[nodiscard]] base::Result<text::TextRange> of(const search::TokenSpan& line);

private:
    const search::TokenIndex* m_tokens;
    UnitTexts m_texts;
    std::optional<std::uint32_t> m_unit;
    std::int64_t m_start = 0; ///< of the unit in its source
    std::string m_text;
    std::optional<search::UnitLines> m_lines;
};

/// Reads the texts of the lines source by source, and gives the lines in the order asked for.
[[nodiscard]] base::Result<std::vector<ConcordanceLine>>
shownLines(const Session& session, const UnitNames& names, const search::TokenIndex& tokens,
           const std::vector<search::TokenSpan>& spans, std::int64_t width, const base::Task& task);

/// Values of one key, and which each unit has. Errors of read(): NotFound, Refused (what would unblind).
struct UnitValues {
    search::LineKey key;
    std::vector<std::string> values; ///< by number; in the order of the study's language

    /// Any key of ConcordanceRequest::sort.
    [[nodiscard]] static base::Result<UnitValues> read(Session& session, const QueryLines& found,
                                                       const std::string& name);
    /// As units stand in the study, or as the neutral names do.
    [[nodiscard]] static base::Result<UnitValues> studyOrder(Session& session, const QueryLines& found);
};

} // namespace rapport::service
