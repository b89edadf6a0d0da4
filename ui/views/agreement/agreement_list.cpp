// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/agreement/agreement_list.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/models/figures.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>
#include <array>
#include <numeric>

namespace rapport::ui {

namespace {

constexpr int rowPixels = 29;
constexpr int barMargin = 10;

/// Where 0 and 1 of the scale lie in a cell of the column of bars.
QRectF barPlace(const QRect& cell) {
    return QRectF(cell).adjusted(theme().px(barMargin), theme().px(4), -theme().px(barMargin),
                                 -theme().px(5));
}

class RowDelegate final : public QStyledItemDelegate {
public:
    RowDelegate(const AgreementModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const AgreementRow* row = m_model.row(index.row());
        if (row == nullptr)
            return;
        const auto* view = qobject_cast<const QTableView*>(option.widget);
        const Theme& look = theme();
        painter->save();
        if (row->kind == AgreementRowKind::Section) {
            paintHeading(*painter, option.rect, *row);
            painter->restore();
            return;
        }
        const bool isChosen = view != nullptr && view->currentIndex().row() == index.row();
        const QRect cell = option.rect;
        painter->fillRect(cell, look.color(isChosen ? Token::AccentTint : Token::Surface));
        painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), look.color(Token::Line));
        if (isChosen && index.column() == 0)
            painter->fillRect(QRect(cell.left(), cell.top(), look.px(3), cell.height()),
                              look.color(Token::AccentFill));
        const QRectF inside = QRectF(cell).adjusted(look.px(5), 0, -look.px(5), 0);
        switch (index.column()) {
        case AgreementModel::Name:
            paintName(*painter, cell, *row);
            break;
        case AgreementModel::Bar:
            paintBarOf(*painter, cell, *row);
            break;
        case AgreementModel::VerdictWord:
            paintVerdict(*painter, inside, *row);
            break;
        case AgreementModel::Drift:
            paintSparkline(*painter, QRectF(cell).adjusted(look.px(8), look.px(7), -look.px(10), -look.px(8)),
                           row->drift, m_model.target());
            break;
        default: {
            QFont font = look.font(TypeRole::Figures);
            Token token = Token::Text;
            if (index.column() == AgreementModel::Value)
                font.setWeight(QFont::DemiBold);
            if (index.column() == AgreementModel::Units || index.column() == AgreementModel::Missing)
                token = Token::Text2;
            paintText(*painter, inside, index.data().toString(), font, look.color(token), Qt::AlignRight);
        }
        }
        if (view != nullptr && view->hasFocus() && view->currentIndex() == index)
            paintFocusRing(*painter, QRectF(cell).adjusted(0, 0, 0, -1), 4);
        painter->restore();
    }

private:
    static void paintHeading(QPainter& painter, const QRect& cell, const AgreementRow& row) {
        const Theme& look = theme();
        painter.fillRect(cell, look.color(Token::Canvas));
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), look.color(Token::Line));
        const QFont strong = look.font(TypeRole::SmallStrong);
        QRectF words = QRectF(cell).adjusted(look.px(16), 0, -look.px(8), 0);
        paintText(painter, words, row.title, strong, look.color(Token::Text2));
        words.setLeft(words.left() + textWidth(strong, row.title) + look.px(8));
        paintText(painter, words, row.caption, look.font(TypeRole::Caption), look.color(Token::Text3));
    }

    static void paintName(QPainter& painter, const QRect& cell, const AgreementRow& row) {
        const Theme& look = theme();
        QRectF words = QRectF(cell).adjusted(look.px(16), 0, -look.px(4), 0);
        if (row.kind == AgreementRowKind::Code) {
            const QSize tag = codeTagSize();
            paintCodeTag(
                painter,
                QRectF(words.left(), words.center().y() - tag.height() / 2.0, tag.width(), tag.height()),
                row.look);
            words.setLeft(words.left() + tag.width() + look.px(8));
        }
        const QFont font = look.font(TypeRole::Body);
        paintText(painter, words, row.title, font, look.color(Token::Text));
        words.setLeft(words.left() + textWidth(font, row.title) + look.px(6));
        if (words.width() > look.px(20))
            paintText(painter, words, row.caption, look.font(TypeRole::Caption), look.color(Token::Text3));
    }

    void paintBarOf(QPainter& painter, const QRect& cell, const AgreementRow& row) const {
        const QRectF place = barPlace(cell);
        if (!row.estimate || !row.estimate->value) {
            if (row.estimate && row.estimate->undefined)
                paintText(painter, place, undefinedShort(row.estimate->undefined->reason),
                          theme().font(TypeRole::Caption), theme().color(Token::Text3));
            return;
        }
        IntervalFigure figure;
        figure.value = *row.estimate->value;
        if (row.estimate->ci) {
            figure.lower = row.estimate->ci->low;
            figure.upper = row.estimate->ci->high;
        }
        figure.target = m_model.target();
        paintInterval(painter, place, figure);
    }

    void paintVerdict(QPainter& painter, const QRectF& inside, const AgreementRow& row) const {
        if (row.kind == AgreementRowKind::Sets && row.verdict == agreement::Verdict::NotDefined)
            return;
        const VerdictLook look = ui::lookOf(row.verdict, m_model.target());
        const qreal side = theme().px(14);
        paintIcon(painter, QRectF(inside.left(), inside.center().y() - side / 2, side, side), look.icon,
                  theme().color(look.token));
        paintText(painter, inside.adjusted(side + theme().px(5), 0, theme().px(5), 0), look.word,
                  theme().font(TypeRole::Small), theme().color(look.token));
    }

    const AgreementModel& m_model;
};

