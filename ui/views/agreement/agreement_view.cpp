// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/agreement/agreement_view.h"

#include "service/assigning.h"
#include "service/reading.h"
#include "ui/app/language.h"
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/views/agreement/agreement_list.h"
#include "ui/views/agreement/agreement_panel.h"
#include "ui/views/agreement/verdict_counts.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <map>
#include <set>

namespace rapport::ui {

namespace {

constexpr int measureDelay = 700; ///< ms after the last rating

/// Measures a round and counts, where a verdict hangs on it, the units that hold a code.
base::Result<MeasuredAgreement>
measureRound(service::Session& session, const service::StudyMeasureOptions& options, const base::Task& task) {
    MeasuredAgreement measured;
    RAPPORT_ASSIGN(const model::Round round, session.round(options.rounds.front()));
    RAPPORT_ASSIGN(measured.codebook, service::codebookOf(session, round, options.afterOpening));
    RAPPORT_ASSIGN(measured.study, service::measureStudy(session, options, task));
    if (options.by.empty()) {
        // Values alone: no interval is drawn of a batch.
        service::StudyMeasureOptions batches = options;
        batches.by = "batch";
        batches.measure.ci = agreement::IntervalKind::None;
        RAPPORT_ASSIGN(agreement::StudyAgreement byBatch, service::measureStudy(session, batches, task));
        for (agreement::LabelledDocument& result : byBatch.results) {
            const std::pair key(result.variable, result.code.value_or(std::string()));
            measured.batches[key].push_back(std::move(result));
        }
    }
    return measured;
}

} // namespace

AgreementView::AgreementView(ViewHost& host, QWidget* parent)
    : View(host, parent)
    , m_pages(new QStackedWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tools = new Panel(Token::Canvas, Qt::BottomEdge, this);
    buildTools(tools);
    column->addWidget(tools);

    auto* body = new QWidget(m_pages);
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    m_list = new AgreementList(m_model, body);
    left->addWidget(m_list, 1);
    auto* foot = new Panel(Token::Canvas, Qt::TopEdge, body);
    auto* footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(0, 1, 0, 0);
    // At large sizes the conventions scroll, so that the table keeps its room.
    m_footScroll = new QScrollArea(foot);
    m_footScroll->setWidgetResizable(true);
    m_footScroll->setFrameShape(QFrame::NoFrame);
    m_footScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_footScroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_footScroll->viewport()->setAutoFillBackground(false);
    auto* footPage = new QWidget(m_footScroll);
    auto* footRow = new QVBoxLayout(footPage);
    footRow->setContentsMargins(theme().px(16), theme().px(9), theme().px(16), theme().px(9));
    m_footer = new Words(TypeRole::Small, Token::Text2, footPage);
    m_footer->setWraps(true);
    footRow->addWidget(m_footer);
    m_footScroll->setWidget(footPage);
    footPage->setAutoFillBackground(false); // setWidget() turns it on
    footColumn->addWidget(m_footScroll);
    left->addWidget(foot);
    row->addLayout(left, 1);
    m_panel = new AgreementPanel(body);
    row->addWidget(m_panel);
    m_pages->addWidget(body);
    m_empty = new EmptyState(QStringLiteral("agreement"), {}, {}, m_pages);
    m_pages->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionWanted, this,
            [this] { this->host().openView(QStringLiteral("overview")); });
    column->addWidget(m_pages, 1);

    m_header = new QWidget(this);
    auto* headerRow = new QHBoxLayout(m_header);
    headerRow->setContentsMargins(0, 0, 0, 0);
    headerRow->setSpacing(theme().px(8));
    m_plan = new KeyButton({}, ButtonKind::Secondary, m_header);
    m_plan->setIconName(QStringLiteral("chart"));
    m_script = new KeyButton({}, ButtonKind::Secondary, m_header);
    m_script->setIconName(QStringLiteral("export"));
    m_report = new KeyButton({}, ButtonKind::Primary, m_header);
    headerRow->addWidget(m_plan);
    headerRow->addWidget(m_script);
    headerRow->addWidget(m_report);
    m_header->hide();

