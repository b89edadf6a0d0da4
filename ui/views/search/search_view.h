// SPDX-License-Identifier: GPL-3.0-or-later
// Finds texts: query line with completion, facets, hits as a list, and the whole text of the chosen hit
// below. Searches in a job while typing; a broken query keeps its text and says where it breaks, and the hits
// of the last one that could be read stay. UI thread.
#pragma once

#include "ui/models/search_facets.h"
#include "ui/models/search_hits.h"
#include "ui/views/view.h"

#include <QTimer>
#include <array>

class QComboBox;
class QListView;
class QSplitter;
class QStackedWidget;

namespace rapport::ui {

class EmptyState;
class HitList;
class KeyButton;
class QueryGuide;
class QueryLine;
class ReadingView;
class Words;
struct QueryCompletion;
struct QuerySuggestion;

/// What a search job brings back.
struct SearchAnswer {
    service::SearchResult result;
    double milliseconds = 0;
};

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
    [[nodiscard]] QWidget* initialFocus() override;

    [[nodiscard]] QueryLine& line() { return *m_line; }
    [[nodiscard]] SearchHits& hits() { return m_hits; }
    [[nodiscard]] SearchFacets& facets() { return m_facets; }
    [[nodiscard]] QString errorText() const;
    /// Puts it into the line and searches at once.
    void search(const QString& query);
    void chooseHit(int row);

Q_SIGNALS:
    void answered(); ///< a search has ended, well or not

protected:
    void changeEvent(QEvent* event) override;

private:
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
    SearchFacets m_facets;
    QTimer m_typing;
    QTimer m_indexLater;
    QString m_shownQuery; ///< whose hits are shown
    bool m_hasResult = false;
    double m_milliseconds = 0;
    bool m_isExact = true;
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
    QWidget* m_reader = nullptr;
    Words* m_readerName = nullptr;
    Words* m_readerFacts = nullptr;
    KeyButton* m_open = nullptr;
    ReadingView* m_text = nullptr;
};

} // namespace rapport::ui
