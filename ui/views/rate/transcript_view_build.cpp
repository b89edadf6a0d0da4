// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of Rate for transcripts and how they are put together.
#include "ui/bridge/kept_memo.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/components/splitter_state.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/definition_pane.h"
#include "ui/views/rate/gold_panel.h"
#include "ui/views/rate/minimap.h"
#include "ui/views/rate/rate_header.h"
#include "ui/views/rate/selection_popover.h"
#include "ui/views/rate/stop_bar.h"
#include "ui/views/rate/stripe_pane.h"
#include "ui/views/rate/transcript_view.h"
#include "ui/views/rate/turn_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rapport::ui {

TranscriptView::TranscriptView(ViewHost& host, QWidget* parent)
    : View(host, parent)
    , m_desk(host.study(), host.jobs())
    , m_header(new QWidget)
    , m_rateHeader(new RateHeader(host, m_desk, RatePage::Transcripts))
    , m_which(new ChoiceBox(m_header))
    , m_piece(new SegmentedControl(m_header))
    , m_filter(new KeyButton({}, ButtonKind::Secondary, m_header))
    , m_filterMenu(new QMenu(m_header)) {
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(10));
    row->addWidget(m_which);
    row->addWidget(m_piece);
    m_filter->setIconName(QStringLiteral("filter"));
    m_filter->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_filter);
    connect(m_filter, &QAbstractButton::clicked, this,
            [this] { stripeMenu().popup(m_filter->mapToGlobal(QPoint(0, m_filter->height() + 2))); });
    row->addWidget(m_rateHeader);
    m_which->setFocusPolicy(Qt::TabFocus);
    m_which->setMaximumWidth(theme().px(230));
    m_piece->setCurrent(2);
    m_desk.setKinds({model::UnitKind::Turn, model::UnitKind::Transcript});
    build();
    connectActions();
    connect(m_which, &QComboBox::activated, this, [this](int index) {
        m_current = index;
        read(true);
    });
    connect(&m_desk, &RateDesk::listChanged, this, [this] { showList(); });
    retranslate();
    m_desk.reload();
}

