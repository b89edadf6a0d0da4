// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merging_differences.h"

#include "base/guid.h"

#include <set>
#include <string>

namespace rapport::store {

using base::Result;

namespace {

/// An occasion as every copy knows it.
struct SharedOccasion {
    base::Guid unit;
    base::Guid rater;
    base::Guid round;
};

Result<SharedOccasion> sharedOf(Database& study, const Occasion& occasion) {
    RAPPORT_ASSIGN(Statement who, study.statement("SELECT u.guid, r.guid, o.guid FROM unit u, rater r,"
                                                  " round o WHERE u.id = ?1 AND r.id = ?2 AND o.id = ?3"));
    who.bind(occasion.unit, occasion.rater, occasion.round);
    RAPPORT_TRY(who.next());
    return SharedOccasion{who.guid(0), who.guid(1), who.guid(2)};
}

/// A completion up to position `before` that the other copy has not seen. What it knew of and completed anew
/// is no difference between the two.
Result<bool> hasUnknownCompletion(Database& study, Database& other, const Occasion& occasion,
                                  std::int64_t before) {
    RAPPORT_ASSIGN(Statement ours,
                   study.statement("SELECT j.guid FROM rating g JOIN journal j ON j.position = g.position"
                                   " WHERE g.unit_id = ?1 AND g.rater_id = ?2 AND g.round_id = ?3"
                                   " AND g.reopened_at IS NULL AND g.position <= ?4"));
    ours.bind(occasion.unit, occasion.rater, occasion.round, before);
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, ours.next());
        if (!hasRow)
            return false;
        RAPPORT_ASSIGN(Statement known, other.statement("SELECT 1 FROM journal WHERE guid = ?1"));
        known.bind(ours.guid(0));
        RAPPORT_ASSIGN(const bool isKnown, known.next());
        if (!isKnown)
            return true;
    }
}

Result<bool> isCompleted(Database& database, const SharedOccasion& occasion) {
    RAPPORT_ASSIGN(Statement stands,
                   database.statement("SELECT 1 FROM rating WHERE reopened_at IS NULL"
                                      " AND unit_id = (SELECT id FROM unit WHERE guid = ?1)"
                                      " AND rater_id = (SELECT id FROM rater WHERE guid = ?2)"
                                      " AND round_id = (SELECT id FROM round WHERE guid = ?3)"));
    stands.bind(occasion.unit, occasion.rater, occasion.round);
    return stands.next();
}

Result<std::set<std::string>> codesIn(Database& database, const SharedOccasion& occasion) {
    RAPPORT_ASSIGN(
        Statement rows,
        database.statement("SELECT hex(v.guid) || coalesce(hex(k.guid), '') || ' '"
                           " || coalesce(c.range_begin, '') || '-' || coalesce(c.range_end, '') || ' '"
                           " || c.number FROM coding c JOIN variable v ON v.id = c.variable_id"
                           " LEFT JOIN code k ON k.id = c.code_id"
                           " WHERE c.unit_id = (SELECT id FROM unit WHERE guid = ?1)"
                           " AND c.rater_id = (SELECT id FROM rater WHERE guid = ?2)"
                           " AND c.round_id = (SELECT id FROM round WHERE guid = ?3)"
                           " AND c.withdrawn_at IS NULL"));
    rows.bind(occasion.unit, occasion.rater, occasion.round);
    std::set<std::string> codes;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return codes;
        codes.insert(rows.text(0));
    }
}

} // namespace

Result<bool> isCompletedOtherwise(Database& study, Database& other, const Occasion& occasion,
                                  std::int64_t before) {
    RAPPORT_ASSIGN(const bool isUnknown, hasUnknownCompletion(study, other, occasion, before));
    if (!isUnknown)
        return false;
    RAPPORT_ASSIGN(const SharedOccasion shared, sharedOf(study, occasion));
    RAPPORT_ASSIGN(const bool isThere, isCompleted(other, shared));
    if (!isThere)
        return false;
    RAPPORT_ASSIGN(const auto ours, codesIn(study, shared));
    RAPPORT_ASSIGN(const auto theirs, codesIn(other, shared));
    return ours != theirs;
}

} // namespace rapport::store
