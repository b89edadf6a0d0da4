// SPDX-License-Identifier: GPL-3.0-or-later
// Finds texts and lines: query line with completion, facets, the lines of a concordance or the hits as a
// list, what they amount to, the forms of the word beside them, and the whole text of the chosen one below.
// Lines are ticked, coded, hidden and written out. Searches in a job while typing; a broken query keeps its
// text and says where it breaks, and the hits of the last one that could be read stay. UI thread.
#pragma once

#include "service/concording.h"
#include "service/saved_searches.h"
#include "ui/models/line_rows.h"
#include "ui/models/query_text.h"
#include "ui/models/search_facets.h"
#include "ui/models/search_hits.h"
#include "ui/views/search/form_rows.h"
#include "ui/views/search/line_counts.h"
#include "ui/views/view.h"

#include <QTimer>
#include <array>
#include <set>

class QComboBox;
class QHBoxLayout;
class QListView;
class QSplitter;
class QStackedWidget;

namespace rapport::ui {

class EmptyState;
class DigitStrip;
class FormPanel;
class HitList;
class KeyButton;
class LineList;
class Panel;
class SegmentedControl;
class QueryGuide;
class QueryLine;
class ReadingView;
class WordLists;
class Words;
struct QueryCompletion;
struct QuerySuggestion;

/// What a search job brings back.
struct SearchAnswer {
    service::SearchResult result;
    service::ConcordanceResult lines;
    double milliseconds = 0;
};

/// What is read for the panel at the right once the lines are there.
struct BesideAnswer {
    std::vector<WordForms> words;
    std::vector<service::CollocateRow> collocates;
};

/// What the middle of the view shows.
enum class SearchMode { Lines, Texts, Counts, Spread, Words };

class SearchView : public View {
    Q_OBJECT
public:
    SearchView(ViewHost& host, QWidget* parent);
    ~SearchView() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    void open(const ViewTarget& target) override;
    bool goToChange(const service::ChangeSet& change) override;
    [[nodiscard]] QWidget* initialFocus() override;
    [[nodiscard]] QWidget* headerWidget() override { return m_header; }

    [[nodiscard]] QueryLine& line() { return *m_line; }
    [[nodiscard]] SearchHits& hits() { return m_hits; }
    [[nodiscard]] SearchFacets& facets() { return m_facets; }
    [[nodiscard]] QString errorText() const;
    /// Puts it into the line and searches at once.
    void search(const QString& query);
    void chooseHit(int row);

    [[nodiscard]] LineRows& lines() { return m_lines; }
    [[nodiscard]] LineList& lineList() { return *m_lineList; }
    [[nodiscard]] FormPanel& forms() { return *m_panel; }
    [[nodiscard]] LineCounts& lineCounts() { return *m_lineCounts; }
    [[nodiscard]] LineSpread& spread() { return *m_spread; }
    [[nodiscard]] SearchMode mode() const { return m_mode; }
    void setMode(SearchMode mode);
    /// Keys of service::ConcordanceRequest::sort.
    void setSort(const std::vector<std::string>& keys);
    /// "", "yes" or "no": see service::ConcordanceRequest::coded.
    void setCoded(const std::string& coded);
    /// Where to search: texts, memos on them, or the codebook.
    void setPlace(service::SearchPlace place);
    [[nodiscard]] service::SearchPlace place() const { return m_place; }
    /// Nothing: all lines.
    void setSample(std::optional<std::int64_t> lines);
    /// Codes that the digits 1 to 9 stand for.
    [[nodiscard]] std::vector<model::CodeId> digitCodes() const;
    /// From now on on this computer; it changes place with a digit that had it.
    void setDigit(int digit, model::CodeId code);
    /// The one line; or, without a row, the ticked ones.
    void codeLines(std::optional<int> row, model::CodeId code);
    void codeAllLines(model::CodeId code);
    void hideLines(std::optional<int> row, const QString& reason);
    /// Asks why, then hides the ticked lines or, where none is ticked, this one; shows one that is hidden.
    void askReason(int row);
    void saveAs(const QString& name);
    void openSaved(const QString& name);
    void exportTo(const QString& file);
    [[nodiscard]] WordLists& wordLists() { return *m_wordLists; }
    /// Queries of before, within whose texts the one in the line searches: the first at the left.
    [[nodiscard]] const QStringList& steps() const { return m_steps; }
    void setSteps(const QStringList& steps);
    /// The query in the line becomes a step, and the line is empty for the next one.
    void searchWithin();
    /// With those steps, as it goes to a search and into what is saved.
    [[nodiscard]] QString wholeQuery(const QString& typed) const;
    /// Texts with the words that tell these from all others: those of the ticked lines, else of the current
    /// one.
    void askSimilar();

Q_SIGNALS:
    void answered(); ///< a search has ended, well or not

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Page { GuidePage, ResultPage, NothingPage };

