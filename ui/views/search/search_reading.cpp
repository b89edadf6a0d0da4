// SPDX-License-Identifier: GPL-3.0-or-later
// A hit of the search view read in place: its text, its passages, and the way to where it stands.
#include "service/rating.h"
#include "service/reading.h"
#include "service/work_rounds.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/models/query_text.h"
#include "ui/views/search/facet_list.h"
#include "ui/views/search/hit_list.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_view.h"

#include <QListView>
#include <QStackedWidget>

namespace rapport::ui {

void SearchView::chooseHit(int row) {
    if (row >= 0 && row < m_hits.rowCount())
        m_list->setCurrentIndex(m_hits.index(row));
}

base::Result<SearchView::HitText> SearchView::textOf(const service::SearchHit& hit) const {
    service::Session& session = study().session();
    HitText shown;
    if (!session.viewer().isCoordinator()) {
        // A rater reads the unit as it is assigned.
        const auto round = service::roundOfWork(session, hit.unit, session.viewer().rater);
        if (round) {
            const auto work = service::unitWork(session, hit.unit, session.viewer().rater, round->id);
            if (work) {
                shown.text = work->text;
                shown.language = work->language;
                shown.begin = work->item.range.begin.value;
                return shown;
            }
        }
    }
    RAPPORT_ASSIGN(const service::SourceText source, service::sourceText(session, hit.source));
    RAPPORT_ASSIGN(const model::Unit unit, service::findUnit(session, hit.unitName));
    const ShownText whole(source.text);
    shown.text = toUtf8(whole.slice(unit.range));
    shown.language = source.item.language;
    shown.begin = unit.range.begin.value;
    return shown;
}

void SearchView::showHit(int row) {
    const service::SearchHit* hit = m_hits.hit(row);
    if (m_middle->currentWidget() == m_list) {
        m_hasText = hit != nullptr;
        fitHeight();
    }
    if (hit == nullptr || m_middle->currentWidget() != m_list)
        return;
    host().setPlaceText(tr("Hit %1 of %2").arg(countText(row + 1), countText(m_hits.matches())));
    m_readerName->setText(toQt(hit->unitName));
    if (m_place != service::SearchPlace::Texts) {
        // What matched is the memo or the code, not the text of a unit.
        m_readerFacts->setText(hit->author.empty() ? toQt(hit->title)
                                                   : tr("memo by %1").arg(toQt(hit->author)));
        m_text->setAnswer(hit->snippet, {});
        m_text->setHighlights(hit->snippetRanges);
        return;
    }
    const auto text = textOf(*hit);
    QStringList facts;
    if (!hit->speaker.empty())
        facts.append(toQt(hit->speaker));
    if (!hit->prompt.empty())
        facts.append(toQt(hit->prompt));
    if (hit->title != hit->unitName)
        facts.append(toQt(hit->title));
    if (!text) {
        m_readerFacts->setText(errorSentence(text.error()));
        m_text->setAnswer(hit->snippet, {});
        m_text->setHighlights(hit->snippetRanges);
        return;
    }
    if (text->language == "nl")
        facts.append(tr("Dutch"));
    else if (text->language == "en")
        facts.append(tr("English"));
    m_readerFacts->setText(facts.join(QStringLiteral(", ")));
    m_text->setAnswer(text->text, text->language);
    std::vector<text::TextRange> ranges;
    for (const text::TextRange& range : hit->ranges)
        ranges.push_back(text::textRange(range.begin.value - text->begin, range.end.value - text->begin));
    m_text->setHighlights(ranges);
    if (!ranges.empty())
        m_text->ensureVisible(ranges.front().begin);
}

void SearchView::openHit(int row) {
    const service::SearchHit* hit = m_hits.hit(row);
    if (hit == nullptr)
        return;
    ViewTarget target;
    if (hit->place == service::SearchPlace::Codes) {
        if (const auto known = study().codebook()->code(hit->unitName); known.code != nullptr)
            target.code = known.code->id;
        host().openView(QStringLiteral("codebook"), target);
        return;
    }
    target.unit = hit->unit;
    target.source = hit->source;
    if (!hit->ranges.empty() && hit->place == service::SearchPlace::Texts)
        target.range = hit->ranges.front();
    const bool isCoordinator = study().session().viewer().isCoordinator();
    const bool isAnswer = hit->kind == model::UnitKind::Answer;
    host().openView(isCoordinator
                        ? QStringLiteral("sources")
                        : (isAnswer ? QStringLiteral("rate-answers") : QStringLiteral("rate-transcript")),
                    target);
}

void SearchView::toggleFacet(const QModelIndex& index) {
    if (index.data(SearchFacets::MoreRole).toBool()) {
        m_facets.showAll(index.row());
        return;
    }
    const QString value = index.data(SearchFacets::ValueRole).toString();
    if (value.isEmpty())
        return;
    const QString field = index.data(SearchFacets::FieldRole).toString();
    const QString query = m_line->text().trimmed();
    const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    search(isTicked ? withoutValue(query, field, value) : withValue(query, field, value));
}
} // namespace rapport::ui
