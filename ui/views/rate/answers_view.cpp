// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/answers_view.h"

#include "service/assigning.h"
#include "ui/bridge/kept_memo.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/action_bar.h"
#include "ui/views/rate/case_panel.h"
#include "ui/views/rate/choices_panel.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/coded_list.h"
#include "ui/views/rate/definition_pane.h"
#include "ui/views/rate/gold_panel.h"
#include "ui/views/rate/progress_strip.h"
#include "ui/views/rate/rate_header.h"
#include "ui/views/rate/stop_bar.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr int foldCase = 1180;
constexpr int foldPalette = 1000;

QString languageName(const std::string& code) {
    return code == "nl" ? AnswersView::tr("Dutch") : code == "en" ? AnswersView::tr("English") : QString();
}

StripMark markOf(const service::RatingPlace& item) {
    return {item.isComplete, item.isBegun, item.isFlagged};
}

} // namespace

AnswersView::AnswersView(ViewHost& host, QWidget* parent)
    : View(host, parent)
    , m_desk(host.study(), host.jobs())
    , m_header(new RateHeader(host, m_desk, RatePage::Answers)) {
    build();
    connectActions();
    connect(&m_desk, &RateDesk::listChanged, this, [this] { showList(); });
    connect(&m_desk, &RateDesk::unitChanged, this, [this] { showUnit(); });
    connect(&m_desk, &RateDesk::workChanged, this, [this] { showWork(); });
    connect(&m_desk, &RateDesk::placeMarked, this,
            [this](int place) { m_strip->setMark(place, markOf(m_desk.units()[std::size_t(place)])); });
    connect(&m_desk, &RateDesk::unitMissing, this, [this] { sayMissing(); });
    retranslate();
    m_desk.reload();
}

