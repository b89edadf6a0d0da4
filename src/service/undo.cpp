// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: the inverse acts are appended to the journal, nothing is taken out of it.
#include "service/rating.h"
#include "service/session_impl.h"

#include <algorithm>
#include <map>

namespace rapport::service {

namespace {

using store::Act;

using Renamed = std::map<model::Guid, model::Guid>;

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

void rename(std::vector<UndoStep>& stack, const Renamed& renamed) {
    if (renamed.empty())
        return;
    for (UndoStep& step : stack) {
        for (store::JournalEntry& entry : step.entries) {
            if (const auto found = renamed.find(entry.guid); found != renamed.end())
                entry.guid = found->second;
            if (const auto found = renamed.find(entry.target); found != renamed.end())
                entry.target = found->second;
        }
    }
}

base::Result<ChangeSet> step(Session& session, std::vector<UndoStep>& from, std::vector<UndoStep>& to,
                             const char* nothing) {
    if (from.empty())
        return base::fail(base::Errc::Refused, nothing);
    const UndoStep original = from.back();
    auto& impl = session.impl();
    UndoStep inverted;
    Renamed renamed;
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
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
        writer.changes() = inverted.changes;
        return {};
    });
    if (!done)
        return base::fail(done);
    from.pop_back();
    rename(from, renamed);
    to.push_back(std::move(inverted));
    return *done;
}

} // namespace

bool canUndo(const Session& session) {
    return !session.impl().undo.empty();
}

bool canRedo(const Session& session) {
    return !session.impl().redo.empty();
}

std::optional<ChangeSet> nextUndo(const Session& session) {
    const auto& stack = session.impl().undo;
    return stack.empty() ? std::nullopt : std::optional<ChangeSet>(stack.back().changes);
}

std::optional<ChangeSet> nextRedo(const Session& session) {
    const auto& stack = session.impl().redo;
    return stack.empty() ? std::nullopt : std::optional<ChangeSet>(stack.back().changes);
}

base::Result<ChangeSet> undo(Session& session) {
    return step(session, session.impl().undo, session.impl().redo, "there is nothing to undo");
}

base::Result<ChangeSet> redo(Session& session) {
    return step(session, session.impl().redo, session.impl().undo, "there is nothing to redo");
}

} // namespace rapport::service
