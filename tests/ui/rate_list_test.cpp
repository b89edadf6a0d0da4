// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a long study is read in the background: what is asked for, done or chosen meanwhile counts.
#include "rate_study.h"
#include "service/own_rating.h"
#include "ui/app/command_line.h"
#include "ui/app/language.h"
#include "ui/app/settings_dialog.h"
#include "ui/app/status_line.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/coded_list.h"

#include <QAbstractButton>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

/// The desk of the Rate view, whose lists are all long from now on.
class LongLists : public RateStudy {
public:
    LongLists()
        : desk(answers().desk()) {
        desk.setReadAtOnce(0);
    }
    void wait() const {
        REQUIRE(desk.isReading());
        REQUIRE(QTest::qWaitFor([this] { return !desk.isReading(); }, 30000));
    }
    RateDesk& desk;
};

} // namespace

TEST_CASE("while a long list is read the former one of the same rater stands", "[rate][lists]") {
    const LongLists study;
    const model::UnitId at = study.desk.units()[4].unit;
    REQUIRE(study.desk.goTo(4));
    study.desk.reload();
    CHECK(study.desk.units().size() == 20);
    CHECK(study.desk.hasUnit());
    study.wait();
    CHECK(study.desk.units().size() == 20);
    CHECK(study.desk.work().item.id == at);
}

TEST_CASE("nothing of another viewer's list is shown while one's own is read", "[rate][lists][blind]") {
    const LongLists study;
    REQUIRE(qobject_cast<ReadingView*>(QApplication::focusWidget()) != nullptr);
    REQUIRE(study.window->lookAs(QString()));
    CHECK(study.desk.units().empty());
    CHECK_FALSE(study.desk.hasUnit());
    study.wait();
    CHECK(study.desk.units().size() == 20);
    CHECK(study.desk.hasUnit());
    // The keyboard waited, and is in the text again.
    CHECK(qobject_cast<ReadingView*>(QApplication::focusWidget()) != nullptr);
}

TEST_CASE("of two lists asked for in turn the later one is shown", "[rate][lists]") {
    const LongLists study;
    REQUIRE(study.window->lookAs(QString()));
    const auto rounds = study.desk.rounds();
    for (const std::string name : {"reliability", "default"}) {
        const auto round = std::find_if(rounds.begin(), rounds.end(),
                                        [&name](const model::Round& each) { return each.name == name; });
        REQUIRE(round != rounds.end());
        study.desk.chooseRound(round->id);
    }
    study.wait();
    CHECK(study.desk.round()->name == "default");
    CHECK(study.desk.units().size() == 20);
    QTest::qWait(50);
    CHECK(study.desk.round()->name == "default");
}

TEST_CASE("a unit asked for while the list is read is gone to, or said to be missing", "[rate][lists]") {
    const LongLists study;
    QSignalSpy missing(&study.desk, &RateDesk::unitMissing);
    const model::UnitId last = study.desk.units().back().unit;
    REQUIRE(study.window->lookAs(QString()));
    CHECK(study.desk.goToUnit(last));
    study.wait();
    CHECK(study.desk.work().item.id == last);
    CHECK(missing.isEmpty());

    study.desk.reload();
    CHECK(study.desk.goToUnit(model::UnitId(4711)));
    study.wait();
    CHECK(missing.size() == 1);
    CHECK(study.desk.work().item.id == last);
}

TEST_CASE("what is completed while the list is read is done in it", "[rate][lists]") {
    const LongLists study;
    const model::UnitId at = study.desk.units().back().unit;
    study.desk.reload();
    REQUIRE(study.desk.isReading());
    const service::Target target{study.desk.rater()->id, study.desk.round()->id, at};
    study.window->study().announce(take(service::complete(study.window->study().session(), target)));
    CHECK(study.desk.doneCount() == 1);
    study.wait();
    CHECK(study.desk.doneCount() == 1);
    CHECK(study.desk.units().back().isComplete);
}

TEST_CASE("a list that is read at once is not replaced by one that was asked for before it",
          "[rate][lists]") {
    const LongLists study;
    REQUIRE(study.window->lookAs(QString()));
    REQUIRE(study.desk.isReading());
    const auto rounds = study.desk.rounds();
    const auto other = std::find_if(rounds.begin(), rounds.end(), [](const model::Round& each) {
        return each.name == model::defaultRoundName;
    });
    REQUIRE(other != rounds.end());
    study.desk.setReadAtOnce(1000);
    study.desk.chooseRound(other->id);
    REQUIRE_FALSE(study.desk.isReading());
    const std::vector<service::RatingPlace> shown = study.desk.units();
    QSignalSpy changed(&study.desk, &RateDesk::listChanged);
    REQUIRE(QTest::qWaitFor([&study] { return !study.window->jobs().isBusy(); }, 30000));
    QTest::qWait(50);
    CHECK(changed.isEmpty());
    CHECK(study.desk.round()->name == model::defaultRoundName);
    CHECK(study.desk.units().size() == shown.size());
}

