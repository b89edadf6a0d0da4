// SPDX-License-Identifier: GPL-3.0-or-later
// From what raters did to what statistics count: absent or missing, and from segments to units. One place, so
// that agreement, analysis and reports cannot differ.
#pragma once

#include "model/codebook.h"
#include "model/coding.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rapport::model {

/// When does a segment inside a unit make its code present for the unit?
enum class Overlap {
    Any,      ///< one code point of the unit is covered
    Majority, ///< more than half of the unit's code points are covered by segments of the code together
    Full,     ///< all of them
};

/// A rater's work on one unit and variable in one round.
struct UnitWork {
    UnitKind kind = UnitKind::Answer;
    std::string_view prompt;
    text::TextRange unitRange;
    std::optional<std::int64_t> completedVersion; ///< nullopt: not declared done
    std::span<const Coding> codings;              ///< live ones of this rater, unit, variable and round
};

/// 1 present, 0 absent, nullopt missing. Missing: not completed; the code did not exist in the version under
/// which the unit was completed; the variable does not apply to the unit's prompt or kind. With `rollUp` a
/// code below counts for it. Codes that were merged into it: 1 if any of them was given, 0 if all of them
/// were asked for and none was given.
[[nodiscard]] std::optional<int> presence(const Variable& variable, const Code& code, const UnitWork& work,
                                          Overlap overlap, bool rollUp);

/// The level of a nominal or ordinal variable; nullopt where it is missing or was left open.
[[nodiscard]] std::optional<CodeId> level(const Variable& variable, const UnitWork& work);

/// The number of a count variable; completed without one is 0.
[[nodiscard]] std::optional<std::int64_t> count(const Variable& variable, const UnitWork& work);

} // namespace rapport::model
