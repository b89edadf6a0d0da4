// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/choices_panel.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QToolTip>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr double labelAbove = 18;

bool isNarrowAt(int width) {
    return width < theme().px(340);
}

/// Room for the longest title, within reason.
int labelWidth(const std::vector<ChoiceRow>& rows) {
    int widest = theme().px(60);
    for (const ChoiceRow& row : rows)
        widest = std::max(widest, textWidth(theme().font(TypeRole::SmallStrong), row.title) + theme().px(12));
    return std::min(widest, theme().px(98));
}

/// On two lines where one is too short for it; what is longer still is elided.
void paintTitle(QPainter& painter, const QRectF& place, const QString& title, const QColor& ink) {
    const QFont font = theme().font(TypeRole::SmallStrong);
    qsizetype cut = textWidth(font, title) <= place.width() ? -1 : title.size();
    while (cut > 0 && textWidth(font, title.left(cut)) > place.width())
        cut = title.lastIndexOf(QLatin1Char(' '), cut - 1);
    if (cut <= 0) {
        paintText(painter, place, title, font, ink);
        return;
    }
    const qreal line = std::min(place.height() / 2, qreal(theme().px(15)));
    const QRectF first(place.left(), place.center().y() - line, place.width(), line);
    paintText(painter, first, title.left(cut), font, ink);
    paintText(painter, first.translated(0, line), title.mid(cut + 1), font, ink);
}

} // namespace

ChoicesPanel::ChoicesPanel(QWidget* parent)
    : QWidget(parent) {
    installPartsAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Choices"));
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
}

void ChoicesPanel::setRows(std::vector<ChoiceRow> rows) {
    if (rows == m_rows)
        return;
    const bool isSame = rows.size() == m_rows.size();
    m_rows = std::move(rows);
    if (!isSame) {
        m_cursorRow = 0;
        m_cursorLevel = 0;
    }
    m_cursorRow = std::min(m_cursorRow, m_rows.empty() ? 0 : m_rows.size() - 1);
    describe();
    fit();
    update();
}

void ChoicesPanel::fit() {
    const int wanted = heightForWidth(width());
    if (height() != wanted || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

void ChoicesPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

std::vector<ChoicesPanel::Cell> ChoicesPanel::cells(int width, int* height) const {
    const Theme& look = theme();
    std::vector<Cell> found;
    // Where all is narrow, rows are lower and closer, and names stand above their levels.
    const bool isNarrow = isNarrowAt(width);
    const int beside = labelWidth(m_rows);
    const int line = look.px(isNarrow ? 26 : 30);
    const int gap = look.px(isNarrow ? 3 : 5);
    int y = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const ChoiceRow& row = m_rows[i];
        const int left = isNarrow && !row.isCount ? 0 : beside;
        if (row.isCount) {
            const int side = look.px(20);
            found.push_back({i, 0, QRect(left, y + (line - side) / 2, side, side)});
            found.push_back({i, 1, QRect(left + look.px(60), y + (line - side) / 2, side, side)});
            y += line + look.px(isNarrow ? 4 : 8);
            continue;
        }
        if (isNarrow)
            y += look.px(labelAbove);
        std::vector<int> widths;
        int total = 0;
        const int room = width - left;
        // Closer, if that keeps the levels on one line.
        for (const double padding : {20.0, 12.0, 6.0, 12.0}) {
            widths.clear();
            total = 0;
            for (const ChoiceLevel& level : row.levels) {
                widths.push_back(textWidth(look.font(TypeRole::SmallStrong), level.title) + look.px(padding) +
                                 (level.key.isEmpty() ? 0 : keyCapSize(level.key).width() + look.px(6)));
                total += widths.back() + gap;
            }
            if (total - gap <= room)
                break;
        }
        // What fits on one line is stretched over it; else the levels flow.
        const int spare =
            total - gap <= room && !widths.empty() ? (room - total + gap) / int(widths.size()) : 0;
        int x = left;
        for (int level = 0; level < int(row.levels.size()); ++level) {
            const int wide = std::min(widths[std::size_t(level)] + spare, room);
            if (x > left && x + wide > width) {
                x = left;
                y += line + gap;
            }
            found.push_back({i, level, QRect(x, y, wide, line)});
            x += wide + gap;
        }
        y += line + look.px(isNarrow ? 4 : 8);
    }
    if (height != nullptr)
        *height = y;
    return found;
}

int ChoicesPanel::heightForWidth(int width) const {
    int height = 0;
    (void)cells(width, &height);
    return height;
}

QSize ChoicesPanel::sizeHint() const {
    const int width = theme().px(420);
    return {width, heightForWidth(width)};
}

std::optional<model::CodeId> ChoicesPanel::levelByKey(const QString& key) const {
    for (const ChoiceRow& row : m_rows) {
        for (const ChoiceLevel& level : row.levels) {
            if (!key.isEmpty() && level.key.compare(key, Qt::CaseInsensitive) == 0)
                return level.code;
        }
    }
    return std::nullopt;
}

std::optional<model::VariableId> ChoicesPanel::countInFocus() const {
    if (m_cursorRow < m_rows.size() && m_rows[m_cursorRow].isCount && hasFocus())
        return m_rows[m_cursorRow].variable;
    for (const ChoiceRow& row : m_rows) {
        if (row.isCount)
            return row.variable;
    }
    return std::nullopt;
}

void ChoicesPanel::focusVariable(model::VariableId variable) {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].variable == variable) {
            m_cursorRow = i;
            m_cursorLevel = 0;
        }
    }
    setFocus(Qt::OtherFocusReason);
    describe();
    showCursor();
    update();
}

