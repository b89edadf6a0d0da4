// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/digit_strip.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace rapport::ui {

DigitStrip::DigitStrip(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
}

int DigitStrip::pitch() {
    return keyCapSize(QStringLiteral("1")).width() + codeTagSize().width() + theme().px(11);
}

void DigitStrip::setCodes(std::vector<CodeLook> codes) {
    m_codes = std::move(codes);
    QStringList names;
    for (std::size_t at = 0; at < m_codes.size(); ++at)
        names.append(QStringLiteral("%1 %2").arg(at + 1).arg(m_codes[at].title));
    setAccessibleName(names.join(QStringLiteral(", ")));
    fit();
}

QSize DigitStrip::sizeHint() const {
    return {int(m_codes.size()) * pitch(), height()};
}

QSize DigitStrip::minimumSizeHint() const {
    constexpr int fewest = 3;
    return {std::min(fewest, int(m_codes.size())) * pitch(), rowHeight()};
}

int DigitStrip::rowHeight() {
    return theme().px(22);
}

int DigitStrip::columns() const {
    return std::max(1, (width() + theme().px(8)) / pitch());
}

void DigitStrip::fit() {
    const int rows = std::max(1, (int(m_codes.size()) + columns() - 1) / columns());
    setFixedHeight(rows * rowHeight() + (rows - 1) * theme().px(3));
    updateGeometry();
    update();
}

void DigitStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

QPoint DigitStrip::placeOf(int digit) const {
    const int row = (digit - 1) / columns();
    return {((digit - 1) % columns()) * pitch(), row * (rowHeight() + theme().px(3))};
}

int DigitStrip::digitAt(QPoint at) const {
    for (int digit = 1; digit <= int(m_codes.size()); ++digit) {
        if (QRect(placeOf(digit), QSize(pitch(), rowHeight())).contains(at))
            return digit;
    }
    return 0;
}

void DigitStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSize cap = keyCapSize(QStringLiteral("1"));
    const QSize tag = codeTagSize();
    for (int digit = 1; digit <= int(m_codes.size()); ++digit) {
        const QPoint place = placeOf(digit);
        const double middle = place.y() + rowHeight() / 2.0;
        paintKeyCap(painter, QRectF(place.x(), middle - cap.height() / 2.0, cap.width(), cap.height()),
                    QString::number(digit));
        paintCodeTag(painter,
                     QRectF(place.x() + cap.width() + theme().px(3), middle - tag.height() / 2.0, tag.width(),
                            tag.height()),
                     m_codes[std::size_t(digit) - 1]);
    }
}

void DigitStrip::contextMenuEvent(QContextMenuEvent* event) {
    // From the keyboard the menu has no place of its own: the first digit's.
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const int digit = isByMouse ? digitAt(event->pos()) : 1;
    if (digit > 0 && !m_codes.empty())
        Q_EMIT otherWanted(digit, isByMouse ? event->globalPos() : mapToGlobal(placeOf(digit)));
}

void DigitStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (const int digit = digitAt(event->pos()); digit > 0)
        Q_EMIT digitChosen(digit);
}

bool DigitStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int digit = digitAt(help->pos());
        if (digit > 0)
            QToolTip::showText(
                help->globalPos(),
                tr("%1. Another code: the right button.").arg(m_codes[std::size_t(digit) - 1].title), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace rapport::ui
