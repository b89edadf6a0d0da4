// SPDX-License-Identifier: GPL-3.0-or-later
// The case and the questions typed in the window: languages, the mark of a stand-in, what is refused, and
// that nothing typed is lost by one key.
#include "results_host.h"
#include "service/instrument.h"
#include "ui/app/main_window.h"
#include "ui/components/controls.h"
#include "ui/dialogs/instrument_dialog.h"
#include "ui/views/rate/case_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

/// A study from the template, whose wording is a stand-in; the session is closed.
struct TemplateStudy : StudyFixture {
    TemplateStudy()
        : StudyFixture("relationship-vignette") {
        session.reset();
    }
};

} // namespace

TEST_CASE("the study's own wording is typed in each language, and takes the mark of a stand-in off",
          "[study][dialogs]") {
    const TemplateStudy study;
    ResultsHost host(study.path());
    const model::Instrument before = take(host.study().session().instrument());
    REQUIRE(before.isStandIn);
    InstrumentDialog dialog(host.study(), before);
    dialog.show();
    dialog.setLanguage("nl");
    CHECK(dialog.caseField()->toPlainText() == toQt(before.caseText.in("nl")));
    CHECK(dialog.standIn()->isChecked());
    CHECK_FALSE(dialog.saveButton()->isEnabled());
    dialog.caseField()->setPlainText(QStringLiteral("Noor zit stil.\n\nZe kijkt weg.\n"));
    CHECK_FALSE(dialog.standIn()->isChecked());
    CHECK(dialog.saveButton()->isEnabled());
    // As it was: a stand-in again.
    dialog.caseField()->setPlainText(toQt(before.caseText.in("nl")));
    CHECK(dialog.standIn()->isChecked());
    CHECK_FALSE(dialog.saveButton()->isEnabled());
    dialog.caseField()->setPlainText(QStringLiteral("Noor zit stil.\n\nZe kijkt weg.\n"));
    dialog.setLanguage("en");
    CHECK(dialog.caseField()->toPlainText() == toQt(before.caseText.in("en")));
    dialog.wordingField(0)->setPlainText(QStringLiteral("What strikes you?"));
    // Part of it still is one: said by hand, it stays so.
    dialog.standIn()->click();
    dialog.wordingField(1)->setPlainText(QStringLiteral("Which concepts?"));
    CHECK(dialog.standIn()->isChecked());
    dialog.standIn()->click();

    // What another window changed meanwhile stays.
    model::Instrument elsewhere = before;
    elsewhere.prompts[2].wording.byLanguage["en"] = "What would you do?";
    take(service::putInstrument(host.study().session(), elsewhere));

    QSignalSpy saved(&dialog, &InstrumentDialog::saved);
    QSignalSpy changed(&host.study(), &StudyContext::changed);
    dialog.saveButton()->click();
    CHECK(saved.count() == 1);
    CHECK(changed.count() == 1);
    const model::Instrument now = take(host.study().session().instrument());
    CHECK_FALSE(now.isStandIn);
    CHECK(now.caseText.in("nl") == "Noor zit stil.\n\nZe kijkt weg.");
    CHECK(now.caseText.in("en") == before.caseText.in("en"));
    CHECK(now.prompts[0].wording.in("en") == "What strikes you?");
    CHECK(now.prompts[2].wording.in("en") == "What would you do?");
    CHECK(now.prompts[0].name == before.prompts[0].name);
}

TEST_CASE("what was typed of the questions stays where it is refused, and goes only by a second Esc",
          "[study][dialogs]") {
    const TemplateStudy study;
    ResultsHost host(study.path());
    const model::Instrument before = take(host.study().session().instrument());
    InstrumentDialog dialog(host.study(), before);
    dialog.show();
    for (const char* language : {"en", "nl"}) {
        dialog.setLanguage(language);
        dialog.wordingField(0)->setPlainText({});
    }
    dialog.saveButton()->click();
    CHECK(dialog.isVisible());
    CHECK(dialog.problem().contains(QStringLiteral("Q1")));
    dialog.wordingField(0)->setPlainText(QStringLiteral("Wat?"));
    CHECK(dialog.problem().isEmpty());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    CHECK(dialog.isVisible());
    CHECK_FALSE(dialog.problem().isEmpty());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    CHECK_FALSE(dialog.isVisible());
    CHECK(take(host.study().session().instrument()).prompts[0].wording == before.prompts[0].wording);
}

TEST_CASE("the case is edited from any view by the coordinator, and from the mark of a stand-in",
          "[study][dialogs]") {
    StudyFixture study;
    setenv("XDG_CACHE_HOME", study.scratch.file("cache-home").c_str(), 1);
    model::Instrument standIn = take(study.session->instrument());
    standIn.isStandIn = true;
    take(service::putInstrument(*study.session, standIn));
    study.session.reset();
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    REQUIRE(window.openStudy(toQt(study.path())));
    QAction* action = window.actions().action(QStringLiteral("tools.instrument"));
    for (const char* view : {"overview", "sources", "codebook", "rate-answers"}) {
        window.openView(QLatin1String(view));
        CHECK(action->isEnabled());
    }
    auto* panel = window.findChild<CasePanel*>();
    REQUIRE(panel != nullptr);
    const auto mark = [panel] {
        const auto buttons = panel->findChildren<KeyButton*>();
        return buttons.isEmpty() ? nullptr : buttons.front();
    };
    REQUIRE(mark() != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return !mark()->isHidden(); }, 5000));
    mark()->click();
    auto* dialog = window.findChild<InstrumentDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->isVisible());
    dialog->caseField()->setPlainText(QStringLiteral("Our case."));
    dialog->saveButton()->click();
    CHECK(QTest::qWaitFor([&] { return mark()->isHidden(); }, 5000));
    CHECK(window.actions().action(QStringLiteral("edit.undo"))->text().contains(QStringLiteral("questions")));
    REQUIRE(window.lookAs(QStringLiteral("R1")));
    CHECK_FALSE(action->isEnabled());
}
