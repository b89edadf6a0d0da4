// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/export_tables.h"

#include "base/format.h"
#include "base/number.h"
#include "exchange/codebook_table.h"
#include "exchange/word_languages.h"
#include "service/analysing_parts.h"
#include "service/reading.h"
#include "text/offset_map.h"
#include "text/utf8.h"

#include <algorithm>
#include <tuple>

namespace rapport::service {

using exchange::DataColumn;
using exchange::DataKind;
using exchange::DataTable;
using exchange::DataValue;
using exchange::Measure;

namespace {

/// Columns and rows of a table that grows by columns.
class TableBuilder {
public:
    explicit TableBuilder(std::size_t rows) { table.rows.resize(rows); }

    std::string add(const std::string& wish, const std::string& label, DataKind kind, Measure measure,
                    const std::function<DataValue(std::size_t)>& value,
                    std::vector<std::pair<double, std::string>> labels = {}) {
        DataColumn column;
        column.name = exchange::dataName(wish, m_taken);
        column.label = label;
        column.kind = kind;
        column.measure = measure;
        column.labels = std::move(labels);
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            table.rows[row].push_back(value(row));
        table.columns.push_back(column);
        return column.name;
    }

    DataTable table;

private:
    std::vector<std::string> m_taken;
};

DataValue textOr(const std::string& text) {
    return text.empty() ? DataValue() : DataValue(text);
}

const std::vector<std::pair<double, std::string>>& yesNoLabels(const std::string& language) {
    static const std::vector<std::pair<double, std::string>> english{{0, "no"}, {1, "yes"}};
    static const std::vector<std::pair<double, std::string>> dutch{{0, "nee"}, {1, "ja"}};
    return language == "nl" ? dutch : english;
}

/// Values of an attribute that are numbers and are not written as numbers are.
std::vector<std::string> writtenNumbers(const std::vector<std::string>& values) {
    std::vector<std::string> written;
    for (std::size_t row = 0; row < values.size(); ++row) {
        const auto number = model::attributeNumber(values[row]);
        if (!number || base::numberText(*number) == values[row])
            continue;
        written.resize(values.size());
        written[row] = values[row];
    }
    return written;
}

/// An attribute's column; its expected values become labelled numbers only where they say so.
void addAttribute(TableBuilder& builder, const std::string& wish, const model::Attribute& attribute,
                  const std::vector<std::string>& values, const std::string& language) {
    const bool isNumber = attribute.type == model::AttributeType::Number;
    builder.add(wish, attribute.title.in(language),
                isNumber                                       ? DataKind::Number
                : attribute.type == model::AttributeType::Date ? DataKind::Date
                                                               : DataKind::Text,
                isNumber ? Measure::Scale : Measure::Nominal, [&](std::size_t row) -> DataValue {
                    if (!isNumber)
                        return textOr(values[row]);
                    const auto number = model::attributeNumber(values[row]);
                    return number ? DataValue(*number) : DataValue();
                });
}

std::vector<std::pair<double, std::string>> levelLabels(const AnalysedVariable& variable,
                                                        const std::string& language) {
    std::vector<std::pair<double, std::string>> labels;
    for (std::size_t level = 0; level < variable.codes.size(); ++level)
        labels.emplace_back(static_cast<double>(level + 1), variable.codes[level]->title.in(language));
    return labels;
}

/// The columns of one way in which codes enter: `behind` is what stands behind the name ("", "__R1").
void addCodes(TableBuilder& builder, const AnalysedData& shape, const AnalysedData* data,
              const std::string& behind, const std::string& label, const ExportRequest& request,
              std::vector<exchange::RCode>* codes) {
    std::unordered_map<model::UnitId, std::size_t> placeOf;
    if (data != nullptr) {
        for (std::size_t unit = 0; unit < data->units.size(); ++unit)
            placeOf.emplace(data->units[unit].id, unit);
    }
    const std::string& language = request.language;
    for (std::size_t number = 0; number < shape.variables.size(); ++number) {
        const AnalysedVariable& known = shape.variables[number];
        const AnalysedVariable* variable = data == nullptr ? nullptr : &data->variables[number];
        const auto placed = [&](std::size_t row) -> std::optional<std::size_t> {
            const auto found = placeOf.find(shape.units[row].id);
            return found == placeOf.end() ? std::nullopt : std::optional(found->second);
        };
        const std::string title = known.variable->title.in(language) + label;
        if (known.variable->scale == model::Scale::Presence) {
            for (std::size_t code = 0; code < known.codes.size(); ++code) {
                const std::string column = builder.add(
                    known.codes[code]->name + behind, known.codes[code]->title.in(language) + label,
                    DataKind::Choice, Measure::Nominal,
                    [&](std::size_t row) -> DataValue {
                        const auto place = variable == nullptr ? std::nullopt : placed(row);
                        const int value = place ? variable->presence(*place, code) : -1;
                        return value < 0 ? DataValue() : DataValue(static_cast<double>(value));
                    },
                    yesNoLabels(language));
                if (codes != nullptr)
                    codes->push_back({known.variable->name, known.codes[code]->name, column, 0});
            }
        } else if (known.variable->scale == model::Scale::Count) {
            builder.add(known.variable->name + behind, title, DataKind::Whole, Measure::Scale,
                        [&](std::size_t row) -> DataValue {
                            const auto place = variable == nullptr ? std::nullopt : placed(row);
                            return place && variable->count[*place] >= 0
                                       ? DataValue(static_cast<double>(variable->count[*place]))
                                       : DataValue();
                        });
        } else {
            const std::string column = builder.add(
                known.variable->name + behind, title, DataKind::Choice,
                known.variable->scale == model::Scale::Ordinal ? Measure::Ordinal : Measure::Nominal,
                [&](std::size_t row) -> DataValue {
                    const auto place = variable == nullptr ? std::nullopt : placed(row);
                    return place && variable->level[*place] >= 0
                               ? DataValue(static_cast<double>(variable->level[*place] + 1))
                               : DataValue();
                },
                levelLabels(known, language));
            for (std::size_t level = 0; codes != nullptr && level < known.codes.size(); ++level)
                codes->push_back(
                    {known.variable->name, known.codes[level]->name, column, static_cast<int>(level + 1)});
        }
    }
}

base::Result<std::map<model::ParticipantId, std::string>> participantNames(const Session& session) {
    RAPPORT_ASSIGN(const auto all, session.impl().participants().all());
    std::map<model::ParticipantId, std::string> names;
    for (const model::Participant& each : all)
        names.emplace(each.id, each.name);
    return names;
}

/// Raters with work in the study, by name, in the order in which they joined.
base::Result<std::vector<std::pair<std::string, std::string>>>
ratersIn(const Session& session, const ExportRequest& request, const AnalysedData& data) {
    RAPPORT_ASSIGN(const auto names, raterNamesOut(session, request.pseudonymousRaters));
    RAPPORT_ASSIGN(const auto raters, session.raters());
    std::vector<std::pair<std::string, std::string>> present;
    for (const model::Rater& rater : raters) {
        if (std::find(data.raterNames.begin(), data.raterNames.end(), rater.name) != data.raterNames.end())
            present.emplace_back(rater.name, names.at(rater.id));
    }
    return present;
}

} // namespace

base::Result<ExportedUnits> ExportedUnits::of(Session& session, const AnalysisSelection& select) {
    ExportedUnits units;
    for (const std::string& name : select.rounds)
        RAPPORT_TRY(session.round(name));
    units.m_rounds = select.rounds;
    if (select.prompts.empty() && select.participants.empty() && select.variables.empty() &&
        select.codes.empty())
        return units;
    RAPPORT_TRY(coordinatorOnly(session, "export a part by prompt or participant"));
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_TRY(knownNames(session, select, *codebook));
    units.m_prompts = select.prompts;
    RAPPORT_ASSIGN(const auto wanted, wantedParticipants(session, select.participants));
    if (!wanted)
        return units;
    units.m_participants.emplace();
    RAPPORT_ASSIGN(const auto names, participantNames(session));
    for (const model::ParticipantId id : *wanted)
        units.m_participants->insert(names.at(id));
    return units;
}

bool ExportedUnits::have(const store::UnitRow& unit, const std::string& round) const {
    const auto isOneOf = [](const std::vector<std::string>& names, const std::string& name) {
        return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
    };
    return isOneOf(m_rounds, round) &&
           isOneOf(m_prompts, unit.prompt.empty() ? model::name(unit.unit.kind) : unit.prompt) &&
           (!m_participants || m_participants->contains(unit.participant));
}

base::Result<std::map<model::RaterId, std::string>> raterNamesOut(const Session& session, bool pseudonymous) {
    RAPPORT_ASSIGN(const auto raters, session.raters());
    std::map<model::RaterId, std::string> names;
    for (const model::Rater& rater : raters)
        names.emplace(rater.id, pseudonymous ? fmt::format("rater_{}", names.size() + 1) : rater.name);
    return names;
}

base::Result<std::vector<model::Attribute>> attributesOut(const Session& session, bool withBlinded) {
    RAPPORT_ASSIGN(auto attributes, session.impl().participants().attributes());
    if (!withBlinded)
        std::erase_if(attributes, [](const model::Attribute& each) { return each.isBlinded; });
    return attributes;
}

namespace {} // namespace

AnalysisSelection whole(const ExportRequest& request) {
    AnalysisSelection select = request.select;
    select.isWhole = true;
    return select;
}

base::Result<WideTable> wideTable(Session& session, const ExportRequest& request, const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, whole(request), WithSegments::No, task));
    RAPPORT_ASSIGN(const auto people, participantNames(session));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    TableBuilder builder(data.units.size());
    const bool isDutch = request.language == "nl";
    const auto text = [&](const char* name, const char* label, const char* labelDutch, const auto& value) {
        builder.add(name, isDutch ? labelDutch : label, DataKind::Text, Measure::Nominal, value);
    };
    text("unit", "Unit", "Eenheid", [&](std::size_t row) -> DataValue { return data.units[row].name; });
    const auto personOf = [&](std::size_t row) {
        const auto found = people.find(data.units[row].participant);
        return found == people.end() ? std::string() : found->second;
    };
    text("participant", "Participant", "Deelnemer", [&](std::size_t row) { return textOr(personOf(row)); });
    text("prompt", "Prompt or kind of unit", "Vraag of soort eenheid",
         [&](std::size_t row) -> DataValue { return data.units[row].prompt; });
    text("cluster", "Units that belong together", "Eenheden die bij elkaar horen",
         [&](std::size_t row) -> DataValue { return fmt::format("c{}", data.units[row].cluster + 1); });
    RAPPORT_ASSIGN(const auto attributes, attributesOut(session, request.withBlinded));
    WideTable wide;
    for (const model::Attribute& attribute : attributes) {
        RAPPORT_ASSIGN(const auto values, data.valuesOf(session, attribute.name));
        addAttribute(builder, attribute.name, attribute, values, request.language);
    }
    text("entered_from", "Why the codes entered", "Waarom de codes meetellen",
         [&](std::size_t row) -> DataValue {
             static const std::array<const char*, enteredFromCount> names{
                 "missing", "consensus", "assigned_rater", "first_assigned", "first_rater"};
             for (const AnalysedVariable& variable : data.variables) {
                 if (variable.isJudged(row))
                     return std::string(names[static_cast<std::size_t>(variable.from[row])]);
             }
             return std::string(names[0]);
         });
    addCodes(builder, data, &data, "", "", request, &wide.codes);
    if (request.perRater) {
        RAPPORT_ASSIGN(const auto raters, ratersIn(session, request, data));
        for (const auto& [name, shown] : raters) {
            AnalysisSelection one = whole(request);
            one.raters = {name};
            one.from = CodesFrom::Raters;
            auto theirs = AnalysedData::read(session, one, WithSegments::No, task);
            if (!theirs && theirs.error().code != base::Errc::Undefined)
                return base::fail(theirs);
            addCodes(builder, data, theirs ? &*theirs : nullptr, "__" + shown, " (" + shown + ")", request,
                     nullptr);
        }
        AnalysisSelection settled = whole(request);
        settled.from = CodesFrom::Consensus;
        RAPPORT_ASSIGN(const AnalysedData consensus,
                       AnalysedData::read(session, settled, WithSegments::No, task));
        addCodes(builder, data, &consensus, "__consensus", " (consensus)", request, nullptr);
    }
    wide.table = std::move(builder.table);
    wide.table.name = "wide";
    wide.table.label = title;
    RAPPORT_ASSIGN(const auto pairs, comparisons(session));
    for (const GroupPair& pair : pairs) {
        const bool mayLeave =
            std::any_of(attributes.begin(), attributes.end(),
                        [&](const model::Attribute& each) { return each.name == pair.attribute; });
        if (wide.group.empty() && mayLeave)
            wide.group = pair.attribute;
    }
    return wide;
}

