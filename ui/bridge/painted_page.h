// SPDX-License-Identifier: GPL-3.0-or-later
// A report laid out for the screen on one long page and kept as what is to be painted, so that the window
// lays nothing out: a report's tables take longer than it may stand still.
#pragma once

#include "base/result.h"
#include "base/task.h"

#include <QFont>
#include <QPicture>
#include <QString>
#include <string>
#include <vector>

namespace rapport::ui {

struct PaintedPage {
    struct Strip {
        double top = 0;
        double bottom = 0;
        QPicture picture; ///< in the page's own places
    };
    double width = 0; ///< more than was asked for where a table needs it
    double height = 0;
    std::vector<Strip> strips; ///< from top to bottom, none left out
    QString words;             ///< without the formatting
};

/// `html` as service::ReportFormat::Print; `width` in the pixels that `font` is measured in; `drawings` of
/// the size they were drawn in. Draws on no screen and may run beside the window. Errors: Cancelled.
[[nodiscard]] base::Result<PaintedPage> paintPage(const std::string& html, const QFont& font, double width,
                                                  double drawings, const base::Task& task = {});

} // namespace rapport::ui
