// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of the search view: asked for in pages, ticked, coded, hidden; the forms and counts beside them.
#include "service/rating.h"
#include "service/reading.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/models/query_text.h"
#include "ui/views/search/digit_strip.h"
#include "ui/views/search/facet_list.h"
#include "ui/views/search/form_panel.h"
#include "ui/views/search/hit_list.h"
#include "ui/views/search/line_list.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_view.h"
#include "ui/views/search/word_lists.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr double widthWithPanel = 960; ///< of the view; below, the forms make room for the lines
constexpr double widthWithFacets = 720;
/// Values that could not be written as they are in a query.
QString asQueryWord(const QString& form) {
    return toQt(service::queryOfForms({toUtf8(form)}));
}

} // namespace

void SearchView::connectActions() {
    Actions& actions = host().actions();
    const std::pair<const char*, SearchMode> modes[] = {{"search.lines", SearchMode::Lines},
                                                        {"search.texts", SearchMode::Texts},
                                                        {"search.counts", SearchMode::Counts},
                                                        {"search.spread", SearchMode::Spread},
                                                        {"search.words", SearchMode::Words}};
    for (const auto& [id, mode] : modes)
        actions.on(QLatin1String(id), this, [this, mode = mode] { setMode(mode); });
    actions.on(QStringLiteral("search.code"), this, [this] { askCode(); });
    actions.on(QStringLiteral("search.save"), this, [this] { askName(); });
    actions.on(QStringLiteral("search.saved"), this, [this] { showSavedMenu(); });
    actions.on(QStringLiteral("search.table"), this, [this] { askFile(); });
    actions.on(QStringLiteral("search.within"), this, [this] { searchWithin(); });
    actions.on(QStringLiteral("search.similar"), this, [this] { askSimilar(); });
    actions.on(QStringLiteral("search.samples"), this, [this] { showSamples(); });
}

void SearchView::connectLines() {
    connect(&m_lines, &LineRows::pageWanted, this, [this](int page) { askLinePage(page); });
    connect(&m_lines, &LineRows::ticksChanged, this, [this] { updateFoot(); });
    connect(m_lineList, &LineList::chosen, this, [this](int row) { showLine(row); });
    connect(m_lineList, &LineList::openWanted, this, [this](int row) { openLine(row); });
    connect(m_lineList, &LineList::leftAbove, this, [this] { m_line->setFocus(Qt::OtherFocusReason); });
    connect(m_lineList, &LineList::hideWanted, this, [this](int row) { askReason(row); });
    connect(m_lineList, &LineList::digitPressed, this, [this](int row, int digit) {
        const std::vector<model::CodeId> codes = digitCodes();
        if (digit > int(codes.size())) {
            host().showToast(tr("No code has the digit %1.").arg(digit));
            return;
        }
        codeLines(row, codes[std::size_t(digit) - 1]);
        if (row + 1 < m_lines.rowCount())
            m_lineList->setCurrentIndex(m_lines.index(row + 1));
    });
    connect(m_panel, &FormPanel::formsChosen, this,
            [this](int word, const QStringList& ticked) { chooseForms(word, ticked); });
    connect(m_panel, &FormPanel::lastTickKept, this, [this] {
        host().showToast(tr("One form stays ticked. Take the word out of the query to search without it."));
    });
    connect(m_panel, &FormPanel::hiddenWanted, this, [this](bool areShown) {
        m_showsHidden = areShown;
        start();
    });
    connect(m_panel, &FormPanel::collocateChosen, this, [this](const QString& form) { addWord(form); });
    connect(m_lineCounts, &LineCounts::collocateChosen, this, [this](const QString& form) { addWord(form); });
    connect(m_lineCounts, &LineCounts::keyChanged, this, [this] { askCounts(); });
    connect(m_lineCounts, &LineCounts::windowChanged, this, [this] {
        m_panel->setWindow(m_lineCounts->window());
        askBeside();
    });
    connect(m_digits, &DigitStrip::otherWanted, this,
            [this](int digit, const QPoint& at) { askDigit(digit, at); });
    connect(m_lineCounts, &LineCounts::valueChosen, this, [this](const QString& key, const QString& value) {
        const QString field = key == QLatin1String("prompt") ? QStringLiteral("question") : key;
        if (value.isEmpty())
            return;
        setMode(SearchMode::Lines);
        if (m_fields.contains(field, Qt::CaseInsensitive))
            search(withValue(m_line->text().trimmed(), field, value));
        else
            addWord(value);
    });
    connect(m_wordLists, &WordLists::keywordChosen, this, [this](const QString& form) {
        setMode(SearchMode::Lines);
        search(asQueryWord(form));
    });
    connect(m_wordLists, &WordLists::sequenceChosen, this, [this](const QString& words) {
        setMode(SearchMode::Lines);
        search(QLatin1Char('"') + words + QLatin1Char('"'));
    });
    connect(m_wordLists, &WordLists::lengthChanged, this, [this] { askWords(); });
    connect(m_spreadKey, &QComboBox::activated, this, [this] { askCounts(); });
    connect(m_spread, &LineSpread::partChosen, this, [this](const QString& name) {
        const auto at = std::size_t(std::max(0, m_spreadKey->currentIndex()));
        const QString key = m_spreadKey->itemData(int(at)).toString();
        const QString field = key == QLatin1String("prompt") ? QStringLiteral("question") : key;
        setMode(SearchMode::Lines);
        if (!name.isEmpty() && m_fields.contains(field, Qt::CaseInsensitive))
            search(withValue(m_line->text().trimmed(), field, name));
    });
}

