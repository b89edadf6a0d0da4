// SPDX-License-Identifier: GPL-3.0-or-later
// What participants were asked: a case description and prompts.
#pragma once

#include "base/result.h"
#include "model/ids.h"
#include "model/local_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {

enum class PromptKind {
    Open,  ///< answers are units for raters
    YesNo, ///< tabulated, never rated
    Note,  ///< shown, not answered
};

struct Prompt {
    PromptId id;
    std::string name; ///< "Q1": unique in the instrument, part of units' names
    PromptKind kind = PromptKind::Open;
    LocalText wording;
};

struct Instrument {
    Guid guid;
    std::string name;
    LocalText title;
    LocalText caseText;
    bool isStandIn =
        false; ///< the exact wording is not published; ours stands in until the study's own is typed
    std::vector<Prompt> prompts;
};

[[nodiscard]] const char* name(PromptKind kind);
[[nodiscard]] std::optional<PromptKind> promptKind(std::string_view name);

/// Names unique and usable. Errors: InvalidArgument.
[[nodiscard]] base::Status validate(const Instrument& instrument);

} // namespace rapport::model
