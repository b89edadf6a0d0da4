// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merging_searches.h"

#include <map>
#include <tuple>
#include <unordered_map>

namespace rapport::store {

using base::Result;
using base::Status;

namespace {

Result<bool> isThere(Database& database, const char* sql, const base::Guid& guid) {
    RAPPORT_ASSIGN(Statement row, database.statement(sql));
    row.bind(guid);
    return row.next();
}

Result<std::vector<base::Guid>> guidsOf(Database& database, const char* sql, const base::Guid& of) {
    RAPPORT_ASSIGN(Statement rows, database.statement(sql));
    rows.bind(of);
    std::vector<base::Guid> guids;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return guids;
        guids.push_back(rows.guid(0));
    }
}

constexpr const char* ratersOfSample =
    "SELECT r.guid FROM sample_rater m JOIN line_sample s ON s.id = m.sample_id JOIN rater r ON r.id ="
    " m.rater_id WHERE s.guid = ?1";
constexpr const char* codesOfSample = "SELECT c.guid FROM sample_code m JOIN line_sample s ON s.id = "
                                      "m.sample_id JOIN code c ON c.id = m.code_id"
                                      " WHERE s.guid = ?1 ORDER BY m.ordinal";
constexpr const char* unitsOfSample = "SELECT u.guid FROM sample_line l JOIN line_sample s ON s.id = "
                                      "l.sample_id JOIN unit u ON u.id = l.unit_id"
                                      " WHERE s.guid = ?1";

Status takeEvent(Database& study, Database& other, const base::Guid& event) {
    RAPPORT_ASSIGN(
        Statement row,
        other.statement("SELECT r.guid, s.name, s.kind, s.time, s.query, s.settings, s.lines, s.units"
                        " FROM saved_search s LEFT JOIN rater r ON r.id = s.rater_id"
                        " WHERE s.guid = ?1"));
    row.bind(event);
    RAPPORT_ASSIGN(const bool isKnown, row.next());
    if (!isKnown)
        return {};
    return study.run("INSERT OR IGNORE INTO saved_search (guid, rater_id, name, kind, time, query, settings,"
                     " lines, units) VALUES (?1, (SELECT id FROM rater WHERE guid = ?2), ?3, ?4, ?5, ?6, ?7,"
                     " ?8, ?9)",
                     event, row.guid(0), row.view(1), row.view(2), row.integer(3), row.view(4), row.view(5),
                     row.integer(6), row.integer(7));
}

Status takeHiddenLine(Database& study, Database& other, const base::Guid& line) {
    RAPPORT_ASSIGN(
        Statement row,
        other.statement("SELECT r.guid, h.words, u.guid, h.range_begin, h.range_end, h.reason, h.time,"
                        " h.shown_at FROM hidden_line h JOIN unit u ON u.id = h.unit_id"
                        " LEFT JOIN rater r ON r.id = h.rater_id WHERE h.guid = ?1"));
    row.bind(line);
    RAPPORT_ASSIGN(const bool isKnown, row.next());
    if (!isKnown)
        return {};
    return study.run(
        "INSERT OR IGNORE INTO hidden_line (guid, rater_id, words, unit_id, range_begin, range_end, reason, "
        "time,"
        " shown_at) SELECT ?1, (SELECT id FROM rater WHERE guid = ?2), ?3, u.id, ?5, ?6, ?7, ?8, ?9"
        " FROM unit u WHERE u.guid = ?4",
        line, row.guid(0), row.view(1), row.guid(2), row.integer(3), row.integer(4), row.view(5),
        row.integer(6), row.isNull(7) ? std::nullopt : std::optional(row.integer(7)));
}

Status takeSample(Database& study, Database& other, const base::Guid& sample) {
    {
        RAPPORT_ASSIGN(Statement row, other.statement("SELECT name, query, found, seed, width, time"
                                                      " FROM line_sample WHERE guid = ?1"));
        row.bind(sample);
        RAPPORT_ASSIGN(const bool isKnown, row.next());
        if (!isKnown)
            return {};
        RAPPORT_TRY(
            study.run("INSERT OR IGNORE INTO line_sample (guid, name, query, found, seed, width, time)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                      sample, row.view(0), row.view(1), row.integer(2), row.integer(3), row.integer(4),
                      row.integer(5)));
        if (study.changedRows() == 0)
            return {};
    }
    const std::int64_t id = study.lastRowId();
    {
        RAPPORT_ASSIGN(
            Statement lines,
            other.statement("SELECT l.number, u.guid, l.range_begin, l.range_end FROM sample_line l"
                            " JOIN line_sample s ON s.id = l.sample_id JOIN unit u ON u.id = l.unit_id"
                            " WHERE s.guid = ?1"));
        lines.bind(sample);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, lines.next());
            if (!hasRow)
                break;
            RAPPORT_TRY(
                study.run("INSERT INTO sample_line (sample_id, number, unit_id, range_begin, range_end)"
                          " VALUES (?1, ?2, (SELECT id FROM unit WHERE guid = ?3), ?4, ?5)",
                          id, lines.integer(0), lines.guid(1), lines.integer(2), lines.integer(3)));
        }
    }
    RAPPORT_ASSIGN(const auto raters, guidsOf(other, ratersOfSample, sample));
    for (const base::Guid& rater : raters)
        RAPPORT_TRY(study.run("INSERT INTO sample_rater (sample_id, rater_id)"
                              " VALUES (?1, (SELECT id FROM rater WHERE guid = ?2))",
                              id, rater));
    RAPPORT_ASSIGN(const auto codes, guidsOf(other, codesOfSample, sample));
    std::int64_t ordinal = 0;
    for (const base::Guid& code : codes)
        RAPPORT_TRY(study.run("INSERT INTO sample_code (sample_id, ordinal, code_id)"
                              " VALUES (?1, ?2, (SELECT id FROM code WHERE guid = ?3))",
                              id, ++ordinal, code));
    return {};
}

} // namespace

