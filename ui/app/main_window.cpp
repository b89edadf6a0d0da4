// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/main_window.h"

#include "service/importing.h"
#include "service/packing.h"
#include "service/rating.h"
#include "service/searching.h"
#include "ui/app/command_line.h"
#include "ui/app/drop_sign.h"
#include "ui/app/first_window.h"
#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/app/manual_window.h"
#include "ui/app/rail.h"
#include "ui/app/sample_study.h"
#include "ui/app/settings.h"
#include "ui/app/status_line.h"
#include "ui/app/theme.h"
#include "ui/app/tour.h"
#include "ui/app/welcome_page.h"
#include "ui/bridge/act_text.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/components/toast.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>
#include <QTime>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

namespace rapport::ui {

namespace {

/// What becomes of files that hover over the window.
QString dropText(const QStringList& files, bool hasStudy) {
    const QString what = files.size() == 1 ? QFileInfo(files.constFirst()).fileName()
                                           : MainWindow::tr("%1 files").arg(files.size());
    if (std::all_of(files.begin(), files.end(), isStudyFile))
        return MainWindow::tr("Drop to open %1").arg(what);
    return hasStudy ? MainWindow::tr("Drop to import %1 into this study").arg(what)
                    : MainWindow::tr("Drop to begin a new study with %1").arg(what);
}

/// Words for the search are read early, so that the first search finds them in their place, but not before
/// what the user came for is there.
constexpr std::chrono::milliseconds afterFirstView{300};

/// The first backup waits until what the user came for is there; then it is looked every hour whether a day
/// has passed.
constexpr std::chrono::milliseconds afterOpening{4000};
constexpr std::chrono::milliseconds betweenBackups{3'600'000};

/// What stands beside a view's title, in parts: what does not fit goes from the last part on, whole.
class Subtitle final : public Words {
public:
    using Words::Words;

protected:
    void paintEvent(QPaintEvent*) override {
        const QFont font = theme().font(TypeRole::Body);
        const QString between = QStringLiteral("  ·  ");
        QStringList parts = text().split(between);
        while (parts.size() > 1 && textWidth(font, parts.join(between)) > width())
            parts.removeLast();
        QPainter painter(this);
        paintText(painter, rect(), parts.join(between), font, theme().color(Token::Text2));
    }
};

QString railKey(const ViewRow& row) {
    return QStringLiteral("rail/") + QLatin1String(row.activity);
}

} // namespace

MainWindow::MainWindow()
    : m_jobs(m_study)
    , m_actions(new Actions(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    new DropSign(
        [this](const QStringList& files) {
            return takesFiles(files) ? dropText(files, m_study.isOpen()) : QString();
        },
        this);
    setWindowTitle(QStringLiteral("Rapport"));
    buildTop();
    buildBody();
    connectActions();
    openManualFromDialogs();
    connect(&m_study, &StudyContext::opened, this, [this] { studyOpened(); });
    connect(&m_study, &StudyContext::closing, this, [this] { studyClosed(); });
    connect(&m_study, &StudyContext::changed, this,
            [this](const service::ChangeSet& change) { studyChanged(change); });
    // What else cannot be written, a report elsewhere, or cannot be read, leaves everything saved.
    connect(&m_study, &StudyContext::readFailed, this,
            [this](const base::Error& error) { showError(error); });
    connect(&m_study, &StudyContext::failed, this, [this](const base::Error& error) {
        if (error.code == base::Errc::DiskFull || error.code == base::Errc::Io ||
            error.code == base::Errc::StudyLocked)
            m_status->showNotSaved();
        showError(error);
    });
    connect(&m_study, &StudyContext::changedElsewhere, this, [this] {
        showToast(tr("This was changed in another window or program meanwhile. "
                     "Look at it as it is now, and do it once more."));
    });
    connect(&m_study, &StudyContext::viewerChanged, this, [this] {
        updateViewer();
        updateUndo();
        for (View* view : std::as_const(m_views))
            view->onViewerChanged();
        // Other eyes, other keys. Rate reads its list anew by itself.
        const auto say = [this] {
            View* view = m_study.isOpen() ? currentView() : nullptr;
            if (view != nullptr && !m_current.startsWith(QLatin1String("rate")))
                view->activated();
        };
        QMetaObject::invokeMethod(this, say, Qt::QueuedConnection);
    });
    m_prepareTimer.setSingleShot(true);
    connect(&m_prepareTimer, &QTimer::timeout, this, [this] { prepareSearch(); });
    m_backupTimer.setObjectName(QStringLiteral("backupTimer"));
    connect(&m_backupTimer, &QTimer::timeout, this, [this] {
        const bool isFirst = m_backupTimer.intervalAsDuration() < betweenBackups;
        m_backupTimer.start(betweenBackups);
        keepBackup(isFirst ? service::BackupReason::Opening : service::BackupReason::Daily);
    });
    connect(&theme(), &Theme::changed, this, [this] { resizeToTheme(); });
    resizeToTheme();
    retranslate();
    m_actions->setCurrent(ActionContext::Global, false);

    resize(theme().px(1440), theme().px(900));
    restoreGeometry(remembered(QStringLiteral("window/geometry")).toByteArray());
}

MainWindow::~MainWindow() {
    // Views hear nothing of the end; they must not outlive what they look at.
    m_study.disconnect(this);
    for (View* view : std::as_const(m_views))
        delete view;
}

void MainWindow::buildTop() {
    m_top = new Panel(Token::Canvas, Qt::BottomEdge, this);
    auto* row = new QHBoxLayout(m_top);
    row->setContentsMargins(0, 0, theme().px(8), 1);
    row->setSpacing(theme().px(8));
    auto* bar = new QMenuBar(m_top);
    bar->setNativeMenuBar(false);
    bar->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    for (const ActionMenu which : {ActionMenu::File, ActionMenu::Edit, ActionMenu::View, ActionMenu::Go,
                                   ActionMenu::Code, ActionMenu::Tools, ActionMenu::Help}) {
        QMenu* menu = bar->addMenu(QString());
        m_actions->fill(*menu, which);
        m_menus.push_back(menu);
    }
    m_recentMenu = new QMenu(this);
    m_menus.front()->insertMenu(m_actions->action(QStringLiteral("file.sample")), m_recentMenu);
    connect(m_recentMenu, &QMenu::aboutToShow, this, [this] {
        m_recentMenu->clear();
        for (const RecentStudy& recent : recentStudies())
            m_recentMenu->addAction(recent.title, this, [this, recent] { openRecent(recent); });
    });
    m_fileName = new Words(TypeRole::Small, Token::Text2, m_top);
    m_commandLine = new CommandLine(m_top);
    m_commandLine->setSource([this] { return commands(); });
    m_commandLine->setFinder([this](const QString& typed) { return sourcesNamed(typed); });
    m_viewerButton = new KeyButton({}, ButtonKind::Quiet, m_top);
    m_viewerButton->setIconName(QStringLiteral("user"));
    m_viewerButton->setSmall(true);
    m_viewerButton->setPlain();
    m_viewerButton->setFocusPolicy(Qt::TabFocus);
    row->addWidget(bar);
    row->addSpacing(theme().px(8));
    row->addWidget(m_fileName);
    row->addStretch(1);
    row->addWidget(m_commandLine, 1000);
    row->addWidget(m_viewerButton);
    setMenuWidget(m_top);
}

void MainWindow::buildBody() {
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_pages = new QStackedWidget(body);
    auto* page = new QWidget(m_pages);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new Rail(page);
    row->addWidget(m_rail);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    m_header = new Panel(Token::Canvas, Qt::BottomEdge, page);
    m_headerRow = new QHBoxLayout(m_header);
    m_headerRow->setContentsMargins(theme().px(16), 0, theme().px(16), 0);
    m_headerRow->setSpacing(theme().px(10));
    m_title = new Words(TypeRole::Title, Token::Text, m_header);
    m_subtitle = new Subtitle(TypeRole::Body, Token::Text2, m_header);
    m_subtitle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_headerRow->addWidget(m_title);
    m_headerRow->addWidget(m_subtitle);
    m_headerRow->addStretch(1);
    right->addWidget(m_header);
    m_stack = new QStackedWidget(page);
    right->addWidget(m_stack, 1);
    row->addLayout(right, 1);
    m_pages->addWidget(page);
    column->addWidget(m_pages, 1);
    m_status = new StatusLine(m_jobs, body);
    column->addWidget(m_status);
    setCentralWidget(body);
    m_toast = new Toast(m_pages);

    connect(m_rail, &Rail::viewWanted, this, [this](const QString& name) {
        const ViewRow* wanted = viewRow(name);
        if (wanted != nullptr)
            openView(m_lastOfActivity.value(QLatin1String(wanted->activity), name));
    });
    connect(m_rail, &Rail::narrowWanted, this, [this](bool isNarrow) { setRailNarrow(isNarrow, true); });
    connect(m_status, &StatusLine::languageWanted, this, [this] { switchLanguage(); });
    connect(m_status, &StatusLine::zoomWanted, this, [this] { zoom(0); });
    connect(m_toast, &Toast::buttonPressed, this, [this] {
        if (isToastsStepLast())
            undoStudy(false);
    });
    connect(m_viewerButton, &QAbstractButton::clicked, this, [this] { chooseViewer(); });
}

void MainWindow::showWelcome() {
    if (m_welcome != nullptr) {
        m_welcome->refresh();
    } else {
        m_welcome = new WelcomePage(m_pages);
        m_welcome->setSampleAvailable(!sampleFolder().isEmpty());
        connect(m_welcome, &WelcomePage::actionWanted, this,
                [this](const QString& id) { m_actions->action(id)->trigger(); });
        connect(m_welcome, &WelcomePage::studyWanted, this,
                [this](const RecentStudy& study) { openRecent(study); });
        m_pages->addWidget(m_welcome);
    }
    m_pages->setCurrentWidget(m_welcome);
    m_welcome->setFocus();
}

void MainWindow::setVisible(bool isVisible) {
    if (isVisible && m_welcome == nullptr && !m_study.isOpen())
        showWelcome();
    QMainWindow::setVisible(isVisible);
}

void MainWindow::resizeToTheme() {
    m_top->setFixedHeight(theme().px(34));
    m_header->setFixedHeight(theme().px(48));
    m_commandLine->setMaximumWidth(theme().px(290));
    m_commandLine->setFont(theme().font(TypeRole::Small));
    m_commandLine->setFixedHeight(theme().px(26));
    setMinimumSize(1024, 700);
    fit();
}

void MainWindow::fit() {
    // With large letters menus and views need the room: what only says where one is gives way.
    const bool isNarrow = width() < theme().px(820);
    m_fileName->setVisible(!isNarrow);
    m_subtitle->setVisible(!isNarrow);
    m_commandLine->setMinimumWidth(theme().px(isNarrow ? 80 : 130));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fit();
}

void MainWindow::retranslate() {
    m_actions->retranslate();
    const QStringList titles{tr("&File"), tr("&Edit"),  tr("&View"), tr("&Go"),
                             tr("&Code"), tr("&Tools"), tr("&Help")};
    for (std::size_t i = 0; i < m_menus.size(); ++i)
        m_menus[i]->setTitle(titles.at(qsizetype(i)));
    m_recentMenu->setTitle(tr("Recent studies"));
    m_commandLine->setPlaceholderText(tr("Find an action, code or source"));
    m_commandLine->setAccessibleName(tr("Find an action, code or source"));
    for (int number = 1; const ViewRow* view : activities()) {
        QAction* action = m_actions->action(QStringLiteral("go.activity%1").arg(number++));
        action->setText(QCoreApplication::translate("Activities", view->activity));
    }
    updateViewer();
    updateUndo();
    updateHeader();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_toast != nullptr) {
        retranslate();
        // The view says its keys and its place anew, once it has heard of the language itself.
        const auto say = [this] {
            if (View* view = currentView(); view != nullptr && m_study.isOpen())
                view->activated();
        };
        QMetaObject::invokeMethod(this, say, Qt::QueuedConnection);
    }
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_study.catchUp();
    QMainWindow::changeEvent(event);
}

void MainWindow::showOnScreen() {
    // A frame that is not there yet; what it takes is known only after showing.
    const QSize frame(16, 48);
    resize(size().boundedTo(screen()->availableSize() - frame));
    show();
}

bool MainWindow::openStudy(const QString& path) {
    RecentStudy study;
    study.path = path;
    return openRecent(study);
}

bool MainWindow::openRecent(const RecentStudy& study) {
    if (m_study.isOpen()) {
        auto* window = new MainWindow;
        window->show();
        return window->openRecent(study);
    }
    if (service::isSealed(toUtf8(study.path))) {
        openSealed(study.path);
        return false;
    }
    const base::Status opened = m_study.openAs(QFileInfo(study.path).absoluteFilePath(), whoLooked(study));
    if (!opened && opened.error().code == base::Errc::NotFound)
        askViewer(study);
    else if (!opened)
        sayCannotOpen(study.path, opened.error());
    return bool(opened);
}

RecentStudy MainWindow::asRecent() const {
    RecentStudy study{m_study.path(), m_study.title(), QDateTime::currentDateTime(), {}, {}};
    if (m_study.viewer()) {
        study.rater = toQt(m_study.viewer()->name);
        study.raterGuid = toQt(m_study.viewer()->guid.text());
    }
    return study;
}

void MainWindow::studyOpened() {
    m_changedTo = 0;
    m_fileName->setText(QFileInfo(m_study.path()).fileName());
    setWindowTitle(QStringLiteral("%1 – Rapport").arg(m_study.title()));
    setWindowFilePath(m_study.path());
    rememberStudy(asRecent());
    m_pages->setCurrentIndex(0);
    if (m_study.session().isReadOnly())
        m_status->showReadOnly();
    else
        m_status->showSaved(QTime::currentTime());
    m_actions->setCurrent(ActionContext::Study, true);
    updateViewer();
    updateUndo();
    const QString last = remembered(QStringLiteral("window/view")).toString();
    if (viewRow(last) != nullptr)
        openView(last);
    else if (!viewRows().empty())
        openView(QLatin1String(viewRows().front().name));
    if (const base::Phrase& note = m_study.session().openingNote(); !note.empty())
        showToast(phraseSentence(note));
    if (m_offersTour) {
        m_offersTour = false;
        // When the layout has given everything its place.
        QMetaObject::invokeMethod(
            this, [this] { startTour(); }, Qt::QueuedConnection);
    }
    m_backupTimer.start(afterOpening);
    m_prepareTimer.start(afterFirstView);
}

void MainWindow::prepareSearch() {
    struct Prepared {};
    m_jobs.start<Prepared>(
        QStringLiteral("prepare-search"), tr("Reading the texts for search"), this,
        [](service::Session& session, const base::Task& task) -> base::Result<Prepared> {
            RAPPORT_TRY(service::prepareSearch(session, task));
            return Prepared{};
        },
        [](const base::Result<Prepared>&) {});
}

void MainWindow::studyClosed() {
    m_backupTimer.stop();
    m_prepareTimer.stop();
    delete m_tour;
    // The views look at the session: they go first.
    for (View* view : std::as_const(m_views))
        delete view;
    m_views.clear();
    m_current.clear();
    m_fileName->setText({});
    setWindowTitle(QStringLiteral("Rapport"));
    showWelcome();
    m_status->showNoStudy();
    m_status->setHints({});
    m_status->setPlaceText({});
    m_actions->setCurrent(ActionContext::Global, false);
    m_viewerButton->setText(tr("no study open"));
}

bool MainWindow::lookAs(const QString& rater) {
    if (!settleUnsaved())
        return false;
    std::optional<model::Rater> viewer;
    if (!rater.isEmpty()) {
        auto found = m_study.session().rater(toUtf8(rater));
        if (!found) {
            showError(found.error());
            return false;
        }
        viewer = std::move(*found);
    }
    m_study.setViewer(viewer);
    rememberStudy(asRecent());
    return true;
}

View* MainWindow::currentView() const {
    return m_views.value(m_current);
}

void MainWindow::openView(const QString& name, const ViewTarget& target) {
    const ViewRow* row = viewRow(name);
    if (row == nullptr || !m_study.isOpen())
        return;
    View* view = m_views.value(name);
    if (view == nullptr) {
        view = row->make(*this, m_stack);
        view->setObjectName(name);
        m_views.insert(name, view);
        m_stack->addWidget(view);
        connect(view, &View::headerChanged, this, [this, view] {
            if (view == currentView())
                updateHeader();
        });
    }
    m_current = name;
    m_undoShown.clear();
    m_lastOfActivity.insert(QLatin1String(row->activity), name);
    m_stack->setCurrentWidget(view);
    m_rail->setCurrentView(name);
    const bool prefersNarrow = row->prefersNarrowRail || width() < theme().px(820);
    setRailNarrow(remembered(railKey(*row), prefersNarrow).toBool(), false);
    setHints({});
    m_status->setPlaceText({});
    m_actions->setCurrent(row->context, true);
    updateHeader();
    view->activated();
    view->open(target);
    if (QWidget* focus = view->initialFocus())
        focus->setFocus(Qt::OtherFocusReason);
    remember(QStringLiteral("window/view"), name);
}

void MainWindow::updateHeader() {
    View* view = currentView();
    // The widgets of the view that was shown before go back to it, hidden.
    for (int i = m_headerRow->count() - 1; i >= 3; --i) {
        QLayoutItem* item = m_headerRow->takeAt(i);
        if (item->widget() != nullptr)
            item->widget()->hide();
        delete item;
    }
    if (view == nullptr)
        return;
    m_title->setText(view->title());
    m_subtitle->setText(view->subtitle());
    updateUndo();
    if (QWidget* tools = view->headerWidget()) {
        m_headerRow->addWidget(tools);
        tools->show();
        // It lives and dies with the view although the header shows it.
        connect(view, &QObject::destroyed, tools, &QObject::deleteLater, Qt::UniqueConnection);
    }
}

void MainWindow::studyChanged(const service::ChangeSet& change) {
    m_status->showSaved(QTime::currentTime());
    updateUndo();
    m_changedTo = change.position;
    // Its Undo would take back what came since.
    if (m_toastUndoes && !isToastsStepLast())
        m_toast->hide();
    if (change.settingsChanged)
        setWindowTitle(QStringLiteral("%1 – Rapport").arg(m_study.title()));
    if (change.roundsChanged || change.settingsChanged) {
        updateViewer();
        rememberStudy(asRecent());
    }
    for (View* view : std::as_const(m_views))
        view->onChanged(change);
}

void MainWindow::updateUndo() {
    QAction* undoAction = m_actions->action(QStringLiteral("edit.undo"));
    QAction* redoAction = m_actions->action(QStringLiteral("edit.redo"));
    std::optional<service::ChangeSet> toUndo;
    std::optional<service::ChangeSet> toRedo;
    const View* view = currentView();
    const bool undoesDraft = view != nullptr && view->hasDraftStep(false);
    const bool redoesDraft = view != nullptr && view->hasDraftStep(true);
    if (m_study.isOpen()) {
        toUndo = undoesDraft ? std::nullopt : service::nextUndo(m_study.session());
        toRedo = redoesDraft ? std::nullopt : service::nextRedo(m_study.session());
    }
    undoAction->setText(toUndo ? tr("Undo %1").arg(actText(*toUndo, *m_study.codebook())) : tr("Undo"));
    redoAction->setText(toRedo ? tr("Redo %1").arg(actText(*toRedo, *m_study.codebook())) : tr("Redo"));
    m_actions->setAvailable(QStringLiteral("edit.undo"), undoesDraft || toUndo.has_value());
    m_actions->setAvailable(QStringLiteral("edit.redo"), redoesDraft || toRedo.has_value());
}

void MainWindow::undo(bool again) {
    View* view = currentView();
    if (view != nullptr && view->hasDraftStep(again)) {
        view->undoDraft(again);
        return;
    }
    const auto next = again ? service::nextRedo(m_study.session()) : service::nextUndo(m_study.session());
    if (!next)
        return;
    const QString what = actText(*next, *m_study.codebook());
    m_toastUndoes.reset();
    const bool isInSight = view == nullptr || view->goToChange(*next);
    if (!isInSight && next->units.size() == 1 && !next->round.isNone() && m_undoShown != what) {
        ViewTarget target;
        target.unit = next->units.front();
        target.rater = next->rater;
        target.round = next->round;
        const bool isSettling = next->act == "adjudicate" || next->act == "unsettle" || next->act == "note";
        openView(isSettling                                  ? QStringLiteral("consensus")
                 : next->unitKind == model::UnitKind::Answer ? QStringLiteral("rate-answers")
                                                             : QStringLiteral("rate-transcript"),
                 target);
        m_undoShown = what;
        const QString key =
            m_actions->keyText(again ? QStringLiteral("edit.redo") : QStringLiteral("edit.undo"));
        m_toast->say(again ? tr("%1 does it again: %2").arg(key, what) : tr("%1 undoes: %2").arg(key, what));
        return;
    }
    undoStudy(again);
}

void MainWindow::undoStudy(bool again) {
    const auto done = again ? m_study.redo() : m_study.undo();
    if (!done)
        return;
    const QString what = actText(*done, *m_study.codebook());
    m_toastUndoes.reset();
    m_undoShown.clear();
    if (View* view = currentView(); view != nullptr)
        view->goToChange(*done);
    m_toast->say(again ? tr("Done again: %1").arg(what) : tr("Undone: %1").arg(what));
}

bool MainWindow::isToastsStepLast() {
    if (!m_toastUndoes || !m_study.isOpen())
        return false;
    const auto last = service::nextUndo(m_study.session());
    return last && last->position == *m_toastUndoes;
}

bool MainWindow::settleUnsaved() {
    const QStringList names = m_views.keys(); // asking runs events, in which views may come
    for (const QString& name : names) {
        View* view = m_views.value(name);
        if (view != nullptr && !view->keepTyped()) {
            openView(name);
            return false;
        }
        const QString unsaved = view != nullptr ? view->unsaved() : QString();
        if (unsaved.isEmpty())
            continue;
        QMessageBox box(QMessageBox::Question, view->title(), unsaved,
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
        box.button(QMessageBox::Save)->setText(tr("Save"));
        box.button(QMessageBox::Discard)->setText(tr("Discard"));
        box.button(QMessageBox::Cancel)->setText(tr("Stay"));
        box.setDefaultButton(QMessageBox::Save);
        const int answer = box.exec();
        if (answer == QMessageBox::Discard) {
            view->discardDraft();
        } else if (answer != QMessageBox::Save || !view->saveDraft()) {
            openView(name);
            return false;
        }
    }
    return true;
}

void MainWindow::updateViewer() {
    if (!m_study.isOpen())
        m_viewerButton->setText(tr("no study open"));
    else if (m_study.viewer())
        m_viewerButton->setText(toQt(m_study.viewer()->name));
    else
        m_viewerButton->setText(tr("Coordinator"));
    // A rater does not put the study back; a pack is the rater's own.
    m_actions->setAvailable(QStringLiteral("file.backups"),
                            m_study.isOpen() && (!m_study.viewer() || m_study.session().isPack()));
    // Nor does a rater import: the wizard would end in a refusal.
    m_actions->setAvailable(QStringLiteral("file.import"), m_study.isOpen() && !m_study.viewer());
    // Nor changes what participants were asked.
    m_actions->setAvailable(QStringLiteral("tools.instrument"),
                            m_study.isOpen() && !m_study.viewer() && !m_study.session().isReadOnly());
    m_viewerButton->setAccessibleName(tr("Who is looking: %1").arg(m_viewerButton->text()));
    m_viewerButton->updateGeometry();
}

void MainWindow::setRailNarrow(bool isNarrow, bool isRemembered) {
    m_rail->setNarrow(isNarrow);
    m_actions->action(QStringLiteral("view.rail"))->setChecked(isNarrow);
    const ViewRow* row = viewRow(m_current);
    if (isRemembered && row != nullptr)
        remember(railKey(*row), isNarrow);
}

void MainWindow::showToast(const QString& text, bool canUndo) {
    m_toastUndoes.reset();
    if (const auto last = canUndo ? service::nextUndo(m_study.session()) : std::nullopt) {
        // What was just done may be beyond undo; then the last step is another act.
        if (last->position >= m_changedTo)
            m_toastUndoes = last->position;
    }
    m_toast->say(text, m_toastUndoes ? tr("Undo") : QString(),
                 m_toastUndoes ? m_actions->keyText(QStringLiteral("edit.undo")) : QString());
}

void MainWindow::showError(const base::Error& error) {
    if (error.code == base::Errc::Cancelled)
        return; // whoever cancelled knows
    m_toastUndoes.reset();
    const QString message = phraseSentence(error.message);
    const QString sentence = errorSentence(error);
    const QString details = errorDetails(error);
    QString said =
        message.isEmpty() || message == sentence ? sentence : sentence + QLatin1Char(' ') + message;
    // Which file, and what to do.
    if (error.code == base::Errc::Io)
        said = sentence + QLatin1Char(' ') + details.simplified();
    m_toast->say(said.trimmed(), {}, {}, details);
}

void MainWindow::setHints(const QList<KeyHint>& hints) {
    // A key that does nothing now is not named: what is hidden from a rater is absent.
    QList<KeyHint> living;
    for (const KeyHint& hint : hints) {
        const auto isDead = [&](const ActionRow& row) {
            const QString id = QLatin1String(row.id);
            const bool isEverywhere =
                row.context == ActionContext::Global || row.context == ActionContext::Study;
            return isEverywhere && m_actions->keyText(id) == hint.key && !m_actions->action(id)->isEnabled();
        };
        const auto& rows = actionRows();
        if (std::none_of(rows.begin(), rows.end(), isDead))
            living.append(hint);
    }
    if (living.isEmpty())
        living.append({m_actions->keyText(QStringLiteral("go.palette")), tr("everything else")});
    m_status->setHints(living);
}

void MainWindow::setPlaceText(const QString& text) {
    m_status->setPlaceText(text);
}

void MainWindow::setBadge(const QString& viewName, const QString& badge) {
    m_rail->model().setBadge(viewName, badge);
}

bool MainWindow::takesFiles(const QStringList& files) const {
    return !m_study.isOpen() || m_actions->action(QStringLiteral("file.import"))->isEnabled() ||
           std::all_of(files.begin(), files.end(), isStudyFile);
}

void MainWindow::takeFiles(const QStringList& files) {
    QStringList others;
    for (const QString& file : files) {
        if (isStudyFile(file))
            openStudy(file);
        else
            others.append(file);
    }
    if (!others.isEmpty())
        importFiles(others, service::ImportKind::Detect);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    // Where no view has another use for it.
    if (event->key() == Qt::Key_F1 && event->modifiers() == Qt::NoModifier) {
        m_actions->action(QStringLiteral("help.manual"))->trigger();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && takesFiles(filesIn(*event->mimeData())))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList files = filesIn(*event->mimeData());
    event->acceptProposedAction();
    // The program that the files come from waits until this returns.
    QMetaObject::invokeMethod(
        this, [this, files] { takeFiles(files); }, Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!settleUnsaved()) {
        event->ignore();
        return;
    }
    remember(QStringLiteral("window/geometry"), saveGeometry());
    m_study.close();
    event->accept();
}

} // namespace rapport::ui
