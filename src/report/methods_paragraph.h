// SPDX-License-Identifier: GPL-3.0-or-later
// The methods paragraph with typed parts still isolated (words.h), for writers that escape it themselves.
#pragma once

#include "report/kappa_report.h"

#include <string>
#include <string_view>

namespace rapport::report {

/// Stands between the paragraphs of several rounds, and before the last sentence on the program.
inline constexpr std::string_view paragraphBreak = "\n\n";

[[nodiscard]] std::string isolatedMethodsParagraph(const KappaReport& report, Language language);

} // namespace rapport::report
