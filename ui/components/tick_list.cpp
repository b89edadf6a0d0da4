// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/tick_list.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyledItemDelegate>

namespace rapport::ui {

namespace {

class TickDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const Theme& look = theme();
        return {textWidth(look.font(TypeRole::Body), index.data().toString()) + look.px(46), look.px(28)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        const bool isEnabled = (option.state & QStyle::State_Enabled) != 0;
        const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const bool hasKeyboard = option.widget != nullptr && option.widget->hasFocus();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row = QRectF(option.rect).adjusted(2, 1, -2, -1);
        if (isEnabled && (option.state & QStyle::State_MouseOver) != 0) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(look.color(Token::AccentTint));
            painter->drawRoundedRect(row, 4, 4);
        }
        const qreal side = look.px(14);
        const QRectF box(row.left() + look.px(8) + 0.5, row.center().y() - side / 2, side, side);
        painter->setPen(QPen(look.color(isTicked && isEnabled ? Token::AccentFill : Token::LineStrong), 1));
        painter->setBrush(look.color(isTicked && isEnabled ? Token::AccentFill : Token::Surface));
        painter->drawRoundedRect(box, 3, 3);
        if (isTicked)
            paintIcon(*painter, box.adjusted(1, 1, -1, -1), QStringLiteral("check"),
                      look.color(isEnabled ? Token::OnAccentFill : Token::Text3));
        paintText(*painter, row.adjusted(look.px(30), 0, -look.px(8), 0), index.data().toString(),
                  look.font(TypeRole::Body), look.color(isEnabled ? Token::Text : Token::Text3));
        if (hasKeyboard && (option.state & QStyle::State_HasFocus) != 0)
            paintFocusRing(*painter, row, 4);
        painter->restore();
    }

    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override {
        constexpr Qt::ItemFlags wanted = Qt::ItemIsEnabled | Qt::ItemIsUserCheckable;
        if ((index.flags() & wanted) != wanted)
            return false;
        if (event->type() == QEvent::MouseButtonRelease) {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->position().toPoint()))
                return false;
        } else if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key != Qt::Key_Space && key != Qt::Key_Select)
                return false;
        } else {
            return event->type() == QEvent::MouseButtonDblClick; // the second release ticks once more
        }
        const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
};

} // namespace

void showTicks(QAbstractItemView& list) {
    list.setItemDelegate(new TickDelegate(&list));
    list.setMouseTracking(true);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace rapport::ui
