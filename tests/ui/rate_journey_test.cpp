// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty answers are rated with the keyboard alone, in the real window, on a study made through the service;
// then the study is asked what is in it.
#include "service/assigning.h"
#include "service/importing.h"
#include "service/rating.h"
#include "support/catch.hpp"
#include "support/scratch.h"
#include "support/tree.h"
#include "ui/app/language.h"
#include "ui/app/main_window.h"
#include "ui/bridge/text.h"
#include "ui/components/reading_view.h"
#include "ui/views/rate/action_bar.h"
#include "ui/views/rate/answers_view.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/stripe_pane.h"
#include "ui/views/rate/transcript_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>
#include <memory>

using namespace rapport;
using namespace rapport::ui;

namespace {

template<typename T>
T take(base::Result<T> result) {
    if (!result)
        FAIL(base::describe(result.error()) << "\n  " << result.error().hint);
    return std::move(*result);
}

constexpr int answers = 20;

/// A study with twenty answers to Q2 and a transcript, assigned to R1 in a blind round.
class Journey {
public:
    Journey() {
        qputenv("RAPPORT_DATA", rapport::support::sourceTree);
        path = scratch.file("study.rapport");
        {
            auto session = take(service::Session::create(path, {"Journey", "nl", "relationship-vignette"}));
            std::string csv = "participant,group,Q2\n";
            for (int i = 1; i <= answers; ++i)
                csv += "P" + std::to_string(i) + ",A2,\"\xF0\x9F\x98\x80 Antwoord " + std::to_string(i) +
                       ". Zij zoekt een veilige haven. De juf blijft dichtbij.\"\n";
            service::ImportOptions options;
            options.kind = service::ImportKind::Answers;
            options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
              {"column":"participant","as":"participant"},
              {"column":"group","as":"attribute","name":"group","blinded":true},
              {"column":"Q2","as":"answer","prompt":"Q2"}]})";
            take(service::importFiles(*session, {scratch.write("answers.csv", csv)}, options));
            service::ImportOptions asTranscript;
            asTranscript.kind = service::ImportKind::Transcript;
            take(service::importFiles(
                *session,
                {scratch.write("focus.txt",
                               "Moderator: Wat valt op?\nP1: Zij zoekt nabijheid. De juf ziet dat niet.\n"
                               "P2: Er is veel conflict in de klas.\nP1: Een veilige haven dus.\n")},
                asTranscript));
            take(service::addRater(*session, "R1", model::RaterKind::Human));
            take(service::addRater(*session, "R2", model::RaterKind::Human));
            service::AssignRequest request;
            request.round = "reliability";
            request.raters = {"R1", "R2"};
            request.prompts = {"Q2"};
            take(service::assign(*session, request));
        }
        window = std::make_unique<MainWindow>();
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->resize(1440, 900);
        window->show();
        QApplication::setActiveWindow(window.get());
        REQUIRE(window->openStudy(toQt(path)));
        REQUIRE(window->lookAs(QStringLiteral("R1")));
    }

    AnswersView& view() {
        window->openView(QStringLiteral("rate-answers"));
        auto* found = qobject_cast<AnswersView*>(window->currentView());
        REQUIRE(found != nullptr);
        for (const model::Round& round : found->desk().rounds()) {
            if (round.name == "reliability" && found->desk().round()->name != round.name)
                found->desk().chooseRound(round.id);
        }
        REQUIRE(int(found->desk().units().size()) == answers);
        return *found;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void letter(char each) { QTest::keyClick(QApplication::focusWidget(), each); }
    [[nodiscard]] std::string title(model::CodeId code) {
        return toUtf8(lookOf(*window->study().codebook(), code).title);
    }

    test::ScratchFolder scratch;
    std::string path;
    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_CASE("twenty answers are rated by keys alone, and no letter is lost", "[rate][journey]") {
    Journey journey;
    AnswersView& view = journey.view();
    CHECK(view.reading().hasFocus());
    for (int i = 0; i < answers; ++i) {
        CAPTURE(i);
        REQUIRE(view.desk().hasUnit());
        const model::UnitId unit = view.desk().work().item.id;
        // The second sentence as a quote of "safe haven", closeness without one.
        view.reading().setCaret(text::CodePoints(20));
        journey.key(Qt::Key_Up, Qt::AltModifier);
        REQUIRE(view.reading().hasSelection());
        journey.letter('h');
        CHECK_FALSE(view.reading().hasSelection());
        journey.letter('c');
        journey.letter('1'); // level
        journey.letter('7'); // codable
        REQUIRE(view.desk().work().codings.size() == 4);
        journey.key(Qt::Key_Return);
        if (i + 1 < answers)
            CHECK(view.desk().work().item.id != unit);
    }
    CHECK(view.desk().doneCount() == answers);

    // What the study holds, asked anew.
    journey.window->close();
    auto session = take(service::Session::open(journey.path, service::OpenMode::ReadOnly));
    service::UnitsRequest request;
    request.round = "reliability";
    request.rater = "R1";
    request.state = service::UnitState::Done;
    const auto done = take(service::units(*session, request));
    REQUIRE(int(done.size()) == answers);
    const auto rater = take(session->rater("R1"));
    const auto round = take(session->round("reliability"));
    for (const service::UnitItem& item : done) {
        const auto work = take(service::unitWork(*session, item.id, rater.id, round.id));
        CHECK(work.codings.size() == 4);
        int quotes = 0;
        for (const model::Coding& coding : work.codings) {
            if (!coding.range)
                continue;
            ++quotes;
            const ShownText text(work.text);
            const text::TextRange inUnit{text::CodePoints(coding.range->begin - item.range.begin),
                                         text::CodePoints(coding.range->end - item.range.begin)};
            CHECK(toUtf8(text.slice(inUnit)) == "Zij zoekt een veilige haven.");
        }
        CHECK(quotes == 1);
    }
}

TEST_CASE("Enter asks about an open choice, then about no code, then writes the decision",
          "[rate][journey]") {
    Journey journey;
    AnswersView& view = journey.view();
    const model::UnitId unit = view.desk().work().item.id;
    journey.key(Qt::Key_Return);
    CHECK(view.desk().work().item.id == unit);
    CHECK_FALSE(view.reading().hasFocus()); // the choice has it
    CHECK(view.bar().text().contains(QLatin1String("open")));
    journey.letter('2');
    journey.letter('7');
    CHECK(view.reading().hasFocus());
    journey.key(Qt::Key_Return);
    CHECK(view.desk().work().item.id == unit);
    CHECK(view.bar().text() == QLatin1String("Nothing coded. Enter again: none applies"));
    journey.key(Qt::Key_Return);
    CHECK(view.desk().work().item.id != unit);
    CHECK(view.desk().doneCount() == 1);
    // Coding in between takes the question back.
    journey.letter('1');
    journey.letter('7');
    journey.key(Qt::Key_Return);
    journey.letter('c');
    CHECK(view.bar().text() == QLatin1String("Nothing open"));
}

TEST_CASE("undo names its act and returns to the place", "[rate][journey]") {
    Journey journey;
    AnswersView& view = journey.view();
    journey.letter('b');
    REQUIRE(view.desk().work().codings.size() == 1);
    const model::UnitId unit = view.desk().work().item.id;
    const QAction* undo = journey.window->actions().action(QStringLiteral("edit.undo"));
    CHECK(undo->text().contains(toQt(journey.title(view.desk().work().codings.front().code))));
    journey.key(Qt::Key_PageDown);
    REQUIRE(view.desk().work().item.id != unit);
    journey.window->actions().action(QStringLiteral("edit.undo"))->trigger();
    CHECK(view.desk().work().item.id == unit);
    CHECK(view.desk().work().codings.empty());
    journey.window->actions().action(QStringLiteral("edit.redo"))->trigger();
    CHECK(view.desk().work().codings.size() == 1);
    // The same key again withdraws.
    journey.letter('b');
    CHECK(view.desk().work().codings.empty());
}

TEST_CASE("memo, flag, filter and the ends of a quote", "[rate][journey]") {
    Journey journey;
    AnswersView& view = journey.view();
    journey.window->actions().action(QStringLiteral("rate.flag"))->trigger();
    CHECK(view.desk().work().item.isFlagged);
    CHECK(view.desk().flaggedCount() == 1);
    journey.window->actions().action(QStringLiteral("rate.memo"))->trigger();
    auto* edit = view.findChild<QPlainTextEdit*>();
    REQUIRE(edit != nullptr);
    REQUIRE(edit->isVisible());
    QTest::keyClicks(edit, QStringLiteral("cbh 17"));
    QTest::keyClick(edit, Qt::Key_Escape);
    CHECK(view.desk().work().memo == "cbh 17");
    CHECK(view.desk().work().codings.empty()); // the letters were words, not codes
    // Filter: Enter codes the first.
    view.reading().setFocus();
    journey.letter('/');
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("haven"));
    journey.key(Qt::Key_Return);
    REQUIRE(view.desk().work().codings.size() == 1);
    CHECK(view.reading().hasFocus());
    // Quote it, then move its end by a word.
    view.reading().setCaret(text::CodePoints(20));
    journey.key(Qt::Key_Up, Qt::AltModifier);
    journey.letter('h');
    REQUIRE(view.desk().work().codings.size() == 1);
    REQUIRE(view.desk().work().codings.front().range);
    const text::TextRange before = *view.desk().work().codings.front().range;
    journey.key(Qt::Key_Left, Qt::AltModifier);
    REQUIRE(view.desk().work().codings.size() == 1);
    CHECK(view.desk().work().codings.front().range->begin == before.begin);
    CHECK(view.desk().work().codings.front().range->end < before.end);
    // F7 changes the code and keeps the place.
    const text::TextRange place = *view.desk().work().codings.front().range;
    journey.window->actions().action(QStringLiteral("rate.recode"))->trigger();
    journey.letter('c');
    REQUIRE(view.desk().work().codings.size() == 1);
    CHECK(view.desk().work().codings.front().range == place);
}

