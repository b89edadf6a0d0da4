// SPDX-License-Identifier: GPL-3.0-or-later
// How far the work is, for the coordinator: done per rater and round, agreement so far against a target, when
// the target would be met, and whether agreement drifts over the time of a round. Reads only.
#pragma once

#include "service/session.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::service {

struct RaterStanding {
    std::string round;
    std::string rater;
    std::int64_t assigned = 0;
    std::int64_t completed = 0;
    std::optional<base::Instant> lastCompleted;
    std::optional<double> perHour; ///< where the study shows the pace (history.h)
};

/// Agreement so far on one code, or on a variable with levels or a count.
struct TargetStanding {
    std::string round;
    std::string variable;
    std::string code;            ///< empty: the variable
    std::int64_t units = 0;      ///< judged by two raters at least
    std::optional<double> value; ///< Krippendorff's alpha of the variable's scale; none: undefined
    std::optional<double> low;
    std::optional<double> high;
    std::string undefined;   ///< why there is no value
    base::Phrase noInterval; ///< why there is a value and no interval; then nothing is said of the target
    bool isMet = false;      ///< the lower limit reaches the target
    /// What the round may come to have: those that are dealt to two raters and that the variable applies to.
    std::int64_t unitsInRound = 0;
    /// Units in all at which the lower limit would reach the target if the value stayed what it is and the
    /// interval went on narrowing with the square root; none: it never would.
    std::optional<std::int64_t> unitsNeeded;
    /// When as many are there if rating goes on from now at the rate of this round so far; none: met, never,
    /// or more than the round has.
    std::optional<base::Instant> expected;
    [[nodiscard]] bool isWithinRound() const { return unitsNeeded && *unitsNeeded <= unitsInRound; }
};

struct ProgressRequest {
    std::string round; ///< empty: every round for raters, the reliability rounds for agreement
    double target = 0.70;
    double level = 0.95;
    bool withAgreement = true;
};

struct ProgressReport {
    double target = 0;
    std::vector<RaterStanding> raters;
    std::vector<TargetStanding> targets;
};
/// Errors: NotFound (a round), InvalidArgument (a target or level outside 0 to 1), Refused (a rater looks),
/// Cancelled.
[[nodiscard]] base::Result<ProgressReport> progressReport(Session& session, const ProgressRequest& request,
                                                          const base::Task& task = {});

/// Units that became complete one after the other.
struct DriftPeriod {
    std::int64_t firstUnit = 0; ///< from 1, in the order of time
    std::int64_t lastUnit = 0;
    base::Instant from;
    base::Instant to;
    std::optional<double> percentAgreement;
    std::optional<double> alpha;
    /// Sum, up to the end of the period, of each unit's agreement minus the mean of all units: climbs while
    /// agreement is better than on average, falls while it is worse.
    double cusum = 0;
    std::vector<std::optional<double>> given; ///< of a code, by DriftRow::raters: how often each gave it
};

struct DriftRow {
    std::string round;
    std::string variable;
    std::string code;
    std::vector<std::string> raters;
    std::vector<DriftPeriod> periods;
};

struct DriftRequest {
    std::string round; ///< empty: the reliability rounds, else `default`
    std::string variable;
    std::string code;
    std::int64_t periods = 10;         ///< fewer where a period would have less than five units
    std::vector<std::string> raters{}; ///< empty: all human raters
    bool afterOpening = false;         ///< with what raters changed after the round was opened
};
/// A unit stands at the time at which the second rater completed it. Codes and variables of which fewer than
/// two periods can be made are left out. Errors: as above.
[[nodiscard]] base::Result<std::vector<DriftRow>> drift(Session& session, const DriftRequest& request,
                                                        const base::Task& task = {});

} // namespace rapport::service
