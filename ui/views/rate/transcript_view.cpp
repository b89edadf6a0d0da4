// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/transcript_view.h"

#include "service/reading.h"
#include "text/segmentation.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/views/rate/code_palette.h"
#include "ui/views/rate/definition_pane.h"
#include "ui/views/rate/gold_panel.h"
#include "ui/views/rate/minimap.h"
#include "ui/views/rate/rate_header.h"
#include "ui/views/rate/selection_popover.h"
#include "ui/views/rate/stripe_pane.h"
#include "ui/views/rate/turn_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLayout>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace rapport::ui {

namespace {

QString clockText(std::int64_t ms) {
    const std::int64_t seconds = ms / 1000;
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

/// People who ask, not people who answer: their turns are cursive.
bool isModerator(const std::string& speaker) {
    const QString name = toQt(speaker).toLower();
    return name.startsWith(QLatin1String("moderator")) || name.startsWith(QLatin1String("interviewer")) ||
           name == QLatin1String("i") || name == QLatin1String("mod");
}

constexpr std::size_t likelyCodes = 6;

} // namespace

QString TranscriptView::title() const {
    return tr("Rate");
}

QString TranscriptView::subtitle() const {
    QStringList parts;
    if (m_current >= 0)
        parts.append(m_listed[std::size_t(m_current)].name);
    if (m_desk.codebook())
        parts.append(tr("codebook v%1").arg(m_desk.codebook()->version));
    return parts.join(QStringLiteral("  ·  "));
}

QWidget* TranscriptView::headerWidget() {
    return m_header;
}

void TranscriptView::retranslate() {
    m_piece->setItems({tr("Turn"), tr("Sentence"), tr("Free")});
    m_piece->setAccessibleName(tr("What a key codes when nothing is selected"));
    m_piece->setToolTip(m_piece->accessibleName());
    m_which->setAccessibleName(tr("Transcript"));
    m_reading->setAccessibleName(tr("Transcript"));
    m_stripes->setAccessibleName(tr("Codings beside the text"));
    m_chosenHead->setTitle(tr("Chosen coding"));
    m_chosenHints->setText(
        tr("F7 and a key: another code. Alt+arrows move the end, with Shift the start. Del "
           "withdraws."));
}

void TranscriptView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_definition != nullptr) {
        retranslate();
        showList();
    }
    View::changeEvent(event);
}

void TranscriptView::fold() {
    const Theme& look = theme();
    m_right->setFixedWidth(look.px(296));
    const int definition = m_definition->wholeLines(look.px(150));
    const int most = std::max(definition, m_right->height() / 2);
    m_definition->setFixedHeight(
        m_definition->isPinned() ? std::clamp(m_definition->fullHeight(), definition, most) : definition);
    m_map->setVisible(width() > look.px(860));
    m_rateHeader->setCompact(width() < look.px(1400));
    m_rateHeader->setShort(width() < look.px(1180));
    m_rateHeader->setTight(width() < look.px(768));
    showFilter();
    fitHeader();
    if (!m_isMargined)
        fitMargin();
}

void TranscriptView::fitHeader() {
    const Theme& look = theme();
    const int title = textWidth(look.font(TypeRole::Title), this->title());
    const int room = width() - title - look.px(16 + 3 * 10 + 16);
    const auto fits = [this, room](bool isPieceFolded, bool isPageFolded) {
        if (m_piece->isFolded() != isPieceFolded)
            m_piece->setFolded(isPieceFolded);
        m_rateHeader->setFolded(isPageFolded);
        for (QLayout* row : {m_header->layout(), m_rateHeader->layout()})
            row->setSpacing(theme().px(isPageFolded ? 4 : 10));
        m_rateHeader->layout()->activate();
        m_header->layout()->invalidate();
        return m_header->minimumSizeHint().width() <= room;
    };
    if (!fits(false, false) && !fits(true, false))
        fits(true, true);
}

void TranscriptView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    fold();
}

void TranscriptView::activated() {
    if (m_isStale)
        read(false);
    m_hinted.reset();
    showPlace();
}

