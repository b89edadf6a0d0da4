// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/disagreement_list.h"

#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <algorithm>

namespace rapport::ui {

bool passes(const service::Disagreement& row, UnitFilter filter) {
    const std::string* first = nullptr;
    bool isDiffering = false;
    bool isHeld = false;
    bool isMissing = false;
    for (const auto& [rater, value] : row.ratings) {
        if (!value) {
            isMissing = true;
            continue;
        }
        if (first == nullptr)
            first = &*value;
        isDiffering = isDiffering || *first != *value;
        isHeld = isHeld || *value != "0";
    }
    switch (filter) {
    case UnitFilter::Differing:
        return isDiffering;
    case UnitFilter::Holding:
        return isHeld;
    case UnitFilter::Missing:
        return isMissing;
    case UnitFilter::All:
        break;
    }
    return true;
}

DisagreementModel::DisagreementModel(QObject* parent)
    : QAbstractListModel(parent) {
}

void DisagreementModel::setRows(std::vector<service::Disagreement> rows,
                                std::shared_ptr<const model::Codebook> codebook) {
    beginResetModel();
    m_all = std::move(rows);
    m_codebook = std::move(codebook);
    refresh();
    endResetModel();
}

void DisagreementModel::setFilter(UnitFilter filter) {
    beginResetModel();
    m_filter = filter;
    refresh();
    endResetModel();
}

void DisagreementModel::refresh() {
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (passes(m_all[i], m_filter))
            m_shown.push_back(i);
    }
}

const service::Disagreement* DisagreementModel::at(int row) const {
    return row >= 0 && row < int(m_shown.size()) ? &m_all[m_shown[std::size_t(row)]] : nullptr;
}

int DisagreementModel::countOf(UnitFilter filter) const {
    return int(std::count_if(m_all.begin(), m_all.end(),
                             [filter](const service::Disagreement& row) { return passes(row, filter); }));
}

QString DisagreementModel::valueText(const service::Disagreement& row,
                                     const std::optional<std::string>& value) const {
    if (!value)
        return tr("not judged");
    if (!row.code.empty())
        return *value == "0" ? tr("no") : tr("yes");
    const model::Variable* variable = m_codebook ? m_codebook->variable(row.variable) : nullptr;
    const model::Code* level = variable != nullptr ? variable->code(*value) : nullptr;
    const QString title = level != nullptr ? localText(level->title) : QString();
    return title.isEmpty() ? toQt(*value) : title;
}

int DisagreementModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant DisagreementModel::data(const QModelIndex& index, int role) const {
    const service::Disagreement* row = index.isValid() ? at(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    const auto values = [&] {
        QStringList parts;
        for (const auto& [rater, value] : row->ratings)
            parts.append(toQt(rater) + QLatin1Char(' ') + valueText(*row, value));
        return parts;
    };
    switch (role) {
    case Qt::DisplayRole:
        return toQt(row->unitName);
    case Qt::ToolTipRole:
        return values().join(QLatin1Char('\n'));
    case Qt::AccessibleTextRole:
        return toQt(row->unitName) + QStringLiteral(": ") + values().join(QStringLiteral(", "));
    case UnitRole:
        return QVariant::fromValue<qlonglong>(row->unit.value);
    case ValuesRole:
        return values();
    default:
        return {};
    }
}

} // namespace rapport::ui
