// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pack_dialog.h"

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/growing.h"
#include "ui/models/figures.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QVBoxLayout>

namespace rapport::ui {

PackDialog::PackDialog(ViewHost& host, QWidget* parent)
    : QDialog(parent)
    , m_host(host)
    , m_rater(new QComboBox(this))
    , m_passphrase(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_make(new KeyButton(tr("Choose where to save it"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Coding pack for a rater"));
    setMinimumWidth(theme().px(500));
    auto* column = new QVBoxLayout(this);
    const int pad = theme().px(16);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(theme().px(6));
    column->addWidget(new Words(windowTitle(), TypeRole::Title, Token::Text, this));
    auto* explained = new Words(
        tr("One file with the texts that were assigned to this rater, under neutral names, the codebook, "
           "the rater's own work and nothing else. It opens like a study, on any computer; what comes back "
           "is merged here."),
        TypeRole::Small, Token::Text2, this);
    explained->setWraps(true);
    column->addWidget(explained);
    column->addSpacing(theme().px(6));
    const auto field = [&](const QString& label, QWidget* widget) {
        column->addWidget(new Words(label, TypeRole::Small, Token::Text2, this));
        widget->setAccessibleName(label);
        column->addWidget(widget);
    };
    if (const auto raters = host.study().session().raters()) {
        for (const model::Rater& rater : *raters)
            m_rater->addItem(toQt(rater.name), toQt(rater.name));
    }
    field(tr("Rater"), m_rater);
    field(tr("Passphrase, if it travels by mail or stick; tell it by another way"), m_passphrase);
    field(tr("The passphrase again"), m_again);
    for (QLineEdit* line : {m_passphrase, m_again}) {
        line->setEchoMode(QLineEdit::Password);
        connect(line, &QLineEdit::textChanged, this, [this] { updateState(); });
        connect(line, &QLineEdit::returnPressed, this, &PackDialog::accept);
    }
    m_problem->setWraps(true);
    column->addWidget(m_problem);
    column->addSpacing(theme().px(10));
    auto* row = new QHBoxLayout;
    auto* cancel = new KeyButton(tr("Cancel"), ButtonKind::Quiet, this);
    cancel->setKey(tr("Esc"));
    m_make->setKey(tr("Enter"));
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_make);
    column->addLayout(row);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_make, &QAbstractButton::clicked, this, &PackDialog::accept);
    growWithWords(*this);
    updateState();
    m_rater->setFocus();
}

QString PackDialog::problem() const {
    return m_problem->text();
}

QString PackDialog::fileName() const {
    static const QRegularExpression unsafe(QStringLiteral(R"([\\/:*?"<>|\x00-\x1f]+)"));
    return m_rater->currentText().replace(unsafe, QStringLiteral(" ")).simplified() +
           QStringLiteral(".rpack");
}

void PackDialog::updateState() {
    const bool isSame = m_passphrase->text() == m_again->text();
    m_problem->setText(isSame || m_again->text().isEmpty() ? QString() : tr("The two passphrases differ."));
    m_make->setEnabled(isSame && m_rater->count() > 0);
}

void PackDialog::accept() {
    if (!m_make->isEnabled())
        return;
    const QString folder = QSettings().value(QStringLiteral("window/folder")).toString();
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the pack"), folder + QLatin1Char('/') + fileName(), tr("Coding pack (*.rpack)"));
    if (!file.isEmpty())
        packTo(file);
}

void PackDialog::packTo(const QString& file) {
    service::PackRequest wanted;
    wanted.rater = toUtf8(m_rater->currentData().toString());
    wanted.out = toUtf8(file);
    wanted.passphrase = toUtf8(m_passphrase->text());
    m_make->setEnabled(false);
    m_host.jobs().start<service::PackReport>(
        QStringLiteral("pack"), tr("Making the pack"), this,
        [wanted](service::Session& session, const base::Task& task) {
            return service::pack(session, wanted, task);
        },
        [this, file](base::Result<service::PackReport> report) {
            m_make->setEnabled(true);
            if (!report) {
                m_problem->setText(errorSentence(report.error()) + QLatin1Char(' ') +
                                   errorDetails(report.error()));
                Q_EMIT packed({});
                return;
            }
            service::ChangeSet change;
            change.position = m_host.study().session().position().value_or(0);
            change.codebookChanged = true; // its version is frozen now
            change.act = "pack";
            m_host.study().announce(change);
            m_host.showToast(
                counted(report->units, tr("The pack holds 1 text: %2"), tr("The pack holds %1 texts: %2"))
                    .replace(QStringLiteral("%2"), file));
            Q_EMIT packed(file);
            QDialog::accept();
        },
        service::OpenMode::ReadWrite);
}

} // namespace rapport::ui
