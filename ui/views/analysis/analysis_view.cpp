// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/analysis/analysis_view.h"

#include "service/analysis_figure.h"
#include "service/reading.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/models/analysis_words.h"
#include "ui/models/figures.h"
#include "ui/views/analysis/analysis_list.h"
#include "ui/views/analysis/figure_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr int waitBeforeCounting = 400; // ms after a change of the study
constexpr std::size_t figureLines = 40;

void keepChoice(QComboBox& box, const QVariant& choice) {
    const int place = box.findData(choice);
    box.setCurrentIndex(place < 0 ? 0 : place);
}

} // namespace

AnalysisView::AnalysisView(ViewHost& host, QWidget* parent)
    : View(host, parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new QWidget(this);
    auto* headerRow = new QHBoxLayout(m_header);
    headerRow->setContentsMargins(0, 0, 0, 0);
    headerRow->setSpacing(theme().px(8));
    m_saveTable = new KeyButton({}, ButtonKind::Secondary, m_header);
    m_saveTable->setIconName(QStringLiteral("table"));
    m_saveFigure = new KeyButton({}, ButtonKind::Secondary, m_header);
    m_saveFigure->setIconName(QStringLiteral("export"));
    headerRow->addWidget(m_saveTable);
    headerRow->addWidget(m_saveFigure);
    m_header->hide();
    buildTools();
    buildBody();
    column->addWidget(m_tools);
    column->addWidget(m_splitter, 1);

    Actions& actions = host.actions();
    actions.on(QStringLiteral("analysis.figure"), this, [this] { askFile(true); });
    actions.on(QStringLiteral("analysis.table"), this, [this] { askFile(false); });
    actions.on(QStringLiteral("analysis.filter"), this, [this] {
        showFigure(false);
        m_filter->setFocus(Qt::ShortcutFocusReason);
    });
    actions.on(QStringLiteral("analysis.show_table"), this, [this] {
        showFigure(false);
        m_list->setFocus(Qt::ShortcutFocusReason);
    });
    actions.on(QStringLiteral("analysis.show_figure"), this, [this] {
        showFigure(true);
        m_figure->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_saveTable, &QAbstractButton::clicked, this, [this] { askFile(false); });
    connect(m_saveFigure, &QAbstractButton::clicked, this, [this] { askFile(true); });
    m_later.setSingleShot(true);
    m_later.setInterval(waitBeforeCounting);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (isVisible())
            count();
    });
    const auto resize = [this] {
        m_tools->setFixedHeight(theme().px(48));
        m_rowTools->setFixedHeight(theme().px(42));
    };
    connect(&theme(), &Theme::changed, this, resize);
    resize();
    readStudy();
    retranslate();
}

AnalysisView::~AnalysisView() {
    // The lists outlive the models by a moment and would ask for a row.
    disconnect(m_list, nullptr, this, nullptr);
    disconnect(m_unitList, nullptr, this, nullptr);
}

void AnalysisView::buildTools() {
    m_tools = new Panel(Token::Canvas, Qt::BottomEdge, this);
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(theme().px(16), 0, theme().px(16), 1);
    row->setSpacing(theme().px(8));
    const auto label = [&] {
        auto* made = new Words(TypeRole::Body, Token::Text2, m_tools);
        made->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        return made;
    };
    m_what = new QComboBox(m_tools);
    m_byLabel = label();
    m_by = new QComboBox(m_tools);
    m_withinLabel = label();
    m_within = new QComboBox(m_tools);
    m_fromLabel = label();
    m_from = new QComboBox(m_tools);
    m_shape = new SegmentedControl(m_tools);
    // Where there is no room they are cut, not what stands behind them.
    for (QComboBox* box : {m_what, m_by, m_within, m_from}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumWidth(theme().px(96));
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }
    row->addWidget(m_what);
    row->addSpacing(theme().px(8));
    row->addWidget(m_byLabel);
    row->addWidget(m_by);
    row->addWidget(m_withinLabel);
    row->addWidget(m_within);
    row->addSpacing(theme().px(8));
    row->addWidget(m_fromLabel);
    row->addWidget(m_from);
    row->addStretch(1);
    row->addWidget(m_shape);
    connect(m_what, &QComboBox::activated, this, [this] { ask(toUtf8(m_what->currentData().toString())); });
    for (QComboBox* box : {m_by, m_within, m_from})
        connect(box, &QComboBox::activated, this, [this] { count(); });
    connect(m_shape, &SegmentedControl::currentChanged, this, [this](int index) { showFigure(index == 1); });
}

