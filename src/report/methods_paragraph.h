// SPDX-License-Identifier: GPL-3.0-or-later
// The methods paragraph with typed parts still isolated (words.h), for writers that escape it themselves.
#pragma once

#include "report/kappa_report.h"

#include <string>

namespace rapport::report {

[[nodiscard]] std::string isolatedMethodsParagraph(const KappaReport& report, Language language);

} // namespace rapport::report
