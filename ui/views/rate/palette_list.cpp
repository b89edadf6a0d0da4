// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of the palette stand, and how they are drawn.
#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/views/rate/code_palette.h"

#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

/// Lengths of the design at 100 %, from roomy to tight.
struct Measure {
    double row;
    double heading;
    double firstHeading;
    TypeRole type;
    TypeRole strong;
};
constexpr std::array measures{
    Measure{29, 34, 28, TypeRole::Body, TypeRole::BodyStrong},
    Measure{25, 28, 24, TypeRole::Body, TypeRole::BodyStrong},
    Measure{20, 21, 20, TypeRole::Small, TypeRole::SmallStrong},
};
constexpr double beforeName = 37; ///< tag and gaps, behind the key
constexpr double behindName = 26; ///< tick, always left free so that choosing moves nothing
constexpr double behindTight = 22;

/// The words of a name in at most two lines; the second one is elided.
QStringList brokenName(const QString& name, const QFont& font, qreal width) {
    if (textWidth(font, name) <= width)
        return {name};
    QTextLayout layout(name, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (!first.isValid())
        return {name};
    first.setLineWidth(width);
    layout.endLayout();
    if (first.textLength() <= 0 || first.textLength() >= name.size())
        return {name};
    // A long word is parted with a hyphen, and not a letter or two before its end.
    constexpr qsizetype leastBehind = 5;
    qsizetype cut = first.textLength();
    const bool isInWord = name.at(cut - 1).isLetter() && name.at(cut).isLetter();
    if (isInWord)
        cut = std::max<qsizetype>(1, std::min(cut - 1, name.size() - leastBehind));
    const QString rest = name.mid(cut);
    return {isInWord ? name.left(cut) + QLatin1Char('-') : name.left(cut).trimmed(),
            QFontMetricsF(font).elidedText(rest, Qt::ElideRight, width + 0.5)};
}

class PaletteDelegate final : public QStyledItemDelegate {
public:
    explicit PaletteDelegate(PaletteList& list)
        : QStyledItemDelegate(&list)
        , m_list(list) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto* row = static_cast<const PaletteModel*>(index.model())->at(index.row());
        if (row == nullptr)
            return;
        const Theme& look = theme();
        const QRectF place = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (row->isHeading)
            paintHeading(*painter, place, *row);
        else
            paintCode(*painter, place.adjusted(0, 1, -look.px(5), -1), *row,
                      option.state & QStyle::State_MouseOver);
        painter->restore();
        if (m_list.currentIndex() == index && m_list.hasFocus())
            paintFocusRing(*painter, place.adjusted(0, 1, -look.px(5), -1), 4);
    }

private:
    void paintHeading(QPainter& painter, const QRectF& place, const PaletteRow& row) const {
        const Theme& look = theme();
        const QRectF words = place.adjusted(0, place.height() - look.px(20), -look.px(5), 0);
        const qreal side = look.px(12);
        QString caption = row.caption;
        if (row.isFolded) {
            caption = CodePalette::tr("%1 codes").arg(row.inside);
            if (row.chosen > 0)
                caption += QStringLiteral(", ") + CodePalette::tr("%1 coded").arg(row.chosen);
        }
        const int wide = caption.isEmpty() ? 0 : textWidth(look.font(TypeRole::Caption), caption);
        const QString name = row.look.title;
        const qreal room = words.width() - wide - look.px(8) - side;
        paintText(painter, QRectF(words.left(), words.top(), room, words.height()), name,
                  look.font(TypeRole::SmallStrong), look.color(Token::Text2));
        const qreal behind = words.left() +
                             std::min<qreal>(room, textWidth(look.font(TypeRole::SmallStrong), name)) +
                             look.px(4);
        if (row.isFolded || m_list.underMouse())
            paintIcon(painter, QRectF(behind, words.center().y() - side / 2, side, side),
                      row.isFolded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"),
                      look.color(Token::Text3));
        paintText(painter, words, caption, look.font(TypeRole::Caption), look.color(Token::Text3),
                  Qt::AlignRight);
    }

    void paintCode(QPainter& painter, const QRectF& box, const PaletteRow& row, bool isHovered) const {
        const Theme& look = theme();
        painter.setPen(Qt::NoPen);
        if (row.isChosen || isHovered) {
            painter.setBrush(row.isChosen ? look.tintOver(row.look.color(), Token::Canvas)
                                          : look.color(Token::Sunken));
            painter.drawRoundedRect(box, 4, 4);
        }
        const qreal side = look.px(18);
        const qreal middle = box.center().y();
        const bool isTight = m_list.isTight();
        qreal x = box.left() + look.px(2) + m_list.keyWidth();
        if (!row.look.key.isEmpty()) {
            // At the tag, whatever its width: one row of keys for the eye.
            const qreal cap = std::max<qreal>(side, keyCapSize(row.look.key).width());
            paintKeyCap(painter, QRectF(x - cap, middle - side / 2, cap, side), row.look.key);
        }
        x += look.px(5);
        paintCodeTag(painter, QRectF(x, middle - side / 2, look.px(25), side), row.look);
        x += look.px(30);
        qreal right = box.right() - look.px(isTight ? 1 : 5);
        const qreal mark = look.px(15);
        if (row.isChosen)
            paintIcon(painter, QRectF(right - mark, middle - mark / 2, mark, mark), QStringLiteral("check"),
                      look.inkOnTint(row.look.color()));
        else if (row.count >= 0)
            paintText(painter, QRectF(right - look.px(40), box.top(), look.px(40), box.height()),
                      QString::number(row.count), look.font(TypeRole::Figures), look.color(Token::Text2),
                      Qt::AlignRight);
        right -= look.px(16);
        const TypeRole plain = isTight ? TypeRole::Small : TypeRole::Body;
        const TypeRole strong = isTight ? TypeRole::SmallStrong : TypeRole::BodyStrong;
        const QFont font = look.font(row.isChosen ? strong : plain);
        // Broken as the strong letters need it, so that a chosen name breaks where it did before.
        const QStringList lines = brokenName(row.look.title, look.font(strong), right - x);
        const qreal high = look.px(isTight ? 14 : 15);
        qreal top = middle - high * double(lines.size()) / 2;
        for (const QString& line : lines) {
            paintText(painter, QRectF(x, top, right - x, high), line, font, look.color(Token::Text));
            top += high;
        }
    }

    PaletteList& m_list;
};

} // namespace

