// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/analysis/analysis_view.h"

#include "service/analysis_figure.h"
#include "service/reading.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/models/analysis_words.h"
#include "ui/models/figures.h"
#include "ui/views/analysis/analysis_filters.h"
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

} // namespace

void AnalysisView::keepChoice(QComboBox& box, const QVariant& choice) {
    const int place = box.findData(choice);
    box.setCurrentIndex(place < 0 ? 0 : place);
}

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
    m_filters = new AnalysisFilters(host, this);
    m_filters->hide();
    column->addWidget(m_tools);
    column->addWidget(m_filters);
    column->addWidget(m_splitter, 1);
    connect(m_narrow, &QAbstractButton::clicked, this, [this] { showFilters(m_filters->isHidden()); });
    connect(m_filters, &AnalysisFilters::changed, this, [this] { count(); });
    connect(m_filters, &AnalysisFilters::dismissed, this, [this] { showFilters(false); });

    Actions& actions = host.actions();
    actions.on(QStringLiteral("analysis.figure"), this, [this] { askFile(true); });
    actions.on(QStringLiteral("analysis.table"), this, [this] { askFile(false); });
    actions.on(QStringLiteral("analysis.filter"), this, [this] {
        showFigure(false);
        m_filter->setFocus(Qt::ShortcutFocusReason);
    });
    actions.on(QStringLiteral("analysis.narrow"), this, [this] { showFilters(m_filters->isHidden()); });
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
    return {QStringLiteral("analysis.figure"),      QStringLiteral("analysis.table"),
            QStringLiteral("analysis.filter"),      QStringLiteral("analysis.show_table"),
            QStringLiteral("analysis.show_figure"), QStringLiteral("analysis.narrow")};
}

QWidget* AnalysisView::initialFocus() {
    if (m_pages->currentWidget() == m_list)
        return m_list;
    return m_what;
}

void AnalysisView::activated() {
    sayHints();
    if (m_isStale)
        count();
}

void AnalysisView::sayHints() {
    const Actions& actions = host().actions();
    QList<KeyHint> hints;
    if (m_pages->currentWidget() == m_list)
        hints.append({QStringLiteral("Enter"), tr("the units behind a number")});
    if (m_pages->currentWidget() != m_empty)
        hints.append({actions.keyText(QStringLiteral("analysis.show_figure")), tr("figure")});
    hints.append({actions.keyText(QStringLiteral("go.palette")), tr("everything else")});
    host().setHints(hints);
}

void AnalysisView::open(const ViewTarget& target) {
    const std::string wanted = toUtf8(target.words);
    const auto& known = service::analyses();
    if (std::find(known.begin(), known.end(), wanted) != known.end())
        ask(wanted);
}

void AnalysisView::onChanged(const service::ChangeSet& change) {
    if (change.settingsChanged || change.sourcesChanged || change.codebookChanged || change.roundsChanged)
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
    m_hasComparisons = false;
    std::map<std::string, QString> titles;
    if (mayLook()) {
        const auto pairs = service::comparisons(study().session());
        m_hasComparisons = pairs && !pairs->empty();
        if (const auto attributes = service::attributes(study().session())) {
            for (const model::Attribute& attribute : *attributes) {
                m_by->addItem(toQt(attribute.name), toQt(attribute.name));
                titles.emplace(attribute.name, localText(attribute.title));
            }
            m_hasAttributes = !attributes->empty();
        }
    }
    m_table.setAttributeTitles(std::move(titles));
    keepChoice(*m_by, before);
    if (mayLook())
        m_filters->read();
}

service::AnalysisRequest AnalysisView::request() const {
    service::AnalysisRequest asked;
    asked.by = toUtf8(m_by->currentData().toString());
    asked.select.from = service::CodesFrom(m_from->currentData().toInt());
    asked.within = service::Within(m_within->currentData().toInt());
    m_filters->narrow(asked.select);
    return asked;
}