void TranscriptView::showHints() {
    const EnterDoes now = enterDoes();
    if (m_hinted == now)
        return;
    m_hinted = now;
    QList<KeyHint> hints{{QStringLiteral("Ctrl+↓"), tr("next turn")},
                         {QStringLiteral("F8"), tr("codings here")}};
    if (now == EnterDoes::Turn)
        hints.push_back({QStringLiteral("Enter"), tr("turn done")});
    else if (now == EnterDoes::Whole)
        hints.push_back({QStringLiteral("Enter"), tr("transcript read")});
    host().setHints(hints);
}

QWidget* TranscriptView::initialFocus() {
    return m_pages->currentIndex() == 0 ? static_cast<QWidget*>(m_empty) : m_reading;
}

void TranscriptView::onChanged(const service::ChangeSet& change) {
    m_desk.onChanged(change);
    if (change.sourcesChanged || change.roundsChanged || change.codebookChanged)
        return; // the list was read anew, and the transcript with it
    const auto touched = std::find_if(change.units.begin(), change.units.end(),
                                      [this](model::UnitId unit) { return m_unitPlaces.contains(unit); });
    if (touched == change.units.end())
        return;
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    read(false);
}

bool TranscriptView::goToChange(const service::ChangeSet& change) {
    if (change.units.size() != 1 || !m_desk.holds(change.units.front(), change.rater, change.round))
        return false;
    const auto place = m_unitPlaces.find(change.units.front());
    if (place == m_unitPlaces.end())
        return false;
    const model::Unit& unit = m_transcript.units[place->second];
    if (unit.kind == model::UnitKind::Turn && !unit.range.contains(m_reading->caret()) &&
        m_reading->caret() != unit.range.end)
        m_reading->setCaret(unit.range.begin);
    return true;
}

bool TranscriptView::keepTyped() {
    m_isMemoKept = true;
    m_turn->closeMemo();
    return m_isMemoKept;
}

void TranscriptView::onViewerChanged() {
    m_placeKey = {}; // where somebody else was
    m_desk.reload();
}

void TranscriptView::open(const ViewTarget& target) {
    m_desk.choose(target.rater, target.round);
    if (m_desk.isReading()) {
        m_wanted = target;
        return;
    }
    const int place = m_desk.placeOf(target.unit);
    const model::SourceId source = !target.source.isNone() ? target.source
                                   : place >= 0            ? m_desk.units()[std::size_t(place)].source
                                                           : model::SourceId();
    for (std::size_t i = 0; i < m_listed.size(); ++i) {
        if (m_listed[i].source != source || int(i) == m_current)
            continue;
        m_current = int(i);
        m_which->setCurrentIndex(m_current);
        read(true);
        break;
    }
    if (m_current < 0 || m_transcript.source != source)
        return;
    if (target.range) {
        m_reading->select(*target.range);
        m_reading->ensureVisible(target.range->begin);
    } else if (const auto turn = m_unitPlaces.find(target.unit); turn != m_unitPlaces.end()) {
        m_reading->setCaret(m_transcript.units[turn->second].range.begin);
    }
}

void TranscriptView::showList() {
    model::SourceId former = m_current >= 0 ? m_listed[std::size_t(m_current)].source : model::SourceId();
    // A list that is shown already keeps its place by itself.
    auto place = m_desk.rememberedPlace();
    if (place && !former.isNone() && m_placeKey.rater == m_desk.rater()->id &&
        m_placeKey.round == m_desk.round()->id)
        place.reset();
    if (place)
        former = model::SourceId(place->id);
    m_listed.clear();
    std::set<model::SourceId> seen;
    for (const service::RatingPlace& item : m_desk.units()) {
        if (!seen.insert(item.source).second)
            continue;
        const bool isTurn = item.kind == model::UnitKind::Turn;
        m_listed.push_back(
            {item.source, isTurn ? model::UnitId() : item.unit,
             item.transcript.empty() ? tr("Transcript %1").arg(m_listed.size() + 1) : toQt(item.transcript)});
    }
    m_which->clear();
    m_current = m_listed.empty() ? -1 : 0;
    for (std::size_t i = 0; i < m_listed.size(); ++i) {
        m_which->addItem(m_listed[i].name);
        if (m_listed[i].source == former)
            m_current = int(i);
    }
    m_which->setCurrentIndex(m_current);
    m_which->setVisible(m_listed.size() > 1);
    fitHeader();
    if (m_desk.isReading())
        m_empty->setWords(tr("Reading the list …"), {});
    else
        m_empty->setWords(
            tr("No transcripts here"),
            tr("Interviews and focus groups stand here, turn by turn. This rater and round have none yet."));
    const bool canImport = host().actions().isConnected(QStringLiteral("file.import")) && !study().viewer() &&
                           !m_desk.isReading();
    m_empty->setAction(canImport ? tr("Import a transcript") : QString(),
                       host().actions().keyText(QStringLiteral("file.import")));
    // Whoever waits for a list, or has it, goes on there.
    const bool hasKeyboard = m_pages->isAncestorOf(QApplication::focusWidget());
    const int before = m_pages->currentIndex();
    m_pages->setCurrentIndex(m_listed.empty() ? 0 : 1);
    if (hasKeyboard && before != m_pages->currentIndex())
        initialFocus()->setFocus(Qt::OtherFocusReason);
    read(true);
    if (place && m_current >= 0 && m_transcript.source.value == place->id)
        m_reading->setCaret(text::CodePoints(place->at));
    if (m_wanted && !m_desk.isReading())
        open(*std::exchange(m_wanted, std::nullopt));
}

