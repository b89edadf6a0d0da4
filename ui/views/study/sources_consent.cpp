// SPDX-License-Identifier: GPL-3.0-or-later
// What may be taken out of texts, and what happened to one: a participant who withdraws, names that are
// blotted out, the history.
#include "service/source_units.h"
#include "ui/bridge/text.h"
#include "ui/components/reading_view.h"
#include "ui/dialogs/forget_dialog.h"
#include "ui/dialogs/history_dialog.h"
#include "ui/dialogs/kept_words.h"
#include "ui/models/figures.h"
#include "ui/views/study/sources_view.h"

#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

namespace rapport::ui {

ReadingView* SourcesView::reading() const {
    return m_texts->currentWidget() == m_transcript ? m_transcript : m_answer;
}

base::Result<model::Unit> SourcesView::unitAround(text::TextRange range) const {
    return service::unitAt(study().session(), m_item.id, range.begin);
}

void SourcesView::forgetParticipant() {
    auto* dialog = new ForgetDialog(host(), m_item.participant, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SourcesView::showHistory() {
    service::HistoryRequest wanted;
    if (!m_shown.isNone() && reading() != nullptr) {
        const text::CodePoints caret = reading()->caret();
        if (const auto unit = unitAround({caret, caret}))
            wanted.unit = unit->name;
    }
    auto* dialog = new HistoryDialog(study(), host().jobs(), wanted, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SourcesView::redactSelection() {
    if (m_shown.isNone() || !reading()->hasSelection()) {
        host().showToast(tr("Select the words in the text first."));
        return;
    }
    const text::TextRange range = reading()->selection();
    const auto unit = unitAround(range);
    if (!unit) {
        host().showError(unit.error());
        return;
    }
    const QString words = reading()->shown().slice(range);
    auto* box = new QMessageBox(
        QMessageBox::Warning, tr("Blot out words"),
        tr("Blot out “%1” in %2?")
            .arg(words.size() > 60 ? words.left(60) + QStringLiteral("…") : words, toQt(unit->name)),
        QMessageBox::Cancel, this);
    box->setInformativeText(tr(
        "Every letter becomes █, in the study and in its search index; places and codings "
        "stay. Imported files that hold the words, or into which nobody can look, are emptied. It cannot be "
        "undone."));
    QPushButton* here = box->addButton(tr("Blot out here"), QMessageBox::AcceptRole);
    QPushButton* everywhere = box->addButton(tr("Everywhere in this text"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, here, everywhere, source = m_shown, range, words,
             id = unit->id](const QAbstractButton* button) {
                service::RedactRequest request;
                request.unit = id;
                if (button == here)
                    request.range = range;
                else if (button == everywhere)
                    request.words = toUtf8(words);
                else
                    return;
                // Copies and packs beside the study are looked into as well: not on the window's thread.
                host().jobs().start<service::RedactReport>(
                    QStringLiteral("redact"), tr("Blotting out words"), this,
                    [request](service::Session& session, const base::Task&) {
                        return service::redact(session, request);
                    },
                    [this, source, range, words](const base::Result<service::RedactReport>& done) {
                        if (done)
                            tellRedacted(*done, source, range, words);
                        else
                            host().showError(done.error());
                    },
                    service::OpenMode::ReadWrite);
            });
    box->open();
}

void SourcesView::tellRedacted(const service::RedactReport& done, model::SourceId source,
                               text::TextRange range, const QString& words) {
    study().announce(done.changes);
    QString text = counted(done.places, tr("Blotted out at one place."), tr("Blotted out at %1 places."));
    if (done.memos > 0)
        text += QLatin1Char(' ') + counted(done.memos, tr("One memo still holds the words."),
                                           tr("%1 memos still hold the words."));
    if (!done.files.empty())
        text += QLatin1Char(' ') + tr("Imported files that were emptied: %1.").arg(namesText(done.files));
    host().showToast(text);
    if (!m_shown.isNone())
        m_wanted = m_shown;
    if (m_shown == source) // another text may have been chosen meanwhile
        m_wantedRange = range;
    load();
    if (const QString left = elsewhereText(done.elsewhere, done.codebook, done.isPurged); !left.isEmpty()) {
        auto* told = new QMessageBox(QMessageBox::Warning, tr("Blot out words"), left, QMessageBox::Ok, this);
        told->setAttribute(Qt::WA_DeleteOnClose);
        told->open();
    }
    offerBlottingKept(host(), words, done.kept, this);
}

} // namespace rapport::ui
