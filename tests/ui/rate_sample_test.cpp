// SPDX-License-Identifier: GPL-3.0-or-later
// The sample study by synthesised keys alone: twenty answers rated, many coded at once in the grid, a
// transcript coded, memo, flag, and all of it undone. No widget is asked to do anything; they are only read.
#include "service/assigning.h"
#include "service/consensus.h"
#include "service/rating.h"
#include "service/reading.h"
#include "support/catch.hpp"
#include "support/scratch.h"
#include "support/tree.h"
#include "ui/app/command_line.h"
#include "ui/app/language.h"
#include "ui/app/main_window.h"
#include "ui/app/sample_study.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/reading_view.h"
#include "ui/dialogs/merge_dialog.h"
#include "ui/models/answer_grid.h"
#include "ui/views/agreement/agreement_list.h"
#include "ui/views/rate/answers_view.h"
#include "ui/views/rate/choices_panel.h"
#include "ui/views/rate/grid_parts.h"
#include "ui/views/rate/grid_view.h"
#include "ui/views/rate/transcript_view.h"
#include "ui/views/registry.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTest>
#include <algorithm>
#include <map>
#include <memory>
#include <set>

using namespace rapport;
using namespace rapport::ui;

namespace {

void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    REQUIRE(QApplication::focusWidget() != nullptr);
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void letters(const char* all) {
    for (const char* each = all; *each != '\0'; ++each)
        QTest::keyClick(QApplication::focusWidget(), *each);
}

template<typename T>
T& shown(MainWindow& window) {
    auto* view = qobject_cast<T*>(window.currentView());
    REQUIRE(view != nullptr);
    return *view;
}

void choose(RateDesk& desk, std::string_view name) {
    for (const model::Round& round : desk.rounds()) {
        if (round.name == name)
            desk.chooseRound(round.id);
    }
}

void chooseDefault(RateDesk& desk) {
    choose(desk, model::defaultRoundName);
}

/// A copy of the sample study of its own, in a window.
class Sample {
public:
    Sample() {
        qputenv("RAPPORT_DATA", rapport::support::sourceTree);
        if (const QString former = readySample(); !former.isEmpty())
            QFile::remove(former);
        const auto made = makeSample("en", {});
        REQUIRE(made);
        const QString path = toQt(m_scratch.file("sample.rapport"));
        REQUIRE(QFile::copy(*made, path));
        QFile::remove(*made);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(1440, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        REQUIRE(window.openStudy(path));
    }

private:
    test::ScratchFolder m_scratch;

public:
    MainWindow window;
};

} // namespace

TEST_CASE("the sample study has something to rate and something to settle", "[rate][sample]") {
    Sample sample;
    service::Session& session = sample.window.study().session();
    std::int64_t left = 0;
    bool isOpened = false;
    const auto progress = service::progress(session);
    REQUIRE(progress);
    for (const service::Progress& each : *progress) {
        if (each.round.name == "calibration-2")
            left += each.assigned - each.completed;
        if (each.round.name == "calibration-1") {
            isOpened = each.round.openedAt != 0;
            CHECK(each.completed == each.assigned);
        }
    }
    CHECK(isOpened);
    CHECK(left > 20);
    service::DisputeRequest request;
    request.round = "calibration-1";
    const auto disputes = service::disputes(session, request);
    REQUIRE(disputes);
    CHECK(disputes->differences > 5);
}

TEST_CASE("an evening with the sample study, by keys alone", "[rate][journey][sample]") {
    Sample sample;
    MainWindow& window = sample.window;
    // The activity by its key; the list outside any assignment is undone as yet.
    key(Qt::Key_4, Qt::AltModifier);
    key(Qt::Key_1, Qt::ControlModifier);
    auto& answers = shown<AnswersView>(window);
    chooseDefault(answers.desk());
    REQUIRE(answers.desk().units().size() > 100);
    REQUIRE(answers.reading().hasFocus());
    const int before = answers.desk().doneCount();
    const int flaggedBefore = answers.desk().flaggedCount();

    int acts = 0;
    for (int i = 0; i < 20; ++i) {
        CAPTURE(i);
        const model::UnitId unit = answers.desk().work().item.id;
        // The first sentence as a quote of closeness, a code of the second row, both judgements.
        key(Qt::Key_Up, Qt::AltModifier);
        REQUIRE(answers.reading().hasSelection());
        letters("c,p17");
        acts += 4;
        REQUIRE(answers.desk().work().codings.size() == 4);
        if (i % 5 == 0) {
            key(Qt::Key_F4);
            key(Qt::Key_F2);
            QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ask about 1, 2 and c"));
            key(Qt::Key_Escape);
            acts += 2;
            CHECK(answers.desk().work().item.isFlagged);
            CHECK(answers.desk().work().memo == "ask about 1, 2 and c");
        }
        key(Qt::Key_Return);
        ++acts;
        CHECK(answers.desk().work().item.id != unit);
    }
    CHECK(answers.desk().doneCount() == before + 20);
    CHECK(answers.desk().flaggedCount() == flaggedBefore + 4);

    // The grid: three answers at once.
    key(Qt::Key_2, Qt::ControlModifier);
    auto& grid = shown<GridView>(window);
    REQUIRE(QTest::qWaitFor([&] { return !window.jobs().isBusy(); }, 20000));
    REQUIRE(grid.grid().total() == int(answers.desk().units().size()));
    CHECK(grid.grid().counts().done == before + 20);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(grid.selectedRows().size() == 3);
    const int first = grid.selectedRows().front();
    const int had = grid.grid().presenceCodings(first);
    letters("b17");
    CHECK(grid.grid().presenceCodings(first) == had + 1);
    key(Qt::Key_Return);
    acts += 4;
    CHECK(grid.grid().counts().done == before + 23);

    // A transcript: the sentence at the caret, coded, moved, flagged.
    key(Qt::Key_3, Qt::ControlModifier);
    auto& transcript = shown<TranscriptView>(window);
    chooseDefault(transcript.desk());
    REQUIRE(transcript.transcript().turns.size() > 20);
    REQUIRE(transcript.reading().hasFocus());
    const auto codingsBefore = transcript.transcript().codings.size();
    key(Qt::Key_Down, Qt::ControlModifier);
    key(Qt::Key_Up, Qt::AltModifier);
    letters("f");
    key(Qt::Key_Left, Qt::AltModifier);
    key(Qt::Key_F4);
    acts += 3;
    CHECK(transcript.transcript().codings.size() == codingsBefore + 1);
    CHECK(transcript.transcript().notes[1].isFlagged);

    // All of it undone, whatever view is shown; and the last thing done again. What is out of sight is gone
    // to first: between the three views, and between the answer and the grid.
    int presses = 0;
    for (; service::canUndo(window.study().session()) && presses < 2 * acts; ++presses)
        key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(presses > acts);
    CHECK(answers.desk().doneCount() == before);
    CHECK(answers.desk().flaggedCount() == flaggedBefore);
    CHECK(transcript.transcript().codings.size() == codingsBefore);
    CHECK_FALSE(service::canUndo(window.study().session()));
    CHECK(grid.grid().counts().done == before);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(service::canUndo(window.study().session()));
}

TEST_CASE("the sample's focus groups are coded turn by turn in their own round", "[rate][sample]") {
    Sample sample;
    MainWindow& window = sample.window;
    window.openView(QStringLiteral("rate-transcript"));
    auto& view = shown<TranscriptView>(window);
    choose(view.desk(), "focus-groups");
    REQUIRE(view.desk().round()->name == "focus-groups");
    const model::Turn& turn = view.transcript().turns.at(1);
    const auto codings = view.transcript().codings.size();
    // Codes that are for turns and for whole transcripts, of which this round holds only turns.
    view.reading().setFocus();
    view.reading().select({turn.range.begin, turn.range.begin + 12});
    letters("d");
    REQUIRE(view.transcript().codings.size() == codings + 1);
    const auto made = std::find_if(
        view.transcript().codings.begin(), view.transcript().codings.end(),
        [&](const model::Coding& coding) { return coding.range && coding.range->begin == turn.range.begin; });
    REQUIRE(made != view.transcript().codings.end());
    CHECK(made->unit == view.desk().units().at(0).unit);

    // Undo comes back to it from another view, another round and another turn.
    view.reading().setCaret(view.transcript().turns.at(8).range.begin);
    window.openView(QStringLiteral("codebook"));
    key(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(window.currentView() == &view);
    CHECK(view.transcript().codings.size() == codings + 1); // nothing is undone out of sight
    key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(view.transcript().codings.size() == codings);
    CHECK(turn.range.contains(view.reading().caret()));
    choose(view.desk(), "default");
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(view.desk().round()->name == "focus-groups");
    CHECK(view.transcript().codings.size() == codings);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(view.transcript().codings.size() == codings + 1);
}

TEST_CASE("choices stand in the same place whatever question an answer is to", "[rate][panes][sample]") {
    Sample sample;
    MainWindow& window = sample.window;
    window.openView(QStringLiteral("rate-answers"));
    auto& view = *qobject_cast<AnswersView*>(window.currentView());
    for (const model::Round& round : view.desk().rounds()) {
        if (round.name == "reliability")
            view.desk().chooseRound(round.id);
    }
    QTest::qWait(50);
    auto* choices = view.findChild<ChoicesPanel*>();
    REQUIRE(choices != nullptr);
    std::map<std::string, std::set<int>> places; // where they end, by the question
    const auto units = view.desk().units();
    for (std::size_t place = 0; place < std::min<std::size_t>(units.size(), 40); ++place) {
        REQUIRE(view.desk().goTo(int(place)));
        QTest::qWait(5);
        places[view.desk().work().item.prompt].insert(
            choices->mapTo(&view, QPoint(0, choices->height())).y());
    }
    REQUIRE(places.size() > 1);
    for (const auto& [prompt, ends] : places) {
        CAPTURE(prompt);
        CHECK(ends == places.begin()->second);
        CHECK(ends.size() == 1);
    }
}

TEST_CASE("nothing is cut off where the language is changed at the design's size", "[rate][sample]") {
    Sample sample;
    MainWindow& window = sample.window;
    const auto wait = [&] {
        QTest::qWait(50);
        REQUIRE(QTest::qWaitFor([&] { return !window.jobs().isBusy(); }, 30000));
        QTest::qWait(50);
    };
    window.openView(QStringLiteral("rate-grid"));
    wait();
    setUiLanguage(QStringLiteral("nl"));
    wait();
    auto& grid = shown<GridView>(window);
    for (const QComboBox* box : grid.findChildren<QComboBox*>()) {
        CAPTURE(box->currentText().toStdString());
        if (box->isVisible() && box->parentWidget()->isAncestorOf(grid.findChild<GridLegend*>()))
            CHECK(box->width() >= std::min(box->sizeHint().width(), box->maximumWidth()));
    }
    CHECK(grid.findChild<GridLegend*>()->width() >= grid.findChild<GridLegend*>()->sizeHint().width());
    window.openView(QStringLiteral("agreement"));
    wait();
    CHECK(window.currentView()->findChild<AgreementList*>()->horizontalScrollBar()->maximum() == 0);
    for (const QScrollArea* area : window.currentView()->findChildren<QScrollArea*>()) {
        if (area->accessibleName() == QLatin1String("Hoe de cijfers gemaakt zijn"))
            CHECK(area->verticalScrollBar()->maximum() == 0);
    }
    // What both filters read is told apart at the least size, too.
    window.openView(QStringLiteral("sources"));
    window.resize(1024, 700);
    wait();
    for (const ChoiceBox* box : window.currentView()->findChildren<ChoiceBox*>()) {
        CAPTURE(box->currentText().toStdString());
        CHECK(box->width() > box->fontMetrics().horizontalAdvance(box->currentText()));
    }
    setUiLanguage(QStringLiteral("en"));
}

TEST_CASE("what is done to the study is found by Ctrl+K from every activity", "[actions][sample]") {
    Sample sample;
    MainWindow& window = sample.window;
    const auto listed = [&](const QString& title) {
        auto* line = window.findChild<CommandLine*>();
        REQUIRE(line != nullptr);
        window.actions().action(QStringLiteral("go.palette"))->trigger();
        line->clear();
        QTest::keyClicks(line, QString(title).remove(QChar(0x2026)));
        auto* list = window.findChild<QListView*>(QStringLiteral("commandList"));
        REQUIRE(list != nullptr);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data().toString() == title)
                return true;
        }
        return false;
    };
    for (const ViewRow& view : viewRows()) {
        window.openView(QLatin1String(view.name));
        REQUIRE(QTest::qWaitFor([&] { return !window.jobs().isBusy(); }, 20000));
        for (const char* id : {"overview.merge", "overview.rater", "overview.assign", "overview.pack",
                               "sources.forget", "codebook.import", "codebook.export", "search.index"}) {
            CAPTURE(view.name, id);
            CHECK(listed(window.actions().title(QLatin1String(id))));
        }
    }
    // It goes there first.
    window.openView(QStringLiteral("reports"));
    REQUIRE(listed(window.actions().title(QStringLiteral("overview.merge"))));
    QTest::keyClick(window.findChild<CommandLine*>(), Qt::Key_Return);
    CHECK(window.currentView()->objectName() == QLatin1String("overview"));
    REQUIRE(QTest::qWaitFor([&] { return window.findChild<MergeDialog*>() != nullptr; }, 20000));
    window.findChild<MergeDialog*>()->reject();
    QTest::qWait(50); // the dialog goes
    QApplication::setActiveWindow(&window);
    // What belongs to other activities is found as well, and done there unless something must be chosen.
    const auto run = [&](const char* id) {
        REQUIRE(listed(window.actions().title(QLatin1String(id))));
        QTest::keyClick(window.findChild<CommandLine*>(), Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return !window.jobs().isBusy(); }, 20000));
        return window.currentView()->objectName();
    };
    window.openView(QStringLiteral("rate-answers"));
    CHECK(run("agreement.report") == QLatin1String("reports"));
    CHECK(run("rate.grid") == QLatin1String("rate-grid"));
    CHECK(run("codebook.filter") == QLatin1String("codebook"));
    CHECK(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
    const auto position = window.study().session().position().value_or(-1);
    CHECK(run("consensus.settle") == QLatin1String("consensus"));
    CHECK(window.study().session().position().value_or(-2) == position);
    // Raters find what raters do.
    REQUIRE(window.lookAs(QStringLiteral("R1")));
    window.openView(QStringLiteral("overview"));
    REQUIRE(QTest::qWaitFor([&] { return !window.jobs().isBusy(); }, 20000));
    CHECK(listed(window.actions().title(QStringLiteral("rate.grid"))));
    for (const char* id : {"agreement.report", "agreement.units", "consensus.settle", "reports.html",
                           "analysis.figure", "codebook.freeze", "sources.forget", "overview.assign"}) {
        CAPTURE(id);
        CHECK_FALSE(listed(window.actions().title(QLatin1String(id))));
    }
}

TEST_CASE("the sample study is called as the program speaks", "[sample]") {
    qputenv("RAPPORT_DATA", rapport::support::sourceTree);
    if (const QString former = readySample(); !former.isEmpty())
        QFile::remove(former);
    const auto titleIn = [](const char* language) {
        const auto made = makeSample(language, {});
        REQUIRE(made);
        auto session = service::Session::open(toUtf8(*made), service::OpenMode::ReadOnly);
        REQUIRE(session);
        const auto title = service::studyTitle(**session);
        REQUIRE(title);
        session->reset();
        QFile::remove(*made);
        return *title;
    };
    CHECK(titleIn("nl") != titleIn("en"));
}
