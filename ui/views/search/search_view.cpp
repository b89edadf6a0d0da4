// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/search_view.h"

#include "service/own_rating.h"
#include "service/rating.h"
#include "service/reading.h"
#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/components/splitter_state.h"
#include "ui/models/figures.h"
#include "ui/models/query_text.h"
#include "ui/views/search/facet_list.h"
#include "ui/views/search/form_panel.h"
#include "ui/views/search/hit_list.h"
#include "ui/views/search/line_list.h"
#include "ui/views/search/query_guide.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/word_lists.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>

namespace rapport::ui {

namespace {

constexpr int typingDelay = 80;  ///< ms
constexpr int indexDelay = 3000; ///< ms after the last text came in

/// The search itself, and, for every facet with ticked values, its counts without that condition, so that the
/// other values of the same field say what they would bring.
base::Result<SearchAnswer> searchWithFacets(service::Session& session, const service::SearchRequest& request,
                                            const service::ConcordanceRequest& lines,
                                            const std::vector<FacetField>& fields, const QString& query,
                                            const std::function<QString(const QString&)>& whole,
                                            const base::Task& task) {
    QElapsedTimer clock;
    clock.start();
    SearchAnswer answer;
    RAPPORT_ASSIGN(answer.result, service::search(session, request, task));
    RAPPORT_ASSIGN(answer.lines, service::concordance(session, lines, task));
    answer.milliseconds = double(clock.nsecsElapsed()) / 1e6;
    for (const FacetField& field : fields) {
        if (valuesOf(query, field.field).isEmpty())
            continue;
        service::SearchRequest without;
        without.query = toUtf8(whole(withoutField(query, field.field)));
        without.limit = 0;
        without.facets = {field.facet};
        if (without.query.empty())
            continue;
        RAPPORT_ASSIGN(service::SearchResult counted, service::search(session, without, task));
        answer.result.facets[field.facet] = std::move(counted.facets[field.facet]);
    }
    return answer;
}

/// Never lower than its rows need, and they need more where they go on in a second line.
class UpperPart final : public QWidget {
public:
    UpperPart(std::function<void()> changed, QWidget* parent)
        : QWidget(parent)
        , m_changed(std::move(changed)) {}
    void forget() { m_changed = {}; }
    [[nodiscard]] QSize minimumSizeHint() const override {
        const QSize least = QWidget::minimumSizeHint();
        return {least.width(), std::max(least.height(), layout()->totalMinimumHeightForWidth(width()))};
    }

protected:
    bool event(QEvent* event) override {
        const bool isDone = QWidget::event(event);
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
            updateGeometry();
            if (m_changed)
                m_changed();
        }
        return isDone;
    }

private:
    std::function<void()> m_changed;
};

} // namespace

