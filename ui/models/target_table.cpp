// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/target_table.h"

#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <tuple>

namespace rapport::ui {

namespace {

/// In the language of now; false where the codebook no longer has it.
[[nodiscard]] bool nameIn(const model::Codebook& codebook, TargetRow& row) {
    if (row.standing.code.empty()) {
        const model::Variable* variable = codebook.variable(row.standing.variable);
        if (variable == nullptr)
            return false;
        row.title = localText(variable->title);
        return true;
    }
    const model::Codebook::Found found = codebook.code(row.standing.code);
    if (found.code == nullptr)
        return false;
    row.look = lookOf(*found.code);
    row.title = row.look.title;
    return true;
}

} // namespace

std::vector<TargetRow> targetRows(const std::vector<service::TargetStanding>& standings,
                                  const std::vector<service::DriftRow>& drift,
                                  const model::Codebook& codebook) {
    std::vector<TargetRow> rows;
    for (const service::TargetStanding& standing : standings) {
        TargetRow row;
        row.standing = standing;
        if (!nameIn(codebook, row))
            continue;
        const auto course = std::find_if(drift.begin(), drift.end(), [&](const service::DriftRow& each) {
            return each.round == standing.round && each.variable == standing.variable &&
                   each.code == standing.code;
        });
        if (course != drift.end()) {
            for (const service::DriftPeriod& period : course->periods)
                row.drift.push_back(period.alpha);
        }
        rows.push_back(std::move(row));
    }
    const auto rank = [](const TargetRow& row) {
        const int group = row.standing.isMet ? 2 : row.standing.value ? 0 : 1;
        return std::tuple(group, row.standing.value.value_or(0));
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&rank](const TargetRow& a, const TargetRow& b) { return rank(a) < rank(b); });
    return rows;
}

void TargetTable::set(std::vector<TargetRow> rows, double target) {
    beginResetModel();
    m_rows = std::move(rows);
    m_target = target;
    endResetModel();
}

void TargetTable::retranslate(const model::Codebook& codebook) {
    for (TargetRow& row : m_rows)
        (void)nameIn(codebook, row); // what is no more keeps its name
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const TargetRow* TargetTable::row(int place) const {
    return place >= 0 && place < int(m_rows.size()) ? &m_rows[std::size_t(place)] : nullptr;
}

int TargetTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TargetTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TargetTable::whenText(const service::TargetStanding& standing) const {
    if (standing.isMet)
        return tr("met");
    if (!standing.value)
        return tr("no value yet");
    if (!standing.low)
        return tr("no interval yet");
    if (!standing.unitsNeeded)
        return tr("not at this agreement");
    const QString units = countText(*standing.unitsNeeded);
    if (standing.expected)
        return tr("at %1 texts, about %2")
            .arg(units,
                 QLocale().toString(
                     QDateTime::fromMSecsSinceEpoch(standing.expected->time_since_epoch().count()).date(),
                     QLocale::ShortFormat));
    if (!standing.isWithinRound())
        return tr("at %1 texts, more than there are").arg(units);
    return tr("at %1 texts").arg(units);
}

QVariant TargetTable::data(const QModelIndex& index, int role) const {
    const TargetRow* shown = row(index.row());
    if (shown == nullptr)
        return {};
    if (role == Qt::TextAlignmentRole && (index.column() == Units || index.column() == Agreement))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const service::TargetStanding& standing = shown->standing;
    switch (index.column()) {
    case Code:
        return shown->title;
    case Agreement:
        if (standing.value && standing.low && standing.high && role != Qt::DisplayRole)
            return tr("%1, from %2")
                .arg(coefficientText(*standing.value), intervalText(*standing.low, *standing.high));
        return coefficientText(standing.value);
    case Drift: {
        if (role == Qt::DisplayRole)
            return {};
        QStringList periods;
        for (const std::optional<double>& period : shown->drift)
            periods.append(coefficientText(period));
        return periods.isEmpty() ? tr("too little to see") : periods.join(QStringLiteral(", "));
    }
    case Units:
        return countText(standing.units);
    case When:
        if (standing.value && !standing.noInterval.empty() && role != Qt::DisplayRole)
            return phraseText(standing.noInterval);
        return whenText(standing);
    default:
        return {};
    }
}

QVariant TargetTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Units ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QStringList titles{tr("Code"), tr("α so far, 95 %"), tr("Over time"), tr("Texts"), tr("Target")};
    const QStringList tips{
        {},
        tr("Krippendorff's alpha of what two raters have judged so far, with its interval and the target"),
        tr("Alpha of equal parts of the round, in the order in which they became rated"),
        tr("judged by two raters at least"),
        tr("When the lower end of the interval reaches the target, if agreement stays what it is and rating "
           "goes "
           "on as it went")};
    return (role == Qt::DisplayRole ? titles : tips).value(section);
}

} // namespace rapport::ui
