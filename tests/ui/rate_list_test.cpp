// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a long study is read in the background: what is asked for, done or chosen meanwhile counts.
#include "rate_study.h"
#include "service/own_rating.h"

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