SearchView::SearchView(ViewHost& host, QWidget* parent)
    : View(host, parent)
    , m_line(new QueryLine(this))
    , m_errorRow(new QWidget(this))
    , m_errorWords(new Words(TypeRole::Small, Token::Bad, m_errorRow))
    , m_errorHint(new Words(TypeRole::Small, Token::Text2, m_errorRow))
    , m_pages(new QStackedWidget(this))
    , m_guide(new QueryGuide(m_pages))
    , m_nothing(new EmptyState(QStringLiteral("search"), {}, {}, m_pages)) {
    buildHeader();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new Panel(Token::Canvas, Qt::BottomEdge, this);
    auto* topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(theme().px(16), theme().px(10), theme().px(16), theme().px(10));
    topColumn->setSpacing(theme().px(4));
    auto* lineRow = new QHBoxLayout;
    lineRow->setSpacing(theme().px(8));
    lineRow->addWidget(m_line, 1);
    lineRow->addWidget(m_placeBox);
    topColumn->addLayout(lineRow);
    auto* errorRow = new QHBoxLayout(m_errorRow);
    errorRow->setContentsMargins(0, 0, 0, 0);
    errorRow->setSpacing(theme().px(10));
    m_errorCaret = new Words(QString(QChar(0x25B2)), TypeRole::Caption, Token::Bad, m_errorRow);
    errorRow->addWidget(m_errorCaret);
    errorRow->addWidget(m_errorWords);
    errorRow->addWidget(m_errorHint);
    errorRow->addStretch(1);
    m_errorRow->hide();
    topColumn->addWidget(m_errorRow);
    m_stepRow = new QWidget(top);
    m_stepRow->hide();
    topColumn->addWidget(m_stepRow);
    column->addWidget(top);

    m_pages->addWidget(m_guide);
    auto* results = new QWidget(m_pages);
    buildResults(results);
    m_pages->addWidget(results);
    m_pages->addWidget(m_nothing);
    column->addWidget(m_pages, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingDelay);
    connect(&m_typing, &QTimer::timeout, this, [this] { start(); });
    m_indexLater.setSingleShot(true);
    m_indexLater.setInterval(indexDelay);
    connect(&m_indexLater, &QTimer::timeout, this, [this] { updateIndex(false); });
    connect(m_line, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_line, &QLineEdit::textChanged, this, [this] { clearError(); });
    connect(m_line, &QueryLine::searchWanted, this, [this] {
        start();
        if (m_hits.rowCount() > 0 && m_shownQuery == m_line->text().trimmed())
            m_middle->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_line, &QueryLine::movedDown, this, [this] {
        if (m_pages->currentIndex() == GuidePage)
            m_guide->list().setFocus(Qt::OtherFocusReason);
        else if (m_hits.rowCount() > 0)
            m_middle->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    m_line->setSource([this](const QueryCompletion& completion) { return suggestionsFor(completion); });
    connect(&m_hits, &SearchHits::pageWanted, this, [this](int page) { askPage(page); });
    connect(m_guide, &QueryGuide::queryChosen, this, [this](const QString& query) {
        search(query);
        m_line->setFocus(Qt::OtherFocusReason);
    });
    connect(m_nothing, &EmptyState::actionWanted, this, [this] {
        if (!m_suggestion.isEmpty())
            search(m_suggestion);
        else
            search({});
        m_line->setFocus(Qt::OtherFocusReason);
    });
    host.actions().on(QStringLiteral("search.focus"), this, [this] {
        m_line->setFocus(Qt::ShortcutFocusReason);
        m_line->selectAll();
    });
    const auto step = [this](int by) {
        if (m_middle->currentWidget() == m_lineList) {
            const int row = m_lineList->currentIndex().row() + by;
            if (row >= 0 && row < m_lines.rowCount())
                m_lineList->setCurrentIndex(m_lines.index(row));
        } else {
            chooseHit(m_list->currentIndex().row() + by);
        }
    };
    host.actions().on(QStringLiteral("search.next"), this, [step] { step(1); });
    host.actions().on(QStringLiteral("search.previous"), this, [step] { step(-1); });
    // The lists answer these keys themselves; the menu and the palette come here.
    host.actions().on(QStringLiteral("search.open"), this, [this] {
        if (m_middle->currentWidget() == m_lineList)
            openLine(m_lineList->currentIndex().row());
        else
            openHit(m_list->currentIndex().row());
    });
    host.actions().on(QStringLiteral("search.tick"), this, [this] {
        if (m_middle->currentWidget() == m_lineList && m_lineList->currentIndex().isValid())
            m_lineList->toggle(m_lineList->currentIndex().row());
    });
    host.actions().on(QStringLiteral("search.hide"), this, [this] {
        if (m_middle->currentWidget() == m_lineList && m_lineList->currentIndex().isValid())
            askReason(m_lineList->currentIndex().row());
    });
    connectActions();
    host.actions().on(QStringLiteral("search.guide"), this, [this] {
        m_pages->setCurrentIndex(m_pages->currentIndex() == GuidePage && m_hasResult ? ResultPage
                                                                                     : GuidePage);
    });
    host.actions().on(QStringLiteral("search.index"), this, [this] { updateIndex(true); });
    retranslate();
    readStudy();
}

SearchView::~SearchView() {
    // The lists outlive the hits by a moment and would ask for one.
    disconnect(m_list, nullptr, this, nullptr);
    disconnect(m_lineList, nullptr, this, nullptr);
    static_cast<UpperPart*>(m_upper)->forget();
}

void SearchView::buildResults(QWidget* page) {
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_facetList = new FacetList(m_facets, page);
    row->addWidget(m_facetList);
    m_facetLine = new Line(Qt::Vertical, page);
    row->addWidget(m_facetLine);
    m_splitter = new QSplitter(Qt::Vertical, page);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);

    auto* upper = new UpperPart([this] { fitWidth(); }, m_splitter);
    m_upper = upper;
    auto* upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    upperColumn->setSpacing(0);
    auto* head = new Panel(Token::Canvas, Qt::BottomEdge, upper);
    auto* headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(theme().px(16), theme().px(4), theme().px(12), theme().px(4));
    headRow->setSpacing(theme().px(8));
    m_count = new Words(TypeRole::SmallStrong, Token::Text, head);
    m_countNote = new Words(TypeRole::Small, Token::Text2, head);
    m_sortLabel = new Words(TypeRole::Small, Token::Text2, head);
    m_sort = new QComboBox(head);
    headRow->addWidget(m_count);
    headRow->addWidget(m_countNote);
    headRow->addStretch(1);
    headRow->addWidget(m_sortLabel);
    headRow->addWidget(m_sort);
    upperColumn->addWidget(head);
    buildLines(upper);
    upperColumn->addWidget(m_lineBar);
    upperColumn->addWidget(m_middle, 1);
    upperColumn->addWidget(buildFoot(upper));
    m_splitter->addWidget(upper);

    m_reader = new Panel(Token::Reading, Qt::TopEdge, m_splitter);
    auto* readerColumn = new QVBoxLayout(m_reader);
    readerColumn->setContentsMargins(0, theme().px(8), 0, 0);
    readerColumn->setSpacing(0);
    auto* readerHead = new QHBoxLayout;
    readerHead->setContentsMargins(theme().px(16), 0, theme().px(12), theme().px(2));
    readerHead->setSpacing(theme().px(10));
    m_readerName = new Words(TypeRole::Figures, Token::Text, m_reader);
    // Which text it is stays whole; what is told of it gives way.
    m_readerName->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_readerFacts = new Words(TypeRole::Small, Token::Text2, m_reader);
    m_open = new KeyButton({}, ButtonKind::Quiet, m_reader);
    m_open->setSmall(true);
    readerHead->addWidget(m_readerName);
    readerHead->addWidget(m_readerFacts);
    readerHead->addStretch(1);
    readerHead->addWidget(m_open);
    readerColumn->addLayout(readerHead);
    m_text = new ReadingView(ReadingStyle::Answer, m_reader);
    readerColumn->addWidget(m_text, 1);
    m_splitter->addWidget(m_reader);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({theme().px(520), theme().px(180)});
    keepState(*m_splitter, QStringLiteral("search"));
    row->addWidget(m_splitter, 1);
    m_panelLine = new Line(Qt::Vertical, page);
    row->addWidget(m_panelLine);
    m_panel = new FormPanel(page);
    row->addWidget(m_panel);
    connectLines();

    const auto resize = [this] {
        m_facetList->setFixedWidth(theme().px(190));
        fitWidth();
    };
    connect(&theme(), &Theme::changed, this, resize);
    resize();
    connect(m_facetList, &QListView::clicked, this, [this](const QModelIndex& index) { toggleFacet(index); });
    connect(static_cast<FacetList*>(m_facetList), &FacetList::toggled, this,
            [this](const QModelIndex& index) { toggleFacet(index); });
    connect(m_sort, &QComboBox::activated, this, [this] { start(); });
    connect(m_list, &HitList::chosen, this, [this](int row_) { showHit(row_); });
    connect(m_list, &HitList::openWanted, this, [this](int row_) { openHit(row_); });
    connect(m_list, &HitList::leftAbove, this, [this] { m_line->setFocus(Qt::OtherFocusReason); });
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (m_middle->currentWidget() == m_list)
            openHit(m_list->currentIndex().row());
        else
            openLine(m_lineList->currentIndex().row());
    });
}

