// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the lines: the forms that the query's words may be meant to find, to tick, with counts
// and the reason of each; how many lines were left out; words that often stand beside the match. Shows what
// it is given and says what was ticked. UI thread.
#pragma once

#include "ui/views/search/form_rows.h"

#include <QListView>
#include <QStringList>
#include <QWidget>

namespace rapport::ui {

class KeyButton;
class SectionHeader;
class Words;

class FormPanel : public QWidget {
    Q_OBJECT
public:
    explicit FormPanel(QWidget* parent = nullptr);

    [[nodiscard]] FormRows& forms() { return m_forms; }
    /// Of every word of the query, in its order.
    void setForms(std::vector<WordForms> words);
    /// Words on either side within which the ones beside the match stand.
    void setWindow(int words);
    void setHidden(std::int64_t lines, bool areShown);
    void setCollocates(const std::vector<service::CollocateRow>& rows);
    void retranslate();

Q_SIGNALS:
    void formsChosen(int word, const QStringList& ticked);
    void lastTickKept(); ///< of a word, which the user wanted away
    void hiddenWanted(bool areShown);
    void collocateChosen(const QString& form);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Beside;
    void updateWords();

    FormRows m_forms;
    std::int64_t m_hiddenLines = 0;
    bool m_areHiddenShown = false;
    int m_window = 4;
    SectionHeader* m_title;
    QListView* m_list;
    Words* m_note;
    SectionHeader* m_hiddenTitle;
    Words* m_hidden;
    KeyButton* m_showHidden;
    SectionHeader* m_besideTitle;
    Beside* m_beside;
};

} // namespace rapport::ui
