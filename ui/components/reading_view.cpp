// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/reading_view.h"

#include "text/segmentation.h"
#include "ui/app/icons.h"
#include "ui/components/painting.h"
#include "ui/components/reading_accessible.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextOption>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

namespace {

bool runsFromRight(QChar each) {
    const QChar::Direction direction = each.direction();
    return direction == QChar::DirR || direction == QChar::DirAL;
}

constexpr int mostTextAnswer = 700;
constexpr int mostTextTranscript = 620;
constexpr int underlineLevels = 3;

/// Shortens a speaker's name but keeps its number: "Teacher ed… 3".
QString shortSpeaker(const QString& name, const QFont& font, qreal width) {
    const QFontMetricsF metrics(font);
    const qsizetype space = name.lastIndexOf(QLatin1Char(' '));
    if (metrics.horizontalAdvance(name) <= width || space < 0 || name.size() - space > 5)
        return name;
    const QString number = name.mid(space);
    return metrics.elidedText(name.left(space), Qt::ElideRight, width - metrics.horizontalAdvance(number)) +
           number;
}

} // namespace

ReadingView::ReadingView(ReadingStyle style, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_style(style) {
    installReadingAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    connect(&theme(), &Theme::changed, this, [this] {
        // Letters of another size: the same part of the text, and the caret where it was in sight.
        QScrollBar* bar = verticalScrollBar();
        const double part = double(bar->value()) / std::max(1, bar->maximum());
        relayout();
        bar->setValue(qRound(part * bar->maximum()));
        const int around = viewport()->height() / 2;
        if (!isVisible() || viewport()->rect().adjusted(0, -around, 0, around).contains(rectOf(m_caret)))
            ensureVisible(m_caret);
        viewport()->update();
    });
}

ReadingView::~ReadingView() = default;

TypeRole ReadingView::role() const {
    return m_style == ReadingStyle::Answer ? TypeRole::Reading : TypeRole::Transcript;
}

int ReadingView::lineHeight() const {
    return theme().lineHeight(role());
}

int ReadingView::textLeft() const {
    // By the pane, not by what a scroll bar leaves of it, or the bar would come and go.
    const bool isNarrow = width() < theme().px(340);
    return theme().px(m_style != ReadingStyle::Answer ? 150 : isNarrow ? 16 : 36);
}

int ReadingView::blockPadding() const {
    return m_style == ReadingStyle::Answer ? 0 : theme().px(5);
}

int ReadingView::textWidth() const {
    const int most = m_style == ReadingStyle::Answer ? mostTextAnswer : mostTextTranscript;
    const double zoom = std::max(1.0, theme().readingZoom());
    // Of an answer the bar stands in the margin: text that fits without it would not fit beside it.
    const int room = m_style == ReadingStyle::Answer ? width() - 2 * textLeft()
                                                     : viewport()->width() - textLeft() - theme().px(12);
    return std::clamp(room, theme().px(80), theme().px(most * zoom));
}

void ReadingView::setContent(ShownText text, std::vector<ReadingBlock> blocks, const std::string& language) {
    m_text = std::move(text);
    m_infos = std::move(blocks);
    m_language = language;
    m_marks.clear();
    m_levels.clear();
    m_signs.clear();
    m_highlights.clear();
    m_caret = m_anchor = m_infos.empty() ? text::CodePoints() : m_infos.front().range.begin;
    m_wantedX = -1;
    m_blocks.clear();
    for (const ReadingBlock& info : m_infos) {
        Block block;
        block.begin = offset(info.range.begin);
        block.end = offset(info.range.end);
        m_blocks.push_back(std::move(block));
    }
    verticalScrollBar()->setValue(0);
    relayout();
    viewport()->update();
    selectionHasChanged();
    Q_EMIT caretMoved();
}

void ReadingView::setAnswer(const std::string& utf8, const std::string& language) {
    ShownText text(utf8);
    ReadingBlock all;
    all.range = {text::CodePoints(0), text.length()};
    setContent(std::move(text), {all}, language);
}

void ReadingView::setMarks(std::vector<ReadingMark> marks) {
    m_marks = std::move(marks);
    std::sort(m_marks.begin(), m_marks.end(), [](const ReadingMark& a, const ReadingMark& b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
    m_levels.assign(m_marks.size(), 0);
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        std::vector<bool> taken(underlineLevels, false);
        for (std::size_t j = 0; j < i; ++j) {
            if (m_marks[j].range.overlaps(m_marks[i].range))
                taken[std::size_t(m_levels[j])] = true;
        }
        const auto free = std::find(taken.begin(), taken.end(), false);
        m_levels[i] = free == taken.end() ? underlineLevels - 1 : int(free - taken.begin());
    }
    // Tags take room in the lines of an answer.
    if (m_style == ReadingStyle::Answer)
        relayout();
    viewport()->update();
}

void ReadingView::setSigns(std::vector<BlockSigns> signs) {
    m_signs = std::move(signs);
    viewport()->update();
}

void ReadingView::setHighlights(std::vector<text::TextRange> ranges) {
    m_highlights = std::move(ranges);
    viewport()->update();
}

int ReadingView::tagWidth(const CodeLook& look) const {
    return ui::textWidth(theme().font(TypeRole::Tag), look.tag) + theme().px(6);
}

QList<QTextLayout::FormatRange> ReadingView::formatsOf(const Block& block, const ReadingBlock& info) const {
    QList<QTextLayout::FormatRange> formats;
    if (m_style != ReadingStyle::Answer)
        return formats;
    // Room for the tag letters: the last letter of a mark is given space behind it.
    std::vector<std::pair<text::CodePoints, int>> ends;
    for (const ReadingMark& mark : m_marks) {
        if (!mark.range.overlaps(info.range))
            continue;
        const text::CodePoints end = std::min(mark.range.end, info.range.end);
        const auto same =
            std::find_if(ends.begin(), ends.end(), [end](const auto& pair) { return pair.first == end; });
        if (same == ends.end())
            ends.emplace_back(end, tagWidth(mark.look));
        else
            same->second += tagWidth(mark.look);
    }
    for (const auto& [end, width] : ends) {
        qsizetype last = offset(graphemeBefore(end)) - block.begin;
        qsizetype behind = offset(end) - block.begin;
        // Room is made at the right of a letter. Read from right to left, that behind a mark is at the right
        // of the next letter; at the end of the text there is room as it is.
        if (runsFromRight(block.layout->text().at(last))) {
            last = behind;
            behind = offset(std::min(graphemeAfter(end), info.range.end)) - block.begin;
        }
        if (last >= behind)
            continue;
        QTextLayout::FormatRange range;
        range.start = int(last);
        range.length = int(behind - last);
        QTextCharFormat format;
        format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        // Spread over the letters of the grapheme, which the layout spaces one by one.
        format.setFontLetterSpacing(double(width) / std::max(1, range.length));
        range.format = format;
        formats.append(range);
    }
    return formats;
}

void ReadingView::relayout() {
    const int line = lineHeight();
    const int width = textWidth();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    int top = m_style == ReadingStyle::Answer ? theme().px(4) : 0;
    int lines = 0;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        Block& block = m_blocks[i];
        QFont font = theme().font(role());
        font.setItalic(m_infos[i].isQuiet);
        QString words = m_text.qt().mid(block.begin, block.end - block.begin);
        words.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
        block.layout = std::make_unique<QTextLayout>(words, font);
        block.isMixed = std::any_of(words.begin(), words.end(), runsFromRight);
        option.setAlignment(words.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
        block.layout->setTextOption(option);
        block.layout->setCacheEnabled(true);
        block.layout->setFormats(formatsOf(block, m_infos[i]));
        block.firstLine = lines;
        block.top = top;
        block.layout->beginLayout();
        int y = 0;
        for (QTextLine each = block.layout->createLine(); each.isValid(); each = block.layout->createLine()) {
            each.setLineWidth(width);
            each.setPosition(QPointF(0, y + (line - each.height()) / 2));
            y += line;
            ++lines;
        }
        block.layout->endLayout();
        // A turn takes two lines at least: its speaker and its time.
        const int least = m_style == ReadingStyle::Transcript && !m_infos[i].time.isEmpty() ? 2 * line : line;
        block.height = std::max(y, least) + 2 * blockPadding();
        top += block.height;
    }
    m_lines = lines;
    ++m_layoutNumber;
    m_height = top + (m_style == ReadingStyle::Answer ? theme().px(8) : 0);
    updateScrollBar();
    updateGeometry();
    Q_EMIT layoutChanged();
}

void ReadingView::updateScrollBar() {
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineHeight());
}

QSize ReadingView::sizeHint() const {
    return {theme().px(560), m_height};
}

int ReadingView::scrollOffset() const {
    return verticalScrollBar()->value();
}

void ReadingView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    const QRect caret = rectOf(m_caret);
    const bool isSeen =
        caret.bottom() >= 0 && caret.top() < std::max(event->oldSize().height(), event->size().height());
    if (event->size().width() != event->oldSize().width())
        relayout();
    else
        updateScrollBar();
    if (isSeen && !viewport()->rect().contains(rectOf(m_caret)))
        ensureVisible(m_caret);
}

