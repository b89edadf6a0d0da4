// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/icons.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace rapport::ui {

namespace {

const QByteArray& drawing(const QString& name) {
    static QHash<QString, QByteArray> read;
    const auto found = read.constFind(name);
    if (found != read.constEnd())
        return *found;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return *read.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
}

class ThemeIconEngine final : public QIconEngine {
public:
    ThemeIconEngine(QString name, Token token)
        : m_name(std::move(name))
        , m_token(token) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        Token token = m_token;
        if (mode == QIcon::Disabled)
            token = Token::Text3;
        else if (mode == QIcon::Selected || state == QIcon::On)
            token = m_token == Token::OnAccentFill ? m_token : Token::Accent;
        paintIcon(*painter, rect, m_name, theme().color(token));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new ThemeIconEngine(m_name, m_token); }

private:
    QString m_name;
    Token m_token;
};

} // namespace

QIcon themeIcon(const QString& name, Token token) {
    return QIcon(new ThemeIconEngine(name, token));
}

void paintIcon(QPainter& painter, const QRectF& place, const QString& name, const QColor& colour) {
    const qreal ratio = painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1.0;
    const QSize size = (place.size() * ratio).toSize();
    if (size.isEmpty())
        return;
    const QString key = QStringLiteral("rapport-icon/%1/%2/%3x%4")
                            .arg(name, colour.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QByteArray svg = drawing(name);
        svg.replace("#000", colour.name().toLatin1());
        QSvgRenderer renderer(svg);
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter inner(&pixmap);
        renderer.render(&inner, QRectF(QPointF(0, 0), size));
        inner.end();
        QPixmapCache::insert(key, pixmap);
    }
    painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()));
}

bool hasIcon(const QString& name) {
    return !drawing(name).isEmpty();
}

} // namespace rapport::ui