// ------------------------------------------------------------------------------------------ what is shown

void SearchView::setMode(SearchMode mode) {
    m_mode = mode;
    m_modes->setCurrent(int(mode));
    updateMiddle();
    updateCount();
    if (m_middle->currentWidget() == m_list)
        showHit(m_list->currentIndex().row());
    else
        showLine(m_lineList->currentIndex().row());
    askCounts();
}

/// A query of fields alone has texts and no lines: then the texts are shown, whatever was chosen.
void SearchView::updateMiddle() {
    const bool hasLines = m_found.found > 0 || m_found.hidden > 0 || m_hits.matches() == 0;
    QWidget* shown = m_list;
    if (m_place != service::SearchPlace::Texts)
        shown = m_list; // a memo or a code is read as a whole
    else if (hasLines && m_mode == SearchMode::Lines)
        shown = m_lineList;
    else if (hasLines && m_mode == SearchMode::Counts)
        shown = m_lineCounts;
    else if (hasLines && m_mode == SearchMode::Spread)
        shown = m_spreadPage;
    else if (m_mode == SearchMode::Words)
        shown = m_wordLists; // of texts, whether or not there are lines in them
    const bool hadFocus = m_middle->currentWidget() != nullptr && m_middle->currentWidget()->hasFocus();
    m_middle->setCurrentWidget(shown);
    if (hadFocus)
        shown->setFocus(Qt::OtherFocusReason);
    m_lineBar->setVisible(shown == m_lineList);
    m_sortLabel->setVisible(shown == m_list);
    m_sort->setVisible(shown == m_list);
    m_foot->setVisible(shown == m_lineList && m_lines.rowCount() > 0);
    m_hasText = (shown == m_lineList && m_lines.rowCount() > 0) || (shown == m_list && m_hits.rowCount() > 0);
    fitWidth();
}