void ReadingView::scrollContentsBy(int, int) {
    viewport()->update();
    Q_EMIT layoutChanged();
}

int ReadingView::blockOf(text::CodePoints position) const {
    if (m_infos.empty())
        return -1;
    const auto after =
        std::upper_bound(m_infos.begin(), m_infos.end(), position,
                         [](text::CodePoints at, const ReadingBlock& b) { return at < b.range.begin; });
    return std::max(0, int(after - m_infos.begin()) - 1);
}

int ReadingView::lineOf(text::CodePoints position) const {
    const int index = blockOf(position);
    if (index < 0)
        return 0;
    const Block& block = m_blocks[std::size_t(index)];
    const qsizetype local = std::clamp(offset(position) - block.begin, qsizetype(0), block.end - block.begin);
    const QTextLine line = block.layout->lineForTextPosition(int(local));
    return block.firstLine + (line.isValid() ? line.lineNumber() : 0);
}

int ReadingView::lineTop(int line) const {
    if (m_blocks.empty())
        return 0;
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), line,
                                        [](int wanted, const Block& b) { return wanted < b.firstLine; });
    const Block& block = after == m_blocks.begin() ? m_blocks.front() : *(after - 1);
    return block.top + blockPadding() + (line - block.firstLine) * lineHeight();
}

