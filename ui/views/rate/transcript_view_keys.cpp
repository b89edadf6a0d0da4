// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys do in Rate for transcripts.
#include "service/codebooks.h"
#include "text/segmentation.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/coding_edges.h"
#include "ui/views/rate/definition_pane.h"
#include "ui/views/rate/gold_panel.h"
#include "ui/views/rate/in_vivo.h"
#include "ui/views/rate/rate_header.h"
#include "ui/views/rate/rate_keys.h"
#include "ui/views/rate/selection_popover.h"
#include "ui/views/rate/stop_bar.h"
#include "ui/views/rate/stripe_pane.h"
#include "ui/views/rate/transcript_view.h"
#include "ui/views/rate/turn_panel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <algorithm>
#include <array>

namespace rapport::ui {

QStringList TranscriptView::actionIds() const {
    return {QStringLiteral("rate.nextTurn"), QStringLiteral("rate.previousTurn"),
            QStringLiteral("rate.complete"), QStringLiteral("rate.flag"),
            QStringLiteral("rate.memo"),     QStringLiteral("rate.inVivo")};
}

void TranscriptView::connectActions() {
    Actions& actions = host().actions();
    const auto on = [this, &actions](const char* id, std::function<void()> work) {
        actions.onShown(QString::fromLatin1(id), this, std::move(work));
    };
    on("rate.one", [this] { showPage(host(), m_desk, RatePage::Answers); });
    on("rate.grid", [this] { showPage(host(), m_desk, RatePage::Grid); });
    on("rate.transcripts", [this] { showPage(host(), m_desk, RatePage::Transcripts); });
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
    on("rate.definition", [this] {
        m_definition->setPinned(!m_definition->isPinned());
        fold();
    });
    on("rate.filter", [this] { m_palette->startFilter(); });
    on("rate.flag", [this] { setFlag(); });
    on("rate.memo", [this] { m_turn->isEditing() ? m_turn->closeMemo() : m_turn->openMemo(); });
    on("rate.inVivo", [this] { inVivo(); });
    on("rate.nextUndone", [this] { goUndone(1); });
    on("rate.previousUndone", [this] { goUndone(-1); });
    on("rate.nextMatch", [this] { goStripe(1); });
    on("rate.previousMatch", [this] { goStripe(-1); });
    on("rate.stripes", [this] {
        const model::Coding* coding = codingById(m_chosen);
        onlyStripesOf(m_onlyCode.isNone() && coding != nullptr ? coding->code : model::CodeId());
    });
    on("rate.piece", [this] {
        m_piece->setCurrent((m_piece->current() + 1) % 3);
        const QStringList said{tr("A key codes the turn"), tr("A key codes the sentence"),
                               tr("A key codes the words that are selected")};
        host().showToast(said.at(m_piece->current()));
    });
    const auto nextPane = [this](int by) {
        const std::array<QWidget*, 3> panes{m_reading, m_palette->list(), m_definition};
        const auto now =
            std::find_if(panes.begin(), panes.end(), [](QWidget* pane) { return pane->hasFocus(); });
        const int at = now == panes.end() ? -by : int(now - panes.begin());
        panes[std::size_t((at + by + 3) % 3)]->setFocus(Qt::TabFocusReason);
    };
    on("rate.nextPane", [nextPane] { nextPane(1); });
    on("rate.previousPane", [nextPane] { nextPane(-1); });
}

void TranscriptView::keyPressEvent(QKeyEvent* event) {
    if (!takeKey(event))
        View::keyPressEvent(event);
}

bool TranscriptView::eventFilter(QObject* watched, QEvent* event) {
    // Only now the panes know how wide they may be together.
    if (event->type() == QEvent::Resize && watched == m_reading->parentWidget() && !m_isMargined)
        fitMargin();
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isChoice =
            watched == &m_turn->choices() && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Delete);
        return !isChoice && takeKey(key);
    }
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
    if (m_desk.held() && takeWhileHeld(event))
        return true;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_sequence.reset();
        if (!event->isAutoRepeat())
            complete();
        return true;
    case Qt::Key_Insert:
        if (!event->isAutoRepeat())
            inVivo();
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
    if (key.kind == RateKey::None)
        return false;
    if (event->isAutoRepeat())
        return true;
    switch (key.kind) {
    case RateKey::Comma:
        m_sequence.comma();
        if (m_sequence.isWaiting())
            host().showToast(tr("%1 and the letter of the second row, or Esc").arg(m_sequence.waiting()));
        return true;
    case RateKey::Plus:
    case RateKey::Minus:
        changeCount(key.kind == RateKey::Plus ? 1 : -1);
        return true;
    default:
        break;
    }
    if (!m_sequence.isWaiting()) {
        if (const auto level = m_turn->choices().levelByKey(key.text)) {
            chooseLevel(*level);
            return true;
        }
    }
    return takeCode(m_sequence.letter(key.text), modifiers == Qt::ShiftModifier);
}

