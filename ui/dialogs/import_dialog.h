// SPDX-License-Identifier: GPL-3.0-or-later
// Files into the study, in five steps: which files, what their columns mean, whose names are replaced, what
// would come in, what came in. Each choice reads the file anew in a job; nothing is in the study before
// "Import", and the import is one transaction in a job that can be cancelled. Whatever goes wrong, the dialog
// and its fields stay. UI thread.
#pragma once

#include "service/naming.h"
#include "ui/dialogs/import_parts.h"
#include "ui/models/import_table.h"
#include "ui/views/registry.h"
#include "ui/views/view.h"

#include <QDialog>
#include <QPointer>
#include <optional>
#include <set>
#include <string>
#include <vector>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QListWidget;
class QMenu;
class QProgressBar;
class QSpinBox;
class QStackedWidget;
class QTableView;
class QTreeWidget;
class QTreeWidgetItem;

namespace rapport::ui {

class KeyButton;
class NamesPage;
class Panel;
class ScrolledBody;
class Words;

class ImportDialog : public QDialog {
    Q_OBJECT
public:
    enum Step { FileStep, ColumnStep, NamesStep, CheckStep, DoneStep };

    ImportDialog(ViewHost& host, const QStringList& files, QWidget* parent = nullptr);
    ~ImportDialog() override;
    /// Where that is known beforehand; files that are there are read anew.
    void readAs(service::ImportKind kind);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] const ImportTable& table() const { return m_table; }
    [[nodiscard]] const std::optional<service::ImportReport>& report() const { return m_report; }
    /// The sentence about what went wrong; empty if nothing did.
    [[nodiscard]] QString problem() const;
    /// Takes other files and reads them.
    void setFiles(const QStringList& chosen);
    /// Takes the words of the questions from a survey's structure (.qsf, .lss, .lsa), or from none.
    void setQuestions(const QString& file);
    void next();
    void back();
    /// Cancels a running import, else closes.
    void reject() override;
    /// Nothing that is read for the dialog goes on without it.
    void done(int result) override;
    /// Cells with this text count as empty, or no longer do.
    void treatAsEmpty(const std::string& value, bool isEmpty);
    /// Keeps what the columns mean under a name, with the study.
    void keepMapping(const QString& name);
    /// The same of a file that somebody wrote or a preview of the command line.
    void takeMapping(const QString& file);
    /// Reads the columns as a kept mapping (`rapport.mapping/1`) says.
    void useMapping(const std::string& json);
    [[nodiscard]] const service::ImportPreview* shown() const;
    [[nodiscard]] NamesPage& namesPage() { return *m_names; }
    /// Lists words of the files that are probably names, in a job.
    void lookForNames();
    /// Asks; the second time it says `takeBackWanted` and closes.
    void takeBack();

Q_SIGNALS:
    void previewed();
    void imported(bool isDone);
    void namesProposed();
    /// What a search of the study for the replaced names found was said.
    void searchedForNames();
    /// The study is to become what it was before the import: that copy of it.
    void takeBackWanted(const QString& copy);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct FilePreview {
        QString file;
        base::Result<service::ImportPreview> preview;
    };
    void build();
    [[nodiscard]] QWidget* buildFilePage();
    [[nodiscard]] QWidget* buildColumnPage();
    [[nodiscard]] QWidget* buildCheckPage();
    [[nodiscard]] QWidget* buildDonePage();
    void buildSettings(Panel* bar);
    void buildMore(Panel* bar);
    void buildFoot(Panel* foot);

    void chooseFiles();
    void chooseQuestions();
    void showMore();
    /// Reads the files anew under a choice that may change their columns.
    void readAnew();
    void readFiles();
    void stopReading();
    void showPreviews(std::vector<FilePreview> previews);
    /// Holds what was read against the study: the import itself, on a copy, in a job.
    void tryImport();
    void showFile();
    void showTranscript(const service::ImportPreview& preview);
    void showCodes(const service::ImportPreview& preview);
    [[nodiscard]] QWidget* buildCodebookPage();
    void speakerEdited(QTreeWidgetItem* row, int column);
    void showFindings();
    void showStep(Step step);
    void fitSides();
    /// What the second step looks at, by the kind of file.
    [[nodiscard]] QString contentName() const;
    void updateButtons();
    void say(const QString& problem);
    void sayError(const base::Error& error);
    void choosePlan(int column);
    void startImport();
    void finishImport(base::Result<service::ImportReport> report);
    void showReport();
    void saveRejected();
    [[nodiscard]] bool hasNamesStep() const;
    void searchForNames();
    void showAround(const std::vector<service::WordAround>& around);
    void keepNames();
    [[nodiscard]] service::ImportOptions options() const;
    [[nodiscard]] bool isReady() const;
    void showMappingChoices();
    [[nodiscard]] QMenu* makeMappingMenu();
    [[nodiscard]] QMenu* makeEmptyMenu();

