// SPDX-License-Identifier: GPL-3.0-or-later
// The lists and texts that the Rate view works from.
#include "base/format.h"
#include "base/json.h"
#include "service/chance.h"
#include "service/neutral_order.h"
#include "service/own_rating.h"
#include "service/rating.h"
#include "service/told_ranges.h"
#include "service/unit_names.h"
#include "service/work_rounds.h"
#include "text/segmentation.h"
#include "text/utf8.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace rapport::service {

namespace {

using base::Errc;

/// Units, each list rising.
struct Done {
    std::vector<model::UnitId> complete;
    std::vector<model::UnitId> begun;
    std::vector<model::UnitId> flagged;
};

bool holds(const std::vector<model::UnitId>& units, model::UnitId unit) {
    return std::binary_search(units.begin(), units.end(), unit);
}

/// Codings of codes that were merged are shown under the code that they are part of now; where a rater had
/// given several of these to the same words, once.
base::Status showMerged(Session& session, std::vector<model::Coding>& codings) {
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    bool isMerged = false;
    for (model::Coding& coding : codings) {
        const model::Code* now = codebook->code(coding.code).code;
        if (now == nullptr || now->id == coding.code)
            continue;
        coding.code = now->id;
        isMerged = true;
    }
    if (!isMerged)
        return {};
    std::set<std::tuple<model::RaterId, model::RoundId, model::UnitId, model::VariableId, model::CodeId,
                        std::optional<text::TextRange>>>
        shown;
    std::erase_if(codings, [&shown](const model::Coding& coding) {
        return !shown
                    .emplace(coding.rater, coding.round, coding.unit, coding.variable, coding.code,
                             coding.range)
                    .second;
    });
    return {};
}

base::Result<Done> doneBy(Session& session, model::RaterId rater, model::RoundId round) {
    const auto codings = session.impl().codings();
    Done done;
    RAPPORT_ASSIGN(done.complete, codings.unitsCompleted(rater, round));
    RAPPORT_ASSIGN(done.begun, codings.unitsBegun(rater, round));
    RAPPORT_ASSIGN(done.flagged, codings.flagged(rater, round));
    return done;
}

UnitItem itemOf(const store::UnitRow& row, const UnitNames& names, model::RoundId round) {
    UnitItem item;
    item.id = row.unit.id;
    item.source = row.unit.source;
    item.name = names.shown(row.unit, round);
    item.sourceName = names.hidesPlace(row.unit.id) ? std::string() : row.sourceName;
    item.kind = row.unit.kind;
    item.prompt = row.prompt;
    item.range = row.unit.range;
    return item;
}

bool isWanted(const std::vector<model::UnitKind>& kinds, model::UnitKind kind) {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// Rows of the given units: in one pass over the table where most are, else one
/// by one. The units rise.
base::Status forRows(Session& session, const std::vector<model::UnitId>& units,
                     const std::function<void(const store::UnitRow&, std::size_t)>& take) {
    auto& impl = session.impl();
    if (units.empty())
        return {};
    // Ids rise one by one: there are at least as many units as the highest says, but for few that went.
    if (static_cast<std::int64_t>(units.size()) * 4 < units.back().value) {
        for (std::size_t place = 0; place < units.size(); ++place) {
            RAPPORT_ASSIGN(const auto row, impl.sources().unit(units[place], false));
            if (row)
                take(*row, place);
        }
        return {};
    }
    std::size_t place = 0;
    return impl.sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        while (place < units.size() && units[place] < row.unit.id)
            ++place;
        if (place < units.size() && units[place] == row.unit.id)
            take(row, place);
        return place < units.size();
    });
}

/// A round that an import made has the order of the file, and so mostly that of the study.
bool isInOrderOfFile(const model::Round& round) {
    const auto plan = base::parseJson(round.plan);
    return plan && plan->is_object() &&
           (plan->contains("imported") || (plan->contains("restored") && !plan->contains("seed")));
}

/// Places from 1 in an order of the rater's own, by guids: the same in every copy of the study. The units
/// rise.
base::Result<std::vector<std::int64_t>> ownPlaces(Session& session, model::RaterId raterId,
                                                  const std::vector<model::UnitId>& units) {
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    const std::uint64_t seed = chanceOf(raters.at(raterId).guid, 0);
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    RAPPORT_TRY(forRows(session, units, [&](const store::UnitRow& row, std::size_t place) {
        order.emplace_back(chanceOf(row.unit.guid, seed), place);
    }));
    std::sort(order.begin(), order.end());
    std::vector<std::int64_t> places(units.size());
    for (std::size_t at = 0; at < order.size(); ++at)
        places[order[at].second] = static_cast<std::int64_t>(at) + 1;
    return places;
}

