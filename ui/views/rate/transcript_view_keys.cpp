// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys do in Rate for transcripts.
#include "text/segmentation.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/coding_edges.h"
#include "ui/views/rate/definition_pane.h"
#include "ui/views/rate/rate_keys.h"
#include "ui/views/rate/selection_popover.h"
#include "ui/views/rate/transcript_view.h"

#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <algorithm>

namespace rapport::ui {

QStringList TranscriptView::actionIds() const {
    return {QStringLiteral("rate.nextTurn"), QStringLiteral("rate.previousTurn"),
            QStringLiteral("rate.complete")};
}

void TranscriptView::connectActions() {
    Actions& actions = host().actions();
    const auto on = [this, &actions](const char* id, std::function<void()> work) {
        actions.on(QString::fromLatin1(id), this, [this, work = std::move(work)] {
            if (isVisible())
                work();
        });
    };
    on("rate.complete", [this] { complete(); });
    on("rate.nextTurn", [this] { goTurn(1); });
    on("rate.previousTurn", [this] { goTurn(-1); });
    on("rate.first", [this] { m_reading->setCaret(text::CodePoints(0)); });
    on("rate.last", [this] { m_reading->setCaret(m_reading->shown().length()); });
    on("rate.selectSentence", [this] { m_reading->selectSentence(); });
    on("rate.selectAll", [this] { m_reading->selectWhole(); });
    on("rate.extend", [this] { moveEdge(false, true); });
    on("rate.shrink", [this] { moveEdge(false, false); });
    on("rate.step", [this] {
        m_movesByWord = !m_movesByWord;
        host().showToast(m_movesByWord ? tr("Alt+arrows move by word") : tr("Alt+arrows move by character"));
    });
    on("rate.cycle", [this] { cycle(1); });
    on("rate.cycleBack", [this] { cycle(-1); });
    on("rate.recode", [this] {
        m_isRecoding = codingById(m_chosen) != nullptr;
        if (m_isRecoding)
            host().showToast(tr("Press the key of the new code, or Esc"));
    });
    on("rate.withdraw", [this] { withdraw(model::CodingId(m_chosen)); });
    on("rate.definition", [this] { m_definition->setPinned(!m_definition->isPinned()); });
    on("rate.filter", [this] { m_palette->startFilter(); });
    on("rate.nextPane", [this] {
        if (m_reading->hasFocus())
            m_palette->list()->setFocus(Qt::TabFocusReason);
        else
            m_reading->setFocus(Qt::TabFocusReason);
    });
    on("rate.previousPane", [this] {
        if (m_reading->hasFocus())
            m_palette->list()->setFocus(Qt::TabFocusReason);
        else
            m_reading->setFocus(Qt::TabFocusReason);
    });
}

void TranscriptView::keyPressEvent(QKeyEvent* event) {
    if (!takeKey(event))
        View::keyPressEvent(event);
}

bool TranscriptView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent*>(event));
    return View::eventFilter(watched, event);
}

