// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/measure_arguments.h"

#include "base/format.h"
#include "base/platform/file.h"

namespace rapport::cli {

namespace {

using base::Errc;

constexpr std::int64_t mostThreads = 1024;
constexpr std::int64_t mostReplicates = 1'000'000;

base::Status validate(const IntervalArguments& given) {
    if (given.seed < 0)
        return base::fail(Errc::InvalidArgument, "--seed is not below 0");
    if (given.threads < 0 || given.threads > mostThreads)
        return base::fail(Errc::InvalidArgument, "--threads is a number of threads; 0: as many as there are");
    if (given.replicates && (*given.replicates < 1 || *given.replicates > mostReplicates))
        return base::fail(Errc::InvalidArgument,
                          fmt::format("--replicates lies between 1 and {}", mostReplicates),
                          "10000 give an interval whose limits hardly move");
    if (!(given.level > 0 && given.level < 1))
        return base::fail(Errc::InvalidArgument, "--level lies between 0 and 1", "write 0.95 for 95 %");
    return {};
}

agreement::IntervalKind intervalKind(const std::string& name) {
    return name == "bootstrap"   ? agreement::IntervalKind::Bootstrap
           : name == "jackknife" ? agreement::IntervalKind::Jackknife
           : name == "none"      ? agreement::IntervalKind::None
                                 : agreement::IntervalKind::Analytic;
}

} // namespace

void declareInterval(Arguments& arguments, IntervalArguments& interval,
                     const std::vector<std::string>& kinds) {
    interval.ci = kinds.front();
    arguments.choice("--ci", interval.ci, kinds, fmt::format("How intervals are made ({})", kinds.front()));
    arguments.number("--replicates", interval.replicates, "N", "Samples of the bootstrap");
    arguments.number("--seed", interval.seed, "N", "The same seed draws the same samples (1)");
    arguments.number("--level", interval.level, "P", "Level of the intervals (0.95)");
    arguments.number("--threads", interval.threads, "N",
                     "Threads (default: as many as there are); never changes the result");
}

void declareMeasure(Arguments& arguments, MeasureArguments& measure) {
    arguments.repeated("--weights", measure.weights, "W",
                       "identity, linear, quadratic, ordinal, or FILE.csv with a table (may be repeated)");
    arguments.choice("--weight-by", measure.weightBy, {"value", "rank"},
                     "What weights go by (default: value for numbers, rank for labels)");
    arguments.choice("--missing", measure.missing, {"available", "listwise"},
                     "Use what there is, or only units rated by all (available)");
    declareInterval(arguments, measure.interval, {"analytic", "bootstrap", "jackknife", "none"});
    arguments.choice("--resample", measure.resample, {"unit", "cluster"},
                     "What varies (default: cluster where there are clusters)");
    arguments.choice("--pairs", measure.pairs, {"all", "none"},
                     "Show the pairs of raters (default: all up to 12 raters)");
    arguments.text("--gold", measure.gold, "RATER", "Hold the others against this rater");
    arguments.flag("--diagnostics", measure.diagnostics, "Influence, benchmarks and drift too");
}

base::Result<agreement::MeasureOptions> measureOptions(const MeasureArguments& given,
                                                       const WeightReader& readWeights) {
    RAPPORT_TRY(validate(given.interval));
    agreement::MeasureOptions options;
    for (const std::string& word : given.weights) {
        if (const auto kind = agreement::weightKindNamed(word);
            kind && *kind != agreement::WeightKind::Custom) {
            options.weights.push_back({*kind, {}});
            continue;
        }
        if (base::fileEnding(word) != "csv")
            return base::fail(Errc::InvalidArgument, fmt::format("--weights '{}' is not known", word),
                              "use identity, linear, quadratic, ordinal, or a table in a file .csv");
        RAPPORT_ASSIGN(const std::string csv, base::readFile(word));
        RAPPORT_ASSIGN(agreement::WeightRequest table, readWeights(csv, word));
        options.weights.push_back(std::move(table));
    }
    if (!given.weightBy.empty())
        options.weightBy = given.weightBy == "value" ? agreement::WeightBy::Value : agreement::WeightBy::Rank;
    options.missingRule =
        given.missing == "listwise" ? agreement::MissingRule::Listwise : agreement::MissingRule::Available;
    options.ci = intervalKind(given.interval.ci);
    if (given.interval.replicates)
        options.replicates = *given.interval.replicates;
    options.seed = static_cast<std::uint64_t>(given.interval.seed);
    options.level = given.interval.level;
    options.threads = static_cast<unsigned>(given.interval.threads);
    if (!given.resample.empty())
        options.resample =
            given.resample == "cluster" ? agreement::ResampleBy::Cluster : agreement::ResampleBy::Unit;
    if (!given.pairs.empty())
        options.pairs = given.pairs == "all" ? agreement::PairsShown::All : agreement::PairsShown::None;
    if (!given.gold.empty())
        options.gold = given.gold;
    options.diagnostics = given.diagnostics;
    return options;
}

base::Result<agreement::UnitizingOptions> unitizingOptions(const IntervalArguments& given) {
    RAPPORT_TRY(validate(given));
    agreement::UnitizingOptions options;
    options.ci = intervalKind(given.ci);
    if (given.replicates)
        options.replicates = *given.replicates;
    options.seed = static_cast<std::uint64_t>(given.seed);
    options.level = given.level;
    options.threads = static_cast<unsigned>(given.threads);
    return options;
}

} // namespace rapport::cli
