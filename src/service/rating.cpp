// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rating.h"

#include "base/format.h"
#include "base/json.h"
#include "service/told_ranges.h"
#include "service/unit_names.h"
#include "service/work_rounds.h"

#include <algorithm>

namespace rapport::service {

namespace {

using base::Errc;
using store::Act;

/// What an act on a unit needs to know, read once per act.
struct Context {
    model::Unit unit;
    model::RaterId rater;
    std::string name; ///< the unit's, as whoever is looking knows it
    std::string prompt;
    model::Round round;
    std::shared_ptr<const model::Codebook> codebook;
    std::vector<model::Coding> live; ///< of this rater, unit and round
};

/// Its raters know units by neutral names.
base::Result<Context> contextOf(Session& session, const Target& target) {
    auto& impl = session.impl();
    Context context;
    if (!session.viewer().isCoordinator() && session.viewer().rater != target.rater)
        return base::fail(Errc::Refused, "a rater may not work in another rater's name");
    RAPPORT_ASSIGN(auto row, impl.sources().unit(target.unit, false));
    if (!row)
        return base::fail(Errc::NotFound, "there is no such unit");
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    if (!names->maySee(target.unit))
        return base::fail(Errc::Refused, "this unit is not assigned to you");
    RAPPORT_ASSIGN(const bool isGone, impl.forgetting().isUnit(target.unit));
    if (isGone)
        return base::fail(Errc::Refused,
                          "this text is of somebody who has withdrawn: it is not rated any more");
    context.unit = row->unit;
    context.rater = target.rater;
    context.name = names->shown(row->unit, target.round);
    context.prompt = row->prompt;
    RAPPORT_ASSIGN(const auto rounds, roundsById(session));
    const auto round = rounds.find(target.round);
    if (round == rounds.end())
        return base::fail(Errc::NotFound, "there is no such round");
    context.round = round->second;
    // Who works in a rater's name, at the command line for instance, is told what the rater would be told.
    const bool isHidden = context.round.isStillBlind();
    if (isHidden) {
        RAPPORT_ASSIGN(const auto neutral, impl.rounds().neutralNumber(target.round, target.unit));
        if (neutral)
            context.name = model::neutralName(target.round.value, *neutral);
    }
    RAPPORT_ASSIGN(const auto assigned, impl.rounds().roundsOf(target.unit, target.rater));
    // Also outside of that round: the rater has not been told whose text it is.
    for (auto at = assigned.begin(); at != assigned.end() && !isHidden; ++at) {
        const auto other = rounds.find(*at);
        if (other == rounds.end() || !other->second.isStillBlind())
            continue;
        RAPPORT_ASSIGN(const auto neutral, impl.rounds().neutralNumber(*at, target.unit));
        if (neutral) {
            context.name = model::neutralName(at->value, *neutral);
            break;
        }
    }
    if (context.round.kind != model::RoundKind::Default) {
        if (std::find(assigned.begin(), assigned.end(), target.round) == assigned.end())
            return base::fail(
                Errc::Refused,
                base::said("the unit is not assigned to this rater in round '{}'", context.round.name),
                base::said("see: rapport units STUDY --round {}", context.round.name));
    }
    RAPPORT_ASSIGN(context.codebook, session.codebook());
    store::CodingFilter filter;
    filter.unit = target.unit;
    filter.rater = target.rater;
    filter.round = target.round;
    RAPPORT_ASSIGN(context.live, impl.codings().codings(filter));
    return context;
}

/// The same code, or one that was merged into it.
bool isSame(const Context& context, model::CodeId given, model::CodeId wanted) {
    const model::Code* code = context.codebook->code(given).code;
    return given == wanted || (code != nullptr && code->id == wanted);
}

/// Merged into the same one since.
bool areOne(const Context& context, model::CodeId one, model::CodeId other) {
    const model::Code* now = context.codebook->code(other).code;
    return one == other || (now != nullptr && isSame(context, one, now->id));
}

bool isInRound(const model::Round& round, const model::Variable& variable) {
    return round.variables.empty() ||
           std::find(round.variables.begin(), round.variables.end(), variable.name) != round.variables.end();
}

base::Phrase plural(model::UnitKind kind) {
    switch (kind) {
    case model::UnitKind::Answer:
        return base::Phrase("answers");
    case model::UnitKind::Turn:
        return base::Phrase("turns");
    case model::UnitKind::Sentence:
        return base::Phrase("sentences");
    case model::UnitKind::Transcript:
        return base::Phrase("transcripts");
    }
    return {};
}

base::Status variableFits(const Context& context, const model::Variable& variable, const base::Phrase& what) {
    if (!variable.appliesTo(context.unit.kind, context.prompt)) {
        base::Phrase where;
        const auto add = [&where](const base::Phrase& place) {
            where = where.empty() ? place : base::said("{}, {}", where, place);
        };
        std::for_each(variable.prompts.begin(), variable.prompts.end(), add);
        for (const model::UnitKind kind : variable.unitKinds)
            add(plural(kind));
        return base::fail(
            Errc::Refused,
            base::said("{} does not apply to {}", what,
                       context.prompt.empty() ? plural(context.unit.kind) : base::Phrase(context.prompt)),
            base::said("variable '{}' is judged on {}", variable.name, where));
    }
    if (!isInRound(context.round, variable))
        return base::fail(Errc::Refused, base::said("variable '{}' is not part of round '{}'", variable.name,
                                                    context.round.name));
    return {};
}

store::JournalEntry entryFor(Act act, const Target& target) {
    store::JournalEntry entry;
    entry.act = act;
    entry.rater = target.rater;
    entry.round = target.round;
    entry.unit = target.unit;
    return entry;
}

store::JournalEntry withdrawal(const model::Coding& coding) {
    store::JournalEntry entry = entryFor(Act::Withdraw, {coding.rater, coding.round, coding.unit});
    entry.variable = coding.variable;
    entry.code = coding.code;
    entry.range = coding.range;
    entry.number = coding.count;
    entry.version = coding.version;
    entry.target = coding.guid;
    return entry;
}

store::JournalEntry codingEntry(const Target& target, model::VariableId variable, model::CodeId code,
                                std::int64_t version) {
    store::JournalEntry entry = entryFor(Act::Code, target);
    entry.variable = variable;
    entry.code = code;
    entry.version = version;
    return entry;
}

void describeAct(ChangeSet& changes, const char* act, std::string object, const Context& context) {
    changes.act = act;
    changes.object = std::move(object);
    changes.unitName = context.name;
    changes.rater = context.rater;
    changes.round = context.round.id;
    if (changes.units.empty() || changes.unitKind == model::UnitKind::Answer)
        changes.unitKind = context.unit.kind;
}

/// The first rating or coding under a version freezes it.
base::Status freezeVersion(Writer& writer, const model::Codebook& codebook) {
    if (codebook.isFrozen)
        return {};
    RAPPORT_TRY(writer.session().impl().codebooks().freeze(codebook.version));
    store::JournalEntry entry;
    entry.act = Act::Freeze;
    entry.version = codebook.version;
    RAPPORT_TRY(writer.append(entry));
    writer.session().impl().codebook.reset();
    return {};
}

base::Result<model::Coding> liveCoding(Session& session, model::CodingId id) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto rows, impl.journal().history([&] {
        store::HistoryFilter filter;
        filter.after = id.value - 1;
        filter.limit = 1;
        return filter;
    }()));
    if (rows.size() == 1 && rows.front().position == id.value && rows.front().act == Act::Code) {
        store::CodingFilter filter;
        filter.unit = rows.front().unit;
        filter.rater = rows.front().rater;
        filter.round = rows.front().round;
        RAPPORT_ASSIGN(const auto live, impl.codings().codings(filter));
        const auto found = std::find_if(live.begin(), live.end(),
                                        [id](const model::Coding& coding) { return coding.id == id; });
        if (found != live.end())
            return *found;
    }
    return base::fail(Errc::NotFound, "there is no such coding, or it was withdrawn already");
}

} // namespace

