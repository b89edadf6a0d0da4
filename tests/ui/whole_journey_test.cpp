// SPDX-License-Identifier: GPL-3.0-or-later
// The rest of an evening by keys alone, in the real window: agreement, a round opened, a difference settled,
// a search, a code added, a report saved. No widget is asked to do anything; they are only read. And every
// row of the table of actions works somewhere and can be found without knowing its key.
#include "rate_study.h"
#include "service/consensus.h"
#include "ui/app/actions.h"
#include "ui/views/registry.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <set>

using namespace rapport;
using namespace rapport::ui;
using test::RateStudy;
using test::take;

namespace {

/// R1 and R2 have judged all answers and differ on some; the round is not open yet.
void rateAll(RateStudy& study) {
    auto session = take(service::Session::open(study.path, service::OpenMode::ReadWrite));
    const auto codebook = take(session->codebook());
    const auto closeness = codebook->code("closeness").code->id;
    const auto round = take(session->round("reliability"));
    for (const char* name : {"R1", "R2"}) {
        const auto rater = take(session->rater(name));
        int number = 0;
        for (const service::UnitItem& item :
             take(service::units(*session, {"reliability", name, service::UnitState::All}))) {
            const service::Target target{rater.id, round.id, item.id};
            if (++number % 3 == 0 || (name[1] == '1' && number % 5 == 0))
                take(service::code(*session, target, closeness));
            take(service::complete(*session, target));
        }
    }
}

void settle(RateStudy& study) {
    QTest::qWait(30);
    REQUIRE(QTest::qWaitFor([&study] { return !study.window->jobs().isBusy(); }, 30000));
    QCoreApplication::processEvents();
}

void press(RateStudy& study, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* focus = QApplication::focusWidget();
    REQUIRE(focus != nullptr);
    QTest::keyClick(focus, key, modifiers);
    settle(study);
}

void type(const QString& words) {
    QWidget* focus = QApplication::focusWidget();
    REQUIRE(focus != nullptr);
    QTest::keyClicks(focus, words);
}

void goTo(RateStudy& study, Qt::Key activity, const char* view) {
    press(study, activity, Qt::AltModifier);
    settle(study);
    REQUIRE(study.window->currentView() != nullptr);
    const ViewRow* row = viewRow(QString::fromLatin1(view));
    REQUIRE(row != nullptr);
    CHECK(study.window->currentView()->title() == QCoreApplication::translate("Activities", row->activity));
}

/// By its words in the palette.
void choose(RateStudy& study, const QString& words) {
    press(study, Qt::Key_K, Qt::ControlModifier);
    type(words);
    settle(study);
    press(study, Qt::Key_Return);
}

} // namespace

TEST_CASE("agreement, opening, consensus, search, codebook and report by keys alone", "[journey]") {
    RateStudy study(12);
    study.window->study().close();
    rateAll(study);
    REQUIRE(study.window->openStudy(toQt(study.path)));
    settle(study);

    // Agreement: a figure, and the units behind it.
    goTo(study, Qt::Key_7, "agreement");
    press(study, Qt::Key_Home, Qt::ControlModifier);
    press(study, Qt::Key_Down);
    press(study, Qt::Key_Return);

    // The round is opened from the palette; the question begins on the way back.
    goTo(study, Qt::Key_1, "overview");
    choose(study, QStringLiteral("open a round"));
    press(study, Qt::Key_Tab);
    press(study, Qt::Key_Space);
    CHECK(take(study.window->study().session().round("reliability")).openedAt > 0);

    // Consensus: the dearest difference is settled with a digit, a reason and Ctrl+Enter.
    goTo(study, Qt::Key_6, "consensus");
    press(study, Qt::Key_1); // the reason is asked for next
    type(QStringLiteral("It says so."));
    press(study, Qt::Key_Return, Qt::ControlModifier);
    const auto settled = take(service::settledItems(study.window->study().session()));
    REQUIRE(settled.size() == 1);
    CHECK(settled[0].item.reason == "It says so.");
    CHECK(settled[0].item.code == "closeness");

    // Search: a query, the next hit, and where it stands.
    goTo(study, Qt::Key_5, "search");
    type(QStringLiteral("haven"));
    press(study, Qt::Key_Return);
    press(study, Qt::Key_F3);

    // Codebook: a code more.
    goTo(study, Qt::Key_3, "codebook");
    const std::size_t before = take(study.window->study().session().codebook())->variables[0].codes.size();
    press(study, Qt::Key_Insert);
    press(study, Qt::Key_Return, Qt::ControlModifier);
    CHECK(take(study.window->study().session().codebook())->variables[0].codes.size() == before + 1);

    // Report: a name in the dialog for files.
    goTo(study, Qt::Key_9, "reports");
    press(study, Qt::Key_E, Qt::ControlModifier);
    auto* dialog = study.window->findChild<QFileDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitFor([dialog] { return dialog->isVisible(); }, 5000));
    auto* name = dialog->findChild<QLineEdit*>();
    REQUIRE(name != nullptr);
    const QString file = toQt(study.scratch.file("report.html"));
    QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(name, file);
    QTest::keyClick(name, Qt::Key_Return);
    settle(study);
    QFile report(file);
    REQUIRE(report.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(report.readAll()).contains(QStringLiteral("reliability")));
}

