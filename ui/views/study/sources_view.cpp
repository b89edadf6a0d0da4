// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/sources_view.h"

#include "service/originals.h"
#include "service/own_rating.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/kept_memo.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/empty_note.h"
#include "ui/components/fitted_columns.h"
#include "ui/components/flow_layout.h"
#include "ui/components/padded_cells.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/components/splitter_state.h"
#include "ui/dialogs/original_dialog.h"
#include "ui/models/figures.h"
#include "ui/views/study/source_memo.h"
#include "ui/views/study/source_words.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace rapport::ui {

namespace {

QString clockText(std::optional<std::int64_t> milliseconds) {
    if (!milliseconds)
        return {};
    const std::int64_t seconds = *milliseconds / 1000;
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

/// What a job reads of a source, with titles for its attributes.
struct SourceRead {
    service::SourceText text;
    std::vector<model::Attribute> attributes;
    std::optional<model::ImportedFile> original;
    std::string memo;
};

} // namespace

SourcesView::SourcesView(ViewHost& host, QWidget* parent)
    : View(host, parent) {
    m_later.setSingleShot(true);
    m_later.setInterval(150);
    connect(&m_later, &QTimer::timeout, this, [this] { filter(); });
    build();
    host.actions().on(QStringLiteral("sources.filter"), this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    host.actions().on(QStringLiteral("sources.history"), this, [this] { showHistory(); });
    host.actions().on(QStringLiteral("sources.redact"), this, [this] { redactSelection(); });
    host.actions().on(QStringLiteral("sources.forget"), this, [this] { forgetParticipant(); });
    for (const char* id : {"sources.memo", "sources.redact", "sources.forget"})
        host.actions().setAvailable(QLatin1String(id), !study().viewer());
    retranslate();
    clearText();
}

void SourcesView::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    m_splitter = new QSplitter(Qt::Horizontal, m_pages);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);

