// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/overview_view.h"

#include "service/own_rating.h"
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/assign_dialog.h"
#include "ui/dialogs/merge_dialog.h"
#include "ui/dialogs/pack_dialog.h"
#include "ui/dialogs/rater_dialog.h"
#include "ui/dialogs/reassign_dialog.h"
#include "ui/dialogs/rename_dialog.h"
#include "ui/models/figures.h"
#include "ui/views/study/overview_parts.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <utility>

namespace rapport::ui {

namespace {

base::Result<StudyState> readState(service::Session& session) {
    StudyState state;
    state.isCoordinator = session.viewer().isCoordinator();
    RAPPORT_ASSIGN(state.info, session.info());
    RAPPORT_ASSIGN(state.raters, session.raters());
    if (!state.isCoordinator)
        std::erase_if(state.raters,
                      [&](const model::Rater& rater) { return rater.id != session.viewer().rater; });
    RAPPORT_ASSIGN(state.rounds, session.rounds());
    std::erase_if(state.rounds,
                  [](const model::Round& round) { return round.kind == model::RoundKind::Default; });
    RAPPORT_ASSIGN(state.progress, service::progress(session));
    RAPPORT_ASSIGN(const auto still, service::StillToRate::read(session));
    for (const model::Round& round : state.rounds) {
        if (still.isIn(round.id))
            state.stillToRate.push_back(round.name);
    }
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    for (const model::Prompt& prompt : instrument.prompts) {
        if (prompt.kind == model::PromptKind::Open)
            state.prompts.push_back(prompt.name);
    }
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    state.codebookIsFrozen = codebook->isFrozen;
    state.variables = std::int64_t(codebook->variables.size());
    for (const model::Variable& variable : codebook->variables)
        state.codes += std::count_if(variable.codes.begin(), variable.codes.end(),
                                     [](const model::Code& code) { return code.isCodable; });
    return state;
}

} // namespace

OverviewView::OverviewView(ViewHost& host, QWidget* parent)
    : View(host, parent) {
    m_later.setSingleShot(true);
    m_later.setInterval(800);
    connect(&m_later, &QTimer::timeout, this, [this] { refresh(); });
    buildHeader();
    build();
    // From another activity it comes here before the study was read (again).
    const auto on = [this](const char* id, std::function<void()> work) {
        Actions& actions = this->host().actions();
        actions.on(QLatin1String(id), this,
                   [this, action = actions.action(QLatin1String(id)), work = std::move(work)] {
                       if (!m_isReading) {
                           work();
                           return;
                       }
                       m_whenRead = [this, action, work] {
                           if (action->isEnabled() && isVisible())
                               work();
                       };
                   });
    };
    on("overview.rater", [this] { addRater(); });
    on("overview.assign", [this] { assignRound(); });
    on("overview.open", [this] { openRound({}); });
    const auto open = [](QDialog* dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    on("overview.reassign", [this, open] { open(new ReassignDialog(this->host(), m_state, this)); });
    on("overview.rename", [this, open] { open(new RenameDialog(this->host(), m_state, this)); });
    on("overview.pack", [this, open] { open(new PackDialog(this->host(), this)); });
    on("overview.merge", [this, open] { open(new MergeDialog(this->host(), this)); });
    on("overview.self", [this] { rateToo(); });
    on("overview.pace", [this] { showPace(); });
    on("overview.audit", [this] { saveAudit(); });
    on("overview.figure", [this] { askFigure(); });
    retranslate();
}

void OverviewView::buildHeader() {
    m_tools = new QWidget(this);
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(12));
    const auto button = [&](ButtonKind kind, const char* icon) {
        auto* made = new KeyButton({}, kind, m_tools);
        made->setIconName(QLatin1String(icon));
        row->addWidget(made);
        return made;
    };
    m_import = button(ButtonKind::Secondary, "import");
    m_assign = button(ButtonKind::Secondary, "user");
    m_report = button(ButtonKind::Primary, "reports");
    connect(m_import, &QAbstractButton::clicked, this,
            [this] { host().actions().action(QStringLiteral("file.import"))->trigger(); });
    connect(m_assign, &QAbstractButton::clicked, this, [this] { assignRound(); });
    connect(m_report, &QAbstractButton::clicked, this,
            [this] { host().openView(QStringLiteral("reports")); });
    m_tools->hide();
}

void OverviewView::build() {
    const int pad = theme().px(16);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    auto* scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll);
    content->setObjectName(QStringLiteral("overviewContent"));
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(pad);