bool isSearching(Act act) {
    return act == Act::Search || act == Act::Hide || act == Act::Show || act == Act::Sample ||
           act == Act::Judge || act == Act::OpenSample;
}

Result<base::Phrase> sampleObjection(Database& study, Database& other, Act act, const base::Guid& sample) {
    RAPPORT_ASSIGN(const bool isKnown, isThere(study, "SELECT 1 FROM line_sample WHERE guid = ?1", sample));
    if (act != Act::Sample)
        return isKnown ? base::Phrase() : base::Phrase("judgements of a sample of lines that is not here");
    if (isKnown)
        return base::Phrase();
    {
        RAPPORT_ASSIGN(Statement row, other.statement("SELECT name FROM line_sample WHERE guid = ?1"));
        row.bind(sample);
        RAPPORT_ASSIGN(const bool hasRow, row.next());
        RAPPORT_ASSIGN(Statement own, study.statement("SELECT 1 FROM line_sample WHERE name = ?1"));
        own.bind(hasRow ? row.text(0) : std::string());
        RAPPORT_ASSIGN(const bool isTaken, own.next());
        if (isTaken)
            return base::Phrase("a sample of lines whose name another sample has here");
    }
    struct Part {
        const char* theirs;
        const char* ours;
        base::Phrase reason;
    };
    for (const Part& part :
         {Part{ratersOfSample, "SELECT 1 FROM rater WHERE guid = ?1",
               base::Phrase("a sample of lines for a rater who is not here")},
          Part{codesOfSample, "SELECT 1 FROM code WHERE guid = ?1",
               base::Phrase("a sample of lines with codes that this study does not have")},
          Part{unitsOfSample, "SELECT 1 FROM unit WHERE guid = ?1",
               base::Phrase("a sample of lines from texts that this study does not have")}}) {
        RAPPORT_ASSIGN(const auto guids, guidsOf(other, part.theirs, sample));
        for (const base::Guid& guid : guids) {
            RAPPORT_ASSIGN(const bool isHere, isThere(study, part.ours, guid));
            if (!isHere)
                return part.reason;
        }
    }
    return base::Phrase();
}

Status takeSearching(Database& study, Database& other, Act act, const base::Guid& target,
                     std::int64_t position) {
    switch (act) {
    case Act::Search:
        return takeEvent(study, other, target);
    case Act::Hide:
        return takeHiddenLine(study, other, target);
    case Act::Sample:
        return takeSample(study, other, target);
    case Act::OpenSample:
        return study.run("UPDATE line_sample SET opened_at = ?2 WHERE guid = ?1 AND opened_at IS NULL",
                         target, position);
    default:
        return {};
    }
}

Result<std::string> openedBefore(Database& study, const base::Guid& sample, std::int64_t position) {
    RAPPORT_ASSIGN(Statement row,
                   study.statement("SELECT name FROM line_sample WHERE guid = ?1 AND opened_at < ?2"));
    row.bind(sample, position);
    RAPPORT_ASSIGN(const bool isOpen, row.next());
    return isOpen ? row.text(0) : std::string();
}

Status settleHidden(Database& study) {
    // Whose, of which words, where: what may have been hidden in several copies.
    using Line = std::tuple<std::int64_t, std::string, std::int64_t, std::int64_t, std::int64_t>;
    std::unordered_map<base::Guid, Line> lines;
    {
        RAPPORT_ASSIGN(
            Statement rows,
            study.statement("SELECT guid, coalesce(rater_id, 0), words, unit_id, range_begin, range_end"
                            " FROM hidden_line"));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            lines.emplace(rows.guid(0), Line{rows.integer(1), rows.text(2), rows.integer(3), rows.integer(4),
                                             rows.integer(5)});
        }
    }
    struct Last {
        bool isHidden = false;
        base::Guid target;
        std::int64_t time = 0;
    };
    std::map<Line, Last> last;
    {
        RAPPORT_ASSIGN(
            Statement rows,
            study.statement(
                "SELECT act, target, time FROM journal WHERE act IN ('hide', 'show') AND act NOT IN ('code',"
                " 'withdraw', 'complete', 'reopen', 'memo', 'flag', 'unflag') ORDER BY tick, guid"));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            const auto line = lines.find(rows.guid(1));
            if (line != lines.end())
                last[line->second] = Last{rows.view(0) == "hide", rows.guid(1), rows.integer(2)};
        }
    }
    for (const auto& [guid, line] : lines) {
        const auto found = last.find(line);
        if (found == last.end())
            continue;
        if (!found->second.isHidden)
            RAPPORT_TRY(study.run("UPDATE hidden_line SET shown_at = ?2 WHERE guid = ?1 AND shown_at IS NULL",
                                  guid, found->second.time));
        else if (found->second.target == guid)
            RAPPORT_TRY(study.run("UPDATE hidden_line SET shown_at = NULL WHERE guid = ?1", guid));
    }
    return {};
}

} // namespace rapport::store
