// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sources.h"

#include "base/digest.h"
#include "base/format.h"
#include "model/names.h"
#include "store/database.h"
#include "store/participants.h"
#include "store/rows.h"
#include "text/utf8.h"

#include <algorithm>
#include <set>
#include <utility>

namespace rapport::store {

using base::Errc;
using base::fail;
using base::Result;
using base::Status;

namespace {

const char* name(model::SourceKind kind) {
    return kind == model::SourceKind::Transcript ? "transcript" : "answer";
}

model::SourceKind sourceKind(std::string_view text) {
    return text == "transcript" ? model::SourceKind::Transcript : model::SourceKind::Answer;
}

constexpr const char* unitColumns =
    "u.id, u.guid, u.name, u.source_id, u.kind, u.range_begin, u.range_end, u.ordinal,"
    " u.prompt_id, u.participant_id";

model::Unit unitOf(const Statement& row) {
    model::Unit unit;
    unit.id = row.id<model::UnitId>(0);
    unit.guid = row.guid(1);
    unit.name = row.text(2);
    unit.source = row.id<model::SourceId>(3);
    unit.kind = model::unitKind(row.view(4)).value_or(model::UnitKind::Answer);
    unit.range = row.range(5).value_or(text::TextRange{});
    unit.ordinal = row.integer(7);
    unit.prompt = row.id<model::PromptId>(8);
    unit.participant = row.id<model::ParticipantId>(9);
    return unit;
}

/// Ends in WHERE. A unit that is all of its source brings its text along; the others are cut out of it.
std::string selectUnitRow(bool withText) {
    std::string sql = "SELECT ";
    sql += unitColumns;
    sql += ", s.name, p.name, c.name, s.language,"
           " CASE WHEN u.kind IN ('turn', 'sentence') THEN (SELECT t.speaker FROM turn t"
           "  WHERE t.source_id = u.source_id AND t.range_begin <= u.range_begin"
           "  ORDER BY t.range_begin DESC, t.number DESC LIMIT 1) END,"
           " CASE WHEN u.kind IN ('turn', 'sentence') THEN (SELECT g.number FROM page g"
           "  WHERE g.source_id = u.source_id AND g.range_begin <= u.range_begin"
           "  ORDER BY g.range_begin DESC LIMIT 1) END,"
           " u.range_begin = 0 AND u.range_end = s.length";
    if (withText)
        sql += ", CASE WHEN u.range_begin = 0 AND u.range_end = s.length THEN s.text END";
    sql += " FROM unit u JOIN source s ON s.id = u.source_id LEFT JOIN prompt p ON p.id = u.prompt_id"
           " LEFT JOIN participant c ON c.id = u.participant_id WHERE ";
    return sql;
}

Result<UnitRow> unitRowOf(const Statement& row, bool withText, SourceTexts& texts) {
    UnitRow unit;
    unit.unit = unitOf(row);
    unit.sourceName = row.text(10);
    unit.prompt = row.text(11);
    unit.participant = row.text(12);
    unit.language = row.text(13);
    unit.speaker = row.text(14);
    unit.page = row.integer(15);
    if (withText && row.flag(16)) {
        unit.text = row.text(17);
    } else if (withText) {
        RAPPORT_ASSIGN(unit.text, texts.cut(unit.unit.source, unit.unit.range));
    }
    return unit;
}

Status visitUnits(StudyFile& file, const std::string& condition, std::int64_t parameter, bool withText,
                  const std::function<bool(const UnitRow&)>& visit) {
    RAPPORT_ASSIGN(Statement rows, file.database().statement(selectUnitRow(withText) + condition));
    rows.bind(parameter);
    SourceTexts texts(file);
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return {};
        RAPPORT_ASSIGN(const UnitRow unit, unitRowOf(rows, withText, texts));
        if (!visit(unit))
            return {};
    }
}

constexpr const char* sourceColumns =
    "id, guid, name, kind, file_id, participant_id, prompt_id, wave, language";

model::Source sourceOf(const Statement& row, bool withText) {
    model::Source source;
    source.id = row.id<model::SourceId>(0);
    source.guid = row.guid(1);
    source.name = row.text(2);
    source.kind = sourceKind(row.view(3));
    source.file = row.id<model::FileId>(4);
    source.participant = row.id<model::ParticipantId>(5);
    source.prompt = row.id<model::PromptId>(6);
    source.wave = row.text(7);
    source.language = row.text(8);
    if (withText)
        source.text = row.text(9);
    return source;
}

} // namespace