void AnswersView::build() {
    const Theme& look = theme();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_stop = new StopBar(host(), m_desk, this);
    outer->addWidget(m_stop);
    connect(m_stop, &StopBar::released, this, [this] { released(); });
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    m_empty = new EmptyState(QStringLiteral("rate"), {}, {}, m_pages);
    m_pages->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionWanted, this, [this] {
        if (m_desk.raters().empty())
            addRater();
        else
            host().actions().action(QStringLiteral("file.import"))->trigger();
    });
    auto* page = new QWidget(m_pages);
    m_pages->addWidget(page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_strip = new ProgressStrip(page);
    column->addWidget(m_strip);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    column->addLayout(row, 1);
    m_center = new Panel(Token::Reading, {}, page);
    m_center->installEventFilter(this);
    auto* center = new QVBoxLayout(m_center);
    center->setContentsMargins(0, 0, 0, 0);
    center->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(look.px(8));
    m_answerTitle = new Words(TypeRole::BodyStrong, Token::Text, m_center);
    m_answerName = new Words(TypeRole::Figures, Token::Text3, m_center);
    m_answerFacts = new Words(TypeRole::Small, Token::Text3, m_center);
    m_flag = new KeyButton({}, ButtonKind::Quiet, m_center);
    m_flag->setIconName(QStringLiteral("flag"));
    m_flag->setKey(QStringLiteral("F4"));
    m_memoButton = new KeyButton({}, ButtonKind::Quiet, m_center);
    m_memoButton->setIconName(QStringLiteral("memo"));
    m_memoButton->setKey(QStringLiteral("F2"));
    for (KeyButton* button : {m_flag, m_memoButton}) {
        button->setSmall(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    head->addWidget(m_answerTitle);
    head->addWidget(m_answerName);
    head->addWidget(m_answerFacts);
    head->addStretch(1);
    head->addWidget(m_flag);
    head->addWidget(m_memoButton);
    center->addLayout(head);
    m_reading = new ReadingView(ReadingStyle::Answer, m_center);
    center->addWidget(m_reading);
    auto* coded = new QWidget(m_center);
    m_codedBox = coded;
    auto* codedColumn = new QVBoxLayout(coded);
    codedColumn->setSpacing(look.px(4));
    m_codedTitle = new SectionHeader({}, {}, coded);
    for (const char* key : {"Tab", "Del", ""}) {
        m_codedCaps.push_back(new KeyCap(QString::fromLatin1(key), m_codedTitle));
        m_codedTitle->addWidget(m_codedCaps.back());
        m_codedHints.push_back(new Words(TypeRole::Caption, Token::Text3, m_codedTitle));
        m_codedTitle->addWidget(m_codedHints.back());
    }
    codedColumn->addWidget(m_codedTitle);
    m_codedLine = new Line(Qt::Horizontal, coded);
    codedColumn->addWidget(m_codedLine);
    m_coded = new CodedList(coded);
    codedColumn->addWidget(m_coded);
    m_memo = new Words(TypeRole::Small, Token::Text2, coded);
    m_memo->setWraps(true);
    codedColumn->addWidget(m_memo);
    m_memoEdit = new QPlainTextEdit(coded);
    m_memoEdit->setTabChangesFocus(true);
    m_memoEdit->hide();
    keepMemo(m_memoEdit, study(), [this] {
        // Where it cannot be written whoever closes it hears so.
        if (m_desk.held())
            return;
        const std::string words = toUtf8(m_memoEdit->toPlainText().trimmed());
        if (const auto kept = service::setMemo(study().session(), m_memoOf, words))
            study().announce(*kept);
    });
    codedColumn->addWidget(m_memoEdit);
    codedColumn->addStretch(1);
    center->addWidget(coded, 1);
    m_gold = new GoldPanel(m_center);
    center->addWidget(m_gold);
    m_bar = new ActionBar(m_center);
    m_bar->installEventFilter(this);
    center->addWidget(m_bar);
    row->addWidget(m_center, 1);

    m_right = new Panel(Token::Canvas, Qt::LeftEdge, page);
    auto* right = new QVBoxLayout(m_right);
    right->setContentsMargins(1, 0, 0, 0);
    right->setSpacing(0);
    m_palette = new CodePalette(m_right);
    right->addWidget(m_palette, 1);
    right->addWidget(new Line(Qt::Horizontal, m_right));
    auto* choicesBox = new QWidget(m_right);
    auto* choicesColumn = new QVBoxLayout(choicesBox);
    choicesColumn->setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(6));
    m_choicesArea = new QScrollArea(choicesBox);
    m_choicesArea->setWidgetResizable(true);
    m_choicesArea->setFrameShape(QFrame::NoFrame);
    m_choicesArea->setFocusPolicy(Qt::NoFocus);
    m_choicesArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_choices = new ChoicesPanel(m_choicesArea);
    m_choicesArea->setWidget(m_choices);
    m_choices->setAutoFillBackground(false);
    m_choicesArea->viewport()->setAutoFillBackground(false);
    choicesColumn->addWidget(m_choicesArea);
    right->addWidget(choicesBox);
    m_definition = new DefinitionPane(m_right);
    right->addWidget(m_definition);
    row->addWidget(m_right);
    m_case = new CasePanel(page); // made last: so it comes in the order of Tab
    row->insertWidget(0, m_case);
    connect(m_case, &CasePanel::editWanted, this,
            [this] { host().actions().action(QStringLiteral("tools.instrument"))->trigger(); });

    // The text, then codings, palette, choices, definition, memo, flag, action bar, case.
    setTabOrder(m_reading, m_coded);
    setTabOrder(m_coded, m_palette->list());
    setTabOrder(m_palette->list(), m_choices);
    setTabOrder(m_choices, m_definition->focusProxy());
    setTabOrder(m_definition->focusProxy(), m_memoEdit);
    setTabOrder(m_memoEdit, m_flag);
    setTabOrder(m_flag, m_memoButton);
    for (QWidget* pane : {static_cast<QWidget*>(m_reading), static_cast<QWidget*>(m_coded),
                          static_cast<QWidget*>(m_palette->list()), static_cast<QWidget*>(m_choices),
                          static_cast<QWidget*>(m_memoEdit)})
        pane->installEventFilter(this);

    connect(m_strip, &ProgressStrip::placeWanted, this, [this](int index) { m_desk.goTo(index); });
    connect(m_reading, &ReadingView::layoutChanged, this, [this] { fitReading(); });
    connect(m_reading, &ReadingView::markClicked, this,
            [this](std::int64_t id) { choose(model::CodingId(id)); });
    connect(m_palette, &CodePalette::codeWanted, this, [this](model::CodeId wanted) {
        code(wanted);
        if (!m_palette->list()->hasFocus())
            m_reading->setFocus(Qt::OtherFocusReason);
    });
    connect(m_palette, &CodePalette::codeLookedAt, this, [this](model::CodeId at) { lookAt(at); });
    connect(m_palette, &CodePalette::left, this, [this] { m_reading->setFocus(Qt::OtherFocusReason); });
    connect(m_choices, &ChoicesPanel::levelWanted, this, [this](model::CodeId level) { chooseLevel(level); });
    connect(m_choices, &ChoicesPanel::countWanted, this,
            [this](model::VariableId variable, std::int64_t count) { m_desk.setCount(variable, count); });
    connect(m_coded, &CodedList::chosenChanged, this, [this](model::CodingId coding) {
        if (!coding.isNone() && m_coded->hasFocus())
            choose(coding);
    });
    connect(m_coded, &CodedList::withdrawWanted, this, [this](model::CodingId coding) { withdraw(coding); });
    connect(m_coded, &CodedList::quoteWanted, this, [this](model::CodingId coding) { toggleQuote(coding); });
    connect(m_bar, &ActionBar::previousWanted, this, [this] { m_desk.step(-1); });
    connect(m_bar, &ActionBar::nextWanted, this, [this] { m_desk.step(1); });
    connect(m_bar, &ActionBar::completeWanted, this, [this] { complete(false); });
    connect(m_flag, &QAbstractButton::clicked, this,
            [this] { host().actions().action(QStringLiteral("rate.flag"))->trigger(); });
    connect(m_memoButton, &QAbstractButton::clicked, this, [this] { openMemo(); });
    connect(&theme(), &Theme::changed, this, [this] {
        fold();
        showWork();
    });
    fold();
}

QString AnswersView::title() const {
    return tr("Rate");
}

QString AnswersView::subtitle() const {
    if (!m_desk.round())
        return {};
    QStringList parts;
    if (m_desk.round()->name != model::defaultRoundName)
        parts.append(toQt(m_desk.round()->name));
    if (m_desk.hasUnit() && !m_desk.work().item.prompt.empty())
        parts.append(toQt(m_desk.work().item.prompt));
    if (m_desk.codebook())
        parts.append(tr("codebook v%1").arg(m_desk.codebook()->version));
    return parts.join(QStringLiteral("  ·  "));
}

QWidget* AnswersView::headerWidget() {
    return m_header;
}

void AnswersView::retranslate() {
    m_reading->setAccessibleName(tr("Answer"));
    m_codedTitle->setTitle(tr("Coded on this answer"));
    m_codedCaps[2]->setText(tr("Space"));
    m_codedHints[0]->setText(tr("to the list"));
    m_codedHints[1]->setText(tr("withdraws"));
    m_codedHints[2]->setText(tr("adds or drops the quote"));
    m_bar->setWords(tr("Previous"), QStringLiteral("PgUp"), tr("Next"), QStringLiteral("PgDn"),
                    tr("Complete and next"));
    m_memoEdit->setPlaceholderText(tr("Memo on this answer; Esc or F2 closes it"));
    m_memoEdit->setAccessibleName(tr("Memo"));
    fitHead();
}

void AnswersView::fitHead() {
    // All is reckoned before anything changes: what stood there for a moment would push the pane wider, which
    // would ask anew.
    const Theme& look = theme();
    const int gap = look.px(8);
    const int side = m_reading->textLeft();
    const int room = m_center->width() - 2 * side;
    const bool isFlagged = m_desk.hasUnit() && m_desk.work().item.isFlagged;
    const QString flag = isFlagged ? tr("Flagged") : tr("Flag");
    const QString memo = tr("Memo");
    const auto buttonWidth = [](const QString& text, const char* key) {
        KeyButton button(text, ButtonKind::Quiet);
        button.setSmall(true);
        button.setIconName(QStringLiteral("memo"));
        button.setKey(QString::fromLatin1(key));
        return button.sizeHint().width();
    };
    const int named = m_answerTitle->sizeHint().width() + m_answerName->sizeHint().width() + 4 * gap;
    const int withWords = named + buttonWidth(flag, "") + buttonWidth(memo, "");
    const int withKeys = named + buttonWidth(flag, "F4") + buttonWidth(memo, "F2");
    // What the text shows by itself goes first, then keys, then words that an icon stands for.
    const bool hasFacts = withKeys + m_answerFacts->sizeHint().width() + gap <= room;
    const bool hasKeys = withKeys <= room;
    const bool hasWords = withWords <= room;
    m_answerFacts->setVisible(hasFacts);
    const auto put = [&](KeyButton* button, const QString& text, const char* key) {
        const QString keyText = QString::fromLatin1(key);
        const QString shown = hasWords ? text : QString();
        if (button->text() != shown)
            button->setText(shown);
        button->setKey(hasKeys ? keyText : QString());
        button->setAccessibleName(text);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(text, keyText));
    };
    put(m_flag, flag, "F4");
    put(m_memoButton, memo, "F2");
    m_center->layout()->itemAt(0)->layout()->setContentsMargins(side, look.px(12), side, look.px(6));
    m_codedBox->layout()->setContentsMargins(side, look.px(14), side, look.px(4));
    // Hints from the last on; a key goes with its words.
    int needed = Words(tr("Coded on this answer"), TypeRole::SmallStrong).sizeHint().width() + 2 * gap;
    bool hasRoom = true;
    for (std::size_t i = 0; i < m_codedHints.size(); ++i) {
        needed += m_codedCaps[i]->sizeHint().width() + m_codedHints[i]->sizeHint().width() + 2 * gap;
        hasRoom = hasRoom && needed <= room;
        m_codedCaps[i]->setVisible(hasRoom);
        m_codedHints[i]->setVisible(hasRoom);
    }
}