bool AnalysisView::drawsPrompt() const {
    return m_name == "frequencies" || m_name == "crosstab" || m_name == "counts";
}

service::FigureWish AnalysisView::figureWish() const {
    service::FigureWish wish;
    wish.kind = toUtf8(m_kind->currentData().toString());
    wish.leftOut = toUtf8(tr("Units left out, as the coordinator still has to rate them:") + u' ');
    if (drawsPrompt())
        wish.prompt = toUtf8(m_prompt->currentData().toString());
    if (const auto codebook = study().codebook()) {
        for (const model::Variable& variable : codebook->variables) {
            for (const model::Code& code : variable.codes)
                wish.titles.emplace(code.name, toUtf8(localText(code.title)));
        }
    }
    return wish;
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
        [asked, name = m_name, wish = figureWish()](
            service::Session& session, const base::Task& task) -> base::Result<std::shared_ptr<Answer>> {
            auto answer = std::make_shared<Answer>();
            answer->wish = wish;
            RAPPORT_ASSIGN(answer->result, service::analyse(session, name, asked, task));
            // An empty table is no fault of the question.
            if (auto figure = service::analysisFigure(answer->result, wish))
                answer->figure = std::move(*figure);
            return answer;
        },
        [this](base::Result<std::shared_ptr<Answer>> answer) { take(std::move(answer)); });
}

void AnalysisView::draw() {
    if (service::FigureWish wish = figureWish(); m_answer && m_answer->wish != wish) {
        auto figure = service::analysisFigure(m_answer->result, wish);
        m_answer->figure = figure ? std::move(*figure) : service::DrawnFigure();
        m_answer->wish = std::move(wish);
    }
    m_figure->setFigure(m_answer ? QByteArray::fromStdString(m_answer->figure.svg) : QByteArray());
    showState();
}

