// SPDX-License-Identifier: GPL-3.0-or-later
// A code's definition, changed because of a difference: its words in the language of the window, and the
// remark that the change comes of, which the study keeps with the new version. Stays with its text where the
// service refuses. UI thread.
#pragma once

#include "service/consensus.h"
#include "ui/bridge/study_context.h"

#include <QDialog>
#include <array>
#include <vector>

class QComboBox;
class QPlainTextEdit;

namespace rapport::ui {

class KeyButton;
class Words;

class DefinitionDialog : public QDialog {
    Q_OBJECT
public:
    /// `remarks` of the unit, oldest first; the newest of this code that nothing came of is proposed.
    DefinitionDialog(StudyContext& study, const model::Code& code, std::vector<service::Remark> remarks,
                     QWidget* parent = nullptr);
    /// Makes the next version; says why not, and stays, where that fails.
    void accept() override;
    [[nodiscard]] QString problem() const;

    // For tests.
    [[nodiscard]] QPlainTextEdit* definition() const { return m_fields[0]; }
    [[nodiscard]] QComboBox* remark() const { return m_remark; }

private:
    void showState();

    StudyContext& m_study;
    std::string m_code;
    std::vector<service::Remark> m_remarks;
    std::array<QPlainTextEdit*, 3> m_fields{}; ///< definition, use, avoid
    std::array<QString, 3> m_before;
    QComboBox* m_remark = nullptr;
    Words* m_problem = nullptr;
    KeyButton* m_save = nullptr;
};

} // namespace rapport::ui
