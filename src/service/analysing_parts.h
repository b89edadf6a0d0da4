// SPDX-License-Identifier: GPL-3.0-or-later
// What the analyses of this room share: groups of units, shares with their limits, columns.
#pragma once

#include "analysis/association.h"
#include "analysis/proportion.h"
#include "service/analysed_data.h"

#include <functional>
#include <set>

namespace rapport::service {

using analysis::ColumnKind;
using analysis::ResultTable;
using analysis::Value;
using analysis::valueOr;

/// A group of units: those with one value of an attribute, or all (`value` empty).
struct UnitGroup {
    std::string value;
    std::vector<std::size_t> units;
};
/// All units first, then by value in the attribute's order; units without a value are in no group of their
/// own.
[[nodiscard]] std::vector<UnitGroup> groupUnits(const std::vector<std::size_t>& units,
                                                const std::vector<std::string>& values,
                                                const std::vector<std::string>& order);

/// The units of one prompt, of answers those of one wave ("Q1@WAVE"): there nobody is twice.
struct Occasion {
    std::string prompt;
    std::vector<std::size_t> units;
};
/// Of a variable's prompts, in their order, then by wave.
[[nodiscard]] std::vector<Occasion> occasionsOf(const AnalysedData& data, const AnalysedVariable& variable);

/// The share of units for which `holds` is 1 among those for which it is not -1. Wilson's limits where no
/// person or transcript is there twice, else limits by cluster.
[[nodiscard]] analysis::Proportion shareOf(const AnalysedData& data, const std::vector<std::size_t>& units,
                                           const std::function<int(std::size_t)>& holds, double level);

/// units, with, share, low, high, interval, clusters.
[[nodiscard]] std::vector<analysis::ResultColumn> shareColumns();
void addShare(std::vector<Value>& row, const analysis::Proportion& share);

/// "", or the prompts of a variable behind it where there are several: results by prompt first, then pooled.
[[nodiscard]] std::vector<std::string> promptsAndPooled(const std::vector<std::string>& prompts);
/// What stands in the column `prompt` for pooled results.
inline constexpr const char* allPrompts = "all";

/// Wanted comparisons: those of the study on `by`, or all where it is empty.
[[nodiscard]] base::Result<std::vector<GroupPair>> pairsFor(Session& session, const std::string& by);

[[nodiscard]] analysis::Result begun(const char* name, const std::string& study, const AnalysedData& data,
                                     const AnalysisRequest& request);

/// Adds leftOutToRate where there are any.
void addLeftOut(analysis::Result& result, std::int64_t units);

/// yes 1, no 0, anything else -1, in Dutch, English, French and German.
[[nodiscard]] int yesOrNo(const std::string& response);

/// Puts Holm's adjusted p-values into the column `p_holm` from the column `p`, within rows that agree in all
/// of `family`, and the number of tests of the family into `tests`.
void adjust(ResultTable& table, const std::vector<std::string>& family);

} // namespace rapport::service
