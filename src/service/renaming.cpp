// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/renaming.h"

#include "base/format.h"
#include "base/json.h"
#include "model/names.h"
#include "service/measuring.h"
#include "service/session_impl.h"
#include "store/renaming.h"

namespace rapport::service {

using base::Errc;

base::Result<ChangeSet> renameRater(Session& session, const std::string& from, const std::string& to) {
    RAPPORT_TRY(coordinatorOnly(session, "rename a rater"));
    if (!model::canNameRater(to))
        return base::fail(Errc::InvalidArgument, base::said("'{}' cannot name a rater", to),
                          "use a short name without commas");
    if (to == "nobody")
        return base::fail(Errc::InvalidArgument, "this word stands for no rater at all",
                          "give the rater another name");
    if (to == consensusName)
        return base::fail(Errc::InvalidArgument, "what was settled goes by this name",
                          "give the rater another name");
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const model::Rater rater, session.rater(from));
        if (from == to)
            return base::fail(Errc::InvalidArgument, base::said("'{}' is its name already", from));
        RAPPORT_ASSIGN(const auto known, impl.rounds().raterByName(to));
        if (known)
            return base::fail(Errc::Refused, base::said("there is a rater '{}' already", to));
        RAPPORT_TRY(store::renameRater(*impl.file, rater.id, to));
        store::JournalEntry entry;
        entry.act = store::Act::Settings;
        entry.rater = rater.id;
        entry.detail = base::dumpJson({{"setting", "rater"}, {"from", from}, {"to", to}}, -1);
        RAPPORT_TRY(writer.append(entry));
        writer.changes().roundsChanged = true;
        writer.changes().act = "settings";
        return {};
    });
}

} // namespace rapport::service