/// What the coordinator still has to rate has no place between the others, nor in their numbers.
void placeKept(std::vector<UnitItem>& items, std::ptrdiff_t begin, const UnitNames& names) {
    const auto kept =
        placeHidden(items.begin() + begin, items.end(), names, [](const UnitItem& item) { return item.id; });
    std::int64_t last = 0;
    for (auto item = items.begin() + begin; item != items.end(); ++item) {
        if (item >= kept)
            item->ordinal = last + 1;
        last = std::max(last, item->ordinal);
    }
}

/// Without round and rater: the study's units in their order.
base::Result<std::vector<UnitItem>> allUnits(Session& session, const UnitNames& names) {
    std::vector<UnitItem> items;
    RAPPORT_TRY(session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        if (!names.maySee(row.unit.id))
            return true;
        UnitItem item = itemOf(row, names, model::RoundId{});
        item.ordinal = row.unit.ordinal;
        items.push_back(std::move(item));
        return true;
    }));
    placeKept(items, 0, names);
    return items;
}

/// A rater's units of a round in that rater's order; behind them, in the round `default`, the units worked on
/// outside any assignment.
base::Status addUnits(Session& session, const UnitsRequest& request, const model::Round& round,
                      const model::Rater& rater, const UnitNames& names, std::vector<UnitItem>& items) {
    RAPPORT_ASSIGN(auto assigned, session.impl().rounds().assignments(round.id, rater.id));
    RAPPORT_ASSIGN(const Done done, doneBy(session, rater.id, round.id));
    std::sort(assigned.begin(), assigned.end(),
              [](const model::Assignment& a, const model::Assignment& b) { return a.unit < b.unit; });
    std::vector<model::UnitId> units;
    units.reserve(assigned.size());
    for (const model::Assignment& assignment : assigned)
        units.push_back(assignment.unit);
    if (names.isBlindAnywhere() && isInOrderOfFile(round)) {
        RAPPORT_ASSIGN(const auto places, ownPlaces(session, rater.id, units));
        for (std::size_t place = 0; place < places.size(); ++place)
            assigned[place].ordinal = places[place];
    }
    const auto begin = static_cast<std::ptrdiff_t>(items.size());
    const auto add = [&](const store::UnitRow& row, std::int64_t ordinal, std::int64_t neutralNumber) {
        const bool isComplete = holds(done.complete, row.unit.id);
        if (request.state != UnitState::All && isComplete != (request.state == UnitState::Done))
            return;
        UnitItem item = itemOf(row, names, round.id);
        item.ordinal = ordinal;
        item.neutralName =
            neutralNumber == 0 ? std::string() : model::neutralName(round.id.value, neutralNumber);
        item.round = round.name;
        item.rater = rater.name;
        item.isComplete = isComplete;
        item.isBegun = !isComplete && holds(done.begun, row.unit.id);
        item.isFlagged = holds(done.flagged, row.unit.id);
        items.push_back(std::move(item));
    };
    RAPPORT_TRY(forRows(session, units, [&](const store::UnitRow& row, std::size_t place) {
        add(row, assigned[place].ordinal, assigned[place].neutralNumber);
    }));
    std::sort(items.begin() + begin, items.end(),
              [](const UnitItem& a, const UnitItem& b) { return a.ordinal < b.ordinal; });
    // Raters see a round in the order of their own; what they did outside rounds has only the study's.
    const auto settle = [&] {
        if (session.viewer().isCoordinator() || round.kind == model::RoundKind::Default)
            placeKept(items, begin, names);
        return base::Status();
    };
    if (round.kind != model::RoundKind::Default)
        return settle();
    std::vector<model::UnitId> touched;
    std::set_union(done.complete.begin(), done.complete.end(), done.begun.begin(), done.begun.end(),
                   std::back_inserter(touched));
    std::erase_if(touched, [&](model::UnitId unit) { return holds(units, unit) || !names.maySee(unit); });
    RAPPORT_TRY(forRows(session, touched, [&](const store::UnitRow& row, std::size_t place) {
        add(row, static_cast<std::int64_t>(units.size() + place) + 1, 0);
    }));
    return settle();
}

} // namespace