void AnalysisView::buildBody() {
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto* left = new Panel(Token::Surface, {}, m_splitter);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_rowTools = new Panel(Token::Surface, Qt::BottomEdge, left);
    auto* row = new QHBoxLayout(m_rowTools);
    row->setContentsMargins(theme().px(16), 0, theme().px(12), 1);
    row->setSpacing(theme().px(8));
    m_which = new SegmentedControl(m_rowTools);
    m_prompt = new QComboBox(m_rowTools);
    m_kind = new QComboBox(m_rowTools);
    m_filter = new SearchField(QStringLiteral("filter"), QStringLiteral("/"), m_rowTools);
    m_filter->setMaximumWidth(theme().px(190));
    m_absent = new QCheckBox(m_rowTools);
    row->addWidget(m_which);
    row->addWidget(m_prompt);
    row->addWidget(m_kind);
    row->addWidget(m_filter);
    row->addStretch(1);
    row->addWidget(m_absent);
    column->addWidget(m_rowTools);
    m_pages = new QStackedWidget(left);
    m_list = new AnalysisList(m_table, m_pages);
    m_figure = new FigurePage(m_pages);
    m_empty = new EmptyState(QStringLiteral("analysis"), {}, {}, m_pages);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_figure);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);
    auto* foot = new Panel(Token::Canvas, Qt::TopEdge, left);
    auto* footRow = new QVBoxLayout(foot);
    footRow->setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8));
    m_made = new Words(TypeRole::Small, Token::Text2, foot);
    m_made->setWraps(true);
    footRow->addWidget(m_made);
    column->addWidget(foot);
    m_splitter->addWidget(left);
    m_side = new Panel(Token::Canvas, Qt::LeftEdge, m_splitter);
    buildSide(m_side);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({900, theme().px(392)});

    connect(m_which, &SegmentedControl::currentChanged, this, [this](int index) { showTable(index); });
    connect(m_prompt, &QComboBox::activated, this, [this] {
        m_table.showPrompt(toUtf8(m_prompt->currentData().toString()));
        m_list->fit();
        m_list->selectFirst();
        showState();
    });
    connect(m_kind, &QComboBox::activated, this, [this] { drawAgain(); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_table.filter(text);
        m_list->selectFirst();
        showState();
    });
    const auto toList = [this] { m_list->setFocus(Qt::OtherFocusReason); };
    connect(m_filter, &SearchField::movedDown, this, toList);
    connect(m_filter, &SearchField::dismissed, this, [this, toList] {
        m_filter->clear();
        toList();
    });
    connect(m_absent, &QCheckBox::toggled, this, [this](bool isOn) {
        m_table.showAbsent(isOn);
        m_list->fit();
        m_list->selectFirst();
        showState();
    });
    connect(m_list, &AnalysisList::rowChosen, this, [this](int index) { showRow(index); });
    connect(m_list, &AnalysisList::opened, this, [this](int index, int part) { openUnits(index, part); });
}

