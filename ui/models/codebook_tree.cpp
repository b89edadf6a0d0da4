// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/codebook_tree.h"

#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/models/codebook_edit.h"
#include "ui/models/figures.h"

#include <QMimeData>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr const char* placeType = "application/x-rapport-code";

} // namespace

CodebookTree::CodebookTree(QObject* parent)
    : QAbstractItemModel(parent) {
}

CodebookTree::~CodebookTree() = default;

void CodebookTree::setCodebook(const model::Codebook* codebook) {
    beginResetModel();
    m_codebook = codebook;
    build();
    endResetModel();
}

void CodebookTree::setUsage(std::map<model::CodeId, std::int64_t> usage) {
    m_usage = std::move(usage);
    m_hasUsage = true;
    refreshAll();
}

void CodebookTree::setFilter(const QString& words) {
    if (m_filter == words.trimmed())
        return;
    beginResetModel();
    m_filter = words.trimmed();
    build();
    endResetModel();
}

void CodebookTree::build() {
    m_root.below.clear();
    if (m_codebook == nullptr)
        return;
    const auto matches = [this](const QString& text) { return text.contains(m_filter, Qt::CaseInsensitive); };
    for (int v = 0; v < int(m_codebook->variables.size()); ++v) {
        const model::Variable& variable = m_codebook->variables[std::size_t(v)];
        // A code stays if it matches or anything under it does.
        std::vector<bool> stays(variable.codes.size(), true);
        if (!m_filter.isEmpty() && !matches(localText(variable.title))) {
            for (std::size_t c = 0; c < variable.codes.size(); ++c) {
                const model::Code& code = variable.codes[c];
                stays[c] =
                    matches(localText(code.title)) || matches(toQt(code.name)) || m_filter == toQt(code.key);
            }
            for (std::size_t c = 0; c < variable.codes.size(); ++c) {
                for (std::size_t under = c + 1;
                     under < variable.codes.size() && variable.codes[under].depth > variable.codes[c].depth;
                     ++under)
                    stays[c] = stays[c] || stays[under];
            }
            if (std::none_of(stays.begin(), stays.end(), [](bool each) { return each; }))
                continue;
        }
        auto top = std::make_unique<Node>();
        top->place = {v, -1};
        top->above = &m_root;
        top->row = int(m_root.below.size());
        std::vector<Node*> path{top.get()};
        for (std::size_t c = 0; c < variable.codes.size(); ++c) {
            if (!stays[c])
                continue;
            auto node = std::make_unique<Node>();
            node->place = {v, int(c)};
            const auto depth = std::size_t(std::max(0, variable.codes[c].depth));
            path.resize(std::min(path.size(), depth + 1));
            Node* above = path.back();
            node->above = above;
            node->row = int(above->below.size());
            path.push_back(node.get());
            above->below.push_back(std::move(node));
        }
        m_root.below.push_back(std::move(top));
    }
}

CodebookTree::Node* CodebookTree::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : nullptr;
}

std::optional<CodebookPlace> CodebookTree::placeOf(const QModelIndex& index) const {
    const Node* node = nodeOf(index);
    if (node == nullptr)
        return std::nullopt;
    return node->place;
}

QModelIndex CodebookTree::indexOf(const CodebookPlace& place, int column) const {
    std::vector<const Node*> open{&m_root};
    while (!open.empty()) {
        const Node* node = open.back();
        open.pop_back();
        for (const auto& below : node->below) {
            if (below->place == place)
                return createIndex(below->row, column, below.get());
            open.push_back(below.get());
        }
    }
    return {};
}

