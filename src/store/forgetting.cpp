// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/forgetting.h"

#include "base/format.h"
#include "store/database.h"
#include "store/leaving_files.h"
#include "text/offset_map.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace rapport::store {

using base::Errc;
using base::fail;
using base::Result;
using base::Status;

namespace {

constexpr std::string_view block = "\u2588";

/// White space of Unicode that occurs in running text, and what SQLite takes for the end of a text.
bool isLeft(std::string_view character, Blot how) {
    if (character == "\n" || character[0] == '\0')
        return true;
    if (how == Blot::Everything)
        return false;
    return character == " " || character == "\t" || character == "\r" || character == "\u00A0" ||
           character == "\u2028" || character == "\u2029" || character == "\u202F" || character == "\u3000";
}

std::size_t lengthOf(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

template<typename Id>
Result<std::vector<Id>> idsOf(Statement& rows) {
    std::vector<Id> ids;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return ids;
        ids.push_back(rows.id<Id>(0));
    }
}

/// Units of participants (which ones: {0}), by guid or number ({1}): answers, and turns that they spoke. Of a
/// turn from its unit, by the last turn that begins before: every pair of a long talk would take minutes.
constexpr const char* ownUnits =
    "SELECT u.{1} FROM participant p JOIN unit u ON u.participant_id = p.id WHERE {0}"
    " UNION SELECT u.{1} FROM participant p JOIN source s ON s.participant_id = p.id"
    "  JOIN unit u ON u.source_id = s.id WHERE {0}"
    " UNION SELECT u.{1} FROM unit u JOIN participant p ON p.name ="
    "  (SELECT t.speaker FROM turn t WHERE t.source_id = u.source_id AND t.range_begin <= u.range_begin"
    "   AND t.range_end >= u.range_end ORDER BY t.range_begin DESC LIMIT 1)"
    "  WHERE u.kind IN ('turn', 'sentence') AND {0}";

/// One participant on the way out.
class Leaving {
public:
    Leaving(StudyFile& file, model::ParticipantId participant, std::int64_t position)
        : m_file(file)
        , m_database(file.database())
        , m_participant(participant)
        , m_position(position) {}

    [[nodiscard]] Result<Forgotten> run(bool withCodings) {
        RAPPORT_TRY(know(withCodings));
        if (m_isLater) {
            // Texts and data went before; what was rated of them follows.
            RAPPORT_TRY(leaveOut());
            return std::move(m_result);
        }
        RAPPORT_TRY(blotTexts());
        RAPPORT_TRY(blotTurns());
        RAPPORT_TRY(removeData(withCodings));
        RAPPORT_TRY(dropFiles());
        RAPPORT_TRY(rename());
        RAPPORT_TRY(findMentions());
        return std::move(m_result);
    }

private:
    [[nodiscard]] Status know(bool withCodings) {
        {
            RAPPORT_ASSIGN(Statement known,
                           m_database.statement("SELECT name, forgotten_at FROM participant WHERE id = ?1"));
            known.bind(m_participant);
            RAPPORT_ASSIGN(const bool isKnown, known.next());
            if (!isKnown)
                return fail(Errc::NotFound, "there is no such participant");
            m_isLater = !known.isNull(1);
            m_name = known.text(0);
        }
        RAPPORT_ASSIGN(const Traces traces, Forgetting(m_file).traces(m_participant));
        m_units = traces.units;
        if (m_isLater) {
            RAPPORT_ASSIGN(const bool stillCounts, Forgetting(m_file).stillCounts(m_participant));
            if (!withCodings || !stillCounts)
                return fail(Errc::Refused, "this participant was forgotten already",
                            stillCounts ? "the codings are still there: they go with --codings" : "");
            m_result.name = m_name;
            return {};
        }
        RAPPORT_ASSIGN(std::int64_t number,
                       m_database.integer("SELECT count(*) FROM participant WHERE forgotten_at IS NOT NULL"));
        bool isTaken = true;
        while (isTaken) {
            m_result.name = fmt::format("withdrawn-{}", ++number);
            RAPPORT_ASSIGN(Statement taken,
                           m_database.statement("SELECT 1 FROM participant WHERE name = ?1"
                                                " UNION SELECT 1 FROM source WHERE name = ?1"));
            taken.bind(m_result.name);
            RAPPORT_ASSIGN(isTaken, taken.next());
        }
        return {};
    }

