// SPDX-License-Identifier: GPL-3.0-or-later
#include "rate_study.h"
#include "service/consent.h"
#include "ui/components/file_dialog.h"

#include <unistd.h>

#include <QDirIterator>
#include <QFile>
#include <QFileSystemModel>
#include <QHeaderView>
#include <QTreeView>
#include <set>

using namespace rapport;
using namespace rapport::ui;
using namespace rapport::test;

namespace {

/// Files that this process holds locks on, as the kernel knows them: the study and what is beside it. How
/// many on each goes up and down while something is read.
int lockedFiles() {
    QFile locks(QStringLiteral("/proc/locks"));
    if (!locks.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray own = ' ' + QByteArray::number(getpid()) + ' ';
    std::set<QByteArray> files;
    for (const QByteArray& line : locks.readAll().split('\n')) {
        // "1: POSIX  ADVISORY  READ 1234 fe:00:5678 124 124"
        const QList<QByteArray> words = line.simplified().split(' ');
        if (line.contains("POSIX") && line.contains(own) && words.size() > 5)
            files.insert(words[5]);
    }
    return static_cast<int>(files.size());
}

} // namespace

TEST_CASE("looking for copies of a study takes no lock away from it", "[dialogs]") {
    RateStudy study(3);
    const int before = lockedFiles();
    if (before < 0)
        return; // no such list on this system
    REQUIRE(before > 0);
    service::Session& session = study.window->study().session();
    session.setViewer({});
    take(service::previewForget(session, {"P1", false}));
    CHECK(lockedFiles() >= before);
}

TEST_CASE("a dialog for files takes no lock away from the study that is open", "[dialogs]") {
    RateStudy study(3);
    const int before = lockedFiles();
    if (before < 0)
        return; // no such list on this system
    REQUIRE(before > 0);
    FileDialog dialog(study.window.get(), QStringLiteral("Open"), toQt(study.scratch.path().string()));
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.show();
    auto* const files = dialog.findChild<QFileSystemModel*>();
    REQUIRE(files != nullptr);
    const auto place = [&] { return files->index(toQt(study.path)); };
    REQUIRE(QTest::qWaitFor([&] { return place().isValid() && !files->fileIcon(place()).isNull(); }));
    const QModelIndex folder = place().parent();
    // The study and what SQLite keeps beside it.
    REQUIRE(QTest::qWaitFor([&] { return files->rowCount(folder) >= 3; }));
    for (int row = 0; row < files->rowCount(folder); ++row) {
        CHECK_FALSE(files->fileIcon(files->index(row, 0, folder)).isNull());
        CHECK_FALSE(files->type(files->index(row, 0, folder)).isEmpty());
    }
    CHECK(lockedFiles() == before);
}

TEST_CASE("a dialog for files shows when each was changed, and of what kind it is", "[dialogs]") {
    RateStudy study(3);
    FileDialog dialog(study.window.get(), QStringLiteral("Open"), toQt(study.scratch.path().string()));
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.show();
    QTest::qWait(300);
    auto* const list = dialog.findChild<QTreeView*>(QStringLiteral("treeView"));
    REQUIRE(list != nullptr);
    const QHeaderView& heads = *list->header();
    REQUIRE(list->model()->rowCount(list->rootIndex()) >= 1);
    for (int column = 1; column < heads.count(); ++column) {
        CAPTURE(column);
        CHECK(heads.sectionSize(column) >= static_cast<QAbstractItemView*>(list)->sizeHintForColumn(column));
    }
    CHECK(heads.sectionSize(0) > heads.sectionSize(1));
    CHECK(heads.length() <= list->viewport()->width());
}

TEST_CASE("no other dialog for files is asked", "[dialogs]") {
    QDirIterator files(QString::fromUtf8(rapport::support::sourceTree) + QStringLiteral("/ui"),
                       {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    int read = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        ++read;
        INFO(file.fileName().toStdString());
        CHECK_FALSE(text.contains("QFileDialog::get"));
        CHECK_FALSE(text.contains("new QFileDialog"));
        CHECK_FALSE(text.contains("QFileDialog dialog"));
    }
    CHECK(read > 100);
}

TEST_CASE("where no folder is remembered, files are asked for beside the study", "[dialogs]") {
    RateStudy study(3);
    const QString beside = QFileInfo(study.window->windowFilePath()).absolutePath();
    QDialog asks(study.window.get());
    for (const char* proposed : {"", "/", "/R1.rpack", "names.sealed"}) {
        CAPTURE(proposed);
        const FileDialog dialog(&asks, QStringLiteral("Save"), QString::fromLatin1(proposed));
        CHECK(dialog.directory().absolutePath() == beside);
    }
    const QString other = QDir::tempPath();
    const FileDialog dialog(&asks, QStringLiteral("Save"), other + QStringLiteral("/R1.rpack"));
    CHECK(dialog.directory().absolutePath() == QDir(other).absolutePath());
}
