// SPDX-License-Identifier: GPL-3.0-or-later
// The reports view: what it says the report holds, the files it writes, and what a rater is told.
#include "service/reporting.h"
#include "ui/app/theme.h"
#include "ui/bridge/painted_page.h"
#include "ui/components/paper_view.h"
#include "ui/results_host.h"
#include "ui/views/reports/reports_view.h"

#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <stop_token>

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

TEST_CASE("the preview is the report laid out, for the width there is", "[reports]") {
    RatedStudy study;
    study.session.reset();
    ResultsHost host(study.path());
    ReportsView view(host, nullptr);
    view.resize(1200, 760);
    view.show();
    view.activated();
    host.wait();
    const auto* paper = view.findChild<PaperView*>();
    REQUIRE(paper != nullptr);
    CHECK(paper->page() == nullptr);
    host.actions().setCurrent(ActionContext::Reports, true);
    host.actions().action(QStringLiteral("reports.preview"))->trigger();
    host.wait();
    REQUIRE(paper->page() != nullptr);
    // Words wrap at the width there is, tables may be wider, and all of both can be scrolled to.
    CHECK(paper->horizontalScrollBar()->maximum() + paper->viewport()->width() >= paper->page()->width);
    CHECK(paper->isVisible());
    CHECK(paper->page()->words.contains(QLatin1String("Small")));
    CHECK_FALSE(paper->page()->words.contains(QLatin1String("| ---"))); // no source of a table
    // All of it is there to be seen, and some of it is black.
    double bottom = 0;
    for (const PaintedPage::Strip& strip : paper->page()->strips) {
        CHECK(strip.top == bottom);
        bottom = strip.bottom;
    }
    CHECK(bottom == paper->page()->height);
    CHECK(paper->verticalScrollBar()->maximum() > 0);
    std::vector<int> inThemes;
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        theme().setChoice(choice);
        const QImage seen = paper->viewport()->grab().toImage();
        int black = 0;
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x)
                black += qGray(seen.pixel(x, y)) < 40 ? 1 : 0;
        }
        CHECK(seen.pixelColor(1, 1) == QColor(Qt::white));
        CHECK(black > 2000);
        inThemes.push_back(black);
    }
    theme().setChoice(ThemeChoice::Light);
    CHECK(inThemes.front() == inThemes.back());
    const double before = paper->page()->height;
    view.resize(900, 760);
    QTest::qWait(400);
    host.wait();
    CHECK(paper->page()->height > before);
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

TEST_CASE("a page that nobody waits for is not laid out", "[reports]") {
    std::stop_source stop;
    base::Task task;
    task.stop = stop.get_token();
    CHECK(paintPage("<p>words</p>", QFont(), 300, 1, task)->words == QLatin1String("words"));
    stop.request_stop();
    const auto page = paintPage("<p>words</p>", QFont(), 300, 1, task);
    REQUIRE_FALSE(page);
    CHECK(page.error().code == base::Errc::Cancelled);
}
