// SPDX-License-Identifier: GPL-3.0-or-later
// Another program of this project, started and waited for: the command line has the desktop draw pages. No
// shell stands between; nothing of the user's is read as a command.
#pragma once

#include "base/task.h"

#include <string>
#include <vector>

namespace rapport::base {

/// The program of that name beside the running one, else the first in PATH; empty where there is none.
[[nodiscard]] std::string findProgram(const std::string& name);

/// Runs it to its end and gives its exit code, or 128 and the signal that ended it. It writes to our standard
/// error and nowhere else. Errors: Io (cannot be started), Cancelled (it was asked to stop first).
[[nodiscard]] Result<int> runProgram(const std::string& file, const std::vector<std::string>& arguments,
                                     const Task& task = {});

} // namespace rapport::base
