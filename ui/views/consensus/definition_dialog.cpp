// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/consensus/definition_dialog.h"

#include "service/codebook_changes.h"
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace rapport::ui {

DefinitionDialog::DefinitionDialog(StudyContext& study, const model::Code& code,
                                   std::vector<service::Remark> remarks, QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_code(code.name)
    , m_remarks(std::move(remarks)) {
    setWindowTitle(tr("Change the definition of %1").arg(localText(code.title)));
    auto* column = beginDialog(*this, 560,
                               tr("The change makes the next version of the codebook. Ratings keep the "
                                  "version they were made under, and "
                                  "the new version says which remark it came of."));
    m_before = {localText(code.definition), localText(code.use), localText(code.avoid)};
    const std::array<QString, 3> labels{tr("Definition"), tr("Use when"), tr("Do not use when")};
    for (std::size_t place = 0; place < m_fields.size(); ++place) {
        m_fields[place] = new QPlainTextEdit(m_before[place], this);
        m_fields[place]->setTabChangesFocus(true);
        m_fields[place]->setFixedHeight(theme().px(place == 0 ? 100 : 66));
        addField(*column, labels[place], m_fields[place]);
        connect(m_fields[place], &QPlainTextEdit::textChanged, this, [this] { showState(); });
    }
    m_remark = new ChoiceBox(this);
    m_remark->addItem(tr("No remark"), -1);
    for (std::size_t place = 0; place < m_remarks.size(); ++place) {
        m_remark->addItem(toQt(m_remarks[place].text).simplified(), int(place));
        if (m_remarks[place].code == m_code && m_remarks[place].becameVersion == 0)
            m_remark->setCurrentIndex(m_remark->count() - 1);
    }
    addField(*column, tr("It comes of"), m_remark);
    m_problem = new Words(TypeRole::Small, Token::Bad, this);
    m_problem->setWraps(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_save = new KeyButton(tr("Make the next version"), ButtonKind::Primary, this);
    pressOnCtrlEnter(m_save);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_save);
    showState();
    m_fields[0]->setFocus();
    m_fields[0]->moveCursor(QTextCursor::End);
}

void DefinitionDialog::showState() {
    bool isChanged = false;
    for (std::size_t place = 0; place < m_fields.size(); ++place) {
        const QString now = m_fields[place]->toPlainText().trimmed();
        isChanged = isChanged || (!now.isEmpty() && now != m_before[place].trimmed());
    }
    m_save->setEnabled(isChanged);
    m_problem->hide();
}

QString DefinitionDialog::problem() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void DefinitionDialog::accept() {
    if (!m_save->isEnabled())
        return;
    service::Redefinition change;
    change.code = m_code;
    const std::array<model::LocalText*, 3> texts{&change.definition, &change.use, &change.avoid};
    for (std::size_t place = 0; place < m_fields.size(); ++place) {
        const QString now = m_fields[place]->toPlainText().trimmed();
        if (!now.isEmpty() && now != m_before[place].trimmed())
            texts[place]->byLanguage[std::string(uiLanguage())] = toUtf8(now);
    }
    if (const int chosen = m_remark->currentData().toInt(); chosen >= 0)
        change.remark = m_remarks[std::size_t(chosen)].guid;
    const auto made = service::redefineCode(m_study.session(), change);
    if (!made) {
        m_problem->setText(errorSentence(made.error()) + QLatin1Char(' ') + errorDetails(made.error()));
        m_problem->show();
        return;
    }
    m_study.announce(made->changes);
    QDialog::accept();
}

} // namespace rapport::ui
