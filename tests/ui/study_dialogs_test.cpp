// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs for what changes a study as a whole: codes renamed, merged, split and retired, with undo; the
// history; a participant who withdraws.
#include "results_host.h"
#include "service/assigning.h"
#include "service/codebook_changes.h"
#include "ui/bridge/act_text.h"
#include "ui/bridge/code_look.h"
#include "ui/components/controls.h"
#include "ui/dialogs/code_change_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/forget_dialog.h"
#include "ui/dialogs/history_dialog.h"
#include "ui/dialogs/merge_dialog.h"
#include "ui/dialogs/pack_dialog.h"
#include "ui/views/study/codebook_view.h"
#include "ui/views/study/sources_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

model::CodeId codeOf(ResultsHost& host, const char* name) {
    const auto found = host.study().codebook()->code(name);
    REQUIRE(found.code != nullptr);
    return found.code->id;
}

QString titleOf(ResultsHost& host, const char* name) {
    return lookOf(*host.study().codebook()->code(name).code).title;
}

} // namespace

TEST_CASE("a code is renamed, and the name comes back with undo", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodeChangeDialog dialog(host.study(), CodeChange::Rename, codeOf(host, "closeness"), 7);
    CHECK(dialog.consequence().contains(QLatin1Char('7')));
    QTest::keyClicks(dialog.nameField(0), QStringLiteral("Nearness"));
    dialog.nameField(1)->setText(QStringLiteral("nearness"));
    QTest::keyClick(dialog.nameField(1), Qt::Key_Return);
    CHECK(dialog.result() == QDialog::Accepted);
    REQUIRE(host.study().codebook()->code("nearness").code != nullptr);
    CHECK(titleOf(host, "nearness") == QStringLiteral("Nearness"));
    CHECK(host.study().codebook()->code("closeness").code == nullptr);
    REQUIRE(host.study().undo());
    CHECK(host.study().codebook()->code("closeness").code != nullptr);
}

TEST_CASE("a name that is taken is refused, and the dialog keeps its text", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodeChangeDialog dialog(host.study(), CodeChange::Rename, codeOf(host, "closeness"), std::nullopt);
    dialog.nameField(1)->setText(QStringLiteral("conflict"));
    dialog.accept();
    CHECK_FALSE(dialog.problem().isEmpty());
    CHECK(dialog.result() != QDialog::Accepted);
    CHECK(dialog.nameField(1)->text() == QStringLiteral("conflict"));
    dialog.nameField(1)->clear();
    CHECK(dialog.problem().isEmpty());
    dialog.accept(); // nothing to rename to
    CHECK(host.study().codebook()->code("closeness").code != nullptr);
}

TEST_CASE("codes are merged into one of them or into a new one", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodeChangeDialog dialog(host.study(), CodeChange::Merge, codeOf(host, "closeness"), 3);
    dialog.accept(); // nothing chosen yet
    CHECK(dialog.result() != QDialog::Accepted);
    QCheckBox* partner = dialog.partner(titleOf(host, "conflict"));
    REQUIRE(partner != nullptr);
    partner->setChecked(true);
    CHECK(dialog.into()->count() == 3);
    CHECK_FALSE(dialog.nameField(0)->isEnabled());
    dialog.into()->setCurrentIndex(2);
    CHECK(dialog.nameField(0)->isEnabled());
    dialog.accept(); // without a name
    CHECK(dialog.result() != QDialog::Accepted);
    dialog.nameField(0)->setText(QStringLiteral("relation"));
    dialog.accept();
    INFO(dialog.problem().toStdString());
    REQUIRE(dialog.result() == QDialog::Accepted);
    CHECK(host.study().codebook()->code("relation").code != nullptr);
    CHECK(host.study().codebook()->code("closeness").code == nullptr);
    REQUIRE(host.study().undo());
    CHECK(host.study().codebook()->code("closeness").code != nullptr);
    CHECK(host.study().codebook()->code("conflict").code != nullptr);
}

