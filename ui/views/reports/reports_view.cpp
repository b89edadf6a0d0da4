// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reports/reports_view.h"

#include "agreement/reading.h"
#include "service/assigning.h"
#include "ui/app/language.h"
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/painted_page.h"
#include "ui/bridge/report_pdf.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/paper_view.h"
#include "ui/components/save_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/components/toast.h"
#include "ui/models/agreement_table.h"
#include "ui/models/figures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <chrono>

namespace rapport::ui {

/// What a job reads for the list of facts.
struct ReportsView::Gathered {
    service::StudyInfo info;
    model::Instrument instrument;
    bool codebookIsFrozen = false;
    std::vector<service::Progress> progress;
    std::shared_ptr<const MeasuredAgreement> measured;
};

namespace {

/// In the order of the two pages.
constexpr std::array pageActions{"reports.facts", "reports.preview"};

/// What is dragged wider is laid out anew when it stays.
constexpr std::chrono::milliseconds betweenWidths{200};

QString roundKindText(model::RoundKind kind) {
    switch (kind) {
    case model::RoundKind::Training:
        return ReportsView::tr("training");
    case model::RoundKind::Calibration:
        return ReportsView::tr("calibration");
    case model::RoundKind::Reliability:
        return ReportsView::tr("reliability");
    case model::RoundKind::Main:
        return ReportsView::tr("main round");
    case model::RoundKind::Default:
        break;
    }
    return ReportsView::tr("work outside rounds");
}

} // namespace

ReportsView::ReportsView(ViewHost& host, QWidget* parent)
    : View(host, parent) {
    auto* row = new QHBoxLayout(this);
    const int pad = theme().px(16);
    row->setContentsMargins(pad, pad, pad, pad);
    row->setSpacing(pad);
    // With large letters in a low window the form is longer than the window: then it scrolls.
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* left = new QWidget(scroll);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    auto* form = new Card(left);
    buildForm(form);
    leftColumn->addWidget(form);
    leftColumn->addStretch(1);
    scroll->setWidget(left);
    row->addWidget(scroll);
    auto* side = new Card(this);
    buildFacts(side);
    row->addWidget(side, 1);
    m_toast = new Toast(this);
    connect(m_toast, &Toast::buttonPressed, this, [this] {
        if (!m_savedFile.isEmpty())
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_savedFile).absolutePath()));
    });
    m_fit = [this, row, form, scroll] {
        // Side by side, or one above the other where large letters leave no room for that.
        const bool isNarrow = width() < theme().px(760);
        row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        row->setStretchFactor(scroll, isNarrow ? 1 : 0);
        const int beside = theme().px(360);
        const int bar = scroll->verticalScrollBar()->sizeHint().width() + 2;
        form->setMinimumWidth(isNarrow ? 0 : beside);
        form->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : beside);
        scroll->setMinimumWidth(isNarrow ? 0 : beside + bar);
        scroll->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : beside + bar);
    };
    connect(&theme(), &Theme::changed, this, m_fit);
    connect(&theme(), &Theme::changed, &m_widthTimer, qOverload<>(&QTimer::start));
    m_fit();

    Actions& actions = host.actions();
    actions.on(QStringLiteral("reports.html"), this, [this] { askFile(QStringLiteral("html")); });
    actions.on(QStringLiteral("reports.document"), this, [this] { askFile(QStringLiteral("pdf")); });
    actions.on(QStringLiteral("reports.markdown"), this, [this] { askFile(QStringLiteral("md")); });
    actions.on(QStringLiteral("reports.json"), this, [this] { askFile(QStringLiteral("json")); });
    actions.on(QStringLiteral("reports.csv"), this, [this] { askFile(QStringLiteral("csv")); });
    actions.on(QStringLiteral("reports.browser"), this, [this] { openInBrowser(); });
    for (const int page : {0, 1}) {
        actions.on(QLatin1String(pageActions[std::size_t(page)]), this, [this, page] {
            m_which->setCurrent(page);
            showPage();
        });
    }

    if (const auto target = readShare(remembered(QStringLiteral("agreement/target")).toString()))
        m_target = *target;
    readStudy();
    retranslate();
}

