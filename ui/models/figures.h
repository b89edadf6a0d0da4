// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as the desktop writes them: coefficients without the leading zero (".83"), shares as percentages,
// counts in groups, with the decimal sign of the window's language. Text only; the numbers stay where they
// are.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

namespace rapport::ui {

/// 0.834 gives ".83", 1 gives "1.00", -0.05 gives U+2212 and ".05"; never a negative zero.
[[nodiscard]] QString coefficientText(double value, int decimals = 2);
/// The same, or an en dash where there is no value.
[[nodiscard]] QString coefficientText(std::optional<double> value, int decimals = 2);
/// ".81 to .95".
[[nodiscard]] QString intervalText(double low, double high);
/// A share as percentage without its sign: 0.1664 gives "16.6" with one decimal.
[[nodiscard]] QString percentText(double share, int decimals = 0);
/// "1,906" or "1.906".
[[nodiscard]] QString countText(std::int64_t count);
/// One of two sentences by the number; %1 in the second is the count.
[[nodiscard]] QString counted(std::int64_t count, const QString& one, const QString& several);
/// ".70", "0,7" and ".7" alike; nothing unless it is a number above 0 and at most 1.
[[nodiscard]] std::optional<double> readShare(const QString& text);

/// En dash for a figure that is not there.
[[nodiscard]] QString noFigure();

} // namespace rapport::ui
