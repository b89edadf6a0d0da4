// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/paper_view.h"

#include "ui/app/theme.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

namespace {

/// A document with its words; without this, readers call it a client area.
void installAccessibility() {
    QAccessible::installFactory([](const QString& name, QObject* object) -> QAccessibleInterface* {
        auto* view =
            name == QLatin1String("rapport::ui::PaperView") ? qobject_cast<PaperView*>(object) : nullptr;
        return view == nullptr ? nullptr : new QAccessibleWidget(view, QAccessible::Document);
    });
}

} // namespace

PaperView::PaperView(QWidget* parent)
    : QAbstractScrollArea(parent) {
    static const bool isInstalled = (installAccessibility(), true);
    static_cast<void>(isInstalled);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    // A bar that comes and goes with the words would change the width that they are laid out for.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

void PaperView::setPage(std::shared_ptr<const PaintedPage> page) {
    m_page = std::move(page);
    setAccessibleDescription(m_page ? m_page->words : QString());
    setBars();
    viewport()->update();
}

int PaperView::margin() const {
    return theme().px(24);
}

int PaperView::paperWidth() const {
    // Not of the viewport, which has its place only when it is shown.
    const int bar = verticalScrollBar()->sizeHint().width() +
                    std::max(0, style()->pixelMetric(QStyle::PM_ScrollView_ScrollBarSpacing, nullptr, this));
    return std::max(theme().px(240), width() - bar - 2 * margin());
}

void PaperView::setBars() {
    const auto set = [](QScrollBar& bar, double whole, int seen) {
        bar.setPageStep(seen);
        bar.setSingleStep(theme().px(40));
        bar.setRange(0, std::max(0, int(std::ceil(whole)) - seen));
    };
    // Tables come out a few pixels wider than the width that they fill: the margin takes those.
    set(*horizontalScrollBar(), m_page ? m_page->width + 1.5 * margin() : 0, viewport()->width());
    set(*verticalScrollBar(), m_page ? m_page->height + 2.0 * margin() : 0, viewport()->height());
}

void PaperView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Qt::white);
    if (!m_page)
        return;
    const QPoint origin(margin() - horizontalScrollBar()->value(), margin() - verticalScrollBar()->value());
    const QRect asked = event->rect().translated(-origin);
    painter.translate(origin);
    painter.setPen(Qt::black); // a picture begins with the pen it finds, which is the theme's
    for (const PaintedPage::Strip& strip : m_page->strips) {
        if (strip.bottom >= asked.top() && strip.top <= asked.bottom())
            painter.drawPicture(0, 0, strip.picture);
    }
}

void PaperView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    setBars();
    if (event->size().width() != event->oldSize().width())
        Q_EMIT paperWidthChanged();
}

void PaperView::scrollContentsBy(int dx, int dy) {
    viewport()->scroll(dx, dy); // what is seen already is not drawn again
}

void PaperView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Home)
        verticalScrollBar()->setValue(0);
    else if (event->key() == Qt::Key_End)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace rapport::ui
