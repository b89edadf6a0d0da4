// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/consensus/consensus_view.h"

#include "service/kept_differences.h"
#include "service/rating.h"
#include "text/segmentation.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/views/consensus/beside_panel.h"
#include "ui/views/consensus/consensus_list.h"
#include "ui/views/consensus/decision_form.h"
#include "ui/views/consensus/definition_dialog.h"
#include "ui/views/consensus/rater_sides.h"
#include "ui/views/consensus/remark_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <algorithm>
#include <utility>

namespace rapport::ui {

namespace {

/// The list is one line; what does not fit is cut anyway.
constexpr qsizetype longestSnippet = 200;
constexpr int mostPrecedents = 6;

} // namespace

/// What a job reads: the differences of a round with the texts of their units.
struct ConsensusView::Read {
    std::vector<service::Disagreement> rows;
    std::vector<std::string> texts;
    std::map<std::pair<std::string, std::string>, QString> reasons;
    std::int64_t keptBack = 0;
};

namespace {

QString saidBy(const std::vector<std::string>& by, const QString& reason) {
    QStringList names;
    for (const std::string& name : by)
        names.append(toQt(name));
    return QStringLiteral("%1: %2").arg(names.join(QStringLiteral(", ")), reason);
}

Decision decisionOf(const std::string& value, const std::vector<std::string>& by, std::size_t raters,
                    const std::string& reason) {
    return {value, by.size() == 1 && raters > 1 ? std::optional(by.front()) : std::nullopt, toQt(reason)};
}

/// What stands of it as settled; nothing is chosen where it is open.
Decision standingIn(const service::Discussion& discussion, const service::Disagreement& row) {
    for (const service::SettledItem& each : discussion.history) {
        if ((each.code.empty() ? each.variable : each.code) == settledName(row) && !each.isTakenBack &&
            !each.isReplaced)
            return decisionOf(each.value, each.by, discussion.sides.size(), each.reason);
    }
    return {};
}

QString timeText(base::Instant instant) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count()),
                              QLocale::ShortFormat);
}

} // namespace

QString ConsensusView::title() const {
    return tr("Consensus");
}

QString ConsensusView::subtitle() const {
    return toQt(m_round);
}

QStringList ConsensusView::actionIds() const {
    return {QStringLiteral("consensus.settle"), QStringLiteral("consensus.previous"),
            QStringLiteral("consensus.later"),  QStringLiteral("consensus.back"),
            QStringLiteral("consensus.remark"), QStringLiteral("consensus.define")};
}

QWidget* ConsensusView::initialFocus() {
    return m_pages->currentIndex() == WorkPage ? static_cast<QWidget*>(m_list) : this;
}

void ConsensusView::activated() {
    sayHints();
    if (m_isStale)
        readRounds();
}

void ConsensusView::sayHints() {
    if (m_pages->currentIndex() == EmptyPage)
        host().setHints({});
    else
        host().setHints({{QStringLiteral("1 0"), tr("decide")},
                         {host().actions().keyText(QStringLiteral("consensus.settle")), tr("settle")},
                         {host().actions().keyText(QStringLiteral("consensus.remark")), tr("remark")}});
}

void ConsensusView::showPage(int page) {
    m_pages->setCurrentIndex(page);
    if (isVisible())
        sayHints();
}

void ConsensusView::onViewerChanged() {
    readRounds();
}

void ConsensusView::onChanged(const service::ChangeSet& change) {
    if (m_isSettling)
        return;
    if (change.act == "note" && isVisible() && isShown(change.units)) {
        readRemarks();
        return;
    }
    m_isStale = true;
    if (!isVisible())
        return;
    if (change.roundsChanged || m_round.empty()) {
        readRounds();
        return;
    }
    const Place shown = here();
    // Undo returns to the place that it changes; what others do leaves people where they are.
    bool isElsewhere = false;
    if (!change.act.empty() && change.units.size() == 1 && shown.first != change.units.front()) {
        for (int each = 0; m_queue.at(each) != nullptr; ++each)
            isElsewhere = isElsewhere || m_queue.at(each)->what.unit == change.units.front();
    } else if ((change.act == "adjudicate" || change.act == "unsettle") && change.units.size() == 1) {
        isElsewhere = !change.object.empty() && shown.second != change.object;
    }
    if (isElsewhere)
        readQueue({change.units.front(), change.object});
    else
        readQueue(here());
}

