// SPDX-License-Identifier: GPL-3.0-or-later
// The report on paper: its text as another program reads it, and where its pages end.
#include "service/reporting.h"
#include "ui/bridge/page_parts.h"
#include "ui/bridge/report_pdf.h"
#include "ui/results_host.h"

#include <poppler-document.h>
#include <poppler-page.h>

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>
#include <QTextTable>
#include <memory>

using namespace rapport;
using namespace rapport::ui;
using test::RatedStudy;
using test::take;

namespace {

QString textOf(const std::string& pdf) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(pdf.data(), int(pdf.size())));
    REQUIRE(document != nullptr);
    QString text;
    for (int number = 0; number < document->pages(); ++number) {
        const std::unique_ptr<poppler::page> page(document->create_page(number));
        const poppler::byte_array bytes = page->text().to_utf8();
        text += QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    }
    return text;
}

/// A document on an endless page of this width.
std::unique_ptr<QTextDocument> laidOut(const QString& html) {
    auto document = std::make_unique<QTextDocument>();
    document->setDocumentMargin(0);
    document->setHtml(html);
    document->setTextWidth(400);
    return document;
}

} // namespace

TEST_CASE("the text of the report's PDF is the report's, sign for sign", "[reports]") {
    const RatedStudy study;
    for (const char* language : {"en", "nl"}) {
        service::ReportRequest request;
        request.language = language;
        request.measure.rounds = {"default"};
        QTextDocument page;
        page.setHtml(QString::fromStdString(
            take(service::kappaReport(*study.session, request, service::ReportFormat::Print))));
        const QString wanted = page.toPlainText();
        const QString found = textOf(take(reportPdf(*study.session, request)));
        CHECK(wanted.contains(QChar(0x2212)));
        CHECK(wanted.contains(QChar(0x2013)));
        for (const QChar sign : wanted) {
            if (sign.isSpace() || sign == QChar::ObjectReplacementCharacter || sign.isSurrogate())
                continue;
            if (found.count(sign) < wanted.count(sign))
                FAIL(QString(sign).toStdString()
                     << " stands " << wanted.count(sign) << " times in the report, " << found.count(sign)
                     << " times in its PDF");
        }
    }
}

TEST_CASE("pages end between rows, and never behind a heading", "[reports]") {
    QString html = QStringLiteral("<p>First.</p>");
    for (int number = 0; number < 12; ++number) {
        html += QStringLiteral(
            "<h2>Heading</h2><p></p><p><b>Table</b></p><table width=\"100%\" cellpadding=\"3\">"
            "<thead><tr><th>Code</th><th>Words</th></tr></thead>"
            "<tr><td colspan=\"2\"><b>Group</b></td></tr>");
        for (int row = 0; row < 4; ++row)
            html += QStringLiteral("<tr><td>a<br>b<br>c</td><td>one</td></tr>");
        html += QStringLiteral("</table><p></p>");
    }
    const auto document = laidOut(html);
    const auto* layout = document->documentLayout();
    for (const double height : {210.0, 290.0, 333.0, 402.0}) {
        const std::vector<PagePart> parts = pageParts(*document, height);
        CHECK(parts.size() > 5);
        CHECK(parts.front().top == 0);
        CHECK(parts.back().bottom > document->size().height() - 60); // no page for an empty line
        for (std::size_t number = 0; number < parts.size(); ++number) {
            const PagePart& part = parts[number];
            CHECK(part.bottom - part.top + part.headHeight() <= height + 0.01);
            CHECK(part.bottom > part.top);
            if (number + 1 == parts.size())
                break;
            CHECK(part.bottom == parts[number + 1].top);
            QString last;
            for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
                const QRectF place = layout->blockBoundingRect(block);
                INFO(block.text().toStdString()
                     << " at " << place.top() << " to " << place.bottom() << ", page " << part.top << " to "
                     << part.bottom << " of " << height);
                if (!block.text().isEmpty())
                    CHECK_FALSE((place.top() < part.bottom - 0.01 && place.bottom() > part.bottom + 0.01));
                if (place.bottom() <= part.bottom + 0.01 && !block.text().isEmpty())
                    last = block.text();
            }
            if (height < 250)
                continue; // too low for a heading and a first row
            CHECK(last != QLatin1String("Heading"));
            CHECK(last != QLatin1String("Table"));
            CHECK(last != QLatin1String("Words"));
            CHECK(last != QLatin1String("Group"));
        }
    }
    // Where a table goes on, its head goes along.
    const auto parts = pageParts(*document, 210.0);
    CHECK(
        std::any_of(parts.begin(), parts.end(), [](const PagePart& part) { return part.headHeight() > 10; }));
    // Higher than a page: cut, and at an end at some time.
    const auto tall = laidOut(
        QStringLiteral("<table><tr><td>%1</td></tr></table>").arg(QStringLiteral("x<br>").repeated(60)));
    CHECK(pageParts(*tall, 100).size() > 5);
    CHECK(pageParts(*laidOut({}), 100).size() == 1);
}