int ReadingView::blockAtLine(int line) const {
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), line,
                                        [](int wanted, const Block& b) { return wanted < b.firstLine; });
    return m_blocks.empty() ? -1 : std::max(0, int(after - m_blocks.begin()) - 1);
}

int ReadingView::lastLineOf(int block) const {
    const Block& each = m_blocks[std::size_t(block)];
    return each.firstLine + std::max(1, each.layout->lineCount()) - 1;
}

int ReadingView::blockBottom(int block) const {
    const Block& each = m_blocks[std::size_t(block)];
    return each.top + each.height;
}

int ReadingView::lineAt(int y) const {
    if (m_blocks.empty())
        return 0;
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), y,
                                        [](int wanted, const Block& b) { return wanted < b.top; });
    const Block& block = after == m_blocks.begin() ? m_blocks.front() : *(after - 1);
    const int within = (y - block.top - blockPadding()) / std::max(1, lineHeight());
    return block.firstLine + std::clamp(within, 0, std::max(0, block.layout->lineCount() - 1));
}

const ReadingMark* ReadingView::chosenMark() const {
    const auto found =
        std::find_if(m_marks.begin(), m_marks.end(), [](const ReadingMark& mark) { return mark.isChosen; });
    return found == m_marks.end() ? nullptr : &*found;
}

QPointF ReadingView::edgePlace(const ReadingMark& mark, Edge edge) const {
    const int half = theme().px(3);
    if (edge == Edge::Begin) {
        const QRect place = rectOf(mark.range.begin);
        return {qreal(place.left()), qreal(place.top() + half)};
    }
    // Behind the last letter, not before the first one of the next line.
    const text::CodePoints before = graphemeBefore(mark.range.end);
    const int index = blockOf(before);
    const Block& block = m_blocks[std::size_t(std::max(0, index))];
    const int local = int(offset(mark.range.end) - block.begin);
    const QTextLine line = block.layout->lineForTextPosition(int(offset(before) - block.begin));
    if (!line.isValid())
        return {};
    const qreal x = endOf(block, line, local);
    const int y = block.top + blockPadding() + (line.lineNumber() + 1) * lineHeight() - scrollOffset();
    return {textLeft() + x, qreal(y - half)};
}

