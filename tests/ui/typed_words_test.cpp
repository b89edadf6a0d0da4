// SPDX-License-Identifier: GPL-3.0-or-later
// A memo that is being written is kept in whatever way one leaves it: each test opens the field, types,
// leaves and looks into the file.
#include "rate_study.h"
#include "service/reading.h"
#include "ui/components/controls.h"
#include "ui/views/rate/progress_strip.h"
#include "ui/views/rate/turn_panel.h"
#include "ui/views/study/source_memo.h"
#include "ui/views/study/sources_view.h"

#include <QPlainTextEdit>
#include <QTableView>

using namespace rapport;
using namespace rapport::ui;
using namespace rapport::test;

namespace {

constexpr const char* words = "ask her about it";

std::unique_ptr<service::Session> openElsewhere(const RateStudy& study) {
    return take(service::Session::open(study.path, service::OpenMode::ReadWrite));
}

QPlainTextEdit* type(const RateStudy& study, const char* action = "rate.memo") {
    study.trigger(action);
    auto* memo = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    REQUIRE(memo != nullptr);
    QTest::keyClicks(memo, QString::fromLatin1(words));
    return memo;
}

/// Of R1 in the round, as it is in the file.
std::string memoOf(const RateStudy& study, const service::Target& at) {
    const auto other = openElsewhere(study);
    return take(service::unitWork(*other, at.unit, at.rater, at.round)).memo;
}

/// The ways of leaving that all views have.
const std::vector<std::pair<const char*, std::function<void(RateStudy&)>>>& ways() {
    static const std::vector<std::pair<const char*, std::function<void(RateStudy&)>>> all{
        {"the window closes", [](RateStudy& study) { study.window->close(); }},
        {"the study closes", [](RateStudy& study) { study.trigger("file.close"); }},
        {"another view", [](RateStudy& study) { study.trigger("go.activity1"); }},
        {"another person", [](RateStudy& study) { study.window->lookAs(QStringLiteral("R2")); }},
        {"Esc", [](RateStudy&) { RateStudy::key(Qt::Key_Escape); }},
    };
    return all;
}

} // namespace

TEST_CASE("the memo on an answer is kept however it is left", "[rate][typed]") {
    for (const auto& [name, leave] : ways()) {
        CAPTURE(name);
        RateStudy study(3);
        const service::Target at = study.answers().desk().target();
        type(study);
        leave(study);
        CHECK(memoOf(study, at) == words);
    }
}

TEST_CASE("the memo on an answer stays that answer's", "[rate][typed]") {
    RateStudy study(3);
    AnswersView& view = study.answers();
    RateDesk& desk = view.desk();
    const service::Target at = desk.target();
    QPlainTextEdit* memo = type(study);
    SECTION("another place in the strip") {
        auto* strip = view.findChild<ProgressStrip*>();
        REQUIRE(strip != nullptr);
        Q_EMIT strip->placeWanted(2);
    }
    SECTION("the next answer") {
        study.trigger("rate.next");
    }
    SECTION("the grid") {
        study.trigger("rate.grid");
    }
    SECTION("another round") {
        REQUIRE(study.window->lookAs(QString()));
        RateStudy::choose(desk, "reliability");
        type(study);
        RateStudy::choose(desk, std::string(model::defaultRoundName));
    }
    CHECK(memo->isHidden());
    CHECK(memoOf(study, at) != "");
    CHECK(memoOf(study, at).find(words) == 0);
    const auto other = openElsewhere(study);
    for (const auto& each : desk.units()) {
        if (each.unit != at.unit && at.round == desk.round()->id)
            CHECK(take(service::unitWork(*other, each.unit, at.rater, at.round)).memo.empty());
    }
}

TEST_CASE("the memo on a turn is kept however it is left", "[rate][transcript][typed]") {
    for (const auto& [name, leave] : ways()) {
        CAPTURE(name);
        RateStudy study(3);
        TranscriptView& view = study.transcript();
        view.reading().setCaret(view.transcript().turns[1].range.begin);
        const service::Target at{view.desk().rater()->id, view.desk().round()->id, view.unitAtCaret()->id};
        type(study);
        leave(study);
        CHECK(memoOf(study, at) == words);
    }
}

TEST_CASE("the memo on a turn stays that turn's, and open while others write", "[rate][transcript][typed]") {
    RateStudy study(3);
    TranscriptView& view = study.transcript();
    view.reading().setCaret(view.transcript().turns[1].range.begin);
    const service::Target at{view.desk().rater()->id, view.desk().round()->id, view.unitAtCaret()->id};
    QPlainTextEdit* memo = type(study);
    {
        const auto other = openElsewhere(study);
        service::Target flagged = at;
        flagged.unit = view.transcript().units.front().id;
        take(service::setFlag(*other, flagged, true));
    }
    study.window->study().catchUp();
    CHECK(memo->isVisible());
    CHECK(memo->hasFocus());
    view.reading().setCaret(view.transcript().turns[2].range.begin);
    CHECK(memo->isHidden());
    CHECK(memoOf(study, at) == words);
    CHECK(view.transcript().notes[1].memo == words);
    CHECK(view.transcript().notes[2].memo.empty());
}

TEST_CASE("the memo on a text is kept however it is left", "[study][sources][typed]") {
    for (const auto& [name, leave] : ways()) {
        CAPTURE(name);
        RateStudy study(3);
        REQUIRE(study.window->lookAs(QString()));
        study.window->openView(QStringLiteral("sources"));
        auto* view = qobject_cast<SourcesView*>(study.window->currentView());
        REQUIRE(view != nullptr);
        const auto isQuiet = [&study] { return !study.window->jobs().isBusy(); };
        REQUIRE(QTest::qWaitFor([&] { return view->list().rowCount() > 0 && isQuiet(); }));
        view->table()->selectRow(0);
        QTest::qWait(20);
        REQUIRE(QTest::qWaitFor(isQuiet));
        const model::SourceId first = view->list().sourceAt(0);
        type(study, "sources.memo");
        leave(study);
        const auto other = openElsewhere(study);
        CHECK(take(service::sourceMemo(*other, first)) == words);
    }
}