void AnalysisView::buildSide(QWidget* side) {
    side->setMinimumWidth(theme().px(280));
    auto* column = new QVBoxLayout(side);
    const int pad = theme().px(14);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(theme().px(10));
    auto* card = new Card(side);
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(14));
    inner->setSpacing(theme().px(6));
    auto* head = new QHBoxLayout;
    m_tag = new CodeTag({}, card);
    m_rowTitle = new Words(TypeRole::BodyStrong, Token::Text, card);
    head->addWidget(m_tag);
    head->addWidget(m_rowTitle, 1);
    inner->addLayout(head);
    m_sentence = new Words(TypeRole::Body, Token::Text, card);
    m_sentence->setWraps(true);
    inner->addWidget(m_sentence);
    column->addWidget(card);
    auto* units = new Card(side);
    auto* unitColumn = new QVBoxLayout(units);
    unitColumn->setContentsMargins(1, theme().px(12), 1, theme().px(8));
    unitColumn->setSpacing(theme().px(6));
    auto* unitTop = new QVBoxLayout;
    unitTop->setContentsMargins(theme().px(13), 0, theme().px(13), 0);
    m_unitHead = new SectionHeader({}, {}, units);
    m_unitFilter = new SegmentedControl(units);
    unitTop->addWidget(m_unitHead);
    unitTop->addWidget(m_unitFilter, 0, Qt::AlignLeft);
    unitColumn->addLayout(unitTop);
    m_unitHint = new Words(TypeRole::Small, Token::Text2, units);
    m_unitHint->setWraps(true);
    auto* hintRow = new QHBoxLayout;
    hintRow->setContentsMargins(theme().px(13), 0, theme().px(13), 0);
    hintRow->addWidget(m_unitHint);
    unitColumn->addLayout(hintRow);
    m_unitList = new AnalysedUnitList(m_units, units);
    // The list takes all there is; without it the words stay at the top.
    unitColumn->addWidget(m_unitList, 1000);
    unitColumn->addStretch(1);
    column->addWidget(units, 1);
    connect(m_unitFilter, &SegmentedControl::currentChanged, this, [this](int index) {
        m_unitsRequest.which = service::UnitsThat(index);
        findUnits();
    });
    connect(m_unitList, &AnalysedUnitList::opened, this, [this](int row) { openUnit(row); });
    connect(m_unitList, &AnalysedUnitList::left, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
}

QString AnalysisView::title() const {
    return tr("Analysis");
}

QString AnalysisView::subtitle() const {
    return mayLook() ? analysisQuestion(m_name) : QString();
}

QWidget* AnalysisView::headerWidget() {
    return m_header;
}

QStringList AnalysisView::actionIds() const {
    return {QStringLiteral("analysis.figure"), QStringLiteral("analysis.table"),
            QStringLiteral("analysis.filter"), QStringLiteral("analysis.show_table"),
            QStringLiteral("analysis.show_figure")};
}

QWidget* AnalysisView::initialFocus() {
    if (m_pages->currentWidget() == m_list)
        return m_list;
    return m_what;
}

void AnalysisView::activated() {
    host().setHints({{QStringLiteral("Enter"), tr("the units behind a number")},
                     {host().actions().keyText(QStringLiteral("analysis.show_figure")), tr("figure")},
                     {host().actions().keyText(QStringLiteral("go.palette")), tr("everything else")}});
    if (m_isStale)
        count();
}

void AnalysisView::open(const ViewTarget& target) {
    const std::string wanted = toUtf8(target.words);
    const auto& known = service::analyses();
    if (std::find(known.begin(), known.end(), wanted) != known.end())
        ask(wanted);
}

void AnalysisView::onChanged(const service::ChangeSet& change) {
    if (change.settingsChanged || change.sourcesChanged)
        readStudy();
    m_isStale = true;
    m_later.start();
}

void AnalysisView::onViewerChanged() {
    m_answer.reset();
    m_error.reset();
    m_table.clear();
    m_units.set({});
    m_made->setText({});
    m_figure->setFigure({});
    readStudy();
    m_isStale = true;
    if (isVisible())
        count();
    Q_EMIT headerChanged();
}

void AnalysisView::readStudy() {
    const QVariant before = m_by->currentData();
    m_by->clear();
    m_by->addItem(tr("nobody apart"), QString());
    m_hasAttributes = false;
    if (mayLook()) {
        if (const auto attributes = service::attributes(study().session())) {
            for (const model::Attribute& attribute : *attributes)
                m_by->addItem(toQt(attribute.name), toQt(attribute.name));
            m_hasAttributes = !attributes->empty();
        }
    }
    keepChoice(*m_by, before);
}

