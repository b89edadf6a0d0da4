// SPDX-License-Identifier: GPL-3.0-or-later
// A coding that is shown is on disk. While another program holds the study nothing is coded, the act waits
// and is repeated as it was.
#include "rate_study.h"
#include "ui/components/reading_view.h"
#include "ui/views/rate/action_bar.h"
#include "ui/views/rate/answers_view.h"
#include "ui/views/rate/stop_bar.h"
#include "ui/views/rate/transcript_view.h"
#include "ui/views/rate/turn_panel.h"

#include <QAbstractButton>
#include <QPlainTextEdit>

using namespace rapport;
using namespace rapport::ui;
using rapport::test::RateStudy;
using rapport::test::take;

namespace {

/// Runs `work` while another session writes the study: nobody else can.
void whileAnotherWrites(const std::string& path, const std::function<void()>& work) {
    auto other = take(service::Session::open(path, service::OpenMode::ReadWrite));
    const auto done = service::asOneStep(*other, [&](service::Session&) -> base::Status {
        work();
        return base::fail(base::Errc::Cancelled, "the other program gave up");
    });
    REQUIRE_FALSE(done);
}

std::size_t codingsOnDisk(const std::string& path, model::UnitId unit) {
    auto session = take(service::Session::open(path, service::OpenMode::ReadOnly));
    const auto rater = take(session->rater("R1"));
    const auto round = take(session->round("reliability"));
    return take(service::unitWork(*session, unit, rater.id, round.id)).codings.size();
}

} // namespace

TEST_CASE("a coding that cannot be written is not shown, stops rating, and is repeated", "[rate][stop]") {
    RateStudy study;
    AnswersView& view = study.answers();
    const model::UnitId unit = view.desk().work().item.id;
    CHECK_FALSE(view.stopBar().isVisible());
    whileAnotherWrites(study.path, [&] {
        study.letter('c');
        CHECK(view.stopBar().isVisible());
        CHECK(view.stopBar().text().contains(QLatin1String("Closeness")));
        CHECK(view.stopBar().text().contains(QLatin1String("Another program is writing")));
        CHECK(view.desk().work().codings.empty()); // what is shown is what is on disk
        CHECK(view.stopBar().isAncestorOf(QApplication::focusWidget()));
        // Nothing else is rated meanwhile, by key or by action.
        study.letter('b');
        study.trigger("rate.flag");
        CHECK_FALSE(view.desk().work().item.isFlagged);
        CHECK(view.desk().work().item.id == unit);
    });
    CHECK(codingsOnDisk(study.path, unit) == 0);
    // Enter repeats the same act, and rating goes on where it was.
    study.key(Qt::Key_Return);
    CHECK_FALSE(view.stopBar().isVisible());
    REQUIRE(view.desk().work().codings.size() == 1);
    CHECK(study.title(view.desk().work().codings.front().code) == "Closeness");
    CHECK(codingsOnDisk(study.path, unit) == 1);
    CHECK(view.reading().hasFocus());
    study.letter('b');
    CHECK(codingsOnDisk(study.path, unit) == 2);
}

TEST_CASE("when the other program is done, the act is written by itself and rating goes on", "[rate][stop]") {
    RateStudy study;
    AnswersView& view = study.answers();
    const model::UnitId unit = view.desk().work().item.id;
    whileAnotherWrites(study.path, [&] {
        study.letter('c');
        // Tried again and again, in vain.
        QTest::qWait(600);
        CHECK(view.desk().held());
        CHECK(view.desk().work().codings.empty());
    });
    REQUIRE(QTest::qWaitFor([&view] { return !view.desk().held(); }, 10000));
    CHECK_FALSE(view.stopBar().isVisible());
    CHECK(codingsOnDisk(study.path, unit) == 1);
    CHECK(view.reading().hasFocus());
    study.letter('b');
    CHECK(codingsOnDisk(study.path, unit) == 2);
}

TEST_CASE("an act may be left out; then rating goes on without it", "[rate][stop]") {
    RateStudy study;
    AnswersView& view = study.answers();
    whileAnotherWrites(study.path, [&] { study.letter('c'); });
    REQUIRE(view.stopBar().isVisible());
    QAbstractButton* leave = nullptr;
    for (QAbstractButton* button : view.stopBar().findChildren<QAbstractButton*>()) {
        if (button->text() == QLatin1String("Leave it out"))
            leave = button;
    }
    REQUIRE(leave != nullptr);
    leave->setFocus();
    study.key(Qt::Key_Return);
    CHECK_FALSE(view.stopBar().isVisible());
    CHECK(view.desk().work().codings.empty());
    study.letter('b');
    REQUIRE(view.desk().work().codings.size() == 1);
    CHECK(study.title(view.desk().work().codings.front().code) == "Secure base");
}

TEST_CASE("a completion that waited leads on once it is written", "[rate][stop]") {
    RateStudy study;
    AnswersView& view = study.answers();
    const model::UnitId unit = view.desk().work().item.id;
    for (const char each : {'c', '1', '7'})
        study.letter(each);
    whileAnotherWrites(study.path, [&] {
        study.key(Qt::Key_Return);
        CHECK(view.desk().work().item.id == unit);
        CHECK_FALSE(view.desk().work().completedAt);
        study.key(Qt::Key_Return); // still held: it goes on waiting
        CHECK(view.stopBar().isVisible());
        CHECK(view.desk().doneCount() == 0);
    });
    study.key(Qt::Key_Return);
    CHECK(view.desk().doneCount() == 1);
    CHECK(view.desk().work().item.id != unit);
}

TEST_CASE("what the study's rules refuse does not stop rating", "[rate][stop]") {
    RateStudy study;
    AnswersView& view = study.answers();
    base::Error refused{base::Errc::Refused, "outside its prompts", std::nullopt, {}};
    CHECK_FALSE(isWriteFailure(refused));
    refused.where = base::Place{"study.rapport", 0, 0, {}};
    CHECK(isWriteFailure(refused)); // the disk says no, and names the file
    CHECK(isWriteFailure({base::Errc::DiskFull, {}, std::nullopt, {}}));
    CHECK(isWriteFailure({base::Errc::StudyLocked, {}, std::nullopt, {}}));
    const auto heading = [&] {
        for (const model::Variable& variable : study.window->study().codebook()->variables) {
            for (const model::Code& code : variable.codes) {
                if (!code.isCodable)
                    return code.id;
            }
        }
        return model::CodeId();
    }();
    CHECK_FALSE(view.desk().toggle(heading, std::nullopt));
    CHECK_FALSE(view.desk().held());
    study.letter('c');
    CHECK(view.desk().work().codings.size() == 1);
}

TEST_CASE("a transcript stops in the same way, and its memo is not lost", "[rate][stop]") {
    RateStudy study;
    TranscriptView& view = study.transcript();
    view.reading().setCaret(view.transcript().turns[1].range.begin);
    whileAnotherWrites(study.path, [&] {
        study.trigger("rate.memo");
        QTest::keyClicks(view.turnPanel().memoEdit(), QStringLiteral("think again"));
        QTest::keyClick(view.turnPanel().memoEdit(), Qt::Key_Escape);
        CHECK(view.stopBar().isVisible());
        CHECK(view.transcript().notes[1].memo.empty());
    });
    study.key(Qt::Key_Return);
    CHECK_FALSE(view.stopBar().isVisible());
    CHECK(view.transcript().notes[1].memo == "think again");
}
