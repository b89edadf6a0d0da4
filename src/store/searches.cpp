// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searches.h"

#include "base/format.h"
#include "store/database.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace rapport::store {

using base::Errc;
using base::fail;
using base::Result;
using base::Status;

namespace {

const char* name(SearchEventKind kind) {
    switch (kind) {
    case SearchEventKind::Save:
        return "save";
    case SearchEventKind::Run:
        return "run";
    case SearchEventKind::Remove:
        return "remove";
    }
    return "save";
}

SearchEventKind eventKind(std::string_view text) {
    return text == name(SearchEventKind::Run)      ? SearchEventKind::Run
           : text == name(SearchEventKind::Remove) ? SearchEventKind::Remove
                                                   : SearchEventKind::Save;
}

constexpr const char* selectSample =
    "SELECT guid, name, query, found, seed, width, time, opened_at FROM line_sample";

LineSample sampleOf(const Statement& row) {
    LineSample sample;
    sample.guid = row.guid(0);
    sample.name = row.text(1);
    sample.query = row.text(2);
    sample.found = row.integer(3);
    sample.seed = row.integer(4);
    sample.width = row.integer(5);
    sample.time = row.instant(6);
    sample.openedAt = row.integer(7);
    return sample;
}

} // namespace

Status Searches::putEvent(const SearchEvent& event) {
    return m_file->database().run(
        "INSERT INTO saved_search (guid, rater_id, name, kind, time, query, settings, lines, units)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        event.guid, event.owner, event.name, name(event.kind), event.time, event.query, event.settings,
        event.lines, event.units);
}

Result<std::vector<SearchEvent>> Searches::events(model::RaterId owner, const std::string& name) const {
    // In the order of their journal rows, which is the same in every copy. Joined here: the journal has no
    // index by target.
    std::unordered_map<model::Guid, std::int64_t> ticks;
    {
        RAPPORT_ASSIGN(Statement rows,
                       m_file->database().statement(
                           "SELECT target, tick FROM journal WHERE act = 'search' AND act NOT IN"
                           " ('code', 'withdraw', 'complete', 'reopen', 'memo', 'flag', 'unflag')"));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            ticks.emplace(rows.guid(0), rows.integer(1));
        }
    }
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(
                       "SELECT guid, rater_id, name, kind, time, query, settings, lines, units"
                       " FROM saved_search WHERE rater_id IS ?1 AND (?2 = '' OR name = ?2) ORDER BY id"));
    rows.bind(owner, name);
    std::vector<SearchEvent> events;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow) {
            const auto place = [&ticks](const SearchEvent& event) {
                const auto tick = ticks.find(event.guid);
                return std::pair(tick == ticks.end() ? std::int64_t(0) : tick->second, event.guid);
            };
            std::stable_sort(
                events.begin(), events.end(),
                [&place](const SearchEvent& a, const SearchEvent& b) { return place(a) < place(b); });
            return events;
        }
        SearchEvent event;
        event.guid = rows.guid(0);
        event.owner = rows.id<model::RaterId>(1);
        event.name = rows.text(2);
        event.kind = eventKind(rows.view(3));
        event.time = rows.instant(4);
        event.query = rows.text(5);
        event.settings = rows.text(6);
        event.lines = rows.integer(7);
        event.units = rows.integer(8);
        events.push_back(std::move(event));
    }
}

Status Searches::hide(const HiddenLine& line) {
    return m_file->database().run(
        "INSERT INTO hidden_line (guid, rater_id, words, unit_id, range_begin, range_end, reason, time)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        line.guid, line.owner, line.words, line.unit, line.range.begin.value, line.range.end.value,
        line.reason, line.time);
}

Status Searches::show(const model::Guid& guid, model::RaterId owner, base::Instant time) {
    Database& database = m_file->database();
    // The same line may have been hidden in another copy, too.
    RAPPORT_TRY(database.run(
        "UPDATE hidden_line SET shown_at = ?3 WHERE shown_at IS NULL AND rater_id IS ?2 AND (words, unit_id,"
        " range_begin, range_end) = (SELECT words, unit_id, range_begin, range_end FROM hidden_line"
        " WHERE guid = ?1 AND rater_id IS ?2 AND shown_at IS NULL)",
        guid, owner, time));
    if (database.changedRows() == 0)
        return fail(Errc::NotFound, "this line is not hidden");
    return {};
}

Result<std::vector<HiddenLine>> Searches::hidden(model::RaterId owner, const std::string& words) const {
    RAPPORT_ASSIGN(
        Statement rows,
        m_file->database().statement(
            "SELECT guid, rater_id, words, unit_id, range_begin, range_end, reason, time, min(guid)"
            " FROM hidden_line WHERE words = ?1 AND rater_id IS ?2 AND shown_at IS NULL"
            " GROUP BY unit_id, range_begin, range_end ORDER BY unit_id, range_begin, range_end"));
    rows.bind(words, owner);
    std::vector<HiddenLine> lines;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return lines;
        HiddenLine line;
        line.guid = rows.guid(0);
        line.owner = rows.id<model::RaterId>(1);
        line.words = rows.text(2);
        line.unit = rows.id<model::UnitId>(3);
        line.range = text::textRange(rows.integer(4), rows.integer(5));
        line.reason = rows.text(6);
        line.time = rows.instant(7);
        lines.push_back(std::move(line));
    }
}

