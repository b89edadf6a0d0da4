// SPDX-License-Identifier: GPL-3.0-or-later
// Taking in a coding pack, or another copy of the study: the union of the journals, keyed by guid. What is
// there already is left alone, what does not fit is refused row by row and told, and the state is derived
// anew for every unit that was touched. What was blotted out in the copy is blotted out here. Runs inside the
// caller's transaction; the other file is only read.
#pragma once

#include "base/guid.h"
#include "base/random.h"
#include "base/result.h"
#include "base/task.h"
#include "store/study_file.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace rapport::store {

struct MergeRefusal {
    base::Phrase reason;
    std::int64_t rows = 0;
    std::string example; ///< name of a unit in this study, or empty
};

struct MergeReport {
    bool isPack = false;
    base::Guid guid;   ///< of the pack, else of the study
    std::string rater; ///< whose pack
    std::int64_t added = 0;
    std::int64_t alreadyThere = 0;
    std::int64_t codings = 0;                         ///< of those added
    std::int64_t completions = 0;                     ///< of those added
    std::int64_t memos = 0;                           ///< of those added
    std::map<std::string, std::int64_t> afterOpening; ///< rows by round that came in after it was opened
    std::vector<MergeRefusal> refused;
    std::vector<base::Phrase> notes;
    /// Rounds whose reassignments are taken over: the copy knew of all that were made here.
    std::set<base::Guid> reassigned;
    std::vector<model::UnitId> units; ///< touched
    std::int64_t highestTick = 0;
    bool roundsChanged = false;
    bool codebookChanged = false;
    bool textsChanged = false; ///< something was blotted out: the file is to be purged (store/forgetting.h)
};

/// Errors: Refused (another study, the study itself, a rater who is not in this study, a row that differs
/// from the one of the same guid), StudyDamaged (the other file does not pass its check), Cancelled, Io. The
/// transaction is then to be given up.
[[nodiscard]] base::Result<MergeReport> mergeInto(StudyFile& study, StudyFile& other, const base::Task& task);

} // namespace rapport::store