PaletteList::PaletteList(const PaletteModel& model, QWidget* parent)
    : QListView(parent)
    , m_model(model) {
    setModel(const_cast<PaletteModel*>(&model)); // the view asks for it; it changes nothing
    setItemDelegate(new PaletteDelegate(*this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
}

void PaletteList::setColumns(int columns) {
    if (m_columns == columns)
        return;
    m_columns = columns;
    doItemsLayout();
}

int PaletteList::widestKey() const {
    int widest = theme().px(18);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!m_model.at(row)->isHeading)
            widest = std::max(widest, keyCapSize(m_model.at(row)->look.key).width());
    }
    return widest;
}

int PaletteList::placeRows(int width, Density density, std::vector<QRect>& places) const {
    const Theme& look = theme();
    const Measure& measure = measures[std::size_t(density)];
    const bool isTight = density == Density::Tight;
    const int rows = m_model.rowCount();
    places.assign(std::size_t(rows), {});
    const int wide = width / m_columns;
    const int keys = widestKey();
    const QFont strong = look.font(measure.strong);
    const int room = wide - keys - look.px(beforeName + (isTight ? behindTight : behindName));
    const auto height = [&](int row) {
        const PaletteRow* each = m_model.at(row);
        if (each->isHeading)
            return look.px(row == 0 ? measure.firstHeading : measure.heading);
        const bool isLong = textWidth(strong, each->look.title) > room;
        return look.px(measure.row) + (isLong ? look.px(isTight ? 11 : 12) : 0);
    };
    if (density == Density::Roomy) {
        // In reading order: headings over all columns, codes from left to right.
        int y = 0;
        for (int row = 0; row < rows;) {
            if (m_model.at(row)->isHeading) {
                places[std::size_t(row)] = {0, y, width, height(row)};
                y += height(row++);
                continue;
            }
            int highest = 0;
            const int first = row;
            while (row < rows && row < first + m_columns && !m_model.at(row)->isHeading)
                highest = std::max(highest, height(row++));
            for (int each = first; each < row; ++each)
                places[std::size_t(each)] = {(each - first) * wide, y, wide, highest};
            y += highest;
        }
        return y;
    }
    // Group by group in two columns; the break between them stands where the longer one is shortest. Within a
    // group its name is said again above the second column.
    std::vector<int> tops(std::size_t(rows) + 1, 0);
    for (int row = 0; row < rows; ++row)
        tops[std::size_t(row) + 1] = tops[std::size_t(row)] + height(row);
    const int again = look.px(measure.firstHeading);
    const auto columnHeight = [&](int split) {
        const int second = tops.back() - tops[std::size_t(split)];
        return std::max(tops[std::size_t(split)],
                        second + (split < rows && !m_model.at(split)->isHeading ? again : 0));
    };
    int split = rows;
    int best = tops.back();
    for (int row = 1; m_columns > 1 && row < rows; ++row) {
        // Never a heading alone at the foot; and between groups unless within one gains a row or more.
        const bool isHeading = m_model.at(row)->isHeading;
        const int penalty = isHeading ? 0 : look.px(measure.row);
        if (!m_model.at(row - 1)->isHeading && columnHeight(row) + penalty < best) {
            best = columnHeight(row) + penalty;
            split = row;
        }
    }
    const int offset = split < rows && !m_model.at(split)->isHeading ? again : 0;
    for (int row = 0; row < rows; ++row) {
        const bool isFirst = row < split;
        const int top = tops[std::size_t(row)] - (isFirst ? 0 : tops[std::size_t(split)] - offset);
        places[std::size_t(row)] = {isFirst ? 0 : wide, top, wide, height(row)};
    }
    return columnHeight(split);
}

