// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/analysis/analysis_list.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr int rowPixels = 29;
constexpr int leastText = 70;
constexpr int mostText = 260;
constexpr int barPixels = 150;
/// Widths are measured on so many rows; others are like them.
constexpr int measuredRows = 200;

class CellDelegate final : public QStyledItemDelegate {
public:
    CellDelegate(const AnalysisTable& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto* view = qobject_cast<const QTableView*>(option.widget);
        const Theme& look = theme();
        painter->save();
        const bool isChosen = view != nullptr && view->currentIndex().row() == index.row();
        const QRect cell = option.rect;
        painter->fillRect(cell, look.color(isChosen ? Token::AccentTint : Token::Surface));
        painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), look.color(Token::Line));
        if (isChosen && index.column() == 0)
            painter->fillRect(QRect(cell.left(), cell.top(), look.px(3), cell.height()),
                              look.color(Token::AccentFill));
        const QString text = index.data().toString();
        QRectF inside = QRectF(cell).adjusted(look.px(index.column() == 0 ? 16 : 8), 0, -look.px(8), 0);
        switch (m_model.cellKind(index.column())) {
        case AnalysisCell::Code:
            if (const auto code = m_model.lookAt(index)) {
                const QSize tag = codeTagSize();
                paintCodeTag(*painter,
                             QRectF(inside.left(), inside.center().y() - tag.height() / 2.0, tag.width(),
                                    tag.height()),
                             *code);
                inside.setLeft(inside.left() + tag.width() + look.px(8));
            }
            paintText(*painter, inside, text, look.font(TypeRole::Body), look.color(Token::Text));
            break;
        case AnalysisCell::Text:
            paintText(*painter, inside, text, look.font(TypeRole::Body), look.color(Token::Text));
            break;
        case AnalysisCell::Bar:
            if (const auto figure = m_model.figureAt(index))
                paintInterval(*painter,
                              QRectF(cell).adjusted(look.px(10), look.px(4), -look.px(10), -look.px(5)),
                              *figure);
            break;
        case AnalysisCell::Number:
            paintText(*painter, inside, text, look.font(TypeRole::Figures), look.color(Token::Text),
                      Qt::AlignRight);
            break;
        }
        if (view != nullptr && view->hasFocus() && view->currentIndex() == index)
            paintFocusRing(*painter, QRectF(cell).adjusted(0, 0, 0, -1), 4);
        painter->restore();
    }

private:
    const AnalysisTable& m_model;
};

} // namespace

AnalysisList::AnalysisList(AnalysisTable& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model) {
    setModel(&model);
    setItemDelegate(new CellDelegate(model, this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        const bool isFigure =
            m_model.cellKind(column) != AnalysisCell::Text && m_model.cellKind(column) != AnalysisCell::Code;
        const bool isAgain = horizontalHeader()->sortIndicatorSection() == column;
        // The most first, which is what one asks of figures.
        const Qt::SortOrder order = !isAgain ? (isFigure ? Qt::DescendingOrder : Qt::AscendingOrder)
                                             : horizontalHeader()->sortIndicatorOrder();
        horizontalHeader()->setSortIndicator(column, order);
        m_model.sort(column, order);
        selectFirst();
    });
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(index.row(), index.column()); });
    const auto resize = [this] {
        verticalHeader()->setDefaultSectionSize(theme().px(rowPixels));
        horizontalHeader()->setFont(theme().font(TypeRole::SmallStrong));
        fit();
    };
    connect(&theme(), &Theme::changed, this, resize);
    resize();
}

void AnalysisList::fit() {
    const Theme& look = theme();
    int used = 0;
    int stretching = -1;
    std::vector<int> widths(std::size_t(m_model.columnCount()), 0);
    std::vector<int> least(widths.size(), 0);
    const int rows = std::min(m_model.rowCount(), measuredRows);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const AnalysisCell kind = m_model.cellKind(column);
        const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int width = textWidth(look.font(TypeRole::SmallStrong), title) + look.px(36);
        const QFont font = look.font(kind == AnalysisCell::Number ? TypeRole::Figures : TypeRole::Body);
        const int around = look.px(kind == AnalysisCell::Code ? 62 : 26);
        for (int row = 0; row < rows && kind != AnalysisCell::Bar; ++row)
            width = std::max(width, textWidth(font, m_model.index(row, column).data().toString()) + around);
        if (kind == AnalysisCell::Bar)
            width = std::max(width, look.px(barPixels));
        if (kind == AnalysisCell::Text || kind == AnalysisCell::Code)
            width = std::clamp(width, look.px(leastText), look.px(mostText));
        if (stretching < 0 && kind == AnalysisCell::Code)
            stretching = column;
        // Headings are whole, and words that tell rows apart nearly so; what is first is much alike from row
        // to row.
        const int words = kind == AnalysisCell::Code  ? look.px(150)
                          : kind == AnalysisCell::Bar ? look.px(110)
                          : column == 0               ? look.px(92)
                                                      : std::min(width, look.px(170));
        const int head = textWidth(look.font(TypeRole::SmallStrong), title) + look.px(24);
        least[std::size_t(column)] = std::max(words, head);
        widths[std::size_t(column)] = width;
        used += width;
    }
    if (stretching < 0 && !widths.empty())
        stretching = 0;
    int left = viewport()->width() - used;
    if (stretching >= 0 && left > 0)
        widths[std::size_t(stretching)] += left;
    // Too wide: words give way first, since they are elided and figures are not.
    for (int column = int(widths.size()) - 1; column >= 0 && left < 0; --column) {
        const AnalysisCell kind = m_model.cellKind(column);
        if (kind == AnalysisCell::Number)
            continue;
        int& width = widths[std::size_t(column)];
        const int given = std::min(std::max(0, width - least[std::size_t(column)]), -left);
        width -= given;
        left += given;
    }
    for (int column = 0; column < int(widths.size()); ++column)
        setColumnWidth(column, widths[std::size_t(column)]);
}

void AnalysisList::selectFirst() {
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, 0));
    scrollToTop();
}

void AnalysisList::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().row(), currentIndex().column());
        return;
    }
    QTableView::keyPressEvent(event);
}

void AnalysisList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the whole row is tinted
    if (current.row() != previous.row())
        Q_EMIT rowChosen(current.row());
}

void AnalysisList::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

} // namespace rapport::ui
