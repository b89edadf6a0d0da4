// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/analysing.h"

#include "analysis/multiplicity.h"
#include "base/format.h"
#include "base/json.h"
#include "model/names.h"
#include "service/analysing_parts.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace rapport::service {

using base::Errc;

namespace {

struct Analysis {
    std::string name;
    base::Result<analysis::Result> (*run)(Session&, const AnalysisRequest&, const base::Task&);
};

const std::vector<Analysis>& table() {
    static const std::vector<Analysis> all{
        {"frequencies", analyseFrequencies},
        {"crosstab", analyseCrosstab},
        {"responses", analyseResponses},
        {"counts", analyseCounts},
        {"ranks", analyseRanks},
        {"scores", analyseScores},
        {"cooccurrence", analyseCooccurrence},
        {"sequence", analyseSequence},
        {"speakers", analyseSpeakers},
        {"saturation", analyseSaturation},
        {"delphi", analyseDelphi},
        {"drift", analyseDrift},
    };
    return all;
}

} // namespace

const std::vector<std::string>& analyses() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const Analysis& each : table())
            all.push_back(each.name);
        return all;
    }();
    return names;
}

base::Result<analysis::Result> analyse(Session& session, const std::string& name,
                                       const AnalysisRequest& request, const base::Task& task) {
    for (const Analysis& each : table()) {
        if (each.name == name)
            return each.run(session, request, task);
    }
    return base::fail(Errc::InvalidArgument, base::said("there is no analysis '{}'", name));
}

base::Result<std::vector<GroupPair>> comparisons(Session& session) {
    RAPPORT_ASSIGN(const std::string text, session.impl().file->setting("comparisons"));
    std::vector<GroupPair> pairs;
    if (text.empty())
        return pairs;
    RAPPORT_ASSIGN(const base::Json json, base::parseJson(text, "comparisons"));
    if (!json.is_array())
        return pairs;
    for (const base::Json& each : json)
        pairs.push_back({base::stringAt(each, "title"), base::stringAt(each, "attribute"),
                         base::stringAt(each, "a"), base::stringAt(each, "b")});
    return pairs;
}

base::Result<std::vector<GroupPair>> pairsFor(Session& session, const std::string& by) {
    RAPPORT_ASSIGN(auto pairs, comparisons(session));
    if (!by.empty())
        std::erase_if(pairs, [&](const GroupPair& pair) { return pair.attribute != by; });
    return pairs;
}

std::vector<UnitGroup> groupUnits(const std::vector<std::size_t>& units,
                                  const std::vector<std::string>& values,
                                  const std::vector<std::string>& order) {
    std::vector<UnitGroup> groups{{std::string(), units}};
    std::unordered_map<std::string, std::size_t> place;
    for (const std::string& value : order) {
        place.emplace(value, groups.size());
        groups.push_back({value, {}});
    }
    if (!order.empty()) {
        for (const std::size_t unit : units) {
            if (const auto found = place.find(values[unit]); found != place.end())
                groups[found->second].units.push_back(unit);
        }
    }
    return groups;
}

std::vector<Occasion> occasionsOf(const AnalysedData& data, const AnalysedVariable& variable) {
    std::vector<Occasion> occasions;
    for (const std::string& prompt : data.promptsOf(variable)) {
        std::map<std::string, std::vector<std::size_t>> byWave;
        for (const std::size_t unit : data.unitsOf(variable, prompt)) {
            const std::string& name = data.units[unit].name;
            // Only a wave stands behind that mark: names are escaped.
            const std::size_t mark =
                data.units[unit].kind == model::UnitKind::Answer ? name.find('@') : std::string::npos;
            byWave[mark == std::string::npos ? std::string() : model::unescapeNamePart(name.substr(mark + 1))]
                .push_back(unit);
        }
        for (auto& [wave, units] : byWave)
            occasions.push_back({wave.empty() ? prompt : prompt + "@" + wave, std::move(units)});
    }
    return occasions;
}

analysis::Proportion shareOf(const AnalysedData& data, const std::vector<std::size_t>& units,
                             const std::function<int(std::size_t)>& holds, double level) {
    std::unordered_map<std::size_t, analysis::ClusterCount> byCluster;
    std::int64_t holding = 0;
    std::int64_t judged = 0;
    bool isRepeated = false;
    for (const std::size_t unit : units) {
        const int value = holds(unit);
        if (value < 0)
            continue;
        auto& cluster = byCluster[data.units[unit].cluster];
        isRepeated = isRepeated || cluster.units > 0;
        ++cluster.units;
        cluster.holding += value;
        ++judged;
        holding += value;
    }
    if (!isRepeated)
        return analysis::proportion(holding, judged, level);
    std::vector<analysis::ClusterCount> clusters;
    clusters.reserve(byCluster.size());
    for (const auto& [id, cluster] : byCluster)
        clusters.push_back(cluster);
    // Sums of floating-point numbers in one order, whatever the table's.
    std::sort(clusters.begin(), clusters.end(),
              [](const analysis::ClusterCount& a, const analysis::ClusterCount& b) {
                  return std::pair(a.units, a.holding) < std::pair(b.units, b.holding);
              });
    return analysis::clusteredProportion(clusters, level);
}