void PaletteList::layOut() {
    m_keyWidth = widestKey();
    for (const Density density : {Density::Roomy, Density::Close, Density::Tight}) {
        m_density = density;
        m_height = placeRows(QListView::width(), density, m_places);
        if (m_height <= viewport()->height())
            return;
    }
    // It must be scrolled, then: at leisure, beside the bar.
    m_density = m_columns > 1 ? Density::Tight : Density::Close;
    m_height = placeRows(QListView::width() - theme().px(12), m_density, m_places);
}

void PaletteList::doItemsLayout() {
    layOut();
    updateGeometries();
    viewport()->update();
}

void PaletteList::updateGeometries() {
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(theme().px(29));
    // Not QListView: it would count rows of its own layout.
    QAbstractItemView::updateGeometries(); // NOLINT(bugprone-parent-virtual-call)
}

bool PaletteList::isAllSeen() const {
    return m_height <= viewport()->height();
}

int PaletteList::verticalOffset() const {
    return verticalScrollBar()->value();
}

void PaletteList::scrollContentsBy(int, int) {
    viewport()->update();
}

void PaletteList::resizeEvent(QResizeEvent* event) {
    QAbstractItemView::resizeEvent(event); // NOLINT(bugprone-parent-virtual-call)
    doItemsLayout();
    if (hasFocus())
        scrollTo(currentIndex());
}

QRect PaletteList::visualRect(const QModelIndex& index) const {
    const auto row = std::size_t(index.row());
    return index.isValid() && row < m_places.size() ? m_places[row].translated(0, -verticalOffset())
                                                    : QRect();
}

QModelIndex PaletteList::indexAt(const QPoint& point) const {
    const QPoint place = point + QPoint(0, verticalOffset());
    for (std::size_t row = 0; row < m_places.size(); ++row) {
        if (m_places[row].contains(place))
            return m_model.index(int(row));
    }
    return {};
}