void ConsensusView::open(const ViewTarget& target) {
    // Who comes back finds what was shown; what is stale was read anew by then.
    if (target.words.isEmpty() && target.round.isNone() && target.unit.isNone() && target.code.isNone())
        return;
    if (!target.words.isEmpty())
        m_round = toUtf8(target.words);
    if (!target.words.isEmpty() || !target.round.isNone())
        m_roundId = target.round;
    readRounds();
    const auto found = study().codebook()->code(target.code);
    readQueue({target.unit, found.code != nullptr ? found.code->name : std::string()});
}

void ConsensusView::changeEvent(QEvent* event) {
    View::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_isStale = true;
        if (isVisible())
            readRounds();
    }
}

void ConsensusView::showEmpty(const QString& title, const QString& sentence) {
    m_queue.setRows({}, study().codebook());
    m_empty->setWords(title, sentence);
    m_empty->setAction(tr("To the overview"), {});
    showPage(EmptyPage);
    m_roundBox->setVisible(m_rounds.size() > 1);
    updateProgress();
    updateState();
}

void ConsensusView::readRounds() {
    m_isStale = false;
    m_rounds.clear();
    const QSignalBlocker quiet(m_roundBox);
    m_roundBox->clear();
    if (study().viewer()) {
        showEmpty(tr("For the coordinator"),
                  tr("Raters settle differences together, with the coordinator at the keyboard."));
        return;
    }
    const auto rounds = study().read([](service::Session& session) { return session.rounds(); });
    if (!rounds)
        return;
    for (const model::Round& round : *rounds) {
        if (round.openedAt == 0)
            continue;
        m_rounds.push_back(round);
        m_roundBox->addItem(toQt(round.name));
    }
    if (m_rounds.empty()) {
        showEmpty(
            tr("No round is open"),
            tr("Differences are settled after a round was opened, so that its agreement stays what it was."));
        return;
    }
    // The one that is chosen, whatever it is called by now; or the one that was asked for by name.
    const auto chosen = std::find_if(m_rounds.begin(), m_rounds.end(), [this](const model::Round& each) {
        return m_roundId.isNone() ? each.name == m_round : each.id == m_roundId;
    });
    const auto place =
        chosen == m_rounds.end() ? m_rounds.size() - 1 : std::size_t(chosen - m_rounds.begin());
    m_round = m_rounds[place].name;
    m_roundId = m_rounds[place].id;
    m_roundBox->setCurrentIndex(int(place));
    m_roundBox->setVisible(m_rounds.size() > 1);
    readQueue(here());
}

ConsensusView::Place ConsensusView::here() const {
    if (m_wanted)
        return *m_wanted;
    const ConsensusRow* shown = m_queue.at(m_list->currentIndex().row());
    return shown != nullptr ? Place(shown->what.unit, settledName(shown->what)) : Place();
}