QString AnalysisView::madeText() const {
    if (!m_answer)
        return {};
    QStringList parts{madeSentence(m_answer->result)};
    if (const QString narrowed = m_filters->sentence(); !narrowed.isEmpty())
        parts.append(narrowed);
    const service::DrawnFigure& figure = m_answer->figure;
    if (m_shape->current() == 1 && figure.drawn < figure.found)
        parts.append(tr("Drawn are the %1 most frequent of %2 codes; the table has all.")
                         .arg(countText(std::int64_t(figure.drawn)), countText(std::int64_t(figure.found))));
    return parts.join(QLatin1Char(' '));
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
    draw();
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

void AnalysisView::showFilters(bool isShown) {
    m_filters->setVisible(isShown && mayLook());
    if (m_filters->isVisible())
        m_filters->focusFirst();
    else
        m_narrow->setFocus(Qt::OtherFocusReason);
    showState();
}

bool AnalysisView::isWithoutComparisons() const {
    const bool isComparison = m_name == "crosstab" || m_name == "ranks" || m_name == "responses";
    const std::string& id = m_table.table().id;
    return m_answer && isComparison && (id == "tests" || id == "pairs") && m_table.table().rows.empty();
}

void AnalysisView::showState() {
    const bool wantsFigure = m_shape->current() == 1;
    const bool hasAnswer = m_answer != nullptr;
    const bool hasRows = m_table.rowCount() > 0 || !m_filter->text().isEmpty() || m_table.absentCount() > 0;
    const bool isNothing = mayLook() && m_error && m_error->code == base::Errc::Undefined;
    QString title;
    QString text;
    if (!mayLook()) {
        title = tr("Analysis is for the coordinator");
        text = tr("Results tell of other raters and of groups. A rater who sees them rates differently.");
    } else if (m_error) {
        title = isNothing ? tr("Nothing to analyse") : tr("No answer");
        text = isNothing ? errorDetails(*m_error)
                         : errorSentence(*m_error) + QLatin1Char(' ') + errorDetails(*m_error);
    } else if (hasAnswer && wantsFigure && m_answer->figure.svg.empty()) {
        title = tr("No figure for this one");
        text = service::figureKinds(m_name).empty()
                   ? tr("These figures are read best in the table.")
                   : tr("There is nothing to draw: the table is empty, or no groups were chosen.");
    } else if (hasAnswer && !wantsFigure && !hasRows && isWithoutComparisons()) {
        title = tr("No comparison of these groups");
        text = tr(
            "The study lays down which groups are set side by side, and none of them is by this. All groups "
            "compares them at once; Shares has each.");
    } else if (hasAnswer && !wantsFigure && !hasRows) {
        title = tr("Nothing in this table");
        text = tr("No unit of the study enters it. Another question or other groups may have some.");
    }
    m_empty->setWords(title, text);
    m_empty->setAction(isNothing ? tr("To the overview") : QString(),
                       isNothing ? host().actions().keyText(QStringLiteral("go.activity1")) : QString());
    m_pages->setCurrentWidget(!title.isEmpty() ? static_cast<QWidget*>(m_empty)
                              : wantsFigure    ? static_cast<QWidget*>(m_figure)
                                               : m_list);
    if (isVisible())
        sayHints();
    const bool canAsk = mayLook();
    m_tools->setVisible(canAsk);
    if (!canAsk)
        m_filters->hide();
    const int narrowing = m_filters->count();
    m_narrow->setText(width() < theme().px(900) ? QString()
                      : narrowing == 0          ? tr("Narrow")
                                                : tr("Narrow: %1").arg(narrowing));
    m_narrow->setInk(narrowing == 0 ? Token::Text : Token::Accent);
    m_rowTools->setVisible(canAsk && hasAnswer);
    m_made->setText(madeText());
    m_made->parentWidget()->setVisible(hasAnswer);
    m_side->setVisible(hasAnswer && !wantsFigure && width() >= theme().px(900));
    m_prompt->setVisible((!wantsFigure || drawsPrompt()) && m_prompt->count() > 1);
    m_filter->setVisible(!wantsFigure);
    m_absent->setVisible(!wantsFigure && m_table.absentCount() > 0);
    m_absent->setText(tr("also %1 that never occur").arg(countText(m_table.absentCount())));
    m_kind->setVisible(wantsFigure && m_kind->count() > 1);
    m_which->setVisible(!wantsFigure && m_which->items().size() > 1);
    const bool hasWithin = m_name == "cooccurrence";
    m_within->setVisible(hasWithin);
    // Where there is little room the boxes speak for themselves.
    const bool isTight = width() < theme().px(900);
    m_withinLabel->setVisible(hasWithin && !isTight);
    m_fromLabel->setVisible(!isTight);
    static const std::vector<std::string> grouped{"frequencies", "crosstab", "responses", "ranks", "counts"};
    const bool hasBy = m_hasAttributes && std::find(grouped.begin(), grouped.end(), m_name) != grouped.end();
    static const std::vector<std::string> compared{"crosstab", "responses", "ranks"};
    const bool compares = std::find(compared.begin(), compared.end(), m_name) != compared.end();
    m_by->setItemText(0, compares && m_hasComparisons ? tr("as the study compares") : tr("nobody apart"));
    m_by->setVisible(hasBy);
    m_byLabel->setVisible(hasBy && !isTight);
    m_saveFigure->setVisible(canAsk);
    m_saveTable->setVisible(canAsk);
    host().actions().setAvailable(QStringLiteral("analysis.figure"),
                                  hasAnswer && !m_answer->figure.svg.empty());
    host().actions().setAvailable(QStringLiteral("analysis.table"), hasAnswer);
    m_saveFigure->setEnabled(hasAnswer && !m_answer->figure.svg.empty());
    m_saveTable->setEnabled(hasAnswer);
}

void AnalysisView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    m_shape->setShort(width() < theme().px(980));
    showState();
}

void AnalysisView::changeEvent(QEvent* event) {
    View::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_unitHint != nullptr) {
        retranslate();
        if (mayLook())
            m_filters->read();
    }
}

} // namespace rapport::ui
