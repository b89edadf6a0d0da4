// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/participants.h"

#include "base/format.h"
#include "store/database.h"
#include "store/rows.h"
#include "text/fold.h"

#include <algorithm>

namespace rapport::store {

using base::Errc;
using base::fail;
using base::Result;
using base::Status;

namespace {

model::Participant participantOf(const Statement& row) {
    return model::Participant{row.id<model::ParticipantId>(0), row.guid(1), row.text(2)};
}

} // namespace

Result<model::ParticipantId> Participants::add(const model::Participant& participant) {
    Database& database = m_file->database();
    RAPPORT_ASSIGN(const base::Guid guid,
                   guidOr(database, participant.guid, "participant", participant.name));
    const Status added =
        database.run("INSERT INTO participant (guid, name) VALUES (?1, ?2)", guid, participant.name);
    if (!added)
        return duplicateOr(database, added,
                           base::said("the study has a participant '{}' already", participant.name));
    return model::ParticipantId(database.lastRowId());
}

Result<std::optional<model::Participant>> Participants::byName(const std::string& name) const {
    RAPPORT_ASSIGN(Statement row,
                   m_file->database().statement("SELECT id, guid, name FROM participant WHERE name = ?1"));
    row.bind(name);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    if (hasRow)
        return participantOf(row);
    RAPPORT_ASSIGN(const auto everybody, all());
    return alikeIn(everybody, name);
}

Result<std::optional<model::Participant>> Participants::byId(model::ParticipantId id) const {
    RAPPORT_ASSIGN(Statement row,
                   m_file->database().statement("SELECT id, guid, name FROM participant WHERE id = ?1"));
    row.bind(id);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    return hasRow ? std::optional(participantOf(row)) : std::nullopt;
}

Result<std::vector<model::Participant>> Participants::all() const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT id, guid, name FROM participant ORDER BY id"));
    std::vector<model::Participant> participants;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return participants;
        participants.push_back(participantOf(rows));
    }
}

Result<std::int64_t> Participants::count() const {
    return m_file->database().integer("SELECT count(*) FROM participant");
}

Result<std::vector<model::Attribute>> Participants::attributes() const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(
                       "SELECT name, title, type, is_blinded, expected FROM attribute ORDER BY id"));
    std::vector<model::Attribute> attributes;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return attributes;
        model::Attribute attribute;
        attribute.name = rows.text(0);
        attribute.title = localText(rows.view(1));
        attribute.type = enumeration(model::attributeType, rows.view(2), model::AttributeType::Text);
        attribute.isBlinded = rows.flag(3);
        attribute.values = stringList(rows.view(4));
        attributes.push_back(std::move(attribute));
    }
}

Status Participants::putAttribute(const model::Attribute& attribute) {
    return m_file->database().run(
        "INSERT INTO attribute (name, title, type, is_blinded, expected)"
        " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (name) DO UPDATE SET"
        " title = excluded.title, type = excluded.type, is_blinded = excluded.is_blinded,"
        " expected = excluded.expected",
        attribute.name, toJson(attribute.title), model::name(attribute.type), attribute.isBlinded,
        toJson(attribute.values));
}

Status Participants::setValue(model::ParticipantId participant, const std::string& attribute,
                              const std::string& value) {
    Database& database = m_file->database();
    if (value.empty())
        return database.run("DELETE FROM attribute_value WHERE participant_id = ?1"
                            " AND attribute_id = (SELECT id FROM attribute WHERE name = ?2)",
                            participant, attribute);
    Status set =
        database.run("INSERT INTO attribute_value (participant_id, attribute_id, value)"
                     " VALUES (?1, (SELECT id FROM attribute WHERE name = ?2), ?3)"
                     " ON CONFLICT (participant_id, attribute_id) DO UPDATE SET value = excluded.value",
                     participant, attribute, value);
    if (!set && database.wasNull())
        return fail(Errc::NotFound, base::said("the study has no attribute '{}'", attribute));
    return set;
}

Result<std::map<std::string, std::string>> Participants::values(model::ParticipantId participant) const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(
                                       "SELECT a.name, v.value FROM attribute_value v JOIN attribute a"
                                       " ON a.id = v.attribute_id WHERE v.participant_id = ?1"));
    rows.bind(participant);
    std::map<std::string, std::string> values;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return values;
        values.emplace(rows.text(0), rows.text(1));
    }
}

Result<std::map<model::ParticipantId, std::string>>
Participants::valuesOf(const std::string& attribute) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(
                       "SELECT v.participant_id, v.value FROM attribute a JOIN attribute_value v"
                       " ON v.attribute_id = a.id WHERE a.name = ?1"));
    rows.bind(attribute);
    std::map<model::ParticipantId, std::string> values;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return values;
        values.emplace(rows.id<model::ParticipantId>(0), rows.text(1));
    }
}

Result<std::vector<model::ParticipantId>> Participants::having(const std::string& attribute,
                                                               const std::string& value) const {
    // Rows come value by value, so that each distinct value is folded once.
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(
                       "SELECT v.value, v.participant_id FROM attribute a JOIN attribute_value v"
                       " ON v.attribute_id = a.id WHERE a.name = ?1 ORDER BY v.value"));
    rows.bind(attribute);
    const std::string wanted = text::fold(value);
    std::vector<model::ParticipantId> participants;
    std::optional<std::string> folded;
    std::string last;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            break;
        if (!folded || rows.view(0) != last) {
            last = rows.text(0);
            folded = text::fold(last);
        }
        if (*folded == wanted)
            participants.push_back(rows.id<model::ParticipantId>(1));
    }
    std::sort(participants.begin(), participants.end());
    return participants;
}

} // namespace rapport::store
