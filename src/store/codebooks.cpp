// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/codebooks.h"

#include "base/format.h"
#include "base/json.h"
#include "store/database.h"
#include "store/rows.h"

#include <map>
#include <set>
#include <utility>

namespace rapport::store {

using base::Errc;
using base::fail;
using base::Json;
using base::Result;
using base::Status;

namespace {

Json jsonOf(const model::LocalText& text) {
    Json json = Json::object();
    for (const auto& [language, words] : text.byLanguage)
        json[language] = words;
    return json;
}

model::LocalText localTextAt(const Json& object, std::string_view key) {
    return localTextIn(base::memberAt(object, key));
}

std::string contentOf(const model::Code& code) {
    Json json = Json::object();
    json["title"] = jsonOf(code.title);
    json["tag"] = jsonOf(code.tag);
    json["key"] = code.key;
    json["colour"] = code.colour;
    json["definition"] = jsonOf(code.definition);
    json["use"] = jsonOf(code.use);
    json["avoid"] = jsonOf(code.avoid);
    json["examples"] = Json::array();
    for (const model::LocalText& example : code.examples)
        json["examples"].push_back(jsonOf(example));
    for (const model::LocalText& example : code.antiExamples)
        json["anti_examples"].push_back(jsonOf(example));
    json["source"] = code.source;
    for (const model::MergedCode& part : code.merged)
        json["merged"].push_back(
            {{"guid", part.guid.text()}, {"name", part.name}, {"version", part.version}});
    return base::dumpJson(json, -1);
}

void readContent(std::string_view content, model::Code& code) {
    const auto json = base::parseJson(content);
    if (!json)
        return;
    code.title = localTextAt(*json, "title");
    code.tag = localTextAt(*json, "tag");
    code.key = base::stringAt(*json, "key");
    code.colour = base::stringAt(*json, "colour");
    code.definition = localTextAt(*json, "definition");
    code.use = localTextAt(*json, "use");
    code.avoid = localTextAt(*json, "avoid");
    for (const Json& example : base::memberAt(*json, "examples"))
        code.examples.push_back(localTextIn(example));
    for (const Json& example : base::memberAt(*json, "anti_examples"))
        code.antiExamples.push_back(localTextIn(example));
    code.source = base::stringAt(*json, "source");
    for (const Json& each : base::memberAt(*json, "merged")) {
        model::MergedCode part;
        if (const auto guid = base::Guid::parse(base::stringAt(each, "guid")))
            part.guid = *guid;
        part.name = base::stringAt(each, "name");
        if (const Json& version = base::memberAt(each, "version"); version.is_number_integer())
            part.version = version.get<std::int64_t>();
        code.merged.push_back(std::move(part));
    }
}

std::string contentOf(const model::Variable& variable) {
    Json json = Json::object();
    json["title"] = jsonOf(variable.title);
    json["definition"] = jsonOf(variable.definition);
    json["prompts"] = Json::array();
    for (const std::string& prompt : variable.prompts)
        json["prompts"].push_back(prompt);
    json["unit_kinds"] = Json::array();
    for (const model::UnitKind kind : variable.unitKinds)
        json["unit_kinds"].push_back(model::name(kind));
    return base::dumpJson(json, -1);
}

void readContent(std::string_view content, model::Variable& variable) {
    const auto json = base::parseJson(content);
    if (!json)
        return;
    variable.title = localTextAt(*json, "title");
    variable.definition = localTextAt(*json, "definition");
    for (const Json& prompt : base::memberAt(*json, "prompts")) {
        if (prompt.is_string())
            variable.prompts.push_back(prompt.get<std::string>());
    }
    for (const Json& kind : base::memberAt(*json, "unit_kinds")) {
        const auto known = kind.is_string() ? model::unitKind(kind.get<std::string>()) : std::nullopt;
        if (known)
            variable.unitKinds.push_back(*known);
    }
}

/// Which row of an identity table a noun of the new content is: by its guid, and where it has none by name.
class Identities {
public:
    /// `table` is "code" or "variable".
    [[nodiscard]] static Result<Identities> read(Database& database, const char* table) {
        Identities known;
        known.m_table = table;
        RAPPORT_ASSIGN(Statement guids, database.statement(fmt::format("SELECT guid, id FROM {}", table)));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, guids.next());
            if (!hasRow)
                break;
            known.m_byGuid.emplace(guids.guid(0), guids.integer(1));
        }
        // A name means what it meant last.
        RAPPORT_ASSIGN(Statement names, database.statement(fmt::format(
                                            "SELECT name, {0}_id FROM {0}_content ORDER BY version", table)));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, names.next());
            if (!hasRow)
                return known;
            known.m_byName.insert_or_assign(names.text(0), names.integer(1));
        }
    }

    /// To be called for all nouns before the first call of resolve().
    void claim(const base::Guid& guid) {
        if (const auto found = m_byGuid.find(guid); !guid.isNull() && found != m_byGuid.end())
            m_taken.insert(found->second);
    }

    [[nodiscard]] Result<std::int64_t> resolve(Database& database, const base::Guid& guid,
                                               const std::string& name, base::Random& random) {
        if (const auto found = m_byGuid.find(guid); !guid.isNull() && found != m_byGuid.end())
            return found->second;
        // A guid that is not known is a new one's, whatever was called so before.
        if (const auto found = m_byName.find(name);
            guid.isNull() && found != m_byName.end() && m_taken.insert(found->second).second)
            return found->second;
        const base::Guid own = guid.isNull() ? base::Guid::random(random) : guid;
        RAPPORT_TRY(database.run(fmt::format("INSERT INTO {} (guid) VALUES (?1)", m_table), own));
        return database.lastRowId();
    }