    auto* counts = new Card(content);
    auto* grid = new QGridLayout(counts); // see fit()
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] = new CountBlock(i > 0, counts);
    column->addWidget(counts);
    m_openBar = new OpenRoundBar(content);
    column->addWidget(m_openBar);
    connect(m_openBar, &OpenRoundBar::dismissed, this, [this] {
        m_openBar->hide();
        m_table->setFocus();
    });
    connect(m_openBar, &OpenRoundBar::agreed, this, [this](const QString& round) {
        m_openBar->hide();
        if (study().act(
                [&](service::Session& session) { return service::openRound(session, toUtf8(round)); }))
            host().showToast(tr("%1 is open: its agreement is frozen.").arg(round));
    });

    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    QBoxLayout* row = m_columns;
    row->setSpacing(pad);
    auto* left = new Card(content);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(pad, theme().px(12), pad, pad);
    leftColumn->setSpacing(theme().px(8));
    m_progressHead = new SectionHeader({}, {}, left);
    leftColumn->addWidget(m_progressHead);
    m_table = new QTableView(left);
    // Before the model: a header measures its sections at once.
    m_table->setHorizontalHeader(new ProgressHeader(m_table));
    m_table->setModel(&m_progress);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(theme().px(96));
    m_table->verticalHeader()->hide();
    m_table->setItemDelegate(new ProgressDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    leftColumn->addWidget(m_table);
    m_progressNote = new Words(TypeRole::Small, Token::Text2, left);
    m_progressNote->setWraps(true);
    leftColumn->addWidget(m_progressNote);
    auto* foot = new QHBoxLayout;
    m_addRater = new KeyButton({}, ButtonKind::Secondary, left);
    m_addRater->setIconName(QStringLiteral("plus"));
    m_addRater->setSmall(true);
    connect(m_addRater, &QAbstractButton::clicked, this, [this] { addRater(); });
    foot->addWidget(m_addRater);
    foot->addStretch(1);
    leftColumn->addLayout(foot);
    leftColumn->addStretch(1);
    auto* leftSide = new QVBoxLayout;
    leftSide->addWidget(left);
    leftSide->setSpacing(pad);
    m_left = leftSide;
    leftSide->addStretch(1);
    row->addLayout(leftSide, 1);

    auto* side = new QWidget(content);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(pad);
    m_agreementCard = new Card(side);
    auto* agreementColumn = new QVBoxLayout(m_agreementCard);
    agreementColumn->setContentsMargins(pad, theme().px(12), pad, pad);
    agreementColumn->setSpacing(theme().px(8));
    m_agreementHead = new SectionHeader({}, {}, m_agreementCard);
    m_strip = new AgreementStrip(m_agreementCard);
    m_agreementNote = new Words(TypeRole::Small, Token::Text2, m_agreementCard);
    m_agreementNote->setWraps(true);
    m_seeAgreement = new KeyButton({}, ButtonKind::Secondary, m_agreementCard);
    m_seeAgreement->setSmall(true);
    connect(m_seeAgreement, &QAbstractButton::clicked, this, [this] {
        ViewTarget target;
        if (!m_agreed.empty())
            target.words = toQt(m_agreed.back().round);
        host().openView(QStringLiteral("agreement"), target);
    });
    agreementColumn->addWidget(m_agreementHead);
    agreementColumn->addWidget(m_strip);
    agreementColumn->addWidget(m_agreementNote);
    m_saveFigure = new KeyButton({}, ButtonKind::Quiet, m_agreementCard);
    m_saveFigure->setSmall(true);
    connect(m_saveFigure, &QAbstractButton::clicked, this, [this] { askFigure(); });
    auto* agreementButtons = new QHBoxLayout;
    agreementButtons->setSpacing(theme().px(8));
    agreementButtons->addWidget(m_seeAgreement);
    agreementButtons->addWidget(m_saveFigure);
    agreementButtons->addStretch(1);
    agreementColumn->addLayout(agreementButtons);
    sideColumn->addWidget(m_agreementCard);
    auto* steps = new Card(side);
    auto* stepsColumn = new QVBoxLayout(steps);
    stepsColumn->setContentsMargins(pad, theme().px(12), pad, theme().px(8));
    stepsColumn->setSpacing(theme().px(6));
    m_stepsHead = new SectionHeader({}, {}, steps);
    stepsColumn->addWidget(m_stepsHead);
    m_noSteps = new Words(TypeRole::Small, Token::Text2, steps);
    m_noSteps->setWraps(true);
    stepsColumn->addWidget(m_noSteps);
    m_stepColumn = new QVBoxLayout;
    m_stepColumn->setSpacing(0);
    stepsColumn->addLayout(m_stepColumn);
    sideColumn->addWidget(steps);
    sideColumn->addStretch(1);
    row->addWidget(side);
    column->addLayout(row, 1);
    m_side = side;
    fit();
    connect(&theme(), &Theme::changed, this, [this] {
        fit();
        showState();
    });
}

