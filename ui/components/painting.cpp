// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/painting.h"

#include "ui/app/theme.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainterPath>
#include <QPixmap>
#include <QStaticText>
#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace rapport::ui {

namespace {

/// Words as one font sets them. Finding the shapes of letters is most of what drawing costs, and the same few
/// hundred words are drawn at every key press.
struct Phrasing {
    QFont font;
    QString text;
    friend bool operator==(const Phrasing&, const Phrasing&) = default;
};

size_t qHash(const Phrasing& phrasing, size_t seed = 0) {
    return qHashMulti(seed, phrasing.font, phrasing.text);
}

/// So many are kept; then it begins anew. UI thread.
constexpr qsizetype mostKept = 6000;
/// Longer ones are texts, which do not come again.
constexpr qsizetype longestKept = 200;

qreal widthOf(const QFont& font, const QString& text) {
    if (text.size() > longestKept)
        return QFontMetricsF(font).horizontalAdvance(text);
    static QHash<Phrasing, qreal> known;
    const Phrasing phrasing{font, text};
    if (const auto found = known.constFind(phrasing); found != known.constEnd())
        return *found;
    if (known.size() >= mostKept)
        known.clear();
    const qreal width = QFontMetricsF(font).horizontalAdvance(text);
    known.insert(phrasing, width);
    return width;
}

QStaticText setOf(const QFont& font, const QString& text) {
    static QHash<Phrasing, QStaticText> known;
    const Phrasing phrasing{font, text};
    if (const auto found = known.constFind(phrasing); found != known.constEnd())
        return *found;
    if (known.size() >= mostKept)
        known.clear();
    QStaticText set(text);
    set.setTextFormat(Qt::PlainText);
    set.prepare(QTransform(), font);
    known.insert(phrasing, set);
    return set;
}

/// A small sign with letters in it, which comes again and again: drawn once for each text, size and set of
/// colours, then copied. Stands on whole points of the screen.
template<typename Draw>
void paintSign(QPainter& painter, const QRectF& place, const QString& name, const Draw& draw) {
    const qreal points = painter.device()->devicePixelRatioF();
    const QSize size(int(std::ceil(place.width() * points)), int(std::ceil(place.height() * points)));
    if (size.isEmpty())
        return;
    static QHash<QString, QPixmap> known;
    const QString key =
        QStringLiteral("%1 %2 %3 %4").arg(name).arg(size.width()).arg(size.height()).arg(points);
    auto found = known.constFind(key);
    if (found == known.constEnd()) {
        if (known.size() >= mostKept)
            known.clear();
        QPixmap sign(size);
        sign.setDevicePixelRatio(points);
        sign.fill(Qt::transparent);
        QPainter inside(&sign);
        inside.setRenderHint(QPainter::Antialiasing);
        draw(inside, QRectF(QPointF(), place.size()));
        inside.end();
        found = known.insert(key, sign);
    }
    painter.drawPixmap(QPointF(std::round(place.left() * points), std::round(place.top() * points)) / points,
                       *found);
}

/// What a sign's look depends on beside its size.
QString signName(const char* kind, const QString& text, TypeRole role,
                 std::initializer_list<QColor> colours) {
    QString name = QLatin1String(kind) + QLatin1Char(' ') + theme().font(role).key();
    for (const QColor& colour : colours)
        name += QLatin1Char(' ') + QString::number(colour.rgba(), 16);
    return name + QLatin1Char(' ') + text;
}

void paintCap(QPainter& painter, const QRectF& place, const QString& text, const QColor& ground,
              const QColor& border, const QColor& letters) {
    const QString name = signName("cap", text, TypeRole::Key, {ground, border, letters});
    paintSign(painter, place, name, [&](QPainter& inside, const QRectF& whole) {
        const QRectF box = whole.adjusted(0.5, 0.5, -0.5, -0.5);
        inside.setPen(QPen(border, 1));
        inside.setBrush(ground);
        inside.drawRoundedRect(box, 3, 3);
        // The lower edge is thicker, as on a key.
        inside.drawLine(QPointF(box.left() + 2.5, box.bottom() - 1),
                        QPointF(box.right() - 2.5, box.bottom() - 1));
        inside.setFont(theme().font(TypeRole::Key));
        inside.setPen(letters);
        inside.drawText(box.adjusted(0, -1, 0, -1), Qt::AlignCenter, text);
    });
}

} // namespace

