// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/consensus_queue.h"

#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"

#include <algorithm>
#include <set>

namespace rapport::ui {

const std::string& settledName(const service::Disagreement& row) {
    return row.code.empty() ? row.variable : row.code;
}

ConsensusQueue::ConsensusQueue(QObject* parent)
    : QAbstractListModel(parent) {
}

void ConsensusQueue::setRows(std::vector<ConsensusRow> rows,
                             std::shared_ptr<const model::Codebook> codebook) {
    beginResetModel();
    m_all = std::move(rows);
    m_codebook = std::move(codebook);
    refresh();
    endResetModel();
}

void ConsensusQueue::setFilter(const Filter& filter) {
    beginResetModel();
    m_filter = filter;
    refresh();
    endResetModel();
}

void ConsensusQueue::refresh() {
    m_shown.clear();
    for (std::size_t place = 0; place < m_all.size(); ++place) {
        const service::Disagreement& row = m_all[place].what;
        if ((m_filter.name.empty() || settledName(row) == m_filter.name) &&
            !(m_filter.onlyOpen && row.settled))
            m_shown.push_back(place);
    }
}

void ConsensusQueue::setSettled(model::UnitId unit, const std::string& name,
                                const std::optional<std::string>& value) {
    for (ConsensusRow& row : m_all) {
        if (row.what.unit == unit && settledName(row.what) == name)
            row.what.settled = value;
    }
    if (const int row = rowOf(unit, name); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

const ConsensusRow* ConsensusQueue::at(int row) const {
    return row >= 0 && row < int(m_shown.size()) ? &m_all[m_shown[std::size_t(row)]] : nullptr;
}

int ConsensusQueue::rowOf(model::UnitId unit, const std::string& name) const {
    for (int row = 0; const ConsensusRow* each = at(row); ++row) {
        if (each->what.unit == unit && settledName(each->what) == name)
            return row;
    }
    return -1;
}

std::vector<const service::Disagreement*>
ConsensusQueue::settledLike(const service::Disagreement& row) const {
    std::vector<const service::Disagreement*> found;
    for (const ConsensusRow& each : m_all) {
        if (each.what.settled && each.what.unit != row.unit && settledName(each.what) == settledName(row))
            found.push_back(&each.what);
    }
    return found;
}

int ConsensusQueue::nextOpen(int row) const {
    const int count = int(m_shown.size());
    for (int step = 1; step <= count; ++step) {
        const int candidate = (std::max(row, -1) + step) % count;
        if (!at(candidate)->what.settled)
            return candidate;
    }
    return -1;
}

int ConsensusQueue::settled() const {
    return int(std::count_if(m_all.begin(), m_all.end(),
                             [](const ConsensusRow& row) { return row.what.settled.has_value(); }));
}

std::vector<std::string> ConsensusQueue::names() const {
    std::set<std::string> there;
    for (const ConsensusRow& row : m_all)
        there.insert(settledName(row.what));
    std::vector<std::string> ordered;
    if (!m_codebook)
        return ordered;
    for (const model::Variable& variable : m_codebook->variables) {
        if (there.contains(variable.name))
            ordered.push_back(variable.name);
        for (const model::Code& code : variable.codes) {
            if (there.contains(code.name))
                ordered.push_back(code.name);
        }
    }
    return ordered;
}

QString ConsensusQueue::valueText(const service::Disagreement& row,
                                  const std::optional<std::string>& value) const {
    if (!value)
        return tr("not judged");
    if (!row.code.empty())
        return *value == "0" ? tr("no") : tr("yes");
    const model::Variable* variable = m_codebook ? m_codebook->variable(row.variable) : nullptr;
    const model::Code* level = variable != nullptr ? variable->code(*value) : nullptr;
    return level != nullptr ? localText(level->title) : toQt(*value);
}

QString ConsensusQueue::splitText(const service::Disagreement& row) const {
    int judged = 0;
    int yes = 0;
    std::set<std::string> ways;
    for (const auto& [rater, value] : row.ratings) {
        if (!value)
            continue;
        ++judged;
        yes += *value != "0" ? 1 : 0;
        ways.insert(*value);
    }
    return row.code.empty() ? tr("%1 ways").arg(ways.size()) : tr("%1 of %2 yes").arg(yes).arg(judged);
}

QString ConsensusQueue::title(const service::Disagreement& row) const {
    if (!m_codebook)
        return toQt(settledName(row));
    if (!row.code.empty()) {
        const auto found = m_codebook->code(row.code);
        return found.code != nullptr ? localText(found.code->title) : toQt(row.code);
    }
    const model::Variable* variable = m_codebook->variable(row.variable);
    return variable != nullptr ? localText(variable->title) : toQt(row.variable);
}

int ConsensusQueue::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant ConsensusQueue::data(const QModelIndex& index, int role) const {
    const ConsensusRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return toQt(row->what.unitName);
    case Qt::AccessibleTextRole: {
        const QString state =
            row->what.settled ? tr("settled: %1").arg(valueText(row->what, row->what.settled)) : tr("open");
        return QStringLiteral("%1, %2, %3, %4")
            .arg(toQt(row->what.unitName), title(row->what), splitText(row->what), state);
    }
    default:
        return {};
    }
}

} // namespace rapport::ui