service::AnalysisRequest AnalysisView::request() const {
    service::AnalysisRequest asked;
    asked.by = toUtf8(m_by->currentData().toString());
    asked.select.from = service::CodesFrom(m_from->currentData().toInt());
    asked.within = service::Within(m_within->currentData().toInt());
    return asked;
}

std::string AnalysisView::figureKind() const {
    return toUtf8(m_kind->currentData().toString());
}

void AnalysisView::ask(const std::string& name) {
    if (name != m_name) {
        m_name = name;
        keepChoice(*m_what, toQt(name));
        m_filter->clear();
        m_kind->clear();
        for (const std::string& kind : service::figureKinds(name))
            m_kind->addItem(figureTitle(kind), toQt(kind));
        Q_EMIT headerChanged();
    }
    count();
}

void AnalysisView::count() {
    m_isStale = false;
    if (!mayLook()) {
        showState();
        return;
    }
    const service::AnalysisRequest asked = request();
    host().jobs().start<std::shared_ptr<Answer>>(
        QStringLiteral("analysis"), tr("Analysing"), this,
        [asked, name = m_name, kind = figureKind()](
            service::Session& session, const base::Task& task) -> base::Result<std::shared_ptr<Answer>> {
            auto answer = std::make_shared<Answer>();
            RAPPORT_ASSIGN(answer->result, service::analyse(session, name, asked, task));
            // An empty table is no fault of the question.
            if (auto svg = service::analysisFigure(answer->result, kind, figureLines))
                answer->svg = std::move(*svg);
            return answer;
        },
        [this](base::Result<std::shared_ptr<Answer>> answer) { take(std::move(answer)); });
}

void AnalysisView::drawAgain() {
    if (!m_answer)
        return;
    auto svg = service::analysisFigure(m_answer->result, figureKind(), figureLines);
    m_answer->svg = svg ? std::move(*svg) : std::string();
    m_figure->setFigure(QByteArray::fromStdString(m_answer->svg));
    showState();
}

void AnalysisView::take(base::Result<std::shared_ptr<Answer>> answer) {
    m_error.reset();
    if (answer) {
        m_answer = std::move(*answer);
    } else {
        if (answer.error().code == base::Errc::Cancelled)
            return;
        m_answer.reset();
        m_error = answer.error();
    }
    QStringList names;
    if (m_answer) {
        for (const analysis::ResultTable& table : m_answer->result.tables)
            names.append(tableTitle(table.id));
    }
    const int before = m_which->items() == names ? m_which->current() : 0;
    m_which->setItems(names);
    m_which->setCurrent(before);
    m_which->setVisible(names.size() > 1);
    m_figure->setFigure(m_answer ? QByteArray::fromStdString(m_answer->svg) : QByteArray());
    m_made->setText(m_answer ? madeSentence(m_answer->result) : QString());
    showTable(before);
    Q_EMIT headerChanged();
    Q_EMIT answered();
}

void AnalysisView::showTable(int number) {
    const bool isThere = m_answer && number >= 0 && number < int(m_answer->result.tables.size());
    const int row = m_list->currentIndex().row();
    if (isThere)
        m_table.setTable(m_answer->result.tables[std::size_t(number)], study().codebook());
    else
        m_table.clear();
    showPrompts();
    m_list->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_list->fit();
    // The study changed meanwhile: the eye stays where it was.
    if (row > 0 && row < m_table.rowCount())
        m_list->setCurrentIndex(m_table.index(row, 0));
    else
        m_list->selectFirst();
    showRow(m_list->currentIndex().row());
    showState();
}

