// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/screenshots.h"

#include "ui/app/gallery.h"
#include "ui/app/language.h"
#include "ui/app/main_window.h"
#include "ui/app/manual_window.h"
#include "ui/app/sample_study.h"
#include "ui/app/settings_dialog.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/views/rate/answers_view.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QTimer>
#include <cstdio>
#include <memory>
#include <vector>

namespace rapport::ui {

namespace {

/// Found in any study of the sample's kind.
constexpr const char* asked = "kind OR leerling";

struct Shot {
    QString view; ///< empty: the welcome page
    ThemeChoice choice;
    QString file;
    QString words{};       ///< what the view is opened with
    QString action{};      ///< triggered then
    bool isDialog = false; ///< the action opens one: it is pictured, and closed
    QString imported{};    ///< a file: the page of the import on which it is checked is pictured
};

/// Opens one view after another and waits for its jobs before it takes the picture.
class Photographer final : public QObject {
public:
    Photographer(MainWindow& window, std::vector<Shot> shots)
        : m_window(window)
        , m_shots(std::move(shots)) {
        m_timer.setInterval(120);
        connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
        m_timer.start();
    }

private:
    void step() {
        if (m_next >= m_shots.size()) {
            m_timer.stop();
            QApplication::exit(m_failed ? 3 : 0);
            return;
        }
        const Shot& shot = m_shots[m_next];
        if (m_waited == 0) {
            if (theme().choice() != shot.choice)
                theme().setChoice(shot.choice);
            if (!shot.view.isEmpty()) {
                ViewTarget target;
                target.words = shot.words;
                m_window.openView(shot.view, target);
            }
            if (shot.view == QLatin1String("rate-answers"))
                showCoded();
            if (!shot.action.isEmpty())
                m_window.actions().action(shot.action)->trigger();
            if (!shot.imported.isEmpty())
                m_import = new ImportDialog(m_window, {shot.imported}, &m_window);
            if (m_import)
                m_import->open();
        }
        // The file is read in a job; each page is reached as one reaches it by hand.
        if (m_import && !m_window.jobs().isBusy() && m_import->step() < ImportDialog::CheckStep)
            m_import->next();
        ++m_waited;
        constexpr int patience = 500; // a minute
        m_quiet = m_window.jobs().isBusy() ? 0 : m_quiet + 1;
        // What a job brought is laid out by the next look.
        if (m_waited < 3 || (m_quiet < 2 && m_waited < patience))
            return;
        QWidget* pictured = &m_window;
        if (shot.isDialog) {
            const auto dialogs = m_window.findChildren<QDialog*>();
            for (QDialog* dialog : dialogs) {
                if (dialog->isVisible())
                    pictured = dialog;
            }
        }
        const bool isSaved = pictured->grab().save(shot.file);
        if (auto* dialog = qobject_cast<QDialog*>(pictured))
            dialog->reject();
        if (!isSaved) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(shot.file));
            m_failed = true;
        }
        delete m_import;
        m_waited = 0;
        m_quiet = 0;
        ++m_next;
    }

    /// A unit that carries codes says more than the first that nobody has begun.
    void showCoded() {
        auto* view = m_window.findChild<AnswersView*>();
        if (view == nullptr)
            return;
        RateDesk* desk = &view->desk();
        if (desk->doneCount() == 0) {
            const std::vector<model::Round> rounds = desk->rounds();
            for (const model::Round& round : rounds) {
                if (desk->doneCount() == 0 && round.kind != model::RoundKind::Default)
                    desk->chooseRound(round.id);
            }
        }
        constexpr int enough = 3;
        int left = 40; // units looked at
        const std::vector<service::RatingPlace> places = desk->units();
        for (const service::RatingPlace& place : places) {
            if (place.isComplete && left-- > 0 && desk->goToUnit(place.unit) && desk->hasUnit() &&
                desk->presenceCodings() >= enough)
                return;
        }
    }

    MainWindow& m_window;
    QPointer<ImportDialog> m_import;
    std::vector<Shot> m_shots;
    std::size_t m_next = 0;
    int m_waited = 0;
    int m_quiet = 0; ///< looks since the last job
    bool m_failed = false;
    QTimer m_timer;
};

} // namespace

