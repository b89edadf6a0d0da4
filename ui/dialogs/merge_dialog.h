// SPDX-License-Identifier: GPL-3.0-or-later
// Packs and copies come back: which files, a passphrase for the sealed ones, and afterwards what came in from
// each, what was there already and what was refused, with the reason. One job, one transaction. UI thread.
#pragma once

#include "service/merging.h"
#include "ui/views/view.h"

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPlainTextEdit;

namespace rapport::ui {

class KeyButton;
class Words;

/// What one file brought, in sentences.
[[nodiscard]] QString mergedText(const service::MergedFile& file);

class MergeDialog : public QDialog {
    Q_OBJECT
public:
    MergeDialog(ViewHost& host, QWidget* parent = nullptr);
    void setFiles(const QStringList& files);
    void accept() override;
    [[nodiscard]] QString report() const;
    [[nodiscard]] QLineEdit* passphrase() const { return m_passphrase; }
    [[nodiscard]] bool isDone() const { return m_isDone; }

Q_SIGNALS:
    void merged();

private:
    void chooseFiles();
    void take(const base::Result<service::MergeResult>& result);

    ViewHost& m_host;
    QStringList m_files;
    Words* m_names;
    QLineEdit* m_passphrase;
    QPlainTextEdit* m_report;
    KeyButton* m_choose;
    KeyButton* m_merge;
    bool m_isWriting = false;
    bool m_isDone = false;
};

} // namespace rapport::ui
