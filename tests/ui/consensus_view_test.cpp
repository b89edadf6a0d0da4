// SPDX-License-Identifier: GPL-3.0-or-later
// Settling by keyboard: the queue, the raters side by side, a decision with its reason, taking it back;
// nothing for raters, nothing before a round is open.
#include "service/consensus.h"
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/act_text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/results_host.h"
#include "ui/views/consensus/beside_panel.h"
#include "ui/views/consensus/consensus_list.h"
#include "ui/views/consensus/consensus_view.h"
#include "ui/views/consensus/decision_form.h"
#include "ui/views/consensus/definition_dialog.h"
#include "ui/views/consensus/rater_sides.h"
#include "ui/views/consensus/remark_dialog.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPointer>

using namespace rapport;
using namespace rapport::ui;
using test::ResultsHost;
using test::StudyFixture;
using test::take;

namespace {

/// Three answers; raters differ on closeness in P1 and P3 and on the level of P4.
class DisputedStudy : public StudyFixture {
public:
    explicit DisputedStudy(bool isOpened, const std::string& levelOfP1 = "dyadic") {
        setenv("XDG_CACHE_HOME", scratch.file("cache-home").c_str(), 1);
        service::AssignRequest request;
        request.round = "rel1";
        request.raters = {"R1", "R2"};
        request.prompts = {"Q1"};
        take(service::assign(*session, request));
        give("R1", "P1/Q1", true, "dyadic");
        give("R2", "P1/Q1", false, levelOfP1);
        give("R1", "P2/Q1", false, "dyadic");
        give("R2", "P2/Q1", false, "dyadic");
        give("R1", "P3/Q1", true, "dyadic");
        give("R2", "P3/Q1", false, "dyadic");
        give("R1", "P4/Q1", false, "class");
        give("R2", "P4/Q1", false, "dyadic");
        if (isOpened)
            take(service::openRound(*session, "rel1"));
        session.reset();
    }

private:
    void give(const std::string& rater, const std::string& unitName, bool isClose, const std::string& level) {
        const service::Target at = target(rater, unitName, "rel1");
        if (isClose)
            take(service::code(*session, at, code("closeness"), text::textRange(3, 7)));
        take(service::chooseLevel(*session, at, code(level)));
        take(service::complete(*session, at));
    }
};

QStringList words(const QWidget& widget) {
    QCoreApplication::processEvents(); // layouts show what was put into them
    QStringList all;
    for (const Words* each : widget.findChildren<Words*>()) {
        if (each->isVisibleTo(&widget))
            all.append(each->text());
    }
    return all;
}

struct Shown {
    explicit Shown(DisputedStudy& study)
        : host(study.path())
        , view(host, nullptr) {
        view.resize(1200, 800);
        view.show();
        comeTo();
    }
    /// As the window does when the view is chosen, the first time and later.
    void comeTo(const ViewTarget& target = {}) {
        view.activated();
        view.open(target);
        host.wait();
    }
    ConsensusList& list() { return *view.findChild<ConsensusList*>(); }
    ConsensusQueue& queue() { return *qobject_cast<ConsensusQueue*>(list().model()); }
    const service::Disagreement& current() { return queue().at(list().currentIndex().row())->what; }
    QPlainTextEdit& reason() { return *view.findChild<DecisionForm*>()->findChild<QPlainTextEdit*>(); }
    void settle() { host.actions().action(QStringLiteral("consensus.settle"))->trigger(); }

    ResultsHost host;
    ConsensusView view;
};

} // namespace

TEST_CASE("a reason that settles nothing yet is not lost without a word", "[consensus][typed]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    CHECK(shown.view.unsaved().isEmpty());
    QTest::keyClicks(&shown.reason(), QStringLiteral("It says so."));
    CHECK_FALSE(shown.view.unsaved().isEmpty());
    // Nothing is chosen yet: it stays.
    CHECK_FALSE(shown.view.saveDraft());
    CHECK(shown.queue().settled() == 0);
    CHECK(shown.reason().toPlainText() == QLatin1String("It says so."));
    SECTION("settled") {
        QTest::keyClick(&shown.list(), Qt::Key_1);
        CHECK(shown.view.saveDraft());
        CHECK(shown.queue().settled() == 1);
    }
    SECTION("thrown away") {
        shown.view.discardDraft();
        CHECK(shown.queue().settled() == 0);
    }
    CHECK(shown.view.unsaved().isEmpty());
}

