// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/grid_view.h"

#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/grid_parts.h"
#include "ui/views/rate/rate_header.h"
#include "ui/views/rate/stop_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr int typingPause = 250; // ms
constexpr int answerColumn = 2;

/// A table of the grid: no frame, no grid lines of its own, rows of one height.
QTableView* makeTable(AnswerGrid& grid, GridDelegate* delegate, QItemSelectionModel* selection,
                      QWidget* parent) {
    auto* table = new QTableView(parent);
    auto* header = new GridHeader(grid, table);
    table->setHorizontalHeader(header);
    table->setModel(&grid);
    if (selection != nullptr)
        table->setSelectionModel(selection);
    table->setItemDelegate(delegate);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setCornerButtonEnabled(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(1);
    return table;
}

} // namespace

GridView::GridView(ViewHost& host, QWidget* parent)
    : View(host, parent)
    , m_desk(host.study(), host.jobs())
    , m_header(new RateHeader(host, m_desk, RatePage::Grid)) {
    build();
    connectActions();
    connect(&m_desk, &RateDesk::listChanged, this, [this] { showList(); });
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, [this] { applyFilter(); });
    retranslate();
    m_desk.reload();
}

void GridView::build() {
    const Theme& look = theme();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_stop = new StopBar(host(), m_desk, this);
    outer->addWidget(m_stop);
    connect(m_stop, &StopBar::released, this, [this] { tableAtHand()->setFocus(Qt::OtherFocusReason); });
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    m_empty = new EmptyState(QStringLiteral("table"), {}, {}, m_pages);
    m_pages->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionWanted, this,
            [this] { host().actions().action(QStringLiteral("file.import"))->trigger(); });
    auto* page = new QWidget(m_pages);
    m_pages->addWidget(page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tools = new Panel(Token::Canvas, Qt::BottomEdge, page);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6));
    row->setSpacing(look.px(8));
    m_text = new SearchField(QStringLiteral("filter"), QStringLiteral("/"), tools);
    m_text->setMaximumWidth(look.px(280));
    m_state = new QComboBox(tools);
    m_code = new QComboBox(tools);
    m_code->setMaximumWidth(look.px(220));
    for (QComboBox* box : {m_state, m_code})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents); // in another language, too
    m_counts = new Words(TypeRole::Small, Token::Text2, tools);
    m_legend = new GridLegend(tools);
    row->addWidget(m_text, 2);
    row->addWidget(m_state);
    row->addWidget(m_code);
    row->addWidget(m_counts, 1);
    row->addWidget(m_legend);
    column->addWidget(tools);
    auto* tables = new QWidget(page);
    auto* side = new QHBoxLayout(tables);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    m_delegate = new GridDelegate(this);
    // Two views of one model: what stands at the left stays while the codes are scrolled.
    m_left = makeTable(m_grid, m_delegate, nullptr, tables);
    m_selection = m_left->selectionModel();
    m_right = makeTable(m_grid, m_delegate, m_selection, tables);
    m_left->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_left->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    // Beside the scroll bar of the codes the answers keep the same height.
    auto* leftSide = new QVBoxLayout;
    leftSide->setSpacing(0);
    auto* foot = new Panel(Token::Surface, {}, tables);
    foot->setFixedHeight(0);
    leftSide->addWidget(m_left, 1);
    leftSide->addWidget(foot);
    const QScrollBar* across = m_right->horizontalScrollBar();
    connect(across, &QScrollBar::rangeChanged, foot, [foot, across](int least, int most) {
        foot->setFixedHeight(most > least ? across->sizeHint().height() : 0);
    });
    side->addLayout(leftSide, 1);
    side->addWidget(m_right);
    column->addWidget(tables, 1);
    m_bar = new SelectionBar(tables);

    QScrollBar* leftBar = m_left->verticalScrollBar();
    QScrollBar* rightBar = m_right->verticalScrollBar();
    for (const auto& [bar, other] : {std::pair(leftBar, rightBar), std::pair(rightBar, leftBar)}) {
        connect(bar, &QScrollBar::valueChanged, other, &QScrollBar::setValue);
        // Whichever is laid out last could not follow as long as its list was the shorter one.
        connect(bar, &QScrollBar::rangeChanged, this, [bar, other] { bar->setValue(other->value()); });
    }
    for (QTableView* table : {m_left, m_right}) {
        table->installEventFilter(this);
        table->viewport()->installEventFilter(this);
        connect(table, &QTableView::doubleClicked, this, [this] { openCurrent(); });
        connect(table->horizontalHeader(), &QHeaderView::sectionClicked, this,
                [this](int section) { sortBy(section); });
    }
    connect(m_right, &QTableView::clicked, this, [this](const QModelIndex& index) {
        // A click on the sign itself acts on that one answer; elsewhere it selects.
        const GridColumn& clicked = m_grid.columns()[std::size_t(index.column())];
        if (clicked.kind == GridColumn::Code && selectedRows().size() == 1)
            codeSelected(clicked.code);
    });
    const auto onSelection = [this] {
        m_isAsked = false;
        // A list that is read anew takes the cursor away; it returns to its column.
        if (const QModelIndex now = m_selection->currentIndex(); now.isValid())
            m_column = std::max(answerColumn, now.column());
        rememberRow();
        showSelection();
        m_left->viewport()->update();
        m_right->viewport()->update();
    };
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, onSelection);
    connect(m_selection, &QItemSelectionModel::currentChanged, this, onSelection);
    connect(&m_grid, &QAbstractItemModel::modelReset, this, [this] {
        fit();
        showCounts();
    });
    connect(&m_grid, &QAbstractItemModel::dataChanged, this, [this] { showCounts(); });
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        applyFilter();
        tableAtHand()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_text, &SearchField::movedDown, this, [this] { tableAtHand()->setFocus(Qt::OtherFocusReason); });
    connect(m_text, &SearchField::dismissed, this, [this] {
        m_text->clear();
        m_typing.stop();
        applyFilter();
        tableAtHand()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_state, &QComboBox::activated, this, [this] { applyFilter(); });
    connect(m_code, &QComboBox::activated, this, [this] { applyFilter(); });
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
    setTabOrder(m_text, m_state);
    setTabOrder(m_state, m_code);
    setTabOrder(m_code, m_left);
    setTabOrder(m_left, m_right);
}