void ConsensusView::readQueue(Place wanted) {
    if (m_round.empty() || m_rounds.empty())
        return;
    m_wanted = std::move(wanted);
    service::DisagreementRequest request;
    request.round = m_round;
    host().jobs().start<Read>(
        QStringLiteral("consensus"), tr("Finding the differences"), this,
        [request](service::Session& session, const base::Task&) -> base::Result<Read> {
            Read read;
            RAPPORT_ASSIGN(read.rows, service::disagreements(session, request));
            RAPPORT_ASSIGN(read.keptBack, service::disagreementsKeptBack(session, request.round));
            std::vector<model::UnitId> units;
            for (const service::Disagreement& row : read.rows)
                units.push_back(row.unit);
            RAPPORT_ASSIGN(read.texts, service::unitTexts(session, units));
            RAPPORT_ASSIGN(const auto settled, service::settledItems(session));
            for (const service::SettledInRound& each : settled) {
                const service::SettledItem& item = each.item;
                if (each.round == request.round)
                    read.reasons.insert_or_assign({each.unit, item.code.empty() ? item.variable : item.code},
                                                  saidBy(item.by, toQt(item.reason)));
            }
            return read;
        },
        [this](base::Result<Read> read) {
            const auto [unit, name] = std::exchange(m_wanted, std::nullopt).value_or(Place());
            if (!read) {
                host().showError(read.error());
                return;
            }
            m_reasons = std::move(read->reasons);
            m_keptBack =
                read->keptBack == 0 ? QString()
                : read->keptBack == 1
                    ? tr("1 text is left out: you still have to rate it yourself.")
                    : tr("%1 texts are left out: you still have to rate them yourself.").arg(read->keptBack);
            std::vector<ConsensusRow> rows;
            for (std::size_t place = 0; place < read->rows.size(); ++place)
                rows.push_back({std::move(read->rows[place]),
                                toQt(read->texts[place]).left(longestSnippet).simplified()});
            if (rows.empty()) {
                showEmpty(tr("No differences"),
                          m_keptBack.isEmpty()
                              ? tr("The raters of this round agree on everything they judged.")
                              : tr("The raters of this round agree on what you have rated.") + u' ' +
                                    m_keptBack);
                return;
            }
            // Read anew under somebody who is deciding: the words and the keyboard stay where they are.
            const ConsensusRow* before = m_queue.at(m_list->currentIndex().row());
            const bool isSame = before != nullptr && before->what.unit == unit &&
                                settledName(before->what) == name && isVisible();
            const QPointer<QWidget> keyboard = isSame ? QApplication::focusWidget() : nullptr;
            m_queue.setRows(std::move(rows), study().codebook());
            fillFilter();
            showPage(WorkPage);
            int row = m_queue.rowOf(unit, name);
            for (int each = 0; row < 0 && !unit.isNone() && m_queue.at(each) != nullptr; ++each) {
                if (m_queue.at(each)->what.unit == unit)
                    row = each;
            }
            goTo(row >= 0 ? row : std::max(m_queue.nextOpen(-1), 0));
            if (keyboard != nullptr && m_form->isAncestorOf(keyboard))
                keyboard->setFocus(Qt::OtherFocusReason);
            updateProgress();
            Q_EMIT headerChanged();
        });
}

void ConsensusView::fillFilter() {
    const QString before = m_filter->currentData().toString();
    const QSignalBlocker quiet(m_filter);
    m_filter->clear();
    m_filter->addItem(tr("All codes and variables"), QString());
    for (const std::string& name : m_queue.names()) {
        service::Disagreement named;
        const auto found = m_queue.codebook()->code(name);
        (found.code != nullptr ? named.code : named.variable) = name;
        m_filter->addItem(m_queue.title(named), toQt(name));
    }
    const int place = std::max(m_filter->findData(before), 0);
    m_filter->setCurrentIndex(place);
    m_queue.setFilter({toUtf8(m_filter->currentData().toString()), m_onlyOpen->isChecked()});
}

void ConsensusView::goTo(int row) {
    if (m_queue.rowCount() == 0)
        return;
    const QModelIndex index = m_queue.index(std::clamp(row, 0, m_queue.rowCount() - 1));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    if (!m_list->hasFocus() && isVisible())
        m_list->setFocus(Qt::OtherFocusReason);
}

void ConsensusView::showRow(int row) {
    const ConsensusRow* chosen = m_queue.at(row);
    if (chosen == nullptr) {
        updateState();
        return;
    }
    const service::Disagreement what = chosen->what;
    if (m_wanted) // who goes elsewhere meanwhile stays there
        m_wanted = Place(what.unit, settledName(what));
    const auto discussion = study().read(
        [&](service::Session& session) { return service::discussion(session, m_round, what.unit); });
    if (!discussion)
        return;
    m_raters.clear();
    for (const service::RaterSide& side : discussion->sides)
        m_raters.push_back(side.name);
    showText(*discussion, what);
    m_sides->show(*discussion, m_queue, what);
    m_begunOn.reset(); // what empties or fills the form was not chosen
    m_form->show(m_queue, what, m_raters);
    m_untouched = m_form->decision();
    m_standing = standingIn(*discussion, what);
    const DraftKey key(m_roundId, what.unit, settledName(what));
    if (const auto undone = followUndo(key))
        m_form->setDecision(*undone);
    m_offered = m_form->decision();
    m_begunOn = key;
    if (const auto draft = m_drafts.find(key); draft != m_drafts.end())
        m_form->setDecision(Decision(draft->second));
    m_remarks = discussion->remarks;
    showPrecedents(what);
    showRemarks(what);
    m_place->setText(tr("%1 of %2").arg(row + 1).arg(m_queue.rowCount()));
    m_scroll->verticalScrollBar()->setValue(0);
    updateState();
}

