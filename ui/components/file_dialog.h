// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for files. Qt's dialog opens every file that it shows, to find out what it is; closing it again
// drops the locks of a study that is open here (docs/decisions/0007-a-study-is-opened-by-sqlite-alone.md).
// These tell files by their names. All of the program's questions for files go through here. UI thread.
#pragma once

#include <QFileDialog>

namespace rapport::ui {

class FileDialog : public QFileDialog {
    Q_OBJECT
public:
    /// `folder`: where it begins, or a file in it that is proposed; empty: the documents.
    FileDialog(QWidget* parent, const QString& title, const QString& folder,
               const QString& kinds = QString());

protected:
    void showEvent(QShowEvent* event) override;
};

/// One that is there; empty when nothing was chosen. `kinds` as QFileDialog has them.
[[nodiscard]] QString askForFile(QWidget* parent, const QString& title, const QString& folder,
                                 const QString& kinds);
[[nodiscard]] QStringList askForFiles(QWidget* parent, const QString& title, const QString& folder,
                                      const QString& kinds = QString());
/// One to be written; asks before one that is there is replaced, unless the options say no.
[[nodiscard]] QString askForNewFile(QWidget* parent, const QString& title, const QString& proposed,
                                    const QString& kinds, QFileDialog::Options options = {});

} // namespace rapport::ui
