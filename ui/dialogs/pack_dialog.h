// SPDX-License-Identifier: GPL-3.0-or-later
// A file for one rater: whose, and a passphrase if it travels. Made in a job; says what is in it. UI thread.
#pragma once

#include "service/packing.h"
#include "ui/views/view.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace rapport::ui {

class KeyButton;
class Words;

class PackDialog : public QDialog {
    Q_OBJECT
public:
    PackDialog(ViewHost& host, QWidget* parent = nullptr);
    /// Asks where to, and makes it.
    void accept() override;
    void packTo(const QString& file);
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QComboBox* rater() const { return m_rater; }
    [[nodiscard]] QLineEdit* passphrase(int which) const { return which == 0 ? m_passphrase : m_again; }
    /// "R1.rpack"
    [[nodiscard]] QString fileName() const;

Q_SIGNALS:
    void packed(const QString& file); ///< empty after a failure

private:
    void updateState();

    ViewHost& m_host;
    QComboBox* m_rater;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
    Words* m_problem;
    KeyButton* m_make;
    bool m_isWriting = false;
};

} // namespace rapport::ui
