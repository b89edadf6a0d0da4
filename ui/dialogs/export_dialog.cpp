// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "base/platform/file.h"
#include "service/exporting.h"
#include "service/history.h"
#include "ui/app/language.h"
#include "ui/app/settings.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/hint_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>

namespace rapport::ui {

namespace {

/// What can be written, in the order in which it is offered.
struct Kind {
    const char* word;
    std::optional<service::ExportKind> kind; ///< none: the audit trail, which has a way of its own
    const char* title;
    const char* about;
};

std::span<const Kind> kinds() {
    static const Kind all[] = {
        {"codings", service::ExportKind::Codings, QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "Codings"),
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog",
                           "Every rating and coding, row by row, as it can be imported again.")},
        {"wide", service::ExportKind::Wide,
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "Table for statistics, one row per text"),
         QT_TRANSLATE_NOOP(
             "rapport::ui::ExportDialog",
             "One row per answer or turn with its participant's attributes and every code as 0 or "
             "1, by each rater and by consensus. For R: a script with its tables beside it.")},
        {"long", service::ExportKind::Long,
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "Table for statistics, one row per code"),
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "One row per text, rater and code.")},
        {"quotes", service::ExportKind::Quotes,
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "Quotes by code"),
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog",
                           "The words that were coded, with what stands around them, code by code.")},
        {"answers", service::ExportKind::Answers,
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "Answers and attributes"),
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "One row per participant, as it came in.")},
        {"codebook", service::ExportKind::Codebook,
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "Codebook"),
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog",
                           "A booklet with the definitions, or REFI-QDA codes for another program.")},
        {"project", service::ExportKind::Project,
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "Project for another program (REFI-QDA)"),
         QT_TRANSLATE_NOOP(
             "rapport::ui::ExportDialog",
             "Texts, codes, codings and cases, as ATLAS.ti, MAXQDA, NVivo and others read them.")},
        {"audit", std::nullopt, QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "Audit trail"),
         QT_TRANSLATE_NOOP("rapport::ui::ExportDialog",
                           "Rounds, versions of the codebook, what was settled and why, and every act, for a "
                           "reviewer. It is whole: whoever still has to rate sees others' work in it.")},
    };
    return all;
}

QStringList endingsOf(const Kind& kind) {
    if (!kind.kind)
        return {QStringLiteral("md"), QStringLiteral("csv"), QStringLiteral("json")};
    QStringList all;
    for (const std::string& ending : service::exportEndings(*kind.kind))
        all.append(ending == "r" ? QStringLiteral("R") : toQt(ending));
    return all;
}

QString formName(const QString& ending) {
    static const std::pair<const char*, const char*> names[] = {
        {"csv", "CSV"},
        {"xlsx", "Excel"},
        {"sav", "SPSS"},
        {"json", "JSON"},
        {"R", "R"},
        {"qdc", QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "REFI-QDA codes")},
        {"qdpx", QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "REFI-QDA project")},
        {"html", QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "Web page")},
        {"md", "Markdown"},
        {"docx", "Word"},
        {"odt", QT_TRANSLATE_NOOP("rapport::ui::ExportDialog", "OpenDocument text")},
        {"tex", "LaTeX"},
    };
    for (const auto& [known, name] : names) {
        if (ending == QLatin1String(known))
            return QStringLiteral("%1 (.%2)").arg(ExportDialog::tr(name), ending);
    }
    return QLatin1Char('.') + ending;
}

/// In the job: writes it, and says what the form could not hold.
base::Result<service::Exported> write(service::Session& session, const QString& word,
                                      const service::ExportRequest& request, const std::string& file,
                                      const base::Task& task) {
    if (word == QLatin1String("audit")) {
        const std::string ending = base::fileEnding(file);
        RAPPORT_ASSIGN(const std::string words,
                       service::audit(session,
                                      ending == "csv"    ? service::AuditFormat::Csv
                                      : ending == "json" ? service::AuditFormat::Json
                                                         : service::AuditFormat::Markdown,
                                      task));
        RAPPORT_TRY(base::writeFileAtomically(file, words));
        return service::Exported{{file}, {}};
    }
    return service::writeExport(session, request, file, task);
}

} // namespace