QString SearchView::title() const {
    return tr("Search");
}

QStringList SearchView::actionIds() const {
    return {
        QStringLiteral("search.focus"),   QStringLiteral("search.next"),   QStringLiteral("search.previous"),
        QStringLiteral("search.guide"),   QStringLiteral("search.index"),  QStringLiteral("search.lines"),
        QStringLiteral("search.texts"),   QStringLiteral("search.counts"), QStringLiteral("search.spread"),
        QStringLiteral("search.code"),    QStringLiteral("search.save"),   QStringLiteral("search.saved"),
        QStringLiteral("search.table"),   QStringLiteral("search.words"),  QStringLiteral("search.within"),
        QStringLiteral("search.similar"), QStringLiteral("search.samples")};
}

QWidget* SearchView::initialFocus() {
    return m_line;
}

void SearchView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_open != nullptr)
        retranslate();
    View::changeEvent(event);
}

void SearchView::retranslate() {
    m_line->setPlaceholderText(tr("Words, \"a phrase\", question:Q1, code:…"));
    m_line->setAccessibleName(tr("Query"));
    m_line->setAccessibleDescription(tr("Ctrl+Space lists the fields"));
    m_facetList->setAccessibleName(tr("What the hits have in common"));
    m_list->setAccessibleName(tr("Hits"));
    m_text->setAccessibleName(tr("Text of the hit"));
    m_sortLabel->setText(tr("Sort by"));
    m_sort->setAccessibleName(tr("Sort by"));
    const int chosen = std::max(0, m_sort->currentIndex());
    m_sort->clear();
    m_sort->addItems({tr("best match"), tr("order of the study"), tr("date")});
    m_sort->setCurrentIndex(chosen);
    m_open->setText(tr("Open"));
    m_open->setKey(QStringLiteral("Enter"));
    m_guide->retranslate();
    retranslateLines();
    buildSteps();
    readStudy();
    updateCount();
    if (m_error)
        showError(*m_error);
    updatePage();
}

