// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/progress_strip.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent) {
    setFixedHeight(theme().px(34));
    connect(&theme(), &Theme::changed, this, [this] {
        setFixedHeight(theme().px(34));
        update();
    });
}

void ProgressStrip::setMarks(std::vector<StripMark> marks) {
    m_marks = std::move(marks);
    m_done = int(std::count_if(m_marks.begin(), m_marks.end(), [](const auto& mark) { return mark.isDone; }));
    m_flagged =
        int(std::count_if(m_marks.begin(), m_marks.end(), [](const auto& mark) { return mark.isFlagged; }));
    setAccessibleName(text());
    update();
}

void ProgressStrip::setMark(int place, const StripMark& mark) {
    StripMark& old = m_marks[std::size_t(place)];
    m_done += int(mark.isDone) - int(old.isDone);
    m_flagged += int(mark.isFlagged) - int(old.isFlagged);
    old = mark;
    setAccessibleName(text());
    update();
}

void ProgressStrip::setCurrent(int place) {
    m_current = place;
    update();
}

void ProgressStrip::setPace(std::optional<double> secondsPerUnit) {
    m_pace = secondsPerUnit;
    update();
}

QString ProgressStrip::text() const {
    return tr("%1 of %2 done").arg(doneCount()).arg(m_marks.size());
}

QString ProgressStrip::rightText() const {
    const int left = int(m_marks.size()) - doneCount();
    QString words = tr("%1 left").arg(left);
    if (m_pace) {
        const int seconds = int(std::lround(*m_pace));
        const int minutes = int(std::ceil(*m_pace * left / 60));
        words += QStringLiteral("   ") + tr("%1 s an answer, about %2 min left").arg(seconds).arg(minutes);
    }
    return words;
}

QRectF ProgressStrip::barsPlace() const {
    const Theme& look = theme();
    const int before = textWidth(look.font(TypeRole::BodyStrong), text()) + look.px(30);
    const int flags = m_flagged;
    const QString flagged = flags > 0 ? tr("%1 flagged").arg(flags) : QString();
    const int behind = textWidth(look.font(TypeRole::Small), flagged) + (flags > 0 ? look.px(36) : 0) +
                       textWidth(look.font(TypeRole::Small), rightText()) + look.px(34);
    return {qreal(before), 0, qreal(std::max(0, width() - before - behind)), qreal(height())};
}

void ProgressStrip::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), look.color(Token::Canvas));
    painter.fillRect(0, height() - 1, width(), 1, look.color(Token::Line));
    if (m_marks.empty())
        return;
    const QString all = text();
    const QString number = all.section(QLatin1Char(' '), 0, 0);
    const int wide = textWidth(look.font(TypeRole::BodyStrong), number);
    paintText(painter, QRectF(look.px(16), 0, wide + 1, height()), number, look.font(TypeRole::BodyStrong),
              look.color(Token::Text));
    paintText(painter, QRectF(look.px(20) + wide, 0, 400, height()), all.section(QLatin1Char(' '), 1),
              look.font(TypeRole::Small), look.color(Token::Text2));

    const QRectF bars = barsPlace();
    const auto count = double(m_marks.size());
    const double pitch = std::min(bars.width() / count, double(look.px(9)));
    const double bar = std::max(1.0, pitch - (pitch > 3 ? 1.5 : 0.3));
    const qreal base = height() / 2.0 + look.px(5);
    const bool isDense = pitch < 1;
    if (isDense)
        paintDense(painter, bars, base);
    for (std::size_t i = 0; i < m_marks.size() && !isDense; ++i) {
        const StripMark& mark = m_marks[i];
        const qreal x = bars.left() + double(i) * pitch;
        const qreal tall = mark.isDone ? look.px(9) : mark.isBegun ? look.px(5) : look.px(2);
        painter.fillRect(QRectF(x, base - tall, bar, tall),
                         look.color(mark.isDone || mark.isBegun ? Token::AccentFill : Token::LineStrong));
        if (mark.isFlagged) {
            QPainterPath flag;
            const qreal middle = x + bar / 2;
            flag.moveTo(middle - look.px(3), base - look.px(15));
            flag.lineTo(middle + look.px(3), base - look.px(15));
            flag.lineTo(middle, base - look.px(11));
            flag.closeSubpath();
            painter.fillPath(flag, look.color(Token::Warn));
        }
    }
    if (m_current >= 0) {
        const qreal x = bars.left() + m_current * pitch;
        painter.setPen(QPen(look.color(Token::Text), 2));
        painter.setBrush(look.color(Token::Surface));
        painter.drawRoundedRect(
            QRectF(x - 1, base - look.px(13), std::max(bar + 2, double(look.px(7))), look.px(15)), 2, 2);
    }
    qreal right = width() - look.px(16);
    const QString words = rightText();
    const int wordsWide = textWidth(look.font(TypeRole::Small), words);
    right -= wordsWide;
    paintText(painter, QRectF(right, 0, wordsWide + 1, height()), words, look.font(TypeRole::Small),
              look.color(Token::Text2));
    const int flags = m_flagged;
    if (flags > 0) {
        const QString flagged = tr("%1 flagged").arg(flags);
        const int flagsWide = textWidth(look.font(TypeRole::Small), flagged);
        right -= flagsWide + look.px(14);
        paintText(painter, QRectF(right, 0, flagsWide + 1, height()), flagged, look.font(TypeRole::Small),
                  look.color(Token::Text2));
        paintIcon(painter, QRectF(right - look.px(20), height() / 2.0 - look.px(8), look.px(16), look.px(16)),
                  QStringLiteral("flag"), look.color(Token::Text2));
    }
}

void ProgressStrip::paintDense(QPainter& painter, const QRectF& bars, qreal base) const {
    const Theme& look = theme();
    const auto columns = std::size_t(std::max(1.0, bars.width()));
    for (std::size_t column = 0; column < columns; ++column) {
        const std::size_t from = column * m_marks.size() / columns;
        const std::size_t to = std::max(from + 1, (column + 1) * m_marks.size() / columns);
        std::size_t done = 0;
        bool isBegun = false;
        bool isFlagged = false;
        for (std::size_t place = from; place < to; ++place) {
            done += m_marks[place].isDone ? std::size_t(1) : std::size_t(0);
            isBegun = isBegun || m_marks[place].isBegun;
            isFlagged = isFlagged || m_marks[place].isFlagged;
        }
        // As tall as the part that is done.
        const double share = double(done) / double(to - from);
        const qreal tall = done == 0 ? look.px(isBegun ? 5 : 2) : look.px(2) + share * look.px(7);
        const qreal x = bars.left() + double(column);
        painter.fillRect(QRectF(x, base - tall, 1, tall),
                         look.color(done > 0 || isBegun ? Token::AccentFill : Token::LineStrong));
        if (isFlagged)
            painter.fillRect(QRectF(x, base - look.px(14), 1, look.px(3)), look.color(Token::Warn));
    }
}

void ProgressStrip::mousePressEvent(QMouseEvent* event) {
    const QRectF bars = barsPlace();
    if (m_marks.empty() || !bars.contains(event->position()))
        return;
    const double pitch = std::min(bars.width() / double(m_marks.size()), double(theme().px(9)));
    const int index = int((event->position().x() - bars.left()) / pitch);
    if (index >= 0 && index < int(m_marks.size()))
        Q_EMIT placeWanted(index);
}

void ProgressStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace rapport::ui
