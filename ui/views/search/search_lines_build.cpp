// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the search view around its lines: header, tool row, lists, foot.
#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/flow_layout.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/views/search/digit_strip.h"
#include "ui/views/search/form_panel.h"
#include "ui/views/search/hit_list.h"
#include "ui/views/search/line_list.h"
#include "ui/views/search/search_view.h"
#include "ui/views/search/word_lists.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rapport::ui {

namespace {

constexpr std::array<std::int64_t, 5> sampleSizes{0, 25, 50, 100, 250}; ///< 0: all lines
constexpr std::array<const char*, 3> codedValues{"", "no", "yes"};

/// Fills a box anew and keeps what was chosen.
void refill(QComboBox* box, const QStringList& items) {
    const int chosen = std::max(0, box->currentIndex());
    box->clear();
    box->addItems(items);
    box->setCurrentIndex(std::min(chosen, int(items.size()) - 1));
}

} // namespace

void SearchView::buildHeader() {
    m_header = new QWidget(this);
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    m_modes = new SegmentedControl(m_header);
    m_table = new KeyButton({}, ButtonKind::Secondary, m_header);
    m_table->setIconName(QStringLiteral("export"));
    m_saved = new KeyButton({}, ButtonKind::Secondary, m_header);
    m_placeBox = new QComboBox(this); // stands beside the query
    row->addWidget(m_modes);
    connect(m_placeBox, &QComboBox::activated, this,
            [this](int index) { setPlace(service::SearchPlace(index)); });
    row->addWidget(m_table);
    row->addWidget(m_saved);
    connect(m_modes, &SegmentedControl::currentChanged, this,
            [this](int index) { setMode(SearchMode(index)); });
    connect(m_table, &QAbstractButton::clicked, this, [this] { askFile(); });
    connect(m_saved, &QAbstractButton::clicked, this, [this] { showSavedMenu(); });
}

void SearchView::buildLines(QWidget* page) {
    m_lineBar = new Panel(Token::Canvas, Qt::BottomEdge, page);
    // Choices that nobody can read are none: they go on in a second line where the first is full.
    auto* bar = new FlowLayout(6, m_lineBar);
    bar->setContentsMargins(theme().px(16), theme().px(3), theme().px(12), theme().px(3));
    m_lineSortLabel = new Words(TypeRole::Small, Token::Text2, m_lineBar);
    bar->addWidget(m_lineSortLabel);
    for (QComboBox*& box : m_lineSorts) {
        auto* choice = new ChoiceBox(m_lineBar);
        choice->setFewestLetters(11);
        box = choice;
        bar->addWidget(box);
        connect(box, &QComboBox::activated, this, [this] { start(); });
    }
    m_panelButton = new KeyButton({}, ButtonKind::Secondary, m_lineBar);
    m_panelButton->setSmall(true);
    bar->addWidget(m_panelButton);
    connect(m_panelButton, &QAbstractButton::clicked, this, [this] {
        m_wantsPanel = !m_wantsPanel;
        fitWidth();
    });
    // What chooses the lines is read whole.
    constexpr int wholeWords = 18;
    auto* coded = new ChoiceBox(m_lineBar);
    coded->setFewestLetters(wholeWords);
    auto* sample = new ChoiceBox(m_lineBar);
    sample->setFewestLetters(wholeWords);
    m_codedFilter = coded;
    m_sampleSize = sample;
    bar->addWidget(m_codedFilter);
    bar->addWidget(m_sampleSize);
    connect(m_codedFilter, &QComboBox::activated, this,
            [this](int index) { setCoded(codedValues[std::size_t(index)]); });
    connect(m_sampleSize, &QComboBox::activated, this, [this](int index) {
        const std::int64_t size = sampleSizes[std::size_t(index)];
        setSample(size == 0 ? std::nullopt : std::optional(size));
    });

    m_middle = new QStackedWidget(page);
    m_list = new HitList(m_hits, m_middle);
    m_lineList = new LineList(m_lines, m_middle);
    m_lineCounts = new LineCounts(m_middle);
    m_spreadPage = new QWidget(m_middle);
    auto* spreadColumn = new QVBoxLayout(m_spreadPage);
    spreadColumn->setContentsMargins(0, 0, 0, 0);
    spreadColumn->setSpacing(0);
    auto* spreadHead = new QHBoxLayout;
    spreadHead->setContentsMargins(theme().px(16), theme().px(6), theme().px(12), theme().px(6));
    m_spreadWords = new Words(TypeRole::Small, Token::Text2, m_spreadPage);
    m_spreadKey = new QComboBox(m_spreadPage);
    spreadHead->addWidget(m_spreadWords);
    spreadHead->addStretch(1);
    spreadHead->addWidget(m_spreadKey);
    spreadColumn->addLayout(spreadHead);
    spreadColumn->addWidget(new Line(Qt::Horizontal, m_spreadPage));
    m_spread = new LineSpread(m_spreadPage);
    spreadColumn->addWidget(m_spread, 1);
    m_spreadPage->setFocusProxy(m_spread);
    m_middle->addWidget(m_lineList);
    m_middle->addWidget(m_list);
    m_middle->addWidget(m_lineCounts);
    m_middle->addWidget(m_spreadPage);
    m_wordLists = new WordLists(m_middle);
    m_middle->addWidget(m_wordLists);
}