    const auto openReport = [this] {
        ViewTarget target;
        target.words = toQt(m_round);
        this->host().openView(QStringLiteral("reports"), target);
    };
    connect(m_report, &QAbstractButton::clicked, this, openReport);
    connect(m_plan, &QAbstractButton::clicked, this, [this] { planSample(); });
    connect(m_script, &QAbstractButton::clicked, this, [this] { saveScript(); });
    host.actions().on(QStringLiteral("agreement.plan"), this, [this] { planSample(); });
    host.actions().on(QStringLiteral("agreement.script"), this, [this] { saveScript(); });
    // The table answers Enter itself; the menu and the palette come here.
    host.actions().on(QStringLiteral("agreement.units"), this, [this] {
        if (const QModelIndex chosen = m_list->currentIndex(); chosen.isValid())
            openUnits(chosen.row(), chosen.column());
    });
    host.actions().on(QStringLiteral("agreement.figure"), this, [this] { askFigure(); });
    host.actions().on(QStringLiteral("agreement.report"), this, openReport);
    host.actions().on(QStringLiteral("agreement.measure"), this, [this] { measure(); });
    connect(m_list, &AgreementList::rowChosen, this, [this](int index) { showRow(index); });
    connect(m_list, &AgreementList::opened, this,
            [this](int index, int figure) { openUnits(index, figure); });
    connect(m_panel, &AgreementPanel::unitsWanted, this, [this](UnitFilter filter) {
        if (const AgreementRow* chosen = m_model.row(m_list->currentIndex().row()))
            showUnitsOf(*chosen, filter);
    });
    connect(m_panel, &AgreementPanel::pairWanted, this, [this](const RaterPair& pair, bool ofAllCodes) {
        if (const AgreementRow* chosen = m_model.row(m_list->currentIndex().row()))
            showPairOf(*chosen, pair, ofAllCodes);
    });
    connect(m_panel, &AgreementPanel::unitOpened, this, [this](model::UnitId unit) { openUnit(unit); });
    connect(m_panel, &AgreementPanel::unitsLeft, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    m_later.setSingleShot(true);
    m_later.setInterval(measureDelay);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (isVisible())
            measure();
    });
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
    fit();

    if (const auto target = readShare(remembered(QStringLiteral("agreement/target")).toString()))
        m_model.setTarget(*target);
    m_target->setText(coefficientText(m_model.target()));
    retranslate(); // reads the study too
}

AgreementView::~AgreementView() {
    // The list outlives the table's model by a moment and would ask for a row.
    disconnect(m_list, nullptr, this, nullptr);
}

QString AgreementView::title() const {
    return tr("Agreement");
}

QString AgreementView::subtitle() const {
    if (!m_measured || m_measured->study.results.empty())
        return {};
    return QStringLiteral("%1  ·  %2")
        .arg(toQt(m_round), counted(std::int64_t(raterCount()), tr("1 rater"), tr("%1 raters")));
}

QWidget* AgreementView::headerWidget() {
    return m_header;
}

QStringList AgreementView::actionIds() const {
    return {QStringLiteral("agreement.report"), QStringLiteral("agreement.plan"),
            QStringLiteral("agreement.script"), QStringLiteral("agreement.figure"),
            QStringLiteral("agreement.measure")};
}

QWidget* AgreementView::initialFocus() {
    m_waitsForTable = m_pages->currentIndex() != 0;
    return m_waitsForTable ? static_cast<QWidget*>(m_roundBox) : m_list;
}

void AgreementView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_panel != nullptr)
        retranslate();
    View::changeEvent(event);
}

