// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/agreement/agreement_panel.h"

#include "agreement/planning.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/empty_note.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/views/agreement/figure_grid.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace rapport::ui {

namespace {

/// A unit's name, and under it what each rater gave.
class UnitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {theme().px(200), theme().px(48)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->fillRect(option.rect, look.color(isChosen ? Token::AccentTint : Token::Surface));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          look.color(Token::Line));
        const QRectF inside =
            QRectF(option.rect).adjusted(look.px(12), look.px(5), -look.px(12), -look.px(5));
        const QString name = index.data().toString();
        const QFont figures = look.font(TypeRole::Figures);
        const QRectF top(inside.left(), inside.top(), inside.width(), inside.height() / 2);
        paintText(*painter, top, name, figures, look.color(Token::Text));
        if (const QString code = index.data(DisagreementModel::CodeRole).toString(); !code.isEmpty())
            paintText(*painter, top.adjusted(textWidth(figures, name) + look.px(10), 0, 0, 0), code,
                      look.font(TypeRole::Small), look.color(Token::Text));
        const QFont small = look.font(TypeRole::Small);
        qreal x = inside.left();
        const QStringList values = index.data(DisagreementModel::ValuesRole).toStringList();
        for (const QString& value : values) {
            const QRectF place(x, inside.center().y(), inside.right() - x, inside.height() / 2);
            if (place.width() < look.px(24))
                break;
            paintText(*painter, place, value, small, look.color(Token::Text2));
            x += textWidth(small, value) + look.px(14);
        }
        if ((option.state & QStyle::State_HasFocus) != 0 && option.widget != nullptr &&
            option.widget->hasFocus())
            paintFocusRing(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), 4);
        painter->restore();
    }
};

Words* wrapped(TypeRole role, Token token, QWidget* parent) {
    auto* words = new Words(role, token, parent);
    words->setWraps(true);
    return words;
}

QVBoxLayout* columnOf(QWidget* card) {
    auto* column = new QVBoxLayout(card);
    const int pad = theme().px(14);
    column->setContentsMargins(pad, theme().px(11), pad, theme().px(13));
    column->setSpacing(theme().px(6));
    return column;
}

} // namespace

AgreementPanel::AgreementPanel(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->addWidget(m_pages);

    auto* scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto* rowPage = new QWidget(scroll);
    rowPage->setAutoFillBackground(false);
    buildRowPage(rowPage);
    scroll->setWidget(rowPage);
    rowPage->setAutoFillBackground(false); // setWidget() turns it on
    m_pages->addWidget(scroll);

    auto* unitsPage = new QWidget(m_pages);
    buildUnitsPage(unitsPage);
    m_pages->addWidget(unitsPage);
    retranslate();
}

