// SPDX-License-Identifier: GPL-3.0-or-later
// What the user prefers, in the settings of this computer and never in a study. Each choice takes effect at
// once and is kept; the menus, the settings dialog and the start of the program all go through here. UI
// thread.
#pragma once

#include "ui/app/theme.h"

#include <QString>

namespace rapport::ui {

/// "dark", "light", anything else: as the system.
[[nodiscard]] ThemeChoice themeNamed(const QString& name);

/// Sets language, theme, contrast and sizes as they were chosen. Once, at the start.
void applyPreferences();

void preferLanguage(const QString& code); ///< "en" or "nl"
void preferTheme(ThemeChoice choice);
void preferContrast(ContrastChoice contrast);
[[nodiscard]] ContrastChoice preferredContrast();
/// Size of everything; 1 is 100 %.
void preferScale(double scale);
/// Size of participants' texts alone; 1 is 100 %.
void preferReadingZoom(double zoom);

/// Whether the program starts with the study that was open last; off until chosen.
[[nodiscard]] bool reopensLastStudy();
void preferReopening(bool isWanted);

/// Whether the tour was taken or skipped on this computer.
[[nodiscard]] bool tourWasSeen();
void rememberTour();

/// Language and looks as on the first day. Keys, recent studies and the columns of tables stay.
void forgetLooks();

} // namespace rapport::ui
