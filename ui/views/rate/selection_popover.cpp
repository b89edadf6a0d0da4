// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/selection_popover.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QPainter>
#include <algorithm>

namespace rapport::ui {

SelectionPopover::SelectionPopover(QWidget* parent)
    : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void SelectionPopover::show(int words, std::vector<CodeLook> likely, const QRect& beside) {
    m_words = words;
    m_likely = std::move(likely);
    const Theme& look = theme();
    const int rows = (int(m_likely.size()) + 1) / 2;
    const QSize size(look.px(400), look.px(44 + 28 + 34) + (rows - 1) * look.px(28));
    QPoint corner(beside.left() - look.px(60), beside.bottom() + look.px(8));
    corner.setX(
        std::clamp(corner.x(), look.px(8), std::max(look.px(8), parentWidget()->width() - size.width() - 8)));
    if (corner.y() + size.height() > parentWidget()->height())
        corner.setY(std::max(0, beside.top() - size.height() - look.px(8)));
    setGeometry(QRect(corner, size));
    QWidget::show();
    raise();
    update();
}

void SelectionPopover::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.color(Token::LineStrong), 1));
    painter.setBrush(look.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const qreal line = look.px(30);
    const auto hint = [&](qreal& x, qreal y, const QString& key, const QString& text) {
        const QSize cap = keyCapSize(key);
        paintKeyCap(painter, QRectF(x, y + (line - cap.height()) / 2, cap.width(), cap.height()), key);
        x += cap.width() + look.px(6);
        const int wide = textWidth(look.font(TypeRole::Small), text);
        paintText(painter, QRectF(x, y, wide + 1, line), text, look.font(TypeRole::Small),
                  look.color(Token::Text2));
        x += wide + look.px(10);
    };
    const QString words = m_words == 1 ? tr("1 word selected") : tr("%1 words selected").arg(m_words);
    paintText(painter, QRectF(look.px(14), look.px(4), look.px(150), line), words,
              look.font(TypeRole::SmallStrong), look.color(Token::Text));
    qreal x = look.px(150);
    hint(x, look.px(4), QStringLiteral("Alt+↑"), tr("sentence"));
    hint(x, look.px(4), QStringLiteral("Alt+↓"), tr("turn"));
    const qreal half = (width() - look.px(20)) / 2.0;
    for (std::size_t i = 0; i < m_likely.size(); ++i) {
        const int place = int(i) / 2;
        const QRectF cell(look.px(10) + double(i % 2) * half, look.px(38) + place * look.px(28), half,
                          look.px(26));
        const qreal side = look.px(18);
        qreal left = cell.left() + look.px(5);
        if (!m_likely[i].key.isEmpty())
            paintKeyCap(painter, QRectF(left, cell.center().y() - side / 2, side, side), m_likely[i].key);
        left += look.px(24);
        paintCodeTag(painter, QRectF(left, cell.center().y() - side / 2, look.px(25), side), m_likely[i]);
        left += look.px(31);
        paintText(painter, QRectF(left, cell.top(), cell.right() - left, cell.height()), m_likely[i].title,
                  look.font(TypeRole::Body), look.color(Token::Text));
    }
    const qreal foot = height() - look.px(34);
    painter.fillRect(QRectF(look.px(12), foot, width() - look.px(24), 1), look.color(Token::Line));
    x = look.px(14);
    hint(x, foot + 2, QStringLiteral("/"), tr("other code"));
    hint(x, foot + 2, QStringLiteral("Esc"), tr("let go"));
}

} // namespace rapport::ui