base::Result<std::vector<UnitItem>> units(Session& session, const UnitsRequest& request) {
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    std::string raterName = request.rater;
    if (!session.viewer().isCoordinator()) {
        RAPPORT_ASSIGN(const auto raters, ratersById(session));
        const std::string own = raters.at(session.viewer().rater).name;
        if (!raterName.empty() && raterName != own)
            return base::fail(Errc::Refused, "a rater sees the own units only");
        raterName = own;
    }
    if (request.round.empty() && raterName.empty() && request.state == UnitState::All)
        return allUnits(session, names);

    std::vector<model::Round> rounds;
    if (request.round.empty()) {
        RAPPORT_ASSIGN(rounds, session.rounds());
    } else {
        RAPPORT_ASSIGN(model::Round round, session.round(request.round));
        rounds.push_back(std::move(round));
    }
    std::vector<model::Rater> raters;
    if (raterName.empty()) {
        RAPPORT_ASSIGN(raters, session.raters());
    } else {
        RAPPORT_ASSIGN(model::Rater rater, session.rater(raterName));
        raters.push_back(std::move(rater));
    }
    std::vector<UnitItem> items;
    for (const model::Round& round : rounds) {
        for (const model::Rater& rater : raters)
            RAPPORT_TRY(addUnits(session, request, round, rater, names, items));
    }
    return items;
}

base::Result<std::vector<RatingPlace>> ratingPlaces(Session& session, model::RaterId rater,
                                                    const model::Round& round,
                                                    const std::vector<model::UnitKind>& kinds) {
    if (!session.viewer().isCoordinator() && session.viewer().rater != rater)
        return base::fail(Errc::Refused, "a rater sees the own units only");
    // Most studies have answers alone: their lists of turns are empty without looking at each answer.
    RAPPORT_ASSIGN(const bool hasTurns, session.impl().sources().hasTurns());
    if (!hasTurns && !isWanted(kinds, model::UnitKind::Answer))
        return std::vector<RatingPlace>();
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    RAPPORT_ASSIGN(const Done done, doneBy(session, rater, round.id));
    RAPPORT_ASSIGN(const auto gone, session.impl().forgetting().unitIds());
    std::vector<std::pair<std::int64_t, RatingPlace>> ordered;
    const auto add = [&](const store::AssignedUnit& unit) {
        if (!isWanted(kinds, unit.kind) || !names->maySee(unit.unit))
            return;
        if (holds(gone, unit.unit) && !holds(done.complete, unit.unit))
            return;
        RatingPlace place{unit.unit, unit.source, unit.kind, std::string(unit.prompt), {}};
        if (unit.neutralNumber == 0 && !names->hidesPlace(unit.unit))
            place.transcript = unit.transcript;
        place.isComplete = holds(done.complete, unit.unit);
        place.isBegun = !place.isComplete && holds(done.begun, unit.unit);
        place.isFlagged = holds(done.flagged, unit.unit);
        ordered.emplace_back(unit.ordinal, std::move(place));
    };
    const auto rounds = session.impl().rounds();
    if (round.kind == model::RoundKind::Default)
        RAPPORT_TRY(rounds.forEachOfStudy(add));
    else
        RAPPORT_TRY(rounds.forEachAssigned(round.id, rater, add));
    if (names->isBlindAnywhere() && isInOrderOfFile(round)) {
        std::vector<model::UnitId> units; // rising, as they came
        for (const auto& each : ordered)
            units.push_back(each.second.unit);
        RAPPORT_ASSIGN(const auto own, ownPlaces(session, rater, units));
        for (std::size_t place = 0; place < own.size(); ++place)
            ordered[place].first = own[place];
    }
    std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    // While a blind round runs, the coordinator who rates works through it in an order that was dealt by
    // chance, and tells nothing.
    const bool isDealt = round.isStillBlind() && !isInOrderOfFile(round);
    if (round.kind == model::RoundKind::Default || (session.viewer().isCoordinator() && !isDealt))
        placeHidden(ordered.begin(), ordered.end(), *names,
                    [](const auto& each) { return each.second.unit; });
    std::vector<RatingPlace> places;
    places.reserve(ordered.size());
    for (auto& [ordinal, place] : ordered)
        places.push_back(std::move(place));
    return places;
}

