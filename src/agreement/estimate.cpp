// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/estimate.h"

#include <algorithm>

namespace rapport::agreement {

const char* name(Reason reason) {
    switch (reason) {
    case Reason::NoVariation:
        return "no_variation";
    case Reason::NoPairableUnits:
        return "no_pairable_units";
    case Reason::OneRater:
        return "one_rater";
    case Reason::TooFewUnits:
        return "too_few_units";
    case Reason::NotApplicable:
        return "not_applicable";
    }
    return "not_applicable";
}

bool Estimate::hasCaveat(std::string_view caveat) const {
    return std::find(caveats.begin(), caveats.end(), caveat) != caveats.end();
}

void Estimate::addCaveat(std::string_view caveat) {
    if (!hasCaveat(caveat))
        caveats.emplace_back(caveat);
}

const Estimate* findEstimate(const std::vector<Estimate>& estimates, std::string_view id,
                             std::string_view weightsOrScale) {
    for (const Estimate& estimate : estimates)
        if (estimate.id == id && (weightsOrScale.empty() || estimate.weights == weightsOrScale ||
                                  estimate.scale == weightsOrScale || estimate.form == weightsOrScale))
            return &estimate;
    return nullptr;
}

} // namespace rapport::agreement
