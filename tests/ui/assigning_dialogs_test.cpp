// SPDX-License-Identifier: GPL-3.0-or-later
// Designs of assignment with their preview, reassigning, what Overview says of the target, and what a job
// leaves in the backups.
#include "results_host.h"
#include "service/assigning.h"
#include "service/codebook_changes.h"
#include "service/history.h"
#include "service/packing.h"
#include "service/safekeeping.h"
#include "service/saved_searches.h"
#include "ui/app/language.h"
#include "ui/components/controls.h"
#include "ui/components/tick_list.h"
#include "ui/dialogs/assign_dialog.h"
#include "ui/dialogs/forget_dialog.h"
#include "ui/dialogs/merge_dialog.h"
#include "ui/dialogs/reassign_dialog.h"
#include "ui/dialogs/rename_dialog.h"
#include "ui/models/figures.h"
#include "ui/views/study/overview_parts.h"
#include "ui/views/study/overview_view.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

StudyState stateOf(ResultsHost& host) {
    OverviewView view(host, nullptr);
    view.resize(1200, 800);
    view.show();
    view.activated();
    host.wait();
    return view.state();
}

} // namespace

TEST_CASE("a design is previewed pair by pair before it is made", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    take(service::addRater(host.study().session(), "R3", model::RaterKind::Human));
    const auto before = take(host.study().session().position());
    AssignDialog dialog(host);
    dialog.nameField()->setText(QStringLiteral("blocks"));
    dialog.perUnit()->setCurrentIndex(dialog.perUnit()->findData(2));
    QSignalSpy previewed(&dialog, &AssignDialog::previewed);
    REQUIRE(previewed.wait(30000));
    INFO(dialog.previewText().toStdString());
    // Seven answers by two of three raters: every pair is named with what both judge.
    for (const char* pair : {"R1 – R2", "R1 – R3", "R2 – R3"})
        CHECK(dialog.previewText().contains(QString::fromUtf8(pair)));
    CHECK(take(host.study().session().position()) == before);
    dialog.accept();
    host.wait();
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(take(host.study().session().position()) > before);
    CHECK(take(service::previewAssign(host.study().session(),
                                      [] {
                                          service::AssignRequest other;
                                          other.round = "other";
                                          other.raters = {"R1"};
                                          return other;
                                      }()))
              .units > 0);

    // Fresh: nothing is left. Rated again: only what each completed, by its own raters.
    AssignDialog fresh(host);
    fresh.which()->setCurrentIndex(1);
    QSignalSpy freshPreviewed(&fresh, &AssignDialog::previewed);
    REQUIRE(freshPreviewed.wait(30000));
    CHECK(fresh.request().isFresh);
    fresh.accept();
    CHECK(fresh.result() != QDialog::Accepted); // refused: no units are left
    AssignDialog again(host);
    again.which()->setCurrentIndex(again.which()->findData(QStringLiteral("blocks")));
    CHECK(again.request().again == "blocks");
    CHECK(again.request().againAfterDays > 0);
    CHECK(again.request().perUnit == 0);
    CHECK_FALSE(again.perUnit()->isEnabled());
}

TEST_CASE("what a rater did not finish is given to others after saying who gets how much", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    take(service::addRater(host.study().session(), "R3", model::RaterKind::Human));
    {
        ReassignDialog nothing(host, stateOf(host));
        CHECK(nothing.round()->count() == 0);
        CHECK_FALSE(nothing.previewText().isEmpty());
        nothing.accept();
        CHECK(nothing.result() != QDialog::Accepted);
    }
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    request.raters = {"R1"};
    const auto assigned = take(service::assign(host.study().session(), request));
    ReassignDialog dialog(host, stateOf(host));
    REQUIRE(dialog.round()->count() == 1);
    CHECK(dialog.from()->currentData().toString() == QLatin1String("R1"));
    REQUIRE(dialog.to()->count() == 2);
    dialog.accept(); // to nobody
    CHECK(dialog.result() != QDialog::Accepted);
    QSignalSpy previewed(&dialog, &ReassignDialog::previewed);
    dialog.to()->item(1)->setCheckState(Qt::Checked);
    REQUIRE(previewed.wait(30000));
    INFO(dialog.previewText().toStdString());
    CHECK(dialog.previewText().contains(dialog.to()->item(1)->text()));
    CHECK(take(service::progress(host.study().session())).size() == 1);
    QSignalSpy reassigned(&dialog, &ReassignDialog::reassigned);
    dialog.accept();
    REQUIRE(reassigned.wait(30000));
    CHECK(reassigned.front().front().toBool());
    std::int64_t moved = 0;
    for (const service::Progress& each : take(service::progress(host.study().session())))
        moved += each.rater.name == dialog.to()->item(1)->text().toStdString() ? each.assigned : 0;
    CHECK(moved == assigned.units);
    CHECK(host.toasts.size() == 1);
}