base::Result<DataTable> longTable(Session& session, const ExportRequest& request, const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, whole(request), WithSegments::No, task));
    RAPPORT_ASSIGN(const auto people, participantNames(session));
    RAPPORT_ASSIGN(const auto raters, ratersIn(session, request, data));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    DataTable table;
    table.name = "long";
    table.label = title;
    const bool isDutch = request.language == "nl";
    const auto text = [&](const char* name, const char* label, const char* labelDutch) {
        table.columns.push_back({name, isDutch ? labelDutch : label, DataKind::Text, Measure::Nominal, {}});
    };
    text("unit", "Unit", "Eenheid");
    text("participant", "Participant", "Deelnemer");
    text("prompt", "Prompt or kind of unit", "Vraag of soort eenheid");
    text("rater", "Rater, or entered by rule, or consensus",
         "Beoordelaar, of volgens de regel, of consensus");
    text("variable", "Variable", "Variabele");
    text("code", "Code, or level", "Code, of niveau");
    table.columns.push_back({"value", isDutch ? "Waarde" : "Value", DataKind::Whole, Measure::Scale, {}});
    const auto addAll = [&](const AnalysedData& theirs, const std::string& rater) {
        for (std::size_t unit = 0; unit < theirs.units.size(); ++unit) {
            const auto person = people.find(theirs.units[unit].participant);
            const auto add = [&](const model::Variable& variable, const std::string& code, double value) {
                table.rows.push_back({theirs.units[unit].name,
                                      person == people.end() ? DataValue() : DataValue(person->second),
                                      theirs.units[unit].prompt, rater, variable.name, textOr(code), value});
            };
            for (const AnalysedVariable& variable : theirs.variables) {
                if (!variable.present.empty()) {
                    for (std::size_t code = 0; code < variable.codes.size(); ++code) {
                        if (const int value = variable.presence(unit, code); value >= 0)
                            add(*variable.variable, variable.codes[code]->name, value);
                    }
                } else if (!variable.level.empty() && variable.level[unit] >= 0) {
                    add(*variable.variable,
                        variable.codes[static_cast<std::size_t>(variable.level[unit])]->name,
                        variable.level[unit] + 1);
                } else if (!variable.count.empty() && variable.count[unit] >= 0) {
                    add(*variable.variable, std::string(), static_cast<double>(variable.count[unit]));
                }
            }
        }
    };
    addAll(data, "entered");
    for (const auto& [name, shown] : raters) {
        AnalysisSelection one = whole(request);
        one.raters = {name};
        one.from = CodesFrom::Raters;
        const auto theirs = AnalysedData::read(session, one, WithSegments::No, task);
        if (!theirs && theirs.error().code != base::Errc::Undefined)
            return base::fail(theirs);
        if (theirs)
            addAll(*theirs, shown);
    }
    return table;
}

