// SPDX-License-Identifier: GPL-3.0-or-later
// Words on a difference, kept with it for the codebook. Stays with its text where the service refuses. UI
// thread.
#pragma once

#include "service/consensus.h"
#include "ui/bridge/study_context.h"

#include <QDialog>

class QPlainTextEdit;

namespace rapport::ui {

class KeyButton;
class Words;

class RemarkDialog : public QDialog {
    Q_OBJECT
public:
    /// `remark` says of what; its text is what is typed here. `title` is that of the code or variable.
    RemarkDialog(StudyContext& study, service::NewRemark remark, const QString& title,
                 QWidget* parent = nullptr);
    /// Keeps the remark, which is announced; stays where that fails.
    void accept() override;

    // For tests.
    [[nodiscard]] QPlainTextEdit* words() const { return m_words; }

private:
    StudyContext& m_study;
    service::NewRemark m_remark;
    QPlainTextEdit* m_words = nullptr;
    Words* m_problem = nullptr;
    KeyButton* m_keep = nullptr;
};

} // namespace rapport::ui
