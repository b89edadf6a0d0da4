// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/agreement_figure.h"

#include "report/figures.h"

namespace rapport::service {

std::string agreementFigure(const AgreementFigure& figure) {
    std::vector<report::FigureInterval> lines;
    lines.reserve(figure.lines.size());
    for (const AgreementLine& line : figure.lines)
        lines.push_back({line.label, line.isHeading, line.value, line.low, line.high, line.note});
    return report::intervalFigure(figure.title, lines, figure.target, figure.targetText, figure.decimal);
}

} // namespace rapport::service
