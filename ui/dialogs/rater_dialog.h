// SPDX-License-Identifier: GPL-3.0-or-later
// Adds a person (or a gold standard, or a program) who rates. Stays with its text if the name cannot be
// taken. UI thread.
#pragma once

#include "ui/bridge/study_context.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace rapport::ui {

class KeyButton;
class Words;

class RaterDialog : public QDialog {
    Q_OBJECT
public:
    RaterDialog(StudyContext& study, QWidget* parent = nullptr);
    /// Adds the rater; says why not, and stays, where that fails.
    void accept() override;
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QString problem() const;

private:
    StudyContext& m_study;
    QLineEdit* m_name;
    QComboBox* m_kind;
    Words* m_problem;
    KeyButton* m_add;
};

} // namespace rapport::ui
