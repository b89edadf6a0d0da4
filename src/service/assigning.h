// SPDX-License-Identifier: GPL-3.0-or-later
// Raters, rounds and who rates what. Samples are drawn by seed and can be drawn again.
#pragma once

#include "service/session.h"

#include <map>
#include <utility>

namespace rapport::service {

[[nodiscard]] base::Result<model::Rater> addRater(Session& session, const std::string& name,
                                                  model::RaterKind kind);

/// Errors: InvalidArgument.
[[nodiscard]] base::Status checkRoundName(const std::string& name);

enum class SampleBy { Unit, Participant };

struct AssignRequest {
    std::string round;
    model::RoundKind kind = model::RoundKind::Reliability;
    std::vector<std::string> raters;
    std::vector<std::string> variables; ///< empty: all
    std::string sample = "all";         ///< "all", "40" or "25%"
    SampleBy sampleBy = SampleBy::Unit;
    std::vector<std::string> stratify; ///< attribute names
    int perUnit = 0;                   ///< raters per unit; 0: all of them
    std::uint64_t seed = 1;
    bool isBlind = true;
    std::vector<std::string> prompts; ///< empty: all open prompts
    bool withTranscripts = false;     ///< turns and transcripts too, not only answers
    bool isFresh = false;             ///< without the units of any earlier round
    std::vector<std::string> without; ///< ... of these rounds
    /// Rated again: only units that each of the raters completed in this round, every unit by its own raters.
    /// Empty: not.
    std::string again;
    int againAfterDays = 0; ///< and completed at least so long ago
};

struct AssignPreview {
    std::int64_t candidates = 0;
    std::int64_t units = 0;
    std::map<std::string, std::int64_t> perRater;
    std::int64_t sharedByTwo = 0; ///< units that at least two raters get, gold ones aside
    /// Units that both raters of a pair get; names in the order of the request. None with a gold rater.
    std::map<std::pair<std::string, std::string>, std::int64_t> shared;
};

/// What assign() would do. Same errors, nothing written.
[[nodiscard]] base::Result<AssignPreview> previewAssign(Session& session, const AssignRequest& request);
/// Errors: InvalidArgument (unknown variable or attribute, a bad sample), NotFound (a rater), Refused (the
/// round exists, no units to assign).
[[nodiscard]] base::Result<AssignPreview> assign(Session& session, const AssignRequest& request);
struct ReassignRequest {
    std::string round;
    std::string from;
    std::vector<std::string> to;
    std::uint64_t seed = 1;
};
struct Reassigned {
    std::map<std::string, std::int64_t> units; ///< by rater
    std::int64_t left = 0;                     ///< that stay with `from`, as all the others have them already
    friend bool operator==(const Reassigned&, const Reassigned&) = default;
};
/// Units of the round that `from` has not completed, and not begun, go to the others: to each as many as to
/// the next, to nobody twice. What `from` began stays. A rater's new units come after the old ones. Gives
/// what everybody gets. Errors: NotFound, InvalidArgument, Refused (the round is open; nothing is left to
/// give; all of it is the others' already; from a rater to a gold one).
[[nodiscard]] base::Result<Reassigned> previewReassign(Session& session, const ReassignRequest& request);
[[nodiscard]] base::Result<Reassigned> reassign(Session& session, const ReassignRequest& request);

/// Freezes the round's agreement at this position of the journal. Refused if it is open already.
[[nodiscard]] base::Result<ChangeSet> openRound(Session& session, const std::string& round);

struct Progress {
    model::Round round;
    model::Rater rater;
    std::int64_t assigned = 0;
    std::int64_t completed = 0;
};
[[nodiscard]] base::Result<std::vector<Progress>> progress(Session& session);

} // namespace rapport::service
