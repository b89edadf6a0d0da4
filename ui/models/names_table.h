// SPDX-License-Identifier: GPL-3.0-or-later
// Names of people in what is to be imported, and what stands for each: ticked ones are replaced. The list is
// the person's; nothing of it is in the study. UI thread.
#pragma once

#include "service/naming.h"

#include <QAbstractTableModel>
#include <utility>
#include <vector>

namespace rapport::ui {

class NamesTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Replacement, Times, Example, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// What was proposed, most frequent first; what was ticked, edited or added before stays as it is.
    void propose(const service::ProposedNames& names);
    /// An empty row at the end, ticked. Its row.
    int addRow();
    /// All of them, or none.
    void tickAll(bool isTicked);
    void clear();

    /// Ticked rows with a name: what the import replaces.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> chosen() const;
    /// Why the list cannot be used as it is, in a sentence; empty if it can.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QString name;
        QString replacement;
        std::int64_t times = 0; ///< 0: added by hand
        QString example;
        bool isTicked = false;
        bool isOwn = false; ///< ticked, edited or added by a person
    };
    std::vector<Row> m_rows;
};

} // namespace rapport::ui
