// SPDX-License-Identifier: GPL-3.0-or-later
// A drawn figure (SVG Tiny 1.2 from the rooms below) as a file.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace rapport::ui {

/// As QtSvg is to draw it: it takes a list of font families for the name of one, which nobody has. Each list
/// becomes its first family that is installed. Files keep the whole list.
[[nodiscard]] QByteArray withOneFamily(QByteArray svg);

/// By the file's ending: png (at twice its size), pdf, anything else as svg. Errors: Io.
[[nodiscard]] base::Status saveFigure(const QByteArray& svg, const QString& file);

} // namespace rapport::ui