bool TranscriptView::takeWhileHeld(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !event->isAutoRepeat()) {
        auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        if (button != nullptr && m_stop->isAncestorOf(button))
            button->click();
        else
            m_stop->retry();
    }
    // Reading goes on; rating does not.
    return isEnter || event->key() == Qt::Key_Delete || rateKey(*event).kind != RateKey::None;
}

bool TranscriptView::takeCode(const QString& key, bool withShift) {
    // A letter without a code does nothing, also not elsewhere.
    if (const PaletteRow* row = m_palette->model().byKey(key)) {
        if (withShift)
            lookAt(row->code);
        else
            code(row->code);
    }
    return true;
}

const model::Unit* TranscriptView::unitOfTurn(std::int64_t turnNumber) const {
    const auto place = std::size_t(turnNumber - 1);
    return turnNumber >= 1 && place < m_turnUnits.size() ? &m_transcript.units[m_turnUnits[place]] : nullptr;
}

const model::Unit* TranscriptView::wholeUnit() const {
    for (const model::Unit& unit : m_transcript.units) {
        if (unit.kind == model::UnitKind::Transcript)
            return &unit;
    }
    return nullptr;
}

bool TranscriptView::isListed(const model::Unit* unit) const {
    return unit != nullptr && m_desk.placeOf(unit->id) >= 0;
}

std::optional<service::Target> TranscriptView::targetFor(const model::Variable& variable,
                                                         text::TextRange& range) const {
    // The whole transcript where that is the rater's to judge, else the turn where the range begins; then the
    // range stays within it.
    const model::Unit* unit = variable.appliesTo(model::UnitKind::Transcript, {}) ? wholeUnit() : nullptr;
    if (!isListed(unit)) {
        unit = variable.appliesTo(model::UnitKind::Turn, {}) ? unitOfTurn(m_reading->blockOf(range.begin) + 1)
                                                             : nullptr;
        if (unit != nullptr)
            range.end = std::min(range.end, unit->range.end);
    }
    if (!isListed(unit)) {
        host().showToast(tr("This turn is not among those given to you in this round."));
        return std::nullopt;
    }
    if (range.isEmpty())
        return std::nullopt;
    return service::Target{m_desk.rater()->id, m_desk.round()->id, unit->id};
}

QString TranscriptView::placeName(text::TextRange range) const {
    return tr("line %1").arg(m_reading->lineOf(range.begin) + 1);
}

std::optional<service::Target> TranscriptView::targetAtCaret() const {
    const model::Unit* unit = unitAtCaret();
    if (unit == nullptr || !m_desk.rater() || !m_desk.round())
        return std::nullopt;
    return service::Target{m_desk.rater()->id, m_desk.round()->id, unit->id};
}

void TranscriptView::chooseLevel(model::CodeId level) {
    if (const auto target = targetAtCaret())
        m_desk.write(m_desk.actName("level", {}, {}), [target = *target, level](service::Session& session) {
            return service::chooseLevel(session, target, level);
        });
}