void AgreementView::retranslate() {
    m_roundLabel->setText(tr("Round"));
    m_roundBox->setAccessibleName(tr("Round"));
    m_choiceLabel->setText(tr("Coefficient"));
    m_choiceBox->setAccessibleName(tr("Coefficient"));
    m_byLabel->setText(tr("By"));
    m_unitLabel->setText(tr("Unit"));
    m_unitBox->setAccessibleName(tr("Kind of unit that is measured"));
    m_by->setItems({tr("Code"), tr("Question"), tr("Batch"), tr("Group")});
    m_by->setAccessibleName(tr("By"));
    m_attributeBox->setAccessibleName(tr("Attribute that groups are made by"));
    m_targetLabel->setText(tr("Target"));
    m_target->setAccessibleName(tr("Target that the lower end should reach"));
    m_targetError->setText(tr("A number between 0 and 1, such as %1").arg(coefficientText(0.7)));
    m_plan->setAccessibleName(tr("Plan sample"));
    m_plan->setToolTip(tr("How many units have to be rated twice"));
    m_script->setAccessibleName(tr("R script"));
    m_script->setToolTip(tr("A script in R that holds the ratings and works the coefficients out again"));
    m_report->setText(tr("Kappa report"));
    fit(); // says what stands on the buttons, too
    m_target->setText(coefficientText(m_model.target()));
    m_list->setAccessibleName(tr("Agreement by code"));
    m_footScroll->setAccessibleName(tr("How the figures were made"));
    m_model.retranslate();
    m_list->resizeToTheme();
    m_panel->retranslate();
    readStudy();
    updateChoices();
    updateCounts();
    updateFooter();
    updateState();
    if (m_measured)
        m_list->selectFirst();
    Q_EMIT headerChanged();
}

void AgreementView::keyPressEvent(QKeyEvent* event) {
    // From the table too: "Back Esc" stands beside it.
    if (event->key() == Qt::Key_Escape && m_panel->isShowingUnits()) {
        m_panel->showRowAgain();
        m_list->setFocus(Qt::OtherFocusReason);
        return;
    }
    View::keyPressEvent(event);
}

void AgreementView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    fit();
}

std::size_t AgreementView::raterCount() const {
    std::size_t raters = 0;
    if (m_measured) {
        for (const agreement::LabelledDocument& result : m_measured->study.results)
            raters = std::max(raters, result.agreement.data.raters.size());
    }
    return raters;
}

void AgreementView::activated() {
    sayHints();
    updatePlace();
    if (m_isStale)
        measure();
}

void AgreementView::sayHints() {
    QList<KeyHint> hints;
    if (m_pages->currentWidget() != m_empty)
        hints.append({QStringLiteral("Enter"), tr("the units behind a number")});
    if (m_report->isEnabled())
        hints.append({host().actions().keyText(QStringLiteral("agreement.report")), tr("kappa report")});
    host().setHints(hints);
}

std::shared_ptr<const model::Codebook> AgreementView::measuredBy() const {
    return m_measured && m_measured->codebook ? m_measured->codebook : study().codebook();
}

void AgreementView::updatePlace() {
    if (!isVisible())
        return;
    if (!m_measured) {
        host().setPlaceText({});
        return;
    }
    const auto codes =
        std::count_if(m_model.rows().begin(), m_model.rows().end(),
                      [](const AgreementRow& row) { return row.kind == AgreementRowKind::Code; });
    host().setPlaceText(
        tr("Codebook version %1, %2 results").arg(measuredBy()->version).arg(countText(codes)));
}

void AgreementView::onChanged(const service::ChangeSet& change) {
    if (change.roundsChanged || change.codebookChanged || change.settingsChanged)
        readStudy();
    m_isStale = true;
    m_later.start();
}

void AgreementView::onViewerChanged() {
    m_measured.reset();
    m_model.clear();
    readStudy();
    m_isStale = true;
    if (isVisible())
        measure();
}

