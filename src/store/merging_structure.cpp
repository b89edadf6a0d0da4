// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merging_structure.h"

#include "base/digest.h"
#include "base/format.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace rapport::store {

using base::Status;

namespace {

/// Versions that the copy made after those that both have.
Status takeCodebook(Database& study, Database& other, MergeReport& report) {
    RAPPORT_ASSIGN(const std::int64_t ours, study.integer("SELECT max(version) FROM codebook_version"));
    RAPPORT_ASSIGN(const std::int64_t theirs, other.integer("SELECT max(version) FROM codebook_version"));
    if (theirs <= ours || ours == 0)
        return {};
    RAPPORT_ASSIGN(const std::string digest, versionDigest(study, ours));
    RAPPORT_ASSIGN(const std::string theirDigest, versionDigest(other, ours));
    if (digest != theirDigest)
        return {}; // told row by row
    for (const char* table : {"variable", "code"}) {
        RAPPORT_ASSIGN(Statement rows,
                       other.statement(fmt::format("SELECT guid FROM {} ORDER BY id", table)));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            RAPPORT_TRY(
                study.run(fmt::format("INSERT OR IGNORE INTO {} (guid) VALUES (?1)", table), rows.guid(0)));
        }
    }
    for (std::int64_t version = ours + 1; version <= theirs; ++version) {
        RAPPORT_ASSIGN(Statement head, other.statement("SELECT guid, name, title, licence, is_frozen, made"
                                                       " FROM codebook_version WHERE version = ?1"));
        head.bind(version);
        RAPPORT_ASSIGN(const bool isThere, head.next());
        if (!isThere)
            return {};
        RAPPORT_TRY(
            study.run("INSERT INTO codebook_version (version, guid, name, title, licence, is_frozen, made)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                      version, head.guid(0), head.view(1), head.view(2), head.view(3), head.integer(4),
                      head.integer(5)));
        RAPPORT_ASSIGN(Statement variables,
                       other.statement("SELECT v.guid, c.ordinal, c.name, c.scale, c.since_version, c.content"
                                       " FROM variable_content c JOIN variable v ON v.id = c.variable_id"
                                       " WHERE c.version = ?1"));
        variables.bind(version);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, variables.next());
            if (!hasRow)
                break;
            RAPPORT_TRY(
                study.run("INSERT INTO variable_content (version, variable_id, ordinal, name, scale,"
                          " since_version, content) VALUES (?1, (SELECT id FROM variable WHERE guid = ?2),"
                          " ?3, ?4, ?5, ?6, ?7)",
                          version, variables.guid(0), variables.integer(1), variables.view(2),
                          variables.view(3), variables.integer(4), variables.view(5)));
        }
        RAPPORT_ASSIGN(
            Statement codes,
            other.statement("SELECT o.guid, v.guid, c.ordinal, c.name, p.guid, c.depth, c.is_codable,"
                            " c.since_version, c.content FROM code_content c JOIN code o ON o.id = c.code_id"
                            " JOIN variable v ON v.id = c.variable_id LEFT JOIN code p ON p.id = c.parent_id"
                            " WHERE c.version = ?1"));
        codes.bind(version);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, codes.next());
            if (!hasRow)
                break;
            RAPPORT_TRY(study.run(
                "INSERT INTO code_content (version, code_id, variable_id, ordinal, name, parent_id, depth, "
                "is_codable,"
                " since_version, content) VALUES (?1, (SELECT id FROM code WHERE guid = ?2),"
                " (SELECT id FROM variable WHERE guid = ?3), ?4, ?5, (SELECT id FROM code WHERE guid = ?6), "
                "?7, ?8,"
                " ?9, ?10)",
                version, codes.guid(0), codes.guid(1), codes.integer(2), codes.view(3), codes.guid(4),
                codes.integer(5), codes.integer(6), codes.integer(7), codes.view(8)));
        }
        report.codebookChanged = true;
        report.notes.push_back(base::said("version {} of the codebook came in", version));
    }
    return {};
}

