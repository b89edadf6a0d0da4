// SPDX-License-Identifier: GPL-3.0-or-later
// The list of all sources, lean enough for a million of them: names stand one behind another in one text,
// what repeats (questions, participants, languages, files, values of attributes) stands once. What has to be
// worked out from texts or codings comes on its own, for as many as are looked at. Read it on a job's thread.
#pragma once

#include "model/participant.h"
#include "model/source.h"
#include "service/session.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::service {

struct SourceRow {
    model::SourceId id;
    std::uint32_t nameEnd = 0; ///< its name ends here in SourceRows::names and begins where that before ends
    // Places in the lists of SourceRows; 0 is the empty one: none.
    std::uint32_t prompt = 0;
    std::uint32_t participant = 0;
    std::uint32_t language = 0;
    std::uint32_t file = 0;
    std::uint32_t turns = 0;
    model::SourceKind kind = model::SourceKind::Answer;
};

/// An attribute with what each participant gave, as far as the viewer may see it.
struct SourceAttribute {
    model::Attribute attribute;
    std::vector<std::string>
        values; ///< first the expected ones, then others in order of appearance; [0] is empty
    std::vector<std::uint32_t> valueOf; ///< place in `values`, by place in SourceRows::participants
};

struct SourceRows {
    std::vector<SourceRow> rows; ///< in order of import, behind them what is to be rated, by neutral name
    std::string names;
    std::vector<std::string> prompts{""};
    std::vector<std::string> participants{""};
    std::vector<std::string> languages{""};
    std::vector<std::string> files{""};
    std::vector<SourceAttribute> attributes;

    [[nodiscard]] std::string_view name(std::size_t row) const;
};

/// A text that a coordinator who rates too (own_rating.h) still has to rate goes by its neutral name, behind
/// the others, without whose it is and what file it came from. Errors: Refused while a blind round hides
/// sources from the rater who is looking; Cancelled.
[[nodiscard]] base::Result<SourceRows> sourceRows(Session& session, base::Task task = {});

/// Live codings per source, the viewer's own where that is a rater, and on what a coordinator who rates too
/// still has to rate; rising, only sources that have any.
/// Errors: as above.
[[nodiscard]] base::Result<std::vector<std::pair<model::SourceId, std::int64_t>>>
codingsPerSource(Session& session);

/// Words of each of these texts, in their order; reads the texts one after another. Errors: as above.
[[nodiscard]] base::Result<std::vector<std::int64_t>>
wordsOf(Session& session, const std::vector<model::SourceId>& sources, const base::Task& task = {});

} // namespace rapport::service
