// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys do in Rate for answers.
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/action_bar.h"
#include "ui/views/rate/answers_view.h"
#include "ui/views/rate/case_panel.h"
#include "ui/views/rate/choices_panel.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/coded_list.h"
#include "ui/views/rate/coding_edges.h"
#include "ui/views/rate/definition_pane.h"
#include "ui/views/rate/gold_panel.h"
#include "ui/views/rate/rate_header.h"
#include "ui/views/rate/rate_keys.h"
#include "ui/views/rate/stop_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QInputDialog>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <algorithm>

namespace rapport::ui {

QStringList AnswersView::actionIds() const {
    return {QStringLiteral("rate.next"), QStringLiteral("rate.previous"), QStringLiteral("rate.complete"),
            QStringLiteral("rate.flag"), QStringLiteral("rate.memo")};
}

void AnswersView::connectActions() {
    Actions& actions = host().actions();
    const auto on = [this, &actions](const char* id, std::function<void()> work) {
        actions.onShown(QString::fromLatin1(id), this, std::move(work));
    };
    on("rate.one", [this] { showPage(host(), m_desk, RatePage::Answers); });
    on("rate.grid", [this] { showPage(host(), m_desk, RatePage::Grid); });
    on("rate.transcripts", [this] { showPage(host(), m_desk, RatePage::Transcripts); });
    on("rate.complete", [this] { complete(false); });
    on("rate.completeStay", [this] { complete(true); });
    on("rate.reopen", [this] { m_desk.reopen(); });
    on("rate.next", [this] { m_desk.step(1); });
    on("rate.previous", [this] { m_desk.step(-1); });
    on("rate.nextUndone", [this] { m_desk.stepUndone(1); });
    on("rate.previousUndone", [this] { m_desk.stepUndone(-1); });
    on("rate.first", [this] { m_desk.goTo(0); });
    on("rate.last", [this] { m_desk.goTo(int(m_desk.units().size()) - 1); });
    on("rate.number", [this] {
        auto* dialog = new QInputDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Go to number"));
        dialog->setLabelText(tr("Number of the answer, 1 to %1").arg(m_desk.units().size()));
        dialog->setInputMode(QInputDialog::IntInput);
        dialog->setIntRange(1, std::max(1, int(m_desk.units().size())));
        dialog->setIntValue(m_desk.index() + 1);
        connect(dialog, &QInputDialog::intValueSelected, this,
                [this](int number) { m_desk.goTo(number - 1); });
        dialog->open();
    });
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
        if (codingById(m_chosen) == nullptr)
            cycle(1);
        m_isRecoding = codingById(m_chosen) != nullptr;
        showBar();
    });
    on("rate.withdraw", [this] { withdraw(m_chosen); });
    on("rate.definition", [this] {
        if (m_definition->code().isNone() && codingById(m_chosen) != nullptr)
            lookAt(codingById(m_chosen)->code);
        m_definition->setPinned(!m_definition->isPinned() || m_right->isHidden());
        bringCodes();
        fold();
    });
    on("rate.memo", [this] { m_memoEdit->isHidden() ? openMemo() : void(closeMemo()); });
    on("rate.flag", [this] {
        if (m_desk.hasUnit())
            m_desk.setFlag(!m_desk.work().item.isFlagged);
    });
    on("rate.filter", [this] {
        bringCodes();
        m_palette->startFilter();
    });
    on("rate.nextPane", [this] { nextPane(1); });
    on("rate.previousPane", [this] { nextPane(-1); });
    on("rate.case", [this] {
        m_caseWanted = !m_case->isVisible();
        fold();
    });
    on("rate.only", [this] {
        m_isOnlyAnswer = !m_isOnlyAnswer;
        fold();
        m_reading->setFocus(Qt::OtherFocusReason);
    });
}

void AnswersView::keyPressEvent(QKeyEvent* event) {
    if (!takeKey(event))
        View::keyPressEvent(event);
}