void AnalysisView::showPrompts() {
    const QVariant before = m_prompt->currentData();
    const std::vector<std::string> prompts = m_table.prompts();
    m_prompt->clear();
    for (const std::string& prompt : prompts)
        m_prompt->addItem(resultWord("prompt", prompt), toQt(prompt));
    if (prompts.size() > 1)
        m_prompt->addItem(tr("each question"), QString());
    keepChoice(*m_prompt, before);
    m_table.showPrompt(toUtf8(m_prompt->currentData().toString()));
}

void AnalysisView::showRow(int row) {
    const std::size_t source = m_table.sourceRow(row);
    QString title;
    std::optional<CodeLook> look;
    for (int column = 0; column < m_table.columnCount() && source != analysis::ResultTable::npos; ++column) {
        const QModelIndex index = m_table.index(row, column);
        if (m_table.cellKind(column) == AnalysisCell::Code) {
            if (!look)
                look = m_table.lookAt(index);
            title += (title.isEmpty() ? QString() : QStringLiteral(" + ")) + index.data().toString();
        }
    }
    m_tag->setVisible(look.has_value());
    if (look)
        m_tag->setLook(*look);
    const double level = request().select.level;
    m_rowTitle->setText(title.isEmpty() ? tableTitle(m_table.table().id) : title);
    m_sentence->setText(source == analysis::ResultTable::npos
                            ? QString()
                            : rowSentence(m_table.table(), source, look ? look->title : QString(), level));
    m_unitsRequest = {};
    m_units.set({});
    m_unitHead->setCaption({});
    const bool hasUnits = look.has_value() && m_table.table().id != "matrix" &&
                          m_table.table().id != "transitions" && m_table.table().id != "sequence";
    m_unitFilter->setVisible(false);
    m_unitList->setVisible(false);
    m_unitHint->setVisible(true);
    m_unitHint->setText(hasUnits
                            ? tr("Enter on a number opens the units that it counts.")
                            : tr("These figures are made of whole sources or raters, not of single units."));
    m_rowTitle->updateGeometry();
}

void AnalysisView::openUnits(int row, int column) {
    const std::string code = m_table.textOf(row, "code");
    const std::string first = m_table.textOf(row, "first");
    if ((code.empty() && first.empty()) || m_unitHint->text().isEmpty() || !mayLook())
        return;
    service::AnalysedUnitsRequest wanted;
    wanted.select = request().select;
    wanted.code = code.empty() ? first : code;
    wanted.second = m_table.textOf(row, "second");
    wanted.variable = code.empty() ? std::string() : m_table.textOf(row, "variable");
    wanted.prompt = m_table.textOf(row, "prompt");
    if (const std::string group = m_table.textOf(row, "group"); !group.empty()) {
        wanted.by = request().by;
        if (wanted.by.empty() && m_answer) {
            for (const auto& [key, value] : m_answer->result.data) {
                if (key == "by")
                    wanted.by = analysis::exactText(value);
            }
        }
        wanted.value = group;
    }
    // A group of a comparison: "group: A2 - B2" names the attribute before the colon.
    const QString header = m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const bool isFirst = header == columnTitle("first_group");
    if (isFirst || header == columnTitle("second_group")) {
        const std::string comparison = m_table.textOf(row, "comparison");
        wanted.by = comparison.substr(0, comparison.find(": "));
        wanted.value = m_table.textOf(row, isFirst ? "a" : "b");
    }
    if (header == columnTitle("missing"))
        wanted.which = service::UnitsThat::Miss;
    else if (header == columnTitle("units"))
        wanted.which = service::UnitsThat::All;
    m_unitsRequest = wanted;
    findUnits();
}