TEST_CASE("a reason stays with its difference while others are looked at", "[consensus][typed]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    REQUIRE(shown.queue().rowCount() == 3);
    const auto go = [&](int row) { shown.list().setCurrentIndex(shown.queue().index(row)); };
    go(0);
    QTest::keyClicks(&shown.reason(), QStringLiteral("First."));
    go(1);
    CHECK(shown.reason().toPlainText().isEmpty());
    CHECK_FALSE(shown.view.unsaved().isEmpty());
    QTest::keyClicks(&shown.reason(), QStringLiteral("Second."));
    go(2);
    CHECK(shown.reason().toPlainText().isEmpty());
    CHECK(shown.view.unsaved().contains(QLatin1Char('2')));
    // Saving goes where one stands, and settles nothing that has no reason.
    CHECK_FALSE(shown.view.saveDraft());
    CHECK(shown.host.errors.empty());
    CHECK(shown.list().currentIndex().row() != 2);
    CHECK_FALSE(shown.reason().toPlainText().isEmpty());
    // Also where the list hides it.
    go(2);
    auto* onlyOpen = shown.view.findChild<QCheckBox*>();
    auto* filter = shown.view.findChild<ChoiceBox*>();
    REQUIRE(filter->count() > 1);
    filter->setCurrentIndex(filter->count() - 1);
    Q_EMIT filter->activated(filter->count() - 1);
    onlyOpen->setChecked(true);
    CHECK(shown.queue().rowCount() < 3);
    for (int times = 0; times < 2 && shown.queue().rowCount() < 3; ++times)
        CHECK_FALSE(shown.view.saveDraft());
    CHECK_FALSE(shown.reason().toPlainText().isEmpty());
    filter->setCurrentIndex(0);
    Q_EMIT filter->activated(0);
    onlyOpen->setChecked(false);
    go(0);
    CHECK(shown.reason().toPlainText() == QLatin1String("First."));
    QTest::keyClick(&shown.list(), Qt::Key_1);
    shown.settle();
    CHECK(shown.queue().settled() == 1);
    go(0);
    CHECK(shown.reason().toPlainText().isEmpty());
    go(1);
    CHECK(shown.reason().toPlainText() == QLatin1String("Second."));
    shown.reason().clear();
    CHECK(shown.view.unsaved().isEmpty());
    QTest::keyClicks(&shown.reason(), QStringLiteral("Third."));
    go(2);
    shown.view.discardDraft();
    CHECK(shown.view.unsaved().isEmpty());
    go(1);
    CHECK(shown.reason().toPlainText().isEmpty());
}

TEST_CASE("a decision stays with its difference before it has a reason", "[consensus][typed]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    REQUIRE(shown.queue().rowCount() == 3);
    const auto go = [&](int row) { shown.list().setCurrentIndex(shown.queue().index(row)); };
    auto* form = shown.view.findChild<DecisionForm*>();
    const auto alone = [&] {
        for (auto* each : form->findChildren<KeyButton*>()) {
            if (each->text() == QLatin1String("R2 alone"))
                return each;
        }
        return static_cast<KeyButton*>(nullptr);
    };
    go(1);
    QTest::keyClick(&shown.list(), Qt::Key_0);
    REQUIRE(alone() != nullptr);
    alone()->click();
    const auto value = form->value();
    REQUIRE(value);
    CHECK_FALSE(shown.view.unsaved().isEmpty());
    const auto stands = [&] { return form->value() == value && form->deciders().size() == 1; };
    go(2);
    CHECK_FALSE(form->value());
    CHECK(form->deciders().size() == 2);
    go(1);
    CHECK(stands());
    // Read anew, in another language or after a look at another view.
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&shown.view, &language);
    shown.host.wait();
    CHECK(shown.list().currentIndex().row() == 1);
    CHECK(stands());
    for (const bool isStale : {true, false}) {
        CAPTURE(isStale);
        shown.view.hide();
        if (isStale)
            shown.view.onChanged({});
        shown.view.show();
        shown.comeTo();
        CHECK(shown.list().currentIndex().row() == 1);
        CHECK(stands());
    }
    // Whoever is asked to save it lands on it.
    go(2);
    CHECK_FALSE(shown.view.saveDraft());
    shown.comeTo();
    CHECK(shown.list().currentIndex().row() == 1);
    CHECK(stands());
    // Without a reason it settles nothing, and goes nowhere.
    CHECK_FALSE(shown.view.saveDraft());
    CHECK(shown.host.errors.empty());
    CHECK(shown.queue().settled() == 0);
    CHECK(stands());
    SECTION("settled") {
        QTest::keyClicks(&shown.reason(), QStringLiteral("It says so."));
        CHECK(shown.view.saveDraft());
        CHECK(shown.queue().settled() == 1);
    }
    SECTION("thrown away") {
        shown.view.discardDraft();
        CHECK_FALSE(form->value());
        CHECK(form->deciders().size() == 2);
    }
    CHECK(shown.view.unsaved().isEmpty());
}

