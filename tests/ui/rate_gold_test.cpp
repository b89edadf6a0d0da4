// SPDX-License-Identifier: GPL-3.0-or-later
// In a training round the gold codings come after completing, and the next Enter goes on.
#include "rate_study.h"
#include "ui/views/rate/gold_panel.h"

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

TEST_CASE("gold codings and their reason are shown after completing, in a training round alone",
          "[rate][gold]") {
    RateStudy study;
    MainWindow& window = *study.window;
    REQUIRE(window.lookAs(QString()));
    service::Session& session = window.study().session();
    take(service::addRater(session, "GOLD", model::RaterKind::Gold));
    service::AssignRequest request;
    request.round = "training";
    request.kind = model::RoundKind::Training;
    request.raters = {"R1", "GOLD"};
    request.prompts = {"Q2"};
    take(service::assign(session, request));
    const auto round = take(session.round("training")).id;
    const model::CodeId closeness = take(session.codebook())->code("closeness").code->id;
    const auto gold = take(session.rater("GOLD")).id;
    for (const service::UnitItem& item :
         take(service::units(session, {"training", "GOLD", service::UnitState::All}))) {
        const service::Target at{gold, round, item.id};
        take(service::code(session, at, closeness));
        take(service::complete(session, at));
        take(service::setMemo(session, at, "nearness is named"));
    }
    service::ChangeSet change;
    change.roundsChanged = true;
    window.study().announce(change);
    REQUIRE(window.lookAs(QStringLiteral("R1")));
    AnswersView& view = study.answers();
    CHECK_FALSE(view.gold().hasFeedback());
    RateStudy::choose(view.desk(), "training");
    REQUIRE(view.desk().round()->name == "training");
    const int first = view.desk().index();
    CHECK_FALSE(view.gold().hasFeedback()); // not before it is completed
    for (int enters = 0; enters < 6 && !view.desk().work().completedAt; ++enters)
        RateStudy::key(Qt::Key_Return);
    REQUIRE(view.desk().work().completedAt);
    CHECK(view.desk().index() == first); // it waits to be read
    REQUIRE(view.gold().hasFeedback());
    CHECK(view.gold().isVisible());
    INFO(view.gold().text().toStdString());
    CHECK(view.gold().text().contains(toQt(study.title(closeness))));
    CHECK(view.gold().text().contains(QLatin1String("nearness is named")));
    RateStudy::key(Qt::Key_Return);
    CHECK(view.desk().index() != first);
    CHECK_FALSE(view.gold().hasFeedback());
    // Back on the completed one it stands there again; in another round never.
    view.desk().goTo(first);
    CHECK(view.gold().hasFeedback());
    RateStudy::choose(view.desk(), "reliability");
    for (int enters = 0; enters < 6 && !view.desk().units().front().isComplete; ++enters)
        RateStudy::key(Qt::Key_Return);
    CHECK_FALSE(view.gold().hasFeedback());
}
