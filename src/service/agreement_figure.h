// SPDX-License-Identifier: GPL-3.0-or-later
// Coefficients with their intervals as a figure (SVG) for papers. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace rapport::service {

struct AgreementLine {
    std::string label;
    bool isHeading = false;      ///< over the lines that follow; the rest is empty then
    std::optional<double> value; ///< none: not defined
    std::optional<double> low;   ///< both or neither
    std::optional<double> high;
    std::string note; ///< the same in words, beside the line
};

struct AgreementFigure {
    std::string title;
    std::vector<AgreementLine> lines;
    double target = 0;
    std::string targetText;
    char decimal = '.'; ///< of the scale's labels
};

[[nodiscard]] std::string agreementFigure(const AgreementFigure& figure);

} // namespace rapport::service
