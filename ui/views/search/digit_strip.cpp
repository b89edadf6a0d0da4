// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/digit_strip.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace rapport::ui {

DigitStrip::DigitStrip(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, [this] { updateGeometry(); });
}

int DigitStrip::pitch() {
    return keyCapSize(QStringLiteral("1")).width() + codeTagSize().width() + theme().px(13);
}

void DigitStrip::setCodes(std::vector<CodeLook> codes) {
    m_codes = std::move(codes);
    QStringList names;
    for (std::size_t at = 0; at < m_codes.size(); ++at)
        names.append(QStringLiteral("%1 %2").arg(at + 1).arg(m_codes[at].title));
    setAccessibleName(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize DigitStrip::sizeHint() const {
    return {int(m_codes.size()) * pitch(), theme().px(22)};
}

QSize DigitStrip::minimumSizeHint() const {
    return {0, theme().px(22)};
}

int DigitStrip::digitAt(int x) const {
    const int at = x / pitch();
    return x >= 0 && at < int(m_codes.size()) && (at + 1) * pitch() <= width() + theme().px(8) ? at + 1 : 0;
}

void DigitStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSize cap = keyCapSize(QStringLiteral("1"));
    const QSize tag = codeTagSize();
    for (std::size_t at = 0; at < m_codes.size(); ++at) {
        const int left = int(at) * pitch();
        if (left + cap.width() + tag.width() + theme().px(4) > width())
            break;
        const double middle = height() / 2.0;
        paintKeyCap(painter, QRectF(left, middle - cap.height() / 2.0, cap.width(), cap.height()),
                    QString::number(at + 1));
        paintCodeTag(painter,
                     QRectF(left + cap.width() + theme().px(3), middle - tag.height() / 2.0, tag.width(),
                            tag.height()),
                     m_codes[at]);
    }
}

void DigitStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (const int digit = digitAt(event->pos().x()); digit > 0)
        Q_EMIT digitChosen(digit);
}

bool DigitStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int digit = digitAt(help->pos().x());
        if (digit > 0)
            QToolTip::showText(help->globalPos(), m_codes[std::size_t(digit) - 1].title, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace rapport::ui
