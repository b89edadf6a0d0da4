// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/study_progress.h"

#include "agreement/reading.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

std::vector<RoundAgreement> roundAgreements(const agreement::StudyAgreement& study, double target) {
    struct Sums {
        double value = 0;
        double below = 0;
        double above = 0;
        int intervals = 0;
    };
    std::vector<RoundAgreement> rounds;
    std::vector<Sums> sums;
    for (const agreement::LabelledDocument& result : study.results) {
        auto found = std::find_if(rounds.begin(), rounds.end(),
                                  [&](const RoundAgreement& each) { return each.round == result.round; });
        if (found == rounds.end()) {
            rounds.push_back({});
            rounds.back().round = result.round;
            sums.emplace_back();
            found = rounds.end() - 1;
        }
        if (!result.code)
            continue;
        const agreement::Estimate* leading = agreement::leadingEstimate(result.agreement);
        const auto beside = result.besideCommonest ? result.besideCommonest
                                                   : agreement::unitsBesideCommonest(result.agreement);
        switch (agreement::verdict(leading, beside, target)) {
        case agreement::Verdict::Meets:
            ++found->meeting;
            break;
        case agreement::Verdict::Below:
            found->below.push_back(*result.code);
            break;
        case agreement::Verdict::TooFew:
            found->tooFew.push_back(*result.code);
            break;
        default:
            break;
        }
        if (leading == nullptr || !leading->value)
            continue;
        Sums& sum = sums[std::size_t(found - rounds.begin())];
        ++found->codes;
        sum.value += *leading->value;
        if (leading->ci) {
            ++sum.intervals;
            sum.below += *leading->value - leading->ci->low;
            sum.above += leading->ci->high - *leading->value;
        }
    }
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        if (rounds[i].codes == 0)
            continue;
        const double mean = sums[i].value / rounds[i].codes;
        rounds[i].value = mean;
        // Where most codes have no interval, the few that have one would speak for the rest.
        if (2 * sums[i].intervals >= rounds[i].codes) {
            rounds[i].lower = mean - sums[i].below / sums[i].intervals;
            rounds[i].upper = mean + sums[i].above / sums[i].intervals;
        }
    }
    std::erase_if(rounds, [](const RoundAgreement& each) { return !each.value; });
    return rounds;
}

QString roundKindTitle(model::RoundKind kind) {
    switch (kind) {
    case model::RoundKind::Training:
        return ProgressTable::tr("training");
    case model::RoundKind::Calibration:
        return ProgressTable::tr("calibration");
    case model::RoundKind::Reliability:
        return ProgressTable::tr("reliability");
    case model::RoundKind::Main:
        return ProgressTable::tr("main round");
    case model::RoundKind::Default:
        break;
    }
    return ProgressTable::tr("outside rounds");
}

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("NextSteps", text);
}

QString codeTitles(const std::vector<std::string>& codes, const model::Codebook& codebook) {
    QStringList titles;
    for (const std::string& code : codes) {
        const model::Codebook::Found found = codebook.code(code);
        const QString title = found.code != nullptr ? localText(found.code->title) : toQt(code);
        if (titles.contains(title))
            continue;
        if (titles.size() == 3) {
            titles.append(QStringLiteral("…"));
            break;
        }
        titles.append(title);
    }
    return titles.join(QStringLiteral(", "));
}

struct RoundSum {
    std::int64_t assigned = 0;
    std::int64_t completed = 0;
    int raters = 0;
};

void addRoundSteps(const StudyState& state, std::vector<NextStep>& steps) {
    for (const model::Round& round : state.rounds) {
        RoundSum sum;
        for (const service::Progress& each : state.progress) {
            if (each.round.id != round.id || each.assigned == 0)
                continue;
            sum.assigned += each.assigned;
            sum.completed += std::min(each.completed, each.assigned);
            ++sum.raters;
        }
        if (sum.assigned == 0 || round.openedAt != 0)
            continue;
        const QString name = toQt(round.name);
        if (sum.completed == sum.assigned) {
            steps.push_back(
                {StepKind::OpenRound,
                 QStringLiteral("eye"),
                 say(QT_TRANSLATE_NOOP("NextSteps", "Open %1")).arg(name),
                 counted(sum.raters,
                         say(QT_TRANSLATE_NOOP("NextSteps", "its rater is done; opening freezes the result")),
                         say(QT_TRANSLATE_NOOP("NextSteps",
                                               "all %1 raters are done; opening freezes their agreement"))),
                 say(QT_TRANSLATE_NOOP("NextSteps", "Open")),
                 round.name,
                 {}});
            continue;
        }
        // The first few by name: a list of everybody would hide what comes after.
        int named = 0;
        for (const service::Progress& each : state.progress) {
            if (each.round.id != round.id || each.completed >= each.assigned || ++named > 3)
                continue;
            const std::int64_t open = each.assigned - each.completed;
            steps.push_back({StepKind::WaitFor,
                             QStringLiteral("user"),
                             say(QT_TRANSLATE_NOOP("NextSteps", "%1 has %2 open"))
                                 .arg(toQt(each.rater.name), countText(open)),
                             say(QT_TRANSLATE_NOOP("NextSteps", "%1: %2 of %3 done"))
                                 .arg(name, countText(each.completed), countText(each.assigned)),
                             say(QT_TRANSLATE_NOOP("NextSteps", "View")),
                             round.name,
                             {}});
        }
    }
}

} // namespace