base::Result<model::Unit> findUnit(Session& session, const std::string& name) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    // A blind rater knows units by their neutral names alone.
    if (!names->isBlindAnywhere()) {
        RAPPORT_ASSIGN(const auto unit, impl.sources().unitByName(name));
        if (unit)
            return *unit;
    }
    // A neutral name: R<round>-<number>.
    const std::size_t dash = name.find('-');
    if (name.size() > 3 && name.front() == 'R' && dash != std::string::npos) {
        const std::string round = name.substr(1, dash - 1);
        const std::string number = name.substr(dash + 1);
        const auto isDigits = [](const std::string& text) {
            return !text.empty() && text.size() < 10 &&
                   text.find_first_not_of("0123456789") == std::string::npos;
        };
        if (isDigits(round) && isDigits(number)) {
            const model::RoundId place(std::stoll(round));
            RAPPORT_ASSIGN(const auto id, impl.rounds().unitByNeutralNumber(place, std::stoll(number)));
            if (id) {
                RAPPORT_ASSIGN(const auto row, impl.sources().unit(*id, false));
                if (row && names->maySee(*id)) {
                    model::Unit unit = row->unit;
                    RAPPORT_ASSIGN(unit.name, names->known(session, unit, place));
                    return unit;
                }
            }
        }
    }
    return base::fail(Errc::NotFound, base::said("there is no unit '{}'", name),
                      "an answer is PARTICIPANT/PROMPT, a turn SOURCE#N; see: rapport units STUDY");
}

