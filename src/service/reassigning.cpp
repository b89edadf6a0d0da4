// SPDX-License-Identifier: GPL-3.0-or-later
// What a rater did not finish goes to others.
#include "base/format.h"
#include "base/json.h"
#include "service/assigning.h"
#include "service/rating.h"
#include "service/session_impl.h"

#include <algorithm>
#include <unordered_set>

namespace rapport::service {

using base::Errc;

namespace {

struct Share {
    model::Rater rater;
    std::vector<model::Assignment> units;
    std::unordered_set<std::int64_t> has; ///< units of the round that are this rater's already
    std::int64_t lastOrdinal = 0;
};

struct Reassignment {
    model::Round round;
    model::Rater from;
    std::vector<Share> shares;
    std::int64_t units = 0;
    std::int64_t left = 0;
};

base::Result<std::vector<Share>> sharesOf(Session& session, const ReassignRequest& request,
                                          const Reassignment& plan) {
    std::vector<Share> shares;
    for (const std::string& name : request.to) {
        Share share;
        RAPPORT_ASSIGN(share.rater, session.rater(name));
        if (share.rater.id == plan.from.id ||
            std::any_of(shares.begin(), shares.end(),
                        [&](const Share& each) { return each.rater.id == share.rater.id; }))
            return base::fail(Errc::InvalidArgument, base::said("rater '{}' is named twice", name));
        if (share.rater.kind == model::RaterKind::Gold && plan.from.kind != model::RaterKind::Gold)
            return base::fail(
                Errc::Refused,
                base::said("'{}' is a gold rater, against whom others are held: these units would "
                           "leave agreement",
                           name),
                "name a rater who rates beside the others");
        RAPPORT_ASSIGN(const auto own, session.impl().rounds().assignments(plan.round.id, share.rater.id));
        for (const model::Assignment& each : own) {
            share.has.insert(each.unit.value);
            share.lastOrdinal = std::max(share.lastOrdinal, each.ordinal);
        }
        shares.push_back(std::move(share));
    }
    return shares;
}

base::Result<Reassignment> planOf(Session& session, const ReassignRequest& request) {
    RAPPORT_TRY(coordinatorOnly(session, "reassign units"));
    auto& impl = session.impl();
    Reassignment plan;
    RAPPORT_ASSIGN(plan.round, session.round(request.round));
    RAPPORT_ASSIGN(plan.from, session.rater(request.from));
    if (plan.round.openedAt != 0)
        return base::fail(Errc::Refused,
                          base::said("round '{}' is open: its agreement is what it is", request.round),
                          "make another round");
    if (request.to.empty())
        return base::fail(Errc::InvalidArgument, "nobody is named to take the units", "name them: --to A,B");
    RAPPORT_ASSIGN(plan.shares, sharesOf(session, request, plan));
    std::unordered_set<std::int64_t> untouched;
    {
        RAPPORT_ASSIGN(const auto items, units(session, {request.round, request.from, UnitState::Todo}));
        for (const UnitItem& item : items) {
            if (!item.isBegun)
                untouched.insert(item.id.value);
        }
    }
    RAPPORT_ASSIGN(auto assigned, impl.rounds().assignments(plan.round.id, plan.from.id));
    if (assigned.empty())
        return base::fail(Errc::Refused,
                          base::said("'{}' has no units in round '{}'", request.from, request.round),
                          base::said("see: rapport units STUDY --round {}", request.round));
    std::erase_if(assigned,
                  [&](const model::Assignment& each) { return !untouched.contains(each.unit.value); });
    if (assigned.empty())
        return base::fail(Errc::Refused,
                          base::said("'{}' has finished, or begun, every unit of the round", request.from));
    base::Random random(request.seed);
    random.shuffle(assigned);
    for (const model::Assignment& each : assigned) {
        Share* least = nullptr;
        for (Share& share : plan.shares) {
            if (!share.has.contains(each.unit.value) &&
                (least == nullptr || share.units.size() < least->units.size()))
                least = &share;
        }
        if (least == nullptr) {
            ++plan.left;
            continue;
        }
        least->units.push_back(
            {plan.round.id, least->rater.id, each.unit, ++least->lastOrdinal, each.neutralNumber});
        ++plan.units;
    }
    if (plan.units == 0)
        return base::fail(Errc::Refused, "the others have all of these units already",
                          "name somebody who does not rate in this round yet");
    return plan;
}

Reassigned countsOf(const Reassignment& plan) {
    Reassigned counts;
    counts.left = plan.left;
    for (const Share& share : plan.shares)
        counts.units[share.rater.name] = static_cast<std::int64_t>(share.units.size());
    return counts;
}

} // namespace

base::Result<Reassigned> previewReassign(Session& session, const ReassignRequest& request) {
    RAPPORT_ASSIGN(const Reassignment plan, planOf(session, request));
    return countsOf(plan);
}

base::Result<Reassigned> reassign(Session& session, const ReassignRequest& request) {
    Reassigned counts;
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const Reassignment plan, planOf(session, request));
        counts = countsOf(plan);
        for (const Share& share : plan.shares) {
            std::vector<model::UnitId> moved;
            base::Json guids = base::Json::array();
            for (const model::Assignment& each : share.units) {
                moved.push_back(each.unit);
                RAPPORT_ASSIGN(const auto unit, impl.sources().unit(each.unit, false));
                if (unit)
                    guids.push_back(unit->unit.guid.text());
            }
            RAPPORT_TRY(impl.rounds().removeAssignments(plan.round.id, plan.from.id, moved));
            RAPPORT_TRY(impl.rounds().addAssignments(share.units));
            store::JournalEntry entry;
            entry.act = store::Act::Reassign;
            entry.round = plan.round.id;
            entry.rater = share.rater.id;
            entry.target = plan.from.guid;
            entry.detail = base::dumpJson(
                {{"units", share.units.size()}, {"seed", request.seed}, {"guids", std::move(guids)}}, -1);
            if (!share.units.empty())
                RAPPORT_TRY(writer.append(entry));
        }
        writer.changes().roundsChanged = true;
        writer.changes().act = "reassign";
        writer.changes().object = request.round;
        return {};
    });
    if (!done)
        return base::fail(done);
    return counts;
}

} // namespace rapport::service