std::vector<NextStep> nextSteps(const StudyState& state, const std::vector<RoundAgreement>& agreed,
                                const model::Codebook& codebook, std::size_t most) {
    std::vector<NextStep> steps;
    if (!state.isCoordinator) {
        for (const service::Progress& each : state.progress) {
            if (each.completed < each.assigned)
                steps.push_back(
                    {StepKind::Rate,
                     QStringLiteral("rate"),
                     say(QT_TRANSLATE_NOOP("NextSteps", "Go on with %1")).arg(toQt(each.round.name)),
                     say(QT_TRANSLATE_NOOP("NextSteps", "%1 of %2 done"))
                         .arg(countText(each.completed), countText(each.assigned)),
                     say(QT_TRANSLATE_NOOP("NextSteps", "Rate")),
                     each.round.name,
                     {}});
        }
        steps.resize(std::min(steps.size(), most));
        return steps;
    }
    if (state.info.sources == 0)
        steps.push_back(
            {StepKind::Import,
             QStringLiteral("import"),
             say(QT_TRANSLATE_NOOP("NextSteps", "Import answers")),
             say(QT_TRANSLATE_NOOP("NextSteps", "or transcripts: you see everything before it comes in")),
             say(QT_TRANSLATE_NOOP("NextSteps", "Import")),
             {},
             {}});
    const auto humans =
        std::count_if(state.raters.begin(), state.raters.end(),
                      [](const model::Rater& rater) { return rater.kind == model::RaterKind::Human; });
    if (humans < 2)
        steps.push_back({StepKind::AddRater,
                         QStringLiteral("user"),
                         humans == 0 ? say(QT_TRANSLATE_NOOP("NextSteps", "Add raters"))
                                     : say(QT_TRANSLATE_NOOP("NextSteps", "Add a second rater")),
                         say(QT_TRANSLATE_NOOP("NextSteps", "agreement needs two who judge the same texts")),
                         say(QT_TRANSLATE_NOOP("NextSteps", "Add")),
                         {},
                         {}});
    if (state.info.units > 0 && humans > 0 && state.rounds.empty())
        steps.push_back(
            {StepKind::AssignRound,
             QStringLiteral("shuffle"),
             say(QT_TRANSLATE_NOOP("NextSteps", "Assign a round")),
             say(QT_TRANSLATE_NOOP("NextSteps", "a training or calibration round first, on few texts")),
             say(QT_TRANSLATE_NOOP("NextSteps", "Assign")),
             {},
             {}});
    addRoundSteps(state, steps);
    if (!agreed.empty()) {
        const RoundAgreement& last = agreed.back();
        const QString round = toQt(last.round);
        if (!last.below.empty())
            steps.push_back(
                {StepKind::SeeBelow, QStringLiteral("codebook"),
                 counted(std::int64_t(last.below.size()),
                         say(QT_TRANSLATE_NOOP("NextSteps", "Sharpen one code below the target")),
                         say(QT_TRANSLATE_NOOP("NextSteps", "Sharpen %1 codes below the target"))),
                 QStringLiteral("%1: %2").arg(round, codeTitles(last.below, codebook)),
                 say(QT_TRANSLATE_NOOP("NextSteps", "Open")), last.round, last.below.front()});
        if (!last.tooFew.empty())
            steps.push_back({StepKind::SeeTooFew, QStringLiteral("agreement"),
                             counted(std::int64_t(last.tooFew.size()),
                                     say(QT_TRANSLATE_NOOP("NextSteps", "Add cases for one code")),
                                     say(QT_TRANSLATE_NOOP("NextSteps", "Add cases for %1 codes"))),
                             say(QT_TRANSLATE_NOOP("NextSteps", "fewer than %1 units hold, or lack: %2"))
                                 .arg(countText(agreement::fewestBeside), codeTitles(last.tooFew, codebook)),
                             say(QT_TRANSLATE_NOOP("NextSteps", "See")), last.round, last.tooFew.front()});
        steps.push_back(
            {StepKind::Report,
             QStringLiteral("reports"),
             say(QT_TRANSLATE_NOOP("NextSteps", "Write the kappa report")),
             say(QT_TRANSLATE_NOOP("NextSteps", "every figure of %1 with its interval")).arg(round),
             say(QT_TRANSLATE_NOOP("NextSteps", "Report")),
             last.round,
             {}});
    }
    steps.resize(std::min(steps.size(), most));
    return steps;
}

