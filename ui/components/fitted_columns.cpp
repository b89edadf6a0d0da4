// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/fitted_columns.h"

#include "ui/app/settings.h"
#include "ui/app/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <algorithm>

namespace rapport::ui {

FittedColumns::FittedColumns(QTableView& table, std::vector<FittedColumn> columns, QString key)
    : QObject(&table)
    , m_table(table)
    , m_columns(std::move(columns))
    , m_isUseful(m_columns.size(), true)
    , m_isWanted(m_columns.size(), true)
    , m_isSqueezedOut(m_columns.size(), false)
    , m_key(std::move(key)) {
    const QStringList hidden = remembered(m_key).toStringList();
    for (const QString& each : hidden) {
        const int column = each.toInt();
        if (column > 0 && column < int(m_columns.size()))
            m_isWanted[std::size_t(column)] = false;
    }
    m_table.setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table.horizontalHeader()->setStretchLastSection(false);
    m_table.horizontalHeader()->setMinimumSectionSize(theme().px(20));
    m_table.viewport()->installEventFilter(this);
    m_table.horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table.horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint& place) {
                QMenu* menu = makeMenu(&m_table);
                menu->setAttribute(Qt::WA_DeleteOnClose);
                menu->popup(m_table.horizontalHeader()->mapToGlobal(place));
            });
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
    connect(m_table.model(), &QAbstractItemModel::headerDataChanged, this, [this] { fit(); });
}

void FittedColumns::setUseful(int column, bool isUseful) {
    if (m_isUseful[std::size_t(column)] == isUseful)
        return;
    m_isUseful[std::size_t(column)] = isUseful;
    fit();
}

void FittedColumns::setWanted(int column, bool isWanted) {
    m_isWanted[std::size_t(column)] = isWanted;
    QStringList hidden;
    for (std::size_t each = 0; each < m_isWanted.size(); ++each) {
        if (!m_isWanted[each])
            hidden.append(QString::number(each));
    }
    remember(m_key, hidden);
    fit();
}

bool FittedColumns::isWanted(int column) const {
    return m_isWanted[std::size_t(column)];
}

bool FittedColumns::isSqueezedOut(int column) const {
    return m_isSqueezedOut[std::size_t(column)];
}

int FittedColumns::leastWidth(int column) const {
    const QString header = m_table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    // The style sheet writes headers in strong letters, which the header's own font does not say.
    QFont font = m_table.horizontalHeader()->font();
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    // With room for the arrow of the sorted column.
    const bool isSorted =
        m_table.isSortingEnabled() && m_table.horizontalHeader()->sortIndicatorSection() == column;
    const int head = metrics.horizontalAdvance(header) + theme().px(isSorted ? 40 : 28);
    return std::max(head, theme().px(m_columns[std::size_t(column)].least));
}

void FittedColumns::fit() {
    const int room = m_table.viewport()->width();
    std::vector<int> shown;
    int needed = 0;
    for (int column = 0; column < int(m_columns.size()); ++column) {
        m_isSqueezedOut[std::size_t(column)] = false;
        if (!m_isUseful[std::size_t(column)] || !m_isWanted[std::size_t(column)])
            continue;
        shown.push_back(column);
        needed += leastWidth(column);
    }
    while (needed > room) {
        const auto last = std::max_element(shown.begin(), shown.end(), [this](int a, int b) {
            return m_columns[std::size_t(a)].rank < m_columns[std::size_t(b)].rank;
        });
        if (last == shown.end() || m_columns[std::size_t(*last)].rank == 0)
            break;
        needed -= leastWidth(*last);
        m_isSqueezedOut[std::size_t(*last)] = true;
        shown.erase(last);
    }
    std::vector<int> widths(m_columns.size(), 0);
    int wishes = 0;
    for (const int column : shown) {
        widths[std::size_t(column)] = leastWidth(column);
        wishes += std::max(0, theme().px(m_columns[std::size_t(column)].most) - leastWidth(column));
    }
    int extra = std::max(0, room - needed);
    const double share = wishes == 0 ? 0 : std::min(1.0, double(extra) / wishes);
    for (const int column : shown) {
        const int more =
            int(share * std::max(0, theme().px(m_columns[std::size_t(column)].most) - leastWidth(column)));
        widths[std::size_t(column)] += more;
        extra -= more;
    }
    // The rest to the last one, so that the table ends where the view does.
    if (!shown.empty() && extra > 0)
        widths[std::size_t(shown.back())] += extra;
    for (int column = 0; column < int(m_columns.size()); ++column) {
        const int width = widths[std::size_t(column)];
        m_table.setColumnHidden(column, width == 0);
        if (width > 0)
            m_table.setColumnWidth(column, width);
    }
    Q_EMIT fitted();
}

QMenu* FittedColumns::makeMenu(QWidget* parent) {
    auto* menu = new QMenu(parent);
    for (int column = 0; column < int(m_columns.size()); ++column) {
        if (!m_isUseful[std::size_t(column)])
            continue;
        const QString header =
            m_table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action =
            menu->addAction(isSqueezedOut(column) ? tr("%1 (no room now)").arg(header) : header);
        action->setCheckable(true);
        action->setChecked(isWanted(column));
        action->setEnabled(m_columns[std::size_t(column)].rank > 0);
        connect(action, &QAction::toggled, this, [this, column](bool isOn) { setWanted(column, isOn); });
    }
    return menu;
}

bool FittedColumns::eventFilter(QObject* watched, QEvent* event) {
    // The type first: when the table goes, its last events come while it is no table any more.
    if (event->type() == QEvent::Resize && watched == m_table.viewport())
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace rapport::ui