TEST_CASE("raters and rounds get other names in a dialog that stays where a name is taken", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    service::Session& session = host.study().session();
    service::AssignRequest request;
    request.round = "main";
    request.raters = {"R1"};
    take(service::assign(session, request));
    take(service::saveSearch(session, "own", "rater:R1", {}));
    {
        RenameDialog dialog(host, stateOf(host));
        CHECK(dialog.nameField()->text() == QLatin1String("R1"));
        dialog.accept(); // the name it has
        CHECK(dialog.result() != QDialog::Accepted);
        dialog.nameField()->setText(QStringLiteral("R2"));
        dialog.accept();
        CHECK(dialog.result() != QDialog::Accepted);
        CHECK(dialog.problem().contains(QLatin1String("R2")));
        dialog.nameField()->setText(QStringLiteral(" Bea de Wit "));
        CHECK(dialog.problem().isEmpty());
        QSignalSpy changed(&host.study(), &StudyContext::changed);
        dialog.accept();
        CHECK(dialog.result() == QDialog::Accepted);
        CHECK(changed.size() == 1);
    }
    CHECK(session.rater("Bea de Wit"));
    REQUIRE(host.toasts.size() == 1);
    CHECK(host.toasts.back() == QLatin1String("R1 is called Bea de Wit now. One saved search follows."));
    RenameDialog dialog(host, stateOf(host));
    dialog.which()->setCurrentIndex(dialog.which()->count() - 1);
    CHECK(dialog.nameField()->text() == QLatin1String("main"));
    dialog.nameField()->setText(QStringLiteral("autumn"));
    dialog.accept();
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(session.round("autumn"));
}

TEST_CASE("whoever stands on a next step of Overview stays with the steps when others come", "[overview]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    OverviewView view(host, nullptr);
    view.resize(1200, 800);
    view.show();
    view.activated();
    host.wait();
    QWidget* const first = view.initialFocus();
    REQUIRE(qobject_cast<QAbstractButton*>(first) != nullptr);
    first->setFocus();
    REQUIRE(view.focusWidget() == first);
    service::AssignRequest request;
    request.round = "more";
    request.kind = model::RoundKind::Main;
    request.raters = {"R1", "R2"};
    take(service::assign(host.study().session(), request));
    service::ChangeSet change;
    change.roundsChanged = true;
    view.onChanged(change);
    view.activated();
    host.wait();
    CHECK(view.initialFocus() != first);
    CHECK(view.focusWidget() == view.initialFocus());
}

