// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/instrument.h"

#include "base/format.h"
#include "model/names.h"

#include <set>

namespace rapport::model {

const char* name(PromptKind kind) {
    switch (kind) {
    case PromptKind::Open:
        return "open";
    case PromptKind::YesNo:
        return "yes-no";
    case PromptKind::Note:
        return "note";
    }
    return "open";
}

std::optional<PromptKind> promptKind(std::string_view text) {
    for (const PromptKind kind : {PromptKind::Open, PromptKind::YesNo, PromptKind::Note}) {
        if (text == name(kind))
            return kind;
    }
    return std::nullopt;
}

base::Status validate(const Instrument& instrument) {
    std::set<std::string_view> seen;
    for (const Prompt& prompt : instrument.prompts) {
        if (!isIdentifier(prompt.name))
            return base::fail(base::Errc::InvalidArgument,
                              base::said("'{}' cannot name a prompt", prompt.name),
                              "use letters, digits, '_' and '-', beginning with a letter");
        if (!seen.insert(prompt.name).second)
            return base::fail(base::Errc::InvalidArgument,
                              base::said("two prompts are named '{}'", prompt.name));
    }
    return {};
}

} // namespace rapport::model