ExportDialog::ExportDialog(ViewHost& host, QWidget* parent)
    : QDialog(parent)
    , m_host(host)
    , m_what(new QComboBox(this))
    , m_about(new Words(TypeRole::Small, Token::Text2, this))
    , m_form(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_blinded(new QCheckBox(tr("Attributes that are hidden from raters, too"), this))
    , m_pseudonyms(new QCheckBox(tr("Raters as rater_1, rater_2, …"), this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_make(new KeyButton(tr("Choose where to save it"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Export"));
    auto* column =
        beginDialog(*this, 520,
                    tr("A file for another program or for a reviewer. The study stays as it is. What "
                       "leaves it is no longer protected by it: texts of participants are private."));
    for (const Kind& kind : kinds())
        m_what->addItem(tr(kind.title), QString::fromLatin1(kind.word));
    addField(*column, tr("What"), m_what);
    m_about->setWraps(true);
    column->addWidget(m_about);
    addField(*column, tr("Form"), m_form);
    m_language->addItem(QStringLiteral("Nederlands"), QStringLiteral("nl"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->setCurrentIndex(uiLanguage() == "nl" ? 0 : 1);
    addField(*column, tr("Language of titles and labels"), m_language);
    column->addWidget(m_blinded);
    column->addWidget(m_pseudonyms);
    m_problem->setWraps(true);
    column->addWidget(m_problem);
    m_make->setKey(tr("Enter"));
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_make);
    pressOnEnter(*this, m_make);
    connect(m_what, &QComboBox::currentIndexChanged, this, [this] { updateForms(); });
    updateForms();
    m_what->setFocus();
}

QString ExportDialog::problem() const {
    return m_problem->text();
}

void ExportDialog::choose(const QString& what, const QString& ending) {
    m_what->setCurrentIndex(m_what->findData(what));
    m_form->setCurrentIndex(m_form->findData(ending));
}

void ExportDialog::updateForms() {
    const Kind& kind = kinds()[std::size_t(m_what->currentIndex())];
    m_about->setText(tr(kind.about));
    m_form->clear();
    for (const QString& ending : endingsOf(kind))
        m_form->addItem(formName(ending), ending);
    // What an option does not change is not offered.
    const auto isOneOf = [&kind](std::initializer_list<service::ExportKind> some) {
        return kind.kind && std::find(some.begin(), some.end(), *kind.kind) != some.end();
    };
    using service::ExportKind;
    m_language->setEnabled(isOneOf(
        {ExportKind::Wide, ExportKind::Long, ExportKind::Quotes, ExportKind::Answers, ExportKind::Codebook}));
    m_blinded->setVisible(
        isOneOf({ExportKind::Wide, ExportKind::Long, ExportKind::Answers, ExportKind::Project}));
    m_pseudonyms->setVisible(kind.kind && !isOneOf({ExportKind::Codebook, ExportKind::Answers}));
}

void ExportDialog::accept() {
    if (!m_make->isEnabled())
        return;
    static const QRegularExpression unsafe(QStringLiteral(R"([\\/:*?"<>|\x00-\x1f]+)"));
    const QString ending = m_form->currentData().toString();
    const QString folder = remembered(QStringLiteral("window/folder")).toString();
    const QString name = m_host.study().title().replace(unsafe, QStringLiteral(" ")).simplified();
    QString file = askForNewFile(
        this, tr("Export"),
        QStringLiteral("%1/%2 %3.%4").arg(folder, name, m_what->currentData().toString(), ending),
        QStringLiteral("%1 (*.%2)").arg(m_form->currentText(), ending));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().compare(ending, Qt::CaseInsensitive) != 0)
        file += QLatin1Char('.') + ending;
    exportTo(file);
}

void ExportDialog::exportTo(const QString& file) {
    const Kind& kind = kinds()[std::size_t(m_what->currentIndex())];
    service::ExportRequest request;
    if (kind.kind)
        request.kind = *kind.kind;
    request.withBlinded = m_blinded->isVisibleTo(this) && m_blinded->isChecked();
    request.pseudonymousRaters = m_pseudonyms->isVisibleTo(this) && m_pseudonyms->isChecked();
    request.language = toUtf8(m_language->currentData().toString());
    m_isWriting = true;
    m_make->setEnabled(false);
    m_problem->setText({});
    m_host.jobs().start<service::Exported>(
        QStringLiteral("export"), tr("Exporting"), &m_host.study(),
        [word = m_what->currentData().toString(), request, path = toUtf8(file)](service::Session& session,
                                                                                const base::Task& task) {
            return write(session, word, request, path, task);
        },
        [&host = m_host, dialog = QPointer<ExportDialog>(this), file](base::Result<service::Exported> done) {
            if (done) {
                QString said = tr("Written: %1").arg(file);
                for (const base::Phrase& warning : done->warnings)
                    said += QLatin1Char('\n') + hintText(warning);
                host.showToast(said);
            } else if (!dialog && done.error().code != base::Errc::Cancelled) {
                host.showError(done.error());
            }
            if (!dialog)
                return;
            dialog->m_isWriting = false;
            dialog->m_make->setEnabled(true);
            if (!done)
                dialog->m_problem->setText(errorSentence(done.error()) + QLatin1Char(' ') +
                                           errorDetails(done.error()));
            Q_EMIT dialog->written(done ? file : QString());
            if (done)
                dialog->QDialog::accept();
        });
}

} // namespace rapport::ui