void AnalysisView::findUnits() {
    if (m_unitsRequest.code.empty())
        return;
    m_unitFilter->setCurrent(int(m_unitsRequest.which));
    m_unitFilter->setVisible(m_unitsRequest.second.empty());
    host().jobs().start<std::vector<service::AnalysedUnitItem>>(
        QStringLiteral("analysis-units"), tr("Finding the units"), this,
        [wanted = m_unitsRequest](service::Session& session, const base::Task& task) {
            return service::analysedUnits(session, wanted, task);
        },
        [this](base::Result<std::vector<service::AnalysedUnitItem>> units) {
            if (!units) {
                if (units.error().code != base::Errc::Cancelled)
                    host().showError(units.error());
                return;
            }
            m_unitHead->setCaption(counted(std::int64_t(units->size()), tr("1 unit"), tr("%1 units")));
            m_unitHint->setVisible(units->empty());
            m_unitHint->setText(units->empty() ? tr("There are none.") : QString());
            m_unitList->setVisible(!units->empty());
            m_units.set(std::move(*units));
            if (m_units.rowCount() > 0) {
                m_unitList->setCurrentIndex(m_units.index(0));
                m_unitList->setFocus(Qt::OtherFocusReason);
            }
            Q_EMIT unitsFound();
        });
}

void AnalysisView::openUnit(int row) {
    if (row < 0 || row >= int(m_units.units().size()))
        return;
    const service::AnalysedUnitItem& unit = m_units.units()[std::size_t(row)];
    ViewTarget target;
    target.unit = unit.id;
    target.source = unit.source;
    target.range = unit.range;
    for (const service::AnalysedUnitItem& each : m_units.units())
        target.units.push_back(each.id);
    host().openView(QStringLiteral("sources"), target);
}

QString AnalysisView::sentence() const {
    return m_sentence->text();
}

QString AnalysisView::made() const {
    return m_made->text();
}

void AnalysisView::showFigure(bool isShown) {
    m_shape->setCurrent(isShown ? 1 : 0);
    showState();
}

void AnalysisView::showState() {
    const bool wantsFigure = m_shape->current() == 1;
    const bool hasAnswer = m_answer != nullptr;
    const bool hasRows = m_table.rowCount() > 0 || !m_filter->text().isEmpty() || m_table.absentCount() > 0;
    QString title;
    QString text;
    if (!mayLook()) {
        title = tr("Analysis is for the coordinator");
        text = tr("Results tell of other raters and of groups. A rater who sees them rates differently.");
    } else if (m_error) {
        title = m_error->code == base::Errc::Undefined ? tr("Nothing to analyse yet") : tr("No answer");
        text = m_error->code == base::Errc::Undefined
                   ? tr("Analysis counts units that raters have completed. Rate in a main round, or settle "
                        "differences first.")
                   : errorSentence(*m_error) + QLatin1Char(' ') + errorDetails(*m_error);
    } else if (hasAnswer && wantsFigure && m_answer->svg.empty()) {
        title = tr("No figure for this one");
        text = service::figureKinds(m_name).empty()
                   ? tr("These figures are read best in the table.")
                   : tr("There is nothing to draw: the table is empty, or no groups were chosen.");
    } else if (hasAnswer && !wantsFigure && !hasRows) {
        title = tr("Nothing in this table");
        text = tr("No unit of the study enters it. Another question or other groups may have some.");
    }
    m_empty->setWords(title, text);
    m_pages->setCurrentWidget(!title.isEmpty() ? static_cast<QWidget*>(m_empty)
                              : wantsFigure    ? static_cast<QWidget*>(m_figure)
                                               : m_list);
    const bool canAsk = mayLook();
    m_tools->setVisible(canAsk);
    m_rowTools->setVisible(canAsk && hasAnswer);
    m_made->parentWidget()->setVisible(hasAnswer);
    m_side->setVisible(hasAnswer && !wantsFigure && width() >= theme().px(900));
    m_prompt->setVisible(!wantsFigure && m_prompt->count() > 1);
    m_filter->setVisible(!wantsFigure);
    m_absent->setVisible(!wantsFigure && m_table.absentCount() > 0);
    m_absent->setText(tr("also %1 that never occur").arg(countText(m_table.absentCount())));
    m_kind->setVisible(wantsFigure && m_kind->count() > 1);
    m_which->setVisible(!wantsFigure && m_which->items().size() > 1);
    const bool hasWithin = m_name == "cooccurrence";
    m_within->setVisible(hasWithin);
    m_withinLabel->setVisible(hasWithin);
    static const std::vector<std::string> grouped{"frequencies", "crosstab", "responses", "ranks", "counts"};
    const bool hasBy = m_hasAttributes && std::find(grouped.begin(), grouped.end(), m_name) != grouped.end();
    m_by->setVisible(hasBy);
    m_byLabel->setVisible(hasBy);
    m_saveFigure->setVisible(canAsk);
    m_saveTable->setVisible(canAsk);
    host().actions().setAvailable(QStringLiteral("analysis.figure"), hasAnswer && !m_answer->svg.empty());
    host().actions().setAvailable(QStringLiteral("analysis.table"), hasAnswer);
    m_saveFigure->setEnabled(hasAnswer && !m_answer->svg.empty());
    m_saveTable->setEnabled(hasAnswer);
}

