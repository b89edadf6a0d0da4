// SPDX-License-Identifier: GPL-3.0-or-later
// Withdrawal of consent, and names found while coding. Texts go from every byte of the study and of the
// search index; lengths, ranges, numbers and the journal stay, so that everything else holds. Neither can be
// undone. Copies of the study and packs elsewhere are told, not touched; automatic backups of both go.
#pragma once

#include "service/session.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::service {

struct ForgetRequest {
    std::string participant;
    bool withCodings =
        false; ///< withdraws codings and completions, and leaves the units out of all statistics
};

/// Files beside the study, two folders deep, that may still hold what went.
struct Elsewhere {
    std::vector<std::string> copies; ///< study files that hold the same study
    std::vector<std::string> packs;  ///< that hold texts of the units
    std::int64_t unnamedPacks = 0;   ///< to a rater: the name of one may say who else rates these
    std::vector<std::string> sealed; ///< what they hold cannot be seen
    [[nodiscard]] bool isEmpty() const {
        return copies.empty() && packs.empty() && unnamedPacks == 0 && sealed.empty();
    }
};

struct ForgetReport {
    std::string nowCalled;
    std::int64_t texts = 0;
    std::int64_t turns = 0;
    std::int64_t memos = 0;             ///< and remarks
    std::int64_t values = 0;            ///< attributes and responses
    std::int64_t codings = 0;           ///< withdrawn
    std::vector<std::string> files;     ///< imported files whose bytes went
    std::vector<std::string> mentions;  ///< sources of others in which the name still stands
    std::vector<base::Phrase> kept;     ///< saved searches, memos and the like: see redactKept
    std::vector<base::Phrase> codebook; ///< codes and variables whose texts hold the name, which stay
    Elsewhere elsewhere;
    bool isPurged = true; ///< false: somebody else has the study open, so that its log may still hold texts
    ChangeSet changes;
};
/// What it would do; which texts of others hold the name shows itself only when it is done. What others did
/// on units that a coordinator who rates too still has to rate is not counted. Same errors, nothing written.
[[nodiscard]] base::Result<ForgetReport> previewForget(Session& session, const ForgetRequest& request);
/// For the coordinator. `withCodings` also for somebody who was forgotten without them before, by the name
/// since then. Errors: NotFound, Refused (a rater looks, forgotten already).
[[nodiscard]] base::Result<ForgetReport> forget(Session& session, const ForgetRequest& request);

struct RedactRequest {
    model::UnitId unit;
    std::optional<text::TextRange> range; ///< in the source, inside the unit
    std::string words;                    ///< instead: every occurrence in the unit's text, as it is written
};

struct RedactReport {
    std::int64_t places = 0;
    /// Imported files whose bytes went: that of the text, every one that holds the words and every one that
    /// may. None is named where the viewer is not to know where the unit is from.
    std::vector<std::string> files;
    std::int64_t memos = 0; ///< memos of the unit that hold the same words; they stay as they are
    /// What the viewer keeps of searching or wrote about units and holds the same words: see redactKept.
    std::vector<base::Phrase> kept;
    std::vector<base::Phrase> codebook; ///< codes and variables whose texts hold the words, which stay
    Elsewhere elsewhere;
    bool isPurged = true;
    ChangeSet changes;
};
/// Every letter becomes U+2588, white space stays. Lines that were hidden there are not hidden any more. One
/// journal row per place. A rater may redact in the own units. Errors: NotFound (no such words),
/// InvalidArgument (a range outside the unit), Refused.
[[nodiscard]] base::Result<RedactReport> redact(Session& session, const RedactRequest& request);
/// The same in the names, queries and reasons of saved searches, hidden lines and samples of lines, and in
/// memos (as they were before, too), reasons and remarks, whatever the case of the words; of a rater in the
/// own. Lines that were hidden in a search for the words are not hidden any more. `places`: how many of
/// these. Errors: NotFound (no such words).
[[nodiscard]] base::Result<RedactReport> redactKept(Session& session, const std::string& words);

/// Names of participants who withdrew, known by digests alone: for imports and merges.
class ForgottenNames {
public:
    [[nodiscard]] static base::Result<ForgottenNames> read(const Session& session);
    /// However it is written (model::personName).
    [[nodiscard]] bool holds(const std::string& name) const { return !whose(name).isNull(); }
    /// The participant who had that name; null: nobody who withdrew.
    [[nodiscard]] model::Guid whose(const std::string& name) const;
    [[nodiscard]] bool holds(const model::Guid& participant) const;
    /// As the study calls somebody since then: only what is blotted out stands under it.
    [[nodiscard]] bool isNow(const std::string& name) const { return m_now.contains(name); }
    /// What the study calls whoever had that name; empty: nobody who withdrew, or nobody here.
    [[nodiscard]] std::string nowOf(const std::string& name) const;
    [[nodiscard]] bool isEmpty() const { return m_known.empty(); }

private:
    struct Known {
        model::Guid participant;
        std::string digest;
    };
    std::vector<Known> m_known;
    std::map<std::string, model::Guid> m_now;
};

/// Nothing but blotted out letters and blanks; also an empty one.
[[nodiscard]] bool isBlottedOut(std::string_view text);

} // namespace rapport::service
