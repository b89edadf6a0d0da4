// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/backups_dialog.h"

#include "base/platform/file.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/padded_cells.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace rapport::ui {

namespace {

QString timeText(base::Instant time) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()),
                              QLocale::ShortFormat);
}

QString reasonText(const std::string& reason) {
    if (reason == "opening")
        return BackupList::tr("when it was opened");
    if (reason == "daily")
        return BackupList::tr("once a day");
    if (reason == "risk")
        return BackupList::tr("before something that cannot be undone, or because you asked");
    return toQt(reason);
}

} // namespace

void BackupList::set(std::vector<service::BackupRow> rows, bool withStudies) {
    beginResetModel();
    m_rows = std::move(rows);
    m_hasStudies = withStudies;
    endResetModel();
}

const service::BackupRow* BackupList::row(int place) const {
    return place >= 0 && place < int(m_rows.size()) ? &m_rows[std::size_t(place)] : nullptr;
}

int BackupList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int BackupList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_hasStudies ? ColumnCount : ColumnCount - 1;
}

QVariant BackupList::data(const QModelIndex& index, int role) const {
    const service::BackupRow* backup = row(index.row());
    if (backup == nullptr)
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return toQt(backup->path);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Made:
        return timeText(backup->made);
    case Size:
        return QLocale().formattedDataSize(qint64(backup->bytes), 1, QLocale::DataSizeSIFormat);
    case Reason:
        return reasonText(backup->reason);
    case Study:
        return backup->study.empty() ? tr("not to be read") : toQt(backup->study);
    default:
        return {};
    }
}

