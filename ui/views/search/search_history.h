// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved search was, each time it was saved, and what each run of it found; an earlier text of it can
// be put into the query line. UI thread.
#pragma once

#include "service/saved_searches.h"

#include <QDialog>

class QStandardItemModel;
class QTableView;

namespace rapport::ui {

class KeyButton;

class SearchHistoryDialog : public QDialog {
    Q_OBJECT
public:
    /// Events as they came; the newest is shown first.
    SearchHistoryDialog(const QString& name, std::vector<service::SavedSearchEvent> events,
                        QWidget* parent = nullptr);
    [[nodiscard]] const QStandardItemModel& model() const { return *m_model; }
    void choose(int row);

Q_SIGNALS:
    void queryChosen(const QString& query);

private:
    std::vector<service::SavedSearchEvent> m_events; ///< newest first
    QStandardItemModel* m_model;
    QTableView* m_table;
    KeyButton* m_use;
};

} // namespace rapport::ui
