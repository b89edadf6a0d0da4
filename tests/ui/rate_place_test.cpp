// SPDX-License-Identifier: GPL-3.0-or-later
// The study opens where somebody was: at the answer, the row, the line of the transcript.
#include "rate_study.h"
#include "ui/app/settings.h"
#include "ui/models/answer_grid.h"
#include "ui/views/rate/grid_view.h"

#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTableView>

using namespace rapport;
using namespace rapport::ui;
using namespace rapport::test;

namespace {

/// Closes the window and opens the study in another, as the same rater.
void openAgain(RateStudy& study, const QString& rater) {
    study.window.reset();
    writeRemembered();
    study.window = std::make_unique<MainWindow>();
    study.window->setAttribute(Qt::WA_DeleteOnClose, false);
    study.window->resize(1366, 768);
    study.window->show();
    QApplication::setActiveWindow(study.window.get());
    REQUIRE(study.window->openStudy(toQt(study.path)));
    REQUIRE(study.window->lookAs(rater));
}

GridView& gridOf(RateStudy& study) {
    study.window->openView(QStringLiteral("rate-grid"));
    auto* view = qobject_cast<GridView*>(study.window->currentView());
    REQUIRE(view != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return !study.window->jobs().isBusy(); }, 20000));
    return *view;
}

model::UnitId rowOf(GridView& grid) {
    const QModelIndex now = grid.answersTable().selectionModel()->currentIndex();
    return now.isValid() ? grid.grid().item(now.row()).unit : model::UnitId();
}

} // namespace

TEST_CASE("a study opens at the answer where somebody was", "[rate][place]") {
    RateStudy study;
    {
        RateDesk& desk = study.answers().desk();
        for (int i = 0; i < 10; ++i)
            REQUIRE(desk.step(1));
        REQUIRE(desk.index() == 10);
    }
    SECTION("the window was closed") {
    }
    SECTION("the program was stopped: it is in the file a moment later") {
        const auto isThere = [] {
            const QSettings file;
            const QStringList keys = file.allKeys();
            return std::any_of(keys.begin(), keys.end(), [&](const QString& key) {
                return key.startsWith(QLatin1String("rate/")) && key.endsWith(QLatin1String("/place"));
            });
        };
        REQUIRE(QTest::qWaitFor(isThere, 5000));
    }
    openAgain(study, QStringLiteral("R1"));
    RateDesk& desk = study.answers().desk();
    CHECK(desk.index() == 10);
    // The grid opens at the same one.
    CHECK(rowOf(gridOf(study)) == desk.units()[10].unit);
    // Nobody else's place.
    openAgain(study, QStringLiteral("R2"));
    CHECK(study.answers().desk().index() == 0);
    openAgain(study, QStringLiteral("R1"));
    CHECK(study.answers().desk().index() == 10);
}

TEST_CASE("of an answer that is not in the list any more the first undone is at hand", "[rate][place]") {
    RateStudy study;
    {
        RateDesk& desk = study.answers().desk();
        REQUIRE(desk.goTo(7));
        RateDesk::Place gone;
        gone.id = 4711;
        desk.rememberPlace(gone);
    }
    openAgain(study, QStringLiteral("R1"));
    CHECK(study.answers().desk().index() == 0);
}

TEST_CASE("a study opens at the row of the grid where somebody was", "[rate][grid][place]") {
    RateStudy study;
    model::UnitId at;
    {
        study.answers();
        GridView& grid = gridOf(study);
        for (int i = 0; i < 3; ++i)
            study.key(Qt::Key_Down);
        at = rowOf(grid);
        REQUIRE(at == grid.desk().units()[3].unit);
    }
    openAgain(study, QStringLiteral("R1"));
    CHECK(rowOf(gridOf(study)) == at);
    CHECK(study.answers().desk().index() == 3);
}

TEST_CASE("a study opens at the line of the transcript where somebody was", "[rate][transcript][place]") {
    RateStudy study;
    {
        std::string lines = "Moderator: Wat valt op?\n";
        for (int i = 1; i < 60; ++i)
            lines += (i % 2 == 1 ? "P1: Zij zoekt nabijheid, keer " : "P2: Er is veel conflict, keer ") +
                     std::to_string(i) + ".\n";
        service::ImportOptions options;
        options.kind = service::ImportKind::Transcript;
        REQUIRE(study.window->lookAs(QString()));
        const auto report = take(service::importFiles(study.window->study().session(),
                                                      {study.scratch.write("long.txt", lines)}, options));
        study.window->study().announce(report.changes);
    }
    model::SourceId source;
    text::CodePoints place;
    {
        study.window->openView(QStringLiteral("rate-transcript"));
        auto* view = qobject_cast<TranscriptView*>(study.window->currentView());
        REQUIRE(view != nullptr);
        RateStudy::choose(view->desk(), std::string(model::defaultRoundName));
        const auto& units = view->desk().units();
        const auto other = std::find_if(units.begin(), units.end(), [&](const auto& each) {
            return each.source != view->transcript().source;
        });
        REQUIRE(other != units.end());
        if (view->transcript().turns.size() != 60) {
            ViewTarget target;
            target.unit = other->unit;
            study.window->openView(QStringLiteral("rate-transcript"), target);
        }
        REQUIRE(view->transcript().turns.size() == 60);
        place = view->transcript().turns[41].range.begin + 3;
        view->reading().setCaret(place);
        source = view->transcript().source;
    }
    openAgain(study, QString());
    study.window->openView(QStringLiteral("rate-transcript"));
    auto* view = qobject_cast<TranscriptView*>(study.window->currentView());
    REQUIRE(view != nullptr);
    CHECK(view->transcript().source == source);
    CHECK(view->reading().caret() == place);
    QTest::qWait(20);
    CHECK(view->reading().verticalScrollBar()->value() > 0);
    CHECK(view->reading().viewport()->rect().contains(view->reading().caretRect()));
}
