// SPDX-License-Identifier: GPL-3.0-or-later
// The options of measurement that `agreement` and `unitizing` share, from words to values.
#pragma once

#include "agreement/measure.h"
#include "agreement/unitizing.h"
#include "cli/arguments.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rapport::cli {

struct IntervalArguments {
    std::string ci;
    std::optional<std::int64_t> replicates;
    std::int64_t seed = 1;
    double level = 0.95;
    std::int64_t threads = 0;
};

struct MeasureArguments {
    IntervalArguments interval;
    std::vector<std::string> weights;
    std::string weightBy;
    std::string missing = "available";
    std::string resample;
    std::string pairs;
    std::string gold;
    bool diagnostics = false;
};

/// `kinds`: words of --ci, the default first.
void declareInterval(Arguments& arguments, IntervalArguments& interval,
                     const std::vector<std::string>& kinds);
void declareMeasure(Arguments& arguments, MeasureArguments& measure);

/// Reads a table of weights once the data are known; errors name the file.
using WeightReader =
    std::function<base::Result<agreement::WeightRequest>(const std::string& csv, const std::string& file)>;

/// Errors: InvalidArgument, Unreadable (a file of weights).
[[nodiscard]] base::Result<agreement::MeasureOptions> measureOptions(const MeasureArguments& given,
                                                                     const WeightReader& readWeights);
[[nodiscard]] base::Result<agreement::UnitizingOptions> unitizingOptions(const IntervalArguments& given);

} // namespace rapport::cli
