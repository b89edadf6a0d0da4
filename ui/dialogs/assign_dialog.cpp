// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/assign_dialog.h"

#include "service/reading.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/flow_layout.h"
#include "ui/components/small_parts.h"
#include "ui/components/tick_list.h"
#include "ui/dialogs/enter_press.h"
#include "ui/dialogs/writing.h"
#include "ui/models/figures.h"
#include "ui/models/study_progress.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

std::vector<std::string> ticked(const QListWidget& list) {
    std::vector<std::string> names;
    for (int i = 0; i < list.count(); ++i) {
        if (list.item(i)->checkState() == Qt::Checked)
            names.push_back(toUtf8(list.item(i)->data(Qt::UserRole).toString()));
    }
    return names;
}

void addTick(QListWidget& list, const QString& text, const std::string& name, bool isTicked) {
    auto* item = new QListWidgetItem(text, &list);
    item->setData(Qt::UserRole, toQt(name));
    item->setToolTip(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
}

/// How many texts both of two raters get: pair by pair, or from where to where for more pairs than one reads.
QString pairsText(const service::AssignPreview& preview) {
    constexpr std::size_t mostPairs = 10;
    if (preview.shared.empty())
        return {};
    if (preview.shared.size() > mostPairs) {
        const auto [least, most] =
            std::minmax_element(preview.shared.begin(), preview.shared.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; });
        return AssignDialog::tr("Any two of them share %1 to %2 texts.")
            .arg(countText(least->second), countText(most->second));
    }
    QStringList lines{AssignDialog::tr("Both judge:")};
    for (const auto& [pair, units] : preview.shared)
        lines.append(
            QStringLiteral("%1 – %2: %3").arg(toQt(pair.first), toQt(pair.second), countText(units)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

AssignDialog::AssignDialog(ViewHost& host, QWidget* parent)
    : QDialog(parent)
    , m_host(host) {
    setWindowTitle(tr("Assign a round"));
    openWithin(*this, 820, 620);
    m_later.setSingleShot(true);
    m_later.setInterval(120);
    connect(&m_later, &QTimer::timeout, this, [this] { preview(); });
    build();
    fill();
    kindChosen();
    m_later.start();
    m_kind->setFocus();
}

void AssignDialog::build() {
    const int pad = theme().px(16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    auto* formPart = new ScrolledBody(this);
    QVBoxLayout* form = formPart->column();
    form->setContentsMargins(pad, pad, pad, pad);
    form->setSpacing(theme().px(4));
    const auto label = [this](const QString& text) {
        return new Words(text, TypeRole::Small, Token::Text2, this);
    };
    form->addWidget(new Words(tr("Assign a round"), TypeRole::Title, Token::Text, this));
    form->addSpacing(theme().px(8));

    auto* first = new QGridLayout;
    first->setHorizontalSpacing(theme().px(12));
    first->setVerticalSpacing(theme().px(4));
    m_kind = new QComboBox(this);
    for (const model::RoundKind kind : {model::RoundKind::Training, model::RoundKind::Calibration,
                                        model::RoundKind::Reliability, model::RoundKind::Main})
        m_kind->addItem(roundKindTitle(kind), int(kind));
    m_kind->setAccessibleName(tr("Kind of round"));
    m_name = new QLineEdit(this);
    m_name->setAccessibleName(tr("Name of the round"));
    first->addWidget(label(tr("Kind")), 0, 0);
    first->addWidget(label(tr("Name")), 0, 1);
    first->addWidget(m_kind, 1, 0);
    first->addWidget(m_name, 1, 1);
    form->addLayout(first);
    form->addSpacing(theme().px(6));

    auto* lists = new QGridLayout;
    lists->setHorizontalSpacing(theme().px(12));
    lists->setVerticalSpacing(theme().px(4));
    m_raters = new QListWidget(this);
    m_raters->setAccessibleName(tr("Raters"));
    m_prompts = new QListWidget(this);
    m_prompts->setAccessibleName(tr("Questions"));
    m_strata = new QListWidget(this);
    m_strata->setAccessibleName(tr("In proportion by"));
    lists->addWidget(label(tr("Raters")), 0, 0);
    lists->addWidget(label(tr("Questions")), 0, 1);
    lists->addWidget(label(tr("In proportion by")), 0, 2);
    lists->addWidget(m_raters, 1, 0);
    lists->addWidget(m_prompts, 1, 1);
    lists->addWidget(m_strata, 1, 2);
    form->addLayout(lists, 1);
    m_transcripts = new QCheckBox(tr("Turns of transcripts too"), this);
    form->addWidget(m_transcripts);
    form->addSpacing(theme().px(6));

    // Fields go on in the next line, each under its name, where there is no room for all.
    auto* draw = new FlowLayout(12);
    const auto drawField = [&](const QString& name, QWidget* field) {
        auto* part = new QWidget(this);
        auto* both = new QVBoxLayout(part);
        both->setContentsMargins(0, 0, 0, 0);
        both->setSpacing(theme().px(4));
        both->addWidget(label(name));
        both->addWidget(field);
        draw->addWidget(part);
    };
    m_sample = new QLineEdit(tr("all"), this);
    m_sample->setMinimumWidth(theme().px(184));
    m_sample->setAccessibleName(tr("Sample: all, a number or a percentage"));
    m_sampleBy = new QComboBox(this);
    m_sampleBy->addItem(tr("texts"), int(service::SampleBy::Unit));
    m_sampleBy->addItem(tr("participants, with all their texts"), int(service::SampleBy::Participant));
    m_sampleBy->setAccessibleName(tr("What is drawn"));
    m_perUnit = new QComboBox(this);
    m_perUnit->setAccessibleName(tr("Raters per text"));
    m_seed = new QSpinBox(this);
    m_seed->setRange(1, 999999);
    m_seed->setAccessibleName(tr("Seed: the same draws the same sample"));
    m_seed->setMinimumWidth(theme().px(96));
    drawField(tr("Sample (all, 40 or 25%)"), m_sample);
    drawField(tr("of"), m_sampleBy);
    drawField(tr("Each text goes to"), m_perUnit);
    drawField(tr("Seed"), m_seed);
    form->addLayout(draw);
    auto* which = new QGridLayout;
    which->setHorizontalSpacing(theme().px(12));
    which->setVerticalSpacing(theme().px(4));
    m_which = new QComboBox(this);
    m_which->setAccessibleName(tr("Which texts may be drawn"));
    // As wide as the form, whatever a round is called.
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_days = new QSpinBox(this);
    m_days->setRange(0, 3650);
    m_days->setValue(14);
    m_days->setAccessibleName(tr("Completed at least so many days ago"));
    m_daysLabel = label(tr("Days ago, at least"));
    which->addWidget(label(tr("Which texts")), 0, 0);
    which->addWidget(m_daysLabel, 0, 1);
    which->addWidget(m_which, 1, 0);
    which->addWidget(m_days, 1, 1);
    which->setColumnStretch(0, 1);
    form->addLayout(which);
    m_blind = new QCheckBox(tr("Blind: raters see neither each other's work nor who answered"), this);
    m_blind->setChecked(true);
    form->addSpacing(theme().px(4));
    form->addWidget(m_blind);
    body->addWidget(formPart, 1);

    auto* side = new Panel(Token::Canvas, Qt::LeftEdge, this);
    side->setFixedWidth(std::min(theme().px(250), screenRoom(*this).width() * 3 / 10));
    auto* sideWhole = new QVBoxLayout(side);
    sideWhole->setContentsMargins(1, 0, 0, 0);
    auto* sidePart = new ScrolledBody(side);
    sideWhole->addWidget(sidePart);
    QVBoxLayout* sideColumn = sidePart->column();
    sideColumn->setContentsMargins(pad, pad, pad, pad);
    sideColumn->setSpacing(theme().px(8));
    sideColumn->addWidget(new SectionHeader(tr("What comes of it"), {}, side));
    m_units = new Words(TypeRole::Body, Token::Text, side);
    m_perRater = new Words(TypeRole::Body, Token::Text2, side);
    m_pairs = new Words(TypeRole::Small, Token::Text2, side);
    m_problem = new Words(TypeRole::Small, Token::Bad, side);
    for (Words* words : {m_units, m_perRater, m_pairs, m_problem}) {
        words->setWraps(true);
        sideColumn->addWidget(words);
    }
    sideColumn->addStretch(1);
    body->addWidget(side);
    column->addLayout(body, 1);

    auto* foot = new Panel(Token::Canvas, Qt::TopEdge, this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    auto* cancel = new KeyButton(tr("Cancel"), ButtonKind::Quiet, foot);
    cancel->setKey(tr("Esc"));
    m_assign = new KeyButton(tr("Assign"), ButtonKind::Primary, foot);
    pressOnCtrlEnter(m_assign);
    m_assign->setEnabled(false);
    auto* note = new Words(tr("Nothing is assigned yet. A round's sample is fixed once it is made."),
                           TypeRole::Small, Token::Text2, foot);
    row->addWidget(cancel);
    note->setWraps(true);
    note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(note, 1, Qt::AlignVCenter);
    row->addSpacing(theme().px(8));
    row->addWidget(m_assign);
    column->addWidget(foot);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_assign, &QAbstractButton::clicked, this, &AssignDialog::accept);

    const auto wait = [this] {
        forgetPreview();
        m_later.start();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this, wait] {
        kindChosen();
        wait();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this, wait] {
        m_nameIsOwn = !m_name->text().isEmpty();
        wait();
    });
    for (QListWidget* list : {m_raters, m_prompts, m_strata}) {
        showTicks(*list);
        connect(list, &QListWidget::itemChanged, this, wait);
    }
    connect(m_transcripts, &QCheckBox::toggled, this, wait);
    connect(m_sample, &QLineEdit::textEdited, this, wait);
    connect(m_sampleBy, &QComboBox::currentIndexChanged, this, wait);
    connect(m_perUnit, &QComboBox::currentIndexChanged, this, wait);
    connect(m_seed, &QSpinBox::valueChanged, this, wait);
    connect(m_which, &QComboBox::currentIndexChanged, this, [this, wait] {
        whichChosen();
        wait();
    });
    connect(m_days, &QSpinBox::valueChanged, this, wait);
}

void AssignDialog::fill() {
    service::Session& session = m_host.study().session();
    m_which->addItem(tr("any"), {});
    m_which->addItem(tr("fresh: of no earlier round"), {});
    if (const auto rounds = session.rounds()) {
        for (const model::Round& round : *rounds) {
            m_taken.append(toQt(round.name));
            if (round.kind != model::RoundKind::Default)
                m_which->addItem(tr("once more: what each completed in %1").arg(toQt(round.name)),
                                 toQt(round.name));
        }
    }
    whichChosen();
    if (const auto raters = session.raters()) {
        for (const model::Rater& rater : *raters) {
            if (rater.kind != model::RaterKind::Machine)
                addTick(*m_raters, toQt(rater.name), rater.name, rater.kind == model::RaterKind::Human);
        }
    }
    if (const auto instrument = session.instrument()) {
        for (const model::Prompt& prompt : instrument->prompts) {
            if (prompt.kind == model::PromptKind::Open)
                addTick(*m_prompts,
                        QStringLiteral("%1  %2").arg(toQt(prompt.name), localText(prompt.wording)),
                        prompt.name, true);
        }
    }
    if (const auto attributes = service::attributes(session)) {
        for (const model::Attribute& attribute : *attributes)
            addTick(*m_strata, localText(attribute.title), attribute.name, false);
    }
    // Counting takes time in a large study.
    m_transcripts->hide();
    m_host.jobs().start<service::StudyInfo>(
        QStringLiteral("assign-texts"), tr("Counting the texts"), this,
        [](service::Session& each, const base::Task&) { return each.info(); },
        [this](const base::Result<service::StudyInfo>& info) {
            m_transcripts->setVisible(info && info->transcripts > 0);
        });
    m_perUnit->addItem(tr("all of them"), 0);
    for (int count = 1; count < m_raters->count(); ++count)
        m_perUnit->addItem(counted(count, tr("one rater"), tr("%1 raters")), count);
}

QString AssignDialog::freeName(const QString& stem) const {
    QString name = stem;
    for (int number = 2; m_taken.contains(name, Qt::CaseInsensitive); ++number)
        name = QStringLiteral("%1-%2").arg(stem).arg(number);
    return name;
}

void AssignDialog::kindChosen() {
    const auto kind = model::RoundKind(m_kind->currentData().toInt());
    if (!m_nameIsOwn)
        m_name->setText(freeName(QString::fromLatin1(model::name(kind))));
    // A main round is shared out; the others are for measuring agreement.
    m_perUnit->setCurrentIndex(kind == model::RoundKind::Main && m_perUnit->count() > 1 ? 1 : 0);
}

void AssignDialog::whichChosen() {
    const bool isAgain = !m_which->currentData().toString().isEmpty();
    m_days->setVisible(isAgain);
    m_daysLabel->setVisible(isAgain);
    // What is rated again is dealt to those who rated it.
    m_perUnit->setEnabled(!isAgain);
}

service::AssignRequest AssignDialog::request() const {
    service::AssignRequest request;
    request.round = toUtf8(m_name->text().trimmed());
    request.kind = model::RoundKind(m_kind->currentData().toInt());
    request.raters = ticked(*m_raters);
    request.prompts = ticked(*m_prompts);
    // The word is the window's; the study's own is understood, too.
    const QString sample = m_sample->text().trimmed();
    const bool isAll = sample.compare(tr("all"), Qt::CaseInsensitive) == 0 ||
                       sample.compare(QLatin1String("all"), Qt::CaseInsensitive) == 0;
    request.sample = isAll ? "all" : toUtf8(sample);
    request.sampleBy = service::SampleBy(m_sampleBy->currentData().toInt());
    request.stratify = ticked(*m_strata);
    request.again = toUtf8(m_which->currentData().toString());
    request.againAfterDays = request.again.empty() ? 0 : m_days->value();
    request.isFresh = m_which->currentIndex() == 1;
    request.perUnit = request.again.empty() ? m_perUnit->currentData().toInt() : 0;
    request.seed = std::uint64_t(m_seed->value());
    request.isBlind = m_blind->isChecked();
    request.withTranscripts = m_transcripts->isChecked();
    return request;
}

void AssignDialog::forgetPreview() {
    ++m_asked;
    m_assign->setEnabled(false);
}

void AssignDialog::preview() {
    if (m_isWriting)
        return;
    m_host.jobs().start<service::AssignPreview>(
        QStringLiteral("assign-preview"), tr("Drawing the sample"), this,
        [request = request()](service::Session& session, const base::Task&) {
            return service::previewAssign(session, request);
        },
        [this, asked = m_asked](const base::Result<service::AssignPreview>& preview) {
            if (asked == m_asked)
                showPreview(preview);
        });
}

void AssignDialog::showPreview(const base::Result<service::AssignPreview>& preview) {
    m_assign->setEnabled(bool(preview));
    if (!preview) {
        m_units->setText({});
        m_perRater->setText({});
        m_pairs->setText({});
        m_problem->setText(errorSentence(preview.error()) + QLatin1Char('\n') +
                           errorDetails(preview.error()));
        Q_EMIT previewed();
        return;
    }
    m_problem->setText({});
    QString text = tr("%1 of %2 texts").arg(countText(preview->units), countText(preview->candidates));
    text +=
        QLatin1Char('\n') + (preview->sharedByTwo > 0
                                 ? tr("%1 of them judged by two or more: agreement can be measured on these.")
                                       .arg(countText(preview->sharedByTwo))
                                 : tr("No text is judged by two: agreement cannot be measured here."));
    m_units->setText(text);
    QStringList each;
    for (const auto& [rater, units] : preview->perRater)
        each.append(QStringLiteral("%1: %2").arg(toQt(rater), countText(units)));
    m_perRater->setText(each.join(QLatin1Char('\n')));
    m_pairs->setText(pairsText(*preview));
    Q_EMIT previewed();
}

QString AssignDialog::previewText() const {
    return (m_units->text() + QLatin1Char('\n') + m_perRater->text() + QLatin1Char('\n') + m_pairs->text() +
            QLatin1Char('\n') + m_problem->text())
        .trimmed();
}

void AssignDialog::accept() {
    if (!m_assign->isEnabled())
        return;
    forgetPreview();
    m_isWriting = true;
    const service::AssignRequest wanted = request();
    startWriting<service::AssignPreview, AssignDialog>(
        m_host, this, tr("Assigning the round"),
        [wanted](service::Session& session, const base::Task&) { return service::assign(session, wanted); },
        [&host = m_host, wanted](const service::AssignPreview& made, bool) {
            service::ChangeSet change;
            change.position = host.study().session().position().value_or(0);
            change.roundsChanged = true;
            change.codebookChanged = true; // assigning may freeze the version that is rated under
            change.act = "assign";
            change.object = wanted.round;
            host.study().announce(change);
            host.showToast(tr("%1 is assigned: %2 texts.").arg(toQt(wanted.round), countText(made.units)));
        },
        [](AssignDialog& dialog, const base::Result<service::AssignPreview>& made) {
            dialog.m_isWriting = false;
            if (made)
                dialog.QDialog::accept();
            else
                dialog.showPreview(made);
            Q_EMIT dialog.assigned(bool(made));
        });
}

} // namespace rapport::ui
