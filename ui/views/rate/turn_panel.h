// SPDX-License-Identifier: GPL-3.0-or-later
// What a rater may say of the turn at the caret beside codes: memo, flag for discussion, levels and counts of
// the variables that apply to turns. It only asks; the view acts.
#pragma once

#include "service/rating.h"
#include "ui/views/rate/choices_panel.h"

#include <QWidget>

class QPlainTextEdit;

namespace rapport::ui {

class KeyButton;
class Words;

class TurnPanel : public QWidget {
    Q_OBJECT
public:
    explicit TurnPanel(QWidget* parent = nullptr);
    /// `title` says which turn, or that it is the whole transcript; empty where neither is the rater's.
    void setTurn(const QString& title, const service::UnitNote& note, std::vector<ChoiceRow> choices);
    [[nodiscard]] ChoicesPanel& choices() { return *m_choices; }
    [[nodiscard]] QPlainTextEdit* memoEdit() const { return m_edit; }
    [[nodiscard]] bool isEditing() const;
    void openMemo();
    /// Says what was written, if it was changed.
    void closeMemo();

Q_SIGNALS:
    void flagWanted();
    void memoOpened();
    void memoWritten(const QString& text);
    void left();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void refresh();
    service::UnitNote m_note;
    Words* m_title;
    KeyButton* m_flag;
    KeyButton* m_memoButton;
    Words* m_memo;
    QPlainTextEdit* m_edit;
    ChoicesPanel* m_choices;
};

} // namespace rapport::ui
