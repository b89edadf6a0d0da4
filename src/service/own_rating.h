// SPDX-License-Identifier: GPL-3.0-or-later
// A coordinator who rates too, as in small teams. While a blind round runs, the coordinator's view keeps back
// what others did on the units that this person still has to rate, and the round's agreement; it names these
// units as raters know them, behind everything else and without where they come from (neutral_order.h),
// leaves them out of analyses, and keeps back blinded attributes of everybody of whom there is one. Each unit
// shows itself again once it is completed, a participant's attributes once all of theirs are. So do others'
// judgements of lines that this person was given, once the sample is open. Exports and the audit trail are
// whole: asking for one is unblinding oneself.
#pragma once

#include "service/session.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace rapport::service {

/// Says as which rater the coordinator rates; empty: as none. Errors: NotFound, Refused (a rater asks).
[[nodiscard]] base::Result<ChangeSet> setCoordinatorRates(Session& session, const std::string& rater);
/// The rater's name, or empty.
[[nodiscard]] base::Result<std::string> coordinatorRates(const Session& session);

struct StillUnits; // session_impl.h

/// What the viewer still has to rate where the viewer is such a coordinator; else nothing. The session reads
/// it whole once and then follows the journal: it goes on telling what holds as the session goes on.
class StillToRate {
public:
    [[nodiscard]] static base::Result<StillToRate> read(const Session& session);
    /// Only where `rater` is somebody else: looking at the own work needs none of it.
    [[nodiscard]] static base::Result<StillToRate> readFor(const Session& session, model::RaterId rater);
    /// Also where the viewer is the rater as whom the coordinator rates: what that rater sees, the other
    /// does.
    [[nodiscard]] static base::Result<StillToRate> readAlsoAsRater(const Session& session);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool holds(model::UnitId unit) const;
    [[nodiscard]] std::vector<model::UnitId> units() const; ///< rising, each once
    /// The name under which raters know such a unit ("R1-017"); empty: it is none of them.
    [[nodiscard]] std::string neutralName(model::UnitId unit) const;
    /// Whose units they are, rising; looks at every unit of the study where there are any.
    [[nodiscard]] base::Result<std::vector<model::ParticipantId>> people(const Session& session) const;
    /// The texts they stand in, each with them in its order.
    [[nodiscard]] base::Result<std::map<model::SourceId, std::vector<model::UnitId>>>
    sources(const Session& session) const;
    [[nodiscard]] bool isIn(model::RoundId round) const; ///< units of that round are among them
    /// Judgements of these sampled lines are still kept back.
    [[nodiscard]] bool holdsSample(const model::Guid& sample) const;
    [[nodiscard]] model::RaterId self() const;

private:
    std::shared_ptr<const StillUnits> m_units; ///< null: nothing
};

} // namespace rapport::service