void AnswersView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_definition != nullptr) {
        retranslate();
        showList();
        m_shownVariables.clear();
        showUnit();
        Q_EMIT headerChanged();
    }
    View::changeEvent(event);
}

void AnswersView::activated() {
    m_desk.followRemembered();
    m_desk.rememberPlace();
    host().setHints({{QStringLiteral("F6"), tr("next pane")},
                     {host().actions().keyText(QStringLiteral("go.palette")), tr("everything else")}});
    fold();
}

void AnswersView::onChanged(const service::ChangeSet& change) {
    m_desk.onChanged(change);
    if (change.settingsChanged)
        showCase();
}

bool AnswersView::goToChange(const service::ChangeSet& change) {
    return change.units.size() == 1 && m_desk.holds(change.units.front(), change.rater, change.round) &&
           m_desk.goToUnit(change.units.front());
}

void AnswersView::onViewerChanged() {
    m_desk.reload();
}

void AnswersView::open(const ViewTarget& target) {
    m_desk.choose(target.rater, target.round);
    if (!target.unit.isNone() && !m_desk.goToUnit(target.unit))
        sayMissing();
}

void AnswersView::sayMissing() {
    host().showToast(tr("This answer is not in the list of this rater and round."));
}

QWidget* AnswersView::initialFocus() {
    return m_pages->currentIndex() == 0 ? static_cast<QWidget*>(m_empty) : m_reading;
}

