// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing packs back by keys: choosing the files, where one looks for them, and what came of it.
#include "results_host.h"
#include "service/assigning.h"
#include "service/packing.h"
#include "support/catch.hpp"
#include "ui/app/settings.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/dialogs/merge_dialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QTimer>

using namespace rapport;
using namespace rapport::ui;
using namespace rapport::test;

namespace {

/// Presses the button that has the keyboard with Enter, and answers the dialog for files that comes of it.
QString chooseWith(MergeDialog& merging, const QString& file) {
    QString folder;
    QTimer::singleShot(0, &merging, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return;
        folder = dialog->directory().absolutePath();
        dialog->selectFile(file);
        QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
    });
    QTest::keyClick(merging.focusWidget(), Qt::Key_Return);
    return folder;
}

} // namespace

TEST_CASE("packs are brought back by Enter after Enter, from where the study is", "[dialogs][merge]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    request.raters = {"R1"};
    take(service::assign(host.study().session(), request));
    const QString own = toQt(study.scratch.path().string());
    const QString pack = own + QStringLiteral("/back/R1.rpack");
    REQUIRE(QDir(own).mkdir(QStringLiteral("back")));
    take(service::pack(host.study().session(), {"R1", toUtf8(pack), ""}));
    remember(QStringLiteral("window/folder"), QString());
    MergeDialog merging(host);
    merging.show();
    QApplication::setActiveWindow(&merging);
    CHECK(chooseWith(merging, pack) == QDir(own).absolutePath());
    CHECK(remembered(QStringLiteral("window/folder")).toString() == own + QStringLiteral("/back"));
    const auto* button = qobject_cast<KeyButton*>(merging.focusWidget());
    REQUIRE(button != nullptr);
    CHECK(button->text() == QLatin1String("Bring in"));
    QTest::keyClick(merging.focusWidget(), Qt::Key_Return);
    host.wait();
    CHECK(merging.isDone());
    // More of them may follow.
    merging.setFiles({pack});
    CHECK_FALSE(merging.isDone());
    remember(QStringLiteral("window/folder"), QString());
}

TEST_CASE("sealed packs ask for the passphrase first", "[dialogs][merge]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    request.raters = {"R1"};
    take(service::assign(host.study().session(), request));
    const std::string sealed = study.scratch.file("R1.rpack");
    take(service::pack(host.study().session(), {"R1", sealed, "river delta morning"}));
    MergeDialog merging(host);
    merging.show();
    QApplication::setActiveWindow(&merging);
    merging.setFiles({toQt(sealed)});
    CHECK(merging.focusWidget() == merging.passphrase());
}

TEST_CASE("what a pack brought names a unit of what was refused, as the command line does",
          "[dialogs][merge]") {
    service::MergedFile file;
    file.file = "R1.rpack";
    file.refused.push_back({base::Phrase("the unit is not assigned"), 3, "P1/Q1"});
    CHECK(mergedText(file).contains(QLatin1String("(for instance P1/Q1)")));
    file.refused.front().example.clear();
    CHECK_FALSE(mergedText(file).contains(QLatin1String("for instance")));
}

TEST_CASE("one of a kind that came in is said as one", "[dialogs][merge]") {
    service::MergedFile file;
    file.file = "R1.rpack";
    file.added = 1;
    file.codings = 1;
    file.alreadyThere = 1;
    CHECK(mergedText(file) ==
          "R1.rpack: 1 act came in: 1 coding, 0 completions, 0 memos. 1 act was here already.");
    file.added = 3;
    file.codings = 2;
    file.alreadyThere = 4;
    CHECK(mergedText(file) ==
          "R1.rpack: 3 acts came in: 2 codings, 0 completions, 0 memos. 4 acts were here already.");
    file.added = 0;
    file.alreadyThere = 1;
    CHECK(mergedText(file) == "R1.rpack: nothing new, 1 act was here already.");
}
