// SPDX-License-Identifier: GPL-3.0-or-later
// All actions with their keys; a double click or Enter gives an action another key, doubles are refused and
// named. A page of the settings, and a dialog of its own. UI thread.
#pragma once

#include "ui/app/actions.h"

#include <QAbstractTableModel>
#include <QDialog>
#include <QPersistentModelIndex>
#include <QPointer>

class QKeySequenceEdit;
class QTableView;

namespace rapport::ui {

class KeyButton;
class SearchField;
class Words;

class ShortcutModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ShortcutModel(Actions& actions, QObject* parent = nullptr);
    void filter(const QString& typed);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QString idAt(int row) const;
    void refresh();

private:
    Actions& m_actions;
    QStringList m_ids;
};

class ShortcutsPage : public QWidget {
    Q_OBJECT
public:
    explicit ShortcutsPage(Actions& actions, QWidget* parent = nullptr);
    [[nodiscard]] QString answer() const;

Q_SIGNALS:
    void dismissed(); ///< Esc in the empty filter

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void change(const QModelIndex& index);
    void takeKeys();
    void leaveEdit();
    Actions& m_actions;
    ShortcutModel m_model;
    SearchField* m_filter;
    QTableView* m_table;
    KeyButton* m_reset;
    Words* m_answer;
    QPointer<QKeySequenceEdit> m_edit; ///< the table's, while keys are waited for
    QPersistentModelIndex m_edited;
};

class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    ShortcutsDialog(Actions& actions, QWidget* parent);
};

} // namespace rapport::ui
