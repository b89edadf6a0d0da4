// SPDX-License-Identifier: GPL-3.0-or-later
// The lists and texts that the Rate view works from.
#include "service/own_rating.h"
#include "service/rating.h"
#include "service/unit_names.h"
#include "text/segmentation.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace rapport::service {

namespace {

using base::Errc;

struct Done {
    std::unordered_set<model::UnitId> complete;
    std::unordered_set<model::UnitId> begun;
    std::unordered_set<model::UnitId> flagged;
};

/// Codings of codes that were merged are shown under the code that they are part of now.
base::Status showMerged(Session& session, std::vector<model::Coding>& codings) {
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    for (model::Coding& coding : codings) {
        if (const model::Code* now = codebook->code(coding.code).code; now != nullptr)
            coding.code = now->id;
    }
    return {};
}

base::Result<Done> doneBy(Session& session, model::RaterId rater, model::RoundId round) {
    auto& impl = session.impl();
    Done done;
    store::CodingFilter filter;
    filter.rater = rater;
    filter.round = round;
    RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
    for (const model::Rating& rating : ratings)
        done.complete.insert(rating.unit);
    RAPPORT_ASSIGN(const auto codings, impl.codings().codings(filter));
    for (const model::Coding& coding : codings)
        done.begun.insert(coding.unit);
    RAPPORT_ASSIGN(const auto flagged, impl.codings().flagged(rater, round));
    done.flagged.insert(flagged.begin(), flagged.end());
    return done;
}

UnitItem itemOf(const store::UnitRow& row, const UnitNames& names, model::RoundId round) {
    UnitItem item;
    item.id = row.unit.id;
    item.source = row.unit.source;
    item.name = names.shown(row.unit, round);
    item.neutralName = names.neutral(row.unit.id, round);
    item.sourceName = names.isBlindAnywhere() ? std::string() : row.sourceName;
    item.kind = row.unit.kind;
    item.prompt = row.prompt;
    item.range = row.unit.range;
    return item;
}

bool wanted(const UnitItem& item, UnitState state) {
    return state == UnitState::All || item.isComplete == (state == UnitState::Done);
}

/// Rows of the given units, in one pass over the table where most are wanted, else one by one.
base::Result<std::unordered_map<model::UnitId, store::UnitRow>>
rowsOf(Session& session, const std::vector<model::Assignment>& assigned) {
    auto& impl = session.impl();
    std::unordered_map<model::UnitId, store::UnitRow> rows;
    if (assigned.empty())
        return rows;
    rows.reserve(assigned.size());
    // Ids rise one by one: there are at least as many units as the highest says, but for few that went.
    std::int64_t highest = 0;
    for (const model::Assignment& assignment : assigned)
        highest = std::max(highest, assignment.unit.value);
    if (static_cast<std::int64_t>(assigned.size()) * 4 < highest) {
        for (const model::Assignment& assignment : assigned) {
            if (rows.contains(assignment.unit))
                continue;
            RAPPORT_ASSIGN(auto row, impl.sources().unit(assignment.unit, false));
            if (row)
                rows.emplace(assignment.unit, std::move(*row));
        }
        return rows;
    }
    std::unordered_set<model::UnitId> ids;
    for (const model::Assignment& assignment : assigned)
        ids.insert(assignment.unit);
    RAPPORT_TRY(impl.sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        if (ids.contains(row.unit.id))
            rows.emplace(row.unit.id, row);
        return true;
    }));
    return rows;
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
    return items;
}

/// Units that a rater worked on outside assignments, in the round `default`.
base::Result<std::vector<UnitItem>> unassigned(Session& session, const model::Round& round,
                                               const model::Rater& rater, const UnitNames& names,
                                               const Done& done,
                                               const std::unordered_set<model::UnitId>& listed) {
    std::vector<model::Assignment> more;
    std::set<model::UnitId> touched(done.complete.begin(), done.complete.end());
    touched.insert(done.begun.begin(), done.begun.end());
    for (const model::UnitId unit : touched) {
        if (!listed.contains(unit) && names.maySee(unit)) {
            model::Assignment assignment;
            assignment.unit = unit;
            more.push_back(assignment);
        }
    }
    RAPPORT_ASSIGN(const auto rows, rowsOf(session, more));
    std::vector<UnitItem> items;
    for (const model::Assignment& assignment : more) {
        const auto row = rows.find(assignment.unit);
        if (row == rows.end())
            continue;
        UnitItem item = itemOf(row->second, names, round.id);
        item.ordinal = static_cast<std::int64_t>(listed.size() + items.size()) + 1;
        item.round = round.name;
        item.rater = rater.name;
        item.isComplete = done.complete.contains(item.id);
        item.isBegun = !item.isComplete && done.begun.contains(item.id);
        item.isFlagged = done.flagged.contains(item.id);
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

base::Result<std::vector<UnitItem>> units(Session& session, const UnitsRequest& request) {
    auto& impl = session.impl();
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
        for (const model::Rater& rater : raters) {
            RAPPORT_ASSIGN(const auto assigned, impl.rounds().assignments(round.id, rater.id));
            RAPPORT_ASSIGN(const Done done, doneBy(session, rater.id, round.id));
            RAPPORT_ASSIGN(const auto rows, rowsOf(session, assigned));
            std::unordered_set<model::UnitId> listed;
            for (const model::Assignment& assignment : assigned) {
                listed.insert(assignment.unit);
                const auto row = rows.find(assignment.unit);
                if (row == rows.end())
                    continue;
                UnitItem item = itemOf(row->second, names, round.id);
                item.ordinal = assignment.ordinal;
                item.round = round.name;
                item.rater = rater.name;
                item.isComplete = done.complete.contains(item.id);
                item.isBegun = !item.isComplete && done.begun.contains(item.id);
                item.isFlagged = done.flagged.contains(item.id);
                if (wanted(item, request.state))
                    items.push_back(std::move(item));
            }
            if (round.kind == model::RoundKind::Default) {
                RAPPORT_ASSIGN(const auto more, unassigned(session, round, rater, names, done, listed));
                std::copy_if(more.begin(), more.end(), std::back_inserter(items),
                             [&](const UnitItem& item) { return wanted(item, request.state); });
            }
        }
    }
    return items;
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
    RAPPORT_ASSIGN(const auto flagged, impl.codings().flagged(rater, round));
    view.item.isFlagged = std::find(flagged.begin(), flagged.end(), unit) != flagged.end();
    RAPPORT_ASSIGN(const model::Memo memo, impl.codings().memo(rater, unit));
    view.memo = memo.text;
    return view;
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
    if (names.isBlindAnywhere()) {
        view.name.clear();
        // Speakers by number, as packs have them.
        std::map<std::string, std::string> speakers{{"", ""}};
        for (model::Turn& turn : view.turns)
            turn.speaker =
                speakers.emplace(turn.speaker, "S" + std::to_string(speakers.size())).first->second;
        for (model::Unit& unit : view.units)
            unit.name = names.maySee(unit.id) ? names.shown(unit, round) : std::string();
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

} // namespace rapport::service
