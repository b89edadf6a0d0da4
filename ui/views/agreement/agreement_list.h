// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the agreement view: fixed rows with tag, figures, drawn interval and verdict. Left and right
// move between the figures of a row; Enter or a double click opens the units behind the one that is chosen.
// UI thread.
#pragma once

#include "ui/models/agreement_table.h"

#include <QTableView>
#include <array>

namespace rapport::ui {

class AgreementList : public QTableView {
    Q_OBJECT
public:
    explicit AgreementList(AgreementModel& model, QWidget* parent = nullptr);
    /// First row that is no heading.
    void selectFirst();
    void resizeToTheme();
    /// At which nothing need be scrolled sideways.
    [[nodiscard]] int neededWidth() const;

Q_SIGNALS:
    void rowChosen(int row);
    void opened(int row, int column);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void spanSections();
    /// What each column needs; 0 is left out.
    [[nodiscard]] std::array<int, AgreementModel::ColumnCount> columnWidths() const;
    void stretch();
    AgreementModel& m_model;
};

} // namespace rapport::ui