void ReportsView::buildFacts(QWidget* side) {
    auto* column = new QVBoxLayout(side);
    const int pad = theme().px(16);
    column->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    column->setSpacing(theme().px(8));
    m_which = new SegmentedControl(side);
    column->addWidget(m_which, 0, Qt::AlignLeft);
    m_pages = new QStackedWidget(side);
    m_factScroll = new QScrollArea(m_pages);
    QScrollArea* scroll = m_factScroll;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_factGrid = new QWidget(scroll);
    m_factGrid->setAutoFillBackground(false);
    m_grid = new QGridLayout(m_factGrid);
    m_grid->setContentsMargins(0, theme().px(4), 0, 0);
    m_grid->setHorizontalSpacing(theme().px(20));
    m_grid->setVerticalSpacing(theme().px(7));
    m_grid->setColumnStretch(1, 1);
    scroll->setWidget(m_factGrid);
    m_factGrid->setAutoFillBackground(false); // setWidget() turns it on
    m_pages->addWidget(scroll);
    m_preview = new PaperView(m_pages);
    m_widthTimer.setSingleShot(true);
    m_widthTimer.setInterval(betweenWidths);
    connect(&m_widthTimer, &QTimer::timeout, this, [this] { layOutPreview(); });
    connect(m_preview, &PaperView::paperWidthChanged, &m_widthTimer, qOverload<>(&QTimer::start));
    m_pages->addWidget(m_preview);
    m_empty = new EmptyState(QStringLiteral("reports"), {}, {}, m_pages);
    m_pages->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionWanted, this, [this] {
        if (m_previewError)
            showPage();
        else
            this->host().openView(QStringLiteral("overview"));
    });
    column->addWidget(m_pages, 1);
    connect(m_which, &SegmentedControl::currentChanged, this, [this] { showPage(); });
}

QString ReportsView::title() const {
    return tr("Reports");
}

QString ReportsView::subtitle() const {
    return tr("Kappa report");
}

QStringList ReportsView::actionIds() const {
    return {QStringLiteral("reports.html"),     QStringLiteral("reports.document"),
            QStringLiteral("reports.markdown"), QStringLiteral("reports.json"),
            QStringLiteral("reports.csv"),      QStringLiteral("reports.browser"),
            QLatin1String(pageActions[0]),      QLatin1String(pageActions[1])};
}

QWidget* ReportsView::initialFocus() {
    return m_html->isEnabled() ? static_cast<QWidget*>(m_html) : m_roundBox;
}

void ReportsView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    m_fit();
}

void ReportsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_toast != nullptr)
        retranslate();
    View::changeEvent(event);
}

void ReportsView::readStudy() {
    const std::vector<model::Round> before = std::move(m_rounds);
    m_rounds.clear();
    if (const auto rounds = study().session().rounds())
        m_rounds = *rounds;
    // The one that is chosen stays chosen, whatever it is called by now.
    const auto chosen = std::find_if(before.begin(), before.end(),
                                     [this](const model::Round& each) { return each.name == m_round; });
    if (chosen != before.end()) {
        for (const model::Round& each : m_rounds)
            m_round = each.id == chosen->id ? each.name : m_round;
    }
    const QSignalBlocker blocker(m_roundBox);
    m_roundBox->clear();
    m_roundBox->addItem(tr("all reliability rounds"));
    for (const model::Round& round : m_rounds) {
        m_roundBox->addItem(round.name == model::defaultRoundName ? tr("work outside rounds")
                                                                  : toQt(round.name));
        if (round.name == m_round)
            m_roundBox->setCurrentIndex(m_roundBox->count() - 1);
    }
    const bool isOpened = std::any_of(m_rounds.begin(), m_rounds.end(), [&](const model::Round& round) {
        return round.openedAt != 0 && (m_round.empty() || round.name == m_round);
    });
    m_afterOpening->setVisible(isOpened);
}

void ReportsView::activated() {
    sayHints();
    if (m_isStale)
        gather();
}

void ReportsView::sayHints() {
    if (m_pages->currentWidget() == m_empty)
        host().setHints({});
    else
        host().setHints(
            {{host().actions().keyText(QStringLiteral("reports.html")), tr("save as HTML")},
             {host().actions().keyText(QStringLiteral("reports.browser")), tr("open in browser")}});
}

void ReportsView::onChanged(const service::ChangeSet& change) {
    if (change.roundsChanged)
        readStudy();
    m_isStale = true;
}

void ReportsView::onViewerChanged() {
    m_gathered.reset();
    m_isStale = true;
    fillFacts();
    if (isVisible())
        gather();
    else
        updateState();
}

void ReportsView::open(const ViewTarget& target) {
    const std::string round = toUtf8(target.words);
    const bool isKnown = std::any_of(m_rounds.begin(), m_rounds.end(),
                                     [&](const model::Round& each) { return each.name == round; });
    if (isKnown && round != m_round) {
        m_round = round;
        readStudy();
        gather();
    }
}

