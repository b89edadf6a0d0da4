// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include "base/format.h"
#include "base/json.h"
#include "model/codebook.h"
#include "store/chain.h"
#include "store/database.h"
#include "store/state.h"

#include <algorithm>
#include <cstring>

namespace rapport::store {

using base::Errc;
using base::fail;
using base::Result;
using base::Status;

namespace {

/// One append: rules first, which only read, then the row, then the state it makes.
class Appending {
public:
    Appending(Database& database, JournalEntry& entry)
        : m_database(database)
        , m_entry(entry) {
        if (m_entry.range) {
            m_begin = m_entry.range->begin.value;
            m_end = m_entry.range->end.value;
        }
    }

    [[nodiscard]] Status verify();
    [[nodiscard]] Status write();

private:
    [[nodiscard]] Status resolveReferences();
    [[nodiscard]] Status resolveDevice();
    [[nodiscard]] Status resolveTick();
    [[nodiscard]] Status requireWork(bool needsVariable) const;
    [[nodiscard]] Status verifyCode();
    [[nodiscard]] Status verifyRange() const;
    [[nodiscard]] Status verifyLevel(model::Scale scale) const;
    [[nodiscard]] Status verifyWithdraw();
    [[nodiscard]] Result<model::Scale> verifyJudgement() const;
    [[nodiscard]] Status verifyAdjudicate() const;
    [[nodiscard]] Status verifyUnsettle();
    [[nodiscard]] Status verifyComplete();
    [[nodiscard]] Result<bool> isCompleted(std::int64_t variable) const;
    [[nodiscard]] Result<bool> isFlagged() const;
    [[nodiscard]] Status derive();

    template<typename... Values>
    [[nodiscard]] Result<bool> exists(std::string_view sql, const Values&... values) const {
        RAPPORT_ASSIGN(Statement select, m_database.statement(sql));
        select.bind(values...);
        return select.next();
    }