bool AnswersView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_center || watched == m_bar) {
        if (event->type() == QEvent::Resize) {
            fitHead();
            fitReading();
        }
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (watched == m_memoEdit) {
            if (key->key() == Qt::Key_Escape) {
                closeMemo();
                return true;
            }
            return false;
        }
        // Keys that the pane itself needs come first there.
        if (watched == m_coded && (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Space))
            return false;
        return takeKey(key);
    }
    if (watched == m_memoEdit && event->type() == QEvent::FocusOut)
        closeMemo();
    return View::eventFilter(watched, event);
}

bool AnswersView::takeWhileHeld(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !event->isAutoRepeat()) {
        auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        if (button != nullptr && m_stop->isAncestorOf(button))
            button->click();
        else
            m_stop->retry();
    }
    // Reading goes on; rating does not.
    return isEnter || rateKey(*event).kind != RateKey::None;
}

void AnswersView::released() {
    const bool movesOn = m_movesOnWhenWritten && m_desk.hasUnit() && m_desk.work().completedAt;
    m_movesOnWhenWritten = false;
    m_reading->setFocus(Qt::OtherFocusReason);
    if (movesOn && !m_gold->hasFeedback())
        moveOn();
}

bool AnswersView::takeKey(QKeyEvent* event) {
    if (!m_desk.hasUnit() || m_pages->currentIndex() == 0)
        return false;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = modifiers == Qt::NoModifier;
    const bool isShift = modifiers == Qt::ShiftModifier;
    if (modifiers == Qt::AltModifier || modifiers == (Qt::AltModifier | Qt::ShiftModifier)) {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
            moveEdge(modifiers & Qt::ShiftModifier, event->key() == Qt::Key_Right);
            return true;
        }
        return false;
    }
    if (!isPlain && !isShift)
        return false;
    if (m_desk.held() && takeWhileHeld(event))
        return true;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_sequence.reset();
        if (!event->isAutoRepeat())
            complete(isShift);
        return true;
    case Qt::Key_PageDown:
        m_desk.step(1);
        return true;
    case Qt::Key_PageUp:
        m_desk.step(-1);
        return true;
    case Qt::Key_Delete:
        if (!event->isAutoRepeat())
            withdraw(m_chosen);
        return true;
    case Qt::Key_Escape:
        letGo();
        return true;
    default:
        break;
    }
    const RateKey key = rateKey(*event);
    switch (key.kind) {
    case RateKey::Letter:
        return event->isAutoRepeat() || takeLetter(key.text, isShift);
    case RateKey::Comma:
        if (!event->isAutoRepeat())
            m_sequence.comma();
        showBar();
        return true;
    case RateKey::Digit: {
        if (event->isAutoRepeat())
            return true;
        if (m_sequence.isWaiting())
            return takeLetter(key.text, false);
        if (const auto level = m_choices->levelByKey(key.text)) {
            chooseLevel(*level);
            return true;
        }
        return takeLetter(key.text, false);
    }
    case RateKey::Plus:
    case RateKey::Minus:
        if (!event->isAutoRepeat())
            changeCount(key.kind == RateKey::Plus ? 1 : -1);
        return true;
    case RateKey::Slash:
        bringCodes();
        m_palette->startFilter();
        return true;
    case RateKey::None:
        break;
    }
    return false;
}

bool AnswersView::takeLetter(const QString& letter, bool withShift) {
    const bool waited = m_sequence.isWaiting();
    const PaletteRow* row = m_palette->model().byKey(m_sequence.letter(letter));
    if (waited)
        showBar();
    if (row == nullptr)
        return true; // a letter without a code does nothing, also not elsewhere
    if (withShift) {
        m_definition->setPinned(false);
        lookAt(row->code);
        bringCodes();
        fold();
        return true;
    }
    code(row->code);
    return true;
}

const model::Coding* AnswersView::codingById(model::CodingId id) const {
    if (!m_desk.hasUnit() || id.isNone())
        return nullptr;
    for (const model::Coding& coding : m_desk.work().codings) {
        if (coding.id == id)
            return &coding;
    }
    return nullptr;
}