    [[nodiscard]] Status blotTexts() {
        std::vector<std::pair<model::SourceId, std::int64_t>> sources;
        {
            RAPPORT_ASSIGN(Statement rows, m_database.statement("SELECT id, length, file_id FROM source"
                                                                " WHERE participant_id = ?1"));
            rows.bind(m_participant);
            while (true) {
                RAPPORT_ASSIGN(const bool hasRow, rows.next());
                if (!hasRow)
                    break;
                sources.emplace_back(rows.id<model::SourceId>(0), rows.integer(1));
                if (!rows.isNull(2))
                    m_files.insert(rows.integer(2));
            }
        }
        for (const auto& [source, length] : sources) {
            if (length > 0)
                RAPPORT_TRY(Forgetting(m_file).blot(source, {text::textRange(0, length)}, Blot::Everything));
            ++m_result.texts;
        }
        return {};
    }

    [[nodiscard]] Status blotTurns() {
        struct Spoken {
            model::SourceId source;
            std::int64_t number;
            text::TextRange range;
        };
        std::vector<Spoken> turns;
        {
            RAPPORT_ASSIGN(Statement rows,
                           m_database.statement("SELECT t.source_id, t.number, t.range_begin, t.range_end,"
                                                " s.file_id FROM turn t JOIN source s ON s.id = t.source_id"
                                                " WHERE t.speaker = ?1 ORDER BY t.source_id, t.number"));
            rows.bind(m_name);
            while (true) {
                RAPPORT_ASSIGN(const bool hasRow, rows.next());
                if (!hasRow)
                    break;
                turns.push_back({rows.id<model::SourceId>(0), rows.integer(1),
                                 text::textRange(rows.integer(2), rows.integer(3))});
                if (!rows.isNull(4))
                    m_files.insert(rows.integer(4));
            }
        }
        std::map<model::SourceId, std::vector<text::TextRange>> ranges;
        for (const Spoken& turn : turns) {
            if (!turn.range.isEmpty())
                ranges[turn.source].push_back(turn.range);
            RAPPORT_TRY(m_database.run("UPDATE turn SET speaker = ?3 WHERE source_id = ?1 AND number = ?2",
                                       turn.source, turn.number, m_result.name));
            ++m_result.turns;
        }
        for (const auto& [source, spoken] : ranges)
            RAPPORT_TRY(Forgetting(m_file).blot(source, spoken, Blot::Everything));
        return {};
    }

    /// Out of every statistic, with nobody to rate it.
    [[nodiscard]] Status leaveOut() {
        for (const model::UnitId unit : m_units) {
            RAPPORT_TRY(m_database.run("DELETE FROM assignment WHERE unit_id = ?1", unit));
            m_result.assignments += m_database.changedRows();
            RAPPORT_TRY(m_database.run("UPDATE unit SET left_out_at = ?2 WHERE id = ?1", unit, m_position));
        }
        return {};
    }

    [[nodiscard]] Status removeData(bool withCodings) {
        for (const char* table : {"attribute_value", "response"}) {
            RAPPORT_TRY(m_database.run(fmt::format("DELETE FROM {} WHERE participant_id = ?1", table),
                                       m_participant));
            m_result.values += m_database.changedRows();
        }
        for (const model::UnitId unit : m_units) {
            for (const char* table : {"memo", "note"}) {
                RAPPORT_TRY(m_database.run(fmt::format("DELETE FROM {} WHERE unit_id = ?1", table), unit));
                m_result.memos += m_database.changedRows();
            }
            // Lines with the number stay: samples are known by it. What is said of them goes.
            RAPPORT_TRY(m_database.run("DELETE FROM hidden_line WHERE unit_id = ?1", unit));
            if (withCodings)
                continue;
            // Nobody has to rate blocks; what was rated stays as it was.
            RAPPORT_TRY(m_database.run(
                "DELETE FROM assignment WHERE unit_id = ?1 AND NOT EXISTS (SELECT 1 FROM rating g"
                " WHERE g.unit_id = assignment.unit_id AND g.rater_id = assignment.rater_id"
                " AND g.round_id = assignment.round_id AND g.reopened_at IS NULL)",
                unit));
            m_result.assignments += m_database.changedRows();
        }
        return withCodings ? leaveOut() : Status();
    }

