// SPDX-License-Identifier: GPL-3.0-or-later
// How often, and in which group more.
#include "base/join.h"
#include "service/analysing_parts.h"
#include "service/own_rating.h"
#include "service/reading.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;

namespace {

struct GroupValues {
    std::vector<std::string> byUnit;
    std::vector<std::string> order;
};

base::Result<GroupValues> valuesBy(Session& session, const AnalysedData& data, const std::string& attribute) {
    GroupValues values;
    if (attribute.empty()) {
        values.byUnit.assign(data.units.size(), std::string());
        return values;
    }
    RAPPORT_ASSIGN(values.byUnit, data.valuesOf(session, attribute));
    RAPPORT_ASSIGN(values.order, orderedValues(session, attribute, values.byUnit));
    return values;
}

/// 1, 0 or -1 of one code or level in one unit.
std::function<int(std::size_t)> holding(const AnalysedVariable& variable, std::size_t code) {
    if (!variable.present.empty())
        return [&variable, code](std::size_t unit) { return variable.presence(unit, code); };
    return [&variable, code](std::size_t unit) {
        return variable.level[unit] < 0                                  ? -1
               : variable.level[unit] == static_cast<std::int32_t>(code) ? 1
                                                                         : 0;
    };
}

std::string promptShown(const std::string& prompt) {
    return prompt.empty() ? allPrompts : prompt;
}

ResultTable frequencyTable(const AnalysedData& data, const GroupValues& values, double level) {
    ResultTable table;
    table.id = "frequencies";
    table.columns = {{"prompt"}, {"variable"}, {"code"}, {"group"}};
    for (auto& column : shareColumns())
        table.columns.push_back(std::move(column));
    table.columns.push_back({"missing", ColumnKind::Count});
    for (const AnalysedVariable& variable : data.variables) {
        if (variable.variable->scale == model::Scale::Count)
            continue;
        for (const std::string& prompt : promptsAndPooled(data.promptsOf(variable))) {
            const auto groups = groupUnits(data.unitsOf(variable, prompt), values.byUnit, values.order);
            for (std::size_t code = 0; code < variable.codes.size(); ++code) {
                for (const UnitGroup& group : groups) {
                    const auto share = shareOf(data, group.units, holding(variable, code), level);
                    std::vector<Value> row{promptShown(prompt), variable.variable->name,
                                           variable.codes[code]->name,
                                           group.value.empty() ? Value() : Value(group.value)};
                    addShare(row, share);
                    row.emplace_back(static_cast<std::int64_t>(group.units.size()) - share.units);
                    table.rows.push_back(std::move(row));
                }
            }
        }
    }
    return table;
}

std::vector<analysis::ResultColumn> testColumns() {
    return {{"comparison"},
            {"a"},
            {"b"},
            {"a_units", ColumnKind::Count},
            {"a_with", ColumnKind::Count},
            {"a_share", ColumnKind::Share},
            {"b_units", ColumnKind::Count},
            {"b_with", ColumnKind::Count},
            {"b_share", ColumnKind::Share},
            {"smallest_expected", ColumnKind::Number},
            {"test"},
            {"statistic", ColumnKind::Number},
            {"df", ColumnKind::Count},
            {"p", ColumnKind::Probability},
            {"p_holm", ColumnKind::Probability},
            {"tests", ColumnKind::Count},
            {"odds_ratio", ColumnKind::Number},
            {"odds_low", ColumnKind::Number},
            {"odds_high", ColumnKind::Number},
            {"odds_method"},
            {"risk_difference", ColumnKind::Number},
            {"risk_low", ColumnKind::Number},
            {"risk_high", ColumnKind::Number},
            {"cramers_v", ColumnKind::Number}};
}

void addComparison(std::vector<Value>& row, const GroupPair& pair, const analysis::TwoByTwo& counts,
                   double level) {
    const auto found = analysis::compareGroups(counts, level);
    const auto share = [](std::int64_t with, std::int64_t without) {
        return with + without == 0 ? Value()
                                   : Value(static_cast<double>(with) / static_cast<double>(with + without));
    };
    const auto limit = [](const std::optional<analysis::Limits>& limits, double analysis::Limits::*end) {
        return limits ? Value((*limits).*end) : Value();
    };
    row.emplace_back(pair.attribute + ": " + pair.a + " - " + pair.b);
    row.emplace_back(pair.a);
    row.emplace_back(pair.b);
    row.emplace_back(counts.firstWith + counts.firstWithout);
    row.emplace_back(counts.firstWith);
    row.push_back(share(counts.firstWith, counts.firstWithout));
    row.emplace_back(counts.secondWith + counts.secondWithout);
    row.emplace_back(counts.secondWith);
    row.push_back(share(counts.secondWith, counts.secondWithout));
    row.push_back(valueOr(found.smallestExpected));
    row.push_back(found.test.empty() ? Value(std::string("no_variation")) : Value(found.test));
    row.push_back(valueOr(found.statistic));
    row.push_back(found.df ? Value(static_cast<std::int64_t>(*found.df)) : Value());
    row.push_back(valueOr(found.pValue));
    row.emplace_back();
    row.emplace_back();
    row.push_back(valueOr(found.oddsRatio));
    row.push_back(limit(found.oddsLimits, &analysis::Limits::low));
    row.push_back(limit(found.oddsLimits, &analysis::Limits::high));
    row.push_back(found.oddsLimits ? Value(found.oddsLimits->method) : Value());
    row.push_back(valueOr(found.riskDifference));
    row.push_back(limit(found.riskLimits, &analysis::Limits::low));
    row.push_back(limit(found.riskLimits, &analysis::Limits::high));
    row.push_back(valueOr(found.cramersV));
}

/// Everything that one prompt's answers say of the groups. Pooled prompts are not tested: a person's answers
/// are not independent of one another.
base::Result<ResultTable> testTable(Session& session, const AnalysedData& data,
                                    const std::vector<GroupPair>& pairs, double level) {
    ResultTable table;
    table.id = "tests";
    table.columns = {{"prompt"}, {"variable"}, {"code"}};
    for (auto& column : testColumns())
        table.columns.push_back(std::move(column));
    std::map<std::string, std::vector<std::string>> values;
    for (const GroupPair& pair : pairs) {
        if (!values.contains(pair.attribute)) {
            RAPPORT_ASSIGN(values[pair.attribute], data.valuesOf(session, pair.attribute));
        }
    }
    for (const AnalysedVariable& variable : data.variables) {
        if (variable.variable->scale == model::Scale::Count)
            continue;
        for (const auto& [prompt, units] : occasionsOf(data, variable)) {
            if (units.empty() || data.units[units.front()].kind != model::UnitKind::Answer)
                continue; // many turns of one transcript
            for (std::size_t code = 0; code < variable.codes.size(); ++code) {
                const auto holds = holding(variable, code);
                for (const GroupPair& pair : pairs) {
                    analysis::TwoByTwo counts;
                    const auto& byUnit = values[pair.attribute];
                    for (const std::size_t unit : units) {
                        const int value = holds(unit);
                        if (value < 0)
                            continue;
                        if (byUnit[unit] == pair.a)
                            ++(value == 1 ? counts.firstWith : counts.firstWithout);
                        else if (byUnit[unit] == pair.b)
                            ++(value == 1 ? counts.secondWith : counts.secondWithout);
                    }
                    std::vector<Value> row{prompt, variable.variable->name, variable.codes[code]->name};
                    addComparison(row, pair, counts, level);
                    table.rows.push_back(std::move(row));
                }
            }
        }
    }
    adjust(table, {"prompt", "variable"});
    return table;
}

/// All groups of an attribute at once, one row per code.
ResultTable overallTable(const AnalysedData& data, const GroupValues& values) {
    ResultTable table;
    table.id = "overall";
    table.columns = {{"prompt"},
                     {"variable"},
                     {"code"},
                     {"groups", ColumnKind::Count},
                     {"units", ColumnKind::Count},
                     {"smallest_expected", ColumnKind::Number},
                     {"test"},
                     {"statistic", ColumnKind::Number},
                     {"df", ColumnKind::Count},
                     {"p", ColumnKind::Probability},
                     {"p_holm", ColumnKind::Probability},
                     {"tests", ColumnKind::Count},
                     {"cramers_v", ColumnKind::Number}};
    for (const AnalysedVariable& variable : data.variables) {
        if (variable.variable->scale == model::Scale::Count)
            continue;
        for (const auto& [prompt, units] : occasionsOf(data, variable)) {
            if (units.empty() || data.units[units.front()].kind != model::UnitKind::Answer)
                continue;
            const auto groups = groupUnits(units, values.byUnit, values.order);
            for (std::size_t code = 0; code < variable.codes.size(); ++code) {
                const auto holds = holding(variable, code);
                std::vector<std::vector<std::int64_t>> counts;
                std::int64_t judged = 0;
                for (std::size_t group = 1; group < groups.size(); ++group) {
                    std::vector<std::int64_t> row(2, 0);
                    for (const std::size_t unit : groups[group].units) {
                        if (const int value = holds(unit); value >= 0) {
                            ++row[static_cast<std::size_t>(value)];
                            ++judged;
                        }
                    }
                    if (row[0] + row[1] > 0)
                        counts.push_back(std::move(row));
                }
                const auto found = analysis::compareManyGroups(counts);
                const std::string test = found.test.empty() ? "no_variation" : found.test;
                table.rows.push_back({prompt, variable.variable->name, variable.codes[code]->name,
                                      static_cast<std::int64_t>(counts.size()), judged,
                                      valueOr(found.smallestExpected), test, valueOr(found.statistic),
                                      found.df ? Value(static_cast<std::int64_t>(*found.df)) : Value(),
                                      valueOr(found.pValue), Value(), Value(), valueOr(found.cramersV)});
            }
        }
    }
    adjust(table, {"prompt", "variable"});
    return table;
}

} // namespace