    auto* left = new Panel(Token::Surface, {}, m_splitter);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new Panel(Token::Canvas, Qt::BottomEdge, left);
    auto* lines = new QVBoxLayout(bar);
    lines->setContentsMargins(theme().px(12), theme().px(6), theme().px(12), theme().px(6));
    lines->setSpacing(theme().px(6));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(8));
    m_filter = new SearchField(QStringLiteral("filter"), QStringLiteral("/"), bar);
    m_count = new Words(TypeRole::Small, Token::Text2, bar);
    m_count->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_chooser = new KeyButton({}, ButtonKind::Quiet, bar);
    m_chooser->setIconName(QStringLiteral("table"));
    m_chooser->setSmall(true);
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    row->addWidget(m_chooser);
    lines->addLayout(row);
    // The choices go on in another line before one of them loses its words.
    auto* choices = new QWidget(bar);
    auto* flow = new FlowLayout(8, choices);
    m_kind = new SegmentedControl(choices);
    auto* prompt = new ChoiceBox(choices);
    auto* attribute = new ChoiceBox(choices);
    m_prompt = prompt;
    m_attribute = attribute;
    flow->addWidget(m_kind);
    for (ChoiceBox* box : {prompt, attribute}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(theme().px(260));
        box->setFewestLetters(14); // "all groups" and "all questions" are told apart
        flow->addWidget(box);
    }
    lines->addWidget(choices);
    column->addWidget(bar);
    m_table = new QTableView(left);
    m_table->setModel(&m_list);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    padCells(*m_table);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_columns = new FittedColumns(*m_table,
                                  {
                                      {96, 220, 0},  // name
                                      {94, 104, 5},  // kind: its words are read whole, also in Dutch
                                      {48, 92, 2},   // question
                                      {100, 112, 4}, // language
                                      {52, 78, 1},   // words
                                      {52, 78, 6},   // turns
                                      {52, 84, 3},   // codings
                                      {84, 170, 7},  // file
                                  },
                                  QStringLiteral("sources/hidden-columns"));
    connect(m_chooser, &QAbstractButton::clicked, this, [this] {
        QMenu* menu = m_columns->makeMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_chooser->mapToGlobal(QPoint(0, m_chooser->height())));
    });
    column->addWidget(m_table, 1);
    m_splitter->addWidget(left);

    m_readingPane = new Panel(Token::Reading, {}, m_splitter);
    auto* pane = new QVBoxLayout(m_readingPane);
    pane->setContentsMargins(0, 0, 0, 0);
    pane->setSpacing(0);
    auto* head = new Panel(Token::Canvas, Qt::BottomEdge, m_readingPane);
    auto* headColumn = new QVBoxLayout(head);
    headColumn->setContentsMargins(theme().px(16), theme().px(10), theme().px(16), theme().px(10));
    headColumn->setSpacing(theme().px(2));
    m_name = new Words(TypeRole::BodyStrong, Token::Text, head);
    m_facts = new Words(TypeRole::Small, Token::Text2, head);
    m_facts->setWraps(true);
    m_attributes = new Words(TypeRole::Small, Token::Text2, head);
    m_attributes->setWraps(true);
    auto* nameRow = new QHBoxLayout;
    m_original = new KeyButton({}, ButtonKind::Secondary, head);
    m_original->setSmall(true);
    m_original->setIconName(QStringLiteral("sources"));
    connect(m_original, &QAbstractButton::clicked, this, [this] { showOriginal(); });
    m_memoButton = new KeyButton({}, ButtonKind::Secondary, head);
    m_memoButton->setSmall(true);
    m_memoButton->setIconName(QStringLiteral("memo"));
    m_memo = new SourceMemo(head);
    const auto openMemo = [this] {
        if (m_memo->isEditing())
            m_memo->close();
        else
            m_memo->open();
    };
    connect(m_memoButton, &QAbstractButton::clicked, this, openMemo);
    host().actions().on(QStringLiteral("sources.memo"), this, openMemo);
    m_memo->setWriter([this](const QString& text) { return writeMemo(text); });
    keepMemo(m_memo->edit(), study(), [this] { m_memo->keep(); });
    connect(m_memo, &SourceMemo::left, this, [this] { m_texts->currentWidget()->setFocus(); });
    nameRow->setSpacing(theme().px(8));
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_memoButton);
    nameRow->addWidget(m_original);
    headColumn->addLayout(nameRow);
    headColumn->addWidget(m_facts);
    headColumn->addWidget(m_attributes);
    headColumn->addWidget(m_memo);
    pane->addWidget(head);
    m_texts = new QStackedWidget(m_readingPane);
    m_answer = new ReadingView(ReadingStyle::Answer, m_texts);
    m_transcript = new ReadingView(ReadingStyle::Transcript, m_texts);
    m_texts->addWidget(m_answer);
    m_texts->addWidget(m_transcript);
    pane->addWidget(m_texts, 1);
    m_splitter->addWidget(m_readingPane);
    fit();
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setSizes({theme().px(680), theme().px(600)});
    keepState(*m_splitter, QStringLiteral("sources"));
    m_readingPane->installEventFilter(this);
    m_pages->addWidget(m_splitter);
    m_empty = new EmptyState(QStringLiteral("sources"), {}, {}, m_pages);
    connect(m_empty, &EmptyState::actionWanted, this,
            [this] { host().actions().action(QStringLiteral("file.import"))->trigger(); });
    m_pages->addWidget(m_empty);

    m_tools = new QWidget(this);
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    m_import = new KeyButton({}, ButtonKind::Secondary, m_tools);
    m_import->setIconName(QStringLiteral("import"));
    connect(m_import, &QAbstractButton::clicked, this,
            [this] { host().actions().action(QStringLiteral("file.import"))->trigger(); });
    tools->addWidget(m_import);
    m_tools->hide();

    const auto resize = [this] {
        m_table->verticalHeader()->setDefaultSectionSize(theme().px(28));
        m_columns->fit();
    };
    resize();
    connect(&theme(), &Theme::changed, this, resize);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_later.start(); });
    connect(m_filter, &SearchField::dismissed, this, [this] {
        if (m_filter->text().isEmpty())
            m_table->setFocus();
        else
            m_filter->clear();
    });
    connect(m_filter, &SearchField::movedDown, this, [this] {
        filter();
        m_table->setFocus();
        if (!m_table->currentIndex().isValid() && m_list.rowCount() > 0)
            m_table->selectRow(0);
    });
    connect(m_kind, &SegmentedControl::currentChanged, this, [this] { filter(); });
    connect(m_prompt, &QComboBox::activated, this, [this] { filter(); });
    connect(m_attribute, &QComboBox::activated, this, [this] { filter(); });
    connect(&m_list, &SourceList::wordsWanted, this, &SourcesView::loadWords);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (const model::SourceId source = m_list.sourceAt(now.row()); !source.isNone())
                    choose(source);
            });
    new EmptyNote(*m_table, [this] {
        if (!m_filter->text().isEmpty())
            return tr("No text matches the filter. Esc in the filter clears it.");
        // Before the list is read it needs no words.
        return m_list.total() > 0 ? tr("No text matches what is chosen above.") : QString();
    });
    // Enter goes on to the text.
    m_table->installEventFilter(this);
    connect(m_table, &QAbstractItemView::doubleClicked, this,
            [this] { m_texts->currentWidget()->setFocus(); });
}

