// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of Consensus, how they are put together, and their words.
#include "ui/app/theme.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/views/consensus/beside_panel.h"
#include "ui/views/consensus/consensus_list.h"
#include "ui/views/consensus/consensus_view.h"
#include "ui/views/consensus/decision_form.h"
#include "ui/views/consensus/rater_sides.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

ConsensusView::ConsensusView(ViewHost& host, QWidget* parent)
    : View(host, parent)
    , m_pages(new QStackedWidget(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_pages);
    m_empty = new EmptyState(QStringLiteral("consensus"), {}, {}, m_pages);
    m_pages->addWidget(m_empty);
    auto* both = new QWidget(m_pages);
    auto* columns = new QHBoxLayout(both);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(buildQueue(both));
    columns->addWidget(buildWork(both), 1);
    m_pages->addWidget(both);
    buildHeader();
    connect(m_empty, &EmptyState::actionWanted, this,
            [this] { this->host().openView(QStringLiteral("overview")); });

    Actions& actions = host.actions();
    actions.on(QStringLiteral("consensus.settle"), this, [this] { settle(); });
    actions.on(QStringLiteral("consensus.back"), this, [this] { takeBack(); });
    actions.on(QStringLiteral("consensus.remark"), this, [this] { remark(); });
    actions.on(QStringLiteral("consensus.define"), this, [this] { changeDefinition(); });
    actions.on(QStringLiteral("consensus.previous"), this,
               [this] { goTo(m_list->currentIndex().row() - 1); });
    actions.on(QStringLiteral("consensus.later"), this, [this] { goTo(m_list->currentIndex().row() + 1); });
    retranslate();
}

void ConsensusView::buildHeader() {
    m_header = new QWidget(this);
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(12));
    m_progress = new Words(TypeRole::Small, Token::Text2, m_header);
    m_roundBox = new QComboBox(m_header);
    row->addWidget(m_progress);
    row->addWidget(m_roundBox);
    connect(m_roundBox, &QComboBox::activated, this, [this](int index) {
        m_round = m_rounds[std::size_t(index)].name;
        m_roundId = m_rounds[std::size_t(index)].id;
        readQueue();
    });
}

QWidget* ConsensusView::buildQueue(QWidget* parent) {
    auto* panel = new Panel(Token::Canvas, Qt::RightEdge, parent);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(theme().px(12), theme().px(10), theme().px(12), theme().px(8));
    top->setSpacing(theme().px(6));
    m_filter = new ChoiceBox(panel);
    m_onlyOpen = new QCheckBox(panel);
    top->addWidget(m_filter);
    top->addWidget(m_onlyOpen);
    column->addLayout(top);
    m_list = new ConsensusList(m_queue, panel);
    column->addWidget(m_list, 1);
    const auto filtered = [this] {
        m_queue.setFilter({toUtf8(m_filter->currentData().toString()), m_onlyOpen->isChecked()});
        goTo(0);
        updateState();
    };
    connect(m_filter, &QComboBox::activated, this, filtered);
    connect(m_onlyOpen, &QCheckBox::toggled, this, filtered);
    connect(m_list, &ConsensusList::chosen, this, [this](int row) { showRow(row); });
    m_queuePanel = panel;
    return panel;
}

QWidget* ConsensusView::buildWork(QWidget* parent) {
    auto* work = new QWidget(parent);
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_scroll = new QScrollArea(work);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new Panel(Token::Canvas, {}, m_scroll);
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    pageColumn->setSpacing(0);
    pageColumn->addWidget(buildText(page));
    m_sides = new RaterSides(page);
    pageColumn->addWidget(m_sides);
    const int pad = theme().px(16);
    m_decision = new QBoxLayout(QBoxLayout::LeftToRight);
    m_decision->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    m_decision->setSpacing(pad);
    m_form = new DecisionForm(page);
    m_beside = new BesidePanel(page);
    m_decision->addWidget(m_form, 1);
    m_decision->addWidget(m_beside);
    pageColumn->addLayout(m_decision);
    pageColumn->addStretch(1);
    m_scroll->setWidget(page);
    column->addWidget(m_scroll, 1);

    m_bar = new Panel(Token::Canvas, Qt::TopEdge, work);
    auto* barRow = new QHBoxLayout(m_bar);
    barRow->setContentsMargins(pad, theme().px(10), pad, theme().px(10));
    barRow->setSpacing(theme().px(10));
    const auto button = [&](ButtonKind kind, const char* action) {
        auto* made = new KeyButton({}, kind, m_bar);
        connect(made, &QAbstractButton::clicked, this,
                [this, action] { host().actions().action(QLatin1String(action))->trigger(); });
        return made;
    };
    m_previous = button(ButtonKind::Quiet, "consensus.previous");
    m_previous->setIconName(QStringLiteral("chevron-left"));
    m_later = button(ButtonKind::Quiet, "consensus.later");
    m_back = button(ButtonKind::Secondary, "consensus.back");
    m_settle = button(ButtonKind::Primary, "consensus.settle");
    m_foot = new Words(TypeRole::Small, Token::Text2, m_bar);
    m_foot->setWraps(true);
    m_foot->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    barRow->addWidget(m_previous);
    barRow->addWidget(m_later);
    barRow->addWidget(m_foot, 1, Qt::AlignVCenter);
    barRow->addWidget(m_back);
    barRow->addWidget(m_settle);
    column->addWidget(m_bar);
    connect(m_form, &DecisionForm::changed, this, [this] {
        keepDraft();
        updateState();
    });
    connect(m_beside, &BesidePanel::remarkWanted, this, [this] { remark(); });
    connect(m_beside, &BesidePanel::definitionWanted, this, [this] { changeDefinition(); });
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
    return work;
}