void ReportsView::gather() {
    m_isStale = false;
    if (!study().session().viewer().isCoordinator()) {
        m_gathered.reset();
        m_error = base::Error{base::Errc::Refused, {}, std::nullopt, {}};
        updateState();
        return;
    }
    m_isGathering = true;
    updateState();
    host().jobs().start<std::shared_ptr<const Gathered>>(
        QStringLiteral("report-facts"), tr("Gathering the report"), this,
        [request = request()](service::Session& session,
                              const base::Task& task) -> base::Result<std::shared_ptr<const Gathered>> {
            auto gathered = std::make_shared<Gathered>();
            RAPPORT_ASSIGN(gathered->info, session.info());
            RAPPORT_ASSIGN(gathered->instrument, session.instrument());
            RAPPORT_ASSIGN(const auto codebook, session.codebook());
            gathered->codebookIsFrozen = codebook->isFrozen;
            RAPPORT_ASSIGN(gathered->progress, service::progress(session));
            auto measured = std::make_shared<MeasuredAgreement>();
            RAPPORT_ASSIGN(measured->study, service::measureStudy(session, request.measure, task));
            gathered->measured = std::move(measured);
            return gathered;
        },
        [this](base::Result<std::shared_ptr<const Gathered>> result) { showGathered(std::move(result)); });
}

void ReportsView::showGathered(base::Result<std::shared_ptr<const Gathered>> result) {
    m_isGathering = false;
    if (!result) {
        if (result.error().code == base::Errc::Cancelled)
            m_isStale = true;
        else
            m_error = result.error();
        m_gathered.reset();
    } else {
        m_error.reset();
        m_gathered = *result;
    }
    fillFacts();
    updateState();
    showPage();
    Q_EMIT gathered();
}

void ReportsView::fillFacts() {
    m_facts.clear();
    if (m_gathered) {
        const auto add = [this](const QString& name, const QString& value, bool isWarning = false) {
            m_facts.push_back({name, value, isWarning});
        };
        const Gathered& all = *m_gathered;
        const QString dot = QStringLiteral(", ");
        add(tr("Study"), toQt(all.info.title));
        add(tr("Data"),
            counted(all.info.answers, tr("1 answer"), tr("%1 answers")) + dot +
                counted(all.info.participants, tr("1 participant"), tr("%1 participants")) + dot +
                counted(all.info.turns, tr("1 turn in transcripts"), tr("%1 turns in transcripts")));
        add(tr("Instrument"),
            localText(all.instrument.title) +
                (all.instrument.isStandIn ? dot + tr("its wording is a stand-in") : QString()),
            all.instrument.isStandIn);
        add(tr("Codebook"), tr("version %1").arg(all.info.codebookVersion) + dot +
                                (all.codebookIsFrozen ? tr("frozen") : tr("not frozen")));
        std::vector<std::string> rounds;
        for (const agreement::LabelledDocument& result : all.measured->study.results) {
            if (std::find(rounds.begin(), rounds.end(), result.round) == rounds.end())
                rounds.push_back(result.round);
        }
        AgreementModel table;
        for (const std::string& name : rounds) {
            const auto round = std::find_if(m_rounds.begin(), m_rounds.end(),
                                            [&](const model::Round& each) { return each.name == name; });
            if (round != m_rounds.end())
                add(tr("Round %1").arg(toQt(name)),
                    roundKindText(round->kind) + dot +
                        (round->isBlind ? tr("set up as blind") : tr("not blind")) + dot +
                        (round->openedAt != 0 ? tr("opened") : tr("not opened yet")));
            QStringList raters;
            bool isOpen = false;
            for (const service::Progress& each : all.progress) {
                if (each.round.name != name)
                    continue;
                raters.append(
                    tr("%1 %2 of %3")
                        .arg(toQt(each.rater.name), countText(each.completed), countText(each.assigned)));
                isOpen = isOpen || each.completed < each.assigned;
            }
            if (!raters.isEmpty())
                add(tr("Raters"), raters.join(dot), isOpen);
            // This round's results alone, as the table of Agreement has them.
            auto part = std::make_shared<MeasuredAgreement>();
            std::size_t most = 0;
            std::int64_t units = 0;
            for (const agreement::LabelledDocument& result : all.measured->study.results) {
                if (result.round != name)
                    continue;
                part->study.results.push_back(result);
                most = std::max(most, result.agreement.data.raters.size());
                units = std::max(units, result.agreement.data.pairableUnits);
            }
            table.setTarget(m_target);
            table.setMeasured(part, study().codebook());
            add(tr("Judged by two or more"), tr("up to %1 units for one code").arg(countText(units)));
            add(tr("Coefficient"), choiceTitle(CoefficientChoice::Kappa, most) + dot +
                                       tr("beside percent agreement, AC1 and α, each with its interval"));
            QStringList verdicts;
            for (const agreement::Verdict verdict :
                 {agreement::Verdict::Meets, agreement::Verdict::Likely, agreement::Verdict::Unsure,
                  agreement::Verdict::Below, agreement::Verdict::TooFew, agreement::Verdict::NotDefined}) {
                if (const int count = table.countOf(verdict); count > 0)
                    verdicts.append(
                        QStringLiteral("%1 %2").arg(countText(count), ui::lookOf(verdict, m_target).word));
            }
            add(tr("Codes and variables"), verdicts.join(dot));
            const AgreementRow* lowest = nullptr;
            const AgreementRow* highest = nullptr;
            for (const AgreementRow& each : table.rows()) {
                if (each.kind != AgreementRowKind::Code || !each.estimate || !each.estimate->value ||
                    each.verdict == agreement::Verdict::TooFew)
                    continue;
                if (lowest == nullptr || *each.estimate->value < *lowest->estimate->value)
                    lowest = &each;
                if (highest == nullptr || *each.estimate->value > *highest->estimate->value)
                    highest = &each;
            }
            if (lowest != nullptr && highest != nullptr)
                add(tr("Range"), tr("%1 %2 to %3 %4")
                                     .arg(lowest->title, coefficientText(lowest->estimate->value),
                                          highest->title, coefficientText(highest->estimate->value)));
        }
        add(tr("Also"),
            tr("rater pairs, confusion tables, caveats in words, conventions, a paragraph for the "
               "methods section in Dutch and English, references, a checksum of the data"));
    }
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const ReportFact& fact : m_facts) {
        auto* name = new Words(fact.name, TypeRole::Body, Token::Text2, m_factGrid);
        name->setWraps(true);
        name->setFixedWidth(theme().px(176));
        auto* value =
            new Words(fact.value, TypeRole::Body, fact.isWarning ? Token::Warn : Token::Text, m_factGrid);
        value->setWraps(true);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1);
        m_grid->addWidget(new Line(Qt::Horizontal, m_factGrid), row + 1, 0, 1, 2);
        row += 2;
    }
    m_grid->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding), row, 0);
}

