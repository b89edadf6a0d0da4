// SPDX-License-Identifier: GPL-3.0-or-later
// A round's ratings and codings in memory, ready to be asked by unit, rater and variable: read once, in time
// linear in their number.
#pragma once

#include "service/measuring.h"
#include "service/session_impl.h"

#include <map>
#include <span>
#include <unordered_map>

namespace rapport::service {

struct MeasuredUnit {
    model::UnitId id;
    std::string name;
    model::UnitKind kind = model::UnitKind::Answer;
    std::string prompt;
    model::ParticipantId participant;
    text::TextRange range;
    model::SourceId source;
    std::string cluster; ///< participant of an answer, else the transcript
    /// Raters were shown the gold codings of it: they are held against gold, never against one another.
    bool isShown = false;
};

class SettledValues;
class StillToRate;

/// Whether the viewer may be told of the agreement of these rounds: to be asked wherever one is measured.
/// Errors: Refused (a rater while an own blind round runs, or of one that is not open; a coordinator who
/// still has to rate there, see own_rating.h).
[[nodiscard]] base::Status mayMeasure(const Session& session, const std::vector<model::Round>& rounds);

/// Rounds as options name them. Errors: NotFound; Refused (as mayMeasure()).
[[nodiscard]] base::Result<std::vector<model::Round>> roundsToMeasure(const Session& session,
                                                                      const StudyMeasureOptions& options);

/// Present, absent or missing for every code of a variable, worked out once for all that ask.
class Presences {
public:
    static constexpr std::int8_t missing = -1;
    /// 1, 0 or `missing`.
    [[nodiscard]] std::int8_t at(std::size_t code, std::size_t unit, std::size_t rater) const {
        return m_cells[(code * m_units + unit) * m_raters + rater];
    }

private:
    friend class MeasuredRound;
    model::VariableId m_variable;
    model::Overlap m_overlap = model::Overlap::Any;
    bool m_rollUp = false;
    std::size_t m_units = 0;
    std::size_t m_raters = 0;
    std::vector<std::int8_t> m_cells; ///< code x unit x rater
};

class MeasuredRound;

/// model::presence() of a variable's codes; both must outlive it.
class PresenceReader {
public:
    PresenceReader(const MeasuredRound& round, const model::Variable& variable, model::Overlap overlap,
                   bool rollUp, const Presences* table)
        : m_round(&round)
        , m_variable(&variable)
        , m_overlap(overlap)
        , m_rollUp(rollUp)
        , m_table(table) {}

    /// `code`: its place in the variable's list.
    [[nodiscard]] std::int8_t of(std::size_t code, std::size_t unit, std::size_t rater) const {
        return m_table != nullptr ? m_table->at(code, unit, rater) : workedOut(code, unit, rater);
    }

private:
    [[nodiscard]] std::int8_t workedOut(std::size_t code, std::size_t unit, std::size_t rater) const;

    const MeasuredRound* m_round;
    const model::Variable* m_variable;
    model::Overlap m_overlap;
    bool m_rollUp;
    const Presences* m_table; ///< none: too large to keep
};

/// Per variable, which of the round's units a request is about. Errors: NotFound (what it goes by).
[[nodiscard]] base::Result<std::map<model::VariableId, std::vector<bool>>>
unitsAsked(Session& session, const MeasuredRound& round, const DisagreementRequest& request);

/// Exports are whole: asking for one is unblinding oneself.
enum class StillOwn { KeptBack, TakenIn };

class MeasuredRound {
public:
    // A text that was coded is coded, whichever unit the coding was stored under: codings of a presence
    // variable on a transcript count for its turns where they overlap, and the other way round.

    /// As the round stood when it was opened, unless options.afterOpening. Raters: those named, else all
    /// human ones with an assignment or a rating in the round. Units: those that at least one of them
    /// completed and whoever asks need not rate any more (own_rating.h), in study order.
    [[nodiscard]] static base::Result<MeasuredRound> read(Session& session, const model::Round& round,
                                                          const StudyMeasureOptions& options,
                                                          StillOwn own = StillOwn::KeptBack);
    /// The same, or what another part of the same work holds, as long as nothing was written since.
    [[nodiscard]] static base::Result<std::shared_ptr<const MeasuredRound>>
    shared(Session& session, const model::Round& round, const StudyMeasureOptions& options);