private:
    std::string m_table;
    std::map<base::Guid, std::int64_t> m_byGuid;
    std::map<std::string, std::int64_t> m_byName;
    std::set<std::int64_t> m_taken;
};

Result<std::map<std::int64_t, std::int64_t>> sinceVersions(Database& database, const char* table,
                                                           std::int64_t version) {
    RAPPORT_ASSIGN(Statement rows,
                   database.statement(fmt::format(
                       "SELECT {0}_id, since_version FROM {0}_content WHERE version = ?1", table)));
    rows.bind(version);
    std::map<std::int64_t, std::int64_t> since;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return since;
        since.emplace(rows.integer(0), rows.integer(1));
    }
}

/// For each code or variable the versions that hold it, rising.
Result<std::map<std::int64_t, model::Versions>> heldVersions(Database& database, const char* table) {
    RAPPORT_ASSIGN(Statement rows, database.statement(fmt::format(
                                       "SELECT {0}_id, version FROM {0}_content ORDER BY version", table)));
    std::map<std::int64_t, model::Versions> held;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return held;
        held[rows.integer(0)].push_back(rows.integer(1));
    }
}

Result<std::map<base::Guid, std::int64_t>> codeGuids(Database& database) {
    RAPPORT_ASSIGN(Statement rows, database.statement("SELECT guid, id FROM code"));
    std::map<base::Guid, std::int64_t> ids;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return ids;
        ids.emplace(rows.guid(0), rows.integer(1));
    }
}

/// One version of the codebook on its way into the tables.
class Writing {
public:
    Writing(Database& database, const model::Codebook& content, base::Random& random, base::Instant now)
        : m_database(database)
        , m_content(content)
        , m_random(random)
        , m_now(now) {}

    [[nodiscard]] Result<std::int64_t> write();

private:
    [[nodiscard]] Status chooseVersion();
    [[nodiscard]] Status writeVersion();
    [[nodiscard]] Status writeVariables();
    [[nodiscard]] Status writeCodes(const model::Variable& variable, std::int64_t variableId,
                                    Identities& identities,
                                    const std::map<std::int64_t, std::int64_t>& since);
    [[nodiscard]] static std::int64_t sinceOr(const std::map<std::int64_t, std::int64_t>& since,
                                              std::int64_t id, std::int64_t otherwise) {
        const auto found = since.find(id);
        return found == since.end() ? otherwise : found->second;
    }

    Database& m_database;
    const model::Codebook& m_content;
    base::Random& m_random;
    base::Instant m_now;
    std::int64_t m_version = 0;
    bool m_isReplacement = false;
};

Result<std::int64_t> Writing::write() {
    RAPPORT_TRY(chooseVersion());
    RAPPORT_TRY(writeVersion());
    RAPPORT_TRY(writeVariables());
    return m_version;
}

Status Writing::chooseVersion() {
    RAPPORT_ASSIGN(const std::int64_t latest,
                   m_database.integer("SELECT max(version) FROM codebook_version"));
    if (latest == 0) {
        m_version = 1;
        return {};
    }
    RAPPORT_ASSIGN(
        Statement used,
        m_database.statement("SELECT is_frozen OR EXISTS (SELECT 1 FROM coding WHERE coding.version = ?1)"
                             " OR EXISTS (SELECT 1 FROM rating WHERE rating.version = ?1)"
                             " FROM codebook_version WHERE version = ?1"));
    used.bind(latest);
    RAPPORT_TRY(used.next());
    m_isReplacement = !used.flag(0);
    m_version = m_isReplacement ? latest : latest + 1;
    return {};
}

