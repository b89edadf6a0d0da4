// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/names_table.h"

#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <algorithm>
#include <set>

namespace rapport::ui {

void NamesTable::propose(const service::ProposedNames& names) {
    beginResetModel();
    std::erase_if(m_rows, [](const Row& row) { return !row.isOwn; });
    std::set<QString> known;
    for (const Row& row : m_rows)
        known.insert(row.name.toCaseFolded());
    for (const service::ProposedName& each : names.names) {
        Row row;
        row.name = toQt(each.name);
        if (!known.insert(row.name.toCaseFolded()).second)
            continue;
        row.replacement = toQt(each.replacement);
        row.times = each.times;
        row.example = toQt(each.example);
        // Places and days are in the dictionary; whether they tell who somebody is, a person says.
        row.isTicked = !each.isInDictionary;
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

int NamesTable::addRow() {
    const int row = rowCount();
    beginInsertRows({}, row, row);
    Row added;
    added.isTicked = true;
    added.isOwn = true;
    m_rows.push_back(std::move(added));
    endInsertRows();
    return row;
}

void NamesTable::tickAll(bool isTicked) {
    if (m_rows.empty())
        return;
    for (Row& row : m_rows) {
        row.isOwn = row.isOwn || row.isTicked != isTicked;
        row.isTicked = isTicked;
    }
    Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole});
    Q_EMIT edited();
}

void NamesTable::clear() {
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

std::vector<std::pair<std::string, std::string>> NamesTable::chosen() const {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Row& row : m_rows) {
        if (row.isTicked && !row.name.isEmpty())
            pairs.emplace_back(toUtf8(row.name), toUtf8(row.replacement));
    }
    return pairs;
}

QString NamesTable::problem() const {
    std::set<QString> names;
    for (const Row& row : m_rows) {
        if (!row.isTicked || row.name.isEmpty())
            continue;
        if (row.replacement.isEmpty())
            return tr("Nothing stands for “%1” yet: type what the texts say in its place.").arg(row.name);
        if (!names.insert(row.name.toCaseFolded()).second)
            return tr("“%1” is in the list twice.").arg(row.name);
    }
    return {};
}

int NamesTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NamesTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NamesTable::data(const QModelIndex& at, int role) const {
    if (!at.isValid() || std::size_t(at.row()) >= m_rows.size())
        return {};
    const Row& row = m_rows[std::size_t(at.row())];
    if (role == Qt::CheckStateRole && at.column() == Name)
        return row.isTicked ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && at.column() == Times)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::FontRole && at.column() == Example)
        return theme().font(TypeRole::Quotation);
    if (role == Qt::ForegroundRole && (at.column() == Example || at.column() == Times || !row.isTicked))
        return theme().color(Token::Text2);
    if (role == Qt::ToolTipRole && at.column() == Example)
        return row.example;
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (at.column()) {
    case Name:
        return row.name;
    case Replacement:
        return row.replacement;
    case Times:
        return row.times > 0 ? QVariant(countText(row.times)) : QVariant();
    case Example:
        return row.example;
    default:
        return {};
    }
}

bool NamesTable::setData(const QModelIndex& at, const QVariant& value, int role) {
    if (!at.isValid() || std::size_t(at.row()) >= m_rows.size())
        return false;
    Row& row = m_rows[std::size_t(at.row())];
    if (role == Qt::CheckStateRole && at.column() == Name) {
        row.isTicked = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && (at.column() == Name || at.column() == Replacement)) {
        QString& field = at.column() == Name ? row.name : row.replacement;
        const QString typed = value.toString().simplified();
        if (field == typed)
            return true;
        field = typed;
        row.isTicked = true;
    } else {
        return false;
    }
    row.isOwn = true;
    Q_EMIT dataChanged(index(at.row(), 0), index(at.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags NamesTable::flags(const QModelIndex& at) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(at);
    if (at.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    if (at.column() == Name || at.column() == Replacement)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant NamesTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Times)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Replacement:
        return tr("What stands for it");
    case Times:
        return tr("Times");
    case Example:
        return tr("Where first");
    default:
        return {};
    }
}

} // namespace rapport::ui