Result<std::string> SourceTexts::cut(model::SourceId source, const text::TextRange& range) {
    if (source != m_source) {
        RAPPORT_ASSIGN(Statement select,
                       m_file->database().statement("SELECT text FROM source WHERE id = ?1"));
        select.bind(source);
        RAPPORT_ASSIGN(const bool hasRow, select.next());
        m_text = hasRow ? select.text(0) : std::string();
        m_offsets = text::OffsetMap(m_text);
        m_source = source;
    }
    const text::Utf8Range bytes = m_offsets.toUtf8(range);
    const auto begin = std::min(static_cast<std::size_t>(bytes.begin.value), m_text.size());
    const auto end = std::max(begin, static_cast<std::size_t>(bytes.end.value));
    return m_text.substr(begin, end - begin);
}

namespace {

/// While it lives, rows go in without their CHECKs: for zeros whose length one of them would ask for, which
/// has SQLite make them all in memory.
class WithoutChecks {
public:
    static Result<WithoutChecks> begin(Database& database) {
        RAPPORT_TRY(database.execute("PRAGMA ignore_check_constraints = ON"));
        return WithoutChecks(database);
    }
    WithoutChecks(WithoutChecks&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr)) {}
    WithoutChecks& operator=(WithoutChecks&&) = delete;
    ~WithoutChecks() {
        if (m_database != nullptr)
            static_cast<void>(m_database->execute("PRAGMA ignore_check_constraints = OFF"));
    }

private:
    explicit WithoutChecks(Database& database)
        : m_database(&database) {}
    Database* m_database;
};

/// The row of a file with zeros for its bytes; digest, size and guid are as the table wants them.
Status putZeros(Database& database, const base::Guid& guid, const model::ImportedFile& file,
                const std::string& digest, std::size_t size) {
    RAPPORT_ASSIGN(const WithoutChecks unchecked, WithoutChecks::begin(database));
    return database.run("INSERT INTO imported_file (guid, name, sha256, reader, encoding, size, bytes)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, zeroblob(?6))",
                        guid, file.name, digest, file.reader, file.encoding, static_cast<std::int64_t>(size));
}

} // namespace

Result<std::optional<model::Unit>> UnitsByName::find(const std::string& name) {
    const auto called = [this](const std::string& each) -> Result<std::optional<model::Unit>> {
        RAPPORT_ASSIGN(Statement row, m_file->database().statement(fmt::format(
                                          "SELECT {} FROM unit u WHERE u.name = ?1", unitColumns)));
        row.bind(each);
        RAPPORT_ASSIGN(const bool hasRow, row.next());
        return hasRow ? std::optional(unitOf(row)) : std::nullopt;
    };
    RAPPORT_ASSIGN(auto found, called(name));
    const std::string looksSo = model::personName(name);
    if (found || looksSo == name)
        return found;
    RAPPORT_ASSIGN(found, called(looksSo));
    if (!found || found->participant.isNone())
        return found;
    RAPPORT_ASSIGN(const bool isShared, sharesLook(found->participant));
    return isShared ? std::nullopt : found;
}

Result<bool> UnitsByName::sharesLook(model::ParticipantId participant) {
    if (!m_sharing) {
        RAPPORT_ASSIGN(const auto people, Participants(*m_file).all());
        std::unordered_map<std::string, model::ParticipantId> byLook;
        std::unordered_set<model::ParticipantId> sharing;
        for (const model::Participant& person : people) {
            const auto [first, isNew] = byLook.emplace(model::personName(person.name), person.id);
            if (!isNew)
                sharing.insert({first->second, person.id});
        }
        m_sharing = std::move(sharing);
    }
    return m_sharing->contains(participant);
}

