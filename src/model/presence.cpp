// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presence.h"

#include <algorithm>
#include <vector>

namespace rapport::model {

namespace {

bool isJudged(const Variable& variable, const UnitWork& work) {
    return work.completedVersion && variable.appliesTo(work.kind, work.prompt) &&
           variable.isIn(*work.completedVersion);
}

bool isBelow(const Variable& variable, CodeId candidate, CodeId ancestor) {
    for (const Code* code = variable.code(candidate); code != nullptr; code = variable.code(code->parent)) {
        if (code->id == ancestor)
            return true;
        if (code->parent.isNone())
            return false;
    }
    return false;
}

/// Given as the code itself, or as one that is part of it now, and asked for when the unit was completed.
bool isGiven(const Code& code, CodeId given, std::int64_t completed) {
    if (given == code.id)
        return code.isIn(completed);
    return std::any_of(code.merged.begin(), code.merged.end(), [&](const MergedCode& part) {
        return part.id == given && part.isJudgedIn(completed);
    });
}

/// Code points of `unit` that at least one of the ranges covers.
std::int64_t coveredLength(std::vector<text::TextRange> ranges, text::TextRange unit) {
    std::sort(ranges.begin(), ranges.end());
    std::int64_t covered = 0;
    text::CodePoints reached = unit.begin;
    for (const text::TextRange& range : ranges) {
        const text::CodePoints begin = std::max(range.begin, reached);
        const text::CodePoints end = std::min(range.end, unit.end);
        if (begin < end) {
            covered += end - begin;
            reached = end;
        }
    }
    return covered;
}

} // namespace

std::optional<int> presence(const Variable& variable, const Code& code, const UnitWork& work, Overlap overlap,
                            bool rollUp) {
    if (!isJudged(variable, work))
        return std::nullopt;
    const bool isAskedFor = code.isJudgedIn(*work.completedVersion);
    if (!isAskedFor && code.merged.empty())
        return std::nullopt;
    const auto absent = isAskedFor ? std::optional<int>(0) : std::nullopt;
    std::vector<text::TextRange> ranges;
    for (const Coding& coding : work.codings) {
        const bool counts = isGiven(code, coding.code, *work.completedVersion) ||
                            (rollUp && isAskedFor && isBelow(variable, coding.code, code.id));
        if (!counts)
            continue;
        if (!coding.range)
            return 1;
        ranges.push_back(*coding.range);
    }
    const std::int64_t covered = coveredLength(std::move(ranges), work.unitRange);
    const std::int64_t length = work.unitRange.length();
    bool isPresent = false;
    switch (overlap) {
    case Overlap::Any:
        isPresent = covered > 0;
        break;
    case Overlap::Majority:
        isPresent = 2 * covered > length;
        break;
    case Overlap::Full:
        isPresent = covered == length && length > 0;
        break;
    }
    return isPresent ? std::optional<int>(1) : absent;
}

std::optional<CodeId> level(const Variable& variable, const UnitWork& work) {
    if (!isJudged(variable, work) || work.codings.empty())
        return std::nullopt;
    const Code* chosen = variable.code(work.codings.back().code);
    return chosen == nullptr ? work.codings.back().code : chosen->id;
}

std::optional<std::int64_t> count(const Variable& variable, const UnitWork& work) {
    if (!isJudged(variable, work))
        return std::nullopt;
    return work.codings.empty() ? 0 : work.codings.back().count;
}

} // namespace rapport::model