QVariant BackupList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList titles{tr("Made"), tr("Size"), tr("Why"), tr("Study")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

BackupsDialog::BackupsDialog(StudyContext& study, JobRunner& jobs, const QString& path, QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_jobs(jobs)
    , m_path(path)
    , m_explained(new Words(TypeRole::Small, Token::Text2, this))
    , m_table(new QTableView(this))
    , m_note(new Words(TypeRole::Small, Token::Text2, this))
    , m_ask(new Panel(Token::AccentTint, Qt::TopEdge, this))
    , m_question(new Words(TypeRole::Body, Token::Text, m_ask))
    , m_no(new KeyButton(tr("Keep it as it is"), ButtonKind::Quiet, m_ask))
    , m_now(new KeyButton(tr("Make one now"), ButtonKind::Secondary, this))
    , m_restore(new KeyButton(tr("Restore…"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Backups"));
    openWithin(*this, 720, 520);
    build();
    read();
}

void BackupsDialog::build() {
    const int pad = theme().px(16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, pad, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(pad, 0, pad, theme().px(12));
    head->setSpacing(theme().px(6));
    head->addWidget(new Words(windowTitle(), TypeRole::Title, Token::Text, this));
    m_explained->setText(
        m_study.isOpen()
            ? tr("Whole copies of this study, made when it is opened, once a day, and before what cannot be "
                 "undone. The ten latest stay, and the last of each day for a month.")
            : tr("“%1” does not open. One of these copies can take its place; what is there now is kept "
                 "beside "
                 "it.")
                  .arg(QFileInfo(m_path).fileName()));
    m_explained->setWraps(true);
    head->addWidget(m_explained);
    column->addLayout(head);
    m_table->setModel(&m_list);
    padCells(*m_table);
    m_table->setAccessibleName(tr("Backups, newest first"));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(theme().px(30));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(pad, 0, pad, 0);
    middle->addWidget(m_table);
    column->addLayout(middle, 1);

    auto* ask = new QVBoxLayout(m_ask);
    ask->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    m_question->setWraps(true);
    ask->addWidget(m_question);
    auto* answers = new QHBoxLayout;
    answers->addWidget(m_no);
    answers->addStretch(1);
    ask->addLayout(answers);
    m_ask->hide();
    column->addWidget(m_ask);

    auto* foot = new Panel(Token::Canvas, Qt::TopEdge, this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    row->setSpacing(theme().px(12));
    auto* close = new KeyButton(tr("Close"), ButtonKind::Quiet, foot);
    close->setKey(tr("Esc"));
    m_note->setWraps(true);
    row->addWidget(close);
    row->addWidget(m_note, 1);
    row->addWidget(m_now);
    row->addWidget(m_restore);
    m_now->setVisible(m_study.isOpen());
    column->addWidget(foot);

    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_now, &QAbstractButton::clicked, this, [this] { backUpNow(); });
    connect(m_restore, &QAbstractButton::clicked, this, &BackupsDialog::accept);
    connect(m_no, &QAbstractButton::clicked, this, [this] {
        m_ask->hide();
        updateState();
        m_table->setFocus();
    });
    connect(m_table, &QAbstractItemView::activated, this, [this] { accept(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_ask->hide();
        updateState();
    });
    updateState();
}

QString BackupsDialog::note() const {
    return m_note->text();
}

QString BackupsDialog::question() const {
    return m_ask->isHidden() ? QString() : m_question->text();
}

void BackupsDialog::say(const base::Error& error) {
    m_note->setToken(Token::Bad);
    m_note->setText(errorSentence(error) + QLatin1Char(' ') + errorDetails(error));
}

void BackupsDialog::read() {
    using Rows = std::vector<service::BackupRow>;
    const bool isOpen = m_study.isOpen();
    const auto take = [this, isOpen](base::Result<Rows> rows) {
        if (!rows) {
            say(rows.error());
            Q_EMIT listed();
            return;
        }
        m_note->setToken(Token::Text2);
        m_note->setText(rows->empty()
                            ? tr("There is none yet.")
                            : counted(std::int64_t(rows->size()), tr("1 backup"), tr("%1 backups")));
        m_list.set(std::move(*rows), !isOpen);
        m_table->setColumnWidth(BackupList::Made, theme().px(170));
        m_table->setColumnWidth(BackupList::Size, theme().px(90));
        if (!isOpen)
            m_table->setColumnWidth(BackupList::Reason, theme().px(240));
        if (m_list.rowCount() > 0)
            m_table->selectRow(0);
        m_table->setFocus();
        updateState();
        Q_EMIT listed();
    };
    const QString title = tr("Looking for backups");
    if (isOpen)
        m_jobs.start<Rows>(
            QStringLiteral("backups"), title, this,
            [](service::Session& session, const base::Task&) { return service::backups(session); }, take);
    else
        m_jobs.startWithoutStudy<Rows>(
            QStringLiteral("backups"), title, this,
            [](const base::Task&) { return base::Result<Rows>(service::allBackups(base::backupFolder())); },
            take);
}

void BackupsDialog::backUpNow() {
    m_now->setEnabled(false);
    m_jobs.start<std::string>(
        QStringLiteral("backup"), tr("Making a backup"), this,
        [](service::Session& session, const base::Task& task) {
            return service::keepBackup(session, service::BackupReason::Risk, {}, task);
        },
        [this](const base::Result<std::string>& made) {
            m_now->setEnabled(true);
            if (!made) {
                say(made.error());
                Q_EMIT listed();
                return;
            }
            if (made->empty()) {
                m_note->setToken(Token::Text2);
                m_note->setText(tr("Nothing has changed since the last one."));
                Q_EMIT listed();
                return;
            }
            read();
        });
}

void BackupsDialog::updateState() {
    const bool isAsking = !m_ask->isHidden();
    m_restore->setEnabled(m_list.row(m_table->currentIndex().row()) != nullptr);
    m_restore->setText(isAsking ? tr("Restore it") : tr("Restore…"));
}

void BackupsDialog::accept() {
    const service::BackupRow* chosen = m_list.row(m_table->currentIndex().row());
    if (chosen == nullptr)
        return;
    if (m_ask->isHidden()) {
        m_question->setText(
            tr("The study becomes what it was on %1. As it is now it is kept as “%2” in the same folder; "
               "nothing is lost.")
                .arg(timeText(chosen->made),
                     QFileInfo(toQt(service::putAsideName(toUtf8(m_path)))).fileName()));
        m_ask->show();
        updateState();
        m_no->setFocus(); // whoever presses Enter twice keeps what there is
        return;
    }
    const QString from = toQt(chosen->path);
    QDialog::accept();
    Q_EMIT restoreWanted(from);
}

} // namespace rapport::ui
