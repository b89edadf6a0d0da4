// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the analysis view, where they stand and what they are called.
#include "service/analysis_figure.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/empty_note.h"
#include "ui/components/small_parts.h"
#include "ui/components/splitter_state.h"
#include "ui/models/analysis_words.h"
#include "ui/views/analysis/analysis_filters.h"
#include "ui/views/analysis/analysis_list.h"
#include "ui/views/analysis/analysis_view.h"
#include "ui/views/analysis/figure_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rapport::ui {

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
    m_narrow = new KeyButton({}, ButtonKind::Secondary, m_tools);
    m_narrow->setIconName(QStringLiteral("filter"));
    m_narrow->setSmall(true);
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
    row->addWidget(m_narrow);
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
    new EmptyNote(*m_list, [this] {
        return m_filter->text().isEmpty() ? QString()
                                          : tr("No row matches the filter. Esc in the filter clears it.");
    });
    m_figure = new FigurePage(m_pages);
    m_empty = new EmptyState(QStringLiteral("analysis"), {}, {}, m_pages);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_figure);
    m_pages->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionWanted, this,
            [this] { this->host().openView(QStringLiteral("overview")); });
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
    keepState(*m_splitter, QStringLiteral("analysis"));

    connect(m_which, &SegmentedControl::currentChanged, this, [this](int index) { showTable(index); });
    connect(m_prompt, &QComboBox::activated, this, [this] {
        m_table.showPrompt(toUtf8(m_prompt->currentData().toString()));
        m_list->fit();
        m_list->selectFirst();
        draw();
    });
    connect(m_kind, &QComboBox::activated, this, [this] { draw(); });
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
    m_narrow->setAccessibleName(tr("Narrow by rounds, questions, participants, codes or raters"));
    m_narrow->setToolTip(host().actions().keyText(QStringLiteral("analysis.narrow")));
    m_filters->retranslate();
    if (m_answer)
        take(m_answer);
    else
        showState();
    Q_EMIT headerChanged();
}

} // namespace rapport::ui