TEST_CASE("a code is split, and its codings wait for a choice", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodeChangeDialog dialog(host.study(), CodeChange::Split, codeOf(host, "closeness"), 3);
    dialog.nameField(0)->setText(QStringLiteral("warmth"));
    dialog.accept();
    CHECK(dialog.result() != QDialog::Accepted);
    dialog.nameField(1)->setText(QStringLiteral("trust"));
    dialog.accept();
    INFO(dialog.problem().toStdString());
    REQUIRE(dialog.result() == QDialog::Accepted);
    CHECK(host.study().codebook()->code("warmth").code != nullptr);
    CHECK(host.study().codebook()->code("trust").code != nullptr);
    CHECK_FALSE(take(service::codingsToRecode(host.study().session(), false)).empty());
}

TEST_CASE("a code is retired after saying what stays", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodeChangeDialog dialog(host.study(), CodeChange::Retire, codeOf(host, "closeness"), 0);
    CHECK_FALSE(dialog.consequence().isEmpty());
    dialog.accept();
    CHECK(host.study().codebook()->code("closeness").code == nullptr);
    REQUIRE(host.study().undo());
    CHECK(host.study().codebook()->code("closeness").code != nullptr);
}

TEST_CASE("a split asks for titles and makes short names of them", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodeChangeDialog dialog(host.study(), CodeChange::Split, codeOf(host, "closeness"), 3);
    dialog.nameField(0)->setText(QStringLiteral("Band genoemd"));
    dialog.nameField(1)->setText(QStringLiteral("Band gevoeld?"));
    dialog.accept();
    INFO(dialog.problem().toStdString());
    REQUIRE(dialog.result() == QDialog::Accepted);
    CHECK(titleOf(host, "band_genoemd") == QStringLiteral("Band genoemd"));
    CHECK(titleOf(host, "band_gevoeld") == QStringLiteral("Band gevoeld?"));
    // Undo says what it undid.
    const auto undone = host.study().undo();
    REQUIRE(undone);
    CHECK(actText(*undone, *host.study().codebook()).endsWith(QStringLiteral("split")));
}

TEST_CASE("Enter does what the button says", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    {
        CodeChangeDialog dialog(host.study(), CodeChange::Retire, codeOf(host, "closeness"), 0);
        dialog.show();
        QApplication::setActiveWindow(&dialog);
        REQUIRE(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        CHECK(dialog.result() == QDialog::Accepted);
        CHECK(host.study().codebook()->code("closeness").code == nullptr);
        REQUIRE(host.study().undo());
    }
    {
        // On the button of the way back it goes back.
        CodeChangeDialog dialog(host.study(), CodeChange::Retire, codeOf(host, "closeness"), 0);
        dialog.show();
        for (KeyButton* button : dialog.findChildren<KeyButton*>()) {
            if (button->text() == QLatin1String("Cancel"))
                button->setFocus();
        }
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Enter, Qt::KeypadModifier);
        CHECK(dialog.isHidden());
        CHECK(dialog.result() == QDialog::Rejected);
        CHECK(host.study().codebook()->code("closeness").code != nullptr);
    }
    // Where a choice has the keyboard the dialog's act is meant; it asks for a file.
    const auto asksForFile = [](QDialog& dialog) {
        bool wasAsked = false;
        QTimer::singleShot(0, &dialog, [&wasAsked] {
            wasAsked = true;
            if (QWidget* asked = QApplication::activeModalWidget())
                asked->close();
            else
                wasAsked = false;
        });
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QTest::qWait(20);
        return wasAsked;
    };
    ExportDialog exporting(host);
    exporting.show();
    CHECK(asksForFile(exporting));
    PackDialog packing(host);
    packing.show();
    CHECK(asksForFile(packing));
}