base::Result<analysis::Result> analyseFrequencies(Session& session, const AnalysisRequest& request,
                                                  const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::No, task));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    RAPPORT_ASSIGN(const GroupValues values, valuesBy(session, data, request.by));
    analysis::Result result = begun("frequencies", title, data, request);
    result.data.emplace_back("by", request.by.empty() ? Value() : Value(request.by));
    result.tables.push_back(frequencyTable(data, values, request.select.level));
    result.notes.insert(result.notes.end(), {"pooled_prompts", "missing_is_not_absent"});
    return result;
}

base::Result<analysis::Result> analyseCrosstab(Session& session, const AnalysisRequest& request,
                                               const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::No, task));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    RAPPORT_ASSIGN(const auto pairs, pairsFor(session, request.by));
    std::string by = request.by;
    if (by.empty() && !pairs.empty())
        by = pairs.front().attribute;
    if (by.empty())
        return base::fail(Errc::InvalidArgument, "this study lays down no comparisons of groups",
                          "name an attribute: --by ATTR");
    RAPPORT_ASSIGN(const GroupValues values, valuesBy(session, data, by));
    analysis::Result result = begun("crosstab", title, data, request);
    result.data.emplace_back("by", by);
    result.data.emplace_back("comparisons", static_cast<std::int64_t>(pairs.size()));
    RAPPORT_ASSIGN(ResultTable tests, testTable(session, data, pairs, request.select.level));
    result.tables.push_back(std::move(tests));
    result.tables.push_back(overallTable(data, values));
    result.tables.push_back(frequencyTable(data, values, request.select.level));
    result.notes.insert(result.notes.end(),
                        {"one_answer_a_person", "holm_by_prompt_and_variable", "fisher_below_five"});
    return result;
}