Result<model::FileId> Sources::addFile(const model::ImportedFile& file, std::string_view bytes) {
    Database& database = m_file->database();
    const std::string digest = file.sha256.empty() ? base::hex(base::sha256(bytes)) : file.sha256;
    RAPPORT_ASSIGN(const base::Guid guid, guidOr(database, file.guid, "file", digest + file.name));
    // As zeros first, then piece by piece.
    const Status added = putZeros(database, guid, file, digest, bytes.size());
    if (!added)
        return duplicateOr(database, added, base::said("the file '{}' was imported already", file.name));
    const model::FileId id(database.lastRowId());
    if (!bytes.empty())
        RAPPORT_TRY(database.fillBlob("imported_file", "bytes", id.value, bytes));
    return id;
}

Status Sources::replaceBytes(model::FileId file, std::string_view bytes) {
    Database& database = m_file->database();
    {
        RAPPORT_ASSIGN(const WithoutChecks unchecked, WithoutChecks::begin(database));
        RAPPORT_TRY(database.run(
            "UPDATE imported_file SET sha256 = ?2, size = ?3, bytes = zeroblob(?3) WHERE id = ?1", file,
            base::hex(base::sha256(bytes)), static_cast<std::int64_t>(bytes.size())));
    }
    return bytes.empty() ? Status() : database.fillBlob("imported_file", "bytes", file.value, bytes);
}

Result<std::vector<model::ImportedFile>> Sources::files() const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT id, guid, name, sha256, reader, encoding, size"
                                                " FROM imported_file ORDER BY id"));
    std::vector<model::ImportedFile> files;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return files;
        files.push_back(model::ImportedFile{rows.id<model::FileId>(0), rows.guid(1), rows.text(2),
                                            rows.text(3), rows.text(4), rows.text(5), rows.integer(6)});
    }
}

Result<std::string> Sources::fileBytes(model::FileId file) const {
    RAPPORT_ASSIGN(Statement row,
                   m_file->database().statement("SELECT bytes FROM imported_file WHERE id = ?1"));
    row.bind(file);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    if (!hasRow)
        return fail(Errc::NotFound, "the study has no such imported file");
    return row.text(0);
}

Result<model::SourceId> Sources::addSource(const model::Source& source) {
    Database& database = m_file->database();
    if (!text::isValidUtf8(source.text))
        return fail(Errc::InvalidArgument, base::said("the text of '{}' is not UTF-8", source.name));
    RAPPORT_ASSIGN(const base::Guid guid, guidOr(database, source.guid, "source", source.name));
    const Status added =
        database.run("INSERT INTO source (guid, name, kind, file_id, participant_id, prompt_id, wave,"
                     " language, length, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                     guid, source.name, name(source.kind), source.file, source.participant, source.prompt,
                     source.wave, source.language, text::countCodePoints(source.text), source.text);
    if (!added)
        return duplicateOr(database, added, base::said("the study has a source '{}' already", source.name));
    return model::SourceId(database.lastRowId());
}

Status Sources::addTurn(model::SourceId source, const model::Turn& turn) {
    Database& database = m_file->database();
    RAPPORT_ASSIGN(Statement before,
                   database.statement("SELECT s.length, (SELECT t.number FROM turn t WHERE t.source_id = s.id"
                                      " ORDER BY t.number DESC LIMIT 1), (SELECT t.range_end FROM turn t"
                                      " WHERE t.source_id = s.id ORDER BY t.number DESC LIMIT 1)"
                                      " FROM source s WHERE s.id = ?1"));
    before.bind(source);
    RAPPORT_ASSIGN(const bool isKnown, before.next());
    if (!isKnown)
        return fail(Errc::Refused, "the study has no such source");
    if (turn.number <= before.integer(1))
        return fail(Errc::Refused, base::said("turn {} comes after turn {}", turn.number, before.integer(1)));
    if (turn.range.begin.value < before.integer(2) || turn.range.end < turn.range.begin ||
        turn.range.end.value > before.integer(0))
        return fail(Errc::Refused,
                    base::said("turn {} at {}-{} is outside its text or overlaps the turn before it",
                               turn.number, turn.range.begin.value, turn.range.end.value));
    return database.run(
        "INSERT INTO turn (source_id, number, speaker, range_begin, range_end, begin_ms, end_ms)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        source, turn.number, turn.speaker, turn.range.begin.value, turn.range.end.value, turn.beginMs,
        turn.endMs);
}

