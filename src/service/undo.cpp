// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: the inverse acts are appended to the journal, nothing is taken out of it.
#include "service/codebook_versions.h"
#include "service/instrument_undo.h"
#include "service/rating.h"
#include "service/session_impl.h"
#include "service/unit_names.h"

#include <algorithm>
#include <map>

namespace rapport::service {

namespace {

using store::Act;

/// Appends the inverse of each entry, last first. A withdrawn coding comes back as a new one: the result
/// tells its new guid, which steps further back must know it by.
base::Result<Renamed> invert(Writer& writer, const UndoStep& step) {
    auto& impl = writer.session().impl();
    auto memo = step.memos.rbegin();
    Renamed renamed;
    for (auto done = step.entries.rbegin(); done != step.entries.rend(); ++done) {
        store::JournalEntry entry = *done;
        entry.position = 0;
        entry.guid = model::Guid{};
        entry.deviceSequence = 0;
        entry.time = base::Instant{};
        entry.target = model::Guid{};
        switch (done->act) {
        case Act::Code: {
            entry.act = Act::Withdraw;
            const auto again = renamed.find(done->guid);
            entry.target = again == renamed.end() ? done->guid : again->second;
            RAPPORT_TRY(writer.append(entry));
            break;
        }
        case Act::Withdraw: {
            entry.act = Act::Code;
            RAPPORT_ASSIGN(const store::JournalEntry written, writer.append(entry));
            renamed[done->target] = written.guid;
            break;
        }
        case Act::Adjudicate: {
            entry.act = Act::Unsettle;
            const auto again = renamed.find(done->guid);
            entry.target = again == renamed.end() ? done->guid : again->second;
            RAPPORT_TRY(writer.append(entry));
            break;
        }
        case Act::Unsettle: {
            entry.act = Act::Adjudicate;
            RAPPORT_ASSIGN(const auto settled, impl.journal().byGuid(done->target));
            if (!settled)
                return base::fail(base::Errc::Refused, "what was settled is not on record");
            entry.rater = settled->rater;
            entry.number = settled->number;
            entry.version = settled->version;
            entry.target = settled->target; // the reason
            entry.detail = settled->detail;
            RAPPORT_ASSIGN(const store::JournalEntry written, writer.append(entry));
            renamed[done->target] = written.guid;
            break;
        }
        case Act::Codebook:
            RAPPORT_TRY(undoVersion(writer, *done));
            break;
        case Act::Instrument:
            RAPPORT_TRY(undoInstrument(writer, *done));
            break;
        case Act::Note:
            entry.target = done->target;
            entry.detail = done->detail.empty() ? store::takenBack : "";
            RAPPORT_TRY(writer.append(entry));
            break;
        case Act::Flag:
            entry.act = Act::Unflag;
            RAPPORT_TRY(writer.append(entry));
            break;
        case Act::Unflag:
            entry.act = Act::Flag;
            RAPPORT_TRY(writer.append(entry));
            break;
        case Act::Memo: {
            model::Memo back;
            back.guid = model::Guid::random(impl.environment.random);
            back.author = memo->author;
            back.unit = memo->unit;
            back.text = memo->before;
            back.time = impl.environment.clock->now();
            RAPPORT_TRY(writer.memo(back, memo->after, done->round));
            ++memo;
            break;
        }
        default:
            break; // completions are restored as a whole below; a frozen version stays frozen
        }
    }
    for (const RatingsBefore& before : step.ratings)
        RAPPORT_TRY(writer.restore(before));
    return renamed;
}

void rename(UndoStep& step, const Renamed& renamed) {
    for (store::JournalEntry& entry : step.entries) {
        if (const auto found = renamed.find(entry.guid); found != renamed.end())
            entry.guid = found->second;
        if (const auto found = renamed.find(entry.target); found != renamed.end())
            entry.target = found->second;
    }
}

void rename(std::vector<UndoStep>& stack, Renamed renamed) {
    if (renamed.empty())
        return;
    const auto shared = std::make_shared<const Renamed>(std::move(renamed));
    for (UndoStep& step : stack) {
        if (step.unread)
            step.unread->renamed.push_back(shared);
        else
            rename(step, *shared);
    }
}

/// What invert() told when it made `inverted` from `original`, read from the two.
Renamed renamedBy(const UndoStep& original, const UndoStep& inverted) {
    Renamed renamed;
    const auto comesBack = [](Act act) { return act == Act::Withdraw || act == Act::Unsettle; };
    auto again = inverted.entries.begin();
    for (auto gone = original.entries.rbegin(); gone != original.entries.rend(); ++gone) {
        if (!comesBack(gone->act))
            continue;
        again = std::find_if(again, inverted.entries.end(), [](const store::JournalEntry& each) {
            return each.act == Act::Code || each.act == Act::Adjudicate;
        });
        if (again == inverted.entries.end())
            break;
        renamed[gone->target] = again->guid;
        ++again;
    }
    return renamed;
}

/// As whoever rated it was told: by the neutral name while the round is blind, whoever is looking.
std::string nameAsRated(const Session& session, const UnitNames& names, const model::Unit& unit,
                        model::RoundId roundId) {
    const auto rounds = roundsById(session);
    const auto round =
        rounds ? rounds->find(roundId) : std::map<model::RoundId, model::Round>::const_iterator();
    if (rounds && round != rounds->end() && round->second.isStillBlind()) {
        if (const auto number = session.impl().rounds().neutralNumber(roundId, unit.id); number && *number)
            return model::neutralName(roundId.value, **number);
    }
    return names.known(session, unit, roundId).value_or(std::string());
}

/// For "Undo ...": as the acts described themselves when they were done.
void describe(const Session& session, const model::Codebook& codebook,
              const std::vector<store::JournalEntry>& entries, ChangeSet& changes) {
    bool isChoice = false;
    for (const store::JournalEntry& entry : entries) {
        if (!entry.unit.isNone() && (changes.units.empty() || changes.units.back() != entry.unit)) {
            changes.units.push_back(entry.unit);
            if (changes.units.size() > 1 && changes.unitKind == model::UnitKind::Answer) {
                const auto row = session.impl().sources().unit(entry.unit, false);
                if (row && *row)
                    changes.unitKind = (*row)->unit.kind;
            }
        }
        changes.position = entry.position;
        const model::Variable* variable = codebook.variable(entry.variable);
        isChoice = isChoice || (variable != nullptr && variable->scale != model::Scale::Presence &&
                                (entry.act == Act::Code || entry.act == Act::Withdraw));
        if (entry.act == Act::Freeze)
            continue;
        if (changes.act.empty() || entry.act == Act::Complete || entry.act == Act::Adjudicate) {
            changes.act = store::name(entry.act);
            const auto found = codebook.code(entry.code);
            changes.object = found.code != nullptr ? found.code->name
                             : variable != nullptr ? variable->name
                                                   : "";
        }
        if (isChoice && entry.act == Act::Code) {
            changes.act = variable != nullptr && variable->scale == model::Scale::Count ? "count" : "level";
            const auto found = codebook.code(entry.code);
            changes.object = found.code != nullptr ? found.code->name : variable->name;
        }
        if (changes.unitName.empty() && !entry.unit.isNone()) {
            const auto row = session.impl().sources().unit(entry.unit, false);
            const auto names = UnitNames::forViewer(session);
            if (row && *row && names) {
                changes.unitName = nameAsRated(session, **names, (*row)->unit, entry.round);
                changes.unitKind = (*row)->unit.kind;
            }
            if (entry.act != Act::Adjudicate && entry.act != Act::Unsettle) {
                changes.rater = entry.rater;
                changes.round = entry.round;
            }
        }
    }
}

/// Of a step that has not been read: enough of it to name it.
base::Status describe(Session& session, UndoStep& step) {
    constexpr std::int64_t enough = 200; // entries: all of one act of a hand
    if (!step.unread || step.unread->isDescribed)
        return {};
    const store::StepRow& row = step.unread->row;
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_ASSIGN(const auto entries,
                   session.impl().journal().between(row.first, std::min(row.last, row.first + enough - 1)));
    describe(session, *codebook, entries, step.changes);
    step.unread->isDescribed = true;
    return {};
}

/// Reads a step of an earlier session whole.
base::Status readStep(Session& session, UndoStep& unread) {
    if (!unread.unread)
        return {};
    RAPPORT_TRY(describe(session, unread));
    auto& impl = session.impl();
    const store::StepRow& row = unread.unread->row;
    UndoStep step;
    step.changes = unread.changes;
    RAPPORT_ASSIGN(step.entries, impl.journal().between(row.first, row.last));
    for (const store::JournalEntry& entry : step.entries) {
        if (entry.act == Act::Complete || entry.act == Act::Reopen) {
            if (!step.rated.emplace(entry.unit, entry.rater, entry.round).second)
                continue;
            store::CodingFilter filter;
            filter.unit = entry.unit;
            filter.rater = entry.rater;
            filter.round = entry.round;
            filter.at = row.first - 1;
            RatingsBefore before{entry.unit, entry.rater, entry.round, {}};
            RAPPORT_ASSIGN(before.ratings, impl.codings().ratings(filter));
            step.ratings.push_back(std::move(before));
        }
        if (entry.act == Act::Memo) {
            RAPPORT_ASSIGN(const auto texts, impl.codings().memoTexts(entry.rater, entry.unit, entry.target));
            step.memos.push_back({entry.rater, entry.unit, texts.first, texts.second});
        }
    }
    for (const auto& renamed : unread.unread->renamed)
        rename(step, *renamed);
    unread = std::move(step);
    return {};
}

/// Whether a step that was refused will always be: what it did was undone or changed by somebody else since.
/// A change of the codebook can be taken back later, when what rests on it is.
bool isPast(const base::Error& error, const UndoStep& step) {
    return error.code == base::Errc::Refused &&
           std::none_of(step.entries.begin(), step.entries.end(),
                        [](const store::JournalEntry& entry) { return entry.act == Act::Codebook; });
}

constexpr std::int64_t stepsKept = 500; ///< of earlier sessions

base::Result<ChangeSet> step(Session& session, std::vector<UndoStep>& from, std::vector<UndoStep>& to,
                             store::StepKind kind, const char* nothing) {
    auto& impl = session.impl();
    RAPPORT_TRY(impl.refresh());
    RAPPORT_TRY(readSteps(session));
    if (from.empty())
        return base::fail(base::Errc::Refused, nothing);
    RAPPORT_TRY(readStep(session, from.back()));
    const UndoStep original = from.back();
    UndoStep inverted;
    Renamed renamed;
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        if (from.empty()) // texts were taken out by somebody else just now
            return base::fail(base::Errc::Refused, nothing);
        impl.openStep = &inverted;
        Writer inner(session, inverted);
        auto worked = invert(inner, original);
        impl.openStep = nullptr;
        if (!worked)
            return base::fail(worked);
        renamed = std::move(*worked);
        inverted.changes.act = original.changes.act;
        inverted.changes.object = original.changes.object;
        inverted.changes.unitName = original.changes.unitName;
        inverted.changes.rater = original.changes.rater;
        inverted.changes.round = original.changes.round;
        inverted.changes.unitKind = original.changes.unitKind;
        // Each once: codings come first, and what was completed after all of them.
        auto& units = inverted.changes.units;
        std::sort(units.begin(), units.end());
        units.erase(std::unique(units.begin(), units.end()), units.end());
        writer.changes() = inverted.changes;
        return keepStep(session, inverted, kind);
    });
    if (!done && !from.empty() && !original.entries.empty() && isPast(done.error(), original)) {
        // What cannot be redone is what was undone: without that row it would be there to undo again.
        if (kind == store::StepKind::Undo)
            RAPPORT_TRY(impl.journal().dropStep(original.entries.front().position));
        from.pop_back();
        return base::fail(base::Errc::Refused, done.error().message,
                          "that stays as it is; the next time it goes on with what was done before");
    }
    if (!done)
        return base::fail(done);
    from.pop_back();
    rename(from, std::move(renamed));
    to.push_back(std::move(inverted));
    return *done;
}

