// SPDX-License-Identifier: GPL-3.0-or-later
// What a kappa report tells of a round beyond its tables of agreement: transcripts cut by raters, agreement
// over time, each rater against the consensus, examples of disagreement. Internal to this room.
#pragma once

#include "report/kappa_report.h"
#include "service/measured_round.h"
#include "service/reporting.h"

namespace rapport::service {

/// Fills the four parts of `facts`; a part for which there is nothing stays empty. Errors: those of the
/// store; Cancelled.
[[nodiscard]] base::Status readDetails(Session& session, const MeasuredRound& measured,
                                       const model::Codebook& codebook, const ReportRequest& request,
                                       report::RoundFacts& facts, const base::Task& task);

} // namespace rapport::service
