// SPDX-License-Identifier: GPL-3.0-or-later
// A result of analysis as a figure (SVG), drawn from the cells of its tables and nothing else.
#pragma once

#include "analysis/result.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace rapport::service {

/// "bars", "dots", "matrix", "network", "stack", "timeline", "curve": what can be drawn of a result of this
/// name, the first by default.
[[nodiscard]] const std::vector<std::string>& figureKinds(const std::string& analysis);

/// `kind` empty: the default. At most `lines` lines: the most frequent codes. Errors: InvalidArgument
/// (another kind, nothing to draw for this analysis), Undefined (an empty table).
[[nodiscard]] base::Result<std::string> analysisFigure(const analysis::Result& result,
                                                       const std::string& kind, std::size_t lines = 40);

} // namespace rapport::service
