// SPDX-License-Identifier: GPL-3.0-or-later
// The forms that the words of a query may be meant to find, word under word, with their ticks. Rows of a word
// do not jump while its ticks change, and its last tick stays: a word that finds nothing is taken out of the
// query instead. UI thread.
#pragma once

#include "service/concording.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QStyledItemDelegate>
#include <optional>
#include <vector>

namespace rapport::ui {

/// One word of the query, by the form that was typed first.
struct WordForms {
    QString word;
    std::vector<service::FormRow> forms; ///< none: no text holds any
    QStringList ticked;
};

class FormRows : public QAbstractListModel {
    Q_OBJECT
public:
    /// Of a word's own row: IsWordRole, how many of its forms are ticked, and of how many.
    enum Role { WhyRole = Qt::UserRole, CountRole, IsWordRole, TickedRole, FormsRole };

    explicit FormRows(QObject* parent = nullptr)
        : QAbstractListModel(parent) {}

    /// In the order of the query. Several words have a row each above their forms; one has none.
    void setWords(std::vector<WordForms> words);
    [[nodiscard]] int wordCount() const { return int(m_words.size()); }
    [[nodiscard]] QString word(int number) const { return m_words[std::size_t(number)].word; }
    [[nodiscard]] QStringList ticked(int number) const;
    [[nodiscard]] QStringList unticked(int number) const;
    /// Whether it is among the forms of that word, ticked or not.
    [[nodiscard]] bool isFormOf(int number, const QString& form) const;
    /// Row of a form; -1: none.
    [[nodiscard]] int rowOf(int number, const QString& form) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void ticksChanged(int word); ///< by the user
    void lastTickKept();         ///< the user wanted it away

private:
    struct Word {
        QString word;
        std::vector<service::FormRow> forms;
        std::vector<bool> isTicked;
    };
    struct Place {
        std::size_t word = 0;
        std::optional<std::size_t> form; ///< none: the word's own row
    };
    [[nodiscard]] static QString reason(const std::vector<std::string>& why);
    [[nodiscard]] static Word ordered(WordForms word);
    [[nodiscard]] bool hasSameRows(const std::vector<WordForms>& words) const;
    [[nodiscard]] Place placeOf(int row) const;
    [[nodiscard]] QStringList formsWith(int number, bool isTicked) const;

    std::vector<Word> m_words;
};

class FormDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace rapport::ui