void AnswersView::code(model::CodeId wanted) {
    m_asked = Asked::Nothing;
    if (m_isRecoding) {
        m_isRecoding = false;
        if (const model::Coding* former = codingById(m_chosen)) {
            // Another code is another coding for the journal; the eye stays on it.
            const auto place = former->range;
            const bool isDone = m_desk.recode(m_chosen, wanted);
            for (const model::Coding& each : m_desk.codingsOf(wanted)) {
                if (isDone && each.range == place) {
                    choose(each.id);
                    break;
                }
            }
        }
        showBar();
        return;
    }
    const std::vector<model::Coding> there = m_desk.codingsOf(wanted);
    if (!m_reading->hasSelection()) {
        m_desk.toggle(wanted, std::nullopt);
    } else {
        const text::TextRange range = inSource(m_reading->selection());
        const auto same =
            std::find_if(there.begin(), there.end(), [&](const auto& c) { return c.range == range; });
        const auto whole = std::find_if(there.begin(), there.end(), [](const auto& c) { return !c.range; });
        const bool isDone = same != there.end()    ? m_desk.withdraw(same->id)
                            : whole != there.end() ? m_desk.move(whole->id, range)
                                                   : m_desk.toggle(wanted, range);
        if (isDone)
            m_reading->clearSelection();
    }
    lookAt(wanted);
    // The coding just made is the chosen one: its ends can be moved at once.
    const std::vector<model::Coding> now = m_desk.codingsOf(wanted);
    m_chosen = now.empty() ? model::CodingId() : now.back().id;
    m_coded->choose(m_chosen);
    showMarks();
}

void AnswersView::chooseLevel(model::CodeId level) {
    m_isChoosing = m_isChoosing || m_asked == Asked::OpenChoice;
    m_asked = Asked::Nothing;
    m_desk.chooseLevel(level);
    // Answering the bar's question leads to the next one, and after the last gives the text its focus back.
    if (m_isChoosing) {
        const std::vector<model::VariableId> open = m_desk.openChoices();
        if (open.empty()) {
            m_isChoosing = false;
            m_reading->setFocus(Qt::OtherFocusReason);
        } else {
            focusChoice(open.front());
        }
    }
    showBar();
}

void AnswersView::changeCount(int by) {
    const auto variable = m_choices->countInFocus();
    if (variable)
        m_desk.setCount(*variable, std::max<std::int64_t>(0, m_desk.countOf(*variable) + by));
}

void AnswersView::complete(bool stays) {
    if (!m_desk.hasUnit())
        return;
    if (m_desk.work().completedAt) {
        if (!stays)
            moveOn();
        return;
    }
    const std::vector<model::VariableId> open = m_desk.openChoices();
    if (!open.empty() && m_asked == Asked::Nothing) {
        m_asked = Asked::OpenChoice;
        focusChoice(open.front());
        showBar();
        return;
    }
    const bool hasCodes = !m_palette->model().isEmpty();
    if (hasCodes && m_desk.presenceCodings() == 0 && m_asked != Asked::NothingCoded) {
        m_asked = Asked::NothingCoded;
        showBar();
        return;
    }
    m_asked = Asked::Nothing;
    m_movesOnWhenWritten = !stays;
    // What is to be learnt from is looked at first; the next Enter goes on.
    if (m_desk.complete() && !stays && !m_gold->hasFeedback())
        moveOn();
}

void AnswersView::moveOn() {
    if (m_desk.stepUndone(1)) {
        m_reading->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_desk.doneCount() == int(m_desk.units().size()))
        host().showToast(tr("All %1 answers of this list are done.").arg(m_desk.units().size()));
}

void AnswersView::toggleQuote(model::CodingId id) {
    const model::Coding* coding = codingById(id);
    if (coding == nullptr)
        return;
    if (coding->range)
        m_desk.move(id, std::nullopt);
    else if (m_reading->hasSelection())
        m_desk.move(id, inSource(m_reading->selection()));
    else
        host().showToast(tr("Select the words first (Alt+Up: the sentence), then Space."));
}

void AnswersView::withdraw(model::CodingId id) {
    const model::Coding* coding = codingById(id);
    if (coding == nullptr)
        return;
    const QString title = m_desk.lookOfCoding(*coding).title;
    if (m_desk.withdraw(id))
        host().showToast(tr("%1 withdrawn").arg(title), true);
}

