// SPDX-License-Identifier: GPL-3.0-or-later
// Raters by what a file calls them: the same writer is the same rater in every table and note of it, also
// where the name has blanks at its ends or control characters, as names of earlier studies could, and is the
// rater who is there already where the name differs in case or accents alone. Private to this room; one per
// import, inside its transaction.
#pragma once

#include "service/import_kinds.h"

#include <map>
#include <set>
#include <string>

namespace rapport::service {

class RaterNames {
public:
    /// Of those that are in the study.
    [[nodiscard]] static base::Result<RaterNames> read(const Session& session);

    /// Of a project of our own: who was two raters there stays two.
    void keepApart() { m_keepsApart = true; }
    /// nullptr: nobody goes by it.
    [[nodiscard]] const model::Rater* find(const std::string& name) const;
    /// Somebody goes by it, or could.
    [[nodiscard]] bool canJoin(const std::string& name) const;
    /// Who goes by the name joins the study where nobody does yet, and `report` says so, and once who is
    /// taken for whom. None: it cannot name a rater.
    [[nodiscard]] base::Result<model::RaterId> join(Writer& writer, ImportReport& report,
                                                    const std::string& name,
                                                    model::RaterKind kind = model::RaterKind::Human);

private:
    std::map<std::string, model::Rater> m_raters; ///< by name, and by plain name where nobody else has that
    std::map<std::string, model::Rater> m_alike;  ///< without case and accents
    std::set<std::string> m_told;
    bool m_keepsApart = false;
};

/// Searches find a rater by the name without case and accents: no two may be alike but for these, and none
/// may be called what stands for something else. `own`: who gets the name. Errors: InvalidArgument, Refused.
[[nodiscard]] base::Status mayNameRater(const Session& session, const std::string& name,
                                        model::RaterId own = {});

} // namespace rapport::service
