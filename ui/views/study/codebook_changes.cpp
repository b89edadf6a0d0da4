// SPDX-License-Identifier: GPL-3.0-or-later
// What the codebook view writes: a code saved or moved, a version frozen, the codebook in and out as a file.
#include "base/platform/file.h"
#include "service/exporting.h"
#include "service/importing.h"
#include "ui/app/language.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/report_pdf.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/save_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/history_dialog.h"
#include "ui/dialogs/pick_dialog.h"
#include "ui/dialogs/recode_dialog.h"
#include "ui/dialogs/variable_dialog.h"
#include "ui/models/codebook_edit.h"
#include "ui/models/figures.h"
#include "ui/views/study/code_form.h"
#include "ui/views/study/codebook_view.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
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
    edited(true);
}

bool CodebookView::save() {
    if (!m_isDirty || !canEdit())
        return false;
    nameNewCodes(m_draft, *study().codebook());
    const bool isInPlace = service::isChangedInPlace(*study().codebook());
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
    if (isInPlace)
        host().showToast(
            tr("Saved. Version %1 is a draft, changed in place: undo does not go back behind this.")
                .arg(m_draft.version));
    else
        host().showToast(tr("Saved as version %1.").arg(m_draft.version), true);
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
    code.name = freeCodeName(m_draft, newCodeTitle);
    code.title = model::sameText(toUtf8(title), uiLanguage());
    code.sinceVersion = nextVersion();
    const auto colours = codeColourRows();
    code.colour = colours[variable.codes.size() % colours.size()].name;
    const int made = insertCode(variable, place.code, std::move(code));
    m_filter->clear();
    m_tree.setCodebook(&m_draft);
    m_treeView->expandAll();
    edited();
    choose({place.variable, made});
    QLineEdit* field = m_form->titleField();
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
}

QStringList CodebookView::promptNames() const {
    QStringList names;
    const auto instrument = study().read([](service::Session& session) { return session.instrument(); });
    if (!instrument)
        return names;
    for (const model::Prompt& prompt : instrument->prompts) {
        if (prompt.kind == model::PromptKind::Open)
            names.append(toQt(prompt.name));
    }
    return names;
}

void CodebookView::addVariable() {
    if (!canEdit())
        return;
    auto* dialog = new VariableDialog(promptNames(), std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        model::Variable made = dialog->variable();
        const std::string stem = freeCodeName(m_draft, toUtf8(localText(made.title)));
        made.name = stem;
        for (int number = 2; m_draft.variable(made.name) != nullptr; ++number)
            made.name = stem + '_' + std::to_string(number);
        made.sinceVersion = nextVersion();
        m_draft.variables.push_back(std::move(made));
        m_filter->clear();
        m_tree.setCodebook(&m_draft);
        m_treeView->expandAll();
        m_pages->setCurrentWidget(m_splitter);
        edited();
        choose({int(m_draft.variables.size()) - 1, -1});
    });
    dialog->open();
}

void CodebookView::changeScope() {
    const auto place = chosen();
    if (!place || !canEdit()) {
        host().showToast(tr("Choose a variable or one of its codes first."));
        return;
    }
    const model::Variable& shown = m_draft.variables[std::size_t(place->variable)];
    auto* dialog = new VariableDialog(promptNames(), shown, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name = shown.name] {
        const model::Variable changed = dialog->variable();
        for (model::Variable& each : m_draft.variables) {
            if (each.name != name || (each.prompts == changed.prompts && each.unitKinds == changed.unitKinds))
                continue;
            each.prompts = changed.prompts;
            each.unitKinds = changed.unitKinds;
            edited();
            showChosen();
        }
    });
    dialog->open();
}

void CodebookView::pickExamples(bool isAnti) {
    const auto place = chosen();
    if (!place || place->code < 0 || !canEdit()) {
        host().showToast(tr("Choose a code first."));
        return;
    }
    const model::Code& code = m_draft.variables[std::size_t(place->variable)].codes[std::size_t(place->code)];
    if (code.id.isNone()) {
        host().showToast(tr("Nobody could mark anything with this code yet: it is not saved."));
        return;
    }
    auto* dialog = new PickDialog(host().jobs(), code.name, localText(code.title), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, isAnti, id = code.id] {
        const auto now = chosen();
        // The draft may have been read anew while the dialog was open.
        if (!now || now->code < 0 ||
            m_draft.variables[std::size_t(now->variable)].codes[std::size_t(now->code)].id != id)
            return;
        m_form->addExamples(dialog->chosen(), isAnti);
    });
    dialog->open();
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
    edited();
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
    connect(dialog, &QDialog::accepted, this, [this, change] {
        host().showToast(tr("Version %1 is made.").arg(study().codebook()->version), true);
        // What was coded with it is missing until somebody says which of the new codes was meant.
        if (change == CodeChange::Split)
            recodeLeft();
    });
    // What had the keyboard may be gone with the code.
    connect(dialog, &QDialog::finished, this, [this, before = QPointer<QWidget>(window()->focusWidget())] {
        QWidget* now = before && before->isVisible() && isAncestorOf(before) ? before.data() : m_treeView;
        now->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void CodebookView::recodeLeft() {
    auto* dialog = new RecodeDialog(study(), host().jobs(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { loadUse(); });
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
        askForFile(this, tr("Import a codebook"), {},
                   tr("Codebooks (*.json *.qdc *.csv *.tsv *.xlsx *.ods *.txt);;All files (*)"));
    if (!file.isEmpty())
        host().importFiles({file}, service::ImportKind::Codebook);
}

void CodebookView::exportBook() {
    const QString proposed = (m_draft.name.empty() ? QStringLiteral("codebook") : toQt(m_draft.name)) +
                             QStringLiteral("-v%1").arg(m_draft.version);
    askWhereToSave(this, tr("Export the codebook"), proposed,
                   {tr("Rapport codebook (*.json)"), tr("Booklet to print (*.pdf)"),
                    tr("Word document (*.docx)"), tr("OpenDocument text (*.odt)"), tr("Web page (*.html)"),
                    tr("Markdown (*.md)"), tr("LaTeX (*.tex)"), tr("Workbook (*.xlsx)"),
                    tr("REFI-QDA codebook (*.qdc)")},
                   [this](const QString& file) { writeBook(file); });
}

void CodebookView::writeBook(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    host().jobs().start<QString>(
        QStringLiteral("codebook-export"), tr("Writing the codebook"), this,
        [file, ending, language = std::string(uiLanguage())](
            service::Session& session, const base::Task& task) -> base::Result<QString> {
            if (ending == QLatin1String("json")) {
                RAPPORT_ASSIGN(const std::string text, service::exportCodebook(session));
                RAPPORT_TRY(base::writeFileAtomically(toUtf8(file), text));
                return file;
            }
            service::ExportRequest request;
            request.kind = service::ExportKind::Codebook;
            request.language = language;
            if (ending == QLatin1String("pdf")) {
                RAPPORT_TRY(writeCodebookPdf(session, request, toUtf8(file), task));
            } else {
                RAPPORT_ASSIGN([[maybe_unused]] const auto out,
                               service::writeExport(session, request, toUtf8(file), task));
            }
            return file;
        },
        [this](const base::Result<QString>& written) {
            if (!written) {
                if (written.error().code != base::Errc::Cancelled)
                    host().showError(written.error());
                return;
            }
            host().showToast(tr("The codebook is at %1").arg(*written));
            Q_EMIT bookWritten();
        });
}

} // namespace rapport::ui
