// SPDX-License-Identifier: GPL-3.0-or-later
// Did agreement change between two rounds? The same codes, in the same units, before and after.
#pragma once

#include "agreement/compare.h"
#include "service/measuring.h"

namespace rapport::service {

enum class UnitsCompared {
    Shared, ///< those in both rounds
    All,    ///< all of each round; those in both are paired
};

struct ComparisonRequest {
    std::string first;
    std::string second;
    UnitsCompared units = UnitsCompared::Shared;
    StudyMeasureOptions select; ///< its rounds and its `by` do not matter
};

/// One code of a presence variable, or a nominal, ordinal or count variable.
struct VariableComparison {
    std::string variable;
    std::optional<std::string> code;
    std::optional<std::string> prompt; ///< none: units of several prompts, or of none
    agreement::ComparisonDocument comparison;
};

/// `rapport.comparison/1`.
struct StudyComparison {
    std::string study;
    std::string first;
    std::string second;
    UnitsCompared units = UnitsCompared::Shared;
    std::vector<VariableComparison> results; ///< in the codebook's order
    /// Units of either round that whoever asks still has to rate in another one: they are in no figure.
    std::int64_t leftOutToRate = 0;
};

/// Each round as it stood when it was opened, unless select.afterOpening. Compares what both rounds hold; a
/// rater of one round need not be in the other. Errors: NotFound (a round, variable, code or rater),
/// InvalidArgument (a round with itself, two scales), Undefined (no unit is in both rounds), Refused (a rater
/// looks; a coordinator who still has to rate in one of them), Cancelled.
[[nodiscard]] base::Result<StudyComparison> compareRounds(Session& session, const ComparisonRequest& request,
                                                          const base::Task& task = {});

} // namespace rapport::service