void SearchView::fitWidth() {
    if (m_panel == nullptr || m_reader == nullptr)
        return;
    const bool isWide = width() >= theme().px(widthWithPanel);
    const bool hasForms = m_middle->currentWidget() == m_lineList ||
                          (m_middle->currentWidget() == m_list && m_place == service::SearchPlace::Texts);
    const bool hasPanel = hasForms && (isWide || m_wantsPanel);
    m_panelButton->setVisible(hasForms && !isWide);
    m_panelButton->setText(m_wantsPanel ? tr("Hide forms") : tr("Forms"));
    m_panel->setFixedWidth(theme().px(width() >= theme().px(1180) ? 312 : 250));
    m_panel->setVisible(hasPanel);
    m_panelLine->setVisible(hasPanel);
    // Half a label says nothing; the boxes have names of their own for who does not see them.
    m_lineSortLabel->setVisible(width() >= theme().px(hasPanel ? 1'360 : 1'000));
    // The codes of the digits stand in three lines at most.
    m_tickHint->setVisible(width() >= theme().px(1'000));
    const bool hasFacets = width() >= theme().px(widthWithFacets) && (isWide || !hasPanel);
    m_facetList->setVisible(hasFacets);
    m_facetLine->setVisible(hasFacets);
    // The codes of the digits take a line of their own rather than many short ones beside other things.
    const bool isAbove = m_upper->width() < m_digits->sizeHint().width() + theme().px(340);
    if (isAbove != m_digitsAreAbove) {
        m_digitsAreAbove = isAbove;
        auto* column = static_cast<QVBoxLayout*>(m_foot->layout());
        if (isAbove) {
            m_footRow->removeWidget(m_digits);
            m_footRow->insertStretch(2, 1);
            column->insertWidget(0, m_digits);
        } else {
            column->removeWidget(m_digits);
            delete m_footRow->takeAt(2);
            m_footRow->insertWidget(2, m_digits, 1);
        }
    }
    fitHeight();
}

void SearchView::fitHeight() {
    if (m_reader == nullptr)
        return;
    // Some lines and the rows around them come first; the text is one key away.
    const int room = m_splitter->height();
    m_middle->setMinimumHeight(std::min(theme().px(130), room / 3));
    const bool hasRoom = room - m_upper->minimumSizeHint().height() >= theme().px(84);
    m_reader->setVisible(m_hasText && (hasRoom || !isVisible()));
}

void SearchView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    fitWidth();
}

void SearchView::readLineKeys() {
    m_lineKeys = {{"match", tr("match")},    {"left1", tr("1 left")},   {"left2", tr("2 left")},
                  {"left3", tr("3 left")},   {"right1", tr("1 right")}, {"right2", tr("2 right")},
                  {"right3", tr("3 right")}, {"code", tr("code")},      {"prompt", tr("question")}};
    std::vector<LineKeyName> parts;
    // Who spoke and in what source may say who it is: raters do without.
    if (study().session().viewer().isCoordinator()) {
        m_lineKeys.push_back({"speaker", tr("speaker")});
        m_lineKeys.push_back({"source", tr("source")});
        parts = {{"source", tr("source")}, {"speaker", tr("speaker")}};
    }
    parts.push_back({"prompt", tr("question")});
    for (const FacetField& field : m_facets.fields()) {
        if (field.facet == "prompt" || field.facet == "speaker")
            continue;
        m_lineKeys.push_back({field.facet, field.title});
        parts.push_back({field.facet, field.title});
    }
    const bool isFirst = m_lineSorts.front()->count() == 0;
    for (std::size_t level = 0; level < m_lineSorts.size(); ++level) {
        QComboBox* box = m_lineSorts[level];
        const QString before = box->currentData().toString();
        box->clear();
        box->addItem(level == 0 ? tr("study order") : tr("nothing more"), QString());
        for (const LineKeyName& key : m_lineKeys)
            box->addItem(key.name, QString::fromStdString(key.key));
        // First by the match, then by the words beside it: what is alike stands together.
        static constexpr const char* usual[] = {"match", "left1", "right1"};
        const QString chosen = isFirst ? QString::fromLatin1(usual[level]) : before;
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    }
    const QString before = m_spreadKey->currentData().toString();
    m_spreadKey->clear();
    for (const LineKeyName& key : parts)
        m_spreadKey->addItem(key.name, QString::fromStdString(key.key));
    m_spreadKey->setCurrentIndex(std::max(0, m_spreadKey->findData(before)));
    std::vector<LineKeyName> counted = m_lineKeys;
    if (study().session().viewer().isCoordinator())
        counted.push_back({"rater", tr("rater")});
    counted.push_back({"coded", tr("coded or not")});
    m_lineCounts->setKeys(counted);
    m_lineList->setCodebook(study().codebook());
    const model::RaterId chosen(m_coder->currentData().toLongLong());
    m_coder->clear();
    const bool isCoordinator = study().session().viewer().isCoordinator();
    if (const auto raters = study().session().raters(); raters && isCoordinator) {
        for (const model::Rater& rater : *raters) {
            if (rater.kind == model::RaterKind::Human)
                m_coder->addItem(tr("as %1").arg(toQt(rater.name)), qlonglong(rater.id.value));
        }
        m_coder->setCurrentIndex(std::max(0, m_coder->findData(qlonglong(chosen.value))));
    }
    m_coder->setVisible(m_coder->count() > 0);
    showDigits();
    updateFoot();
}

std::vector<std::string> SearchView::sortKeys() const {
    std::vector<std::string> keys;
    for (const QComboBox* box : m_lineSorts) {
        const std::string key = toUtf8(box->currentData().toString());
        if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    }
    return keys;
}

void SearchView::setSort(const std::vector<std::string>& keys) {
    for (std::size_t level = 0; level < m_lineSorts.size(); ++level) {
        const QString key = level < keys.size() ? QString::fromStdString(keys[level]) : QString();
        m_lineSorts[level]->setCurrentIndex(std::max(0, m_lineSorts[level]->findData(key)));
    }
    if (m_hasResult)
        start();
}

void SearchView::setCoded(const std::string& coded) {
    m_coded = coded;
    m_codedFilter->setCurrentIndex(coded == "no" ? 1 : coded == "yes" ? 2 : 0);
    if (m_hasResult)
        start();
}

void SearchView::setSample(std::optional<std::int64_t> lines) {
    m_sample = lines;
    if (!lines)
        m_sampleSize->setCurrentIndex(0);
    if (m_hasResult)
        start();
}

service::ConcordanceRequest SearchView::lineRequest(const QString& query) const {
    service::ConcordanceRequest request;
    request.query = toUtf8(wholeQuery(query));
    request.sort = sortKeys();
    request.limit = LineRows::pageSize;
    request.width = m_width;
    request.sample = m_sample;
    request.seed = m_seed;
    request.coded = m_coded;
    request.withHidden = m_showsHidden;
    return request;
}

void SearchView::askLinePage(int page) {
    service::ConcordanceRequest request = lineRequest(m_shownQuery);
    request.offset = std::int64_t(page) * LineRows::pageSize;
    host().jobs().start<service::ConcordanceResult>(
        QStringLiteral("search-lines-%1").arg(page % 3), tr("Reading lines"), this,
        [request](service::Session& session, const base::Task& task) {
            return service::concordance(session, request, task);
        },
        [this, page, generation = m_generation](base::Result<service::ConcordanceResult> result) {
            if (!result || generation != m_generation)
                m_lines.dropRequest(page);
            else
                m_lines.setPage(page, std::move(result->lines));
        });
}

void SearchView::showLines(const QString& query, service::ConcordanceResult lines) {
    const int row = std::max(0, m_lineList->currentIndex().row());
    auto first = std::move(lines.lines);
    lines.lines.clear();
    m_found = std::move(lines);
    m_lineList->setSort(sortKeys());
    m_lines.setResult(m_found.total, std::move(first));
    m_lineList->fitMatches();
    m_panel->setHidden(m_found.hidden, m_showsHidden);
    if (m_lines.rowCount() > 0) {
        // The list says which line became the chosen one, and it is read then.
        m_lineList->setCurrentIndex(m_lines.index(std::min(row, m_lines.rowCount() - 1)));
    } else {
        host().setPlaceText({});
    }
    updateFoot();
    if (!m_running.isEmpty()) {
        const std::string name = toUtf8(m_running);
        m_running.clear();
        if (query == m_runningQuery && !study().session().isReadOnly())
            static_cast<void>(study().act([&](service::Session& session) {
                return service::noteSearchRun(session, name, m_found.total, m_found.units);
            }));
    }
}

// ------------------------------------------------------------------------------------------ beside the lines

void SearchView::addWord(const QString& form) {
    const auto forms = formsIn(m_shownQuery);
    const QString near = forms ? m_shownQuery.mid(forms->begin, forms->length) : QString();
    if (near.isEmpty()) {
        search(m_shownQuery + QLatin1Char(' ') + asQueryWord(form));
        return;
    }
    QString next = m_shownQuery;
    next.replace(
        forms->begin, forms->length,
        QStringLiteral("%1 NEAR/%2 %3").arg(near).arg(m_lineCounts->window()).arg(asQueryWord(form)));
    setMode(SearchMode::Lines);
    search(next);
}

void SearchView::askCounts() {
    if (m_mode == SearchMode::Words)
        askWords();
    const service::LineSet set(lineRequest(m_shownQuery));
    QString whole;
    if (m_hasResult && m_found.found > 0) {
        // Which lines these are: other ones are counted anew.
        whole = QStringLiteral("%1\n%2\n%3\n%4\n%5")
                    .arg(wholeQuery(m_shownQuery), toQt(set.coded))
                    .arg(set.sample.value_or(-1))
                    .arg(set.seed)
                    .arg(m_found.hidden);
    }
    if (whole != m_countedQuery) {
        m_countedQuery = whole;
        clearCounts();
    }
    if (whole.isEmpty())
        return;
    if (m_mode == SearchMode::Counts) {
        host().jobs().start<std::vector<service::LineFrequency>>(
            QStringLiteral("search-counts"), tr("Counting lines"), this,
            [set, key = m_lineCounts->key()](service::Session& session, const base::Task& task) {
                return service::lineFrequencies(session, set, key, task);
            },
            [this, whole, key = m_lineCounts->key()](base::Result<std::vector<service::LineFrequency>> rows) {
                if (whole != m_countedQuery || key != m_lineCounts->key())
                    return; // other lines are asked about by now
                if (rows)
                    m_lineCounts->setFrequencies(*rows, countedLines());
                else if (rows.error().code != base::Errc::Cancelled)
                    host().showError(rows.error());
            });
    } else if (m_mode == SearchMode::Spread) {
        host().jobs().start<service::DispersionReport>(
            QStringLiteral("search-spread"), tr("Counting lines"), this,
            [set, key = toUtf8(m_spreadKey->currentData().toString())](service::Session& session,
                                                                       const base::Task& task) {
                return service::dispersion(session, set, key, task);
            },
            [this, whole, key = m_spreadKey->currentData()](base::Result<service::DispersionReport> report) {
                if (whole != m_countedQuery || key != m_spreadKey->currentData())
                    return;
                if (!report) {
                    if (report.error().code != base::Errc::Cancelled)
                        host().showError(report.error());
                    return;
                }
                m_spreadWords->setText(tr("In %1 of %2; deviation of proportions %3, Juilland's D %4")
                                           .arg(countText(report->partsWith), countText(report->parts),
                                                QLocale().toString(report->deviation, 'f', 2),
                                                QLocale().toString(report->juillandD, 'f', 2)));
                m_spread->setReport(std::move(*report));
            });
    }
}

/// Lines that are shown to be seen, and left out of every count, are not among them.
std::int64_t SearchView::countedLines() const {
    return m_found.total - (m_showsHidden && !m_sample ? m_found.hidden : 0);
}

void SearchView::clearCounts() {
    m_lineCounts->setFrequencies({}, 0);
    m_spread->setReport({});
    m_spreadWords->setText({});
}

// ------------------------------------------------------------------------------------------ one line

void SearchView::showLine(int row) {
    const service::ConcordanceLine* line = m_lines.line(row);
    if (m_middle->currentWidget() != m_lineList)
        return;
    m_hasText = line != nullptr;
    fitHeight();
    if (line == nullptr)
        return;
    host().setPlaceText(tr("Line %1 of %2").arg(countText(row + 1), countText(m_found.total)));
    m_readerName->setText(toQt(line->unitName));
    QStringList facts;
    if (!line->speaker.empty())
        facts.append(toQt(line->speaker));
    if (!line->prompt.empty())
        facts.append(toQt(line->prompt));
    constexpr std::size_t mostTitles = 3;
    for (std::size_t at = 0; at < std::min(mostTitles, line->codes.size()); ++at)
        facts.append(lookOf(*study().codebook(), line->codes[at]).title);
    if (line->codes.size() > mostTitles)
        facts.append(QStringLiteral("+%1").arg(line->codes.size() - mostTitles));
    if (!line->hiddenReason.empty())
        facts.append(tr("hidden: %1").arg(toQt(line->hiddenReason)));
    m_readerFacts->setText(facts.join(QStringLiteral(", ")));
    service::SearchHit hit;
    hit.unit = line->unit;
    hit.unitName = line->unitName;
    const auto unit = service::findUnit(study().session(), line->unitName);
    if (unit)
        hit.source = unit->source;
    const auto text = textOf(hit);
    if (!text) {
        m_text->setAnswer(line->left + line->match + line->right, {});
        return;
    }
    m_text->setAnswer(text->text, text->language);
    const text::TextRange range =
        text::textRange(line->range.begin.value - text->begin, line->range.end.value - text->begin);
    m_text->setHighlights({range});
    m_text->ensureVisible(range.begin);
}

void SearchView::openLine(int row) {
    const service::ConcordanceLine* line = m_lines.line(row);
    if (line == nullptr)
        return;
    const auto unit = service::findUnit(study().session(), line->unitName);
    if (!unit)
        return;
    ViewTarget target;
    target.unit = line->unit;
    target.source = unit->source;
    target.range = line->range;
    const bool isCoordinator = study().session().viewer().isCoordinator();
    host().openView(isCoordinator
                        ? QStringLiteral("sources")
                        : (unit->kind == model::UnitKind::Answer ? QStringLiteral("rate-answers")
                                                                 : QStringLiteral("rate-transcript")),
                    target);
}

} // namespace rapport::ui
