// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/analysis/analysed_units.h"

#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/painting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace rapport::ui {

namespace {

constexpr int rowPixels = 78;
/// As much of a text as two lines can hold at any width.
constexpr int mostLetters = 400;

class UnitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {10, theme().px(rowPixels)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        painter->save();
        const QRectF row = option.rect;
        const bool isChosen = option.state & QStyle::State_Selected;
        if (isChosen)
            painter->fillRect(row, look.color(Token::AccentTint));
        painter->fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), look.color(Token::Line));
        QRectF inside = row.adjusted(look.px(12), look.px(7), -look.px(12), -look.px(6));
        const QRectF head(inside.left(), inside.top(), inside.width(), look.px(18));
        const QString from = index.data(AnalysedUnits::FromRole).toString();
        const QFont small = look.font(TypeRole::Small);
        const int wide = textWidth(small, from);
        paintText(*painter, head.adjusted(0, 0, -wide - look.px(8), 0), index.data().toString(),
                  look.font(TypeRole::SmallStrong), look.color(Token::Text));
        paintText(*painter, QRectF(head.right() - wide, head.top(), wide + 1, head.height()), from, small,
                  look.color(Token::Text3));
        QTextLayout layout(index.data(AnalysedUnits::TextRole).toString(), look.font(TypeRole::Quotation));
        const int line = look.lineHeight(TypeRole::Quotation);
        const QFontMetricsF metrics(layout.font());
        layout.beginLayout();
        const int top = int(head.bottom()) + look.px(1);
        for (int number = 0; number < 2; ++number) {
            QTextLine made = layout.createLine();
            if (!made.isValid())
                break;
            made.setLineWidth(inside.width());
            QString words = layout.text().mid(made.textStart(), made.textLength());
            if (number == 1 && made.textStart() + made.textLength() < layout.text().size())
                words =
                    metrics.elidedText(layout.text().mid(made.textStart()), Qt::ElideRight, inside.width());
            paintText(*painter, QRectF(inside.left(), top + number * line, inside.width(), line), words,
                      layout.font(), look.color(Token::Text));
        }
        layout.endLayout();
        if (isChosen && (option.state & QStyle::State_HasFocus))
            paintFocusRing(*painter, row.adjusted(1, 0, -1, -1), 4);
        painter->restore();
    }
};

} // namespace

void AnalysedUnits::set(std::vector<service::AnalysedUnitItem> units) {
    beginResetModel();
    m_units = std::move(units);
    endResetModel();
}

int AnalysedUnits::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_units.size());
}

QVariant AnalysedUnits::data(const QModelIndex& index, int role) const {
    if (index.row() < 0 || index.row() >= int(m_units.size()))
        return {};
    const service::AnalysedUnitItem& unit = m_units[std::size_t(index.row())];
    const auto text = [&unit] {
        return toQt(std::string_view(unit.text))
            .left(mostLetters)
            .replace(QLatin1Char('\n'), QLatin1Char(' '));
    };
    const auto from = [&unit] {
        return unit.isSettled ? tr("settled") : unit.rater.empty() ? tr("not judged") : toQt(unit.rater);
    };
    switch (role) {
    case Qt::DisplayRole:
        return toQt(unit.name);
    case TextRole:
        return text();
    case FromRole:
        return from();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3").arg(toQt(unit.name), from(), text());
    default:
        return {};
    }
}

AnalysedUnitList::AnalysedUnitList(AnalysedUnits& units, QWidget* parent)
    : QListView(parent) {
    setModel(&units);
    setItemDelegate(new UnitDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(index.row()); });
    connect(&theme(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void AnalysedUnitList::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT opened(currentIndex().row());
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QListView::keyPressEvent(event);
}

} // namespace rapport::ui
