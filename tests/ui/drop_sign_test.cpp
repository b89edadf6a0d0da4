// SPDX-License-Identifier: GPL-3.0-or-later
// What is dropped on the window, with a study open and without.
#include "rate_study.h"
#include "support/catch.hpp"
#include "ui/app/drop_sign.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/new_study_dialog.h"

#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace rapport;
using namespace rapport::ui;
using namespace rapport::test;

namespace {

/// Carries the file over the window; the sign's words.
QString carry(MainWindow& window, const QString& file, bool isDropped) {
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    CHECK(enter.isAccepted());
    const auto* sign = window.findChild<DropSign*>();
    REQUIRE(sign != nullptr);
    CHECK_FALSE(sign->isHidden());
    const QString said = sign->text();
    if (isDropped) {
        QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
        QTest::qWait(10);
    } else {
        QDragLeaveEvent leave;
        QApplication::sendEvent(&window, &leave);
    }
    CHECK(sign->isHidden());
    return said;
}

} // namespace

TEST_CASE("a table that is dropped without a study begins one", "[shell]") {
    const ScratchFolder scratch;
    const QString file = QString::fromStdString(scratch.write("answers.csv", "participant,Q1\nP1,good\n"));
    auto* window = new MainWindow;
    window->show();
    CHECK(carry(*window, file, false) == QStringLiteral("Drop to begin a new study with answers.csv"));
    CHECK(window->findChild<NewStudyDialog*>() == nullptr);
    carry(*window, file, true);
    CHECK(window->findChild<NewStudyDialog*>() != nullptr);
    delete window;
}

TEST_CASE("a table that is dropped on a study is imported", "[shell]") {
    RateStudy study(3);
    REQUIRE(study.window->lookAs(QString()));
    const QString file =
        QString::fromStdString(study.scratch.write("more.csv", "participant,Q1\nP901,good\n"));
    const QString said = carry(*study.window, file, true);
    CHECK(said == QStringLiteral("Drop to import more.csv into this study"));
    auto* dialog = study.window->findChild<ImportDialog*>();
    REQUIRE(dialog != nullptr);
    dialog->reject();
}

TEST_CASE("nothing but a study is dropped on a rater's window", "[shell]") {
    RateStudy study(3); // R1 looks
    MainWindow& window = *study.window;
    const QString file =
        QString::fromStdString(study.scratch.write("more.csv", "participant,Q1\nP901,good\n"));
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    CHECK_FALSE(enter.isAccepted());
    CHECK(window.findChild<DropSign*>()->isHidden());
    // However the files come: no wizard that would end in a refusal.
    window.importFiles({file}, service::ImportKind::Detect);
    CHECK(window.findChild<ImportDialog*>() == nullptr);
    CHECK(carry(window, QString::fromStdString(study.path), false) ==
          QStringLiteral("Drop to open study.rapport"));
}