std::optional<CodebookPlace> CodebookTree::placeOfCode(model::CodeId code) const {
    if (m_codebook == nullptr || code.isNone())
        return std::nullopt;
    for (int v = 0; v < int(m_codebook->variables.size()); ++v) {
        const auto& codes = m_codebook->variables[std::size_t(v)].codes;
        for (int c = 0; c < int(codes.size()); ++c) {
            if (codes[std::size_t(c)].id == code)
                return CodebookPlace{v, c};
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> CodebookTree::usage(const CodebookPlace& place) const {
    if (!m_hasUsage || m_codebook == nullptr || place.variable < 0)
        return std::nullopt;
    const model::Variable& variable = m_codebook->variables[std::size_t(place.variable)];
    const auto of = [this](const model::Code& code) {
        const auto found = m_usage.find(code.id);
        return found == m_usage.end() || code.id.isNone() ? std::int64_t(0) : found->second;
    };
    if (place.code >= 0)
        return of(variable.codes[std::size_t(place.code)]);
    std::int64_t sum = 0;
    for (const model::Code& code : variable.codes)
        sum += of(code);
    return sum;
}

void CodebookTree::setKeys(std::map<model::CodeId, QString> keys) {
    m_keys = std::move(keys);
}

QString CodebookTree::keyOf(const model::Code& code) const {
    // What is typed in the draft goes before what Rate gave the code as it was.
    if (!code.key.empty() || !code.isCodable || code.id.isNone())
        return toQt(code.key);
    const auto found = m_keys.find(code.id);
    return found == m_keys.end() ? QString() : found->second;
}

void CodebookTree::refresh(const CodebookPlace& place) {
    const QModelIndex first = indexOf(place, Title);
    if (first.isValid())
        Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
}

void CodebookTree::refreshAll() {
    std::vector<const Node*> open{&m_root};
    while (!open.empty()) {
        const Node* node = open.back();
        open.pop_back();
        if (node->below.empty())
            continue;
        Q_EMIT dataChanged(
            createIndex(0, 0, node->below.front().get()),
            createIndex(int(node->below.size()) - 1, ColumnCount - 1, node->below.back().get()));
        for (const auto& below : node->below)
            open.push_back(below.get());
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QModelIndex CodebookTree::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= ColumnCount || parent.column() > 0)
        return {};
    const Node* above = parent.isValid() ? nodeOf(parent) : &m_root;
    if (std::size_t(row) >= above->below.size())
        return {};
    return createIndex(row, column, above->below[std::size_t(row)].get());
}

QModelIndex CodebookTree::parent(const QModelIndex& child) const {
    const Node* node = nodeOf(child);
    if (node == nullptr || node->above == nullptr || node->above == &m_root)
        return {};
    return createIndex(node->above->row, 0, node->above);
}

int CodebookTree::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0)
        return 0;
    const Node* node = parent.isValid() ? nodeOf(parent) : &m_root;
    return int(node->below.size());
}

int CodebookTree::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant CodebookTree::data(const QModelIndex& index, int role) const {
    const auto place = placeOf(index);
    if (!place || m_codebook == nullptr)
        return {};
    const model::Variable& variable = m_codebook->variables[std::size_t(place->variable)];
    const model::Code* code = place->code >= 0 ? &variable.codes[std::size_t(place->code)] : nullptr;
    switch (role) {
    case VariableRole:
        return place->variable;
    case CodeRole:
        return place->code;
    case IsVariableRole:
        return code == nullptr;
    case KeyRole:
        return code != nullptr ? keyOf(*code) : QString();
    default:
        break;
    }
    if (index.column() == Usage) {
        const auto count = usage(*place);
        if (role == Qt::DisplayRole)
            return count && (code == nullptr || code->isCodable) ? countText(*count) : QString();
        if (role == Qt::AccessibleTextRole)
            return count ? tr("used %1 times").arg(countText(*count)) : QString();
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }
    const QString title = code != nullptr ? lookOf(*code).title : localText(variable.title);
    const QString shown = title.isEmpty() ? toQt(variable.name) : title;
    if (role == Qt::DisplayRole)
        return shown;
    if (role == Qt::ToolTipRole)
        return code != nullptr ? localText(code->definition) : localText(variable.definition);
    if (role == Qt::AccessibleTextRole) {
        if (code == nullptr)
            return tr("%1, variable").arg(shown);
        const QString key = keyOf(*code);
        return key.isEmpty() ? shown : tr("%1, key %2").arg(shown, key);
    }
    return {};
}

QVariant CodebookTree::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Usage)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Title ? tr("Code, key") : tr("used");
}

Qt::ItemFlags CodebookTree::flags(const QModelIndex& index) const {
    const Qt::ItemFlags plain = QAbstractItemModel::flags(index);
    const auto place = placeOf(index);
    if (!isDraggable() || !place)
        return plain;
    return plain | Qt::ItemIsDropEnabled |
           (place->code >= 0 ? Qt::ItemIsDragEnabled : Qt::ItemFlags(Qt::NoItemFlags));
}

QStringList CodebookTree::mimeTypes() const {
    return {QLatin1String(placeType)};
}

QMimeData* CodebookTree::mimeData(const QModelIndexList& indexes) const {
    const auto place = indexes.isEmpty() ? std::nullopt : placeOf(indexes.first());
    if (!place || place->code < 0)
        return nullptr;
    auto* data = new QMimeData;
    data->setData(QLatin1String(placeType),
                  QByteArray::number(place->variable) + ' ' + QByteArray::number(place->code));
    return data;
}

namespace {

std::optional<CodebookPlace> placeIn(const QMimeData* data) {
    const QList<QByteArray> parts =
        data == nullptr ? QList<QByteArray>() : data->data(QLatin1String(placeType)).split(' ');
    if (parts.size() != 2)
        return std::nullopt;
    return CodebookPlace{parts[0].toInt(), parts[1].toInt()};
}

} // namespace

bool CodebookTree::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int,
                                   const QModelIndex& parent) const {
    const auto code = placeIn(data);
    const auto above = placeOf(parent);
    if (!isDraggable() || !code || !above || code->variable != above->variable || m_codebook == nullptr)
        return false;
    const model::Variable& variable = m_codebook->variables[std::size_t(code->variable)];
    return above->code < 0 || above->code < code->code || above->code >= endOfSubtree(variable, code->code);
}

bool CodebookTree::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                const QModelIndex& parent) {
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const Node* above = nodeOf(parent);
    const bool isAtEnd = row < 0 || std::size_t(row) >= above->below.size();
    Q_EMIT dropped(*placeIn(data), above->place.code,
                   isAtEnd ? -1 : above->below[std::size_t(row)]->place.code);
    return true;
}

} // namespace rapport::ui
