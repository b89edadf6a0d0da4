// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed packs, backups and the way back to one, in the real window.
#include "rate_study.h"
#include "service/packing.h"
#include "service/safekeeping.h"
#include "service/saved_searches.h"
#include "ui/app/status_line.h"
#include "ui/components/small_parts.h"
#include "ui/components/toast.h"
#include "ui/dialogs/backups_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/kept_words.h"
#include "ui/dialogs/unseal_dialog.h"
#include "ui/views/study/overview_view.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <algorithm>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

constexpr base::SealCost cheap{1, 8192};

void wait(MainWindow& window) {
    QTest::qWait(20);
    REQUIRE(QTest::qWaitFor([&window] { return !window.jobs().isBusy(); }, 30000));
    QCoreApplication::processEvents();
}

/// As the clock of the system goes on by itself in the window, tests only count.
int backupsOf(MainWindow& window) {
    return int(take(service::backups(window.study().session())).size());
}

} // namespace

TEST_CASE("a sealed pack asks for its passphrase, tells a wrong one, and opens beside itself",
          "[dialogs][packs]") {
    RateStudy study;
    const QString file = toQt(study.scratch.file("R1.rpack"));
    service::PackRequest request{"R1", toUtf8(file), "Right Words"};
    request.cost = cheap;
    take(service::pack(*take(service::Session::open(study.path, service::OpenMode::ReadWrite)), request));
    study.window->study().close();
    CHECK_FALSE(study.window->openStudy(file));
    auto* dialog = study.window->findChild<UnsealDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK_FALSE(QFileInfo::exists(dialog->target()));
    QSignalSpy refused(dialog, &UnsealDialog::refused);
    dialog->accept(); // nothing typed
    CHECK(dialog->problem().isEmpty());
    dialog->passphrase()->setText(QStringLiteral("right words"));
    dialog->accept();
    REQUIRE(refused.wait(30000));
    CHECK(dialog->problem().contains(QLatin1String("passphrase")));
    CHECK_FALSE(QFileInfo::exists(dialog->target()));
    QTest::keyClicks(dialog->passphrase(), QStringLiteral("Right Words"));
    CHECK(dialog->problem().isEmpty());
    const QString target = dialog->target();
    QTest::keyClick(dialog->passphrase(), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return study.window->study().isOpen(); }, 30000));
    CHECK(study.window->study().path() == target);
    REQUIRE(study.window->study().viewer());
    CHECK(study.window->study().viewer()->name == "R1");

    // The next time what was opened is gone on with: the work is there.
    study.window->study().close();
    CHECK_FALSE(study.window->openStudy(file));
    UnsealDialog again(study.window->jobs(), file);
    CHECK(again.target() == target);
    CHECK(again.passphrase()->isHidden());
    QSignalSpy opened(&again, &UnsealDialog::opened);
    again.accept();
    REQUIRE(opened.size() == 1);
    CHECK(opened.front().front().toString() == target);
}

TEST_CASE("a sealed file that was cut off is told, and nothing is left", "[dialogs][packs]") {
    RateStudy study;
    const QString file = toQt(study.scratch.file("R1.rpack"));
    service::PackRequest request{"R1", toUtf8(file), "words"};
    request.cost = cheap;
    take(service::pack(*take(service::Session::open(study.path, service::OpenMode::ReadWrite)), request));
    QFile whole(file);
    REQUIRE(whole.open(QIODevice::ReadWrite));
    REQUIRE(whole.resize(whole.size() - 100));
    whole.close();
    UnsealDialog dialog(study.window->jobs(), file);
    QSignalSpy refused(&dialog, &UnsealDialog::refused);
    dialog.passphrase()->setText(QStringLiteral("words"));
    dialog.accept();
    REQUIRE(refused.wait(30000));
    CHECK_FALSE(dialog.problem().isEmpty());
    CHECK_FALSE(dialog.problem().contains(QLatin1String("does not open it")));
    CHECK_FALSE(QFileInfo::exists(dialog.target()));
}

TEST_CASE("the window keeps a backup after opening, by itself, and not again where nothing changed",
          "[dialogs]") {
    RateStudy study;
    MainWindow& window = *study.window;
    auto* timer = window.findChild<QTimer*>(QStringLiteral("backupTimer"));
    REQUIRE(timer != nullptr);
    REQUIRE(timer->isActive());
    timer->start(0);
    REQUIRE(QTest::qWaitFor([&] { return timer->interval() > 60000; }, 10000));
    wait(window);
    CHECK(backupsOf(window) == 1);
    window.keepBackup(service::BackupReason::Daily);
    wait(window);
    CHECK(backupsOf(window) == 1);
}