ReadingView::Edge ReadingView::edgeAt(const QPointF& point) const {
    const ReadingMark* mark = chosenMark();
    if (mark == nullptr)
        return Edge::None;
    const qreal reach = theme().px(7);
    for (const Edge edge : {Edge::Begin, Edge::End}) {
        const QPointF away = edgePlace(*mark, edge) - point;
        if (away.x() * away.x() + away.y() * away.y() <= reach * reach)
            return edge;
    }
    return Edge::None;
}

void ReadingView::paintEdges(QPainter& painter) const {
    const ReadingMark* mark = chosenMark();
    if (mark == nullptr || m_blocks.empty())
        return;
    const qreal round = theme().px(3.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(Token::Focus));
    for (const Edge edge : {Edge::Begin, Edge::End}) {
        const QPointF place = edgePlace(*mark, edge);
        const qreal stem = lineHeight() - theme().px(6);
        painter.fillRect(
            QRectF(place.x() - 0.75, edge == Edge::Begin ? place.y() : place.y() - stem, 1.5, stem),
            theme().color(Token::Focus));
        painter.drawEllipse(place, round, round);
    }
    painter.restore();
}

qreal ReadingView::endOf(const Block& block, const QTextLine& line, int local) {
    const bool isAtLineEnd = local >= line.textStart() + line.textLength();
    if (!block.isMixed)
        return isAtLineEnd ? line.naturalTextRect().right() : line.cursorToX(local);
    int last = std::max(line.textStart(), local - 1);
    while (last > line.textStart() && !block.layout->isValidCursorPosition(last))
        --last;
    return line.cursorToX(last, QTextLine::Trailing);
}

std::vector<std::pair<qreal, qreal>> ReadingView::spans(const Block& block, const QTextLine& line, int from,
                                                        int to) {
    if (!block.isMixed)
        return {{line.cursorToX(from), endOf(block, line, to)}};
    // Letters that are neighbours in the text may lie apart on the line.
    std::vector<std::pair<qreal, qreal>> found;
    for (int at = from; at < to;) {
        const int next = std::max(at + 1, block.layout->nextCursorPosition(at));
        qreal left = line.cursorToX(at, QTextLine::Leading);
        qreal right = line.cursorToX(at, QTextLine::Trailing);
        if (left > right)
            std::swap(left, right);
        found.emplace_back(left, right);
        at = next;
    }
    std::sort(found.begin(), found.end());
    std::vector<std::pair<qreal, qreal>> joined;
    for (const auto& [left, right] : found) {
        if (!joined.empty() && left <= joined.back().second + 0.5)
            joined.back().second = std::max(joined.back().second, right);
        else
            joined.emplace_back(left, right);
    }
    return joined;
}

QRect ReadingView::rectOf(text::CodePoints position) const {
    const int index = blockOf(position);
    if (index < 0)
        return {};
    const Block& block = m_blocks[std::size_t(index)];
    const int local = int(std::clamp(offset(position) - block.begin, qsizetype(0), block.end - block.begin));
    const QTextLine line = block.layout->lineForTextPosition(local);
    const qreal x = line.isValid() ? line.cursorToX(local) : 0;
    const int y = block.top + blockPadding() + (line.isValid() ? line.lineNumber() : 0) * lineHeight();
    return {textLeft() + int(std::lround(x)), y - scrollOffset(), 2, lineHeight()};
}

QRect ReadingView::caretRect() const {
    return rectOf(m_caret);
}