void AgreementPanel::buildRowPage(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    const int pad = theme().px(14);
    column->setContentsMargins(pad, theme().px(12), pad, pad);
    column->setSpacing(theme().px(12));

    auto* summary = new Card(page);
    QVBoxLayout* lines = columnOf(summary);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme().px(8));
    m_tag = new CodeTag({}, summary);
    m_title = wrapped(TypeRole::BodyStrong, Token::Text, summary);
    head->addWidget(m_tag, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    lines->addLayout(head);
    m_sentence = wrapped(TypeRole::Body, Token::Text, summary);
    m_verdict = wrapped(TypeRole::BodyStrong, Token::Text, summary);
    m_plan = wrapped(TypeRole::Small, Token::Text2, summary);
    lines->addWidget(m_sentence);
    lines->addWidget(m_verdict);
    lines->addWidget(m_plan);
    m_openUnits = new KeyButton({}, ButtonKind::Secondary, summary);
    m_openUnits->setSmall(true);
    m_openUnits->setKey(QStringLiteral("Enter"));
    m_openUnits->setMinimumWidth(theme().px(80)); // its words give way, not the panel
    lines->addWidget(m_openUnits, 0, Qt::AlignLeft);
    connect(m_openUnits, &QAbstractButton::clicked, this,
            [this] { Q_EMIT unitsWanted(UnitFilter::Differing); });
    column->addWidget(summary);

    m_tableCard = new Card(page);
    lines = columnOf(m_tableCard);
    m_tableHead = new SectionHeader({}, {}, m_tableCard);
    m_table = new FigureGrid(m_tableCard);
    m_tableNote = wrapped(TypeRole::Small, Token::Text2, m_tableCard);
    lines->addWidget(m_tableHead);
    lines->addWidget(m_table);
    lines->addWidget(m_tableNote);
    connect(m_table, &FigureGrid::cellOpened, this, [this](int row, int column_) { openCell(row, column_); });
    column->addWidget(m_tableCard);

    m_pairCard = new Card(page);
    lines = columnOf(m_pairCard);
    m_pairHead = new SectionHeader({}, {}, m_pairCard);
    m_pairGrid = new FigureGrid(m_pairCard);
    m_pairNote = wrapped(TypeRole::Small, Token::Text2, m_pairCard);
    lines->addWidget(m_pairHead);
    lines->addWidget(m_pairGrid);
    lines->addWidget(m_pairNote);
    const auto choose = [this](int row, int column_) {
        const int pair = pairOf(row, column_);
        if (pair < 0 || pair == m_chosenPair)
            return;
        m_chosenPair = pair;
        fillTable();
    };
    connect(m_pairGrid, &FigureGrid::cellChosen, this, choose);
    connect(m_pairGrid, &FigureGrid::cellOpened, this, [this](int row, int column_) {
        if (const int pair = pairOf(row, column_); pair >= 0) {
            const Pair& chosen = m_pairs[std::size_t(pair)];
            Q_EMIT pairWanted({toUtf8(chosen.first), toUtf8(chosen.second), {}, {}}, m_pairsAreMeans);
        }
    });
    column->addWidget(m_pairCard);

    m_caveatCard = new Card(page);
    lines = columnOf(m_caveatCard);
    m_caveatHead = new SectionHeader({}, {}, m_caveatCard);
    lines->addWidget(m_caveatHead);
    m_caveats = new QVBoxLayout;
    m_caveats->setSpacing(theme().px(2));
    lines->addLayout(m_caveats);
    column->addWidget(m_caveatCard);
    column->addStretch(1);
}

void AgreementPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void AgreementPanel::fit() {
    // The words before the key; what is cut all the same is told by the pointer.
    m_openUnits->setKey(QStringLiteral("Enter"));
    const int room = width() - theme().px(4 * 14) - 2;
    if (m_openUnits->sizeHint().width() > room)
        m_openUnits->setKey({});
    m_openUnits->setToolTip(m_openUnits->sizeHint().width() > room ? m_openUnits->text() : QString());
    m_openUnits->updateGeometry();
    m_filters->setFolded(false);
    m_filters->setFolded(m_filters->sizeHint().width() > width() - theme().px(2 * 12) - 2);
    m_filters->setVisible(m_hasFilters);
}

void AgreementPanel::buildUnitsPage(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QVBoxLayout;
    const int pad = theme().px(12);
    top->setContentsMargins(pad, pad, pad, pad);
    top->setSpacing(theme().px(8));
    auto* head = new QHBoxLayout;
    m_unitsTitle = wrapped(TypeRole::BodyStrong, Token::Text, page);
    m_back = new KeyButton({}, ButtonKind::Quiet, page);
    m_back->setSmall(true);
    m_back->setKey(QStringLiteral("Esc"));
    head->addWidget(m_unitsTitle, 1);
    head->addWidget(m_back, 0, Qt::AlignTop);
    top->addLayout(head);
    m_filters = new SegmentedControl(page);
    m_filters->hide();
    top->addWidget(m_filters, 0, Qt::AlignLeft);
    m_unitsNote = wrapped(TypeRole::Caption, Token::Text3, page);
    top->addWidget(m_unitsNote);
    column->addLayout(top);
    column->addWidget(new Line(Qt::Horizontal, page));
    m_unitList = new QListView(page);
    m_unitList->setModel(&m_units);
    m_unitList->setItemDelegate(new UnitDelegate(m_unitList));
    m_unitList->setUniformItemSizes(true);
    m_unitList->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_unitList, 1);
    new EmptyNote(*m_unitList, [this] {
        return m_filters->isHidden() ? tr("There is no such unit.")
                                     : tr("No unit matches. Choose another kind above: “All” has every one.");
    });
    connect(m_back, &QAbstractButton::clicked, this, [this] {
        showRowAgain();
        Q_EMIT unitsLeft();
    });
    connect(m_filters, &SegmentedControl::currentChanged, this, [this](int index) {
        m_units.setFilter(UnitFilter(index));
        m_unitList->setCurrentIndex(m_units.index(0, 0));
    });
    const auto open = [this](const QModelIndex& index) {
        if (const service::Disagreement* row = m_units.at(index.row()))
            Q_EMIT unitOpened(row->unit);
    };
    connect(m_unitList, &QListView::activated, this, open);
}