namespace {

base::Status ownWorkOnly(const Session& session, model::RaterId rater) {
    if (!session.viewer().isCoordinator() && session.viewer().rater != rater)
        return base::fail(Errc::Refused, "a rater may not ask about another rater's work");
    return {};
}

base::Error inSeveralRounds(const char* message, const std::vector<model::Round>& rounds) {
    std::string names;
    for (const model::Round& round : rounds)
        names += (names.empty() ? "" : ", ") + round.name;
    return {Errc::InvalidArgument, message, std::nullopt, base::said("say which with --round: {}", names)};
}

/// Rounds that assign the unit to the rater, those first that are not finished.
struct AssigningRounds {
    std::vector<model::Round> unfinished;
    std::vector<model::Round> finished;

    static base::Result<AssigningRounds> read(Session& session, model::UnitId unit, model::RaterId rater) {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const auto candidates, impl.rounds().roundsOf(unit, rater));
        RAPPORT_ASSIGN(const auto rounds, roundsById(session));
        AssigningRounds found;
        for (const model::RoundId id : candidates) {
            store::CodingFilter filter;
            filter.unit = unit;
            filter.rater = rater;
            filter.round = id;
            RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
            (ratings.empty() ? found.unfinished : found.finished).push_back(rounds.at(id));
        }
        return found;
    }
};

constexpr const char* assignedInSeveral = "the unit is assigned to this rater in several rounds";

} // namespace

base::Result<model::Round> roundFor(Session& session, model::UnitId unit, model::RaterId rater,
                                    const std::string& roundName) {
    auto& impl = session.impl();
    RAPPORT_TRY(ownWorkOnly(session, rater));
    if (roundName == model::defaultRoundName)
        return impl.rounds().defaultRound();
    if (!roundName.empty())
        return session.round(roundName);
    RAPPORT_ASSIGN(const AssigningRounds rounds, AssigningRounds::read(session, unit, rater));
    if (rounds.unfinished.empty())
        return impl.rounds().defaultRound();
    if (rounds.unfinished.size() > 1)
        return tl::make_unexpected(inSeveralRounds(assignedInSeveral, rounds.unfinished));
    return rounds.unfinished.front();
}

base::Result<model::Round> roundOfWork(Session& session, model::UnitId unit, model::RaterId rater) {
    RAPPORT_TRY(ownWorkOnly(session, rater));
    RAPPORT_ASSIGN(const AssigningRounds rounds, AssigningRounds::read(session, unit, rater));
    // All done: a correction belongs where the work was, never silently outside it.
    const auto& candidates = rounds.unfinished.empty() ? rounds.finished : rounds.unfinished;
    if (candidates.empty())
        return session.impl().rounds().defaultRound();
    if (candidates.size() > 1)
        return tl::make_unexpected(inSeveralRounds(assignedInSeveral, candidates));
    return candidates.front();
}

