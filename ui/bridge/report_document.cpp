// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/report_document.h"

#include "ui/bridge/figure_file.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QUrl>

namespace rapport::ui {

QVariant ReportDocument::loadResource(int type, const QUrl& name) {
    constexpr double sharpness = 4; // pixels of the image in one of the document's
    const QByteArray text = name.toString(QUrl::FullyEncoded).toLatin1();
    const qsizetype comma = text.indexOf(',');
    if (type != QTextDocument::ImageResource || !text.startsWith("data:image/svg") || comma < 0)
        return QTextDocument::loadResource(type, name);
    QSvgRenderer drawing(
        withOneFamily(QByteArray::fromBase64(QByteArray::fromPercentEncoding(text.mid(comma + 1)))));
    QImage image(drawing.defaultSize() * (sharpness * m_drawings), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter);
    painter.end();
    image.setDevicePixelRatio(sharpness);
    return image;
}

} // namespace rapport::ui
