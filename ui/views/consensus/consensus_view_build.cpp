// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of Consensus, how they are put together, and their words.
#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/views/consensus/consensus_list.h"
#include "ui/views/consensus/consensus_view.h"
#include "ui/views/consensus/decision_form.h"
#include "ui/views/consensus/rater_sides.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

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
        m_round = m_rounds[std::size_t(index)];
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
    m_filter = new QComboBox(panel);
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
    const auto resize = [panel] { panel->setFixedWidth(theme().px(262)); };
    connect(&theme(), &Theme::changed, this, resize);
    resize();
    return panel;
}

QWidget* ConsensusView::buildWork(QWidget* parent) {
    auto* work = new QWidget(parent);
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const int pad = theme().px(16);

    auto* textPanel = new Panel(Token::Reading, Qt::BottomEdge, work);
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
    textColumn->addWidget(m_text, 1);
    column->addWidget(textPanel, 3);

    auto* codePanel = new Panel(Token::Canvas, Qt::BottomEdge, work);
    auto* codeRow = new QHBoxLayout(codePanel);
    codeRow->setContentsMargins(pad, theme().px(8), pad, theme().px(8));
    codeRow->setSpacing(theme().px(8));
    m_tag = new CodeTag({}, codePanel);
    m_codeTitle = new Words(TypeRole::BodyStrong, Token::Text, codePanel);
    m_definition = new Words(TypeRole::Small, Token::Text2, codePanel);
    m_definition->setWraps(true);
    codeRow->addWidget(m_tag);
    codeRow->addWidget(m_codeTitle);
    codeRow->addWidget(m_definition, 1);
    column->addWidget(codePanel);

    auto* sidesScroll = new QScrollArea(work);
    sidesScroll->setFrameShape(QFrame::NoFrame);
    sidesScroll->setWidgetResizable(true);
    m_sides = new RaterSides(sidesScroll);
    sidesScroll->setWidget(m_sides);
    column->addWidget(sidesScroll, 3);

    auto* decision = new QHBoxLayout;
    decision->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    decision->setSpacing(pad);
    m_form = new DecisionForm(work);
    decision->addWidget(m_form, 1);
    auto* before = new Card(work);
    auto* beforeColumn = new QVBoxLayout(before);
    beforeColumn->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    beforeColumn->setSpacing(theme().px(6));
    m_beforeHead = new SectionHeader({}, {}, before);
    m_beforeText = new Words(TypeRole::Small, Token::Text2, before);
    m_beforeText->setWraps(true);
    m_beforeRows = new QGridLayout;
    m_beforeRows->setHorizontalSpacing(theme().px(10));
    m_beforeRows->setVerticalSpacing(theme().px(4));
    m_beforeRows->setColumnStretch(2, 1);
    beforeColumn->addWidget(m_beforeHead);
    beforeColumn->addWidget(m_beforeText);
    beforeColumn->addLayout(m_beforeRows);
    decision->addWidget(before, 0, Qt::AlignTop);
    column->addLayout(decision);

    auto* bar = new Panel(Token::Canvas, Qt::TopEdge, work);
    auto* barRow = new QHBoxLayout(bar);
    barRow->setContentsMargins(pad, theme().px(10), pad, theme().px(10));
    barRow->setSpacing(theme().px(10));
    const auto button = [&](ButtonKind kind, const char* action) {
        auto* made = new KeyButton({}, kind, bar);
        connect(made, &QAbstractButton::clicked, this,
                [this, action] { host().actions().action(QLatin1String(action))->trigger(); });
        return made;
    };
    m_previous = button(ButtonKind::Quiet, "consensus.previous");
    m_previous->setIconName(QStringLiteral("chevron-left"));
    m_later = button(ButtonKind::Quiet, "consensus.later");
    m_back = button(ButtonKind::Secondary, "consensus.back");
    m_settle = button(ButtonKind::Primary, "consensus.settle");
    m_foot = new Words(TypeRole::Small, Token::Text2, bar);
    barRow->addWidget(m_previous);
    barRow->addWidget(m_later);
    barRow->addStretch(1);
    barRow->addWidget(m_foot);
    barRow->addWidget(m_back);
    barRow->addWidget(m_settle);
    column->addWidget(bar);
    connect(m_form, &DecisionForm::changed, this, [this] { updateState(); });
    const auto resize = [before] { before->setFixedWidth(theme().px(340)); };
    connect(&theme(), &Theme::changed, this, resize);
    resize();
    return work;
}

void ConsensusView::retranslate() {
    m_roundBox->setAccessibleName(tr("Round"));
    m_filter->setAccessibleName(tr("Codes shown"));
    m_onlyOpen->setText(tr("only what is open"));
    m_list->setAccessibleName(tr("Differences, the dearest first"));
    m_text->setAccessibleName(tr("Text of the unit"));
    m_beforeHead->setTitle(tr("The same question before"));
    m_previous->setText(tr("Previous"));
    m_previous->setKey(QStringLiteral("PgUp"));
    m_later->setText(tr("Later"));
    m_later->setKey(QStringLiteral("PgDn"));
    m_back->setText(tr("Take back"));
    m_settle->setText(tr("Settle and next"));
    m_settle->setKey(host().actions().keyText(QStringLiteral("consensus.settle")));
    m_form->retranslate();
    updateProgress();
    updateState();
    Q_EMIT headerChanged();
}

} // namespace rapport::ui
