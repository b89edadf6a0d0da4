// SPDX-License-Identifier: GPL-3.0-or-later
// What Overview measures in jobs: agreement of each round so far, and of the last one every code against the
// target.
#include "service/measuring.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/padded_cells.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/views/study/overview_parts.h"
#include "ui/views/study/overview_view.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

struct Measured {
    std::vector<RoundAgreement> rounds;
    std::int64_t position = 0;
};

} // namespace

void OverviewView::measure() {
    std::vector<std::string> rounds;
    for (const model::Round& round : m_state.rounds) {
        const auto raters = std::count_if(m_state.progress.begin(), m_state.progress.end(),
                                          [&](const service::Progress& each) {
                                              return each.round.id == round.id && each.completed > 0 &&
                                                     each.rater.kind == model::RaterKind::Human;
                                          });
        const bool isKeptBack = std::find(m_state.stillToRate.begin(), m_state.stillToRate.end(),
                                          round.name) != m_state.stillToRate.end();
        if (raters >= 2 && !isKeptBack)
            rounds.push_back(round.name);
    }
    const auto position = study().session().position();
    if (!isMeasurable() || rounds.empty()) {
        forgetMeasured();
        return;
    }
    if (position && *position == m_measuredAt)
        return;
    m_isMeasuring = true;
    const int asked = ++m_asked;
    showAgreement();
    host().jobs().start<Measured>(
        QStringLiteral("overview-agreement"), tr("Measuring agreement"), this,
        [rounds, target = target()](service::Session& session,
                                    const base::Task& task) -> base::Result<Measured> {
            Measured measured;
            RAPPORT_ASSIGN(measured.position, session.position());
            service::StudyMeasureOptions options;
            options.rounds = rounds;
            RAPPORT_ASSIGN(const agreement::StudyAgreement study,
                           service::measureStudy(session, options, task));
            measured.rounds = roundAgreements(study, target);
            return measured;
        },
        [this, asked](base::Result<Measured> measured) {
            if (asked != m_asked)
                return;
            m_isMeasuring = false;
            if (measured && isMeasurable()) {
                m_agreed = std::move(measured->rounds);
                m_measuredAt = measured->position;
                m_told.clear();
            } else if (!measured) {
                tellOnce(measured.error());
            }
            showAgreement();
            showSteps();
            measureTargets();
        });
}

void OverviewView::measureTargets() {
    struct Standing {
        service::ProgressReport report;
        std::vector<service::DriftRow> drift;
    };
    if (m_agreed.empty()) {
        m_targetRound.clear();
        showTargets();
        Q_EMIT measured();
        return;
    }
    const bool isThere = std::any_of(m_agreed.begin(), m_agreed.end(), [this](const RoundAgreement& each) {
        return each.round == m_wantedRound;
    });
    const std::string round = isThere ? m_wantedRound : m_agreed.back().round;
    host().jobs().start<Standing>(
        QStringLiteral("overview-targets"), tr("Measuring against the target"), this,
        [round, target = target()](service::Session& session,
                                   const base::Task& task) -> base::Result<Standing> {
            Standing standing;
            // How far everybody is, in every round; agreement of one.
            service::ProgressRequest all;
            all.target = target;
            all.withAgreement = false;
            RAPPORT_ASSIGN(const service::ProgressReport raters, service::progressReport(session, all, task));
            service::ProgressRequest one;
            one.round = round;
            one.target = target;
            RAPPORT_ASSIGN(standing.report, service::progressReport(session, one, task));
            standing.report.raters = raters.raters;
            service::DriftRequest course;
            course.round = round;
            course.periods = 8;
            // A coordinator who still has to rate there sees no course either.
            if (auto drift = service::drift(session, course, task))
                standing.drift = std::move(*drift);
            else if (drift.error().code == base::Errc::Cancelled)
                return base::fail(drift);
            return standing;
        },
        [this, round, asked = m_asked](const base::Result<Standing>& standing) {
            if (standing && isMeasurable() && asked == m_asked) {
                m_targetRound = toQt(round);
                m_progress.setStandings(standing->report.raters);
                m_targets.set(targetRows(standing->report.targets, standing->drift, *study().codebook()),
                              standing->report.target);
            } else if (!standing) {
                tellOnce(standing.error());
            }
            showTargets();
            Q_EMIT measured();
        });
}

void OverviewView::forgetMeasured() {
    ++m_asked;
    m_isMeasuring = false;
    m_agreed.clear();
    m_targetRound.clear();
    m_progress.setStandings({});
    showAgreement();
    showTargets();
    showSteps();
}