base::Result<model::Round> roundCompleted(Session& session, model::UnitId unit, model::RaterId rater) {
    RAPPORT_TRY(ownWorkOnly(session, rater));
    store::CodingFilter filter;
    filter.unit = unit;
    filter.rater = rater;
    RAPPORT_ASSIGN(const auto ratings, session.impl().codings().ratings(filter));
    RAPPORT_ASSIGN(const auto rounds, roundsById(session));
    std::vector<model::Round> completed;
    for (const model::Rating& rating : ratings) {
        const bool isKnown = std::any_of(completed.begin(), completed.end(),
                                         [&](const model::Round& round) { return round.id == rating.round; });
        if (!isKnown)
            completed.push_back(rounds.at(rating.round));
    }
    if (completed.empty())
        return base::fail(Errc::Refused, "this rater has not completed the unit");
    if (completed.size() > 1)
        return tl::make_unexpected(
            inSeveralRounds("this rater has completed the unit in several rounds", completed));
    return completed.front();
}

base::Result<ChangeSet> code(Session& session, const Target& target, model::CodeId codeId,
                             std::optional<text::TextRange> range) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const Context context, contextOf(session, target));
        const auto [variable, code] = context.codebook->code(codeId);
        if (code == nullptr)
            return base::fail(Errc::NotFound, "there is no such code");
        if (!code->isCodable)
            return base::fail(Errc::Refused, base::said("'{}' is a heading, not a code", code->name),
                              "use one of the codes under it");
        if (variable->scale != model::Scale::Presence)
            return base::fail(Errc::InvalidArgument,
                              base::said("'{}' is a level of variable '{}'", code->name, variable->name),
                              base::said("choose it with --level {}={}", variable->name, code->name));
        RAPPORT_TRY(variableFits(context, *variable, base::said("code '{}'", code->name)));
        if (range) {
            if (range->isEmpty() || range->begin > range->end || !context.unit.range.covers(*range)) {
                RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
                return rangeOutside(context.unit, *range, names->hidesPlace(target.unit));
            }
        }
        describeAct(writer.changes(), "code", code->name, context);
        const bool isThere =
            std::any_of(context.live.begin(), context.live.end(), [&](const model::Coding& coding) {
                return isSame(context, coding.code, codeId) && coding.range == range;
            });
        if (isThere)
            return {};
        store::JournalEntry entry = codingEntry(target, variable->id, codeId, context.codebook->version);
        entry.range = range;
        RAPPORT_TRY(writer.append(entry));
        return freezeVersion(writer, *context.codebook);
    });
}

base::Result<ChangeSet> withdraw(Session& session, model::CodingId id) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const model::Coding coding, liveCoding(session, id));
        RAPPORT_ASSIGN(const Context context, contextOf(session, {coding.rater, coding.round, coding.unit}));
        const auto found = context.codebook->code(coding.code);
        describeAct(writer.changes(), "withdraw", found.code == nullptr ? "" : found.code->name, context);
        for (const model::Coding& each : context.live) {
            const bool isShownAsOne = !coding.code.isNone() && each.range == coding.range &&
                                      areOne(context, each.code, coding.code);
            if (each.id == coding.id || isShownAsOne)
                RAPPORT_TRY(writer.append(withdrawal(each)));
        }
        return {};
    });
}

base::Result<ChangeSet> withdrawCode(Session& session, const Target& target, model::CodeId codeId) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const Context context, contextOf(session, target));
        const auto found = context.codebook->code(codeId);
        if (found.code == nullptr)
            return base::fail(Errc::NotFound, "there is no such code");
        describeAct(writer.changes(), "withdraw", found.code->name, context);
        for (const model::Coding& coding : context.live) {
            if (isSame(context, coding.code, codeId))
                RAPPORT_TRY(writer.append(withdrawal(coding)));
        }
        return {};
    });
}

