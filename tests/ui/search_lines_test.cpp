// SPDX-License-Identifier: GPL-3.0-or-later
// Lines in the search view: asked in pages, ticked, coded by digit, hidden, undone.
#include "service/rating.h"
#include "ui/components/controls.h"
#include "ui/line_study.h"
#include "ui/models/line_rows.h"
#include "ui/views/search/code_chooser.h"
#include "ui/views/search/digit_strip.h"
#include "ui/views/search/form_panel.h"
#include "ui/views/search/hit_list.h"
#include "ui/views/search/line_list.h"
#include "ui/views/search/search_history.h"
#include "ui/views/search/search_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QInputDialog>
#include <QListWidget>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTimer>

using namespace rapport;
using namespace rapport::ui;
using test::follow;
using test::LineStudy;
using test::queryOf;
using test::ResultsHost;
using test::take;
using test::waitFor;

namespace {

service::ConcordanceLine line(int number) {
    service::ConcordanceLine made;
    made.unit = model::UnitId(number + 1);
    made.unitName = "u" + std::to_string(number);
    made.left = "voor ";
    made.match = "band";
    made.right = " na";
    made.range = text::textRange(5, 9);
    return made;
}

std::vector<service::ConcordanceLine> page(int number, int count = LineRows::pageSize) {
    std::vector<service::ConcordanceLine> lines;
    for (int at = 0; at < count; ++at)
        lines.push_back(line(number * LineRows::pageSize + at));
    return lines;
}

} // namespace

TEST_CASE("lines come in pages, and ticks stay with their line", "[search]") {
    LineRows rows;
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy wanted(&rows, &LineRows::pageWanted);
    rows.setResult(1000, page(0));
    REQUIRE(rows.rowCount() == 1000);
    CHECK(rows.line(0)->unitName == "u0");
    QTest::qWait(60);
    wanted.clear();
    CHECK(rows.line(500) == nullptr);
    REQUIRE(QTest::qWaitFor([&] { return wanted.count() == 1; }));
    CHECK(wanted.front().front().toInt() == 5);
    rows.dropRequest(5);
    CHECK(rows.line(501) == nullptr);
    REQUIRE(QTest::qWaitFor([&] { return wanted.count() == 2; }));
    rows.setPage(5, page(5));
    CHECK(rows.line(501)->unitName == "u501");
    rows.setTicked(501, true);
    rows.setTicked(3, true);
    CHECK(rows.tickedCount() == 2);
    rows.setTicked(900, true); // not there yet: nothing to tick
    CHECK(rows.tickedCount() == 2);
    std::vector<service::ConcordanceLine> turned = page(0);
    std::reverse(turned.begin(), turned.end());
    rows.setResult(1000, turned);
    CHECK(rows.isTicked(96));
    CHECK_FALSE(rows.isTicked(3));
    CHECK(rows.ticked().front().unitName == "u3");
    CHECK(rows.setData(rows.index(96), Qt::Unchecked, Qt::CheckStateRole));
    CHECK(rows.tickedCount() == 1);
    rows.clear();
    CHECK(rows.tickedCount() == 0);
    CHECK(rows.rowCount() == 0);
}

