// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of jobs that come when somebody else is looking, when the dialog that asked is gone, or when it has
// asked for something else since.
#include "results_host.h"
#include "service/assigning.h"
#include "service/own_rating.h"
#include "service/packing.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/assign_dialog.h"
#include "ui/dialogs/merge_dialog.h"
#include "ui/dialogs/pack_dialog.h"
#include "ui/dialogs/reassign_dialog.h"
#include "ui/views/study/overview_parts.h"
#include "ui/views/study/overview_view.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QSignalSpy>
#include <algorithm>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

/// Two raters and two rounds of answers to one question: in "first" everybody has judged everything, in
/// "second" R2 has, and R1 but two.
class TwoRounds : public StudyFixture {
public:
    TwoRounds() {
        setenv("XDG_CACHE_HOME", scratch.file("cache-home").c_str(), 1);
        std::string csv = "participant,Q1\n";
        for (int number = 10; number < 34; ++number)
            csv += "P" + std::to_string(number) + ",Antwoord " + std::to_string(number) + "\n";
        import("more.csv", csv);
        for (const char* name : {"first", "second"}) {
            service::AssignRequest request;
            request.round = name;
            request.raters = {"R1", "R2"};
            request.prompts = {"Q1"};
            take(service::assign(*session, request));
            const auto round = take(session->round(name)).id;
            int number = 0;
            for (const service::UnitItem& item :
                 take(service::units(*session, {name, "R1", service::UnitState::All}))) {
                for (const char* rated : {"R1", "R2"}) {
                    const bool isOpen = name[0] == 's' && rated[1] == '1' && number < 2;
                    if (isOpen)
                        continue;
                    const service::Target at{rater(rated), round, item.id};
                    if (number % 2 == 0)
                        take(service::code(*session, at, code("closeness")));
                    take(service::complete(*session, at));
                }
                ++number;
            }
        }
    }
};

bool isAgreementShown(const OverviewView& view) {
    const auto* strip = view.findChild<AgreementStrip*>();
    REQUIRE(strip != nullptr);
    return strip->isVisibleTo(&view);
}

} // namespace

TEST_CASE("what a job read for one viewer is not given to the next, what it wrote is", "[jobs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const auto ask = [&host](service::OpenMode mode, std::optional<base::Result<int>>& answer) {
        host.jobs().start<int>(
            QStringLiteral("asked"), QString(), &host.study(),
            [](service::Session& session, const base::Task&) {
                return base::Result<int>(session.viewer().isCoordinator() ? 1 : 2);
            },
            [&answer](base::Result<int> number) { answer = std::move(number); }, mode);
    };
    const auto rater = take(host.study().session().rater("R1"));
    std::optional<base::Result<int>> read;
    ask(service::OpenMode::ReadOnly, read);
    host.study().setViewer(rater);
    host.wait();
    REQUIRE(read);
    REQUIRE_FALSE(*read);
    CHECK(read->error().code == base::Errc::Cancelled);
    std::optional<base::Result<int>> written;
    host.study().setViewer(std::nullopt);
    ask(service::OpenMode::ReadWrite, written);
    host.study().setViewer(rater);
    host.wait();
    REQUIRE(written);
    CHECK(take(*written) == 1);
    std::optional<base::Result<int>> own;
    ask(service::OpenMode::ReadOnly, own);
    host.wait();
    REQUIRE(own);
    CHECK(take(*own) == 2);
}

TEST_CASE("agreement that was measured for the coordinator is not shown to a rater who looks by then",
          "[overview][jobs]") {
    TwoRounds study;
    study.session.reset();
    ResultsHost host(study.path());
    const auto rater = take(host.study().session().rater("R1"));
    OverviewView view(host, nullptr);
    view.resize(1300, 900);
    bool isSwitched = false;
    const auto lookAsRater = [&] {
        if (isSwitched)
            return;
        isSwitched = true;
        host.study().setViewer(rater);
        view.onViewerChanged();
        CHECK_FALSE(isAgreementShown(view));
    };
    SECTION("while agreement is measured") {
        QObject::connect(&view, &OverviewView::refreshed, lookAsRater);
    }
    SECTION("while codes are held against the target") {
        QObject::connect(&host.jobs(), &JobRunner::changed, [&] {
            const auto job = host.jobs().current();
            if (job && job->title == QLatin1String("Measuring against the target"))
                QMetaObject::invokeMethod(&view, lookAsRater, Qt::QueuedConnection);
        });
    }
    view.show();
    view.activated();
    host.wait();
    host.wait();
    REQUIRE(isSwitched);
    CHECK(view.targets().rowCount() == 0);
    CHECK_FALSE(isAgreementShown(view));
    host.actions().setCurrent(ActionContext::Overview, true);
    CHECK_FALSE(host.actions().action(QStringLiteral("overview.figure"))->isEnabled());
    CHECK(host.errors.empty());
    // The coordinator sees it again.
    host.study().setViewer(std::nullopt);
    view.onViewerChanged();
    host.wait();
    host.wait();
    CHECK(view.targets().rowCount() > 0);
    CHECK(isAgreementShown(view));
}