void AnswersView::addRater() {
    const int number = int(m_desk.raters().size()) + 1;
    const auto rater =
        service::addRater(study().session(), "R" + std::to_string(number), model::RaterKind::Human);
    if (!rater) {
        host().showError(rater.error());
        return;
    }
    service::ChangeSet change;
    change.roundsChanged = true;
    study().announce(change);
}

void AnswersView::showList() {
    const bool hasRaters = m_desk.rater().has_value();
    if (!hasRaters) {
        m_empty->setWords(
            tr("Nobody rates yet"),
            tr("Raters stand here with their answers. Add the first one; rounds with a list for each "
               "rater are made in Overview."));
        m_empty->setAction(tr("Add a rater"), QStringLiteral("Enter"));
    } else if (m_desk.isReading()) {
        m_empty->setWords(tr("Reading the list …"), {});
        m_empty->setAction({}, {});
    } else if (m_desk.units().empty()) {
        m_empty->setWords(
            tr("Nothing to rate here"),
            tr("This rater has no answers in this round. Choose another round above, or bring in "
               "answers."));
        const bool canImport = host().actions().isConnected(QStringLiteral("file.import"));
        m_empty->setAction(canImport && !study().viewer() ? tr("Import answers") : QString(),
                           host().actions().keyText(QStringLiteral("file.import")));
    }
    // Whoever waits for a list, or has it, goes on there.
    const bool hasKeyboard = m_pages->isAncestorOf(QApplication::focusWidget());
    const int before = m_pages->currentIndex();
    m_pages->setCurrentIndex(m_desk.units().empty() ? 0 : 1);
    if (hasKeyboard && before != m_pages->currentIndex())
        initialFocus()->setFocus(Qt::OtherFocusReason);
    std::vector<StripMark> marks;
    marks.reserve(m_desk.units().size());
    std::transform(m_desk.units().begin(), m_desk.units().end(), std::back_inserter(marks), markOf);
    m_strip->setMarks(std::move(marks));
    m_shownVariables.clear();
    m_keys = m_desk.codebook() ? CodeKeys(*m_desk.codebook(), KeyPlace::Answers, m_desk.formerCodes())
                               : CodeKeys();
    showCase();
    Q_EMIT headerChanged();
}

