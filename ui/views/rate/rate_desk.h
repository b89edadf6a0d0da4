// SPDX-License-Identifier: GPL-3.0-or-later
// What a rater works on: rater, round, list of units, the unit at hand and what is coded on it. Carries out
// the acts of rating through the service, opening a completed unit again when it must. After an act that
// could not be written it refuses every other until that one is written or left out. The list of a long
// study is read in the background. Knows no widget. UI thread.
#pragma once

#include "service/codebooks.h"
#include "service/rating.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/study_context.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace rapport::ui {

/// Median seconds between completions of this session; pauses over three minutes are left out.
class Pace {
public:
    void completed(base::Instant at);
    void reset() { m_last.reset(); }
    /// Seconds for one unit; nothing before the second one.
    [[nodiscard]] std::optional<double> secondsPerUnit() const;

private:
    std::optional<base::Instant> m_last;
    std::vector<double> m_seconds;
};

/// Whether an error says that the study could not be written (in use, full, not writable, failing), and not
/// that its rules refuse the act.
[[nodiscard]] bool isWriteFailure(const base::Error& error);
[[nodiscard]] bool isSame(const service::Target& one, const service::Target& other);

/// An act that could not be written. It waits; nothing of it is shown.
struct HeldAct {
    QString what; ///< "Secure base on R1-017"
    base::Error error;
    std::function<base::Result<service::ChangeSet>(service::Session&)> act;
};

class RateDesk : public QObject {
    Q_OBJECT
public:
    RateDesk(StudyContext& study, JobRunner& jobs, QObject* parent = nullptr);

    /// Reads raters, rounds and the list anew; keeps the unit at hand if it is still in it.
    /// Until the list of a long study is read, the former one of the same rater, round and viewer stands, or
    /// none.
    void reload();
    [[nodiscard]] const std::vector<model::Rater>& raters() const { return m_raters; }
    [[nodiscard]] const std::vector<model::Round>& rounds() const { return m_rounds; }
    [[nodiscard]] const std::optional<model::Rater>& rater() const { return m_rater; }
    [[nodiscard]] const std::optional<model::Round>& round() const { return m_round; }
    /// Whether the rater may be chosen here (a rater who is looking is always the rater).
    [[nodiscard]] bool mayChooseRater() const { return !m_study.viewer(); }
    void chooseRater(model::RaterId rater);
    void chooseRound(model::RoundId round);
    /// Both at once; none: the one that is chosen already.
    void choose(model::RaterId rater, model::RoundId round);
    /// Whether this unit stands in the list that is shown, or is being read.
    [[nodiscard]] bool holds(model::UnitId unit, model::RaterId rater, model::RoundId round) const;
    /// Takes over rater and round that were chosen in another view of Rate.
    void followRemembered();
    [[nodiscard]] bool isBlind() const { return m_round && m_round->isStillBlind(); }

    [[nodiscard]] const std::vector<service::RatingPlace>& units() const { return m_units; }
    /// Whether a list is being read in the background.
    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// Studies with more units than this are read in the background.
    void setReadAtOnce(std::int64_t units) { m_readAtOnce = units; }
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] int doneCount() const { return m_done; }
    [[nodiscard]] int flaggedCount() const { return m_flagged; }
    /// False if there is no such place.
    bool goTo(int index);
    /// False if it is not in the list. While that is being read the wish is kept: `unitMissing` says then
    /// that it is not there.
    bool goToUnit(model::UnitId unit);
    bool step(int by);
    /// Next (1) or previous (-1) unit that is not complete, around the end; false if all are.
    bool stepUndone(int direction);
    /// Where one is in a list: at a unit, or at a place of a source. Numbers only, nothing that unblinds.
    struct Place {
        std::int64_t id = 0;
        std::int64_t at = 0;
    };
    /// Keeps it between runs: a list that is not shown yet opens there. goTo() does so by itself.
    void rememberPlace(const Place& place) const;
    /// The unit at hand, if there is one.
    void rememberPlace() const;
    /// Where one was last, if that was in this list.
    [[nodiscard]] std::optional<Place> rememberedPlace() const;

    /// Never for transcripts.
    [[nodiscard]] bool hasUnit() const { return m_work.has_value(); }
    /// Asserts that there is a unit.
    [[nodiscard]] const service::UnitWorkView& work() const { return *m_work; }
    [[nodiscard]] service::Target target() const;
    [[nodiscard]] std::shared_ptr<const model::Codebook> codebook() const { return m_codebook; }
    /// How a coding's code looks. One that was split or retired keeps the look that it had when it was given,
    /// and says that it is no more.
    [[nodiscard]] CodeLook lookOfCoding(const model::Coding& coding) const;
    /// Variables that apply to the unit at hand within the round.
    [[nodiscard]] std::vector<const model::Variable*> variables() const;
    [[nodiscard]] std::vector<model::Coding> codingsOf(model::CodeId code) const;
    /// None if it is not on this unit.
    [[nodiscard]] model::CodeId codeOf(model::CodingId coding) const;
    [[nodiscard]] std::optional<model::CodeId> levelOf(model::VariableId variable) const;
    [[nodiscard]] std::int64_t countOf(model::VariableId variable) const;
    [[nodiscard]] int presenceCodings() const;
    /// Place of a unit in the list, -1 if it is not in it.
    [[nodiscard]] int placeOf(model::UnitId unit) const;
    [[nodiscard]] std::vector<model::VariableId> openChoices() const;

    using Act = std::function<base::Result<service::ChangeSet>(service::Session&)>;
    /// Carries out an act on any unit. False if it was refused (reported) or could not be written (held).
    /// `act` may be called again later: it keeps nothing by reference.
    enum class Basis { WhatIsShown, Nothing };
    bool write(const QString& what, Act act, Basis basis = Basis::WhatIsShown);
    /// The act that waits; while there is one, every other is refused.
    [[nodiscard]] const std::optional<HeldAct>& held() const { return m_held; }
    /// The same act once more. True if it is written now. While the study is only in use by somebody else
    /// this happens by itself.
    bool retry();
    void leaveOut();
    /// What the codebook had once; keys leave theirs to them.
    [[nodiscard]] const std::vector<service::FormerCode>& formerCodes() const { return m_formerCodes; }
    /// Of the shown unit, as toasts and undo call it: neutral as long as the round is blind, whoever is
    /// looking, its own name else.
    [[nodiscard]] QString unitName() const;
    /// "Secure base on R1-017", for `write`.
    [[nodiscard]] QString actName(const char* act, const std::string& object, const QString& unit) const;

    // Acts. Ranges are relative to the source, as the study has them. False if it was refused (reported).
    /// Codes the unit or the range; without a range a code that is there already is withdrawn.
    bool toggle(model::CodeId code, std::optional<text::TextRange> range);
    bool withdraw(model::CodingId coding);
    bool move(model::CodingId coding, std::optional<text::TextRange> range);
    bool recode(model::CodingId coding, model::CodeId code);
    bool chooseLevel(model::CodeId level);
    bool setCount(model::VariableId variable, std::int64_t count);
    bool complete();
    bool reopen();
    bool setMemo(const QString& text);
    bool setMemo(const service::Target& at, const QString& text); ///< of any unit
    bool setFlag(bool isFlagged);

    [[nodiscard]] Pace& pace() { return m_pace; }
    /// To be called with every ChangeSet of the study.
    void onChanged(const service::ChangeSet& change);

    /// Kinds of units that this desk offers.
    void setKinds(std::vector<model::UnitKind> kinds) { m_kinds = std::move(kinds); }

