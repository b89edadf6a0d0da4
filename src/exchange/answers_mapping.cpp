// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/answers_mapping.h"

#include "base/csv_text.h"
#include "base/format.h"
#include "base/json.h"
#include "exchange/data_table.h"
#include "exchange/first_rows.h"
#include "exchange/json_walk.h"
#include "exchange/table_shape.h"
#include "model/names.h"
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
constexpr std::string_view previewSchema = "rapport.preview/1";
constexpr std::array kinds{ColumnKind::Participant, ColumnKind::Answer,   ColumnKind::Prompt,
                           ColumnKind::Attribute,   ColumnKind::Language, ColumnKind::Wave,
                           ColumnKind::LeftOut};

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

} // namespace

base::Result<std::vector<AnswerRows::Placed>> AnswerRows::place(const Table& table,
                                                                const AnswersMapping& mapping) {
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
    const auto ofKind = [&mapping](ColumnKind kind) {
        return std::count_if(mapping.columns.begin(), mapping.columns.end(),
                             [kind](const ColumnRole& role) { return role.kind == kind; });
    };
    const bool hasPrompts = ofKind(ColumnKind::Prompt) > 0;
    if (ofKind(ColumnKind::Prompt) > 1)
        return wrong("the mapping names several columns that hold the question",
                     "a row answers one question: one column is mapped as \"prompt\"");
    if (hasPrompts && ofKind(ColumnKind::Answer) != 1)
        return wrong("a table with a column of questions has one column of answers",
                     "map that column as \"answer\", the others as attributes or not at all");
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
        if (needsName(role.kind) && role.name.empty() && !(hasPrompts && role.kind == ColumnKind::Answer))
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

std::string AnswerRows::nameAt(std::size_t index) const {
    return model::personName(m_table->rows[m_rows[index]].cells[m_nameColumn]);
}

ParticipantRecord AnswerRows::at(std::size_t index) const {
    const Row& row = m_table->rows[m_rows[index]];
    ParticipantRecord record;
    record.line = row.line;
    const std::string asked = m_promptColumn ? columnName(row.cells[*m_promptColumn]) : std::string();
    for (const auto& [role, column] : m_placed) {
        std::string_view cell = row.cells[column];
        if (m_isOurs)
            cell = base::withFormula(cell);
        std::string_view value = text::trim(cell);
        if (role->kind != ColumnKind::Participant && isEmptyCell(*m_mapping, value))
            value = {};
        switch (role->kind) {
        case ColumnKind::Participant:
            record.name = model::personName(value);
            record.nameInFile = columnName(value);
            break;
        case ColumnKind::Answer:
            if (value.empty())
                record.nonResponses.push_back(m_promptColumn ? asked : role->name);
            else
                record.answers.push_back(
                    AnswerRecord{m_promptColumn ? asked : role->name, std::string(cell)});
            break;
        case ColumnKind::Language:
            record.language = lowerCase(value);
            break;
        case ColumnKind::Wave:
            record.wave = std::string(value);
            break;
        case ColumnKind::Prompt:
        case ColumnKind::Attribute:
        case ColumnKind::LeftOut:
            break;
        }
        const bool isAttribute = (role->kind == ColumnKind::Attribute || role->kind == ColumnKind::Language ||
                                  role->kind == ColumnKind::Wave) &&
                                 !role->name.empty();
        if (isAttribute && !value.empty())
            record.attributes.emplace_back(role->name, value);
    }
    return record;
}

const char* name(ColumnKind kind) {
    switch (kind) {
    case ColumnKind::Participant:
        return "participant";
    case ColumnKind::Answer:
        return "answer";
    case ColumnKind::Prompt:
        return "prompt";
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
    // A preview holds its columns in this form: what was guessed needs to be corrected alone.
    const bool isPreview = parsed.is_object() && base::stringAt(parsed, "schema") == previewSchema;
    checkSchema(document, isPreview ? previewSchema : schema);
    AnswersMapping mapping;
    std::set<std::string> columns;
    // Rows may name their prompts themselves, in a column for that.
    bool hasPrompts = false;
    for (const JsonNode& node : document.list("columns", Need::Required))
        hasPrompts = hasPrompts || (!node.isNoObject() && node.string("as", Need::Optional) == "prompt");
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
                       "use participant, answer, prompt, attribute, language, wave or left_out");
        role.name = role.kind == ColumnKind::Answer
                        ? node.string("prompt", hasPrompts ? Need::Optional : Need::Required)
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
        if (role.kind == ColumnKind::Answer && !role.name.empty())
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

base::Result<AnswerRows> AnswerRows::open(const Table& table, const AnswersMapping& mapping,
                                          const std::string& fileName) {
    AnswerRows rows;
    rows.m_table = &table;
    rows.m_mapping = &mapping;
    RAPPORT_ASSIGN(rows.m_placed, place(table, mapping));
    for (const auto& [role, column] : rows.m_placed) {
        if (role->kind == ColumnKind::Participant)
            rows.m_nameColumn = column;
        else if (role->kind == ColumnKind::Wave)
            rows.m_waveColumn = column;
        else if (role->kind == ColumnKind::Prompt)
            rows.m_promptColumn = column;
        if (role->kind != ColumnKind::Participant && role->kind != ColumnKind::Answer &&
            role->kind != ColumnKind::Prompt && !role->name.empty())
            rows.m_attributes.emplace_back(role->name, role->isBlinded);
    }
    rows.m_isOurs = table.isSeparatedText && table.shape == "plain" && table.columns.size() > 1 &&
                    table.columns.front().name == "participant" &&
                    table.columns.back().name == apostrophesColumn;
    rows.findRows(fileName);
    return rows;
}

void AnswerRows::findRows(const std::string& fileName) {
    const auto cellOf = [](const Row& row, const std::optional<std::size_t>& column) {
        return column ? text::trim(row.cells[*column]) : std::string_view();
    };
    const auto waveOf = [&](const Row& row) {
        const std::string_view wave = cellOf(row, m_waveColumn);
        return isEmptyCell(*m_mapping, wave) ? std::string_view() : wave;
    };
    m_problems = m_table->problems;
    m_moreProblems = m_table->moreProblems;
    const auto refuse = [&](const Row& row, base::Phrase message, base::Phrase hint) {
        if (m_problems.size() >= mostProblems)
            ++m_moreProblems;
        else
            m_problems.push_back(RowProblem{fileName, row.line, m_table->columns[m_nameColumn].name,
                                            std::move(message), std::move(hint)});
    };
    const auto nameOf = [&](const Row& row) { return text::trim(row.cells[m_nameColumn]); };
    const std::size_t count = m_table->rows.size();
    FirstRows first(count, [&](std::size_t row) {
        const Row& cells = m_table->rows[row];
        return RowKey{nameOf(cells), waveOf(cells), cellOf(cells, m_promptColumn)};
    });
    FirstRows people(repeatsPeople() ? count : 0, [&](std::size_t row) {
        return RowKey{nameOf(m_table->rows[row]), {}, {}};
    });
    std::set<std::string, std::less<>> prompts;
    for (std::size_t index = 0; index < count; ++index) {
        const Row& row = m_table->rows[index];
        const std::string name = model::personName(nameOf(row));
        if (name.empty()) {
            refuse(row, "the row names no participant", "give every row a code, or leave the row out");
            continue;
        }
        if (m_promptColumn && cellOf(row, m_promptColumn).empty()) {
            refuse(row, "the row names no question", "say in every row which question it answers");
            continue;
        }
        const std::size_t earlier = first.add(index);
        if (earlier == index) {
            m_rows.push_back(static_cast<std::uint32_t>(index));
            if (repeatsPeople())
                m_participants += people.add(index) == index ? 1U : 0U;
            if (m_promptColumn) {
                std::string asked = columnName(cellOf(row, m_promptColumn));
                if (prompts.insert(asked).second)
                    m_promptNames.push_back(std::move(asked));
            }
            continue;
        }
        const std::size_t line = m_table->rows[earlier].line;
        if (m_promptColumn)
            refuse(row,
                   base::said("participant '{}' answered '{}' in line {} already", name,
                              text::elide(cellOf(row, m_promptColumn), 40), line),
                   "the first row is taken; if this is a later wave, map a column as wave");
        else
            refuse(row,
                   waveOf(row).empty() ? base::said("participant '{}' is in line {} already", name, line)
                                       : base::said("participant '{}' is in line {} already, for wave '{}'",
                                                    name, line, waveOf(row)),
                   "the first row is taken; if this is a later wave, map a column as wave");
    }
    if (!repeatsPeople())
        m_participants = m_rows.size();
    std::stable_sort(m_problems.begin(), m_problems.end(),
                     [](const RowProblem& a, const RowProblem& b) { return a.line < b.line; });
}

} // namespace rapport::exchange