TEST_CASE("the codebook view offers its changes to the coordinator, not over unsaved words", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodebookView view(host, nullptr);
    view.resize(1200, 800);
    view.show();
    view.activated();
    host.wait();
    host.actions().setCurrent(ActionContext::Codebook, true);
    ViewTarget target;
    target.code = codeOf(host, "closeness");
    view.open(target);
    host.actions().action(QStringLiteral("codebook.rename"))->trigger();
    auto* dialog = view.findChild<CodeChangeDialog*>();
    REQUIRE(dialog != nullptr);
    dialog->nameField(0)->setText(QStringLiteral("Nearness"));
    dialog->accept();
    CHECK(titleOf(host, "closeness") == QStringLiteral("Nearness"));
    CHECK(host.toasts.size() == 1);
    host.study().setViewer(take(host.study().session().rater("R1")));
    view.onViewerChanged();
    CHECK_FALSE(host.actions().action(QStringLiteral("codebook.retire"))->isEnabled());
}

TEST_CASE("the history tells who did what, and narrows", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    HistoryDialog dialog(host.study(), host.jobs(), {});
    const QAbstractItemModelTester tester(&dialog.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    host.wait();
    const int all = dialog.model().rowCount();
    CHECK(all > 10);
    for (int row = 0; row < all; ++row) {
        for (int column = 0; column < HistoryModel::Code; ++column) {
            CAPTURE(row, column);
            CHECK_FALSE(dialog.model().index(row, column).data().toString().isEmpty());
        }
        CHECK_FALSE(
            dialog.model().index(row, HistoryModel::Act).data().toString().contains(QLatin1Char('-')));
    }
    // Newest first.
    REQUIRE(dialog.model().row(0) != nullptr);
    CHECK(dialog.model().row(0)->position > dialog.model().row(all - 1)->position);
    service::HistoryRequest narrow;
    narrow.rater = "R2";
    narrow.code = "closeness";
    HistoryDialog narrowed(host.study(), host.jobs(), narrow);
    host.wait();
    CHECK(narrowed.model().rowCount() > 0);
    CHECK(narrowed.model().rowCount() < all);
    for (int row = 0; row < narrowed.model().rowCount(); ++row)
        CHECK(narrowed.model().index(row, HistoryModel::Who).data().toString() == QLatin1String("R2"));
    narrow.unit = "nothing";
    HistoryDialog none(host.study(), host.jobs(), narrow);
    host.wait();
    CHECK(none.model().rowCount() == 0);
    CHECK_FALSE(none.note().isEmpty());
}

TEST_CASE("a participant is forgotten after typing the name, and not before", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const auto before = take(host.study().session().position());
    ForgetDialog dialog(host, "nobody");
    QSignalSpy previewed(&dialog, &ForgetDialog::previewed);
    REQUIRE(previewed.wait(30000));
    CHECK_FALSE(dialog.preview().isEmpty());
    dialog.confirmation()->setText(QStringLiteral("nobody"));
    dialog.accept();
    CHECK_FALSE(dialog.isDone());
    dialog.name()->setText(QStringLiteral("P1"));
    dialog.confirmation()->setText(QStringLiteral("P1"));
    dialog.accept(); // before it is known what goes
    CHECK_FALSE(dialog.isDone());
    REQUIRE(previewed.wait(30000));
    dialog.confirmation()->clear();
    CHECK(dialog.preview().contains(QLatin1Char('.')));
    dialog.accept();
    CHECK_FALSE(dialog.isDone());
    CHECK(take(host.study().session().position()) == before);
    dialog.confirmation()->setText(QStringLiteral("P1"));
    QStringList announced;
    QObject::connect(&host.study(), &StudyContext::changed,
                     [&announced](const service::ChangeSet& change) { announced.append(toQt(change.act)); });
    QSignalSpy forgotten(&dialog, &ForgetDialog::forgotten);
    dialog.accept();
    CHECK_FALSE(dialog.isDone()); // the window goes on meanwhile
    REQUIRE(forgotten.wait(30000));
    INFO(dialog.problem().toStdString());
    CHECK(dialog.isDone());
    CHECK(announced == QStringList{QStringLiteral("forget")});
    // The window's own session does not keep others from emptying the log.
    CHECK_FALSE(dialog.preview().contains(QLatin1String("log")));
    CHECK(take(host.study().session().position()) > before);
    CHECK_FALSE(dialog.preview().isEmpty());
}

TEST_CASE("selected words are blotted out in the text that is shown", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    SourcesView view(host, nullptr);
    view.resize(1200, 800);
    view.show();
    view.activated();
    host.wait();
    host.actions().setCurrent(ActionContext::Sources, true);
    host.actions().action(QStringLiteral("sources.redact"))->trigger();
    CHECK(host.toasts.size() == 1); // nothing is selected yet
    const auto items = take(service::units(host.study().session(), {}));
    REQUIRE_FALSE(items.empty());
    ViewTarget target;
    target.source = items.front().source;
    target.range = text::TextRange{text::CodePoints(0), text::CodePoints(3)};
    view.open(target);
    host.wait();
    host.actions().action(QStringLiteral("sources.redact"))->trigger();
    auto* box = view.findChild<QMessageBox*>();
    REQUIRE(box != nullptr);
    for (QAbstractButton* button : box->buttons()) {
        if (button->text() == QLatin1String("Blot out here"))
            button->click();
    }
    host.wait();
    INFO((host.errors.empty() ? std::string() : base::describe(host.errors.front())));
    CHECK(host.errors.empty());
    const auto texts = take(service::unitTexts(host.study().session(), {items.front().id}));
    CHECK(texts.front().starts_with("\xE2\x96\x88"));
    CHECK(host.toasts.back().contains(QStringLiteral("Imported files that were emptied: ")));
}

TEST_CASE("a pack is made for a rater and comes back, once", "[dialogs][packs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const QString file = toQt(study.scratch.file("R1.rpack"));
    {
        service::AssignRequest request;
        request.round = "main";
        request.kind = model::RoundKind::Main;
        request.raters = {"R1"};
        take(service::assign(host.study().session(), request));
    }
    PackDialog dialog(host);
    dialog.rater()->setCurrentIndex(dialog.rater()->findText(QStringLiteral("R1")));
    CHECK(dialog.fileName() == QStringLiteral("R1.rpack"));
    dialog.passphrase(0)->setText(QStringLiteral("secret words"));
    dialog.passphrase(1)->setText(QStringLiteral("other words"));
    CHECK_FALSE(dialog.problem().isEmpty());
    dialog.passphrase(0)->clear();
    dialog.passphrase(1)->clear();
    CHECK(dialog.problem().isEmpty());
    QSignalSpy packed(&dialog, &PackDialog::packed);
    dialog.packTo(file);
    host.wait();
    INFO(dialog.problem().toStdString());
    REQUIRE(packed.size() == 1);
    REQUIRE(packed.front().front().toString() == file);
    CHECK(host.toasts.back().contains(file));
    // A file that is there is not overwritten.
    PackDialog again(host);
    again.rater()->setCurrentIndex(again.rater()->findText(QStringLiteral("R1")));
    again.packTo(file);
    host.wait();
    CHECK_FALSE(again.problem().isEmpty());

    {
        // It opens like a study, and only its rater is in it.
        StudyContext pack;
        REQUIRE(pack.open(file));
        REQUIRE(pack.viewer());
        CHECK(pack.viewer()->name == "R1");
    }
    MergeDialog merging(host);
    merging.accept(); // no files yet
    CHECK(merging.report().isEmpty());
    merging.setFiles({file});
    merging.accept();
    host.wait();
    INFO(merging.report().toStdString());
    CHECK(merging.isDone());
    CHECK(merging.report().contains(QLatin1String("R1.rpack")));
    MergeDialog wrong(host);
    wrong.setFiles({toQt(study.scratch.write("not-a-pack.rapport", "nothing of the kind"))});
    wrong.accept();
    host.wait();
    CHECK_FALSE(wrong.isDone());
    CHECK_FALSE(wrong.report().isEmpty());
}