TEST_CASE("whoever is on the way to a difference gets there", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    REQUIRE(shown.queue().rowCount() == 3);
    const model::UnitId last = shown.queue().at(2)->what.unit;
    REQUIRE(shown.current().unit != last);
    ViewTarget target;
    target.unit = last;
    shown.view.open(target);
    shown.view.onViewerChanged(); // the rounds are read anew meanwhile
    shown.host.wait();
    CHECK(shown.current().unit == last);
    shown.view.onViewerChanged();
    shown.list().setCurrentIndex(shown.queue().index(1)); // and who goes elsewhere meanwhile
    shown.host.wait();
    CHECK(shown.list().currentIndex().row() == 1);
}

TEST_CASE("differences are settled by keyboard, one after the other", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    const QAbstractItemModelTester tester(&shown.queue());
    REQUIRE(shown.queue().rowCount() == 3);
    CHECK(shown.queue().settled() == 0);
    const service::Disagreement first = shown.current();
    const QStringList seen = words(*shown.view.findChild<RaterSides*>());
    CHECK(seen.contains(QStringLiteral("R1")));
    CHECK(seen.contains(QStringLiteral("R2")));

    // Nothing is chosen: nothing can be settled.
    CHECK_FALSE(shown.host.actions().action(QStringLiteral("consensus.settle"))->isEnabled());
    QTest::keyClick(&shown.list(), Qt::Key_1);
    CHECK(shown.view.findChild<DecisionForm*>()->value().has_value());
    CHECK_FALSE(shown.host.actions().action(QStringLiteral("consensus.settle"))->isEnabled());
    QTest::keyClicks(&shown.reason(), QStringLiteral("It says so."));
    REQUIRE(shown.host.actions().action(QStringLiteral("consensus.settle"))->isEnabled());
    shown.settle();
    CHECK(shown.host.errors.empty());
    CHECK(shown.queue().settled() == 1);
    CHECK((shown.current().unit != first.unit || settledName(shown.current()) != settledName(first)));
    CHECK(shown.reason().toPlainText().isEmpty());

    // It is in the study, decided by both together.
    const auto talk = take(service::discussion(shown.host.study().session(), "rel1", first.unit));
    REQUIRE(talk.history.size() == 1);
    CHECK(talk.history[0].reason == "It says so.");
    CHECK(talk.history[0].by == std::vector<std::string>{"R1", "R2"});

    // Taken back, and undone.
    shown.list().setCurrentIndex(shown.queue().index(shown.queue().rowOf(first.unit, settledName(first))));
    shown.host.actions().action(QStringLiteral("consensus.back"))->trigger();
    CHECK(shown.queue().settled() == 0);
    REQUIRE(shown.host.study().undo());
    shown.view.onChanged({});
    shown.host.wait();
    CHECK(shown.queue().settled() == 1);
}