void AgreementView::open(const ViewTarget& target) {
    const std::string round = toUtf8(target.words);
    const bool isKnown = std::any_of(m_rounds.begin(), m_rounds.end(),
                                     [&](const model::Round& each) { return each.name == round; });
    if (!round.empty() && isKnown && round != m_round) {
        m_round = round;
        readStudy();
        measure();
    }
    if (!target.code.isNone()) {
        const auto codebook = measuredBy();
        const auto found = codebook->code(target.code);
        if (found.code != nullptr) {
            m_wanted = {found.variable->name,
                        found.variable->scale == model::Scale::Presence ? found.code->name : std::string()};
            const int row = m_model.find(m_wanted.first, m_wanted.second);
            if (row >= 0)
                m_list->setCurrentIndex(m_model.index(row, AgreementModel::Value));
        }
    }
}

void AgreementView::measure() {
    m_isStale = false;
    if (m_round.empty()) {
        updateState();
        return;
    }
    service::StudyMeasureOptions options;
    options.rounds = {m_round};
    options.by = by();
    options.unitKind = unitKind();
    m_isMeasuring = true;
    updateState();
    host().jobs().start<MeasuredAgreement>(
        QStringLiteral("agreement"), tr("Measuring agreement"), this,
        [options](service::Session& session, const base::Task& task) {
            return measureRound(session, options, task);
        },
        [this](base::Result<MeasuredAgreement> result) { showMeasured(std::move(result)); });
}

void AgreementView::showMeasured(base::Result<MeasuredAgreement> result) {
    m_isMeasuring = false;
    if (!result) {
        if (result.error().code == base::Errc::Cancelled) {
            // What was shown stays; the next change or visit measures again.
            m_isStale = true;
            updateState();
            return;
        }
        m_error = result.error();
        m_measured.reset();
        m_model.clear();
        updateState();
        updateFooter();
        updatePlace();
        Q_EMIT headerChanged();
        return;
    }
    m_error.reset();
    const AgreementRow* chosen = m_model.row(m_list->currentIndex().row());
    std::optional<AgreementRow> before =
        chosen != nullptr ? std::optional<AgreementRow>(*chosen) : std::nullopt;
    const int figure = std::max(int(AgreementModel::Value), m_list->currentIndex().column());
    m_measured = std::make_shared<const MeasuredAgreement>(std::move(*result));
    updateChoices();
    m_model.setBy(by());
    m_model.setMeasured(m_measured, measuredBy());
    int row = -1;
    if (!m_wanted.first.empty())
        row = m_model.find(m_wanted.first, m_wanted.second);
    else if (before && before->kind != AgreementRowKind::Section)
        row = m_model.find(before->variable, before->code, before->prompt, before->by);
    m_wanted = {};
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row, figure));
    else
        m_list->selectFirst();
    showRow(m_list->currentIndex().row());
    updateCounts();
    updateFooter();
    updateState();
    updatePlace();
    Q_EMIT headerChanged();
    Q_EMIT measured();
}

void AgreementView::updateCounts() {
    std::vector<std::pair<agreement::Verdict, int>> counts;
    for (const agreement::Verdict verdict :
         {agreement::Verdict::Meets, agreement::Verdict::Likely, agreement::Verdict::Unsure,
          agreement::Verdict::Below, agreement::Verdict::TooFew, agreement::Verdict::NotDefined})
        counts.emplace_back(verdict, m_model.countOf(verdict));
    m_counts->setCounts(std::move(counts), m_model.target());
    fit();
}