void OverviewView::buildEmpty() {
    m_empty = new EmptyState(QStringLiteral("overview"), {}, {}, m_pages);
    connect(m_empty, &EmptyState::actionWanted, this,
            [this] { host().actions().action(QStringLiteral("file.import"))->trigger(); });
    m_pages->addWidget(m_empty);
    retranslateEmpty();
}

void OverviewView::retranslateEmpty() {
    m_empty->setWords(
        tr("Begin with texts"),
        tr("Import a survey export or transcripts: you see every column, and every row that would be "
           "rejected, before anything comes in. Then add raters, assign a round, and let them rate; "
           "agreement appears here as they go."));
    m_empty->setAction(tr("Import"), host().actions().keyText(QStringLiteral("file.import")));
}

void OverviewView::fit() {
    // The figures go on in a second row where a word would be broken in one.
    int needed = theme().px(2 * 20 + 16); // beside them
    for (const CountBlock* each : m_counts)
        needed += each->minimumSizeHint().width();
    auto* grid = qobject_cast<QGridLayout*>(m_counts.front()->parentWidget()->layout());
    const int all = int(m_counts.size());
    const int inRow = needed <= width() ? all : (all + 1) / 2;
    for (int i = 0; i < all; ++i) {
        grid->addWidget(m_counts[std::size_t(i)], i / inRow, i % inRow);
        grid->setColumnStretch(i, i < inRow ? 1 : 0);
    }
    // One under the other where the table of raters would have no room.
    const bool isWide = width() >= theme().px(388 + 520);
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_side->setMinimumWidth(isWide ? theme().px(388) : 0);
    m_side->setMaximumWidth(isWide ? theme().px(388) : QWIDGETSIZE_MAX);
}

void OverviewView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    fit();
}

QString OverviewView::title() const {
    return tr("Overview");
}

QString OverviewView::subtitle() const {
    return study().title();
}

QStringList OverviewView::actionIds() const {
    return {QStringLiteral("overview.rater"),    QStringLiteral("overview.assign"),
            QStringLiteral("overview.reassign"), QStringLiteral("overview.open"),
            QStringLiteral("overview.pack"),     QStringLiteral("overview.merge"),
            QStringLiteral("overview.self"),     QStringLiteral("overview.pace"),
            QStringLiteral("overview.audit"),    QStringLiteral("overview.figure"),
            QStringLiteral("overview.rename")};
}

QWidget* OverviewView::initialFocus() {
    if (m_empty != nullptr && m_pages->currentWidget() == m_empty)
        return m_empty;
    for (int i = 0; i < m_stepColumn->count(); ++i) {
        auto* row = qobject_cast<StepRow*>(m_stepColumn->itemAt(i)->widget());
        if (row != nullptr && row->step().kind != StepKind::OpenRound) // that cannot be taken back
            return row->button();
    }
    return m_table;
}

double OverviewView::target() const {
    return readShare(remembered(QStringLiteral("agreement/target")).toString()).value_or(0.70);
}