TEST_CASE("auto-repeat codes nothing and Ctrl is left alone", "[rate][journey]") {
    Journey journey;
    AnswersView& view = journey.view();
    QKeyEvent held(QEvent::KeyPress, Qt::Key_C, Qt::NoModifier, QStringLiteral("c"), true);
    QApplication::sendEvent(QApplication::focusWidget(), &held);
    CHECK(view.desk().work().codings.empty());
    QKeyEvent control(QEvent::KeyPress, Qt::Key_H, Qt::ControlModifier, QStringLiteral("\x08"), false);
    QApplication::sendEvent(QApplication::focusWidget(), &control);
    CHECK(view.desk().work().codings.empty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ShiftModifier); // definition only
    CHECK(view.desk().work().codings.empty());
}

TEST_CASE("a blind rater finds no participant, group or other rater in any widget", "[rate][journey]") {
    Journey journey;
    AnswersView& view = journey.view();
    (void)view;
    QStringList shown;
    for (const QWidget* widget : journey.window->findChildren<QWidget*>()) {
        shown << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            shown << label->text();
    }
    QString all = shown.join(QLatin1Char('\n'));
    // Recent studies show their paths; a folder of a random name may well end in P1.
    all.remove(QRegularExpression(QStringLiteral("rapport-test-[A-Za-z0-9]{6}/")));
    CHECK(all.contains(QLatin1String("R1")));
    CHECK_FALSE(all.contains(QLatin1String("R2\n")));
    CHECK_FALSE(all.contains(QLatin1String("P1/")));
    CHECK_FALSE(all.contains(QLatin1String("A2")));
}