text::CodePoints ReadingView::positionAt(const QPoint& point) const {
    if (m_blocks.empty())
        return {};
    const int y = point.y() + scrollOffset();
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), y,
                                        [](int wanted, const Block& b) { return wanted < b.top; });
    const Block& block = after == m_blocks.begin() ? m_blocks.front() : *(after - 1);
    const int number = std::clamp((y - block.top - blockPadding()) / lineHeight(), 0,
                                  std::max(0, block.layout->lineCount() - 1));
    const QTextLine line = block.layout->lineAt(number);
    if (!line.isValid())
        return place(block.begin);
    int local = line.xToCursor(point.x() - textLeft());
    // A click behind the end of a wrapped line means its end, not the start of the next.
    if (number + 1 < block.layout->lineCount() && local >= line.textStart() + line.textLength())
        local = line.textStart() + line.textLength() - 1;
    return place(block.begin + local);
}

void ReadingView::ensureVisible(text::CodePoints position) {
    const QRect rect = rectOf(position);
    // None where there is hardly room for the line, as before the pane has its size.
    const int margin = std::clamp((viewport()->height() - rect.height()) / 2, 0, lineHeight());
    if (rect.top() < margin)
        verticalScrollBar()->setValue(scrollOffset() + rect.top() - margin);
    else if (rect.bottom() > viewport()->height() - margin)
        verticalScrollBar()->setValue(scrollOffset() + rect.bottom() - viewport()->height() + margin);
}

void ReadingView::paintRange(QPainter& painter, const Block& block, qsizetype begin, qsizetype end,
                             const QColor& ground, const QColor& line, int level) const {
    const qsizetype from = std::max(begin, block.begin) - block.begin;
    const qsizetype to = std::min(end, block.end) - block.begin;
    if (from >= to)
        return;
    const int letter = QFontInfo(theme().font(role())).pixelSize();
    const QTextLine first = block.layout->lineForTextPosition(int(from));
    const QTextLine last = block.layout->lineForTextPosition(int(to));
    for (int number = first.lineNumber(); number <= last.lineNumber(); ++number) {
        const QTextLine each = block.layout->lineAt(number);
        const int lineBegin = std::max(int(from), each.textStart());
        const int lineEnd = std::min(int(to), each.textStart() + each.textLength());
        if (lineBegin >= lineEnd)
            continue;
        const qreal base = block.top + blockPadding() - scrollOffset() + each.y() + each.ascent();
        for (const auto& [left, right] : spans(block, each, lineBegin, lineEnd)) {
            const QRectF box(textLeft() + left, base - letter * 0.98, right - left, letter * 1.3);
            if (ground.isValid())
                painter.fillRect(box, ground);
            if (line.isValid())
                painter.fillRect(QRectF(box.left(), box.bottom() + level * 3, box.width(), 2), line);
        }
    }
}

void ReadingView::paintTags(QPainter& painter, const Block& block) const {
    // Marks that end at the same place share the room behind it, one after another.
    std::vector<std::pair<qsizetype, int>> used;
    const QFont font = theme().font(TypeRole::Tag);
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) {
        const qsizetype end = offset(mark->range.end);
        if (end <= block.begin || end > block.end)
            continue;
        const int local = int(end - block.begin);
        const QTextLine line = block.layout->lineForTextPosition(std::max(0, local - 1));
        if (!line.isValid())
            continue;
        int taken = 0;
        for (auto& [place, width] : used) {
            if (place == end) {
                taken = width;
                width += tagWidth(mark->look);
            }
        }
        if (taken == 0)
            used.emplace_back(end, tagWidth(mark->look));
        const qreal behind = endOf(block, line, local);
        const int letter = QFontInfo(theme().font(role())).pixelSize();
        const qreal base = block.top + blockPadding() - scrollOffset() + line.y() + line.ascent();
        const QRectF place(textLeft() + behind - taken - tagWidth(mark->look), base - letter * 0.98,
                           tagWidth(mark->look), letter * 0.75);
        painter.setFont(font);
        painter.setPen(theme().inkOnTint(mark->look.color()));
        painter.drawText(place, Qt::AlignCenter, mark->look.tag);
    }
}

