// SPDX-License-Identifier: GPL-3.0-or-later
// All actions with their keys; a double click or Enter gives an action another key, doubles are refused and
// named.
#pragma once

#include "ui/app/actions.h"

#include <QAbstractTableModel>
#include <QDialog>

class QTableView;

namespace rapport::ui {

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

class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    ShortcutsDialog(Actions& actions, QWidget* parent);

private:
    void change(const QModelIndex& index);
    Actions& m_actions;
    ShortcutModel m_model;
    SearchField* m_filter;
    QTableView* m_table;
    Words* m_answer;
};

} // namespace rapport::ui