void SourcesView::fit() {
    // The name of the text goes before words on buttons.
    const bool isTight = m_readingPane->width() < theme().px(380);
    m_memoButton->setText(isTight ? QString() : tr("Memo"));
    m_memoButton->setKey(isTight ? QString() : QStringLiteral("F2"));
    m_original->setText(isTight ? QString() : tr("Original…"));
    for (KeyButton* button : {m_memoButton, m_original})
        button->updateGeometry();
}

void SourcesView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    m_readingPane->setMinimumWidth(std::min(theme().px(320), std::max(0, width() * 2 / 5)));
}

bool SourcesView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_readingPane && event->type() == QEvent::Resize)
        fit();
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int pressed = static_cast<QKeyEvent*>(event)->key();
        if (pressed == Qt::Key_Return || pressed == Qt::Key_Enter) {
            m_texts->currentWidget()->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return View::eventFilter(watched, event);
}

QString SourcesView::title() const {
    return tr("Sources");
}

QString SourcesView::subtitle() const {
    if (m_isStale || m_list.total() == 0)
        return {};
    return counted(m_list.total(), tr("one text"), tr("%1 texts"));
}

QWidget* SourcesView::headerWidget() {
    return study().viewer() ? nullptr : m_tools;
}

QStringList SourcesView::actionIds() const {
    return {QStringLiteral("sources.filter"), QStringLiteral("sources.memo"),
            QStringLiteral("sources.history"), QStringLiteral("sources.redact"),
            QStringLiteral("sources.forget")};
}

QWidget* SourcesView::initialFocus() {
    if (m_pages->currentWidget() == m_empty)
        return m_empty;
    return m_table;
}

void SourcesView::activated() {
    sayHints();
    if (!m_isStale)
        return;
    // What was read before may go by another name by now: a coordinator may have it to rate.
    const auto rates = service::coordinatorRates(study().session());
    if (!study().viewer() && rates && !rates->empty() && m_memo->close())
        clearText();
    load();
}

void SourcesView::sayHints() {
    QList<KeyHint> hints{{host().actions().keyText(QStringLiteral("go.palette")), tr("everything else")}};
    // Before the list is read nobody knows whether there is anything to filter.
    if (m_pages->currentWidget() != m_empty && m_list.total() > 0)
        hints = QList<KeyHint>{{QStringLiteral("/"), tr("filter")}, {tr("Enter"), tr("read")}} + hints;
    host().setHints(hints);
}

void SourcesView::onChanged(const service::ChangeSet& change) {
    // Ratings change one figure of one row; that can wait until the list is opened again. What the viewer has
    // to rate goes by another name: by what was dealt, and one by one as it is completed or reopened.
    m_isStale = true;
    const auto rates = service::coordinatorRates(study().session());
    const bool hasOtherNames = change.roundsChanged || (!change.units.empty() && change.act != "memo" &&
                                                        rates && !rates->empty() && !study().viewer());
    if (isVisible() && (change.sourcesChanged || change.settingsChanged || hasOtherNames))
        load();
    if (change.act == "memo" || change.act.empty())
        readMemo();
}

void SourcesView::onViewerChanged() {
    m_list.setRows({}, {});
    clearText();
    for (const char* id : {"sources.memo", "sources.redact", "sources.forget"})
        host().actions().setAvailable(QLatin1String(id), !study().viewer());
    m_isStale = true;
    Q_EMIT headerChanged();
    if (isVisible())
        load();
}

