// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/grid_parts.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/components/toast.h"

#include <QAbstractItemView>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

void paintTick(QPainter& painter, const QPointF& centre, const QColor& colour, bool hasQuote) {
    const Theme& look = theme();
    const qreal side = look.px(20);
    const QRectF box(centre.x() - side / 2, centre.y() - side / 2, side, side);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(look.tintOver(colour, Token::Surface));
    painter.drawRoundedRect(box, 4, 4);
    const qreal tick = look.px(13);
    const QColor ink = look.inkOnTint(colour);
    paintIcon(painter, QRectF(box.center().x() - tick / 2, box.center().y() - tick / 2, tick, tick),
              QStringLiteral("check"), ink);
    if (hasQuote)
        paintText(painter, QRectF(box.right() - look.px(7), box.top() - look.px(1), look.px(8), look.px(10)),
                  QStringLiteral("”"), look.font(TypeRole::Tag), ink);
}

} // namespace

void GridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const auto* grid = static_cast<const AnswerGrid*>(index.model());
    const Theme& look = theme();
    const GridColumn& column = grid->columns()[std::size_t(index.column())];
    const QRectF place = option.rect;
    const service::UnitMarks& marks = grid->marks(index.row());
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(place, look.color(isSelected ? Token::AccentTint : Token::Surface));
    const QRectF words = place.adjusted(look.px(7), 0, -look.px(6), 0);
    const QString text = index.data().toString();
    switch (column.kind) {
    case GridColumn::Number:
        if (isSelected)
            painter->fillRect(QRectF(place.left(), place.top(), look.px(3), place.height()),
                              look.color(Token::AccentFill));
        paintText(*painter, words, text, look.font(TypeRole::Figures), look.color(Token::Text));
        break;
    case GridColumn::Status: {
        const bool isBegun = !marks.isComplete && !marks.marks.empty();
        const Token token = marks.isComplete ? Token::Ok : isBegun ? Token::Warn : Token::Text3;
        const qreal side = look.px(14);
        paintIcon(*painter, QRectF(words.left(), words.center().y() - side / 2, side, side),
                  marks.isComplete ? QStringLiteral("check")
                  : isBegun        ? QStringLiteral("clock")
                                   : QStringLiteral("answer"),
                  look.color(token));
        paintText(*painter, words.adjusted(look.px(18), 0, 0, 0), text, look.font(TypeRole::Small),
                  look.color(token));
        break;
    }
    case GridColumn::Answer:
        paintAnswer(*painter, words, text);
        break;
    case GridColumn::Seconds:
    case GridColumn::Count:
        if (column.kind == GridColumn::Seconds || grid->applies(index.row(), index.column()))
            paintText(*painter, words, text, look.font(TypeRole::Figures), look.color(Token::Text2),
                      Qt::AlignRight);
        break;
    case GridColumn::Choice:
        if (grid->applies(index.row(), index.column()) && text.isEmpty() && marks.marks.empty())
            paintHatch(*painter, place);
        else
            paintText(*painter, words, text, look.font(TypeRole::Small), look.color(Token::Text));
        break;
    case GridColumn::Marks: {
        const qreal side = look.px(15);
        qreal x = words.left();
        if (marks.isFlagged)
            paintIcon(*painter, QRectF(x, words.center().y() - side / 2, side, side),
                      QStringLiteral("flag-set"), look.color(Token::Warn));
        x += look.px(20);
        if (marks.hasMemo)
            paintIcon(*painter, QRectF(x, words.center().y() - side / 2, side, side), QStringLiteral("memo"),
                      look.color(Token::Text2));
        break;
    }
    case GridColumn::Code:
        switch (grid->state(index.row(), index.column())) {
        case GridState::NotApplicable:
            painter->fillRect(place, look.color(Token::Canvas));
            break;
        case GridState::NotBegun:
            paintHatch(*painter, place);
            break;
        case GridState::Begun:
            painter->setPen(Qt::NoPen);
            painter->setBrush(look.color(Token::Text3));
            painter->drawEllipse(place.center(), 1.3, 1.3);
            break;
        case GridState::Absent:
            paintText(*painter, place, QStringLiteral("0"), look.font(TypeRole::Figures),
                      look.color(Token::Text3), Qt::AlignHCenter);
            break;
        case GridState::Coded:
        case GridState::Quoted:
            paintTick(*painter, place.center(), column.look.color(),
                      grid->state(index.row(), index.column()) == GridState::Quoted);
            break;
        }
        break;
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), look.color(Token::Line));
    painter->fillRect(QRectF(place.right() - 1, place.top(), 1, place.height()), look.color(Token::Line));
    painter->setRenderHint(QPainter::Antialiasing);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view != nullptr && view->hasFocus() && view->currentIndex() == index)
        paintFocusRing(*painter, place.adjusted(0, 0, -1, -1), 3);
    painter->restore();
}

