// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/training.h"

#include "service/own_rating.h"
#include "service/session_impl.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;

namespace {

base::Result<std::vector<model::Coding>> liveOf(Session& session, const Target& target,
                                                model::RaterId rater) {
    store::CodingFilter filter;
    filter.unit = target.unit;
    filter.round = target.round;
    filter.rater = rater;
    return session.impl().codings().codings(filter);
}

base::Result<bool> isCompleted(Session& session, const Target& target, model::RaterId rater) {
    store::CodingFilter filter;
    filter.unit = target.unit;
    filter.round = target.round;
    filter.rater = rater;
    RAPPORT_ASSIGN(const auto ratings, session.impl().codings().ratings(filter));
    return !ratings.empty();
}

/// What one of the two says of a variable that holds one value.
std::string valueOf(const std::vector<model::Coding>& codings, const model::Variable& variable) {
    for (const model::Coding& coding : codings) {
        if (coding.variable != variable.id)
            continue;
        if (variable.scale == model::Scale::Count)
            return std::to_string(coding.count);
        for (const model::Code& level : variable.codes) {
            if (level.id == coding.code)
                return level.name;
        }
    }
    return {};
}

std::vector<GoldDifference> compared(const model::Codebook& codebook, const std::vector<model::Coding>& gold,
                                     const std::vector<model::Coding>& own) {
    const auto has = [](const std::vector<model::Coding>& codings, model::CodeId code) {
        return std::any_of(codings.begin(), codings.end(),
                           [code](const model::Coding& coding) { return coding.code == code; });
    };
    std::vector<GoldDifference> differences;
    for (const model::Variable& variable : codebook.variables) {
        if (variable.scale != model::Scale::Presence) {
            GoldDifference each{variable.name, {}, valueOf(gold, variable), valueOf(own, variable)};
            if (!each.gold.empty() || !each.own.empty())
                differences.push_back(std::move(each));
            continue;
        }
        for (const model::Code& code : variable.codes) {
            if (has(gold, code.id) || has(own, code.id))
                differences.push_back({variable.name, code.name, has(gold, code.id) ? "1" : "0",
                                       has(own, code.id) ? "1" : "0"});
        }
    }
    return differences;
}

} // namespace

bool GoldFeedback::isSame() const {
    return std::all_of(codes.begin(), codes.end(), [](const GoldDifference& each) { return each.isSame(); });
}

base::Result<std::vector<GoldFeedback>> goldFeedback(Session& session, const Target& target) {
    std::vector<GoldFeedback> all;
    if (!session.viewer().isCoordinator() && session.viewer().rater != target.rater)
        return base::fail(Errc::Refused, "a rater sees the own work only");
    RAPPORT_ASSIGN(const auto rounds, roundsById(session));
    const auto round = rounds.find(target.round);
    if (round == rounds.end() || round->second.kind != model::RoundKind::Training)
        return all;
    RAPPORT_ASSIGN(const bool isDone, isCompleted(session, target, target.rater));
    if (!isDone)
        return base::fail(Errc::Refused, "the gold codings are shown once the unit is completed");
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::readFor(session, target.rater));
    if (still.holds(target.unit))
        return base::fail(Errc::Refused, "you still have to rate this unit yourself");
    RAPPORT_ASSIGN(const auto raters, session.raters());
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_ASSIGN(const auto own, liveOf(session, target, target.rater));
    for (const model::Rater& rater : raters) {
        if (rater.kind != model::RaterKind::Gold || rater.id == target.rater)
            continue;
        RAPPORT_ASSIGN(const bool isGoldDone, isCompleted(session, target, rater.id));
        if (!isGoldDone)
            continue;
        RAPPORT_ASSIGN(const auto gold, liveOf(session, target, rater.id));
        RAPPORT_ASSIGN(const model::Memo memo, session.impl().codings().memo(rater.id, target.unit));
        all.push_back({rater.name, compared(*codebook, gold, own), memo.text});
    }
    return all;
}

base::Result<std::unordered_set<model::UnitId>> shownGold(Session& session, const model::Round& round,
                                                          bool afterOpening) {
    std::unordered_set<model::UnitId> shown;
    if (round.kind != model::RoundKind::Training)
        return shown;
    const std::int64_t last = afterOpening ? 0 : round.openedAt;
    RAPPORT_ASSIGN(const auto raters, session.raters());
    for (const model::Rater& rater : raters) {
        if (rater.kind != model::RaterKind::Gold)
            continue;
        store::HistoryFilter filter;
        filter.rater = rater.id;
        filter.act = store::Act::Complete;
        RAPPORT_ASSIGN(const auto completions, session.impl().journal().history(filter));
        for (const store::JournalEntry& each : completions) {
            if (each.round == round.id && (last == 0 || each.position <= last))
                shown.insert(each.unit);
        }
    }
    return shown;
}

base::Result<std::string> ratedBesideGold(Session& session, const std::vector<std::string>& rounds) {
    for (const std::string& name : rounds) {
        RAPPORT_ASSIGN(const model::Round round, session.round(name));
        RAPPORT_ASSIGN(const auto shown, shownGold(session, round, true));
        if (shown.empty())
            continue;
        RAPPORT_ASSIGN(const auto raters, ratersById(session));
        store::CodingFilter filter;
        filter.round = round.id;
        RAPPORT_ASSIGN(const auto ratings, session.impl().codings().ratings(filter));
        if (std::any_of(ratings.begin(), ratings.end(), [&](const model::Rating& rating) {
                return shown.contains(rating.unit) && raters.at(rating.rater).kind != model::RaterKind::Gold;
            }))
            return name;
    }
    return std::string();
}

} // namespace rapport::service