TEST_CASE("counts are those of the lines shown, hidden ones are never coded, memos and codes are searched",
          "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    view.codeLines(0, view.digitCodes().front());
    waitFor(host);
    view.setMode(SearchMode::Spread);
    view.setCoded("no");
    waitFor(host);
    const auto lines = [&view] {
        std::int64_t sum = 0;
        for (const service::DispersionPart& part : view.spread().report().byPart)
            sum += part.lines;
        return sum;
    };
    CHECK(lines() == 5);
    view.setCoded("yes");
    waitFor(host);
    CHECK(lines() == 1);
    view.setCoded("");
    view.setMode(SearchMode::Lines);
    waitFor(host);

    view.hideLines(1, QStringLiteral("another band"));
    waitFor(host);
    Q_EMIT view.forms().hiddenWanted(true);
    waitFor(host);
    int hidden = -1;
    for (int row = 0; row < view.lines().rowCount(); ++row)
        hidden = view.lines().line(row)->hidden.isNull() ? hidden : row;
    REQUIRE(hidden >= 0);
    view.codeLines(hidden, view.digitCodes()[1]);
    CHECK(host.toasts.back().contains(QLatin1String("hidden")));
    view.codeAllLines(view.digitCodes()[1]);
    waitFor(host);
    for (int row = 0; row < view.lines().rowCount(); ++row)
        CHECK(view.lines().line(row)->codes.empty() == !view.lines().line(row)->hidden.isNull());

    // A digit has the code that it is given, and the other one's place is taken.
    const auto before = view.digitCodes();
    REQUIRE(before.size() >= 2);
    view.setDigit(1, before[1]);
    CHECK(view.digitCodes()[0] == before[1]);
    CHECK(view.digitCodes()[1] == before[0]);
    view.setDigit(1, before[0]);

    const model::UnitId unit = view.lines().line(0)->unit;
    REQUIRE(host.study().act([unit](service::Session& session) -> base::Result<service::ChangeSet> {
        RAPPORT_ASSIGN(const model::Rater rater, session.rater("R1"));
        RAPPORT_ASSIGN(const model::Round round, service::roundFor(session, unit, rater.id, {}));
        return service::setMemo(session, {rater.id, round.id, unit}, "twijfel over de grens");
    }));
    view.setPlace(service::SearchPlace::Memos);
    view.search(QStringLiteral("twijfel"));
    waitFor(host);
    REQUIRE(view.hits().rowCount() == 1);
    CHECK(view.hits().hit(0)->place == service::SearchPlace::Memos);
    CHECK(view.lines().rowCount() == 0);
    view.setPlace(service::SearchPlace::Codes);
    view.search(QStringLiteral("near"));
    waitFor(host);
    REQUIRE(view.hits().rowCount() == 1);
    CHECK(view.hits().hit(0)->unitName == "closeness");
    view.setPlace(service::SearchPlace::Texts);
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(view.lines().rowCount() > 0);
    CHECK(host.errors.empty());
}