void GridDelegate::paintAnswer(QPainter& painter, const QRectF& place, const QString& text) const {
    const Theme& look = theme();
    const QFont font = look.font(TypeRole::Quotation);
    // What cannot be seen in two lines need not be broken into lines.
    constexpr qsizetype mostLetters = 600;
    const QString shown = text.left(mostLetters);
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout.setTextOption(option);
    layout.beginLayout();
    std::vector<QTextLine> lines;
    for (QTextLine line = layout.createLine(); line.isValid() && lines.size() < 3;
         line = layout.createLine()) {
        line.setLineWidth(place.width());
        lines.push_back(line);
    }
    layout.endLayout();
    const qreal high = look.lineHeight(TypeRole::Quotation) * 0.92;
    const std::size_t drawn = std::min<std::size_t>(2, lines.size());
    qreal top = place.center().y() - high * double(drawn) / 2;
    painter.setFont(font);
    for (std::size_t i = 0; i < drawn; ++i) {
        QString words = shown.mid(lines[i].textStart(), lines[i].textLength());
        if (i == 1 && lines.size() > 2)
            words = QFontMetricsF(font).elidedText(shown.mid(lines[i].textStart()), Qt::ElideRight,
                                                   place.width());
        const QRectF row(place.left(), top, place.width(), high);
        if (!m_words.isEmpty()) {
            for (qsizetype at = words.indexOf(m_words, 0, Qt::CaseInsensitive); at >= 0;
                 at = words.indexOf(m_words, at + m_words.size(), Qt::CaseInsensitive)) {
                const QFontMetricsF metrics(font);
                const qreal left = row.left() + metrics.horizontalAdvance(words.left(at));
                const qreal wide = metrics.horizontalAdvance(words.mid(at, m_words.size()));
                painter.fillRect(QRectF(left, row.top() + 1, wide, high - 2),
                                 mixed(look.color(Token::Surface), look.color(Token::Warn), 0.18));
                painter.fillRect(QRectF(left, row.bottom() - 2, wide, 2), look.color(Token::Warn));
            }
        }
        painter.setPen(look.color(Token::Text));
        painter.setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter.drawText(row, int(Qt::AlignVCenter) | Qt::TextSingleLine, words);
        top += high;
    }
}

GridHeader::GridHeader(const AnswerGrid& grid, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_grid(grid) {
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(20);
}

QSize GridHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), theme().px(72)};
}

void GridHeader::paintSection(QPainter* painter, const QRect& place, int section) const {
    if (section < 0 || std::size_t(section) >= m_grid.columns().size())
        return;
    const Theme& look = theme();
    const GridColumn& column = m_grid.columns()[std::size_t(section)];
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(place, look.color(Token::Canvas));
    const QRectF low(place.left(), place.top() + look.px(22), place.width(), place.height() - look.px(22));
    const bool isSorted =
        m_grid.sortColumn() == section && (section > 0 || m_grid.sortOrder() == Qt::DescendingOrder);
    if (column.kind == GridColumn::Code) {
        const QSize tag = codeTagSize();
        paintCodeTag(
            *painter,
            QRectF(low.center().x() - tag.width() / 2.0, low.top() + look.px(4), tag.width(), tag.height()),
            column.look);
        if (!column.look.key.isEmpty()) {
            const QSize cap = keyCapSize(column.look.key);
            paintKeyCap(*painter,
                        QRectF(low.center().x() - cap.width() / 2.0, low.top() + look.px(26), cap.width(),
                               cap.height()),
                        column.look.key);
        }
    } else {
        const QRectF words = low.adjusted(look.px(7), look.px(4), -look.px(4), 0);
        const QString title = m_grid.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        paintText(*painter, QRectF(words.left(), words.top(), words.width(), look.px(20)), title,
                  look.font(TypeRole::SmallStrong), look.color(Token::Text2));
        paintText(*painter, QRectF(words.left(), words.top() + look.px(21), words.width(), look.px(20)),
                  column.keys, look.font(TypeRole::Figures), look.color(Token::Text3));
    }
    if (isSorted) {
        const qreal side = look.px(11);
        paintIcon(*painter, QRectF(low.right() - side - 1, low.top() + look.px(8), side, side),
                  m_grid.sortOrder() == Qt::AscendingOrder ? QStringLiteral("chevron-up")
                                                           : QStringLiteral("chevron-down"),
                  look.color(Token::Accent));
        painter->fillRect(QRectF(low.left(), low.bottom() - look.px(2), low.width(), look.px(2)),
                          look.color(Token::Accent));
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(QRectF(place.right(), low.top(), 1, low.height()), look.color(Token::Line));
    painter->fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), look.color(Token::LineStrong));
    painter->restore();
}

