// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/json.h"
#include "agreement/text.h"
#include "base/csv_text.h"
#include "base/format.h"
#include "base/json.h"
#include "cli/measure_arguments.h"
#include "cli/study_arguments.h"
#include "service/analysing.h"
#include "service/comparing.h"

#include <algorithm>
#include <sstream>

namespace rapport::cli {

namespace {

using base::Errc;

struct Options {
    StudyArguments study;
    service::ComparisonRequest request;
    MeasureArguments measure;
    std::string overlap;
    std::string units = "shared";
};

const char* name(service::UnitsCompared units) {
    return units == service::UnitsCompared::Shared ? "shared" : "all";
}

base::Json resultJson(const service::StudyComparison& study) {
    const auto orNull = [](const std::optional<std::string>& text) {
        return text ? base::Json(*text) : base::Json();
    };
    base::Json json = document("comparison");
    json["study"] = study.study;
    json["first"] = study.first;
    json["second"] = study.second;
    json["units"] = name(study.units);
    json["results"] = base::Json::array();
    if (study.leftOutToRate > 0)
        json[service::leftOutToRate] = study.leftOutToRate;
    for (const service::VariableComparison& result : study.results) {
        base::Json entry{
            {"variable", result.variable}, {"code", orNull(result.code)}, {"prompt", orNull(result.prompt)}};
        const base::Json comparison = agreement::toJson(result.comparison);
        for (const auto& [key, value] : comparison.items()) {
            if (key != "schema" && key != "first" && key != "second")
                entry[key] = value;
        }
        json["results"].push_back(std::move(entry));
    }
    return json;
}

std::string resultCsv(const service::StudyComparison& study) {
    const auto linesOf = [](const agreement::ComparisonDocument& comparison) {
        std::vector<std::string> lines;
        std::istringstream text(agreement::toCsv(comparison)); // its cells hold no line breaks
        for (std::string line; std::getline(text, line);)
            lines.push_back(line);
        return lines;
    };
    std::string out = "variable,code,prompt,units_first,units_second,units_shared," +
                      linesOf(agreement::ComparisonDocument{}).front() + '\n';
    for (const service::VariableComparison& result : study.results) {
        const agreement::ComparisonDocument& comparison = result.comparison;
        const auto lines = linesOf(comparison);
        for (std::size_t line = 1; line < lines.size(); ++line)
            out += fmt::format("{},{},{},{},{},{},{}\n", base::csvCell(result.variable),
                               base::csvCell(result.code.value_or("")),
                               base::csvCell(result.prompt.value_or("")), comparison.unitsFirst,
                               comparison.unitsSecond, comparison.unitsShared, lines[line]);
    }
    return out;
}

std::string decimals(const std::optional<double>& value) {
    if (!value)
        return "-";
    const std::string text = fmt::format("{:.3f}", *value);
    return text == "-0.000" ? "0.000" : text;
}

std::string pText(const std::optional<double>& value) {
    return value && *value < 0.001 ? "< 0.001" : decimals(value);
}

/// The coefficient that stands for a result: Conger's kappa, of identity or of linear weights.
const agreement::ComparisonRow* leading(const agreement::ComparisonDocument& comparison) {
    const agreement::ComparisonRow* found = nullptr;
    for (const agreement::ComparisonRow& row : comparison.rows) {
        if (row.id == "conger_kappa" && (found == nullptr || row.weights == "linear"))
            found = &row;
    }
    return found == nullptr && !comparison.rows.empty() ? &comparison.rows.back() : found;
}

std::string resultForPeople(const service::StudyComparison& study) {
    const auto titleOf = [](const service::VariableComparison& result) {
        return plain(result.code ? result.variable + " / " + *result.code : result.variable);
    };
    if (study.results.size() == 1)
        return titleOf(study.results.front()) + '\n' + agreement::toText(study.results.front().comparison);
    std::string text = fmt::format(
        "Agreement of {}: {} and {}, {}\n\n", plain(study.study), plain(study.first), plain(study.second),
        study.units == service::UnitsCompared::Shared ? "units in both rounds" : "all units of each");
    Table table({"variable", "code", "prompt", "coefficient", "units", study.first, study.second,
                 "difference", "low", "high", "p", "notes"});
    for (const service::VariableComparison& result : study.results) {
        const agreement::ComparisonRow* row = leading(result.comparison);
        if (row == nullptr)
            continue;
        std::string notes;
        for (const std::string& caveat : row->caveats)
            notes += (notes.empty() ? "" : ", ") + caveat;
        const std::int64_t units = std::min(result.comparison.unitsFirst, result.comparison.unitsSecond);
        const std::string coefficient =
            row->weights.empty() || row->weights == "identity" ? row->id : row->id + " " + row->weights;
        table.add({result.variable, result.code.value_or("-"), result.prompt.value_or("-"), coefficient,
                   std::to_string(units), decimals(row->first), decimals(row->second),
                   decimals(row->difference), decimals(row->ci ? std::optional(row->ci->low) : std::nullopt),
                   decimals(row->ci ? std::optional(row->ci->high) : std::nullopt), pText(row->pValue),
                   row->undefined ? agreement::name(row->undefined->reason) : notes});
    }
    text += table.toText();
    Table own({"rater", "variable", "code", "prompt", "units", "coefficient", "value", "low", "high"});
    bool hasOwn = false;
    for (const service::VariableComparison& result : study.results)
        for (const agreement::OwnAgreement& each : result.comparison.ownAgreement)
            for (const agreement::Estimate& estimate : each.estimates) {
                if (estimate.id != "cohen_kappa")
                    continue;
                hasOwn = true;
                own.add({each.rater, result.variable, result.code.value_or("-"), result.prompt.value_or("-"),
                         std::to_string(each.units),
                         estimate.weights.empty() || estimate.weights == "identity"
                             ? estimate.id
                             : estimate.id + " " + estimate.weights,
                         decimals(estimate.value),
                         decimals(estimate.ci ? std::optional(estimate.ci->low) : std::nullopt),
                         decimals(estimate.ci ? std::optional(estimate.ci->high) : std::nullopt)});
            }
    return hasOwn ? text + "\nEach rater twice: units judged in both rounds\n" + own.toText() : text;
}

} // namespace

Run declareCompare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    service::StudyMeasureOptions& select = options->request.select;
    declareStudy(arguments, options->study);
    arguments.text("--round", options->request.first, "R1", "The round before", Need::Required);
    arguments.text("--with", options->request.second, "R2", "The round after", Need::Required);
    arguments.choice("--units", options->units, {"shared", "all"},
                     "Units that are in both rounds, or all of each (shared)");
    arguments.flag("--after-opening", select.afterOpening,
                   "With what was changed after the rounds were opened");
    arguments.list("--variables", select.variables, "V,..", "These variables only");
    arguments.list("--codes", select.codes, "C,..", "These codes only");
    arguments.list("--raters", select.raters, "A,B,..", "These raters only (default: all human ones)");
    arguments.choice("--overlap", options->overlap, {"any", "majority", "full"},
                     "How much of a unit segments must cover to count for it (any)");
    arguments.flag("--rollup", select.rollUp, "A code counts through the codes under it too");
    declareInterval(arguments, options->measure.interval, {"analytic", "bootstrap", "none"});
    arguments.choice("--resample", options->measure.resample, {"unit", "cluster"},
                     "What varies (default: cluster where there are clusters)");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        service::ComparisonRequest& request = options->request;
        request.units =
            options->units == "all" ? service::UnitsCompared::All : service::UnitsCompared::Shared;
        request.select.overlap = options->overlap == "majority" ? model::Overlap::Majority
                                 : options->overlap == "full"   ? model::Overlap::Full
                                                                : model::Overlap::Any;
        RAPPORT_ASSIGN(request.select.measure,
                       measureOptions(options->measure,
                                      [](const std::string&,
                                         const std::string&) -> base::Result<agreement::WeightRequest> {
                                          return base::fail(Errc::InvalidArgument,
                                                            "no weights are asked for");
                                      }));
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        RAPPORT_ASSIGN(const service::StudyComparison result,
                       service::compareRounds(*session, request, task));
        if (result.results.empty())
            answer.note("rapport: the rounds have no variable in common on these units");
        if (result.leftOutToRate > 0)
            answer.note(result.leftOutToRate == 1
                            ? std::string("rapport: 1 unit is left out: you still have to rate it")
                            : fmt::format("rapport: {} units are left out: you still have to rate them",
                                          result.leftOutToRate));
        const Format format = formatOf(options->study.format);
        answer.out = format == Format::Json  ? jsonText(resultJson(result))
                     : format == Format::Csv ? resultCsv(result)
                                             : resultForPeople(result);
        return answer;
    };
}

} // namespace rapport::cli