void AgreementPanel::retranslate() {
    m_back->setText(tr("Back"));
    m_caveatHead->setTitle(tr("What to know"));
    m_unitList->setAccessibleName(tr("Units behind the number"));
    m_filters->setAccessibleName(tr("Which units"));
    m_table->setAccessibleName(tr("Table of two raters"));
    m_pairGrid->setAccessibleName(tr("Rater pairs"));
    m_unitsNote->setText(tr("Enter opens the unit."));
    if (isShowingUnits())
        fillFilters();
}

void AgreementPanel::showRow(const AgreementRow* row, const std::vector<const AgreementRow*>& beside,
                             double target, std::shared_ptr<const model::Codebook> codebook) {
    m_target = target;
    m_codebook = std::move(codebook);
    m_row = row != nullptr ? std::optional<AgreementRow>(*row) : std::nullopt;
    m_pages->setVisible(m_row.has_value());
    m_pairs.clear();
    m_sentence->setText({});
    m_sentence->hide();
    if (!m_row)
        return;
    // Values of pairs: the mean over the codes beside it, or the variable's own.
    m_pairsAreMeans = m_row->kind != AgreementRowKind::Variable && beside.size() > 1;
    m_pairCodes = 0;
    const auto kappaOf = [](const agreement::PairResult& pair) -> std::optional<double> {
        const agreement::Estimate* kappa = agreement::findEstimate(pair.estimates, "cohen_kappa", "identity");
        return kappa != nullptr ? kappa->value : std::nullopt;
    };
    struct Sum {
        double total = 0;
        int count = 0;
    };
    std::map<std::pair<std::string, std::string>, Sum> sums;
    if (m_pairsAreMeans) {
        for (const AgreementRow* each : beside) {
            for (const agreement::PairResult& pair : each->document->pairs) {
                if (const auto value = kappaOf(pair); value && pair.raters.size() == 2) {
                    Sum& sum = sums[{pair.raters[0], pair.raters[1]}];
                    sum.total += *value;
                    ++sum.count;
                }
            }
        }
        m_pairCodes = int(beside.size());
    }
    std::int64_t most = -1;
    m_chosenPair = 0;
    const auto& pairs = m_row->document->pairs;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs[i].raters.size() != 2)
            continue;
        Pair pair{toQt(pairs[i].raters[0]), toQt(pairs[i].raters[1]), kappaOf(pairs[i])};
        if (m_pairsAreMeans) {
            const auto sum = sums.find({pairs[i].raters[0], pairs[i].raters[1]});
            pair.value = sum == sums.end() ? std::nullopt
                                           : std::optional<double>(sum->second.total / sum->second.count);
        }
        m_pairs.push_back(std::move(pair));
        std::int64_t apart = 0;
        for (std::size_t k = 0; k < pairs[i].table.size(); ++k) {
            for (std::size_t l = 0; l < pairs[i].table[k].size(); ++l)
                apart += k != l ? pairs[i].table[k][l] : 0;
        }
        if (apart > most) {
            most = apart;
            m_chosenPair = int(i);
        }
    }
    fillSummary();
    fillPairs();
    fillTable();
    fillCaveats();
    showRowAgain();
}

void AgreementPanel::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

QString AgreementPanel::sentence() const {
    return m_sentence->text();
}