    /// Those that brought the texts, and every other one that holds the name or may hold it.
    [[nodiscard]] Status dropFiles() {
        RAPPORT_ASSIGN(const std::set<std::int64_t> naming, filesNaming(m_database, m_name));
        m_files.insert(naming.begin(), naming.end());
        RAPPORT_ASSIGN(m_result.files, Forgetting(m_file).dropFiles(m_files, m_position));
        return {};
    }

    /// Names of answers and of their units begin with the participant's.
    [[nodiscard]] Status rename() {
        RAPPORT_TRY(m_database.run("UPDATE unit SET name = ?2 || substr(name, instr(name, '/'))"
                                   " WHERE participant_id = ?1 AND kind = 'answer' AND instr(name, '/') > 0",
                                   m_participant, m_result.name));
        RAPPORT_TRY(m_database.run("UPDATE source SET name = ?2 || substr(name, instr(name, '/'))"
                                   " WHERE participant_id = ?1 AND kind = 'answer' AND instr(name, '/') > 0",
                                   m_participant, m_result.name));
        return m_database.run("UPDATE participant SET name = ?2, forgotten_at = ?3 WHERE id = ?1",
                              m_participant, m_result.name, m_position);
    }

    [[nodiscard]] Status findMentions() {
        RAPPORT_ASSIGN(Statement rows,
                       m_database.statement("SELECT name FROM source WHERE instr(text, ?1) > 0"
                                            " ORDER BY id LIMIT 100"));
        rows.bind(m_name);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            m_result.mentions.push_back(rows.text(0));
        }
        RAPPORT_ASSIGN(m_result.kept, Forgetting(m_file).keptWith(m_name, {}));
        return {};
    }

    StudyFile& m_file;
    Database& m_database;
    model::ParticipantId m_participant;
    std::int64_t m_position;
    bool m_isLater = false; ///< the participant was forgotten before, the codings were not
    std::string m_name;
    std::vector<model::UnitId> m_units;
    std::set<std::int64_t> m_files;
    Forgotten m_result;
};

} // namespace

std::string blotted(std::string_view text, Blot how) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = text.substr(at, lengthOf(text[at]));
        result += isLeft(character, how) ? character : block;
        at += character.size();
    }
    return result;
}

