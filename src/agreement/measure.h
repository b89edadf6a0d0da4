// SPDX-License-Identifier: GPL-3.0-or-later
// The whole measurement of one table of ratings: every coefficient that applies, for all raters, for each
// pair and for each category, with intervals and, on request, diagnostics. Pure and deterministic: the same
// data and options give the same document for any number of threads. Refuses nothing that can be measured;
// what is not defined says so in its Estimate.
#pragma once

#include "agreement/estimate.h"
#include "agreement/reliability_data.h"
#include "agreement/set_data.h"
#include "agreement/weights.h"
#include "base/result.h"
#include "base/task.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapport::agreement {

enum class MissingRule : std::uint8_t { Available, Listwise };
enum class IntervalKind : std::uint8_t { Analytic, Bootstrap, Jackknife, None };
enum class ResampleBy : std::uint8_t { Unit, Cluster };
enum class PairsShown : std::uint8_t { Automatic, All, None }; ///< Automatic: all up to 12 raters

[[nodiscard]] const char* name(MissingRule rule);
[[nodiscard]] const char* name(IntervalKind kind);

/// The options of `rapport agreement`.
struct MeasureOptions {
    /// Empty: identity, and for an ordered scale also linear, quadratic, ordinal.
    std::vector<WeightRequest> weights;
    std::optional<WeightBy> weightBy;
    MissingRule missingRule = MissingRule::Available;
    IntervalKind ci = IntervalKind::Analytic;
    std::int64_t replicates = 10000;
    std::uint64_t seed = 1;
    /// Default: by cluster where the data are clustered, else by unit.
    std::optional<ResampleBy> resample;
    double level = 0.95;
    unsigned threads = 0; ///< 0: as many as the machine has; never changes the result
    PairsShown pairs = PairsShown::Automatic;
    bool byCategory = true;
    std::optional<std::string> gold; ///< label of the rater the others are held against
    bool diagnostics = false;
    std::size_t driftBlocks = 10; ///< blocks of units in coding order
    /// Ids of coefficients to compute; empty: all that apply.
    std::vector<std::string> only;
    /// Added to every estimate, e.g. "pooled_prompts".
    std::vector<std::string> caveats;
};

struct DataSummary {
    std::int64_t units = 0;
    std::vector<std::string> raters;
    std::string scale; ///< "nominal" .. "ratio", or "set"
    std::vector<std::string> categories;
    bool categoriesDeclared = false;
    std::int64_t missing = 0;
    std::int64_t pairableUnits = 0;
    std::int64_t completeUnits = 0;
    std::optional<std::int64_t> clusters;
    std::string unitOfAnalysis; ///< empty: unknown
    std::string note;
};

struct PairResult {
    std::vector<std::string> raters; ///< two, in column order
    std::int64_t units = 0;          ///< rated by both
    /// Row: first rater, column: second, over all of the document's categories. Empty for sets.
    std::vector<std::vector<std::int64_t>> table;
    std::vector<std::string> categories;
    std::vector<Estimate> estimates;
};

struct CategoryResult {
    std::string category;
    std::vector<Estimate> estimates;
};

/// One rater held against the gold rater. With two categories the second of the list ("1", "yes") is the
/// positive one, else sensitivity, specificity, precision and F1 are means over the categories (macro).
struct GoldResult {
    std::string rater;
    std::int64_t units = 0;
    std::string positive; ///< the positive category; empty: macro means
    std::optional<double> sensitivity;
    std::optional<double> specificity;
    std::optional<double> precision;
    std::optional<double> f1;
    std::optional<double> f1Micro;
    std::optional<double> mcc;
    std::optional<double> balancedAccuracy;
    std::optional<double> youden;
    std::optional<double> kappa;
    std::vector<std::vector<std::int64_t>> table; ///< row: gold, column: rater
    std::vector<std::string> categories;
};

/// Krippendorff's alpha (of the data's own scale; MASI for sets) without one unit, one rater or one cluster.
struct InfluenceResult {
    std::string unit; ///< one of these is set
    std::string rater;
    std::string cluster; ///< participant or transcript, where these hold more than one unit
    std::optional<double> alphaWithout;
    std::optional<double> change; ///< alpha minus alphaWithout
};

/// Gwet's probabilistic benchmarking: the highest level whose membership probability, cumulated from the top,
/// reaches 0.95.
struct BenchmarkResult {
    std::string coefficient; ///< id of the estimate
    std::string weights;     ///< or its scale
    std::string scale;       ///< landis_koch, fleiss, altman, cicchetti, krippendorff, mchugh
    std::string level;
    double cumulative = 0;
};

/// Agreement in a block of consecutive units.
struct DriftBlock {
    std::int64_t firstUnit = 0; ///< from 1
    std::int64_t lastUnit = 0;
    std::int64_t pairableUnits = 0;
    std::optional<double> percentAgreement;
    std::optional<double> alpha;
    std::optional<Interval> alphaCi; ///< of the block alone, by cluster where it is clustered
    /// Sum over units, up to the end of the block, of percent agreement minus its mean over all units: climbs
    /// while agreement is better than on average, falls while it is worse.
    double cusum = 0;
};

struct Diagnostics {
    std::vector<InfluenceResult> influence; ///< raters, then up to 1000 clusters and up to 1000 units, those
                                            ///< that move alpha most first
    std::vector<BenchmarkResult> benchmark;
    std::vector<DriftBlock> drift;
};

/// `rapport.agreement/1`.
struct AgreementDocument {
    DataSummary data;
    std::vector<Estimate> overall;
    std::vector<PairResult> pairs;
    std::vector<CategoryResult> byCategory;
    std::optional<std::vector<GoldResult>> againstGold;
    std::optional<Diagnostics> diagnostics;
};

/// Errors: Cancelled; InvalidArgument (weights that do not fit, a gold rater that is not there, a level
/// outside (0, 1), no replicates, resampling clusters where none are given).
[[nodiscard]] base::Result<AgreementDocument>
measure(const ReliabilityData& data, const MeasureOptions& options, const base::Task& task = {});

/// The same for sets: alpha with set distances, pooled and mean kappa, Holsti; by category each code as its
/// own binary variable. Weights do not apply.
[[nodiscard]] base::Result<AgreementDocument> measureSets(const SetData& data, const MeasureOptions& options,
                                                          const base::Task& task = {});

} // namespace rapport::agreement
