// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/search_hits.h"

#include "ui/bridge/text.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace rapport::ui {

namespace {

constexpr int askDelay = 30; ///< ms: a page flown over by the scroll bar is not asked for

} // namespace

SearchHits::SearchHits(QObject* parent)
    : QAbstractListModel(parent) {
    m_ask.setSingleShot(true);
    m_ask.setInterval(askDelay);
    connect(&m_ask, &QTimer::timeout, this, [this] {
        // The page on the screen now and, where the screen holds the end of one and the beginning of another,
        // both.
        std::set<int> wanted;
        for (const int page : {m_latest - 1, m_latest, m_latest + 1}) {
            if (m_asked.contains(page) && !m_pages.contains(page))
                wanted.insert(page);
        }
        std::set<int> fresh;
        std::set_difference(wanted.begin(), wanted.end(), m_running.begin(), m_running.end(),
                            std::inserter(fresh, fresh.end()));
        m_running.insert(fresh.begin(), fresh.end());
        m_asked.clear();
        for (const int page : fresh)
            Q_EMIT pageWanted(page);
    });
}

void SearchHits::setResult(std::int64_t matches, std::vector<service::SearchHit> firstPage) {
    beginResetModel();
    m_matches = matches;
    m_pages.clear();
    m_asked.clear();
    m_running.clear();
    m_latest = 0;
    m_pages[0] = std::move(firstPage);
    endResetModel();
}

void SearchHits::clear() {
    setResult(0, {});
}

void SearchHits::setPage(int page, std::vector<service::SearchHit> hits) {
    m_pages[page] = std::move(hits);
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

void SearchHits::dropRequest(int page) {
    m_running.erase(page);
}

const service::SearchHit* SearchHits::hit(int row) const {
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

int SearchHits::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(std::min<std::int64_t>(m_matches, std::numeric_limits<int>::max() / 2));
}

QVariant SearchHits::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const service::SearchHit* found = hit(index.row());
    if (found == nullptr)
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return toQt(found->unitName);
    case Qt::AccessibleTextRole: {
        QStringList parts{toQt(found->unitName)};
        for (const std::string* part : {&found->speaker, &found->prompt, &found->snippet}) {
            if (!part->empty())
                parts.append(toQt(*part));
        }
        return parts.join(QStringLiteral(", "));
    }
    case UnitRole:
        return QVariant::fromValue<qlonglong>(found->unit.value);
    case SnippetRole:
        return toQt(found->snippet);
    default:
        return {};
    }
}

} // namespace rapport::ui
