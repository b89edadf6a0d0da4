// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/coded_list.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace rapport::ui {

namespace {

QRectF crossPlace(const QRectF& row) {
    const qreal side = theme().px(16);
    return {row.right() - side - theme().px(2), row.center().y() - side / 2, side, side};
}

class CodedDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {100, theme().px(30)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const CodedRow* row = static_cast<const CodedModel*>(index.model())->at(index.row());
        if (row == nullptr)
            return;
        const Theme& look = theme();
        const QRectF place = option.rect;
        const bool isChosen = option.state & QStyle::State_Selected;
        if (isChosen)
            painter->fillRect(place, look.color(Token::AccentTint));
        painter->fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1),
                          look.color(Token::Line));
        const QSize tag = codeTagSize();
        paintCodeTag(
            *painter,
            QRectF(place.left() + 1, place.center().y() - tag.height() / 2.0, tag.width(), tag.height()),
            row->look);
        const QRectF name(place.left() + look.px(36), place.top(), look.px(160), place.height());
        paintText(*painter, name, row->look.title, look.font(TypeRole::BodyStrong), look.color(Token::Text));
        const QRectF cross = crossPlace(place);
        const QRectF quote(name.right() + look.px(8), place.top(), cross.left() - name.right() - look.px(16),
                           place.height());
        if (row->quote.isEmpty())
            paintText(*painter, quote, index.data(Qt::UserRole).toString(), look.font(TypeRole::Caption),
                      look.color(Token::Text3));
        else
            paintText(*painter, quote, QStringLiteral("“%1”").arg(row->quote), look.font(TypeRole::Quotation),
                      look.color(Token::Text2));
        paintIcon(*painter, cross, QStringLiteral("cross"), look.color(Token::Text2));
        if (option.state & QStyle::State_HasFocus)
            paintFocusRing(*painter, place, 4);
    }
};

} // namespace

void CodedModel::setRows(std::vector<CodedRow> rows) {
    // Gone rows first, then new ones at their places, then the words of those that stayed.
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        const model::CodingId coding = m_rows[std::size_t(i)].coding;
        if (std::none_of(rows.begin(), rows.end(),
                         [coding](const CodedRow& r) { return r.coding == coding; })) {
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    }
    for (int i = 0; i < int(rows.size()); ++i) {
        const int now = rowOf(rows[std::size_t(i)].coding);
        if (now < 0) {
            const int at = std::min(i, int(m_rows.size()));
            beginInsertRows({}, at, at);
            m_rows.insert(m_rows.begin() + at, rows[std::size_t(i)]);
            endInsertRows();
        }
    }
    for (CodedRow& row : m_rows) {
        for (const CodedRow& fresh : rows) {
            if (fresh.coding == row.coding)
                row = fresh;
        }
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const CodedRow* CodedModel::at(int row) const {
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[std::size_t(row)] : nullptr;
}

int CodedModel::rowOf(model::CodingId coding) const {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].coding == coding)
            return int(i);
    }
    return -1;
}

int CodedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CodedModel::data(const QModelIndex& index, int role) const {
    const CodedRow* row = at(index.row());
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row->look.title;
    case Qt::UserRole:
        return tr("the whole answer");
    case Qt::AccessibleTextRole:
        return row->quote.isEmpty() ? row->look.title
                                    : QStringLiteral("%1, “%2”").arg(row->look.title, row->quote);
    case Qt::ToolTipRole:
        return row->quote.isEmpty() ? QVariant() : QVariant(row->quote);
    default:
        return {};
    }
}

CodedList::CodedList(QWidget* parent)
    : QListView(parent) {
    setModel(&m_model);
    setItemDelegate(new CodedDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Coded on this answer"));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT chosenChanged(chosen()); });
    connect(&theme(), &Theme::changed, this, [this] { doItemsLayout(); });
}

model::CodingId CodedList::chosen() const {
    const CodedRow* row = m_model.at(currentIndex().row());
    return row != nullptr && selectionModel()->isSelected(currentIndex()) ? row->coding : model::CodingId();
}

void CodedList::choose(model::CodingId coding) {
    const int row = m_model.rowOf(coding);
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
    } else {
        setCurrentIndex(m_model.index(row));
    }
}

void CodedList::keyPressEvent(QKeyEvent* event) {
    const CodedRow* row = m_model.at(currentIndex().row());
    if (event->key() == Qt::Key_Space && row != nullptr) {
        Q_EMIT quoteWanted(row->coding);
        return;
    }
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && row != nullptr) {
        Q_EMIT withdrawWanted(row->coding);
        return;
    }
    const bool isMove = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (isMove && event->modifiers() == Qt::NoModifier)
        QListView::keyPressEvent(event);
    else
        event->ignore(); // letters belong to the codes
}

void CodedList::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    const CodedRow* row = m_model.at(index.row());
    if (row != nullptr && crossPlace(visualRect(index)).adjusted(-4, -4, 4, 4).contains(event->position())) {
        Q_EMIT withdrawWanted(row->coding);
        return;
    }
    QListView::mousePressEvent(event);
}

void CodedList::focusInEvent(QFocusEvent* event) {
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0));
}

void CodedList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Coded on this answer"));
        viewport()->update();
    }
    QListView::changeEvent(event);
}

} // namespace rapport::ui