void TranscriptView::changeCount(int by) {
    const auto variable = m_turn->choices().countInFocus();
    const auto target = targetAtCaret();
    if (!variable || !target)
        return;
    for (const ChoiceRow& row : m_turn->choices().rows()) {
        if (row.variable != *variable)
            continue;
        const std::int64_t count = std::max<std::int64_t>(0, row.count + by);
        if (count == row.count)
            return;
        m_desk.write(m_desk.actName("count", {}, {}),
                     [target = *target, variable = *variable, count](service::Session& session) {
                         return service::setCount(session, target, variable, count);
                     });
        return;
    }
}

void TranscriptView::setFlag() {
    const auto target = targetAtCaret();
    if (!target)
        return;
    const bool isFlagged = !m_transcript.notes[m_unitPlaces.at(target->unit)].isFlagged;
    m_desk.write(m_desk.actName(isFlagged ? "flag" : "unflag", {}, {}),
                 [target = *target, isFlagged](service::Session& session) {
                     return service::setFlag(session, target, isFlagged);
                 });
}

void TranscriptView::code(model::CodeId wanted) {
    m_asked = Asked::Nothing;
    if (m_sequence.reset())
        return;
    if (m_isRecoding) {
        m_isRecoding = false;
        const model::Coding* former = codingById(m_chosen);
        if (former == nullptr || former->code == wanted)
            return;
        const model::CodingId coding = former->id;
        const text::TextRange place = rangeOf(*former);
        const model::Codebook::Found other = m_desk.codebook()->code(wanted);
        const bool isDone = m_desk.write(
            m_desk.actName("recode", other.code != nullptr ? other.code->name : "", placeName(place)),
            [=](service::Session& session) { return service::recode(session, coding, wanted); });
        if (isDone)
            host().showToast(
                tr("Changed to %1").arg(other.code != nullptr ? lookOf(*other.code).title : QString()), true);
        for (const model::Coding& each : m_transcript.codings) {
            if (isDone && each.code == wanted && rangeOf(each) == place) {
                choose(each.id.value);
                break;
            }
        }
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
    const bool isDone = m_desk.write(m_desk.actName("code", found.code->name, placeName(range)),
                                     [target = *target, wanted, range](service::Session& session) {
                                         return service::code(session, target, wanted, range);
                                     });
    if (!isDone)
        return;
    std::erase(m_recent, wanted);
    m_recent.insert(m_recent.begin(), wanted);
    m_reading->setCaret(range.end);
    for (const model::Coding& coding : m_transcript.codings) {
        if (coding.code == wanted && rangeOf(coding) == range) {
            choose(coding.id.value);
            break;
        }
    }
}

void TranscriptView::withdraw(model::CodingId id) {
    const model::Coding* coding = codingById(id.value);
    if (coding == nullptr)
        return;
    const QString title = m_desk.lookOfCoding(*coding).title;
    const model::Codebook::Found found = m_desk.codebook()->code(coding->code);
    const QString what = m_desk.actName("withdraw", found.code != nullptr ? found.code->name : toUtf8(title),
                                        placeName(rangeOf(*coding)));
    if (m_desk.write(what, [id](service::Session& session) { return service::withdraw(session, id); }))
        host().showToast(tr("%1 withdrawn").arg(title), true);
}

void TranscriptView::resizeTo(std::int64_t id, text::TextRange range) {
    const model::Coding* coding = codingById(id);
    if (coding == nullptr || range.isEmpty() || rangeOf(*coding) == range)
        return;
    const model::CodeId moved = coding->code;
    const model::CodingId former = coding->id;
    const model::Codebook::Found found = m_desk.codebook()->code(moved);
    const QString what =
        m_desk.actName("move", found.code != nullptr ? found.code->name : "", placeName(range));
    const bool isDone = m_desk.write(what, [former, range](service::Session& session) {
        return service::moveCoding(session, former, range);
    });
    if (!isDone) {
        showChosen(); // where it was
        return;
    }
    for (const model::Coding& each : m_transcript.codings) {
        if (each.code == moved && rangeOf(each) == range) {
            choose(each.id.value);
            break;
        }
    }
}

void TranscriptView::moveEdge(bool movesBegin, bool forward) {
    const model::Coding* coding = codingById(m_chosen);
    if (coding == nullptr)
        return;
    const auto range = movedEdge(*m_reading, rangeOf(*coding), movesBegin, forward,
                                 m_movesByWord ? EdgeStep::Word : EdgeStep::Character);
    if (!range)
        return;
    resizeTo(m_chosen, *range);
    m_reading->ensureVisible(movesBegin ? range->begin : range->end);
}

void TranscriptView::goUndone(int direction) {
    const int count = int(m_turnUnits.size());
    const int now = m_reading->blockOf(m_reading->caret());
    for (int step = 1; step <= count; ++step) {
        const int at = ((now + direction * step) % count + count) % count;
        const std::size_t place = m_turnUnits[std::size_t(at)];
        if (!m_transcript.notes[place].isComplete && m_desk.placeOf(m_transcript.units[place].id) >= 0) {
            m_reading->setCaret(m_reading->blocks()[std::size_t(at)].range.begin);
            return;
        }
    }
    host().showToast(tr("All turns of this transcript are done."));
}

void TranscriptView::inVivo() {
    if (!m_reading->hasSelection()) {
        host().showToast(tr("Select the words first; they become the code."));
        return;
    }
    if (study().viewer()) {
        host().showToast(
            tr("Only the coordinator adds codes. F2 writes the words as a memo, F4 flags them."));
        return;
    }
    const text::TextRange range = m_reading->selection();
    const std::string words(m_reading->shown().utf8Slice(range));
    // Free coding judges the whole; where nothing does, its turns are judged.
    auto made = isListed(wholeUnit()) ? withInVivoCode(*m_desk.codebook(), words, model::UnitKind::Transcript)
                                      : std::nullopt;
    if (!made)
        made = withInVivoCode(*m_desk.codebook(), words, model::UnitKind::Turn);
    if (!made)
        return;
    const std::int64_t before = m_desk.codebook()->version;
    if (made->isNew) {
        const model::SourceId source = m_transcript.source;
        const bool isMade =
            m_desk.write(tr("new code"), [codebook = std::move(made->codebook)](service::Session& session) {
                return service::putCodebook(session, codebook);
            });
        if (!isMade)
            return;
        // The list was read anew: back to where the words are.
        if (m_current < 0 || m_transcript.source != source)
            return;
        m_reading->select(range);
    }
    const model::Codebook::Found found = m_desk.codebook()->code(std::string_view(made->name));
    if (found.code == nullptr)
        return;
    code(found.code->id);
    const QString title = lookOf(*found.code).title;
    const std::int64_t version = m_desk.codebook()->version;
    host().showToast(version == before
                         ? tr("Coded as “%1”").arg(title)
                         : tr("Coded as “%1”, new in version %2: texts completed before are missing for it")
                               .arg(title)
                               .arg(version),
                     true);
}

void TranscriptView::goTurn(int by) {
    const int block = m_reading->blockOf(m_reading->caret()) + by;
    if (block < 0 || block >= int(m_reading->blocks().size()))
        return;
    m_reading->setCaret(m_reading->blocks()[std::size_t(block)].range.begin);
}

TranscriptView::EnterDoes TranscriptView::enterDoes() const {
    if (m_doneTurns < m_ownTurns)
        return EnterDoes::Turn;
    return isListed(wholeUnit()) && !m_transcript.isComplete ? EnterDoes::Whole : EnterDoes::Nothing;
}

bool TranscriptView::isTurnBare(const model::Unit& turn) const {
    // Codes for turns say nothing where the codebook has none.
    const auto all = variables();
    const auto isCode = [](const model::Variable& variable) {
        return variable.scale == model::Scale::Presence && variable.appliesTo(model::UnitKind::Turn, {});
    };
    if (std::none_of(all.begin(), all.end(), [&](const auto* variable) { return isCode(*variable); }))
        return false;
    return std::none_of(
        m_transcript.codings.begin(), m_transcript.codings.end(), [&](const model::Coding& coding) {
            const model::Variable* variable = m_desk.codebook()->variable(coding.variable);
            const text::TextRange range = rangeOf(coding);
            return variable != nullptr && variable->scale == model::Scale::Presence &&
                   (coding.unit == turn.id ||
                    (coding.range && range.begin < turn.range.end && turn.range.begin < range.end));
        });
}

bool TranscriptView::asks(Asked question, const model::Unit& unit) {
    const bool isAnswered = m_asked >= question && m_askedOf == unit.id;
    if (!isAnswered) {
        m_asked = question;
        m_askedOf = unit.id;
    }
    return !isAnswered;
}

void TranscriptView::complete() {
    const model::Unit* turn = unitOfTurn(m_reading->blockOf(m_reading->caret()) + 1);
    if (isListed(turn) && !m_transcript.notes[m_unitPlaces.at(turn->id)].isComplete) {
        completeTurn(*turn);
        return;
    }
    switch (enterDoes()) {
    case EnterDoes::Turn:
        if (isListed(turn))
            goTurn(1);
        else
            host().showToast(tr("This turn is not among those given to you in this round."));
        return;
    case EnterDoes::Whole:
        completeWhole();
        return;
    case EnterDoes::Nothing:
        goTurn(1);
        return;
    }
}

void TranscriptView::completeTurn(const model::Unit& turn) {
    for (const ChoiceRow& row : m_turn->choices().rows()) {
        if (row.isCount || row.chosen)
            continue;
        if (asks(Asked::OpenChoice, turn)) {
            m_turn->choices().focusVariable(row.variable);
            host().showToast(tr("%1 is open. Choose, or Enter again leaves it open").arg(row.title));
            return;
        }
        break;
    }
    if (isTurnBare(turn) && asks(Asked::NothingCoded, turn)) {
        host().showToast(tr("Nothing coded. Enter again: none applies"));
        return;
    }
    m_asked = Asked::Nothing;
    const service::Target at{m_desk.rater()->id, m_desk.round()->id, turn.id};
    if (!m_desk.write(m_desk.actName("complete", {}, placeName(turn.range)),
                      [at](service::Session& session) { return service::complete(session, at); }))
        return;
    m_desk.pace().completed(base::Clock::system().now());
    // What is to be learnt from is looked at first; the next Enter goes on.
    if (!m_gold->hasFeedback())
        goTurn(1);
}

void TranscriptView::completeWhole() {
    const model::Unit& whole = *wholeUnit();
    if (asks(Asked::Whole, whole)) {
        host().showToast(tr("Enter again: you have read all of this transcript"));
        return;
    }
    m_asked = Asked::Nothing;
    const service::Target at{m_desk.rater()->id, m_desk.round()->id, whole.id};
    if (m_desk.write(m_desk.actName("complete", {}, {}),
                     [at](service::Session& session) { return service::complete(session, at); }))
        host().showToast(tr("Transcript completed"), true);
}

void TranscriptView::lookAt(model::CodeId id) {
    const model::Codebook::Found found = m_desk.codebook()->code(id);
    if (found.code != nullptr)
        m_definition->show(*found.code, m_keys.of(id));
    m_palette->setCursor(id);
}

void TranscriptView::letGo() {
    m_asked = Asked::Nothing;
    if (m_sequence.reset())
        return;
    if (m_isRecoding) {
        m_isRecoding = false;
    } else if (m_definition->isPinned()) {
        m_definition->setPinned(false);
        fold();
    } else if (m_reading->hasSelection()) {
        m_reading->clearSelection();
    } else {
        choose(0);
    }
    m_reading->setFocus(Qt::OtherFocusReason);
}

} // namespace rapport::ui