TEST_CASE("a coordinator who still has to rate in a round sees the agreement of the others", "[overview]") {
    TwoRounds study;
    take(service::setCoordinatorRates(*study.session, "R1"));
    study.session.reset();
    ResultsHost host(study.path());
    OverviewView view(host, nullptr);
    view.resize(1300, 900);
    view.show();
    view.activated();
    host.wait();
    host.wait();
    CHECK(isAgreementShown(view));
    REQUIRE(view.targets().rowCount() > 0);
    CHECK(view.targets().row(0)->standing.round == "first");
    CHECK(host.errors.empty());
    const auto says = [&view](const char* words) {
        const auto all = view.findChildren<Words*>();
        return std::any_of(all.begin(), all.end(),
                           [&](const Words* each) { return each->text().contains(QLatin1String(words)); });
    };
    CHECK(says("You still have texts to rate yourself in second"));
    // Rated to the end there, it is that round's turn.
    auto& session = host.study().session();
    const auto round = take(session.round("second")).id;
    for (const service::UnitItem& item :
         take(service::units(session, {"second", "R1", service::UnitState::Todo})))
        take(service::complete(session, {take(session.rater("R1")).id, round, item.id}));
    view.onChanged({});
    view.onViewerChanged();
    host.wait();
    host.wait();
    REQUIRE(view.targets().rowCount() > 0);
    CHECK(view.targets().row(0)->standing.round == "second");
    CHECK_FALSE(says("You still have texts to rate yourself"));
    CHECK(host.errors.empty());
}

TEST_CASE("a coordinator with open texts in the only round is told so, not that there is nothing to measure",
          "[overview]") {
    RatedStudy study;
    service::AssignRequest request;
    request.round = "rel";
    request.kind = model::RoundKind::Reliability;
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(service::assign(*study.session, request));
    const auto round = take(study.session->round("rel")).id;
    for (const service::UnitItem& item :
         take(service::units(*study.session, {"rel", "R2", service::UnitState::All})))
        take(service::complete(*study.session, {take(study.session->rater("R2")).id, round, item.id}));
    take(service::setCoordinatorRates(*study.session, "R1"));
    study.session.reset();
    ResultsHost host(study.path());
    OverviewView view(host, nullptr);
    view.resize(1300, 900);
    view.show();
    view.activated();
    host.wait();
    host.wait();
    CHECK_FALSE(isAgreementShown(view));
    const auto all = view.findChildren<Words*>();
    const auto says = [&all](const char* words) {
        return std::any_of(all.begin(), all.end(),
                           [&](const Words* each) { return each->text().contains(QLatin1String(words)); });
    };
    CHECK(says("You still have texts to rate yourself in rel"));
    CHECK_FALSE(says("There is something to measure"));
}

TEST_CASE("a dialog that is closed while it writes tells of what was written all the same",
          "[dialogs][jobs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    auto& session = host.study().session();
    take(service::addRater(session, "R3", model::RaterKind::Human));
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    request.raters = {"R1"};
    take(service::assign(session, request));
    const QString pack = toQt(study.scratch.file("R1.rpack"));
    take(service::pack(session, {"R1", toUtf8(pack), ""}));
    QStringList announced;
    QObject::connect(&host.study(), &StudyContext::changed,
                     [&announced](const service::ChangeSet& change) { announced.append(toQt(change.act)); });
    const auto closeWhileWriting = [&host](QDialog* dialog) {
        const QPointer<QDialog> gone(dialog);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
        dialog->accept();
        REQUIRE(host.jobs().isBusy());
        dialog->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        REQUIRE(gone.isNull());
        host.wait();
    };
    SECTION("assigning") {
        auto* dialog = new AssignDialog(host);
        dialog->nameField()->setText(QStringLiteral("another"));
        QSignalSpy previewed(dialog, &AssignDialog::previewed);
        REQUIRE(previewed.wait(30000));
        closeWhileWriting(dialog);
        CHECK(announced == QStringList{QStringLiteral("assign")});
        CHECK(take(session.round("another")).name == "another");
        CHECK(host.toasts.size() == 1);
    }
    SECTION("reassigning") {
        StudyState state;
        state.rounds = {take(session.round("main"))};
        state.raters = take(session.raters());
        state.progress = take(service::progress(session));
        auto* dialog = new ReassignDialog(host, state);
        QSignalSpy previewed(dialog, &ReassignDialog::previewed);
        dialog->to()->item(1)->setCheckState(Qt::Checked);
        REQUIRE(previewed.wait(30000));
        closeWhileWriting(dialog);
        CHECK(announced == QStringList{QStringLiteral("reassign")});
        CHECK(host.toasts.size() == 1);
    }
    SECTION("merging") {
        auto* dialog = new MergeDialog(host);
        dialog->setFiles({pack});
        closeWhileWriting(dialog);
        CHECK(announced.size() == 1);
        CHECK(host.toasts.join(QString()).contains(QLatin1String("R1.rpack")));
    }
    SECTION("a merge that fails") {
        auto* dialog = new MergeDialog(host);
        dialog->setFiles({toQt(study.scratch.write("not-a-pack.rapport", "nothing of the kind"))});
        closeWhileWriting(dialog);
        CHECK(announced.isEmpty());
        CHECK(host.errors.size() == 1);
    }
}

TEST_CASE("a dialog heeds the last preview alone", "[dialogs][jobs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    auto& session = host.study().session();
    take(service::addRater(session, "R3", model::RaterKind::Human));
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    request.raters = {"R1"};
    take(service::assign(session, request));
    StudyState state;
    state.rounds = {take(session.round("main"))};
    state.raters = take(session.raters());
    state.progress = take(service::progress(session));
    ReassignDialog dialog(host, state);
    dialog.to()->item(1)->setCheckState(Qt::Checked);
    dialog.to()->item(1)->setCheckState(Qt::Unchecked);
    host.wait();
    CHECK_FALSE(dialog.canReassign()); // to nobody
    dialog.to()->item(1)->setCheckState(Qt::Checked);
    host.wait();
    REQUIRE(dialog.canReassign());
    // While it is written, another tick asks nothing.
    dialog.accept();
    dialog.to()->item(0)->setCheckState(Qt::Checked);
    CHECK_FALSE(dialog.canReassign());
    host.wait();
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK_FALSE(dialog.canReassign());
    CHECK(host.toasts.size() == 1);
}
