// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/line_list.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/painting.h"
#include "ui/views/rate/rate_keys.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace rapport::ui {

namespace {

/// focus-group-educators-2025#5 as f-g-educators-2025#5: names of one study begin alike, so what tells them
/// apart goes last.
QString shortName(QString name, const QFontMetricsF& metrics, qreal width) {
    const auto isBetween = [](QChar letter) {
        return letter == QLatin1Char('-') || letter == QLatin1Char('_') || letter == QLatin1Char(' ');
    };
    for (qsizetype begin = 0; metrics.horizontalAdvance(name) > width;) {
        qsizetype end = begin;
        while (end < name.size() && name[end].isLetter())
            ++end;
        if (end >= name.size() || !isBetween(name[end]))
            break;
        if (end - begin > 1)
            name.remove(begin + 1, end - begin - 1);
        begin = std::min(begin + 2, name.size());
    }
    // The number of the turn stays, and so does the beginning: f-g-s-…#32.
    const qsizetype number = name.lastIndexOf(QLatin1Char('#'));
    if (number <= 0 || metrics.horizontalAdvance(name) <= width)
        return metrics.elidedText(name, Qt::ElideMiddle, width);
    const QString tail = name.mid(number);
    return metrics.elidedText(name.left(number), Qt::ElideRight,
                              std::max<qreal>(0, width - metrics.horizontalAdvance(tail))) +
           tail;
}

constexpr double rowHeight = 27;
constexpr double boxPlace = 12; ///< from the left edge
constexpr double boxSide = 14;
constexpr double unitPlace = 36;
constexpr double unitWidth = 96;
constexpr double narrowUnit = 68; ///< where the list is narrow
constexpr double wideList = 640;
constexpr double leastMatch = 110;
constexpr double mostMatch = 230;
constexpr double codesWidth = 62; ///< two tags
constexpr int mostTags = 2;

/// Where the how manieth word from the match stands in the text beside it: [begin, length).
std::pair<qsizetype, qsizetype> wordAt(const QString& text, int word, bool fromEnd) {
    std::vector<std::pair<qsizetype, qsizetype>> words;
    qsizetype begin = -1;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool isLetter = at < text.size() && (text.at(at).isLetterOrNumber() || text.at(at).isMark() ||
                                                   (begin >= 0 && text.at(at) == QLatin1Char('\'')));
        if (isLetter && begin < 0)
            begin = at;
        if (!isLetter && begin >= 0) {
            words.emplace_back(begin, at - begin);
            begin = -1;
        }
    }
    if (word < 1 || word > int(words.size()))
        return {0, 0};
    return fromEnd ? words[words.size() - std::size_t(word)] : words[std::size_t(word) - 1];
}

struct SortMark {
    enum class Side { Left, Match, Right };
    Side side = Side::Match;
    int word = 1;
    int level = 0; ///< 0, 1, 2
};

void underline(QPainter& painter, qreal from, qreal to, qreal y, int level) {
    const Theme& look = theme();
    static constexpr Token colours[] = {Token::AccentFill, Token::Bad, Token::Text2};
    static constexpr Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    QPen pen(look.color(colours[level]), level == 0 ? look.px(2) : look.px(1.5), styles[level]);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(from, y), QPointF(to, y));
}

} // namespace

class LineList::Delegate final : public QStyledItemDelegate {
public:
    Delegate(const LineRows& rows, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_rows(rows) {}

    std::vector<SortMark> marks;
    std::shared_ptr<const model::Codebook> codebook;
    qreal matchWidth = leastMatch;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        const Theme& look = theme();
        return {look.px(300),
                std::max(look.px(rowHeight), look.lineHeight(TypeRole::Quotation) + look.px(4))};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(option.rect, look.color(isChosen ? Token::AccentTint : Token::Surface));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          look.color(Token::Line));
        if (isChosen)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), look.px(3), option.rect.height()),
                              look.color(Token::AccentFill));
        if (const service::ConcordanceLine* line = m_rows.line(index.row())) {
            paintBox(*painter, option.rect, m_rows.isTicked(index.row()));
            paintLine(*painter, option.rect, *line, isChosen);
        } else {
            // Its page is on the way.
            painter->setPen(Qt::NoPen);
            painter->setBrush(look.color(Token::Sunken));
            const QRectF row(option.rect);
            painter->drawRoundedRect(
                QRectF(row.left() + look.px(unitPlace), row.center().y() - 4, row.width() * 0.6, look.px(8)),
                4, 4);
        }
        if ((option.state & QStyle::State_HasFocus) != 0 && option.widget != nullptr &&
            option.widget->hasFocus())
            paintFocusRing(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), 4);
        painter->restore();
    }