TEST_CASE(
    "a file elsewhere that cannot be written leaves the study saved, and says which file and what to do",
    "[dialogs]") {
    RateStudy study;
    MainWindow& window = *study.window;
    const auto says = [&window](const QString& what) {
        const auto words = window.findChild<StatusLine*>()->findChildren<Words*>();
        return std::any_of(words.begin(), words.end(),
                           [&](const Words* part) { return part->text().startsWith(what); });
    };
    window.study().setViewer(std::nullopt);
    window.openView(QStringLiteral("overview"));
    wait(window);
    auto* overview = window.findChild<OverviewView*>();
    REQUIRE(overview != nullptr);
    overview->writeAudit(QStringLiteral("/no/such/folder/audit.md"));
    wait(window);
    CHECK(says(QStringLiteral("All saved")));
    const auto toasts = window.findChildren<Toast*>();
    for (const Toast* toast : toasts)
        UNSCOPED_INFO(toast->text().toStdString());
    CHECK(std::any_of(toasts.begin(), toasts.end(), [](const Toast* toast) {
        return toast->text() == QLatin1String("audit.md: cannot write: No such file or directory. Check that "
                                              "the folder exists and that you may write there.");
    }));

    // Nor is anything lost where the disk does not give back what is there.
    window.study().read(
        [](service::Session&) -> base::Result<int> { return base::fail(base::Errc::Io, "cannot read"); });
    CHECK(says(QStringLiteral("All saved")));

    // What is done in the study, and is not written, is another thing.
    const base::Error full{base::Errc::DiskFull, "no room left on the disk", std::nullopt, {}};
    window.study().act(
        [&full](service::Session&) -> base::Result<service::ChangeSet> { return tl::make_unexpected(full); });
    CHECK(says(QStringLiteral("Not saved")));
}

