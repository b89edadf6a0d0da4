// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/multiplicity.h"

#include <algorithm>
#include <cstddef>

namespace rapport::analysis {

std::vector<std::optional<double>> holm(std::span<const std::optional<double>> pValues) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pValues.size(); ++i) {
        if (pValues[i])
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return *pValues[a] < *pValues[b]; });
    std::vector<std::optional<double>> adjusted(pValues.size());
    double largest = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const double each = static_cast<double>(order.size() - place) * *pValues[order[place]];
        largest = std::max(largest, std::min(each, 1.0));
        adjusted[order[place]] = largest;
    }
    return adjusted;
}

} // namespace rapport::analysis
