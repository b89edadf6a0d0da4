// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/unseal_dialog.h"

#include "service/packing.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rapport::ui {

namespace {

struct Unsealed {};

} // namespace

UnsealDialog::UnsealDialog(JobRunner& jobs, const QString& file, QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_file(file)
    , m_passphrase(new QLineEdit(this))
    , m_passphraseLabel(new Words(tr("Passphrase"), TypeRole::Small, Token::Text2, this))
    , m_where(new Words(TypeRole::Small, Token::Text2, this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_elsewhere(new KeyButton(tr("Somewhere else…"), ButtonKind::Secondary, this))
    , m_open(new KeyButton(tr("Open"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("A sealed file"));
    auto* column = beginDialog(*this, 500);
    addHead(
        *column, tr("%1 is sealed").arg(QFileInfo(file).fileName()),
        tr("Whoever made it gave you the passphrase by another way. It is opened into a file of its own, in "
           "which you work; the sealed one stays as it is."));
    column->addSpacing(theme().px(6));
    column->addWidget(m_passphraseLabel);
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    column->addWidget(m_passphrase);
    m_problem->setWraps(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addSpacing(theme().px(4));
    auto* place = new QHBoxLayout;
    place->setSpacing(theme().px(12));
    m_where->setWraps(true);
    m_elsewhere->setSmall(true);
    place->addWidget(m_where, 1);
    place->addWidget(m_elsewhere, 0, Qt::AlignTop);
    column->addLayout(place);
    column->addStretch(1);
    m_open->setKey(tr("Enter"));
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_open);
    connect(m_elsewhere, &QAbstractButton::clicked, this, [this] { chooseTarget(); });
    connect(m_passphrase, &QLineEdit::textChanged, this, [this] {
        m_problem->hide();
        updateState();
    });
    connect(m_passphrase, &QLineEdit::returnPressed, this, &UnsealDialog::accept);
    pressOnEnter(*this, m_open);
    setTarget(nameFor(file));
    m_isThere ? m_open->setFocus() : m_passphrase->setFocus();
}

QString UnsealDialog::nameFor(const QString& file) {
    const QFileInfo info(file);
    return info.absolutePath() + QLatin1Char('/') + info.completeBaseName() + tr(" (opened)") +
           QLatin1Char('.') + info.suffix();
}

QString UnsealDialog::problem() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void UnsealDialog::setTarget(const QString& file) {
    m_target = file;
    m_isThere = QFileInfo::exists(file);
    const QString name = QFileInfo(file).fileName();
    m_where->setText(m_isThere
                         ? tr("It was opened before: “%1” is there, with what was done in it.").arg(name)
                         : tr("It is opened as “%1” in %2.").arg(name, QFileInfo(file).absolutePath()));
    m_passphrase->setVisible(!m_isThere);
    m_passphraseLabel->setVisible(!m_isThere);
    updateState();
}

void UnsealDialog::chooseTarget() {
    const QString suffix = QFileInfo(m_file).suffix();
    const QString file =
        askForNewFile(this, tr("Open it as"), m_target, tr("Coding pack or study (*.%1)").arg(suffix),
                      QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        setTarget(file);
    if (!m_isThere)
        m_passphrase->setFocus();
}

void UnsealDialog::updateState() {
    m_open->setText(m_isThere ? tr("Go on with it") : tr("Open"));
    m_open->setEnabled(m_isThere || !m_passphrase->text().isEmpty());
}

void UnsealDialog::accept() {
    if (!m_open->isEnabled())
        return;
    if (m_isThere) {
        Q_EMIT opened(m_target);
        QDialog::accept();
        return;
    }
    m_open->setEnabled(false);
    m_jobs.startWithoutStudy<Unsealed>(
        QStringLiteral("unseal"), tr("Opening the sealed file"), this,
        [file = toUtf8(m_file), out = toUtf8(m_target),
         words = toUtf8(m_passphrase->text())](const base::Task&) -> base::Result<Unsealed> {
            RAPPORT_TRY(service::unsealFile(file, out, words));
            return Unsealed{};
        },
        [this](const base::Result<Unsealed>& done) {
            updateState();
            if (!done) {
                if (QFileInfo::exists(m_target)) { // somebody made it meanwhile
                    setTarget(m_target);
                    Q_EMIT refused();
                    return;
                }
                m_problem->setText(
                    done.error().code == base::Errc::Refused
                        ? tr("This passphrase does not open it. Capital letters and blanks count.")
                        : errorSentence(done.error()) + QLatin1Char(' ') + errorDetails(done.error()));
                m_problem->show();
                m_passphrase->selectAll();
                m_passphrase->setFocus();
                Q_EMIT refused();
                return;
            }
            Q_EMIT opened(m_target);
            QDialog::accept();
        });
}

} // namespace rapport::ui
