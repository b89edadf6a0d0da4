// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, from the journal: per unit, rater or code, as an audit for reviewers, and how long raters
// took. A rater sees the own work only, under the names that the rater knows. Nothing here changes the study,
// but for who may see the pace.
#pragma once

#include "base/json_fwd.h"
#include "service/session.h"

#include <optional>
#include <string>
#include <vector>

namespace rapport::service {

struct HistoryRow {
    std::int64_t position = 0; ///< of a blind rater: number among the own rows, by time
    base::Instant time;
    std::string act;   ///< as in the journal: "code", "withdraw", "complete", ...
    std::string rater; ///< whose work; empty for the coordinator's acts
    std::string round;
    std::string unit;
    std::string variable;
    std::string code; ///< a code or a level
    std::optional<text::TextRange> range;
    std::optional<std::int64_t> value; ///< 0 or 1 of a settled code, a count
    std::int64_t version = 0;          ///< of the codebook; 0: none
    std::string words;                 ///< reason, remark, what was changed: for people
    std::string device;                ///< first letters of its guid
};

/// A row as docs/formats/history.md describes it.
[[nodiscard]] base::Json toJson(const HistoryRow& row);

struct HistoryRequest {
    std::string unit; ///< empty: all
    std::string rater;
    std::string code;
    std::int64_t after = 0;
    std::int64_t limit = 0; ///< 0: all
    std::string round{};    ///< empty: all
};
/// In the order of the journal; for a rater of a blind round that runs, by time. Errors: NotFound (a unit,
/// rater or code), Refused (another rater's).
[[nodiscard]] base::Result<std::vector<HistoryRow>> history(Session& session, const HistoryRequest& request);
/// How many rows of the own work history() keeps back, whatever `after` and `limit` are: those on texts that
/// a coordinator who rates too (service/own_rating.h) still has to rate, as their places and times between
/// the rest would tell whose these are. To the same person looking as a rater they are those of rounds other
/// than the one that is to be rated. Errors: as above.
[[nodiscard]] base::Result<std::int64_t> historyKeptBack(Session& session, const HistoryRequest& request);

enum class AuditFormat { Csv, Json, Markdown };
/// The whole study as a reviewer reads it: rounds with their plans, versions of the codebook with what
/// changed, what was settled and why, every row of the journal, and whether the journal's chain holds. CSV
/// has the rows alone. Whole also for a coordinator who still has to rate (service/own_rating.h): asking for
/// it is unblinding oneself. Errors: Refused (a rater looks).
[[nodiscard]] base::Result<std::string> audit(Session& session, AuditFormat format,
                                              const base::Task& task = {});

/// How long a rater took. Pauses of more than five minutes are not counted.
struct UnitTime {
    model::UnitId unit;
    std::string name;
    std::int64_t seconds = 0;
    base::Instant completed;
};
struct Pace {
    std::string rater;
    std::string round;
    std::int64_t completed = 0;
    double medianSeconds = 0;
    double perHour = 0;
    std::int64_t keptBack = 0;   ///< of `completed`: the coordinator's who rates too, as in historyKeptBack()
    std::vector<UnitTime> units; ///< the others, in the order in which they were completed
};
/// For the rater's own eyes, and for the coordinator's if the study says so. `round` empty: every one.
/// Errors: NotFound, Refused.
[[nodiscard]] base::Result<Pace> pace(Session& session, const std::string& rater, const std::string& round);
[[nodiscard]] base::Result<bool> isPaceShown(Session& session);
[[nodiscard]] base::Result<ChangeSet> showPace(Session& session, bool isShown);

} // namespace rapport::service
