// SPDX-License-Identifier: GPL-3.0-or-later
// Taking out what somebody may no longer keep: a participant's texts and data, or a name found while coding.
// The journal row (forget, redact) comes first and is the caller's; what is here only works in the
// transaction of that row. Lengths, ranges and numbers stay, so that codings and the journal hold. purge()
// afterwards takes the bytes out of the file.
#pragma once

#include "base/phrase.h"
#include "base/result.h"
#include "model/source.h"
#include "store/study_file.h"
#include "text/text_range.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rapport::store {

enum class Blot {
    Words,      ///< every character but white space becomes U+2588
    Everything, ///< every character but line ends
};

struct Forgotten {
    std::string name; ///< what the participant is called now
    std::int64_t texts = 0;
    std::int64_t turns = 0;
    std::int64_t memos = 0; ///< and notes
    std::int64_t values = 0;
    std::int64_t assignments = 0;
    std::vector<std::string> files; ///< imported files whose bytes went
    /// Texts of others in which the participant's name still stands.
    std::vector<std::string> mentions;
    std::vector<base::Phrase> kept; ///< see Forgetting::keptWith
};

/// `text` with its characters as U+2588, as `how` says.
[[nodiscard]] std::string blotted(std::string_view text, Blot how);

/// What of a participant is in the study, for a look before and for the codings.
struct Traces {
    std::vector<model::UnitId> units; ///< the participant's own, rising
    std::int64_t codings = 0;         ///< live ones on them
    std::int64_t texts = 0;           ///< answers and other texts of the participant
    std::int64_t turns = 0;           ///< spoken in transcripts
    std::int64_t memos = 0;           ///< on them, and notes
    std::int64_t values = 0;          ///< of attributes and responses
};

class Forgetting {
public:
    explicit Forgetting(StudyFile& file)
        : m_file(&file) {}

    /// Of units in `keptBack` (rising) no codings, memos and notes of raters but `self`.
    [[nodiscard]] base::Result<Traces> traces(model::ParticipantId participant,
                                              const std::vector<model::UnitId>& keptBack = {},
                                              model::RaterId self = {}) const;
    /// `position`: of the journal row. With `withCodings` the units leave the statistics, too; also those of
    /// somebody who was forgotten without. Errors: NotFound, Refused (forgotten already).
    [[nodiscard]] base::Result<Forgotten> forget(model::ParticipantId participant, std::int64_t position,
                                                 bool withCodings);
    /// Ranges rise and do not overlap. Lines that were hidden there go with their reasons. Errors: NotFound
    /// (no such source), InvalidArgument (a range outside the text).
    [[nodiscard]] base::Status blot(model::SourceId source, const std::vector<text::TextRange>& ranges,
                                    Blot how);
    /// The bytes of the files go, their names and digests stay. Names of those that had bytes.
    [[nodiscard]] base::Result<std::vector<std::string>> dropFiles(const std::set<std::int64_t>& files,
                                                                   std::int64_t position);
    /// What searching keeps (saved searches, hidden lines, samples of lines) and what people wrote about
    /// units (memos, as they were before too, reasons and remarks) and holds these words, whatever their case
    /// and accents, named for people. `owner`: that rater's own; none: everybody's.
    [[nodiscard]] base::Result<std::vector<base::Phrase>> keptWith(const std::string& words,
                                                                   model::RaterId owner) const;
    /// Codes and variables of any version of the codebook whose name or texts hold these words, named for
    /// people. Nothing blots them out there: raters coded by these texts.
    [[nodiscard]] base::Result<std::vector<base::Phrase>> codebookWith(const std::string& words) const;
    /// Blots them out there; lines that were hidden in a search for them are shown again. How many rows were
    /// changed.
    [[nodiscard]] base::Result<std::int64_t> blotKept(const std::string& words, model::RaterId owner);
    /// Rewrites the study without what was deleted, and empties the log beside it. False: somebody else has
    /// the study open, so that the log could not be emptied. Outside of transactions.
    [[nodiscard]] base::Result<bool> purge();

    /// Participants that may not come back, by guid.
    [[nodiscard]] base::Result<std::vector<model::Guid>> forgotten() const;
    /// Their units, by guid: nobody has to rate these.
    [[nodiscard]] base::Result<std::unordered_set<model::Guid>> units() const;
    /// The same, rising.
    [[nodiscard]] base::Result<std::vector<model::UnitId>> unitIds() const;
    [[nodiscard]] base::Result<bool> isUnit(model::UnitId unit) const; ///< whether it is one of them
    /// Units of this participant are in the statistics.
    [[nodiscard]] base::Result<bool> stillCounts(model::ParticipantId participant) const;
    /// Units that left the statistics, rising.
    [[nodiscard]] base::Result<std::vector<model::UnitId>> leftOut() const;

private:
    StudyFile* m_file;
};

/// Whether a study or a pack, which stays as it is, holds words of one of these units, as far as can be seen:
/// true where it cannot be read, or has a log that was not written back. A copy that knows none of the units
/// may have their texts under other guids; a pack without them has none.
[[nodiscard]] bool mayHoldTextOf(const std::string& path, const std::vector<model::Guid>& units, bool isPack);

/// Which study a file holds, whatever its name, without changing it in any way; none: it is no study that can
/// be read.
struct StudyIn {
    model::Guid guid;
    bool isPack = false;
};
[[nodiscard]] std::optional<StudyIn> studyIn(const std::string& path);

} // namespace rapport::store
