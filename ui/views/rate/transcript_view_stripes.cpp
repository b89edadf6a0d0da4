// SPDX-License-Identifier: GPL-3.0-or-later
// Codings beside a transcript: which are shown and whose, the one that is chosen, and going from one to
// another.
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/stripe_pane.h"
#include "ui/views/rate/transcript_view.h"

#include <QMenu>
#include <QSignalBlocker>
#include <QSplitter>
#include <algorithm>
#include <set>

namespace rapport::ui {

namespace {

/// What it takes, in design pixels, to see every lane that is drawn, and "+n" behind the last.
int neededFor(int lanes) {
    return 20 + std::min(lanes, mostLanes) * lanePitch(lanes) + (lanes > mostLanes ? foldedWidth : 0);
}

/// Lanes that the margin makes room for at once: every time it grows the text is broken anew.
constexpr int laneStep = 4;

} // namespace

void TranscriptView::showFilter() {
    QString shown = m_onlyCode.isNone() || !m_desk.codebook() ? tr("All codes")
                                                              : lookOf(*m_desk.codebook(), m_onlyCode).title;
    if (m_beside.size() == 1)
        shown = tr("%1, with %2").arg(shown, m_otherRaters[*m_beside.begin()]);
    else if (!m_beside.empty())
        shown = tr("%1, with %2 raters").arg(shown).arg(m_beside.size());
    const bool isShort = width() < theme().px(1180);
    m_filter->setText(isShort ? QString() : shown);
    m_filter->setInk(m_onlyCode.isNone() && m_beside.empty() ? Token::Text : Token::Accent);
    m_filter->setAccessibleName(tr("Stripes: %1").arg(shown));
    m_filter->setToolTip(m_filter->accessibleName());
    m_filter->updateGeometry();
}

void TranscriptView::fitMargin() {
    const Theme& look = theme();
    auto* splitter = qobject_cast<QSplitter*>(m_reading->parentWidget());
    if (splitter == nullptr || splitter->width() <= 0)
        return;
    // The text comes first: what it leaves, the stripes get, up to the width of the design; every lane that
    // is drawn is seen, as long as the text keeps room for some words; the others fold into a number.
    const int room = splitter->width() - m_reading->textLeft() - look.px(560);
    const int most = std::max(look.px(76), splitter->width() - m_reading->textLeft() - look.px(320));
    const int least = std::min(look.px(neededFor(std::max(m_marginLanes, laneStep))), most);
    const int wide = std::clamp(room, least, std::max(least, look.px(250)));
    const QSignalBlocker quiet(splitter);
    splitter->setSizes({splitter->width() - wide - splitter->handleWidth(), wide});
}

void TranscriptView::showCodings(bool isOther) {
    std::map<model::CodeId, CodeLook> looks;
    std::vector<Stripe> stripes;
    const auto add = [&](const model::Coding& coding, const QString& rater) {
        const model::Variable* variable = m_desk.codebook()->variable(coding.variable);
        if (variable == nullptr || variable->scale != model::Scale::Presence)
            return;
        if (!m_onlyCode.isNone() && coding.code != m_onlyCode)
            return;
        auto look = looks.find(coding.code);
        if (look == looks.end())
            look = looks.emplace(coding.code, m_desk.lookOfCoding(coding)).first;
        stripes.push_back({coding.id.value, rangeOf(coding), look->second, rater});
    };
    for (const model::Coding& coding : m_transcript.codings)
        add(coding, {});
    for (const auto& [id, coding] : m_others) {
        if (m_beside.contains(coding.rater))
            add(coding, m_otherRaters[coding.rater]);
    }
    m_stripes->setStripes(std::move(stripes), isOther);
    // A lane more than can be seen: the margin grows while one codes, unless its width is somebody's wish.
    if (const int lanes = m_stripes->lanes().count(); lanes > m_marginLanes) {
        m_marginLanes = (lanes + laneStep - 1) / laneStep * laneStep;
        if (!m_isMargined)
            fitMargin();
    }
    std::vector<BlockSigns> signs;
    for (const std::size_t place : m_turnUnits) {
        const service::UnitNote& note = m_transcript.notes[place];
        signs.push_back({note.isComplete, note.isFlagged, !note.memo.empty()});
    }
    m_reading->setSigns(std::move(signs));
    showFilter();
    if (shownCoding(m_chosen) == nullptr)
        m_chosen = 0;
    m_turnShown = nullptr;
    showChosen();
    showPlace();
}

QMenu& TranscriptView::stripeMenu() {
    fillStripeMenu();
    return *m_filterMenu;
}

void TranscriptView::fillStripeMenu() {
    readOthers();
    m_filterMenu->clear();
    const auto add = [this](const QString& text, model::CodeId code) {
        QAction* action = m_filterMenu->addAction(text, this, [this, code] { onlyStripesOf(code); });
        action->setCheckable(true);
        action->setChecked(m_onlyCode == code);
    };
    add(tr("All codes"), {});
    m_filterMenu->addSeparator();
    for (int row = 0; row < m_palette->model().rowCount(); ++row) {
        const PaletteRow* each = m_palette->model().at(row);
        if (!each->isHeading && m_counts.contains(each->code))
            add(QStringLiteral("%1  (%2)").arg(each->look.title).arg(m_counts.at(each->code)), each->code);
    }
    if (!m_otherRaters.empty())
        m_filterMenu->addSeparator();
    for (const auto& [rater, name] : m_otherRaters) {
        QAction* action = m_filterMenu->addAction(tr("Beside mine: %1").arg(name), this,
                                                  [this, rater = rater] { toggleBeside(rater); });
        action->setCheckable(true);
        action->setChecked(m_beside.contains(rater));
    }
}

void TranscriptView::readOthers() {
    m_others.clear();
    m_otherRaters.clear();
    if (m_current < 0 || !m_desk.rater() || !m_desk.round())
        return;
    const auto codings = study().read([this](service::Session& session) {
        return service::codingsOfOthers(session, m_transcript.source, m_desk.rater()->id, *m_desk.round());
    });
    for (const model::Rater& rater : m_desk.raters())
        m_otherRaters.emplace(rater.id, toQt(rater.name));
    std::set<model::RaterId> present;
    for (std::size_t i = 0; codings && i < codings->size(); ++i) {
        const model::Coding& coding = (*codings)[i];
        if (!m_otherRaters.contains(coding.rater))
            continue;
        present.insert(coding.rater);
        m_others.emplace(coding.id.value, coding);
    }
    std::erase_if(m_otherRaters, [&present](const auto& each) { return !present.contains(each.first); });
    std::erase_if(m_beside, [&present](model::RaterId rater) { return !present.contains(rater); });
}

void TranscriptView::toggleBeside(model::RaterId rater) {
    if (m_beside.erase(rater) == 0)
        m_beside.insert(rater);
    showCodings(false);
    m_reading->setFocus(Qt::OtherFocusReason);
}

const model::Coding* TranscriptView::shownCoding(std::int64_t id) const {
    if (const model::Coding* own = codingById(id))
        return own;
    const auto other = m_others.find(id);
    return other != m_others.end() && m_beside.contains(other->second.rater) ? &other->second : nullptr;
}

void TranscriptView::showChosen() {
    const std::int64_t shown = m_hovered != 0 ? m_hovered : m_chosen;
    std::vector<ReadingMark> marks;
    if (const model::Coding* coding = shownCoding(shown)) {
        // What somebody else coded has no handles.
        const bool isMine = codingById(shown) != nullptr;
        marks.push_back({coding->id.value, rangeOf(*coding), m_desk.lookOfCoding(*coding),
                         isMine && coding->id.value == m_chosen});
    }
    m_reading->setMarks(std::move(marks));
    m_stripes->setChosen(m_chosen);
    const model::Coding* coding = shownCoding(m_chosen);
    m_chosenBox->setVisible(coding != nullptr);
    if (coding == nullptr)
        return;
    const bool isMine = codingById(m_chosen) != nullptr;
    const CodeLook look = m_desk.lookOfCoding(*coding);
    m_chosenTag->setLook(look);
    m_chosenTitle->setText(isMine ? look.title
                                  : QStringLiteral("%1, %2").arg(look.title, m_otherRaters[coding->rater]));
    m_chosenHints->setVisible(isMine);
    const text::TextRange range = rangeOf(*coding);
    const int first = m_reading->lineOf(range.begin) + 1;
    const int last = m_reading->lineOf(range.end) + 1;
    m_chosenLines->setText(first == last ? QString::number(first)
                                         : QStringLiteral("%1–%2").arg(first).arg(last));
    QString quote = m_reading->shown().slice(range).simplified();
    if (quote.size() > 140)
        quote = quote.left(90) + QStringLiteral(" … ") + quote.right(30);
    m_chosenQuote->setText(QStringLiteral("“%1”").arg(quote));
}

void TranscriptView::choose(std::int64_t id) {
    m_chosen = id;
    if (const model::Coding* coding = shownCoding(id)) {
        lookAt(coding->code);
        m_reading->ensureVisible(rangeOf(*coding).begin);
    }
    showChosen();
    showPlace();
}

void TranscriptView::cycle(int by) {
    std::vector<std::int64_t> here;
    const int line = m_reading->lineOf(m_reading->caret());
    for (const std::size_t number : m_stripes->meeting(line, line)) {
        const Stripe& stripe = m_stripes->stripes()[number];
        if (stripe.range.begin <= m_reading->caret() && m_reading->caret() <= stripe.range.end)
            here.push_back(stripe.id);
    }
    if (here.empty()) {
        host().showToast(tr("No coding at the caret."));
        return;
    }
    const auto now = std::find(here.begin(), here.end(), m_chosen);
    const int count = int(here.size());
    const int at =
        now == here.end() ? (by > 0 ? 0 : count - 1) : (int(now - here.begin()) + by + count) % count;
    choose(here[std::size_t(at)]);
}

void TranscriptView::goStripe(int direction) {
    const std::vector<Stripe>& stripes = m_stripes->stripes();
    if (stripes.empty())
        return;
    const auto now = std::find_if(stripes.begin(), stripes.end(),
                                  [this](const Stripe& stripe) { return stripe.id == m_chosen; });
    std::size_t next = 0;
    if (now != stripes.end()) {
        const auto place = std::size_t(now - stripes.begin());
        next =
            (place + stripes.size() + std::size_t(direction > 0 ? 1 : stripes.size() - 1)) % stripes.size();
    } else {
        // From the caret on.
        const text::CodePoints caret = m_reading->caret();
        const auto after = std::find_if(stripes.begin(), stripes.end(), [caret](const Stripe& stripe) {
            return stripe.range.begin >= caret;
        });
        const auto place = std::size_t(after - stripes.begin());
        next = direction > 0 ? place % stripes.size() : (place + stripes.size() - 1) % stripes.size();
    }
    m_reading->setCaret(stripes[next].range.begin);
    choose(stripes[next].id);
}

void TranscriptView::onlyStripesOf(model::CodeId code) {
    m_onlyCode = code;
    showCodings(true); // lanes are for what is shown
    m_reading->setFocus(Qt::OtherFocusReason);
}

} // namespace rapport::ui
