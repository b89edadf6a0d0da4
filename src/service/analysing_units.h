// SPDX-License-Identifier: GPL-3.0-or-later
// The units behind a number of an analysis, by the same rule that counted them: whoever doubts a number opens
// what it was made of. Only the coordinator; nothing is written.
#pragma once

#include "service/analysing.h"

namespace rapport::service {

enum class UnitsThat {
    Hold, ///< the code (or level), and `second` too where it is named
    Lack, ///< judged, and it is not there
    Miss, ///< nobody declared them done for it
    All,  ///< judged or not
};

struct AnalysedUnitsRequest {
    AnalysisSelection select;
    std::string variable;
    std::string code;   ///< or a level
    std::string second; ///< another code of any variable, for codes that go together; or empty
    std::string prompt; ///< or a kind of units; empty or "all": every one
    std::string by;     ///< an attribute, or empty
    std::string value;  ///< of the attribute
    UnitsThat which = UnitsThat::Hold;
};

struct AnalysedUnitItem {
    model::UnitId id;
    model::SourceId source;
    std::string name;
    std::string prompt;
    text::TextRange range; ///< in the source
    std::string text;      ///< the unit's own
    std::string rater;     ///< whose code entered; empty for what was settled, or missing
    bool isSettled = false;
};

/// In study order. Errors: NotFound (a name in the request), Refused (a rater looks), Undefined (nothing was
/// completed), Cancelled.
[[nodiscard]] base::Result<std::vector<AnalysedUnitItem>>
analysedUnits(Session& session, const AnalysedUnitsRequest& request, const base::Task& task = {});

} // namespace rapport::service
