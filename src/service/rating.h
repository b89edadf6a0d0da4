// SPDX-License-Identifier: GPL-3.0-or-later
// A rater's work: code, withdraw, choose a level, count, complete, memo, flag, undo. Each act is one
// transaction; when it returns, it is on disk.
#pragma once

#include "model/coding.h"
#include "model/source.h"
#include "service/session.h"

#include <string>
#include <vector>

namespace rapport::service {

/// A unit in a rater's list. `name` is the neutral one where the round is blind and the viewer a rater.
struct UnitItem {
    model::UnitId id;
    model::SourceId source;
    std::string name;
    std::string neutralName; ///< empty outside rounds
    std::string sourceName;  ///< empty where blind
    model::UnitKind kind = model::UnitKind::Answer;
    std::string prompt;
    std::int64_t ordinal = 0; ///< place in the rater's order, from 1
    std::string round;
    std::string rater;
    text::TextRange range; ///< in the source
    bool isComplete = false;
    bool isBegun = false; ///< some coding, not complete
    bool isFlagged = false;
};

enum class UnitState { All, Todo, Done };

struct UnitsRequest {
    std::string round; ///< empty: every round
    std::string rater; ///< empty: every rater
    UnitState state = UnitState::All;
};

/// A rater's assigned units in that rater's order; without round and rater: all units of the study in its
/// order. A viewer who is a rater gets the own ones only.
[[nodiscard]] base::Result<std::vector<UnitItem>> units(Session& session, const UnitsRequest& request);

/// A place in a rater's list: what a list of 100,000 units needs of each, and no more.
struct RatingPlace {
    model::UnitId unit;
    model::SourceId source;
    model::UnitKind kind = model::UnitKind::Answer;
    std::string prompt;     ///< name, or empty
    std::string transcript; ///< name of the one that holds it; empty for answers and where units are neutral
    bool isComplete = false;
    bool isBegun = false; ///< some coding, not complete
    bool isFlagged = false;
};
/// A rater's units of a round in that rater's order; in the round `default` (and with none) every unit that
/// the viewer may see, in the order of the study. Texts of who withdrew are in it where they were completed
/// before, and cannot be rated. `kinds` empty: every kind. Errors: Refused (another rater's).
[[nodiscard]] base::Result<std::vector<RatingPlace>> ratingPlaces(Session& session, model::RaterId rater,
                                                                  const model::Round& round,
                                                                  const std::vector<model::UnitKind>& kinds);
/// The highest id of a unit, none without units: about how many there are, known without counting.
[[nodiscard]] base::Result<model::UnitId> highestUnit(Session& session);

/// Everything that the Rate view shows of one unit.
struct UnitWorkView {
    UnitItem item;
    std::string text; ///< the unit's own text
    std::string language;
    std::int64_t words = 0;
    std::vector<model::Coding>
        codings; ///< live ones of this rater in this round; ranges relative to the source
    std::string memo;
    std::optional<base::Instant> completedAt;
};
[[nodiscard]] base::Result<UnitWorkView> unitWork(Session& session, model::UnitId unit, model::RaterId rater,
                                                  model::RoundId round);

/// What a rater did on a unit, without its text: a row of the grid.
struct UnitMarks {
    struct Mark {
        model::VariableId variable;
        model::CodeId code;     ///< none for a count
        std::int64_t count = 0; ///< of a count variable
        bool hasQuote = false;
    };
    model::UnitId unit;
    std::vector<Mark> marks; ///< one per code, a quote of any of its codings counting
    bool isComplete = false;
    bool isFlagged = false;
    bool hasMemo = false;
    /// Since the completion before it; none for the first one and after a pause of more than three minutes.
    std::optional<std::int64_t> seconds;
};
/// Units of that round which the rater has touched, rising by id, in a handful of queries whatever their
/// number. Errors: Refused (another rater's), Cancelled.
[[nodiscard]] base::Result<std::vector<UnitMarks>>
unitMarks(Session& session, model::RaterId rater, model::RoundId round, const base::Task& task = {});
/// The same of the named units alone, in their order, without `seconds`: what one act changed.
[[nodiscard]] base::Result<std::vector<UnitMarks>> unitMarksOf(Session& session, model::RaterId rater,
                                                               model::RoundId round,
                                                               const std::vector<model::UnitId>& units);
/// Texts of the named units in their order; empty for one that the viewer may not see or that is not there.
[[nodiscard]] base::Result<std::vector<std::string>> unitTexts(Session& session,
                                                               const std::vector<model::UnitId>& units);
/// Answers whose text holds these words as they follow one another, case and accents aside; rising by id.
/// Only units that the viewer may see. Errors: Cancelled.
[[nodiscard]] base::Result<std::vector<model::UnitId>> unitsSaying(Session& session, const std::string& words,
                                                                   const base::Task& task = {});

/// What a rater wrote beside a unit of a transcript, and whether it is done.
struct UnitNote {
    std::string memo;
    bool isFlagged = false;
    bool isComplete = false;
};

/// A whole transcript for free coding.
struct TranscriptView {
    model::SourceId source;
    std::string name;
    std::string text;
    std::vector<model::Turn> turns;
    std::vector<model::Unit> units;     ///< one per turn, in order, then the whole transcript
    std::vector<UnitNote> notes;        ///< of this rater in this round, beside `units`
    std::vector<model::Coding> codings; ///< live ones of this rater in this round, by begin
    bool isComplete = false;            ///< the whole transcript, by this rater
};
[[nodiscard]] base::Result<TranscriptView> transcript(Session& session, model::SourceId source,
                                                      model::RaterId rater, model::RoundId round);
/// Reads codings and notes of a transcript anew; its text, turns and units never change.
[[nodiscard]] base::Status refreshWork(Session& session, TranscriptView& view, model::RaterId rater,
                                       model::RoundId round);

/// Live codings that others gave on a transcript in that round, to be shown beside those of `rater`. Nothing
/// where others' work is hidden: from everybody while a blind round is not open, from a rater until the round
/// is open, from a coordinator who rates too on the units that this person has not completed.
[[nodiscard]] base::Result<std::vector<model::Coding>>
codingsOfOthers(Session& session, model::SourceId source, model::RaterId rater, const model::Round& round);

/// Finds a unit by its name or by its neutral name. Errors: NotFound with near names in the hint.
[[nodiscard]] base::Result<model::Unit> findUnit(Session& session, const std::string& name);

/// Without a name the one unfinished round that assigns this unit to this rater; several: InvalidArgument;
/// none: `default`, made where it is not there yet. A step that writes nothing (asOneStep) takes it back.
[[nodiscard]] base::Result<model::Round> roundFor(Session& session, model::UnitId unit, model::RaterId rater,
                                                  const std::string& roundName);

struct Target {
    model::RaterId rater;
    model::RoundId round;
    model::UnitId unit;
};

/// Codes the unit, or a range of it (code points of the source, inside the unit). The same coding twice
/// changes nothing. A completed unit may still be coded: a rater corrects, and the unit stays completed. A
/// presence code only; errors: Refused (outside its prompts or kinds, a heading, not assigned to this rater
/// in the round), InvalidArgument (a level, or a range outside the unit), NotFound.
[[nodiscard]] base::Result<ChangeSet> code(Session& session, const Target& target, model::CodeId code,
                                           std::optional<text::TextRange> range = std::nullopt);
/// Errors: NotFound if it is not live, Refused if it is another rater's.
[[nodiscard]] base::Result<ChangeSet> withdraw(Session& session, model::CodingId coding);
/// All live codings of that code on the unit.
[[nodiscard]] base::Result<ChangeSet> withdrawCode(Session& session, const Target& target,
                                                   model::CodeId code);
/// Another range for the same code, as one undo step.
[[nodiscard]] base::Result<ChangeSet> moveCoding(Session& session, model::CodingId coding,
                                                 std::optional<text::TextRange> range);
/// Another code at the same place, as one undo step.
[[nodiscard]] base::Result<ChangeSet> recode(Session& session, model::CodingId coding, model::CodeId code);
/// Chooses a level of a nominal or ordinal variable in place of the one before; choosing it again clears it.
[[nodiscard]] base::Result<ChangeSet> chooseLevel(Session& session, const Target& target,
                                                  model::CodeId level);
/// Errors: InvalidArgument below 0.
[[nodiscard]] base::Result<ChangeSet> setCount(Session& session, const Target& target,
                                               model::VariableId variable, std::int64_t count);
/// Declares the unit done for all variables of the round that apply. Freezes the codebook version at its
/// first use.
[[nodiscard]] base::Result<ChangeSet> complete(Session& session, const Target& target);
[[nodiscard]] base::Result<ChangeSet> reopen(Session& session, const Target& target);
[[nodiscard]] base::Result<ChangeSet> setMemo(Session& session, const Target& target,
                                              const std::string& text);
[[nodiscard]] base::Result<ChangeSet> setFlag(Session& session, const Target& target, bool isFlagged);

/// Several acts as one transaction and one undo step; `work` returns the first error and nothing is done
/// then.
[[nodiscard]] base::Result<ChangeSet> asOneStep(Session& session,
                                                const std::function<base::Status(Session&)>& work);

/// Variables of this unit that are still open (no level chosen) for this rater and round: what Enter asks
/// about.
[[nodiscard]] base::Result<std::vector<model::VariableId>> openChoices(Session& session,
                                                                       const Target& target);

// Undo by inverse acts in the journal: without limit within the session, and from an earlier one the last
// steps that this viewer made on this device.
[[nodiscard]] bool canUndo(Session& session);
[[nodiscard]] bool canRedo(Session& session);
/// The change that undo would take back, for its label.
[[nodiscard]] std::optional<ChangeSet> nextUndo(Session& session);
[[nodiscard]] std::optional<ChangeSet> nextRedo(Session& session);
[[nodiscard]] base::Result<ChangeSet> undo(Session& session);
[[nodiscard]] base::Result<ChangeSet> redo(Session& session);

} // namespace rapport::service
