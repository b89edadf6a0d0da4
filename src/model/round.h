// SPDX-License-Identifier: GPL-3.0-or-later
// Who rates which units, and when.
#pragma once

#include "base/clock.h"
#include "model/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {

enum class RaterKind { Human, Gold, Machine };
enum class RoundKind { Training, Calibration, Reliability, Main, Default };

struct Rater {
    RaterId id;
    Guid guid;
    std::string name;
    RaterKind kind = RaterKind::Human;
};

struct Round {
    RoundId id;
    Guid guid;
    std::string name;
    RoundKind kind = RoundKind::Default;
    bool isBlind = true;
    std::vector<std::string> variables; ///< names; empty: all that apply to a unit
    std::string plan;                   ///< JSON of the sampling plan with its seed, for the report
    std::int64_t openedAt = 0;          ///< journal position at which agreement was frozen; 0: not opened

    /// Its raters may not know yet whose texts they are, nor what others gave.
    [[nodiscard]] bool isStillBlind() const { return isBlind && openedAt == 0 && kind != RoundKind::Default; }
};

/// Work outside any assignment belongs to the round of this name.
inline constexpr std::string_view defaultRoundName = "default";

struct Assignment {
    RoundId round;
    RaterId rater;
    UnitId unit;
    std::int64_t ordinal = 0;       ///< place in this rater's order, from 1
    std::int64_t neutralNumber = 0; ///< the unit's number in the round, the same for all raters
};

[[nodiscard]] const char* name(RaterKind kind);
[[nodiscard]] std::optional<RaterKind> raterKind(std::string_view name);
[[nodiscard]] const char* name(RoundKind kind);
[[nodiscard]] std::optional<RoundKind> roundKind(std::string_view name);
/// "R2-017" for the 17th unit of the study's second round.
[[nodiscard]] std::string neutralName(std::int64_t roundNumber, std::int64_t unitNumber);

} // namespace rapport::model