TEST_CASE("Enter alone opens no round for ever", "[overview]") {
    RatedStudy made;
    service::AssignRequest request;
    request.round = "rel";
    request.kind = model::RoundKind::Reliability;
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(service::assign(*made.session, request));
    const auto round = take(made.session->round("rel")).id;
    for (const char* rater : {"R1", "R2"})
        for (const service::UnitItem& item :
             take(service::units(*made.session, {"rel", rater, service::UnitState::All})))
            take(service::complete(*made.session, {take(made.session->rater(rater)).id, round, item.id}));
    made.session.reset();
    ResultsHost host(made.path());
    OverviewView view(host, nullptr);
    view.resize(1300, 900);
    view.show();
    QApplication::setActiveWindow(&view);
    view.activated();
    host.wait();
    QAbstractButton* open = nullptr;
    for (StepRow* row : view.findChildren<StepRow*>()) {
        if (row->step().kind == StepKind::OpenRound && !row->isHidden())
            open = row->button();
    }
    REQUIRE(open != nullptr);
    CHECK(view.initialFocus() != static_cast<QWidget*>(open));
    open->setFocus();
    auto* bar = view.findChild<OpenRoundBar*>();
    REQUIRE(bar != nullptr);
    for (int press = 0; press < 2; ++press) {
        REQUIRE(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    CHECK(bar->isHidden());
    CHECK(take(host.study().session().round("rel")).openedAt == 0);
    // Whoever goes to the act itself does it.
    open->click();
    REQUIRE_FALSE(bar->isHidden());
    for (auto* button : bar->findChildren<QAbstractButton*>()) {
        if (button != QApplication::focusWidget())
            button->click();
    }
    CHECK(take(host.study().session().round("rel")).openedAt != 0);
}

TEST_CASE("Overview says who rates how fast and when a code meets the target", "[dialogs][overview]") {
    StudyFixture made;
    std::string csv = "id,group,Q1,Q2\n";
    for (int number = 10; number < 50; ++number)
        csv += "P" + std::to_string(number) + ",A1,Antwoord " + std::to_string(number) + ",\n";
    service::ImportOptions options;
    options.kind = service::ImportKind::Answers;
    options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
      {"column":"id","as":"participant"},{"column":"group","as":"attribute","name":"group","blinded":true},
      {"column":"Q1","as":"answer","prompt":"Q1"},{"column":"Q2","as":"answer","prompt":"Q2"}]})";
    take(service::importFiles(*made.session, {made.scratch.write("more.csv", csv)}, options));
    take(service::renameCode(*made.session, "closeness", "closeness",
                             model::LocalText{{{"en", "Closeness"}, {"nl", "Nabijheid"}}}));
    service::AssignRequest request;
    request.round = "reliability";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(service::assign(*made.session, request));
    const auto round = take(made.session->round("reliability")).id;
    int number = 0;
    for (const service::UnitItem& item :
         take(service::units(*made.session, {"reliability", "R1", service::UnitState::All}))) {
        for (const char* name : {"R1", "R2"}) {
            made.clock.advance(std::chrono::minutes(1));
            const service::Target at{made.rater(name), round, item.id};
            if (number % 2 == 0 && !(number == 4 && name[1] == '2'))
                take(service::code(*made.session, at, made.code("closeness")));
            take(service::complete(*made.session, at));
        }
        ++number;
    }
    take(service::showPace(*made.session, true));
    made.session.reset();
    ResultsHost host(made.path());
    OverviewView view(host, nullptr);
    view.resize(1300, 900);
    QSignalSpy measured(&view, &OverviewView::measured);
    view.show();
    view.activated();
    REQUIRE(measured.wait(60000));
    auto& targets = const_cast<TargetTable&>(view.targets());
    const QAbstractItemModelTester tester(&targets, QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(targets.rowCount() >= 2);
    int closeness = -1;
    for (int row = 0; row < targets.rowCount(); ++row) {
        for (const int column :
             {TargetTable::Code, TargetTable::Agreement, TargetTable::Units, TargetTable::When})
            CHECK_FALSE(targets.index(row, column).data().toString().isEmpty());
        if (targets.row(row)->standing.code == "closeness")
            closeness = row;
    }
    REQUIRE(closeness >= 0);
    const TargetRow& row = *targets.row(closeness);
    REQUIRE(row.standing.value);
    CHECK(*row.standing.value > 0.9);
    CHECK(row.standing.isMet);
    CHECK(row.drift.size() == 8);
    CHECK(targets.index(closeness, TargetTable::When).data().toString() == QLatin1String("met"));
    CHECK_FALSE(
        targets.index(closeness, TargetTable::Drift).data(Qt::AccessibleTextRole).toString().isEmpty());
    // Met ones come last: what needs work is seen first.
    CHECK_FALSE(targets.row(0)->standing.isMet);
    // The same leaves as a figure: the round's mean, and each code with its interval.
    const QString figure = QString::fromUtf8(view.figure());
    CHECK(figure.contains(QStringLiteral(">reliability<")));
    for (int place = 0; place < targets.rowCount(); ++place)
        CHECK(figure.contains(QStringLiteral(">%1<").arg(targets.row(place)->title.toHtmlEscaped())));
    CHECK(figure.contains(QStringLiteral("%1 [%2]").arg(
        coefficientText(row.standing.value), intervalText(*row.standing.low, *row.standing.high))));
    host.actions().setCurrent(ActionContext::Overview, true);
    CHECK(host.actions().action(QStringLiteral("overview.figure"))->isEnabled());
    CHECK(host.errors.empty());
    // Codes have their titles in the language that is chosen while they stand there.
    const QString inOne = targets.row(closeness)->title;
    setUiLanguage(QStringLiteral("nl"));
    QApplication::processEvents();
    CHECK(targets.row(closeness)->title != inOne);
    setUiLanguage(QStringLiteral("en"));
    QApplication::processEvents();
    CHECK(targets.row(closeness)->title == inOne);
}

