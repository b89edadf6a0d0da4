// SPDX-License-Identifier: GPL-3.0-or-later
// `rapport.info/1`: what a study holds, in each form.
#pragma once

#include "cli/output.h"
#include "service/session.h"

#include <string>

namespace rapport::cli {

[[nodiscard]] std::string infoText(const service::StudyInfo& info, Format format);

} // namespace rapport::cli