void ConsensusView::showText(const service::Discussion& discussion, const service::Disagreement& row) {
    const auto codebook = study().codebook();
    m_unit->setText(toQt(discussion.name));
    const QString words = tr("%1 words").arg(text::countWords(discussion.text));
    m_unitFacts->setText(
        discussion.prompt.empty() ? words : QStringLiteral("%1, %2").arg(toQt(discussion.prompt), words));
    const auto found = codebook->code(row.code);
    m_tag->setVisible(found.code != nullptr);
    model::LocalText definition;
    if (found.code != nullptr) {
        m_tag->setLook(lookOf(*codebook, found.code->id));
        definition = found.code->definition;
    }
    m_codeTitle->setText(m_queue.title(row));
    m_definition->setText(localText(definition));

    m_text->setAnswer(discussion.text, {});
    std::vector<ReadingMark> marks;
    for (const service::RaterSide& side : discussion.sides) {
        for (const service::Quote& quote : side.quotes) {
            if (quote.code != row.code || row.code.empty() || !quote.range || found.code == nullptr)
                continue;
            ReadingMark mark;
            mark.id = quote.coding.value;
            // Places count from the start of the source, the text shown is the unit's.
            mark.range = text::textRange(quote.range->begin.value - discussion.range.begin.value,
                                         quote.range->end.value - discussion.range.begin.value);
            mark.look = lookOf(*codebook, found.code->id);
            marks.push_back(std::move(mark));
        }
    }
    m_text->setMarks(std::move(marks));
}

void ConsensusView::showPrecedents(const service::Disagreement& row) {
    const auto reasonOf = [this](const service::Disagreement& each) {
        const auto found = m_reasons.find({each.unitName, settledName(each)});
        return found == m_reasons.end() ? QString() : found->second;
    };
    int settled = 0;
    int yes = 0;
    std::vector<BesidePanel::Precedent> before;
    // All rows, also those that a filter hides.
    for (const service::Disagreement* each : m_queue.settledLike(row)) {
        ++settled;
        yes += *each->settled != "0" ? 1 : 0;
        if (int(before.size()) < mostPrecedents)
            before.push_back(
                {toQt(each->unitName), m_queue.valueText(*each, each->settled), reasonOf(*each)});
    }
    QString sentence;
    if (settled == 0)
        sentence = tr("Nothing of %1 was settled in this round yet.").arg(m_queue.title(row));
    else if (row.code.empty())
        sentence = tr("%1: %2 settled.").arg(m_queue.title(row)).arg(settled);
    else
        sentence = tr("%1: %2 settled, %3 times “yes”.").arg(m_queue.title(row)).arg(settled).arg(yes);
    QString here;
    if (row.settled)
        here = tr("Settled here: %1. %2").arg(m_queue.valueText(row, row.settled), reasonOf(row));
    m_beside->showPrecedents(here, sentence, before);
}

void ConsensusView::showRemarks(const service::Disagreement& row) {
    std::vector<BesidePanel::RemarkLine> lines;
    for (const service::Remark& each : m_remarks) {
        service::Disagreement about;
        about.variable = each.variable;
        about.code = each.code;
        QStringList head{each.author.empty() ? tr("Coordinator") : toQt(each.author), timeText(each.time)};
        if (!settledName(about).empty() && settledName(about) != settledName(row))
            head.append(tr("about %1").arg(m_queue.title(about)));
        if (each.becameVersion > 0)
            head.append(tr("became version %1").arg(each.becameVersion));
        lines.push_back({head.join(QStringLiteral(", ")), toQt(each.text)});
    }
    m_beside->showRemarks(lines, !row.code.empty());
}

