// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/hit_list.h"

#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/painting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

/// A snippet fits one line of a wide list and two of others.
int linesIn(const QWidget* list) {
    return list != nullptr && list->width() >= theme().px(1000) ? 1 : 2;
}

class HitDelegate final : public QStyledItemDelegate {
public:
    HitDelegate(const SearchHits& hits, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_hits(hits) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        const Theme& look = theme();
        return {look.px(200), look.px(20) + look.lineHeight(TypeRole::Small) +
                                  linesIn(option.widget) * look.lineHeight(TypeRole::Quotation)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->fillRect(option.rect, look.color(isChosen ? Token::AccentTint : Token::Surface));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          look.color(Token::Line));
        if (isChosen)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), look.px(3), option.rect.height()),
                              look.color(Token::AccentFill));
        const QRectF inside =
            QRectF(option.rect).adjusted(look.px(16), look.px(8), -look.px(16), -look.px(10));
        if (const service::SearchHit* hit = m_hits.hit(index.row())) {
            const qreal head = look.lineHeight(TypeRole::Small);
            paintHead(*painter, QRectF(inside.left(), inside.top(), inside.width(), head), *hit);
            paintHitText(*painter, inside.adjusted(0, head + look.px(2), 0, 0), hit->snippet,
                         hit->snippetRanges, linesIn(option.widget));
        } else {
            // Its page is on the way.
            painter->setPen(Qt::NoPen);
            painter->setBrush(look.color(Token::Sunken));
            painter->drawRoundedRect(
                QRectF(inside.left(), inside.top() + look.px(4), look.px(90), look.px(9)), 4, 4);
            painter->drawRoundedRect(
                QRectF(inside.left(), inside.top() + look.px(30), inside.width() * 0.7, look.px(9)), 4, 4);
        }
        if ((option.state & QStyle::State_HasFocus) != 0 && option.widget != nullptr &&
            option.widget->hasFocus())
            paintFocusRing(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), 4);
        painter->restore();
    }

private:
    static void paintHead(QPainter& painter, QRectF place, const service::SearchHit& hit) {
        const Theme& look = theme();
        const QFont figures = look.font(TypeRole::Figures);
        const QFont small = look.font(TypeRole::Small);
        const auto put = [&](const QString& text, const QFont& font, Token token) {
            if (text.isEmpty() || place.width() < look.px(20))
                return;
            paintText(painter, place, text, font, look.color(token));
            place.setLeft(place.left() + textWidth(font, text) + look.px(12));
        };
        put(toQt(hit.unitName), figures, Token::Text2);
        if (hit.page > 0)
            put(SearchHits::tr("p. %1").arg(hit.page), figures, Token::Text2);
        // An answer's name holds its question already.
        const QString prompt = toQt(hit.prompt);
        if (!prompt.isEmpty() && !toQt(hit.unitName).contains(prompt))
            put(prompt, look.font(TypeRole::SmallStrong), Token::Text2);
        put(toQt(hit.speaker), look.font(TypeRole::SmallStrong), Token::Text);
        if (hit.title != hit.unitName && place.width() > look.px(60))
            paintText(painter, place, toQt(hit.title), small, look.color(Token::Text3), Qt::AlignRight);
    }

    const SearchHits& m_hits;
};

} // namespace

void paintHitText(QPainter& painter, const QRectF& place, const std::string& text,
                  const std::vector<text::TextRange>& ranges, int lines) {
    const ShownText shown(text);
    const QString& words = shown.qt();
    const QFont font = theme().font(TypeRole::Quotation);
    QList<QTextLayout::FormatRange> formats;
    for (const text::TextRange& range : ranges) {
        QTextLayout::FormatRange format;
        format.start = int(shown.toQtOffset(range.begin));
        format.length = int(shown.toQtOffset(range.end)) - format.start;
        format.format.setFontWeight(QFont::Bold);
        format.format.setForeground(theme().color(Token::Accent));
        formats.append(format);
    }
    QTextLayout layout(words, font);
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    // Arabic and Hebrew begin at the right, as everywhere they are read.
    const bool isRightToLeft = words.isRightToLeft();
    option.setTextDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(isRightToLeft ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft);
    layout.setTextOption(option);
    const qreal height = theme().lineHeight(TypeRole::Quotation);
    painter.save();
    painter.setPen(theme().color(Token::Text));
    layout.beginLayout();
    for (int number = 0; number < lines; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(place.width());
        line.setPosition(QPointF(0, number * height + (height - line.height()) / 2));
    }
    layout.endLayout();
    const int last = layout.lineCount() - 1;
    for (int number = 0; number <= last; ++number) {
        const QTextLine line = layout.lineAt(number);
        const bool isCut = number == last && line.textStart() + line.textLength() < words.size();
        painter.save();
        const qreal mark = theme().px(14);
        if (isCut)
            painter.setClipRect(place.adjusted(isRightToLeft ? mark : 0, 0, isRightToLeft ? 0 : -mark, 0));
        line.draw(&painter, place.topLeft());
        painter.restore();
        if (isCut)
            paintText(painter,
                      QRectF(isRightToLeft ? place.left() : place.right() - mark,
                             place.top() + number * height, mark, height),
                      QString(QChar(0x2026)), font, theme().color(Token::Text2),
                      isRightToLeft ? Qt::AlignLeft : Qt::AlignRight);
    }
    painter.restore();
}

HitList::HitList(SearchHits& hits, QWidget* parent)
    : QListView(parent)
    , m_hits(hits) {
    setModel(&hits);
    setItemDelegate(new HitDelegate(hits, this));
    // All rows are alike: the list asks for the size of one.
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
    connect(&hits, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                // The chosen hit has come.
                if (currentIndex().isValid() && currentIndex().row() >= first.row() &&
                    currentIndex().row() <= last.row())
                    Q_EMIT chosen(currentIndex().row());
            });
    connect(&theme(), &Theme::changed, this, [this] { doItemsLayout(); });
}

void HitList::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    // All rows are as high as the first: they change together.
    if (const int lines = linesIn(this); lines != m_lines) {
        m_lines = lines;
        doItemsLayout();
    }
}

void HitList::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT openWanted(currentIndex().row());
        return;
    }
    if (event->key() == Qt::Key_Up && currentIndex().row() <= 0) {
        Q_EMIT leftAbove();
        return;
    }
    // Letters type nothing here: the list does not search in itself.
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void HitList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT chosen(current.row());
}

} // namespace rapport::ui