private:
    static void paintBox(QPainter& painter, const QRectF& row, bool isTicked) {
        const Theme& look = theme();
        const qreal side = look.px(boxSide);
        const QRectF box(row.left() + look.px(boxPlace) + 0.5, row.center().y() - side / 2 + 0.5, side, side);
        painter.setPen(QPen(look.color(isTicked ? Token::AccentFill : Token::LineStrong), 1));
        painter.setBrush(look.color(isTicked ? Token::AccentFill : Token::Surface));
        painter.drawRoundedRect(box, 3, 3);
        if (isTicked)
            paintIcon(painter, box.adjusted(1, 1, -1, -1), QStringLiteral("check"),
                      look.color(Token::OnAccentFill));
    }

    void paintLine(QPainter& painter, const QRectF& row, const service::ConcordanceLine& line,
                   bool isChosen) const {
        const Theme& look = theme();
        const QFont figures = look.font(TypeRole::Figures);
        const QFont text = look.font(TypeRole::Quotation);
        QFont bold = text;
        bold.setWeight(QFont::Bold);
        const bool isNarrow = row.width() < look.px(wideList);
        const qreal unit = look.px(isNarrow ? narrowUnit : unitWidth);
        const QString name = shortName(toQt(line.unitName), QFontMetricsF(figures), unit);
        paintText(painter, QRectF(row.left() + look.px(unitPlace), row.top(), unit, row.height()), name,
                  figures, look.color(Token::Text2));
        const qreal begin = row.left() + look.px(unitPlace) + unit + look.px(8);
        const qreal end = row.right() - look.px(codesWidth) - look.px(16);
        const qreal side = std::max<qreal>(0, (end - begin - matchWidth) / 2);
        const qreal gap = look.px(9);
        const QRectF left(begin, row.top(), std::max<qreal>(0, side - gap), row.height());
        const QRectF match(begin + side, row.top(), matchWidth, row.height());
        const QRectF right(match.right() + gap, row.top(), std::max<qreal>(0, side - gap), row.height());
        paintBeside(painter, left, toQt(line.left).simplified(), text, SortMark::Side::Left);
        paintBeside(painter, right, toQt(line.right).simplified(), text, SortMark::Side::Right);
        const QFontMetricsF metrics(bold);
        const QString shown =
            metrics.elidedText(toQt(line.match).simplified(), Qt::ElideMiddle, match.width());
        paintText(painter, match, shown, bold, look.color(Token::Text), Qt::AlignHCenter);
        for (const SortMark& mark : marks) {
            const qreal width = metrics.horizontalAdvance(shown);
            if (mark.side == SortMark::Side::Match)
                underline(painter, match.center().x() - width / 2, match.center().x() + width / 2,
                          row.bottom() - look.px(4), mark.level);
        }
        paintCodes(painter, QRectF(end + look.px(8), row.top(), look.px(codesWidth), row.height()), line,
                   isChosen);
    }

    void paintBeside(QPainter& painter, const QRectF& place, const QString& words, const QFont& font,
                     SortMark::Side side) const {
        const QFontMetricsF metrics(font);
        const bool isLeft = side == SortMark::Side::Left;
        const QString shown =
            metrics.elidedText(words, isLeft ? Qt::ElideLeft : Qt::ElideRight, place.width());
        paintText(painter, place, shown, font, theme().color(Token::Text),
                  isLeft ? Qt::AlignRight : Qt::AlignLeft);
        const qreal start = isLeft ? place.right() - metrics.horizontalAdvance(shown) : place.left();
        for (const SortMark& mark : marks) {
            if (mark.side != side)
                continue;
            const auto [begin, length] = wordAt(shown, mark.word, isLeft);
            if (length == 0)
                continue;
            const qreal from = start + metrics.horizontalAdvance(shown.left(begin));
            const qreal to = start + metrics.horizontalAdvance(shown.left(begin + length));
            underline(painter, from, to, place.bottom() - theme().px(5), mark.level);
        }
    }

    void paintCodes(QPainter& painter, QRectF place, const service::ConcordanceLine& line,
                    bool isChosen) const {
        const Theme& look = theme();
        const QSize tag = codeTagSize();
        std::vector<CodeLook> looks;
        for (const model::CodeId code : line.codes) {
            if (!codebook)
                break;
            const auto found = codebook->code(code);
            if (found.code != nullptr && found.variable->scale == model::Scale::Presence)
                looks.push_back(lookOf(*codebook, code));
        }
        int drawn = 0;
        for (const CodeLook& each : looks) {
            const bool isLast = drawn == mostTags - 1 && int(looks.size()) > mostTags;
            if (isLast) {
                paintText(painter, place, QStringLiteral("+%1").arg(int(looks.size()) - drawn),
                          look.font(TypeRole::Caption), look.color(Token::Text2));
                break;
            }
            paintCodeTag(
                painter,
                QRectF(place.left(), place.center().y() - tag.height() / 2.0, tag.width(), tag.height()),
                each);
            place.setLeft(place.left() + tag.width() + look.px(4));
            ++drawn;
        }
        Q_UNUSED(isChosen);
    }

    const LineRows& m_rows;
};

