// SPDX-License-Identifier: GPL-3.0-or-later
// A toast's Undo takes back the act that it names, or nothing.
#include "rate_study.h"
#include "ui/components/toast.h"

using namespace rapport;
using namespace rapport::ui;
using rapport::test::RateStudy;
using rapport::test::take;

namespace {

Toast& toastOf(const RateStudy& study) {
    // The window's own: views may have theirs.
    for (Toast* toast : study.window->findChildren<Toast*>()) {
        if (qobject_cast<View*>(toast->parentWidget()) == nullptr)
            return *toast;
    }
    FAIL("no toast");
    return *study.window->findChild<Toast*>();
}

} // namespace

TEST_CASE("a toast offers to undo an act until the next one", "[rate][journey]") {
    RateStudy study;
    AnswersView& view = study.answers();
    view.reading().setFocus();
    study.letter('c');
    REQUIRE(view.desk().work().codings.size() == 1);
    study.trigger("rate.cycle");
    study.key(Qt::Key_Delete);
    REQUIRE(view.desk().work().codings.empty());
    Toast& toast = toastOf(study);
    CHECK(toast.isVisible());
    const QString named = toast.text();
    study.letter('x');
    REQUIRE(view.desk().work().codings.size() == 1);
    CHECK_FALSE(toast.isVisible());
    // Pressed in the same moment, it undoes nothing.
    CHECK(toast.text() == named);
    Q_EMIT toast.buttonPressed();
    CHECK(view.desk().work().codings.size() == 1);
    // As long as it is the last act it is undone.
    study.trigger("rate.cycle");
    study.key(Qt::Key_Delete);
    REQUIRE(toast.isVisible());
    Q_EMIT toast.buttonPressed();
    CHECK(view.desk().work().codings.size() == 1);
    // What was taken back by keys is not taken back twice.
    study.key(Qt::Key_Delete);
    REQUIRE(toast.isVisible());
    study.trigger("edit.undo");
    const auto left = view.desk().work().codings.size();
    Q_EMIT toast.buttonPressed();
    CHECK(view.desk().work().codings.size() == left);
}

TEST_CASE("a toast of a changed code undoes no later coding", "[rate][transcript][journey]") {
    RateStudy study;
    TranscriptView& view = study.transcript();
    view.reading().setCaret(view.transcript().turns[1].range.begin + 24);
    study.trigger("rate.piece"); // turn
    study.trigger("rate.piece"); // sentence
    study.letter('h');
    REQUIRE(view.transcript().codings.size() == 1);
    study.trigger("rate.recode");
    study.letter('c');
    REQUIRE(view.transcript().codings.size() == 1);
    Toast& toast = toastOf(study);
    CHECK(toast.isVisible());
    view.reading().setCaret(view.transcript().turns[2].range.begin);
    view.reading().setFocus();
    study.letter('h');
    REQUIRE(view.transcript().codings.size() == 2);
    CHECK_FALSE(toast.isVisible());
    Q_EMIT toast.buttonPressed();
    CHECK(view.transcript().codings.size() == 2);
}

TEST_CASE("no toast offers to undo what cannot be undone", "[rate][overview]") {
    RateStudy study;
    AnswersView& view = study.answers();
    view.reading().setFocus();
    study.letter('c');
    REQUIRE(study.window->lookAs(QString()));
    take(service::addRater(study.window->study().session(), "R3", model::RaterKind::Human));
    study.window->openView(QStringLiteral("overview"));
    study.trigger("overview.pace"); // done when the study is read
    Toast& toast = toastOf(study);
    REQUIRE(QTest::qWaitFor([&] { return toast.text().contains(QLatin1String("How fast")); }, 30000));
    const auto position = take(study.window->study().session().position());
    Q_EMIT toast.buttonPressed();
    CHECK(take(study.window->study().session().position()) == position);
}
