// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says of how a round came about, in the language of the words given: its paragraphs come in
// both.
#pragma once

#include "report/kappa_report.h"
#include "report/words.h"

#include <string>
#include <vector>

namespace rapport::report {

/// "90 of 198 units, drawn by participant within campus, each by 2 raters, seed 11"; "not recorded".
[[nodiscard]] std::string planText(const Words& words, const SamplingPlan& plan);
/// The kinds of units that the lines are about, each once: "answer", "turn".
void addUnitKinds(std::vector<std::string>& kinds, const RoundFacts& round);
/// "version 3 (frozen before rating began)".
[[nodiscard]] std::string versionText(const Words& words, const VersionUsed& used);

} // namespace rapport::report
