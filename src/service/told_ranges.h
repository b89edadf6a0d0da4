// SPDX-License-Identifier: GPL-3.0-or-later
// Places in a text as they are told: how far into its source a unit stands would tell whose it is, where that
// is hidden (UnitNames::hidesPlace). There they count from the unit's begin on.
#pragma once

#include "service/rating.h"

namespace rapport::service {

/// Where the unit itself stands.
[[nodiscard]] inline text::TextRange toldRange(const UnitItem& item) {
    return item.sourceName.empty() ? text::textRange(0, item.range.end.value - item.range.begin.value)
                                   : item.range;
}

/// What a place in the source's text is more than what is told of it of a unit that was asked for by that
/// name: 0 where the source is known, as it is to a coordinator who gives the unit's own name.
[[nodiscard]] base::Result<std::int64_t> untoldPart(Session& session, const model::Unit& unit,
                                                    const std::string& name);

/// InvalidArgument: the range is not inside the unit. Not by name: who typed one may not know the other.
[[nodiscard]] tl::unexpected<base::Error> rangeOutside(const model::Unit& unit, const text::TextRange& range,
                                                       bool hidesPlace);

} // namespace rapport::service