void ConsensusView::updateProgress() {
    m_progress->setText(m_queue.total() == 0
                            ? QString()
                            : tr("%1 of %2 settled").arg(m_queue.settled()).arg(m_queue.total()) +
                                  (m_keptBack.isEmpty() ? QString() : QStringLiteral(". ") + m_keptBack));
}

void ConsensusView::updateState() {
    const int row = m_list->currentIndex().row();
    const ConsensusRow* chosen = m_queue.at(row);
    const bool canSettle = chosen != nullptr && m_form->value().has_value() && !m_form->reason().isEmpty();
    Actions& actions = host().actions();
    actions.setAvailable(QStringLiteral("consensus.settle"), canSettle);
    actions.setAvailable(QStringLiteral("consensus.back"),
                         chosen != nullptr && chosen->what.settled.has_value());
    actions.setAvailable(QStringLiteral("consensus.remark"), chosen != nullptr);
    actions.setAvailable(QStringLiteral("consensus.define"), chosen != nullptr && !chosen->what.code.empty());
    actions.setAvailable(QStringLiteral("consensus.previous"), row > 0);
    actions.setAvailable(QStringLiteral("consensus.later"), row >= 0 && row + 1 < m_queue.rowCount());
    m_settle->setEnabled(canSettle);
    m_back->setVisible(chosen != nullptr && chosen->what.settled.has_value());
    m_previous->setEnabled(row > 0);
    m_later->setEnabled(row >= 0 && row + 1 < m_queue.rowCount());
    if (chosen == nullptr)
        m_foot->setText({});
    else if (chosen->what.settled)
        m_foot->setText(tr("Settled: %1").arg(m_queue.valueText(chosen->what, chosen->what.settled)));
    else if (!m_form->value())
        m_foot->setText(tr("Choose a decision"));
    else if (m_form->reason().isEmpty())
        m_foot->setText(tr("Say why"));
    else {
        QStringList names;
        for (const std::string& name : m_form->deciders())
            names.append(toQt(name));
        m_foot->setText(names.size() > 1
                            ? tr("Recorded as decided by %1 together").arg(names.join(QStringLiteral(", ")))
                            : tr("Recorded as decided by %1").arg(names.value(0)));
    }
}

void ConsensusView::keyPressEvent(QKeyEvent* event) {
    const int digit =
        event->text().size() == 1 && event->text().at(0).isDigit() ? event->text().at(0).digitValue() : -1;
    if (digit >= 0 && event->modifiers() == Qt::NoModifier && !event->isAutoRepeat() &&
        m_form->choose(digit)) {
        m_form->focusReason();
        m_scroll->ensureWidgetVisible(m_form, 0, theme().px(12));
        return;
    }
    View::keyPressEvent(event);
}

void ConsensusView::settle() {
    const int row = m_list->currentIndex().row();
    const ConsensusRow* chosen = m_queue.at(row);
    if (chosen == nullptr || !m_form->value())
        return;
    const service::Disagreement what = chosen->what;
    service::Adjudication decision;
    decision.round = m_round;
    decision.unit = what.unit;
    decision.set = {{settledName(what), *m_form->value()}};
    decision.by = m_form->deciders();
    decision.reason = toUtf8(m_form->reason());
    if (!study().isAsShown())
        return; // the queue is read anew; what was typed stays
    m_isSettling = true;
    const auto done =
        study().act([&](service::Session& session) { return service::adjudicate(session, decision); });
    m_isSettling = false;
    if (!done)
        return;
    m_queue.setSettled(what.unit, settledName(what), *m_form->value());
    if (m_begunOn) {
        m_drafts.erase(*m_begunOn);
        goOn(*m_begunOn, decisionOf(*m_form->value(), decision.by, m_raters.size(), decision.reason));
    }
    m_begunOn.reset();
    m_reasons.insert_or_assign({what.unitName, settledName(what)}, saidBy(decision.by, m_form->reason()));
    updateProgress();
    const int next = m_queue.nextOpen(row);
    if (next < 0) {
        host().showToast(tr("Everything that is shown is settled."), true);
        showRow(row);
    } else {
        goTo(next);
    }
}