int textWidth(const QFont& font, const QString& text) {
    return int(std::ceil(widthOf(font, text)));
}

QSize keyCapSize(const QString& text) {
    const int height = theme().px(18);
    return {std::max(height, textWidth(theme().font(TypeRole::Key), text) + theme().px(10)), height};
}

void paintKeyCap(QPainter& painter, const QRectF& place, const QString& text) {
    paintCap(painter, place, text, theme().color(Token::Surface), theme().color(Token::LineStrong),
             theme().color(Token::Text));
}

void paintKeyCapOn(QPainter& painter, const QRectF& place, const QString& text, const QColor& colour) {
    QColor border = colour;
    border.setAlphaF(0.55F);
    paintCap(painter, place, text, Qt::transparent, border, colour);
}

QSize codeTagSize() {
    return {theme().px(25), theme().px(18)};
}

void paintCodeTag(QPainter& painter, const QRectF& place, const CodeLook& look) {
    const QColor colour = look.color();
    const QColor ground = theme().tint(colour);
    const QColor letters = theme().inkOnTint(colour);
    // Where colours are few, a tint alone does not say where a tag ends.
    const QColor outlined = theme().isHighContrast() ? theme().color(Token::Text) : QColor(Qt::transparent);
    const QString name = signName("tag", look.tag, TypeRole::Tag, {ground, colour, letters, outlined});
    paintSign(painter, place, name, [&](QPainter& inside, const QRectF& whole) {
        QPainterPath outline;
        outline.addRoundedRect(whole, 3, 3);
        inside.setClipPath(outline, Qt::IntersectClip);
        inside.fillRect(whole, ground);
        const qreal edge = theme().px(4);
        inside.fillRect(QRectF(whole.left(), whole.top(), edge, whole.height()), colour);
        inside.setFont(theme().font(TypeRole::Tag));
        inside.setPen(letters);
        inside.drawText(whole.adjusted(edge, 0, 0, 0), Qt::AlignCenter, look.tag);
        inside.setPen(QPen(outlined, 1));
        inside.setBrush(Qt::NoBrush);
        inside.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    });
}

void paintFocusRing(QPainter& painter, const QRectF& place, qreal radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().color(Token::Focus), 2));
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

void paintCard(QPainter& painter, const QRectF& place, qreal radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(Token::Line), 1));
    painter.setBrush(theme().color(Token::Surface));
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void paintInterval(QPainter& painter, const QRectF& place, const IntervalFigure& figure) {
    const double span = figure.to - figure.from;
    if (span <= 0)
        return;
    const auto x = [&](double value) {
        return place.left() + std::clamp((value - figure.from) / span, 0.0, 1.0) * place.width();
    };
    const qreal middle = place.center().y();
    const qreal half = theme().px(6);
    painter.save();
    painter.setPen(QPen(theme().color(Token::Line), 1));
    painter.drawLine(QPointF(place.left(), place.bottom() - 0.5),
                     QPointF(place.right(), place.bottom() - 0.5));
    if (figure.target) {
        painter.setPen(QPen(theme().color(Token::Text3), 1.5, Qt::DotLine));
        painter.drawLine(QPointF(x(*figure.target), place.top()), QPointF(x(*figure.target), place.bottom()));
    }
    const QColor fill = theme().color(Token::AccentFill);
    if (figure.lower && figure.upper) {
        QColor band = fill;
        band.setAlphaF(theme().isDark() ? 0.5F : 0.35F);
        painter.fillRect(QRectF(QPointF(x(*figure.lower), middle - half / 2),
                                QPointF(x(*figure.upper), middle + half / 2)),
                         band);
        painter.setPen(QPen(theme().color(Token::Accent), 1.5));
        for (const double end : {*figure.lower, *figure.upper})
            painter.drawLine(QPointF(x(end), middle - half), QPointF(x(end), middle + half));
    }
    const qreal width = theme().px(5);
    painter.fillRect(QRectF(x(figure.value) - width / 2, middle - half, width, 2 * half),
                     theme().isDark() ? theme().color(Token::Accent) : fill);
    painter.restore();
}