void AgreementPanel::fillSummary() {
    const AgreementRow& row = *m_row;
    m_tag->setVisible(row.kind == AgreementRowKind::Code);
    m_tag->setLook(row.look);
    const bool hasValue = row.estimate && row.estimate->value;
    QString title = row.title;
    if (hasValue && row.percent) {
        const QString symbol = estimateSymbol(*row.estimate);
        const QString value = coefficientText(*row.estimate->value);
        const bool isParadox = *row.percent >= 0.85 && *row.estimate->value < m_target - 0.2;
        title =
            isParadox
                ? tr("%1: %2 % agreement, yet %3 %4").arg(row.title, percentText(*row.percent), symbol, value)
                : tr("%1: %2 % agreement, %3 %4").arg(row.title, percentText(*row.percent), symbol, value);
    } else if (row.estimate && row.estimate->undefined) {
        title = tr("%1: not defined").arg(row.title);
        setSentence(undefinedReason(row.estimate->undefined->reason));
    }
    m_title->setText(title);
    const VerdictLook look = ui::lookOf(row.verdict, m_target);
    QString verdict = look.sentence;
    if (hasValue && row.estimate->ci)
        verdict = tr("%1, interval %2.", "verdict word, interval")
                      .arg(look.word.left(1).toUpper() + look.word.mid(1),
                           intervalText(row.estimate->ci->low, row.estimate->ci->high)) +
                  QLatin1Char(' ') + look.sentence;
    m_verdict->setText(verdict);
    m_verdict->setToken(row.verdict == agreement::Verdict::NotDefined ? Token::Text2 : look.token);
    m_verdict->setVisible(hasValue);
    QString plan;
    if (hasValue) {
        const agreement::UnitsNeeded needed = agreement::unitsNeeded(*row.estimate, 0.1, m_target);
        if (row.verdict != agreement::Verdict::Meets && needed.forThreshold &&
            *needed.forThreshold > row.units)
            plan = tr("If it stays at %1, about %2 units in all would bring the lower end to %3.")
                       .arg(coefficientText(*row.estimate->value), countText(*needed.forThreshold),
                            coefficientText(m_target));
        // Of a code that most ratings give, those without it are few.
        if (row.verdict == agreement::Verdict::TooFew && row.prevalence.value_or(0) > 0.5)
            plan = tr("Add units that are likely to be without it.");
        else if (row.verdict == agreement::Verdict::TooFew && row.holding &&
                 *row.holding < agreement::fewestBeside)
            plan =
                tr("Add units that are likely to hold it: %1 of %2 hold it now.")
                    .arg(row.holdingIsLowerLimit ? tr("at least %1").arg(countText(row.holding.value_or(0)))
                                                 : countText(row.holding.value_or(0)),
                         countText(row.units));
    }
    m_plan->setText(plan);
    m_plan->setVisible(!plan.isEmpty());
    const bool hasUnits = row.units > 0 && row.by.empty();
    m_openUnits->setVisible(row.units > 0);
    m_openUnits->setText(hasUnits ? tr("Units on which raters differ") : tr("Units of all groups"));
    fit();
}

QString AgreementPanel::categoryTitle(const std::string& category) const {
    if (m_row->kind == AgreementRowKind::Code)
        return category == "0" ? tr("no") : tr("yes");
    const model::Variable* variable = m_codebook ? m_codebook->variable(m_row->variable) : nullptr;
    const model::Code* level = variable != nullptr ? variable->code(category) : nullptr;
    const QString title = level != nullptr ? localText(level->title) : QString();
    return title.isEmpty() ? toQt(category) : title;
}

int AgreementPanel::pairOf(int row, int column) const {
    const FigureTable& grid = m_pairGrid->figures().table();
    const QString second = grid.rows.value(row);
    const QString first = grid.columns.value(column);
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        if (m_pairs[i].first == first && m_pairs[i].second == second)
            return int(i);
    }
    return -1;
}

void AgreementPanel::openCell(int row, int column) {
    const auto& pairs = m_row->document->pairs;
    if (m_chosenPair >= int(pairs.size()))
        return;
    const agreement::PairResult& chosen = pairs[std::size_t(m_chosenPair)];
    RaterPair pair{chosen.raters[0], chosen.raters[1], {}, {}};
    // What lies outside of the categories is a total of the row or the column.
    if (row >= 0 && row < int(chosen.categories.size()))
        pair.firstValue = chosen.categories[std::size_t(row)];
    if (column >= 0 && column < int(chosen.categories.size()))
        pair.secondValue = chosen.categories[std::size_t(column)];
    Q_EMIT pairWanted(pair, false);
}