Status Writing::writeVersion() {
    base::Guid guid = m_content.guid;
    if (guid.isNull()) {
        RAPPORT_ASSIGN(Statement last,
                       m_database.statement("SELECT guid FROM codebook_version ORDER BY version DESC"
                                            " LIMIT 1"));
        RAPPORT_ASSIGN(const bool hasRow, last.next());
        guid = hasRow ? last.guid(0) : base::Guid::random(m_random);
    }
    if (m_isReplacement)
        return m_database.run(
            "UPDATE codebook_version SET guid = ?2, name = ?3, title = ?4, licence = ?5, made = ?6"
            " WHERE version = ?1",
            m_version, guid, m_content.name, toJson(m_content.title), m_content.licence, m_now);
    return m_database.run(
        "INSERT INTO codebook_version (version, guid, name, title, licence, is_frozen, made)"
        " VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)",
        m_version, guid, m_content.name, toJson(m_content.title), m_content.licence, m_now);
}

Status Writing::writeVariables() {
    RAPPORT_ASSIGN(Identities variables, Identities::read(m_database, "variable"));
    RAPPORT_ASSIGN(Identities codes, Identities::read(m_database, "code"));
    for (const model::Variable& variable : m_content.variables) {
        variables.claim(variable.guid);
        for (const model::Code& code : variable.codes)
            codes.claim(code.guid);
    }
    RAPPORT_ASSIGN(const auto variablesSince, sinceVersions(m_database, "variable", m_version - 1));
    RAPPORT_ASSIGN(const auto codesSince, sinceVersions(m_database, "code", m_version - 1));
    RAPPORT_TRY(m_database.run("DELETE FROM code_content WHERE version = ?1", m_version));
    RAPPORT_TRY(m_database.run("DELETE FROM variable_content WHERE version = ?1", m_version));
    std::int64_t ordinal = 0;
    for (const model::Variable& variable : m_content.variables) {
        RAPPORT_ASSIGN(const std::int64_t id,
                       variables.resolve(m_database, variable.guid, variable.name, m_random));
        RAPPORT_TRY(m_database.run("INSERT INTO variable_content (version, variable_id, ordinal, name, scale,"
                                   " since_version, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                   m_version, id, ++ordinal, variable.name, model::name(variable.scale),
                                   sinceOr(variablesSince, id, m_version), contentOf(variable)));
        RAPPORT_TRY(writeCodes(variable, id, codes, codesSince));
    }
    return {};
}

Status Writing::writeCodes(const model::Variable& variable, std::int64_t variableId, Identities& identities,
                           const std::map<std::int64_t, std::int64_t>& since) {
    std::vector<model::CodeId> path; // from the root to the code before
    std::int64_t ordinal = 0;
    for (const model::Code& code : variable.codes) {
        RAPPORT_ASSIGN(const std::int64_t id, identities.resolve(m_database, code.guid, code.name, m_random));
        path.resize(static_cast<std::size_t>(code.depth));
        RAPPORT_TRY(m_database.run(
            "INSERT INTO code_content (version, code_id, variable_id, ordinal, name, parent_id,"
            " depth, is_codable, since_version, content)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            m_version, id, variableId, ++ordinal, code.name, path.empty() ? model::CodeId() : path.back(),
            code.depth, code.isCodable, sinceOr(since, id, m_version), contentOf(code)));
        path.emplace_back(id);
    }
    return {};
}

} // namespace

Result<model::Codebook> Codebooks::current() const {
    RAPPORT_ASSIGN(const std::int64_t latest,
                   m_file->database().integer("SELECT max(version) FROM codebook_version"));
    if (latest == 0) {
        model::Codebook empty;
        empty.version = 0;
        return empty;
    }
    return version(latest);
}