int takeScreenshots(const QString& folder, const QString& study, const QString& rater) {
    QDir().mkpath(folder);
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose, false);
    const std::unique_ptr<MainWindow> owner(window);
    window->resize(1440, 900);
    window->show();
    ManualWindow manual(window);
    manual.showPage(QStringLiteral("agree"));
    SettingsDialog settings(window->actions(), window);
    Gallery gallery;
    for (const bool isDark : {false, true}) {
        theme().setChoice(isDark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString ending = isDark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        window->grab().save(folder + QStringLiteral("/welcome") + ending);
        settings.grab().save(folder + QStringLiteral("/settings") + ending);
        gallery.picture().save(folder + QStringLiteral("/components") + ending);
        if (!manualFolder(toQt(uiLanguage())).isEmpty())
            manual.grab().save(folder + QStringLiteral("/manual") + ending);
    }
    if (!window->openStudy(study) || (!rater.isEmpty() && !window->lookAs(rater)))
        return 3;
    std::vector<Shot> shots;
    for (const bool isDark : {false, true}) {
        for (const ViewRow& row : viewRows()) {
            const QString name = QLatin1String(row.name);
            // A page that waits for a question shows nothing of what it answers.
            const bool asks = name == QLatin1String("search");
            shots.push_back(
                {name, isDark ? ThemeChoice::Dark : ThemeChoice::Light,
                 QStringLiteral("%1/%2-%3.png")
                     .arg(folder, name, isDark ? QStringLiteral("dark") : QStringLiteral("light")),
                 asks ? QString::fromLatin1(asked) : QString(),
                 asks ? QStringLiteral("search.texts") : QString()});
        }
        shots.push_back({QStringLiteral("reports"), isDark ? ThemeChoice::Dark : ThemeChoice::Light,
                         folder + (isDark ? QStringLiteral("/reports-preview-dark.png")
                                          : QStringLiteral("/reports-preview-light.png")),
                         QString(), QStringLiteral("reports.preview")});
        // What lines of the sample study look like.
        for (const char* const mode : {"lines", "texts", "counts", "spread"})
            shots.push_back({QStringLiteral("search"), isDark ? ThemeChoice::Dark : ThemeChoice::Light,
                             QStringLiteral("%1/search-%2-%3.png")
                                 .arg(folder, QLatin1String(mode),
                                      isDark ? QStringLiteral("dark") : QStringLiteral("light")),
                             QString::fromLatin1(asked), QStringLiteral("search.") + QLatin1String(mode)});
        struct DialogShot {
            const char* view;
            const char* action;
        };
        for (const DialogShot& shot :
             {DialogShot{"overview", "overview.assign"}, DialogShot{"overview", "overview.reassign"},
              DialogShot{"overview", "overview.rename"}, DialogShot{"overview", "overview.pack"},
              DialogShot{"overview", "overview.merge"}, DialogShot{"overview", "overview.rater"},
              DialogShot{"overview", "file.backups"}, DialogShot{"overview", "file.export"},
              DialogShot{"sources", "sources.forget"}, DialogShot{"overview", "tools.history"},
              DialogShot{"overview", "tools.instrument"}})
            shots.push_back(
                {QLatin1String(shot.view),
                 isDark ? ThemeChoice::Dark : ThemeChoice::Light,
                 QStringLiteral("%1/dialog-%2-%3.png")
                     .arg(folder,
                          QString::fromLatin1(shot.action).replace(QLatin1Char('.'), QLatin1Char('-')),
                          isDark ? QStringLiteral("dark") : QStringLiteral("light")),
                 {},
                 QLatin1String(shot.action),
                 true});
        // What comes with the program is what the import is shown with; the study stays as it is.
        const QString survey = sampleFolder() + QStringLiteral("/answers.csv");
        if (QFile::exists(survey)) {
            Shot shot{QStringLiteral("sources"), isDark ? ThemeChoice::Dark : ThemeChoice::Light,
                      QStringLiteral("%1/import-check-%2.png")
                          .arg(folder, isDark ? QStringLiteral("dark") : QStringLiteral("light"))};
            shot.imported = survey;
            shot.isDialog = true;
            shots.push_back(shot);
        }
    }
    const Photographer photographer(*window, std::move(shots));
    return QApplication::exec();
}

} // namespace rapport::ui