TEST_CASE("a backup is listed and restored after asking, and the study as it was is kept", "[dialogs]") {
    RateStudy study;
    MainWindow& window = *study.window;
    CHECK_FALSE(window.actions().action(QStringLiteral("file.backups"))->isEnabled()); // a rater looks
    REQUIRE(window.lookAs(QString()));
    study.trigger("file.backups");
    auto* dialog = window.findChild<BackupsDialog*>();
    REQUIRE(dialog != nullptr);
    const QAbstractItemModelTester tester(&dialog->list(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    wait(window);
    CHECK(dialog->list().rowCount() == 0);
    CHECK_FALSE(dialog->note().isEmpty());
    dialog->accept(); // nothing to restore
    CHECK(dialog->question().isEmpty());
    dialog->backUpNow();
    wait(window);
    wait(window); // and the list
    REQUIRE(dialog->list().rowCount() == 1);
    for (int column = 0; column < dialog->list().columnCount(); ++column)
        CHECK_FALSE(dialog->list().index(0, column).data().toString().isEmpty());
    dialog->backUpNow(); // nothing has changed since
    wait(window);
    CHECK(dialog->list().rowCount() == 1);

    const std::int64_t before = take(window.study().session().position());
    take(service::addRater(window.study().session(), "R3", model::RaterKind::Human));
    CHECK(take(window.study().session().position()) > before);
    dialog->table()->selectRow(0);
    dialog->accept();
    CHECK(dialog->question().contains(QLatin1String("before-restore")));
    CHECK(take(window.study().session().position()) > before); // not yet
    // Enter once more keeps what there is.
    QApplication::setActiveWindow(dialog);
    REQUIRE(dialog->focusWidget() != nullptr);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    CHECK(dialog->isVisible());
    CHECK(dialog->question().isEmpty());
    dialog->accept();
    dialog->accept();
    REQUIRE(QTest::qWaitFor([&] { return window.study().isOpen() && !window.jobs().isBusy(); }, 30000));
    CHECK(take(window.study().session().position()) == before);
    const std::string aside = study.scratch.file("study.before-restore.rapport");
    REQUIRE(QFileInfo::exists(toQt(aside)));
    const auto kept = take(service::Session::open(aside, service::OpenMode::ReadOnly));
    CHECK(take(kept->raters()).size() == 3);
}

TEST_CASE("an import is taken back from its last page", "[dialogs][import]") {
    RateStudy study;
    MainWindow& window = *study.window;
    REQUIRE(window.lookAs(QString()));
    const std::int64_t before = take(window.study().session().position());
    window.actions().action(QStringLiteral("file.import"))->trigger();
    auto* dialog = window.findChild<ImportDialog*>();
    REQUIRE(dialog != nullptr);
    dialog->setFiles(
        {toQt(study.scratch.write("more.csv", "participant,Q1\nZ8,Hij kijkt weg.\nZ9,Zij lacht.\n"))});
    wait(window);
    while (dialog->step() != ImportDialog::DoneStep) {
        const auto step = dialog->step();
        dialog->next();
        wait(window);
        REQUIRE(dialog->step() != step);
    }
    CHECK(service::findUnit(window.study().session(), "Z8/Q1"));
    dialog->takeBack();
    CHECK(service::findUnit(window.study().session(), "Z8/Q1")); // not yet
    dialog->takeBack();
    REQUIRE(QTest::qWaitFor([&] { return window.study().isOpen() && !window.jobs().isBusy(); }, 30000));
    CHECK(take(window.study().session().position()) == before);
    CHECK_FALSE(service::findUnit(window.study().session(), "Z8/Q1"));
    const auto aside = take(service::Session::open(study.scratch.file("study.before-restore.rapport"),
                                                   service::OpenMode::ReadOnly));
    CHECK(service::findUnit(*aside, "Z8/Q1"));
}

TEST_CASE("a study that does not open any more is restored from the backups of all studies", "[dialogs]") {
    RateStudy study;
    MainWindow& window = *study.window;
    REQUIRE(window.lookAs(QString()));
    window.keepBackup(service::BackupReason::Risk);
    wait(window);
    const std::int64_t before = take(window.study().session().position());
    window.study().close();
    {
        QFile file(toQt(study.path));
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("nothing of a study");
    }
    CHECK_FALSE(window.openStudy(toQt(study.path)));
    auto* box = window.findChild<QMessageBox*>();
    REQUIRE(box != nullptr);
    QAbstractButton* way = nullptr;
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::ActionRole)
            way = button;
    }
    REQUIRE(way != nullptr);
    way->click();
    auto* dialog = window.findChild<BackupsDialog*>();
    REQUIRE(dialog != nullptr);
    wait(window);
    REQUIRE(dialog->list().rowCount() >= 1);
    REQUIRE(dialog->list().columnCount() == BackupList::ColumnCount);
    int row = -1;
    for (int place = 0; place < dialog->list().rowCount(); ++place) {
        CHECK_FALSE(dialog->list().index(place, BackupList::Study).data().toString().isEmpty());
        if (row < 0 && dialog->list().row(place)->study == "Rate")
            row = place;
    }
    REQUIRE(row >= 0);
    dialog->table()->selectRow(row);
    dialog->accept();
    dialog->accept();
    REQUIRE(QTest::qWaitFor([&] { return window.study().isOpen(); }, 30000));
    CHECK(take(window.study().session().position()) == before);
}

TEST_CASE("words that searching keeps are blotted out there when that is said, and not by Enter",
          "[dialogs][redact]") {
    RateStudy study;
    MainWindow& window = *study.window;
    REQUIRE(window.study().act([](service::Session& session) {
        return service::saveSearch(session, "about Noor", "noor OR juf", {});
    }));
    const auto query = [&window] {
        const auto saved = take(service::savedSearches(window.study().session()));
        return saved.empty() ? std::string() : saved.front().query;
    };
    std::vector<base::Phrase> kept;
    for (int number = 1; number <= 8; ++number)
        kept.emplace_back("the saved search '" + std::to_string(number) + "'");
    const auto ask = [&]() -> QMessageBox* {
        offerBlottingKept(window, QStringLiteral("Noor"), kept, &window);
        return window.findChild<QMessageBox*>();
    };
    offerBlottingKept(window, QStringLiteral("Noor"), {}, &window);
    CHECK(window.findChild<QMessageBox*>() == nullptr); // nothing keeps them: nothing is asked
    QMessageBox* box = ask();
    REQUIRE(box != nullptr);
    CHECK(box->text().contains(QStringLiteral("Noor")));
    CHECK(box->text().contains(QStringLiteral("'6'")));
    CHECK_FALSE(box->text().contains(QStringLiteral("'7'"))); // a few are named
    CHECK(box->text().contains(QChar(0x2026)));
    REQUIRE(box->defaultButton() != nullptr);
    CHECK(box->buttonRole(box->defaultButton()) == QMessageBox::RejectRole);
    box->defaultButton()->click();
    wait(window);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(query() == "noor OR juf");
    box = ask();
    REQUIRE(box != nullptr);
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    wait(window);
    CHECK(query() == "\u2588\u2588\u2588\u2588 OR juf");
}