Status Sources::addPage(model::SourceId source, const model::Page& page) {
    Database& database = m_file->database();
    {
        RAPPORT_ASSIGN(Statement before,
                       database.statement("SELECT s.length, (SELECT max(p.range_end) FROM page p"
                                          " WHERE p.source_id = s.id) FROM source s WHERE s.id = ?1"));
        before.bind(source);
        RAPPORT_ASSIGN(const bool isKnown, before.next());
        if (!isKnown)
            return fail(Errc::Refused, "the study has no such source");
        if (page.range.begin.value < before.integer(1) || page.range.begin >= page.range.end ||
            page.range.end.value > before.integer(0))
            return fail(Errc::Refused,
                        base::said("page {} at {}-{} is outside its text or overlaps the page before it",
                                   page.number, page.range.begin.value, page.range.end.value));
    }
    return database.run("INSERT INTO page (source_id, range_begin, range_end, number)"
                        " VALUES (?1, ?2, ?3, ?4)",
                        source, page.range.begin.value, page.range.end.value, page.number);
}

Result<model::UnitId> Sources::addUnit(const model::Unit& unit) {
    Database& database = m_file->database();
    {
        RAPPORT_ASSIGN(Statement source, database.statement("SELECT length FROM source WHERE id = ?1"));
        source.bind(unit.source);
        RAPPORT_ASSIGN(const bool isKnown, source.next());
        if (!isKnown || unit.range.begin.value < 0 || unit.range.begin >= unit.range.end ||
            unit.range.end.value > source.integer(0))
            return fail(Errc::Refused, base::said("unit '{}' at {}-{} is empty or outside its text",
                                                  unit.name, unit.range.begin.value, unit.range.end.value));
    }
    RAPPORT_ASSIGN(const base::Guid guid, guidOr(database, unit.guid, "unit", unit.name));
    const Status added =
        database.run("INSERT INTO unit (guid, name, source_id, kind, range_begin, range_end, ordinal, "
                     "prompt_id, participant_id,"
                     " added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
                     " CASE WHEN ?7 = 0 THEN coalesce((SELECT max(id) FROM unit), 0) + 1 ELSE ?7 END, ?8, ?9,"
                     " coalesce((SELECT max(position) FROM journal), 0) + 1)",
                     guid, unit.name, unit.source, model::name(unit.kind), unit.range.begin.value,
                     unit.range.end.value, unit.ordinal, unit.prompt, unit.participant);
    if (!added)
        return duplicateOr(database, added, base::said("the study has a unit '{}' already", unit.name));
    return model::UnitId(database.lastRowId());
}

Status Sources::addResponse(const Response& response) {
    Database& database = m_file->database();
    // A row from VALUES, not from SELECT: SQLite takes precautions for a SELECT, as it might give many rows.
    Status added =
        database.run("INSERT INTO response (participant_id, prompt_id, wave, value)"
                     " VALUES (?1, (SELECT id FROM prompt WHERE name = ?2), ?3, ?4)"
                     " ON CONFLICT (prompt_id, participant_id, wave) DO UPDATE SET value = excluded.value"
                     " WHERE excluded.value <> ''",
                     response.participant, response.prompt, response.wave, response.value);
    if (!added && database.wasNull())
        return fail(Errc::NotFound, base::said("the study has no prompt '{}'", response.prompt));
    return added;
}