TEST_CASE("what others do leaves who is deciding in place, and decides nothing twice", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    QObject::connect(&shown.host.study(), &StudyContext::changed, &shown.view,
                     [&](const service::ChangeSet& change) { shown.view.onChanged(change); });
    const service::Disagreement here = shown.current();
    QTest::keyClick(&shown.list(), Qt::Key_1);
    QTest::keyClicks(&shown.reason(), QStringLiteral("Mine."));
    const auto other = take(service::Session::open(study.path(), service::OpenMode::ReadWrite));
    const model::UnitId elsewhere = shown.queue().at(shown.queue().rowCount() - 1)->what.unit;
    REQUIRE(elsewhere != here.unit);
    const auto raters = take(other->raters());
    take(service::setMemo(*other, {raters.front().id, take(other->round("rel1")).id, elsewhere}, "later"));
    shown.host.study().catchUp();
    shown.host.wait();
    CHECK(shown.current().unit == here.unit);
    CHECK(shown.reason().toPlainText() == QLatin1String("Mine."));

    service::Adjudication decision;
    decision.round = "rel1";
    decision.unit = here.unit;
    decision.set = {{settledName(here), here.code.empty() ? "class" : "0"}};
    decision.by = {"R1", "R2"};
    decision.reason = "Other.";
    take(service::adjudicate(*other, decision));
    QTest::keyClick(&shown.list(), Qt::Key_1);
    REQUIRE(shown.host.actions().action(QStringLiteral("consensus.settle"))->isEnabled());
    shown.settle();
    shown.host.wait();
    const auto talk = take(service::discussion(*other, "rel1", here.unit));
    REQUIRE(talk.history.size() == 1);
    CHECK(talk.history[0].reason == "Other.");
    CHECK_FALSE(talk.history[0].isTakenBack);
    CHECK(shown.queue().settled() == 1); // and it is seen
}

TEST_CASE("a level is chosen by its digit, and what was settled before is shown", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    const auto goTo = [&](const std::string& name, int which) {
        for (int row = 0; row < shown.queue().rowCount(); ++row) {
            if (settledName(shown.queue().at(row)->what) == name && which-- == 0)
                shown.list().setCurrentIndex(shown.queue().index(row));
        }
    };
    goTo("level", 0);
    CHECK(shown.queue().splitText(shown.current()) == QStringLiteral("2 ways"));
    QTest::keyClick(&shown.list(), Qt::Key_2);
    CHECK(shown.view.findChild<DecisionForm*>()->value() == "class");
    QTest::keyClicks(&shown.reason(), QStringLiteral("All pupils."));
    shown.settle();
    CHECK(shown.queue().settled() == 1);

    goTo("closeness", 0);
    CHECK(shown.queue().splitText(shown.current()) == QStringLiteral("1 of 2 yes"));
    QTest::keyClick(&shown.list(), Qt::Key_0);
    CHECK(shown.view.findChild<DecisionForm*>()->value() == "0");
    QTest::keyClicks(&shown.reason(), QStringLiteral("Only a word."));
    shown.settle();
    goTo("closeness", 1);
    const QStringList seen = words(shown.view);
    CHECK(seen.contains(QStringLiteral("R1, R2: Only a word.")));

    // The filter keeps one code, or what is open.
    auto* filter = shown.view.findChild<QComboBox*>(QString(), Qt::FindChildrenRecursively);
    REQUIRE(filter != nullptr);
    shown.queue().setFilter({"closeness", true});
    CHECK(shown.queue().rowCount() == 1);
    CHECK(shown.queue().total() == 3);
}

TEST_CASE("marks show the words that were coded", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    for (int row = 0; row < shown.queue().rowCount(); ++row) {
        if (shown.queue().at(row)->what.code == "closeness")
            shown.list().setCurrentIndex(shown.queue().index(row));
    }
    CHECK(shown.view.findChild<ReadingView*>()->shown().qt().size() > 5);
    CHECK(
        words(*shown.view.findChild<RaterSides*>()).contains(QStringLiteral("Completed without this code.")));
}

TEST_CASE("nothing is shown before a round is open, or to raters", "[consensus]") {
    DisputedStudy closed(false);
    {
        Shown shown(closed);
        CHECK(shown.queue().rowCount() == 0);
        CHECK(words(shown.view).contains(QStringLiteral("No round is open")));
        CHECK(shown.host.hints.isEmpty());
    }
    DisputedStudy opened(true);
    Shown shown(opened);
    CHECK(shown.host.hints.contains(QStringLiteral("settle")));
    const auto rater = take(shown.host.study().session().rater("R1"));
    shown.host.study().setViewer(rater);
    shown.view.onViewerChanged();
    shown.host.wait();
    CHECK(shown.queue().rowCount() == 0);
    CHECK(words(shown.view).contains(QStringLiteral("For the coordinator")));
    CHECK(shown.host.hints.isEmpty());
    for (const QString& each : words(shown.view))
        CHECK_FALSE(each.contains(QStringLiteral("R2")));
}

