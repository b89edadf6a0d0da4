// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/weights.h"

#include "base/format.h"

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

const char* name(WeightKind kind) {
    switch (kind) {
    case WeightKind::Identity:
        return "identity";
    case WeightKind::Linear:
        return "linear";
    case WeightKind::Quadratic:
        return "quadratic";
    case WeightKind::Ordinal:
        return "ordinal";
    case WeightKind::Custom:
        return "custom";
    }
    return "identity";
}

std::optional<WeightKind> weightKindNamed(std::string_view text) {
    for (const WeightKind kind :
         {WeightKind::Identity, WeightKind::Linear, WeightKind::Quadratic, WeightKind::Ordinal})
        if (text == name(kind))
            return kind;
    return std::nullopt;
}

namespace {

double weightOf(WeightKind kind, std::size_t row, std::size_t column, const std::vector<double>& places,
                double range) {
    if (row == column)
        return 1;
    const double apart = std::abs(places[row] - places[column]);
    switch (kind) {
    case WeightKind::Linear: // SOURCE: Cicchetti & Allison 1971
        return range > 0 ? 1 - apart / range : 1;
    case WeightKind::Quadratic: // SOURCE: Fleiss & Cohen 1973
        return range > 0 ? 1 - (apart / range) * (apart / range) : 1;
    case WeightKind::Ordinal: // SOURCE: Gwet 2014, ordinal weights
        return 1 - apart * (apart + 1) / (range * (range + 1));
    default:
        return 0;
    }
}

} // namespace

base::Result<WeightMatrix> WeightMatrix::make(const WeightRequest& request, const ReliabilityData& data,
                                              std::optional<WeightBy> by) {
    const std::size_t q = data.categoryCount();
    WeightMatrix weights;
    weights.m_size = q;
    weights.m_kind = request.kind;
    weights.m_cells.assign(q * q, 0);
    if (request.kind == WeightKind::Custom) {
        if (request.matrix.size() != q * q)
            return base::fail(base::Errc::InvalidArgument,
                              fmt::format("the weights have {} cells; {} categories need {}",
                                          request.matrix.size(), q, q * q));
        for (std::size_t row = 0; row < q; ++row)
            for (std::size_t column = 0; column < q; ++column) {
                const double weight = request.matrix[row * q + column];
                if (!(weight >= 0 && weight <= 1))
                    return base::fail(
                        base::Errc::InvalidArgument, fmt::format("weight {} is not in 0 .. 1", weight),
                        "agreement weights: 1 for the same category, 0 for the worst confusion");
                if (row == column && weight != 1)
                    return base::fail(base::Errc::InvalidArgument,
                                      fmt::format("the weight of '{}' with itself is {}, not 1",
                                                  data.categories()[row], weight));
            }
        weights.m_cells = request.matrix;
    } else {
        std::vector<double> places(q);
        const bool numbers = !data.categoryValues().empty();
        if (by == WeightBy::Value && !numbers)
            return base::fail(base::Errc::InvalidArgument,
                              "weights by value need categories that are numbers", "use --weight-by rank");
        WeightBy used = by.value_or(numbers ? WeightBy::Value : WeightBy::Rank);
        if (request.kind == WeightKind::Ordinal)
            used = WeightBy::Rank;
        for (std::size_t index = 0; index < q; ++index)
            places[index] =
                used == WeightBy::Value ? data.categoryValues()[index] : static_cast<double>(index);
        double range = 0;
        if (q > 0)
            range = *std::max_element(places.begin(), places.end()) -
                    *std::min_element(places.begin(), places.end());
        for (std::size_t row = 0; row < q; ++row)
            for (std::size_t column = 0; column < q; ++column)
                weights.m_cells[row * q + column] = request.kind == WeightKind::Identity
                                                        ? (row == column ? 1 : 0)
                                                        : weightOf(request.kind, row, column, places, range);
        if (request.kind != WeightKind::Identity)
            weights.m_by = used;
    }
    for (const double weight : weights.m_cells)
        weights.m_total += weight;
    return weights;
}

} // namespace rapport::agreement