namespace {

std::string columnOf(const std::string& prompt, const std::string& wave) {
    return wave.empty() ? prompt : prompt + "_" + wave;
}

} // namespace

base::Result<std::vector<exchange::WrittenColumn>> answersColumns(const Session& session) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    RAPPORT_ASSIGN(const auto attributes, attributesOut(session, true));
    RAPPORT_ASSIGN(const auto occasions, impl.sources().occasions());
    struct Wanted {
        std::string wish;
        exchange::WrittenColumn column;
        bool isThere = true;
    };
    std::vector<Wanted> wanted;
    for (const model::Prompt& prompt : instrument.prompts) {
        const bool isThere = std::find(occasions.begin(), occasions.end(),
                                       std::pair(prompt.name, std::string())) != occasions.end();
        wanted.push_back({prompt.name, {{}, exchange::ColumnKind::Answer, prompt.name}, isThere});
    }
    for (const model::Attribute& attribute : attributes)
        wanted.push_back({attribute.name, {{}, exchange::ColumnKind::Attribute, attribute.name}});
    for (const auto& [prompt, wave] : occasions) {
        if (!wave.empty())
            wanted.push_back(
                {columnOf(prompt, wave), {{}, exchange::ColumnKind::Answer, prompt + "@" + wave}});
    }
    // What can bear its own name does: in no table it means another then.
    std::vector<std::string> taken;
    static_cast<void>(exchange::dataName("participant", taken));
    for (Wanted& each : wanted) {
        if (exchange::dataName(each.wish, taken) == each.wish)
            each.column.column = each.wish;
        else
            taken.pop_back();
    }
    std::vector<exchange::WrittenColumn> columns;
    for (Wanted& each : wanted) {
        if (each.column.column.empty())
            each.column.column = exchange::dataName(each.wish, taken);
        if (each.isThere)
            columns.push_back(std::move(each.column));
    }
    return columns;
}