bool TranscriptView::takeKey(QKeyEvent* event) {
    if (m_current < 0)
        return false;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isSideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if ((modifiers == Qt::AltModifier || modifiers == (Qt::AltModifier | Qt::ShiftModifier)) && isSideways) {
        moveEdge(modifiers & Qt::ShiftModifier, event->key() == Qt::Key_Right);
        return true;
    }
    if (modifiers == Qt::ControlModifier && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        goTurn(event->key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (modifiers != Qt::NoModifier && modifiers != Qt::ShiftModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            complete();
        return true;
    case Qt::Key_Delete:
        if (!event->isAutoRepeat())
            withdraw(model::CodingId(m_chosen));
        return true;
    case Qt::Key_Escape:
        letGo();
        return true;
    default:
        break;
    }
    const RateKey key = rateKey(*event);
    if (key.kind == RateKey::Slash) {
        m_palette->startFilter();
        return true;
    }
    if (key.kind != RateKey::Letter && key.kind != RateKey::Digit)
        return false;
    const PaletteRow* row = m_palette->model().byKey(key.text);
    if (row != nullptr && !event->isAutoRepeat()) {
        if (modifiers == Qt::ShiftModifier)
            lookAt(row->code);
        else
            code(row->code);
    }
    return true;
}

const model::Unit* TranscriptView::unitOfTurn(std::int64_t turnNumber) const {
    std::int64_t number = 0;
    for (const model::Unit& unit : m_transcript.units) {
        if (unit.kind == model::UnitKind::Turn && ++number == turnNumber)
            return &unit;
    }
    return nullptr;
}

const model::Unit* TranscriptView::wholeUnit() const {
    for (const model::Unit& unit : m_transcript.units) {
        if (unit.kind == model::UnitKind::Transcript)
            return &unit;
    }
    return nullptr;
}

std::optional<service::Target> TranscriptView::targetFor(const model::Variable& variable,
                                                         text::TextRange& range) const {
    const model::Unit* unit = nullptr;
    if (variable.appliesTo(model::UnitKind::Transcript, {})) {
        unit = wholeUnit();
    } else {
        // Turns alone are judged: the range stays within the turn where it begins.
        unit = unitOfTurn(m_reading->blockOf(range.begin) + 1);
        if (unit != nullptr)
            range.end = std::min(range.end, unit->range.end);
    }
    if (unit == nullptr || range.isEmpty())
        return std::nullopt;
    return service::Target{m_desk.rater()->id, m_desk.round()->id, unit->id};
}

bool TranscriptView::run(const std::function<base::Result<service::ChangeSet>(service::Session&)>& act) {
    return study().act(act).has_value();
}

void TranscriptView::code(model::CodeId wanted) {
    m_isAsked = false;
    if (m_isRecoding) {
        m_isRecoding = false;
        const model::CodingId coding(m_chosen);
        run([&](service::Session& session) { return service::recode(session, coding, wanted); });
        return;
    }
    const model::Codebook::Found found = m_desk.codebook()->code(wanted);
    if (found.variable == nullptr)
        return;
    lookAt(wanted);
    if (!m_reading->hasSelection()) {
        const Piece piece = Piece(m_piece->current());
        const int block = m_reading->blockOf(m_reading->caret());
        if (piece == Piece::Free || block < 0) {
            host().showToast(tr("Select words first: Shift+arrows, Alt+Up the sentence, Alt+Down the turn."));
            return;
        }
        if (piece == Piece::Turn)
            m_reading->selectWhole();
        else
            m_reading->selectSentence();
    }
    text::TextRange range = m_reading->selection();
    const auto target = targetFor(*found.variable, range);
    if (!target)
        return;
    // The same code on the same words again: withdrawn.
    for (const model::Coding& coding : m_transcript.codings) {
        if (coding.code == wanted && rangeOf(coding) == range) {
            withdraw(coding.id);
            m_reading->setCaret(range.end);
            return;
        }
    }
    const bool isDone =
        run([&](service::Session& session) { return service::code(session, *target, wanted, range); });
    if (!isDone)
        return;
    std::erase(m_recent, wanted);
    m_recent.insert(m_recent.begin(), wanted);
    m_reading->setCaret(range.end);
    for (const model::Coding& coding : m_transcript.codings) {
        if (coding.code == wanted && rangeOf(coding) == range)
            choose(coding.id.value);
    }
}

void TranscriptView::withdraw(model::CodingId id) {
    const model::Coding* coding = codingById(id.value);
    if (coding == nullptr)
        return;
    const QString title = lookOf(*m_desk.codebook(), coding->code).title;
    if (run([&](service::Session& session) { return service::withdraw(session, id); }))
        host().showToast(tr("%1 withdrawn").arg(title), true);
}

void TranscriptView::choose(std::int64_t id) {
    m_chosen = id;
    if (const model::Coding* coding = codingById(id)) {
        lookAt(coding->code);
        m_reading->ensureVisible(rangeOf(*coding).begin);
    }
    showChosen();
    showPlace();
}

void TranscriptView::cycle(int by) {
    std::vector<std::int64_t> here;
    for (const model::Coding& coding : m_transcript.codings) {
        const text::TextRange range = rangeOf(coding);
        if (range.begin <= m_reading->caret() && m_reading->caret() <= range.end)
            here.push_back(coding.id.value);
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

void TranscriptView::moveEdge(bool movesBegin, bool forward) {
    const model::Coding* coding = codingById(m_chosen);
    if (coding == nullptr)
        return;
    const auto range = movedEdge(*m_reading, rangeOf(*coding), movesBegin, forward,
                                 m_movesByWord ? EdgeStep::Word : EdgeStep::Character);
    if (!range)
        return;
    const model::CodeId moved = coding->code;
    const model::CodingId id = coding->id;
    if (!run([&](service::Session& session) { return service::moveCoding(session, id, *range); }))
        return;
    for (const model::Coding& each : m_transcript.codings) {
        if (each.code == moved && rangeOf(each) == *range)
            choose(each.id.value);
    }
    m_reading->ensureVisible(movesBegin ? range->begin : range->end);
}

void TranscriptView::goTurn(int by) {
    const int block = m_reading->blockOf(m_reading->caret()) + by;
    if (block < 0 || block >= int(m_reading->blocks().size()))
        return;
    m_reading->setCaret(m_reading->blocks()[std::size_t(block)].range.begin);
}

void TranscriptView::complete() {
    const auto target = [this](const model::Unit& unit) {
        return service::Target{m_desk.rater()->id, m_desk.round()->id, unit.id};
    };
    const auto isListed = [this](const model::Unit& unit) {
        return std::any_of(m_desk.units().begin(), m_desk.units().end(),
                           [&unit](const service::UnitItem& item) { return item.id == unit.id; });
    };
    if (Piece(m_piece->current()) != Piece::Free) {
        const model::Unit* unit = unitOfTurn(m_reading->blockOf(m_reading->caret()) + 1);
        if (unit == nullptr || !isListed(*unit))
            return;
        if (run([&](service::Session& session) { return service::complete(session, target(*unit)); }))
            goTurn(1);
        return;
    }
    const model::Unit* whole = wholeUnit();
    if (whole == nullptr || !isListed(*whole) || m_transcript.isComplete)
        return;
    if (!m_isAsked) {
        m_isAsked = true;
        host().showToast(tr("Enter again: you have read all of this transcript"));
        return;
    }
    m_isAsked = false;
    if (run([&](service::Session& session) { return service::complete(session, target(*whole)); }))
        host().showToast(tr("Transcript completed"), true);
}

void TranscriptView::lookAt(model::CodeId id) {
    const model::Codebook::Found found = m_desk.codebook()->code(id);
    if (found.code != nullptr)
        m_definition->show(*found.code);
    m_palette->setCursor(id);
}

void TranscriptView::letGo() {
    m_isAsked = false;
    if (m_isRecoding)
        m_isRecoding = false;
    else if (m_definition->isPinned())
        m_definition->setPinned(false);
    else if (m_reading->hasSelection())
        m_reading->clearSelection();
    else
        choose(0);
    m_reading->setFocus(Qt::OtherFocusReason);
}

} // namespace rapport::ui
