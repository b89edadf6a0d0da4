// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/search_history.h"

#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/models/figures.h"
#include "ui/views/search/word_table.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

SearchHistoryDialog::SearchHistoryDialog(const QString& name, std::vector<service::SavedSearchEvent> events,
                                         QWidget* parent)
    : QDialog(parent)
    , m_events(std::move(events))
    , m_model(new QStandardItemModel(this))
    , m_table(makeWordTable(m_model, this))
    , m_use(new KeyButton(tr("Use this query"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("History of “%1”").arg(name));
    openWithin(*this, 760, 420);
    std::reverse(m_events.begin(), m_events.end());
    m_model->setHorizontalHeaderLabels({tr("Query"), tr("When"), tr("What"), tr("Lines"), tr("Units")});
    m_model->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const service::SavedSearchEvent& event : m_events) {
        const bool isRun = event.what == "run";
        const QString what = isRun ? tr("ran") : event.what == "remove" ? tr("removed") : tr("saved");
        const QString when = QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(event.time.time_since_epoch().count()), QLocale::ShortFormat);
        m_model->appendRow({wordItem(toQt(event.query), toQt(event.query)), figureItem(when),
                            figureItem(what), figureItem(isRun ? countText(event.lines) : QString()),
                            figureItem(isRun ? countText(event.units) : QString())});
    }
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setAccessibleName(tr("What happened to this search"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* close = new KeyButton(tr("Close"), ButtonKind::Secondary, this);
    row->addWidget(close);
    row->addWidget(m_use);
    column->addLayout(row);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_use, &QAbstractButton::clicked, this, [this] { choose(m_table->currentIndex().row()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { choose(index.row()); });
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    m_use->setEnabled(m_model->rowCount() > 0);
}

void SearchHistoryDialog::choose(int row) {
    if (row < 0 || row >= int(m_events.size()) || m_events[std::size_t(row)].query.empty())
        return;
    Q_EMIT queryChosen(toQt(m_events[std::size_t(row)].query));
    accept();
}

} // namespace rapport::ui
