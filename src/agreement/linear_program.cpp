// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/linear_program.h"

#include <cmath>

namespace rapport::agreement {

namespace {

constexpr double tiny = 1e-11;

/// Rows of [variables | artificial | side], one basic variable each.
class Tableau {
public:
    explicit Tableau(const LinearProgram& program)
        : m_variables(program.variables)
        , m_rows(program.rows.size())
        , m_width(m_variables + m_rows + 1)
        , m_cells(m_rows * m_width, 0)
        , m_basis(m_rows) {
        for (std::size_t row = 0; row < m_rows; ++row) {
            const double sign = program.sides[row] < 0 ? -1 : 1;
            for (std::size_t column = 0; column < m_variables; ++column)
                at(row, column) = sign * program.rows[row][column];
            at(row, m_variables + row) = 1;
            at(row, m_width - 1) = sign * program.sides[row];
            m_basis[row] = m_variables + row;
        }
    }

    /// Largest gain over the first `allowed` columns from the basis at hand; false if it has no bound.
    bool climb(const std::vector<double>& gain, std::size_t allowed) {
        for (;;) {
            std::size_t entering = allowed;
            for (std::size_t column = 0; column < allowed && entering == allowed; ++column)
                if (reducedGain(gain, column) > tiny)
                    entering = column;
            if (entering == allowed)
                return true;
            std::size_t leaving = m_rows;
            double best = 0;
            for (std::size_t row = 0; row < m_rows; ++row) {
                if (at(row, entering) <= tiny)
                    continue;
                const double ratio = at(row, m_width - 1) / at(row, entering);
                if (leaving == m_rows || ratio < best - tiny ||
                    (ratio < best + tiny && m_basis[row] < m_basis[leaving])) {
                    leaving = row;
                    best = ratio;
                }
            }
            if (leaving == m_rows)
                return false;
            pivot(leaving, entering);
        }
    }
    [[nodiscard]] double value(const std::vector<double>& gain) const {
        double sum = 0;
        for (std::size_t row = 0; row < m_rows; ++row)
            sum += gain[m_basis[row]] * at(row, m_width - 1);
        return sum;
    }
    /// Artificial variables that stayed at 0 leave the basis where they can.
    void dropArtificial() {
        for (std::size_t row = 0; row < m_rows; ++row) {
            if (m_basis[row] < m_variables)
                continue;
            for (std::size_t column = 0; column < m_variables; ++column)
                if (std::abs(at(row, column)) > 1e-9) {
                    pivot(row, column);
                    break;
                }
        }
    }
    [[nodiscard]] std::size_t columns() const { return m_variables + m_rows; }

private:
    double& at(std::size_t row, std::size_t column) { return m_cells[row * m_width + column]; }
    [[nodiscard]] double at(std::size_t row, std::size_t column) const {
        return m_cells[row * m_width + column];
    }
    [[nodiscard]] double reducedGain(const std::vector<double>& gain, std::size_t column) const {
        double sum = gain[column];
        for (std::size_t row = 0; row < m_rows; ++row)
            sum -= gain[m_basis[row]] * at(row, column);
        return sum;
    }
    void pivot(std::size_t row, std::size_t column) {
        const double scale = at(row, column);
        for (std::size_t each = 0; each < m_width; ++each)
            at(row, each) /= scale;
        for (std::size_t other = 0; other < m_rows; ++other) {
            const double factor = at(other, column);
            if (other == row || factor == 0)
                continue;
            for (std::size_t each = 0; each < m_width; ++each)
                at(other, each) -= factor * at(row, each);
        }
        m_basis[row] = column;
    }

    std::size_t m_variables;
    std::size_t m_rows;
    std::size_t m_width;
    std::vector<double> m_cells;
    std::vector<std::size_t> m_basis;
};

} // namespace

std::optional<double> maximum(const LinearProgram& program) {
    Tableau tableau(program);
    std::vector<double> feasibility(tableau.columns(), 0);
    for (std::size_t column = program.variables; column < tableau.columns(); ++column)
        feasibility[column] = -1;
    if (!tableau.climb(feasibility, tableau.columns()) || tableau.value(feasibility) < -1e-9)
        return std::nullopt;
    tableau.dropArtificial();
    std::vector<double> gain(program.gain);
    gain.resize(tableau.columns(), 0);
    if (!tableau.climb(gain, program.variables))
        return std::nullopt;
    return tableau.value(gain);
}

} // namespace rapport::agreement