TEST_CASE("lines are shown, sorted, ticked, coded by digit and hidden", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.activated();
    waitFor(host);
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    CHECK(view.lines().line(0)->left.find("De") != std::string::npos); // by the match, then the word before
    view.setSort({});
    waitFor(host);
    CHECK(view.lines().line(0)->unitName == "P11/Q1");
    view.setSort({"left1"});
    waitFor(host);
    CHECK(view.lines().line(0)->left.find("De") != std::string::npos);
    CHECK(view.lineList().currentIndex().row() == 0);

    // A digit codes the chosen line and goes on to the next.
    view.lineList().setFocus();
    QTest::keyClick(&view.lineList(), Qt::Key_1);
    waitFor(host);
    CHECK(view.lineList().currentIndex().row() == 1);
    REQUIRE(view.lines().line(0)->codes == std::vector{view.digitCodes().front()});
    CHECK(host.toasts.back().contains(QLatin1String("Closeness")));
    view.setCoded("no");
    waitFor(host);
    CHECK(view.lines().rowCount() == 5);
    view.setCoded("");
    waitFor(host);

    // Ticked lines are coded as one.
    view.lineList().setCurrentIndex(view.lines().index(1));
    QTest::keyClick(&view.lineList(), Qt::Key_Space);
    view.lineList().setCurrentIndex(view.lines().index(2));
    QTest::keyClick(&view.lineList(), Qt::Key_Space);
    REQUIRE(view.lines().tickedCount() == 2);
    view.codeLines(std::nullopt, view.digitCodes()[1]);
    waitFor(host);
    CHECK(view.lines().tickedCount() == 0);
    CHECK(view.lines().line(1)->codes.size() == 1);
    CHECK(view.lines().line(2)->codes.size() == 1);
    CHECK(service::nextUndo(host.study().session()).has_value());

    view.hideLines(0, QStringLiteral("another band"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 5);
    Q_EMIT view.forms().hiddenWanted(true);
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    int hidden = 0;
    for (int row = 0; row < 6; ++row)
        hidden += view.lines().line(row)->hiddenReason == "another band" ? 1 : 0;
    CHECK(hidden == 1);
    CHECK(host.errors.empty());
    view.codeAllLines(view.digitCodes()[0]);
    waitFor(host);
    for (int row = 0; row < 6; ++row)
        CHECK_FALSE(view.lines().line(row)->codes.empty());
}

TEST_CASE("lines of the query before are not to be coded while the one in the line is wrong", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(view.lineList().isEnabled());
    view.search(QStringLiteral("(band"));
    waitFor(host);
    CHECK_FALSE(view.errorText().isEmpty());
    CHECK_FALSE(view.lineList().isEnabled());
    view.search(QStringLiteral("rust"));
    waitFor(host);
    CHECK(view.lineList().isEnabled());
}

TEST_CASE("a query of fields alone shows texts, a rater codes as nobody else", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1100, 700);
    view.show();
    view.search(QStringLiteral("question:Q2"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 0);
    CHECK(view.hits().matches() > 0);
    CHECK(view.mode() == SearchMode::Lines); // the choice stays for the next query
    host.study().setViewer(take(host.study().session().rater("R2")));
    view.onViewerChanged();
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    view.codeLines(0, view.digitCodes().front());
    waitFor(host);
    service::Session& session = host.study().session();
    REQUIRE(view.lines().line(0) != nullptr);
    CHECK(view.lines().line(0)->codes.size() == 1);
    host.study().setViewer(take(session.rater("R1")));
    view.onViewerChanged();
    waitFor(host);
    REQUIRE(view.lines().line(0) != nullptr);
    CHECK(view.lines().line(0)->codes.empty()); // another's codings are not seen
    CHECK(host.errors.empty());
}

TEST_CASE("undoing a line that was coded in the lines goes back to it there", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    service::ChangeSet elsewhere;
    elsewhere.units = {view.lines().line(3)->unit};
    CHECK_FALSE(view.goToChange(elsewhere)); // it was coded in another view
    view.codeLines(3, view.digitCodes().front());
    waitFor(host);
    view.lineList().setCurrentIndex(view.lines().index(0));
    const auto undone = host.study().undo();
    REQUIRE(undone);
    CHECK(view.goToChange(*undone));
    waitFor(host);
    const int row = view.lineList().currentIndex().row();
    CHECK(row > 0);
    CHECK(view.lines().line(row)->unit == undone->units.front());
    CHECK(view.lines().line(row)->codes.empty());
}

TEST_CASE("a search within what was found keeps the lines of its own words", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("goede"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 2);
    view.searchWithin();
    CHECK(view.steps() == QStringList{"goede"});
    CHECK(queryOf(view).isEmpty());
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 3); // in the two texts with goede; there are six in all
    for (int row = 0; row < view.lines().rowCount(); ++row)
        CHECK(view.lines().line(row)->match == "band");
    CHECK(view.wholeQuery(QStringLiteral("band")) == QLatin1String("(band) AND NOT NOT (goede)"));
    // A mistake is marked where it was typed.
    view.search(QStringLiteral("band ("));
    waitFor(host);
    CHECK_FALSE(view.errorText().isEmpty());
    view.search(QStringLiteral("band"));
    waitFor(host);
    view.saveAs(QStringLiteral("Within"));
    view.setSteps({});
    waitFor(host);
    CHECK(view.lines().rowCount() == 6);
    view.openSaved(QStringLiteral("Within"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 3);
    CHECK(host.errors.empty());

    const auto events = take(service::searchHistory(host.study().session(), "Within"));
    REQUIRE(events.size() == 2); // saved, and run when it was opened
    SearchHistoryDialog history(QStringLiteral("Within"), events);
    REQUIRE(history.model().rowCount() == 2);
    CHECK(history.model().item(0, 3)->text() == QLatin1String("3"));
    CHECK(history.model().item(1, 3)->text().isEmpty());
    QSignalSpy chosen(&history, &SearchHistoryDialog::queryChosen);
    history.choose(1);
    REQUIRE(chosen.count() == 1);
    CHECK(chosen.front().front().toString() == QLatin1String("(band) AND NOT NOT (goede)"));
}

TEST_CASE("the code of many lines is found by typing", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.activated();
    waitFor(host);
    host.actions().setCurrent(ActionContext::Search, true);
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    const auto open = [&] {
        host.actions().action(QStringLiteral("search.code"))->trigger();
        const auto choosers = view.findChildren<CodeChooser*>();
        REQUIRE_FALSE(choosers.empty());
        return choosers.back();
    };
    CodeChooser* chooser = open();
    CHECK(chooser->isVisible());
    CHECK(chooser->list().count() == 3);
    QTest::keyClicks(&chooser->field(), QStringLiteral("zzq"));
    CHECK(chooser->list().count() == 0);
    QTest::keyClick(&chooser->field(), Qt::Key_Return);
    CHECK(chooser->isVisible()); // nothing is chosen of nothing
    chooser->field().clear();
    QTest::keyClicks(&chooser->field(), QStringLiteral("confl"));
    REQUIRE(chooser->list().count() == 1);
    QTest::keyClick(&chooser->field(), Qt::Key_Return);
    CHECK_FALSE(chooser->isVisible());
    waitFor(host);
    CHECK(host.toasts.back() == QStringLiteral("Conflict: 6 lines coded"));
    REQUIRE(view.lines().line(0)->codes.size() == 1);

    // Esc leaves, and codes nothing.
    const auto said = host.toasts.size();
    chooser = open();
    QTest::keyClick(&chooser->field(), Qt::Key_Down);
    CHECK(chooser->list().currentRow() == 1);
    QTest::keyClick(&chooser->field(), Qt::Key_Escape);
    CHECK_FALSE(chooser->isVisible());
    waitFor(host);
    CHECK(host.toasts.size() == said);
}

TEST_CASE("a reason that is given while the lines change hides nothing, and says so", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 6);
    const auto answer = [&](bool changes) {
        QTimer::singleShot(50, &view, [&view, &host, changes] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            REQUIRE(dialog != nullptr);
            if (changes) {
                view.search(QStringLiteral("goede"));
                host.wait();
            }
            dialog->setTextValue(QStringLiteral("another band"));
            dialog->accept();
        });
        view.askReason(0);
        waitFor(host);
    };
    const auto hidden = [&] {
        return take(service::hiddenLines(host.study().session(), "band")).size() +
               take(service::hiddenLines(host.study().session(), "goede")).size();
    };
    host.toasts.clear();
    answer(true);
    CHECK(hidden() == 0);
    REQUIRE(host.toasts.size() == 1);
    CHECK(host.toasts.front().contains(QLatin1String("changed meanwhile")));
    view.search(QStringLiteral("band"));
    waitFor(host);
    answer(false);
    CHECK(hidden() == 1);
}

