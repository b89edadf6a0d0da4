// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/folding_row.h"

#include "ui/app/theme.h"

#include <QEvent>
#include <algorithm>

namespace rapport::ui {

FoldingRow::FoldingRow(QWidget* title, QWidget* rest, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_rest(rest)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(title, 1);
    m_row->addWidget(rest);
}

QSize FoldingRow::sizeHint() const {
    return {m_title->sizeHint().width() + theme().px(6) + m_rest->sizeHint().width(),
            m_row->sizeHint().height()};
}

QSize FoldingRow::minimumSizeHint() const {
    return {std::max(m_title->minimumSizeHint().width(), m_rest->minimumSizeHint().width()),
            m_row->minimumSize().height()};
}

void FoldingRow::fold() {
    m_row->setSpacing(theme().px(6));
    const auto direction = sizeHint().width() <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_row->direction() != direction)
        m_row->setDirection(direction);
}

bool FoldingRow::event(QEvent* event) {
    // What stands in it says something longer or shorter.
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return QWidget::event(event);
}

void FoldingRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

} // namespace rapport::ui