void AnswersView::showCase() {
    m_case->setCanEdit(!study().viewer() && !study().session().isReadOnly());
    if (const auto instrument = study().session().instrument())
        m_case->setInstrument(*instrument);
}

text::TextRange AnswersView::inUnit(text::TextRange range) const {
    const std::int64_t begin = m_desk.work().item.range.begin.value;
    return {text::CodePoints(range.begin.value - begin), text::CodePoints(range.end.value - begin)};
}

text::TextRange AnswersView::inSource(text::TextRange range) const {
    const std::int64_t begin = m_desk.work().item.range.begin.value;
    return {range.begin + begin, range.end + begin};
}

void AnswersView::showUnit() {
    m_asked = Asked::Nothing;
    m_chosen = model::CodingId();
    m_isRecoding = false;
    m_isChoosing = false;
    // Shown anew while a memo on it is being written: the words stay.
    const bool isWriting = !m_memoEdit->isHidden() && m_desk.hasUnit() && isSame(m_desk.target(), m_memoOf);
    if (!isWriting)
        closeMemo();
    if (!m_desk.hasUnit()) {
        Q_EMIT headerChanged();
        return;
    }
    const service::UnitWorkView& work = m_desk.work();
    m_reading->setAnswer(work.text, work.language);
    m_case->show(work.item.prompt, work.language);
    m_answerTitle->setText(tr("Answer %1").arg(m_desk.index() + 1));
    m_answerName->setText(m_desk.unitName());
    const QString language = languageName(work.language);
    const QString words = work.words == 1 ? tr("1 word") : tr("%1 words").arg(work.words);
    m_answerFacts->setText(language.isEmpty() ? words : QStringLiteral("%1, %2").arg(language, words));
    bool isOtherList = false;
    std::vector<model::VariableId> now;
    for (const model::Variable* variable : m_desk.variables())
        now.push_back(variable->id);
    if (now != m_shownVariables) {
        m_shownVariables = now;
        m_palette->model().setRows(paletteRows(m_desk.variables(), m_keys));
        m_definition->clear();
        isOtherList = true;
    }
    // Every answer shows the same codes in the same place.
    if (!m_palette->list()->hasFocus())
        m_palette->list()->scrollToTop();
    showWork();
    if (isOtherList)
        fold();
    if (isVisible() && !isWriting && m_pages->currentIndex() == 1 && !m_palette->list()->hasFocus())
        m_reading->setFocus(Qt::OtherFocusReason);
    Q_EMIT headerChanged();
}

