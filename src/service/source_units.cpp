// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/source_units.h"

#include "service/unit_names.h"

namespace rapport::service {

base::Result<model::Unit> unitAt(Session& session, model::SourceId source, text::CodePoints place) {
    RAPPORT_TRY(sourcesAreShown(session));
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    RAPPORT_ASSIGN(const auto units, session.impl().sources().unitsOf(source));
    const model::Unit* whole = nullptr;
    const model::Unit* turn = nullptr;
    bool hasTurns = false;
    for (const model::Unit& unit : units) {
        if (unit.kind == model::UnitKind::Turn) {
            hasTurns = true;
            if (turn == nullptr && unit.range.end > place)
                turn = &unit;
        } else if (unit.kind != model::UnitKind::Sentence) {
            whole = &unit;
        }
    }
    const model::Unit* found = hasTurns ? turn : whole;
    if (found == nullptr)
        return base::fail(base::Errc::NotFound, "there is no such source");
    model::Unit unit = *found;
    unit.name = names->shown(unit, model::RoundId{});
    return unit;
}

} // namespace rapport::service
