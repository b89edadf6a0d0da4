// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/report_pdf.h"

#include "base/platform/file.h"
#include "service/reading.h"
#include "ui/bridge/page_parts.h"
#include "ui/bridge/report_document.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>

namespace rapport::ui {

namespace {

constexpr double pointsPerPixel = 0.75; ///< of a drawing: 96 to the inch on a screen, 72 points on paper

/// Pages with their number at the foot.
void printPages(ReportDocument& document, QPdfWriter& writer, const QString& title) {
    // Laid out in points, so that sizes do not depend on the writer's resolution.
    const QSizeF page = writer.pageLayout().paintRectPoints().size();
    const double foot = 22;
    document.setDocumentMargin(0);
    document.setTextWidth(page.width());
    QPainter painter(&writer);
    const double scale = writer.resolution() / 72.0;
    const auto drawStrip = [&](double top, double bottom, double at) {
        const QRectF shown(0, top, page.width(), bottom - top);
        painter.save();
        painter.translate(0, at - top);
        painter.setClipRect(shown);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = shown.adjusted(0, 0.5, 0, -0.5); // what only touches it stands on another page
        context.palette.setColor(QPalette::Text, Qt::black);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
    };
    const std::vector<PagePart> parts = pageParts(document, page.height() - foot);
    for (std::size_t number = 0; number < parts.size(); ++number) {
        const PagePart& part = parts[number];
        if (number > 0)
            writer.newPage();
        painter.save();
        painter.scale(scale, scale);
        if (part.headHeight() > 0)
            drawStrip(part.headTop, part.headBottom, 0);
        drawStrip(part.top, part.bottom, part.headHeight());
        QFont small = document.defaultFont();
        small.setPixelSize(7);
        painter.setFont(small);
        painter.setPen(QColor(0x55, 0x5F, 0x6B));
        const QRectF line(0, page.height() - foot + 6, page.width(), foot - 6);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, title);
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(number + 1).arg(parts.size()));
        painter.restore();
    }
}

/// An HTML page on A4 pages; `letters` in points.
base::Result<std::string> pdfOf(const std::string& html, const QString& title,
                                QPageLayout::Orientation orientation, int letters, const base::Task& task) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), orientation, QMarginsF(14, 14, 14, 10),
                                         QPageLayout::Millimeter));
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Rapport"));
        ReportDocument document(pointsPerPixel);
        // Fonts in a document are measured for a screen of 96 dots; on paper 72 points are an inch.
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(letters);
        // Signs that a font draws otherwise between figures (a minus, a bracket) have no letter in Qt's PDF:
        // they would be seen, but neither copied, found nor read out.
        font.setStyleStrategy(QFont::PreferNoShaping);
        document.setDefaultFont(font);
        document.setHtml(QString::fromStdString(html));
        if (task.isStopped())
            return base::Task::cancelled();
        printPages(document, writer, title);
    }
    return std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

} // namespace

base::Result<std::string> reportPdf(service::Session& session, const service::ReportRequest& request,
                                    const base::Task& task) {
    RAPPORT_ASSIGN(const std::string html,
                   service::kappaReport(session, request, service::ReportFormat::Print, task));
    RAPPORT_ASSIGN(const std::string named, service::studyTitle(session));
    return pdfOf(html, QString::fromStdString(named), QPageLayout::Landscape, 8, task);
}

base::Status writeCodebookPdf(service::Session& session, const service::ExportRequest& request,
                              const std::string& file, const base::Task& task) {
    const QTemporaryDir scratch;
    const std::string page = scratch.filePath(QStringLiteral("codebook.html")).toStdString();
    RAPPORT_ASSIGN([[maybe_unused]] const auto written, service::writeExport(session, request, page, task));
    RAPPORT_ASSIGN(const std::string html, base::readFile(page));
    RAPPORT_ASSIGN(const std::string named, service::studyTitle(session));
    RAPPORT_ASSIGN(const std::string pdf,
                   pdfOf(html, QString::fromStdString(named), QPageLayout::Portrait, 10, task));
    return base::writeFileAtomically(file, pdf);
}

base::Status writeReport(service::Session& session, const service::ReportRequest& request,
                         const std::string& file, const base::Task& task) {
    if (base::fileEnding(file) != "pdf")
        return service::writeKappaReport(session, request, file, task);
    RAPPORT_ASSIGN(const std::string pdf, reportPdf(session, request, task));
    return base::writeFileAtomically(file, pdf);
}

} // namespace rapport::ui
