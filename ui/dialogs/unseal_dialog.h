// SPDX-License-Identifier: GPL-3.0-or-later
// A pack or a backup that was sealed: asks for the passphrase and opens it into a file of its own beside it,
// in a job. A wrong passphrase and a changed file are told, and nothing is written. Where it was opened
// before, that file is offered: it has the work in it. UI thread.
#pragma once

#include "ui/bridge/job_runner.h"

#include <QDialog>

class QLineEdit;

namespace rapport::ui {

class KeyButton;
class Words;

class UnsealDialog : public QDialog {
    Q_OBJECT
public:
    UnsealDialog(JobRunner& jobs, const QString& file, QWidget* parent = nullptr);
    /// Opens the file with the passphrase, or what was opened before.
    void accept() override;
    [[nodiscard]] QLineEdit* passphrase() const { return m_passphrase; }
    [[nodiscard]] QString problem() const;
    /// Where it is opened into.
    [[nodiscard]] QString target() const { return m_target; }
    void setTarget(const QString& file);
    /// "R1 (opened).rpack" beside "R1.rpack".
    [[nodiscard]] static QString nameFor(const QString& file);

Q_SIGNALS:
    void opened(const QString& file);
    void refused(); ///< after a failure

private:
    void chooseTarget();
    void updateState();

    JobRunner& m_jobs;
    QString m_file;
    QString m_target;
    bool m_isThere = false; ///< the target was made before
    QLineEdit* m_passphrase;
    Words* m_passphraseLabel;
    Words* m_where;
    Words* m_problem;
    KeyButton* m_elsewhere;
    KeyButton* m_open;
};

} // namespace rapport::ui
