// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/info_document.h"
#include "cli/study_arguments.h"
#include "service/progress.h"

namespace rapport::cli {

std::string infoText(const service::StudyInfo& info, Format format) {
    const std::vector<std::pair<const char*, std::int64_t>> counts{
        {"participants", info.participants},
        {"sources", info.sources},
        {"answers", info.answers},
        {"turns", info.turns},
        {"units", info.units},
        {"raters", info.raters},
        {"rounds", info.rounds},
        {"codings", info.codings},
        {"completed", info.completed},
        {"non_responses", info.nonResponses},
        {"codebook_version", info.codebookVersion},
    };
    if (format == Format::Json) {
        base::Json json = document("info");
        json["title"] = info.title;
        json["language"] = info.language;
        for (const auto& [name, number] : counts) {
            json[name] = number;
            if (std::string_view(name) == "answers")
                json["transcripts"] = info.transcripts;
        }
        return jsonText(json);
    }
    Table table({"name", "value"});
    table.add({"title", info.title});
    table.add({"language", info.language});
    for (const auto& [name, number] : counts) {
        table.add({name, std::to_string(number)});
        if (std::string_view(name) == "answers")
            table.add({"transcripts", std::to_string(info.transcripts)});
    }
    return format == Format::Csv ? table.toCsv() : table.toText(false);
}

namespace {

base::Json numberJson(const std::optional<double>& number) {
    return number ? base::Json(*number) : base::Json();
}

std::string figure(const std::optional<double>& number, Format format) {
    return number ? fmt::format("{:.3f}", *number) : format == Format::Csv ? "" : "-";
}

/// Why there is no value, no interval or no date.
std::string noteOn(const service::TargetStanding& standing) {
    if (!standing.value)
        return standing.undefined;
    if (!standing.low)
        return standing.noInterval.text();
    if (standing.unitsNeeded && !standing.isWithinRound())
        return fmt::format("not within this round of {}", counted(standing.unitsInRound, "unit", "units"));
    return {};
}

/// `rapport.progress/1`. CSV: agreement where there is some, else the raters' rows.
std::string progressText(const service::ProgressReport& report, Format format) {
    const auto timeOf = [](const std::optional<base::Instant>& time) {
        return time ? base::isoText(*time) : std::string();
    };
    if (format == Format::Json) {
        base::Json json = document("progress");
        json["target"] = report.target;
        json["raters"] = base::Json::array();
        for (const service::RaterStanding& each : report.raters)
            json["raters"].push_back(
                {{"round", each.round},
                 {"rater", each.rater},
                 {"assigned", each.assigned},
                 {"completed", each.completed},
                 {"last_completed",
                  each.lastCompleted ? base::Json(timeOf(each.lastCompleted)) : base::Json()},
                 {"per_hour", numberJson(each.perHour)}});
        json["agreement"] = base::Json::array();
        for (const service::TargetStanding& each : report.targets)
            json["agreement"].push_back(
                {{"round", each.round},
                 {"variable", each.variable},
                 {"code", each.code.empty() ? base::Json() : base::Json(each.code)},
                 {"units", each.units},
                 {"alpha", numberJson(each.value)},
                 {"low", numberJson(each.low)},
                 {"high", numberJson(each.high)},
                 {"met", each.isMet},
                 {"units_needed", each.unitsNeeded ? base::Json(*each.unitsNeeded) : base::Json()},
                 {"units_in_round", each.unitsInRound},
                 {"expected", each.expected ? base::Json(timeOf(each.expected)) : base::Json()},
                 {"undefined", each.undefined.empty() ? base::Json() : base::Json(each.undefined)},
                 {"no_interval",
                  each.noInterval.empty() ? base::Json() : base::Json(each.noInterval.text())}});
        return jsonText(json);
    }
    if (format == Format::Csv) {
        // One table: rows of raters, then rows of codes.
        Table both({"round", "rater", "assigned", "completed", "last_completed", "per_hour", "variable",
                    "code", "units", "alpha", "low", "high", "met", "units_needed", "expected", "note"});
        for (const service::RaterStanding& each : report.raters)
            both.add({each.round, each.rater, std::to_string(each.assigned), std::to_string(each.completed),
                      timeOf(each.lastCompleted), figure(each.perHour, format), "", "", "", "", "", "", "",
                      "", "", ""});
        for (const service::TargetStanding& each : report.targets)
            both.add({each.round, "", "", "", "", "", each.variable, each.code, std::to_string(each.units),
                      figure(each.value, format), figure(each.low, format), figure(each.high, format),
                      yesNo(each.isMet), each.unitsNeeded ? std::to_string(*each.unitsNeeded) : "",
                      timeOf(each.expected), noteOn(each)});
        return both.toCsv();
    }
    Table raters({"round", "rater", "assigned", "completed", "last completed", "per hour"});
    for (const service::RaterStanding& each : report.raters)
        raters.add({each.round, each.rater, std::to_string(each.assigned), std::to_string(each.completed),
                    timeOf(each.lastCompleted), figure(each.perHour, format)});
    Table targets({"round", "variable", "code", "units", "alpha", "low", "high", "met", "units needed",
                   "expected", "note"});
    for (const service::TargetStanding& each : report.targets)
        targets.add({each.round, each.variable, each.code, std::to_string(each.units),
                     figure(each.value, format), figure(each.low, format), figure(each.high, format),
                     yesNo(each.isMet), each.unitsNeeded ? std::to_string(*each.unitsNeeded) : "",
                     timeOf(each.expected), noteOn(each)});
    return raters.toText() +
           (targets.isEmpty()
                ? ""
                : fmt::format("\nagreement so far, target {:.2f}\n\n", report.target) + targets.toText());
}

struct Options {
    StudyArguments study;
    service::ProgressRequest progress;
    bool isProgress = false;
};

} // namespace

Run declareInfo(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    StudyArguments* const study = &options->study;
    declareStudy(arguments, *study);
    arguments.flag("--progress", options->isProgress,
                   "Instead: how far each rater is, and agreement so far against a target");
    arguments.text("--round", options->progress.round, "R", "With --progress: this round only");
    arguments.number("--target", options->progress.target, "A",
                     "With --progress: what the lower limit of alpha should reach (0.7)");
    declareViewer(arguments, *study);
    declareFormat(arguments, study->format);
    return [options, study](const base::Task& task) -> base::Result<Answer> {
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(*study, service::OpenMode::ReadOnly, answer));
        if (options->isProgress) {
            RAPPORT_ASSIGN(const service::ProgressReport report,
                           service::progressReport(*session, options->progress, task));
            answer.out = progressText(report, formatOf(study->format));
            return answer;
        }
        RAPPORT_ASSIGN(const service::StudyInfo info, session->info());
        answer.out = infoText(info, formatOf(study->format));
        return answer;
    };
}

} // namespace rapport::cli
