// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/painted_page.h"

#include "ui/bridge/report_document.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextOption>
#include <algorithm>

namespace rapport::ui {

base::Result<PaintedPage> paintPage(const std::string& html, const QFont& font, double width, double drawings,
                                    const base::Task& task) {
    constexpr double stripHeight = 256;
    ReportDocument document(drawings);
    document.setDefaultFont(font);
    document.setDocumentMargin(0);
    // A table scrolls sideways before its words and figures are broken.
    document.setDefaultStyleSheet(
        QStringLiteral("td[align=\"right\"] { white-space: nowrap } td, th { padding: 3px 8px }"));
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    document.setDefaultTextOption(option);
    document.setHtml(QString::fromStdString(html));
    if (task.isStopped())
        return base::Task::cancelled();
    document.setTextWidth(width);
    PaintedPage page;
    page.width = document.size().width();
    page.height = document.size().height();
    page.words = document.toPlainText();
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    for (double top = 0; top < page.height; top += stripHeight) {
        if (task.isStopped())
            return base::Task::cancelled();
        PaintedPage::Strip strip{top, std::min(top + stripHeight, page.height), QPicture()};
        context.clip = QRectF(0, strip.top, page.width, strip.bottom - strip.top);
        QPainter painter(&strip.picture);
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.end();
        page.strips.push_back(std::move(strip));
    }
    return page;
}

} // namespace rapport::ui
