// SPDX-License-Identifier: GPL-3.0-or-later
// Settling what raters differ on. The consensus is a layer of its own, by round, unit and code or variable:
// it never counts as a rater's work, may be taken back, and keeps its history. A round has to be open before
// anything of it is settled, so that its agreement stays what it was. For the coordinator.
#pragma once

#include "model/coding.h"
#include "service/session.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::service {

/// A unit of a round on which raters differ.
struct DisputedUnit {
    model::UnitId unit;
    std::string name;
    std::string prompt;
    std::int64_t differences = 0; ///< codes and variables on which raters differ
    std::int64_t settled = 0;     ///< how many of them are settled
    double cost = 0;              ///< points of alpha, summed over them
    std::string worst;            ///< the code or variable that costs most
};

struct DisputeRequest {
    std::string round;
    std::string variable; ///< empty: all
    std::string code;
    bool onlyOpen = false; ///< without units in which everything is settled
    std::size_t offset = 0;
    std::size_t limit = 0; ///< 0: all
};

struct Disputes {
    std::string round;
    std::size_t total = 0; ///< units before offset and limit
    std::int64_t differences = 0;
    std::int64_t settled = 0;
    std::vector<DisputedUnit> units; ///< those that cost most first
};
/// Errors: NotFound (a round, variable or code), Refused (a rater looks).
[[nodiscard]] base::Result<Disputes> disputes(Session& session, const DisputeRequest& request);

/// A span that a rater coded, with its words.
struct Quote {
    model::CodingId coding;
    std::string variable;
    std::string code;                     ///< empty for a count
    std::optional<text::TextRange> range; ///< in the source; none: the whole unit
    std::string words;                    ///< of the range
    std::int64_t count = 0;
};

/// One rater's work on the unit, as it stood when the round was opened.
struct RaterSide {
    model::RaterId rater;
    std::string name;
    bool isComplete = false;
    bool isFlagged = false;
    std::vector<Quote> quotes;
    std::vector<Quote> changedSince; ///< live now, but not when the round was opened
    std::string memo;
};

/// A code or variable of the unit, with what each rater said and what was settled.
struct Dispute {
    std::string variable;
    std::string code;                                ///< empty for a nominal, ordinal or count variable
    std::vector<std::optional<std::string>> ratings; ///< by Discussion::sides; none: missing
    bool isAgreed = false;
    double share = 0;
    double cost = 0;
    std::optional<std::string> settled;
};

struct SettledItem {
    std::int64_t position = 0;
    base::Instant time;
    std::string variable;
    std::string code;  ///< empty for a nominal, ordinal or count variable
    std::string value; ///< "0", "1", a level or a number
    std::vector<std::string> by;
    std::string reason;
    bool isTakenBack = false;
    bool isReplaced = false; ///< settled otherwise, in another copy, later
};

/// What stands as settled, in the order of rounds, then of settling. Errors: Refused (a rater looks).
struct SettledInRound {
    std::string round;
    std::string unit;
    SettledItem item;
};
[[nodiscard]] base::Result<std::vector<SettledInRound>> settledItems(Session& session);

struct Remark {
    model::Guid guid;
    std::string author; ///< empty: the coordinator
    base::Instant time;
    std::string text;
    std::string variable;
    std::string code;
    std::int64_t becameVersion = 0; ///< codebook version whose change came of it; 0: none
};

/// Everything about one unit of a round: raters side by side.
struct Discussion {
    model::UnitId unit;
    std::string name;
    std::string prompt;
    std::string text;
    text::TextRange range;
    std::vector<RaterSide> sides;
    std::vector<Dispute> disputes;    ///< differing ones first, dearest first, then those agreed upon
    std::vector<SettledItem> history; ///< oldest first
    std::vector<Remark> remarks;
};
/// Errors: NotFound, Refused (a rater looks).
[[nodiscard]] base::Result<Discussion> discussion(Session& session, const std::string& round,
                                                  model::UnitId unit);

struct Adjudication {
    std::string round;
    model::UnitId unit;
    /// A code with "0" or "1", a variable with a level or a number.
    std::vector<std::pair<std::string, std::string>> set;
    std::vector<std::string> by; ///< one rater; several: a discussion, settled together
    std::string reason;
};
/// Settles in one step, in place of what was settled before. Errors: Refused (a rater looks, the round is not
/// open, the unit or variable is not part of it), NotFound (a name), InvalidArgument (nothing set, the same
/// twice, a value that cannot be, no reason, nobody).
[[nodiscard]] base::Result<ChangeSet> adjudicate(Session& session, const Adjudication& adjudication);
/// Takes back what was settled for these codes and variables; all of the unit's where none are named. Errors:
/// as above; Refused where nothing of it is settled.
[[nodiscard]] base::Result<ChangeSet> unsettle(Session& session, const std::string& round, model::UnitId unit,
                                               const std::vector<std::string>& names);

struct NewRemark {
    std::string round;
    model::UnitId unit;
    std::string about;  ///< a code or variable; empty: the unit
    std::string author; ///< a rater; empty: the coordinator
    std::string text;
};
struct KeptRemark {
    model::Guid guid; ///< a change of the codebook can refer to it
    ChangeSet changes;
};
/// One step of undo; a remark that was taken back is shown nowhere but in the history. Errors: NotFound,
/// InvalidArgument (no text), Refused.
[[nodiscard]] base::Result<KeptRemark> addRemark(Session& session, const NewRemark& remark);

} // namespace rapport::service
