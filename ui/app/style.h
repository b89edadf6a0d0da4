// SPDX-License-Identifier: GPL-3.0-or-later
// How widgets behave below colours and sizes: Fusion without its own icons on the buttons of dialogs, and
// with lists of choices as wide as what stands in them, however narrow their box is. UI thread.
#pragma once

#include <QProxyStyle>

namespace rapport::ui {

class Style : public QProxyStyle {
    Q_OBJECT
public:
    Style();
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
};

} // namespace rapport::ui