    Database& m_database;
    JournalEntry& m_entry;
    std::optional<std::int64_t> m_begin; ///< of the range
    std::optional<std::int64_t> m_end;
    ChainLink m_link;
    std::int64_t m_device = 0; ///< 0: not in the study yet
    base::Sha256 m_previous{};
    std::int64_t m_withdrawn = 0; ///< coding or settlement
    std::vector<std::int64_t> m_variables;
};

Status Appending::verify() {
    Status allowed;
    switch (m_entry.act) {
    case Act::Code:
        allowed = verifyCode();
        break;
    case Act::Withdraw:
        allowed = verifyWithdraw();
        break;
    case Act::Complete:
        allowed = verifyComplete();
        break;
    case Act::Adjudicate:
        allowed = verifyAdjudicate();
        break;
    case Act::Unsettle:
        allowed = verifyUnsettle();
        break;
    case Act::Reopen: {
        RAPPORT_TRY(requireWork(false));
        RAPPORT_ASSIGN(const bool isDone, exists("SELECT 1 FROM rating WHERE unit_id = ?1 AND rater_id = ?2"
                                                 " AND round_id = ?3 AND reopened_at IS NULL",
                                                 m_entry.unit, m_entry.rater, m_entry.round));
        if (!isDone)
            return fail(Errc::Refused, "the unit is not completed, so it cannot be reopened");
        break;
    }
    case Act::Flag:
    case Act::Unflag: {
        RAPPORT_TRY(requireWork(false));
        RAPPORT_ASSIGN(const bool isMarked, isFlagged());
        if (isMarked == (m_entry.act == Act::Flag))
            return fail(Errc::Refused, isMarked ? "the unit is flagged already" : "the unit is not flagged");
        break;
    }
    case Act::OpenRound: {
        if (m_entry.round.isNone())
            return fail(Errc::Refused, "no round was named to open");
        RAPPORT_ASSIGN(const bool isOpened,
                       exists("SELECT 1 FROM round WHERE id = ?1 AND opened_at IS NOT NULL", m_entry.round));
        if (isOpened)
            return fail(Errc::Refused, "the round is open already");
        break;
    }
    default:
        break;
    }
    if (!allowed)
        return allowed;
    if (m_entry.range && (m_entry.range->isEmpty() || m_entry.range->begin > m_entry.range->end ||
                          m_entry.range->begin.value < 0))
        return fail(Errc::Refused, "a range in a text goes from its first to behind its last character");
    RAPPORT_TRY(resolveReferences());
    RAPPORT_TRY(resolveTick());
    return resolveDevice();
}

Status Appending::resolveTick() {
    // Every way of adding rows ends with one of this file's own, so the last row has the highest tick.
    RAPPORT_ASSIGN(Statement last, m_database.statement("SELECT tick, position FROM journal WHERE position ="
                                                        " (SELECT max(position) FROM journal)"));
    RAPPORT_ASSIGN(const bool hasRow, last.next());
    const std::int64_t before = hasRow ? tickOrPosition(last.integer(0), last.integer(1)) : 0;
    const std::int64_t now = m_entry.time.time_since_epoch().count();
    m_entry.tick = std::max({now, before + 1, m_entry.tick, firstTick});
    return {};
}

Status Appending::requireWork(bool needsVariable) const {
    if (m_entry.unit.isNone() || m_entry.rater.isNone() || m_entry.round.isNone())
        return fail(Errc::Refused, base::said("'{}' needs a unit, a rater and a round", name(m_entry.act)));
    if (needsVariable && (m_entry.variable.isNone() || m_entry.version < 1))
        return fail(Errc::Refused,
                    base::said("'{}' needs a variable and a codebook version", name(m_entry.act)));
    return {};
}

/// A variable, and a code or none, as their version has them.
Result<model::Scale> Appending::verifyJudgement() const {
    RAPPORT_TRY(requireWork(true));
    model::Scale scale = model::Scale::Presence;
    {
        RAPPORT_ASSIGN(Statement variable,
                       m_database.statement("SELECT scale FROM variable_content WHERE version = ?1 AND"
                                            " variable_id = ?2"));
        variable.bind(m_entry.version, m_entry.variable);
        RAPPORT_ASSIGN(const bool isKnown, variable.next());
        const auto read = isKnown ? model::scale(variable.view(0)) : std::nullopt;
        if (!read)
            return fail(Errc::Refused, base::said("version {} of the codebook does not have this variable",
                                                  m_entry.version));
        scale = *read;
    }
    if (m_entry.number < 0)
        return fail(Errc::Refused, "a count is 0 or more");
    if (scale == model::Scale::Count) {
        if (!m_entry.code.isNone())
            return fail(Errc::Refused, "a variable that counts has no codes");
        return scale;
    }
    RAPPORT_ASSIGN(
        Statement code,
        m_database.statement("SELECT variable_id, is_codable, name FROM code_content WHERE version = ?1"
                             " AND code_id = ?2"));
    code.bind(m_entry.version, m_entry.code);
    RAPPORT_ASSIGN(const bool isKnown, code.next());
    if (!isKnown || code.integer(0) != m_entry.variable.value)
        return fail(Errc::Refused, base::said("the variable has no such code in version {} of the codebook",
                                              m_entry.version));
    if (!code.flag(1))
        return fail(Errc::Refused, base::said("'{}' is a heading, not a code", code.view(2)));
    return scale;
}

Status Appending::verifyCode() {
    RAPPORT_ASSIGN(const model::Scale scale, verifyJudgement());
    RAPPORT_TRY(verifyRange());
    return verifyLevel(scale);
}

Status Appending::verifyAdjudicate() const {
    RAPPORT_ASSIGN(const model::Scale scale, verifyJudgement());
    if (scale == model::Scale::Presence && m_entry.number > 1)
        return fail(Errc::Refused, "a code is settled as 0 or as 1");
    // A code is settled by itself, a level or a count for its variable.
    RAPPORT_ASSIGN(const bool isSettled,
                   exists("SELECT 1 FROM consensus WHERE unit_id = ?1 AND round_id = ?2 AND variable_id = ?3"
                          " AND unsettled_at IS NULL AND (?4 IS NULL OR code_id = ?4) LIMIT 1",
                          m_entry.unit, m_entry.round, m_entry.variable,
                          scale == model::Scale::Presence ? m_entry.code : model::CodeId()));
    if (isSettled)
        return fail(Errc::Refused, "this was settled already", "take that back first");
    return {};
}

Status Appending::verifyUnsettle() {
    RAPPORT_ASSIGN(
        Statement settled,
        m_database.statement("SELECT c.id, c.unsettled_at, c.round_id, c.unit_id, c.variable_id, c.code_id"
                             " FROM journal j JOIN consensus c ON c.id = j.position WHERE j.guid = ?1"));
    settled.bind(m_entry.target);
    RAPPORT_ASSIGN(const bool isKnown, settled.next());
    if (!isKnown)
        return fail(Errc::Refused, "nothing of the kind was settled");
    if (!settled.isNull(1))
        return fail(Errc::Refused, "this was taken back already");
    m_withdrawn = settled.integer(0);
    m_entry.round = settled.id<model::RoundId>(2);
    m_entry.unit = settled.id<model::UnitId>(3);
    m_entry.variable = settled.id<model::VariableId>(4);
    m_entry.code = settled.id<model::CodeId>(5);
    return {};
}

Status Appending::verifyRange() const {
    if (!m_entry.range)
        return {};
    RAPPORT_ASSIGN(Statement source, m_database.statement("SELECT s.length FROM unit u JOIN source s"
                                                          " ON s.id = u.source_id WHERE u.id = ?1"));
    source.bind(m_entry.unit);
    RAPPORT_ASSIGN(const bool isKnown, source.next());
    if (isKnown && m_entry.range->end.value > source.integer(0))
        return fail(Errc::Refused,
                    base::said("the segment {}-{} is not inside its text of {} characters",
                               m_entry.range->begin.value, m_entry.range->end.value, source.integer(0)));
    return {};
}

Status Appending::verifyLevel(model::Scale scale) const {
    if (scale != model::Scale::Presence) {
        RAPPORT_ASSIGN(const bool isTaken,
                       exists("SELECT 1 FROM coding WHERE unit_id = ?1 AND rater_id = ?2 AND round_id = ?3"
                              " AND variable_id = ?4 AND withdrawn_at IS NULL LIMIT 1",
                              m_entry.unit, m_entry.rater, m_entry.round, m_entry.variable));
        if (isTaken)
            return fail(Errc::Refused, "the unit has a value for this variable already",
                        "withdraw the one it has first");
        return {};
    }
    RAPPORT_ASSIGN(
        const bool isThere,
        exists("SELECT 1 FROM coding WHERE unit_id = ?1 AND rater_id = ?2 AND round_id = ?3"
               " AND variable_id = ?4 AND withdrawn_at IS NULL AND code_id = ?5 AND range_begin IS ?6"
               " AND range_end IS ?7",
               m_entry.unit, m_entry.rater, m_entry.round, m_entry.variable, m_entry.code, m_begin, m_end));
    if (isThere)
        return fail(Errc::Refused, "the same coding is there already");
    return {};
}

Status Appending::verifyWithdraw() {
    RAPPORT_ASSIGN(
        Statement coding,
        m_database.statement("SELECT c.id, c.withdrawn_at, c.rater_id, c.round_id, c.unit_id,"
                             " c.variable_id, c.code_id FROM journal j JOIN coding c ON c.id = j.position"
                             " WHERE j.guid = ?1"));
    coding.bind(m_entry.target);
    RAPPORT_ASSIGN(const bool isKnown, coding.next());
    if (!isKnown)
        return fail(Errc::Refused, "there is no such coding to withdraw");
    if (!coding.isNull(1))
        return fail(Errc::Refused, "the coding is withdrawn already");
    if (!m_entry.rater.isNone() && m_entry.rater.value != coding.integer(2))
        return fail(Errc::Refused, "the coding is another rater's");
    m_withdrawn = coding.integer(0);
    if (m_entry.round.isNone())
        m_entry.round = coding.id<model::RoundId>(3);
    if (m_entry.unit.isNone())
        m_entry.unit = coding.id<model::UnitId>(4);
    if (m_entry.variable.isNone())
        m_entry.variable = coding.id<model::VariableId>(5);
    if (m_entry.code.isNone())
        m_entry.code = coding.id<model::CodeId>(6);
    return {};
}

Status Appending::verifyComplete() {
    RAPPORT_TRY(requireWork(false));
    if (m_entry.detail.empty() && !m_entry.variable.isNone())
        m_entry.detail = fmt::format("{{\"variables\":[{}]}}", m_entry.variable.value);
    m_variables = completedVariables(m_entry.detail);
    if (m_variables.empty() || m_entry.version < 1)
        return fail(Errc::Refused, "a completion names its variables and its codebook version");
    std::vector<std::int64_t> sorted = m_variables;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        return fail(Errc::Refused, "a completion names a variable twice");
    for (const std::int64_t variable : m_variables) {
        RAPPORT_ASSIGN(
            Statement known,
            m_database.statement("SELECT v.guid FROM variable_content c JOIN variable v"
                                 " ON v.id = c.variable_id WHERE c.version = ?1 AND c.variable_id = ?2"));
        known.bind(m_entry.version, variable);
        RAPPORT_ASSIGN(const bool isKnown, known.next());
        if (!isKnown)
            return fail(Errc::Refused, base::said("version {} of the codebook does not have this variable",
                                                  m_entry.version));
        m_link.detail.append(known.view(0));
        RAPPORT_ASSIGN(const bool isDone, isCompleted(variable));
        if (isDone)
            return fail(Errc::Refused, "the unit is completed already", "reopen it first");
    }
    return {};
}

Result<bool> Appending::isCompleted(std::int64_t variable) const {
    return exists(
        "SELECT 1 FROM rating WHERE unit_id = ?1 AND rater_id = ?2 AND round_id = ?3 AND variable_id = ?4"
        " AND reopened_at IS NULL",
        m_entry.unit, m_entry.rater, m_entry.round, variable);
}

Result<bool> Appending::isFlagged() const {
    return exists("SELECT 1 FROM flag WHERE rater_id = ?1 AND round_id = ?2 AND unit_id = ?3", m_entry.rater,
                  m_entry.round, m_entry.unit);
}

Status Appending::resolveReferences() {
    RAPPORT_ASSIGN(Statement guids, m_database.statement("SELECT (SELECT guid FROM rater WHERE id = ?1),"
                                                         " (SELECT guid FROM round WHERE id = ?2),"
                                                         " (SELECT guid FROM unit WHERE id = ?3),"
                                                         " (SELECT guid FROM variable WHERE id = ?4),"
                                                         " (SELECT guid FROM code WHERE id = ?5)"));
    guids.bind(m_entry.rater, m_entry.round, m_entry.unit, m_entry.variable, m_entry.code);
    RAPPORT_TRY(guids.next());
    m_link.rater = guids.guid(0);
    m_link.round = guids.guid(1);
    m_link.unit = guids.guid(2);
    m_link.variable = guids.guid(3);
    m_link.code = guids.guid(4);
    const char* unknown = !m_entry.rater.isNone() && guids.isNull(0)      ? "rater"
                          : !m_entry.round.isNone() && guids.isNull(1)    ? "round"
                          : !m_entry.unit.isNone() && guids.isNull(2)     ? "unit"
                          : !m_entry.variable.isNone() && guids.isNull(3) ? "variable"
                          : !m_entry.code.isNone() && guids.isNull(4)     ? "code"
                                                                          : nullptr;
    if (unknown != nullptr)
        return fail(Errc::Refused, base::said("the study has no such {}", unknown));
    return {};
}

Status Appending::resolveDevice() {
    RAPPORT_ASSIGN(Statement device, m_database.statement("SELECT id FROM device WHERE guid = ?1"));
    device.bind(m_entry.device);
    RAPPORT_ASSIGN(const bool isKnown, device.next());
    m_entry.deviceSequence = 1;
    if (!isKnown)
        return {};
    m_device = device.integer(0);
    RAPPORT_ASSIGN(Statement last,
                   m_database.statement("SELECT device_sequence, hash FROM journal WHERE device_id = ?1"
                                        " ORDER BY device_sequence DESC LIMIT 1"));
    last.bind(m_device);
    RAPPORT_ASSIGN(const bool hasRow, last.next());
    if (hasRow) {
        m_entry.deviceSequence = last.integer(0) + 1;
        const std::string_view hash = last.view(1);
        std::memcpy(m_previous.data(), hash.data(), std::min(hash.size(), m_previous.size()));
    }
    return {};
}

Status Appending::write() {
    if (m_device == 0) {
        RAPPORT_TRY(m_database.run("INSERT INTO device (guid) VALUES (?1)", m_entry.device));
        m_device = m_database.lastRowId();
    }
    m_link.guid = m_entry.guid;
    m_link.act = name(m_entry.act);
    m_link.time = m_entry.time;
    m_link.device = m_entry.device;
    m_link.sequence = m_entry.deviceSequence;
    m_link.range = m_entry.range;
    m_link.number = m_entry.number;
    m_link.version = m_entry.version;
    m_link.target = m_entry.target;
    m_link.tick = m_entry.tick;
    if (m_entry.act != Act::Complete)
        m_link.detail = m_entry.detail;
    const base::Sha256 hash = chainHash(m_previous, m_link);

    RAPPORT_TRY(
        m_database.run("INSERT INTO journal (guid, act, time, device_id, device_sequence, rater_id, "
                       "round_id, unit_id, variable_id,"
                       " code_id, range_begin, range_end, number, version, target, detail, hash, tick)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
                       " ?18)",
                       m_entry.guid, m_link.act, m_entry.time, m_device, m_entry.deviceSequence,
                       m_entry.rater, m_entry.round, m_entry.unit, m_entry.variable, m_entry.code, m_begin,
                       m_end, m_entry.number, m_entry.version, m_entry.target, m_entry.detail,
                       Blob{{reinterpret_cast<const char*>(hash.data()), hash.size()}}, m_entry.tick));
    m_entry.position = m_database.lastRowId();
    return derive();
}

Status Appending::derive() {
    switch (m_entry.act) {
    case Act::Code:
        return m_database.run(
            "INSERT INTO coding (id, guid, rater_id, round_id, unit_id, variable_id, code_id,"
            " range_begin, range_end, number, version, time)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            m_entry.position, m_entry.guid, m_entry.rater, m_entry.round, m_entry.unit, m_entry.variable,
            m_entry.code, m_begin, m_end, m_entry.number, m_entry.version, m_entry.time);
    case Act::Withdraw:
        return m_database.run("UPDATE coding SET withdrawn_at = ?1 WHERE id = ?2", m_entry.position,
                              m_withdrawn);
    case Act::Adjudicate:
        return m_database.run(
            "INSERT INTO consensus (id, guid, rater_id, round_id, unit_id, variable_id, code_id, number,"
            " version, time, reason, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            m_entry.position, m_entry.guid, m_entry.rater, m_entry.round, m_entry.unit, m_entry.variable,
            m_entry.code, m_entry.number, m_entry.version, m_entry.time, m_entry.target, m_entry.detail);
    case Act::Unsettle:
        return m_database.run("UPDATE consensus SET unsettled_at = ?1 WHERE id = ?2", m_entry.position,
                              m_withdrawn);
    case Act::Complete:
        for (const std::int64_t variable : m_variables)
            RAPPORT_TRY(m_database.run(
                "INSERT INTO rating (position, variable_id, rater_id, round_id, unit_id, version,"
                " time) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                m_entry.position, variable, m_entry.rater, m_entry.round, m_entry.unit, m_entry.version,
                m_entry.time));
        return {};
    case Act::Reopen:
        return m_database.run("UPDATE rating SET reopened_at = ?1 WHERE unit_id = ?2 AND rater_id = ?3"
                              " AND round_id = ?4 AND reopened_at IS NULL",
                              m_entry.position, m_entry.unit, m_entry.rater, m_entry.round);
    case Act::Flag:
        return m_database.run(
            "INSERT INTO flag (rater_id, round_id, unit_id, position) VALUES (?1, ?2, ?3, ?4)", m_entry.rater,
            m_entry.round, m_entry.unit, m_entry.position);
    case Act::Unflag:
        return m_database.run("DELETE FROM flag WHERE rater_id = ?1 AND round_id = ?2 AND unit_id = ?3",
                              m_entry.rater, m_entry.round, m_entry.unit);
    case Act::OpenRound:
        return m_database.run("UPDATE round SET opened_at = ?1 WHERE id = ?2", m_entry.position,
                              m_entry.round);
    default:
        return {};
    }
}

} // namespace

Result<JournalEntry> Journal::append(JournalEntry entry, base::Random& random) {
    Database& database = m_file->database();
    if (!database.inTransaction())
        return fail(Errc::Refused, "the journal is written inside a transaction only");
    if (entry.device.isNull())
        return fail(Errc::InvalidArgument, "a journal row names its device");
    if (entry.guid.isNull()) {
        entry.guid = base::Guid::random(random);
    } else {
        RAPPORT_ASSIGN(const auto known, byGuid(entry.guid));
        if (known)
            return fail(Errc::Refused, "the journal has this row already");
    }
    if (!entry.detail.empty()) {
        if (const auto parsed = base::parseJson(entry.detail); !parsed)
            return fail(Errc::InvalidArgument, "the detail of a journal row is JSON");
    }
    Appending appending(database, entry);
    RAPPORT_TRY(appending.verify());
    if (Status written = appending.write(); !written) {
        // A row without its state must never be committed.
        database.breakTransaction(written.error());
        return fail(written);
    }
    return entry;
}

} // namespace rapport::store