void PaletteList::scrollTo(const QModelIndex& index, ScrollHint) {
    const QRect place = visualRect(index);
    if (place.isNull())
        return;
    if (place.top() < 0)
        verticalScrollBar()->setValue(verticalOffset() + place.top());
    else if (place.bottom() >= viewport()->height())
        verticalScrollBar()->setValue(verticalOffset() + place.bottom() + 1 - viewport()->height());
}

QModelIndex PaletteList::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
    const auto isStop = [this](int row) { return m_model.flags(m_model.index(row)) & Qt::ItemIsEnabled; };
    const int rows = m_model.rowCount();
    const int now = currentIndex().row();
    if (rows == 0 || now < 0 || std::size_t(now) >= m_places.size())
        return m_model.index(std::max(0, m_model.firstCode()));
    const auto ends = [&](int from, int by) {
        for (int row = from; row >= 0 && row < rows; row += by) {
            if (isStop(row))
                return m_model.index(row);
        }
        return currentIndex();
    };
    if (action == MoveHome)
        return ends(0, 1);
    if (action == MoveEnd)
        return ends(rows - 1, -1);
    if (action == MoveNext || action == MovePrevious)
        return ends(now + (action == MoveNext ? 1 : -1), action == MoveNext ? 1 : -1);
    // The nearest row in that direction: along it first, then beside it.
    const QPoint here = m_places[std::size_t(now)].center();
    const bool isSideways = action == MoveLeft || action == MoveRight;
    const int sign = action == MoveLeft || action == MoveUp || action == MovePageUp ? -1 : 1;
    const int least = action == MovePageUp || action == MovePageDown ? viewport()->height() : 1;
    QModelIndex found = currentIndex();
    int nearest = -1;
    for (int row = 0; row < rows; ++row) {
        const QPoint there = m_places[std::size_t(row)].center();
        const int along = sign * (isSideways ? there.x() - here.x() : there.y() - here.y());
        const int beside = std::abs(isSideways ? there.y() - here.y() : there.x() - here.x());
        const int distance = along + (isSideways ? 1 : 4) * beside;
        if (isStop(row) && along >= least && (nearest < 0 || distance < nearest)) {
            nearest = distance;
            found = m_model.index(row);
        }
    }
    return found;
}

void PaletteList::paintEvent(QPaintEvent* event) {
    if (std::size_t(m_model.rowCount()) != m_places.size())
        layOut();
    QPainter painter(viewport());
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (std::size_t row = 0; row < m_places.size(); ++row) {
        const QRect place = m_places[row].translated(0, -verticalOffset());
        if (!place.intersects(event->rect()))
            continue;
        option.rect = place;
        option.state.setFlag(QStyle::State_MouseOver, viewport()->underMouse() && place.contains(mouse));
        const QModelIndex index = m_model.index(int(row));
        itemDelegate()->paint(&painter, option, index);
    }
    // A group that goes on in the second column.
    for (std::size_t row = 1; row < m_places.size(); ++row) {
        const bool startsColumn =
            m_places[row].left() > m_places[row - 1].left() && m_places[row].top() < m_places[row - 1].top();
        if (m_density == Density::Roomy || !startsColumn || m_model.at(int(row))->isHeading)
            continue;
        int heading = int(row);
        while (heading > 0 && !m_model.at(heading)->isHeading)
            --heading;
        const QRect band(m_places[row].left(), -verticalOffset(), m_places[row].width(), m_places[row].top());
        paintText(painter, band, m_model.at(heading)->look.title + QStringLiteral(" …"),
                  theme().font(TypeRole::SmallStrong), theme().color(Token::Text3));
    }
    if (m_places.empty() && !m_model.isEmpty())
        paintText(painter, QRectF(theme().px(4), 0, viewport()->width() - theme().px(8), theme().px(28)),
                  CodePalette::tr("No code matches."), theme().font(TypeRole::Small),
                  theme().color(Token::Text2));
}

} // namespace rapport::ui