base::Result<DataTable> answersTable(Session& session, const ExportRequest& request) {
    RAPPORT_TRY(coordinatorOnly(session, "export answers"));
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_TRY(knownNames(session, request.select, *codebook));
    RAPPORT_ASSIGN(const auto wanted, wantedParticipants(session, request.select.participants));
    RAPPORT_ASSIGN(auto all, impl.participants().all());
    if (wanted)
        std::erase_if(all, [&](const model::Participant& each) { return !wanted->contains(each.id); });
    const auto isAsked = [&prompts = request.select.prompts](const std::string& name) {
        return prompts.empty() || std::find(prompts.begin(), prompts.end(), name) != prompts.end();
    };
    RAPPORT_ASSIGN(const auto attributes, attributesOut(session, request.withBlinded));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    // Of all that the study has: a column means the same whether or not the others leave.
    std::map<std::pair<exchange::ColumnKind, std::string>, std::string> columnNames;
    RAPPORT_ASSIGN(const auto allColumns, answersColumns(session));
    for (const exchange::WrittenColumn& each : allColumns)
        columnNames.emplace(std::pair(each.kind, each.name), each.column);
    TableBuilder builder(all.size());
    builder.add("participant", request.language == "nl" ? "Deelnemer" : "Participant", DataKind::Text,
                Measure::Nominal, [&](std::size_t row) -> DataValue { return all[row].name; });
    for (const model::Attribute& attribute : attributes) {
        RAPPORT_ASSIGN(const auto values, impl.participants().valuesOf(attribute.name));
        std::vector<std::string> byRow;
        for (const model::Participant& each : all) {
            const auto found = values.find(each.id);
            byRow.push_back(found == values.end() ? std::string() : found->second);
        }
        addAttribute(builder, columnNames.at({exchange::ColumnKind::Attribute, attribute.name}), attribute,
                     byRow, request.language);
        if (attribute.type == model::AttributeType::Number)
            builder.table.columns.back().written = writtenNumbers(byRow);
    }
    std::map<std::tuple<std::string, std::string, model::ParticipantId>, std::string> answers;
    std::set<std::pair<std::string, std::string>> occasions; // prompt, wave
    std::map<model::PromptId, std::string> promptNames;
    for (const model::Prompt& prompt : instrument.prompts)
        promptNames.emplace(prompt.id, prompt.name);
    RAPPORT_ASSIGN(auto sources, impl.sources().sources(true));
    for (model::Source& source : sources) {
        const auto prompt = promptNames.find(source.prompt);
        if (source.kind != model::SourceKind::Answer || prompt == promptNames.end())
            continue;
        occasions.emplace(prompt->second, source.wave);
        answers[{prompt->second, source.wave, source.participant}] = std::move(source.text);
    }
    for (const model::Prompt& prompt : instrument.prompts) {
        if (prompt.kind != model::PromptKind::YesNo)
            continue;
        RAPPORT_ASSIGN(const auto responses, impl.sources().responses(prompt.name));
        for (const store::Response& response : responses) {
            if (response.value.empty())
                continue;
            occasions.emplace(prompt.name, response.wave);
            answers[{prompt.name, response.wave, response.participant}] = response.value;
        }
    }
    for (const model::Prompt& prompt : instrument.prompts) {
        for (const auto& occasion : occasions) {
            const std::string& name = occasion.first;
            const std::string& wave = occasion.second;
            if (name != prompt.name || !isAsked(name))
                continue;
            const auto answer = [&](std::size_t row) {
                const auto found = answers.find({name, wave, all[row].id});
                return found == answers.end() ? std::string() : found->second;
            };
            const std::string& column =
                columnNames.at({exchange::ColumnKind::Answer, wave.empty() ? name : name + "@" + wave});
            if (prompt.kind == model::PromptKind::YesNo)
                builder.add(
                    column, prompt.wording.in(request.language), DataKind::Choice, Measure::Nominal,
                    [&](std::size_t row) -> DataValue {
                        const int value = yesOrNo(answer(row));
                        return value < 0 ? DataValue() : DataValue(static_cast<double>(value));
                    },
                    yesNoLabels(request.language));
            else
                builder.add(column, prompt.wording.in(request.language), DataKind::Text, Measure::Nominal,
                            [&](std::size_t row) { return textOr(answer(row)); });
        }
    }
    builder.table.name = "answers";
    builder.table.label = title;
    return std::move(builder.table);
}