void SourcesView::open(const ViewTarget& target) {
    if (target.source.isNone())
        return;
    m_wanted = target.source;
    m_wantedRange = target.range;
    if (m_isStale || m_isLoading)
        return;
    showList();
}

void SourcesView::showList() {
    showChoices();
    const bool isEmpty = m_list.total() == 0;
    if (m_isRefused) {
        m_empty->setWords(tr("Closed while a blind round runs"),
                          tr("You see the texts that were given to you, in Rate. The others open when the "
                             "coordinator opens "
                             "the round."));
        m_empty->setAction({}, {});
    } else {
        m_empty->setWords(
            tr("Texts of participants belong here"),
            tr("Import a survey export with answers, or transcripts of interviews and focus groups. You see "
               "everything before it comes in."));
        m_empty->setAction(study().viewer() ? QString() : tr("Import"),
                           host().actions().keyText(QStringLiteral("file.import")));
    }
    m_columns->setUseful(SourceList::Turns, m_list.hasTurns());
    m_pages->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_splitter);
    if (isVisible())
        sayHints();
    updateCount();
    Q_EMIT headerChanged();
    if (isEmpty)
        return;
    if (m_wanted) {
        int row = m_list.rowOf(*m_wanted);
        if (row < 0 && *m_wanted != m_shown) {
            // It is filtered away: what was asked for goes before the filter.
            m_filter->clear();
            m_kind->setCurrent(0);
            m_prompt->setCurrentIndex(0);
            m_attribute->setCurrentIndex(0);
            filter();
            row = m_list.rowOf(*m_wanted);
        }
        if (row >= 0) {
            m_table->selectRow(row);
            m_table->scrollTo(m_list.index(row, 0), QAbstractItemView::PositionAtCenter);
            if (*m_wanted != m_shown || m_wantedRange)
                choose(*m_wanted);
        }
        m_wanted.reset();
    } else if (!m_table->currentIndex().isValid()) {
        m_table->selectRow(0);
    }
    // The text that stands beside the list goes by the name that it has there.
    const int row = m_table->currentIndex().row();
    const model::SourceId chosen = m_list.sourceAt(row);
    if (m_item.id == chosen && m_shown == chosen &&
        m_list.index(row, SourceList::Name).data().toString() != toQt(m_item.name))
        m_shown = {};
    if (!chosen.isNone() && m_shown != chosen)
        choose(chosen);
}

void SourcesView::updateCount() {
    const std::int64_t shownRows = m_list.rowCount();
    m_count->setText(shownRows == m_list.total()
                         ? countText(shownRows)
                         : tr("%1 of %2").arg(countText(shownRows), countText(m_list.total())));
    m_count->updateGeometry();
}

void SourcesView::choose(model::SourceId source) {
    if (source == m_shown && !m_wantedRange)
        return;
    if (!m_memo->close()) {
        // Its words have no other place: it stays with its text.
        if (const int row = m_list.rowOf(m_shown); row >= 0)
            QTimer::singleShot(0, m_table, [this, row] { m_table->selectRow(row); });
        return;
    }
    m_shown = source;
    host().jobs().start<SourceRead>(
        QStringLiteral("source-text"), tr("Reading a text"), this,
        [source](service::Session& session, const base::Task&) -> base::Result<SourceRead> {
            SourceRead read;
            RAPPORT_ASSIGN(read.text, service::sourceText(session, source));
            RAPPORT_ASSIGN(read.attributes, service::attributes(session));
            if (session.viewer().isCoordinator()) {
                RAPPORT_ASSIGN(read.original, service::originalOf(session, source));
                RAPPORT_ASSIGN(read.memo, service::sourceMemo(session, source));
            }
            return read;
        },
        [this](base::Result<SourceRead> read) {
            if (!read) {
                clearText();
                if (read.error().code != base::Errc::Cancelled)
                    host().showError(read.error());
                return;
            }
            m_file = read->original;
            m_original->setVisible(m_file.has_value());
            m_memoButton->setVisible(!study().viewer());
            m_memo->setText(toQt(read->memo));
            QStringList known;
            for (const model::Attribute& attribute : read->attributes) {
                const auto value = read->text.attributes.find(attribute.name);
                if (value != read->text.attributes.end())
                    known.append(QStringLiteral("%1 %2").arg(localText(attribute.title),
                                                             shownValue(attribute, value->second)));
            }
            m_attributes->setText(known.join(QStringLiteral("  ·  ")));
            m_attributes->setToolTip(m_attributes->text());
            m_attributes->setVisible(!known.isEmpty());
            showText(read->text);
        });
}

