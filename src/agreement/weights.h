// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement weights between categories: 1 on the diagonal, less the further apart. By value they follow the
// categories' numbers, by rank their places in the list, unused categories included.
#pragma once

#include "agreement/reliability_data.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::agreement {

enum class WeightKind : std::uint8_t { Identity, Linear, Quadratic, Ordinal, Custom };
enum class WeightBy : std::uint8_t { Value, Rank };

/// "identity", "linear", "quadratic", "ordinal", "custom".
[[nodiscard]] const char* name(WeightKind kind);
[[nodiscard]] std::optional<WeightKind> weightKindNamed(std::string_view text);

/// What is asked for. A custom matrix is q x q in the order of the categories, row rater first; it may be
/// asymmetric. Disagreement weights must be turned into agreement weights (1 - w/max) before.
struct WeightRequest {
    WeightKind kind = WeightKind::Identity;
    std::vector<double> matrix;
};

/// Weights over q categories.
class WeightMatrix {
public:
    WeightMatrix() = default;
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] double at(std::size_t row, std::size_t column) const {
        return m_cells[row * m_size + column];
    }
    [[nodiscard]] const double* row(std::size_t index) const { return m_cells.data() + index * m_size; }
    [[nodiscard]] WeightKind kind() const { return m_kind; }
    /// Empty where the weights have neither: identity and custom.
    [[nodiscard]] std::optional<WeightBy> by() const { return m_by; }
    [[nodiscard]] bool isIdentity() const { return m_kind == WeightKind::Identity; }
    /// Sum of all cells, T_w of Gwet 2014.
    [[nodiscard]] double total() const { return m_total; }
    /// The mean of w_kl and w_lk, what raters without roles deserve.
    [[nodiscard]] double symmetric(std::size_t row, std::size_t column) const {
        return (at(row, column) + at(column, row)) / 2;
    }

    /// `by` defaults to value where the categories are numbers, else rank. Ordinal weights always go by rank.
    /// Errors (InvalidArgument): by value without numbers; a custom matrix of another size, with a number
    /// outside [0, 1] or a diagonal that is not 1.
    [[nodiscard]] static base::Result<WeightMatrix> make(const WeightRequest& request,
                                                         const ReliabilityData& data,
                                                         std::optional<WeightBy> by = std::nullopt);

private:
    std::vector<double> m_cells;
    std::size_t m_size = 0;
    double m_total = 0;
    WeightKind m_kind = WeightKind::Identity;
    std::optional<WeightBy> m_by;
};

} // namespace rapport::agreement
