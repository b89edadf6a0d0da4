// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every registered view in both themes, for review and for the manual: VIEW-light.png,
// VIEW-dark.png.
#pragma once

#include <QString>

namespace rapport::ui {

/// Runs the event loop until all are written. 0, or 3 if the study cannot be opened or a picture not written.
[[nodiscard]] int takeScreenshots(const QString& folder, const QString& study, const QString& rater);

} // namespace rapport::ui
