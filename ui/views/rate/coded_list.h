// SPDX-License-Identifier: GPL-3.0-or-later
// "Coded on this answer": one row per coding with tag, name and quote. Del or the cross withdraws, Space adds
// or drops the quote; both are asked for, not done here.
#pragma once

#include "model/ids.h"
#include "ui/bridge/code_look.h"

#include <QAbstractListModel>
#include <QListView>
#include <vector>

namespace rapport::ui {

struct CodedRow {
    model::CodingId coding;
    CodeLook look;
    QString quote; ///< empty: the whole answer
};

class CodedModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    /// Keeps rows that stay in their place: rows are inserted and removed, not reset.
    void setRows(std::vector<CodedRow> rows);
    [[nodiscard]] const CodedRow* at(int row) const;
    [[nodiscard]] int rowOf(model::CodingId coding) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<CodedRow> m_rows;
};

class CodedList : public QListView {
    Q_OBJECT
public:
    explicit CodedList(QWidget* parent = nullptr);
    [[nodiscard]] CodedModel& rows() { return m_model; }
    [[nodiscard]] model::CodingId chosen() const;
    void choose(model::CodingId coding);

Q_SIGNALS:
    void chosenChanged(model::CodingId coding);
    void withdrawWanted(model::CodingId coding);
    void quoteWanted(model::CodingId coding);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    CodedModel m_model;
};

} // namespace rapport::ui