ProgressTable::ProgressTable(QObject* parent)
    : QAbstractTableModel(parent) {
}

void ProgressTable::setState(const StudyState& state) {
    beginResetModel();
    m_rounds = state.rounds;
    m_cells.clear();
    m_raters.clear();
    for (const service::Progress& each : state.progress)
        m_cells.insert_or_assign({each.rater.id.value, each.round.id.value}, each);
    for (const model::Rater& rater : state.raters) {
        const bool hasWork = std::any_of(state.progress.begin(), state.progress.end(), [&](const auto& each) {
            return each.rater.id == rater.id && each.assigned > 0;
        });
        if (hasWork || (rater.kind == model::RaterKind::Human && state.isCoordinator))
            m_raters.push_back(rater);
    }
    endResetModel();
}

void ProgressTable::setStandings(std::vector<service::RaterStanding> standings) {
    m_standings = std::move(standings);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const service::RaterStanding* ProgressTable::standing(const std::string& rater,
                                                      const std::string& round) const {
    const auto found =
        std::find_if(m_standings.begin(), m_standings.end(), [&](const service::RaterStanding& each) {
            return each.rater == rater && each.round == round;
        });
    return found == m_standings.end() ? nullptr : &*found;
}

/// Judgements an hour as people make them; nothing where they came in faster than one a second (imported
/// work).
QString ProgressTable::paceOf(const service::RaterStanding& standing) {
    constexpr double fastest = 3600;
    if (!standing.perHour || *standing.perHour > fastest)
        return {};
    return tr("%1 an hour").arg(countText(std::max<std::int64_t>(1, std::llround(*standing.perHour))));
}

/// In the round in which the rater worked last.
QString ProgressTable::paceText(const std::string& rater) const {
    const service::RaterStanding* last = nullptr;
    for (const service::RaterStanding& each : m_standings) {
        if (each.rater == rater && each.perHour && each.lastCompleted &&
            (last == nullptr || *each.lastCompleted > *last->lastCompleted))
            last = &each;
    }
    return last == nullptr ? QString() : paceOf(*last);
}

void ProgressTable::retranslate() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

std::optional<service::Progress> ProgressTable::at(int row, int column) const {
    if (row < 0 || column < 1 || std::size_t(row) >= m_raters.size() || std::size_t(column) > m_rounds.size())
        return std::nullopt;
    const auto found =
        m_cells.find({m_raters[std::size_t(row)].id.value, m_rounds[std::size_t(column) - 1].id.value});
    if (found == m_cells.end() || found->second.assigned == 0)
        return std::nullopt;
    return found->second;
}

int ProgressTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_raters.size());
}

int ProgressTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rounds.size()) + 1;
}

QVariant ProgressTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || std::size_t(index.row()) >= m_raters.size())
        return {};
    if (index.column() == 0) {
        const std::string& name = m_raters[std::size_t(index.row())].name;
        if (role == PaceRole)
            return paceText(name);
        return role == Qt::DisplayRole ? QVariant(toQt(name)) : QVariant();
    }
    const auto cell = at(index.row(), index.column());
    switch (role) {
    case AssignedRole:
        return qlonglong(cell ? cell->assigned : 0);
    case CompletedRole:
        return qlonglong(cell ? cell->completed : 0);
    case Qt::ToolTipRole: {
        const service::RaterStanding* known = cell ? standing(cell->rater.name, cell->round.name) : nullptr;
        if (known == nullptr || !known->lastCompleted)
            return {};
        const QString last =
            tr("last on %1")
                .arg(QLocale().toString(
                    QDateTime::fromMSecsSinceEpoch(known->lastCompleted->time_since_epoch().count()),
                    QLocale::ShortFormat));
        const QString pace = paceOf(*known);
        return pace.isEmpty() ? last : pace + QStringLiteral(", ") + last;
    }
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (!cell)
            return tr("not assigned");
        return tr("%1 of %2").arg(countText(cell->completed), countText(cell->assigned));
    default:
        return {};
    }
}

QVariant ProgressTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section > int(m_rounds.size()))
        return {};
    if (section == 0)
        return role == Qt::DisplayRole ? QVariant(tr("Rater")) : QVariant();
    const model::Round& round = m_rounds[std::size_t(section) - 1];
    switch (role) {
    case Qt::DisplayRole:
        return toQt(round.name);
    case KindRole:
        return roundKindTitle(round.kind);
    case IsOpenRole:
        return round.openedAt != 0;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return round.openedAt != 0 ? tr("%1, %2, opened").arg(toQt(round.name), roundKindTitle(round.kind))
               : round.isBlind     ? tr("%1, %2, blind").arg(toQt(round.name), roundKindTitle(round.kind))
                               : QStringLiteral("%1, %2").arg(toQt(round.name), roundKindTitle(round.kind));
    default:
        return {};
    }
}

} // namespace rapport::ui
