// SPDX-License-Identifier: GPL-3.0-or-later
// How a code of the codebook looks: title and two letters in the user's language, colour, key. A code is
// never its colour alone. Plain values; make them anew when the codebook, the language or the theme changes.
#pragma once

#include "model/codebook.h"

#include <QColor>
#include <QString>

namespace rapport::ui {

struct CodeLook {
    QString title;
    QString tag;    ///< two letters
    QString key;    ///< one letter or digit, or empty
    QString colour; ///< stored name; the theme makes a QColor of it
    int place = 0;  ///< among the codes of its variable, for codes without a colour
    [[nodiscard]] QColor color() const;
};

/// Title of anything in the language of the window.
[[nodiscard]] QString localText(const model::LocalText& text);
[[nodiscard]] CodeLook lookOf(const model::Codebook& codebook, model::CodeId code);
[[nodiscard]] CodeLook lookOf(const model::Code& code, int place = 0);

} // namespace rapport::ui
