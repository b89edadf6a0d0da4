// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's own actions do, and what the command line finds.
#include "service/importing.h"
#include "service/inspecting.h"
#include "service/reading.h"
#include "service/saved_searches.h"
#include "ui/app/command_line.h"
#include "ui/app/gallery.h"
#include "ui/app/language.h"
#include "ui/app/main_window.h"
#include "ui/app/manual_window.h"
#include "ui/app/preferences.h"
#include "ui/app/rail.h"
#include "ui/app/sample_study.h"
#include "ui/app/settings.h"
#include "ui/app/settings_dialog.h"
#include "ui/app/shortcuts_dialog.h"
#include "ui/app/status_line.h"
#include "ui/app/theme.h"
#include "ui/app/tour.h"
#include "ui/app/welcome_page.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/history_dialog.h"
#include "ui/dialogs/instrument_dialog.h"
#include "ui/dialogs/new_study_dialog.h"
#include "ui/dialogs/viewer_dialog.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QStackedWidget>
#include <QTime>
#include <algorithm>
#include <iterator>

namespace rapport::ui {

namespace {

/// Of more sources than this, those are offered whose names begin with what is typed.
constexpr std::int64_t mostSources = 5000;

QString lastFolder() {
    return remembered(QStringLiteral("window/folder")).toString();
}

/// The first one of the activity in which an action works.
const ViewRow* viewOf(ActionContext context) {
    for (const ViewRow& row : viewRows()) {
        if (row.context == context)
            return &row;
    }
    return nullptr;
}

void rememberFolder(const QString& file) {
    remember(QStringLiteral("window/folder"), QFileInfo(file).absolutePath());
}

} // namespace

void MainWindow::connectActions() {
    const auto on = [this](const char* id, void (MainWindow::*work)()) {
        m_actions->on(QString::fromLatin1(id), this, [this, work] { (this->*work)(); });
    };
    on("file.new", &MainWindow::newStudy);
    on("file.open", &MainWindow::openFile);
    if (!sampleFolder().isEmpty())
        on("file.sample", &MainWindow::openSample);
    on("file.copy", &MainWindow::saveCopy);
    m_actions->on(QStringLiteral("file.backups"), this, [this] { openBackups(m_study.path()); });
    on("tools.viewer", &MainWindow::chooseViewer);
    on("tools.settings", &MainWindow::openSettings);
    m_actions->on(QStringLiteral("tools.history"), this, [this] {
        auto* dialog = new HistoryDialog(m_study, m_jobs, {}, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        // It reads the study: it goes before it.
        connect(&m_study, &StudyContext::closing, dialog, &QDialog::reject);
        dialog->open();
    });
    m_actions->on(QStringLiteral("tools.instrument"), this, [this] {
        const auto instrument = m_study.session().instrument();
        if (!instrument) {
            showError(instrument.error());
            return;
        }
        auto* dialog = new InstrumentDialog(m_study, *instrument, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(&m_study, &StudyContext::closing, dialog, [dialog] { dialog->done(QDialog::Rejected); });
        connect(dialog, &InstrumentDialog::saved, this,
                [this] { showToast(tr("The case and the questions are saved."), true); });
        dialog->open();
    });
    on("help.tour", &MainWindow::startTour);
    on("view.language", &MainWindow::switchLanguage);
    if (importEntry() != nullptr)
        m_actions->on(QStringLiteral("file.import"), this,
                      [this] { importFiles({}, service::ImportKind::Detect); });
    m_actions->on(QStringLiteral("file.export"), this, [this] {
        auto* dialog = new ExportDialog(*this, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(&m_study, &StudyContext::closing, dialog, &QDialog::reject);
        dialog->open();
    });
    m_actions->on(QStringLiteral("file.window"), this, [] { (new MainWindow)->showOnScreen(); });
    m_actions->on(QStringLiteral("file.save"), this,
                  [this] { showToast(tr("Everything is saved: each act is on disk when you see it.")); });
    m_actions->on(QStringLiteral("file.close"), this, [this] {
        if (settleUnsaved())
            m_study.close();
    });
    m_actions->on(QStringLiteral("file.quit"), this, [] { QApplication::closeAllWindows(); });
    m_actions->on(QStringLiteral("edit.undo"), this, [this] { undo(false); });
    m_actions->on(QStringLiteral("edit.redo"), this, [this] { undo(true); });
    m_actions->on(QStringLiteral("view.larger"), this, [this] { zoom(1.1); });
    m_actions->on(QStringLiteral("view.smaller"), this, [this] { zoom(1 / 1.1); });
    m_actions->on(QStringLiteral("view.normal"), this, [this] { zoom(0); });
    m_actions->on(QStringLiteral("view.rail"), this, [this] { setRailNarrow(!m_rail->isNarrow(), true); });
    const auto showChoice = [this] {
        m_actions->action(QStringLiteral("view.contrast"))->setChecked(theme().isHighContrast());
        m_actions->action(QStringLiteral("view.system"))->setChecked(theme().choice() == ThemeChoice::System);
        m_actions->action(QStringLiteral("view.light"))->setChecked(theme().choice() == ThemeChoice::Light);
        m_actions->action(QStringLiteral("view.dark"))->setChecked(theme().choice() == ThemeChoice::Dark);
    };
    const auto choose = [this](const char* id, ThemeChoice choice) {
        m_actions->on(QString::fromLatin1(id), this, [choice] { preferTheme(choice); });
    };
    choose("view.system", ThemeChoice::System);
    choose("view.light", ThemeChoice::Light);
    choose("view.dark", ThemeChoice::Dark);
    m_actions->on(QStringLiteral("view.contrast"), this, [] {
        preferContrast(theme().isHighContrast() ? ContrastChoice::Normal : ContrastChoice::High);
    });
    connect(&theme(), &Theme::changed, this, showChoice);
    showChoice();
    m_actions->on(QStringLiteral("go.palette"), this, [this] { m_commandLine->open(); });
    for (int number = 1; const ViewRow* view : activities()) {
        m_actions->on(QStringLiteral("go.activity%1").arg(number++), this, [this, view] {
            openView(m_lastOfActivity.value(QLatin1String(view->activity), QLatin1String(view->name)));
        });
    }
    if (!manualFolder(toQt(uiLanguage())).isEmpty())
        on("help.manual", &MainWindow::openManual);
    m_actions->on(QStringLiteral("help.shortcuts"), this, [this] {
        auto* dialog = new ShortcutsDialog(*m_actions, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
#ifndef NDEBUG
    m_actions->on(QStringLiteral("help.gallery"), this, [] {
        auto* gallery = new Gallery;
        gallery->setAttribute(Qt::WA_DeleteOnClose);
        gallery->show();
    });
#endif
    m_actions->on(QStringLiteral("help.about"), this, [this] {
        auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Rapport"),
                                    QStringLiteral("<b>Rapport %1</b>").arg(QStringLiteral(RAPPORT_VERSION)),
                                    QMessageBox::Ok, this);
        box->setInformativeText(
            tr("A workbench for qualitative coding and agreement. Free software under the GNU "
               "General Public License, version 3 or later; it comes without any warranty."));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

void MainWindow::openManual() {
    if (m_manual == nullptr)
        m_manual = new ManualWindow(this);
    m_manual->showPage(manualPageOf(m_study.isOpen() ? m_current : QString()));
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

void MainWindow::newStudy() {
    auto* dialog = new NewStudyDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const service::NewStudy wanted = dialog->study();
        const QString file = askForNewFile(this, tr("New study from the template"),
                                           lastFolder() + QLatin1Char('/') + dialog->fileName(),
                                           tr("Rapport study (*.rapport)"));
        if (file.isEmpty())
            return;
        rememberFolder(file);
        MainWindow* window = this;
        if (m_study.isOpen()) {
            window = new MainWindow;
            window->show();
        }
        const base::Status made = window->m_study.create(file, wanted);
        if (!made)
            window->showError(made.error());
        else
            window->openView(QStringLiteral("overview")); // which says how to begin
    });
    dialog->open();
}

void MainWindow::openFile() {
    const QString file = askForFile(this, tr("Open a study"), lastFolder(),
                                    tr("Rapport study or pack (*.rapport *.rpack);;All files (*)"));
    if (file.isEmpty())
        return;
    rememberFolder(file);
    takeFiles({file});
}

void MainWindow::openSample() {
    if (const QString ready = readySample(); !ready.isEmpty()) {
        openStudy(ready);
        return;
    }
    // Making it takes a few seconds: a job, on no study.
    m_jobs.startWithoutStudy<QString>(
        QStringLiteral("sample"), tr("Making the sample study"), this,
        [language = std::string(uiLanguage())](const base::Task& task) { return makeSample(language, task); },
        [this](base::Result<QString> made) {
            if (made)
                openStudy(*made);
            else
                showError(made.error());
        });
}

void MainWindow::importFiles(const QStringList& files, service::ImportKind kind) {
    const ImportEntry entry = importEntry();
    if (entry == nullptr)
        return;
    if (!m_study.isOpen()) {
        // A new one with these files. This is heard after the study was made, or was not.
        newStudy();
        connect(findChildren<NewStudyDialog*>().constLast(), &QDialog::accepted, this, [this, files, kind] {
            if (m_study.isOpen())
                importFiles(files, kind);
        });
        return;
    }
    // A rater's wizard would end in a refusal.
    if (m_study.viewer()) {
        showToast(tr("Only the coordinator imports files."));
        return;
    }
    entry(
        *this, files, kind, [this](const QString& copy) { restoreBackup(m_study.path(), copy); }, this);
}

void MainWindow::saveCopy() {
    const QString file =
        askForNewFile(this, tr("Save a copy"), lastFolder(), tr("Rapport study (*.rapport)"));
    if (file.isEmpty())
        return;
    rememberFolder(file);
    const base::Status done = service::backup(m_study.session(), toUtf8(file));
    if (done)
        showToast(tr("A copy is at %1").arg(file));
    else
        showError(done.error());
}

void MainWindow::chooseViewer() {
    if (!m_study.isOpen())
        return;
    const auto raters = m_study.session().raters();
    if (!raters) {
        showError(raters.error());
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString& text, const QString& rater, bool isNow) {
        QAction* action = menu->addAction(text, this, [this, rater, isNow] {
            if (!isNow)
                lookAs(rater);
        });
        action->setCheckable(true);
        action->setChecked(isNow);
    };
    add(tr("Coordinator"), {}, !m_study.viewer());
    menu->addSeparator();
    for (const model::Rater& rater : *raters)
        add(toQt(rater.name), toQt(rater.name), m_study.viewer() && m_study.viewer()->id == rater.id);
    const QPoint corner =
        m_viewerButton->mapToGlobal(QPoint(m_viewerButton->width(), m_viewerButton->height()));
    menu->popup(QPoint(corner.x() - menu->sizeHint().width(), corner.y() + 2));
}

void MainWindow::askViewer(const RecentStudy& study) {
    const auto session = service::Session::open(toUtf8(study.path), service::OpenMode::ReadOnly);
    const auto raters = session ? (*session)->raters() : base::fail(session);
    if (!raters) {
        sayCannotOpen(study.path, raters.error());
        return;
    }
    auto* dialog = new ViewerDialog(*raters, QFileInfo(study.path).fileName(), study.rater, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, path = study.path] {
        if (const base::Status opened = m_study.openAs(path, dialog->rater()); !opened)
            sayCannotOpen(path, opened.error());
    });
    dialog->open();
}

void MainWindow::openSettings() {
    auto* dialog = new SettingsDialog(*m_actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::tourWanted, this, [this] { startTour(); });
    connect(dialog, &QDialog::finished, this, [before = QPointer<QWidget>(focusWidget())] {
        if (before && before->isVisible())
            before->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void MainWindow::startTour() {
    if (!m_study.isOpen() || m_tour != nullptr)
        return;
    const auto stops = [this] {
        const auto placeOf = [this](const QWidget* part) {
            return part->isVisible() ? QRect(part->mapTo(this, QPoint()), part->size()) : QRect();
        };
        // It is told of before there is anything to rate.
        QRect rate = m_rail->placeOf(QStringLiteral("rate-answers"));
        rate = rate.isEmpty() ? placeOf(m_rail) : rate.translated(m_rail->mapTo(this, QPoint()));
        return std::vector<TourStop>{
            {placeOf(m_rail), tr("Everything has its place here"),
             tr("The study, the work, the results. %1 to %2 go there without the mouse; %3 folds this bar.")
                 .arg(m_actions->keyText(QStringLiteral("go.activity1")),
                      m_actions->keyText(QStringLiteral("go.activity9")),
                      m_actions->keyText(QStringLiteral("view.rail")))},
            {placeOf(m_stack), tr("Begin with Overview"),
             tr("It says what is imported, how far the raters are and what comes next. A new study begins "
                "with "
                "Import: answers from a table, transcripts from text, Word or subtitles.")},
            {rate, tr("Rate without leaving the keyboard"),
             tr("In Rate a letter gives a code, a digit makes a choice, Enter completes and goes on. Select "
                "words first, and the code keeps them as its quote.")},
            {placeOf(m_commandLine), tr("One field finds everything"),
             tr("%1, then a few letters of an action, a code or a source.")
                 .arg(m_actions->keyText(QStringLiteral("go.palette")))},
            {placeOf(m_viewerButton), tr("Who is looking"),
             tr("The coordinator sees everything. A rater in a blind round sees no names, no groups and "
                "nobody else's codes.")},
            {placeOf(m_status), tr("What you see is on disk"),
             tr("There is no Save: the time of the last act stands here. %1 takes back what you did, as far "
                "as "
                "you like. %2 opens the manual at the right page.")
                 .arg(m_actions->keyText(QStringLiteral("edit.undo")),
                      m_actions->keyText(QStringLiteral("help.manual")))}};
    };
    m_tour = new Tour(stops, this);
    connect(m_tour, &Tour::ended, this, [] { rememberTour(); });
}

void MainWindow::zoom(double factor) {
    preferReadingZoom(factor == 0 ? 1 : theme().readingZoom() * factor);
}

void MainWindow::switchLanguage() {
    preferLanguage(uiLanguage() == "nl" ? QStringLiteral("en") : QStringLiteral("nl"));
}

std::vector<Command> MainWindow::commands() {
    std::vector<Command> all;
    const QStringList ids = m_actions->enabledIds();
    for (const QString& id : ids) {
        if (id == QLatin1String("go.palette"))
            continue;
        QAction* action = m_actions->action(id);
        all.push_back({action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&')), tr("action"),
                       m_actions->keyText(id), [action] { action->trigger(); }});
    }
    if (!m_study.isOpen())
        return all;
    std::vector<Command> elsewhere = commandsElsewhere(all);
    const auto codebook = m_study.codebook();
    for (const model::Variable& variable : codebook->variables) {
        for (const model::Code& code : variable.codes) {
            const CodeLook look = lookOf(code);
            all.push_back({look.title, tr("code"), look.key, [this, id = code.id] {
                               ViewTarget target;
                               target.code = id;
                               openView(QStringLiteral("codebook"), target);
                           }});
        }
    }
    // After what bears such a name itself.
    std::move(elsewhere.begin(), elsewhere.end(), std::back_inserter(all));
    if (m_study.viewer())
        return all;
    if (const auto searches = service::savedSearches(m_study.session())) {
        for (const service::SavedSearch& search : *searches) {
            all.push_back({toQt(search.name), tr("saved search"), {}, [this, name = toQt(search.name)] {
                               ViewTarget target;
                               target.savedSearch = name;
                               openView(QStringLiteral("search"), target);
                           }});
        }
    }
    if (const auto sources = service::sourceNames(m_study.session(), mostSources)) {
        for (const service::SourceName& source : *sources)
            all.push_back(commandFor(source));
        m_hasManySources = sources->empty();
    }
    return all;
}

std::vector<Command> MainWindow::commandsElsewhere(std::vector<Command>& ofStudy) {
    std::vector<Command> others;
    const QStringList ids = m_actions->idsElsewhere();
    for (const QString& id : ids) {
        const ActionRow& row = *Actions::row(id);
        const ViewRow* view = viewOf(row.context);
        // What a rater may do is known once its view was made; rating is always a rater's.
        const bool isTheirs = !m_study.viewer() || row.context == ActionContext::Rate ||
                              (row.isOfStudy && m_actions->isConnected(id));
        if (view == nullptr || !isTheirs)
            continue;
        Command command{m_actions->title(id).remove(QLatin1Char('&')),
                        QCoreApplication::translate("Activities", view->activity),
                        {},
                        [this, id] { doThere(id); }};
        (row.isOfStudy ? ofStudy : others).push_back(std::move(command));
    }
    return others;
}

void MainWindow::doThere(const QString& id) {
    const ActionRow& row = *Actions::row(id);
    const ViewRow* view = viewOf(row.context);
    if (view == nullptr)
        return;
    openView(m_lastOfActivity.value(QLatin1String(view->activity), QLatin1String(view->name)));
    if (row.needsNothing)
        m_actions->action(id)->trigger();
}

Command MainWindow::commandFor(const service::SourceName& source) {
    return {toQt(source.name), tr("source"), {}, [this, id = source.id] {
                ViewTarget target;
                target.source = id;
                openView(QStringLiteral("sources"), target);
            }};
}

std::vector<Command> MainWindow::sourcesNamed(const QString& typed) {
    std::vector<Command> found;
    if (!m_hasManySources || !m_study.isOpen() || m_study.viewer() || typed.trimmed().size() < 2)
        return found;
    constexpr std::int64_t most = 30;
    if (const auto sources = service::sourcesNamed(m_study.session(), toUtf8(typed.trimmed()), most)) {
        for (const service::SourceName& source : *sources)
            found.push_back(commandFor(source));
    }
    return found;
}

} // namespace rapport::ui