QWidget* ConsensusView::buildText(QWidget* parent) {
    auto* both = new QWidget(parent);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const int pad = theme().px(16);
    auto* textPanel = new Panel(Token::Reading, Qt::BottomEdge, both);
    auto* textColumn = new QVBoxLayout(textPanel);
    textColumn->setContentsMargins(0, theme().px(10), 0, 1);
    textColumn->setSpacing(theme().px(2));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme().px(36), 0, pad, 0);
    head->setSpacing(theme().px(10));
    m_unit = new Words(TypeRole::BodyStrong, Token::Text, textPanel);
    m_unitFacts = new Words(TypeRole::Small, Token::Text2, textPanel);
    m_place = new Words(TypeRole::Small, Token::Text2, textPanel);
    head->addWidget(m_unit);
    head->addWidget(m_unitFacts);
    head->addStretch(1);
    head->addWidget(m_place);
    textColumn->addLayout(head);
    m_text = new ReadingView(ReadingStyle::Answer, textPanel);
    m_text->setFrameShape(QFrame::NoFrame);
    textColumn->addWidget(m_text);
    column->addWidget(textPanel);
    connect(m_text, &ReadingView::layoutChanged, this, [this] { fitText(); });

    auto* codePanel = new Panel(Token::Canvas, Qt::BottomEdge, both);
    auto* codeRow = new QHBoxLayout(codePanel);
    codeRow->setContentsMargins(pad, theme().px(8), pad, theme().px(8));
    codeRow->setSpacing(theme().px(8));
    m_tag = new CodeTag({}, codePanel);
    m_codeTitle = new Words(TypeRole::BodyStrong, Token::Text, codePanel);
    m_definition = new Words(TypeRole::Small, Token::Text2, codePanel);
    m_definition->setWraps(true);
    codeRow->addWidget(m_tag, 0, Qt::AlignTop);
    codeRow->addWidget(m_codeTitle, 0, Qt::AlignTop);
    codeRow->addWidget(m_definition, 1);
    column->addWidget(codePanel);
    return both;
}

void ConsensusView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    fit();
}

void ConsensusView::fit() {
    const Theme& look = theme();
    const int queue = std::clamp(width() / 4, look.px(170), look.px(262));
    m_queuePanel->setFixedWidth(queue);
    const int work = width() - queue;
    // Beside the decision where there is room for both, else below it.
    const bool isBeside = work >= look.px(340 + 400);
    m_decision->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_beside->setMinimumWidth(isBeside ? look.px(340) : 0);
    m_beside->setMaximumWidth(isBeside ? look.px(340) : QWIDGETSIZE_MAX);
    fitText();

    // Keys go first, then the words of those that only go on; what settles keeps its words.
    m_previous->setText(tr("Previous"));
    m_later->setText(tr("Later"));
    m_previous->setKey(QStringLiteral("PgUp"));
    m_later->setKey(QStringLiteral("PgDn"));
    m_settle->setKey(host().actions().keyText(QStringLiteral("consensus.settle")));
    const auto isTooWide = [&] {
        int needed = look.px(2 * 16 + 4 * 10 + 140); // edges, gaps, a little of the sentence
        for (const KeyButton* each : {m_previous, m_later, m_settle})
            needed += each->sizeHint().width();
        return needed + (m_back->isHidden() ? 0 : m_back->sizeHint().width()) > work;
    };
    if (isTooWide()) {
        m_previous->setKey({});
        m_later->setKey({});
    }
    if (isTooWide())
        m_settle->setKey({});
    if (isTooWide())
        m_previous->setText({});
    for (KeyButton* each : {m_previous, m_later, m_settle})
        each->updateGeometry();
}

void ConsensusView::fitText() {
    // As high as its words, but never so high that the raters are out of sight.
    const Theme& look = theme();
    const int wanted = m_text->contentHeight() + look.px(4);
    const int most = std::max(look.px(110), m_scroll->viewport()->height() * 2 / 5);
    const int high = std::clamp(wanted, std::min(look.px(60), most), most);
    if (m_text->minimumHeight() != high || m_text->maximumHeight() != high)
        m_text->setFixedHeight(high);
}

void ConsensusView::retranslate() {
    m_roundBox->setAccessibleName(tr("Round"));
    m_filter->setAccessibleName(tr("Codes shown"));
    m_onlyOpen->setText(tr("only what is open"));
    m_list->setAccessibleName(tr("Differences, the dearest first"));
    m_text->setAccessibleName(tr("Text of the unit"));
    m_beside->retranslate();
    m_beside->setKeys(host().actions().keyText(QStringLiteral("consensus.remark")),
                      host().actions().keyText(QStringLiteral("consensus.define")));
    m_previous->setAccessibleName(tr("Previous"));
    m_previous->setToolTip(tr("Previous"));
    m_back->setText(tr("Take back"));
    m_settle->setText(tr("Settle and next"));
    m_form->retranslate();
    fit();
    updateProgress();
    updateState();
    Q_EMIT headerChanged();
}

} // namespace rapport::ui
