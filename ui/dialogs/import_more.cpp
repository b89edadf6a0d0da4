// SPDX-License-Identifier: GPL-3.0-or-later
// What else may be said of a table that comes in: which sheet of its workbook, where the words of its
// questions stand, which occasion it is of. Files that are dropped, since those may be such questions.
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/flow_layout.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/import_dialog.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <algorithm>

namespace rapport::ui {

using service::ImportKind;

bool isSurveyStructure(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    return ending == QLatin1String("qsf") || ending == QLatin1String("lss") || ending == QLatin1String("lsa");
}

void ImportDialog::buildMore(Panel* bar) {
    auto* row = new FlowLayout(20, bar);
    row->setContentsMargins(theme().px(18), theme().px(9), theme().px(18), theme().px(9));
    const auto part = [&](const QString& label) {
        auto* made = new QWidget(bar);
        auto* line = new QHBoxLayout(made);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(theme().px(8));
        auto* words = new Words(label, TypeRole::Body, Token::Text2, made);
        words->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        line->addWidget(words);
        row->addWidget(made);
        return made;
    };
    m_sheetPart = part(tr("Sheet"));
    m_sheets = new QComboBox(m_sheetPart);
    m_sheets->setAccessibleName(tr("Sheet"));
    m_sheets->setMaximumWidth(theme().px(260));
    m_sheetPart->layout()->addWidget(m_sheets);
    connect(m_sheets, &QComboBox::activated, this, [this] {
        const int file = std::max(0, m_which->currentIndex());
        m_sheetOf[toUtf8(m_files.value(file))] = toUtf8(m_sheets->currentText());
        // Another table: what was chosen for the columns of the last one says nothing of these.
        m_isGuess = false;
        m_mappingJson.clear();
        m_emptyValues.clear();
        readAnew();
    });
    m_questionsPart = part(tr("Questions"));
    m_questions = new KeyButton({}, ButtonKind::Secondary, m_questionsPart);
    m_questions->setIconName(QStringLiteral("answer"));
    m_questions->setToolTip(tr("Takes the words of the questions from the survey's own file: .qsf of "
                               "Qualtrics, .lss or .lsa of LimeSurvey."));
    connect(m_questions, &QAbstractButton::clicked, this, [this] { chooseQuestions(); });
    m_noQuestions = new KeyButton({}, ButtonKind::Quiet, m_questionsPart);
    m_noQuestions->setIconName(QStringLiteral("cross"));
    m_noQuestions->setAccessibleName(tr("Without the survey's file"));
    m_noQuestions->setToolTip(tr("Without the survey's file"));
    connect(m_noQuestions, &QAbstractButton::clicked, this, [this] { setQuestions({}); });
    m_questionsPart->layout()->addWidget(m_questions);
    m_questionsPart->layout()->addWidget(m_noQuestions);
    m_wavePart = part(tr("Wave"));
    m_wave = new QLineEdit(m_wavePart);
    m_wave->setAccessibleName(tr("Wave"));
    m_wave->setPlaceholderText(tr("none, or its name"));
    m_wave->setToolTip(tr("A later occasion of the same questions: the same people may answer them again "
                          "under its name."));
    m_wave->setFixedWidth(theme().px(170));
    m_wavePart->layout()->addWidget(m_wave);
}

void ImportDialog::chooseQuestions() {
    const QString folder = remembered(QStringLiteral("import/folder")).toString();
    const QString file =
        askForFile(this, tr("The survey's file"), folder,
                   tr("Questions of a survey (%1)").arg(QStringLiteral("*.qsf *.lss *.lsa")));
    if (!file.isEmpty())
        setQuestions(file);
}

void ImportDialog::setQuestions(const QString& file) {
    m_questionsFile = file;
    showMore();
    if (m_files.isEmpty() && !file.isEmpty()) {
        say(tr("%1 holds the questions of a survey. Choose the file with its answers too.")
                .arg(QFileInfo(file).fileName()));
        return;
    }
    // What the columns are stays; their words, and the words of answers that were codes, become others.
    readFiles();
}

void ImportDialog::showMore() {
    const service::ImportPreview* preview = shown();
    const bool isTable = preview != nullptr &&
                         (preview->kind == ImportKind::Answers || preview->kind == ImportKind::Participants);
    const bool isWorkbook = preview != nullptr && preview->sheets.size() > 1;
    m_sheetPart->setVisible(isWorkbook);
    m_questionsPart->setVisible(isTable || !m_questionsFile.isEmpty());
    m_wavePart->setVisible(isTable && preview->kind == ImportKind::Answers);
    m_questions->setText(m_questionsFile.isEmpty() ? tr("From the survey's file…")
                                                   : QFileInfo(m_questionsFile).fileName());
    m_questions->setAccessibleName(tr("Questions: %1").arg(m_questions->text()));
    m_questions->updateGeometry();
    m_noQuestions->setVisible(!m_questionsFile.isEmpty());
    if (isWorkbook) {
        m_sheets->clear();
        for (const std::string& sheet : preview->sheets)
            m_sheets->addItem(toQt(sheet));
        // One that cannot be read stays chosen, with what is wrong with it said.
        const auto chosen = m_sheetOf.find(toUtf8(m_files.value(std::max(0, m_which->currentIndex()))));
        m_sheets->setCurrentIndex(
            m_sheets->findText(toQt(chosen == m_sheetOf.end() ? preview->sheet : chosen->second)));
    }
    const bool isThere = isWorkbook || isTable || !m_questionsFile.isEmpty();
    m_more->setVisible(isThere &&
                       (m_step == ColumnStep || (m_step == FileStep && !m_questionsFile.isEmpty())));
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && !m_job && m_step != DoneStep)
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent* event) {
    QStringList files;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    if (!std::all_of(files.begin(), files.end(), isSurveyStructure))
        showStep(FileStep);
    setFiles(files);
}

} // namespace rapport::ui