std::vector<const model::Variable*> TranscriptView::variables() const {
    std::vector<const model::Variable*> found;
    if (!m_desk.codebook() || !m_desk.round())
        return found;
    const auto& wanted = m_desk.round()->variables;
    for (const model::Variable& variable : m_desk.codebook()->variables) {
        const bool isInRound =
            wanted.empty() || std::find(wanted.begin(), wanted.end(), variable.name) != wanted.end();
        if (isInRound && (variable.appliesTo(model::UnitKind::Turn, {}) ||
                          variable.appliesTo(model::UnitKind::Transcript, {})))
            found.push_back(&variable);
    }
    // What is for transcripts alone comes before what answers share with them.
    std::stable_partition(found.begin(), found.end(),
                          [](const model::Variable* variable) { return variable->prompts.empty(); });
    return found;
}

void TranscriptView::read(bool isOther) {
    m_isStale = false;
    m_turnShown = nullptr;
    if (m_current < 0 || !m_desk.rater() || !m_desk.round()) {
        m_transcript = {};
        readUnits();
        Q_EMIT headerChanged();
        return;
    }
    // Read anew because of what others wrote: nobody loses their place, or the memo that they write.
    const PlaceKey key{m_listed[std::size_t(m_current)].source, m_desk.rater()->id, m_desk.round()->id};
    const bool isSamePlace = key == m_placeKey;
    const text::CodePoints caret = m_reading->caret();
    const int scrolled = m_reading->verticalScrollBar()->value();
    if (isOther) {
        auto transcript = service::transcript(study().session(), m_listed[std::size_t(m_current)].source,
                                              m_desk.rater()->id, m_desk.round()->id);
        if (!transcript) {
            host().showError(transcript.error());
            return;
        }
        m_transcript = std::move(*transcript);
    } else {
        const base::Status fresh =
            service::refreshWork(study().session(), m_transcript, m_desk.rater()->id, m_desk.round()->id);
        if (!fresh) {
            host().showError(fresh.error());
            return;
        }
    }
    if (isOther)
        m_beside.clear();
    if (!m_beside.empty())
        readOthers();
    readUnits();
    if (isOther) {
        std::vector<ReadingBlock> blocks;
        const auto source = service::sourceText(study().session(), m_transcript.source);
        std::int64_t lastPage = 0;
        for (const model::Turn& turn : m_transcript.turns) {
            ReadingBlock block;
            block.range = turn.range;
            block.speaker = toQt(turn.speaker);
            block.time = turn.beginMs ? clockText(*turn.beginMs) : QString();
            const std::int64_t page = source ? model::pageAt(source->pages, turn.range.begin) : 0;
            if (block.time.isEmpty() && page != lastPage)
                block.time = tr("p. %1").arg(page);
            lastPage = page;
            block.isQuiet = isModerator(turn.speaker);
            blocks.push_back(block);
        }
        m_isRefilling = isSamePlace;
        m_reading->setContent(ShownText(m_transcript.text), std::move(blocks),
                              source ? source->item.language : std::string("nl"));
        if (isSamePlace) {
            m_reading->setCaret(caret);
            m_reading->verticalScrollBar()->setValue(scrolled);
        }
        m_isRefilling = false;
        m_placeKey = key;
        if (!isSamePlace)
            m_marginLanes = 0;
        m_chosen = 0;
        m_onlyCode = {};
        m_keys = CodeKeys(*m_desk.codebook(), KeyPlace::Transcripts, m_desk.formerCodes());
        m_stripes->setRater(toQt(m_desk.rater()->name));
        m_palette->model().setRows(paletteRows(variables(), m_keys));
        m_definition->clear();
    }
    showCodings(isOther && !isSamePlace);
    Q_EMIT headerChanged();
}