void AgreementPanel::fillPairs() {
    m_pairCard->setVisible(m_pairs.size() > 1);
    if (m_pairs.size() < 2)
        return;
    m_pairHead->setTitle(tr("Rater pairs"));
    m_pairHead->setCaption(m_pairsAreMeans ? tr("mean κ over %1 codes").arg(m_pairCodes)
                                           : tr("κ of %1").arg(m_row->title));
    QStringList raters;
    for (const std::string& rater : m_row->document->data.raters)
        raters.append(toQt(rater));
    FigureTable table;
    table.columns = raters.mid(0, raters.size() - 1);
    table.rows = raters.mid(1);
    const Pair* lowest = nullptr;
    for (const Pair& pair : m_pairs) {
        if (pair.value && (lowest == nullptr || *pair.value < *lowest->value))
            lowest = &pair;
    }
    for (const QString& second : std::as_const(table.rows)) {
        std::vector<FigureCell> cells;
        for (const QString& first : std::as_const(table.columns)) {
            FigureCell cell;
            const auto found = std::find_if(m_pairs.begin(), m_pairs.end(), [&](const Pair& pair) {
                return pair.first == first && pair.second == second;
            });
            if (found != m_pairs.end()) {
                cell.text = coefficientText(found->value);
                cell.shade = found->value ? std::clamp((*found->value - 0.3) / 0.7, 0.0, 1.0) : 0;
                cell.spoken = tr("%1 with %2: %3").arg(first, second, cell.text);
                cell.isFramed = &*found == lowest;
            }
            cells.push_back(std::move(cell));
        }
        table.cells.push_back(std::move(cells));
    }
    m_pairGrid->setTable(std::move(table));
    m_pairNote->setText(lowest != nullptr
                            ? tr("Lowest: %1 with %2. A cell chooses the pair of the table above.")
                                  .arg(lowest->first, lowest->second)
                            : tr("No pair has a value."));
}

void AgreementPanel::fillTable() {
    const auto& pairs = m_row->document->pairs;
    const bool isThere = m_chosenPair < int(pairs.size()) && !pairs[std::size_t(m_chosenPair)].table.empty();
    m_tableCard->setVisible(isThere);
    if (!isThere)
        return;
    const agreement::PairResult& pair = pairs[std::size_t(m_chosenPair)];
    const QString first = toQt(pair.raters[0]);
    const QString second = toQt(pair.raters[1]);
    m_tableHead->setTitle(tr("%1 by %2", "two raters").arg(first, second));
    const agreement::Estimate* kappa = agreement::findEstimate(pair.estimates, "cohen_kappa", "identity");
    QString caption = tr("n %1").arg(countText(pair.units));
    if (kappa != nullptr && kappa->value) {
        caption = kappa->ci ? tr("κ %1, %2; %3")
                                  .arg(coefficientText(*kappa->value),
                                       intervalText(kappa->ci->low, kappa->ci->high), caption)
                            : tr("κ %1; %2").arg(coefficientText(*kappa->value), caption);
    }
    m_tableHead->setCaption(caption);
    FigureTable table;
    std::int64_t largest = 1;
    std::int64_t apart = 0;
    std::int64_t most = 0;
    std::size_t mostRow = 0;
    std::size_t mostColumn = 0;
    for (std::size_t k = 0; k < pair.table.size(); ++k) {
        for (std::size_t l = 0; l < pair.table[k].size(); ++l) {
            largest = std::max(largest, pair.table[k][l]);
            if (k == l)
                continue;
            apart += pair.table[k][l];
            if (pair.table[k][l] > most) {
                most = pair.table[k][l];
                mostRow = k;
                mostColumn = l;
            }
        }
    }
    QStringList titles;
    for (const std::string& category : pair.categories)
        titles.append(categoryTitle(category));
    table.columns = titles;
    table.columns.append(tr("all"));
    std::vector<std::int64_t> columnSums(pair.table.size());
    const auto total = [](std::int64_t count) {
        FigureCell cell;
        cell.text = countText(count);
        cell.isTotal = true;
        return cell;
    };
    for (std::size_t k = 0; k < pair.table.size(); ++k) {
        std::vector<FigureCell> cells;
        std::int64_t sum = 0;
        for (std::size_t l = 0; l < pair.table[k].size(); ++l) {
            const std::int64_t count = pair.table[k][l];
            FigureCell cell;
            cell.text = countText(count);
            cell.shade = double(count) / double(largest);
            cell.isFramed = k == l;
            cell.spoken =
                tr("%1 %2, %3 %4: %5")
                    .arg(first, titles.value(qsizetype(k)), second, titles.value(qsizetype(l)), cell.text);
            cells.push_back(std::move(cell));
            sum += count;
            columnSums[l] += count;
        }
        cells.push_back(total(sum));
        table.cells.push_back(std::move(cells));
    }
    std::vector<FigureCell> last;
    std::int64_t all = 0;
    for (const std::int64_t sum : columnSums) {
        last.push_back(total(sum));
        all += sum;
    }
    last.push_back(total(all));
    table.cells.push_back(std::move(last));
    table.rows = titles;
    table.rows.append(tr("all"));
    m_table->setTable(std::move(table));
    QString note = tr("Rows: %1. Columns: %2.").arg(first, second);
    if (most > 0 && pair.table.size() > 2)
        note = tr("“%1” against “%2” makes %3 of the %4 disagreements.")
                   .arg(titles.value(qsizetype(mostRow)), titles.value(qsizetype(mostColumn)),
                        countText(most), countText(apart)) +
               QLatin1Char(' ') + note;
    m_tableNote->setText(note);
}