void AgreementView::updateFooter() {
    if (!m_measured)
        return;
    std::set<std::string> methods;
    std::optional<std::int64_t> clusters;
    std::optional<std::uint64_t> seed;
    std::optional<std::int64_t> replicates;
    bool isPooled = false;
    for (const AgreementRow& row : m_model.rows()) {
        if (!row.estimate || row.kind == AgreementRowKind::Section)
            continue;
        isPooled = isPooled || row.estimate->hasCaveat("pooled_prompts");
        if (!row.estimate->ci)
            continue;
        methods.insert(row.estimate->ci->method);
        if (row.estimate->ci->clusters)
            clusters = std::max(clusters.value_or(0), *row.estimate->ci->clusters);
        if (row.estimate->ci->seed)
            seed = row.estimate->ci->seed;
        if (row.estimate->ci->replicates)
            replicates = row.estimate->ci->replicates;
    }
    QStringList parts;
    parts.append(
        tr("A unit counts when at least two raters completed it. Completed without the code is a “no”; not "
           "completed, or completed before the code was there, is missing."));
    QStringList ways;
    for (const std::string& method : methods)
        ways.append(intervalMethod(method));
    if (!ways.isEmpty()) {
        QString interval = tr("95 % interval: %1").arg(ways.join(QStringLiteral("; ")));
        if (clusters)
            interval += QStringLiteral(", ") + tr("%1 participants or transcripts").arg(countText(*clusters));
        if (replicates)
            interval += QStringLiteral(", ") + tr("%1 draws").arg(countText(*replicates));
        interval += QStringLiteral(", ") +
                    (seed ? tr("seed %1").arg(*seed) : tr("no chance involved, so no seed")) +
                    QLatin1Char('.');
        parts.append(interval);
    }
    parts.append(
        tr("Meets asks the lower end of the interval to reach %1; fewer than %2 units with the code, or "
           "without it, give no verdict.")
            .arg(coefficientText(m_model.target()))
            .arg(agreement::fewestBeside));
    if (isPooled)
        parts.append(tr("Questions are joined: see By question."));
    for (const auto& [round, units] : m_measured->study.leftOutToRate)
        parts.append(counted(
            units, tr("1 unit is left out: you still have to rate it, or a text of its participant."),
            tr("%1 units are left out: you still have to rate them, or texts of their participants.")));
    parts.append(tr("Enter opens the units behind a number."));
    m_footer->setText(parts.join(QLatin1Char(' ')));
    fit();
}

void AgreementView::updateState() {
    showState();
    if (isVisible())
        sayHints();
}

void AgreementView::showState() {
    const bool hasRows = m_measured && !m_measured->study.results.empty();
    m_report->setEnabled(hasRows && study().session().viewer().isCoordinator());
    m_script->setEnabled(m_report->isEnabled());
    host().actions().setAvailable(QStringLiteral("agreement.figure"), hasRows);
    m_counts->setVisible(hasRows);
    if (hasRows) {
        m_pages->setCurrentIndex(0);
        // Until now there was no table to be in.
        if (m_waitsForTable && isVisible() && m_roundBox->hasFocus())
            m_list->setFocus(Qt::OtherFocusReason);
        m_waitsForTable = false;
        return;
    }
    m_pages->setCurrentIndex(1);
    m_empty->setAction({}, {});
    if (m_isMeasuring) {
        m_empty->setWords(tr("Measuring agreement…"), tr("It appears here as soon as it is there."));
    } else if (m_error && m_error->code == base::Errc::Refused && study().viewer() &&
               std::any_of(m_rounds.begin(), m_rounds.end(), [this](const model::Round& each) {
                   return each.name == m_round && each.isStillBlind();
               })) {
        m_empty->setWords(
            tr("This round is blind"),
            tr("Agreement would tell you how others rated. The coordinator sees it now; you see it "
               "when the coordinator has opened the round."));
    } else if (m_error) {
        m_empty->setWords(errorSentence(*m_error), errorDetails(*m_error));
    } else {
        m_empty->setWords(
            tr("No agreement yet"),
            tr("Agreement is measured where two raters have completed the same units. Assign a "
               "reliability round, or import codings; it appears here with the first shared unit."));
        if (!study().viewer())
            m_empty->setAction(tr("To the overview"),
                               host().actions().keyText(QStringLiteral("go.activity1")));
    }
}

void AgreementView::showRow(int index) {
    const AgreementRow* row = m_model.row(index);
    if (row != nullptr && row->kind == AgreementRowKind::Section)
        return;
    m_panel->showRow(row, row != nullptr ? m_model.codesBeside(index) : std::vector<const AgreementRow*>{},
                     m_model.target(), measuredBy());
    if (row != nullptr && row->kind == AgreementRowKind::Code)
        askSentence(*row);
}

} // namespace rapport::ui
