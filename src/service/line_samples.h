// SPDX-License-Identifier: GPL-3.0-or-later
// Lines drawn by chance and judged one by one: each rater says for each line which of a few codes fits, or
// none, blind: a rater sees the line with its context under a number, in an order of its own, and nothing of
// where it comes from or of what others said. Then the agreement is measured, the line being the unit. Apart
// from codings: a judgement of a line never counts as a coding of its unit.
#pragma once

#include "agreement/reliability_data.h"
#include "base/clock.h"
#include "service/session.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapport::service {

struct LineSampleRequest {
    std::string name;
    std::string query;
    std::int64_t lines = 50; ///< drawn without replacement; more than there are: all
    std::uint64_t seed = 1;
    std::int64_t width = 15;         ///< words of context on either side
    std::vector<std::string> codes;  ///< what raters choose among, in this order
    std::vector<std::string> raters; ///< two or more
};

struct LineSampleRow {
    std::string name;
    std::string query;
    std::int64_t lines = 0;
    /// Lines from which they were drawn, and how; to a rater none until the sample is open.
    std::optional<std::int64_t> found;
    std::optional<std::uint64_t> seed;
    base::Instant time;
    bool isOpen = false; ///< raters are done: their judgements are known, and no more come in
    std::vector<std::string> codes;
    std::vector<std::string> raters;
    std::map<std::string, std::int64_t> judged; ///< lines, by rater
    std::int64_t late = 0; ///< judgements that a merge brought after it was opened: they do not count
};

/// Draws from what the coordinator hid nothing of. Errors: as concordance(); InvalidArgument (no name, fewer
/// than two raters, no codes, a code that is none of the codebook or a heading), NotFound (a rater), Refused
/// (a rater asks; the name is taken), Undefined (the query finds no line).
[[nodiscard]] base::Result<LineSampleRow> drawLineSample(Session& session, const LineSampleRequest& request,
                                                         const base::Task& task = {});
/// A rater: those given to that rater, with the own progress only.
[[nodiscard]] base::Result<std::vector<LineSampleRow>> lineSamples(Session& session);

struct SampledLine {
    std::int64_t number = 0; ///< in the sample, from 1: the same for all raters
    std::string left;
    std::string match;
    std::string right;
    /// Of the rater who looks; of the coordinator none. The code's name, "-" for none of them, empty: not
    /// yet.
    std::string judgement;
    std::string unitName; ///< for the coordinator, and for all once the sample is open
};
/// In the order of the rater who looks; for the coordinator by number. Errors: NotFound; Refused (not given
/// to this rater).
[[nodiscard]] base::Result<std::vector<SampledLine>> sampledLines(Session& session,
                                                                  const std::string& sample);

inline constexpr const char* noneOfTheCodes = "-";

/// `code`: one of the sample's, or noneOfTheCodes. Judging again replaces. Errors: NotFound (sample, line or
/// code), Refused (not given to this rater; a rater judges for another; the sample is open).
[[nodiscard]] base::Result<ChangeSet> judgeLine(Session& session, const std::string& sample,
                                                std::int64_t line, const std::string& rater,
                                                const std::string& code);

/// From then on judgements can be read and measured. Refused for raters and where it is open.
[[nodiscard]] base::Result<ChangeSet> openLineSample(Session& session, const std::string& sample);

struct LineJudgements {
    agreement::ReliabilityData data; ///< its note says what follows, too
    std::int64_t late = 0;           ///< judgements that a merge brought after the opening, not counted
    std::int64_t leftOut = 0;        ///< lines of units that left the statistics (see consent.h)
};
/// As they were when the sample was opened: one unit per line, nominal: the codes and "-"; lines of one
/// source are a cluster. Errors: NotFound, Refused (a rater looks; the sample is not open).
[[nodiscard]] base::Result<LineJudgements> lineJudgements(Session& session, const std::string& sample);

} // namespace rapport::service
