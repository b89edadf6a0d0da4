// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/history.h"

namespace rapport::cli {

namespace {

using base::Errc;

struct Options {
    StudyArguments study;
    service::HistoryRequest request;
    std::string round;
    bool isPace = false;
    std::string sharePace;
};

std::string rangeText(const service::HistoryRow& row) {
    return row.range ? fmt::format("{}-{}", row.range->begin.value, row.range->end.value) : "";
}

std::string historyText(const std::vector<service::HistoryRow>& rows, std::int64_t keptBack, Format format) {
    if (format == Format::Json) {
        base::Json json = document("history");
        if (keptBack > 0)
            json["kept_back"] = keptBack;
        json["rows"] = base::Json::array();
        for (const service::HistoryRow& row : rows)
            json["rows"].push_back(service::toJson(row));
        return jsonText(json);
    }
    Table table({"position", "time", "act", "rater", "round", "unit", "variable", "code", "value", "range",
                 "version", "words"});
    for (const service::HistoryRow& row : rows)
        table.add({std::to_string(row.position), base::isoText(row.time), row.act, row.rater, row.round,
                   row.unit, row.variable, row.code, row.value ? std::to_string(*row.value) : "",
                   rangeText(row), row.version == 0 ? "" : std::to_string(row.version),
                   format == Format::Csv ? row.words : plain(row.words)});
    return format == Format::Csv ? table.toCsv() : table.toText();
}

std::string paceText(const service::Pace& pace, Format format) {
    if (format == Format::Json) {
        base::Json json = document("pace");
        json["rater"] = pace.rater;
        json["round"] = pace.round.empty() ? base::Json() : base::Json(pace.round);
        json["completed"] = pace.completed;
        if (pace.keptBack > 0)
            json["kept_back"] = pace.keptBack;
        json["median_seconds"] = pace.medianSeconds;
        json["per_hour"] = pace.perHour;
        json["units"] = base::Json::array();
        for (const service::UnitTime& unit : pace.units)
            json["units"].push_back({{"unit", unit.name},
                                     {"seconds", unit.seconds},
                                     {"completed", base::isoText(unit.completed)}});
        return jsonText(json);
    }
    Table table({"unit", "seconds", "completed"});
    for (const service::UnitTime& unit : pace.units)
        table.add({unit.name, std::to_string(unit.seconds), base::isoText(unit.completed)});
    if (format == Format::Csv)
        return table.toCsv();
    return fmt::format("{}: {}, {:.0f} seconds each (median), {:.1f} an hour\n\n", plain(pace.rater),
                       counted(pace.completed, "unit", "units"), pace.medianSeconds, pace.perHour) +
           table.toText();
}

void noteKeptBack(Answer& answer, std::int64_t number, const std::string& what) {
    if (number > 0)
        answer.note(fmt::format("rapport: {} kept back until you have rated the texts yourself", what));
}

base::Result<Answer> run(const Options& options) {
    const bool isSetting = !options.sharePace.empty();
    if (isSetting && options.isPace)
        return base::fail(Errc::InvalidArgument, "one thing at a time", "give --pace or --share-pace");
    if (options.isPace && options.request.rater.empty() && options.study.viewer.empty())
        return base::fail(Errc::InvalidArgument, "whose pace?", "give --rater NAME");
    Answer answer;
    RAPPORT_ASSIGN(const auto session,
                   openStudy(options.study,
                             isSetting ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly, answer));
    const Format format = formatOf(options.study.format);
    if (isSetting) {
        RAPPORT_TRY(service::showPace(*session, options.sharePace == "yes"));
        const bool isShared = options.sharePace == "yes";
        if (format == Format::Json) {
            base::Json json = document("pace-sharing");
            json["shared"] = isShared;
            answer.out = jsonText(json);
        } else if (format == Format::Csv) {
            Table table({"shared"});
            table.add({yesNo(isShared)});
            answer.out = table.toCsv();
        } else {
            answer.out = isShared ? "the coordinator sees how fast raters work\n"
                                  : "raters alone see how fast they work\n";
        }
        return answer;
    }
    if (options.isPace) {
        std::string rater = options.request.rater;
        if (rater.empty())
            rater = options.study.viewer.substr(options.study.viewer.find(':') + 1);
        RAPPORT_ASSIGN(const service::Pace pace, service::pace(*session, rater, options.round));
        answer.out = paceText(pace, format);
        noteKeptBack(answer, pace.keptBack, counted(pace.keptBack, "unit is", "units are"));
        return answer;
    }
    service::HistoryRequest request = options.request;
    request.round = options.round;
    RAPPORT_ASSIGN(const auto rows, service::history(*session, request));
    RAPPORT_ASSIGN(const std::int64_t keptBack, service::historyKeptBack(*session, request));
    answer.out = historyText(rows, keptBack, format);
    noteKeptBack(answer, keptBack, counted(keptBack, "row of your own work is", "rows of your own work are"));
    return answer;
}

} // namespace

Run declareHistory(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--unit", options->request.unit, "UNIT", "What happened to this unit");
    arguments.text("--rater", options->request.rater, "A", "What this rater did");
    arguments.text("--code", options->request.code, "C", "What was done with this code or level");
    arguments.number("--after", options->request.after, "N", "Rows after this one of the journal");
    arguments.number("--limit", options->request.limit, "N", "At most so many rows (0: all)");
    arguments.flag("--pace", options->isPace, "Instead: how long the rater took for each unit");
    arguments.text("--round", options->round, "R",
                   "What was done in this round, or with --pace the time taken in it");
    arguments.choice("--share-pace", options->sharePace, {"yes", "no"},
                     "Whether the coordinator may see the pace (no, unless the study says so)");
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
