// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/line_rows.h"

#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"

namespace rapport::ui {

LineRows::LineRows(QObject* parent)
    : QAbstractListModel(parent)
    , m_pages([this](int page) { Q_EMIT pageWanted(page); }) {
}

LineRows::Place LineRows::placeOf(const service::ConcordanceLine& line) {
    return {line.unit.value, line.range.begin.value, line.range.end.value};
}

void LineRows::setResult(std::int64_t total, std::vector<service::ConcordanceLine> firstPage) {
    beginResetModel();
    m_pages.reset(total, std::move(firstPage));
    endResetModel();
}

void LineRows::clear() {
    clearTicks();
    setResult(0, {});
}

void LineRows::setPage(int page, std::vector<service::ConcordanceLine> lines) {
    const auto [first, last] = m_pages.set(page, std::move(lines));
    if (first <= last)
        Q_EMIT dataChanged(index(first), index(last));
}

void LineRows::dropRequest(int page) {
    m_pages.drop(page);
}

const service::ConcordanceLine* LineRows::line(int row) const {
    return m_pages.at(row);
}

int LineRows::rowOf(model::UnitId unit) const {
    return m_pages.rowWhere([unit](const service::ConcordanceLine& line) { return line.unit == unit; });
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
    return parent.isValid() ? 0 : m_pages.count();
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
    case Qt::ToolTipRole: // what the list shortens
        return toQt(found->unitName + (found->speaker.empty() ? "" : ", " + found->speaker) +
                    (found->hiddenReason.empty() ? "" : "\n" + found->hiddenReason));
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
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

bool LineRows::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || line(index.row()) == nullptr)
        return false;
    setTicked(index.row(), value.toInt() == Qt::Checked);
    return true;
}

} // namespace rapport::ui
