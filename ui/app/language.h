// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window: English (in the source) or Dutch (one file per area in the resources). Changing
// it needs no restart: every widget gets QEvent::LanguageChange and sets its sentences anew. UI thread.
#pragma once

#include <QString>
#include <string_view>

namespace rapport::ui {

/// "en" or "nl".
[[nodiscard]] std::string_view uiLanguage();
/// Installs the translators and tells every widget. Unknown languages give English.
void setUiLanguage(const QString& language);
/// The system's, if we speak it, else English.
[[nodiscard]] QString systemLanguage();

} // namespace rapport::ui