TEST_CASE("the keyboard goes back to where it was", "[rate][focus]") {
    RateStudy study;
    AnswersView& view = study.answers();
    view.reading().setFocus();
    const auto codings = [&view] { return view.desk().work().codings; };
    // (a) The only coding of an answer withdrawn in its list: back to the text.
    study.letter('c');
    REQUIRE(codings().size() == 1);
    auto* list = view.findChild<CodedList*>();
    list->setFocus(Qt::TabFocusReason);
    study.key(Qt::Key_Delete);
    CHECK(codings().empty());
    CHECK(view.reading().hasFocus());
    // (c) F7 and a letter: what was changed stays the chosen one.
    study.letter('c');
    study.trigger("rate.recode");
    study.letter('x');
    REQUIRE(codings().size() == 1);
    CHECK(study.title(codings().front().code) == "Conflict");
    CHECK(list->chosen() == codings().front().id);
    study.key(Qt::Key_Delete);
    CHECK(codings().empty());
    // (b) Run from Ctrl+K, a dialog gives back what it took.
    view.reading().setFocus();
    study.trigger("go.palette");
    auto* line = study.window->findChild<CommandLine*>();
    REQUIRE(line->hasFocus());
    study.key(Qt::Key_Escape);
    CHECK(view.reading().hasFocus());
    study.trigger("go.palette");
    // What nothing is called is said, and what was typed stays.
    auto* commands = study.window->findChild<QListView*>(QStringLiteral("commandList"));
    REQUIRE(commands != nullptr);
    QTest::keyClicks(line, QStringLiteral("zzq"));
    CHECK(commands->isVisible());
    CHECK(commands->model()->rowCount() == 0);
    CHECK(commands->height() > theme().px(30));
    CHECK(line->accessibleDescription() == QStringLiteral("Nothing is called “zzq”"));
    study.key(Qt::Key_Return);
    CHECK(line->text() == QStringLiteral("zzq"));
    line->clear();
    QTest::keyClicks(line, QStringLiteral("settings"));
    CHECK(line->accessibleDescription().isEmpty());
    study.key(Qt::Key_Return);
    auto* settings = study.window->findChild<SettingsDialog*>();
    REQUIRE(settings != nullptr);
    settings->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QApplication::setActiveWindow(study.window.get());
    CHECK(view.reading().hasFocus());
}

TEST_CASE("heads over an answer give way in whole words", "[rate]") {
    RateStudy study;
    AnswersView& view = study.answers();
    const double before = theme().scale();
    for (const double scale : {1.0, 1.5, 2.0}) {
        CAPTURE(scale);
        theme().setScale(scale);
        for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
            CAPTURE(size.width());
            study.window->resize(size);
            QCoreApplication::processEvents();
            int whole = 0;
            for (const Words* each : view.findChildren<Words*>()) {
                if (!each->isVisible() || (!each->text().startsWith(QLatin1String("Answer ")) &&
                                           each->text() != view.desk().unitName() &&
                                           each->text() != QLatin1String("Coded on this answer")))
                    continue;
                CAPTURE(each->text().toStdString());
                CHECK(each->width() >= each->sizeHint().width());
                ++whole;
            }
            CHECK(whole == 3);
        }
    }
    theme().setScale(before);
}

TEST_CASE("the list of codes starts at its top, hides nothing and says where nothing is found",
          "[rate][palette]") {
    const RateStudy study;
    study.window->resize(1100, 720);
    AnswersView& view = const_cast<RateStudy&>(study).answers();
    QListView* list = view.palettePane().list();
    QScrollBar* bar = list->verticalScrollBar();
    REQUIRE(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    view.reading().setFocus();
    REQUIRE(view.desk().goTo(3));
    CHECK(bar->value() == 0);
    // Below the list, not on it.
    QWidget* strip = list->parentWidget()->findChild<QWidget*>(QStringLiteral("moreBelow"));
    REQUIRE(strip != nullptr);
    CHECK(strip->isVisible());
    CHECK(strip->geometry().top() >= list->geometry().bottom());
    const auto drawn = [list] {
        const QImage image = list->viewport()->grab().toImage();
        int others = 0;
        for (int y = 0; y < std::min(28, image.height()); ++y) {
            for (int x = 0; x < image.width(); ++x)
                others += image.pixel(x, y) != image.pixel(image.width() - 1, image.height() - 1) ? 1 : 0;
        }
        return others;
    };
    view.palettePane().startFilter();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("qqqq"));
    CHECK(list->model()->rowCount() == 0);
    CHECK(drawn() > 50);
}