void SourcesView::showText(const service::SourceText& text) {
    const service::SourceItem& item = text.item;
    m_item = item;
    m_name->setText(toQt(item.name));
    QStringList facts{sourceKindText(item.kind)};
    if (!item.prompt.empty())
        facts.append(tr("to %1").arg(toQt(item.prompt)));
    if (!item.language.empty())
        facts.append(languageName(item.language));
    facts.append(counted(item.words, tr("1 word"), tr("%1 words")));
    if (item.kind == model::SourceKind::Transcript)
        facts.append(counted(item.turns, tr("1 turn"), tr("%1 turns")));
    if (!text.pages.empty())
        facts.append(counted(text.pages.back().number, tr("1 page"), tr("%1 pages")));
    if (!item.file.empty())
        facts.append(tr("from %1").arg(toQt(item.file)));
    m_facts->setText(facts.join(QStringLiteral(", ")));
    ReadingView* reading = m_answer;
    if (item.kind == model::SourceKind::Transcript && !text.turns.empty()) {
        reading = m_transcript;
        std::vector<ReadingBlock> blocks;
        blocks.reserve(text.turns.size());
        std::int64_t lastPage = 0;
        for (const model::Turn& turn : text.turns) {
            QString beside = clockText(turn.beginMs);
            // A document without times has pages at best: said where one begins.
            const std::int64_t page = model::pageAt(text.pages, turn.range.begin);
            if (beside.isEmpty() && page != lastPage)
                beside = tr("p. %1").arg(page);
            lastPage = page;
            blocks.push_back({turn.range, toQt(turn.speaker), beside, false});
        }
        m_transcript->setContent(ShownText(text.text), std::move(blocks), item.language);
    } else {
        m_answer->setAnswer(text.text, item.language);
    }
    reading->setAccessibleName(tr("Text of %1").arg(toQt(item.name)));
    m_texts->setCurrentWidget(reading);
    m_readingPane->setEnabled(true);
    if (m_wantedRange) {
        reading->select(*m_wantedRange);
        reading->ensureVisible(m_wantedRange->begin);
        m_wantedRange.reset();
    }
    Q_EMIT shown();
}

void SourcesView::clearText() {
    m_shown = {};
    m_item = {};
    m_name->setText(tr("No text chosen"));
    m_facts->setText({});
    m_attributes->setText({});
    m_attributes->hide();
    m_file.reset();
    m_original->hide();
    m_memo->setText({});
    m_memoButton->hide();
    m_answer->setAnswer({}, {});
    m_texts->setCurrentWidget(m_answer);
}

void SourcesView::showOriginal() {
    if (!m_file)
        return;
    auto* dialog = new OriginalDialog(host(), *m_file, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SourcesView::retranslate() {
    m_original->setAccessibleName(tr("Original…"));
    m_original->setToolTip(tr("The file that this text came from"));
    m_memoButton->setAccessibleName(tr("Memo"));
    m_memoButton->setToolTip(tr("A memo on this text, for researchers"));
    fit(); // says what stands on them
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter by name, question, language or file"));
    m_kind->setItems({tr("All"), tr("Answers"), tr("Transcripts")});
    m_kind->setAccessibleName(tr("Kind of text"));
    m_prompt->setAccessibleName(tr("Question"));
    m_attribute->setAccessibleName(tr("What is known of participants"));
    m_table->setAccessibleName(tr("Texts of the study"));
    m_chooser->setAccessibleName(tr("Columns"));
    m_chooser->setToolTip(tr("Which columns are shown"));
    m_import->setText(tr("Import"));
    m_import->setKey(host().actions().keyText(QStringLiteral("file.import")));
    m_list.retranslate();
    if (m_shown.isNone())
        m_name->setText(tr("No text chosen"));
    else if (m_memo->close())
        choose(std::exchange(m_shown, model::SourceId())); // what is said of it
    if (!m_isStale)
        showList();
}

void SourcesView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_tools != nullptr)
        retranslate();
    View::changeEvent(event);
}

} // namespace rapport::ui
