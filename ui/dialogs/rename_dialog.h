// SPDX-License-Identifier: GPL-3.0-or-later
// Another name for a rater or a round. Stays with its text if the name cannot be taken. UI thread.
#pragma once

#include "ui/models/study_progress.h"
#include "ui/views/view.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace rapport::ui {

class KeyButton;
class Words;

class RenameDialog : public QDialog {
    Q_OBJECT
public:
    /// `state` as Overview knows it.
    RenameDialog(ViewHost& host, const StudyState& state, QWidget* parent = nullptr);
    /// Renames; says why not, and stays, where that fails.
    void accept() override;
    [[nodiscard]] QComboBox* which() const { return m_which; }
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QString problem() const;

private:
    void chosen();

    ViewHost& m_host;
    QComboBox* m_which; ///< data: the name; its role below: whether it is a round
    QLineEdit* m_name;
    Words* m_problem;
    KeyButton* m_do;
};

} // namespace rapport::ui