Result<Traces> Forgetting::traces(model::ParticipantId participant,
                                  const std::vector<model::UnitId>& keptBack, model::RaterId self) const {
    Traces traces;
    RAPPORT_ASSIGN(Statement units,
                   m_file->database().statement(fmt::format("SELECT id FROM ({}) ORDER BY id",
                                                            fmt::format(ownUnits, "p.id = ?1", "id"))));
    units.bind(participant);
    RAPPORT_ASSIGN(traces.units, idsOf<model::UnitId>(units));
    const auto only = [&](model::UnitId unit) {
        return std::binary_search(keptBack.begin(), keptBack.end(), unit) ? self : model::RaterId();
    };
    for (const model::UnitId unit : traces.units) {
        RAPPORT_ASSIGN(Statement codings,
                       m_file->database().statement("SELECT count(*) FROM coding WHERE unit_id = ?1"
                                                    " AND withdrawn_at IS NULL"
                                                    " AND (?2 IS NULL OR rater_id = ?2)"));
        codings.bind(unit, only(unit));
        RAPPORT_TRY(codings.next());
        traces.codings += codings.integer(0);
    }
    for (const model::UnitId unit : traces.units) {
        // Memos without a rater are the coordinator's.
        RAPPORT_ASSIGN(Statement memos, m_file->database().statement(
                                            "SELECT (SELECT count(*) FROM memo WHERE unit_id = ?1"
                                            "  AND (?2 IS NULL OR rater_id IS NULL OR rater_id = ?2))"
                                            " + (SELECT count(*) FROM note WHERE unit_id = ?1"
                                            "  AND (?2 IS NULL OR rater_id IS NULL OR rater_id = ?2))"));
        memos.bind(unit, only(unit));
        RAPPORT_TRY(memos.next());
        traces.memos += memos.integer(0);
    }
    RAPPORT_ASSIGN(Statement rest, m_file->database().statement(
                                       "SELECT (SELECT count(*) FROM turn WHERE speaker = p.name),"
                                       " (SELECT count(*) FROM attribute_value WHERE participant_id = ?1)"
                                       " + (SELECT count(*) FROM response WHERE participant_id = ?1),"
                                       " (SELECT count(*) FROM source WHERE participant_id = ?1)"
                                       " FROM participant p WHERE p.id = ?1"));
    rest.bind(participant);
    RAPPORT_ASSIGN(const bool isThere, rest.next());
    if (isThere) {
        traces.turns = rest.integer(0);
        traces.values = rest.integer(1);
        traces.texts = rest.integer(2);
    }
    return traces;
}

Result<Forgotten> Forgetting::forget(model::ParticipantId participant, std::int64_t position,
                                     bool withCodings) {
    return Leaving(*m_file, participant, position).run(withCodings);
}

Status Forgetting::blot(model::SourceId source, const std::vector<text::TextRange>& ranges, Blot how) {
    std::string whole;
    {
        RAPPORT_ASSIGN(Statement row, m_file->database().statement("SELECT text FROM source WHERE id = ?1"));
        row.bind(source);
        RAPPORT_ASSIGN(const bool hasRow, row.next());
        if (!hasRow)
            return fail(Errc::NotFound, "there is no such source");
        whole = row.text(0);
    }
    const text::OffsetMap offsets(whole);
    std::string changed;
    std::size_t done = 0;
    for (const text::TextRange& range : ranges) {
        const auto begin = static_cast<std::size_t>(offsets.toUtf8(range.begin).value);
        const auto end = static_cast<std::size_t>(offsets.toUtf8(range.end).value);
        if (range.begin.value < 0 || range.isEmpty() || range.end < range.begin || begin < done ||
            range.end > offsets.length())
            return fail(Errc::InvalidArgument,
                        base::said("{}-{} is no range in a text of {} characters", range.begin.value,
                                   range.end.value, offsets.length().value));
        changed.append(whole, done, begin - done);
        changed += blotted(std::string_view(whole).substr(begin, end - begin), how);
        done = end;
    }
    changed.append(whole, done);
    for (const text::TextRange& range : ranges)
        RAPPORT_TRY(m_file->database().run(
            "DELETE FROM hidden_line WHERE unit_id IN (SELECT id FROM unit WHERE source_id = ?1)"
            " AND range_begin < ?3 AND range_end > ?2",
            source, range.begin.value, range.end.value));
    if (changed == whole)
        return {};
    return m_file->database().run("UPDATE source SET text = ?2 WHERE id = ?1", source, changed);
}

Result<bool> Forgetting::purge() {
    Database& database = m_file->database();
    RAPPORT_TRY(database.execute("VACUUM"));
    RAPPORT_ASSIGN(Statement checkpoint, database.statement("PRAGMA wal_checkpoint(TRUNCATE)"));
    RAPPORT_TRY(checkpoint.next());
    return checkpoint.integer(0) == 0;
}

Result<std::vector<model::Guid>> Forgetting::forgotten() const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT guid FROM participant WHERE forgotten_at IS NOT NULL"
                                                " ORDER BY id"));
    std::vector<model::Guid> guids;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return guids;
        guids.push_back(rows.guid(0));
    }
}