TEST_CASE("a transcript: select, code, cycle, resize, withdraw by keys", "[rate][journey]") {
    Journey journey;
    REQUIRE(journey.window->lookAs(QString()));
    journey.window->openView(QStringLiteral("rate-transcript"));
    auto* view = qobject_cast<TranscriptView*>(journey.window->currentView());
    REQUIRE(view != nullptr);
    for (const model::Round& round : view->desk().rounds()) {
        if (round.name == model::defaultRoundName)
            view->desk().chooseRound(round.id);
    }
    REQUIRE(view->transcript().turns.size() == 4);
    ReadingView& reading = view->reading();
    reading.setFocus();
    reading.setCaret(view->transcript().turns[1].range.begin);
    journey.key(Qt::Key_Up, Qt::AltModifier);
    REQUIRE(reading.hasSelection());
    journey.letter('c');
    REQUIRE(view->transcript().codings.size() == 1);
    CHECK(toUtf8(reading.shown().slice(*view->transcript().codings.front().range)) == "Zij zoekt nabijheid.");
    CHECK(view->stripes().stripes().size() == 1);
    // A second code over the whole turn: two lanes, F8 goes from one to the other.
    reading.setCaret(view->transcript().turns[1].range.begin);
    journey.key(Qt::Key_Down, Qt::AltModifier);
    journey.letter('h');
    REQUIRE(view->transcript().codings.size() == 2);
    CHECK(view->stripes().lanes().count() == 2);
    reading.setCaret(view->transcript().turns[1].range.begin + 2);
    journey.window->actions().action(QStringLiteral("rate.cycle"))->trigger();
    journey.key(Qt::Key_Delete);
    CHECK(view->transcript().codings.size() == 1);
    journey.window->actions().action(QStringLiteral("edit.undo"))->trigger();
    CHECK(view->transcript().codings.size() == 2);
    // Ctrl+Down goes to the next turn.
    reading.setFocus();
    journey.key(Qt::Key_Down, Qt::ControlModifier);
    CHECK(reading.caret() == view->transcript().turns[2].range.begin);
}