    void buildResults(QWidget* page);
    void retranslate();
    void readStudy();
    void start();
    void showAnswer(const QString& query, base::Result<SearchAnswer> answer);
    void askPage(int page);
    void showError(const base::Error& error);
    void clearError();
    void markLine(bool isInvalid);
    void showHit(int row);
    void openHit(int row);
    void toggleFacet(const QModelIndex& index);
    void updateIndex(bool rebuild);
    /// Nothing was asked yet, whatever stands in the line.
    void clearResult();
    void buildHeader();
    void buildLines(QWidget* page);
    [[nodiscard]] QWidget* buildFoot(QWidget* parent);
    void connectLines();
    void connectActions();
    void retranslateLines();
    void readLineKeys();
    [[nodiscard]] std::vector<std::string> sortKeys() const;
    [[nodiscard]] service::ConcordanceRequest lineRequest(const QString& query) const;
    void askLinePage(int page);
    void showLines(const QString& query, service::ConcordanceResult lines);
    void askBeside();
    void chooseForms(int word, const QStringList& ticked);
    void addWord(const QString& form);
    void askCounts();
    void clearCounts();
    void askWords();
    void buildSteps();
    void showHistory(const QString& name);
    void showSamples();
    void showLine(int row);
    void openLine(int row);
    void updateFoot();
    void updateMiddle();
    void fitWidth();
    void fitHeight();
    void hideThese(const std::vector<service::ConcordanceLine>& lines, const QString& reason,
                   bool wereTicked);
    /// Says so where other lines than those of `generation` are shown now.
    [[nodiscard]] bool isOvertaken(quint64 generation);
    void askCode();
    void askDigit(int digit, const QPoint& at);
    void showDigits();
    [[nodiscard]] std::int64_t countedLines() const;
    [[nodiscard]] QString wordOf(const QueryForms& forms, int number) const;
    void showSavedMenu();
    void askName();
    void askFile();
    [[nodiscard]] model::RaterId coder() const;
    [[nodiscard]] std::vector<service::ConcordanceLine> linesFor(std::optional<int> row) const;
    [[nodiscard]] service::SearchSettings settings() const;
    void writeCodings(const std::vector<service::ConcordanceLine>& lines, model::CodeId code);
    void updateCount();
    void updatePage();
    [[nodiscard]] std::vector<QuerySuggestion> suggestionsFor(const QueryCompletion& completion) const;
    [[nodiscard]] static QString explanationOf(const QString& field);
    [[nodiscard]] service::SearchSort sort() const;
    /// The text of a hit's unit, and where its unit begins in the source.
    struct HitText {
        std::string text;
        std::string language;
        std::int64_t begin = 0;
    };
    [[nodiscard]] base::Result<HitText> textOf(const service::SearchHit& hit) const;