Result<std::unordered_set<model::Guid>> Forgetting::units() const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(fmt::format(ownUnits, "p.forgotten_at IS NOT NULL", "guid")));
    std::unordered_set<model::Guid> guids;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return guids;
        guids.insert(rows.guid(0));
    }
}

Result<std::vector<model::UnitId>> Forgetting::unitIds() const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(fmt::format(
                                       "SELECT id FROM ({}) ORDER BY id",
                                       fmt::format(ownUnits, "p.forgotten_at IS NOT NULL", "id"))));
    return idsOf<model::UnitId>(rows);
}

Result<bool> Forgetting::isUnit(model::UnitId unit) const {
    // As ownUnits, but from the unit: each act on one asks.
    RAPPORT_ASSIGN(
        Statement row,
        m_file->database().statement(
            "SELECT EXISTS (SELECT 1 FROM unit u JOIN source s ON s.id = u.source_id"
            "  JOIN participant p ON p.id IN (u.participant_id, s.participant_id)"
            "  WHERE u.id = ?1 AND p.forgotten_at IS NOT NULL)"
            " OR EXISTS (SELECT 1 FROM unit u JOIN participant p ON p.name ="
            "  (SELECT t.speaker FROM turn t WHERE t.source_id = u.source_id"
            "   AND t.range_begin <= u.range_begin ORDER BY t.range_begin DESC LIMIT 1)"
            "  WHERE u.id = ?1 AND u.kind IN ('turn', 'sentence') AND p.forgotten_at IS NOT NULL)"));
    row.bind(unit);
    RAPPORT_TRY(row.next());
    return row.flag(0);
}

Result<std::vector<model::UnitId>> Forgetting::leftOut() const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement("SELECT id FROM unit WHERE left_out_at"
                                                                " IS NOT NULL ORDER BY id"));
    return idsOf<model::UnitId>(rows);
}

Result<bool> Forgetting::stillCounts(model::ParticipantId participant) const {
    RAPPORT_ASSIGN(Statement row,
                   m_file->database().statement(fmt::format(
                       "SELECT EXISTS (SELECT 1 FROM unit WHERE left_out_at IS NULL AND id IN ({}))",
                       fmt::format(ownUnits, "p.id = ?1", "id"))));
    row.bind(participant);
    RAPPORT_TRY(row.next());
    return row.flag(0);
}

bool mayHoldTextOf(const std::string& path, const std::vector<model::Guid>& units, bool isPack) {
    std::error_code none;
    // What is in a log alone is not seen here.
    if (const auto log = std::filesystem::file_size(path + "-wal", none); !none && log > 0)
        return true;
    const auto database = Database::open(path, Database::Access::Immutable);
    if (!database)
        return true;
    bool knowsAny = false;
    for (const model::Guid& unit : units) {
        auto text =
            (*database)->statement("SELECT substr(s.text, u.range_begin + 1, u.range_end - u.range_begin)"
                                   " FROM unit u JOIN source s ON s.id = u.source_id WHERE u.guid = ?1");
        if (!text)
            return true;
        text->bind(unit);
        const auto hasRow = text->next();
        if (!hasRow || (*hasRow && text->text(0) != blotted(text->text(0), Blot::Everything)))
            return true;
        knowsAny = knowsAny || *hasRow;
    }
    // A copy may have the same texts from an import of its own.
    return !isPack && !knowsAny;
}

std::optional<StudyIn> studyIn(const std::string& path) {
    constexpr std::string_view beginning = "SQLite format 3";
    const auto head = Database::head(path, beginning.size());
    if (!head || *head != beginning)
        return std::nullopt;
    const auto database = Database::open(path, Database::Access::Immutable);
    if (!database)
        return std::nullopt;
    auto study = (*database)->statement("SELECT guid, EXISTS (SELECT 1 FROM meta WHERE name = 'pack')"
                                        " FROM study");
    if (!study)
        return std::nullopt;
    const auto hasRow = study->next();
    return hasRow && *hasRow ? std::optional(StudyIn{study->guid(0), study->flag(1)}) : std::nullopt;
}

} // namespace rapport::store