void TranscriptView::readUnits() {
    m_turnUnits.clear();
    m_unitPlaces.clear();
    m_codingPlaces.clear();
    m_counts.clear();
    m_doneTurns = 0;
    m_ownTurns = 0;
    for (std::size_t i = 0; i < m_transcript.units.size(); ++i) {
        m_unitPlaces.emplace(m_transcript.units[i].id, i);
        if (m_transcript.units[i].kind != model::UnitKind::Turn)
            continue;
        m_turnUnits.push_back(i);
        if (!isListed(&m_transcript.units[i]))
            continue;
        ++m_ownTurns;
        m_doneTurns += i < m_transcript.notes.size() && m_transcript.notes[i].isComplete ? 1 : 0;
    }
    for (std::size_t i = 0; i < m_transcript.codings.size(); ++i) {
        m_codingPlaces.emplace(m_transcript.codings[i].id.value, i);
        ++m_counts[m_transcript.codings[i].code];
    }
}

text::TextRange TranscriptView::rangeOf(const model::Coding& coding) const {
    if (coding.range)
        return *coding.range;
    const auto found = m_unitPlaces.find(coding.unit);
    return found == m_unitPlaces.end() ? text::TextRange{} : m_transcript.units[found->second].range;
}

const model::Coding* TranscriptView::codingById(std::int64_t id) const {
    const auto found = m_codingPlaces.find(id);
    return found == m_codingPlaces.end() ? nullptr : &m_transcript.codings[found->second];
}

void TranscriptView::showPlace() {
    if (m_current < 0)
        return;
    const text::CodePoints caret = m_reading->caret();
    const int line = m_reading->lineOf(caret);
    std::set<model::CodeId> here;
    int overlapping = 0;
    int place = 0;
    for (const std::size_t number : m_stripes->meeting(line, line)) {
        const Stripe& stripe = m_stripes->stripes()[number];
        if (const model::Coding* coding = codingById(stripe.id))
            here.insert(coding->code);
        if (stripe.range.begin <= caret && caret <= stripe.range.end) {
            ++overlapping;
            if (stripe.id == m_chosen)
                place = overlapping;
        }
    }
    m_chosenHead->setCaption(place > 0 ? tr("%1 of %2 here").arg(place).arg(overlapping) : QString());
    m_palette->model().mark([&here](model::CodeId id) { return here.contains(id); },
                            [this](model::CodeId id) {
                                const auto found = m_counts.find(id);
                                return found == m_counts.end() ? -1 : found->second;
                            });
    showTurn();
    if (!isVisible())
        return;
    m_desk.rememberPlace({m_transcript.source.value, caret.value});
    showHints();
    const QLocale locale;
    const int turns = m_ownTurns;
    // Choices and counts are judgements of a turn, not codes given to words.
    const auto codings = std::count_if(
        m_transcript.codings.begin(), m_transcript.codings.end(), [this](const model::Coding& coding) {
            const model::Variable* variable = m_desk.codebook()->variable(coding.variable);
            return variable == nullptr || variable->scale == model::Scale::Presence;
        });
    QString words =
        tr("Line %1 of %2").arg(locale.toString(line + 1), locale.toString(m_reading->lineCount())) +
        QStringLiteral("      ") +
        (codings == 1 ? tr("1 coding") : tr("%1 codings").arg(locale.toString(codings)));
    if (turns > 0)
        words += QStringLiteral(", ") +
                 tr("%1 of %2 turns done").arg(locale.toString(m_doneTurns), locale.toString(turns));
    if (const auto pace = m_desk.pace().secondsPerUnit(); pace && m_doneTurns < turns)
        words += QStringLiteral("      ") +
                 tr("about %1 min left").arg(int(std::ceil(*pace * (turns - m_doneTurns) / 60)));
    if (m_transcript.isComplete)
        words += QStringLiteral("      ") + tr("read to the end");
    host().setPlaceText(words);
}