void AnswersView::choose(model::CodingId id) {
    m_chosen = id;
    m_coded->choose(id);
    if (const model::Coding* coding = codingById(id)) {
        lookAt(coding->code);
        if (coding->range)
            m_reading->ensureVisible(inUnit(*coding->range).begin);
    }
    showMarks();
}

void AnswersView::cycle(int by) {
    std::vector<model::CodingId> here;
    for (const model::Coding& coding : m_desk.work().codings) {
        if (!coding.range)
            continue;
        const text::TextRange range = inUnit(*coding.range);
        if (range.begin <= m_reading->caret() && m_reading->caret() <= range.end)
            here.push_back(coding.id);
    }
    if (here.empty()) {
        for (const CodedRow* row = m_coded->rows().at(0); row != nullptr;
             row = m_coded->rows().at(int(here.size())))
            here.push_back(row->coding);
    }
    if (here.empty())
        return;
    const auto now = std::find(here.begin(), here.end(), m_chosen);
    const int count = int(here.size());
    const int at =
        now == here.end() ? (by > 0 ? 0 : count - 1) : (int(now - here.begin()) + by + count) % count;
    choose(here[std::size_t(at)]);
}

void AnswersView::moveEdge(bool movesBegin, bool forward) {
    const model::Coding* coding = codingById(m_chosen);
    if (coding == nullptr || !coding->range)
        return;
    const auto range = movedEdge(*m_reading, inUnit(*coding->range), movesBegin, forward,
                                 m_movesByWord ? EdgeStep::Word : EdgeStep::Character);
    if (!range)
        return;
    const model::CodeId code = coding->code;
    const text::TextRange wanted = inSource(*range);
    if (!m_desk.move(m_chosen, wanted))
        return;
    // Moving is another coding for the journal; the eye follows it.
    for (const model::Coding& each : m_desk.codingsOf(code)) {
        if (each.range == wanted)
            choose(each.id);
    }
}

void AnswersView::lookAt(model::CodeId id) {
    const model::Codebook::Found found = m_desk.codebook()->code(id);
    if (found.code != nullptr)
        m_definition->show(*found.code, m_keys.of(id));
    m_palette->setCursor(id);
}

void AnswersView::letGo() {
    if (m_sequence.reset()) {
        showBar();
    } else if (m_definition->isPinned()) {
        m_definition->setPinned(false);
        fold();
    } else if (m_isRecoding || m_asked != Asked::Nothing) {
        m_isRecoding = false;
        m_asked = Asked::Nothing;
        showBar();
    } else if (m_reading->hasSelection()) {
        m_reading->clearSelection();
    } else if (!m_chosen.isNone()) {
        choose(model::CodingId());
    }
    m_reading->setFocus(Qt::OtherFocusReason);
}

void AnswersView::openMemo() {
    if (!m_desk.hasUnit())
        return;
    m_memo->hide();
    m_memoOf = m_desk.target();
    m_memoEdit->setPlainText(toQt(m_desk.work().memo));
    m_memoEdit->show();
    fitReading();
    m_memoEdit->setFocus(Qt::OtherFocusReason);
    m_memoEdit->moveCursor(QTextCursor::End);
}

bool AnswersView::closeMemo() {
    if (m_memoEdit->isHidden())
        return true;
    m_memoEdit->hide();
    const bool isWritten = !m_memoEdit->document()->isModified() ||
                           m_desk.setMemo(m_memoOf, m_memoEdit->toPlainText().trimmed());
    m_memo->setVisible(!m_memo->text().isEmpty());
    fitReading();
    m_reading->setFocus(Qt::OtherFocusReason);
    return isWritten;
}

bool AnswersView::keepTyped() {
    return closeMemo();
}

void AnswersView::nextPane(int by) {
    const QList<QWidget*> panes{m_reading, m_coded, m_palette->list(), m_choices, m_definition, m_case};
    QList<QWidget*> shown;
    for (QWidget* pane : panes) {
        if (pane->isVisible())
            shown.append(pane);
    }
    if (shown.isEmpty())
        return;
    qsizetype now = 0;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (shown.at(i)->hasFocus())
            now = i;
    }
    shown.at((now + by + shown.size()) % shown.size())->setFocus(Qt::TabFocusReason);
}

} // namespace rapport::ui
