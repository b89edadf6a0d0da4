// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rename_dialog.h"

#include "service/renaming.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"
#include "ui/models/figures.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rapport::ui {

namespace {

constexpr int isRoundRole = Qt::UserRole + 1;

} // namespace

RenameDialog::RenameDialog(ViewHost& host, const StudyState& state, QWidget* parent)
    : QDialog(parent)
    , m_host(host)
    , m_which(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_do(new KeyButton(tr("Rename"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Rename a rater or a round"));
    auto* column = beginDialog(
        *this, 440,
        tr("Nobody's work goes to another by this: the study knows raters and rounds by more than their "
           "names. Saved searches that ask for the rater ask for the new name. Packs that are out and other "
           "copies of the study keep the old one."));
    for (const model::Rater& rater : state.raters)
        m_which->addItem(tr("Rater %1").arg(toQt(rater.name)), toQt(rater.name));
    for (const model::Round& round : state.rounds) {
        m_which->addItem(tr("Round %1").arg(toQt(round.name)), toQt(round.name));
        m_which->setItemData(m_which->count() - 1, true, isRoundRole);
    }
    addField(*column, tr("Which"), m_which);
    column->addSpacing(theme().px(4));
    m_name->setMaxLength(100);
    addField(*column, tr("New name"), m_name);
    m_problem->setWraps(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addStretch(1);
    m_do->setKey(tr("Enter"));
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_do);
    pressOnEnter(*this, m_do);
    connect(m_name, &QLineEdit::returnPressed, this, &RenameDialog::accept);
    connect(m_which, &QComboBox::currentIndexChanged, this, [this] { chosen(); });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        const QString name = text.trimmed();
        m_do->setEnabled(!name.isEmpty() && name != m_which->currentData().toString());
        m_problem->hide();
    });
    chosen();
    m_which->setFocus();
}

void RenameDialog::chosen() {
    m_name->setText(m_which->currentData().toString());
    m_name->selectAll();
    m_do->setEnabled(false);
}

QString RenameDialog::problem() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void RenameDialog::accept() {
    if (!m_do->isEnabled())
        return;
    const std::string from = toUtf8(m_which->currentData().toString());
    const std::string to = toUtf8(m_name->text().trimmed());
    service::Session& session = m_host.study().session();
    const auto renamed = m_which->currentData(isRoundRole).toBool() ? service::renameRound(session, from, to)
                                                                    : service::renameRater(session, from, to);
    if (!renamed) {
        m_problem->setText(errorSentence(renamed.error()) + QLatin1Char(' ') + errorDetails(renamed.error()));
        m_problem->show();
        m_name->setFocus();
        return;
    }
    m_host.study().announce(renamed->changes);
    QString told = tr("%1 is called %2 now.").arg(toQt(from), toQt(to));
    if (!renamed->searches.empty())
        told += QLatin1Char(' ') + counted(std::int64_t(renamed->searches.size()),
                                           tr("One saved search follows."), tr("%1 saved searches follow."));
    m_host.showToast(told);
    QDialog::accept();
}

} // namespace rapport::ui