void SearchView::activated() {
    host().setHints({{host().actions().keyText(QStringLiteral("search.focus")), tr("query")},
                     {host().actions().keyText(QStringLiteral("search.next")), tr("next hit")},
                     {tr("Space"), tr("tick")},
                     {QStringLiteral("1-9"), tr("code")},
                     {QStringLiteral("Enter"), tr("open")}});
    if (!m_indexIsFresh)
        updateIndex(false);
    if (std::exchange(m_isStale, false) && !m_line->text().trimmed().isEmpty())
        m_typing.start();
}

void SearchView::onChanged(const service::ChangeSet& change) {
    if (change.codebookChanged || change.settingsChanged || change.sourcesChanged)
        readStudy();
    if (change.sourcesChanged) {
        m_indexIsFresh = false;
        m_indexLater.start();
    }
    if (!m_hasResult ||
        (!change.sourcesChanged && !change.roundsChanged && !change.settingsChanged && change.units.empty()))
        return;
    if (isVisible()) {
        m_typing.start();
        return;
    }
    // What was found may go by another name by now: a coordinator may have it to rate.
    const auto rates = service::coordinatorRates(study().session());
    if (study().viewer() || !rates || rates->empty())
        return;
    m_isStale = true;
    clearResult();
}

void SearchView::clearResult() {
    m_hasResult = false;
    m_hits.clear();
    m_lines.clear();
    m_found = {};
    m_facets.clear();
    m_counts.clear();
    m_panel->setForms({});
    m_panel->setCollocates({});
    m_lineCounts->setCollocates({});
    m_running.clear();
    askCounts();
    showHit(-1);
    updatePage();
}

void SearchView::onViewerChanged() {
    clearResult();
    readStudy();
    if (!m_line->text().trimmed().isEmpty())
        m_typing.start();
}

void SearchView::open(const ViewTarget& target) {
    if (!target.savedSearch.isEmpty())
        openSaved(target.savedSearch);
    else if (!target.words.isEmpty())
        search(target.words);
}

QString SearchView::errorText() const {
    return m_error ? m_errorWords->text() : QString();
}

void SearchView::search(const QString& query) {
    m_line->setText(query);
    start();
}

service::SearchSort SearchView::sort() const {
    switch (m_sort->currentIndex()) {
    case 1:
        return service::SearchSort::Source;
    case 2:
        return service::SearchSort::Date;
    default:
        return service::SearchSort::Relevance;
    }
}