void paintHatch(QPainter& painter, const QRectF& place) {
    painter.save();
    painter.setClipRect(place, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(Token::Line), 1));
    for (qreal x = place.left() - place.height(); x < place.right(); x += theme().px(7))
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x + place.height(), place.top()));
    painter.restore();
}

void paintBar(QPainter& painter, const QRectF& place, double share) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = place.height() / 2;
    painter.setBrush(theme().color(Token::Sunken));
    painter.drawRoundedRect(place, radius, radius);
    QRectF filled = place;
    filled.setWidth(place.width() * std::clamp(share, 0.0, 1.0));
    if (filled.width() > 0) {
        painter.setBrush(theme().color(Token::AccentFill));
        painter.drawRoundedRect(filled, std::min(radius, filled.width() / 2), radius);
    }
    painter.restore();
}

void paintText(QPainter& painter, const QRectF& place, const QString& text, const QFont& font,
               const QColor& colour, Qt::Alignment alignment) {
    painter.save();
    painter.setFont(font);
    painter.setPen(colour);
    const bool fits = widthOf(font, text) <= place.width() + 0.5;
    const QString shown =
        fits ? text : QFontMetricsF(font).elidedText(text, Qt::ElideRight, place.width() + 0.5);
    // Right-to-left words and line ends keep Qt's own way of setting a line.
    if (shown.size() > longestKept || shown.isRightToLeft() || shown.contains(QLatin1Char('\n')) ||
        shown.contains(QLatin1Char('\t'))) {
        painter.drawText(place, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    } else {
        const QStaticText set = setOf(font, shown);
        const QSizeF size = set.size();
        qreal x = place.left();
        if (alignment.testFlag(Qt::AlignRight))
            x = place.right() - size.width();
        else if (alignment.testFlag(Qt::AlignHCenter))
            x = place.center().x() - size.width() / 2;
        painter.drawStaticText(QPointF(x, place.center().y() - size.height() / 2), set);
    }
    painter.restore();
}

void paintSparkline(QPainter& painter, const QRectF& place, const std::vector<std::optional<double>>& values,
                    double target) {
    if (values.size() < 2)
        return;
    const auto point = [&](std::size_t number, double value) {
        return QPointF(place.left() + place.width() * double(number) / double(values.size() - 1),
                       place.bottom() - place.height() * std::clamp(value, 0.0, 1.0));
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(Token::LineStrong), 1, Qt::DotLine));
    painter.drawLine(QPointF(place.left(), point(0, target).y()),
                     QPointF(place.right(), point(0, target).y()));
    painter.setPen(QPen(theme().color(Token::Text), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    std::optional<QPointF> last;
    bool isLineBegun = false;
    for (std::size_t number = 0; number < values.size(); ++number) {
        if (!values[number]) {
            isLineBegun = false;
            continue;
        }
        const QPointF here = point(number, *values[number]);
        const bool isAlone = !isLineBegun && (number + 1 == values.size() || !values[number + 1]);
        if (isLineBegun)
            painter.drawLine(*last, here);
        else if (isAlone)
            painter.drawPoint(here);
        last = here;
        isLineBegun = true;
    }
    if (last) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(Token::Text));
        painter.drawEllipse(*last, theme().px(2) + 0.5, theme().px(2) + 0.5);
    }
    painter.restore();
}

} // namespace rapport::ui
