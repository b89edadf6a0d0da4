// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the lines: the forms that the query's word may be meant to find, to tick, with counts
// and the reason of each; how many lines were left out; words that often stand beside the match. Shows what
// it is given and says what was ticked. UI thread.
#pragma once

#include "service/concording.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStringList>
#include <QWidget>

class QComboBox;

namespace rapport::ui {

class KeyButton;
class SectionHeader;
class Words;

/// Forms with their ticks.
class FormRows : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { WhyRole = Qt::UserRole, CountRole };

    explicit FormRows(QObject* parent = nullptr)
        : QAbstractListModel(parent) {}

    void setForms(std::vector<service::FormRow> forms, const QStringList& ticked);
    [[nodiscard]] QStringList ticked() const;
    [[nodiscard]] QStringList unticked() const;
    [[nodiscard]] int tickedCount() const { return int(ticked().size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void ticksChanged(); ///< by the user

private:
    [[nodiscard]] static QString reason(const std::vector<std::string>& why);
    std::vector<service::FormRow> m_forms;
    std::vector<bool> m_isTicked;
};

class FormPanel : public QWidget {
    Q_OBJECT
public:
    explicit FormPanel(QWidget* parent = nullptr);

    [[nodiscard]] FormRows& forms() { return m_forms; }
    void setForms(const QString& word, std::vector<service::FormRow> forms, const QStringList& ticked);
    /// The words of the query that have forms, and which of them is shown; a choice where there are several.
    void setWords(const QStringList& words, int current);
    /// Words on either side within which the ones beside the match stand.
    void setWindow(int words);
    void setHidden(std::int64_t lines, bool areShown);
    void setCollocates(const std::vector<service::CollocateRow>& rows);
    void retranslate();

Q_SIGNALS:
    void formsChosen(const QStringList& ticked);
    void wordWanted(int number); ///< of setWords
    void hiddenWanted(bool areShown);
    void collocateChosen(const QString& form);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Beside;
    void updateWords();

    FormRows m_forms;
    QString m_word;
    std::int64_t m_hiddenLines = 0;
    bool m_areHiddenShown = false;
    int m_window = 4;
    SectionHeader* m_title;
    QComboBox* m_words;
    QListView* m_list;
    Words* m_note;
    SectionHeader* m_hiddenTitle;
    Words* m_hidden;
    KeyButton* m_showHidden;
    SectionHeader* m_besideTitle;
    Beside* m_beside;
};

} // namespace rapport::ui
