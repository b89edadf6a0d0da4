// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that fit: headers are never cut, what ranks lowest goes first, and the user's choice is kept.
#include "support/catch.hpp"
#include "ui/app/settings.h"
#include "ui/components/fitted_columns.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>
#include <QStandardItemModel>
#include <QTableView>
#include <memory>

using namespace rapport::ui;

namespace {

struct Table {
    Table() {
        forget(key);
        model.setHorizontalHeaderLabels({"Name", "Kind", "A rather long header", "File"});
        model.appendRow({new QStandardItem("P1/Q1"), new QStandardItem("answer"), new QStandardItem("12"),
                         new QStandardItem("answers.csv")});
        view.setModel(&model);
        view.setFrameShape(QFrame::NoFrame);
        view.verticalHeader()->hide();
        columns = new FittedColumns(view, {{100, 300, 0}, {60, 80, 2}, {40, 60, 1}, {90, 200, 3}}, key);
        view.show();
    }
    void resize(int width) {
        view.resize(width, 200);
        QCoreApplication::processEvents();
        columns->fit();
    }

    const QString key = QStringLiteral("test/hidden-columns");
    QStandardItemModel model;
    QTableView view;
    FittedColumns* columns = nullptr;
};

} // namespace

TEST_CASE("columns fill the width, and leave it by rank", "[columns]") {
    Table table;
    table.resize(900);
    for (int column = 0; column < 4; ++column)
        CHECK_FALSE(table.view.isColumnHidden(column));
    CHECK(table.view.horizontalHeader()->length() == table.view.viewport()->width());
    const int header = table.view.horizontalHeader()->fontMetrics().horizontalAdvance("A rather long header");
    CHECK(table.view.columnWidth(2) >= header);
    table.resize(100 + 60 + header + 40);
    CHECK(table.view.isColumnHidden(3));
    CHECK(table.columns->isSqueezedOut(3));
    CHECK_FALSE(table.view.isColumnHidden(2));
    table.resize(60);
    CHECK_FALSE(table.view.isColumnHidden(0));
    CHECK(table.view.isColumnHidden(1));
    CHECK(table.view.isColumnHidden(2));
    table.resize(900);
    CHECK_FALSE(table.view.isColumnHidden(3));
}

TEST_CASE("the user's choice of columns is kept, and the first column cannot go", "[columns]") {
    Table table;
    table.resize(900);
    const std::unique_ptr<QMenu> menu(table.columns->makeMenu(nullptr));
    REQUIRE(menu->actions().size() == 4);
    CHECK_FALSE(menu->actions()[0]->isEnabled());
    menu->actions()[1]->setChecked(false);
    CHECK(table.view.isColumnHidden(1));
    CHECK_FALSE(table.columns->isSqueezedOut(1));
    QTableView other;
    other.setModel(&table.model);
    const auto* again =
        new FittedColumns(other, {{100, 300, 0}, {60, 80, 2}, {40, 60, 1}, {90, 200, 3}}, table.key);
    CHECK_FALSE(again->isWanted(1));
    CHECK(again->isWanted(3));
    // What has nothing to show is neither in the table nor in the menu.
    table.columns->setUseful(3, false);
    CHECK(table.view.isColumnHidden(3));
    const std::unique_ptr<QMenu> shorter(table.columns->makeMenu(nullptr));
    CHECK(shorter->actions().size() == 3);
    forget(table.key);
}