void OverviewView::tellOnce(const base::Error& error) {
    if (error.code == base::Errc::Cancelled)
        return;
    if (error.code == base::Errc::Refused) {
        forgetMeasured();
        return;
    }
    if (m_told != error.message.text())
        host().showError(error);
    m_told = error.message.text();
}

void OverviewView::buildTargets() {
    const int pad = theme().px(16);
    m_targetCard = new Card(m_side->parentWidget());
    m_targetCard->stackUnder(m_side); // in the order in which it is read
    auto* targets = new QVBoxLayout(m_targetCard);
    targets->setContentsMargins(pad, theme().px(12), pad, pad);
    targets->setSpacing(theme().px(8));
    m_targetHead = new SectionHeader({}, {}, m_targetCard);
    m_targetChoice = new ChoiceBox(m_targetCard);
    m_targetChoice->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_targetHead->addWidget(m_targetChoice);
    connect(m_targetChoice, &QComboBox::activated, this, [this](int place) {
        m_wantedRound = toUtf8(m_targetChoice->itemText(place));
        measureTargets();
    });
    m_targetTable = new QTableView(m_targetCard);
    m_targetTable->setItemDelegate(new TargetDelegate(m_targetTable));
    m_targetTable->setShowGrid(false);
    m_targetTable->setFrameShape(QFrame::NoFrame);
    m_targetTable->setSelectionMode(QAbstractItemView::NoSelection);
    m_targetTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_targetTable->setTabKeyNavigation(false);
    m_targetTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_targetTable->verticalHeader()->hide();
    m_targetTable->horizontalHeader()->setHighlightSections(false);
    m_targetTable->horizontalHeader()->setSectionsClickable(false);
    m_targetTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_targetNote = new Words(TypeRole::Small, Token::Text2, m_targetCard);
    m_targetNote->setWraps(true);
    targets->addWidget(m_targetHead);
    targets->addWidget(m_targetTable);
    targets->addWidget(m_targetNote);
    m_targetTable->setModel(&m_targets);
    endWithFigures(*m_targetTable->horizontalHeader());
    m_left->insertWidget(1, m_targetCard);
    setTabOrder(m_addRater, m_targetChoice);
    setTabOrder(m_targetChoice, m_targetTable);
    connect(m_targetTable, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const TargetRow* chosen = m_targets.row(index.row());
        if (chosen == nullptr)
            return;
        ViewTarget target;
        target.words = toQt(chosen->standing.round);
        if (const auto found = study().codebook()->code(chosen->standing.code); found.code != nullptr)
            target.code = found.code->id;
        host().openView(QStringLiteral("agreement"), target);
    });
}

void OverviewView::showTargets() {
    if (m_targetRound.isEmpty())
        m_targets.set({}, target());
    const int rows = m_targets.rowCount();
    // Most studies begin without, and a table takes its time.
    if (rows > 0 && m_targetCard == nullptr)
        buildTargets();
    if (m_targetCard != nullptr)
        m_targetCard->setVisible(rows > 0);
    if (rows == 0)
        return;
    m_targetTable->setAccessibleName(tr("Codes against the target"));
    m_targetChoice->setAccessibleName(tr("Round whose codes are shown"));
    constexpr int mostRows = 12;
    const int rowHeight = theme().px(32);
    m_targetTable->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_targetTable->horizontalHeader()->setFixedHeight(theme().px(30));
    m_targetTable->horizontalHeader()->setMinimumSectionSize(theme().px(84));
    m_targetTable->setFixedHeight(rowHeight * std::min(mostRows, rows) + theme().px(32));
    for (const auto& [column, wide] :
         {std::pair{TargetTable::Drift, 110}, std::pair{TargetTable::Units, 84}}) {
        m_targetTable->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
        m_targetTable->setColumnWidth(column, theme().px(wide));
    }
    int met = 0;
    for (int place = 0; place < rows; ++place)
        met += m_targets.row(place)->standing.isMet ? 1 : 0;
    m_targetHead->setTitle(tr("Codes against the target %1").arg(coefficientText(m_targets.target())));
    m_targetHead->setCaption(tr("%1 of %2 meet it").arg(countText(met), countText(rows)));
    m_targetChoice->clear();
    for (const RoundAgreement& each : m_agreed)
        m_targetChoice->addItem(toQt(each.round));
    m_targetChoice->setCurrentText(m_targetRound);
    m_targetNote->setText(
        tr("A code meets the target when the lower end of its interval does. The forecast takes "
           "agreement and pace as they are."));
}

} // namespace rapport::ui
