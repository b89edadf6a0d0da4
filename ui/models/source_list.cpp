// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/source_list.h"

#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <algorithm>
#include <compare>
#include <numeric>

namespace rapport::ui {

QString sourceKindText(model::SourceKind kind) {
    return kind == model::SourceKind::Answer ? SourceList::tr("answer") : SourceList::tr("transcript");
}

QString languageName(const std::string& code) {
    if (code == "nl")
        return SourceList::tr("Dutch");
    if (code == "en")
        return SourceList::tr("English");
    return toQt(code);
}

SourceList::SourceList(QObject* parent)
    : QAbstractTableModel(parent) {
}

std::vector<QString> SourceList::folded(const std::vector<service::SourceItem>& sources) {
    std::vector<QString> words;
    words.reserve(sources.size());
    for (const service::SourceItem& item : sources) {
        words.push_back(toQt(item.name + '\n' + item.participant + '\n' + item.prompt + '\n' + item.language +
                             '\n' + item.file)
                            .toCaseFolded());
    }
    return words;
}

void SourceList::setSources(std::vector<service::SourceItem> sources, std::vector<QString> words) {
    beginResetModel();
    m_items = std::move(sources);
    m_words = words.size() == m_items.size() ? std::move(words) : folded(m_items);
    choose();
    endResetModel();
}

void SourceList::setFilter(const SourceFilter& filter) {
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    choose();
    endResetModel();
}

void SourceList::choose() {
    const QStringList words = m_filter.words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_shown.clear();
    m_shown.reserve(m_items.size());
    for (std::uint32_t row = 0; row < m_items.size(); ++row) {
        const service::SourceItem& item = m_items[row];
        if (m_filter.kind && item.kind != *m_filter.kind)
            continue;
        if (!m_filter.prompt.empty() && item.prompt != m_filter.prompt)
            continue;
        const QString& text = m_words[row];
        if (std::all_of(words.begin(), words.end(), [&](const QString& word) { return text.contains(word); }))
            m_shown.push_back(row);
    }
    order(m_shown);
}

bool SourceList::comesBefore(std::uint32_t a, std::uint32_t b) const {
    const service::SourceItem& left = m_items[a];
    const service::SourceItem& right = m_items[b];
    switch (m_sortColumn) {
    case Name:
        return left.name < right.name;
    case Kind:
        return left.kind < right.kind;
    case Prompt:
        return left.prompt < right.prompt;
    case Language:
        return left.language < right.language;
    case Words:
        return left.words < right.words;
    case Turns:
        return left.turns < right.turns;
    case Codings:
        return left.codings < right.codings;
    case File:
        return left.file < right.file;
    default:
        return a < b;
    }
}

void SourceList::order(std::vector<std::uint32_t>& rows) const {
    if (m_sortColumn < 0)
        return;
    // Stable from the order of import, so that equal rows keep it in both directions.
    if (m_sortOrder == Qt::AscendingOrder)
        std::stable_sort(rows.begin(), rows.end(),
                         [this](std::uint32_t a, std::uint32_t b) { return comesBefore(a, b); });
    else
        std::stable_sort(rows.begin(), rows.end(),
                         [this](std::uint32_t a, std::uint32_t b) { return comesBefore(b, a); });
}

void SourceList::sort(int column, Qt::SortOrder sortOrder) {
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList former = persistentIndexList();
    std::vector<std::uint32_t> sources;
    for (const QModelIndex& index : former)
        sources.push_back(m_shown[std::size_t(index.row())]);
    m_sortColumn = column;
    m_sortOrder = sortOrder;
    std::sort(m_shown.begin(), m_shown.end());
    order(m_shown);
    if (!former.isEmpty()) {
        std::vector<int> places(m_items.size(), -1);
        for (std::size_t row = 0; row < m_shown.size(); ++row)
            places[m_shown[row]] = int(row);
        QModelIndexList now;
        for (qsizetype i = 0; i < former.size(); ++i)
            now.append(index(places[sources[std::size_t(i)]], former.at(i).column()));
        changePersistentIndexList(former, now);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void SourceList::retranslate() {
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QStringList SourceList::prompts() const {
    QStringList found;
    std::string last;
    for (const service::SourceItem& item : m_items) {
        if (item.prompt.empty() || item.prompt == last)
            continue;
        last = item.prompt;
        const QString name = toQt(item.prompt);
        if (!found.contains(name))
            found.append(name);
    }
    return found;
}

bool SourceList::hasTurns() const {
    return std::any_of(m_items.begin(), m_items.end(),
                       [](const service::SourceItem& item) { return item.turns > 0; });
}

const service::SourceItem* SourceList::item(int row) const {
    if (row < 0 || std::size_t(row) >= m_shown.size())
        return nullptr;
    return &m_items[m_shown[std::size_t(row)]];
}

int SourceList::rowOf(model::SourceId source) const {
    for (std::size_t row = 0; row < m_shown.size(); ++row) {
        if (m_items[m_shown[row]].id == source)
            return int(row);
    }
    return -1;
}

int SourceList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

int SourceList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceList::data(const QModelIndex& index, int role) const {
    const service::SourceItem* source = index.isValid() ? item(index.row()) : nullptr;
    if (source == nullptr)
        return {};
    const bool isFigure = index.column() == Words || index.column() == Turns || index.column() == Codings;
    if (role == IdRole)
        return qlonglong(source->id.value);
    if (role == Qt::TextAlignmentRole)
        return int((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return QStringLiteral("%1, %2").arg(toQt(source->name), sourceKindText(source->kind));
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && !isFigure))
        return {};
    switch (index.column()) {
    case Name:
        return toQt(source->name);
    case Kind:
        return sourceKindText(source->kind);
    case Prompt:
        return toQt(source->prompt);
    case Language:
        return languageName(source->language);
    case Words:
        return countText(source->words);
    case Turns:
        return source->kind == model::SourceKind::Answer ? QString() : countText(source->turns);
    case Codings:
        return countText(source->codings);
    case File:
        return toQt(source->file);
    default:
        return {};
    }
}

QVariant SourceList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isFigure = section == Words || section == Turns || section == Codings;
        return int((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Prompt:
        return tr("Question");
    case Language:
        return tr("Language");
    case Words:
        return tr("Words");
    case Turns:
        return tr("Turns");
    case Codings:
        return tr("Codings");
    case File:
        return tr("File");
    default:
        return {};
    }
}

} // namespace rapport::ui