base::Result<bool> isThere(Database& study, const char* table, const base::Guid& guid) {
    RAPPORT_ASSIGN(Statement row, study.statement(fmt::format("SELECT 1 FROM {} WHERE guid = ?1", table)));
    row.bind(guid);
    return row.next();
}

/// `fresh`: those who are new here. `strangers`: those whose names others have here, who stay out.
Status takeRaters(Database& study, Database& other, std::set<base::Guid>& fresh,
                  std::map<base::Guid, std::string>& strangers, MergeReport& report) {
    RAPPORT_ASSIGN(Statement rows, other.statement("SELECT guid, name, kind FROM rater ORDER BY id"));
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return {};
        RAPPORT_TRY(study.run("INSERT OR IGNORE INTO rater (guid, name, kind) VALUES (?1, ?2, ?3)",
                              rows.guid(0), rows.view(1), rows.view(2)));
        if (study.changedRows() > 0) {
            fresh.insert(rows.guid(0));
            report.roundsChanged = true;
            report.notes.push_back(base::said("rater '{}' came in", rows.view(1)));
            continue;
        }
        RAPPORT_ASSIGN(const bool isKnown, isThere(study, "rater", rows.guid(0)));
        if (isKnown)
            continue;
        strangers.emplace(rows.guid(0), rows.text(1));
        report.notes.push_back(
            base::said("'{}' of the copy is another rater than '{}' here, and stays out: give one of the two "
                       "another name, then merge again",
                       rows.view(1), rows.view(1)));
    }
}

/// A number or a place that is taken here gives way to the next free one. Does nothing where the rater has
/// the unit already, or rater or unit are not here.
Status addAssignment(Database& study, const base::Guid& round, const base::Guid& rater,
                     const base::Guid& unit, std::int64_t ordinal, std::int64_t number) {
    return study.run(
        "INSERT OR IGNORE INTO assignment (round_id, rater_id, unit_id, ordinal, neutral_number)"
        " SELECT o.id, r.id, u.id, CASE WHEN EXISTS (SELECT 1 FROM assignment a WHERE a.round_id = o.id"
        "  AND a.rater_id = r.id AND a.ordinal = ?4) THEN (SELECT max(a.ordinal) + 1 FROM assignment a"
        "  WHERE a.round_id = o.id AND a.rater_id = r.id) ELSE ?4 END,"
        " coalesce((SELECT a.neutral_number FROM assignment a WHERE a.round_id = o.id AND a.unit_id = u.id"
        "  LIMIT 1), CASE WHEN EXISTS (SELECT 1 FROM assignment a WHERE a.round_id = o.id"
        "  AND a.neutral_number = ?5) THEN (SELECT max(a.neutral_number) + 1 FROM assignment a"
        "  WHERE a.round_id = o.id) ELSE ?5 END)"
        " FROM round o, rater r, unit u WHERE o.guid = ?1 AND r.guid = ?2 AND u.guid = ?3"
        " AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.round_id = o.id AND a.rater_id = r.id"
        "  AND a.unit_id = u.id)",
        round, rater, unit, ordinal, number);
}

/// Guids of the acts of reassigning, by round.
base::Result<std::map<base::Guid, std::set<base::Guid>>> reassignments(Database& database) {
    RAPPORT_ASSIGN(Statement rows,
                   database.statement("SELECT o.guid, j.guid FROM journal j JOIN round o ON o.id = j.round_id"
                                      " WHERE j.act = 'reassign' AND j.act NOT IN ('code', 'withdraw',"
                                      " 'complete', 'reopen', 'memo', 'flag', 'unflag')"));
    std::map<base::Guid, std::set<base::Guid>> acts;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return acts;
        acts[rows.guid(0)].insert(rows.guid(1));
    }
}

