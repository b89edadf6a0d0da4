// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/rate_desk.h"

#include "service/codebooks.h"
#include "ui/app/settings.h"
#include "ui/bridge/act_text.h"
#include "ui/bridge/text.h"

#include <algorithm>
#include <utility>

namespace rapport::ui {

namespace {

constexpr double longestPause = 180; // seconds

/// How often an act is tried again that waits for somebody else's writing.
constexpr std::chrono::milliseconds lockRetry{250};

} // namespace

void Pace::completed(base::Instant at) {
    if (m_last) {
        const double seconds = std::chrono::duration<double>(at - *m_last).count();
        if (seconds > 0 && seconds <= longestPause)
            m_seconds.push_back(seconds);
    }
    m_last = at;
}

std::optional<double> Pace::secondsPerUnit() const {
    if (m_seconds.empty())
        return std::nullopt;
    std::vector<double> sorted = m_seconds;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

RateDesk::RateDesk(StudyContext& study, JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_study(study)
    , m_jobs(jobs) {
    m_later.setSingleShot(true);
    m_later.setInterval(lockRetry);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (m_held)
            (void)retry();
    });
}

void RateDesk::hold(const base::Error& error) {
    if (error.code == base::Errc::StudyLocked)
        m_later.start();
}

void RateDesk::reload() {
    m_codebook = m_study.codebook();
    m_former.clear();
    m_formerCodes = service::formerCodes(m_study.session()).value_or(std::vector<service::FormerCode>());
    const auto raters = m_study.session().raters();
    m_raters.clear();
    if (raters) {
        for (const model::Rater& rater : *raters) {
            if (rater.kind == model::RaterKind::Human)
                m_raters.push_back(rater);
        }
    }
    const auto rounds = m_study.session().rounds();
    m_rounds = rounds ? *rounds : std::vector<model::Round>();
    // Work outside any assignment is offered before there is any; the study makes its round when it is
    // chosen.
    const bool hasDefault = std::any_of(m_rounds.begin(), m_rounds.end(), [](const model::Round& round) {
        return round.name == model::defaultRoundName;
    });
    if (!hasDefault && !m_study.viewer()) {
        model::Round outside;
        outside.name = model::defaultRoundName;
        outside.isBlind = false;
        m_rounds.push_back(outside);
    }

    const QString group = settingsGroup();
    const model::RaterId viewer = m_study.viewer() ? m_study.viewer()->id : model::RaterId();
    if (m_viewer && !(*m_viewer == viewer)) {
        // Whose eyes these are now has chosen for themselves.
        m_rater.reset();
        m_round.reset();
        m_index = -1;
    }
    m_viewer = viewer;
    const auto byName = [](const auto& list, const std::string& name) {
        return std::find_if(list.begin(), list.end(),
                            [&name](const auto& each) { return each.name == name; });
    };
    if (m_study.viewer()) {
        m_rater = m_study.viewer();
    } else {
        // The one who is chosen stays chosen, whatever the name is by now.
        const auto found =
            m_rater ? std::find_if(m_raters.begin(), m_raters.end(),
                                   [&](const model::Rater& each) { return each.id == m_rater->id; })
                    : byName(m_raters, toUtf8(remembered(group + QStringLiteral("rater")).toString()));
        m_rater = found != m_raters.end()
                      ? std::optional(*found)
                      : (m_raters.empty() ? std::nullopt : std::optional(m_raters.front()));
    }
    if (m_round) {
        const auto found = std::find_if(m_rounds.begin(), m_rounds.end(),
                                        [&](const model::Round& each) { return each.id == m_round->id; });
        m_round = found != m_rounds.end() ? std::optional(*found) : std::nullopt;
    }
    if (!m_round)
        takeRememberedRound();
    readList();
}

QString RateDesk::settingsGroup() const {
    QString group =
        QStringLiteral("rate/%1/%2/").arg(m_study.path(), QLatin1String(model::name(m_kinds.front())));
    if (m_study.viewer())
        group += toQt(m_study.viewer()->guid.text()) + QLatin1Char('/');
    return group;
}

void RateDesk::takeRememberedRound() {
    const QString group = settingsGroup();
    const std::string name = toUtf8(remembered(group + QStringLiteral("round")).toString());
    m_worked = {};
    for (const model::Round& round : m_rounds) {
        if (round.name != name)
            continue;
        // Another view of Rate has chosen it just now; otherwise readList() looks what there is to do.
        if (m_study.property(group.toUtf8().constData()).toBool())
            m_round = round;
        else
            m_worked = round.id;
        return;
    }
}

void RateDesk::readWork() {
    m_work.reset();
    // Of a transcript the view reads the work itself, in one piece.
    if (m_index < 0 || !m_rater || !m_round || !holdsAnswers())
        return;
    auto work =
        service::unitWork(m_study.session(), m_units[std::size_t(m_index)].unit, m_rater->id, m_round->id);
    if (!work)
        return;
    m_work = std::move(*work);
    mark(m_index, m_work->completedAt.has_value(), !m_work->codings.empty(), m_work->item.isFlagged);
}

void RateDesk::mark(int place, bool isComplete, bool isBegun, bool isFlagged) {
    service::RatingPlace& item = m_units[std::size_t(place)];
    if (item.isComplete == isComplete && item.isBegun == isBegun && item.isFlagged == isFlagged)
        return;
    m_done += int(isComplete) - int(item.isComplete);
    m_flagged += int(isFlagged) - int(item.isFlagged);
    item.isComplete = isComplete;
    item.isBegun = isBegun;
    item.isFlagged = isFlagged;
    Q_EMIT placeMarked(place);
}

void RateDesk::markAnew(std::vector<model::UnitId> units) {
    std::erase_if(units, [this](model::UnitId unit) { return !m_places.contains(unit); });
    if (units.empty() || !m_rater || !m_round || !holdsAnswers())
        return;
    const auto marks = service::unitMarksOf(m_study.session(), m_rater->id, m_round->id, units);
    for (std::size_t i = 0; marks && i < marks->size(); ++i) {
        const service::UnitMarks& now = (*marks)[i];
        mark(m_places[units[i]], now.isComplete, !now.marks.empty(), now.isFlagged);
    }
}

void RateDesk::remember() const {
    const QString group = settingsGroup();
    if (m_rater && !m_study.viewer())
        ui::remember(group + QStringLiteral("rater"), toQt(m_rater->name));
    if (m_round) {
        ui::remember(group + QStringLiteral("round"), toQt(m_round->name));
        m_study.setProperty(group.toUtf8().constData(), true);
    }
}

void RateDesk::rememberPlace(const Place& place) const {
    if (m_rater && m_round)
        ui::remember(settingsGroup() + QStringLiteral("place"), QStringLiteral("%1 %2 %3 %4")
                                                                    .arg(m_rater->id.value)
                                                                    .arg(m_round->id.value)
                                                                    .arg(place.id)
                                                                    .arg(place.at));
}

void RateDesk::rememberPlace() const {
    if (m_index >= 0 && m_index < int(m_units.size()) && holdsAnswers())
        rememberPlace({m_units[std::size_t(m_index)].unit.value, 0});
}

std::optional<RateDesk::Place> RateDesk::rememberedPlace() const {
    const QStringList numbers =
        remembered(settingsGroup() + QStringLiteral("place")).toString().split(QLatin1Char(' '));
    if (numbers.size() != 4 || !m_rater || !m_round || numbers[0].toLongLong() != m_rater->id.value ||
        numbers[1].toLongLong() != m_round->id.value)
        return std::nullopt;
    return Place{numbers[2].toLongLong(), numbers[3].toLongLong()};
}

bool RateDesk::goTo(int index) {
    if (index < 0 || index >= int(m_units.size()))
        return false;
    m_index = index;
    rememberPlace();
    readWork();
    Q_EMIT unitChanged();
    return true;
}

int RateDesk::placeOf(model::UnitId unit) const {
    const auto found = m_places.find(unit);
    return found == m_places.end() ? -1 : found->second;
}

bool RateDesk::goToUnit(model::UnitId unit) {
    if (m_isReading) {
        m_wanted = unit;
        return true;
    }
    const int place = placeOf(unit);
    return place >= 0 && (place == m_index || goTo(place));
}

bool RateDesk::step(int by) {
    return goTo(m_index + by);
}

bool RateDesk::stepUndone(int direction) {
    const int count = int(m_units.size());
    for (int step = 1; step <= count; ++step) {
        const int at = ((m_index + direction * step) % count + count) % count;
        if (!m_units[std::size_t(at)].isComplete && at != m_index)
            return goTo(at);
    }
    return false;
}

service::Target RateDesk::target() const {
    return {m_rater->id, m_round->id, m_units[std::size_t(m_index)].unit};
}

std::vector<const model::Variable*> RateDesk::variables() const {
    std::vector<const model::Variable*> found;
    if (!m_work || !m_codebook || !m_round)
        return found;
    for (const model::Variable& variable : m_codebook->variables) {
        const bool isInRound =
            m_round->variables.empty() || std::find(m_round->variables.begin(), m_round->variables.end(),
                                                    variable.name) != m_round->variables.end();
        if (isInRound && variable.appliesTo(m_work->item.kind, m_work->item.prompt))
            found.push_back(&variable);
    }
    return found;
}

std::vector<model::Coding> RateDesk::codingsOf(model::CodeId code) const {
    std::vector<model::Coding> found;
    if (m_work) {
        std::copy_if(m_work->codings.begin(), m_work->codings.end(), std::back_inserter(found),
                     [code](const model::Coding& coding) { return coding.code == code; });
    }
    return found;
}

model::CodeId RateDesk::codeOf(model::CodingId id) const {
    if (m_work) {
        for (const model::Coding& coding : m_work->codings) {
            if (coding.id == id)
                return coding.code;
        }
    }
    return {};
}

CodeLook RateDesk::lookOfCoding(const model::Coding& coding) const {
    if (!m_codebook || m_codebook->code(coding.code).code != nullptr)
        return m_codebook ? lookOf(*m_codebook, coding.code) : CodeLook();
    auto former = m_former.find(coding.version);
    if (former == m_former.end()) {
        auto codebook = service::formerCodebook(m_study.session(), coding.version);
        former = m_former
                     .emplace(coding.version, codebook ? std::optional(std::move(*codebook))
                                                       : std::optional<model::Codebook>())
                     .first;
    }
    CodeLook look = former->second ? lookOf(*former->second, coding.code) : CodeLook();
    look.title = look.title.isEmpty() ? tr("a code that is no more") : tr("%1 (retired)").arg(look.title);
    look.key.clear();
    return look;
}

std::optional<model::CodeId> RateDesk::levelOf(model::VariableId variable) const {
    if (m_work) {
        for (const model::Coding& coding : m_work->codings) {
            if (coding.variable == variable && !coding.code.isNone())
                return coding.code;
        }
    }
    return std::nullopt;
}

std::int64_t RateDesk::countOf(model::VariableId variable) const {
    if (m_work) {
        for (const model::Coding& coding : m_work->codings) {
            if (coding.variable == variable && coding.code.isNone())
                return coding.count;
        }
    }
    return 0;
}

int RateDesk::presenceCodings() const {
    int count = 0;
    if (m_work && m_codebook) {
        for (const model::Coding& coding : m_work->codings) {
            const model::Variable* variable = m_codebook->variable(coding.variable);
            count += variable != nullptr && variable->scale == model::Scale::Presence ? 1 : 0;
        }
    }
    return count;
}

std::vector<model::VariableId> RateDesk::openChoices() const {
    if (!m_work)
        return {};
    const auto open = service::openChoices(m_study.session(), target());
    return open ? *open : std::vector<model::VariableId>();
}

bool isWriteFailure(const base::Error& error) {
    switch (error.code) {
    case base::Errc::StudyLocked:
    case base::Errc::StudyDamaged:
    case base::Errc::DiskFull:
    case base::Errc::Io:
        return true;
    case base::Errc::Refused:
        return error.where.has_value(); // by the disk, which names the file; rules name no place
    default:
        return false;
    }
}

QString RateDesk::unitName() const {
    if (!m_work)
        return {};
    const service::UnitItem& item = m_work->item;
    const bool isBlind = m_round && m_round->isStillBlind() && !item.neutralName.empty();
    return toQt(isBlind ? item.neutralName : item.name);
}

QString RateDesk::actName(const char* act, const std::string& object, const QString& unit) const {
    service::ChangeSet change;
    change.act = act;
    change.object = object;
    change.unitName = toUtf8(unit);
    return m_codebook ? actText(change, *m_codebook) : QString();
}

bool RateDesk::write(const QString& what, Act act, Basis basis) {
    if (m_held) {
        Q_EMIT heldChanged();
        return false;
    }
    if (basis == Basis::WhatIsShown && !m_study.isAsShown())
        return false;
    const auto done = act(m_study.session());
    if (done) {
        m_study.announce(*done);
        return true;
    }
    if (isWriteFailure(done.error()))
        m_held = HeldAct{what, done.error(), std::move(act)};
    hold(done.error());
    Q_EMIT m_study.failed(done.error());
    if (m_held)
        Q_EMIT heldChanged();
    return false;
}

bool RateDesk::retry() {
    if (!m_held)
        return true;
    const auto done = m_held->act(m_study.session());
    if (!done && isWriteFailure(done.error())) {
        m_held->error = done.error();
        hold(done.error());
        Q_EMIT heldChanged();
        return false;
    }
    m_later.stop();
    m_held.reset();
    if (done)
        m_study.announce(*done);
    else
        Q_EMIT m_study.failed(done.error());
    Q_EMIT heldChanged();
    return done.has_value();
}

void RateDesk::leaveOut() {
    m_later.stop();
    m_held.reset();
    Q_EMIT heldChanged();
}

bool RateDesk::run(const char* name, model::CodeId code, Act act) {
    if (!m_work)
        return false;
    const model::Codebook::Found found = m_codebook->code(code);
    std::string object = found.code != nullptr ? found.code->name : std::string();
    for (const model::Coding& coding : m_work->codings) {
        if (found.code == nullptr && !code.isNone() && coding.code == code)
            object = toUtf8(lookOfCoding(coding).title);
    }
    const QString what = actName(name, object, unitName());
    if (!m_work->completedAt)
        return write(what, std::move(act));
    // A completed unit is opened again by touching it; both are one step for undo.
    const service::Target at = target();
    return write(what, [at, act = std::move(act)](service::Session& session) {
        return service::asOneStep(session, [&](service::Session& inner) -> base::Status {
            RAPPORT_TRY(service::reopen(inner, at));
            RAPPORT_TRY(act(inner));
            return {};
        });
    });
}

bool isSame(const service::Target& one, const service::Target& other) {
    return one.rater == other.rater && one.round == other.round && one.unit == other.unit;
}

bool RateDesk::toggle(model::CodeId code, std::optional<text::TextRange> range) {
    if (!m_work)
        return false;
    const service::Target at = target();
    if (!range && !codingsOf(code).empty())
        return run("withdraw", code,
                   [=](service::Session& session) { return service::withdrawCode(session, at, code); });
    return run("code", code,
               [=](service::Session& session) { return service::code(session, at, code, range); });
}

bool RateDesk::withdraw(model::CodingId coding) {
    return run("withdraw", codeOf(coding),
               [=](service::Session& session) { return service::withdraw(session, coding); });
}

bool RateDesk::move(model::CodingId coding, std::optional<text::TextRange> range) {
    return run("move", codeOf(coding),
               [=](service::Session& session) { return service::moveCoding(session, coding, range); });
}

bool RateDesk::recode(model::CodingId coding, model::CodeId code) {
    // What changes nothing opens no answer again; here and with counts.
    if (codeOf(coding) == code)
        return true;
    return run("recode", code,
               [=](service::Session& session) { return service::recode(session, coding, code); });
}

bool RateDesk::chooseLevel(model::CodeId level) {
    if (!m_work)
        return false;
    const service::Target at = target();
    return run("level", level,
               [=](service::Session& session) { return service::chooseLevel(session, at, level); });
}

bool RateDesk::setCount(model::VariableId variable, std::int64_t count) {
    if (!m_work || count < 0)
        return false;
    if (count == countOf(variable))
        return true;
    const service::Target at = target();
    return run("count", {},
               [=](service::Session& session) { return service::setCount(session, at, variable, count); });
}

bool RateDesk::complete() {
    if (!m_work)
        return false;
    if (m_work->completedAt)
        return true;
    const service::Target at = target();
    return run("complete", {}, [=](service::Session& session) { return service::complete(session, at); });
}

bool RateDesk::reopen() {
    if (!m_work || !m_work->completedAt)
        return false;
    const service::Target at = target();
    return write(actName("reopen", {}, {}),
                 [=](service::Session& session) { return service::reopen(session, at); });
}

bool RateDesk::setMemo(const QString& text) {
    return m_work && setMemo(target(), text);
}

bool RateDesk::setMemo(const service::Target& at, const QString& text) {
    return write(
        actName("memo", {}, {}),
        [at, words = toUtf8(text)](service::Session& session) {
            return service::setMemo(session, at, words);
        },
        Basis::Nothing);
}

bool RateDesk::setFlag(bool isFlagged) {
    if (!m_work)
        return false;
    const service::Target at = target();
    return write(actName(isFlagged ? "flag" : "unflag", {}, {}),
                 [=](service::Session& session) { return service::setFlag(session, at, isFlagged); });
}

void RateDesk::onChanged(const service::ChangeSet& change) {
    if (change.codebookChanged || change.roundsChanged || change.sourcesChanged) {
        reload();
        return;
    }
    if (m_isReading)
        m_meanwhile.insert(m_meanwhile.end(), change.units.begin(), change.units.end());
    const model::UnitId here = m_work ? m_work->item.id : model::UnitId();
    const bool wasComplete = m_work && m_work->completedAt;
    const bool isHere = std::find(change.units.begin(), change.units.end(), here) != change.units.end();
    // Undo of an act on other units: their places in the strip must be right, too.
    std::vector<model::UnitId> others;
    std::copy_if(change.units.begin(), change.units.end(), std::back_inserter(others),
                 [here](model::UnitId unit) { return unit != here; });
    markAnew(others);
    if (isHere)
        readWork();
    if (isHere && !wasComplete && m_work && m_work->completedAt && change.act == "complete")
        m_pace.completed(*m_work->completedAt);
    Q_EMIT workChanged();
}

} // namespace rapport::ui