base::Result<model::UnitId> highestUnit(Session& session) {
    return session.impl().sources().highestUnit();
}

base::Result<UnitWorkView> unitWork(Session& session, model::UnitId unit, model::RaterId rater,
                                    model::RoundId round) {
    auto& impl = session.impl();
    if (!session.viewer().isCoordinator() && session.viewer().rater != rater)
        return base::fail(Errc::Refused, "a rater sees the own work only");
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    if (!names.maySee(unit))
        return base::fail(Errc::Refused, "this unit is not assigned to you");
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::readFor(session, rater));
    if (still.holds(unit))
        return base::fail(Errc::Refused, "you still have to rate this unit yourself",
                          "others' work on it is shown once you have completed it");
    RAPPORT_ASSIGN(const auto row, impl.sources().unit(unit, true));
    if (!row)
        return base::fail(Errc::NotFound, "there is no such unit");
    UnitWorkView view;
    view.item = itemOf(*row, names, round);
    RAPPORT_ASSIGN(const auto neutralNumber, impl.rounds().neutralNumber(round, unit));
    if (neutralNumber)
        view.item.neutralName = model::neutralName(round.value, *neutralNumber);
    view.text = row->text;
    view.language = row->language;
    view.words = text::countWords(view.text);
    store::CodingFilter filter;
    filter.unit = unit;
    filter.rater = rater;
    filter.round = round;
    RAPPORT_ASSIGN(view.codings, impl.codings().codings(filter));
    RAPPORT_TRY(showMerged(session, view.codings));
    RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
    if (!ratings.empty())
        view.completedAt = ratings.front().time;
    view.item.isComplete = !ratings.empty();
    view.item.isBegun = ratings.empty() && !view.codings.empty();
    RAPPORT_ASSIGN(view.item.isFlagged, impl.codings().isFlagged(unit, rater, round));
    RAPPORT_ASSIGN(const model::Memo memo, impl.codings().memo(rater, unit));
    view.memo = memo.text;
    return view;
}

base::Result<std::vector<model::Coding>> codingsToWriteOn(Session& session, model::UnitId unit,
                                                          model::RaterId rater, model::RoundId round) {
    if (!session.viewer().isCoordinator() && session.viewer().rater != rater)
        return base::fail(Errc::Refused, "a rater may not work in another rater's name");
    store::CodingFilter filter;
    filter.unit = unit;
    filter.rater = rater;
    filter.round = round;
    RAPPORT_ASSIGN(auto codings, session.impl().codings().codings(filter));
    RAPPORT_TRY(showMerged(session, codings));
    return codings;
}

base::Result<std::int64_t> untoldPart(Session& session, const model::Unit& unit, const std::string& name) {
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    const bool isKnown = session.viewer().isCoordinator() && name != names->shown(unit, model::RoundId{});
    return names->hidesPlace(unit.id) && !isKnown ? unit.range.begin.value : 0;
}

tl::unexpected<base::Error> rangeOutside(const model::Unit& unit, const text::TextRange& range,
                                         bool hidesPlace) {
    const auto length = unit.range.end.value - unit.range.begin.value;
    if (hidesPlace)
        return base::fail(Errc::InvalidArgument,
                          base::said("the range is not inside the unit (0 to {})", length),
                          "ranges count code points of the unit's text from 0, the end is not in it");
    return base::fail(Errc::InvalidArgument,
                      base::said("range {}-{} is not inside the unit ({} to {})", range.begin.value,
                                 range.end.value, unit.range.begin.value, unit.range.end.value),
                      "ranges count code points of the source's text from 0, the end is not in it");
}

base::Result<bool> isKeptBack(Session& session, model::UnitId unit, model::RaterId rater) {
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::readFor(session, rater));
    return still.holds(unit);
}