void AnswersView::showWork() {
    if (!m_desk.hasUnit())
        return;
    const service::UnitWorkView& work = m_desk.work();
    m_palette->model().mark([this](model::CodeId id) { return !m_desk.codingsOf(id).empty(); }, nullptr);
    std::vector<CodedRow> rows;
    for (const model::Coding& coding : work.codings) {
        const model::Variable* variable = m_desk.codebook()->variable(coding.variable);
        if (variable == nullptr || variable->scale != model::Scale::Presence)
            continue;
        CodedRow row;
        row.coding = coding.id;
        row.look = m_desk.lookOfCoding(coding);
        if (coding.range)
            row.quote = m_reading->shown().slice(inUnit(*coding.range)).simplified();
        rows.push_back(row);
    }
    // A list that lost its last row is no place for the keyboard.
    const bool isEmptied = rows.empty() && m_coded->hasFocus();
    m_coded->rows().setRows(std::move(rows));
    if (isEmptied)
        m_reading->setFocus(Qt::OtherFocusReason);
    std::vector<ChoiceRow> choices;
    for (const model::Variable* variable : m_desk.variables()) {
        if (variable->scale == model::Scale::Presence)
            continue;
        ChoiceRow row;
        row.variable = variable->id;
        row.title = localText(variable->title);
        row.description = localText(variable->definition);
        row.isCount = variable->scale == model::Scale::Count;
        row.chosen = m_desk.levelOf(variable->id);
        row.count = m_desk.countOf(variable->id);
        for (const model::Code& level : variable->codes) {
            const CodeLook look = lookOf(level);
            row.levels.push_back({level.id, look.key, look.title});
        }
        choices.push_back(row);
    }
    m_choices->setRows(std::move(choices));
    m_choicesArea->parentWidget()->setVisible(!m_choices->rows().empty());
    fitChoices();
    m_memo->setText(work.memo.empty() ? QString() : tr("Memo: %1").arg(toQt(work.memo)));
    m_memo->setVisible(!work.memo.empty() && m_memoEdit->isHidden());
    m_flag->setIconName(work.item.isFlagged ? QStringLiteral("flag-set") : QStringLiteral("flag"));
    m_flag->setInk(work.item.isFlagged ? Token::Warn : Token::Text);
    fitHead();
    m_strip->setCurrent(m_desk.index());
    m_strip->setPace(m_desk.pace().secondsPerUnit());
    m_bar->setEnds(m_desk.index() > 0, m_desk.index() + 1 < int(m_desk.units().size()));
    host().actions().setAvailable(QStringLiteral("rate.reopen"), work.completedAt.has_value());
    if (codingById(m_chosen) == nullptr)
        m_chosen = model::CodingId();
    const bool learns = work.completedAt && m_desk.round()->kind == model::RoundKind::Training;
    m_gold->compare(study(), learns ? std::optional(m_desk.target()) : std::nullopt);
    showMarks();
    showBar();
}

void AnswersView::showMarks() {
    std::vector<ReadingMark> marks;
    for (const model::Coding& coding : m_desk.work().codings) {
        if (!coding.range)
            continue;
        marks.push_back(
            {coding.id.value, inUnit(*coding.range), m_desk.lookOfCoding(coding), coding.id == m_chosen});
    }
    m_reading->setMarks(std::move(marks));
    fitReading();
}