void ChoicesPanel::showCursor() {
    QWidget* viewport = parentWidget();
    auto* area = viewport != nullptr ? qobject_cast<QScrollArea*>(viewport->parentWidget()) : nullptr;
    for (const Cell& cell : cells(width(), nullptr)) {
        if (area != nullptr && cell.row == m_cursorRow && cell.level == m_cursorLevel) {
            area->ensureVisible(cell.place.center().x(), cell.place.bottom(), 0, theme().px(8));
            area->ensureVisible(cell.place.center().x(),
                                std::max(0, cell.place.top() - theme().px(labelAbove)), 0, 0);
        }
    }
}

void ChoicesPanel::describe() {
    if (m_cursorRow >= m_rows.size()) {
        setAccessibleDescription({});
        return;
    }
    const ChoiceRow& row = m_rows[m_cursorRow];
    QString text = row.title;
    for (const ChoiceLevel& level : row.levels) {
        if (row.chosen == level.code)
            text += QStringLiteral(": ") + level.title;
    }
    if (row.isCount)
        text += QStringLiteral(": %1").arg(row.count);
    else if (!row.chosen)
        text += QStringLiteral(": ") + tr("open");
    setAccessibleDescription(text);
}

int ChoicesPanel::partCount() const {
    int count = 0;
    for (const ChoiceRow& row : m_rows)
        count += row.isCount ? 2 : int(row.levels.size());
    return count;
}

SpokenPart ChoicesPanel::part(int place) const {
    const Cell cell = cells(width(), nullptr).at(std::size_t(place));
    const ChoiceRow& row = m_rows[cell.row];
    if (row.isCount)
        return {cell.level == 0 ? tr("%1: one less").arg(row.title) : tr("%1: one more").arg(row.title),
                cell.place, false, true};
    const ChoiceLevel& level = row.levels[std::size_t(cell.level)];
    return {QStringLiteral("%1: %2").arg(row.title, level.title), cell.place, row.chosen == level.code,
            false};
}

void ChoicesPanel::pressPart(int place) {
    press(cells(width(), nullptr).at(std::size_t(place)));
}

int ChoicesPanel::partInFocus() const {
    int place = 0;
    for (const Cell& cell : cells(width(), nullptr)) {
        if (cell.row == m_cursorRow && cell.level == m_cursorLevel)
            return place;
        ++place;
    }
    return -1;
}

void ChoicesPanel::press(const Cell& cell) {
    const ChoiceRow& row = m_rows[cell.row];
    if (row.isCount)
        Q_EMIT countWanted(row.variable, std::max<std::int64_t>(0, row.count + (cell.level == 0 ? -1 : 1)));
    else
        Q_EMIT levelWanted(row.levels[std::size_t(cell.level)].code);
}

