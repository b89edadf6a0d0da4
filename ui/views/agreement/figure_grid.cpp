// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/agreement/figure_grid.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>
#include <numeric>

namespace rapport::ui {

namespace {

class FigureDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QString text = index.data().toString();
        painter->fillRect(option.rect, theme().color(Token::Surface));
        if (text.isEmpty())
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
        const bool isTotal = index.data(FigureModel::TotalRole).toBool();
        if (!isTotal) {
            const double shade = index.data(FigureModel::ShadeRole).toDouble();
            const QColor ground = theme().color(Token::Surface);
            // Light enough at its darkest for the figure on it.
            const QColor full =
                mixed(ground, theme().color(Token::AccentFill), theme().isDark() ? 0.85 : 0.5);
            const QColor least = theme().color(Token::AccentTint);
            painter->setPen(Qt::NoPen);
            painter->setBrush(mixed(least, full, std::clamp(shade, 0.0, 1.0)));
            painter->drawRoundedRect(box, 3, 3);
            if (index.data(FigureModel::FramedRole).toBool()) {
                painter->setPen(QPen(theme().color(Token::LineStrong), 1));
                painter->setBrush(Qt::NoBrush);
                painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
            }
        }
        paintText(*painter, box, text, theme().font(TypeRole::Figures),
                  theme().color(isTotal ? Token::Text2 : Token::Text), Qt::AlignHCenter);
        const auto* view = qobject_cast<const QTableView*>(option.widget);
        if (view != nullptr && view->currentIndex() == index) {
            if (view->hasFocus()) {
                paintFocusRing(*painter, box, 3);
            } else {
                painter->setPen(QPen(theme().color(Token::Text), 1.5));
                painter->setBrush(Qt::NoBrush);
                painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
            }
        }
        painter->restore();
    }
};

/// Headings of rows and columns in small type on the card itself.
class FigureHeader final : public QHeaderView {
public:
    FigureHeader(Qt::Orientation orientation, QWidget* parent)
        : QHeaderView(orientation, parent) {
        setSectionsClickable(false);
        setHighlightSections(false);
        setFocusPolicy(Qt::NoFocus);
    }

    void paintSection(QPainter* painter, const QRect& place, int section) const override {
        painter->fillRect(place, theme().color(Token::Surface));
        const bool isColumn = orientation() == Qt::Horizontal;
        paintText(*painter, QRectF(place).adjusted(2, 0, isColumn ? -2 : -theme().px(8), 0),
                  model()->headerData(section, orientation()).toString(), theme().font(TypeRole::Small),
                  theme().color(Token::Text2), isColumn ? Qt::AlignHCenter : Qt::AlignRight);
    }

    [[nodiscard]] QSize sizeHint() const override {
        const QFont font = theme().font(TypeRole::Small);
        if (orientation() == Qt::Horizontal)
            return {0, theme().px(26)};
        int widest = 0;
        for (int i = 0; model() != nullptr && i < model()->rowCount(); ++i)
            widest = std::max(widest, textWidth(font, model()->headerData(i, Qt::Vertical).toString()));
        return {std::min(widest + theme().px(14), theme().px(130)), 0};
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        {
            QPainter painter(viewport());
            painter.fillRect(event->rect(), theme().color(Token::Surface));
        }
        QHeaderView::paintEvent(event);
    }
};

} // namespace

void FigureModel::setTable(FigureTable table) {
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int FigureModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_table.cells.size());
}

int FigureModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_table.columns.size());
}

QVariant FigureModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto& row = m_table.cells[std::size_t(index.row())];
    if (index.column() >= int(row.size()))
        return {};
    const FigureCell& cell = row[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return cell.spoken.isEmpty() ? cell.text : cell.spoken;
    case ShadeRole:
        return cell.shade;
    case FramedRole:
        return cell.isFramed;
    case TotalRole:
        return cell.isTotal;
    default:
        return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? m_table.columns.value(section) : m_table.rows.value(section);
}

Qt::ItemFlags FigureModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || index.data().toString().isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

FigureGrid::FigureGrid(QWidget* parent)
    : QTableView(parent) {
    setHorizontalHeader(new FigureHeader(Qt::Horizontal, this));
    setVerticalHeader(new FigureHeader(Qt::Vertical, this));
    setModel(&m_model);
    setItemDelegate(new FigureDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setStyleSheet(QStringLiteral("QTableCornerButton::section { background: transparent; border: none; }"));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT cellOpened(index.row(), index.column()); });
    connect(&theme(), &Theme::changed, this, [this] { resizeToTheme(); });
    resizeToTheme();
}

void FigureGrid::setTable(FigureTable table) {
    m_model.setTable(std::move(table));
    resizeToTheme();
}

void FigureGrid::resizeToTheme() {
    const QFont figures = theme().font(TypeRole::Figures);
    const QFont words = theme().font(TypeRole::Small);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        int widest = std::max(theme().px(42),
                              textWidth(words, m_model.table().columns.value(column)) + theme().px(12));
        for (int row = 0; row < m_model.rowCount(); ++row)
            widest = std::max(widest, textWidth(figures, m_model.index(row, column).data().toString()) +
                                          theme().px(14));
        horizontalHeader()->resizeSection(column, std::min(widest, theme().px(92)));
    }
    for (int row = 0; row < m_model.rowCount(); ++row)
        verticalHeader()->resizeSection(row, theme().px(28));
    updateGeometry();
    viewport()->update();
}

int FigureGrid::contentWidth() const {
    return verticalHeader()->sizeHint().width() + horizontalHeader()->length() + 2;
}

QSize FigureGrid::sizeHint() const {
    // Room for the bar that scrolls sideways where it is needed.
    const int bar = contentWidth() > theme().px(380) ? theme().px(12) : 0;
    return {contentWidth(), horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 + bar};
}

QSize FigureGrid::minimumSizeHint() const {
    return {std::min(contentWidth(), theme().px(120)), sizeHint().height()};
}

void FigureGrid::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT cellOpened(currentIndex().row(), currentIndex().column());
        return;
    }
    QTableView::keyPressEvent(event);
}

void FigureGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (current.isValid())
        Q_EMIT cellChosen(current.row(), current.column());
}

void FigureGrid::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(viewport());
        painter.fillRect(event->rect(), theme().color(Token::Surface));
    }
    QTableView::paintEvent(event);
}

} // namespace rapport::ui
