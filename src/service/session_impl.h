// SPDX-License-Identifier: GPL-3.0-or-later
// What the use cases of this room share: the open file, the undo stacks, and the one way to write (Writer).
#pragma once

#include "service/session.h"
#include "store/codebooks.h"
#include "store/codings.h"
#include "store/consensus.h"
#include "store/forgetting.h"
#include "store/journal.h"
#include "store/packing.h"
#include "store/participants.h"
#include "store/rounds.h"
#include "store/searches.h"
#include "store/sources.h"
#include "store/study_file.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>

namespace rapport::service {

class MeasuredRound;
class UnitNames;

/// A memo's text before and after an act: the journal holds no texts, undo needs them.
struct MemoTexts {
    model::RaterId author;
    model::UnitId unit;
    std::string before;
    std::string after;
};

/// What a rater had declared done on a unit in a round before a step completed or reopened it. Undo restores
/// this as a whole: a unit may have been completed under several versions of the codebook.
struct RatingsBefore {
    model::UnitId unit;
    model::RaterId rater;
    model::RoundId round;
    std::vector<model::Rating> ratings;
};

/// Guids under which withdrawn codings came back, by the former ones.
using Renamed = std::map<model::Guid, model::Guid>;

/// What a coordinator who rates too still has to rate, as of a position of the journal (own_rating.h).
struct StillUnits {
    struct Unit {
        model::UnitId unit;
        model::RoundId round;
        std::int64_t number = 0; ///< neutral
        friend auto operator<=>(const Unit&, const Unit&) = default;
    };
    model::RaterId self; ///< none: the coordinator does not rate
    std::set<Unit> units;
    std::map<model::RoundId, std::int64_t> perRound; ///< how many; only where there are any
    std::vector<model::Guid> samples;                ///< rising
    std::int64_t position = -1;
};

/// A step of an earlier session: only its place in the journal is known until it is needed (undo.cpp).
struct UnreadStep {
    store::StepRow row;
    std::vector<std::shared_ptr<const Renamed>> renamed; ///< by what was undone after it, in that order
    bool isDescribed = false;                            ///< `changes` tells act, object and unit
};

/// One step of undo: what was written, in order.
struct UndoStep {
    std::optional<UnreadStep> unread; ///< then the rest is empty
    std::vector<store::JournalEntry> entries;
    /// False where nobody will undo it: an import must neither look back at each row nor hold them all.
    bool isUndoable = true;
    std::vector<RatingsBefore> ratings; ///< one per unit, rater and round that the step completed or reopened
    std::set<std::tuple<model::UnitId, model::RaterId, model::RoundId>> rated; ///< whose `ratings` are there
    std::vector<MemoTexts> memos; ///< one per Memo entry, in order
    ChangeSet changes;
};

struct Session::Impl {
    Environment environment;
    std::unique_ptr<store::StudyFile> file;
    base::Phrase openingNote;
    Viewer viewer;
    std::optional<store::PackInfo> pack; ///< the file is one rater's pack
    // Filled from the journal when they are first asked for: undo goes on where the program was closed.
    std::vector<UndoStep> undo;
    std::vector<UndoStep> redo;
    bool hasReadSteps = false;
    UndoStep* openStep = nullptr; ///< while asOneStep runs

    // Read once and kept until something is written that may change them, here or by another connection.
    std::shared_ptr<const model::Codebook> codebook;
    std::shared_ptr<const UnitNames> unitNames;
    std::shared_ptr<StillUnits> still; ///< catches up by itself; null: not read, or read in what was undone
    /// Rounds in memory, as long as somebody works with them (measured_round.h).
    std::map<std::string, std::weak_ptr<const MeasuredRound>> measured;
    std::int64_t seenPosition = -1; ///< journal position for which they hold

    /// A session on a copy of the study that goes with it, for trying what would come of something: nothing
    /// of that reaches the study, its folder or its backups.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>> onPassingCopy(const Session& session,
                                                                              const base::Task& task);

    /// Drops what is kept if the journal went on without us.
    [[nodiscard]] base::Status refresh();

    [[nodiscard]] store::Participants participants() const { return store::Participants(*file); }
    [[nodiscard]] store::Sources sources() const { return store::Sources(*file); }
    [[nodiscard]] store::Codebooks codebooks() const { return store::Codebooks(*file); }
    [[nodiscard]] store::Rounds rounds() const { return store::Rounds(*file); }
    [[nodiscard]] store::Codings codings() const { return store::Codings(*file); }
    [[nodiscard]] store::Journal journal() const { return store::Journal(*file); }
    [[nodiscard]] store::Consensus consensus() const { return store::Consensus(*file); }
    [[nodiscard]] store::Searches searches() const { return store::Searches(*file); }
    [[nodiscard]] store::Forgetting forgetting() const { return store::Forgetting(*file); }
};

/// Writes journal rows of one step inside a transaction.
class Writer {
public:
    Writer(Session& session, UndoStep& step)
        : m_session(&session)
        , m_step(&step) {}

    /// Fills in time and device, appends, remembers.
    [[nodiscard]] base::Result<store::JournalEntry> append(store::JournalEntry entry);
    [[nodiscard]] base::Status memo(const model::Memo& memo, const std::string& before, model::RoundId round);
    /// Writes what takes the ratings back to what they were.
    [[nodiscard]] base::Status restore(const RatingsBefore& before);
    [[nodiscard]] ChangeSet& changes() const { return m_step->changes; }
    [[nodiscard]] Session& session() const { return *m_session; }

private:
    [[nodiscard]] base::Status rememberRatings(const store::JournalEntry& entry);

    Session* m_session;
    UndoStep* m_step;
};

enum class Undoable { Yes, No };

/// Fills the stacks with the places of the viewer's last steps on this device, once. Nothing happens in a
/// session that only reads.
[[nodiscard]] base::Status readSteps(Session& session);
/// Remembers a step beyond this session, in the transaction that made it.
[[nodiscard]] base::Status keepStep(Session& session, const UndoStep& step, store::StepKind kind);

/// Runs `work` in one transaction (or within the one that is open) and, if asked, puts it on the undo stack.
/// On any error nothing was written.
[[nodiscard]] base::Result<ChangeSet> write(Session& session, Undoable undoable,
                                            const std::function<base::Status(Writer&)>& work);

/// Set in the transaction that blots texts out, and taken away when their bytes are gone.
inline constexpr const char* purgeSetting = "purge-pending";
/// Takes out of the file what an interrupted withdrawal of consent left in it (consent.h).
[[nodiscard]] base::Status finishPurge(Session& session);

/// Refused where the viewer is a rater: for what only the coordinator may see or do.
[[nodiscard]] base::Status coordinatorOnly(const Session& session, const base::Phrase& what);

/// Refused while a blind round hides sources from the rater who is looking.
[[nodiscard]] base::Status sourcesAreShown(const Session& session);

/// Names of raters by id, of rounds by id, for documents.
[[nodiscard]] base::Result<std::map<model::RaterId, model::Rater>> ratersById(const Session& session);
[[nodiscard]] base::Result<std::map<model::RoundId, model::Round>> roundsById(const Session& session);

/// Splits "a,b,c"; blanks around names are dropped, empty names too.
[[nodiscard]] std::vector<std::string> splitList(const std::string& text);

} // namespace rapport::service