DataTable codebookTable(const model::Codebook& codebook, const std::string& language) {
    DataTable table;
    table.name = "codebook";
    table.label = codebook.title.in(language);
    for (const char* name : {"variable", "id", "code", "parent", "definition", "use", "avoid", "example",
                             "anti_example", "colour", "source", "guid", "language"})
        table.columns.push_back({name, name, DataKind::Text, Measure::Nominal, {}});
    const auto joined = [&](const std::vector<model::LocalText>& texts) {
        return exchange::joinExamples(exchange::spokenExamples(texts, language).words);
    };
    for (const model::Variable& variable : codebook.variables) {
        // The variable heads its codes, as in the other forms that know no variables.
        const std::string& head = variable.title.in(language);
        std::map<model::CodeId, const model::Code*> codes;
        std::map<std::string, std::size_t> titled;
        for (const model::Code& code : variable.codes) {
            codes.emplace(code.id, &code);
            ++titled[code.title.in(language)];
        }
        for (const model::Code& code : variable.codes) {
            const auto parent = codes.find(code.parent);
            const bool isUnder = code.depth > 0 && parent != codes.end();
            // A title that others have too names no parent: its id does, and no parent is the variable.
            const std::string& title = isUnder ? parent->second->title.in(language) : head;
            const bool isShared = titled[title] + (title == head ? 1 : 0) > 1;
            const std::string under = !isShared ? title : isUnder ? parent->second->name : std::string();
            table.rows.push_back({variable.name, code.name, code.title.in(language), under,
                                  code.definition.in(language), code.use.in(language),
                                  code.avoid.in(language), joined(code.examples), joined(code.antiExamples),
                                  code.colour, code.source, code.guid.text(),
                                  exchange::WordLanguages(code, language).text()});
        }
    }
    return table;
}