TEST_CASE("the status line names living keys alone, in the language of the window", "[rate][hints]") {
    RateStudy study;
    REQUIRE(study.window->lookAs(QString()));
    study.window->openView(QStringLiteral("overview"));
    const auto says = [&study](const char* words) {
        const auto labels = study.window->findChild<StatusLine*>()->findChildren<Words*>();
        return std::any_of(labels.begin(), labels.end(),
                           [words](const Words* label) { return label->text() == QLatin1String(words); });
    };
    CHECK(says("import"));
    setUiLanguage(QStringLiteral("nl"));
    CHECK(QTest::qWaitFor([&] { return says("importeren") && !says("import"); }, 2000));
    setUiLanguage(QStringLiteral("en"));
    CHECK(QTest::qWaitFor([&] { return says("import"); }, 2000));
    // A rater may not import: the key is neither named nor does it open anything.
    REQUIRE(study.window->lookAs(QStringLiteral("R1")));
    study.window->openView(QStringLiteral("overview"));
    CHECK(QTest::qWaitFor([&] { return !says("import"); }, 2000));
    CHECK_FALSE(study.window->actions().action(QStringLiteral("file.import"))->isEnabled());
    // Nor are keys for a list that is closed to them.
    study.window->openView(QStringLiteral("sources"));
    CHECK_FALSE(says("read"));
    QTest::qWait(50);
    REQUIRE(QTest::qWaitFor([&] { return !study.window->jobs().isBusy(); }, 30000));
    CHECK_FALSE(says("read"));
    study.window->openView(QStringLiteral("overview"));
    REQUIRE(study.window->lookAs(QString()));
    study.window->openView(QStringLiteral("sources"));
    CHECK(QTest::qWaitFor([&] { return says("read"); }, 30000));
    study.window->openView(QStringLiteral("overview"));
    CHECK(study.window->actions().action(QStringLiteral("file.import"))->isEnabled());
    CHECK(QTest::qWaitFor([&] { return says("import"); }, 2000));
}

TEST_CASE("undo and redo stand above every way of rating where there is room", "[rate]") {
    RateStudy study;
    REQUIRE(study.window->lookAs(QString()));
    for (const char* name : {"rate-answers", "rate-grid", "rate-transcript"}) {
        study.window->openView(QString::fromLatin1(name));
        QCoreApplication::processEvents();
        CAPTURE(name);
        int found = 0;
        for (const QAbstractButton* button : study.window->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && (button->accessibleName() == QLatin1String("Undo") ||
                                        button->accessibleName() == QLatin1String("Redo")))
                ++found;
        }
        CHECK(found == 2);
    }
}

TEST_CASE("everybody comes back to a round of their own that has something to do", "[rate][lists]") {
    RateStudy study(4);
    const auto begin = [&study](const char* viewer) {
        study.window = std::make_unique<MainWindow>();
        study.window->setAttribute(Qt::WA_DeleteOnClose, false);
        study.window->resize(1440, 900);
        study.window->show();
        REQUIRE(study.window->openStudy(toQt(study.path)));
        REQUIRE(study.window->lookAs(QString::fromLatin1(viewer)));
        study.window->openView(QStringLiteral("rate-answers"));
    };
    const auto round = [&study] {
        auto* view = qobject_cast<AnswersView*>(study.window->currentView());
        REQUIRE(view != nullptr);
        REQUIRE(view->desk().round());
        return view->desk().round()->name;
    };
    const auto choose = [&study](const char* name) {
        RateStudy::choose(qobject_cast<AnswersView*>(study.window->currentView())->desk(), name);
    };
    // Where all is done and nothing is remembered, it is not work outside any round that is begun with.
    {
        auto& session = study.window->study().session();
        const auto done = take(session.round("reliability")).id;
        for (const char* rater : {"R1", "R2"}) {
            REQUIRE(study.window->lookAs(QString::fromLatin1(rater)));
            for (const service::UnitItem& item :
                 take(service::units(session, {"reliability", rater, service::UnitState::All})))
                take(service::complete(session, {take(session.rater(rater)).id, done, item.id}));
        }
    }
    begin("");
    CHECK(round() == "reliability");
    for (const char* name : {"second", "third"}) {
        service::AssignRequest request;
        request.round = name;
        request.kind = model::RoundKind::Main;
        request.raters = {"R1", "R2"};
        request.prompts = {"Q2"};
        take(service::assign(study.window->study().session(), request));
    }
    begin("R1");
    choose("third");
    CHECK(round() == "third");
    // Others choose for themselves.
    REQUIRE(study.window->lookAs(QStringLiteral("R2")));
    choose("second");
    REQUIRE(study.window->lookAs(QStringLiteral("R1")));
    CHECK(round() == "third");
    begin("R2");
    CHECK(round() == "second");
    begin("R1");
    CHECK(round() == "third");
    // Done there: what is still to be done elsewhere comes first.
    auto& session = study.window->study().session();
    const auto third = take(session.round("third")).id;
    for (const service::UnitItem& item :
         take(service::units(session, {"third", "R1", service::UnitState::All})))
        take(service::complete(session, {take(session.rater("R1")).id, third, item.id}));
    begin("R1");
    CHECK(round() != "third");
    // Who goes back to it on purpose finds it in the other ways of rating, too.
    choose("third");
    study.window->openView(QStringLiteral("rate-grid"));
    study.window->openView(QStringLiteral("rate-answers"));
    CHECK(round() == "third");
    // An opened one is not begun with.
    begin("R2");
    choose("third");
    REQUIRE(study.window->lookAs(QString()));
    take(service::openRound(study.window->study().session(), "third"));
    begin("R2");
    CHECK(round() != "third");
}
