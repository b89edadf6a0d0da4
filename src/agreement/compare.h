// SPDX-License-Identifier: GPL-3.0-or-later
// Did agreement change? Two rounds on the same units (paired), and strata that are independent of each other.
#pragma once

#include "agreement/estimate.h"
#include "agreement/measure.h"
#include "agreement/reliability_data.h"
#include "base/result.h"
#include "base/task.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::agreement {

struct ComparisonRow {
    std::string id;
    std::string weights; ///< or the scale of alpha
    std::optional<double> first;
    std::optional<double> second;
    std::optional<double> difference; ///< second minus first
    std::optional<double> se;
    std::optional<double> t;
    std::optional<double> df;
    std::optional<double> pValue;
    std::optional<Interval> ci;
    std::optional<Undefined> undefined;
    std::vector<std::string> caveats;
};

/// A rater's two judgements of the same units, as if they were two raters': "percent_agreement",
/// "cohen_kappa", "gwet_ac", "krippendorff_alpha".
struct OwnAgreement {
    std::string rater;
    std::int64_t units = 0; ///< that the rater judged in both rounds
    std::vector<Estimate> estimates;
};

/// `rapport.comparison/1`.
struct ComparisonDocument {
    std::string first;
    std::string second;
    std::int64_t unitsFirst = 0;
    std::int64_t unitsSecond = 0;
    std::int64_t unitsShared = 0;
    bool paired = false; ///< some units are shared, and their covariance is used
    std::vector<ComparisonRow> rows;
    std::vector<OwnAgreement> ownAgreement; ///< of raters who judged units in both rounds
};

/// Units are the same where their labels are. Analytic: Gwet 2016, paired differences of the linearised
/// values (by cluster where clustered), or Welch's where nothing is shared; Bootstrap: shared units are drawn
/// together. A round whose own standard error is 0 gives neither interval nor p, with the caveat
/// degenerate_se, nor does one of few clusters, however many both have together; a round's few_units,
/// single_unit and few_clusters are passed on. Errors: as measure(), and InvalidArgument where scales differ,
/// a unit occurs twice or one round alone has clusters. Other categories are a caveat
[[nodiscard]] base::Result<ComparisonDocument>
compareRounds(const ReliabilityData& first, std::string_view firstName, const ReliabilityData& second,
              std::string_view secondName, const MeasureOptions& options, const base::Task& task = {});

/// Intra-rater agreement: each rater of both rounds with herself, on the units that she judged twice. Errors:
/// as measure()
[[nodiscard]] base::Result<std::vector<OwnAgreement>> ownAgreement(const ReliabilityData& first,
                                                                   const ReliabilityData& second,
                                                                   const MeasureOptions& options,
                                                                   const base::Task& task = {});

struct Stratum {
    std::string name;
    double value = 0;
    double se = 0;
};

struct Homogeneity {
    std::optional<double> combined; ///< weighted by 1/variance
    std::optional<double> se;
    std::optional<double> chiSquare;
    double df = 0;
    std::optional<double> pValue;
    std::optional<Undefined> undefined;
};

/// Strata with a standard error of 0 carry no weight that could be used: undefined. Fleiss, Levin & Paik
/// 2003.
[[nodiscard]] Homogeneity homogeneity(const std::vector<Stratum>& strata);

} // namespace rapport::agreement
