// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/unitizing.h"

#include "agreement/draw.h"
#include "agreement/gamma.h"
#include "agreement/resample.h"
#include "agreement/unitizing_sums.h"
#include "agreement/workers.h"
#include "base/format.h"
#include "base/number.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>

namespace rapport::agreement {

namespace {

/// A coefficient as a function of the sources' weights.
struct Item {
    std::string id;
    std::string form;
    std::function<Outcome(std::span<const double>)> outcome;
};

constexpr const char* overlapMessage =
    "not applicable: codes overlap inside one rater, so only the values of single codes exist";
constexpr const char* sameCodeMessage = "not applicable: spans of this code overlap inside one rater";

std::int64_t spanCount(const UnitizingData& data, std::optional<std::uint32_t> only) {
    std::int64_t spans = 0;
    for (const UnitizedSource& source : data.sources())
        for (const RaterSpans& rater : source.byRater)
            spans += std::count_if(rater.spans.begin(), rater.spans.end(),
                                   [&](const Span& span) { return !only || span.code == *only; });
    return spans;
}

std::string messageFor(const Outcome& outcome, const std::string& id, bool overlapping) {
    switch (outcome.reason) {
    case Reason::NoPairableUnits:
        return "not defined: no source was read by two raters";
    case Reason::NotApplicable:
        if (id == "character_kappa" && !overlapping)
            return "not applicable: kappa over characters is for two raters; see character_alpha";
        return overlapping ? overlapMessage : sameCodeMessage;
    case Reason::OneRater:
        return "not defined: agreement needs two raters";
    default:
        return "not defined: no variation (all of the text is the same to every rater)";
    }
}

Estimate toEstimate(const Item& item, const Outcome& outcome, std::int64_t units, bool overlapping) {
    Estimate estimate;
    estimate.id = item.id;
    estimate.form = item.form;
    estimate.missingRule = "available";
    estimate.units = units;
    if (outcome.defined && std::isfinite(outcome.value)) {
        estimate.value = outcome.value;
        if (std::isfinite(outcome.observed))
            estimate.observed = outcome.observed;
        if (std::isfinite(outcome.expected))
            estimate.expected = outcome.expected;
    } else {
        const Reason reason = outcome.defined ? Reason::NoVariation : outcome.reason;
        Outcome failed = outcome;
        failed.reason = reason;
        estimate.undefined = Undefined{reason, messageFor(failed, item.id, overlapping)};
    }
    // A character is no observation of its own: its neighbours are coded with it.
    if (item.id == "character_kappa" || item.id == "character_alpha")
        estimate.addCaveat("units_not_independent");
    return estimate;
}

Outcome notApplicable(std::span<const double>) {
    return Outcome::undefined(Reason::NotApplicable);
}

Item overlapItem(const UnitizingData& data, double share, std::optional<std::uint32_t> only) {
    return {"segment_overlap", base::numberText(share),
            [counts = overlapCounts(data, OverlapRule::Share, share, only)](std::span<const double> weights) {
                double found = 0;
                double spans = 0;
                for (std::size_t source = 0; source < counts.size(); ++source) {
                    const double weight = weights.empty() ? 1 : weights[source];
                    found += weight * counts[source].found;
                    spans += weight * counts[source].spans;
                }
                return spans > 0 ? Outcome::of(found / spans, 0) : Outcome::undefined(Reason::NoVariation);
            }};
}

std::vector<Item> overallItems(const UnitizingData& data, const UnitizingOptions& options) {
    std::vector<Item> items;
    static constexpr const char* exclusive[] = {"u_alpha",        "u_alpha_binary", "cu_alpha",
                                                "cu_coverage",    "alpha_u_1995",   "character_kappa",
                                                "character_alpha"};
    if (data.overlaps()) {
        for (const char* id : exclusive)
            items.push_back({id, {}, notApplicable});
        items.push_back(overlapItem(data, options.overlapShare, std::nullopt));
        return items;
    }
    const auto sums = std::make_shared<const UnitizingSums>(data, std::nullopt);
    const auto boundaries = std::make_shared<const BoundaryDisagreement>(data);
    const auto characters = std::make_shared<const CharacterCounts>(data, std::nullopt);
    using Weights = std::span<const double>;
    items.push_back({"u_alpha", {}, [sums](Weights w) { return uAlpha(sums->lengths(w)); }});
    items.push_back({"u_alpha_binary", {}, [sums](Weights w) { return uAlphaBinary(sums->lengths(w)); }});
    items.push_back({"cu_alpha", {}, [sums](Weights w) { return cuAlpha(sums->lengths(w)); }});
    items.push_back({"cu_coverage", {}, [sums](Weights w) { return cuCoverage(sums->lengths(w)); }});
    items.push_back({"alpha_u_1995", {}, [boundaries, sums, codes = data.codes().size()](Weights w) {
                         if (sums->lengths(w).total == 0)
                             return Outcome::undefined(Reason::NoPairableUnits);
                         BoundaryDisagreement::Parts all;
                         for (std::size_t code = 0; code < codes; ++code) {
                             const BoundaryDisagreement::Parts own = boundaries->of(code, w);
                             all.observed += own.observed;
                             all.expected += own.expected;
                         }
                         return all.expected > 0 ? Outcome::of(1 - all.observed / all.expected, 0)
                                                 : Outcome::undefined(Reason::NoVariation);
                     }});
    items.push_back({"character_kappa", {}, [characters](Weights w) { return characters->kappa(w); }});
    items.push_back({"character_alpha", {}, [characters](Weights w) { return characters->alpha(w); }});
    items.push_back(overlapItem(data, options.overlapShare, std::nullopt));
    return items;
}

std::vector<Item> codeItems(const UnitizingData& data, const UnitizingOptions& options,
                            const std::shared_ptr<const UnitizingSums>& all,
                            const std::shared_ptr<const BoundaryDisagreement>& boundaries,
                            std::uint32_t code) {
    std::vector<Item> items;
    using Weights = std::span<const double>;
    if (data.overlapsWithin(code)) {
        for (const char* id : {"u_alpha_binary", "alpha_u_1995"})
            items.push_back({id, {}, notApplicable});
    } else {
        const auto sums = std::make_shared<const UnitizingSums>(data, code);
        items.push_back({"u_alpha_binary", {}, [sums](Weights w) { return uAlphaBinary(sums->lengths(w)); }});
        if (all) {
            items.push_back(
                {"ku_alpha", {}, [all, code](Weights w) { return kuAlpha(all->lengths(w), code); }});
            items.push_back(
                {"ku_coverage", {}, [all, code](Weights w) { return kuCoverage(all->lengths(w), code); }});
        }
        items.push_back({"alpha_u_1995", {}, [boundaries, sums, code](Weights w) {
                             if (sums->lengths(w).total == 0)
                                 return Outcome::undefined(Reason::NoPairableUnits);
                             const BoundaryDisagreement::Parts own = boundaries->of(code, w);
                             return own.expected > 0 ? Outcome::of(1 - own.observed / own.expected, 0)
                                                     : Outcome::undefined(Reason::NoVariation);
                         }});
    }
    const auto characters = std::make_shared<const CharacterCounts>(data, code);
    items.push_back({"character_kappa", {}, [characters](Weights w) { return characters->kappa(w); }});
    items.push_back({"character_alpha", {}, [characters](Weights w) { return characters->alpha(w); }});
    items.push_back(overlapItem(data, options.overlapShare, code));
    return items;
}

/// Percentile intervals over sources drawn with replacement.
base::Status addBootstrap(const std::vector<Item>& items, std::vector<Estimate>& estimates,
                          std::size_t sources, const UnitizingOptions& options, const base::Task& task) {
    constexpr std::size_t fewSources = 10;
    if (options.ci != IntervalKind::Bootstrap)
        return {};
    if (sources < fewSources) {
        for (Estimate& estimate : estimates)
            estimate.addCaveat("few_clusters");
        return {};
    }
    const auto replicates = static_cast<std::size_t>(options.replicates);
    std::vector<double> values(replicates * items.size());
    const bool finished =
        forBlocks(replicates, options.threads, [&](std::size_t begin, std::size_t end, bool reports) {
            std::vector<double> weights(sources);
            for (std::size_t replicate = begin; replicate < end; ++replicate) {
                if (task.isStopped())
                    return false;
                if (reports)
                    task.report(replicate - begin, end - begin, "bootstrap");
                base::Random random(replicateSeed(options.seed, replicate));
                std::fill(weights.begin(), weights.end(), 0);
                for (std::size_t draw = 0; draw < sources; ++draw)
                    weights[random.below(sources)] += 1;
                for (std::size_t item = 0; item < items.size(); ++item) {
                    const Outcome outcome = items[item].outcome(weights);
                    values[replicate * items.size() + item] = outcome.defined ? outcome.value : notIncluded;
                }
            }
            return true;
        });
    if (!finished)
        return base::Task::cancelled();
    for (std::size_t item = 0; item < items.size(); ++item) {
        Estimate& estimate = estimates[item];
        if (!estimate.value)
            continue;
        std::vector<double> own;
        for (std::size_t replicate = 0; replicate < replicates; ++replicate)
            if (const double value = values[replicate * items.size() + item]; std::isfinite(value))
                own.push_back(value);
        if (own.size() < replicates)
            estimate.addCaveat("undefined_replicates");
        if (own.size() < 2 || own.size() * 20 < replicates * 19)
            continue;
        std::sort(own.begin(), own.end());
        if (own.back() - own.front() < 1e-14) {
            estimate.addCaveat("degenerate_se");
            continue;
        }
        Interval interval;
        interval.low = quantileOfSorted(own, (1 - options.level) / 2);
        interval.high = quantileOfSorted(own, 1 - (1 - options.level) / 2);
        interval.level = options.level;
        interval.method = "cluster_bootstrap";
        interval.clusters = static_cast<std::int64_t>(sources);
        interval.replicates = static_cast<std::int64_t>(own.size());
        interval.seed = options.seed;
        estimate.ci = interval;
    }
    return {};
}

base::Result<std::vector<Estimate>> estimatesOf(const std::vector<Item>& items, const UnitizingData& data,
                                                std::int64_t units, const UnitizingOptions& options,
                                                const base::Task& task) {
    std::vector<Estimate> estimates;
    for (const Item& item : items) {
        const Outcome outcome =
            data.raters().size() < 2 ? Outcome::undefined(Reason::OneRater) : item.outcome({});
        estimates.push_back(toEstimate(item, outcome, units, data.overlaps()));
    }
    if (data.raters().size() >= 2)
        RAPPORT_TRY(addBootstrap(items, estimates, data.sources().size(), options, task));
    return estimates;
}

} // namespace

UnitizingData UnitizingData::onlySource(std::size_t index) const {
    UnitizingData one;
    one.m_codes = m_codes;
    one.m_raters = m_raters;
    one.m_sources = {m_sources[index]};
    one.m_overlapsWithin.assign(m_codes.size(), false);
    for (const RaterSpans& rater : m_sources[index].byRater) {
        std::int64_t reached = 0;
        std::vector<std::int64_t> reachedBy(m_codes.size(), 0);
        for (const Span& span : rater.spans) {
            one.m_overlaps = one.m_overlaps || span.begin < reached;
            if (span.begin < reachedBy[span.code])
                one.m_overlapsWithin[span.code] = true;
            reached = std::max(reached, span.end);
            reachedBy[span.code] = std::max(reachedBy[span.code], span.end);
        }
    }
    return one;
}

base::Result<UnitizingDocument> measureUnitizing(const UnitizingData& data, const UnitizingOptions& options,
                                                 const base::Task& task) {
    if (!(options.level > 0 && options.level < 1))
        return base::fail(base::Errc::InvalidArgument,
                          fmt::format("the confidence level {} is not between 0 and 1", options.level));
    if (options.ci == IntervalKind::Bootstrap && options.replicates < 2)
        return base::fail(base::Errc::InvalidArgument, "a bootstrap needs two replicates or more");
    if (options.ci == IntervalKind::Analytic || options.ci == IntervalKind::Jackknife)
        return base::fail(base::Errc::InvalidArgument, "unitizing has no such interval",
                          "use --ci bootstrap, which draws sources, or --ci none");
    if (!(options.overlapShare > 0 && options.overlapShare <= 1))
        return base::fail(base::Errc::InvalidArgument, "the share of overlap must lie above 0 and up to 1");
    UnitizingDocument document;
    document.raters = data.raters();
    document.codes = data.codes();

    RAPPORT_ASSIGN(document.overall, estimatesOf(overallItems(data, options), data,
                                                 spanCount(data, std::nullopt), options, task));
    std::shared_ptr<const UnitizingSums> all;
    if (!data.overlaps())
        all = std::make_shared<const UnitizingSums>(data, std::nullopt);
    const auto boundaries = std::make_shared<const BoundaryDisagreement>(data);
    for (std::size_t code = 0; code < data.codes().size(); ++code) {
        if (task.isStopped())
            return base::Task::cancelled();
        task.report(code, data.codes().size(), "unitizing");
        const auto number = static_cast<std::uint32_t>(code);
        CodeResult& result = document.byCode.emplace_back();
        result.code = data.codes()[code];
        RAPPORT_ASSIGN(result.estimates, estimatesOf(codeItems(data, options, all, boundaries, number), data,
                                                     spanCount(data, number), options, task));
    }
    UnitizingOptions ofSource = options;
    ofSource.ci = IntervalKind::None;
    for (std::size_t source = 0; source < data.sources().size(); ++source) {
        if (task.isStopped())
            return base::Task::cancelled();
        SourceResult& result = document.sources.emplace_back();
        result.source = data.sources()[source].name;
        result.length = data.sources()[source].length;
        for (const RaterSpans& rater : data.sources()[source].byRater)
            result.raters.push_back(data.raters()[rater.rater]);
        const UnitizingData one = data.onlySource(source);
        RAPPORT_ASSIGN(result.estimates, estimatesOf(overallItems(one, ofSource), one,
                                                     spanCount(one, std::nullopt), ofSource, task));
    }
    if (options.gamma) {
        RAPPORT_ASSIGN(Estimate gamma, gammaOf(data, options, task));
        document.overall.push_back(std::move(gamma));
    }
    return document;
}

} // namespace rapport::agreement
