// SPDX-License-Identifier: GPL-3.0-or-later
// What the codebook view writes: a code saved or moved, a version frozen, the codebook in and out as a file.
#include "ui/app/language.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/history_dialog.h"
#include "ui/models/codebook_edit.h"
#include "ui/models/figures.h"
#include "ui/views/study/code_form.h"
#include "ui/views/study/codebook_view.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QSaveFile>
#include <QTreeView>

namespace rapport::ui {

void CodebookView::formEdited() {
    const auto place = chosen();
    if (!place || !canEdit())
        return;
    model::Variable& variable = m_draft.variables[std::size_t(place->variable)];
    if (place->code < 0) {
        m_form->apply(variable);
    } else {
        m_form->apply(variable.codes[std::size_t(place->code)]);
    }
    m_tree.refresh(*place);
    m_problem.clear();
    if (m_isDirty)
        showBanner();
    else
        setDirty(true);
}

bool CodebookView::save() {
    if (!m_isDirty || !canEdit())
        return false;
    const auto saved = service::putCodebook(study().session(), m_draft);
    if (!saved) {
        m_problem =
            errorSentence(saved.error()) + QLatin1Char(' ') + errorDetails(saved.error()).simplified();
        showBanner();
        return false;
    }
    m_isDirty = false;
    m_isStale = true;
    study().announce(*saved);
    if (m_isStale)
        reload();
    host().showToast(tr("Saved as version %1.").arg(m_draft.version));
    return true;
}

void CodebookView::discard() {
    m_isDirty = false;
    reload();
}

void CodebookView::addCode() {
    if (!canEdit() || m_draft.variables.empty())
        return;
    const CodebookPlace place = chosen().value_or(CodebookPlace{0, -1});
    model::Variable& variable = m_draft.variables[std::size_t(place.variable)];
    if (variable.scale == model::Scale::Count) {
        host().showToast(tr("A count has no codes."));
        return;
    }
    model::Code code;
    const QString title = tr("New code");
    code.name = freeCodeName(m_draft, "new code");
    code.title = model::sameText(toUtf8(title), uiLanguage());
    code.sinceVersion = m_draft.isFrozen ? m_draft.version + 1 : m_draft.version;
    const auto colours = codeColourRows();
    code.colour = colours[variable.codes.size() % colours.size()].name;
    const int made = insertCode(variable, place.code, std::move(code));
    m_filter->clear();
    m_tree.setCodebook(&m_draft);
    m_treeView->expandAll();
    setDirty(true);
    choose({place.variable, made});
    QLineEdit* field = m_form->titleField();
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
}

void CodebookView::moveChosen(std::optional<int> (*step)(model::Variable&, int)) {
    const auto place = chosen();
    if (!place || place->code < 0 || !canEdit())
        return;
    const auto moved = step(m_draft.variables[std::size_t(place->variable)], place->code);
    if (!moved)
        return;
    m_tree.setCodebook(&m_draft);
    m_treeView->expandAll();
    setDirty(true);
    choose({place->variable, *moved});
}

void CodebookView::freeze() {
    if (study().act([](service::Session& session) { return service::freezeCodebook(session); }))
        host().showToast(tr("Version %1 is frozen. The next change makes version %2.")
                             .arg(m_draft.version)
                             .arg(m_draft.version + 1));
}

void CodebookView::changeCode(CodeChange change) {
    const auto place = chosen();
    if (!place || place->code < 0 || !canEdit()) {
        host().showToast(tr("Choose a code first."));
        return;
    }
    if (m_isDirty) {
        host().showToast(tr("Save or discard what you typed first: this makes a version of its own."));
        return;
    }
    const model::CodeId code =
        m_draft.variables[std::size_t(place->variable)].codes[std::size_t(place->code)].id;
    auto* dialog = new CodeChangeDialog(study(), change, code, m_tree.usage(*place), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this] { host().showToast(tr("Version %1 is made.").arg(study().codebook()->version), true); });
    dialog->open();
}

void CodebookView::showHistory() {
    service::HistoryRequest wanted;
    if (const auto place = chosen(); place && place->code >= 0)
        wanted.code = m_draft.variables[std::size_t(place->variable)].codes[std::size_t(place->code)].name;
    auto* dialog = new HistoryDialog(study(), host().jobs(), wanted, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void CodebookView::importBook() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Import a codebook"), {}, tr("Rapport codebook (*.json)"));
    if (file.isEmpty())
        return;
    if (study().act(
            [&](service::Session& session) { return service::importCodebook(session, toUtf8(file)); }))
        host().showToast(tr("The codebook of %1 is in the study.").arg(QFileInfo(file).fileName()));
}

void CodebookView::exportBook() {
    const auto text =
        study().read([](service::Session& session) { return service::exportCodebook(session); });
    if (!text)
        return;
    const QString proposed = (m_draft.name.empty() ? QStringLiteral("codebook") : toQt(m_draft.name)) +
                             QStringLiteral("-v%1.json").arg(m_draft.version);
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the codebook"), proposed,
                                                      tr("Rapport codebook (*.json)"));
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    const QByteArray bytes = QByteArray::fromStdString(*text);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        base::Error error;
        error.code = base::Errc::Io;
        error.message = toUtf8(QStringLiteral("%1: %2").arg(file, out.errorString()));
        host().showError(error);
        return;
    }
    host().showToast(tr("The codebook is at %1").arg(file));
}
} // namespace rapport::ui
