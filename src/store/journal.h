// SPDX-License-Identifier: GPL-3.0-or-later
// The append-only journal: every change of a study is one row. Rows hold references and ranges, never texts
// or quotes; texts live in the nouns' tables. The state tables (coding, rating, flag, ...) are derived from
// it, row by row, in the same transaction. Each device's rows are chained by hashes.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "model/ids.h"
#include "store/study_file.h"
#include "text/text_range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

enum class Act {
    Create,     ///< the study itself
    Instrument, ///< case or prompts changed
    Import,     ///< target: imported file; detail: counts
    Attributes, ///< shown or blinded; detail: which
    Codebook,   ///< a version was made; version
    Freeze,     ///< a version was frozen; version
    AddRater,
    Assign, ///< a round with its assignments; round
    OpenRound,
    Code,     ///< unit, rater, round, variable, code, range or none, number, version
    Withdraw, ///< target: guid of a Code row
    Complete, ///< unit, rater, round, version; detail: variables as JSON ids
    Reopen,   ///< undoes a completion; same references
    Memo,     ///< unit, rater; target: the memo
    Flag,     ///< unit, rater, round: for discussion
    Unflag,
    Settings,   ///< title or a setting; detail: which
    Pack,       ///< a coding pack was written; rater; target: the pack
    Merge,      ///< another copy or a pack was taken in; target: that one; detail: counts
    Reassign,   ///< assignments moved from one rater to others; round, rater; detail: counts
    Adjudicate, ///< unit, round, variable, code or level or none, number, version; rater: who settled it;
                ///< target: the note with the reason; detail: how
    Unsettle,   ///< target: guid of an Adjudicate row
    Note,       ///< unit, round, variable, code, rater; target: the note
    Redact,     ///< target: the source; range: what was blotted out
    Forget,     ///< target: the participant; number: texts that went; detail: whether codings went, too
    Search,     ///< a search was saved, run or removed; rater: whose; target: the row of saved_search
    Hide,       ///< unit, range, rater: whose; target: the hidden line
    Show,       ///< a hidden line was shown again; target: that line
    Sample,     ///< lines were drawn to be judged; target: the sample; number: lines
    Judge,      ///< rater, unit, range, code or none, number of the line; target: the sample
    OpenSample, ///< target: the sample
};

struct JournalEntry {
    std::int64_t position = 0; ///< given by append()
    model::Guid guid;          ///< given by append() if null
    Act act = Act::Code;
    base::Instant time;
    model::Guid device;
    std::int64_t deviceSequence = 0; ///< given by append()
    model::RaterId rater; ///< who it is about and, for a rater's act, who did it; none for a researcher's
    model::RoundId round;
    model::UnitId unit;
    model::VariableId variable;
    model::CodeId code;
    std::optional<text::TextRange> range;
    std::int64_t number = 0;
    std::int64_t version = 0;
    model::Guid target;
    std::string detail; ///< JSON, references and numbers only
    /// Given by append(): orders rows alike in every copy (see migration 2). A value that is set is the least
    /// it may become.
    std::int64_t tick = 0;
};

/// Narrows what history() gives; none or null: any.
struct HistoryFilter {
    model::UnitId unit;
    model::RaterId rater;
    model::CodeId code;
    std::int64_t after = 0; ///< positions above this
    std::int64_t limit = 0; ///< 0: all
    std::optional<Act> act{};
};

/// Journal rows that undo takes back as one.
enum class StepKind { Act, Undo, Redo };
struct StepRow {
    std::int64_t first = 0; ///< positions
    std::int64_t last = 0;
    StepKind kind = StepKind::Act;
};

class Journal {
public:
    explicit Journal(StudyFile& file)
        : m_file(&file) {}

    /// Appends and derives state; call it inside a Transaction. Returns the entry with position, guid and
    /// sequence. Errors: Refused where state forbids it (withdrawing what is withdrawn, completing twice, an
    /// unknown reference, a segment outside its source, a second level of a nominal variable): nothing is
    /// written then and the transaction goes on. After any other error the transaction can only be undone. A
    /// Withdraw takes unit, round, variable and code from the coding where they are none. A Complete without
    /// detail completes `variable`.
    [[nodiscard]] base::Result<JournalEntry> append(JournalEntry entry, base::Random& random);
    [[nodiscard]] base::Result<std::vector<JournalEntry>> history(const HistoryFilter& filter) const;
    [[nodiscard]] base::Result<std::optional<JournalEntry>> byGuid(const model::Guid& guid) const;
    /// Whether texts were blotted out (Redact, Forget) above that position.
    [[nodiscard]] base::Result<bool> textsWentAfter(std::int64_t position) const;
    /// Whether anything but raters' work was done above that position: a codebook, an import, a merge, ...
    [[nodiscard]] base::Result<bool> studyChangedAfter(std::int64_t position) const;
    /// Rows from `first` to `last`, both included.
    [[nodiscard]] base::Result<std::vector<JournalEntry>> between(std::int64_t first,
                                                                  std::int64_t last) const;

    /// Remembers what a viewer (none: the coordinator) did on a device as one step; inside its Transaction.
    [[nodiscard]] base::Status putStep(const StepRow& step, model::RaterId viewer, const model::Guid& device);
    /// Forgets the step that began there: it can be undone or redone no more.
    [[nodiscard]] base::Status dropStep(std::int64_t first);
    /// The last `limit` steps of that viewer on that device, in the order they were made.
    [[nodiscard]] base::Result<std::vector<StepRow>> steps(model::RaterId viewer, const model::Guid& device,
                                                           std::int64_t limit) const;

private:
    StudyFile* m_file;
};

[[nodiscard]] const char* name(Act act); ///< "code", "withdraw", ...
[[nodiscard]] std::optional<Act> act(std::string_view name);

} // namespace rapport::store