/// The round's assignments become the copy's. What a rater has begun here stays that rater's, too.
Status takeReassignment(Database& study, Database& other, const GoneUnits& gone, const base::Guid& round) {
    struct Assigned {
        base::Guid rater;
        base::Guid unit;
        std::int64_t ordinal = 0;
        std::int64_t number = 0;
    };
    const auto read = [&round](Database& database) -> base::Result<std::vector<Assigned>> {
        RAPPORT_ASSIGN(
            Statement rows,
            database.statement("SELECT r.guid, u.guid, a.ordinal, a.neutral_number FROM assignment a"
                               " JOIN round o ON o.id = a.round_id JOIN rater r ON r.id = a.rater_id"
                               " JOIN unit u ON u.id = a.unit_id WHERE o.guid = ?1"
                               " ORDER BY r.guid, a.ordinal"));
        rows.bind(round);
        std::vector<Assigned> assigned;
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                return assigned;
            assigned.push_back({rows.guid(0), rows.guid(1), rows.integer(2), rows.integer(3)});
        }
    };
    RAPPORT_ASSIGN(const auto theirs, read(other));
    RAPPORT_ASSIGN(const auto ours, read(study));
    std::set<std::pair<base::Guid, base::Guid>> kept;
    for (const Assigned& each : theirs)
        kept.emplace(each.rater, each.unit);
    for (const Assigned& each : ours) {
        if (!kept.contains({each.rater, each.unit}))
            RAPPORT_TRY(
                study.run("DELETE FROM assignment WHERE round_id = (SELECT id FROM round WHERE guid = ?1)"
                          " AND rater_id = (SELECT id FROM rater WHERE guid = ?2)"
                          " AND unit_id = (SELECT id FROM unit WHERE guid = ?3)"
                          " AND NOT EXISTS (SELECT 1 FROM coding c WHERE c.unit_id = assignment.unit_id"
                          "  AND c.rater_id = assignment.rater_id AND c.round_id = assignment.round_id)"
                          " AND NOT EXISTS (SELECT 1 FROM rating g WHERE g.unit_id = assignment.unit_id"
                          "  AND g.rater_id = assignment.rater_id AND g.round_id = assignment.round_id)",
                          round, each.rater, each.unit));
    }
    for (const Assigned& each : theirs) {
        if (!gone.contains(each.unit))
            RAPPORT_TRY(addAssignment(study, round, each.rater, each.unit, each.ordinal, each.number));
    }
    return {};
}

base::Result<bool> isOpen(Database& study, const base::Guid& round) {
    RAPPORT_ASSIGN(Statement row,
                   study.statement("SELECT 1 FROM round WHERE guid = ?1 AND opened_at IS NOT NULL"));
    row.bind(round);
    return row.next();
}

Status takeReassignments(Database& study, Database& other, const GoneUnits& gone, MergeReport& report) {
    RAPPORT_ASSIGN(const auto theirs, reassignments(other));
    if (theirs.empty())
        return {};
    RAPPORT_ASSIGN(const auto ours, reassignments(study));
    for (const auto& [round, acts] : theirs) {
        if (report.reassigned.contains(round))
            continue; // the round is new here and came as it is there
        const auto known = ours.find(round);
        const std::set<base::Guid> here = known == ours.end() ? std::set<base::Guid>() : known->second;
        const bool knowsAll = std::includes(acts.begin(), acts.end(), here.begin(), here.end());
        if (!knowsAll || acts.size() == here.size())
            continue; // nothing new; or told row by row
        RAPPORT_ASSIGN(const bool isFixed, isOpen(study, round));
        if (isFixed)
            continue; // its agreement is what it is; told row by row, too
        RAPPORT_TRY(takeReassignment(study, other, gone, round));
        report.reassigned.insert(round);
        report.roundsChanged = true;
        RAPPORT_ASSIGN(Statement name, study.statement("SELECT name FROM round WHERE guid = ?1"));
        name.bind(round);
        RAPPORT_ASSIGN(const bool isThere, name.next());
        if (isThere)
            report.notes.push_back(
                base::said("units of round '{}' have other raters now, as in the copy", name.text(0)));
    }
    return {};
}