TEST_CASE("a merge from the desktop keeps a backup, and forgetting takes the backups along", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const auto count = [&host] { return take(service::backups(host.study().session())).size(); };
    CHECK(count() == 0);
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    request.raters = {"R1"};
    take(service::assign(host.study().session(), request));
    const std::string pack = study.scratch.file("R1.rpack");
    take(service::pack(host.study().session(), {"R1", pack, ""}));
    MergeDialog merging(host);
    merging.setFiles({toQt(pack)});
    QSignalSpy merged(&merging, &MergeDialog::merged);
    merging.accept();
    REQUIRE(merged.wait(30000));
    CHECK(merging.isDone());
    CHECK(count() == 1);
    ForgetDialog forgetting(host, "P1");
    QSignalSpy previewed(&forgetting, &ForgetDialog::previewed);
    REQUIRE(previewed.wait(30000));
    forgetting.confirmation()->setText(QStringLiteral("P1"));
    QSignalSpy forgotten(&forgetting, &ForgetDialog::forgotten);
    forgetting.accept();
    REQUIRE(forgotten.wait(30000));
    REQUIRE(forgetting.isDone());
    CHECK(count() == 0);
}

TEST_CASE("a list of ticks is ticked by a click anywhere in the row, and by Space", "[dialogs]") {
    QListWidget list;
    showTicks(list);
    for (const char* name : {"R1", "R2"}) {
        auto* item = new QListWidgetItem(QString::fromLatin1(name), &list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    list.item(1)->setFlags(Qt::ItemIsUserCheckable); // not to be had now
    list.resize(300, 200);
    list.show();
    const auto isTicked = [&list](int row) { return list.item(row)->checkState() == Qt::Checked; };
    const auto middle = [&list](int row) { return list.visualItemRect(list.item(row)).center(); };
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, middle(0));
    CHECK(isTicked(0));
    QTest::mouseClick(list.viewport(), Qt::RightButton, {}, middle(0));
    CHECK(isTicked(0));
    list.setCurrentRow(0);
    QTest::keyClick(&list, Qt::Key_Space);
    CHECK_FALSE(isTicked(0));
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, middle(0));
    CHECK_FALSE(isTicked(0)); // on and off
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, middle(1));
    CHECK_FALSE(isTicked(1));
}

TEST_CASE("all texts are asked for in the language of the window", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    setUiLanguage(QStringLiteral("nl"));
    {
        const AssignDialog dialog(host);
        CHECK(dialog.request().sample == "all");
        QLineEdit* field = nullptr;
        for (QLineEdit* each : dialog.findChildren<QLineEdit*>()) {
            if (each->accessibleName().startsWith(QLatin1String("Steekproef")))
                field = each;
        }
        REQUIRE(field != nullptr);
        CHECK(field->text() == QLatin1String("alle"));
        field->setText(QStringLiteral(" Alle "));
        CHECK(dialog.request().sample == "all");
        field->setText(QStringLiteral("all"));
        CHECK(dialog.request().sample == "all");
        field->setText(QStringLiteral("25%"));
        CHECK(dialog.request().sample == "25%");
    }
    setUiLanguage(QStringLiteral("en"));
}
