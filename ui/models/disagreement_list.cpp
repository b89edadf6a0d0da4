// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/disagreement_list.h"

#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <algorithm>
#include <unordered_map>

namespace rapport::ui {

namespace {

/// Between the names of a set; no name holds it.
constexpr char setBreak = '\x1f';

} // namespace

std::vector<service::Disagreement> ofPair(std::vector<service::Disagreement> rows, const RaterPair& pair) {
    const auto isOther = [&pair](const service::Disagreement& row) {
        const std::optional<std::string>* first = nullptr;
        const std::optional<std::string>* second = nullptr;
        for (const auto& [rater, value] : row.ratings) {
            if (rater == pair.first)
                first = &value;
            else if (rater == pair.second)
                second = &value;
        }
        return first == nullptr || second == nullptr || !*first || !*second ||
               (pair.firstValue && **first != *pair.firstValue) ||
               (pair.secondValue && **second != *pair.secondValue);
    };
    std::erase_if(rows, isOther);
    for (service::Disagreement& row : rows)
        std::erase_if(row.ratings, [&pair](const auto& each) {
            return each.first != pair.first && each.first != pair.second;
        });
    return rows;
}

std::vector<service::Disagreement> asSets(const std::vector<service::Disagreement>& rows) {
    std::vector<service::Disagreement> sets;
    std::unordered_map<std::int64_t, std::size_t> places;
    for (const service::Disagreement& row : rows) {
        if (row.code.empty())
            continue;
        const auto [place, isNew] = places.try_emplace(row.unit.value, sets.size());
        if (isNew) {
            sets.emplace_back();
            sets.back().unit = row.unit;
            sets.back().unitName = row.unitName;
            sets.back().variable = row.variable;
            for (const auto& [rater, value] : row.ratings)
                sets.back().ratings.emplace_back(rater, std::nullopt);
        }
        auto& ratings = sets[place->second].ratings;
        for (std::size_t rater = 0; rater < std::min(ratings.size(), row.ratings.size()); ++rater) {
            const auto& value = row.ratings[rater].second;
            if (!value)
                continue;
            std::optional<std::string>& set = ratings[rater].second;
            if (!set)
                set = std::string();
            if (*value != "0")
                *set += (set->empty() ? std::string() : std::string(1, setBreak)) + row.code;
        }
    }
    return sets;
}

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
        isHeld = isHeld || (*value != "0" && !value->empty());
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
    m_hasSeveralCodes = std::any_of(m_all.begin(), m_all.end(), [this](const service::Disagreement& row) {
        return row.code != m_all.front().code;
    });
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
    if (variable != nullptr && variable->scale == model::Scale::Presence) {
        QStringList titles;
        const QStringList names = toQt(*value).split(QLatin1Char(setBreak), Qt::SkipEmptyParts);
        for (const QString& name : names) {
            const model::Code* code = variable->code(toUtf8(name));
            titles.append(code != nullptr ? localText(code->title) : name);
        }
        return titles.isEmpty() ? tr("none") : titles.join(QStringLiteral(" + "));
    }
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
    case CodeRole: {
        const auto found = m_codebook ? m_codebook->code(row->code) : model::Codebook::Found{};
        return !m_hasSeveralCodes      ? QString()
               : found.code != nullptr ? localText(found.code->title)
                                       : toQt(row->code);
    }
    case Qt::DisplayRole:
        return toQt(row->unitName);
    case Qt::ToolTipRole:
        return values().join(QLatin1Char('\n'));
    case Qt::AccessibleTextRole:
        return toQt(row->unitName) +
               (m_hasSeveralCodes ? QStringLiteral(", ") + data(index, CodeRole).toString() : QString()) +
               QStringLiteral(": ") + values().join(QStringLiteral(", "));
    case UnitRole:
        return QVariant::fromValue<qlonglong>(row->unit.value);
    case ValuesRole:
        return values();
    default:
        return {};
    }
}

} // namespace rapport::ui