void AgreementPanel::fillCaveats() {
    while (QLayoutItem* item = m_caveats->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::vector<std::string> ids;
    if (m_row->estimate)
        ids = m_row->estimate->caveats;
    const auto add = [this](const QString& title, const QString& text) {
        auto* head = wrapped(TypeRole::SmallStrong, Token::Text, m_caveatCard);
        head->setText(title);
        auto* words = wrapped(TypeRole::Small, Token::Text2, m_caveatCard);
        words->setText(text);
        m_caveats->addWidget(head);
        m_caveats->addWidget(words);
        m_caveats->addSpacing(theme().px(5));
    };
    for (const std::string& id : ids) {
        const CaveatWords words = caveatWords(id);
        add(words.title, words.explanation);
    }
    // Pairs without a value, each with its reason.
    std::map<agreement::Reason, QStringList> reasons;
    for (const agreement::PairResult& pair : m_row->document->pairs) {
        const agreement::Estimate* kappa = agreement::findEstimate(pair.estimates, "cohen_kappa", "identity");
        if (kappa != nullptr && kappa->undefined && pair.raters.size() == 2)
            reasons[kappa->undefined->reason].append(
                tr("%1 with %2").arg(toQt(pair.raters[0]), toQt(pair.raters[1])));
    }
    for (const auto& [reason, names] : reasons)
        add(tr("κ is not defined for %1").arg(names.join(QStringLiteral(", "))), undefinedReason(reason));
    m_caveatCard->setVisible(m_caveats->count() > 0);
}

void AgreementPanel::fillFilters() {
    const bool isCode = m_row && m_row->kind == AgreementRowKind::Code;
    const auto item = [this](const QString& word, UnitFilter filter) {
        return word + QLatin1Char(' ') + countText(m_units.countOf(filter));
    };
    m_filters->setItems({item(tr("Differ"), UnitFilter::Differing),
                         item(isCode ? tr("Hold it") : tr("With a value"), UnitFilter::Holding),
                         item(tr("Missing"), UnitFilter::Missing), item(tr("All"), UnitFilter::All)});
    m_filters->setCurrent(int(m_units.filter()));
    fit();
    m_unitsTitle->setText(m_unitsWhat);
}

void AgreementPanel::showUnits(const QString& title, std::vector<service::Disagreement> rows,
                               UnitFilter filter, std::shared_ptr<const model::Codebook> codebook,
                               bool isOneCell) {
    m_unitsWhat = title;
    m_hasFilters = !isOneCell;
    m_units.setRows(std::move(rows), std::move(codebook));
    m_units.setFilter(filter);
    fillFilters();
    m_pages->setCurrentIndex(1);
    m_unitList->setCurrentIndex(m_units.index(0, 0));
    m_unitList->setFocus(Qt::OtherFocusReason);
}

void AgreementPanel::showRowAgain() {
    m_pages->setCurrentIndex(0);
}

bool AgreementPanel::isShowingUnits() const {
    return m_pages->currentIndex() == 1;
}

void AgreementPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && isShowingUnits()) {
        showRowAgain();
        Q_EMIT unitsLeft();
        return;
    }
    QWidget::keyPressEvent(event);
}

void AgreementPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Token::Canvas));
    painter.fillRect(QRect(0, 0, 1, height()), theme().color(Token::Line));
}

} // namespace rapport::ui
