// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include "service/reading.h"
#include "ui/app/icons.h"
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/import_parts.h"
#include "ui/dialogs/names_page.h"
#include "ui/models/figures.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeWidget>
#include <algorithm>

namespace rapport::ui {

using service::ColumnPlan;
using service::ColumnUse;
using service::ImportKind;

namespace {

/// What differs may stand at either end of a column's name; the menu stays on the screen.
QString nameInMenu(const std::string& name, const QFont& font) {
    return QFontMetrics(font)
        .elidedText(toQt(name).simplified(), Qt::ElideMiddle, theme().px(280))
        .replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

void openImport(ViewHost& host, const QStringList& files, service::ImportKind kind, const TakeBack& takeBack,
                QWidget* parent) {
    auto* dialog = new ImportDialog(host, {}, parent);
    dialog->readAs(kind);
    if (!files.isEmpty())
        dialog->setFiles(files);
    QObject::connect(dialog, &ImportDialog::takeBackWanted, parent, takeBack);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

ImportDialog::ImportDialog(ViewHost& host, const QStringList& files, QWidget* parent)
    : QDialog(parent)
    , m_host(host)
    , m_jobs(&host.jobs()) {
    setWindowTitle(tr("Import"));
    openWithin(*this, 1220, 800);
    if (parent != nullptr && parent->isVisible())
        resize(size().boundedTo(parent->window()->size()));
    setAcceptDrops(true);
    service::Session& session = host.study().session();
    if (const auto instrument = session.instrument()) {
        for (const model::Prompt& prompt : instrument->prompts) {
            m_promptNames.insert(prompt.name);
            if (prompt.kind != model::PromptKind::Note)
                m_prompts.push_back(prompt.name);
        }
    }
    if (const auto attributes = service::attributes(session)) {
        for (const model::Attribute& attribute : *attributes)
            m_attributes.push_back(attribute.name);
    }
    build();
    connect(&m_table, &ImportTable::planChanged, this, [this] {
        m_planIsOwn = true;
        if (m_table.namesParticipants())
            readFiles();
        else
            showFindings();
        updateButtons();
    });
    connect(&host.jobs(), &JobRunner::changed, this, [this] {
        const auto job = m_host.jobs().current();
        if (!m_job || !job || job->number != *m_job)
            return;
        m_bar->setRange(0, job->percent < 0 ? 0 : 100);
        m_bar->setValue(std::max(0, job->percent));
    });
    showStep(FileStep);
    if (!files.isEmpty())
        setFiles(files);
}

ImportDialog::~ImportDialog() {
    stopReading();
}

void ImportDialog::stopReading() {
    for (std::optional<quint64>* job : {&m_readingJob, &m_namesJob}) {
        if (m_jobs && *job)
            m_jobs->cancel(**job);
        job->reset(); // and nothing is asked anew when it ends
    }
}

void ImportDialog::readAs(ImportKind kind) {
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    if (!m_files.isEmpty())
        readAnew();
}

QString ImportDialog::problem() const {
    return m_note->property("problem").toString();
}

void ImportDialog::chooseFiles() {
    const QString folder = remembered(QStringLiteral("import/folder")).toString();
    const QStringList files = askForFiles(this, tr("Choose files"), folder);
    if (files.isEmpty())
        return;
    remember(QStringLiteral("import/folder"), QFileInfo(files.constFirst()).absolutePath());
    setFiles(files);
}

void ImportDialog::readAnew() {
    m_planIsOwn = false;
    readFiles();
}

void ImportDialog::setFiles(const QStringList& chosen) {
    // Questions of a survey come beside its answers, in one drop or later.
    QStringList files;
    QString questions;
    for (const QString& file : chosen) {
        if (isSurveyStructure(file))
            questions = file;
        else
            files.append(file);
    }
    if (files.isEmpty()) {
        setQuestions(questions);
        return;
    }
    if (!questions.isEmpty() || !m_files.isEmpty())
        m_questionsFile = questions;
    m_files = files;
    m_sheetOf.clear();
    m_planIsOwn = false;
    m_isGuess = false;
    m_mappingJson.clear();
    m_emptyValues.clear();
    m_goesOn = true;
    m_previews.clear();
    m_which->clear();
    for (const QString& file : files)
        m_which->addItem(QFileInfo(file).fileName());
    m_speakerNames.clear();
    m_people.clear();
    m_sameNames->setCurrentIndex(0);
    m_names->clear();
    m_namesChanged = false;
    readFiles();
}

service::ImportOptions ImportDialog::options() const {
    service::ImportOptions options;
    options.kind = ImportKind(m_kind->currentData().toInt());
    options.encoding = toUtf8(m_encoding->currentData().toString());
    options.separator = char(m_separator->currentData().toInt());
    options.headerRows = m_headerRows->value();
    options.language = toUtf8(m_language->currentData().toString());
    options.sheets = m_sheetOf;
    options.questionsFile = toUtf8(m_questionsFile);
    options.wave = toUtf8(m_wave->text().trimmed());
    if (m_planIsOwn)
        options.plan = m_table.plan();
    else
        options.mappingJson = m_mappingJson;
    options.emptyValues = m_emptyValues;
    options.speakers = m_speakerNames;
    options.sameNames = service::SameNames(m_sameNames->currentData().toInt());
    for (const auto& [speaker, person] : m_people)
        options.people.push_back(person);
    if (hasNamesStep())
        options.pseudonyms = m_names->names().chosen();
    return options;
}

void ImportDialog::readFiles() {
    if (m_files.isEmpty())
        return;
    m_isReading = true;
    m_isTrying = false;
    updateButtons();
    m_readingJob = m_host.jobs().start<std::vector<FilePreview>>(
        QStringLiteral("import-preview"), tr("Reading the files"), this,
        [files = m_files, options = options()](
            service::Session& session, const base::Task& task) -> base::Result<std::vector<FilePreview>> {
            std::vector<FilePreview> previews;
            for (const QString& file : files) {
                if (task.isStopped())
                    return base::Task::cancelled();
                previews.push_back({file, service::previewImport(session, toUtf8(file), options, task)});
            }
            return previews;
        },
        [this](base::Result<std::vector<FilePreview>> previews) {
            m_isReading = false;
            if (!m_readingJob)
                return;
            if (previews)
                showPreviews(std::move(*previews));
            else
                sayError(previews.error());
            tryImport();
            updateButtons();
            if (!m_isTrying)
                Q_EMIT previewed();
        });
}

void ImportDialog::tryImport() {
    const bool canBegin = !m_isReading && isReady() &&
                          std::none_of(m_previews.begin(), m_previews.end(), [](const FilePreview& file) {
                              return file.preview->needsMapping || file.preview->isHeld;
                          });
    if (!canBegin)
        return;
    m_isTrying = true;
    m_triedWave = m_wave->text();
    std::vector<std::string> files;
    for (const QString& file : std::as_const(m_files))
        files.push_back(toUtf8(file));
    service::ImportOptions asked = options();
    asked.dryRun = true;
    // Under the slot of reading: what is read anew is tried anew.
    m_readingJob = m_host.jobs().start<service::ImportReport>(
        QStringLiteral("import-preview"), tr("Holding the files against the study"), this,
        [files, asked](service::Session& session, const base::Task& task) {
            return service::importFiles(session, files, asked, task);
        },
        [this](base::Result<service::ImportReport> tried) {
            m_isTrying = false;
            if (!m_readingJob)
                return;
            if (tried) {
                for (std::size_t file = 0; file < m_previews.size(); ++file)
                    service::holdAgainst(*tried, file, *m_previews[file].preview);
            } else {
                m_refusal = tried.error();
                sayError(tried.error());
            }
            showFindings();
            updateButtons();
            Q_EMIT previewed();
        });
}

void ImportDialog::showPreviews(std::vector<FilePreview> previews) {
    const bool keepsFindings = m_planIsOwn;
    // What was found in a column is said by the first reading only; a plan of one's own does not undo it.
    if (keepsFindings) {
        for (FilePreview& file : previews) {
            if (!file.preview)
                continue;
            for (ColumnPlan& column : file.preview->columns) {
                for (const ColumnPlan& known : m_table.plan()) {
                    if (known.column == column.column)
                        column.finding = known.finding;
                }
            }
        }
    }
    const FilePreview* bad = nullptr;
    for (const FilePreview& file : previews) {
        if (!file.preview && bad == nullptr)
            bad = &file;
    }
    m_fileList->clear();
    for (const FilePreview& file : previews) {
        const QString name = QFileInfo(file.file).fileName();
        auto* item = new QListWidgetItem(m_fileList);
        if (file.preview) {
            item->setIcon(themeIcon(QStringLiteral("check"), Token::Ok));
            const QString kind =
                tr("%1: %2, %3")
                    .arg(name, importKindText(file.preview->kind), phraseText(file.preview->formatTitle));
            item->setText(file.preview->sheets.size() > 1
                              ? tr("%1, sheet %2").arg(kind, toQt(file.preview->sheet))
                              : kind);
        } else {
            item->setIcon(themeIcon(QStringLiteral("warning"), Token::Bad));
            item->setText(
                QStringLiteral("%1: %2 %3")
                    .arg(name, errorSentence(file.preview.error()), errorDetails(file.preview.error())));
        }
    }
    if (bad != nullptr) {
        // What was shown before stays, with the choice that made it unreadable still to be seen.
        sayError(bad->preview.error());
        if (!m_mappingJson.empty()) {
            // A mapping that does not fit is not tried again.
            m_mappingJson.clear();
            m_planIsOwn = m_table.namesParticipants();
        }
        if (m_previews.empty())
            m_previews = std::move(previews);
        m_goesOn = false;
        return;
    }
    m_previews = std::move(previews);
    m_refusal.reset();
    say({});
    if (!m_mappingJson.empty()) {
        // From here on it is a plan like any other, to be changed column by column.
        if (const service::ImportPreview* preview = shown()) {
            for (const service::EmptyValue& value : preview->emptyValues) {
                if (value.isTaken)
                    m_emptyValues.push_back(value.text);
            }
        }
        m_mappingJson.clear();
        m_planIsOwn = true;
    }
    showFile();
    // What was guessed is taken only as a plan that a person has seen: this dialog shows it column by column.
    if (const service::ImportPreview* preview = shown();
        preview != nullptr && preview->needsMapping && !m_planIsOwn && m_table.namesParticipants()) {
        m_planIsOwn = true;
        m_isGuess = true;
        readFiles();
    }
    if (m_goesOn && m_step == FileStep)
        showStep(ColumnStep);
    m_goesOn = false;
}

const service::ImportPreview* ImportDialog::shown() const {
    const auto place = std::size_t(std::max(0, m_which->currentIndex()));
    if (place >= m_previews.size() || !m_previews[place].preview)
        return nullptr;
    return &*m_previews[place].preview;
}

void ImportDialog::showFile() {
    const service::ImportPreview* preview = shown();
    if (preview == nullptr)
        return;
    const QString file = QFileInfo(toQt(preview->file)).fileName();
    m_title->setText(tr("Import %1").arg(importKindText(preview->kind)));
    m_fileName->setText(m_files.size() == 1 ? file : tr("%1 files").arg(m_files.size()));
    m_encoding->setItemText(0, preview->encoding.empty() ? tr("detected")
                                                         : tr("auto: %1").arg(toQt(preview->encoding)));
    const bool isTable = preview->kind != ImportKind::Transcript && preview->kind != ImportKind::Codebook &&
                         preview->kind != ImportKind::Project;
    // A sheet has cells, not separators.
    m_separator->setEnabled(isTable && preview->separator != '\0');
    m_headerRows->setEnabled(isTable);
    m_encoding->setEnabled(preview->kind != ImportKind::Codebook && preview->kind != ImportKind::Project);
    m_separator->setItemText(0, [&] {
        const int place = m_separator->findData(int(preview->separator));
        return isTable && place > 0                    ? tr("auto: %1").arg(m_separator->itemText(place))
               : isTable && preview->separator == '\0' ? tr("none")
                                                       : tr("detected");
    }());
    const QString sample = toQt(preview->sample).simplified();
    m_sample->setText(sample.size() > 38 ? sample.left(37) + QStringLiteral("…") : sample);
    const bool readsWell =
        !sample.contains(QChar::ReplacementCharacter) && !sample.contains(QStringLiteral("Ã"));
    m_readsWell->setText(sample.isEmpty() ? QString()
                         : readsWell      ? tr("✓ reads well")
                                          : tr("another encoding?"));
    m_readsWell->setToken(readsWell ? Token::Ok : Token::Warn);
    if (isTable) {
        m_header->setHasButtons(preview->kind != ImportKind::Codings);
        const bool isSame = m_table.columnCount() == int(preview->columns.size());
        std::vector<ColumnPlan> plan = preview->columns;
        if (preview->kind == ImportKind::Codings) {
            // Their columns have fixed meanings and are shown as they are.
            for (ColumnPlan& column : plan)
                column.use = ColumnUse::Wave;
        }
        m_table.setPreview(std::move(plan), preview->rows);
        for (int i = 0; !isSame && i < m_table.columnCount(); ++i) {
            const ColumnUse use = m_table.plan()[std::size_t(i)].use;
            m_header->resizeSection(i, theme().px(use == ColumnUse::Answer ? 190 : 136));
        }
        m_tableNote->setText(
            tr("Rows 1 to %1 of %2.")
                .arg(countText(std::int64_t(preview->rows.size())), countText(preview->records)));
        m_kindPages->setCurrentIndex(0);
    } else if (preview->kind == ImportKind::Transcript) {
        showTranscript(*preview);
        m_kindPages->setCurrentIndex(1);
    } else if (preview->kind == ImportKind::Project) {
        m_bookNote->setText(
            counted(preview->records, tr("A project of another program with 1 text."),
                    tr("A project of another program with %1 texts.")) +
            QLatin1Char(' ') +
            tr("Its texts, codes, people, raters, codings and memos come in together; codes that the study "
               "has already are found by identity, then by name. Pictures and recordings are left out."));
        showCodes(*preview);
        m_kindPages->setCurrentIndex(2);
    } else {
        m_bookNote->setText(
            counted(preview->records, tr("A codebook with 1 code."), tr("A codebook with %1 codes.")) +
            QLatin1Char(' ') +
            tr("Codes that the study has already (by identity, then by name) take the file's words; new "
               "ones are added; what the file lacks stays. Ratings keep the version they were made under."));
        showCodes(*preview);
        m_kindPages->setCurrentIndex(2);
    }
    showMore();
    showFindings();
}

void ImportDialog::showFindings() {
    const service::ImportPreview* preview = shown();
    if (preview == nullptr)
        return;
    // All files together in figures; what was found in the one that is shown.
    service::ImportPreview sum = *preview;
    std::vector<service::RejectedRow> rejected;
    std::vector<const service::ImportPreview*> held;
    bool isOfAll = true;
    sum.records = sum.participants = sum.answers = sum.emptyAnswers = sum.added = sum.updated = 0;
    for (const FilePreview& file : m_previews) {
        if (!file.preview)
            continue;
        if (file.preview->kind == preview->kind) {
            sum.records += file.preview->records;
            sum.participants += file.preview->participants;
            sum.answers += file.preview->answers;
            sum.emptyAnswers += file.preview->emptyAnswers;
        }
        isOfAll = isOfAll && file.preview->kind == preview->kind;
        if (file.preview->isHeld)
            held.push_back(&*file.preview);
        sum.added += file.preview->added;
        sum.updated += file.preview->updated;
        rejected.insert(rejected.end(), file.preview->rejected.begin(), file.preview->rejected.end());
    }
    sum.rejected = rejected;
    const std::vector<ColumnPlan>& plan =
        preview->kind == ImportKind::Answers || preview->kind == ImportKind::Participants ? m_table.plan()
                                                                                          : preview->columns;
    std::vector<ImportFinding> findings = findingsOf(sum, plan);
    if (m_isGuess && m_planIsOwn)
        findings.insert(findings.begin(),
                        {QStringLiteral("warning"), Token::Warn, tr("The columns were guessed"),
                         tr("Look above each column what it becomes, and change what is wrong.")});
    if (!preview->savedMappings.empty() && (!m_planIsOwn || m_isGuess))
        findings.insert(findings.begin(),
                        {QStringLiteral("history"), Token::Accent, tr("Known columns"),
                         tr("The mapping “%1” was kept for these columns. “Mapping” below the table uses it.")
                             .arg(toQt(preview->savedMappings.back().name))});
    showMappingChoices();
    const std::vector<ImportCount> added = addedBy(held);
    const QString title = sum.isHeld ? tr("What will come in") : tr("What the file has");
    m_findings->setContent(isOfAll ? title
                                   : QStringLiteral("%1: %2").arg(title, importKindText(preview->kind)),
                           countsOf(sum, plan, added), findings);
    const QString figures =
        tr("%1 would be added, %2 changed.").arg(addedText(added), countText(sum.updated));
    m_checkTitle->setText(m_refusal     ? errorSentence(*m_refusal)
                          : !sum.isHeld ? tr("Being held against the study…")
                          : rejected.empty()
                              ? tr("%1 No row would be rejected.").arg(figures)
                              : figures + QLatin1Char(' ') +
                                    counted(std::int64_t(rejected.size()),
                                            tr("One row would be rejected, and this is why."),
                                            tr("%1 rows would be rejected, and this is why.")));
    m_checkTable->setVisible(!rejected.empty());
    m_wouldReject.setRows(std::move(rejected));
    fitSides();
}

void ImportDialog::choosePlan(int column) {
    const ColumnPlan now = m_table.plan()[std::size_t(column)];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [&](ColumnUse use, const std::string& target, bool isBlinded, const QString& text) {
        ColumnPlan plan = now;
        plan.use = use;
        plan.target = target;
        plan.isBlinded = isBlinded;
        const bool isNamed = text.contains(QLatin1String("%1"));
        QAction* action = menu->addAction(themeIcon(planIcon(plan)),
                                          isNamed ? text.arg(nameInMenu(target, menu->font())) : text, this,
                                          [this, column, plan] { m_table.setColumn(column, plan); });
        if (isNamed)
            action->setToolTip(text.arg(toQt(target)));
        const bool isNow = now.use == use && (use != ColumnUse::Answer || now.target == target) &&
                           (use != ColumnUse::Attribute || now.isBlinded == isBlinded);
        if (isNow)
            menu->setActiveAction(action);
    };
    add(ColumnUse::Participant, {}, true, tr("Participant: who answered"));
    for (const std::string& prompt : m_prompts)
        add(ColumnUse::Answer, prompt, true, tr("Answer %1"));
    const auto& plans = m_table.plan();
    const auto isTaken = [&](const std::string& name) {
        if (m_promptNames.contains(name))
            return true;
        for (std::size_t i = 0; i < plans.size(); ++i) {
            if (int(i) != column && plans[i].use == ColumnUse::Answer && plans[i].target == name)
                return true;
        }
        return false;
    };
    // Two sentences may begin alike; what was asked before is chosen by its name.
    const std::string first = promptNameFrom(now.column);
    std::string own = first;
    for (int number = 2; isTaken(own); ++number)
        own = first + '_' + std::to_string(number);
    add(ColumnUse::Answer, own, true, tr("Answer to a new question: %1"));
    // A row for each answer: one column says which question, one what was answered.
    if (std::any_of(plans.begin(), plans.end(),
                    [](const ColumnPlan& each) { return each.use == ColumnUse::Prompt; }))
        add(ColumnUse::Answer, {}, true, tr("Answer to the question of its row"));
    add(ColumnUse::Prompt, {}, true, tr("Question: which one the row answers"));
    menu->addSeparator();
    const bool isKnown =
        std::find(m_attributes.begin(), m_attributes.end(), now.target) != m_attributes.end();
    const std::string attribute = now.use == ColumnUse::Attribute || isKnown ? now.target : now.column;
    add(ColumnUse::Attribute, attribute, true, tr("Attribute, hidden from raters: %1"));
    add(ColumnUse::Attribute, attribute, false, tr("Attribute, raters see it: %1"));
    add(ColumnUse::Language, now.use == ColumnUse::Language ? now.target : std::string(), true,
        tr("Language of the answers"));
    add(ColumnUse::Wave, now.use == ColumnUse::Wave ? now.target : std::string(), true,
        tr("Wave: which time it was asked"));
    menu->addSeparator();
    add(ColumnUse::LeftOut, {}, true, tr("Left out: not read into the study"));
    if (const MappingButton* button = m_header->button(column))
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void ImportDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    fitSides();
}

void ImportDialog::fitSides() {
    const int side = std::min(theme().px(330), width() * 27 / 100);
    m_side->setFixedWidth(side);
    const int left = width() - side;
    // What the keys do is said where there is room for it.
    int taken = theme().px(28 + 60);
    for (const QWidget* each :
         std::initializer_list<const QWidget*>{m_tableNote, m_tableKeys, m_empties, m_mapping, m_readsWell})
        taken += each->sizeHint().width() + theme().px(8);
    m_tableKeys->setVisible(left >= taken);
    m_transcript->setDirection(left < theme().px(820) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // Head, foot and some rows of the file come first.
    m_strip->setMaximumHeight(std::max(theme().px(90), height() - theme().px(326)));
}

bool ImportDialog::isReady() const {
    const service::ImportPreview* preview = shown();
    if (preview == nullptr || m_isReading || (m_isTrying && m_step == CheckStep))
        return false;
    for (const FilePreview& file : m_previews) {
        if (!file.preview || file.preview->needsSameNames)
            return false;
    }
    if (preview->kind == ImportKind::Answers || preview->kind == ImportKind::Participants)
        return m_table.namesParticipants();
    return true;
}

void ImportDialog::showStep(Step step) {
    m_step = step;
    m_pages->setCurrentIndex(step);
    m_steps->setCurrent(step);
    m_settings->setVisible(step == ColumnStep || (step == FileStep && !m_files.isEmpty()));
    showMore();
    m_side->setVisible(step == ColumnStep || step == CheckStep);
    m_which->setVisible(m_files.size() > 1);
    if (step == FileStep && m_previews.empty())
        m_title->setText(tr("Import"));
    updateButtons();
    // What the step before needed may be more than there is now.
    layout()->activate();
    resize(size().boundedTo(screenRoom(*this)));
    if (step == ColumnStep) {
        if (MappingButton* first = m_header->button(0); first != nullptr && m_kindPages->currentIndex() == 0)
            first->setFocus();
        else
            m_next->setFocus();
    } else {
        m_next->setFocus();
    }
}

QString ImportDialog::contentName() const {
    const service::ImportPreview* preview = shown();
    if (preview == nullptr || preview->kind == ImportKind::Answers ||
        preview->kind == ImportKind::Participants)
        return tr("Columns");
    return preview->kind == ImportKind::Transcript ? tr("Speakers") : tr("Contents");
}

void ImportDialog::updateButtons() {
    m_steps->setName(ColumnStep, contentName());
    const bool isImporting = m_job.has_value();
    m_bar->setVisible(isImporting);
    m_cancel->setVisible(m_step != DoneStep);
    m_cancel->setText(isImporting ? tr("Cancel the import") : tr("Cancel"));
    m_back->setVisible(m_step == ColumnStep || m_step == NamesStep || m_step == CheckStep);
    m_back->setText(m_step == ColumnStep                    ? tr("File")
                    : m_step == CheckStep && hasNamesStep() ? tr("Names")
                                                            : contentName());
    m_back->setEnabled(!isImporting);
    m_pages->setEnabled(!isImporting);
    m_settings->setEnabled(!isImporting);
    m_more->setEnabled(!isImporting);
    switch (m_step) {
    case FileStep:
        m_next->setText(contentName());
        break;
    case ColumnStep:
        m_next->setText(hasNamesStep() ? tr("Names") : tr("Check"));
        break;
    case NamesStep:
        m_next->setText(tr("Check"));
        break;
    case CheckStep:
        m_next->setText(tr("Import"));
        break;
    case DoneStep:
        m_next->setText(tr("Close"));
        break;
    }
    m_next->setKey(tr("Enter"));
    m_next->setEnabled(m_step == DoneStep || (!isImporting && isReady() &&
                                              (m_step != NamesStep || m_names->names().problem().isEmpty())));
    m_next->updateGeometry();
    m_cancel->updateGeometry();
    m_back->updateGeometry();
    // At once: a step that is reached while its page is still laid out kept the widths of the one before, too
    // narrow for the key.
    QLayout* foot = m_next->parentWidget()->layout();
    foot->invalidate();
    foot->activate();
    if (problem().isEmpty()) {
        m_note->setToken(Token::Text2);
        m_note->setText(m_step == DoneStep ? QString()
                        : isImporting      ? tr("Importing. Until it ends nothing is in the study.")
                        : m_isReading      ? tr("Reading…")
                        : m_isTrying       ? tr("Being held against the study…")
                        : m_files.isEmpty()
                            ? QString()
                            : tr("Nothing is in the study yet. The whole import is one step."));
    }
}

void ImportDialog::say(const QString& problem) {
    m_note->setProperty("problem", problem);
    if (!problem.isEmpty()) {
        m_note->setToken(Token::Bad);
        m_note->setText(problem);
    }
    updateButtons();
}

void ImportDialog::sayError(const base::Error& error) {
    if (error.code == base::Errc::Cancelled) {
        say(tr("Cancelled. Nothing is in the study."));
        return;
    }
    say(errorSentence(error) + QLatin1Char(' ') + errorDetails(error).simplified());
}

void ImportDialog::next() {
    if (!m_next->isEnabled())
        return;
    switch (m_step) {
    case FileStep:
        say({});
        showStep(ColumnStep);
        break;
    case ColumnStep:
        say({});
        showStep(hasNamesStep() ? NamesStep : CheckStep);
        if (m_triedWave != m_wave->text())
            readFiles();
        break;
    case NamesStep:
        say({});
        showStep(CheckStep);
        // What would come in is shown with the names replaced.
        if (m_namesChanged)
            readFiles();
        m_namesChanged = false;
        break;
    case CheckStep:
        startImport();
        break;
    case DoneStep:
        accept();
        break;
    }
}

void ImportDialog::back() {
    if (m_job)
        return;
    say({});
    if (m_step == ColumnStep)
        showStep(FileStep);
    else if (m_step == NamesStep)
        showStep(ColumnStep);
    else if (m_step == CheckStep)
        showStep(hasNamesStep() ? NamesStep : ColumnStep);
}

void ImportDialog::reject() {
    if (m_job) {
        m_host.jobs().cancel(*m_job);
        return;
    }
    QDialog::reject();
}

void ImportDialog::done(int result) {
    stopReading();
    QDialog::done(result);
}

void ImportDialog::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (focusWidget() == m_back)
            back();
        else if (focusWidget() == m_cancel)
            reject();
        else
            next();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace rapport::ui
