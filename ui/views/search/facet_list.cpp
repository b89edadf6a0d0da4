// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/facet_list.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/models/figures.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace rapport::ui {

namespace {

class FacetDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        return {theme().px(100), theme().px(index.data(SearchFacets::SectionRole).toBool() ? 34 : 25)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRectF place = QRectF(option.rect).adjusted(look.px(12), 0, -look.px(12), 0);
        const QString label = index.data().toString();
        if (index.data(SearchFacets::SectionRole).toBool()) {
            place.setTop(place.top() + look.px(8));
            paintText(*painter, place, label, look.font(TypeRole::SmallStrong), look.color(Token::Text2));
            painter->restore();
            return;
        }
        if (index.data(SearchFacets::MoreRole).toBool()) {
            QFont font = look.font(TypeRole::Small);
            font.setUnderline(true);
            paintText(*painter, place.adjusted(look.px(22), 0, 0, 0), label, font, look.color(Token::Accent));
        } else {
            const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            const qreal side = look.px(14);
            const QRectF box(place.left() + 0.5, place.center().y() - side / 2 + 0.5, side, side);
            painter->setPen(QPen(look.color(isTicked ? Token::AccentFill : Token::LineStrong), 1));
            painter->setBrush(look.color(isTicked ? Token::AccentFill : Token::Surface));
            painter->drawRoundedRect(box, 3, 3);
            if (isTicked)
                paintIcon(*painter, box.adjusted(1, 1, -1, -1), QStringLiteral("check"),
                          look.color(Token::OnAccentFill));
            place.setLeft(place.left() + look.px(22));
            const QString count = countText(index.data(SearchFacets::CountRole).toLongLong());
            const QFont figures = look.font(TypeRole::Figures);
            paintText(*painter, place, count, figures, look.color(Token::Text2), Qt::AlignRight);
            place.setRight(place.right() - textWidth(figures, count) - look.px(6));
            paintText(*painter, place, label, look.font(TypeRole::Body), look.color(Token::Text));
        }
        if ((option.state & QStyle::State_HasFocus) != 0 && option.widget != nullptr &&
            option.widget->hasFocus())
            paintFocusRing(*painter, QRectF(option.rect).adjusted(3, 0, -3, 0), 4);
        painter->restore();
    }
};

} // namespace

FacetList::FacetList(SearchFacets& facets, QWidget* parent)
    : QListView(parent) {
    setModel(&facets);
    setItemDelegate(new FacetDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
    connect(&theme(), &Theme::changed, this, [this] { doItemsLayout(); });
}

void FacetList::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid()) {
            // The list is made anew by the search that follows; the place is kept.
            const int row = currentIndex().row();
            Q_EMIT toggled(currentIndex());
            setCurrentIndex(model()->index(std::min(row, model()->rowCount() - 1), 0));
        }
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

} // namespace rapport::ui
