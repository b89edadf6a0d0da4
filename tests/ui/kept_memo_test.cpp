// SPDX-License-Identifier: GPL-3.0-or-later
// A memo is in the study while it is still being typed, and undone as one.
#include "rate_study.h"
#include "ui/views/rate/turn_panel.h"
#include "ui/views/study/source_memo.h"
#include "ui/views/study/sources_view.h"

#include <QPlainTextEdit>
#include <QTimer>

using namespace rapport;
using namespace rapport::ui;
using namespace rapport::test;

namespace {

/// Types into the field that has the keyboard and lets the hand rest.
void typeAndRest(const char* words) {
    auto* edit = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    REQUIRE(edit != nullptr);
    auto* rests = edit->findChild<QTimer*>(QStringLiteral("rests"));
    REQUIRE(rests != nullptr);
    CHECK(rests->interval() == 2000);
    QTest::keyClicks(edit, QString::fromLatin1(words));
    REQUIRE(rests->isActive());
    rests->setInterval(0);
    QTest::qWait(10);
    rests->setInterval(2000);
    CHECK(edit->isVisible());
    CHECK(edit->hasFocus());
}

std::string memoOf(const RateStudy& study, const service::Target& at) {
    // As another program finds it, or this one after a crash.
    const auto other = take(service::Session::open(study.path, service::OpenMode::ReadWrite));
    return take(service::unitWork(*other, at.unit, at.rater, at.round)).memo;
}

} // namespace

TEST_CASE("a memo on an answer is kept while it is typed", "[rate][memo]") {
    RateStudy study(3);
    AnswersView& view = study.answers();
    const service::Target here = view.desk().target();
    study.trigger("rate.memo");
    typeAndRest("as it");
    CHECK(memoOf(study, here) == "as it");
    typeAndRest(" was");
    CHECK(memoOf(study, here) == "as it was");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" told"));
    study.key(Qt::Key_Escape);
    CHECK(memoOf(study, here) == "as it was told");
    study.trigger("edit.undo");
    CHECK(memoOf(study, here).empty());
    study.trigger("edit.redo");
    CHECK(memoOf(study, here) == "as it was told");
    // What is open but untouched, or closed again, writes nothing.
    const auto position = take(study.window->study().session().position());
    study.trigger("rate.memo");
    auto* edit = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    REQUIRE(edit != nullptr);
    edit->findChild<QTimer*>(QStringLiteral("rests"))->setInterval(0);
    QTest::qWait(10);
    study.key(Qt::Key_Escape);
    CHECK(take(study.window->study().session().position()) == position);
}

TEST_CASE("a memo on a turn is kept while it is typed", "[rate][transcript][memo]") {
    RateStudy study(3);
    TranscriptView& view = study.transcript();
    view.reading().setCaret(view.transcript().turns[1].range.begin);
    const service::Target here{view.desk().rater()->id, view.desk().round()->id, view.unitAtCaret()->id};
    study.trigger("rate.memo");
    typeAndRest("as it");
    CHECK(memoOf(study, here) == "as it");
    typeAndRest(" was");
    study.key(Qt::Key_Escape);
    CHECK(memoOf(study, here) == "as it was");
    study.trigger("edit.undo");
    CHECK(memoOf(study, here).empty());
}

TEST_CASE("a memo on a text is kept while it is typed", "[study][sources][memo]") {
    RateStudy study(3);
    REQUIRE(study.window->lookAs(QString()));
    study.window->openView(QStringLiteral("sources"));
    auto* view = qobject_cast<SourcesView*>(study.window->currentView());
    REQUIRE(view != nullptr);
    const auto isIdle = [&] { return !study.window->jobs().isBusy(); };
    REQUIRE(QTest::qWaitFor(isIdle, 20000));
    study.key(Qt::Key_Down);
    REQUIRE(QTest::qWaitFor(isIdle, 20000));
    study.trigger("sources.memo");
    REQUIRE(view->memo()->isEditing());
    view->memo()->edit()->setFocus();
    typeAndRest("ask");
    typeAndRest(" about it");
    REQUIRE(QTest::qWaitFor(isIdle, 20000));
    CHECK(view->memo()->isEditing());
    CHECK(view->memo()->text() == QLatin1String("ask about it"));
    study.key(Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor(isIdle, 20000));
    CHECK(view->memo()->text() == QLatin1String("ask about it"));
    study.trigger("edit.undo");
    REQUIRE(QTest::qWaitFor(isIdle, 20000));
    CHECK(view->memo()->text().isEmpty());
}