const model::Unit* TranscriptView::unitAtCaret() const {
    const int block = m_reading->blockOf(m_reading->caret());
    if (block >= 0 && std::size_t(block) < m_turnUnits.size()) {
        const model::Unit& turn = m_transcript.units[m_turnUnits[std::size_t(block)]];
        if (isListed(&turn))
            return &turn;
    }
    const model::Unit* whole = wholeUnit();
    return isListed(whole) ? whole : nullptr;
}

void TranscriptView::showTurn() {
    const model::Unit* unit = unitAtCaret();
    if (unit != nullptr && unit == m_turnShown)
        return;
    m_turnShown = unit;
    // Shown anew while a memo on it is being written: the words stay.
    const auto target = targetAtCaret();
    if (!target || !isSame(*target, m_memoOf))
        m_turn->closeMemo();
    if (unit == nullptr) {
        m_gold->compare(study(), std::nullopt);
        m_turn->setTurn({}, {}, {});
        m_turn->setVisible(false);
        return;
    }
    m_turn->setVisible(true);
    const bool isTurn = unit->kind == model::UnitKind::Turn;
    std::vector<ChoiceRow> rows;
    for (const model::Variable* variable : variables()) {
        if (variable->scale == model::Scale::Presence || !variable->appliesTo(unit->kind, {}))
            continue;
        ChoiceRow row;
        row.variable = variable->id;
        row.title = localText(variable->title);
        row.description = localText(variable->definition);
        row.isCount = variable->scale == model::Scale::Count;
        for (const model::Code& level : variable->codes) {
            CodeLook look = lookOf(level);
            row.levels.push_back({level.id, m_keys.of(level.id), look.title});
        }
        rows.push_back(row);
    }
    // Levels and counts stand on the unit itself.
    for (const model::Coding& coding : m_transcript.codings) {
        if (coding.unit != unit->id || coding.range)
            continue;
        for (ChoiceRow& row : rows) {
            if (row.variable != coding.variable)
                continue;
            row.count = coding.count;
            if (!row.isCount)
                row.chosen = coding.code;
        }
    }
    const std::size_t place = m_unitPlaces.at(unit->id);
    const QString title =
        isTurn ? tr("Turn %1").arg(m_reading->blockOf(m_reading->caret()) + 1) : tr("Whole transcript");
    m_turn->setTurn(title, m_transcript.notes[place], std::move(rows));
    const bool learns =
        m_transcript.notes[place].isComplete && m_desk.round()->kind == model::RoundKind::Training;
    m_gold->compare(study(),
                    learns ? std::optional(service::Target{m_desk.rater()->id, m_desk.round()->id, unit->id})
                           : std::nullopt);
}

void TranscriptView::showPopover() {
    if (!m_reading->hasSelection() || m_current < 0) {
        m_popover->hide();
        return;
    }
    const text::TextRange chosen = m_reading->selection();
    // Codes given last, then those of the passages around.
    std::vector<model::CodeId> likely = m_recent;
    const int line = m_reading->lineOf(chosen.begin);
    constexpr int around = 30; // lines
    for (const std::size_t number : m_stripes->meeting(line - around, line + around)) {
        if (const model::Coding* coding = codingById(m_stripes->stripes()[number].id))
            likely.push_back(coding->code);
    }
    for (int row = 0; row < m_palette->model().rowCount(); ++row) {
        if (!m_palette->model().at(row)->isHeading)
            likely.push_back(m_palette->model().at(row)->code);
    }
    std::vector<CodeLook> looks;
    std::set<model::CodeId> seen;
    for (const model::CodeId code : likely) {
        if (looks.size() >= likelyCodes || m_palette->model().rowOf(code) < 0 || !seen.insert(code).second)
            continue;
        looks.push_back(lookOf(*m_desk.codebook(), code));
        looks.back().key = m_keys.of(code);
    }
    const auto words = text::countWords(m_reading->shown().utf8Slice(chosen));
    const QRect last = m_reading->rectOf(chosen.end);
    m_popover->show(int(words), std::move(looks), last);
}

} // namespace rapport::ui