base::Result<ChangeSet> moveCoding(Session& session, model::CodingId id,
                                   std::optional<text::TextRange> range) {
    return asOneStep(session, [&](Session& inner) -> base::Status {
        RAPPORT_ASSIGN(const model::Coding coding, liveCoding(inner, id));
        RAPPORT_TRY(withdraw(inner, id));
        RAPPORT_TRY(code(inner, {coding.rater, coding.round, coding.unit}, coding.code, range));
        inner.impl().openStep->changes.act = "move";
        return {};
    });
}

base::Result<ChangeSet> recode(Session& session, model::CodingId id, model::CodeId newCode) {
    return asOneStep(session, [&](Session& inner) -> base::Status {
        RAPPORT_ASSIGN(const model::Coding coding, liveCoding(inner, id));
        RAPPORT_TRY(withdraw(inner, id));
        RAPPORT_TRY(code(inner, {coding.rater, coding.round, coding.unit}, newCode, coding.range));
        inner.impl().openStep->changes.act = "recode";
        return {};
    });
}

base::Result<ChangeSet> chooseLevel(Session& session, const Target& target, model::CodeId level) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const Context context, contextOf(session, target));
        const auto [variable, code] = context.codebook->code(level);
        if (code == nullptr)
            return base::fail(Errc::NotFound, "there is no such level");
        if (variable->scale != model::Scale::Nominal && variable->scale != model::Scale::Ordinal)
            return base::fail(Errc::InvalidArgument, base::said("'{}' is not a level", code->name),
                              base::said("add it as a code with --add {}", code->name));
        RAPPORT_TRY(variableFits(context, *variable, base::said("variable '{}'", variable->name)));
        describeAct(writer.changes(), "level", code->name, context);
        bool wasChosen = false;
        for (const model::Coding& coding : context.live) {
            if (coding.variable != variable->id)
                continue;
            wasChosen = wasChosen || isSame(context, coding.code, level);
            RAPPORT_TRY(writer.append(withdrawal(coding)));
        }
        if (wasChosen)
            return {};
        RAPPORT_TRY(writer.append(codingEntry(target, variable->id, level, context.codebook->version)));
        return freezeVersion(writer, *context.codebook);
    });
}

base::Result<ChangeSet> setCount(Session& session, const Target& target, model::VariableId variableId,
                                 std::int64_t count) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const Context context, contextOf(session, target));
        const model::Variable* variable = context.codebook->variable(variableId);
        if (variable == nullptr || variable->scale != model::Scale::Count)
            return base::fail(Errc::InvalidArgument, "this variable is not a count");
        if (count < 0)
            return base::fail(Errc::InvalidArgument, "a count is never below 0");
        RAPPORT_TRY(variableFits(context, *variable, base::said("variable '{}'", variable->name)));
        describeAct(writer.changes(), "count", variable->name, context);
        for (const model::Coding& coding : context.live) {
            if (coding.variable == variableId && coding.count == count)
                return {};
            if (coding.variable == variableId)
                RAPPORT_TRY(writer.append(withdrawal(coding)));
        }
        store::JournalEntry entry =
            codingEntry(target, variableId, model::CodeId{}, context.codebook->version);
        entry.number = count;
        RAPPORT_TRY(writer.append(entry));
        return freezeVersion(writer, *context.codebook);
    });
}

base::Result<ChangeSet> complete(Session& session, const Target& target) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const Context context, contextOf(session, target));
        describeAct(writer.changes(), "complete", "", context);
        store::CodingFilter filter;
        filter.unit = target.unit;
        filter.rater = target.rater;
        filter.round = target.round;
        RAPPORT_ASSIGN(const auto ratings, session.impl().codings().ratings(filter));
        base::Json variables = base::Json::array();
        for (const model::Variable& variable : context.codebook->variables) {
            const bool isDone = std::any_of(ratings.begin(), ratings.end(), [&](const model::Rating& rating) {
                return rating.variable == variable.id;
            });
            if (!isDone && variable.appliesTo(context.unit.kind, context.prompt) &&
                isInRound(context.round, variable))
                variables.push_back(variable.id.value);
        }
        if (variables.empty()) {
            if (!ratings.empty())
                return {};
            return base::fail(Errc::Refused, "no variable of the codebook applies to the unit",
                              "give the codebook a variable for this prompt or kind of unit");
        }
        store::JournalEntry entry = entryFor(Act::Complete, target);
        entry.version = context.codebook->version;
        entry.detail = base::dumpJson({{"variables", variables}}, -1);
        RAPPORT_TRY(writer.append(entry));
        return freezeVersion(writer, *context.codebook);
    });
}

