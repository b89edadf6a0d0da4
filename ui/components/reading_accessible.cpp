// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/reading_accessible.h"

#include "ui/components/reading_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QScrollBar>

namespace rapport::ui {

namespace {

class ReadingAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit ReadingAccessible(ReadingView* view)
        : QAccessibleWidget(view, QAccessible::Document) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.selectableText = true;
        state.multiLine = true;
        return state;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (kind == QAccessible::Value)
            return view().shown().qt();
        return QAccessibleWidget::text(kind);
    }

    // QAccessibleTextInterface, in UTF-16 offsets.
    void selection(int index, int* startOffset, int* endOffset) const override {
        *startOffset = *endOffset = 0;
        if (index != 0 || !view().hasSelection())
            return;
        *startOffset = int(view().shown().toQtOffset(view().selection().begin));
        *endOffset = int(view().shown().toQtOffset(view().selection().end));
    }
    [[nodiscard]] int selectionCount() const override { return view().hasSelection() ? 1 : 0; }
    void addSelection(int startOffset, int endOffset) override { setSelection(0, startOffset, endOffset); }
    void removeSelection(int) override { view().clearSelection(); }
    void setSelection(int, int startOffset, int endOffset) override {
        view().select({view().shown().toCodePoints(startOffset), view().shown().toCodePoints(endOffset)});
    }
    [[nodiscard]] int cursorPosition() const override {
        return int(view().shown().toQtOffset(view().caret()));
    }
    void setCursorPosition(int position) override { view().setCaret(view().shown().toCodePoints(position)); }
    [[nodiscard]] QString text(int startOffset, int endOffset) const override {
        return view().shown().qt().mid(startOffset, endOffset - startOffset);
    }
    [[nodiscard]] int characterCount() const override { return int(view().shown().qt().size()); }
    [[nodiscard]] QRect characterRect(int offset) const override {
        const QRect rect = view().rectOf(view().shown().toCodePoints(offset));
        const QRect next = view().rectOf(view().graphemeAfter(view().shown().toCodePoints(offset)));
        const int width = next.top() == rect.top() ? qMax(2, next.x() - rect.x()) : 8;
        return {view().viewport()->mapToGlobal(rect.topLeft()), QSize(width, rect.height())};
    }
    [[nodiscard]] int offsetAtPoint(const QPoint& point) const override {
        return int(view().shown().toQtOffset(view().positionAt(view().viewport()->mapFromGlobal(point))));
    }
    void scrollToSubstring(int startIndex, int) override {
        view().ensureVisible(view().shown().toCodePoints(startIndex));
    }
    [[nodiscard]] QString attributes(int offset, int* startOffset, int* endOffset) const override {
        *startOffset = offset;
        *endOffset = characterCount();
        return {};
    }

private:
    [[nodiscard]] ReadingView& view() const { return *static_cast<ReadingView*>(object()); }
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    if (auto* view = qobject_cast<ReadingView*>(object))
        return new ReadingAccessible(view);
    return nullptr;
}

} // namespace

void installReadingAccessibility() {
    static const bool isDone = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isDone);
}

} // namespace rapport::ui