TEST_CASE("a remark is shown, and the definition changes because of it", "[consensus]") {
    DisputedStudy study(true);
    {
        auto session = take(service::Session::open(study.path(), service::OpenMode::ReadWrite));
        const auto unit = take(service::findUnit(*session, "P1/Q1"));
        take(service::addRemark(*session, {"rel1", unit.id, "closeness", "", "Say whether help counts."}));
    }
    Shown shown(study);
    for (int row = 0; row < shown.queue().rowCount(); ++row) {
        const service::Disagreement& each = shown.queue().at(row)->what;
        if (each.code == "closeness" && each.unitName == "P1/Q1")
            shown.list().setCurrentIndex(shown.queue().index(row));
    }
    REQUIRE(shown.current().code == "closeness");
    CHECK(words(*shown.view.findChild<BesidePanel*>()).contains(QStringLiteral("Say whether help counts.")));

    Q_EMIT shown.view.findChild<BesidePanel*>()->definitionWanted();
    auto* dialog = shown.view.findChild<DefinitionDialog*>();
    REQUIRE(dialog != nullptr);
    // The remark is proposed; nothing is written before a word changes.
    CHECK(dialog->remark()->currentText() == QStringLiteral("Say whether help counts."));
    dialog->accept();
    CHECK(dialog->isVisible());
    const std::int64_t before = shown.host.study().codebook()->version;
    dialog->definition()->setPlainText(QStringLiteral("Warmth; help counts."));
    dialog->accept();
    CHECK(dialog->problem().isEmpty());
    CHECK(shown.host.study().codebook()->version > before);
    const auto talk = take(service::discussion(shown.host.study().session(), "rel1", shown.current().unit));
    REQUIRE(talk.remarks.size() == 1);
    CHECK(talk.remarks[0].becameVersion == shown.host.study().codebook()->version);
}