void SearchView::start() {
    m_typing.stop();
    const QString query = m_line->text().trimmed();
    ++m_generation;
    if (query.isEmpty()) {
        m_hasResult = false;
        m_shownQuery.clear();
        m_running.clear();
        m_hits.clear();
        m_lines.clear();
        m_found = {};
        m_facets.clear();
        askCounts();
        m_line->setNote({});
        showHit(-1);
        updatePage();
        Q_EMIT answered();
        return;
    }
    service::SearchRequest request;
    request.query = toUtf8(wholeQuery(query));
    request.limit = SearchHits::pageSize;
    request.sort = sort();
    request.place = m_place;
    if (m_place != service::SearchPlace::Texts) {
        // Few, and read as they are: no lines, no facets.
        host().jobs().start<SearchAnswer>(
            QStringLiteral("search"), tr("Searching"), this,
            [request](service::Session& session, const base::Task& task) -> base::Result<SearchAnswer> {
                QElapsedTimer clock;
                clock.start();
                SearchAnswer answer;
                RAPPORT_ASSIGN(answer.result, service::search(session, request, task));
                answer.milliseconds = double(clock.nsecsElapsed()) / 1e6;
                return answer;
            },
            [this, query](base::Result<SearchAnswer> answer) { showAnswer(query, std::move(answer)); });
        return;
    }
    for (const FacetField& field : m_facets.fields())
        request.facets.push_back(field.facet);
    host().jobs().start<SearchAnswer>(
        QStringLiteral("search"), tr("Searching"), this,
        [request, lines = lineRequest(query), fields = m_facets.fields(), query,
         steps = m_steps](service::Session& session, const base::Task& task) {
            return searchWithFacets(
                session, request, lines, fields, query,
                [&steps](const QString& typed) { return withinSteps(typed, steps); }, task);
        },
        [this, query](base::Result<SearchAnswer> answer) { showAnswer(query, std::move(answer)); });
}

void SearchView::showAnswer(const QString& query, base::Result<SearchAnswer> answer) {
    if (!answer) {
        // Where it was cancelled, another answer is on its way.
        if (answer.error().code != base::Errc::Cancelled) {
            m_running.clear();
            if (m_line->text().trimmed() == query)
                showError(answer.error());
        }
        Q_EMIT answered();
        return;
    }
    clearError();
    const bool isSame = m_hasResult && m_shownQuery == query;
    const int row = isSame ? std::max(0, m_list->currentIndex().row()) : 0;
    if (!isSame)
        m_lines.clearTicks();
    m_shownQuery = query;
    m_hasResult = true;
    m_milliseconds = answer->milliseconds;
    m_isExact = answer->result.exact;
    m_leftOut = answer->result.leftOutToRate;
    m_suggestion = toQt(answer->result.suggestion);
    m_counts = answer->result.facets;
    m_hits.setResult(answer->result.matches, std::move(answer->result.hits));
    m_facets.setCounts(std::move(answer->result.facets), query);
    m_line->setNote(m_milliseconds < 10 ? tr("%1 ms").arg(QLocale().toString(m_milliseconds, 'f', 1))
                                        : tr("%1 ms").arg(QLocale().toString(int(m_milliseconds))));
    if (m_hits.rowCount() > 0)
        m_list->setCurrentIndex(m_hits.index(std::min(row, m_hits.rowCount() - 1)));
    showLines(query, std::move(answer->lines));
    updateMiddle();
    updateCount();
    updatePage();
    if (m_middle->currentWidget() == m_list)
        showHit(m_list->currentIndex().row());
    if (m_place == service::SearchPlace::Texts) {
        askBeside();
        askCounts();
    } else {
        m_panel->setForms({});
        m_panel->setCollocates({});
    }
    Q_EMIT answered();
}

void SearchView::setPlace(service::SearchPlace place) {
    m_place = place;
    m_placeBox->setCurrentIndex(int(place));
    m_modes->setEnabled(place == service::SearchPlace::Texts);
    m_table->setEnabled(place == service::SearchPlace::Texts);
    m_hasResult = false; // of elsewhere
    start();
}

void SearchView::askPage(int page) {
    service::SearchRequest request;
    request.query = toUtf8(wholeQuery(m_shownQuery));
    request.limit = SearchHits::pageSize;
    request.offset = std::int64_t(page) * SearchHits::pageSize;
    request.sort = sort();
    request.place = m_place;
    // Neighbours go side by side; a page that another takes the place of may be asked for again.
    const std::size_t place = std::size_t(page) % m_pageJobs.size();
    if (m_pageJobs[place] >= 0 && m_pageJobs[place] != page)
        m_hits.dropRequest(m_pageJobs[place]);
    m_pageJobs[place] = page;
    host().jobs().start<service::SearchResult>(
        QStringLiteral("search-page-%1").arg(place), tr("Reading hits"), this,
        [request](service::Session& session, const base::Task& task) {
            return service::search(session, request, task);
        },
        [this, page, place, generation = m_generation](base::Result<service::SearchResult> result) {
            m_pageJobs[place] = -1;
            if (!result || generation != m_generation)
                m_hits.dropRequest(page);
            else
                m_hits.setPage(page, std::move(result->hits));
        });
}

} // namespace rapport::ui