QString GridView::title() const {
    return tr("Rate");
}

QString GridView::subtitle() const {
    if (!m_desk.round())
        return {};
    QStringList parts;
    if (m_desk.round()->name != model::defaultRoundName)
        parts.append(toQt(m_desk.round()->name));
    parts.append(tr("Grid of all answers"));
    return parts.join(QStringLiteral("  ·  "));
}

QWidget* GridView::headerWidget() {
    return m_header;
}

QWidget* GridView::initialFocus() {
    return m_pages->currentIndex() == 0 ? static_cast<QWidget*>(m_empty) : tableAtHand();
}

QTableView* GridView::tableAtHand() const {
    return m_column < AnswerGrid::fixedColumns ? m_left : m_right;
}

void GridView::retranslate() {
    m_text->setPlaceholderText(tr("Answer contains…"));
    m_text->setAccessibleName(tr("Filter by text"));
    m_state->setAccessibleName(tr("Filter by status"));
    m_code->setAccessibleName(tr("Filter by code"));
    m_left->setAccessibleName(tr("Answers and codes"));
    m_right->setAccessibleName(tr("Codes of the answers"));
    const QSignalBlocker quiet(m_state);
    const int now = std::max(0, m_state->currentIndex());
    m_state->clear();
    m_state->addItems(
        {tr("All answers"), tr("Undone"), tr("Begun"), tr("Done"), tr("Flagged"), tr("With a memo")});
    m_state->setCurrentIndex(now);
}

void GridView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_bar != nullptr) {
        retranslate();
        m_legend->updateGeometry();
        showList();
    }
    View::changeEvent(event);
}

void GridView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    fit();
}