TEST_CASE("in large letters the rows around the lines keep their heights, and some lines are seen",
          "[search]") {
    LineStudy study;
    const double before = theme().scale();
    for (const double scale : {1.0, 1.5}) {
        CAPTURE(scale);
        theme().setScale(scale);
        ResultsHost host(study.path());
        SearchView view(host, nullptr);
        follow(host, view);
        view.resize(1140, 590); // what a screen of 1366x768 leaves of a window
        view.show();
        view.search(QStringLiteral("band"));
        waitFor(host);
        QCoreApplication::processEvents();
        REQUIRE(view.lines().rowCount() > 0);
        for (const auto* box : view.findChildren<QComboBox*>()) {
            if (!box->isVisible())
                continue;
            CAPTURE(box->accessibleName().toStdString());
            CHECK(box->height() >= box->minimumSizeHint().height());
            CHECK(box->geometry().bottom() < box->parentWidget()->height());
        }
        const auto* digits = view.findChild<DigitStrip*>();
        REQUIRE(digits != nullptr);
        CHECK(digits->geometry().bottom() < digits->parentWidget()->height());
        const auto* list = view.findChild<LineList*>();
        REQUIRE(list != nullptr);
        CHECK(list->viewport()->height() >= 3 * theme().lineHeight(TypeRole::Body));
    }
    theme().setScale(before);
}

TEST_CASE("Hebrew in what was found stands at the right", "[search]") {
    QImage page(400, 60, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    paintHitText(painter, QRectF(0, 0, 400, 60), "\u05e9\u05dc\u05d5\u05dd", {}, 2);
    painter.end();
    int left = 400;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < left; ++x) {
            if (page.pixel(x, y) != qRgb(255, 255, 255))
                left = x;
        }
    }
    CHECK(left > 200);
    CHECK(left < 400);
}
