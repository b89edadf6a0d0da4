// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/choice_box.h"

#include <QHelpEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolTip>
#include <algorithm>

namespace rapport::ui {

namespace {

QString fitting(const QComboBox& box, const QStyleOptionComboBox& option) {
    const int room =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).width();
    return box.fontMetrics().elidedText(option.currentText, Qt::ElideRight, room);
}

} // namespace

ChoiceBox::ChoiceBox(QWidget* parent)
    : QComboBox(parent) {
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

QSize ChoiceBox::minimumSizeHint() const {
    const QSize whole = QComboBox::minimumSizeHint();
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(i)));
    const int least = fontMetrics().horizontalAdvance(QString(m_fewestLetters, QLatin1Char('n')));
    // Asked of the style: what the box wants for its longest words may be bounded by then.
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QSize words(std::min(widest, least), fontMetrics().height());
    return {style()->sizeFromContents(QStyle::CT_ComboBox, &option, words, this).width(), whole.height()};
}

void ChoiceBox::setFewestLetters(int letters) {
    m_fewestLetters = letters;
    updateGeometry();
}

void ChoiceBox::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    option.currentText = fitting(*this, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

bool ChoiceBox::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        QStyleOptionComboBox option;
        initStyleOption(&option);
        if (fitting(*this, option) != option.currentText) {
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), option.currentText, this);
            return true;
        }
    }
    return QComboBox::event(event);
}

} // namespace rapport::ui
