// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/renaming.h"

#include "base/format.h"
#include "base/json.h"
#include "model/names.h"
#include "service/assigning.h"
#include "service/measuring.h"
#include "service/rater_names.h"
#include "service/saved_searches.h"
#include "service/session_impl.h"

namespace rapport::service {

using base::Errc;

namespace {

base::Status putRow(Writer& writer, const char* setting, const std::string& from, const std::string& to,
                    store::JournalEntry entry) {
    entry.act = store::Act::Settings;
    entry.detail = base::dumpJson({{"setting", setting}, {"from", from}, {"to", to}}, -1);
    RAPPORT_TRY(writer.append(entry));
    writer.changes().roundsChanged = true;
    writer.changes().act = "settings";
    return {};
}

/// A sampling plan that names the rounds it left out, or took again; empty: it names others.
std::string withRound(const std::string& plan, const std::string& from, const std::string& to) {
    auto json = base::parseJson(plan);
    if (!json || !json->is_object())
        return {};
    bool isOther = false;
    const auto rename = [&](base::Json& name) {
        if (!name.is_string() || name.get<std::string>() != from)
            return;
        name = to;
        isOther = true;
    };
    if (json->contains("again"))
        rename((*json)["again"]);
    if (json->contains("without")) {
        for (base::Json& name : (*json)["without"])
            rename(name);
    }
    return isOther ? base::dumpJson(*json, -1) : std::string();
}

} // namespace

base::Result<RenameResult> renameRater(Session& session, const std::string& called,
                                       const std::string& wanted) {
    RAPPORT_TRY(coordinatorOnly(session, "rename a rater"));
    const std::string to = model::personName(wanted);
    if (!model::canNameRater(wanted) || to.empty())
        return base::fail(Errc::InvalidArgument, base::said("'{}' cannot name a rater", wanted),
                          "use a short name without commas");
    RenameResult renamed;
    RAPPORT_ASSIGN(renamed.changes, write(session, Undoable::No, [&](Writer& writer) -> base::Status {
                       auto& impl = session.impl();
                       RAPPORT_ASSIGN(const model::Rater rater, session.rater(called));
                       const std::string& from = rater.name;
                       if (from == to)
                           return base::fail(Errc::InvalidArgument,
                                             base::said("'{}' is its name already", from));
                       RAPPORT_TRY(mayNameRater(session, to, rater.id));
                       RAPPORT_TRY(impl.rounds().renameRater(rater.id, to));
                       RAPPORT_TRY(renameInSearches(writer, from, to, renamed));
                       store::JournalEntry entry;
                       entry.rater = rater.id;
                       return putRow(writer, "rater", from, to, std::move(entry));
                   }));
    return renamed;
}

base::Result<RenameResult> renameRound(Session& session, const std::string& from, const std::string& to) {
    RAPPORT_TRY(coordinatorOnly(session, "rename a round"));
    RAPPORT_TRY(checkRoundName(to));
    RenameResult renamed;
    RAPPORT_ASSIGN(
        renamed.changes, write(session, Undoable::No, [&](Writer& writer) -> base::Status {
            auto rounds = session.impl().rounds();
            RAPPORT_ASSIGN(const model::Round round, session.round(from));
            if (round.kind == model::RoundKind::Default)
                return base::fail(Errc::Refused, "what was never assigned stands in this round");
            if (from == to)
                return base::fail(Errc::InvalidArgument, base::said("'{}' is its name already", from));
            RAPPORT_ASSIGN(const auto known, rounds.rounds());
            for (const model::Round& other : known) {
                if (other.name == to)
                    return base::fail(Errc::Refused, base::said("there is a round '{}' already", to));
                const std::string plan = withRound(other.plan, from, to);
                if (!plan.empty())
                    RAPPORT_TRY(rounds.setPlan(other.id, plan));
            }
            RAPPORT_TRY(rounds.renameRound(round.id, to));
            store::JournalEntry entry;
            entry.round = round.id;
            return putRow(writer, "round", from, to, std::move(entry));
        }));
    return renamed;
}

} // namespace rapport::service