LineList::LineList(LineRows& rows, QWidget* parent)
    : QListView(parent)
    , m_rows(rows)
    , m_delegate(new Delegate(rows, this)) {
    setModel(&rows);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    // Of a million rows Qt notes each one's place: some at once, the others in pieces between keys.
    setLayoutMode(QListView::Batched);
    setBatchSize(20'000);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT openWanted(index.row()); });
    connect(&rows, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
                // The chosen line has come.
                if (roles.isEmpty() && currentIndex().isValid() && currentIndex().row() >= first.row() &&
                    currentIndex().row() <= last.row())
                    Q_EMIT chosen(currentIndex().row());
            });
    connect(&theme(), &Theme::changed, this, [this] {
        fitMatches();
        doItemsLayout();
    });
}

void LineList::setSort(const std::vector<std::string>& keys) {
    m_delegate->marks.clear();
    int level = 0;
    for (const std::string& key : keys) {
        const QString name = QString::fromStdString(key);
        SortMark mark;
        mark.level = std::min(level++, 2);
        if (name == QLatin1String("match")) {
            mark.side = SortMark::Side::Match;
        } else if (name.startsWith(QLatin1String("left"))) {
            mark.side = SortMark::Side::Left;
            mark.word = name.mid(4).toInt();
        } else if (name.startsWith(QLatin1String("right"))) {
            mark.side = SortMark::Side::Right;
            mark.word = name.mid(5).toInt();
        } else {
            continue;
        }
        m_delegate->marks.push_back(mark);
    }
    viewport()->update();
}

void LineList::setCodebook(std::shared_ptr<const model::Codebook> codebook) {
    m_rows.setCodebook(codebook);
    m_delegate->codebook = std::move(codebook);
    viewport()->update();
}

void LineList::fitMatches() {
    QFont bold = theme().font(TypeRole::Quotation);
    bold.setWeight(QFont::Bold);
    const QFontMetricsF metrics(bold);
    qreal widest = theme().px(leastMatch);
    for (int row = 0; row < std::min(m_rows.rowCount(), LineRows::pageSize); ++row) {
        if (const service::ConcordanceLine* line = m_rows.line(row))
            widest = std::max(widest, metrics.horizontalAdvance(toQt(line->match).simplified()) + 2);
    }
    m_delegate->matchWidth = std::min<qreal>(widest, theme().px(mostMatch));
    viewport()->update();
}

void LineList::toggle(int row) {
    m_rows.setTicked(row, !m_rows.isTicked(row));
}

void LineList::keyPressEvent(QKeyEvent* event) {
    const int row = currentIndex().row();
    const bool isPlain =
        (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    if (isPlain && row >= 0) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT openWanted(row);
            return;
        case Qt::Key_Space:
            toggle(row);
            return;
        case Qt::Key_Delete:
            Q_EMIT hideWanted(row);
            return;
        case Qt::Key_Up:
            if (row == 0) {
                Q_EMIT leftAbove();
                return;
            }
            break;
        default:
            break;
        }
        const RateKey key = rateKey(*event);
        if (key.kind == RateKey::Digit && key.text != QLatin1String("0")) {
            if (!event->isAutoRepeat())
                Q_EMIT digitPressed(row, key.text.toInt());
            return;
        }
    }
    // Letters type nothing here: the list does not search in itself.
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void LineList::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && event->button() == Qt::LeftButton &&
        event->pos().x() < theme().px(boxPlace + boxSide + 8)) {
        setCurrentIndex(index);
        toggle(index.row());
        return;
    }
    QListView::mousePressEvent(event);
}

void LineList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT chosen(current.row());
}

} // namespace rapport::ui