std::vector<analysis::ResultColumn> shareColumns() {
    return {{"units", ColumnKind::Count},   {"with", ColumnKind::Count}, {"share", ColumnKind::Share},
            {"low", ColumnKind::Share},     {"high", ColumnKind::Share}, {"interval", ColumnKind::Text},
            {"clusters", ColumnKind::Count}};
}

void addShare(std::vector<Value>& row, const analysis::Proportion& share) {
    row.emplace_back(share.units);
    row.emplace_back(share.holding);
    row.push_back(valueOr(share.share));
    row.push_back(share.limits ? Value(share.limits->low) : Value());
    row.push_back(share.limits ? Value(share.limits->high) : Value());
    row.push_back(share.limits           ? Value(share.limits->method)
                  : share.caveat.empty() ? Value()
                                         : Value(share.caveat));
    row.push_back(share.clusters > 0 ? Value(share.clusters) : Value());
}

std::vector<std::string> promptsAndPooled(const std::vector<std::string>& prompts) {
    std::vector<std::string> all = prompts;
    if (prompts.size() > 1)
        all.emplace_back();
    return all;
}

analysis::Result begun(const char* name, const std::string& study, const AnalysedData& data,
                       const AnalysisRequest& request) {
    analysis::Result result;
    result.name = name;
    result.study = study;
    result.data = data.facts(request.select);
    addLeftOut(result, data.leftOut);
    return result;
}

void addLeftOut(analysis::Result& result, std::int64_t units) {
    if (units == 0)
        return;
    result.data.emplace_back(leftOutToRate, units);
    result.notes.emplace_back(leftOutToRate);
}

int yesOrNo(const std::string& response) {
    std::string word;
    for (const char letter : response) {
        if (letter >= 'A' && letter <= 'Z')
            word += static_cast<char>(letter - 'A' + 'a');
        else if (letter != ' ' && letter != '\t')
            word += letter;
    }
    static const std::set<std::string> yes{"yes", "y", "ja", "j", "oui", "1", "true", "waar"};
    static const std::set<std::string> no{"no", "n", "nee", "neen", "nein", "non", "0", "false", "onwaar"};
    return yes.contains(word) ? 1 : no.contains(word) ? 0 : -1;
}

void adjust(ResultTable& table, const std::vector<std::string>& family) {
    const std::size_t from = table.column("p");
    const std::size_t into = table.column("p_holm");
    const std::size_t number = table.column("tests");
    std::map<std::string, std::vector<std::size_t>> families;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::string key;
        for (const std::string& column : family)
            key += analysis::exactText(table.at(row, column)) + '\n';
        families[key].push_back(row);
    }
    for (const auto& [key, rows] : families) {
        std::vector<std::optional<double>> pValues;
        for (const std::size_t row : rows) {
            const auto* p = std::get_if<double>(&table.rows[row][from]);
            pValues.push_back(p == nullptr ? std::nullopt : std::optional(*p));
        }
        const auto adjusted = analysis::holm(pValues);
        const auto tests =
            std::count_if(pValues.begin(), pValues.end(), [](const auto& each) { return each.has_value(); });
        for (std::size_t i = 0; i < rows.size(); ++i) {
            table.rows[rows[i]][into] = valueOr(adjusted[i]);
            table.rows[rows[i]][number] = static_cast<std::int64_t>(tests);
        }
    }
}

base::Result<std::vector<AttributeValues>> attributeValues(Session& session) {
    RAPPORT_TRY(coordinatorOnly(session, "see groups of participants"));
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    std::vector<AttributeValues> all;
    for (const model::Attribute& attribute : attributes) {
        RAPPORT_ASSIGN(const auto values, session.impl().participants().valuesOf(attribute.name));
        std::set<std::string> present;
        for (const auto& [participant, value] : values) {
            present.insert(value);
            if (present.size() > mostListedValues)
                break;
        }
        AttributeValues each{attribute.name, {}};
        if (present.size() <= mostListedValues) {
            RAPPORT_ASSIGN(each.values,
                           orderedValues(session, attribute.name, {present.begin(), present.end()}));
        }
        all.push_back(std::move(each));
    }
    return all;
}

} // namespace rapport::service