void TranscriptView::build() {
    const Theme& look = theme();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_stop = new StopBar(host(), m_desk, this);
    outer->addWidget(m_stop);
    connect(m_stop, &StopBar::released, this, [this] { m_reading->setFocus(Qt::OtherFocusReason); });
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    m_empty = new EmptyState(QStringLiteral("transcript"), {}, {}, m_pages);
    m_pages->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionWanted, this,
            [this] { host().actions().action(QStringLiteral("file.import"))->trigger(); });
    auto* page = new QWidget(m_pages);
    m_pages->addWidget(page);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* splitter = new QSplitter(Qt::Horizontal, page);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_reading = new ReadingView(ReadingStyle::Transcript, splitter);
    // Less than fitMargin() leaves it: the stripes are in sight also where there is too little for both.
    m_reading->setMinimumWidth(look.px(160));
    m_reading->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stripes = new StripePane(*m_reading, splitter);
    splitter->addWidget(m_reading);
    splitter->addWidget(m_stripes);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({look.px(780), look.px(250)});
    m_isMargined = keepState(*splitter, QStringLiteral("transcript"));
    connect(splitter, &QSplitter::splitterMoved, this, [this] { m_isMargined = true; });
    splitter->installEventFilter(this);
    row->addWidget(splitter, 1);
    m_map = new Minimap(*m_reading, *m_stripes, page);
    row->addWidget(m_map);
    m_popover = new SelectionPopover(m_reading->viewport());

    m_right = new Panel(Token::Canvas, {}, page);
    auto* right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    m_palette = new CodePalette(m_right);
    m_palette->setColumns(1);
    right->addWidget(m_palette, 1);
    right->addWidget(new Line(Qt::Horizontal, m_right));
    m_turn = new TurnPanel(m_right);
    right->addWidget(m_turn);
    m_gold = new GoldPanel(m_right);
    right->addWidget(m_gold);
    right->addWidget(new Line(Qt::Horizontal, m_right));
    m_chosenBox = new QWidget(m_right);
    auto* chosen = new QVBoxLayout(m_chosenBox);
    chosen->setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(10));
    chosen->setSpacing(look.px(6));
    m_chosenHead = new SectionHeader({}, {}, m_chosenBox);
    m_chosenHead->addWidget(new KeyCap(QStringLiteral("F8"), m_chosenHead));
    chosen->addWidget(m_chosenHead);
    auto* name = new QHBoxLayout;
    name->setSpacing(look.px(7));
    m_chosenTag = new CodeTag({}, m_chosenBox);
    m_chosenTitle = new Words(TypeRole::BodyStrong, Token::Text, m_chosenBox);
    m_chosenLines = new Words(TypeRole::Figures, Token::Text3, m_chosenBox);
    name->addWidget(m_chosenTag);
    name->addWidget(m_chosenTitle, 1);
    name->addWidget(m_chosenLines);
    chosen->addLayout(name);
    m_chosenQuote = new Words(TypeRole::Quotation, Token::Text2, m_chosenBox);
    m_chosenQuote->setWraps(true);
    chosen->addWidget(m_chosenQuote);
    m_chosenHints = new Words(TypeRole::Caption, Token::Text3, m_chosenBox);
    m_chosenHints->setWraps(true);
    chosen->addWidget(m_chosenHints);
    right->addWidget(m_chosenBox);
    m_definition = new DefinitionPane(m_right);
    right->addWidget(m_definition);
    row->addWidget(m_right);

    for (QWidget* pane : {static_cast<QWidget*>(m_reading), static_cast<QWidget*>(m_palette->list()),
                          static_cast<QWidget*>(&m_turn->choices())})
        pane->installEventFilter(this);
    setTabOrder(m_reading, m_palette->list());
    setTabOrder(m_palette->list(), &m_turn->choices());
    connect(m_turn, &TurnPanel::flagWanted, this, [this] { setFlag(); });
    connect(m_turn, &TurnPanel::left, this, [this] { m_reading->setFocus(Qt::OtherFocusReason); });
    connect(m_turn, &TurnPanel::memoOpened, this,
            [this] { m_memoOf = targetAtCaret().value_or(service::Target()); });
    connect(m_turn, &TurnPanel::memoWritten, this,
            [this](const QString& text) { m_isMemoKept = m_desk.setMemo(m_memoOf, text); });
    keepMemo(m_turn->memoEdit(), study(), [this] {
        // Where it cannot be written whoever closes it hears so.
        if (m_desk.held())
            return;
        const std::string words = toUtf8(m_turn->memoEdit()->toPlainText().trimmed());
        if (const auto kept = service::setMemo(study().session(), m_memoOf, words))
            study().announce(*kept);
    });
    connect(&m_turn->choices(), &ChoicesPanel::levelWanted, this,
            [this](model::CodeId level) { chooseLevel(level); });
    connect(&m_turn->choices(), &ChoicesPanel::countWanted, this,
            [this](model::VariableId variable, std::int64_t count) {
                if (const auto target = targetAtCaret())
                    m_desk.write(m_desk.actName("count", {}, {}), [=](service::Session& session) {
                        return service::setCount(session, *target, variable, count);
                    });
            });
    connect(m_reading, &ReadingView::markResized, this,
            [this](std::int64_t id, const text::TextRange& range) { resizeTo(id, range); });
    connect(m_reading, &ReadingView::caretMoved, this, [this] {
        if (!m_isRefilling)
            showPlace();
    });
    connect(m_reading, &ReadingView::selectionChanged, this, [this] { showPopover(); });
    connect(m_reading, &ReadingView::layoutChanged, this, [this] {
        if (m_reading->hasSelection())
            showPopover();
    });
    connect(m_reading, &ReadingView::markClicked, this, [this](std::int64_t id) { choose(id); });
    connect(m_stripes, &StripePane::chosen, this, [this](std::int64_t id) {
        choose(id);
        m_reading->setFocus(Qt::MouseFocusReason);
    });
    connect(m_stripes, &StripePane::hovered, this, [this](std::int64_t id) {
        m_hovered = id;
        showChosen();
    });
    connect(m_palette, &CodePalette::codeWanted, this, [this](model::CodeId wanted) {
        code(wanted);
        if (!m_palette->list()->hasFocus())
            m_reading->setFocus(Qt::OtherFocusReason);
    });
    connect(m_palette, &CodePalette::codeLookedAt, this, [this](model::CodeId at) { lookAt(at); });
    connect(m_palette, &CodePalette::left, this, [this] { m_reading->setFocus(Qt::OtherFocusReason); });
    connect(&theme(), &Theme::changed, this, [this] {
        fold();
        m_map->refresh();
    });
    fold();
}

} // namespace rapport::ui