void OverviewView::activated() {
    const Actions& actions = host().actions();
    host().setHints({{actions.keyText(QStringLiteral("file.import")), tr("import")},
                     {actions.keyText(QStringLiteral("go.palette")), tr("everything else")}});
    if (m_isStale)
        refresh();
}

void OverviewView::onChanged(const service::ChangeSet&) {
    m_isStale = true;
    // While somebody rates elsewhere nothing is read; it is when this is looked at.
    if (isVisible())
        m_later.start();
}

void OverviewView::onViewerChanged() {
    m_hasState = false;
    m_measuredAt = -1;
    forgetMeasured();
    m_isStale = true;
    m_openBar->hide();
    if (isVisible())
        refresh();
    else // as far as it is known until it is read
        for (const QString& id : actionIds()) {
            if (Actions::row(id)->isOfStudy)
                host().actions().setAvailable(id, !study().viewer());
        }
}

void OverviewView::refresh() {
    m_isStale = false;
    m_isReading = true;
    host().jobs().start<StudyState>(
        QStringLiteral("overview"), tr("Reading the study"), this,
        [](service::Session& session, const base::Task&) { return readState(session); },
        [this](base::Result<StudyState> state) {
            m_isReading = false;
            const std::function<void()> work = std::exchange(m_whenRead, nullptr);
            if (!state) {
                m_isStale = true;
                if (state.error().code != base::Errc::Cancelled)
                    host().showError(state.error());
                return;
            }
            m_state = std::move(*state);
            m_hasState = true;
            showState();
            measure();
            Q_EMIT refreshed();
            if (work)
                work();
        });
}

void OverviewView::showState() {
    if (!m_hasState)
        return;
    const bool isEmpty = m_state.isCoordinator && m_state.info.sources == 0 && m_state.rounds.empty();
    if (isEmpty && m_empty == nullptr)
        buildEmpty();
    m_pages->setCurrentIndex(isEmpty ? 1 : 0);
    m_assign->setVisible(m_state.isCoordinator);
    m_import->setVisible(m_state.isCoordinator);
    m_report->setVisible(m_state.isCoordinator && m_state.info.completed > 0);
    m_assign->setEnabled(m_state.info.units > 0);
    m_addRater->setVisible(m_state.isCoordinator);
    Actions& actions = host().actions();
    for (const char* id : {"overview.rater", "overview.merge", "overview.reassign", "overview.self",
                           "overview.pace", "overview.audit"})
        actions.setAvailable(QLatin1String(id), m_state.isCoordinator);
    // A pack is written anew by its rater, to send it back sealed.
    actions.setAvailable(QStringLiteral("overview.pack"),
                         m_state.isCoordinator || study().session().isPack());
    actions.setAvailable(QStringLiteral("overview.rename"), m_state.isCoordinator && !m_state.raters.empty());
    actions.setAvailable(QStringLiteral("overview.assign"), m_state.isCoordinator && m_state.info.units > 0);
    actions.setAvailable(QStringLiteral("overview.open"),
                         m_state.isCoordinator &&
                             std::any_of(m_state.rounds.begin(), m_state.rounds.end(),
                                         [](const model::Round& round) { return round.openedAt == 0; }));
    showCounts();
    m_progress.setState(m_state);
    m_table->setVisible(m_progress.rowCount() > 0);
    m_table->verticalHeader()->setDefaultSectionSize(theme().px(40));
    m_table->horizontalHeader()->setFixedHeight(theme().px(34));
    const int rows = std::min(14, m_progress.rowCount());
    // With room for the bar that scrolls sideways, where many rounds need it.
    m_table->setFixedHeight(theme().px(40) * rows + theme().px(36) +
                            m_table->horizontalScrollBar()->sizeHint().height());
    if (m_progress.columnCount() > 1) {
        m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
        m_table->setColumnWidth(0, theme().px(110));
    }
    std::int64_t open = 0;
    for (const service::Progress& each : m_state.progress)
        open += std::max<std::int64_t>(0, each.assigned - each.completed);
    if (m_state.rounds.empty())
        m_progressNote->setText(
            m_state.raters.empty()
                ? tr("Nobody rates yet. Add the raters, then assign a round: who judges which texts.")
                : tr("No round yet. Assign one to say who judges which texts."));
    else
        m_progressNote->setText(open == 0 ? tr("Everything that was assigned is done.")
                                          : counted(open, tr("One judgement is open over all rounds."),
                                                    tr("%1 judgements are open over all rounds.")));
    showAgreement();
    showSteps();
    Q_EMIT headerChanged();
}