TEST_CASE("every action works in some place, and is found there without knowing its key", "[actions]") {
    RateStudy study(12);
    study.window->study().close();
    rateAll(study);
    REQUIRE(study.window->openStudy(toQt(study.path)));
    settle(study);
    std::set<QString> enabled;
    const auto collect = [&] {
        for (const QString& id : study.window->actions().enabledIds())
            enabled.insert(id);
    };
    for (const QString& viewer : {QString(), QStringLiteral("R1")}) {
        REQUIRE(study.window->lookAs(viewer));
        for (const ViewRow& row : viewRows()) {
            study.window->openView(QString::fromLatin1(row.name));
            settle(study);
            collect();
            if (QString::fromLatin1(row.name) == QLatin1String("search") && viewer.isEmpty()) {
                QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("haven"));
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
                settle(study);
                collect();
            }
        }
    }
    // Something to undo, to redo and to discard.
    REQUIRE(study.window->lookAs(QString()));
    study.window->openView(QStringLiteral("codebook"));
    settle(study);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Insert);
    settle(study);
    collect();
    study.trigger("codebook.save");
    settle(study);
    collect();
    // The first goes to what it undoes, the second undoes it.
    for (int press = 0; press < 2; ++press) {
        study.trigger("edit.undo");
        settle(study);
    }
    collect();
    // Of an open round a difference is settled, and taken back later.
    study.window->study().act(
        [](service::Session& session) { return service::openRound(session, "reliability"); });
    study.window->openView(QStringLiteral("consensus"));
    settle(study);
    press(study, Qt::Key_1);
    type(QStringLiteral("Because."));
    settle(study);
    collect();
    press(study, Qt::Key_Return, Qt::ControlModifier);
    collect();
    study.trigger("consensus.previous");
    settle(study);
    collect();

    QStringList never;
    for (const ActionRow& row : actionRows()) {
        if (!enabled.contains(QString::fromLatin1(row.id)))
            never.append(QString::fromLatin1(row.id));
    }
    CHECK(never.join(QLatin1Char(' ')).toStdString() == "");

    // In the menus, all of them: what has a menu stands in it.
    QStringList absent;
    for (const ActionRow& row : actionRows()) {
        const QAction* action = study.window->actions().action(QString::fromLatin1(row.id));
        bool isInMenu = false;
        for (const QMenu* menu : study.window->findChildren<QMenu*>())
            isInMenu = isInMenu || menu->actions().contains(const_cast<QAction*>(action));
        if (row.menu != ActionMenu::None && !isInMenu)
            absent.append(QString::fromLatin1(row.id));
    }
    CHECK(absent.join(QLatin1Char(' ')).toStdString() == "");
}
