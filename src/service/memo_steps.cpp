// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/memo_steps.h"

#include "service/session_impl.h"

#include <algorithm>

namespace rapport::service {

base::Status joinMemoSteps(Session& session, std::int64_t behind) {
    auto& impl = session.impl();
    if (impl.openStep != nullptr || impl.undo.size() < 2)
        return {};
    const UndoStep& last = impl.undo.back();
    const UndoStep& before = impl.undo[impl.undo.size() - 2];
    if (last.unread || before.unread || last.entries.empty() || before.entries.empty())
        return {};
    const store::JournalEntry& first = before.entries.front();
    const auto isSame = [&first](const store::JournalEntry& each) {
        return each.act == store::Act::Memo && each.unit == first.unit && each.rater == first.rater;
    };
    if (first.position <= behind || before.entries.back().position + 1 != last.entries.front().position ||
        !std::all_of(before.entries.begin(), before.entries.end(), isSame) ||
        !std::all_of(last.entries.begin(), last.entries.end(), isSame))
        return {};
    UndoStep whole = before;
    whole.entries.insert(whole.entries.end(), last.entries.begin(), last.entries.end());
    whole.memos.insert(whole.memos.end(), last.memos.begin(), last.memos.end());
    whole.changes = last.changes;
    RAPPORT_ASSIGN(store::Transaction transaction, store::Transaction::begin(*impl.file));
    RAPPORT_TRY(impl.journal().dropStep(first.position));
    RAPPORT_TRY(impl.journal().dropStep(last.entries.front().position));
    RAPPORT_TRY(keepStep(session, whole, store::StepKind::Act));
    RAPPORT_TRY(transaction.commit());
    impl.undo.pop_back();
    impl.undo.back() = std::move(whole);
    return {};
}

} // namespace rapport::service