base::Result<TranscriptView> transcript(Session& session, model::SourceId sourceId, model::RaterId rater,
                                        model::RoundId round) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    RAPPORT_ASSIGN(auto source, impl.sources().source(sourceId));
    if (!source || source->kind != model::SourceKind::Transcript)
        return base::fail(Errc::NotFound, "there is no such transcript");
    TranscriptView view;
    view.source = sourceId;
    view.name = source->name;
    view.text = std::move(source->text);
    RAPPORT_ASSIGN(view.turns, impl.sources().turns(sourceId));
    RAPPORT_ASSIGN(view.units, impl.sources().unitsOf(sourceId));
    if (std::any_of(view.units.begin(), view.units.end(),
                    [&](const model::Unit& unit) { return names.hidesPlace(unit.id); })) {
        view.name.clear();
        numberSpeakers(view.turns);
        // What stands beside it, under its name, would tell where it is from.
        for (model::Unit& unit : view.units)
            unit.name =
                names.maySee(unit.id) && names.hidesPlace(unit.id) ? names.shown(unit, round) : std::string();
    }
    if (std::none_of(view.units.begin(), view.units.end(),
                     [&](const model::Unit& unit) { return names.maySee(unit.id); }))
        return base::fail(Errc::Refused, "this transcript is not assigned to you");
    RAPPORT_TRY(refreshWork(session, view, rater, round));
    return view;
}

base::Status refreshWork(Session& session, TranscriptView& view, model::RaterId rater, model::RoundId round) {
    auto& impl = session.impl();
    store::CodingFilter filter;
    filter.source = view.source;
    filter.rater = rater;
    filter.round = round;
    if (!session.viewer().isCoordinator())
        filter.rater = session.viewer().rater;
    RAPPORT_ASSIGN(view.codings, impl.codings().codings(filter));
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::readFor(session, rater));
    std::erase_if(view.codings, [&still](const model::Coding& coding) {
        return coding.rater != still.self() && still.holds(coding.unit);
    });
    RAPPORT_TRY(showMerged(session, view.codings));
    std::unordered_map<model::UnitId, std::size_t> placeOf;
    for (std::size_t i = 0; i < view.units.size(); ++i)
        placeOf.emplace(view.units[i].id, i);
    const auto begin = [&](const model::Coding& coding) {
        if (coding.range)
            return coding.range->begin;
        const auto unit = placeOf.find(coding.unit);
        return unit == placeOf.end() ? text::CodePoints() : view.units[unit->second].range.begin;
    };
    std::stable_sort(view.codings.begin(), view.codings.end(),
                     [&](const model::Coding& a, const model::Coding& b) { return begin(a) < begin(b); });
    view.notes.assign(view.units.size(), {});
    const auto note = [&](model::UnitId unit) -> UnitNote* {
        const auto found = placeOf.find(unit);
        return found == placeOf.end() ? nullptr : &view.notes[found->second];
    };
    const model::RaterId who = session.viewer().isCoordinator() ? rater : session.viewer().rater;
    filter.rater = who;
    RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
    for (const model::Rating& rating : ratings) {
        if (UnitNote* each = note(rating.unit))
            each->isComplete = true;
    }
    RAPPORT_ASSIGN(const auto flagged, impl.codings().flagged(who, round));
    for (const model::UnitId unit : flagged) {
        if (UnitNote* each = note(unit))
            each->isFlagged = true;
    }
    RAPPORT_ASSIGN(const auto memos, impl.codings().memosOn(view.source, who));
    for (const model::Memo& memo : memos) {
        if (UnitNote* each = note(memo.unit); each != nullptr && !still.holds(memo.unit))
            each->memo = memo.text;
    }
    view.isComplete = false;
    for (std::size_t i = 0; i < view.units.size(); ++i)
        view.isComplete = view.isComplete ||
                          (view.units[i].kind == model::UnitKind::Transcript && view.notes[i].isComplete);
    return {};
}

base::Result<std::vector<model::Coding>> codingsOfOthers(Session& session, model::SourceId source,
                                                         model::RaterId rater, const model::Round& round) {
    const bool isOpen = round.openedAt != 0;
    const bool isBlind = round.isBlind && round.kind != model::RoundKind::Default;
    if (!isOpen && (isBlind || !session.viewer().isCoordinator()))
        return std::vector<model::Coding>();
    store::CodingFilter filter;
    filter.source = source;
    filter.round = round.id;
    RAPPORT_ASSIGN(auto codings, session.impl().codings().codings(filter));
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    std::erase_if(codings, [&](const model::Coding& coding) {
        return coding.rater == rater || still.holds(coding.unit) || !names->maySee(coding.unit);
    });
    RAPPORT_TRY(showMerged(session, codings));
    return codings;
}

} // namespace rapport::service
