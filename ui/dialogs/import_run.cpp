// SPDX-License-Identifier: GPL-3.0-or-later
// The import itself, and the page that says what came in.
#include "base/platform/file.h"
#include "ui/bridge/hint_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/models/figures.h"

#include <QFileInfo>
#include <QProgressBar>
#include <QTableView>
#include <algorithm>

namespace rapport::ui {

void ImportDialog::startImport() {
    say({});
    std::vector<std::string> files;
    for (const QString& file : std::as_const(m_files))
        files.push_back(toUtf8(file));
    const bool hasCodebook = std::any_of(m_previews.begin(), m_previews.end(), [](const FilePreview& file) {
        return file.preview && file.preview->kind == service::ImportKind::Codebook;
    });
    if (hasCodebook) {
        // Small, and the window's own session must know the new codebook at once.
        finishImport(service::importFiles(m_host.study().session(), files, options()));
        return;
    }
    m_bar->setRange(0, 0);
    m_job = m_host.jobs().start<service::ImportReport>(
        QStringLiteral("import"), tr("Importing"), this,
        [files, options = options()](service::Session& session, const base::Task& task) mutable {
            options.keepsCopy = true;
            return service::importFiles(session, files, options, task);
        },
        [this](base::Result<service::ImportReport> report) { finishImport(std::move(report)); },
        service::OpenMode::ReadWrite);
    updateButtons();
}

void ImportDialog::finishImport(base::Result<service::ImportReport> report) {
    m_job.reset();
    if (!report) {
        sayError(report.error());
        m_next->setFocus();
        Q_EMIT imported(false);
        return;
    }
    m_report = std::move(*report);
    m_host.study().announce(m_report->changes);
    showReport();
    showStep(DoneStep);
    searchForNames();
    Q_EMIT imported(true);
}

void ImportDialog::showReport() {
    m_doneTitle->setText(m_report->added + m_report->updated > 0 ? tr("It is in the study")
                                                                 : tr("Nothing new came in"));
    QStringList lines;
    lines.append(tr("%1 read, %2 added, %3 changed, %4 rejected.")
                     .arg(countText(m_report->read), countText(m_report->added), countText(m_report->updated),
                          countText(std::int64_t(m_report->rejected.size()))));
    for (const base::Phrase& note : m_report->notes) {
        QString line = hintText(note);
        if (line.isEmpty())
            continue;
        // Where a file lies is nothing new to who chose it.
        for (const QString& file : std::as_const(m_files))
            line.replace(file, QFileInfo(file).fileName());
        lines.append(line);
    }
    if (lines.size() > 12)
        lines = lines.mid(0, 12) << tr("and more");
    m_doneText->setText(lines.join(QLatin1Char('\n')));
    m_doneTable->setVisible(!m_report->rejected.empty());
    m_saveList->setVisible(!m_report->rejected.empty());
    m_rejected.setRows(m_report->rejected);
    m_takeBack->setVisible(!m_report->before.empty() && m_report->added + m_report->updated > 0);
}

void ImportDialog::takeBack() {
    if (m_takeBackNote->isHidden()) {
        m_takeBackNote->show();
        m_takeBack->setText(tr("Take it back"));
        m_takeBack->setKind(ButtonKind::Secondary);
        m_takeBack->updateGeometry();
        m_next->setFocus();
        return;
    }
    const QString copy = toQt(m_report->before);
    accept();
    Q_EMIT takeBackWanted(copy);
}

void ImportDialog::saveRejected() {
    const QString file = askForNewFile(this, tr("Save this list"),
                                       tr("rejected rows") + QStringLiteral(".csv"), tr("Table (*.csv)"));
    if (file.isEmpty())
        return;
    const base::Status saved = base::writeFileAtomically(toUtf8(file), m_rejected.asCsv().toStdString());
    if (!saved)
        sayError(saved.error());
}

} // namespace rapport::ui