base::Result<analysis::Result> analyseResponses(Session& session, const AnalysisRequest& request,
                                                const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "tabulate responses by group"));
    if (task.isStopped())
        return base::Task::cancelled();
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    RAPPORT_ASSIGN(const auto pairs, pairsFor(session, request.by));
    const std::string by = !request.by.empty() ? request.by : pairs.empty() ? "" : pairs.front().attribute;
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const auto hidden, still.people(session));
    std::map<std::string, std::map<model::ParticipantId, std::string>> values;
    std::vector<std::string> wanted = pairs.empty() ? std::vector<std::string>() : std::vector{by};
    for (const GroupPair& pair : pairs)
        wanted.push_back(pair.attribute);
    if (!by.empty())
        wanted.push_back(by);
    RAPPORT_ASSIGN(const auto attributes, impl.participants().attributes());
    for (const std::string& attribute : wanted) {
        if (std::none_of(attributes.begin(), attributes.end(),
                         [&](const model::Attribute& each) { return each.name == attribute; }))
            return base::fail(Errc::NotFound, base::said("there is no attribute '{}'", attribute),
                              "see: rapport attributes STUDY");
        RAPPORT_ASSIGN(values[attribute], impl.participants().valuesOf(attribute));
        if (std::any_of(attributes.begin(), attributes.end(), [&](const model::Attribute& each) {
                return each.name == attribute && each.isBlinded;
            }))
            for (const model::ParticipantId person : hidden)
                values[attribute].erase(person);
    }
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_TRY(knownNames(session, request.select, *codebook));
    RAPPORT_ASSIGN(const auto people, wantedParticipants(session, request.select.participants, hidden));
    analysis::Result result;
    result.name = "responses";
    RAPPORT_ASSIGN(result.study, studyTitle(session));
    result.data = {{"level", request.select.level}, {"by", by.empty() ? Value() : Value(by)}};
    if (people)
        result.data.emplace_back("participants_wanted",
                                 fmt::format("{}", fmt::join(request.select.participants, ",")));
    ResultTable shares;
    shares.id = "responses";
    shares.columns = {{"prompt"}, {"group"}};
    for (auto& column : shareColumns())
        shares.columns.push_back(std::move(column));
    shares.columns.push_back({"missing", ColumnKind::Count});
    ResultTable tests;
    tests.id = "tests";
    tests.columns = {{"prompt"}};
    for (auto& column : testColumns())
        tests.columns.push_back(std::move(column));
    for (const model::Prompt& prompt : instrument.prompts) {
        const auto& chosen = request.select.prompts;
        if (prompt.kind != model::PromptKind::YesNo ||
            (!chosen.empty() && std::find(chosen.begin(), chosen.end(), prompt.name) == chosen.end()))
            continue;
        RAPPORT_ASSIGN(auto all, impl.sources().responses(prompt.name));
        // Somebody who answered in several waves is one person in each of them.
        std::map<std::string, std::vector<store::Response>> byWave;
        for (store::Response& response : all)
            if (!people || people->contains(response.participant))
                byWave[response.wave].push_back(std::move(response));
        if (byWave.empty())
            byWave[std::string()];
        const auto valueOf = [&](const std::string& attribute, model::ParticipantId id) {
            const auto found = values[attribute].find(id);
            return found == values[attribute].end() ? std::string() : found->second;
        };
        for (const auto& [wave, responses] : byWave) {
            const std::string asked = wave.empty() ? prompt.name : prompt.name + "@" + wave;
            std::vector<std::string> present;
            for (const store::Response& response : responses) {
                if (!by.empty())
                    present.push_back(valueOf(by, response.participant));
            }
            std::vector<std::string> order{std::string()};
            if (!by.empty()) {
                RAPPORT_ASSIGN(const auto ordered, orderedValues(session, by, present));
                order.insert(order.end(), ordered.begin(), ordered.end());
            }
            for (const std::string& group : order) {
                std::int64_t yes = 0;
                std::int64_t said = 0;
                std::int64_t missing = 0;
                for (const store::Response& response : responses) {
                    if (!group.empty() && valueOf(by, response.participant) != group)
                        continue;
                    const int value = yesOrNo(response.value);
                    if (value < 0) {
                        ++missing;
                        continue;
                    }
                    ++said;
                    yes += value;
                }
                std::vector<Value> row{asked, group.empty() ? Value() : Value(group)};
                addShare(row, analysis::proportion(yes, said, request.select.level));
                row.emplace_back(missing);
                shares.rows.push_back(std::move(row));
            }
            for (const GroupPair& pair : pairs) {
                analysis::TwoByTwo counts;
                for (const store::Response& response : responses) {
                    const int value = yesOrNo(response.value);
                    const std::string group = valueOf(pair.attribute, response.participant);
                    if (value >= 0 && group == pair.a)
                        ++(value == 1 ? counts.firstWith : counts.firstWithout);
                    else if (value >= 0 && group == pair.b)
                        ++(value == 1 ? counts.secondWith : counts.secondWithout);
                }
                std::vector<Value> row{asked};
                addComparison(row, pair, counts, request.select.level);
                tests.rows.push_back(std::move(row));
            }
        }
    }
    adjust(tests, {});
    result.tables = {std::move(shares), std::move(tests)};
    result.notes.insert(result.notes.end(), {"one_answer_a_person", "fisher_below_five"});
    return result;
}

} // namespace rapport::service
