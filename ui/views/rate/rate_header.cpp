// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/rate_header.h"

#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <array>

namespace rapport::ui {

QString roundTitle(const model::Round& round) {
    return round.name == model::defaultRoundName ? RateHeader::tr("without assignment") : toQt(round.name);
}

void showPage(ViewHost& host, const RateDesk& desk, RatePage page) {
    ViewTarget target;
    // Between answer and grid the answer at hand stays at hand.
    if (page != RatePage::Transcripts && desk.hasUnit() && desk.work().item.kind == model::UnitKind::Answer)
        target.unit = desk.work().item.id;
    constexpr std::array names{"rate-answers", "rate-grid", "rate-transcript"};
    host.openView(QString::fromLatin1(names[std::size_t(page)]), target);
}

RateHeader::RateHeader(ViewHost& host, RateDesk& desk, RatePage page)
    : m_host(host)
    , m_desk(desk)
    , m_page(page)
    , m_what(new SegmentedControl(this))
    , m_raterLabel(new Words(TypeRole::Small, Token::Text2, this))
    , m_rater(new ChoiceBox(this))
    , m_round(new ChoiceBox(this))
    , m_blind(new Chip({}, ChipKind::Outlined, QStringLiteral("eye-off"), this))
    , m_opened(new Chip({}, ChipKind::Outlined, QStringLiteral("history"), this))
    , m_undo(new KeyButton({}, ButtonKind::Quiet, this))
    , m_redo(new KeyButton({}, ButtonKind::Quiet, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(10));
    row->addWidget(m_raterLabel);
    row->addWidget(m_rater);
    row->addWidget(m_round);
    row->addWidget(m_blind);
    row->addWidget(m_opened);
    row->addWidget(m_what);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    m_undo->setIconName(QStringLiteral("undo"));
    m_redo->setIconName(QStringLiteral("redo"));
    m_rater->setFocusPolicy(Qt::TabFocus);
    m_round->setFocusPolicy(Qt::TabFocus);
    m_round->setMaximumWidth(theme().px(220));
    for (KeyButton* button : {m_undo, m_redo})
        button->setFocusPolicy(Qt::NoFocus);
    m_what->setCurrent(int(page));
    connect(m_what, &SegmentedControl::currentChanged, this, [this](int index) {
        m_what->setCurrent(int(m_page));
        // As by its key: each view knows which answer is at hand.
        constexpr std::array actions{"rate.one", "rate.grid", "rate.transcripts"};
        m_host.actions().action(QLatin1String(actions[std::size_t(index)]))->trigger();
    });
    connect(m_rater, &QComboBox::activated, this,
            [this](int index) { m_desk.chooseRater(model::RaterId(m_rater->itemData(index).toLongLong())); });
    connect(m_round, &QComboBox::activated, this,
            [this](int index) { m_desk.chooseRound(model::RoundId(m_round->itemData(index).toLongLong())); });
    for (const auto& [button, id] :
         {std::pair(m_undo, QStringLiteral("edit.undo")), std::pair(m_redo, QStringLiteral("edit.redo"))}) {
        QAction* action = host.actions().action(id);
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
        const auto follow = [button = button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->text());
        };
        connect(action, &QAction::changed, button, follow);
        follow();
    }
    connect(&desk, &RateDesk::listChanged, this, [this] { refresh(); });
    retranslate();
}

void RateHeader::refresh() {
    const QSignalBlocker quietRater(m_rater);
    const QSignalBlocker quietRound(m_round);
    m_rater->clear();
    for (const model::Rater& rater : m_desk.raters()) {
        m_rater->addItem(toQt(rater.name), qlonglong(rater.id.value));
        if (m_desk.rater() && m_desk.rater()->id == rater.id)
            m_rater->setCurrentIndex(m_rater->count() - 1);
    }
    m_round->clear();
    for (const model::Round& round : m_desk.rounds()) {
        m_round->addItem(roundTitle(round), qlonglong(round.id.value));
        if (m_desk.round() && m_desk.round()->id == round.id)
            m_round->setCurrentIndex(m_round->count() - 1);
    }
    const bool mayChoose = m_desk.mayChooseRater() && m_rater->count() > 0;
    m_rater->setVisible(mayChoose);
    m_raterLabel->setVisible(mayChoose && !m_isCompact);
    m_round->setVisible(m_round->count() > 1);
    m_blind->setVisible(m_desk.isBlind());
    m_opened->setVisible(!m_desk.isBlind() && m_desk.round() && m_desk.round()->openedAt != 0);
}

void RateHeader::nameChips() {
    for (const auto& [chip, name] : {std::pair(m_blind, tr("Blind")), std::pair(m_opened, tr("Opened"))}) {
        chip->setText(m_isTight ? QString() : name);
        chip->setAccessibleName(name);
    }
}

void RateHeader::retranslate() {
    m_raterLabel->setText(tr("Rate as"));
    m_rater->setAccessibleName(tr("Rate as"));
    m_round->setAccessibleName(tr("Round"));
    nameChips();
    m_blind->setToolTip(tr("You see no names, groups, other raters or agreement."));
    m_opened->setToolTip(
        tr("This round was opened. What you change now is kept, but its agreement stays what it was."));
    m_what->setItems({tr("One answer"), tr("Grid"), tr("Transcripts")},
                     {QStringLiteral("answer"), QStringLiteral("table"), QStringLiteral("transcript")});
    m_what->setAccessibleName(tr("What to rate"));
    m_undo->setText(m_isCompact ? QString() : tr("Undo"));
    m_redo->setText(m_isCompact ? QString() : tr("Redo"));
    m_undo->setAccessibleName(tr("Undo"));
    m_redo->setAccessibleName(tr("Redo"));
    refresh();
}

void RateHeader::setCompact(bool isCompact) {
    if (m_isCompact == isCompact)
        return;
    m_isCompact = isCompact;
    retranslate();
    for (KeyButton* button : {m_undo, m_redo})
        button->updateGeometry();
}

void RateHeader::setShort(bool isShort) {
    m_what->setShort(isShort);
    m_round->setMaximumWidth(theme().px(isShort ? 150 : 220));
    m_rater->setMinimumWidth(theme().px(isShort ? 56 : 0));
    m_round->setMinimumWidth(theme().px(isShort ? 84 : 0));
}

void RateHeader::setTight(bool isTight) {
    m_isTight = isTight;
    nameChips();
    m_undo->setVisible(!isTight);
    m_redo->setVisible(!isTight);
}

void RateHeader::setFolded(bool isFolded) {
    if (m_what->isFolded() != isFolded)
        m_what->setFolded(isFolded);
    if (isFolded)
        m_round->setMinimumWidth(theme().px(60));
}

void RateHeader::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace rapport::ui