Result<model::Codebook> Codebooks::version(std::int64_t number) const {
    Database& database = m_file->database();
    model::Codebook codebook;
    RAPPORT_ASSIGN(Statement head, database.statement("SELECT guid, name, title, licence, is_frozen"
                                                      " FROM codebook_version WHERE version = ?1"));
    head.bind(number);
    RAPPORT_ASSIGN(const bool isKnown, head.next());
    if (!isKnown)
        return fail(Errc::NotFound, base::said("the codebook has no version {}", number),
                    "see: rapport codebook STUDY versions");
    codebook.guid = head.guid(0);
    codebook.name = head.text(1);
    codebook.title = localText(head.view(2));
    codebook.licence = head.text(3);
    codebook.isFrozen = head.flag(4);
    codebook.version = number;

    RAPPORT_ASSIGN(
        Statement variables,
        database.statement("SELECT c.variable_id, v.guid, c.name, c.scale, c.since_version, c.content"
                           " FROM variable_content c JOIN variable v ON v.id = c.variable_id"
                           " WHERE c.version = ?1 ORDER BY c.ordinal"));
    variables.bind(number);
    RAPPORT_ASSIGN(const auto variableVersions, heldVersions(database, "variable"));
    RAPPORT_ASSIGN(const auto codeVersions, heldVersions(database, "code"));
    RAPPORT_ASSIGN(const auto identities, codeGuids(database));
    std::map<model::VariableId, std::size_t> places;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, variables.next());
        if (!hasRow)
            break;
        model::Variable variable;
        variable.id = variables.id<model::VariableId>(0);
        variable.guid = variables.guid(1);
        variable.name = variables.text(2);
        variable.scale = enumeration(model::scale, variables.view(3), model::Scale::Presence);
        variable.sinceVersion = variables.integer(4);
        variable.versions = variableVersions.at(variable.id.value);
        readContent(variables.view(5), variable);
        places.emplace(variable.id, codebook.variables.size());
        codebook.variables.push_back(std::move(variable));
    }
    RAPPORT_ASSIGN(
        Statement codes,
        database.statement("SELECT c.code_id, k.guid, c.name, c.variable_id, c.parent_id, c.depth,"
                           " c.is_codable, c.since_version, c.content FROM code_content c"
                           " JOIN code k ON k.id = c.code_id WHERE c.version = ?1 ORDER BY c.ordinal"));
    codes.bind(number);
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, codes.next());
        if (!hasRow)
            return codebook;
        model::Code code;
        code.id = codes.id<model::CodeId>(0);
        code.guid = codes.guid(1);
        code.name = codes.text(2);
        code.parent = codes.id<model::CodeId>(4);
        code.depth = static_cast<int>(codes.integer(5));
        code.isCodable = codes.flag(6);
        code.sinceVersion = codes.integer(7);
        code.versions = codeVersions.at(code.id.value);
        readContent(codes.view(8), code);
        for (model::MergedCode& part : code.merged) {
            const auto known = identities.find(part.guid);
            if (known == identities.end())
                continue;
            part.id = model::CodeId(known->second);
            if (const auto held = codeVersions.find(known->second); held != codeVersions.end())
                part.versions = held->second;
        }
        const auto place = places.find(codes.id<model::VariableId>(3));
        if (place != places.end())
            codebook.variables[place->second].codes.push_back(std::move(code));
    }
}

Result<std::vector<VersionRow>> Codebooks::versions() const {
    RAPPORT_ASSIGN(
        Statement rows,
        m_file->database().statement(
            "SELECT version, is_frozen,"
            " (SELECT count(*) FROM variable_content c WHERE c.version = v.version),"
            " (SELECT count(*) FROM code_content c WHERE c.version = v.version AND c.is_codable), made"
            " FROM codebook_version v ORDER BY version"));
    std::vector<VersionRow> versions;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return versions;
        versions.push_back(
            VersionRow{rows.integer(0), rows.flag(1), rows.integer(2), rows.integer(3), rows.instant(4)});
    }
}

Result<std::vector<model::CodeId>> Codebooks::everyCode() const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement("SELECT id FROM code ORDER BY id"));
    std::vector<model::CodeId> codes;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return codes;
        codes.push_back(rows.id<model::CodeId>(0));
    }
}

Result<std::vector<std::int64_t>> Codebooks::lastOfFormer() const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(
                       "SELECT DISTINCT last FROM (SELECT max(version) AS last FROM code_content GROUP BY"
                       " code_id) WHERE last < (SELECT max(version) FROM codebook_version)"
                       " ORDER BY last DESC"));
    std::vector<std::int64_t> versions;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return versions;
        versions.push_back(rows.integer(0));
    }
}

Result<model::Codebook> Codebooks::put(const model::Codebook& content, base::Random& random,
                                       base::Instant now) {
    RAPPORT_TRY(model::validate(content));
    Database& database = m_file->database();
    RAPPORT_ASSIGN(Savepoint together, Savepoint::begin(database));
    RAPPORT_ASSIGN(const std::int64_t written, Writing(database, content, random, now).write());
    RAPPORT_TRY(together.release());
    return version(written);
}

Status Codebooks::freeze(std::int64_t version) {
    Database& database = m_file->database();
    RAPPORT_TRY(database.run("UPDATE codebook_version SET is_frozen = 1 WHERE version = ?1", version));
    if (database.changedRows() == 0)
        return fail(Errc::NotFound, base::said("the codebook has no version {}", version));
    return {};
}

} // namespace rapport::store