void ReportsView::updateState() {
    showState();
    if (isVisible())
        sayHints();
}

void ReportsView::showState() {
    const bool isReady = m_gathered && !m_gathered->measured->study.results.empty();
    for (KeyButton* button : {m_html, m_browser, m_document, m_markdown, m_json, m_csv})
        button->setEnabled(isReady);
    for (const char* id : {"reports.html", "reports.document", "reports.markdown", "reports.json",
                           "reports.csv", "reports.browser", pageActions[0], pageActions[1]})
        host().actions().setAvailable(QLatin1String(id), isReady);
    m_which->setVisible(isReady);
    const bool isPreview = isReady && m_which->current() == 1;
    if (isReady && !(isPreview && (m_previewError || m_preview->page() == nullptr))) {
        m_pages->setCurrentIndex(m_which->current());
        return;
    }
    m_pages->setCurrentIndex(2);
    m_empty->setAction({}, {});
    if (isPreview && m_previewError) {
        const bool isStopped = m_previewError->code == base::Errc::Cancelled;
        m_empty->setWords(isStopped ? tr("The preview was stopped") : errorSentence(*m_previewError),
                          isStopped ? QString() : errorDetails(*m_previewError));
        m_empty->setAction(tr("Make it again"), host().actions().keyText(QLatin1String(pageActions[1])));
    } else if (isPreview)
        m_empty->setWords(tr("Making the preview…"), tr("The report appears here as it is printed."));
    else if (m_isGathering)
        m_empty->setWords(tr("Gathering the report…"), tr("What it will hold appears here."));
    else if (!study().session().viewer().isCoordinator())
        m_empty->setWords(
            tr("Reports are the coordinator's"),
            tr("A report tells how others rated. Ask the coordinator for it when the round is open."));
    else if (m_error)
        m_empty->setWords(errorSentence(*m_error), errorDetails(*m_error));
    else {
        m_empty->setWords(
            tr("Nothing to report yet"),
            tr("The kappa report tells how well raters agree. It can be made as soon as two raters have "
               "completed the same units of a round."));
        m_empty->setAction(tr("To the overview"), host().actions().keyText(QStringLiteral("go.activity1")));
    }
}

