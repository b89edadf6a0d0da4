// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/search_hits.h"

#include "ui/bridge/text.h"

namespace rapport::ui {

SearchHits::SearchHits(QObject* parent)
    : QAbstractListModel(parent)
    , m_pages([this](int page) { Q_EMIT pageWanted(page); }) {
}

void SearchHits::setResult(std::int64_t matches, std::vector<service::SearchHit> firstPage) {
    beginResetModel();
    m_pages.reset(matches, std::move(firstPage));
    endResetModel();
}

void SearchHits::clear() {
    setResult(0, {});
}

void SearchHits::setPage(int page, std::vector<service::SearchHit> hits) {
    const auto [first, last] = m_pages.set(page, std::move(hits));
    if (first <= last)
        Q_EMIT dataChanged(index(first), index(last));
}

void SearchHits::dropRequest(int page) {
    m_pages.drop(page);
}

const service::SearchHit* SearchHits::hit(int row) const {
    return m_pages.at(row);
}

int SearchHits::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_pages.count();
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
        if (found->page > 0)
            parts.insert(1, tr("p. %1").arg(found->page));
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