void GridHeader::paintEvent(QPaintEvent* event) {
    QHeaderView::paintEvent(event);
    // The band of groups over the sections that are seen.
    const Theme& look = theme();
    QPainter painter(viewport());
    const qreal high = look.px(22);
    for (int section = 0; section < count();) {
        if (isSectionHidden(section)) {
            ++section;
            continue;
        }
        const QString group = m_grid.columns()[std::size_t(section)].group;
        int end = section + 1;
        while (end < count() && (isSectionHidden(end) || m_grid.columns()[std::size_t(end)].group == group))
            ++end;
        const int left = sectionViewportPosition(section);
        int last = end - 1;
        while (isSectionHidden(last))
            --last;
        const int right = sectionViewportPosition(last) + sectionSize(last);
        // A group that is scrolled in part keeps its name in sight.
        const qreal from = std::max(0, left);
        const QRectF band(left, 0, right - left, high);
        painter.fillRect(band, look.color(Token::Canvas));
        paintText(painter, QRectF(from + look.px(7), 0, std::max<qreal>(0, right - from - look.px(10)), high),
                  group, look.font(TypeRole::Caption), look.color(Token::Text2));
        painter.fillRect(QRectF(band.right() - 1, 0, 1, high), look.color(Token::LineStrong));
        painter.fillRect(QRectF(band.left(), high - 1, band.width(), 1), look.color(Token::Line));
        section = end;
    }
}

SelectionBar::SelectionBar(QWidget* parent)
    : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    keepInSight(this);
    hide();
}

void SelectionBar::show(int rows) {
    m_text = rows == 1 ? tr("1 answer selected") : tr("%1 answers selected").arg(rows);
    setAccessibleName(m_text);
    const Theme& look = theme();
    const int wide = std::min(parentWidget()->width() - look.px(24), wantedWidth());
    setGeometry((parentWidget()->width() - wide) / 2, parentWidget()->height() - look.px(98), wide,
                look.px(36));
    QWidget::show();
    raise();
    update();
}

void SelectionBar::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    const QColor ground = look.isDark() ? look.color(Token::Text) : QColor(0x1b, 0x20, 0x25);
    const QColor ink = look.isDark() ? look.color(Token::Canvas) : QColor(0xff, 0xff, 0xff);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 6, 6);
    qreal x = look.px(14);
    for (const Piece& piece : pieces()) {
        if (piece.isKey) {
            const QSize size = keyCapSize(piece.text);
            paintKeyCapOn(painter, QRectF(x, (height() - size.height()) / 2.0, size.width(), size.height()),
                          piece.text, ink);
            x += size.width() + look.px(6);
            continue;
        }
        const int wide = textWidth(look.font(piece.role), piece.text);
        paintText(painter, QRectF(x, 0, std::min<qreal>(wide + 1, width() - x - look.px(8)), height()),
                  piece.text, look.font(piece.role), ink);
        x += wide + look.px(10);
    }
}

std::vector<SelectionBar::Piece> SelectionBar::pieces() const {
    return {{m_text, TypeRole::SmallStrong},
            {tr("a code key codes all of them, again takes it off"), TypeRole::Small},
            {QStringLiteral("Enter"), TypeRole::Small, true},
            {tr("completes"), TypeRole::Small},
            {QStringLiteral("Esc"), TypeRole::Small, true},
            {tr("lets go"), TypeRole::Small}};
}

int SelectionBar::wantedWidth() const {
    const Theme& look = theme();
    int wide = look.px(14 + 14);
    for (const Piece& piece : pieces())
        wide += piece.isKey ? keyCapSize(piece.text).width() + look.px(6)
                            : textWidth(look.font(piece.role), piece.text) + look.px(10);
    return wide - look.px(10) + 1;
}

GridLegend::GridLegend(QWidget* parent)
    : QWidget(parent) {
}

QSize GridLegend::sizeHint() const {
    const Theme& look = theme();
    int wide = 0;
    for (const QString& text : {tr("coded"), tr("judged absent"), tr("begun"), tr("not begun")})
        wide += textWidth(look.font(TypeRole::Small), text) + look.px(36);
    return {wide, look.px(28)};
}

void GridLegend::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qreal x = width() - sizeHint().width();
    const qreal middle = height() / 2.0;
    const auto word = [&](const QString& text) {
        x += look.px(26);
        const int wide = textWidth(look.font(TypeRole::Small), text);
        paintText(painter, QRectF(x, 0, wide + 1, height()), text, look.font(TypeRole::Small),
                  look.color(Token::Text2));
        x += wide + look.px(10);
    };
    const qreal half = look.px(10);
    paintTick(painter, QPointF(x + half, middle), look.color(Token::Text2), false);
    word(tr("coded"));
    paintText(painter, QRectF(x, 0, look.px(20), height()), QStringLiteral("0"), look.font(TypeRole::Figures),
              look.color(Token::Text3), Qt::AlignHCenter);
    word(tr("judged absent"));
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.color(Token::Text3));
    painter.drawEllipse(QPointF(x + half, middle), 1.5, 1.5);
    word(tr("begun"));
    const QRectF hatch(x, middle - look.px(8), look.px(20), look.px(16));
    paintHatch(painter, hatch);
    painter.setPen(QPen(look.color(Token::Line), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(hatch);
    word(tr("not begun"));
}

} // namespace rapport::ui