    ViewHost& m_host;
    QStringList m_files;
    QString m_questionsFile;
    std::map<std::string, std::string> m_sheetOf; ///< by file; none: the first that holds a table
    std::vector<FilePreview> m_previews;
    Step m_step = FileStep;
    bool m_isReading = false;
    bool m_isTrying = false;
    QString m_triedWave;                  ///< the wave that what is shown was held against the study under
    std::optional<base::Error> m_refusal; ///< what the import would say instead of coming in
    bool m_planIsOwn = false;
    bool m_isGuess = false;      ///< the plan began as a guess of the reader's
    bool m_namesChanged = false; ///< since the files were read
    bool m_goesOn = false;       ///< to the columns as soon as the files are read
    std::optional<quint64> m_job;
    QPointer<JobRunner> m_jobs;          ///< may end before the dialog does
    std::optional<quint64> m_readingJob; ///< what reads the files, or holds them against the study
    std::optional<quint64> m_namesJob;   ///< what looks for names in them
    std::optional<service::ImportReport> m_report;
    std::vector<std::string> m_prompts;  ///< that can be answered
    std::set<std::string> m_promptNames; ///< of all
    std::vector<std::string> m_attributes;
    std::string m_mappingJson; ///< of a kept mapping that was chosen, until the plan is one's own
    std::vector<std::string> m_emptyValues;
    /// Names of speakers that were corrected, and who of them (as they are shown) is a participant.
    std::vector<std::pair<std::string, std::string>> m_speakerNames;
    std::map<std::string, service::SpeakerPerson> m_people;
    bool m_isFillingSpeakers = false;
    ImportTable m_table;
    RejectedRows m_wouldReject;
    RejectedRows m_rejected;

    Words* m_title = nullptr;
    Words* m_fileName = nullptr;
    StepBar* m_steps = nullptr;
    ScrolledBody* m_strip = nullptr;
    Panel* m_settings = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_encoding = nullptr;
    QComboBox* m_separator = nullptr;
    QSpinBox* m_headerRows = nullptr;
    QComboBox* m_language = nullptr;
    QComboBox* m_which = nullptr;
    Panel* m_more = nullptr;
    QWidget* m_sheetPart = nullptr;
    QComboBox* m_sheets = nullptr;
    QWidget* m_questionsPart = nullptr;
    KeyButton* m_questions = nullptr;
    KeyButton* m_noQuestions = nullptr;
    QWidget* m_wavePart = nullptr;
    QLineEdit* m_wave = nullptr;
    Words* m_sample = nullptr;
    Words* m_readsWell = nullptr;
    QStackedWidget* m_pages = nullptr;
    QWidget* m_side = nullptr;
    FindingsPanel* m_findings = nullptr;
    QListWidget* m_fileList = nullptr;
    QStackedWidget* m_kindPages = nullptr;
    QTableView* m_preview = nullptr;
    MappingHeader* m_header = nullptr;
    Words* m_tableNote = nullptr;
    QWidget* m_tableKeys = nullptr;
    KeyButton* m_mapping = nullptr;
    KeyButton* m_empties = nullptr;
    QBoxLayout* m_transcript = nullptr;
    QTreeWidget* m_speakers = nullptr;
    QTreeWidget* m_turns = nullptr;
    Words* m_bookNote = nullptr;
    QWidget* m_sameNamesRow = nullptr;
    QComboBox* m_sameNames = nullptr;
    QTreeWidget* m_codes = nullptr;
    Words* m_checkTitle = nullptr;
    QTableView* m_checkTable = nullptr;
    Words* m_doneTitle = nullptr;
    Words* m_doneText = nullptr;
    QTableView* m_doneTable = nullptr;
    KeyButton* m_saveList = nullptr;
    NamesPage* m_names = nullptr;
    Words* m_namesLeft = nullptr;
    Words* m_wordsAround = nullptr;
    KeyButton* m_keepNames = nullptr;
    KeyButton* m_takeBack = nullptr;
    Words* m_takeBackNote = nullptr;
    KeyButton* m_cancel = nullptr;
    Words* m_note = nullptr;
    QProgressBar* m_bar = nullptr;
    KeyButton* m_back = nullptr;
    KeyButton* m_next = nullptr;
};

/// Opens the dialog on the window's study; the registry's ImportEntry.
void openImport(ViewHost& host, const QStringList& files, service::ImportKind kind, const TakeBack& takeBack,
                QWidget* parent);

} // namespace rapport::ui