/// Assignments of new rounds, and of raters who are new here in rounds that came in before, without them.
Status takeRounds(Database& study, Database& other, const GoneUnits& gone,
                  const std::set<base::Guid>& freshRaters, const std::map<base::Guid, std::string>& strangers,
                  MergeReport& report) {
    std::set<base::Guid> fresh;
    {
        RAPPORT_ASSIGN(
            Statement rows,
            other.statement("SELECT guid, name, kind, is_blind, variables, plan FROM round ORDER BY id"));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            RAPPORT_TRY(study.run("INSERT OR IGNORE INTO round (guid, name, kind, is_blind, variables, plan)"
                                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                  rows.guid(0), rows.view(1), rows.view(2), rows.integer(3), rows.view(4),
                                  rows.view(5)));
            if (study.changedRows() > 0) {
                fresh.insert(rows.guid(0));
                report.reassigned.insert(rows.guid(0));
                report.roundsChanged = true;
                report.notes.push_back(base::said("round '{}' came in", rows.view(1)));
                continue;
            }
            RAPPORT_ASSIGN(const bool isKnown, isThere(study, "round", rows.guid(0)));
            if (!isKnown)
                report.notes.push_back(
                    base::said("round '{}' of the copy is another one than round '{}' here, and stays out",
                               rows.view(1), rows.view(1)));
        }
    }
    RAPPORT_ASSIGN(const auto moved, reassignments(other));
    std::set<std::pair<std::string, std::string>> without; ///< rounds and raters
    RAPPORT_ASSIGN(
        Statement rows,
        other.statement("SELECT o.guid, r.guid, u.guid, a.ordinal, a.neutral_number, o.name FROM assignment a"
                        " JOIN round o ON o.id = a.round_id JOIN rater r ON r.id = a.rater_id"
                        " JOIN unit u ON u.id = a.unit_id ORDER BY a.round_id, a.rater_id, a.ordinal"));
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            break;
        const bool isFresh = fresh.contains(rows.guid(0));
        if (const auto stranger = strangers.find(rows.guid(1)); isFresh && stranger != strangers.end()) {
            without.emplace(rows.text(5), stranger->second);
            continue;
        }
        // Where units were reassigned, that says who has which.
        bool isOfFresh = freshRaters.contains(rows.guid(1)) && !moved.contains(rows.guid(0));
        if (isOfFresh && !isFresh) {
            RAPPORT_ASSIGN(const bool isFixed, isOpen(study, rows.guid(0)));
            isOfFresh = !isFixed;
        }
        if ((!isFresh && !isOfFresh) || gone.contains(rows.guid(2)))
            continue;
        RAPPORT_TRY(
            addAssignment(study, rows.guid(0), rows.guid(1), rows.guid(2), rows.integer(3), rows.integer(4)));
        report.roundsChanged = report.roundsChanged || study.changedRows() > 0;
    }
    for (const auto& [round, rater] : without)
        report.notes.push_back(base::said(
            "round '{}' came in without the units of '{}', whose name somebody else has here", round, rater));
    return {};
}

} // namespace

Status takeStructure(Database& study, Database& other, const GoneUnits& gone, MergeReport& report) {
    RAPPORT_TRY(takeCodebook(study, other, report));
    std::set<base::Guid> fresh;
    std::map<base::Guid, std::string> strangers;
    RAPPORT_TRY(takeRaters(study, other, fresh, strangers, report));
    RAPPORT_TRY(takeRounds(study, other, gone, fresh, strangers, report));
    return takeReassignments(study, other, gone, report);
}

