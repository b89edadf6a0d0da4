// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/rail.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

QString activityTitle(const char* text) {
    return QCoreApplication::translate("Activities", text);
}

QString groupTitle(RailGroup group) {
    switch (group) {
    case RailGroup::Study:
        return activityTitle(QT_TRANSLATE_NOOP("Activities", "Study"));
    case RailGroup::Work:
        return activityTitle(QT_TRANSLATE_NOOP("Activities", "Work"));
    case RailGroup::Results:
        return activityTitle(QT_TRANSLATE_NOOP("Activities", "Results"));
    }
    return {};
}

class RailDelegate final : public QStyledItemDelegate {
public:
    RailDelegate(const Rail& rail, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_rail(rail) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        if (index.data(RailModel::HeadingRole).toBool())
            return {10, theme().px(m_rail.isNarrow() ? (index.row() == 0 ? 8 : 14) : 32)};
        return {10, theme().px(33)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        const QRectF row = option.rect;
        const QString words = index.data(Qt::DisplayRole).toString();
        if (index.data(RailModel::HeadingRole).toBool()) {
            if (!m_rail.isNarrow())
                paintText(*painter, row.adjusted(look.px(16), look.px(6), 0, 0), words,
                          look.font(TypeRole::Caption), look.color(Token::Text2));
            else if (index.row() > 0)
                painter->fillRect(
                    QRectF(row.left() + look.px(13), row.center().y(), row.width() - look.px(26), 1),
                    look.color(Token::Line));
            return;
        }
        const bool isChosen = option.state & QStyle::State_Selected;
        const QRectF box = row.adjusted(look.px(8), 1, -look.px(8), -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(look.color(isChosen ? Token::AccentTint : Token::Sunken));
            painter->drawRoundedRect(box, 6, 6);
        }
        if (isChosen)
            painter->fillRect(QRectF(row.left(), row.top() + look.px(6), 3, row.height() - look.px(12)),
                              look.color(Token::Accent));
        const QColor ink = look.color(isChosen ? Token::Accent : Token::Text);
        const qreal side = look.px(20);
        const qreal left = m_rail.isNarrow() ? box.center().x() - side / 2 : box.left() + look.px(8);
        paintIcon(*painter, QRectF(left, box.center().y() - side / 2, side, side),
                  index.data(RailModel::IconRole).toString(), ink);
        const QString badge = index.data(RailModel::BadgeRole).toString();
        if (!m_rail.isNarrow()) {
            QRectF place = box.adjusted(look.px(35), 0, -look.px(6), 0);
            if (!badge.isEmpty()) {
                const int wide = textWidth(look.font(TypeRole::Caption), badge) + look.px(10);
                const QRectF chip(place.right() - wide, place.center().y() - look.px(9), wide, look.px(18));
                painter->setPen(Qt::NoPen);
                painter->setBrush(look.color(Token::Sunken));
                painter->drawRoundedRect(chip, 5, 5);
                paintText(*painter, chip, badge, look.font(TypeRole::Caption), look.color(Token::Text2),
                          Qt::AlignHCenter);
                place.setRight(chip.left() - 2);
            }
            QFont font = look.font(isChosen ? TypeRole::BodyStrong : TypeRole::Body);
            paintText(*painter, place, words, font, ink);
        } else if (!badge.isEmpty()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(look.color(Token::AccentFill));
            painter->drawEllipse(QPointF(box.right() - look.px(6), box.top() + look.px(7)), look.px(3),
                                 look.px(3));
        }
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            paintFocusRing(*painter, box, 6);
    }

private:
    const Rail& m_rail;
};

} // namespace

std::vector<const ViewRow*> activities() {
    std::vector<const ViewRow*> found;
    for (const ViewRow& row : viewRows()) {
        bool isThere = false;
        for (const ViewRow* former : found)
            isThere = isThere || qstrcmp(former->activity, row.activity) == 0;
        if (!isThere)
            found.push_back(&row);
    }
    return found;
}

RailModel::RailModel(QObject* parent)
    : QAbstractListModel(parent) {
    std::optional<RailGroup> group;
    for (const ViewRow* view : activities()) {
        if (group != view->group)
            m_entries.push_back({true, view->group, nullptr, {}});
        group = view->group;
        m_entries.push_back({false, view->group, view, {}});
    }
}

int RailModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant RailModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= int(m_entries.size()))
        return {};
    const Entry& entry = m_entries.at(std::size_t(index.row()));
    const QString title = entry.isHeading ? groupTitle(entry.group) : activityTitle(entry.view->activity);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::ToolTipRole:
        if (entry.isHeading)
            return {};
        for (int number = 0; const ViewRow* view : activities()) {
            ++number;
            if (view == entry.view)
                return QStringLiteral("%1 (Alt+%2)").arg(title).arg(number);
        }
        return title;
    case Qt::AccessibleTextRole:
        return entry.badge.isEmpty() ? title : QStringLiteral("%1, %2").arg(title, entry.badge);
    case HeadingRole:
        return entry.isHeading;
    case IconRole:
        return entry.isHeading ? QString() : QString::fromLatin1(entry.view->icon);
    case BadgeRole:
        return entry.badge;
    case ViewRole:
        return entry.isHeading ? QString() : QString::fromLatin1(entry.view->name);
    default:
        return {};
    }
}

Qt::ItemFlags RailModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || m_entries.at(std::size_t(index.row())).isHeading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

void RailModel::setBadge(const QString& viewName, const QString& badge) {
    const int row = rowOf(viewName);
    if (row < 0)
        return;
    m_entries.at(std::size_t(row)).badge = badge;
    Q_EMIT dataChanged(index(row), index(row));
}

void RailModel::retranslate() {
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int RailModel::rowOf(const QString& viewName) const {
    const char* activity = nullptr;
    for (const ViewRow& view : viewRows()) {
        if (viewName == QLatin1String(view.name))
            activity = view.activity;
    }
    for (std::size_t i = 0; activity != nullptr && i < m_entries.size(); ++i) {
        if (!m_entries[i].isHeading && qstrcmp(m_entries[i].view->activity, activity) == 0)
            return int(i);
    }
    return -1;
}

Rail::Rail(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListView(this))
    , m_collapse(new KeyButton({}, ButtonKind::Quiet, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 1, 8);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_collapse);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RailDelegate(*this, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
    m_collapse->setIconName(QStringLiteral("panel"));
    m_collapse->setFocusPolicy(Qt::NoFocus);
    m_collapse->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->setAlignment(m_collapse, Qt::AlignLeft);
    connect(
        m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { resizeToTheme(); },
        Qt::QueuedConnection);
    connect(m_collapse, &QAbstractButton::clicked, this, [this] { Q_EMIT narrowWanted(!m_isNarrow); });
    const auto wanted = [this](const QModelIndex& index) {
        const QString view = index.data(RailModel::ViewRole).toString();
        if (!view.isEmpty())
            Q_EMIT viewWanted(view);
    };
    connect(m_list, &QAbstractItemView::clicked, this, wanted);
    connect(m_list, &QAbstractItemView::activated, this, wanted);
    connect(&theme(), &Theme::changed, this, [this] { resizeToTheme(); });
    retranslate();
    resizeToTheme();
}

void Rail::setNarrow(bool isNarrow) {
    m_isNarrow = isNarrow;
    resizeToTheme();
    retranslate();
}

void Rail::resizeToTheme() {
    // 148 fits the English names; a longer one ("Overeenstemming") makes the rail wider rather than lose its
    // end.
    const QScrollBar* bar = m_list->verticalScrollBar();
    const int barWidth = bar->maximum() > 0 ? bar->sizeHint().width() : 0;
    int width = theme().px(m_isNarrow ? 52 : 148);
    if (!m_isNarrow) {
        const QFont font = theme().font(TypeRole::BodyStrong);
        for (int row = 0; row < m_model.rowCount({}); ++row)
            width = std::max(width, theme().px(60) +
                                        textWidth(font, m_model.index(row).data(Qt::DisplayRole).toString()) +
                                        barWidth);
    }
    setFixedWidth(width);
    // Beside the list's bar, below its icons.
    m_collapse->setFixedWidth(width - 1 - (m_isNarrow ? barWidth : 0));
    m_list->doItemsLayout();
    update();
}

void Rail::retranslate() {
    m_list->setAccessibleName(tr("Activities"));
    m_collapse->setText(m_isNarrow ? QString() : tr("Collapse"));
    m_collapse->setAccessibleName(m_isNarrow ? tr("Widen the activity bar")
                                             : tr("Collapse the activity bar"));
    m_collapse->setToolTip(m_collapse->accessibleName() + QStringLiteral(" (Ctrl+B)"));
    m_model.retranslate();
    resizeToTheme();
}

void Rail::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Rail::setCurrentView(const QString& viewName) {
    const int row = m_model.rowOf(viewName);
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

QRect Rail::placeOf(const QString& viewName) const {
    const int row = m_model.rowOf(viewName);
    if (row < 0 || !m_list->isVisible())
        return {};
    const QRect place = m_list->visualRect(m_model.index(row));
    return {m_list->viewport()->mapTo(this, place.topLeft()), place.size()};
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(width() - 1, 0, 1, height(), theme().color(Token::Line));
}

} // namespace rapport::ui
