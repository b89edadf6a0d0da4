// SPDX-License-Identifier: GPL-3.0-or-later
// Caret and selection of ReadingView by keyboard and mouse.
#include "text/segmentation.h"
#include "ui/components/reading_view.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

namespace rapport::ui {

text::TextRange ReadingView::selection() const {
    return {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)};
}

void ReadingView::selectionHasChanged() {
    Q_EMIT selectionChanged();
    if (QAccessible::isActive()) {
        const text::TextRange chosen = selection();
        QAccessibleTextSelectionEvent event(this, int(offset(chosen.begin)), int(offset(chosen.end)));
        event.setCursorPosition(int(offset(m_caret)));
        QAccessible::updateAccessibility(&event);
    }
}

void ReadingView::moveTo(text::CodePoints position, bool selects) {
    const text::TextRange before = selection();
    m_caret = position;
    if (!selects)
        m_anchor = position;
    ensureVisible(position);
    viewport()->update();
    if (before != selection() && (!before.isEmpty() || hasSelection()))
        selectionHasChanged();
    if (QAccessible::isActive()) {
        QAccessibleTextCursorEvent event(this, int(offset(m_caret)));
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT caretMoved();
}

void ReadingView::setCaret(text::CodePoints position) {
    m_wantedX = -1;
    moveTo(position, false);
}

void ReadingView::select(text::TextRange range) {
    m_anchor = range.begin;
    m_wantedX = -1;
    moveTo(range.end, true);
    if (range.isEmpty())
        selectionHasChanged();
}

void ReadingView::clearSelection() {
    moveTo(m_caret, false);
}

namespace {

text::TextRange shifted(text::TextRange local, text::CodePoints by) {
    return {local.begin + by.value, local.end + by.value};
}

} // namespace

void ReadingView::selectSentence() {
    const int index = blockOf(hasSelection() ? selection().begin : m_caret);
    if (index < 0)
        return;
    const text::TextRange block = m_infos[std::size_t(index)].range;
    const auto sentences = text::sentences(m_text.utf8Slice(block), m_language);
    if (sentences.empty())
        return;
    if (!hasSelection()) {
        // Between two sentences the one before is meant.
        text::TextRange wanted = shifted(sentences.front(), block.begin);
        for (const text::TextRange& each : sentences) {
            if (shifted(each, block.begin).begin <= m_caret)
                wanted = shifted(each, block.begin);
        }
        select(wanted);
        return;
    }
    const text::TextRange chosen = selection();
    for (const text::TextRange& each : sentences) {
        const text::TextRange sentence = shifted(each, block.begin);
        if (sentence.begin <= chosen.begin && chosen.end < sentence.end) {
            select(sentence); // from a part of a sentence to all of it
            return;
        }
        if (sentence.end > chosen.end) {
            select({chosen.begin, sentence.end});
            return;
        }
    }
}

void ReadingView::selectWhole() {
    const int index = blockOf(m_caret);
    if (index >= 0)
        select(m_infos[std::size_t(index)].range);
}

text::CodePoints ReadingView::graphemeAfter(text::CodePoints position) const {
    const int index = blockOf(position);
    if (index < 0)
        return position;
    const text::TextRange block = m_infos[std::size_t(index)].range;
    if (position >= block.end)
        return std::size_t(index) + 1 < m_infos.size() ? m_infos[std::size_t(index) + 1].range.begin
                                                       : position;
    const text::CodePoints local(position - block.begin);
    return text::nextGrapheme(m_text.utf8Slice(block), local) + block.begin.value;
}

text::CodePoints ReadingView::graphemeBefore(text::CodePoints position) const {
    const int index = blockOf(position);
    if (index < 0)
        return position;
    const text::TextRange block = m_infos[std::size_t(index)].range;
    if (position <= block.begin)
        return index > 0 ? m_infos[std::size_t(index) - 1].range.end : position;
    const text::CodePoints local(position - block.begin);
    return text::previousGrapheme(m_text.utf8Slice(block), local) + block.begin.value;
}

text::CodePoints ReadingView::wordEndAfter(text::CodePoints position) const {
    for (int index = std::max(0, blockOf(position)); index < int(m_infos.size()); ++index) {
        const text::TextRange block = m_infos[std::size_t(index)].range;
        for (const text::TextRange& word : text::words(m_text.utf8Slice(block))) {
            if (shifted(word, block.begin).end > position)
                return shifted(word, block.begin).end;
        }
        if (position < block.end)
            return block.end; // what follows the last word
    }
    return position;
}

text::CodePoints ReadingView::wordBeginBefore(text::CodePoints position) const {
    for (int index = blockOf(position); index >= 0; --index) {
        const text::TextRange block = m_infos[std::size_t(index)].range;
        const auto words = text::words(m_text.utf8Slice(block));
        for (auto word = words.rbegin(); word != words.rend(); ++word) {
            if (shifted(*word, block.begin).begin < position)
                return shifted(*word, block.begin).begin;
        }
        if (position > block.begin)
            return block.begin;
    }
    return position;
}

text::CodePoints ReadingView::lineMoved(int step) {
    const int index = blockOf(m_caret);
    if (index < 0)
        return m_caret;
    const QRect now = caretRect();
    if (m_wantedX < 0)
        m_wantedX = now.x();
    const int line = lineOf(m_caret) + step;
    if (line < 0)
        return m_infos.front().range.begin;
    if (line >= m_lines)
        return m_infos.back().range.end;
    return positionAt(QPoint(int(m_wantedX), lineTop(line) - scrollOffset() + lineHeight() / 2));
}

text::CodePoints ReadingView::lineEdge(bool atEnd) const {
    const int index = blockOf(m_caret);
    if (index < 0)
        return m_caret;
    const Block& block = m_blocks[std::size_t(index)];
    const QTextLine line = block.layout->lineForTextPosition(int(offset(m_caret) - block.begin));
    if (!line.isValid())
        return m_caret;
    const bool isLast = line.lineNumber() + 1 == block.layout->lineCount();
    // The end of a wrapped line is before its last letter, a space: behind it the next line begins.
    const int end = line.textStart() + line.textLength() - (isLast ? 0 : 1);
    return place(block.begin + (atEnd ? end : line.textStart()));
}

bool ReadingView::isRightToLeftAt(text::CodePoints position) const {
    const int index = blockOf(position);
    return index >= 0 && m_blocks[std::size_t(index)].layout->text().isRightToLeft();
}

void ReadingView::keyPressEvent(QKeyEvent* event) {
    const bool selects = event->modifiers() & Qt::ShiftModifier;
    const Qt::KeyboardModifiers others = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const bool byWord = others == Qt::ControlModifier;
    const bool isPlain = others == Qt::NoModifier;
    if (others == Qt::AltModifier && event->key() == Qt::Key_Up)
        return selectSentence();
    if (others == Qt::AltModifier && event->key() == Qt::Key_Down)
        return selectWhole();
    if (event->matches(QKeySequence::Copy)) {
        if (hasSelection())
            QGuiApplication::clipboard()->setText(m_text.slice(selection()));
        return;
    }
    if (!isPlain && !byWord)
        return event->ignore();
    if (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
        m_wantedX = -1;
    switch (event->key()) {
    // In a text that runs from right to left, the left arrow goes on.
    case Qt::Key_Left:
    case Qt::Key_Right:
        if ((event->key() == Qt::Key_Right) == isRightToLeftAt(m_caret)) {
            if (isPlain && !selects && hasSelection())
                return moveTo(selection().begin, false);
            return moveTo(byWord ? wordBeginBefore(m_caret) : graphemeBefore(m_caret), selects);
        }
        if (isPlain && !selects && hasSelection())
            return moveTo(selection().end, false);
        return moveTo(byWord ? wordEndAfter(m_caret) : graphemeAfter(m_caret), selects);
    case Qt::Key_Up:
        return isPlain ? moveTo(lineMoved(-1), selects) : event->ignore();
    case Qt::Key_Down:
        return isPlain ? moveTo(lineMoved(1), selects) : event->ignore();
    case Qt::Key_Home:
        return isPlain ? moveTo(lineEdge(false), selects) : event->ignore();
    case Qt::Key_End:
        return isPlain ? moveTo(lineEdge(true), selects) : event->ignore();
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        // In an answer these go to the next one, which is not ours to do.
        if (m_style == ReadingStyle::Answer || !isPlain)
            return event->ignore();
        verticalScrollBar()->setValue(scrollOffset() + (event->key() == Qt::Key_PageDown ? 1 : -1) *
                                                           (viewport()->height() - 2 * lineHeight()));
        return moveTo(positionAt(QPoint(textLeft(), lineHeight() * 2)), selects);
    default:
        event->ignore();
    }
}

void ReadingView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_edge = m_style == ReadingStyle::Transcript ? edgeAt(event->position()) : Edge::None;
    m_isDragging = m_edge == Edge::None;
    m_hasDragged = false;
    m_wantedX = -1;
    if (m_edge != Edge::None)
        return;
    moveTo(positionAt(event->position().toPoint()), event->modifiers() & Qt::ShiftModifier);
}

void ReadingView::mouseMoveEvent(QMouseEvent* event) {
    if (m_edge != Edge::None) {
        const auto mark = std::find_if(m_marks.begin(), m_marks.end(),
                                       [](const ReadingMark& each) { return each.isChosen; });
        if (mark == m_marks.end())
            return;
        const text::CodePoints place = positionAt(event->position().toPoint());
        text::TextRange& range = mark->range;
        if (m_edge == Edge::Begin && place < range.end)
            range.begin = place;
        if (m_edge == Edge::End && place > range.begin)
            range.end = place;
        m_hasDragged = true;
        viewport()->update();
        return;
    }
    if (!m_isDragging) {
        viewport()->setCursor(edgeAt(event->position()) == Edge::None ? Qt::IBeamCursor : Qt::SizeHorCursor);
        return;
    }
    const text::CodePoints position = positionAt(event->position().toPoint());
    if (position != m_caret) {
        m_hasDragged = true;
        moveTo(position, true);
    }
}

void ReadingView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_isDragging = false;
    if (m_edge != Edge::None) {
        m_edge = Edge::None;
        if (const ReadingMark* mark = chosenMark(); mark != nullptr && m_hasDragged)
            Q_EMIT markResized(mark->id, mark->range);
        return;
    }
    if (m_hasDragged || hasSelection())
        return;
    // The shortest mark is the one that is meant.
    const ReadingMark* meant = nullptr;
    for (const ReadingMark& mark : m_marks) {
        if (mark.range.contains(m_caret) && (meant == nullptr || mark.range.length() < meant->range.length()))
            meant = &mark;
    }
    if (meant != nullptr)
        Q_EMIT markClicked(meant->id);
}

void ReadingView::mouseDoubleClickEvent(QMouseEvent* event) {
    const text::CodePoints position = positionAt(event->position().toPoint());
    const int index = blockOf(position);
    if (index < 0)
        return;
    const text::TextRange block = m_infos[std::size_t(index)].range;
    const text::CodePoints local(std::clamp<std::int64_t>(position - block.begin, 0, block.length()));
    const text::TextRange word = text::wordAt(m_text.utf8Slice(block), local);
    m_isDragging = false;
    select(shifted(word, block.begin));
}

void ReadingView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ReadingView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace rapport::ui
