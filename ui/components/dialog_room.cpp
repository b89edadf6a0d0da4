// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/dialog_room.h"

#include "ui/app/theme.h"

#include <QDialog>
#include <QEvent>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

QSize screenRoom(const QWidget& dialog) {
    // A frame that is not there yet takes what that of the window behind it takes.
    QSize frame(16, 48);
    for (const QWidget* each : std::array<const QWidget*, 2>{&dialog, dialog.parentWidget()}) {
        if (each == nullptr || !each->window()->isVisible())
            continue;
        const QSize taken = each->window()->frameGeometry().size() - each->window()->geometry().size();
        if (!taken.isEmpty()) {
            frame = taken;
            break;
        }
    }
    return dialog.screen()->availableSize() - frame;
}

void setLeastWidth(QDialog& dialog, int width) {
    dialog.setMinimumWidth(std::min(theme().px(width), screenRoom(dialog).width()));
}

void openWithin(QDialog& dialog, int width, int height) {
    dialog.resize(QSize(theme().px(width), theme().px(height)).boundedTo(screenRoom(dialog)));
}

ScrolledBody::ScrolledBody(QWidget* parent)
    : ScrolledBody(new QWidget, parent) {
    new QVBoxLayout(widget());
}

ScrolledBody::ScrolledBody(QWidget* content, QWidget* parent)
    : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QVBoxLayout* ScrolledBody::column() const {
    return qobject_cast<QVBoxLayout*>(widget()->layout());
}

QSize ScrolledBody::sizeHint() const {
    return widget()->sizeHint();
}

QSize ScrolledBody::minimumSizeHint() const {
    const QSize least = widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    return {std::min(least.width() + verticalScrollBar()->sizeHint().width(), theme().px(360)),
            std::min(least.height(), theme().px(80))};
}

bool ScrolledBody::hasHeightForWidth() const {
    return widget()->hasHeightForWidth();
}

int ScrolledBody::heightForWidth(int width) const {
    return widget()->heightForWidth(width);
}

bool ScrolledBody::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace rapport::ui