QWidget* SearchView::buildFoot(QWidget* parent) {
    m_foot = new Panel(Token::AccentTint, Qt::TopEdge, parent);
    auto* column = new QVBoxLayout(m_foot);
    column->setContentsMargins(theme().px(16), theme().px(6), theme().px(12), theme().px(6));
    column->setSpacing(theme().px(6));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(6));
    column->addLayout(row);
    m_footRow = row;
    m_ticked = new Words(TypeRole::SmallStrong, Token::Text, m_foot);
    m_ticked->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_tickHint = new Words(TypeRole::Small, Token::Text2, m_foot);
    m_digits = new DigitStrip(m_foot);
    m_coder = new QComboBox(m_foot);
    m_code = new KeyButton({}, ButtonKind::Secondary, m_foot);
    m_code->setSmall(true);
    row->addWidget(m_ticked);
    row->addWidget(m_tickHint);
    row->addWidget(m_digits, 1);
    row->addWidget(m_coder);
    row->addWidget(m_code);
    connect(m_code, &QAbstractButton::clicked, this, [this] { askCode(); });
    connect(m_digits, &DigitStrip::digitChosen, this, [this](int digit) {
        const std::vector<model::CodeId> codes = digitCodes();
        const int row_ = m_lineList->currentIndex().row();
        if (row_ >= 0 && digit >= 1 && digit <= int(codes.size()))
            codeLines(row_, codes[std::size_t(digit) - 1]);
    });
    return m_foot;
}

void SearchView::retranslateLines() {
    m_modes->setItems({tr("Lines"), tr("Texts"), tr("Counts"), tr("Spread"), tr("Words")});
    refill(m_placeBox, {tr("in texts"), tr("in memos"), tr("in codes")});
    m_placeBox->setAccessibleName(tr("Where to search"));
    m_modes->setAccessibleName(tr("What is shown"));
    m_modes->setCurrent(int(m_mode));
    m_table->setText(tr("Table"));
    m_table->setAccessibleDescription(tr("Write the lines to a file, with the query"));
    m_saved->setText(tr("Searches"));
    m_saved->setAccessibleDescription(tr("Save this search, or open a saved one"));
    m_lineSortLabel->setText(tr("Sort by"));
    for (std::size_t level = 0; level < m_lineSorts.size(); ++level)
        m_lineSorts[level]->setAccessibleName(tr("Sort by, level %1").arg(level + 1));
    refill(m_codedFilter, {tr("all lines"), tr("not coded"), tr("coded")});
    m_codedFilter->setAccessibleName(tr("Which lines"));
    QStringList sizes;
    for (const std::int64_t size : sampleSizes)
        sizes.append(size == 0 ? tr("no sample") : tr("sample of %1").arg(countText(size)));
    refill(m_sampleSize, sizes);
    m_sampleSize->setAccessibleName(tr("Sample"));
    m_lineList->setAccessibleName(tr("Lines"));
    m_coder->setAccessibleName(tr("Coded by"));
    m_code->setKey(QStringLiteral("Ctrl+Enter"));
    m_spread->setAccessibleName(tr("Where in the texts the lines stand"));
    m_lineCounts->retranslate();
    m_wordLists->retranslate();
    m_panel->retranslate();
    // The text that is shown is said anew, too; its place in the window's foot is that of the view in sight.
    if (isVisible() && m_middle->currentWidget() == m_list)
        showHit(m_list->currentIndex().row());
    else if (isVisible())
        showLine(m_lineList->currentIndex().row());
    updateFoot();
}

} // namespace rapport::ui
