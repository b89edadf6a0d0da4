// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/drop_sign.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <algorithm>

namespace rapport::ui {

QStringList filesIn(const QMimeData& carried) {
    QStringList files;
    const QList<QUrl> urls = carried.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

DropSign::DropSign(std::function<QString(const QStringList&)> say, QWidget* window)
    : QWidget(window)
    , m_say(std::move(say)) {
    setObjectName(QStringLiteral("dropSign"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    window->installEventFilter(this);
}

bool DropSign::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::DragEnter: {
        const QStringList files = filesIn(*static_cast<QDragEnterEvent*>(event)->mimeData());
        m_text = files.isEmpty() ? QString() : m_say(files);
        setAccessibleName(m_text);
        setGeometry(parentWidget()->rect());
        setVisible(!m_text.isEmpty());
        raise();
        update();
        break;
    }
    case QEvent::DragLeave:
    case QEvent::Drop:
        hide();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void DropSign::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = look.color(Token::Canvas);
    veil.setAlphaF(0.7F);
    painter.fillRect(rect(), veil);
    const qreal edge = look.px(10);
    painter.setPen(QPen(look.color(Token::AccentFill), look.px(2), Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), look.px(10), look.px(10));
    const QFont font = look.font(TypeRole::Title);
    const qreal wide =
        std::min<qreal>(width() - 4 * edge, textWidth(font, m_text) + look.px(2 * 20 + 24 + 12));
    const qreal high = look.px(56);
    const QRectF card((width() - wide) / 2, (height() - high) / 2, wide, high);
    painter.setPen(look.color(Token::AccentFill));
    painter.setBrush(look.color(Token::Surface));
    painter.drawRoundedRect(card, look.px(8), look.px(8));
    const qreal side = look.px(24);
    paintIcon(painter, QRectF(card.left() + look.px(20), card.center().y() - side / 2, side, side),
              QStringLiteral("import"), look.color(Token::Accent));
    paintText(painter, card.adjusted(look.px(20) + side + look.px(12), 0, -look.px(20), 0), m_text, font,
              look.color(Token::Text));
}

} // namespace rapport::ui