    SearchHits m_hits;
    LineRows m_lines;
    SearchFacets m_facets;
    bool m_isStale = false; ///< what was found was cleared while another view was shown
    QTimer m_typing;
    QTimer m_indexLater;
    QString m_shownQuery;  ///< whose hits are shown
    QString m_tickedQuery; ///< what ticking forms last made of a query
    bool m_hasResult = false;
    double m_milliseconds = 0;
    bool m_isExact = true;
    std::int64_t m_leftOut = 0; ///< units that the question leaves out, as the viewer still has to rate them
    QString m_suggestion;
    QStringList m_fields;
    SearchFacets::Counts m_counts;
    std::array<int, 3> m_pageJobs{-1, -1, -1};
    quint64 m_generation = 0;
    bool m_indexIsFresh = false;
    std::optional<base::Error> m_error;

    QueryLine* m_line;
    QWidget* m_errorRow;
    Words* m_errorCaret = nullptr;
    Words* m_errorWords;
    Words* m_errorHint;
    QStackedWidget* m_pages;
    QueryGuide* m_guide;
    EmptyState* m_nothing;
    QListView* m_facetList = nullptr;
    Words* m_count = nullptr;
    Words* m_countNote = nullptr;
    Words* m_sortLabel = nullptr;
    QComboBox* m_sort = nullptr;
    HitList* m_list = nullptr;
    QSplitter* m_splitter = nullptr;
    QWidget* m_upper = nullptr; ///< lines or texts with the rows around them
    QWidget* m_reader = nullptr;
    bool m_hasText = false; ///< to be read below, where there is room
    QHBoxLayout* m_footRow = nullptr;
    bool m_digitsAreAbove = false;
    Words* m_readerName = nullptr;
    Words* m_readerFacts = nullptr;
    KeyButton* m_open = nullptr;
    ReadingView* m_text = nullptr;

    // Lines.
    SearchMode m_mode = SearchMode::Lines;
    service::SearchPlace m_place = service::SearchPlace::Texts;
    service::ConcordanceResult m_found; ///< of the last search, without its lines
    std::string m_coded;
    std::optional<std::int64_t> m_sample;
    bool m_showsHidden = false;
    std::set<model::UnitId> m_unitsCoded; ///< units of which a line was coded here
    bool m_wantsPanel = false;            ///< where there is little room
    KeyButton* m_panelButton = nullptr;
    QComboBox* m_placeBox = nullptr;
    QString m_running; ///< name of the saved search that was opened, until its lines are there
    QString m_runningQuery;
    std::int64_t m_width = 10; ///< words of context, as a saved search has them
    std::uint64_t m_seed = 1;  ///< of the sample
    QString m_countedQuery;    ///< whose counts and spread are shown or asked for
    std::vector<LineKeyName> m_lineKeys;
    QStringList m_reasons; ///< given before, to choose again
    QWidget* m_header = nullptr;
    SegmentedControl* m_modes = nullptr;
    KeyButton* m_table = nullptr;
    KeyButton* m_saved = nullptr;
    QStackedWidget* m_middle = nullptr;
    Panel* m_lineBar = nullptr;
    Words* m_lineSortLabel = nullptr;
    std::array<QComboBox*, 3> m_lineSorts{};
    QComboBox* m_codedFilter = nullptr;
    QComboBox* m_sampleSize = nullptr;
    LineList* m_lineList = nullptr;
    LineCounts* m_lineCounts = nullptr;
    QWidget* m_spreadPage = nullptr;
    QComboBox* m_spreadKey = nullptr;
    Words* m_spreadWords = nullptr;
    LineSpread* m_spread = nullptr;
    WordLists* m_wordLists = nullptr;
    QStringList m_steps;
    QWidget* m_stepRow = nullptr;
    Panel* m_foot = nullptr;
    Words* m_ticked = nullptr;
    Words* m_tickHint = nullptr;
    DigitStrip* m_digits = nullptr;
    QComboBox* m_coder = nullptr;
    KeyButton* m_code = nullptr;
    FormPanel* m_panel = nullptr;
    QWidget* m_panelLine = nullptr;
    QWidget* m_facetLine = nullptr;
};

} // namespace rapport::ui