void OverviewView::showCounts() {
    const service::StudyInfo& info = m_state.info;
    QStringList prompts;
    for (const std::string& prompt : m_state.prompts)
        prompts.append(toQt(prompt));
    QStringList ofAnswers = prompts;
    // A rater is not told who there are: only what is to be rated counts.
    if (m_state.isCoordinator)
        ofAnswers.prepend(counted(info.participants, tr("1 participant"), tr("%1 participants")));
    if (info.nonResponses > 0)
        ofAnswers.append(tr("%1 not answered").arg(countText(info.nonResponses)));
    m_counts[0]->setWords(counted(info.answers, tr("1 answer"), tr("%1 answers")),
                          ofAnswers.join(QStringLiteral(", ")));
    const QString turns = counted(info.turns, tr("1 speaker turn"), tr("%1 speaker turns"));
    if (m_state.isCoordinator)
        m_counts[1]->setWords(counted(info.transcripts, tr("1 transcript"), tr("%1 transcripts")), turns);
    else
        m_counts[1]->setWords(turns, tr("of transcripts"));
    m_counts[2]->setWords(counted(m_state.codes, tr("1 code"), tr("%1 codes")),
                          counted(m_state.variables, tr("1 variable"), tr("%1 variables")) +
                              QStringLiteral(", ") +
                              (m_state.codebookIsFrozen ? tr("version %1, frozen").arg(info.codebookVersion)
                                                        : tr("version %1, draft").arg(info.codebookVersion)));
    m_counts[3]->setWords(counted(info.raters, tr("1 rater"), tr("%1 raters")),
                          counted(std::int64_t(m_state.rounds.size()), tr("1 round"), tr("%1 rounds")));
    m_counts[4]->setWords(
        counted(info.codings, tr("1 coding"), tr("%1 codings")),
        counted(info.completed, tr("1 judgement completed"), tr("%1 judgements completed")));
    fit();
}

void OverviewView::showAgreement() {
    m_agreementCard->setVisible(isMeasurable());
    const double wanted = target();
    m_strip->setVisible(!m_agreed.empty());
    m_seeAgreement->setVisible(!m_agreed.empty());
    m_saveFigure->setVisible(!m_agreed.empty());
    host().actions().setAvailable(QStringLiteral("overview.figure"), isMeasurable() && !m_agreed.empty());
    QStringList ownWork;
    for (const std::string& round : m_state.stillToRate)
        ownWork.append(toQt(round));
    const QString keptBack =
        ownWork.isEmpty()
            ? QString()
            : tr("You still have texts to rate yourself in %1: the agreement there is kept back "
                 "until they are done.")
                  .arg(ownWork.join(QStringLiteral(", ")));
    if (m_agreed.empty()) {
        m_agreementHead->setCaption({});
        m_agreementNote->setText(
            m_isMeasuring ? tr("Measuring…")
            : !keptBack.isEmpty()
                ? keptBack
                : tr("There is something to measure when two raters have judged the same texts."));
        return;
    }
    const RoundAgreement& last = m_agreed.back();
    m_strip->setRounds(m_agreed, wanted);
    m_agreementHead->setCaption(tr("mean κ of the codes"));
    QStringList note;
    note.append(last.codes == 1
                    ? tr("%1: %2 of one code meets the target.").arg(toQt(last.round)).arg(last.meeting)
                    : tr("%1: %2 of %3 codes meet the target.")
                          .arg(toQt(last.round), countText(last.meeting), countText(last.codes)));
    if (!last.below.empty())
        note.append(counted(std::int64_t(last.below.size()), tr("One code is below it."),
                            tr("%1 codes are below it.")));
    if (!last.tooFew.empty())
        note.append(counted(std::int64_t(last.tooFew.size()), tr("One code has too few cases."),
                            tr("%1 codes have too few cases.")));
    const bool hasBand = std::any_of(m_agreed.begin(), m_agreed.end(),
                                     [](const RoundAgreement& each) { return each.lower.has_value(); });
    if (hasBand)
        note.append(
            tr("The band is as wide as the codes' 95 % intervals are on average; it is no interval of the "
               "mean."));
    if (!keptBack.isEmpty())
        note.append(keptBack);
    m_agreementNote->setText(note.join(QLatin1Char(' ')));
}