std::optional<ChangeSet> describedTop(Session& session, std::vector<UndoStep>& stack) {
    if (!describe(session, stack.back()))
        return std::nullopt;
    return stack.back().changes;
}

} // namespace

base::Status readSteps(Session& session) {
    auto& impl = session.impl();
    if (impl.hasReadSteps || session.isReadOnly() || impl.openStep != nullptr)
        return {};
    RAPPORT_ASSIGN(const auto rows,
                   impl.journal().steps(session.viewer().rater, impl.environment.device, stepsKept));
    // What was done before somebody took texts out is not brought back (see Impl::refresh).
    std::int64_t taken = 0;
    for (const Act act : {Act::Forget, Act::Redact}) {
        store::HistoryFilter filter;
        filter.act = act;
        RAPPORT_ASSIGN(const auto acts, impl.journal().history(filter));
        if (!acts.empty())
            taken = std::max(taken, acts.back().position);
    }
    std::vector<UndoStep> undo;
    std::vector<UndoStep> redo;
    for (const store::StepRow& row : rows) {
        if (row.first < taken)
            continue;
        UndoStep made;
        made.unread = UnreadStep{row, {}, false};
        if (row.kind == store::StepKind::Act) {
            undo.push_back(std::move(made));
            redo.clear();
            continue;
        }
        std::vector<UndoStep>& from = row.kind == store::StepKind::Undo ? undo : redo;
        std::vector<UndoStep>& to = row.kind == store::StepKind::Undo ? redo : undo;
        if (from.empty()) {
            // What it took back was before those that are kept.
            undo.clear();
            redo.clear();
            continue;
        }
        UndoStep original = std::move(from.back());
        from.pop_back();
        RAPPORT_TRY(describe(session, original));
        made.changes = original.changes;
        made.unread->isDescribed = true;
        if (!from.empty()) {
            // Steps further back must know by its new guid what came back.
            RAPPORT_TRY(readStep(session, original));
            RAPPORT_TRY(readStep(session, made));
            rename(from, renamedBy(original, made));
        }
        to.push_back(std::move(made));
    }
    impl.undo = std::move(undo);
    impl.redo = std::move(redo);
    impl.hasReadSteps = true;
    return {};
}

base::Status keepStep(Session& session, const UndoStep& step, store::StepKind kind) {
    if (step.entries.empty())
        return {};
    auto& impl = session.impl();
    return impl.journal().putStep({step.entries.front().position, step.entries.back().position, kind},
                                  session.viewer().rater, impl.environment.device);
}

bool canUndo(Session& session) {
    return readSteps(session) && !session.impl().undo.empty();
}

bool canRedo(Session& session) {
    return readSteps(session) && !session.impl().redo.empty();
}

std::optional<ChangeSet> nextUndo(Session& session) {
    return canUndo(session) ? describedTop(session, session.impl().undo) : std::nullopt;
}

std::optional<ChangeSet> nextRedo(Session& session) {
    return canRedo(session) ? describedTop(session, session.impl().redo) : std::nullopt;
}

base::Result<ChangeSet> undo(Session& session) {
    return step(session, session.impl().undo, session.impl().redo, store::StepKind::Undo,
                "there is nothing to undo");
}

base::Result<ChangeSet> redo(Session& session) {
    return step(session, session.impl().redo, session.impl().undo, store::StepKind::Redo,
                "there is nothing to redo");
}

} // namespace rapport::service
