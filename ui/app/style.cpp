// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <algorithm>

namespace rapport::ui {

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion")) {
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
               ? 0
               : QProxyStyle::styleHint(hint, option, widget, returned);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const auto* box = qobject_cast<const QComboBox*>(widget);
    if (control != CC_ComboBox || part != SC_ComboBoxListBoxPopup || box == nullptr)
        return rect;
    // The list has no frame and no scroll bar before it is shown: room for them is left in any case.
    const int around = proxy()->pixelMetric(PM_ScrollBarExtent) + 3 * box->fontMetrics().averageCharWidth();
    rect.setWidth(std::max(rect.width(), box->view()->sizeHintForColumn(0) + around));
    return rect;
}

} // namespace rapport::ui
