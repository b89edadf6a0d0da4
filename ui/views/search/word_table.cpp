// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/word_table.h"

#include "ui/app/theme.h"
#include "ui/components/padded_cells.h"

#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>
#include <QTableView>
#include <cmath>

namespace rapport::ui {

QTableView* makeWordTable(QStandardItemModel* model, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    const auto fit = [table] {
        table->verticalHeader()->setDefaultSectionSize(theme().px(27));
        table->horizontalHeader()->setMinimumSectionSize(theme().px(84));
    };
    QObject::connect(&theme(), &Theme::changed, table, fit);
    fit();
    endWithFigures(*table->horizontalHeader());
    padCells(*table);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

QStandardItem* wordItem(const QString& text, const QString& value) {
    auto* item = new QStandardItem(text);
    item->setFont(theme().font(TypeRole::Quotation));
    item->setData(value, wordValueRole);
    return item;
}

QStandardItem* figureItem(const QString& text) {
    auto* item = new QStandardItem(text);
    item->setFont(theme().font(TypeRole::Figures));
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QString decimalText(double value) {
    // What rounds to nothing has no sign.
    return QLocale().toString(std::abs(value) < 0.005 ? 0.0 : value, 'f', 2);
}

} // namespace rapport::ui
