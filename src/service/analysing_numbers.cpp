// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of units and people: codes per answer, ordered variables, scores.
#include "analysis/ranks.h"
#include "base/format.h"
#include "base/number.h"
#include "service/analysing_parts.h"
#include "service/reading.h"

#include <algorithm>

namespace rapport::service {

namespace {

/// A number per unit: how many codes, which level (from 1), or the count; none where it is missing.
std::optional<double> numberOf(const AnalysedVariable& variable, std::size_t unit) {
    switch (variable.variable->scale) {
    case model::Scale::Presence: {
        std::int64_t given = 0;
        bool isJudged = false;
        for (std::size_t code = 0; code < variable.codes.size(); ++code) {
            const int value = variable.presence(unit, code);
            isJudged = isJudged || value >= 0;
            given += value == 1 ? 1 : 0;
        }
        return isJudged ? std::optional(static_cast<double>(given)) : std::nullopt;
    }
    case model::Scale::Ordinal:
        return variable.level[unit] < 0 ? std::nullopt
                                        : std::optional(static_cast<double>(variable.level[unit] + 1));
    case model::Scale::Count:
        return variable.count[unit] < 0 ? std::nullopt
                                        : std::optional(static_cast<double>(variable.count[unit]));
    case model::Scale::Nominal:
        return std::nullopt;
    }
    return std::nullopt;
}

const char* measured(model::Scale scale) {
    return scale == model::Scale::Presence  ? "number_of_codes"
           : scale == model::Scale::Ordinal ? "level"
                                            : "count";
}

std::vector<double> numbersOf(const AnalysedVariable& variable, const std::vector<std::size_t>& units) {
    std::vector<double> numbers;
    for (const std::size_t unit : units) {
        if (const auto number = numberOf(variable, unit))
            numbers.push_back(*number);
    }
    return numbers;
}

std::vector<analysis::ResultColumn> descriptionColumns() {
    return {{"units", ColumnKind::Count},
            {"mean", ColumnKind::Number},
            {"sd", ColumnKind::Number},
            {"smallest", ColumnKind::Number},
            {"lower_quartile", ColumnKind::Number},
            {"median", ColumnKind::Number},
            {"upper_quartile", ColumnKind::Number},
            {"largest", ColumnKind::Number}};
}

void addDescription(std::vector<Value>& row, const analysis::Description& description) {
    row.emplace_back(description.n);
    for (const auto& each :
         {description.mean, description.sd, description.smallest, description.lowerQuartile,
          description.median, description.upperQuartile, description.largest})
        row.push_back(valueOr(each));
}

bool hasAnswers(const AnalysedData& data, const std::vector<std::size_t>& units) {
    return !units.empty() && data.units[units.front()].kind == model::UnitKind::Answer;
}

} // namespace

base::Result<analysis::Result> analyseCounts(Session& session, const AnalysisRequest& request,
                                             const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::No, task));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    std::vector<std::string> values(data.units.size());
    std::vector<std::string> order;
    if (!request.by.empty()) {
        RAPPORT_ASSIGN(values, data.valuesOf(session, request.by));
        RAPPORT_ASSIGN(order, orderedValues(session, request.by, values));
    }
    analysis::Result result = begun("counts", title, data, request);
    result.data.emplace_back("by", request.by.empty() ? Value() : Value(request.by));
    ResultTable table;
    table.id = "counts";
    table.columns = {{"prompt"}, {"variable"}, {"measure"}, {"group"}};
    for (auto& column : descriptionColumns())
        table.columns.push_back(std::move(column));
    ResultTable distribution;
    distribution.id = "distribution";
    distribution.columns = {{"prompt"},
                            {"variable"},
                            {"measure"},
                            {"group"},
                            {"value", ColumnKind::Count},
                            {"units", ColumnKind::Count},
                            {"share", ColumnKind::Share}};
    for (const AnalysedVariable& variable : data.variables) {
        if (variable.variable->scale == model::Scale::Nominal)
            continue;
        for (const std::string& prompt : promptsAndPooled(data.promptsOf(variable))) {
            for (const UnitGroup& group : groupUnits(data.unitsOf(variable, prompt), values, order)) {
                const auto numbers = numbersOf(variable, group.units);
                const std::vector<Value> head{prompt.empty() ? std::string(allPrompts) : prompt,
                                              variable.variable->name,
                                              std::string(measured(variable.variable->scale)),
                                              group.value.empty() ? Value() : Value(group.value)};
                std::vector<Value> row = head;
                addDescription(row, analysis::describe(numbers));
                table.rows.push_back(std::move(row));
                std::map<std::int64_t, std::int64_t> times;
                for (const double number : numbers)
                    ++times[static_cast<std::int64_t>(number)];
                for (const auto& [number, units] : times) {
                    std::vector<Value> line = head;
                    line.emplace_back(number);
                    line.emplace_back(units);
                    line.emplace_back(static_cast<double>(units) / static_cast<double>(numbers.size()));
                    distribution.rows.push_back(std::move(line));
                }
            }
        }
    }
    result.tables = {std::move(table), std::move(distribution)};
    return result;
}

