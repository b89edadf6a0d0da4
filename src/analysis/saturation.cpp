// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/saturation.h"

#include "base/random.h"

#include <numeric>

namespace rapport::analysis {

std::vector<SaturationStep> saturation(const std::vector<std::vector<std::size_t>>& sources,
                                       std::size_t codes, std::size_t orders, std::uint64_t seed) {
    std::vector<SaturationStep> steps(sources.size());
    std::vector<std::size_t> order(sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Which pass a code was last seen in: nothing has to be cleared between passes.
    std::vector<std::size_t> seenIn(codes, 0);
    std::size_t pass = 0;
    const auto walk = [&](const auto& tell) {
        ++pass;
        std::int64_t seen = 0;
        for (std::size_t place = 0; place < order.size(); ++place) {
            std::int64_t fresh = 0;
            for (const std::size_t code : sources[order[place]]) {
                if (seenIn[code] != pass) {
                    seenIn[code] = pass;
                    ++fresh;
                }
            }
            seen += fresh;
            tell(place, fresh, seen);
        }
    };
    walk([&](std::size_t place, std::int64_t fresh, std::int64_t seen) {
        steps[place] = {static_cast<std::int64_t>(place) + 1, fresh, seen, 0};
    });
    base::Random random(seed);
    for (std::size_t draw = 0; draw < orders; ++draw) {
        random.shuffle(order);
        walk([&](std::size_t place, std::int64_t, std::int64_t seen) {
            steps[place].mean += static_cast<double>(seen);
        });
    }
    for (SaturationStep& step : steps)
        step.mean = orders == 0 ? static_cast<double>(step.seen) : step.mean / static_cast<double>(orders);
    return steps;
}

} // namespace rapport::analysis