/// Draws the scale over the bars and an arrow at the sorted column.
class RowHeader final : public QHeaderView {
public:
    RowHeader(const AgreementModel& model, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_model(model) {
        setSectionsClickable(true);
        setSortIndicatorShown(true);
        setHighlightSections(false);
        setSectionResizeMode(QHeaderView::Fixed);
    }

    void paintSection(QPainter* painter, const QRect& place, int section) const override {
        const Theme& look = theme();
        painter->save();
        painter->fillRect(place, look.color(Token::Canvas));
        painter->fillRect(QRect(place.left(), place.bottom(), place.width(), 1), look.color(Token::Line));
        const QFont strong = look.font(TypeRole::SmallStrong);
        const bool isLeft = section == AgreementModel::Name || section == AgreementModel::VerdictWord ||
                            section == AgreementModel::Drift;
        QRectF words =
            QRectF(place).adjusted(look.px(section == AgreementModel::Name ? 16 : 5), 0, -look.px(5), 0);
        if (section == AgreementModel::Bar) {
            const QRectF scale = barPlace(place);
            const QFont small = look.font(TypeRole::Figures);
            paintText(*painter, QRectF(scale.left() - look.px(4), place.top(), look.px(20), place.height()),
                      QStringLiteral("0"), small, look.color(Token::Text2));
            paintText(*painter, QRectF(scale.right() - look.px(16), place.top(), look.px(20), place.height()),
                      QStringLiteral("1"), small, look.color(Token::Text2), Qt::AlignRight);
            const QString target = AgreementModel::tr("target %1").arg(coefficientText(m_model.target()));
            const qreal half = textWidth(strong, target) / 2.0 + 1;
            // Beside the 0 and the 1, however near the target lies to them.
            const qreal middle =
                std::clamp(scale.left() + m_model.target() * scale.width(), scale.left() + look.px(8) + half,
                           scale.right() - look.px(10) - half);
            paintText(*painter, QRectF(middle - half, place.top(), 2 * half, place.height()), target, strong,
                      look.color(Token::Text), Qt::AlignHCenter);
        } else {
            if (section == sortIndicatorSection()) {
                const qreal side = look.px(13);
                const QString icon = sortIndicatorOrder() == Qt::AscendingOrder
                                         ? QStringLiteral("chevron-up")
                                         : QStringLiteral("chevron-down");
                if (isLeft) {
                    const QString text =
                        m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
                    paintIcon(*painter,
                              QRectF(words.left() + textWidth(strong, text) + look.px(3),
                                     words.center().y() - side / 2, side, side),
                              icon, look.color(Token::Text2));
                } else {
                    paintIcon(*painter,
                              QRectF(words.right() - side, words.center().y() - side / 2, side, side), icon,
                              look.color(Token::Text2));
                    words.setRight(words.right() - side);
                }
            }
            paintText(*painter, words,
                      m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString(), strong,
                      look.color(Token::Text2), isLeft ? Qt::AlignLeft : Qt::AlignRight);
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint() const override { return {0, theme().px(32)}; }

private:
    const AgreementModel& m_model;
};

} // namespace

AgreementList::AgreementList(AgreementModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model) {
    auto* header = new RowHeader(model, this);
    setHorizontalHeader(header);
    setModel(&model);
    setItemDelegate(new RowDelegate(model, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Agreement by code"));
    header->setSortIndicator(AgreementModel::Value, Qt::DescendingOrder);
    setSortingEnabled(true);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        spanSections();
        stretch();
    });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { viewport()->update(); });
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(index.row(), index.column()); });
    connect(&theme(), &Theme::changed, this, [this] { resizeToTheme(); });
    resizeToTheme();
}

void AgreementList::spanSections() {
    clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.row(row)->kind == AgreementRowKind::Section)
            setSpan(row, 0, 1, AgreementModel::ColumnCount);
    }
}

void AgreementList::resizeToTheme() {
    verticalHeader()->setMinimumSectionSize(theme().px(20));
    verticalHeader()->setDefaultSectionSize(theme().px(rowPixels));
    horizontalHeader()->setFixedHeight(theme().px(32));
    stretch();
}