void GridView::fit() {
    const Theme& look = theme();
    m_header->setCompact(width() < look.px(1128));
    m_header->setShort(width() < look.px(950));
    m_header->setTight(width() < look.px(768));
    m_legend->setVisible(width() > look.px(1100));
    m_left->verticalHeader()->setDefaultSectionSize(look.px(46));
    m_right->verticalHeader()->setDefaultSectionSize(look.px(46));
    const auto& columns = m_grid.columns();
    int codes = 0;
    int widestKey = 0;
    for (const GridColumn& column : columns)
        widestKey = std::max(widestKey, keyCapSize(column.look.key).width());
    for (int i = 0; i < int(columns.size()); ++i) {
        const bool isLeft = i < AnswerGrid::fixedColumns;
        m_left->setColumnHidden(i, !isLeft);
        m_right->setColumnHidden(i, isLeft);
        int wide = look.px(36);
        switch (columns[std::size_t(i)].kind) {
        case GridColumn::Code:
            wide = std::max(look.px(36), widestKey + look.px(8));
            break;
        case GridColumn::Choice: {
            int widest = textWidth(look.font(TypeRole::SmallStrong), columns[std::size_t(i)].title);
            for (const auto& [code, level] : columns[std::size_t(i)].levels)
                widest = std::max(widest, textWidth(look.font(TypeRole::Small), level.title));
            wide = std::clamp(widest + look.px(16), look.px(62), look.px(130));
            break;
        }
        case GridColumn::Count:
            wide = look.px(62);
            break;
        case GridColumn::Marks:
            wide = look.px(56);
            break;
        default:
            break;
        }
        if (!isLeft) {
            m_right->setColumnWidth(i, wide);
            codes += wide;
        }
    }
    if (columns.empty())
        return;
    const int bar = m_right->verticalScrollBar()->sizeHint().width();
    const int most = std::max(look.px(240), int(width() * 0.56));
    m_right->setFixedWidth(std::min(codes + bar, most));
    const int number = std::max(
        look.px(50), textWidth(look.font(TypeRole::Figures), QString::number(m_grid.total())) + look.px(18));
    const int status = look.px(92);
    const int seconds = look.px(44);
    m_left->setColumnWidth(0, number);
    m_left->setColumnWidth(1, status);
    m_left->setColumnWidth(3, seconds);
    m_left->setColumnWidth(2, std::max(look.px(160), width() - m_right->width() - number - status - seconds));
    showSelection();
}

void GridView::rememberRow() const {
    const int row = m_selection->currentIndex().row();
    if (row >= 0 && isVisible())
        m_desk.rememberPlace({m_grid.item(row).unit.value, 0});
}

void GridView::activated() {
    m_desk.followRemembered();
    rememberRow();
    host().setHints({{QStringLiteral("Ctrl+1"), tr("One answer")},
                     {QStringLiteral("Enter"), tr("opens")},
                     {QStringLiteral("Shift+↓"), tr("select")},
                     {QStringLiteral("/"), tr("Filter by text")}});
    fit();
}

void GridView::onViewerChanged() {
    m_selection->clearCurrentIndex(); // where somebody else was
    m_desk.reload();
}

bool GridView::goToChange(const service::ChangeSet& change) {
    if (change.units.empty() || !m_desk.holds(change.units.front(), change.rater, change.round))
        return false;
    if (change.units.size() == 1 && m_grid.rowOf(change.units.front()) >= 0)
        select(change.units, change.units.front());
    return true;
}

void GridView::open(const ViewTarget& target) {
    if (target.unit.isNone())
        return;
    if (m_desk.isReading()) {
        m_desk.goToUnit(target.unit);
        m_asked = target.unit; // a table that takes the keyboard chooses a row of its own
    } else {
        select({target.unit}, target.unit);
    }
}

