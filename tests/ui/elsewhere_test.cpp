// SPDX-License-Identifier: GPL-3.0-or-later
// What other windows and programs write into the study that is open here.
#include "rate_study.h"
#include "service/assigning.h"
#include "service/codebook_changes.h"
#include "service/renaming.h"
#include "ui/views/rate/turn_panel.h"

#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace rapport;
using namespace rapport::ui;
using namespace rapport::test;

namespace {

std::unique_ptr<service::Session> openElsewhere(const RateStudy& study) {
    return take(service::Session::open(study.path, service::OpenMode::ReadWrite));
}

} // namespace

TEST_CASE("nobody completes an answer by what stood there before another window wrote", "[rate][elsewhere]") {
    RateStudy study(3);
    AnswersView& answers = study.answers();
    RateDesk& desk = answers.desk();
    QSignalSpy said(&study.window->study(), &StudyContext::changedElsewhere);
    REQUIRE(desk.hasUnit());
    const service::Target here{desk.rater()->id, desk.round()->id, desk.work().item.id};
    const auto book = study.window->study().codebook();
    const model::CodeId code = book->code("safe_haven").code->id;
    {
        const auto other = openElsewhere(study);
        take(service::code(*other, here, code));
    }
    CHECK(desk.codingsOf(code).empty());
    CHECK_FALSE(desk.complete());
    CHECK(said.count() == 1);
    // It stands there now, and is completed knowingly.
    CHECK(desk.codingsOf(code).size() == 1);
    CHECK_FALSE(desk.work().completedAt);
    CHECK(desk.complete());
    CHECK(said.count() == 1);
    // Without an act, too, as time goes by.
    {
        const auto other = openElsewhere(study);
        take(service::reopen(*other, here));
    }
    REQUIRE(QTest::qWaitFor([&] {
        return !service::unitWork(study.window->study().session(), here.unit, here.rater, here.round)
                    ->completedAt;
    }));
    CHECK(QTest::qWaitFor([&] {
        const auto& units = desk.units();
        return std::none_of(units.begin(), units.end(),
                            [&](const auto& each) { return each.unit == here.unit && each.isComplete; });
    }));
}

TEST_CASE("a code is not given by a codebook that is no longer the study's", "[rate][elsewhere]") {
    RateStudy study(3);
    AnswersView& answers = study.answers();
    RateDesk& desk = answers.desk();
    const auto version = study.window->study().codebook()->version;
    const model::CodeId code = study.window->study().codebook()->code("safe_haven").code->id;
    {
        const auto other = openElsewhere(study);
        take(service::renameCode(*other, "safe_haven", "haven", model::sameText("Haven")));
    }
    CHECK_FALSE(desk.toggle(code, std::nullopt));
    CHECK(desk.codebook()->code("haven").code != nullptr);
    CHECK(desk.toggle(code, std::nullopt));
    CHECK(study.window->study().codebook()->version >= version);
}

TEST_CASE("a memo that is being written outlives what others do", "[rate][elsewhere]") {
    RateStudy study(3);
    AnswersView& answers = study.answers();
    RateDesk& desk = answers.desk();
    study.trigger("rate.memo");
    auto* const memo = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    REQUIRE(memo != nullptr);
    QTest::keyClicks(memo, QStringLiteral("as it was told"));
    {
        const auto other = openElsewhere(study);
        take(service::addRater(*other, "R9", model::RaterKind::Human));
        take(service::setFlag(*other, {desk.rater()->id, desk.round()->id, desk.units()[1].unit}, true));
    }
    study.window->study().catchUp();
    CHECK(memo->isVisible());
    CHECK(memo->toPlainText() == QLatin1String("as it was told"));
    {
        const auto other = openElsewhere(study);
        take(service::setFlag(*other, {desk.rater()->id, desk.round()->id, desk.units()[1].unit}, false));
    }
    CHECK(desk.setMemo(memo->toPlainText())); // words are never refused
    CHECK(desk.work().memo == "as it was told");
}

TEST_CASE("a memo on a turn that is being written outlives what others do", "[rate][elsewhere]") {
    RateStudy study(3);
    TranscriptView& view = study.transcript();
    const auto turn = [&view](std::size_t place) {
        view.reading().setCaret(view.transcript().turns[place].range.begin);
        return view.unitAtCaret()->id;
    };
    const model::UnitId first = turn(0);
    const model::UnitId third = turn(2);
    const service::Target here{view.desk().rater()->id, view.desk().round()->id, turn(1)};
    study.trigger("rate.memo");
    auto* const memo = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    REQUIRE(memo != nullptr);
    QTest::keyClicks(memo, QStringLiteral("as it was told"));
    const auto memoOf = [&](model::UnitId unit) {
        return take(service::unitWork(study.window->study().session(), unit, here.rater, here.round)).memo;
    };
    const auto isStillWritten = [&](const char* words) {
        CHECK(view.turnPanel().isEditing());
        CHECK(QApplication::focusWidget() == memo);
        CHECK(memo->toPlainText() == QLatin1String(words));
        CHECK(memoOf(here.unit).empty());
        CHECK(view.unitAtCaret()->id == here.unit);
    };
    // Another turn of the same transcript, by the same rater in another window.
    {
        const auto other = openElsewhere(study);
        take(service::setFlag(*other, {here.rater, here.round, third}, true));
    }
    study.window->study().catchUp();
    isStillWritten("as it was told");
    // What has every list read anew.
    {
        const auto other = openElsewhere(study);
        take(service::addRater(*other, "R9", model::RaterKind::Human));
    }
    study.window->study().catchUp();
    QTest::qWait(50);
    isStillWritten("as it was told");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(", and more"));
    study.key(Qt::Key_Escape);
    CHECK(memoOf(here.unit) == "as it was told, and more");
    CHECK(memoOf(first).empty());
}

TEST_CASE("what another window wrote just before the own act is told all the same", "[rate][elsewhere]") {
    RateStudy study(3);
    RateDesk& desk = study.answers().desk();
    const model::UnitId second = desk.units()[1].unit;
    {
        const auto other = openElsewhere(study);
        take(service::renameCode(*other, "safe_haven", "haven", model::sameText("Haven")));
    }
    // Written and announced without a look before it, as dialogs do.
    study.window->study().announce(take(service::setFlag(
        study.window->study().session(), {desk.rater()->id, desk.round()->id, second}, true)));
    study.window->study().catchUp();
    CHECK(desk.codebook()->code("haven").code != nullptr);
}

TEST_CASE("the round in which somebody rates stays the same by another name", "[rate][elsewhere]") {
    RateStudy study(3);
    RateDesk& desk = study.answers().desk();
    const std::string first = desk.round()->name;
    {
        const auto other = openElsewhere(study);
        service::AssignRequest request;
        request.round = "second";
        request.kind = model::RoundKind::Main;
        request.raters = {desk.rater()->name};
        take(service::assign(*other, request));
    }
    study.window->study().catchUp();
    const auto second = std::find_if(desk.rounds().begin(), desk.rounds().end(),
                                     [](const model::Round& each) { return each.name == "second"; });
    REQUIRE(second != desk.rounds().end());
    const model::RoundId chosen = second->id;
    desk.chooseRound(chosen);
    take(service::renameRound(*openElsewhere(study), "second", "autumn"));
    study.window->study().catchUp();
    REQUIRE(desk.round());
    CHECK(desk.round()->id == chosen);
    CHECK(desk.round()->name == "autumn");
}