base::Result<analysis::Result> analyseRanks(Session& session, const AnalysisRequest& request,
                                            const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::No, task));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    RAPPORT_ASSIGN(const auto pairs, pairsFor(session, request.by));
    const std::string by = !request.by.empty() ? request.by : pairs.empty() ? "" : pairs.front().attribute;
    if (by.empty())
        return base::fail(base::Errc::InvalidArgument, "this study lays down no comparisons of groups",
                          "name an attribute: --by ATTR");
    RAPPORT_ASSIGN(const auto byValues, data.valuesOf(session, by));
    RAPPORT_ASSIGN(const auto order, orderedValues(session, by, byValues));
    std::map<std::string, std::vector<std::string>> values;
    for (const GroupPair& pair : pairs) {
        RAPPORT_ASSIGN(values[pair.attribute], data.valuesOf(session, pair.attribute));
    }
    analysis::Result result = begun("ranks", title, data, request);
    result.data.emplace_back("by", by);
    ResultTable two;
    two.id = "pairs";
    two.columns = {{"prompt"},
                   {"variable"},
                   {"measure"},
                   {"comparison"},
                   {"a"},
                   {"b"},
                   {"a_units", ColumnKind::Count},
                   {"a_median", ColumnKind::Number},
                   {"b_units", ColumnKind::Count},
                   {"b_median", ColumnKind::Number},
                   {"test"},
                   {"u", ColumnKind::Number},
                   {"z", ColumnKind::Number},
                   {"p", ColumnKind::Probability},
                   {"p_holm", ColumnKind::Probability},
                   {"tests", ColumnKind::Count},
                   {"rank_biserial", ColumnKind::Number}};
    ResultTable all;
    all.id = "overall";
    all.columns = {{"prompt"},
                   {"variable"},
                   {"measure"},
                   {"groups", ColumnKind::Count},
                   {"units", ColumnKind::Count},
                   {"test"},
                   {"h", ColumnKind::Number},
                   {"df", ColumnKind::Count},
                   {"p", ColumnKind::Probability},
                   {"p_holm", ColumnKind::Probability},
                   {"tests", ColumnKind::Count},
                   {"epsilon_squared", ColumnKind::Number}};
    for (const AnalysedVariable& variable : data.variables) {
        if (variable.variable->scale == model::Scale::Nominal)
            continue;
        for (const auto& [prompt, units] : occasionsOf(data, variable)) {
            if (!hasAnswers(data, units))
                continue;
            const std::string measure = measured(variable.variable->scale);
            for (const GroupPair& pair : pairs) {
                std::vector<double> first;
                std::vector<double> second;
                for (const std::size_t unit : units) {
                    const auto number = numberOf(variable, unit);
                    if (number && values[pair.attribute][unit] == pair.a)
                        first.push_back(*number);
                    else if (number && values[pair.attribute][unit] == pair.b)
                        second.push_back(*number);
                }
                const auto found = analysis::mannWhitney(first, second);
                two.rows.push_back({prompt, variable.variable->name, measure,
                                    pair.attribute + ": " + pair.a + " - " + pair.b, pair.a, pair.b,
                                    found.first, valueOr(analysis::describe(first).median), found.second,
                                    valueOr(analysis::describe(second).median),
                                    std::string(found.pValue ? "mann_whitney" : "no_variation"),
                                    valueOr(found.u), valueOr(found.z), valueOr(found.pValue), Value(),
                                    Value(), valueOr(found.rankBiserial)});
            }
            std::vector<std::vector<double>> groups;
            std::int64_t judged = 0;
            const auto grouped = groupUnits(units, byValues, order);
            for (std::size_t group = 1; group < grouped.size(); ++group) {
                auto numbers = numbersOf(variable, grouped[group].units);
                judged += static_cast<std::int64_t>(numbers.size());
                if (!numbers.empty())
                    groups.push_back(std::move(numbers));
            }
            const auto found = analysis::kruskalWallis(groups);
            all.rows.push_back(
                {prompt, variable.variable->name, measure, static_cast<std::int64_t>(groups.size()), judged,
                 std::string(found.pValue ? "kruskal_wallis" : "no_variation"), valueOr(found.h),
                 found.df ? Value(static_cast<std::int64_t>(*found.df)) : Value(), valueOr(found.pValue),
                 Value(), Value(), valueOr(found.epsilonSquared)});
        }
    }
    adjust(two, {});
    adjust(all, {});
    result.tables = {std::move(two), std::move(all)};
    result.notes.insert(result.notes.end(), {"one_answer_a_person", "ranks_are_large_sample"});
    return result;
}

