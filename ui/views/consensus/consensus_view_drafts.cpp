// SPDX-License-Identifier: GPL-3.0-or-later
// What is begun and settles nothing yet: decisions and remarks that stay with their difference, and decisions
// that undo took back.
#include "service/rating.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/models/figures.h"
#include "ui/views/consensus/consensus_view.h"
#include "ui/views/consensus/decision_form.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <algorithm>
#include <utility>

namespace rapport::ui {

std::optional<Decision> ConsensusView::followUndo(const DraftKey& key) {
    const auto found = m_steps.find(key);
    if (found == m_steps.end())
        return std::nullopt;
    auto& [all, at] = found->second;
    // One step after the other; where the same was decided twice, what is there to redo tells the way.
    const bool isUndo = service::canRedo(study().session());
    const auto distance = [from = at, isUndo](std::size_t to) {
        return to > from ? 2 * (to - from) + (isUndo ? 1 : 0) : 2 * (from - to) + (isUndo ? 0 : 1);
    };
    std::optional<std::size_t> now;
    for (std::size_t each = 0; each < all.size(); ++each) {
        if (all[each] == m_standing && (!now || distance(each) < distance(*now)))
            now = each;
    }
    if (!now) { // others settled it since
        m_steps.erase(found);
        return std::nullopt;
    }
    at = *now;
    return at + 1 < all.size() && all[at + 1].value ? std::optional(all[at + 1]) : std::nullopt;
}

void ConsensusView::goOn(const DraftKey& key, Decision decision) {
    auto& [all, at] = m_steps.try_emplace(key, Steps{{m_standing}, 0}).first->second;
    all.resize(at + 1);
    all.push_back(std::move(decision));
    ++at;
}

void ConsensusView::keepDraft() {
    if (!m_begunOn)
        return;
    const Decision now = m_form->decision();
    if (now != m_untouched && now != m_offered) {
        m_drafts.insert_or_assign(*m_begunOn, now);
        return;
    }
    m_drafts.erase(*m_begunOn);
    if (now == m_offered)
        return;
    // Emptied by hand: what was offered does not come back.
    m_offered = m_untouched;
    if (const auto steps = m_steps.find(*m_begunOn); steps != m_steps.end())
        steps->second.all.resize(steps->second.at + 1);
}

QString ConsensusView::unsaved() const {
    QStringList begun;
    if (!m_drafts.empty())
        begun.append(counted(std::int64_t(m_drafts.size()), tr("A decision was begun and not taken yet."),
                             tr("Decisions on %1 differences were begun and not taken yet.")));
    if (!m_remarkDrafts.empty())
        begun.append(counted(std::int64_t(m_remarkDrafts.size()), tr("A remark was typed and not kept yet."),
                             tr("%1 remarks were typed and not kept yet.")));
    return begun.join(QLatin1Char(' '));
}

bool ConsensusView::saveDraft() {
    if (m_pages->currentIndex() == WorkPage && m_begunOn && m_drafts.contains(*m_begunOn) &&
        m_form->value() && !m_form->reason().isEmpty())
        settle();
    if (!keepRemarks())
        return false;
    if (m_drafts.empty())
        return true;
    // What else was begun is looked at before it is settled.
    showDraft(DraftKey(m_drafts.begin()->first));
    return false;
}

bool ConsensusView::keepRemarks() {
    while (!m_remarkDrafts.empty()) {
        const auto& [key, words] = *m_remarkDrafts.begin();
        service::NewRemark remark;
        const auto round = std::find_if(m_rounds.begin(), m_rounds.end(), [&key](const model::Round& each) {
            return each.id == std::get<model::RoundId>(key);
        });
        remark.round = round != m_rounds.end() ? round->name : m_round;
        remark.unit = std::get<model::UnitId>(key);
        remark.about = std::get<std::string>(key);
        remark.text = toUtf8(words.trimmed());
        const auto kept = service::addRemark(study().session(), remark);
        if (!kept) {
            host().showError(kept.error());
            return false;
        }
        study().announce(kept->changes);
        m_remarkDrafts.erase(m_remarkDrafts.begin());
    }
    return true;
}

void ConsensusView::showDraft(const DraftKey& draft) {
    const auto& [round, unit, name] = draft;
    const auto place = std::find_if(m_rounds.begin(), m_rounds.end(),
                                    [id = round](const model::Round& each) { return each.id == id; });
    const bool isHere = round == m_roundId;
    if (place != m_rounds.end() && !(isHere && m_queue.rowOf(unit, name) >= 0)) {
        const QSignalBlocker quiet(m_filter);
        const QSignalBlocker asQuiet(m_onlyOpen);
        m_filter->setCurrentIndex(0);
        m_onlyOpen->setChecked(false);
        m_queue.setFilter({});
    }
    if (place == m_rounds.end() || (isHere && m_queue.rowOf(unit, name) < 0)) {
        const QString words = m_drafts[draft].reason;
        host().showToast(words.isEmpty()
                             ? tr("The difference on which you had begun a decision is gone.")
                             : tr("What you typed was on a difference that is gone: %1").arg(words));
        m_drafts.erase(draft);
    } else if (isHere) {
        goTo(m_queue.rowOf(unit, name));
    } else {
        m_round = place->name;
        m_roundId = place->id;
        m_roundBox->setCurrentIndex(int(place - m_rounds.begin()));
        readQueue({unit, name});
    }
}

void ConsensusView::discardDraft() {
    m_drafts.clear();
    m_steps.clear();
    m_remarkDrafts.clear();
    m_offered = m_untouched;
    if (m_begunOn)
        m_form->setDecision(m_untouched);
}

} // namespace rapport::ui
