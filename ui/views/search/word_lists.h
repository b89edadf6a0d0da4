// SPDX-License-Identifier: GPL-3.0-or-later
// The words of what was found: those typical of it against all other texts, and the sequences of words in it.
// Words of grammar are left out where that is asked for, and then it says how many. UI thread.
#pragma once

#include "service/concording.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QStandardItemModel;
class QTableView;

namespace rapport::ui {

class SectionHeader;

/// In a list of stop words of Dutch or English.
[[nodiscard]] bool isStopWord(const std::string& form);
/// Which lists there are, of how many words, from where and under which licence.
[[nodiscard]] QString stopWordsNote();

class WordLists : public QWidget {
    Q_OBJECT
public:
    explicit WordLists(QWidget* parent = nullptr);

    void setKeywords(std::vector<service::KeywordRow> rows);
    void setSequences(const std::vector<service::NgramRow>& rows);
    [[nodiscard]] int length() const;
    [[nodiscard]] QCheckBox& withoutStopWords() { return *m_without; }
    [[nodiscard]] const QStandardItemModel& keywords() const { return *m_keywords; }
    [[nodiscard]] const QStandardItemModel& sequences() const { return *m_sequences; }
    void retranslate();

Q_SIGNALS:
    void lengthChanged();
    void keywordChosen(const QString& form);
    void sequenceChosen(const QString& words);

private:
    void fillKeywords();

    std::vector<service::KeywordRow> m_rows;
    QCheckBox* m_without;
    QComboBox* m_length;
    SectionHeader* m_keywordTitle;
    SectionHeader* m_sequenceTitle;
    QStandardItemModel* m_keywords;
    QStandardItemModel* m_sequences;
    QTableView* m_keywordTable;
    QTableView* m_sequenceTable;
};

} // namespace rapport::ui
