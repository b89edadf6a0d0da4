// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/consensus/remark_dialog.h"

#include "ui/app/theme.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace rapport::ui {

RemarkDialog::RemarkDialog(StudyContext& study, service::NewRemark remark, const QString& title,
                           QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_remark(std::move(remark)) {
    setWindowTitle(tr("Remark for the codebook"));
    auto* column = beginDialog(*this, 480,
                               tr("It stays with the difference. A change of the definition can say that it "
                                  "came of it."));
    m_words = new QPlainTextEdit(this);
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(theme().px(120));
    addField(*column, tr("What should the definition of %1 say?").arg(title), m_words);
    m_problem = new Words(TypeRole::Small, Token::Bad, this);
    m_problem->setWraps(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_keep = new KeyButton(tr("Keep the remark"), ButtonKind::Primary, this);
    m_keep->setEnabled(false);
    pressOnCtrlEnter(m_keep);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_keep);
    connect(m_words, &QPlainTextEdit::textChanged, this,
            [this] { m_keep->setEnabled(!m_words->toPlainText().trimmed().isEmpty()); });
    m_words->setFocus();
}

void RemarkDialog::accept() {
    if (!m_keep->isEnabled())
        return;
    m_remark.text = toUtf8(m_words->toPlainText().trimmed());
    const auto kept = service::addRemark(m_study.session(), m_remark);
    if (!kept) {
        m_problem->setText(errorSentence(kept.error()) + QLatin1Char(' ') + errorDetails(kept.error()));
        m_problem->show();
        return;
    }
    m_study.announce(kept->changes);
    QDialog::accept();
}

} // namespace rapport::ui
