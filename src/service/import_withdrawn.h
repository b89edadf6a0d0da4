// SPDX-License-Identifier: GPL-3.0-or-later
// People who withdrew consent, in a file that comes in, by their names or their guids: what is theirs alone
// stays out, what they said among others comes in as `forget` leaves it, and the bytes of the file are not
// kept. Each is rejected once. Private to this room; before anything of the file is shown or written.
#pragma once

#include "exchange/codings_table.h"
#include "service/import_kinds.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace rapport::service {

struct ReadProject;

/// What a file has of people who withdrew.
struct Withdrawn {
    std::map<std::string, std::string> people; ///< by their names in the file: what the study calls them
    std::vector<RejectedRow> rejected;
    std::vector<base::Phrase> notes;
    bool isAll = false; ///< nothing is left that could come in

    std::map<std::string, model::ParticipantId> called; ///< by what the study calls them
    // Of projects of our own, whose tables name units:
    std::set<std::string> units; ///< texts of theirs alone, and turns that they spoke
    std::map<std::string, std::vector<text::TextRange>> said; ///< by text

    [[nodiscard]] const std::string& speaker(const std::string& name) const;
    /// Whether a unit is one of theirs, or a turn of a text that is.
    [[nodiscard]] bool holdsUnit(const std::string& unit) const;
    /// Whether a coding is on words of theirs.
    [[nodiscard]] bool holds(const exchange::CodingRow& row) const;
};

/// Nothing is done where the study has the very transcript or project already: none of it comes in.
[[nodiscard]] base::Result<Withdrawn> takeOutWithdrawn(Session& session, ReadFile& file);
[[nodiscard]] base::Result<Withdrawn> takeOutWithdrawn(Session& session, ReadProject& read,
                                                       const base::Task& task);

} // namespace rapport::service
