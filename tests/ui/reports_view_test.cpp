// SPDX-License-Identifier: GPL-3.0-or-later
// The reports view: what it says the report holds, the files it writes, and what a rater is told.
#include "service/reporting.h"
#include "ui/results_host.h"
#include "ui/views/reports/reports_view.h"

#include <QFile>
#include <QSignalSpy>

using namespace rapport;
using namespace rapport::ui;
using test::RatedStudy;
using test::ResultsHost;
using test::take;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("the report is what the service makes, in every format", "[reports]") {
    RatedStudy study;
    service::ReportRequest request;
    request.language = "en";
    request.measure.rounds = {"default"};
    const std::string json = take(service::kappaReport(*study.session, request, service::ReportFormat::Json));
    study.session.reset();
    ResultsHost host(study.path());
    ReportsView view(host, nullptr);
    view.resize(1200, 760);
    view.show();
    view.activated();
    ViewTarget target;
    target.words = QStringLiteral("default");
    view.open(target);
    host.wait();
    REQUIRE_FALSE(view.facts().empty());
    CHECK(view.facts().front().value == QLatin1String("Small"));
    for (const char* ending : {"html", "md", "json", "csv", "pdf", "docx", "odt", "tex", "xlsx"}) {
        const QString file = toQt(study.scratch.file(std::string("report.") + ending));
        QSignalSpy saved(&view, &ReportsView::saved);
        view.saveTo(file);
        host.wait();
        CAPTURE(ending);
        REQUIRE(saved.count() == 1);
        CHECK(saved.front().front().toString() == file);
        CHECK(bytesOf(file).size() > 100);
    }
    CHECK(bytesOf(toQt(study.scratch.file("report.json"))).toStdString() == json);
    const QByteArray pdf = bytesOf(toQt(study.scratch.file("report.pdf")));
    CHECK(pdf.startsWith("%PDF-"));
    CHECK(pdf.contains("/Type /Page\n"));
    CHECK(host.errors.empty());
}

TEST_CASE("a report that cannot be written says so", "[reports]") {
    RatedStudy study;
    study.session.reset();
    ResultsHost host(study.path());
    ReportsView view(host, nullptr);
    view.show();
    view.activated();
    host.wait();
    QSignalSpy saved(&view, &ReportsView::saved);
    view.saveTo(toQt(study.scratch.file("report.pptx")));
    host.wait();
    REQUIRE(saved.count() == 1);
    CHECK(saved.front().front().toString().isEmpty());
    REQUIRE(host.errors.size() == 1);
    CHECK(host.errors.front().code == base::Errc::InvalidArgument);
}

TEST_CASE("a rater is told that reports are the coordinator's", "[reports]") {
    RatedStudy study;
    study.session.reset();
    ResultsHost host(study.path());
    host.study().setViewer(take(host.study().session().rater("R1")));
    ReportsView view(host, nullptr);
    view.show();
    view.activated();
    host.wait();
    CHECK(view.facts().empty());
    CHECK(host.errors.empty());
    CHECK_FALSE(host.actions().action(QStringLiteral("reports.html"))->isEnabled());
    CHECK(host.hints.isEmpty());
}