Status Searches::addSample(const LineSample& sample) {
    RAPPORT_ASSIGN(const auto known, this->sample(sample.name));
    if (known)
        return fail(Errc::Refused, base::said("there is a sample '{}' already", sample.name));
    Database& database = m_file->database();
    RAPPORT_TRY(database.run("INSERT INTO line_sample (guid, name, query, found, seed, width, time)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                             sample.guid, sample.name, sample.query, sample.found, sample.seed, sample.width,
                             sample.time));
    const std::int64_t id = database.lastRowId();
    std::int64_t number = 0;
    for (const SampleLine& line : sample.lines)
        RAPPORT_TRY(
            database.run("INSERT INTO sample_line (sample_id, number, unit_id, range_begin, range_end)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)",
                         id, ++number, line.unit, line.range.begin.value, line.range.end.value));
    for (const model::RaterId rater : sample.raters)
        RAPPORT_TRY(
            database.run("INSERT INTO sample_rater (sample_id, rater_id) VALUES (?1, ?2)", id, rater));
    std::int64_t ordinal = 0;
    for (const model::CodeId code : sample.codes)
        RAPPORT_TRY(database.run("INSERT INTO sample_code (sample_id, ordinal, code_id) VALUES (?1, ?2, ?3)",
                                 id, ++ordinal, code));
    return {};
}

Status Searches::openSample(const model::Guid& guid, std::int64_t position) {
    Database& database = m_file->database();
    RAPPORT_TRY(database.run("UPDATE line_sample SET opened_at = ?2 WHERE guid = ?1 AND opened_at IS NULL",
                             guid, position));
    if (database.changedRows() == 0)
        return fail(Errc::Refused, "this sample is open already");
    return {};
}

Status Searches::readParts(LineSample& sample) const {
    Database& database = m_file->database();
    {
        RAPPORT_ASSIGN(Statement rows,
                       database.statement("SELECT l.unit_id, l.range_begin, l.range_end FROM sample_line l"
                                          " JOIN line_sample s ON s.id = l.sample_id WHERE s.guid = ?1"
                                          " ORDER BY l.number"));
        rows.bind(sample.guid);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            sample.lines.push_back(
                {rows.id<model::UnitId>(0), text::textRange(rows.integer(1), rows.integer(2))});
        }
    }
    {
        RAPPORT_ASSIGN(Statement rows, database.statement("SELECT r.rater_id FROM sample_rater r"
                                                          " JOIN line_sample s ON s.id = r.sample_id"
                                                          " WHERE s.guid = ?1 ORDER BY r.rater_id"));
        rows.bind(sample.guid);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            sample.raters.push_back(rows.id<model::RaterId>(0));
        }
    }
    RAPPORT_ASSIGN(Statement rows, database.statement("SELECT c.code_id FROM sample_code c"
                                                      " JOIN line_sample s ON s.id = c.sample_id"
                                                      " WHERE s.guid = ?1 ORDER BY c.ordinal"));
    rows.bind(sample.guid);
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return {};
        sample.codes.push_back(rows.id<model::CodeId>(0));
    }
}

Result<std::vector<LineSample>> Searches::samples() const {
    std::vector<LineSample> samples;
    {
        RAPPORT_ASSIGN(Statement rows,
                       m_file->database().statement(std::string(selectSample) + " ORDER BY id"));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            samples.push_back(sampleOf(rows));
        }
    }
    for (LineSample& sample : samples)
        RAPPORT_TRY(readParts(sample));
    return samples;
}

Result<std::optional<LineSample>> Searches::sample(const std::string& name) const {
    std::optional<LineSample> found;
    {
        RAPPORT_ASSIGN(Statement rows,
                       m_file->database().statement(std::string(selectSample) + " WHERE name = ?1"));
        rows.bind(name);
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (hasRow)
            found = sampleOf(rows);
    }
    if (found)
        RAPPORT_TRY(readParts(*found));
    return found;
}

Result<std::vector<LineJudgement>> Searches::judgements(const LineSample& sample, std::int64_t* late) const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(
                                       "SELECT number, rater_id, code_id, time, position FROM journal"
                                       " WHERE act = 'judge' AND target = ?1 ORDER BY tick, position"));
    rows.bind(sample.guid);
    std::map<std::pair<std::int64_t, model::RaterId>, LineJudgement> latest;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            break;
        if (sample.openedAt > 0 && rows.integer(4) > sample.openedAt) {
            if (late != nullptr)
                ++*late;
            continue;
        }
        LineJudgement judgement;
        judgement.line = rows.integer(0);
        judgement.rater = rows.id<model::RaterId>(1);
        judgement.code = rows.id<model::CodeId>(2);
        judgement.time = rows.instant(3);
        latest[{judgement.line, judgement.rater}] = judgement;
    }
    std::vector<LineJudgement> judgements;
    judgements.reserve(latest.size());
    for (auto& [key, judgement] : latest)
        judgements.push_back(judgement);
    return judgements;
}

Result<std::vector<model::Guid>> Searches::stillJudged(model::RaterId rater) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT s.guid FROM line_sample s JOIN sample_rater r"
                                                " ON r.sample_id = s.id WHERE r.rater_id = ?1"
                                                " AND s.opened_at IS NULL"));
    rows.bind(rater);
    std::vector<model::Guid> guids;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            break;
        guids.push_back(rows.guid(0));
    }
    std::sort(guids.begin(), guids.end());
    return guids;
}

} // namespace rapport::store
