// SPDX-License-Identifier: GPL-3.0-or-later
// The copies that the program made by itself: when, how large, why; another one now; and the way back to one.
// Restoring asks first and says where the study as it is will be kept. Without an open study (it does not
// open any more) the copies of all studies are listed. Reads and copies in jobs; restoring itself is the
// window's: it must let go of the study first. UI thread.
#pragma once

#include "service/safekeeping.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/study_context.h"

#include <QAbstractTableModel>
#include <QDialog>
#include <vector>

class QTableView;

namespace rapport::ui {

class KeyButton;
class Panel;
class Words;

class BackupList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Made, Size, Reason, Study, ColumnCount };
    explicit BackupList(QObject* parent = nullptr)
        : QAbstractTableModel(parent) {}
    void set(std::vector<service::BackupRow> rows, bool withStudies);
    [[nodiscard]] const service::BackupRow* row(int place) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<service::BackupRow> m_rows;
    bool m_hasStudies = false;
};

class BackupsDialog : public QDialog {
    Q_OBJECT
public:
    /// `path`: the study that a backup would take the place of; open in `study`, or not to be opened.
    BackupsDialog(StudyContext& study, JobRunner& jobs, const QString& path, QWidget* parent = nullptr);
    [[nodiscard]] BackupList& list() { return m_list; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QString note() const;
    /// What is asked before restoring; empty while nothing is.
    [[nodiscard]] QString question() const;
    void read();
    void backUpNow();
    /// Asks; the second time it restores.
    void accept() override;

Q_SIGNALS:
    void listed();
    /// The user said yes. The receiver closes the study first.
    void restoreWanted(const QString& from);

private:
    void build();
    void updateState();
    void say(const base::Error& error);

    StudyContext& m_study;
    JobRunner& m_jobs;
    QString m_path;
    BackupList m_list;
    Words* m_explained;
    QTableView* m_table;
    Words* m_note;
    Panel* m_ask;
    Words* m_question;
    KeyButton* m_no;
    KeyButton* m_now;
    KeyButton* m_restore;
};

} // namespace rapport::ui
