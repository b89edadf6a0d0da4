// SPDX-License-Identifier: GPL-3.0-or-later
// The search view beyond one query: words of what was found, texts like it, searches within it, what a saved
// search was before, and samples of lines.
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/models/query_text.h"
#include "ui/views/search/hit_list.h"
#include "ui/views/search/line_list.h"
#include "ui/views/search/line_samples.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_history.h"
#include "ui/views/search/search_view.h"
#include "ui/views/search/word_lists.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <algorithm>
#include <set>

namespace rapport::ui {

namespace {

struct WordAnswer {
    std::vector<service::KeywordRow> keywords;
    std::vector<service::NgramRow> sequences;
};

constexpr std::int64_t leastOften = 2;
constexpr std::size_t mostExamples = 50;

} // namespace

// ------------------------------------------------------------------------------------------ steps

QString SearchView::wholeQuery(const QString& typed) const {
    return withinSteps(typed, m_steps);
}

void SearchView::searchWithin() {
    const QString query = m_line->text().trimmed();
    if (query.isEmpty() || !m_hasResult || query != m_shownQuery) {
        host().showToast(tr("Search for something first."));
        return;
    }
    m_line->clear();
    setSteps(m_steps + QStringList{query});
    m_line->setFocus(Qt::OtherFocusReason);
}

void SearchView::setSteps(const QStringList& steps) {
    if (m_steps == steps)
        return;
    m_steps = steps;
    buildSteps();
    if (!m_line->text().trimmed().isEmpty())
        start();
}

/// One button per step; pressed, that step is gone.
void SearchView::buildSteps() {
    if (m_stepRow == nullptr)
        return;
    qDeleteAll(m_stepRow->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete m_stepRow->layout();
    auto* row = new QHBoxLayout(m_stepRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(6));
    row->addWidget(new Words(tr("Within the texts of"), TypeRole::Small, Token::Text2, m_stepRow));
    for (int at = 0; at < int(m_steps.size()); ++at) {
        const QString& step = m_steps[at];
        auto* button =
            new KeyButton(m_stepRow->fontMetrics().elidedText(step, Qt::ElideRight, theme().px(220)) +
                              QStringLiteral("  ×"),
                          ButtonKind::Secondary, m_stepRow);
        button->setSmall(true);
        button->setToolTip(step);
        button->setAccessibleName(tr("Search no longer within %1").arg(step));
        connect(button, &QAbstractButton::clicked, this, [this, at] {
            QStringList left = m_steps;
            left.removeAt(at);
            // The button goes with its row.
            QMetaObject::invokeMethod(
                this, [this, left] { setSteps(left); }, Qt::QueuedConnection);
        });
        row->addWidget(button);
    }
    row->addStretch(1);
    m_stepRow->setVisible(!m_steps.isEmpty());
}

// ------------------------------------------------------------------------------------------ words

void SearchView::askWords() {
    if (!m_hasResult || m_mode != SearchMode::Words)
        return;
    host().jobs().start<WordAnswer>(
        QStringLiteral("search-words"), tr("Counting words"), this,
        [query = toUtf8(wholeQuery(m_shownQuery)), length = m_wordLists->length()](
            service::Session& session, const base::Task& task) -> base::Result<WordAnswer> {
            WordAnswer answer;
            RAPPORT_ASSIGN(answer.keywords, service::keywords(session, query, {}, leastOften, task));
            RAPPORT_ASSIGN(answer.sequences, service::ngrams(session, query, length, leastOften, task));
            return answer;
        },
        [this, generation = m_generation](base::Result<WordAnswer> answer) {
            if (generation != m_generation)
                return;
            if (!answer) {
                if (answer.error().code != base::Errc::Cancelled)
                    host().showError(answer.error());
                return;
            }
            m_wordLists->setKeywords(std::move(answer->keywords));
            m_wordLists->setSequences(answer->sequences);
        });
}

// ------------------------------------------------------------------------------------------ texts like these

void SearchView::askSimilar() {
    service::SimilarRequest request;
    std::set<std::string> names;
    if (m_middle->currentWidget() == m_lineList && m_lines.tickedCount() > 0) {
        for (const service::ConcordanceLine& line : linesFor(std::nullopt))
            names.insert(line.unitName);
    } else if (m_middle->currentWidget() == m_list) {
        if (const service::SearchHit* hit = m_hits.hit(m_list->currentIndex().row()))
            names.insert(hit->unitName);
    } else if (const service::ConcordanceLine* line = m_lines.line(m_lineList->currentIndex().row())) {
        names.insert(line->unitName);
    }
    for (const std::string& name : names) {
        if (request.units.size() < mostExamples)
            request.units.push_back(name);
    }
    if (request.units.empty()) {
        host().showToast(tr("Choose a line or a text first."));
        return;
    }
    host().jobs().start<service::SearchResult>(
        QStringLiteral("search-similar"), tr("Looking for texts like these"), this,
        [request](service::Session& session, const base::Task& task) {
            return service::similarTexts(session, request, task);
        },
        [this, count = std::int64_t(request.units.size())](base::Result<service::SearchResult> result) {
            if (!result) {
                if (result.error().code != base::Errc::Cancelled)
                    host().showError(result.error());
                return;
            }
            // The words that were found to tell them apart are a query like any other, best texts first.
            setSteps({});
            setMode(SearchMode::Texts);
            search(toQt(result->query));
            host().showToast(counted(count, tr("Texts with the words of this text, the most alike first."),
                                     tr("Texts with the words of these %1 texts, the most alike first.")));
        });
}

// ------------------------------------------------------------------------------------------ kept things

void SearchView::showHistory(const QString& name) {
    auto events = study().read(
        [&](service::Session& session) { return service::searchHistory(session, toUtf8(name)); });
    if (!events)
        return;
    SearchHistoryDialog dialog(name, std::move(*events), this);
    connect(&dialog, &SearchHistoryDialog::queryChosen, this, [this](const QString& query) {
        setSteps({});
        search(query);
    });
    dialog.exec();
}

void SearchView::showSamples() {
    LineSamplesDialog dialog(study(), host().jobs(), wholeQuery(m_shownQuery), this);
    dialog.exec();
}

} // namespace rapport::ui
