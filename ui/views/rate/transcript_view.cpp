// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/transcript_view.h"

#include "service/reading.h"
#include "text/segmentation.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/definition_pane.h"
#include "ui/views/rate/gold_panel.h"
#include "ui/views/rate/minimap.h"
#include "ui/views/rate/rate_header.h"
#include "ui/views/rate/selection_popover.h"
#include "ui/views/rate/stop_bar.h"
#include "ui/views/rate/stripe_pane.h"
#include "ui/views/rate/turn_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <set>

namespace rapport::ui {

namespace {

QString clockText(std::int64_t ms) {
    const std::int64_t seconds = ms / 1000;
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

/// People who ask, not people who answer: their turns are cursive.
bool isModerator(const std::string& speaker) {
    const QString name = toQt(speaker).toLower();
    return name.startsWith(QLatin1String("moderator")) || name.startsWith(QLatin1String("interviewer")) ||
           name == QLatin1String("i") || name == QLatin1String("mod");
}

constexpr std::size_t likelyCodes = 6;

} // namespace

TranscriptView::TranscriptView(ViewHost& host, QWidget* parent)
    : View(host, parent)
    , m_desk(host.study())
    , m_header(new QWidget)
    , m_rateHeader(new RateHeader(host, m_desk, RatePage::Transcripts))
    , m_which(new QComboBox(m_header))
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
    connect(m_filter, &QAbstractButton::clicked, this, [this] {
        fillStripeMenu();
        m_filterMenu->popup(m_filter->mapToGlobal(QPoint(0, m_filter->height() + 2)));
    });
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
    m_reading->setMinimumWidth(look.px(320));
    m_reading->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stripes = new StripePane(*m_reading, splitter);
    splitter->addWidget(m_reading);
    splitter->addWidget(m_stripes);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({look.px(780), look.px(250)});
    connect(splitter, &QSplitter::splitterMoved, this, [this] { m_isMargined = true; });
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
    connect(m_turn, &TurnPanel::memoWritten, this, [this](const QString& text) {
        if (const auto target = targetAtCaret())
            m_desk.write(m_desk.actName("memo", {}, {}),
                         [target = *target, words = toUtf8(text)](service::Session& session) {
                             return service::setMemo(session, target, words);
                         });
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
    connect(m_reading, &ReadingView::caretMoved, this, [this] { showPlace(); });
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

QString TranscriptView::title() const {
    return tr("Rate");
}

QString TranscriptView::subtitle() const {
    QStringList parts;
    if (m_current >= 0)
        parts.append(m_listed[std::size_t(m_current)].name);
    if (m_desk.codebook())
        parts.append(tr("codebook v%1").arg(m_desk.codebook()->version));
    return parts.join(QStringLiteral("  ·  "));
}

QWidget* TranscriptView::headerWidget() {
    return m_header;
}

void TranscriptView::retranslate() {
    m_piece->setItems({tr("Turn"), tr("Sentence"), tr("Free")});
    m_piece->setAccessibleName(tr("What a key codes when nothing is selected"));
    m_piece->setToolTip(m_piece->accessibleName());
    m_which->setAccessibleName(tr("Transcript"));
    m_reading->setAccessibleName(tr("Transcript"));
    m_stripes->setAccessibleName(tr("Codings beside the text"));
    m_chosenHead->setTitle(tr("Chosen coding"));
    m_chosenHints->setText(
        tr("F7 and a key: another code. Alt+arrows move the end, with Shift the start. Del "
           "withdraws."));
    m_empty->setWords(
        tr("No transcripts here"),
        tr("Interviews and focus groups stand here, turn by turn. This rater and round have none yet."));
}

void TranscriptView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_definition != nullptr) {
        retranslate();
        showList();
    }
    View::changeEvent(event);
}

void TranscriptView::fold() {
    const Theme& look = theme();
    m_right->setFixedWidth(look.px(296));
    m_definition->setFixedHeight(look.px(150));
    m_map->setVisible(width() > look.px(860));
    m_rateHeader->setCompact(width() < look.px(1400));
    m_rateHeader->setShort(width() < look.px(1180));
    showFilter();
    if (!m_isMargined)
        fitMargin();
}

void TranscriptView::showFilter() {
    const QString shown = m_onlyCode.isNone() || !m_desk.codebook()
                              ? tr("All codes")
                              : lookOf(*m_desk.codebook(), m_onlyCode).title;
    const bool isShort = width() < theme().px(1180);
    m_filter->setText(isShort ? QString() : shown);
    m_filter->setInk(m_onlyCode.isNone() ? Token::Text : Token::Accent);
    m_filter->setAccessibleName(tr("Stripes: %1").arg(shown));
    m_filter->setToolTip(m_filter->accessibleName());
    m_filter->updateGeometry();
}

void TranscriptView::fitMargin() {
    const Theme& look = theme();
    auto* splitter = qobject_cast<QSplitter*>(m_reading->parentWidget());
    if (splitter == nullptr || splitter->width() <= 0)
        return;
    // The text comes first: what it leaves, the stripes get, up to the width of the design.
    const int room = splitter->width() - m_reading->textLeft() - look.px(560);
    const int least = look.px(m_stripes->lanes().count() > 4 ? 110 : 76);
    const int wide = std::clamp(room, least, look.px(250));
    const QSignalBlocker quiet(splitter);
    splitter->setSizes({splitter->width() - wide - splitter->handleWidth(), wide});
}

void TranscriptView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    fold();
}

void TranscriptView::activated() {
    if (m_isStale)
        read(false);
    host().setHints({{QStringLiteral("Ctrl+↓"), tr("next turn")},
                     {QStringLiteral("F8"), tr("codings here")},
                     {QStringLiteral("Enter"), tr("turn done")}});
    showPlace();
}

QWidget* TranscriptView::initialFocus() {
    return m_pages->currentIndex() == 0 ? static_cast<QWidget*>(m_empty) : m_reading;
}

void TranscriptView::onChanged(const service::ChangeSet& change) {
    m_desk.onChanged(change);
    if (change.sourcesChanged || change.roundsChanged || change.codebookChanged)
        return; // the list was read anew, and the transcript with it
    const auto touched = std::find_if(change.units.begin(), change.units.end(),
                                      [this](model::UnitId unit) { return m_unitPlaces.contains(unit); });
    if (touched == change.units.end())
        return;
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    read(false);
    // Undo returns to the place that it changes.
    const model::Unit& unit = m_transcript.units[m_unitPlaces.at(*touched)];
    if (change.units.size() == 1 && unit.kind == model::UnitKind::Turn &&
        !unit.range.contains(m_reading->caret()) && m_reading->caret() != unit.range.end)
        m_reading->setCaret(unit.range.begin);
}

void TranscriptView::onViewerChanged() {
    m_desk.reload();
}

void TranscriptView::open(const ViewTarget& target) {
    for (std::size_t i = 0; i < m_listed.size(); ++i) {
        const bool isIt = (!target.source.isNone() && m_listed[i].source == target.source) ||
                          (!target.unit.isNone() && m_listed[i].unit == target.unit);
        if (isIt && int(i) != m_current) {
            m_current = int(i);
            m_which->setCurrentIndex(m_current);
            read(true);
        }
    }
    if (target.range && m_current >= 0 && m_transcript.source == target.source) {
        m_reading->select(*target.range);
        m_reading->ensureVisible(target.range->begin);
    }
}

void TranscriptView::showList() {
    const model::SourceId former =
        m_current >= 0 ? m_listed[std::size_t(m_current)].source : model::SourceId();
    m_listed.clear();
    std::set<model::SourceId> seen;
    for (const service::UnitItem& item : m_desk.units()) {
        if (!seen.insert(item.source).second)
            continue;
        const bool isTurn = item.kind == model::UnitKind::Turn;
        const bool isNeutral = !item.neutralName.empty();
        const QString name = isNeutral ? tr("Transcript %1").arg(m_listed.size() + 1)
                                       : toQt(item.name.substr(0, item.name.find('#')));
        m_listed.push_back({item.source, isTurn ? model::UnitId() : item.id, name});
    }
    m_which->clear();
    m_current = m_listed.empty() ? -1 : 0;
    for (std::size_t i = 0; i < m_listed.size(); ++i) {
        m_which->addItem(m_listed[i].name);
        if (m_listed[i].source == former)
            m_current = int(i);
    }
    m_which->setCurrentIndex(m_current);
    m_which->setVisible(m_listed.size() > 1);
    const bool canImport = host().actions().isConnected(QStringLiteral("file.import")) && !study().viewer();
    m_empty->setAction(canImport ? tr("Import a transcript") : QString(),
                       host().actions().keyText(QStringLiteral("file.import")));
    m_pages->setCurrentIndex(m_listed.empty() ? 0 : 1);
    read(true);
}

std::vector<const model::Variable*> TranscriptView::variables() const {
    std::vector<const model::Variable*> found;
    if (!m_desk.codebook() || !m_desk.round())
        return found;
    const auto& wanted = m_desk.round()->variables;
    for (const model::Variable& variable : m_desk.codebook()->variables) {
        const bool isInRound =
            wanted.empty() || std::find(wanted.begin(), wanted.end(), variable.name) != wanted.end();
        if (isInRound && (variable.appliesTo(model::UnitKind::Turn, {}) ||
                          variable.appliesTo(model::UnitKind::Transcript, {})))
            found.push_back(&variable);
    }
    // What is for transcripts alone comes before what answers share with them.
    std::stable_partition(found.begin(), found.end(),
                          [](const model::Variable* variable) { return variable->prompts.empty(); });
    return found;
}

void TranscriptView::read(bool isOther) {
    m_isStale = false;
    m_turnShown = nullptr;
    if (m_current < 0 || !m_desk.rater() || !m_desk.round()) {
        m_transcript = {};
        readUnits();
        Q_EMIT headerChanged();
        return;
    }
    if (isOther) {
        auto transcript = service::transcript(study().session(), m_listed[std::size_t(m_current)].source,
                                              m_desk.rater()->id, m_desk.round()->id);
        if (!transcript) {
            host().showError(transcript.error());
            return;
        }
        m_transcript = std::move(*transcript);
    } else {
        const base::Status fresh =
            service::refreshWork(study().session(), m_transcript, m_desk.rater()->id, m_desk.round()->id);
        if (!fresh) {
            host().showError(fresh.error());
            return;
        }
    }
    // The coordinator's view of it holds everybody's codings; rating is one person's work.
    std::erase_if(m_transcript.codings,
                  [this](const model::Coding& coding) { return coding.rater != m_desk.rater()->id; });
    readUnits();
    if (isOther) {
        std::vector<ReadingBlock> blocks;
        const auto source = service::sourceText(study().session(), m_transcript.source);
        std::int64_t lastPage = 0;
        for (const model::Turn& turn : m_transcript.turns) {
            ReadingBlock block;
            block.range = turn.range;
            block.speaker = toQt(turn.speaker);
            block.time = turn.beginMs ? clockText(*turn.beginMs) : QString();
            const std::int64_t page = source ? model::pageAt(source->pages, turn.range.begin) : 0;
            if (block.time.isEmpty() && page != lastPage)
                block.time = tr("p. %1").arg(page);
            lastPage = page;
            block.isQuiet = isModerator(turn.speaker);
            blocks.push_back(block);
        }
        m_reading->setContent(ShownText(m_transcript.text), std::move(blocks),
                              source ? source->item.language : std::string("nl"));
        m_chosen = 0;
        m_onlyCode = {};
        m_keys = CodeKeys(*m_desk.codebook(), KeyPlace::Transcripts);
        m_stripes->setRater(toQt(m_desk.rater()->name));
        m_palette->model().setRows(paletteRows(variables(), m_keys));
        m_definition->clear();
    }
    showCodings(isOther);
    Q_EMIT headerChanged();
}

void TranscriptView::readUnits() {
    m_turnUnits.clear();
    m_unitPlaces.clear();
    m_codingPlaces.clear();
    m_counts.clear();
    m_doneTurns = 0;
    for (std::size_t i = 0; i < m_transcript.units.size(); ++i) {
        m_unitPlaces.emplace(m_transcript.units[i].id, i);
        if (m_transcript.units[i].kind != model::UnitKind::Turn)
            continue;
        m_turnUnits.push_back(i);
        m_doneTurns += i < m_transcript.notes.size() && m_transcript.notes[i].isComplete ? 1 : 0;
    }
    for (std::size_t i = 0; i < m_transcript.codings.size(); ++i) {
        m_codingPlaces.emplace(m_transcript.codings[i].id.value, i);
        ++m_counts[m_transcript.codings[i].code];
    }
}

text::TextRange TranscriptView::rangeOf(const model::Coding& coding) const {
    if (coding.range)
        return *coding.range;
    const auto found = m_unitPlaces.find(coding.unit);
    return found == m_unitPlaces.end() ? text::TextRange{} : m_transcript.units[found->second].range;
}

const model::Coding* TranscriptView::codingById(std::int64_t id) const {
    const auto found = m_codingPlaces.find(id);
    return found == m_codingPlaces.end() ? nullptr : &m_transcript.codings[found->second];
}

void TranscriptView::showCodings(bool isOther) {
    std::map<model::CodeId, CodeLook> looks;
    std::vector<Stripe> stripes;
    for (const model::Coding& coding : m_transcript.codings) {
        const model::Variable* variable = m_desk.codebook()->variable(coding.variable);
        if (variable == nullptr || variable->scale != model::Scale::Presence)
            continue;
        if (!m_onlyCode.isNone() && coding.code != m_onlyCode)
            continue;
        auto look = looks.find(coding.code);
        if (look == looks.end())
            look = looks.emplace(coding.code, lookOf(*m_desk.codebook(), coding.code)).first;
        stripes.push_back({coding.id.value, rangeOf(coding), look->second});
    }
    m_stripes->setStripes(std::move(stripes), isOther);
    std::vector<BlockSigns> signs;
    for (const std::size_t place : m_turnUnits) {
        const service::UnitNote& note = m_transcript.notes[place];
        signs.push_back({note.isComplete, note.isFlagged, !note.memo.empty()});
    }
    m_reading->setSigns(std::move(signs));
    showFilter();
    if (codingById(m_chosen) == nullptr)
        m_chosen = 0;
    m_turnShown = nullptr;
    showChosen();
    showPlace();
}

void TranscriptView::fillStripeMenu() {
    m_filterMenu->clear();
    const auto add = [this](const QString& text, model::CodeId code) {
        QAction* action = m_filterMenu->addAction(text, this, [this, code] { onlyStripesOf(code); });
        action->setCheckable(true);
        action->setChecked(m_onlyCode == code);
    };
    add(tr("All codes"), {});
    m_filterMenu->addSeparator();
    for (int row = 0; row < m_palette->model().rowCount(); ++row) {
        const PaletteRow* each = m_palette->model().at(row);
        if (!each->isHeading && m_counts.contains(each->code))
            add(QStringLiteral("%1  (%2)").arg(each->look.title).arg(m_counts.at(each->code)), each->code);
    }
}

void TranscriptView::showChosen() {
    const std::int64_t shown = m_hovered != 0 ? m_hovered : m_chosen;
    std::vector<ReadingMark> marks;
    if (const model::Coding* coding = codingById(shown))
        marks.push_back({coding->id.value, rangeOf(*coding), lookOf(*m_desk.codebook(), coding->code),
                         coding->id.value == m_chosen});
    m_reading->setMarks(std::move(marks));
    m_stripes->setChosen(m_chosen);
    const model::Coding* coding = codingById(m_chosen);
    m_chosenBox->setVisible(coding != nullptr);
    if (coding == nullptr)
        return;
    const CodeLook look = lookOf(*m_desk.codebook(), coding->code);
    m_chosenTag->setLook(look);
    m_chosenTitle->setText(look.title);
    const text::TextRange range = rangeOf(*coding);
    const int first = m_reading->lineOf(range.begin) + 1;
    const int last = m_reading->lineOf(range.end) + 1;
    m_chosenLines->setText(first == last ? QString::number(first)
                                         : QStringLiteral("%1–%2").arg(first).arg(last));
    QString quote = m_reading->shown().slice(range).simplified();
    if (quote.size() > 140)
        quote = quote.left(90) + QStringLiteral(" … ") + quote.right(30);
    m_chosenQuote->setText(QStringLiteral("“%1”").arg(quote));
}

void TranscriptView::showPlace() {
    if (m_current < 0)
        return;
    const text::CodePoints caret = m_reading->caret();
    const int line = m_reading->lineOf(caret);
    std::set<model::CodeId> here;
    int overlapping = 0;
    int place = 0;
    for (const std::size_t number : m_stripes->meeting(line, line)) {
        const Stripe& stripe = m_stripes->stripes()[number];
        if (const model::Coding* coding = codingById(stripe.id))
            here.insert(coding->code);
        if (stripe.range.begin <= caret && caret <= stripe.range.end) {
            ++overlapping;
            if (stripe.id == m_chosen)
                place = overlapping;
        }
    }
    m_chosenHead->setCaption(place > 0 ? tr("%1 of %2 here").arg(place).arg(overlapping) : QString());
    m_palette->model().mark([&here](model::CodeId id) { return here.contains(id); },
                            [this](model::CodeId id) {
                                const auto found = m_counts.find(id);
                                return found == m_counts.end() ? -1 : found->second;
                            });
    showTurn();
    if (!isVisible())
        return;
    const QLocale locale;
    const int turns = int(m_turnUnits.size());
    QString words =
        tr("Line %1 of %2").arg(locale.toString(line + 1), locale.toString(m_reading->lineCount())) +
        QStringLiteral("      ") +
        tr("%1 codings, %2 of %3 turns done").arg(m_transcript.codings.size()).arg(m_doneTurns).arg(turns);
    if (const auto pace = m_desk.pace().secondsPerUnit(); pace && m_doneTurns < turns)
        words += QStringLiteral("      ") +
                 tr("about %1 min left").arg(int(std::ceil(*pace * (turns - m_doneTurns) / 60)));
    if (m_transcript.isComplete)
        words += QStringLiteral("      ") + tr("read to the end");
    host().setPlaceText(words);
}

const model::Unit* TranscriptView::unitAtCaret() const {
    const int block = m_reading->blockOf(m_reading->caret());
    if (block >= 0 && std::size_t(block) < m_turnUnits.size()) {
        const model::Unit& turn = m_transcript.units[m_turnUnits[std::size_t(block)]];
        if (m_desk.placeOf(turn.id) >= 0)
            return &turn;
    }
    const model::Unit* whole = wholeUnit();
    return whole != nullptr && m_desk.placeOf(whole->id) >= 0 ? whole : nullptr;
}

void TranscriptView::showTurn() {
    const model::Unit* unit = unitAtCaret();
    if (unit != nullptr && unit == m_turnShown)
        return;
    m_turnShown = unit;
    m_turn->closeMemo(true);
    if (unit == nullptr) {
        m_gold->compare(study(), std::nullopt);
        m_turn->setTurn({}, {}, {});
        m_turn->setVisible(false);
        return;
    }
    m_turn->setVisible(true);
    const bool isTurn = unit->kind == model::UnitKind::Turn;
    std::vector<ChoiceRow> rows;
    for (const model::Variable* variable : variables()) {
        if (variable->scale == model::Scale::Presence || !variable->appliesTo(unit->kind, {}))
            continue;
        ChoiceRow row;
        row.variable = variable->id;
        row.title = localText(variable->title);
        row.description = localText(variable->definition);
        row.isCount = variable->scale == model::Scale::Count;
        for (const model::Code& level : variable->codes) {
            CodeLook look = lookOf(level);
            row.levels.push_back({level.id, m_keys.of(level.id), look.title});
        }
        rows.push_back(row);
    }
    // Levels and counts stand on the unit itself.
    for (const model::Coding& coding : m_transcript.codings) {
        if (coding.unit != unit->id || coding.range)
            continue;
        for (ChoiceRow& row : rows) {
            if (row.variable != coding.variable)
                continue;
            row.count = coding.count;
            if (!row.isCount)
                row.chosen = coding.code;
        }
    }
    const std::size_t place = m_unitPlaces.at(unit->id);
    const QString title =
        isTurn ? tr("Turn %1").arg(m_reading->blockOf(m_reading->caret()) + 1) : tr("Whole transcript");
    m_turn->setTurn(title, m_transcript.notes[place], std::move(rows));
    const bool learns =
        m_transcript.notes[place].isComplete && m_desk.round()->kind == model::RoundKind::Training;
    m_gold->compare(study(),
                    learns ? std::optional(service::Target{m_desk.rater()->id, m_desk.round()->id, unit->id})
                           : std::nullopt);
}

void TranscriptView::showPopover() {
    if (!m_reading->hasSelection() || m_current < 0) {
        m_popover->hide();
        return;
    }
    const text::TextRange chosen = m_reading->selection();
    // Codes given last, then those of the passages around.
    std::vector<model::CodeId> likely = m_recent;
    const int line = m_reading->lineOf(chosen.begin);
    constexpr int around = 30; // lines
    for (const std::size_t number : m_stripes->meeting(line - around, line + around)) {
        if (const model::Coding* coding = codingById(m_stripes->stripes()[number].id))
            likely.push_back(coding->code);
    }
    for (int row = 0; row < m_palette->model().rowCount(); ++row) {
        if (!m_palette->model().at(row)->isHeading)
            likely.push_back(m_palette->model().at(row)->code);
    }
    std::vector<CodeLook> looks;
    std::set<model::CodeId> seen;
    for (const model::CodeId code : likely) {
        if (looks.size() >= likelyCodes || m_palette->model().rowOf(code) < 0 || !seen.insert(code).second)
            continue;
        looks.push_back(lookOf(*m_desk.codebook(), code));
        looks.back().key = m_keys.of(code);
    }
    const auto words = text::countWords(m_reading->shown().utf8Slice(chosen));
    const QRect last = m_reading->rectOf(chosen.end);
    m_popover->show(int(words), std::move(looks), last);
}

} // namespace rapport::ui