base::Result<ChangeSet> reopen(Session& session, const Target& target) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const Context context, contextOf(session, target));
        describeAct(writer.changes(), "reopen", "", context);
        store::CodingFilter filter;
        filter.unit = target.unit;
        filter.rater = target.rater;
        filter.round = target.round;
        RAPPORT_ASSIGN(const auto ratings, session.impl().codings().ratings(filter));
        if (ratings.empty())
            return {};
        store::JournalEntry entry = entryFor(Act::Reopen, target);
        entry.version = ratings.front().version;
        RAPPORT_TRY(writer.append(entry));
        return {};
    });
}

base::Result<ChangeSet> setMemo(Session& session, const Target& target, const std::string& text) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const Context context, contextOf(session, target));
        describeAct(writer.changes(), "memo", "", context);
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const model::Memo before, impl.codings().memo(target.rater, target.unit));
        if (before.text == text)
            return {};
        model::Memo memo;
        memo.guid = base::Guid::random(impl.environment.random);
        memo.author = target.rater;
        memo.unit = target.unit;
        memo.text = text;
        memo.time = impl.environment.clock->now();
        return writer.memo(memo, before.text, target.round);
    });
}

base::Result<ChangeSet> setFlag(Session& session, const Target& target, bool isFlagged) {
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const Context context, contextOf(session, target));
        describeAct(writer.changes(), isFlagged ? "flag" : "unflag", "", context);
        RAPPORT_ASSIGN(const auto flagged, session.impl().codings().flagged(target.rater, target.round));
        const bool was = std::find(flagged.begin(), flagged.end(), target.unit) != flagged.end();
        if (was == isFlagged)
            return {};
        RAPPORT_TRY(writer.append(entryFor(isFlagged ? Act::Flag : Act::Unflag, target)));
        return {};
    });
}

base::Result<std::vector<model::VariableId>> openChoices(Session& session, const Target& target) {
    RAPPORT_ASSIGN(const Context context, contextOf(session, target));
    std::vector<model::VariableId> open;
    for (const model::Variable& variable : context.codebook->variables) {
        const bool hasLevels =
            variable.scale == model::Scale::Nominal || variable.scale == model::Scale::Ordinal;
        if (!hasLevels || !variable.appliesTo(context.unit.kind, context.prompt) ||
            !isInRound(context.round, variable))
            continue;
        const bool isChosen =
            std::any_of(context.live.begin(), context.live.end(),
                        [&](const model::Coding& coding) { return coding.variable == variable.id; });
        if (!isChosen)
            open.push_back(variable.id);
    }
    return open;
}

base::Result<ChangeSet> asOneStep(Session& session, const std::function<base::Status(Session&)>& work) {
    auto& impl = session.impl();
    if (impl.openStep != nullptr) {
        RAPPORT_TRY(work(session));
        return impl.openStep->changes;
    }
    RAPPORT_TRY(readSteps(session));
    UndoStep step;
    bool isEmpty = false; // without a row of the journal nothing was done, and nothing is left behind
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        impl.openStep = &step;
        const base::Status worked = work(session);
        impl.openStep = nullptr;
        writer.changes() = step.changes;
        RAPPORT_TRY(worked);
        isEmpty = step.entries.empty();
        if (isEmpty)
            return base::Task::cancelled(); // told to nobody
        return keepStep(session, step, store::StepKind::Act);
    });
    if (isEmpty)
        return step.changes;
    if (!done)
        return base::fail(done);
    if (!step.entries.empty()) {
        impl.undo.push_back(std::move(step));
        impl.redo.clear();
    }
    return *done;
}

} // namespace rapport::service
