// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the analysis view: tags, figures, drawn intervals. Left and right move between cells; Enter or
// a double click opens the units behind the one that is chosen. UI thread.
#pragma once

#include "ui/models/analysis_table.h"

#include <QTableView>

namespace rapport::ui {

class AnalysisList : public QTableView {
    Q_OBJECT
public:
    explicit AnalysisList(AnalysisTable& model, QWidget* parent = nullptr);
    /// Widths for what the table shows now.
    void fit();
    void selectFirst();

Q_SIGNALS:
    void rowChosen(int row);
    void opened(int row, int column);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    AnalysisTable& m_model;
};

} // namespace rapport::ui
