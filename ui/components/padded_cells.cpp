// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/padded_cells.h"

#include "ui/app/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

namespace rapport::ui {

namespace {

/// What a header's section has at its sides, less the margin that the style leaves in a cell.
int padding() {
    constexpr int margin = 3;
    return theme().px(8) - margin;
}

class PaddedDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
        // A chosen row says where the keyboard is; a frame around one of its cells says nothing more.
        const auto* view = qobject_cast<const QAbstractItemView*>(cell.widget);
        if (view != nullptr && view->selectionBehavior() == QAbstractItemView::SelectRows)
            cell.state &= ~QStyle::State_HasFocus;
        // The ground over all of it, the words inside.
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
        cell.rect.adjust(padding(), 0, -padding(), 0);
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        // Words that wrap have the room inside.
        QStyleOptionViewItem cell = option;
        if (cell.rect.width() > 2 * padding())
            cell.rect.adjust(padding(), 0, -padding(), 0);
        return QStyledItemDelegate::sizeHint(cell, index) + QSize(2 * padding(), 0);
    }
};

} // namespace

void padCells(QAbstractItemView& view) {
    view.setItemDelegate(new PaddedDelegate(&view));
}

void endWithFigures(QHeaderView& header) {
    header.setStyleSheet(
        QStringLiteral("QHeaderView::down-arrow, QHeaderView::up-arrow { width: 0px; height: 0px; }"));
}

} // namespace rapport::ui
