// SPDX-License-Identifier: GPL-3.0-or-later
// A result of analysis as a figure (SVG), drawn from the cells of its tables and nothing else.
#pragma once

#include "analysis/result.h"
#include "base/result.h"

#include <map>
#include <string>
#include <vector>

namespace rapport::service {

/// "bars", "dots", "matrix", "network", "stack", "timeline", "curve": what can be drawn of a result of this
/// name, the first by default.
[[nodiscard]] const std::vector<std::string>& figureKinds(const std::string& analysis);

struct FigureWish {
    std::string kind;       ///< empty: the default
    std::size_t lines = 40; ///< at most so many, of the most frequent codes
    std::string prompt{};   ///< this question alone; empty: each
    /// Under it, before their number, where units are left out (leftOutToRate).
    std::string leftOut = "Units left out, as the coordinator still has to rate them: ";
    std::map<std::string, std::string> titles; ///< of codes by their names; a code without one by its name
    friend bool operator==(const FigureWish&, const FigureWish&) = default;
};

struct DrawnFigure {
    std::string svg;
    /// Of codes (of a question each, where several are drawn): so many are drawn, of so many that occur.
    std::size_t drawn = 0;
    std::size_t found = 0;
};

/// Errors: InvalidArgument (another kind, nothing to draw for this analysis), Undefined (nothing of it in the
/// result).
[[nodiscard]] base::Result<DrawnFigure> analysisFigure(const analysis::Result& result,
                                                       const FigureWish& wish = {});

} // namespace rapport::service
