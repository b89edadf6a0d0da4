// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/figure_file.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "ui/bridge/text.h"

#include <QBuffer>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHash>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>

namespace rapport::ui {

namespace {

constexpr int pdfDotsPerInch = 1200;
constexpr double svgDotsPerInch = 96;

base::Status notDrawn(const QString& file, const char* kind) {
    return base::fail(base::Errc::Io, base::Place{toUtf8(file), 0, 0, {}},
                      base::said("the figure cannot be drawn as {}", kind));
}

/// All of it or nothing: a full disk leaves no half of a figure, nor takes away the one that was there.
base::Status writeBytes(const QString& file, const QByteArray& bytes) {
    return base::writeFileAtomically(toUtf8(file), {bytes.constData(), std::size_t(bytes.size())});
}

} // namespace

QByteArray withOneFamily(QByteArray svg) {
    const QByteArray begins("font-family=\"");
    QHash<QByteArray, QByteArray> known;
    for (qsizetype at = svg.indexOf(begins); at >= 0; at = svg.indexOf(begins, at)) {
        at += begins.size();
        const qsizetype end = svg.indexOf('"', at);
        if (end < 0)
            break;
        const QByteArray list = svg.mid(at, end - at);
        auto chosen = known.constFind(list);
        if (chosen == known.constEnd()) {
            const QStringList families = QString::fromUtf8(list).split(QLatin1Char(','));
            QString first = families.constFirst().trimmed();
            for (const QString& family : families) {
                if (QFontDatabase::hasFamily(family.trimmed())) {
                    first = family.trimmed();
                    break;
                }
            }
            chosen = known.insert(list, first.toUtf8());
        }
        svg.replace(at, end - at, *chosen);
    }
    return svg;
}

base::Status saveFigure(const QByteArray& svg, const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending != QLatin1String("svg") && ending != QLatin1String("png") && ending != QLatin1String("pdf"))
        return base::fail(base::Errc::InvalidArgument, base::Place{toUtf8(file), 0, 0, {}},
                          base::said("a figure is not written as '.{}'", toUtf8(ending)),
                          "use a name that ends in .svg, .png or .pdf");
    QSvgRenderer renderer(withOneFamily(svg));
    const QSize size = renderer.defaultSize();
    if (ending == QLatin1String("png")) {
        QImage image(size * 2, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        QBuffer bytes;
        if (!bytes.open(QIODevice::WriteOnly) || !image.save(&bytes, "PNG"))
            return notDrawn(file, "PNG");
        return writeBytes(file, bytes.data());
    }
    if (ending == QLatin1String("pdf")) {
        QBuffer bytes;
        bytes.open(QIODevice::WriteOnly);
        QPdfWriter writer(&bytes);
        writer.setResolution(pdfDotsPerInch);
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        const QSizeF inches = QSizeF(size) / svgDotsPerInch;
        writer.setPageSize(QPageSize(inches, QPageSize::Inch, {}, QPageSize::ExactMatch));
        QPainter painter;
        if (!painter.begin(&writer))
            return notDrawn(file, "PDF");
        renderer.render(&painter);
        painter.end();
        return writeBytes(file, bytes.data());
    }
    return writeBytes(file, svg);
}

} // namespace rapport::ui
