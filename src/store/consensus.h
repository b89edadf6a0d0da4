// SPDX-License-Identifier: GPL-3.0-or-later
// What was settled where raters differed, and what was said about it. A layer of its own: it never counts as
// a rater's work. The journal rows (adjudicate, unsettle, note) are the caller's; texts live here.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/ids.h"
#include "store/study_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapport::store {

struct Settled {
    std::int64_t id = 0; ///< the journal row that settled it
    model::Guid guid;
    model::RaterId by;
    model::RoundId round;
    model::UnitId unit;
    model::VariableId variable;
    model::CodeId code;      ///< a code, or the level that was chosen; none for a count
    std::int64_t number = 0; ///< 0 or 1 for a code, the number of a count, 1 for a level
    std::int64_t version = 1;
    base::Instant time;
    model::Guid reason;
    std::string detail;           ///< JSON: how it was settled
    std::int64_t unsettledAt = 0; ///< journal row that took it back; 0: it stands
};

enum class NoteKind { Reason, Remark };

/// Detail of the journal row that takes a remark back; the row that brings it again has none.
inline constexpr const char* takenBack = R"({"taken_back":true})";

struct Note {
    model::Guid guid;
    NoteKind kind = NoteKind::Remark;
    model::RaterId author;
    model::RoundId round;
    model::UnitId unit;
    model::VariableId variable;
    model::CodeId code;
    base::Instant time;
    std::string text;
    std::int64_t version = 0; ///< of the codebook whose change came of it; 0: none
};

/// Narrows what is read; none: any.
struct SettledFilter {
    model::UnitId unit;
    model::RoundId round;
    bool withUnsettled = false;
};

class Consensus {
public:
    explicit Consensus(StudyFile& file)
        : m_file(&file) {}

    /// In order of unit, variable, code, journal.
    [[nodiscard]] base::Result<std::vector<Settled>> settled(const SettledFilter& filter) const;
    /// Errors: InvalidArgument (no guid).
    [[nodiscard]] base::Status putNote(const Note& note);
    /// Errors: NotFound.
    [[nodiscard]] base::Status linkNote(const model::Guid& guid, std::int64_t version);
    [[nodiscard]] base::Result<std::optional<Note>> note(const model::Guid& guid) const;
    /// Of a round, or of one unit of it, as they came, without remarks that were taken back.
    [[nodiscard]] base::Result<std::vector<Note>> notes(model::RoundId round, model::UnitId unit) const;

private:
    StudyFile* m_file;
};

} // namespace rapport::store
