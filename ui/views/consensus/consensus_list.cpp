// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/consensus/consensus_list.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/painting.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace rapport::ui {

namespace {

class QueueDelegate final : public QStyledItemDelegate {
public:
    QueueDelegate(const ConsensusQueue& queue, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_queue(queue) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        const Theme& look = theme();
        return {look.px(200),
                look.px(18) + look.lineHeight(TypeRole::Small) + look.lineHeight(TypeRole::Quotation)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const ConsensusRow* row = m_queue.at(index.row());
        if (row == nullptr)
            return;
        const Theme& look = theme();
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->fillRect(option.rect, look.color(isChosen ? Token::AccentTint : Token::Canvas));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          look.color(Token::Line));
        if (isChosen)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), look.px(3), option.rect.height()),
                              look.color(Token::AccentFill));
        const QRectF inside =
            QRectF(option.rect).adjusted(look.px(14), look.px(7), -look.px(10), -look.px(9));
        paintHead(*painter,
                  QRectF(inside.left(), inside.top(), inside.width(), look.lineHeight(TypeRole::Small)),
                  *row);
        const QFont quotation = look.font(TypeRole::Quotation);
        const QRectF words = inside.adjusted(0, look.lineHeight(TypeRole::Small) + look.px(2), 0, 0);
        paintText(*painter, words,
                  QFontMetricsF(quotation).elidedText(row->text, Qt::ElideRight, words.width()), quotation,
                  look.color(Token::Text));
        if ((option.state & QStyle::State_HasFocus) != 0 && option.widget != nullptr &&
            option.widget->hasFocus())
            paintFocusRing(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), 4);
        painter->restore();
    }

private:
    void paintHead(QPainter& painter, QRectF place, const ConsensusRow& row) const {
        const Theme& look = theme();
        if (row.what.settled) {
            const qreal side = look.px(16);
            paintIcon(painter, QRectF(place.right() - side, place.center().y() - side / 2, side, side),
                      QStringLiteral("check"), look.color(Token::Ok));
            place.setRight(place.right() - side - look.px(6));
        }
        const QFont figures = look.font(TypeRole::Figures);
        const QFont small = look.font(TypeRole::Small);
        const QString split = m_queue.splitText(row.what);
        // What it is about and how it splits stay in sight: a long name gives way in its middle, but not a
        // short one, which nobody could tell from another then.
        const QString whole = toQt(row.what.unitName);
        const qreal shortOnes = std::min<qreal>(textWidth(figures, whole) + 1, place.width() * 0.55);
        const qreal named = std::max(shortOnes, place.width() - codeTagSize().width() - look.px(18) -
                                                    textWidth(small, split));
        const QString name = QFontMetricsF(figures).elidedText(whole, Qt::ElideMiddle, named);
        paintText(painter, place, name, figures, look.color(Token::Text2));
        place.setLeft(place.left() + textWidth(figures, name) + look.px(8));
        const model::Codebook* codebook = m_queue.codebook();
        const auto found = codebook != nullptr ? codebook->code(row.what.code) : model::Codebook::Found{};
        if (found.code != nullptr) {
            const QSize tag = codeTagSize();
            paintCodeTag(
                painter,
                QRectF(place.left(), place.center().y() - tag.height() / 2.0, tag.width(), tag.height()),
                lookOf(*codebook, found.code->id));
            place.setLeft(place.left() + tag.width() + look.px(8));
        } else {
            const QFont strong = look.font(TypeRole::SmallStrong);
            const QString title =
                QFontMetricsF(strong).elidedText(m_queue.title(row.what), Qt::ElideRight,
                                                 place.width() - textWidth(small, split) - look.px(10));
            paintText(painter, place, title, strong, look.color(Token::Text2));
            place.setLeft(place.left() + textWidth(strong, title) + look.px(8));
        }
        paintText(painter, place, QFontMetricsF(small).elidedText(split, Qt::ElideRight, place.width()),
                  small, look.color(Token::Text2));
    }

    const ConsensusQueue& m_queue;
};

} // namespace

ConsensusList::ConsensusList(ConsensusQueue& queue, QWidget* parent)
    : QListView(parent) {
    setModel(&queue);
    setItemDelegate(new QueueDelegate(queue, this));
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(&theme(), &Theme::changed, this, [this] { doItemsLayout(); });
}

void ConsensusList::keyPressEvent(QKeyEvent* event) {
    // Digits decide and letters type nothing: both are the view's. So is Enter.
    const bool isTyped = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (isTyped || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void ConsensusList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT chosen(current.row());
}

} // namespace rapport::ui
