// SPDX-License-Identifier: GPL-3.0-or-later
// A small synthetic report with everything a report can hold: two rounds, two and three raters, prompts and
// pooled results, each verdict, undefined values, a nominal and an ordinal variable, sets of codes.
#pragma once

#include "report/kappa_report.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace rapport::report::test {

/// Counts of two raters on one code: first row "0", first column "0".
using Counts = std::array<std::array<std::int64_t, 2>, 2>;

/// Cohen's kappa, percent agreement and what goes with them, worked out from the counts by the textbook; the
/// interval is kappa plus and minus `halfWidth`, none if that is 0.
[[nodiscard]] agreement::AgreementDocument binaryDocument(const Counts& counts, double halfWidth,
                                                          std::vector<std::string> raters = {"A", "B"});

[[nodiscard]] KappaReport smallReport();

/// One round whose results are split by the attribute "school": two schools and units without one, codes
/// pooled over prompts and of one prompt, a nominal variable, sets.
[[nodiscard]] KappaReport reportByGroup();

} // namespace rapport::report::test