void AnalysisView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    m_shape->setShort(width() < theme().px(980));
    showState();
}

void AnalysisView::changeEvent(QEvent* event) {
    View::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_unitHint != nullptr)
        retranslate();
}

void AnalysisView::retranslate() {
    const auto refill = [](QComboBox& box, const std::vector<std::pair<QString, QVariant>>& items) {
        const QVariant before = box.currentData();
        box.clear();
        for (const auto& [text, item] : items)
            box.addItem(text, item);
        keepChoice(box, before);
    };
    std::vector<std::pair<QString, QVariant>> all;
    for (const std::string& name : service::analyses())
        all.emplace_back(analysisTitle(name), toQt(name));
    refill(*m_what, all);
    keepChoice(*m_what, toQt(m_name));
    refill(*m_from, {{tr("one per unit"), int(service::CodesFrom::Rule)},
                     {tr("raters, without the consensus"), int(service::CodesFrom::Raters)},
                     {tr("the consensus alone"), int(service::CodesFrom::Consensus)}});
    refill(*m_within, {{tr("in the same answer or turn"), int(service::Within::Unit)},
                       {tr("in the same turn"), int(service::Within::Turn)},
                       {tr("in passages that overlap"), int(service::Within::Segment)}});
    all.clear();
    for (const std::string& kind : service::figureKinds(m_name))
        all.emplace_back(figureTitle(kind), toQt(kind));
    refill(*m_kind, all);
    m_what->setAccessibleName(tr("What is asked"));
    m_by->setAccessibleName(tr("Groups by"));
    m_from->setAccessibleName(tr("Whose codes"));
    m_within->setAccessibleName(tr("What counts as together"));
    m_kind->setAccessibleName(tr("Kind of figure"));
    m_prompt->setAccessibleName(tr("Question"));
    m_byLabel->setText(tr("Groups by"));
    m_fromLabel->setText(tr("Codes"));
    m_withinLabel->setText(tr("Together"));
    m_shape->setItems({tr("Table"), tr("Figure")}, {QStringLiteral("table"), QStringLiteral("chart")});
    m_shape->setAccessibleName(tr("Table or figure"));
    m_which->setAccessibleName(tr("Part of the answer"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the rows"));
    m_list->setAccessibleName(tr("Answer"));
    m_figure->setAccessibleName(tr("Figure"));
    m_unitList->setAccessibleName(tr("Units behind the number"));
    m_unitHead->setTitle(tr("Units"));
    m_unitFilter->setItems({tr("with"), tr("without"), tr("not judged"), tr("all")});
    m_unitFilter->setAccessibleName(tr("Which units"));
    m_saveTable->setText(tr("Table…"));
    m_saveTable->setToolTip(host().actions().keyText(QStringLiteral("analysis.table")));
    m_saveFigure->setText(tr("Figure…"));
    m_saveFigure->setToolTip(host().actions().keyText(QStringLiteral("analysis.figure")));
    m_by->setItemText(0, tr("nobody apart"));
    if (m_answer)
        take(m_answer);
    else
        showState();
    Q_EMIT headerChanged();
}

} // namespace rapport::ui
