// SPDX-License-Identifier: GPL-3.0-or-later
// A participant withdraws consent: who, what goes and what stays, and a typed name before it is done, because
// it cannot be undone. Says afterwards what is left to do by hand. UI thread.
#pragma once

#include "service/consent.h"
#include "ui/bridge/study_context.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace rapport::ui {

class KeyButton;
class Words;

class ForgetDialog : public QDialog {
    Q_OBJECT
public:
    ForgetDialog(StudyContext& study, const std::string& participant, QWidget* parent = nullptr);
    void accept() override;
    [[nodiscard]] QString preview() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QLineEdit* confirmation() const { return m_confirmation; }
    [[nodiscard]] QLineEdit* name() const { return m_name; }
    [[nodiscard]] bool isDone() const { return m_isDone; }

private:
    void showPreview();
    void showReport(const service::ForgetReport& report);

    StudyContext& m_study;
    QLineEdit* m_name;
    QCheckBox* m_withCodings;
    Words* m_preview;
    Words* m_askLabel;
    QLineEdit* m_confirmation;
    Words* m_problem;
    KeyButton* m_do;
    KeyButton* m_cancel;
    bool m_isKnown = false;
    bool m_isDone = false;
};

} // namespace rapport::ui
