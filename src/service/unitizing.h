// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement on where raters cut transcripts and what they call the parts: from codings on segments, turns and
// whole transcripts to one continuum per transcript, the source's text in code points. A transcript enters
// for a rater who completed it: the transcript itself, or every turn of it that the round gave to anybody
// (every turn where the round gave none). Who completed it and coded nothing is there without spans; who did
// not complete it is missing there, and a note says so.
#pragma once

#include "agreement/unitizing.h"
#include "service/session.h"

#include <string>
#include <vector>

namespace rapport::service {

struct UnitizingRequest {
    std::string source;              ///< name of a transcript; empty: all
    std::vector<std::string> raters; ///< empty: all human raters of the round
    std::string round;               ///< empty: the reliability round with transcripts, else `default`
    bool afterOpening = false;       ///< with what raters changed after the round was opened
    /// Presence variables, all of which a rater must have completed; empty: those of the round that somebody
    /// did.
    std::vector<std::string> variables;
    std::vector<std::string> codes; ///< empty: all that somebody used
};

struct UnitizedTranscripts {
    std::string round;
    agreement::UnitizingData data; ///< codes in the codebook's order, names of sources, raters and codes
    std::vector<std::string> notes;
};

/// Codes that came in after a rater completed a transcript are left out, which a note says: that rater says
/// nothing of them. So are transcripts of which a coordinator who rates too still has to rate a part.
/// Errors: NotFound (a source, rater, round, variable or code), InvalidArgument (several reliability rounds
/// hold transcripts; a variable without spans), Refused (a rater looks; a coordinator who still has to rate
/// in that round).
[[nodiscard]] base::Result<UnitizedTranscripts> unitizedTranscripts(Session& session,
                                                                    const UnitizingRequest& request);

/// `rapport.unitizing/1` with the round it is about.
struct StudyUnitizing {
    std::string round;
    agreement::UnitizingDocument document;
    std::vector<std::string> notes;
};
/// Errors: as above; Cancelled; InvalidArgument (level, replicates).
[[nodiscard]] base::Result<StudyUnitizing> measureUnitizing(Session& session, const UnitizingRequest& request,
                                                            const agreement::UnitizingOptions& options,
                                                            const base::Task& task = {});

} // namespace rapport::service