void GridView::showList() {
    const bool isEmpty = m_desk.units().empty();
    const bool canImport = host().actions().isConnected(QStringLiteral("file.import")) && !study().viewer() &&
                           !m_desk.isReading();
    if (m_desk.isReading())
        m_empty->setWords(tr("Reading the list …"), {});
    else
        m_empty->setWords(
            tr("Nothing to rate here"),
            tr("This rater has no answers in this round. Choose another round above, or bring in "
               "answers."));
    m_empty->setAction(canImport ? tr("Import answers") : QString(),
                       host().actions().keyText(QStringLiteral("file.import")));
    // Whoever waits for a list, or has it, goes on there.
    const bool hasKeyboard = m_pages->isAncestorOf(QApplication::focusWidget());
    const int before = m_pages->currentIndex();
    m_pages->setCurrentIndex(isEmpty ? 0 : 1);
    if (hasKeyboard && before != m_pages->currentIndex())
        initialFocus()->setFocus(Qt::OtherFocusReason);
    m_keys = m_desk.codebook() ? CodeKeys(*m_desk.codebook(), KeyPlace::Answers, m_desk.formerCodes())
                               : CodeKeys();
    std::vector<const model::Variable*> variables;
    if (m_desk.codebook() && m_desk.round()) {
        const auto& wanted = m_desk.round()->variables;
        for (const model::Variable& variable : m_desk.codebook()->variables) {
            if (wanted.empty() || std::find(wanted.begin(), wanted.end(), variable.name) != wanted.end())
                variables.push_back(&variable);
        }
    }
    // Read anew because of what others wrote: nobody loses the row that they are at.
    const int row = m_selection->currentIndex().row();
    const model::UnitId here = row >= 0 ? m_grid.item(row).unit : model::UnitId();
    m_grid.setList(
        m_desk.units(), variables, [this](model::CodeId code) { return m_keys.of(code); },
        [this](const std::vector<model::UnitId>& units) {
            auto texts = service::unitTexts(study().session(), units);
            return texts ? std::move(*texts) : std::vector<std::string>();
        });
    m_saying.reset();
    {
        const QSignalBlocker quiet(m_code);
        m_code->clear();
        m_code->addItem(tr("Any code"), qlonglong(0));
        for (const GridColumn& column : m_grid.columns()) {
            if (column.kind != GridColumn::Code)
                continue;
            m_code->addItem(tr("With %1").arg(column.title), qlonglong(column.code.value));
            m_code->addItem(tr("Without %1").arg(column.title), qlonglong(-column.code.value));
        }
        const QSignalBlocker quietText(m_text);
        m_text->clear();
        m_state->setCurrentIndex(0);
    }
    m_delegate->setWords({});
    if (!isEmpty) {
        const model::UnitId first = m_desk.hasUnit() ? m_desk.work().item.id : m_desk.units().front().unit;
        const model::UnitId asked = std::exchange(m_asked, model::UnitId());
        const model::UnitId current = m_desk.placeOf(asked) >= 0  ? asked
                                      : m_desk.placeOf(here) >= 0 ? here
                                                                  : first;
        select({current}, current);
        readMarks();
    }
    Q_EMIT headerChanged();
}

void GridView::readMarks() {
    if (!m_desk.rater() || !m_desk.round())
        return;
    m_isReading = true;
    m_meanwhile.clear();
    host().jobs().start<std::vector<service::UnitMarks>>(
        QStringLiteral("grid-marks"), tr("Reading the codings"), this,
        [rater = m_desk.rater()->id, round = m_desk.round()->id](service::Session& session,
                                                                 const base::Task& task) {
            return service::unitMarks(session, rater, round, task);
        },
        [this](base::Result<std::vector<service::UnitMarks>> marks) {
            m_isReading = false;
            if (!marks) {
                if (marks.error().code != base::Errc::Cancelled)
                    host().showError(marks.error());
                return;
            }
            std::vector<model::UnitId> units;
            for (const int row : selectedRows())
                units.push_back(m_grid.item(row).unit);
            const int now = m_selection->currentIndex().row();
            const model::UnitId current = now >= 0 ? m_grid.item(now).unit : model::UnitId();
            m_grid.setMarks(*marks);
            select(units, current);
            if (m_meanwhile.empty() || !m_desk.rater() || !m_desk.round())
                return;
            const auto fresh =
                service::unitMarksOf(study().session(), m_desk.rater()->id, m_desk.round()->id, m_meanwhile);
            m_meanwhile.clear();
            if (fresh)
                m_grid.updateMarks(*fresh);
        });
}