Q_SIGNALS:
    void listChanged();          ///< rater, round or units
    void placeMarked(int place); ///< one unit of the list is done, begun or flagged, or no longer
    void unitChanged();          ///< another unit is at hand
    void unitMissing();          ///< the one asked for while the list was read is not in it
    void workChanged();          ///< codings, memo, flag or state of the unit at hand
    void heldChanged();          ///< an act waits, still waits, or waits no more

private:
    /// Whose list, of which round, for whose eyes.
    struct ListKey {
        model::RaterId rater;
        model::RoundId round;
        model::RaterId viewer;
        bool operator==(const ListKey&) const = default;
    };
    /// A round that was chosen among those asked for, and its units.
    struct List {
        std::optional<model::Round> round;
        std::vector<service::RatingPlace> units;
    };
    /// Of one round its list; of several the first in which the rater has something to do, `outside` being
    /// the one outside any assignment that counts as well.
    [[nodiscard]] static base::Result<List> listOf(service::Session& session, model::RaterId rater,
                                                   const std::vector<model::Round>& rounds,
                                                   const std::vector<model::UnitKind>& kinds,
                                                   model::RoundId outside);
    /// What is remembered there is this viewer's.
    [[nodiscard]] QString settingsGroup() const;
    /// Takes the round that was chosen last. On coming back another time, only if it still has work.
    void takeRememberedRound();
    [[nodiscard]] ListKey keyNow() const;
    /// The round `default` exists in the study from the moment that it is chosen.
    void makeDefaultRound();
    void readList();
    void readOther(); ///< for another rater or round
    void adopt(base::Result<List> list);
    void clearList();
    void readWork();
    /// Reads anew whether units of the list are done, begun, flagged.
    void markAnew(std::vector<model::UnitId> units);
    void mark(int place, bool isComplete, bool isBegun, bool isFlagged);
    [[nodiscard]] bool holdsAnswers() const { return m_kinds.front() == model::UnitKind::Answer; }
    bool run(const char* name, model::CodeId code, Act act);
    void remember() const;
    void hold(const base::Error& error);

    StudyContext& m_study;
    JobRunner& m_jobs;
    QTimer m_later; ///< tries the held act again while somebody else is writing
    std::vector<model::UnitKind> m_kinds{model::UnitKind::Answer};
    std::vector<model::Rater> m_raters;
    std::vector<model::Round> m_rounds;
    std::optional<model::Rater> m_rater;
    std::optional<model::Round> m_round;
    std::optional<model::RaterId> m_viewer; ///< for whom it was read last; none within: the coordinator
    model::RoundId m_worked;                ///< in which work went on another time
    std::vector<service::RatingPlace> m_units;
    std::unordered_map<model::UnitId, int> m_places;
    ListKey m_listed; ///< what m_units is
    std::int64_t m_readAtOnce = 20'000;
    int m_asked = 0; ///< answers to an earlier question are dropped
    bool m_isReading = false;
    model::UnitId m_wanted;                 ///< asked for while the list was read
    std::vector<model::UnitId> m_meanwhile; ///< changed while the list was read
    std::optional<HeldAct> m_held;
    int m_index = -1;
    int m_done = 0;
    int m_flagged = 0;
    std::optional<service::UnitWorkView> m_work;
    std::shared_ptr<const model::Codebook> m_codebook;
    std::vector<service::FormerCode> m_formerCodes;
    mutable std::map<std::int64_t, std::optional<model::Codebook>> m_former; ///< versions, once asked for
    Pace m_pace;
};

} // namespace rapport::ui
