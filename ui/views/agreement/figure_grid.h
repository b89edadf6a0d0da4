// SPDX-License-Identifier: GPL-3.0-or-later
// A small table of figures whose cells are shaded by size: counts of two raters, or coefficients of pairs.
// Every cell takes the keyboard, and its value stands in it as text. As tall as its rows. UI thread.
#pragma once

#include <QAbstractTableModel>
#include <QTableView>
#include <optional>
#include <vector>

namespace rapport::ui {

struct FigureCell {
    QString text;          ///< empty: nothing here
    double shade = 0;      ///< 0 to 1
    bool isFramed = false; ///< on the diagonal, or the lowest
    QString spoken;        ///< "R1 yes, R2 no: 4"
    bool isTotal = false;  ///< a sum: no shade
};

struct FigureTable {
    QString corner; ///< "R1 \ R2"
    QStringList columns;
    QStringList rows;
    std::vector<std::vector<FigureCell>> cells; ///< by row
};

class FigureModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { ShadeRole = Qt::UserRole, FramedRole, TotalRole };
    using QAbstractTableModel::QAbstractTableModel;
    void setTable(FigureTable table);
    [[nodiscard]] const FigureTable& table() const { return m_table; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    FigureTable m_table;
};

class FigureGrid : public QTableView {
    Q_OBJECT
public:
    explicit FigureGrid(QWidget* parent = nullptr);
    void setTable(FigureTable table);
    [[nodiscard]] FigureModel& figures() { return m_model; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cellChosen(int row, int column); ///< keyboard or mouse moved there
    void cellOpened(int row, int column); ///< Enter or double click

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void resizeToTheme();
    [[nodiscard]] int contentWidth() const;
    FigureModel m_model;
};

} // namespace rapport::ui
