// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/file_dialog.h"

#include "ui/app/theme.h"
#include "ui/components/dialog_room.h"

#include <QCoreApplication>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QHeaderView>
#include <QIcon>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <QTreeView>

namespace rapport::ui {

namespace {

/// Kinds of files by their names; none is opened.
class IconsByName : public QFileIconProvider {
public:
    [[nodiscard]] QIcon icon(const QFileInfo& file) const override {
        if (!file.isFile())
            return QFileIconProvider::icon(file.isRoot() ? Drive : Folder);
        const QIcon own = QIcon::fromTheme(kindOf(file).iconName());
        return own.isNull() ? QFileIconProvider::icon(File) : own;
    }
    [[nodiscard]] QIcon icon(IconType type) const override { return QFileIconProvider::icon(type); }
    [[nodiscard]] QString type(const QFileInfo& file) const override {
        return file.isFile() ? kindOf(file).comment() : QFileIconProvider::type(file);
    }

private:
    [[nodiscard]] QMimeType kindOf(const QFileInfo& file) const {
        return m_kinds.mimeTypeForFile(file.fileName(), QMimeDatabase::MatchExtension);
    }
    QMimeDatabase m_kinds;
};

/// Of all dialogs: a dialog's own thread may ask it until the dialog is gone.
QAbstractFileIconProvider* iconsByName() {
    static IconsByName* icons = nullptr;
    if (icons == nullptr) {
        icons = new IconsByName;
        qAddPostRoutine([] {
            delete icons;
            icons = nullptr;
        });
    }
    return icons;
}

/// Nobody keeps files in the root, nor where the program was started: there was no folder to begin in. Then
/// that of the window's study.
QString folderOf(const QFileInfo& place, const QWidget* asks) {
    const QString folder = place.isDir() ? place.absoluteFilePath() : place.absolutePath();
    if (folder != QDir::rootPath() && !place.isRelative())
        return folder;
    for (; asks != nullptr; asks = asks->parentWidget()) {
        const QString study = asks->window()->windowFilePath();
        if (!study.isEmpty())
            return QFileInfo(study).absolutePath();
        asks = asks->window();
    }
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

// It begins in the root, where there are folders only: it reads before it can be told how.
FileDialog::FileDialog(QWidget* parent, const QString& title, const QString& folder, const QString& kinds)
    : QFileDialog(parent, title, QDir::rootPath(), kinds) {
    setIconProvider(iconsByName());
    const QFileInfo place(folder.isEmpty() ? QDir::rootPath() : folder);
    setDirectory(folderOf(place, parent));
    if (!place.isDir())
        selectFile(place.fileName());
}

void FileDialog::showEvent(QShowEvent* event) {
    QFileDialog::showEvent(event);
    // Qt's own gives every column what the one before it leaves: kind and date had nothing.
    const auto* list = findChild<QTreeView*>(QStringLiteral("treeView"));
    if (list == nullptr)
        return; // the desktop's dialog
    QHeaderView* heads = list->header();
    heads->setStretchLastSection(false);
    heads->setMinimumSectionSize(theme().px(40));
    for (int column = 1; column < heads->count(); ++column)
        heads->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    heads->setSectionResizeMode(0, QHeaderView::Stretch);
    resize(size().expandedTo(QSize(theme().px(900), theme().px(520))).boundedTo(screenRoom(*this)));
}

QString askForFile(QWidget* parent, const QString& title, const QString& folder, const QString& kinds) {
    FileDialog dialog(parent, title, folder, kinds);
    dialog.setFileMode(QFileDialog::ExistingFile);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

QStringList askForFiles(QWidget* parent, const QString& title, const QString& folder, const QString& kinds) {
    FileDialog dialog(parent, title, folder, kinds);
    dialog.setFileMode(QFileDialog::ExistingFiles);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles() : QStringList();
}

QString askForNewFile(QWidget* parent, const QString& title, const QString& proposed, const QString& kinds,
                      QFileDialog::Options options) {
    FileDialog dialog(parent, title, proposed, kinds);
    dialog.setOptions(options);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    // What Qt's own question does: the ending of the kind that is chosen.
    const QString ending = kinds.section(QLatin1String("*."), 1).section(QLatin1Char(')'), 0, 0);
    dialog.setDefaultSuffix(ending.section(QLatin1Char(' '), 0, 0));
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace rapport::ui
