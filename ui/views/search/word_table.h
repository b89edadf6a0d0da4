// SPDX-License-Identifier: GPL-3.0-or-later
// The plain tables of words and figures in the search view, and what stands in their cells. UI thread.
#pragma once

#include <QString>
#include <cstddef>

class QStandardItem;
class QStandardItemModel;
class QTableView;
class QWidget;

namespace rapport::ui {

constexpr std::size_t mostWordRows = 500; ///< more is for the command line
constexpr int wordValueRole = Qt::UserRole;

[[nodiscard]] QTableView* makeWordTable(QStandardItemModel* model, QWidget* parent);
/// `value`: what the row stands for, where that is not what is shown.
[[nodiscard]] QStandardItem* wordItem(const QString& text, const QString& value);
[[nodiscard]] QStandardItem* figureItem(const QString& text);
[[nodiscard]] QString decimalText(double value);

} // namespace rapport::ui