Result<std::vector<std::pair<std::string, std::string>>> Sources::occasions() const {
    RAPPORT_ASSIGN(
        Statement rows,
        m_file->database().statement(
            "SELECT p.name, o.wave FROM (SELECT DISTINCT prompt_id, wave FROM source WHERE kind = 'answer'"
            " UNION SELECT DISTINCT prompt_id, wave FROM response WHERE value <> '') o"
            " JOIN prompt p ON p.id = o.prompt_id ORDER BY p.id, o.wave"));
    std::vector<std::pair<std::string, std::string>> occasions;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return occasions;
        occasions.emplace_back(rows.text(0), rows.text(1));
    }
}

Result<std::vector<Response>> Sources::responses(const std::string& prompt) const {
    RAPPORT_ASSIGN(
        Statement rows,
        m_file->database().statement("SELECT r.participant_id, r.value, r.wave FROM prompt p JOIN response r"
                                     " ON r.prompt_id = p.id WHERE p.name = ?1"
                                     " ORDER BY r.participant_id, r.wave"));
    rows.bind(prompt);
    std::vector<Response> responses;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return responses;
        responses.push_back(Response{rows.id<model::ParticipantId>(0), prompt, rows.text(1), rows.text(2)});
    }
}

Result<std::string> Sources::freeName(const std::string& wish) const {
    // '.' is the character after '-': the second condition is "begins with the wish and a hyphen", by the
    // index.
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT name FROM source WHERE name = ?1"
                                                " UNION ALL SELECT name FROM source WHERE name >= ?1 || '-'"
                                                " AND name < ?1 || '.'"));
    rows.bind(wish);
    std::set<std::string, std::less<>> taken;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            break;
        taken.insert(rows.text(0));
    }
    std::string name = wish;
    for (int number = 2; taken.contains(name); ++number)
        name = fmt::format("{}-{}", wish, number);
    return name;
}

Result<std::vector<model::Source>> Sources::sources(bool withText) const {
    std::vector<model::Source> sources;
    RAPPORT_TRY(forEach(withText, [&](const model::Source& source) -> Status {
        sources.push_back(source);
        return {};
    }));
    return sources;
}

Status Sources::forEach(bool withText, const std::function<Status(const model::Source&)>& visit) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(fmt::format("SELECT {}{} FROM source ORDER BY id",
                                                            sourceColumns, withText ? ", text" : "")));
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return {};
        RAPPORT_TRY(visit(sourceOf(rows, withText)));
    }
}

Result<std::unordered_map<model::SourceId, std::int64_t>> Sources::turnCounts() const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT source_id, count(*) FROM turn GROUP BY source_id"));
    std::unordered_map<model::SourceId, std::int64_t> counts;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return counts;
        counts.emplace(rows.id<model::SourceId>(0), rows.integer(1));
    }
}

Result<std::optional<model::Source>> Sources::source(model::SourceId id) const {
    RAPPORT_ASSIGN(Statement row, m_file->database().statement(fmt::format(
                                      "SELECT {}, text FROM source WHERE id = ?1", sourceColumns)));
    row.bind(id);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    return hasRow ? std::optional(sourceOf(row, true)) : std::nullopt;
}

Result<std::vector<model::Turn>> Sources::turns(model::SourceId source) const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(
                                       "SELECT number, speaker, range_begin, range_end, begin_ms, end_ms"
                                       " FROM turn WHERE source_id = ?1 ORDER BY number"));
    rows.bind(source);
    std::vector<model::Turn> turns;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return turns;
        model::Turn turn;
        turn.number = rows.integer(0);
        turn.speaker = rows.text(1);
        turn.range = rows.range(2).value_or(text::TextRange{});
        if (!rows.isNull(4))
            turn.beginMs = rows.integer(4);
        if (!rows.isNull(5))
            turn.endMs = rows.integer(5);
        turns.push_back(std::move(turn));
    }
}