void ReportsView::showPage() {
    if (m_gathered && m_which->current() == 1)
        preview();
    updateState();
}

void ReportsView::preview() {
    m_previewed.reset();
    m_previewError.reset();
    using Html = std::shared_ptr<const std::string>;
    host().jobs().start<Html>(
        QStringLiteral("report-preview"), tr("Making the preview"), this,
        [request = request()](service::Session& session, const base::Task& task) -> base::Result<Html> {
            RAPPORT_ASSIGN(std::string html,
                           service::kappaReport(session, request, service::ReportFormat::Print, task));
            return std::make_shared<const std::string>(std::move(html));
        },
        [this](base::Result<Html> html) {
            if (html) {
                m_previewed = std::move(*html);
                layOutPreview();
            } else {
                m_previewError = html.error();
                updateState();
            }
        });
}

void ReportsView::layOutPreview() {
    if (!m_preview->isVisible())
        m_preview->resize(m_pages->size());
    const int width = m_preview->paperWidth();
    if (!m_previewed)
        return;
    using Page = std::shared_ptr<const PaintedPage>;
    host().jobs().start<Page>(
        QStringLiteral("report-layout"), tr("Making the preview"), this,
        [html = m_previewed, font = theme().font(TypeRole::Body), width, drawings = theme().px(100) / 100.0](
            service::Session&, const base::Task& task) -> base::Result<Page> {
            RAPPORT_ASSIGN(PaintedPage page, paintPage(*html, font, width, drawings, task));
            return std::make_shared<const PaintedPage>(std::move(page));
        },
        [this](base::Result<Page> page) {
            if (page)
                m_preview->setPage(std::move(*page));
            else
                m_previewError = page.error();
            updateState();
        });
}

void ReportsView::askFile(const QString& ending) {
    const QStringList kinds =
        ending == QLatin1String("pdf")
            ? QStringList{tr("PDF (*.pdf)"), tr("Word (*.docx)"), tr("OpenDocument (*.odt)"),
                          tr("LaTeX (*.tex)"), tr("Excel (*.xlsx)")}
        : ending == QLatin1String("html") ? QStringList{tr("Web page (*.html)")}
        : ending == QLatin1String("md")   ? QStringList{tr("Markdown (*.md)")}
        : ending == QLatin1String("json") ? QStringList{tr("JSON (*.json)")}
                                          : QStringList{tr("Table (*.csv)")};
    askWhereToSave(this, tr("Save the report"),
                   QFileInfo(study().path()).completeBaseName() + QStringLiteral("-kappa"), kinds,
                   [this](const QString& file) { saveTo(file); });
}

void ReportsView::saveTo(const QString& file) {
    host().jobs().start<std::string>(
        QStringLiteral("report-save"), tr("Writing the report"), this,
        [request = request(), path = toUtf8(file)](service::Session& session,
                                                   const base::Task& task) -> base::Result<std::string> {
            RAPPORT_TRY(writeReport(session, request, path, task));
            return path;
        },
        [this, file](base::Result<std::string> written) {
            if (!written) {
                if (written.error().code != base::Errc::Cancelled)
                    host().showError(written.error());
                Q_EMIT saved({});
                return;
            }
            m_savedFile = file;
            m_toast->say(tr("Saved %1").arg(QFileInfo(file).fileName()), tr("Open folder"), {}, file);
            Q_EMIT saved(file);
        });
}

void ReportsView::openInBrowser() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    QDir().mkpath(folder);
    const QString file =
        QStringLiteral("%1/%2-kappa.html").arg(folder, QFileInfo(study().path()).completeBaseName());
    host().jobs().start<std::string>(
        QStringLiteral("report-browser"), tr("Making the report"), this,
        [request = request(), path = toUtf8(file)](service::Session& session,
                                                   const base::Task& task) -> base::Result<std::string> {
            RAPPORT_TRY(service::writeKappaReport(session, request, path, task));
            return path;
        },
        [this, file](base::Result<std::string> written) {
            if (!written) {
                if (written.error().code != base::Errc::Cancelled)
                    host().showError(written.error());
                return;
            }
            if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
                host().showToast(tr("No browser could be started. The report is at %1").arg(file));
        });
}

} // namespace rapport::ui
