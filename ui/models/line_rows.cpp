// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/line_rows.h"

#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace rapport::ui {

namespace {

constexpr int askDelay = 30; ///< ms: a page flown over by the scroll bar is not asked for

} // namespace

LineRows::LineRows(QObject* parent)
    : QAbstractListModel(parent) {
    m_ask.setSingleShot(true);
    m_ask.setInterval(askDelay);
    connect(&m_ask, &QTimer::timeout, this, [this] {
        // The page on the screen now and, where the screen holds the end of one and the beginning of another,
        // both.
        std::vector<int> fresh;
        for (const int page : {m_latest - 1, m_latest, m_latest + 1}) {
            if (m_asked.contains(page) && !m_pages.contains(page) && !m_running.contains(page))
                fresh.push_back(page);
        }
        m_running.insert(fresh.begin(), fresh.end());
        m_asked.clear();
        for (const int page : fresh)
            Q_EMIT pageWanted(page);
    });
}

LineRows::Place LineRows::placeOf(const service::ConcordanceLine& line) {
    return {line.unit.value, line.range.begin.value, line.range.end.value};
}

void LineRows::setResult(std::int64_t total, std::vector<service::ConcordanceLine> firstPage) {
    beginResetModel();
    m_total = total;
    m_pages.clear();
    m_asked.clear();
    m_running.clear();
    m_latest = 0;
    m_pages[0] = std::move(firstPage);
    endResetModel();
}

void LineRows::clear() {
    clearTicks();
    setResult(0, {});
}

void LineRows::setPage(int page, std::vector<service::ConcordanceLine> lines) {
    m_pages[page] = std::move(lines);
    m_running.erase(page);
    while (int(m_pages.size()) > mostPages) {
        // The farthest from where the reader is.
        const auto first = m_pages.begin();
        const auto last = std::prev(m_pages.end());
        m_pages.erase(m_latest - first->first > last->first - m_latest ? first : last);
    }
    const int begin = page * pageSize;
    const int end = std::min(rowCount(), begin + pageSize) - 1;
    if (begin <= end)
        Q_EMIT dataChanged(index(begin), index(end));
}

void LineRows::dropRequest(int page) {
    m_running.erase(page);
}

const service::ConcordanceLine* LineRows::line(int row) const {
    if (row < 0 || row >= rowCount())
        return nullptr;
    const int page = row / pageSize;
    m_latest = page;
    const auto found = m_pages.find(page);
    if (found == m_pages.end()) {
        m_asked.insert(page);
        if (!m_ask.isActive() && !m_running.contains(page))
            m_ask.start();
        return nullptr;
    }
    const auto place = std::size_t(row % pageSize);
    return place < found->second.size() ? &found->second[place] : nullptr;
}

bool LineRows::isTicked(int row) const {
    const service::ConcordanceLine* found = line(row);
    return found != nullptr && m_ticked.contains(placeOf(*found));
}

void LineRows::setTicked(int row, bool isTicked) {
    const service::ConcordanceLine* found = line(row);
    if (found == nullptr)
        return;
    if (isTicked)
        m_ticked.emplace(placeOf(*found), *found);
    else
        m_ticked.erase(placeOf(*found));
    Q_EMIT dataChanged(index(row), index(row), {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

void LineRows::clearTicks() {
    if (m_ticked.empty())
        return;
    m_ticked.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

std::vector<service::ConcordanceLine> LineRows::ticked() const {
    std::vector<service::ConcordanceLine> lines;
    for (const auto& [place, line] : m_ticked)
        lines.push_back(line);
    return lines;
}

int LineRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(std::min<std::int64_t>(m_total, std::numeric_limits<int>::max() / 2));
}

QVariant LineRows::data(const QModelIndex& index, int role) const {
    const service::ConcordanceLine* found = index.isValid() ? line(index.row()) : nullptr;
    if (found == nullptr)
        return role == Qt::DisplayRole && index.isValid() ? QVariant(QString()) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return toQt(found->unitName);
    case Qt::CheckStateRole:
        return isTicked(index.row()) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole: {
        QString text = toQt(found->unitName + ": " + found->left) + QLatin1Char(' ') + toQt(found->match) +
                       QLatin1Char(' ') + toQt(found->right);
        for (const model::CodeId code : found->codes) {
            if (m_codebook)
                text += QStringLiteral(", ") + lookOf(*m_codebook, code).title;
        }
        return text.simplified();
    }
    default:
        return {};
    }
}

Qt::ItemFlags LineRows::flags(const QModelIndex& index) const {
    return QAbstractListModel::flags(index) |
           (index.isValid() ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

bool LineRows::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || line(index.row()) == nullptr)
        return false;
    setTicked(index.row(), value.toInt() == Qt::Checked);
    return true;
}

} // namespace rapport::ui
