// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/text.h"

#include "base/csv_text.h"
#include "base/format.h"
#include "base/number.h"

#include <algorithm>
#include <initializer_list>

namespace rapport::agreement {

namespace {

// --- aligned columns

std::size_t codePoints(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// Rows of cells; the first `left` columns and, where asked, the last (notes) are set left, the others right.
class Columns {
public:
    explicit Columns(std::size_t left, bool notesLast = false)
        : m_left(left)
        , m_notesLast(notesLast) {}
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    [[nodiscard]] std::string text() const {
        std::vector<std::size_t> widths;
        for (const auto& row : m_rows) {
            widths.resize(std::max(widths.size(), row.size()), 0);
            for (std::size_t column = 0; column < row.size(); ++column)
                widths[column] = std::max(widths[column], codePoints(row[column]));
        }
        std::string out;
        for (const auto& row : m_rows) {
            std::string line = "  ";
            for (std::size_t column = 0; column < row.size(); ++column) {
                const std::string padding(widths[column] - codePoints(row[column]), ' ');
                line += column < m_left || (m_notesLast && column + 1 == widths.size())
                            ? row[column] + padding
                            : padding + row[column];
                line += "  ";
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out += line + '\n';
        }
        return out;
    }

private:
    std::size_t m_left;
    bool m_notesLast;
    std::vector<std::vector<std::string>> m_rows;
};

std::string decimals(const std::optional<double>& value, int places = 3) {
    if (!value)
        return "-";
    std::string text = fmt::format("{:.{}f}", *value, places);
    if (text.find_first_not_of("-0.") == std::string::npos && text[0] == '-')
        text.erase(0, 1);
    return text;
}

/// No p is 0.
std::string pText(const std::optional<double>& value) {
    return value && *value < 0.001 ? "< 0.001" : decimals(value);
}

std::string unitsText(std::int64_t units) {
    return fmt::format("{} {}", units, units == 1 ? "unit" : "units");
}

std::string variantOf(const Estimate& estimate) {
    std::string text;
    const auto add = [&text](const std::string& part) {
        if (!part.empty())
            text += (text.empty() ? "" : " by ") + part;
    };
    if (!estimate.scale.empty())
        text = estimate.scale;
    if (!estimate.form.empty())
        text = estimate.form;
    add(estimate.weights == "identity" ? std::string() : estimate.weights);
    add(estimate.weightBy);
    return text;
}

std::string joined(const std::vector<std::string>& parts, const char* separator) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : separator) + part;
    return text;
}

void addEstimates(Columns& columns, const std::vector<Estimate>& estimates) {
    columns.add({"coefficient", "variant", "value", "se", "low", "high", "interval", "units", "notes"});
    for (const Estimate& estimate : estimates) {
        std::string notes = joined(estimate.caveats, ", ");
        std::string value = decimals(estimate.value);
        if (estimate.undefined)
            notes = estimate.undefined->message + (notes.empty() ? "" : "; " + notes);
        for (const auto& [threshold, probability] : estimate.probabilities)
            notes = fmt::format("P(alpha < {}) = {}", threshold, decimals(probability)) +
                    (notes.empty() ? "" : "; " + notes);
        if (estimate.pValue && (estimate.id == "mcnemar" || estimate.id == "stuart_maxwell" ||
                                estimate.id == "bhapkar" || estimate.id == "kendall_w"))
            notes = fmt::format("df {}, p {}{}", base::numberText(estimate.df.value_or(0)),
                                *estimate.pValue < 0.001 ? "" : "= ", pText(estimate.pValue)) +
                    (notes.empty() ? "" : "; " + notes);
        const auto low = estimate.ci ? std::optional<double>(estimate.ci->low) : std::nullopt;
        const auto high = estimate.ci ? std::optional<double>(estimate.ci->high) : std::nullopt;
        columns.add(
            {estimate.id, variantOf(estimate), value, decimals(estimate.se), decimals(low), decimals(high),
             estimate.ci
                 ? fmt::format("{}% {}", base::numberText(100 * estimate.ci->level), estimate.ci->method)
                 : std::string(),
             std::to_string(estimate.units), notes});
    }
}

std::string estimateTable(const std::vector<Estimate>& estimates) {
    Columns columns(2, true);
    addEstimates(columns, estimates);
    return columns.text();
}

// --- CSV

void csvRow(std::string& out, std::initializer_list<std::string> cells) {
    bool first = true;
    for (const std::string& cell : cells) {
        if (!first)
            out += ',';
        out += base::csvCell(cell);
        first = false;
    }
    out += '\n';
}

std::string csvNumber(const std::optional<double>& value) {
    return value ? base::numberText(*value) : std::string();
}

constexpr const char* estimateHeader = "part,of,id,weights,weight_by,scale,form,missing_rule,value,observed,"
                                       "expected,se,se_h0,z,df,p_value,ci_low,"
                                       "ci_high,ci_level,ci_method,units,undefined,caveats\n";

void csvEstimates(std::string& out, const std::string& part, const std::string& of,
                  const std::vector<Estimate>& estimates) {
    for (const Estimate& each : estimates) {
        const auto write = [&](const Estimate& estimate, const std::string& scale) {
            const auto& ci = estimate.ci;
            csvRow(out, {part,
                         of,
                         estimate.id,
                         estimate.weights,
                         estimate.weightBy,
                         scale,
                         estimate.form,
                         estimate.missingRule,
                         csvNumber(estimate.value),
                         csvNumber(estimate.observed),
                         csvNumber(estimate.expected),
                         csvNumber(estimate.se),
                         csvNumber(estimate.seH0),
                         csvNumber(estimate.z),
                         csvNumber(estimate.df),
                         csvNumber(estimate.pValue),
                         ci ? base::numberText(ci->low) : "",
                         ci ? base::numberText(ci->high) : "",
                         ci ? base::numberText(ci->level) : "",
                         ci ? ci->method : "",
                         std::to_string(estimate.units),
                         estimate.undefined ? name(estimate.undefined->reason) : "",
                         joined(estimate.caveats, " ")});
        };
        if (each.probabilities.empty()) {
            write(each, each.scale);
            continue;
        }
        for (const auto& [threshold, probability] : each.probabilities) {
            Estimate row = each;
            row.id += "_" + threshold;
            row.value = probability;
            write(row, each.scale);
        }
    }
}

} // namespace

std::string toText(const AgreementDocument& document) {
    const DataSummary& data = document.data;
    std::string out = fmt::format("{} units, {} raters ({}), scale {}\n", data.units, data.raters.size(),
                                  joined(data.raters, ", "), data.scale);
    out += fmt::format("categories ({}): {}\n", data.categoriesDeclared ? "declared" : "used",
                       joined(data.categories, ", "));
    out += fmt::format("pairable units {}, complete units {}, missing ratings {}", data.pairableUnits,
                       data.completeUnits, data.missing);
    if (data.clusters)
        out += fmt::format(", clusters {}", *data.clusters);
    out += '\n';
    if (!data.note.empty())
        out += "note: " + data.note + '\n';
    out += "\nAll raters\n" + estimateTable(document.overall);
    for (const PairResult& pair : document.pairs) {
        out += fmt::format("\n{} and {} ({})\n", pair.raters[0], pair.raters[1], unitsText(pair.units));
        constexpr std::size_t widestTable = 20;
        if (!pair.table.empty() && pair.table.size() <= widestTable) {
            Columns columns(1);
            std::vector<std::string> head{pair.raters[0] + " \\ " + pair.raters[1]};
            head.insert(head.end(), pair.categories.begin(), pair.categories.end());
            columns.add(head);
            for (std::size_t row = 0; row < pair.table.size(); ++row) {
                std::vector<std::string> line{pair.categories[row]};
                for (const std::int64_t cell : pair.table[row])
                    line.push_back(std::to_string(cell));
                columns.add(line);
            }
            out += columns.text() + '\n';
        }
        out += estimateTable(pair.estimates);
    }
    for (const CategoryResult& category : document.byCategory)
        out += "\nCategory " + category.category + '\n' + estimateTable(category.estimates);
    if (document.againstGold) {
        out += "\nAgainst gold\n";
        Columns columns(1);
        columns.add({"rater", "units", "sensitivity", "specificity", "precision", "f1", "mcc", "kappa"});
        for (const GoldResult& gold : *document.againstGold)
            columns.add({gold.rater, std::to_string(gold.units), decimals(gold.sensitivity),
                         decimals(gold.specificity), decimals(gold.precision), decimals(gold.f1),
                         decimals(gold.mcc), decimals(gold.kappa)});
        out += columns.text();
    }
    if (document.diagnostics) {
        constexpr std::size_t shown = 20;
        const Diagnostics& diagnostics = *document.diagnostics;
        out += "\nAlpha without\n";
        Columns influence(2);
        influence.add({"", "", "alpha", "change"});
        std::size_t clusters = 0;
        std::size_t units = 0;
        for (const InfluenceResult& each : diagnostics.influence) {
            if (!each.rater.empty())
                influence.add({"rater", each.rater, decimals(each.alphaWithout), decimals(each.change)});
            else if (!each.cluster.empty() && clusters++ < shown)
                influence.add({"cluster", each.cluster, decimals(each.alphaWithout), decimals(each.change)});
            else if (each.cluster.empty() && units++ < shown)
                influence.add({"unit", each.unit, decimals(each.alphaWithout), decimals(each.change)});
        }
        out += influence.text() + "\nBenchmarks (membership probability 0.95)\n";
        Columns benchmarks(4);
        benchmarks.add({"coefficient", "variant", "scale", "level", "cumulative"});
        for (const BenchmarkResult& each : diagnostics.benchmark)
            benchmarks.add(
                {each.coefficient, each.weights, each.scale, each.level, decimals(each.cumulative)});
        out += benchmarks.text() + "\nOver coding order\n";
        Columns drift(1);
        drift.add({"units", "pairable", "percent agreement", "alpha", "low", "high", "cusum"});
        for (const DriftBlock& each : diagnostics.drift)
            drift.add({fmt::format("{}-{}", each.firstUnit, each.lastUnit),
                       std::to_string(each.pairableUnits), decimals(each.percentAgreement),
                       decimals(each.alpha),
                       decimals(each.alphaCi ? std::optional(each.alphaCi->low) : std::nullopt),
                       decimals(each.alphaCi ? std::optional(each.alphaCi->high) : std::nullopt),
                       decimals(each.cusum, 2)});
        out += drift.text();
    }
    return out;
}

std::string toCsv(const AgreementDocument& document) {
    std::string out = estimateHeader;
    csvEstimates(out, "overall", "", document.overall);
    for (const PairResult& pair : document.pairs)
        csvEstimates(out, "pair", joined(pair.raters, " - "), pair.estimates);
    for (const CategoryResult& category : document.byCategory)
        csvEstimates(out, "category", category.category, category.estimates);
    return out;
}

std::string toText(const UnitizingDocument& document) {
    std::string out = fmt::format("{} sources, raters {}, codes {}\n", document.sources.size(),
                                  joined(document.raters, ", "), joined(document.codes, ", "));
    out += "\nAll sources\n" + estimateTable(document.overall);
    for (const CodeResult& code : document.byCode)
        out += "\nCode " + code.code + '\n' + estimateTable(code.estimates);
    for (const SourceResult& source : document.sources)
        out += fmt::format("\nSource {} (length {}, raters {})\n", source.source, source.length,
                           joined(source.raters, ", ")) +
               estimateTable(source.estimates);
    return out;
}

std::string toCsv(const UnitizingDocument& document) {
    std::string out = estimateHeader;
    csvEstimates(out, "overall", "", document.overall);
    for (const CodeResult& code : document.byCode)
        csvEstimates(out, "code", code.code, code.estimates);
    for (const SourceResult& source : document.sources)
        csvEstimates(out, "source", source.source, source.estimates);
    return out;
}

std::string toText(const Plan& plan) {
    std::string out = fmt::format("{} units ({})\n", plan.units, plan.method);
    Columns columns(1);
    for (const auto& [name, value] : plan.inputs)
        columns.add({name, base::numberText(value)});
    for (const auto& [method, units] : plan.alternatives)
        columns.add({"by " + method, std::to_string(units)});
    return out + columns.text();
}

std::string toCsv(const Plan& plan) {
    std::string out = "method,units\n";
    csvRow(out, {plan.method, std::to_string(plan.units)});
    for (const auto& [method, units] : plan.alternatives)
        csvRow(out, {method, std::to_string(units)});
    return out;
}

std::string toText(const ComparisonDocument& document) {
    std::string out =
        fmt::format("{} ({}) and {} ({}), {} shared\n", document.first, unitsText(document.unitsFirst),
                    document.second, unitsText(document.unitsSecond), document.unitsShared);
    Columns columns(2, true);
    columns.add({"coefficient", "variant", document.first, document.second, "difference", "se", "low", "high",
                 "p", "notes"});
    for (const ComparisonRow& row : document.rows)
        columns.add({row.id, row.weights, decimals(row.first), decimals(row.second), decimals(row.difference),
                     decimals(row.se), decimals(row.ci ? std::optional<double>(row.ci->low) : std::nullopt),
                     decimals(row.ci ? std::optional<double>(row.ci->high) : std::nullopt), pText(row.pValue),
                     row.undefined ? row.undefined->message : joined(row.caveats, ", ")});
    out += columns.text();
    if (document.ownAgreement.empty())
        return out;
    Columns own(3, true);
    own.add({"rater", "units", "coefficient", "value", "low", "high", "notes"});
    for (const OwnAgreement& each : document.ownAgreement)
        for (const Estimate& estimate : each.estimates)
            own.add({each.rater, std::to_string(each.units), estimate.id, decimals(estimate.value),
                     decimals(estimate.ci ? std::optional<double>(estimate.ci->low) : std::nullopt),
                     decimals(estimate.ci ? std::optional<double>(estimate.ci->high) : std::nullopt),
                     estimate.undefined && !estimate.value ? estimate.undefined->message
                                                           : joined(estimate.caveats, ", ")});
    return out + "\nEach rater twice: units judged in both rounds\n" + own.text();
}

std::string toCsv(const ComparisonDocument& document) {
    std::string out =
        "id,weights,first,second,difference,se,t,df,p_value,ci_low,ci_high,ci_method,undefined,caveats\n";
    for (const ComparisonRow& row : document.rows)
        csvRow(out, {row.id, row.weights, csvNumber(row.first), csvNumber(row.second),
                     csvNumber(row.difference), csvNumber(row.se), csvNumber(row.t), csvNumber(row.df),
                     csvNumber(row.pValue), row.ci ? base::numberText(row.ci->low) : "",
                     row.ci ? base::numberText(row.ci->high) : "", row.ci ? row.ci->method : "",
                     row.undefined ? name(row.undefined->reason) : "", joined(row.caveats, " ")});
    return out;
}

} // namespace rapport::agreement