void ReadingView::paintBlock(QPainter& painter, std::size_t index, int firstVisible, int lastVisible) {
    const Block& block = m_blocks[index];
    const ReadingBlock& info = m_infos[index];
    const Theme& look = theme();
    const int top = block.top - scrollOffset();
    const int line = lineHeight();
    if (m_style == ReadingStyle::Transcript) {
        painter.fillRect(0, top + block.height - 1, viewport()->width(), 1, look.color(Token::Line));
        for (int number = 0; number < block.layout->lineCount(); ++number) {
            const int y = top + blockPadding() + number * line;
            if (y + line >= firstVisible && y <= lastVisible)
                paintText(painter, QRectF(0, y, look.px(46), line),
                          QString::number(block.firstLine + number + 1), look.font(TypeRole::Figures),
                          look.color(Token::Text3), Qt::AlignRight);
        }
        const QRectF who(look.px(58), top + blockPadding(), textLeft() - look.px(66), line);
        const QFont strong = look.font(TypeRole::SmallStrong);
        paintText(painter, who, shortSpeaker(info.speaker, strong, who.width()), strong,
                  look.color(Token::Text));
        paintText(painter, who.translated(0, line), info.time, look.font(TypeRole::Figures),
                  look.color(Token::Text3));
        if (index < m_signs.size()) {
            // Before the numbers: the turn is done; below it what the rater noted.
            const qreal side = look.px(13);
            const qreal first = top + blockPadding() + (line - side) / 2;
            const BlockSigns& signs = m_signs[index];
            const bool isHigh = block.height >= 2 * line;
            const auto sign = [&](qreal x, qreal y, const char* icon, Token token) {
                paintIcon(painter, QRectF(x, y, side, side), QLatin1String(icon), look.color(token));
            };
            if (signs.isDone)
                sign(look.px(4), first, "check", Token::Ok);
            const qreal below = signs.isDone && isHigh ? first + line : first;
            qreal x = look.px(4) + (signs.isDone && !isHigh ? side : 0);
            if (signs.isFlagged)
                sign(x, below, "flag-set", Token::Warn);
            if (signs.hasMemo)
                sign(x + (signs.isFlagged ? side + 1 : 0), below, "memo", Token::Text2);
        }
    }
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const ReadingMark& mark = m_marks[i];
        if (!mark.range.overlaps(info.range))
            continue;
        const QColor colour = mark.look.color();
        paintRange(painter, block, offset(mark.range.begin), offset(mark.range.end),
                   look.tintOver(colour, Token::Reading), colour, m_levels[i]);
    }
    for (const text::TextRange& range : m_highlights) {
        if (range.overlaps(info.range))
            paintRange(painter, block, offset(range.begin), offset(range.end),
                       mixed(look.color(Token::Reading), look.color(Token::Warn), 0.16),
                       look.color(Token::Warn), 0);
    }
    if (hasSelection()) {
        const text::TextRange chosen = selection();
        paintRange(painter, block, offset(chosen.begin), offset(chosen.end), look.color(Token::Selection),
                   QColor(), 0);
    }
    for (const ReadingMark& mark : m_marks) {
        if (mark.isChosen && mark.range.overlaps(info.range))
            paintRange(painter, block, offset(mark.range.begin), offset(mark.range.end), QColor(),
                       look.color(Token::Focus), 1);
    }
    painter.setPen(look.color(info.isQuiet ? Token::Text2 : Token::Text));
    block.layout->draw(&painter, QPointF(textLeft(), top + blockPadding()), {}, QRectF(viewport()->rect()));
    if (m_style == ReadingStyle::Answer)
        paintTags(painter, block);
}

void ReadingView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme().color(Token::Reading));
    const int from = scrollOffset();
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const Block& block = m_blocks[i];
        if (block.top + block.height < from || block.top > from + viewport()->height())
            continue;
        paintBlock(painter, i, event->rect().top(), event->rect().bottom());
    }
    if (m_style == ReadingStyle::Transcript)
        paintEdges(painter);
    if (hasFocus() && !m_blocks.empty()) {
        const QRect caret = caretRect();
        const int inset = std::max(2, caret.height() / 10);
        painter.fillRect(caret.adjusted(0, inset, 0, -inset), theme().color(Token::Text));
    }
}

} // namespace rapport::ui
