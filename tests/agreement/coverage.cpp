// SPDX-License-Identifier: GPL-3.0-or-later
// How often a nominal 95 % interval holds the true value, by simulation: participants with a tendency of
// their own, whose answers two or three raters rate. The true value is that of a very large sample from the
// same law. A program to run by hand; docs/methods/coverage.md holds what it printed.
#include "agreement/measure.h"
#include "agreement/reliability_data.h"
#include "base/random.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

using namespace rapport;
using namespace rapport::agreement;

namespace {

struct Law {
    const char* name;
    std::size_t clusters;
    std::size_t perCluster;
    std::size_t raters;
    double prevalence;
    double accuracy; ///< mean probability that a rater sees the truth
    double spread;   ///< of prevalence and accuracy between participants
};

ReliabilityData drawn(base::Random& random, const Law& law, std::size_t clusters) {
    std::vector<CategoryIndex> cells;
    std::vector<std::int32_t> clusterOf;
    for (std::size_t cluster = 0; cluster < clusters; ++cluster) {
        // A participant's answers are alike in what they hold and in how hard they are.
        const double own = random.uniform() < 0.5 ? -law.spread : law.spread;
        const double hard = random.uniform() < 0.5 ? -law.spread / 2 : law.spread / 2;
        for (std::size_t unit = 0; unit < law.perCluster; ++unit) {
            const bool truth = random.uniform() < law.prevalence + own * law.prevalence;
            for (std::size_t rater = 0; rater < law.raters; ++rater) {
                const bool seen = random.uniform() < law.accuracy + hard * (1 - law.accuracy) * 2;
                cells.push_back(static_cast<CategoryIndex>((truth == seen) ? 1 : 0));
            }
            clusterOf.push_back(static_cast<std::int32_t>(cluster));
        }
    }
    std::vector<std::string> raters;
    for (std::size_t rater = 1; rater <= law.raters; ++rater)
        raters.push_back(std::to_string(rater));
    ReliabilityBuilder builder(raters);
    builder.declareCategories({"0", "1"}).addMatrix(std::span<const CategoryIndex>(cells), clusterOf);
    return *builder.build();
}

struct Tally {
    int held = 0;
    int all = 0;
    double width = 0;
};

} // namespace

int main(int argc, char** argv) {
    const int repetitions = argc > 1 ? std::atoi(argv[1]) : 1000;
    const Law laws[] = {{"50 units, 2 raters", 50, 1, 2, 0.4, 0.88, 0.0},
                        {"200 units, 3 raters", 200, 1, 3, 0.3, 0.88, 0.0},
                        {"100 participants x 3 answers, 2 raters", 100, 3, 2, 0.4, 0.85, 0.8},
                        {"30 participants x 3 answers, 2 raters", 30, 3, 2, 0.4, 0.85, 0.8},
                        {"10 participants x 9 answers, 2 raters", 10, 9, 2, 0.4, 0.85, 0.8}};
    std::printf("%-42s %-20s %-22s %9s %9s\n", "law", "coefficient", "interval", "coverage", "width");
    for (const Law& law : laws) {
        base::Random truthSource(99);
        MeasureOptions point;
        point.ci = IntervalKind::None;
        const auto truth = measure(drawn(truthSource, law, 400'000), point);
        std::map<std::string, Tally> tallies;
        for (int repetition = 0; repetition < repetitions; ++repetition) {
            base::Random random(static_cast<std::uint64_t>(repetition) + 1);
            const ReliabilityData data = drawn(random, law, law.clusters);
            const auto add = [&](const std::vector<Estimate>& estimates, const std::vector<Estimate>& exact) {
                for (const Estimate& estimate : estimates) {
                    if (estimate.id != "krippendorff_alpha" && estimate.id != "gwet_ac" &&
                        estimate.id != "cohen_kappa" && estimate.id != "percent_agreement")
                        continue;
                    const Estimate* wanted = findEstimate(exact, estimate.id);
                    if (!estimate.ci || wanted == nullptr || !wanted->value)
                        continue;
                    char key[128];
                    std::snprintf(key, sizeof key, "%-20s %-22s", estimate.id.c_str(),
                                  estimate.ci->method.c_str());
                    Tally& tally = tallies[key];
                    ++tally.all;
                    tally.held +=
                        estimate.ci->low <= *wanted->value && *wanted->value <= estimate.ci->high ? 1 : 0;
                    tally.width += estimate.ci->high - estimate.ci->low;
                }
            };
            const auto run = [&](IntervalKind kind, ResampleBy by) {
                MeasureOptions options;
                options.ci = kind;
                options.replicates = 500;
                // Not the same draws for every sample: what they lack in spread would not even out.
                options.seed = static_cast<std::uint64_t>(repetition) + 1;
                options.byCategory = false;
                options.resample = by;
                options.only = {"krippendorff_alpha", "gwet_ac", "cohen_kappa", "percent_agreement"};
                const auto document = measure(data, options);
                add(document->overall, truth->overall);
                if (law.raters == 2) {
                    std::vector<Estimate> kappa{*findEstimate(document->pairs[0].estimates, "cohen_kappa")};
                    add(kappa, truth->pairs[0].estimates);
                }
            };
            run(IntervalKind::Analytic, ResampleBy::Unit);
            run(IntervalKind::Bootstrap, ResampleBy::Unit);
            if (law.perCluster > 1) {
                run(IntervalKind::Analytic, ResampleBy::Cluster);
                run(IntervalKind::Bootstrap, ResampleBy::Cluster);
            }
        }
        for (const auto& [key, tally] : tallies)
            std::printf("%-42s %s %8.1f%% %9.3f\n", law.name, key.c_str(), 100.0 * tally.held / tally.all,
                        tally.width / tally.all);
    }
    return 0;
}