Result<std::vector<model::Page>> Sources::pages(model::SourceId source) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT number, range_begin, range_end FROM page"
                                                " WHERE source_id = ?1 ORDER BY range_begin"));
    rows.bind(source);
    std::vector<model::Page> pages;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return pages;
        pages.push_back({rows.integer(0), rows.range(1).value_or(text::TextRange{})});
    }
}

Result<std::optional<model::Unit>> Sources::unitByName(const std::string& name) const {
    return UnitsByName(*m_file).find(name);
}

Result<std::optional<UnitRow>> Sources::unit(model::UnitId id, bool withText) const {
    std::optional<UnitRow> found;
    RAPPORT_TRY(visitUnits(*m_file, "u.id = ?1", id.value, withText, [&found](const UnitRow& row) {
        found = row;
        return false;
    }));
    return found;
}

Result<std::vector<model::Unit>> Sources::unitsOf(model::SourceId source) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(fmt::format(
                       "SELECT {} FROM unit u WHERE u.source_id = ?1 ORDER BY u.id", unitColumns)));
    rows.bind(source);
    std::vector<model::Unit> units;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return units;
        units.push_back(unitOf(rows));
    }
}

Status Sources::forEachUnit(model::UnitId afterId, bool withText,
                            const std::function<bool(const UnitRow&)>& visit) const {
    return visitUnits(*m_file, "u.id > ?1 ORDER BY u.id", afterId.value, withText, visit);
}

Status Sources::forEachUnitAfter(std::int64_t position, bool withText,
                                 const std::function<bool(const UnitRow&)>& visit) const {
    // added_at never falls as ids rise, so this is the order of ids, too.
    return visitUnits(*m_file, "u.added_at > ?1 ORDER BY u.added_at, u.id", position, withText, visit);
}

Result<SourceCounts> Sources::counts() const {
    RAPPORT_ASSIGN(
        Statement row,
        m_file->database().statement(
            // A source is one or the other; to count transcripts themselves every text would be read.
            "SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM source WHERE kind = 'answer'),"
            " (SELECT count(*) FROM source) - (SELECT count(*) FROM source WHERE kind = 'answer'),"
            " (SELECT count(*) FROM turn),"
            " (SELECT count(*) FROM unit), (SELECT count(*) FROM prompt p JOIN response r"
            "  ON r.prompt_id = p.id WHERE p.kind = 'open' AND r.value = '' AND NOT EXISTS"
            "  (SELECT 1 FROM source s WHERE s.kind = 'answer' AND s.prompt_id = r.prompt_id"
            "   AND s.participant_id = r.participant_id AND s.wave = r.wave))"));
    RAPPORT_TRY(row.next());
    return SourceCounts{row.integer(0), row.integer(1), row.integer(2),
                        row.integer(3), row.integer(4), row.integer(5)};
}

Result<std::vector<std::pair<model::SourceId, std::string>>> Sources::named(std::string_view beginning,
                                                                            std::int64_t most) const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(
                                       "SELECT id, name FROM source WHERE substr(name, 1, length(?1))"
                                       " = ?1 COLLATE NOCASE ORDER BY name LIMIT ?2"));
    rows.bind(beginning, most);
    std::vector<std::pair<model::SourceId, std::string>> found;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return found;
        found.emplace_back(rows.id<model::SourceId>(0), rows.text(1));
    }
}

Result<bool> Sources::hasTurns() const {
    RAPPORT_ASSIGN(Statement row, m_file->database().statement("SELECT EXISTS (SELECT 1 FROM turn)"));
    RAPPORT_TRY(row.next());
    return row.integer(0) != 0;
}

Result<bool> Sources::hasAnswers() const {
    RAPPORT_ASSIGN(Statement row, m_file->database().statement(
                                      "SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'answer')"));
    RAPPORT_TRY(row.next());
    return row.integer(0) != 0;
}

Result<model::UnitId> Sources::highestUnit() const {
    RAPPORT_ASSIGN(Statement row, m_file->database().statement("SELECT ifnull(max(id), 0) FROM unit"));
    RAPPORT_TRY(row.next());
    return row.id<model::UnitId>(0);
}

} // namespace rapport::store
