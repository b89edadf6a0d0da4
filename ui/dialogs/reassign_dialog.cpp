// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reassign_dialog.h"

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/components/tick_list.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"
#include "ui/dialogs/writing.h"
#include "ui/models/figures.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

ReassignDialog::ReassignDialog(ViewHost& host, const StudyState& state, QWidget* parent)
    : QDialog(parent)
    , m_host(host)
    , m_state(state)
    , m_round(new QComboBox(this))
    , m_from(new QComboBox(this))
    , m_to(new QListWidget(this))
    , m_shares(new Words(TypeRole::Body, Token::Text, this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_do(new KeyButton(tr("Give them"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Give open texts to others"));
    build();
    for (const model::Round& round : m_state.rounds) {
        const bool isOpenWork =
            round.openedAt == 0 &&
            std::any_of(m_state.progress.begin(), m_state.progress.end(), [&](const service::Progress& each) {
                return each.round.id == round.id && each.completed < each.assigned;
            });
        if (isOpenWork)
            m_round->addItem(toQt(round.name), toQt(round.name));
    }
    roundChosen();
    m_round->setFocus();
}

void ReassignDialog::build() {
    auto* column = beginDialog(
        *this, 520,
        tr("Texts that a rater has neither completed nor begun go to others, to each as many as to the next, "
           "to nobody twice. What was begun stays. They come after what these raters have already."));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(12));
    const auto field = [&](const QString& label, QWidget* widget) {
        auto* part = new QVBoxLayout;
        part->setSpacing(theme().px(4));
        addField(*part, label, widget);
        row->addLayout(part, 1);
    };
    field(tr("Round"), m_round);
    field(tr("From"), m_from);
    column->addLayout(row);
    column->addSpacing(theme().px(4));
    m_to->setFixedHeight(theme().px(110));
    showTicks(*m_to);
    addField(*column, tr("To"), m_to);
    m_shares->setWraps(true);
    m_problem->setWraps(true);
    column->addWidget(m_shares);
    column->addWidget(m_problem);
    column->addStretch(1);
    pressOnCtrlEnter(m_do);
    m_do->setEnabled(false);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_do);
    connect(m_round, &QComboBox::currentIndexChanged, this, [this] { roundChosen(); });
    connect(m_from, &QComboBox::currentIndexChanged, this, [this] { fromChosen(); });
    connect(m_to, &QListWidget::itemChanged, this, [this] { preview(); });
}

void ReassignDialog::roundChosen() {
    const QSignalBlocker quiet(m_from);
    m_from->clear();
    const std::string round = toUtf8(m_round->currentData().toString());
    for (const service::Progress& each : m_state.progress) {
        if (each.round.name == round && each.completed < each.assigned)
            m_from->addItem(
                tr("%1, %2 open").arg(toQt(each.rater.name), countText(each.assigned - each.completed)),
                toQt(each.rater.name));
    }
    fromChosen();
}

void ReassignDialog::fromChosen() {
    const QSignalBlocker quiet(m_to);
    m_to->clear();
    const QString from = m_from->currentData().toString();
    for (const model::Rater& rater : m_state.raters) {
        if (rater.kind != model::RaterKind::Human || toQt(rater.name) == from)
            continue;
        auto* item = new QListWidgetItem(toQt(rater.name), m_to);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    preview();
}

service::ReassignRequest ReassignDialog::request() const {
    service::ReassignRequest wanted;
    wanted.round = toUtf8(m_round->currentData().toString());
    wanted.from = toUtf8(m_from->currentData().toString());
    for (int place = 0; place < m_to->count(); ++place) {
        if (m_to->item(place)->checkState() == Qt::Checked)
            wanted.to.push_back(toUtf8(m_to->item(place)->text()));
    }
    return wanted;
}

void ReassignDialog::preview() {
    ++m_asked;
    m_do->setEnabled(false);
    if (m_isWriting)
        return;
    m_problem->setText({});
    if (m_from->count() == 0) {
        m_shares->setText(tr("Nothing is open in a round that still runs."));
        return;
    }
    const service::ReassignRequest wanted = request();
    if (wanted.to.empty()) {
        m_shares->setText(tr("Tick who takes them."));
        return;
    }
    m_host.jobs().start<Shares>(
        QStringLiteral("reassign-preview"), tr("Dealing the texts"), this,
        [wanted](service::Session& session, const base::Task&) {
            return service::previewReassign(session, wanted);
        },
        [this, asked = m_asked](const base::Result<Shares>& shares) {
            if (asked != m_asked)
                return;
            show(shares);
            m_do->setEnabled(bool(shares));
            Q_EMIT previewed();
        });
}

void ReassignDialog::show(const base::Result<Shares>& shares) {
    m_shares->setText({});
    m_problem->setText({});
    if (!shares) {
        m_problem->setText(errorSentence(shares.error()) + QLatin1Char('\n') + errorDetails(shares.error()));
        return;
    }
    QStringList lines;
    for (const auto& [rater, units] : shares->units)
        lines.append(tr("%1 gets %2").arg(toQt(rater), counted(units, tr("one text"), tr("%1 texts"))));
    if (shares->left > 0)
        lines.append(counted(shares->left, tr("One text stays: all of them have it already."),
                             tr("%1 texts stay: all of them have these already.")));
    m_shares->setText(lines.join(QLatin1Char('\n')));
}

QString ReassignDialog::previewText() const {
    return (m_shares->text() + QLatin1Char('\n') + m_problem->text()).trimmed();
}

bool ReassignDialog::canReassign() const {
    return m_do->isEnabled();
}

void ReassignDialog::accept() {
    if (!m_do->isEnabled())
        return;
    ++m_asked;
    m_do->setEnabled(false);
    m_isWriting = true;
    const service::ReassignRequest wanted = request();
    startWriting<Shares, ReassignDialog>(
        m_host, this, tr("Giving the texts"),
        [wanted](service::Session& session, const base::Task&) { return service::reassign(session, wanted); },
        [&host = m_host, wanted](const Shares& shares, bool) {
            std::int64_t all = 0;
            for (const auto& [rater, units] : shares.units)
                all += units;
            service::ChangeSet change;
            change.position = host.study().session().position().value_or(0);
            change.roundsChanged = true;
            change.act = "reassign";
            change.object = wanted.round;
            host.study().announce(change);
            host.showToast(
                counted(all, tr("One text of %2 has another rater."), tr("%1 texts of %2 have other raters."))
                    .replace(QStringLiteral("%2"), toQt(wanted.from)));
        },
        [](ReassignDialog& dialog, const base::Result<Shares>& shares) {
            dialog.m_isWriting = false;
            if (!shares)
                dialog.show(shares);
            Q_EMIT dialog.reassigned(bool(shares));
            if (shares)
                dialog.QDialog::accept();
        });
}

} // namespace rapport::ui