TEST_CASE("a remark is written and kept by keyboard, and undone like the rest", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    QObject::connect(&shown.host.study(), &StudyContext::changed, &shown.view,
                     [&shown](const service::ChangeSet& change) { shown.view.onChanged(change); });
    const service::Disagreement here = shown.current();
    const QString words0 = QStringLiteral("Say whether help counts.");
    const auto isSaid = [&] { return words(*shown.view.findChild<BesidePanel*>()).contains(words0); };
    shown.host.actions().action(QStringLiteral("consensus.remark"))->trigger();
    const QPointer dialog = shown.view.findChild<RemarkDialog*>();
    REQUIRE(dialog != nullptr);
    QApplication::setActiveWindow(dialog);
    CHECK(dialog->focusWidget() == dialog->words());
    QTest::keyClick(dialog->words(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(dialog->isVisible()); // it says nothing yet
    QTest::keyClicks(dialog->words(), words0);
    QTest::keyClick(dialog->words(), Qt::Key_Tab);
    CHECK(dialog->focusWidget() != dialog->words());
    CHECK(dialog->words()->toPlainText() == words0);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(QTest::qWaitFor([&] { return !dialog || !dialog->isVisible(); }));
    CHECK(isSaid());
    CHECK(shown.host.toasts.size() == 1);
    CHECK(shown.current().unit == here.unit);

    const auto next = service::nextUndo(shown.host.study().session());
    REQUIRE(next);
    CHECK(actText(*next, *shown.host.study().codebook()) ==
          QStringLiteral("remark on ") + toQt(here.unitName));
    CHECK(shown.view.goToChange(*next));
    REQUIRE(shown.host.study().undo());
    CHECK_FALSE(isSaid());
    REQUIRE(shown.host.study().redo());
    CHECK(isSaid());
}

TEST_CASE("the definition is changed by keyboard from the difference", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    Actions& actions = shown.host.actions();
    actions.setCurrent(ActionContext::Consensus, true);
    CHECK_FALSE(actions.keyText(QStringLiteral("consensus.define")).isEmpty());
    for (int row = 0; row < shown.queue().rowCount(); ++row) {
        shown.list().setCurrentIndex(shown.queue().index(row));
        // A choice has levels, no definition of its own.
        CHECK(actions.enabledIds().contains(QStringLiteral("consensus.define")) ==
              !shown.current().code.empty());
    }
    while (shown.current().code.empty())
        shown.list().setCurrentIndex(shown.queue().index(shown.list().currentIndex().row() - 1));
    actions.action(QStringLiteral("consensus.define"))->trigger();
    const QPointer dialog = shown.view.findChild<DefinitionDialog*>();
    REQUIRE(dialog != nullptr);
    QApplication::setActiveWindow(dialog);
    QTest::keyClicks(dialog->definition(), QStringLiteral(" Help counts."));
    QTest::keyClick(dialog->definition(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(QTest::qWaitFor([&] { return !dialog || !dialog->isVisible(); }));
    CHECK(shown.host.toasts.size() == 1);
}

TEST_CASE("undo goes back to the difference that it opens again", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    QObject::connect(&shown.host.study(), &StudyContext::changed, &shown.view,
                     [&shown](const service::ChangeSet& change) { shown.view.onChanged(change); });
    const service::Disagreement first = shown.current();
    QTest::keyClick(&shown.list(), Qt::Key_1);
    QTest::keyClicks(&shown.reason(), QStringLiteral("It says so."));
    const auto decided = shown.view.findChild<DecisionForm*>()->value();
    REQUIRE(decided);
    shown.settle();
    REQUIRE(shown.current().unit != first.unit);
    REQUIRE(shown.host.study().undo());
    shown.host.wait();
    CHECK(shown.current().unit == first.unit);
    CHECK(settledName(shown.current()) == settledName(first));
    // What was decided, by whom and why stands there to be decided anew. Nobody is asked about it before it
    // is changed, as redo has it; and saving does not settle again what was just undone.
    const auto isThere = [&] {
        return shown.reason().toPlainText() == QLatin1String("It says so.") &&
               shown.view.findChild<DecisionForm*>()->value() == decided;
    };
    CHECK(isThere());
    CHECK(shown.view.unsaved().isEmpty());
    CHECK(shown.view.saveDraft());
    CHECK(shown.queue().settled() == 0);
    REQUIRE(shown.host.study().redo());
    shown.host.wait();
    CHECK(shown.view.unsaved().isEmpty());
    CHECK(shown.reason().toPlainText().isEmpty());
    REQUIRE(shown.host.study().undo());
    shown.host.wait();
    REQUIRE(shown.current().unit == first.unit);
    shown.list().setCurrentIndex(shown.queue().index(1));
    shown.list().setCurrentIndex(shown.queue().index(shown.queue().rowOf(first.unit, settledName(first))));
    CHECK(isThere());
    // Changed it is a draft as any other, until it is what it was.
    QTest::keyClicks(&shown.reason(), QStringLiteral("!"));
    CHECK_FALSE(shown.view.unsaved().isEmpty());
    QTest::keyClick(&shown.reason(), Qt::Key_Backspace);
    CHECK(shown.view.unsaved().isEmpty());
    SECTION("settled otherwise") {
        QTest::keyClicks(&shown.reason(), QStringLiteral(" Twice."));
        CHECK(shown.view.saveDraft());
        CHECK(shown.queue().settled() == 1);
        const auto talk = take(service::discussion(shown.host.study().session(), "rel1", first.unit));
        CHECK(talk.history.back().reason == "It says so. Twice.");
    }
    SECTION("thrown away") {
        shown.view.discardDraft();
        CHECK(shown.reason().toPlainText().isEmpty());
    }
    CHECK(shown.view.unsaved().isEmpty());
}

TEST_CASE("undo goes back to another difference of the same answer, too", "[consensus]") {
    DisputedStudy study(true, "class");
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    QObject::connect(&shown.host.study(), &StudyContext::changed, &shown.view,
                     [&shown](const service::ChangeSet& change) { shown.view.onChanged(change); });
    model::UnitId unit;
    for (int row = 0; row < shown.queue().rowCount(); ++row) {
        if (shown.queue().at(row)->what.unitName == "P1/Q1")
            unit = shown.queue().at(row)->what.unit;
    }
    std::vector<std::string> settled;
    for (int row = 0; row < shown.queue().rowCount(); ++row) {
        if (shown.queue().at(row)->what.unit != unit)
            continue;
        shown.list().setCurrentIndex(shown.queue().index(row));
        settled.push_back(settledName(shown.current()));
        QTest::keyClick(&shown.list(), Qt::Key_1);
        QTest::keyClicks(&shown.reason(), QStringLiteral("So."));
        shown.settle();
        shown.host.wait();
    }
    REQUIRE(settled.size() == 2);
    REQUIRE(shown.queue().settled() == 2);
    for (auto name = settled.rbegin(); name != settled.rend(); ++name) {
        REQUIRE(shown.host.study().undo());
        shown.host.wait();
        CHECK(shown.current().unit == unit);
        CHECK(settledName(shown.current()) == *name);
        CHECK(shown.reason().toPlainText() == QLatin1String("So."));
    }
    for (const std::string& name : settled) {
        REQUIRE(shown.host.study().redo());
        shown.host.wait();
        CHECK(settledName(shown.current()) == name);
    }
}

TEST_CASE("undo shows the decision that it takes back, one after the other", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    QObject::connect(&shown.host.study(), &StudyContext::changed, &shown.view,
                     [&shown](const service::ChangeSet& change) { shown.view.onChanged(change); });
    for (int row = 0; row < shown.queue().rowCount(); ++row) {
        if (shown.queue().at(row)->what.code == "closeness")
            shown.list().setCurrentIndex(shown.queue().index(row));
    }
    const service::Disagreement here = shown.current();
    const auto go = [&] {
        shown.list().setCurrentIndex(shown.queue().index(shown.queue().rowOf(here.unit, settledName(here))));
    };
    const auto decide = [&](Qt::Key digit, const char* why) {
        go();
        QTest::keyClick(&shown.list(), digit);
        shown.reason().setPlainText(QString::fromLatin1(why));
        shown.settle();
    };
    /// What stands as settled, and what the form has.
    const auto stands = [&](const char* settled, const char* value, const char* why) {
        go();
        CAPTURE(settled, value, why);
        CHECK(shown.current().settled.value_or("") == settled);
        CHECK(shown.view.findChild<DecisionForm*>()->value().value_or("") == value);
        CHECK(toUtf8(shown.reason().toPlainText()) == why);
        CHECK(shown.view.unsaved().isEmpty());
        CHECK(shown.view.saveDraft());
        CHECK(shown.current().settled.value_or("") == settled);
    };
    const auto undo = [&] {
        REQUIRE(shown.host.study().undo());
        shown.host.wait();
    };
    const auto redo = [&] {
        REQUIRE(shown.host.study().redo());
        shown.host.wait();
    };
    SECTION("another value") {
        decide(Qt::Key_1, "First.");
        decide(Qt::Key_0, "Second.");
        stands("0", "0", "");
        undo();
        stands("1", "0", "Second.");
        undo();
        stands("", "1", "First.");
        redo();
        stands("1", "0", "Second.");
        redo();
        stands("0", "0", "");
        // Taken back that is a step of its own, with nothing to decide anew.
        shown.host.actions().action(QStringLiteral("consensus.back"))->trigger();
        stands("", "", "");
        undo();
        stands("0", "0", "");
        undo();
        stands("1", "0", "Second.");
    }
    SECTION("the same value for another reason") {
        decide(Qt::Key_1, "First.");
        decide(Qt::Key_1, "Second.");
        undo();
        stands("1", "1", "Second.");
        undo();
        stands("", "1", "First.");
        // Settled anew goes on from there.
        decide(Qt::Key_0, "Third.");
        stands("0", "0", "");
        undo();
        stands("", "0", "Third.");
    }
    SECTION("the same decision twice") {
        decide(Qt::Key_1, "First.");
        decide(Qt::Key_0, "Second.");
        decide(Qt::Key_1, "First.");
        undo();
        stands("0", "1", "First.");
        undo();
        stands("1", "0", "Second.");
        redo();
        stands("0", "1", "First.");
        redo();
        stands("1", "1", "");
    }
}

TEST_CASE("a remark that is left half-way is there the next time", "[consensus][typed]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    const auto open = [&shown]() -> RemarkDialog& {
        shown.host.actions().action(QStringLiteral("consensus.remark"))->trigger();
        RemarkDialog* found = nullptr;
        for (auto* each : shown.view.findChildren<RemarkDialog*>())
            found = each->isVisible() ? each : found;
        REQUIRE(found != nullptr);
        return *found;
    };
    RemarkDialog& first = open();
    CHECK(shown.view.unsaved().isEmpty());
    QTest::keyClicks(first.words(), QStringLiteral("Help counts."));
    QTest::keyClick(first.words(), Qt::Key_Escape);
    CHECK_FALSE(shown.view.unsaved().isEmpty());
    SECTION("it stays with its difference") {
        shown.list().setCurrentIndex(shown.queue().index(1));
        RemarkDialog& other = open();
        CHECK(other.words()->toPlainText().isEmpty());
        other.reject();
        shown.list().setCurrentIndex(shown.queue().index(0));
        RemarkDialog& again = open();
        CHECK(again.words()->toPlainText() == QLatin1String("Help counts."));
        again.accept();
    }
    SECTION("saved") {
        CHECK(shown.view.saveDraft());
    }
    SECTION("thrown away") {
        shown.view.discardDraft();
        RemarkDialog& again = open();
        CHECK(again.words()->toPlainText().isEmpty());
        again.reject();
    }
    CHECK(shown.view.unsaved().isEmpty());
}

TEST_CASE("who is asked hears of decisions and of remarks, and how many", "[consensus][typed]") {
    DisputedStudy study(true);
    Shown shown(study);
    shown.host.actions().setCurrent(ActionContext::Consensus, true);
    const auto leaveRemark = [&shown](int row) {
        shown.list().setCurrentIndex(shown.queue().index(row));
        shown.host.actions().action(QStringLiteral("consensus.remark"))->trigger();
        for (auto* each : shown.view.findChildren<RemarkDialog*>()) {
            if (!each->isVisible())
                continue;
            QTest::keyClicks(each->words(), QStringLiteral("Help counts."));
            QTest::keyClick(each->words(), Qt::Key_Escape);
        }
    };
    const QString oneDecision = QStringLiteral("A decision was begun and not taken yet.");
    const QString oneRemark = QStringLiteral("A remark was typed and not kept yet.");
    leaveRemark(0);
    CHECK(shown.view.unsaved() == oneRemark);
    shown.list().setCurrentIndex(shown.queue().index(1));
    QTest::keyClick(&shown.list(), Qt::Key_1);
    CHECK(shown.view.unsaved() == oneDecision + u' ' + oneRemark);
    leaveRemark(2);
    const QString twoRemarks = QStringLiteral("2 remarks were typed and not kept yet.");
    CHECK(shown.view.unsaved() == oneDecision + u' ' + twoRemarks);
    QTest::keyClick(&shown.list(), Qt::Key_1);
    CHECK(shown.view.unsaved() ==
          QStringLiteral("Decisions on 2 differences were begun and not taken yet. ") + twoRemarks);
    shown.view.discardDraft();
    CHECK(shown.view.unsaved().isEmpty());
}

TEST_CASE("everything is within reach at twice the size", "[consensus]") {
    DisputedStudy study(true);
    Shown shown(study);
    const double before = theme().scale();
    for (const double scale : {1.0, 1.5, 2.0}) {
        CAPTURE(scale);
        theme().setScale(scale);
        for (const QSize size : {QSize(1240, 800), QSize(860, 600)}) {
            CAPTURE(size.width());
            shown.view.resize(size);
            QCoreApplication::processEvents();
            // Nothing runs out of the window at the right, and no button is cut.
            for (const auto* button : shown.view.findChildren<KeyButton*>()) {
                if (!button->isVisible())
                    continue;
                CAPTURE(button->text().toStdString());
                const QPoint corner = button->mapTo(&shown.view, QPoint(button->width(), 0));
                CHECK(corner.x() <= shown.view.width());
                if (scale < 2 || size.width() > 1000)
                    CHECK(button->width() >= button->sizeHint().width());
            }
            auto* form = shown.view.findChild<DecisionForm*>();
            const auto fields = form->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
            for (const QWidget* one : fields) {
                for (const QWidget* other : fields) {
                    if (one != other && one->isVisible() && other->isVisible())
                        CHECK_FALSE(one->geometry().intersects(other->geometry()));
                }
            }
        }
    }
    theme().setScale(before);
}