base::Result<analysis::Result> analyseScores(Session& session, const AnalysisRequest& request,
                                             const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::No, task));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    analysis::Result result = begun("scores", title, data, request);
    ResultTable table;
    table.id = "scores";
    table.columns = {{"prompt"},
                     {"variable"},
                     {"score"},
                     {"code"},
                     {"units", ColumnKind::Count},
                     {"with", ColumnKind::Count},
                     {"mean_with", ColumnKind::Number},
                     {"mean_without", ColumnKind::Number},
                     {"r", ColumnKind::Number},
                     {"low", ColumnKind::Number},
                     {"high", ColumnKind::Number},
                     {"t", ColumnKind::Number},
                     {"df", ColumnKind::Count},
                     {"p", ColumnKind::Probability},
                     {"p_holm", ColumnKind::Probability},
                     {"tests", ColumnKind::Count}};
    for (const model::Attribute& attribute : attributes) {
        if (attribute.type != model::AttributeType::Number ||
            (!request.by.empty() && attribute.name != request.by))
            continue;
        RAPPORT_ASSIGN(const auto values, data.valuesOf(session, attribute.name));
        std::vector<std::optional<double>> numbers;
        numbers.reserve(values.size());
        for (const std::string& value : values)
            numbers.push_back(model::attributeNumber(value));
        if (std::none_of(numbers.begin(), numbers.end(), [](const auto& each) { return each.has_value(); }))
            continue;
        for (const AnalysedVariable& variable : data.variables) {
            if (variable.variable->scale != model::Scale::Presence)
                continue;
            for (const auto& [prompt, units] : occasionsOf(data, variable)) {
                if (!hasAnswers(data, units))
                    continue;
                for (std::size_t code = 0; code < variable.codes.size(); ++code) {
                    std::vector<int> has;
                    std::vector<double> score;
                    for (const std::size_t unit : units) {
                        if (const int value = variable.presence(unit, code); value >= 0 && numbers[unit]) {
                            has.push_back(value);
                            score.push_back(*numbers[unit]);
                        }
                    }
                    const auto found = analysis::pointBiserial(has, score, request.select.level);
                    table.rows.push_back({prompt, variable.variable->name, attribute.name,
                                          variable.codes[code]->name, found.with + found.without, found.with,
                                          valueOr(found.meanWith), valueOr(found.meanWithout),
                                          valueOr(found.r), found.limits ? Value(found.limits->low) : Value(),
                                          found.limits ? Value(found.limits->high) : Value(),
                                          valueOr(found.t),
                                          found.df ? Value(static_cast<std::int64_t>(*found.df)) : Value(),
                                          valueOr(found.pValue), Value(), Value()});
                }
            }
        }
    }
    adjust(table, {"prompt", "variable", "score"});
    result.tables.push_back(std::move(table));
    result.notes.insert(result.notes.end(), {"one_answer_a_person", "holm_by_prompt_variable_and_score"});
    return result;
}

} // namespace rapport::service
