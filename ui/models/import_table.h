// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of a table that is being imported, with what each column is to become. The plan is the
// person's: it is changed here and read again by the service; nothing of it is in the study yet. UI thread.
#pragma once

#include "service/importing.h"

#include <QAbstractTableModel>
#include <QString>
#include <vector>

namespace rapport::ui {

/// "Participant", "Answer Q1", "Campus" ...: what a column becomes, in two words.
[[nodiscard]] QString planText(const service::ColumnPlan& plan);
/// Icon beside it: whether it identifies, answers, is hidden or shown.
[[nodiscard]] QString planIcon(const service::ColumnPlan& plan);
/// Why the column is left out or worth a look, in the language of the window where it is one of the known
/// reasons.
[[nodiscard]] QString findingText(const base::Phrase& finding);
/// It is left out because it seems to say who somebody is.
[[nodiscard]] bool isPersonal(const service::ColumnPlan& plan);
/// A short name for a prompt made from a column's: letters, digits, '_' and '-', beginning with a letter; of
/// a sentence its first words.
[[nodiscard]] std::string promptNameFrom(const std::string& column);

class ImportTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { UseRole = Qt::UserRole, IsEmptyRole };

    explicit ImportTable(QObject* parent = nullptr);

    void setPreview(std::vector<service::ColumnPlan> plan, std::vector<std::vector<std::string>> rows);
    void clear() { setPreview({}, {}); }
    [[nodiscard]] const std::vector<service::ColumnPlan>& plan() const { return m_plan; }
    /// Changes one column's plan; a second participant column loses that use to this one.
    void setColumn(int column, const service::ColumnPlan& plan);
    /// Exactly one column says who answered.
    [[nodiscard]] bool namesParticipants() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void planChanged();

private:
    std::vector<service::ColumnPlan> m_plan;
    std::vector<std::vector<std::string>> m_rows;
};

/// Rows that were or would be rejected: file and line, column, why, and what to do.
class RejectedRows : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Line, Name, Message, Hint, ColumnCount };

    explicit RejectedRows(QObject* parent = nullptr);
    void setRows(std::vector<service::RejectedRow> rows);
    [[nodiscard]] const std::vector<service::RejectedRow>& rows() const { return m_rows; }
    /// The rows as a table for a spreadsheet (CSV, UTF-8).
    [[nodiscard]] QByteArray asCsv() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<service::RejectedRow> m_rows;
    bool m_severalFiles = false;
};

} // namespace rapport::ui
