// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/round.h"

#include "base/format.h"

namespace rapport::model {

const char* name(RaterKind kind) {
    switch (kind) {
    case RaterKind::Human:
        return "human";
    case RaterKind::Gold:
        return "gold";
    case RaterKind::Machine:
        return "machine";
    }
    return "human";
}

std::optional<RaterKind> raterKind(std::string_view text) {
    for (const RaterKind kind : {RaterKind::Human, RaterKind::Gold, RaterKind::Machine}) {
        if (text == name(kind))
            return kind;
    }
    return std::nullopt;
}

const char* name(RoundKind kind) {
    switch (kind) {
    case RoundKind::Training:
        return "training";
    case RoundKind::Calibration:
        return "calibration";
    case RoundKind::Reliability:
        return "reliability";
    case RoundKind::Main:
        return "main";
    case RoundKind::Default:
        return "default";
    }
    return "default";
}

std::optional<RoundKind> roundKind(std::string_view text) {
    for (const RoundKind kind : {RoundKind::Training, RoundKind::Calibration, RoundKind::Reliability,
                                 RoundKind::Main, RoundKind::Default}) {
        if (text == name(kind))
            return kind;
    }
    return std::nullopt;
}

std::string neutralName(std::int64_t roundNumber, std::int64_t unitNumber) {
    return fmt::format("R{}-{:03}", roundNumber, unitNumber);
}

} // namespace rapport::model
