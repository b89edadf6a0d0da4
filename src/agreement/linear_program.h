// SPDX-License-Identifier: GPL-3.0-or-later
// A small dense linear program: largest gain over x >= 0 under equalities. For tens of variables, not
// thousands. Internal to the room.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace rapport::agreement {

struct LinearProgram {
    std::size_t variables = 0;
    std::vector<double> gain;
    std::vector<std::vector<double>> rows;
    std::vector<double> sides;

    void add(std::vector<double> row, double side) {
        rows.push_back(std::move(row));
        sides.push_back(side);
    }
};

/// nullopt if nothing fulfils the equalities (or the gain has no bound). Simplex in two phases with Bland's
/// rule, which cannot cycle. SOURCE: Bland 1977
[[nodiscard]] std::optional<double> maximum(const LinearProgram& program);

} // namespace rapport::agreement
