// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/flow_layout.h"

#include "ui/app/theme.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>
#include <utility>

namespace rapport::ui {

FlowLayout::FlowLayout(int gap, QWidget* parent)
    : QLayout(parent)
    , m_gap(gap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    for (QLayoutItem* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item != nullptr) {
        m_items.erase(m_items.begin() + index);
        invalidate();
    }
    return item;
}

int FlowLayout::heightForWidth(int width) const {
    const QMargins around = contentsMargins();
    return arrange(QRect(0, 0, width - around.left() - around.right(), 0), true) + around.top() +
           around.bottom();
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect.marginsRemoved(contentsMargins()), false);
}

QSize FlowLayout::sizeHint() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size = QSize(size.width() + (size.width() > 0 ? theme().px(m_gap) : 0) + hint.width(),
                     std::max(size.height(), hint.height()));
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

int FlowLayout::missing(int width) const {
    int wanted = 0;
    int least = 0;
    int gaps = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        gaps += wanted > 0 ? theme().px(m_gap) : 0;
        wanted += item->sizeHint().width();
        least += item->minimumSize().width();
    }
    return wanted + gaps > width && least + gaps <= width ? wanted + gaps - width : 0;
}

int FlowLayout::arrange(const QRect& rect, bool isMeasuring) const {
    const int gap = theme().px(m_gap);
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    // What gives way does so as long as that keeps all in one line.
    const int squeezed = missing(rect.width());
    int room = 0; // that all of them together can give
    for (const QLayoutItem* item : m_items)
        room += item->isEmpty() ? 0 : item->sizeHint().width() - item->minimumSize().width();
    std::vector<std::pair<QLayoutItem*, QRect>> line;
    int x = rect.x();
    int y = rect.y();
    int lineHeight = 0;
    // Lower ones stand in the middle of their line.
    const auto endLine = [&] {
        for (auto& [item, place] : line) {
            place.moveTop(y + (lineHeight - place.height()) / 2);
            if (!isMeasuring)
                item->setGeometry(QStyle::visualRect(direction, rect, place));
        }
        line.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint();
        if (squeezed > 0)
            size.rwidth() -= (size.width() - item->minimumSize().width()) * squeezed / room + 1;
        size.setWidth(std::clamp(size.width(), item->minimumSize().width(),
                                 std::max(rect.width(), item->minimumSize().width())));
        if (lineHeight > 0 && x + size.width() > rect.x() + rect.width()) {
            endLine();
            x = rect.x();
            y += lineHeight + gap;
            lineHeight = 0;
        }
        line.emplace_back(item, QRect(QPoint(x, y), size));
        x += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine();
    return y + lineHeight - rect.y();
}

} // namespace rapport::ui