void AnswersView::showBar() {
    if (!m_desk.hasUnit())
        return;
    const service::UnitWorkView& work = m_desk.work();
    if (work.completedAt && !m_sequence.isWaiting() && !m_isRecoding) {
        m_bar->say(m_gold->hasFeedback() ? tr("Compare; Enter goes on") : tr("Done"), BarMood::Done);
        return;
    }
    const std::vector<model::VariableId> open = m_desk.openChoices();
    QString openTitle;
    if (!open.empty()) {
        if (const model::Variable* variable = m_desk.codebook()->variable(open.front()))
            openTitle = localText(variable->title);
    }
    switch (m_asked) {
    case Asked::OpenChoice:
        m_bar->say(tr("%1 is open. Choose, or Enter again leaves it open").arg(openTitle), BarMood::Ask);
        return;
    case Asked::NothingCoded:
        m_bar->say(tr("Nothing coded. Enter again: none applies"), BarMood::Ask);
        return;
    case Asked::Nothing:
        break;
    }
    if (m_sequence.isWaiting())
        m_bar->say(tr("%1 and the letter of the second row, or Esc").arg(m_sequence.waiting()), BarMood::Ask);
    else if (m_isRecoding)
        m_bar->say(tr("Press the key of the new code, or Esc"), BarMood::Ask);
    else if (!openTitle.isEmpty())
        m_bar->say(tr("%1 is open").arg(openTitle), BarMood::Quiet);
    else if (m_desk.presenceCodings() == 0 && !m_palette->model().isEmpty())
        m_bar->say(tr("No code yet"), BarMood::Quiet);
    else
        m_bar->say(tr("Nothing open"), BarMood::Good);
}

void AnswersView::fold() {
    const Theme& look = theme();
    const int wide = look.px(1) > 0 ? int(width() / look.scale()) : width();
    const bool showsCase = !m_isOnlyAnswer && m_caseWanted.value_or(wide + 52 >= foldCase);
    m_case->setVisible(showsCase);
    // In a low window with large letters the answer needs its height.
    m_strip->setVisible(!m_isOnlyAnswer && height() >= look.px(260));
    const bool isNarrow = wide + 52 < foldPalette || look.scale() > 1.3;
    m_palette->setColumns(isNarrow ? 1 : 2);
    const int codesWide = isNarrow ? std::clamp(wide * 2 / 5, 200, 300) : wide + 52 < foldCase ? 420 : 468;
    // A case that was asked for (F9) comes first where there is no room for the codes beside it.
    const int caseWide = std::clamp(wide - codesWide - 240, 200, 304);
    const bool showsCodes = !m_isOnlyAnswer && (!showsCase || wide - caseWide - codesWide >= 200);
    m_case->setFixedWidth(look.px(caseWide));
    m_right->setFixedWidth(look.px(codesWide));
    const bool hadKeyboard = !showsCodes && m_right->isAncestorOf(QApplication::focusWidget());
    m_right->setVisible(showsCodes);
    if (hadKeyboard)
        m_reading->setFocus(Qt::OtherFocusReason);
    fitChoices();
    // By the window alone, so that the choices stand in the same place whatever the answer is to. Where
    // hardly a code would be seen it is shown only when it is asked for (F1).
    const int above = m_choicesArea->height() + look.px(20);
    const int room = height() < look.px(680) ? 84 : height() < look.px(860) ? 124 : 150;
    int definition = m_definition->wholeLines(look.px(room));
    const bool isCramped = m_right->height() - above - definition < look.px(190);
    if (m_definition->isPinned()) {
        const int most = std::max(definition, (m_right->height() - above) * 6 / 10);
        definition = std::clamp(m_definition->fullHeight(), definition, most);
    }
    m_definition->setFixedHeight(definition);
    m_definition->setVisible(!isCramped || m_definition->isPinned());
    m_header->setCompact(wide + 52 < foldCase);
    m_header->setShort(wide + 52 < foldPalette);
    m_header->setTight(wide + 52 < 820);
    host().actions().action(QStringLiteral("rate.case"))->setChecked(showsCase);
    host().actions().action(QStringLiteral("rate.only"))->setChecked(m_isOnlyAnswer);
}

void AnswersView::bringCodes() {
    if (m_isOnlyAnswer) {
        m_isOnlyAnswer = false;
        fold();
    }
    if (m_right->isHidden()) {
        m_caseWanted.reset();
        fold();
    }
}