void ConsensusView::takeBack() {
    const ConsensusRow* chosen = m_queue.at(m_list->currentIndex().row());
    if (chosen == nullptr)
        return;
    const service::Disagreement what = chosen->what;
    if (!study().isAsShown())
        return;
    m_isSettling = true;
    const auto done = study().act([&](service::Session& session) {
        return service::unsettle(session, m_round, what.unit, {settledName(what)});
    });
    m_isSettling = false;
    if (!done)
        return;
    m_queue.setSettled(what.unit, settledName(what), std::nullopt);
    goOn(DraftKey(m_roundId, what.unit, settledName(what)), {});
    m_reasons.erase({what.unitName, settledName(what)});
    updateProgress();
    showRow(m_list->currentIndex().row());
}

bool ConsensusView::goToChange(const service::ChangeSet& change) {
    const bool isOurs = change.act == "adjudicate" || change.act == "unsettle" || change.act == "note";
    if (!isOurs || change.units.size() != 1)
        return false;
    const auto round = study().session().round(m_round);
    if (!round || round->id != change.round)
        return false;
    if (change.act == "note" && isShown(change.units))
        return true;
    if (const int row = m_queue.rowOf(change.units.front(), change.object); row >= 0) {
        goTo(row);
        return true;
    }
    for (int row = 0; row < m_queue.rowCount(); ++row) {
        if (m_queue.at(row)->what.unit == change.units.front()) {
            goTo(row);
            return true;
        }
    }
    return false;
}

void ConsensusView::remark() {
    const ConsensusRow* chosen = m_queue.at(m_list->currentIndex().row());
    if (chosen == nullptr)
        return;
    const service::Disagreement what = chosen->what;
    service::NewRemark remark;
    remark.round = m_round;
    remark.unit = what.unit;
    remark.about = settledName(what);
    auto* dialog = new RemarkDialog(study(), std::move(remark), m_queue.title(what), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // What Esc leaves stays for the next time.
    const DraftKey key(m_roundId, what.unit, settledName(what));
    dialog->words()->setPlainText(m_remarkDrafts[key]);
    dialog->words()->moveCursor(QTextCursor::End);
    const auto leave = [this, key, words = dialog->words()] {
        if (words->toPlainText().trimmed().isEmpty())
            m_remarkDrafts.erase(key);
        else
            m_remarkDrafts.insert_or_assign(key, words->toPlainText());
    };
    leave();
    connect(dialog, &QDialog::rejected, this, leave);
    connect(dialog, &QDialog::accepted, this, [this, key] {
        m_remarkDrafts.erase(key);
        host().showToast(tr("The remark is kept with the difference."), true);
    });
    dialog->open();
}

bool ConsensusView::isShown(const std::vector<model::UnitId>& units) const {
    const ConsensusRow* chosen = m_queue.at(m_list->currentIndex().row());
    return chosen != nullptr && units.size() == 1 && units.front() == chosen->what.unit;
}

void ConsensusView::readRemarks() {
    const ConsensusRow* chosen = m_queue.at(m_list->currentIndex().row());
    if (chosen == nullptr)
        return;
    const service::Disagreement what = chosen->what;
    auto discussion = study().read(
        [&](service::Session& session) { return service::discussion(session, m_round, what.unit); });
    if (!discussion)
        return;
    m_remarks = std::move(discussion->remarks);
    showRemarks(what);
}

void ConsensusView::changeDefinition() {
    const ConsensusRow* chosen = m_queue.at(m_list->currentIndex().row());
    if (chosen == nullptr)
        return;
    const auto codebook = study().codebook();
    const auto found = codebook->code(chosen->what.code);
    if (found.code == nullptr)
        return;
    auto* dialog = new DefinitionDialog(study(), *found.code, m_remarks, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this] { host().showToast(tr("Version %1 is made.").arg(study().codebook()->version), true); });
    dialog->open();
}

} // namespace rapport::ui
