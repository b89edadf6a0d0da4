// SPDX-License-Identifier: GPL-3.0-or-later
// Memos and codes as documents of an index of their own, beside that of texts: a document there is its unit's
// number, and no word of a memo may count among the words of texts. It is asked for coordinators alone. A
// rater's own memos are few, and what others wrote must not even weigh: they are read from the study.
// Internal to the room.
#pragma once

#include "model/codebook.h"
#include "service/indexing.h"
#include "store/codings.h"

#include <string>
#include <utility>
#include <vector>

namespace rapport::service {

/// Numbers of documents: even ones are memos', by store::MemoRow::number, odd ones codes'.
[[nodiscard]] model::UnitId memoDocument(std::int64_t number);
[[nodiscard]] model::UnitId codeDocument(model::CodeId code);
/// The number of the memo whose document it is.
[[nodiscard]] std::int64_t memoNumber(model::UnitId document);

inline constexpr const char* memoKind = "memo";
inline constexpr const char* codeKind = "code";

/// `row`: of the unit that the memo is on.
[[nodiscard]] search::IndexedUnit indexedMemo(const store::MemoRow& memo, const store::UnitRow& row);
/// What of a code is searched: title, definition, use, avoid and examples, one line each.
[[nodiscard]] std::string textOf(const model::Code& code);
/// With its name in front, which weighs more than what is said of it, as its title does.
[[nodiscard]] search::IndexedUnit indexedCode(const model::Code& code, std::int64_t order);

/// What is searched of all memos and codes, by document, rising.
[[nodiscard]] base::Result<std::vector<std::pair<model::UnitId, std::string>>>
memoTexts(const Session& session, const base::Task& task);

/// Adds what came, changed or went after a position; 0: all there is. Of one author, or of all (none).
[[nodiscard]] base::Status addMemosAfter(const Session& session, std::int64_t after, model::RaterId author,
                                         const base::Task& task, search::IndexBatch& batch);
[[nodiscard]] base::Status addCodesAfter(const Session& session, std::int64_t after,
                                         search::IndexBatch& batch);

[[nodiscard]] IndexContent memoContent(const Session& session, const base::Task& task);

} // namespace rapport::service
