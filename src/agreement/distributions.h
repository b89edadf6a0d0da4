// SPDX-License-Identifier: GPL-3.0-or-later
// The distributions that intervals and tests need, from Boost.Math, with answers at the edges instead of
// exceptions.
#pragma once

namespace rapport::agreement {

/// P(Z <= x).
[[nodiscard]] double normalBelow(double x);
/// The x with P(Z <= x) = p; 0 < p < 1.
[[nodiscard]] double normalQuantile(double p);
/// Two-sided probability of |Z| >= |z|, exact also far out.
[[nodiscard]] double normalTwoSided(double z);
/// P(T <= x) with df > 0 degrees of freedom.
[[nodiscard]] double tBelow(double x, double df);
[[nodiscard]] double tQuantile(double p, double df);
[[nodiscard]] double tTwoSided(double t, double df);
/// P(chi2 >= x).
[[nodiscard]] double chiSquareUpper(double x, double df);
[[nodiscard]] double chiSquareQuantile(double p, double df);
/// P(F >= x).
[[nodiscard]] double fUpper(double x, double df1, double df2);
[[nodiscard]] double fQuantile(double p, double df1, double df2);

} // namespace rapport::agreement