base::Result<DataTable> quotesTable(Session& session, const ExportRequest& request, const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "export quotes"));
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_ASSIGN(const auto names, raterNamesOut(session, request.pseudonymousRaters));
    RAPPORT_ASSIGN(const auto rounds, roundsById(session));
    RAPPORT_ASSIGN(const auto codings, impl.codings().codings({}));
    RAPPORT_ASSIGN(const auto wanted, ExportedUnits::of(session, request.select));
    const auto isWanted = [](const std::vector<std::string>& list, const std::string& name) {
        return list.empty() || std::find(list.begin(), list.end(), name) != list.end();
    };
    DataTable table;
    table.name = "quotes";
    RAPPORT_ASSIGN(table.label, studyTitle(session));
    for (const char* name : {"variable", "code", "unit", "rater", "round", "before", "quote", "after"})
        table.columns.push_back({name, name, DataKind::Text, Measure::Nominal, {}});
    table.columns.push_back({"begin", "begin", DataKind::Whole, Measure::Scale, {}});
    table.columns.push_back({"end", "end", DataKind::Whole, Measure::Scale, {}});
    table.columns.push_back({"page", "page", DataKind::Whole, Measure::Scale, {}});
    std::map<model::SourceId, std::vector<model::Page>> pagesOf;
    bool hasPages = false;
    constexpr std::int64_t context = 80; // code points on each side
    store::SourceTexts texts(*impl.file);
    std::map<model::UnitId, store::UnitRow> units;
    struct Row {
        std::size_t variable;
        std::size_t code;
        std::size_t order;
        std::vector<DataValue> cells;
    };
    std::vector<Row> rows;
    for (std::size_t number = 0; number < codings.size(); ++number) {
        if (number % 4096 == 0 && task.isStopped())
            return base::Task::cancelled();
        const model::Coding& coding = codings[number];
        const auto found = codebook->code(coding.code);
        const auto& round = rounds.at(coding.round);
        if (found.code == nullptr || found.variable->scale != model::Scale::Presence ||
            !isWanted(request.select.variables, found.variable->name) ||
            !isWanted(request.select.codes, found.code->name))
            continue;
        auto unit = units.find(coding.unit);
        if (unit == units.end()) {
            RAPPORT_ASSIGN(auto row, impl.sources().unit(coding.unit, false));
            if (!row)
                continue;
            unit = units.emplace(coding.unit, std::move(*row)).first;
        }
        if (!wanted.have(unit->second, round.name))
            continue;
        const text::TextRange whole = unit->second.unit.range;
        const text::TextRange range = coding.range.value_or(whole);
        const auto cut = [&](std::int64_t begin, std::int64_t end) -> base::Result<std::string> {
            begin = std::max(begin, whole.begin.value);
            end = std::min(end, whole.end.value);
            if (begin >= end)
                return std::string();
            return texts.cut(unit->second.unit.source,
                             text::TextRange{text::CodePoints(begin), text::CodePoints(end)});
        };
        RAPPORT_ASSIGN(const std::string before, cut(range.begin.value - context, range.begin.value));
        RAPPORT_ASSIGN(const std::string quote, texts.cut(unit->second.unit.source, range));
        RAPPORT_ASSIGN(const std::string after, cut(range.end.value, range.end.value + context));
        auto pages = pagesOf.find(unit->second.unit.source);
        if (pages == pagesOf.end()) {
            RAPPORT_ASSIGN(auto read, impl.sources().pages(unit->second.unit.source));
            pages = pagesOf.emplace(unit->second.unit.source, std::move(read)).first;
        }
        const std::int64_t page = model::pageAt(pages->second, range.begin);
        hasPages = hasPages || page > 0;
        rows.push_back({static_cast<std::size_t>(found.variable - codebook->variables.data()),
                        static_cast<std::size_t>(found.code - found.variable->codes.data()),
                        number,
                        {found.variable->name, found.code->name, unit->second.unit.name,
                         names.at(coding.rater), round.name, textOr(before), quote, textOr(after),
                         static_cast<double>(range.begin.value), static_cast<double>(range.end.value),
                         page > 0 ? DataValue(static_cast<double>(page)) : DataValue()}});
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return std::tie(a.variable, a.code, a.order) < std::tie(b.variable, b.code, b.order);
    });
    // Only documents in pages have any.
    if (!hasPages)
        table.columns.pop_back();
    for (Row& row : rows) {
        row.cells.resize(table.columns.size());
        table.rows.push_back(std::move(row.cells));
    }
    return table;
}

} // namespace rapport::service
