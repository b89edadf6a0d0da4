// SPDX-License-Identifier: GPL-3.0-or-later
// A participant's text to be read, selected in and marked: an answer, or a transcript with line numbers,
// speakers and times. Draws only the lines that are seen, from layouts that are kept per paragraph; marks
// come and selections go as code points of the study's own text, which is never read back from a widget.
// Read-only: keys that it does not use (letters, digits, Enter) go on to its parent. UI thread.
#pragma once

#include "text/text_range.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"

#include <QAbstractScrollArea>
#include <QTextLayout>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rapport::ui {

/// A paragraph: of an answer the whole text (line ends inside it are kept), of a transcript one turn.
struct ReadingBlock {
    text::TextRange range;
    QString speaker;
    QString time;
    bool isQuiet = false; ///< a moderator's: cursive
};

/// Signs beside a block, before its text.
struct BlockSigns {
    bool isDone = false;
    bool isFlagged = false;
    bool hasMemo = false;
};

/// A coded range. `id` is given back when it is clicked.
struct ReadingMark {
    std::int64_t id = 0;
    text::TextRange range;
    CodeLook look;
    bool isChosen = false;
};

enum class ReadingStyle { Answer, Transcript };

class ReadingView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ReadingView(ReadingStyle style, QWidget* parent = nullptr);
    ~ReadingView() override;

    /// Shows another text; caret to its start, no selection, no marks. Blocks rise and do not overlap.
    void setContent(ShownText text, std::vector<ReadingBlock> blocks, const std::string& language);
    /// A whole answer as one block.
    void setAnswer(const std::string& utf8, const std::string& language);
    void setMarks(std::vector<ReadingMark> marks);
    /// One per block, or none. Of a transcript only.
    void setSigns(std::vector<BlockSigns> signs);
    /// Passages to underline lightly (matches of a search).
    void setHighlights(std::vector<text::TextRange> ranges);

    [[nodiscard]] const ShownText& shown() const { return m_text; }
    [[nodiscard]] text::CodePoints caret() const { return m_caret; }
    /// Empty at the caret if nothing is selected.
    [[nodiscard]] text::TextRange selection() const;
    [[nodiscard]] bool hasSelection() const { return m_caret != m_anchor; }
    void setCaret(text::CodePoints position);
    void select(text::TextRange range);
    void clearSelection();
    /// The sentence at the caret; with one selected already, one more.
    void selectSentence();
    /// The whole answer, or the turn at the caret.
    void selectWhole();
    /// Start of the next word after a place, or end of the word before it, within the block.
    [[nodiscard]] text::CodePoints wordEndAfter(text::CodePoints position) const;
    [[nodiscard]] text::CodePoints wordBeginBefore(text::CodePoints position) const;
    [[nodiscard]] text::CodePoints graphemeAfter(text::CodePoints position) const;
    [[nodiscard]] text::CodePoints graphemeBefore(text::CodePoints position) const;

    // Geometry, in content coordinates (0 at the top of the text, independent of scrolling).
    [[nodiscard]] int contentHeight() const { return m_height; }
    [[nodiscard]] int lineCount() const { return m_lines; }
    [[nodiscard]] int lineHeight() const;
    /// Number of the line that holds a place, from 0.
    [[nodiscard]] int lineOf(text::CodePoints position) const;
    [[nodiscard]] int lineTop(int line) const;
    /// The line at a height; the last one below the end.
    [[nodiscard]] int lineAt(int y) const;
    [[nodiscard]] int blockOf(text::CodePoints position) const;
    [[nodiscard]] int blockAtLine(int line) const; ///< -1 without text
    [[nodiscard]] int firstLineOf(int block) const { return m_blocks[std::size_t(block)].firstLine; }
    [[nodiscard]] int lastLineOf(int block) const;
    [[nodiscard]] int blockBottom(int block) const;
    /// Another one after every new breaking of lines.
    [[nodiscard]] int layoutNumber() const { return m_layoutNumber; }
    [[nodiscard]] const std::vector<ReadingBlock>& blocks() const { return m_infos; }
    [[nodiscard]] int scrollOffset() const;
    /// Where the caret is in the viewport; for popovers.
    [[nodiscard]] QRect caretRect() const;
    [[nodiscard]] QRect rectOf(text::CodePoints position) const;
    [[nodiscard]] text::CodePoints positionAt(const QPoint& viewportPoint) const;
    void ensureVisible(text::CodePoints position);
    /// Width of everything before the text (line numbers, speakers) or the padding.
    [[nodiscard]] int textLeft() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void caretMoved();
    void selectionChanged();
    void markClicked(std::int64_t id);
    /// An end of the chosen mark was dragged to another place and let go there.
    void markResized(std::int64_t id, const text::TextRange& range);
    /// Lines moved: strips beside the text must be drawn anew.
    void layoutChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Block {
        qsizetype begin = 0; ///< UTF-16, in the whole text
        qsizetype end = 0;
        std::unique_ptr<QTextLayout> layout;
        bool isMixed = false; ///< holds letters that run from right to left
        int firstLine = 0;
        int top = 0;
        int height = 0;
    };
    [[nodiscard]] bool isRightToLeftAt(text::CodePoints position) const;
    /// Where a letter ends, in the direction in which it is read. `local` is the place behind it.
    [[nodiscard]] static qreal endOf(const Block& block, const QTextLine& line, int local);
    /// Pieces of a line that the letters from `from` to `to` take, from left to right.
    [[nodiscard]] static std::vector<std::pair<qreal, qreal>> spans(const Block& block, const QTextLine& line,
                                                                    int from, int to);
    [[nodiscard]] TypeRole role() const;
    [[nodiscard]] int textWidth() const;
    [[nodiscard]] int blockPadding() const;
    [[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(const Block& block,
                                                            const ReadingBlock& info) const;
    void relayout();
    void updateScrollBar();
    void moveTo(text::CodePoints position, bool selects);
    [[nodiscard]] text::CodePoints lineMoved(int step);
    [[nodiscard]] text::CodePoints lineEdge(bool atEnd) const;
    [[nodiscard]] qsizetype offset(text::CodePoints position) const { return m_text.toQtOffset(position); }
    [[nodiscard]] text::CodePoints place(qsizetype utf16) const { return m_text.toCodePoints(utf16); }
    void paintBlock(QPainter& painter, std::size_t index, int firstVisible, int lastVisible);
    void paintRange(QPainter& painter, const Block& block, qsizetype begin, qsizetype end,
                    const QColor& ground, const QColor& line, int level) const;
    void paintTags(QPainter& painter, const Block& block) const;
    [[nodiscard]] int tagWidth(const CodeLook& look) const;
    void selectionHasChanged();
    enum class Edge { None, Begin, End };
    [[nodiscard]] const ReadingMark* chosenMark() const;
    /// Centre of the round end at which a chosen mark is dragged, in the viewport.
    [[nodiscard]] QPointF edgePlace(const ReadingMark& mark, Edge edge) const;
    [[nodiscard]] Edge edgeAt(const QPointF& point) const;
    void paintEdges(QPainter& painter) const;

    ReadingStyle m_style;
    ShownText m_text;
    std::string m_language;
    std::vector<ReadingBlock> m_infos;
    std::vector<Block> m_blocks;
    std::vector<ReadingMark> m_marks;
    std::vector<int> m_levels; ///< of the marks: overlapping ones get underlines of their own
    std::vector<BlockSigns> m_signs;
    std::vector<text::TextRange> m_highlights;
    Edge m_edge = Edge::None; ///< that is being dragged
    int m_layoutNumber = 0;
    text::CodePoints m_caret;
    text::CodePoints m_anchor;
    qreal m_wantedX = -1; ///< kept while the caret moves by lines
    int m_lines = 0;
    int m_height = 0;
    bool m_isDragging = false;
    bool m_hasDragged = false;
};

} // namespace rapport::ui
