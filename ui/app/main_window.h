// SPDX-License-Identifier: GPL-3.0-or-later
// One window with one study or none: menu bar with the command line, rail, view header, the views of the
// registry, status line, toasts. It makes views when they are first opened, carries their requests to one
// another and announces changes. Several windows may be open; each owns its study.
#pragma once

#include "service/reading.h"
#include "service/safekeeping.h"
#include "ui/views/registry.h"
#include "ui/views/view.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QLabel;
class QMenu;
class QStackedWidget;
class QHBoxLayout;

namespace rapport::ui {

class CommandLine;
struct Command;
class KeyButton;
class ManualWindow;
class Rail;
struct RecentStudy;
class StatusLine;
class Toast;
class Tour;
class WelcomePage;
class Words;

class MainWindow : public QMainWindow, public ViewHost {
    Q_OBJECT
public:
    MainWindow();
    ~MainWindow() override;

    /// Shows the window no larger than the screen leaves room for.
    void showOnScreen();
    /// Opens a study here, or in a new window if this one has a study. False after saying why not.
    bool openStudy(const QString& path);
    /// Opens a study as who looked at it last; where that person is not in it, asks who is looking.
    bool openRecent(const RecentStudy& study);
    /// Whether the tour begins by itself when the first study is open.
    void setTourOffered(bool isOffered) { m_offersTour = isOffered; }
    /// In the background, where one is due. Called a little after opening, and every hour.
    void keepBackup(service::BackupReason reason);
    /// "" is the coordinator. False if there is no such rater.
    bool lookAs(const QString& rater);
    /// Files that were dropped or named: studies are opened, others imported.
    void takeFiles(const QStringList& files);
    /// Whether whoever looks may do with them what dropping them does.
    [[nodiscard]] bool takesFiles(const QStringList& files) const;
    [[nodiscard]] View* currentView() const;
    [[nodiscard]] QString currentViewName() const { return m_current; }

    void setVisible(bool isVisible) override;

    // ViewHost
    [[nodiscard]] StudyContext& study() override { return m_study; }
    [[nodiscard]] JobRunner& jobs() override { return m_jobs; }
    [[nodiscard]] Actions& actions() override { return *m_actions; }
    void openView(const QString& name, const ViewTarget& target = {}) override;
    void importFiles(const QStringList& files, service::ImportKind kind) override;
    void showToast(const QString& text, bool canUndo = false) override;
    void showError(const base::Error& error) override;
    void setHints(const QList<KeyHint>& hints) override;
    void setPlaceText(const QString& text) override;
    void setBadge(const QString& viewName, const QString& badge) override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildTop();
    void buildBody();
    void showWelcome();
    void connectActions();
    void retranslate();
    void resizeToTheme();
    void studyOpened();
    void prepareSearch();
    void studyClosed();
    void studyChanged(const service::ChangeSet& change);
    void updateHeader();
    void updateUndo();
    void updateViewer();
    /// What is in another view is not taken back out of sight: the first press goes there, the second one
    /// undoes. A draft's own steps come first.
    void undo(bool again);
    void undoStudy(bool again); ///< at once
    /// The step that the toast offers to take back is still the last one.
    [[nodiscard]] bool isToastsStepLast();
    void fit();
    /// Keeps what is typed, and asks what is to become of what is not saved; false: stay.
    [[nodiscard]] bool settleUnsaved();
    void setRailNarrow(bool isNarrow, bool isRemembered);
    [[nodiscard]] std::vector<Command> commands();
    /// Actions of other activities; those of the study go to the others of it.
    [[nodiscard]] std::vector<Command> commandsElsewhere(std::vector<Command>& ofStudy);
    /// Goes to the activity that the action belongs to, and does it where nothing need be chosen there.
    void doThere(const QString& id);
    [[nodiscard]] Command commandFor(const service::SourceName& source);
    /// Where there are too many to be held ready.
    [[nodiscard]] std::vector<Command> sourcesNamed(const QString& typed);

    void openManual();
    void newStudy();
    void openFile();
    void openSample();
    void saveCopy();
    void openSealed(const QString& path);
    /// Of the study that is open, or of one that does not open.
    void openBackups(const QString& path);
    void restoreBackup(const QString& study, const QString& from);
    void sayCannotOpen(const QString& path, const base::Error& error);
    void chooseViewer();
    [[nodiscard]] RecentStudy asRecent() const; ///< the open study, as it is looked at now
    void askViewer(const RecentStudy& study);
    void openSettings();
    void startTour();
    void zoom(double factor);
    void switchLanguage();

    StudyContext m_study;
    JobRunner m_jobs;
    Actions* m_actions;
    QHash<QString, View*> m_views;
    QHash<QString, QString> m_lastOfActivity;
    QString m_current;

    QWidget* m_top = nullptr;
    std::vector<QMenu*> m_menus;
    QMenu* m_recentMenu = nullptr;
    Words* m_fileName = nullptr;
    CommandLine* m_commandLine = nullptr;
    KeyButton* m_viewerButton = nullptr;
    QStackedWidget* m_pages = nullptr; ///< study, welcome
    WelcomePage* m_welcome = nullptr;  ///< made when there is first no study to show
    Rail* m_rail = nullptr;
    QWidget* m_header = nullptr;
    QHBoxLayout* m_headerRow = nullptr;
    Words* m_title = nullptr;
    Words* m_subtitle = nullptr;
    QStackedWidget* m_stack = nullptr;
    StatusLine* m_status = nullptr;
    Toast* m_toast = nullptr;
    ManualWindow* m_manual = nullptr; ///< made when first asked for
    QPointer<Tour> m_tour;
    QTimer m_prepareTimer{this};
    QTimer m_backupTimer{this};
    bool m_offersTour = false;
    bool m_hasManySources = false;
    /// Where the step ends, in the journal, that the toast's Undo takes back; none: it offers none.
    std::optional<std::int64_t> m_toastUndoes;
    std::int64_t m_changedTo = 0; ///< place in the journal of the last change that was told
    QString m_undoShown;          ///< what undo has just gone to without undoing it
};

} // namespace rapport::ui
