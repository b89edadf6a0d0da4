// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of `codebook` that change it by name, and those that show what changes came to.
#pragma once

#include "cli/command.h"
#include "cli/output.h"
#include "service/session.h"

#include <optional>
#include <string>
#include <vector>

namespace rapport::cli {

struct ChangeOptions {
    std::string code;
    std::vector<std::string> codes;
    std::vector<std::string> into;
    std::string name;
    std::string title;
    std::string parent;
    std::string definition;
    std::string use;
    std::string avoid;
    std::string remark;
    std::string language;
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
    bool withRetired = false;
};

/// Actions of `codebook` that are run by runChange.
[[nodiscard]] const std::vector<std::string>& changeActions();
/// Those of them that write.
[[nodiscard]] bool isWriting(const std::string& action);
void declareChanges(Arguments& arguments, ChangeOptions& options);
[[nodiscard]] base::Result<Answer> runChange(service::Session& session, const std::string& action,
                                             const ChangeOptions& options, Format format, Answer answer);

} // namespace rapport::cli