void AnswersView::focusChoice(model::VariableId variable) {
    bringCodes();
    m_choices->focusVariable(variable);
}

void AnswersView::showEvent(QShowEvent* event) {
    View::showEvent(event);
    // Once more when the panes have their heights: a program that opens here has none of them yet.
    QTimer::singleShot(0, this, [this] {
        fold();
        fitReading();
    });
}

void AnswersView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    fold();
    fitReading();
}

void AnswersView::fitChoices() {
    // Whole, as long as the codes above keep some rows; where they do not, the choices scroll.
    const Theme& look = theme();
    const int whole = m_choices->heightForWidth(m_right->width() - 1 - look.px(24));
    const int room = std::max(m_right->height() / 2 - look.px(24), m_right->height() - look.px(250));
    const int most = std::max(look.px(44), room);
    // The bar makes the panel narrower, so taller, so that the bar would stay where it is not needed.
    // The bar makes the panel narrower, so taller, so that the bar would stay where it is not needed.
    m_choicesArea->setVerticalScrollBarPolicy(whole <= most ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_choicesArea->setFixedHeight(std::min(whole, most));
}

void AnswersView::fitReading() {
    const Theme& look = theme();
    const int height = m_center->height();
    int gold = 0;
    if (!m_gold->isHidden()) {
        m_gold->fit(height / 3);
        gold = m_gold->height();
    }
    const int head = m_center->layout()->itemAt(0)->sizeHint().height();
    const QMargins margins = m_codedBox->layout()->contentsMargins();
    const int gap = m_codedBox->layout()->spacing();
    int room = height - head - gold - m_bar->height() - margins.top() - margins.bottom();
    const int wanted = std::max(m_reading->contentHeight() + 2, look.px(66));
    const int line = m_reading->lineHeight();
    const int leastText = std::min(wanted, 3 * line);
    // Two lines of the text come first, then what is written about it, one coding, a third line, the head
    // over the codings, some more of these; then the rest of the text.
    const auto take = [&room](int most, int kept) {
        const int taken = std::clamp(room - kept, 0, most);
        room -= taken;
        return taken;
    };
    const int twoLines = std::min(leastText, 2 * line);
    if (!m_memoEdit->isHidden()) {
        m_memoEdit->setFixedHeight(std::max(look.px(36), take(look.px(72) + gap, twoLines) - gap));
    } else if (!m_memo->text().isEmpty()) {
        const int memoLine = look.lineHeight(TypeRole::Small);
        const int whole = m_memo->heightForWidth(m_center->width() - margins.left() - margins.right());
        m_memo->setFixedHeight(std::max(memoLine, take(std::min(whole, 4 * memoLine) + gap, twoLines) - gap));
    }
    const int row = look.px(30);
    const int rows = m_coded->rows().rowCount() * row;
    const int first = take(std::min(rows, row), twoLines);
    const int title = m_codedTitle->sizeHint().height() + 2 * gap + 1;
    const bool hasTitle = room >= title + leastText;
    m_codedTitle->setVisible(hasTitle);
    m_codedLine->setVisible(hasTitle);
    if (hasTitle)
        room -= title;
    // Whole rows and whole lines.
    const auto takeWhole = [&take, &room](int most, int unit, int kept) {
        const int taken = take(most, kept);
        const int rest = taken < most ? taken % unit : 0;
        room += rest;
        return taken - rest;
    };
    const int some = takeWhole(std::min(rows - first, 2 * row), row, leastText);
    // Of three lines the last may be cut: there is more than two.
    const int shown = room < leastText ? take(wanted, 0) : takeWhole(wanted, line, 0);
    const int text = std::max(shown, std::min(leastText, line));
    const int list = first + some + takeWhole(rows - first - some, row, 0);
    m_coded->setVisible(rows > 0);
    if (m_coded->height() != list)
        m_coded->setFixedHeight(list);
    if (m_reading->height() != text)
        m_reading->setFixedHeight(text);
}

} // namespace rapport::ui
