// SPDX-License-Identifier: GPL-3.0-or-later
// Mappings kept with the study, and what in a table may mean "nothing".
#include "base/json.h"
#include "service/import_kinds.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>

namespace rapport::service {

namespace {

constexpr const char* settingName = "import-mappings";
constexpr std::size_t longestValue = 12; ///< bytes: what is longer says something

base::Status write(Writer& writer, const std::vector<SavedMapping>& mappings) {
    base::Json list = base::Json::array();
    for (const SavedMapping& each : mappings) {
        RAPPORT_ASSIGN(base::Json mapping, base::parseJson(each.mappingJson));
        list.push_back({{"name", each.name}, {"columns", each.columns}, {"mapping", std::move(mapping)}});
    }
    RAPPORT_TRY(writer.session().impl().file->setSetting(settingName, base::dumpJson(list, -1)));
    writer.changes().settingsChanged = true;
    return {};
}

} // namespace

exchange::ColumnRole roleOf(const ColumnPlan& plan) {
    exchange::ColumnRole role;
    role.column = plan.column;
    role.name = plan.target;
    role.isBlinded = plan.isBlinded;
    switch (plan.use) {
    case ColumnUse::Participant:
        role.kind = exchange::ColumnKind::Participant;
        break;
    case ColumnUse::Answer:
        role.kind = exchange::ColumnKind::Answer;
        break;
    case ColumnUse::Prompt:
        role.kind = exchange::ColumnKind::Prompt;
        role.name.clear();
        break;
    case ColumnUse::Attribute:
        role.kind = exchange::ColumnKind::Attribute;
        break;
    case ColumnUse::Language:
        role.kind = exchange::ColumnKind::Language;
        break;
    case ColumnUse::Wave:
        role.kind = exchange::ColumnKind::Wave;
        break;
    case ColumnUse::LeftOut:
        role.kind = exchange::ColumnKind::LeftOut;
        break;
    }
    return role;
}

base::Result<std::vector<SavedMapping>> savedMappings(const Session& session) {
    RAPPORT_ASSIGN(const std::string json, session.impl().file->setting(settingName));
    std::vector<SavedMapping> mappings;
    if (json.empty())
        return mappings;
    RAPPORT_ASSIGN(const base::Json list, base::parseJson(json));
    if (!list.is_array())
        return mappings;
    for (const base::Json& entry : list) {
        if (!entry.is_object() || !entry.contains("name") || !entry.contains("columns") ||
            !entry.contains("mapping") || !entry["name"].is_string() || !entry["columns"].is_array())
            continue;
        SavedMapping mapping;
        mapping.name = entry["name"].get<std::string>();
        for (const base::Json& column : entry["columns"]) {
            if (column.is_string())
                mapping.columns.push_back(column.get<std::string>());
        }
        mapping.mappingJson = base::dumpJson(entry["mapping"], -1);
        mappings.push_back(std::move(mapping));
    }
    return mappings;
}

base::Result<std::vector<SavedMapping>> mappingsFor(const Session& session,
                                                    const std::vector<exchange::Column>& columns) {
    RAPPORT_ASSIGN(auto mappings, savedMappings(session));
    // The order of columns may differ between two exports; the next wave may have lost one or gained one.
    std::set<std::string> names;
    for (const exchange::Column& column : columns)
        names.insert(column.name);
    std::vector<std::pair<double, SavedMapping>> fitting;
    for (SavedMapping& mapping : mappings) {
        const std::set<std::string> own(mapping.columns.begin(), mapping.columns.end());
        const auto common = std::count_if(own.begin(), own.end(),
                                          [&](const std::string& name) { return names.contains(name); });
        const auto all = static_cast<double>(own.size() + names.size()) - static_cast<double>(common);
        constexpr double enough = 0.6; // of all columns of both
        if (const double overlap = static_cast<double>(common) / std::max(all, 1.0); overlap >= enough)
            fitting.emplace_back(overlap, std::move(mapping));
    }
    // The one that fits best is the last, as the newest of equals is.
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    mappings.clear();
    for (auto& [overlap, mapping] : fitting)
        mappings.push_back(std::move(mapping));
    return mappings;
}

base::Result<ChangeSet> saveMapping(Session& session, const std::string& name,
                                    const std::vector<ColumnPlan>& plan,
                                    const std::vector<std::string>& emptyValues) {
    RAPPORT_TRY(coordinatorOnly(session, "import"));
    const std::string trimmed(text::trim(name));
    if (trimmed.empty())
        return base::fail(base::Errc::InvalidArgument, "a mapping needs a name", "such as the survey's");
    SavedMapping mapping;
    mapping.name = trimmed;
    exchange::AnswersMapping roles;
    for (const ColumnPlan& column : plan) {
        mapping.columns.push_back(column.column);
        roles.columns.push_back(roleOf(column));
    }
    roles.emptyValues = emptyValues;
    mapping.mappingJson = exchange::writeMapping(roles);
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(auto mappings, savedMappings(session));
        std::erase_if(mappings, [&](const SavedMapping& each) { return each.name == trimmed; });
        mappings.push_back(mapping);
        return write(writer, mappings);
    });
}

base::Result<ChangeSet> removeMapping(Session& session, const std::string& name) {
    RAPPORT_TRY(coordinatorOnly(session, "import"));
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(auto mappings, savedMappings(session));
        if (std::erase_if(mappings, [&](const SavedMapping& each) { return each.name == name; }) == 0)
            return base::fail(base::Errc::NotFound, "there is no such mapping");
        return write(writer, mappings);
    });
}

std::vector<EmptyValue> emptyValuesOf(const exchange::Table& table, const exchange::AnswersMapping& mapping) {
    std::vector<std::size_t> places;
    for (const exchange::ColumnRole& role : mapping.columns) {
        if (role.kind == exchange::ColumnKind::Participant || role.kind == exchange::ColumnKind::Prompt ||
            role.kind == exchange::ColumnKind::LeftOut)
            continue;
        for (std::size_t place = 0; place < table.columns.size(); ++place) {
            if (table.columns[place].name == role.column)
                places.push_back(place);
        }
    }
    std::vector<EmptyValue> values;
    const auto valueOf = [&](std::string_view cell) -> EmptyValue* {
        const auto known = std::find_if(values.begin(), values.end(), [&](const EmptyValue& each) {
            return exchange::isSameCell(each.text, cell);
        });
        return known == values.end() ? nullptr : &*known;
    };
    for (const std::string& taken : mapping.emptyValues) {
        if (valueOf(taken) == nullptr)
            values.push_back({taken, 0, true, {}});
    }
    for (const exchange::Row& row : table.rows) {
        for (const std::size_t place : places) {
            const std::string_view cell = text::trim(row.cells[place]);
            if (cell.empty() || (cell.size() > longestValue && !exchange::isEmptyCell(mapping, cell)))
                continue;
            EmptyValue* value = valueOf(cell);
            if (value == nullptr) {
                const auto usual = exchange::usualEmptyValues();
                if (std::none_of(usual.begin(), usual.end(),
                                 [cell](std::string_view each) { return exchange::isSameCell(each, cell); }))
                    continue;
                values.push_back({std::string(cell), 0, false, {}});
                value = &values.back();
            }
            ++value->cells;
            const std::string& column = table.columns[place].name;
            if (std::find(value->columns.begin(), value->columns.end(), column) == value->columns.end())
                value->columns.push_back(column);
        }
    }
    std::stable_sort(values.begin(), values.end(),
                     [](const EmptyValue& a, const EmptyValue& b) { return a.cells > b.cells; });
    return values;
}

} // namespace rapport::service
