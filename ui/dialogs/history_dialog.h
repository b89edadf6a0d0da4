// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in the study, newest first, from its journal: who did what to which unit and code, and when.
// Narrowed to a unit, a rater or a code; read in a job. A rater sees the own work only. UI thread.
#pragma once

#include "service/history.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/study_context.h"

#include <QAbstractTableModel>
#include <QDialog>
#include <vector>

class QComboBox;
class QLineEdit;
class QTableView;

namespace rapport::ui {

class KeyButton;
class SearchField;
class Words;

/// "coded", "withdrew", ... in the language of the window; the journal's own word where it is not known.
[[nodiscard]] QString historyAct(const std::string& act);

class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Who, Act, Code, Unit, Details, ColumnCount };
    explicit HistoryModel(QObject* parent = nullptr)
        : QAbstractTableModel(parent) {}
    /// Oldest first, as the service gives them.
    void set(std::vector<service::HistoryRow> rows, std::shared_ptr<const model::Codebook> codebook);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const service::HistoryRow* row(int place) const;

private:
    std::vector<service::HistoryRow> m_rows;
    std::shared_ptr<const model::Codebook> m_codebook;
};

class HistoryDialog : public QDialog {
    Q_OBJECT
public:
    HistoryDialog(StudyContext& study, JobRunner& jobs, const service::HistoryRequest& start,
                  QWidget* parent = nullptr);
    [[nodiscard]] HistoryModel& model() { return m_model; }
    [[nodiscard]] QString note() const;
    void ask();

Q_SIGNALS:
    void read();

private:
    void build(const service::HistoryRequest& start);

    StudyContext& m_study;
    JobRunner& m_jobs;
    HistoryModel m_model;
    SearchField* m_unit;
    QComboBox* m_rater;
    QComboBox* m_code;
    QTableView* m_table;
    Words* m_note;
};

} // namespace rapport::ui
