// SPDX-License-Identifier: GPL-3.0-or-later
// The case that was described to participants and the question that this answer is to, in the answer's
// language. With the focus arrow keys scroll the case.
#pragma once

#include "model/instrument.h"

#include <QScrollArea>

namespace rapport::ui {

class Chip;
class KeyButton;
class SectionHeader;
class Words;

class CasePanel : public QWidget {
    Q_OBJECT
public:
    explicit CasePanel(QWidget* parent = nullptr);
    void setInstrument(const model::Instrument& instrument);
    /// `prompt` is a prompt's name; `language` "nl", "en" or "" for the window's.
    void show(const std::string& prompt, const std::string& language);
    /// The mark of a stand-in then leads to where the study's own wording is typed.
    void setCanEdit(bool canEdit);

Q_SIGNALS:
    void editWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    class Question;
    model::Instrument m_instrument;
    std::string m_prompt;
    std::string m_language;
    SectionHeader* m_caseHead;
    Chip* m_standIn;
    KeyButton* m_edit;
    bool m_canEdit = false;
    QScrollArea* m_area = nullptr;
    Words* m_case;
    SectionHeader* m_questionHead;
    Question* m_question;
    Words* m_foot;
};

} // namespace rapport::ui
