// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own line icons (resources/icons, 20 grid, 1.5 stroke), drawn in the colour of the text beside
// them: an icon follows the theme and its own state by itself. An icon alone always has a name and a tooltip.
#pragma once

#include "ui/app/theme.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace rapport::ui {

/// Icon for buttons and menus, drawn in `token`; disabled in Text3, chosen in Accent.
[[nodiscard]] QIcon themeIcon(const QString& name, Token token = Token::Text);
/// Draws it now, in any colour.
void paintIcon(QPainter& painter, const QRectF& place, const QString& name, const QColor& colour);
[[nodiscard]] bool hasIcon(const QString& name);

} // namespace rapport::ui