void OverviewView::showSteps() {
    if (!m_hasState)
        return;
    std::vector<NextStep> steps = nextSteps(m_state, m_agreed, *study().codebook());
    m_noSteps->setVisible(steps.empty());
    if (steps == m_steps && m_stepColumn->count() == int(steps.size()))
        return;
    m_steps = std::move(steps);
    // Whoever stands on a step stays there when others come, and does not land in the window's bar.
    const QWidget* const focus = window()->focusWidget();
    bool hadFocus = false;
    while (QLayoutItem* item = m_stepColumn->takeAt(0)) {
        if (item->widget() != nullptr) {
            hadFocus = hadFocus || (focus != nullptr && item->widget()->isAncestorOf(focus));
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const NextStep& step : m_steps) {
        auto* row = new StepRow(step, this);
        m_stepColumn->addWidget(row);
        connect(row, &StepRow::wanted, this, [this, step] { take(step); });
    }
    if (hadFocus)
        initialFocus()->setFocus(Qt::OtherFocusReason);
}

void OverviewView::take(const NextStep& step) {
    ViewTarget target;
    target.words = toQt(step.round);
    switch (step.kind) {
    case StepKind::Import:
        host().actions().action(QStringLiteral("file.import"))->trigger();
        break;
    case StepKind::AddRater:
        addRater();
        break;
    case StepKind::AssignRound:
        assignRound();
        break;
    case StepKind::Rate:
        host().openView(QStringLiteral("rate-answers"), target);
        break;
    case StepKind::WaitFor:
        m_table->setFocus();
        break;
    case StepKind::OpenRound:
        openRound(step.round);
        break;
    case StepKind::SeeBelow: {
        const model::Codebook::Found found = study().codebook()->code(step.code);
        ViewTarget code;
        if (found.code != nullptr)
            code.code = found.code->id;
        host().openView(QStringLiteral("codebook"), code);
        break;
    }
    case StepKind::SeeTooFew:
        host().openView(QStringLiteral("agreement"), target);
        break;
    case StepKind::Report:
        host().openView(QStringLiteral("reports"), target);
        break;
    }
}

void OverviewView::addRater() {
    auto* dialog = new RaterDialog(study(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void OverviewView::assignRound() {
    auto* dialog = new AssignDialog(host(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void OverviewView::openRound(const std::string& round) {
    m_openBar->ask(m_state, round);
}

void OverviewView::retranslate() {
    m_import->setText(tr("Import"));
    m_import->setKey(host().actions().keyText(QStringLiteral("file.import")));
    m_assign->setText(tr("Assign a round"));
    m_report->setText(tr("Report"));
    m_progressHead->setTitle(tr("Progress per rater and round"));
    m_progressHead->setCaption(tr("completed, of those assigned"));
    m_table->setAccessibleName(tr("Progress per rater and round"));
    m_addRater->setText(tr("Add a rater"));
    m_agreementHead->setTitle(tr("Agreement so far"));
    m_seeAgreement->setText(tr("See every code"));
    m_saveFigure->setText(tr("Figure…"));
    m_stepsHead->setTitle(tr("Next steps"));
    m_noSteps->setText(tr("Nothing waits for you here."));
    if (m_empty != nullptr)
        retranslateEmpty();
    m_progress.retranslate();
    if (study().isOpen())
        m_targets.retranslate(*study().codebook());
    showTargets();
    m_openBar->retranslate();
    m_steps.clear();
    showState();
}

void OverviewView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_table != nullptr)
        retranslate();
    View::changeEvent(event);
}

} // namespace rapport::ui
