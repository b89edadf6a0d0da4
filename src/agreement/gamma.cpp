// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/gamma.h"

#include "agreement/draw.h"
#include "base/format.h"
#include "base/random.h"

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

base::Result<Estimate> gammaOf(const UnitizingData& data, const UnitizingOptions& options,
                               const base::Task& task) {
    Estimate estimate;
    estimate.id = "gamma";
    estimate.missingRule = "listwise";
    const auto undefined = [&estimate](Reason reason, std::string message) {
        estimate.undefined = Undefined{reason, std::move(message)};
        return estimate;
    };
    if (data.raters().size() < 2)
        return undefined(Reason::OneRater, "not defined: agreement needs two raters");
    // Sources that all raters read; hard boundaries: each is aligned for itself and the disorders are summed.
    GammaWeights weights;
    weights.position = options.gammaAlpha;
    weights.category = options.gammaBeta;
    std::vector<const UnitizedSource*> sources;
    double units = 0;
    for (const UnitizedSource& source : data.sources()) {
        if (source.byRater.size() != data.raters().size())
            continue;
        sources.push_back(&source);
        for (const RaterSpans& rater : source.byRater)
            units += static_cast<double>(rater.spans.size());
    }
    estimate.units = static_cast<std::int64_t>(units);
    if (sources.empty())
        return undefined(Reason::NoPairableUnits, "not defined: no source was read by all raters");
    if (units == 0)
        return undefined(Reason::NoVariation, "not defined: nobody marked anything");

    // Weighted by units per rater, the mean over sources is the disorder of the whole.
    const auto disorderOf = [&](base::Random* random) -> base::Result<AlignmentDisorder> {
        AlignmentDisorder sum;
        double all = 0;
        for (const UnitizedSource* source : sources) {
            std::vector<std::vector<PlacedUnit>> raters;
            const double length = static_cast<double>(source->length);
            for (std::size_t rater = 0; rater < source->byRater.size(); ++rater) {
                std::size_t from = rater;
                double shift = 0;
                if (random != nullptr) {
                    from = static_cast<std::size_t>(random->below(source->byRater.size()));
                    shift = random->uniform() * length;
                }
                std::vector<PlacedUnit>& own = raters.emplace_back();
                for (const Span& span : source->byRater[from].spans) {
                    const double begin = std::fmod(static_cast<double>(span.begin) + shift, length);
                    own.push_back({begin, begin + static_cast<double>(span.end - span.begin), span.code});
                }
            }
            double count = 0;
            for (const auto& own : raters)
                count += static_cast<double>(own.size());
            if (count == 0)
                continue;
            RAPPORT_ASSIGN(const AlignmentDisorder disorder, bestAlignmentDisorder(raters, weights));
            sum.value += disorder.value * count;
            sum.atLeast += disorder.atLeast * count;
            all += count;
        }
        return all > 0 ? AlignmentDisorder{sum.value / all, sum.atLeast / all} : AlignmentDisorder{};
    };
    const auto observed = disorderOf(nullptr);
    if (!observed)
        return undefined(Reason::NotApplicable, observed.error().message);
    std::vector<double> sampled;
    AlignmentDisorder mean;
    bool isProven = observed->isProven();
    for (std::int64_t sample = 0; sample < options.gammaSamples; ++sample) {
        if (task.isStopped())
            return base::Task::cancelled();
        task.report(static_cast<std::uint64_t>(sample), static_cast<std::uint64_t>(options.gammaSamples),
                    "gamma");
        base::Random random(replicateSeed(options.seed, static_cast<std::uint64_t>(sample)));
        const auto disorder = disorderOf(&random);
        if (!disorder)
            return undefined(Reason::NotApplicable, disorder.error().message);
        sampled.push_back(disorder->value);
        isProven = isProven && disorder->isProven();
        mean.value += disorder->value / static_cast<double>(options.gammaSamples);
        mean.atLeast += disorder->atLeast / static_cast<double>(options.gammaSamples);
    }
    if (sampled.size() < 2 || mean.value <= 0)
        return undefined(Reason::NoVariation, "not defined: the sampled continua show no disorder");
    double squares = 0;
    for (const double disorder : sampled)
        squares += (disorder - mean.value) * (disorder - mean.value);
    estimate.value = 1 - observed->value / mean.value;
    estimate.observed = observed->value;
    estimate.expected = mean.value;
    // Of the sampling alone: how well the mean disorder of chance is known, not how well gamma is.
    const double count = static_cast<double>(sampled.size());
    const double precision = std::sqrt(squares / (count - 1) / count) / mean.value;
    estimate.se = observed->value / mean.value * precision;
    estimate.form = "samples " + std::to_string(sampled.size()) + ", seed " + std::to_string(options.seed);
    estimate.addCaveat("monte_carlo");
    if (!isProven) {
        // What the best alignments, which were not all found, leave possible.
        const double low = mean.atLeast > 0 ? std::max(1 - observed->value / mean.atLeast, -1.0) : -1;
        estimate.form += fmt::format(", between {:.4f} and {:.4f}", low, 1 - observed->atLeast / mean.value);
        estimate.addCaveat("alignment_bounded");
    }
    return estimate;
}

} // namespace rapport::agreement
