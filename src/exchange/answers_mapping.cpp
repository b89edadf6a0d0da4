// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/answers_mapping.h"

#include "base/format.h"
#include "base/json.h"
#include "exchange/json_walk.h"
#include "exchange/table_shape.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Json;

constexpr std::string_view schema = "rapport.mapping/1";
constexpr std::array kinds{ColumnKind::Participant, ColumnKind::Answer, ColumnKind::Attribute,
                           ColumnKind::Language,    ColumnKind::Wave,   ColumnKind::LeftOut};

std::optional<ColumnKind> columnKind(std::string_view text) {
    for (const ColumnKind kind : kinds) {
        if (text == name(kind))
            return kind;
    }
    return std::nullopt;
}

bool needsName(ColumnKind kind) {
    return kind == ColumnKind::Answer || kind == ColumnKind::Attribute;
}

std::string lowerCase(std::string_view text) {
    std::string small(text);
    for (char& letter : small) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return small;
}

/// A role with the place of its column in the table.
struct Placed {
    const ColumnRole* role;
    std::size_t place;
};

base::Result<std::vector<Placed>> place(const Table& table, const AnswersMapping& mapping) {
    const auto wrong = [](base::Phrase message, base::Phrase hint = {}) {
        return base::fail(Errc::InvalidArgument, std::move(message), std::move(hint));
    };
    std::map<std::string_view, std::size_t> places;
    for (std::size_t index = 0; index < table.columns.size(); ++index)
        places.emplace(table.columns[index].name, index);
    std::vector<Placed> placed;
    std::set<std::size_t> taken;
    std::set<std::string> prompts;
    std::set<std::string> attributes;
    int participants = 0;
    for (const ColumnRole& role : mapping.columns) {
        auto found = places.find(role.column);
        if (found == places.end())
            found = places.find(columnName(role.column));
        if (found == places.end()) {
            // What is left out may as well be absent.
            if (role.kind == ColumnKind::LeftOut)
                continue;
            return wrong(
                base::said("the mapping names a column '{}', which the table does not have", role.column),
                "column names must be those of the table's header");
        }
        if (!taken.insert(found->second).second)
            return wrong(base::said("the mapping names column '{}' twice", role.column));
        if (role.kind == ColumnKind::LeftOut)
            continue;
        if (role.kind == ColumnKind::Answer && !prompts.insert(role.name).second)
            return wrong(base::said("two columns answer the prompt '{}'", role.name));
        const bool isAttribute =
            role.kind == ColumnKind::Attribute ||
            ((role.kind == ColumnKind::Language || role.kind == ColumnKind::Wave) && !role.name.empty());
        if (isAttribute && !attributes.insert(role.name).second)
            return wrong(base::said("two columns hold the attribute '{}'", role.name));
        if (needsName(role.kind) && role.name.empty())
            return wrong(base::said("the mapping gives no name to column '{}'", role.column));
        participants += role.kind == ColumnKind::Participant ? 1 : 0;
        placed.push_back({&role, found->second});
    }
    if (participants != 1)
        return wrong(participants == 0 ? "the mapping names no participant column"
                                       : "the mapping names several participant columns",
                     "one column must be mapped as \"participant\"");
    std::sort(placed.begin(), placed.end(),
              [](const Placed& a, const Placed& b) { return a.place < b.place; });
    return placed;
}

/// `takes`: answers are moved out of the row.
template<bool takes, typename AnyRow>
ParticipantRecord readRow(AnyRow& row, const AnswersMapping& mapping, const std::vector<Placed>& placed) {
    ParticipantRecord record;
    record.line = row.line;
    for (const auto& [role, index] : placed) {
        auto& cell = row.cells[index];
        std::string_view value = text::trim(cell);
        if (role->kind != ColumnKind::Participant && isEmptyCell(mapping, value))
            value = {};
        switch (role->kind) {
        case ColumnKind::Participant:
            record.name = columnName(value);
            break;
        case ColumnKind::Answer:
            if (value.empty())
                record.nonResponses.push_back(role->name);
            else if constexpr (takes)
                record.answers.push_back(AnswerRecord{role->name, std::move(cell)});
            else
                record.answers.push_back(AnswerRecord{role->name, cell});
            break;
        case ColumnKind::Language:
            record.language = lowerCase(value);
            break;
        case ColumnKind::Wave:
            record.wave = std::string(value);
            break;
        case ColumnKind::Attribute:
        case ColumnKind::LeftOut:
            break;
        }
        const bool isAttribute = role->kind != ColumnKind::Answer && role->kind != ColumnKind::Participant &&
                                 role->kind != ColumnKind::LeftOut && !role->name.empty();
        if (isAttribute && !value.empty())
            record.attributes.emplace_back(role->name, value);
    }
    return record;
}

} // namespace

const char* name(ColumnKind kind) {
    switch (kind) {
    case ColumnKind::Participant:
        return "participant";
    case ColumnKind::Answer:
        return "answer";
    case ColumnKind::Attribute:
        return "attribute";
    case ColumnKind::Language:
        return "language";
    case ColumnKind::Wave:
        return "wave";
    case ColumnKind::LeftOut:
        return "left_out";
    }
    return "left_out";
}