Status assignWorked(Database& study, Database& other, const std::vector<Occasion>& touched,
                    const GoneUnits& gone, MergeReport& report) {
    std::map<std::pair<std::string, std::string>, std::int64_t> units; ///< by rater and round
    for (const Occasion& occasion : touched) {
        base::Guid round;
        base::Guid rater;
        base::Guid unit;
        std::pair<std::string, std::string> names;
        {
            RAPPORT_ASSIGN(
                Statement work,
                study.statement(
                    "SELECT o.guid, r.guid, u.guid, r.name, o.name, g.is_rated FROM round o, rater r, unit u,"
                    " (SELECT EXISTS (SELECT 1 FROM rating WHERE unit_id = ?1 AND rater_id = ?2"
                    "  AND round_id = ?3 AND reopened_at IS NULL) AS is_rated) g"
                    " WHERE u.id = ?1 AND r.id = ?2 AND o.id = ?3 AND o.kind <> 'default'"
                    " AND o.opened_at IS NULL AND NOT EXISTS (SELECT 1 FROM assignment a"
                    "  WHERE a.round_id = ?3 AND a.rater_id = ?2 AND a.unit_id = ?1)"
                    " AND (g.is_rated OR EXISTS (SELECT 1 FROM coding WHERE unit_id = ?1 AND rater_id = ?2"
                    "  AND round_id = ?3 AND withdrawn_at IS NULL))"));
            work.bind(occasion.unit, occasion.rater, occasion.round);
            RAPPORT_ASSIGN(const bool isWithout, work.next());
            if (!isWithout || (gone.contains(work.guid(2)) && !work.flag(5)))
                continue;
            round = work.guid(0);
            rater = work.guid(1);
            unit = work.guid(2);
            names = {work.text(3), work.text(4)};
        }
        std::int64_t ordinal = 1;
        std::int64_t number = 1;
        {
            RAPPORT_ASSIGN(Statement theirs,
                           other.statement("SELECT ordinal, neutral_number FROM assignment WHERE"
                                           " unit_id = (SELECT id FROM unit WHERE guid = ?1)"
                                           " AND rater_id = (SELECT id FROM rater WHERE guid = ?2)"
                                           " AND round_id = (SELECT id FROM round WHERE guid = ?3)"));
            theirs.bind(unit, rater, round);
            RAPPORT_ASSIGN(const bool isThere, theirs.next());
            if (isThere) {
                ordinal = theirs.integer(0);
                number = theirs.integer(1);
            }
        }
        RAPPORT_TRY(addAssignment(study, round, rater, unit, ordinal, number));
        ++units[names];
    }
    for (const auto& [names, count] : units) {
        report.roundsChanged = true;
        report.notes.push_back(
            count == 1
                ? base::said("'{}' worked on 1 unit of round '{}' that others have by now, and has it again",
                             names.first, names.second)
                : base::said("'{}' worked on {} units of round '{}' that others have by now, and has them "
                             "again",
                             names.first, count, names.second));
    }
    return {};
}

base::Result<std::string> versionDigest(Database& database, std::int64_t version) {
    std::string all;
    for (const char* sql :
         {"SELECT hex(v.guid) || c.ordinal || c.name || char(0) || c.scale || c.content FROM "
          "variable_content c"
          " JOIN variable v ON v.id = c.variable_id WHERE c.version = ?1 ORDER BY c.ordinal, v.guid",
          "SELECT hex(o.guid) || hex(v.guid) || coalesce(hex(p.guid), '') || c.ordinal || c.name || char(0)"
          " || c.is_codable || c.content FROM code_content c JOIN code o ON o.id = c.code_id"
          " JOIN variable v ON v.id = c.variable_id LEFT JOIN code p ON p.id = c.parent_id"
          " WHERE c.version = ?1 ORDER BY v.guid, c.ordinal, o.guid"}) {
        RAPPORT_ASSIGN(Statement rows, database.statement(sql));
        rows.bind(version);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            all.append(rows.view(0)).append(1, '\0');
        }
    }
    if (all.empty())
        return std::string();
    return base::hex(base::sha256(all));
}

} // namespace rapport::store