std::array<int, AgreementModel::ColumnCount> AgreementList::columnWidths() const {
    const QFont figures = theme().font(TypeRole::Figures);
    const QFont strong = theme().font(TypeRole::SmallStrong);
    const QFont small = theme().font(TypeRole::Small);
    const int pad = theme().px(10);
    std::array<int, AgreementModel::ColumnCount> widths{};
    const auto head = [&](int column) {
        return textWidth(strong, m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) +
               pad;
    };
    const auto set = [&](int column, const QString& sample) {
        widths[std::size_t(column)] = std::max(head(column), textWidth(figures, sample) + pad);
    };
    const QString low = coefficientText(-0.888);
    set(AgreementModel::Value, low);
    widths[AgreementModel::Value] =
        std::max(widths[AgreementModel::Value], head(AgreementModel::Value) + theme().px(13));
    set(AgreementModel::IntervalText, intervalText(-0.888, 1));
    set(AgreementModel::Agree, QStringLiteral("100"));
    set(AgreementModel::Ac1, low);
    set(AgreementModel::Prevalence, QStringLiteral("88.8"));
    set(AgreementModel::Units, QStringLiteral("8,888"));
    set(AgreementModel::Missing, QStringLiteral("888"));
    widths[AgreementModel::Drift] = std::max(theme().px(82), head(AgreementModel::Drift) + theme().px(4));
    int verdict = head(AgreementModel::VerdictWord);
    for (const agreement::Verdict each :
         {agreement::Verdict::Meets, agreement::Verdict::Likely, agreement::Verdict::Unsure,
          agreement::Verdict::Below, agreement::Verdict::TooFew, agreement::Verdict::NotDefined})
        verdict = std::max(verdict, textWidth(small, ui::lookOf(each, 0.7).word) + theme().px(36));
    widths[AgreementModel::VerdictWord] = verdict;
    widths[AgreementModel::Name] = theme().px(190);
    widths[AgreementModel::Bar] = theme().px(118);
    // Without batches there is nothing to draw of them.
    if (m_model.batchCount() < 2)
        widths[AgreementModel::Drift] = 0;
    return widths;
}

int AgreementList::neededWidth() const {
    const auto widths = columnWidths();
    return std::accumulate(widths.begin(), widths.end(), verticalScrollBar()->sizeHint().width());
}

void AgreementList::stretch() {
    auto widths = columnWidths();
    const int least = widths[AgreementModel::Name];
    const int leastBar = widths[AgreementModel::Bar];
    int fixed = 0;
    for (int column = 0; column < AgreementModel::ColumnCount; ++column) {
        if (column != AgreementModel::Name && column != AgreementModel::Bar)
            fixed += widths[std::size_t(column)];
    }
    // Where there is no room for all the table scrolls, and the verdict stands beside the value.
    const bool isCrowded = fixed + least + leastBar > viewport()->width();
    const int verdictPlace = isCrowded ? int(AgreementModel::Bar) + 1 : int(AgreementModel::VerdictWord);
    if (const int now = horizontalHeader()->visualIndex(AgreementModel::VerdictWord); now != verdictPlace)
        horizontalHeader()->moveSection(now, verdictPlace);
    const int room = std::max(0, viewport()->width() - fixed - least - leastBar);
    widths[AgreementModel::Bar] = leastBar + std::min(room / 4, theme().px(40));
    widths[AgreementModel::Name] = std::max(least, viewport()->width() - fixed - widths[AgreementModel::Bar]);
    for (int column = 0; column < AgreementModel::ColumnCount; ++column) {
        setColumnHidden(column, widths[std::size_t(column)] == 0);
        if (widths[std::size_t(column)] > 0)
            setColumnWidth(column, widths[std::size_t(column)]);
    }
}

void AgreementList::selectFirst() {
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.row(row)->kind != AgreementRowKind::Section) {
            setCurrentIndex(m_model.index(row, AgreementModel::Value));
            scrollToTop(); // its heading too
            return;
        }
    }
    Q_EMIT rowChosen(-1);
}

void AgreementList::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().row(), currentIndex().column());
        return;
    }
    // Headings are no stops: the arrow goes on to the next row.
    if ((event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) &&
        event->modifiers() == Qt::NoModifier) {
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        int row = currentIndex().row() + step;
        while (m_model.row(row) != nullptr && m_model.row(row)->kind == AgreementRowKind::Section)
            row += step;
        if (m_model.row(row) != nullptr)
            setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())));
        else if (step < 0)
            scrollToTop();
        return;
    }
    QTableView::keyPressEvent(event);
}

void AgreementList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (current.row() != previous.row())
        Q_EMIT rowChosen(current.row());
}

void AgreementList::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    stretch();
}

} // namespace rapport::ui
