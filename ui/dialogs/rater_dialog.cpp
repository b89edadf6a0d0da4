// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rater_dialog.h"

#include "service/assigning.h"
#include "ui/app/theme.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rapport::ui {

RaterDialog::RaterDialog(StudyContext& study, QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_name(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_add(new KeyButton(tr("Add"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Add a rater"));
    auto* column = beginDialog(
        *this, 420,
        tr("Raters are known by this name in the study, in coding packs and in reports. A short code such as "
           "R1 tells less than a name."));
    m_name->setAccessibleName(tr("Name of the rater"));
    m_name->setMaxLength(100);
    m_kind->setAccessibleName(tr("Kind of rater"));
    m_kind->addItem(tr("A person"), int(model::RaterKind::Human));
    m_kind->addItem(tr("Gold standard: agreed answers that others are held against"),
                    int(model::RaterKind::Gold));
    m_kind->addItem(tr("A program"), int(model::RaterKind::Machine));
    m_problem->setWraps(true);
    m_problem->hide();
    m_add->setKey(tr("Enter"));
    column->addWidget(new Words(tr("Name"), TypeRole::Small, Token::Text2, this));
    column->addWidget(m_name);
    column->addWidget(new Words(tr("Kind"), TypeRole::Small, Token::Text2, this));
    column->addWidget(m_kind);
    column->addWidget(m_problem);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_add);
    connect(m_name, &QLineEdit::returnPressed, this, &RaterDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_add->setEnabled(!text.trimmed().isEmpty());
        m_problem->hide();
    });
    pressOnEnter(*this, m_add);
    m_add->setEnabled(false);
    m_name->setFocus();
}

QString RaterDialog::problem() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void RaterDialog::accept() {
    const std::string name = toUtf8(m_name->text().trimmed());
    if (name.empty())
        return;
    service::Session& session = m_study.session();
    const auto added = service::addRater(session, name, model::RaterKind(m_kind->currentData().toInt()));
    if (!added) {
        m_problem->setText(errorSentence(added.error()) + QLatin1Char(' ') + errorDetails(added.error()));
        m_problem->show();
        m_name->setFocus();
        return;
    }
    service::ChangeSet change;
    change.position = session.position().value_or(0);
    change.roundsChanged = true;
    change.act = "rater";
    m_study.announce(change);
    QDialog::accept();
}

} // namespace rapport::ui
