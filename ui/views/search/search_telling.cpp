// SPDX-License-Identifier: GPL-3.0-or-later
// What the search view says of its query: where it breaks, how much it finds, that it finds nothing.
#include "service/searching.h"
#include "ui/app/theme.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/models/query_text.h"
#include "ui/views/search/hit_list.h"
#include "ui/views/search/query_errors.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_view.h"
#include "ui/views/search/word_lists.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QStyle>
#include <algorithm>

namespace rapport::ui {

void SearchView::clearError() {
    m_line->setErrorColumn(0);
    if (!m_error)
        return;
    m_error.reset();
    m_middle->setEnabled(true);
    m_errorRow->hide();
    m_line->setAccessibleDescription(tr("Ctrl+Space lists the fields"));
    markLine(false);
}

void SearchView::markLine(bool isInvalid) {
    m_line->setProperty("invalid", isInvalid);
    m_line->style()->unpolish(m_line);
    m_line->style()->polish(m_line);
}

void SearchView::showError(const base::Error& error) {
    m_error = error;
    const QueryErrorWords words = queryErrorWords(error);
    m_errorWords->setText(words.sentence);
    m_errorHint->setText(words.advice);
    m_line->setAccessibleDescription(words.sentence + QLatin1Char(' ') + words.advice);
    markLine(true);
    // Within steps the query stands in parentheses.
    const std::size_t before = m_steps.isEmpty() ? 0 : 1;
    m_line->setErrorColumn(error.where && error.where->column > before ? error.where->column - before : 0);
    const auto x = m_line->errorX();
    m_errorCaret->setVisible(x.has_value());
    if (x) {
        // The row begins where the line does: the mark stands under the place, the words behind it.
        const int half = m_errorCaret->sizeHint().width() / 2;
        auto* row = static_cast<QHBoxLayout*>(m_errorRow->layout());
        const int most = std::max(0, m_line->width() - m_errorWords->sizeHint().width() - theme().px(60));
        row->setContentsMargins(std::clamp(*x - half, 0, most), 0, 0, 0);
    }
    // The lines of the query before are no answer to this one, and not to be coded as if they were.
    m_middle->setEnabled(false);
    m_errorRow->setToolTip(errorDetails(error));
    m_errorRow->show();
}

void SearchView::updateCount() {
    if (!m_hasResult)
        return;
    const auto noteCount = [this](const QString& note) {
        m_countNote->setText(
            m_leftOut == 0
                ? note
                : note + QStringLiteral("; ") +
                      counted(m_leftOut, tr("1 unit is left out: you still have to rate it yourself"),
                              tr("%1 units are left out: you still have to rate them yourself")));
    };
    if (m_place != service::SearchPlace::Texts) {
        m_count->setText(m_place == service::SearchPlace::Memos
                             ? counted(m_hits.matches(), tr("1 memo"), tr("%1 memos"))
                             : counted(m_hits.matches(), tr("1 code"), tr("%1 codes")));
        noteCount(tr("exact count"));
        return;
    }
    if (m_middle->currentWidget() == m_list || m_middle->currentWidget() == m_wordLists) {
        m_count->setText(counted(m_hits.matches(), tr("1 unit matches"), tr("%1 units match")));
        noteCount(m_isExact ? tr("exact count")
                            : tr("at least: a star in a phrase stands for more words than are tried"));
        return;
    }
    m_count->setText(counted(m_found.total, tr("1 line"), tr("%1 lines")));
    QString note = counted(m_found.units, tr("in 1 text"), tr("in %1 texts"));
    if (m_found.words > 0)
        note += tr(", %1 per 1,000 words")
                    .arg(QLocale().toString(1000.0 * double(m_found.found) / double(m_found.words), 'f', 1));
    if (m_found.total < m_found.found)
        note += tr(", a sample of %1").arg(countText(m_found.found));
    noteCount(note);
}

void SearchView::updatePage() {
    if (!m_hasResult) {
        m_pages->setCurrentIndex(GuidePage);
        return;
    }
    bool isFiltered = false;
    for (const FacetField& field : m_facets.fields())
        isFiltered = isFiltered || !valuesOf(m_shownQuery, field.field).isEmpty();
    // With ticked values the facets stay, so that they can be unticked.
    if (m_hits.matches() == 0 && !isFiltered) {
        m_nothing->setWords(
            tr("Nothing found"),
            m_place == service::SearchPlace::Memos   ? tr("No memo matches %1.").arg(m_shownQuery)
            : m_place == service::SearchPlace::Codes ? tr("No code matches %1.").arg(m_shownQuery)
            : m_suggestion.isEmpty()
                ? tr("No text matches %1. Try fewer words, or a star: teach* finds every word that "
                     "begins so.")
                      .arg(m_shownQuery)
                : tr("No text matches %1. There are texts with another spelling.").arg(m_shownQuery));
        m_nothing->setAction(
            m_suggestion.isEmpty() ? tr("Start again") : tr("Search for %1").arg(m_suggestion), {});
        m_pages->setCurrentIndex(NothingPage);
        return;
    }
    m_pages->setCurrentIndex(ResultPage);
}

void SearchView::updateIndex(bool rebuild) {
    m_indexIsFresh = true;
    host().jobs().start<service::IndexReport>(
        QStringLiteral("index"), tr("Updating the search index"), this,
        [rebuild](service::Session& session, const base::Task& task) {
            return service::updateIndex(session, rebuild, task);
        },
        [this, rebuild](base::Result<service::IndexReport> report) {
            if (!report) {
                // Search goes on without it, on the texts themselves.
                m_indexIsFresh = false;
                if (rebuild)
                    host().showError(report.error());
                return;
            }
            if (isVisible())
                host().setPlaceText(tr("Index up to date, %1 units").arg(countText(report->units)));
            if (rebuild)
                host().showToast(
                    tr("The search index was made anew: %1 units.").arg(countText(report->units)));
            if (m_hasResult && report->outcome != "current")
                start();
        });
}

} // namespace rapport::ui