    model::Round round;
    std::shared_ptr<const model::Codebook> codebook; ///< see codebookOf
    std::vector<model::RaterId> raters;              ///< in the order they joined the study, or as named
    std::vector<std::string> raterNames;
    std::vector<MeasuredUnit> units;
    /// Judged like these, and in nothing that is measured: a coordinator who rates too still has to rate them
    /// in another round, or a part of them.
    std::vector<MeasuredUnit> keptBack;
    std::int64_t assignedUnits = 0;
    std::vector<std::int64_t> assignedTo; ///< units of each of `raters`; empty: nothing was assigned
    /// How many of `raters`, from the first, are measured against one another. A gold rater who was not named
    /// among the raters stands behind them: others are held against the gold one, which does not enter their
    /// agreement.
    std::size_t measuredRaters = 0;
    /// The last of `raters` is nobody but what was settled (StudyMeasureOptions::withConsensus).
    bool hasConsensus = false;
    /// That column's value for a code or, without one, for the variable: what was settled, else what all of
    /// at least two raters said. none: open.
    [[nodiscard]] std::optional<std::string>
    consensus(std::size_t unit, const model::Variable& variable, const model::Code* code,
              std::span<const std::optional<std::string>> given) const;

    /// Nothing was: everybody was to judge every unit.
    [[nodiscard]] bool isUnassigned() const { return m_assignedFrom.empty(); }
    /// Who was to judge the unit, as places in `raters`; none where nothing was assigned.
    [[nodiscard]] std::span<const std::uint32_t> assignedRaters(std::size_t unit) const;

    [[nodiscard]] model::UnitWork work(std::size_t unit, std::size_t rater, model::VariableId variable) const;
    /// The first call for a variable works all of it out; one thread at a time.
    [[nodiscard]] PresenceReader presences(const model::Variable& variable, model::Overlap overlap,
                                           bool rollUp) const;
    /// Codebook version under which all of the raters who completed the unit for this variable did so; 0 if
    /// none did, none if they differ.
    [[nodiscard]] std::optional<std::int64_t> versionOf(std::size_t unit, model::VariableId variable) const;
    [[nodiscard]] const std::vector<model::Coding>& codings() const { return m_codings; }
    [[nodiscard]] const std::vector<model::Rating>& ratings() const { return m_ratings; }

private:
    /// What shares words with a part of a transcript that is kept back is kept back.
    [[nodiscard]] base::Status keepBackWholes(Session& session, const StillToRate& still);
    /// Takes away the ratings of units to which their rater did not give the level of "VARIABLE=LEVEL".
    [[nodiscard]] base::Status shareWithinTranscripts(Session& session);
    [[nodiscard]] base::Status restrictTo(const std::string& condition);

    struct Key {
        std::int64_t unit;
        std::int64_t rater;
        std::int64_t variable;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept {
            auto mixed = static_cast<std::uint64_t>(key.unit) * 0x9e3779b97f4a7c15ULL;
            mixed ^= (static_cast<std::uint64_t>(key.rater) << 40) + static_cast<std::uint64_t>(key.variable);
            mixed *= 0xbf58476d1ce4e5b9ULL;
            return static_cast<std::size_t>(mixed ^ (mixed >> 29));
        }
    };
    struct Extent {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    /// What the raters did for one variable, by unit and rater of this round.
    struct WorkTable {
        model::VariableId variable;
        std::vector<std::int32_t> versions; ///< 0: not completed
        std::vector<Extent> codings;
    };
    [[nodiscard]] const WorkTable* tableOf(model::VariableId variable) const;
    [[nodiscard]] WorkTable& tableFor(model::VariableId variable);
    /// Turns the look-ups by id, which reading needs, into tables by place.
    void tabulate(const std::vector<model::Assignment>& assignments);
    [[nodiscard]] const Presences* presenceTable(const model::Variable& variable, model::Overlap overlap,
                                                 bool rollUp) const;

    std::shared_ptr<const SettledValues> m_settled;
    std::vector<model::Coding> m_codings; ///< by unit, rater, variable
    std::vector<model::Rating> m_ratings;
    std::vector<std::uint32_t> m_assigned;   ///< raters of one unit after those of another
    std::vector<std::size_t> m_assignedFrom; ///< where those of each unit begin, and the end
    std::vector<WorkTable> m_tables;
    mutable std::vector<std::unique_ptr<const Presences>> m_presences;
    /// Of units in transcripts: the codings of other units that overlap them, with their ranges.
    std::unordered_map<Key, std::vector<model::Coding>, KeyHash> m_shared;
    // While it is read.
    std::unordered_map<Key, Extent, KeyHash> m_codingsAt;
    std::unordered_map<Key, std::int64_t, KeyHash> m_versionAt;
};

} // namespace rapport::service