void GridView::onChanged(const service::ChangeSet& change) {
    m_desk.onChanged(change);
    if (change.codebookChanged || change.roundsChanged || change.sourcesChanged)
        return; // the list was read anew
    std::vector<model::UnitId> units;
    std::copy_if(change.units.begin(), change.units.end(), std::back_inserter(units),
                 [this](model::UnitId unit) { return m_desk.placeOf(unit) >= 0; });
    if (units.empty() || !m_desk.rater() || !m_desk.round())
        return;
    if (m_isReading) {
        m_meanwhile.insert(m_meanwhile.end(), units.begin(), units.end());
        return;
    }
    const auto fresh = service::unitMarksOf(study().session(), m_desk.rater()->id, m_desk.round()->id, units);
    if (!fresh)
        return;
    m_grid.updateMarks(*fresh);
}

void GridView::applyFilter() {
    const QString words = m_text->text().simplified();
    const auto show = [this] {
        GridFilter filter;
        filter.state = GridFilter::State(std::max(0, m_state->currentIndex()));
        const qlonglong code = m_code->currentData().toLongLong();
        filter.code = model::CodeId(code < 0 ? -code : code);
        filter.hasCode = code > 0;
        filter.saying = m_saying;
        const int now = m_selection->currentIndex().row();
        const model::UnitId current = now >= 0 ? m_grid.item(now).unit : model::UnitId();
        m_grid.setFilter(std::move(filter));
        if (m_grid.rowOf(current) >= 0)
            select({current}, current);
        else if (m_grid.rowCount() > 0)
            select({m_grid.item(0).unit}, m_grid.item(0).unit);
    };
    m_delegate->setWords(words);
    if (words.isEmpty()) {
        m_saying.reset();
        show();
        return;
    }
    host().jobs().start<std::vector<model::UnitId>>(
        QStringLiteral("grid-text"), tr("Searching the answers"), this,
        [words = toUtf8(words)](service::Session& session, const base::Task& task) {
            return service::unitsSaying(session, words, task);
        },
        [this, show](base::Result<std::vector<model::UnitId>> found) {
            if (!found)
                return;
            m_saying = std::move(*found);
            show();
        });
}

void GridView::showCounts() {
    const AnswerGrid::Counts counts = m_grid.counts();
    const QLocale locale;
    if (m_grid.rowCount() == 0 && m_grid.total() > 0) {
        m_counts->setText(tr("No answer matches"));
        return;
    }
    m_counts->setText(
        tr("%1 of %2 answers").arg(locale.toString(m_grid.rowCount()), locale.toString(m_grid.total())) +
        QStringLiteral("  ·  ") +
        tr("%1 done, %2 begun, %3 open")
            .arg(locale.toString(counts.done), locale.toString(counts.begun), locale.toString(counts.open)));
}

void GridView::showSelection() {
    const auto rows = selectedRows().size();
    if (rows > 1)
        m_bar->show(int(rows));
    else
        m_bar->hide();
}

std::vector<int> GridView::selectedRows() const {
    std::vector<int> rows;
    // Ranges, not rows one by one: all of a hundred thousand may be selected.
    for (const QItemSelectionRange& range : m_selection->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void GridView::select(const std::vector<model::UnitId>& units, model::UnitId current) {
    QItemSelection rows;
    for (const model::UnitId unit : units) {
        if (const int row = m_grid.rowOf(unit); row >= 0)
            rows.select(m_grid.index(row, 0), m_grid.index(row, m_grid.columnCount() - 1));
    }
    m_selection->select(rows, QItemSelectionModel::ClearAndSelect);
    const int row = m_grid.rowOf(current);
    if (row < 0)
        return;
    const int column = std::min(m_column, m_grid.columnCount() - 1);
    m_selection->setCurrentIndex(m_grid.index(row, column), QItemSelectionModel::NoUpdate);
    m_left->scrollTo(m_grid.index(row, 0));
    if (m_left->hasFocus() || m_right->hasFocus())
        tableAtHand()->setFocus(Qt::OtherFocusReason);
}

} // namespace rapport::ui
