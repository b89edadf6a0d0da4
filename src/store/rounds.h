// SPDX-License-Identifier: GPL-3.0-or-later
// Raters, rounds and assignments.
#pragma once

#include "model/round.h"
#include "model/source.h"
#include "store/study_file.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

/// How far a rater is in a round.
struct RoundProgress {
    model::RoundId round;
    model::RaterId rater;
    std::int64_t assigned = 0;
    std::int64_t completed = 0; ///< of the assigned units, as Codings::unitsCompleted has them
};

/// A unit in a rater's list with what a long list needs of it.
struct AssignedUnit {
    model::UnitId unit;
    model::SourceId source;
    model::UnitKind kind = model::UnitKind::Answer;
    std::string_view prompt;     ///< name, or empty; valid until the next unit
    std::string_view transcript; ///< name of the transcript that holds it; as long
    std::int64_t ordinal = 0;
    std::int64_t neutralNumber = 0; ///< 0: none
};

class Rounds {
public:
    explicit Rounds(StudyFile& file)
        : m_file(&file) {}

    /// A null guid becomes one that depends on the study and the name alone, here and in addRound.
    /// Errors: Refused (the name is taken).
    [[nodiscard]] base::Result<model::RaterId> addRater(const model::Rater& rater);
    [[nodiscard]] base::Result<std::vector<model::Rater>> raters() const;
    /// Of that name, else the only one whose name looks so (model::personName).
    [[nodiscard]] base::Result<std::optional<model::Rater>> raterByName(const std::string& name) const;

    /// Names are no part of any journal row: copies of a study know raters and rounds by their guids. The new
    /// one must be free.
    [[nodiscard]] base::Status renameRater(model::RaterId rater, const std::string& name);
    [[nodiscard]] base::Status renameRound(model::RoundId round, const std::string& name);
    [[nodiscard]] base::Status setPlan(model::RoundId round, const std::string& plan);

    /// `openedAt` is not taken from it: the journal says when a round was opened. Errors: Refused (the name
    /// is taken).
    [[nodiscard]] base::Result<model::RoundId> addRound(const model::Round& round);
    [[nodiscard]] base::Result<std::vector<model::Round>>
    rounds() const; ///< by id, which is also the number of a round in neutral names
    [[nodiscard]] base::Result<std::optional<model::Round>> roundByName(const std::string& name) const;
    /// The round `default`, made when first needed; copies of a study that make it make the same.
    [[nodiscard]] base::Result<model::Round> defaultRound();
    /// As a pack knows it, in a study that has none yet.
    [[nodiscard]] base::Result<model::Round> addDefaultRound(const model::Guid& guid);

    /// All or none. Errors: Refused (a unit is this rater's already, a place in the order is taken, a unit
    /// has two neutral numbers in the round or two units have one).
    [[nodiscard]] base::Status addAssignments(const std::vector<model::Assignment>& assignments);
    /// Units that are not the rater's are left alone.
    [[nodiscard]] base::Status removeAssignments(model::RoundId round, model::RaterId rater,
                                                 const std::vector<model::UnitId>& units);
    /// A rater's units of a round, in that rater's order.
    [[nodiscard]] base::Result<std::vector<model::Assignment>> assignments(model::RoundId round,
                                                                           model::RaterId rater) const;
    [[nodiscard]] base::Result<std::vector<model::Assignment>> assignments(model::RoundId round) const;
    /// A rater's units of a round, rising by id.
    [[nodiscard]] base::Status forEachAssigned(model::RoundId round, model::RaterId rater,
                                               const std::function<void(const AssignedUnit&)>& visit) const;
    /// Every unit of the study, rising by id, which is also its ordinal.
    [[nodiscard]] base::Status forEachOfStudy(const std::function<void(const AssignedUnit&)>& visit) const;
    /// Nothing where the unit is not in the round.
    [[nodiscard]] base::Result<std::optional<std::int64_t>> neutralNumber(model::RoundId round,
                                                                          model::UnitId unit) const;
    /// Rounds in which this unit is this rater's.
    [[nodiscard]] base::Result<std::vector<model::RoundId>> roundsOf(model::UnitId unit,
                                                                     model::RaterId rater) const;
    [[nodiscard]] base::Result<std::optional<model::UnitId>> unitByNeutralNumber(model::RoundId round,
                                                                                 std::int64_t number) const;
    [[nodiscard]] base::Result<std::vector<RoundProgress>> progress() const; ///< one grouped query

private:
    /// Errors: Refused. `allOfIt`: every assignment of the round, where the caller has them; null: they are
    /// read.
    [[nodiscard]] base::Status requireOneNumberEach(model::RoundId round,
                                                    const std::vector<model::Assignment>* allOfIt) const;

    StudyFile* m_file;
};

} // namespace rapport::store
