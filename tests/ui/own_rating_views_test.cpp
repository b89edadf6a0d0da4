// SPDX-License-Identifier: GPL-3.0-or-later
// What stood in a view before a coordinator has it to rate does not stand there afterwards.
#include "service/assigning.h"
#include "service/own_rating.h"
#include "service/rating.h"
#include "ui/components/small_parts.h"
#include "ui/line_study.h"
#include "ui/models/source_list.h"
#include "ui/views/study/sources_view.h"

#include <QTableView>
#include <algorithm>

using namespace rapport;
using namespace rapport::ui;
using test::LineStudy;
using test::ResultsHost;
using test::take;
using test::waitFor;

namespace {

/// Everything is dealt blind to R1, who the coordinator is from now on.
void rateToo(ResultsHost& host) {
    service::Session& session = host.study().session();
    service::AssignRequest request;
    request.round = "second";
    request.kind = model::RoundKind::Reliability;
    request.raters = {"R1"};
    take(service::assign(session, request));
    take(service::setCoordinatorRates(session, "R1"));
}

service::ChangeSet settings() {
    service::ChangeSet change;
    change.settingsChanged = true;
    change.roundsChanged = true;
    return change;
}

bool says(const QWidget& view, const QString& name) {
    const auto all = view.findChildren<Words*>();
    return std::any_of(all.begin(), all.end(),
                       [&](const Words* each) { return each->text().contains(name); });
}

} // namespace

TEST_CASE("Sources shows no text by its own name that is to be rated by now", "[study][sources][blind]") {
    LineStudy study;
    ResultsHost host(study.path());
    for (const bool isAway : {false, true}) {
        SourcesView view(host, nullptr);
        view.resize(1400, 800);
        view.show();
        view.activated();
        waitFor(host);
        if (!isAway) {
            view.table()->selectRow(0);
            waitFor(host);
            REQUIRE(says(view, QStringLiteral("P1")));
            rateToo(host);
            view.onChanged(settings());
            waitFor(host);
        } else {
            take(service::setCoordinatorRates(host.study().session(), {}));
            view.onChanged(settings());
            waitFor(host);
            view.table()->selectRow(0);
            waitFor(host);
            REQUIRE(says(view, QStringLiteral("P1")));
            view.hide();
            take(service::setCoordinatorRates(host.study().session(), "R1"));
            view.onChanged(settings());
            view.show();
            view.activated();
            CHECK_FALSE(says(view, QStringLiteral("P1"))); // not for a moment
            waitFor(host);
        }
        CAPTURE(isAway);
        REQUIRE(view.list().rowCount() > 3);
        const QString name = view.list().index(0, SourceList::Name).data().toString();
        CHECK(name.startsWith(QLatin1String("R1-")));
        CHECK_FALSE(says(view, QStringLiteral("P1")));
        CHECK(says(view, view.table()->currentIndex().siblingAtColumn(SourceList::Name).data().toString()));
    }
    CHECK(host.errors.empty());
}

TEST_CASE("Sources takes other names with a round, and with each text that is completed",
          "[study][sources][blind]") {
    LineStudy study;
    ResultsHost host(study.path());
    service::Session& session = host.study().session();
    take(service::setCoordinatorRates(session, "R1"));
    SourcesView view(host, nullptr);
    view.resize(1400, 800);
    view.show();
    view.activated();
    waitFor(host);
    view.table()->selectRow(0);
    waitFor(host);
    REQUIRE(says(view, QStringLiteral("P1")));
    service::AssignRequest request;
    request.round = "second";
    request.kind = model::RoundKind::Reliability;
    request.raters = {"R1"};
    take(service::assign(session, request));
    service::ChangeSet dealt; // as another window tells it
    dealt.roundsChanged = true;
    view.onChanged(dealt);
    waitFor(host);
    const auto named = [&view](bool isNeutral) {
        int count = 0;
        for (int row = 0; row < view.list().rowCount(); ++row)
            count +=
                view.list().index(row, SourceList::Name).data().toString().startsWith(QLatin1String("R1-")) ==
                        isNeutral
                    ? 1
                    : 0;
        return count;
    };
    const int own = named(false);
    CHECK(named(true) > 3);
    CHECK_FALSE(says(view, QStringLiteral("P1")));
    const auto todo = take(service::units(session, {"second", "R1", service::UnitState::Todo}));
    const model::Round round = take(session.round("second"));
    service::ChangeSet completed =
        take(service::complete(session, {take(session.rater("R1")).id, round.id, todo.at(0).id}));
    completed.act.clear();
    view.onChanged(completed);
    waitFor(host);
    CHECK(named(false) == own + 1);
    CHECK(host.errors.empty());
}

TEST_CASE("Search shows no line by its own name that is to be rated by now", "[search][blind]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    view.resize(1100, 700);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    REQUIRE(view.lines().line(0) != nullptr);
    CHECK(view.lines().line(0)->unitName.starts_with("P1"));
    view.hide();
    rateToo(host);
    view.onChanged(settings());
    CHECK(view.lines().rowCount() == 0);
    view.show();
    view.activated();
    QTest::qWait(300);
    waitFor(host);
    REQUIRE(view.lines().line(0) != nullptr);
    CHECK(view.lines().line(0)->unitName.starts_with("R1-"));
    CHECK(host.errors.empty());
}
