// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/analysing_units.h"

#include "base/format.h"
#include "service/analysing_parts.h"
#include "service/rating.h"

namespace rapport::service {

namespace {

using base::Errc;

struct Place {
    const AnalysedVariable* variable = nullptr;
    std::size_t code = 0;
};

/// 1, 0 or -1 of it in a unit.
int holds(const Place& place, std::size_t unit) {
    if (!place.variable->present.empty())
        return place.variable->presence(unit, place.code);
    const std::int32_t level = place.variable->level[unit];
    return level < 0 ? -1 : level == static_cast<std::int32_t>(place.code) ? 1 : 0;
}

base::Result<Place> placeOf(const AnalysedData& data, const std::string& variable, const std::string& code) {
    for (const AnalysedVariable& each : data.variables) {
        if (!variable.empty() && each.variable->name != variable)
            continue;
        for (std::size_t place = 0; place < each.codes.size(); ++place) {
            if (each.codes[place]->name == code)
                return Place{&each, place};
        }
    }
    return base::fail(Errc::NotFound, base::said("there is no code '{}'", code),
                      "see: rapport codebook STUDY show");
}

bool isWanted(UnitsThat which, int value) {
    switch (which) {
    case UnitsThat::Hold:
        return value == 1;
    case UnitsThat::Lack:
        return value == 0;
    case UnitsThat::Miss:
        return value < 0;
    case UnitsThat::All:
        break;
    }
    return true;
}

} // namespace

base::Result<std::vector<AnalysedUnitItem>>
analysedUnits(Session& session, const AnalysedUnitsRequest& request, const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::No, task));
    RAPPORT_ASSIGN(const Place first, placeOf(data, request.variable, request.code));
    std::optional<Place> second;
    if (!request.second.empty()) {
        RAPPORT_ASSIGN(second, placeOf(data, {}, request.second));
    }
    std::vector<std::string> values;
    if (!request.by.empty()) {
        RAPPORT_ASSIGN(values, data.valuesOf(session, request.by));
    }
    const std::string prompt = request.prompt == allPrompts ? std::string() : request.prompt;
    std::vector<AnalysedUnitItem> found;
    std::vector<model::UnitId> ids;
    for (const std::size_t place : data.unitsOf(*first.variable, prompt)) {
        if (!values.empty() && values[place] != request.value)
            continue;
        if (!isWanted(request.which, holds(first, place)))
            continue;
        if (second && holds(*second, place) != 1)
            continue;
        const AnalysedUnit& unit = data.units[place];
        AnalysedUnitItem item{unit.id, unit.source, unit.name, unit.prompt, unit.range, {}, {}, false};
        item.isSettled = first.variable->from[place] == EnteredFrom::Consensus;
        if (!item.isSettled && first.variable->isJudged(place))
            item.rater = data.raterNames[first.variable->rater[place]];
        found.push_back(std::move(item));
        ids.push_back(unit.id);
    }
    RAPPORT_ASSIGN(auto texts, unitTexts(session, ids));
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i].text = std::move(texts[i]);
    return found;
}

} // namespace rapport::service
