// SPDX-License-Identifier: GPL-3.0-or-later
// The case description and the wording of each question, in Dutch and English. What is typed takes the mark
// of a stand-in off, which can be put back where part of the wording still is one. Stays with its text where
// that cannot be written, and asks for Esc twice before it is lost. For the coordinator. UI thread.
#pragma once

#include "model/instrument.h"
#include "ui/bridge/study_context.h"

#include <QDialog>
#include <vector>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace rapport::ui {

class KeyButton;
class SegmentedControl;
class Words;

class InstrumentDialog : public QDialog {
    Q_OBJECT
public:
    InstrumentDialog(StudyContext& study, const model::Instrument& instrument, QWidget* parent = nullptr);
    void accept() override;
    void reject() override;
    [[nodiscard]] QString problem() const;
    /// As it would be kept now.
    [[nodiscard]] const model::Instrument& draft() const { return m_draft; }
    void setLanguage(const std::string& language);
    [[nodiscard]] QLineEdit* titleField() const { return m_title; }
    [[nodiscard]] QPlainTextEdit* caseField() const { return m_case; }
    [[nodiscard]] QPlainTextEdit* wordingField(int number) const;
    [[nodiscard]] QCheckBox* standIn() const { return m_standIn; }
    [[nodiscard]] KeyButton* saveButton() const { return m_save; }

Q_SIGNALS:
    void saved(); ///< something was changed

private:
    [[nodiscard]] std::string language() const;
    void showTexts();
    void takeTexts();
    [[nodiscard]] bool isChanged() const;

    StudyContext& m_study;
    model::Instrument m_before;
    model::Instrument m_draft;
    SegmentedControl* m_language;
    QCheckBox* m_standIn;
    QLineEdit* m_title = nullptr;
    QPlainTextEdit* m_case = nullptr;
    std::vector<QPlainTextEdit*> m_wordings;
    Words* m_problem;
    KeyButton* m_save;
    bool m_isShowing = false;
    bool m_isMarkChosen = false; ///< the box was ticked or cleared by hand
    bool m_hasAsked = false;     ///< whether what was typed may be lost
};

} // namespace rapport::ui