base::Result<AnswersMapping> readMapping(std::string_view json, const std::string& fileName) {
    RAPPORT_ASSIGN(const Json parsed, base::parseJson(json, fileName));
    JsonReading reading(fileName);
    const JsonNode document(parsed, {}, reading);
    checkSchema(document, schema);
    AnswersMapping mapping;
    std::set<std::string> columns;
    for (const JsonNode& node : document.list("columns", Need::Required)) {
        if (node.isNoObject())
            break;
        ColumnRole role;
        role.column = node.string("column", Need::Required);
        if (!columns.insert(role.column).second)
            node.wrong("column", base::said("column '{}' is named twice", role.column));
        const std::string kindName = node.string("as", Need::Required);
        if (const auto kind = columnKind(kindName))
            role.kind = *kind;
        else
            node.wrong("as", base::said("'{}' is no role of a column", kindName),
                       "use participant, answer, attribute, language, wave or left_out");
        role.name = role.kind == ColumnKind::Answer
                        ? node.string("prompt", Need::Required)
                        : node.string("name", needsName(role.kind) ? Need::Required : Need::Optional);
        role.isBlinded = node.boolean("blinded", true);
        role.reason = node.string("reason", Need::Optional);
        mapping.columns.push_back(std::move(role));
    }
    mapping.emptyValues = document.strings("empty", Need::Optional);
    if (reading.error())
        return tl::make_unexpected(*reading.error());
    return mapping;
}

std::string writeMapping(const AnswersMapping& mapping) {
    Json json;
    json["schema"] = schema;
    json["columns"] = Json::array();
    for (const ColumnRole& role : mapping.columns) {
        Json entry;
        entry["column"] = role.column;
        entry["as"] = name(role.kind);
        if (role.kind == ColumnKind::Answer)
            entry["prompt"] = role.name;
        else if (!role.name.empty())
            entry["name"] = role.name;
        if (!role.isBlinded || role.kind == ColumnKind::Attribute)
            entry["blinded"] = role.isBlinded;
        if (!role.reason.empty())
            entry["reason"] = role.reason;
        json["columns"].push_back(std::move(entry));
    }
    if (!mapping.emptyValues.empty())
        json["empty"] = mapping.emptyValues;
    return base::dumpJson(json) + "\n";
}

std::span<const std::string_view> usualEmptyValues() {
    static constexpr std::array<std::string_view, 16> values{"n.v.t.", "n.v.t", "nvt",   "n/a", "NA", "N.A.",
                                                             "-",      "--",    "/",     ".",   "x",  "geen",
                                                             "none",   "null",  "nihil", "?"};
    return values;
}

bool isSameCell(std::string_view a, std::string_view b) {
    a = text::trim(a);
    b = text::trim(b);
    return a.size() == b.size() && lowerCase(a) == lowerCase(b);
}

bool isEmptyCell(const AnswersMapping& mapping, std::string_view cell) {
    return std::any_of(mapping.emptyValues.begin(), mapping.emptyValues.end(),
                       [cell](const std::string& value) { return isSameCell(value, cell); });
}

namespace {

template<bool takes, typename AnyTable>
base::Result<AnswerRecords> recordsOf(AnyTable& table, const AnswersMapping& mapping,
                                      const std::string& fileName) {
    RAPPORT_ASSIGN(const auto placed, place(table, mapping));
    AnswerRecords records;
    records.problems = table.problems;
    std::string participantColumn;
    for (const auto& [role, index] : placed) {
        if (role->kind == ColumnKind::Participant)
            participantColumn = table.columns[index].name;
        else if (role->kind != ColumnKind::Answer && !role->name.empty())
            records.attributes.emplace_back(role->name, role->isBlinded);
    }
    std::map<std::pair<std::string, std::string>, std::size_t> firstLines;
    for (auto& row : table.rows) {
        ParticipantRecord record = readRow<takes>(row, mapping, placed);
        if (record.name.empty()) {
            records.problems.push_back(RowProblem{fileName, row.line, participantColumn,
                                                  "the row names no participant",
                                                  "give every row a code, or leave the row out"});
            continue;
        }
        const auto [first, isNew] = firstLines.emplace(std::pair(record.name, record.wave), row.line);
        if (!isNew) {
            records.problems.push_back(RowProblem{
                fileName, row.line, participantColumn,
                record.wave.empty()
                    ? base::said("participant '{}' is in line {} already", record.name, first->second)
                    : base::said("participant '{}' is in line {} already, for wave '{}'", record.name,
                                 first->second, record.wave),
                "the first row is taken; if this is a later wave, map a column as wave"});
            continue;
        }
        records.nonResponses += static_cast<std::int64_t>(record.nonResponses.size());
        records.participants.push_back(std::move(record));
    }
    std::stable_sort(records.problems.begin(), records.problems.end(),
                     [](const RowProblem& a, const RowProblem& b) { return a.line < b.line; });
    return records;
}

} // namespace

base::Status checkMapping(const Table& table, const AnswersMapping& mapping) {
    if (const auto placed = place(table, mapping); !placed)
        return base::fail(placed);
    return {};
}

base::Result<AnswerRecords> mapAnswers(const Table& table, const AnswersMapping& mapping,
                                       const std::string& fileName) {
    return recordsOf<false>(table, mapping, fileName);
}

base::Result<AnswerRecords> takeAnswers(Table& table, const AnswersMapping& mapping,
                                        const std::string& fileName) {
    auto records = recordsOf<true>(table, mapping, fileName);
    std::vector<Row>().swap(table.rows);
    return records;
}

} // namespace rapport::exchange