void ChoicesPanel::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    std::size_t labelled = m_rows.size();
    for (const Cell& cell : cells(width(), nullptr)) {
        const ChoiceRow& row = m_rows[cell.row];
        const bool isCursor = hasFocus() && cell.row == m_cursorRow && cell.level == m_cursorLevel;
        if (labelled != cell.row) {
            labelled = cell.row;
            const bool isOpen = !row.isCount && !row.chosen;
            const bool isAbove = isNarrowAt(width()) && !row.isCount;
            const QRectF place =
                isAbove ? QRectF(2, cell.place.top() - look.px(labelAbove), width() - 4, look.px(labelAbove))
                        : QRectF(2, cell.place.center().y() - look.px(15), labelWidth(m_rows) - look.px(8),
                                 look.px(30));
            paintTitle(painter, place, row.title, look.color(isOpen ? Token::Warn : Token::Text));
        }
        const QRectF box = QRectF(cell.place).adjusted(0.5, 0.5, -0.5, -0.5);
        if (row.isCount) {
            paintKeyCap(painter, cell.place.adjusted(1, 1, -1, -1),
                        cell.level == 0 ? QStringLiteral("-") : QStringLiteral("+"));
            if (cell.level == 1) {
                const QRectF number(labelWidth(m_rows) + look.px(22), box.top(), look.px(36), box.height());
                paintText(painter, number, QString::number(row.count), look.font(TypeRole::BodyStrong),
                          look.color(Token::Text), Qt::AlignHCenter);
                paintText(painter,
                          QRectF(box.right() + look.px(12), box.top(), width() - box.right() - look.px(12),
                                 box.height()),
                          row.description, look.font(TypeRole::Caption), look.color(Token::Text3));
            }
        } else {
            const ChoiceLevel& level = row.levels[std::size_t(cell.level)];
            const bool isChosen = row.chosen == level.code;
            painter.setPen(
                QPen(look.color(isChosen ? Token::AccentFill : Token::LineStrong), isChosen ? 2 : 1));
            painter.setBrush(look.color(isChosen ? Token::AccentTint : Token::Surface));
            painter.drawRoundedRect(isChosen ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, 6, 6);
            const QFont font = look.font(isChosen ? TypeRole::SmallStrong : TypeRole::Small);
            const int cap = level.key.isEmpty() ? 0 : keyCapSize(level.key).width() + look.px(6);
            const qreal wide = std::min(qreal(textWidth(font, level.title) + cap), box.width() - look.px(8));
            qreal x = box.center().x() - wide / 2;
            if (cap > 0) {
                const qreal side = look.px(18);
                paintKeyCap(painter,
                            QRectF(x, box.center().y() - side / 2, keyCapSize(level.key).width(), side),
                            level.key);
                x += cap;
            }
            paintText(painter, QRectF(x, box.top(), box.right() - x - 2, box.height()), level.title, font,
                      look.color(isChosen ? Token::Accent : Token::Text));
        }
        if (isCursor)
            paintFocusRing(painter, cell.place);
    }
}

void ChoicesPanel::mousePressEvent(QMouseEvent* event) {
    for (const Cell& cell : cells(width(), nullptr)) {
        if (cell.place.contains(event->position().toPoint())) {
            m_cursorRow = cell.row;
            m_cursorLevel = cell.level;
            press(cell);
            return;
        }
    }
}

void ChoicesPanel::keyPressEvent(QKeyEvent* event) {
    if (m_rows.empty() || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return event->ignore();
    const auto levels = [this] {
        const ChoiceRow& row = m_rows[m_cursorRow];
        return row.isCount ? 2 : int(row.levels.size());
    };
    switch (event->key()) {
    case Qt::Key_Left:
        m_cursorLevel = std::max(0, m_cursorLevel - 1);
        break;
    case Qt::Key_Right:
        m_cursorLevel = std::min(levels() - 1, m_cursorLevel + 1);
        break;
    case Qt::Key_Up:
        m_cursorRow = m_cursorRow == 0 ? 0 : m_cursorRow - 1;
        m_cursorLevel = std::min(m_cursorLevel, levels() - 1);
        break;
    case Qt::Key_Down:
        m_cursorRow = std::min(m_rows.size() - 1, m_cursorRow + 1);
        m_cursorLevel = std::min(m_cursorLevel, levels() - 1);
        break;
    case Qt::Key_Space:
        press({m_cursorRow, m_cursorLevel, {}});
        break;
    default:
        event->ignore();
        return;
    }
    describe();
    showCursor();
    update();
}

bool ChoicesPanel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (const Cell& cell : cells(width(), nullptr)) {
            if (cell.place.contains(help->pos()) && !m_rows[cell.row].isCount) {
                QToolTip::showText(help->globalPos(), m_rows[cell.row].levels[std::size_t(cell.level)].title,
                                   this);
                return true;
            }
        }
    }
    return QWidget::event(event);
}

void ChoicesPanel::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ChoicesPanel::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace rapport::ui
