// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/json.h"
#include "agreement/matrix.h"
#include "agreement/text.h"
#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "cli/measure_arguments.h"
#include "cli/study_arguments.h"
#include "service/training.h"
#include "service/unitizing.h"

#include <algorithm>

namespace rapport::cli {

namespace {

using base::Errc;

struct Options {
    StudyArguments study;
    std::string spans;
    service::UnitizingRequest select;
    IntervalArguments interval;
    bool gamma = false;
};

/// The same data with one source or some raters only; names that are not there are refused.
base::Result<agreement::UnitizingData> selected(const agreement::UnitizingData& all, const Options& options) {
    for (const std::string& rater : options.select.raters) {
        if (std::find(all.raters().begin(), all.raters().end(), rater) == all.raters().end())
            return base::fail(Errc::NotFound, base::Place{options.spans, 0, 0, {}},
                              fmt::format("there is no rater '{}'", rater));
    }
    const auto isWanted = [&](const std::string& rater) {
        return options.select.raters.empty() ||
               std::find(options.select.raters.begin(), options.select.raters.end(), rater) !=
                   options.select.raters.end();
    };
    agreement::UnitizingBuilder builder;
    builder.declareCodes(all.codes());
    if (!options.select.raters.empty())
        builder.declareRaters(options.select.raters);
    bool isFound = options.select.source.empty();
    for (const agreement::UnitizedSource& source : all.sources()) {
        if (!options.select.source.empty() && source.name != options.select.source)
            continue;
        isFound = true;
        for (const agreement::RaterSpans& reading : source.byRater) {
            const std::string& rater = all.raters()[reading.rater];
            if (!isWanted(rater))
                continue;
            builder.addReading(source.name, source.length, rater);
            for (const agreement::Span& span : reading.spans)
                builder.addSpan(source.name, source.length, rater, span.begin, span.end,
                                all.codes()[span.code]);
        }
    }
    if (!isFound)
        return base::fail(Errc::NotFound, base::Place{options.spans, 0, 0, {}},
                          fmt::format("there is no source '{}'", options.select.source));
    return builder.build();
}

base::Result<Answer> measureTable(const Options& options, const agreement::UnitizingOptions& measure,
                                  const base::Task& task) {
    const service::UnitizingRequest& select = options.select;
    if (!select.round.empty() || select.afterOpening || !select.variables.empty() || !select.codes.empty())
        return base::fail(Errc::InvalidArgument, "a bare table has no rounds, variables or chosen codes",
                          "leave out --round, --after-opening, --variables and --codes, or give a study");
    RAPPORT_ASSIGN(const std::string csv, base::readFile(options.spans));
    RAPPORT_ASSIGN(agreement::UnitizingData data, agreement::readSpans(csv, options.spans));
    if (!select.source.empty() || !select.raters.empty()) {
        RAPPORT_ASSIGN(data, selected(data, options));
    }
    RAPPORT_ASSIGN(const agreement::UnitizingDocument result,
                   agreement::measureUnitizing(data, measure, task));
    Answer answer;
    const Format format = formatOf(options.study.format);
    answer.out = format == Format::Json  ? jsonText(agreement::toJson(result))
                 : format == Format::Csv ? agreement::toCsv(result)
                                         : agreement::toText(result);
    return answer;
}

base::Result<Answer> measureStudy(const Options& options, const agreement::UnitizingOptions& measure,
                                  const base::Task& task) {
    Answer answer;
    RAPPORT_ASSIGN(const auto session, openStudy(options.study, service::OpenMode::ReadOnly, answer));
    RAPPORT_ASSIGN(const service::StudyUnitizing result,
                   service::measureUnitizing(*session, options.select, measure, task));
    for (const std::string& note : result.notes)
        answer.note("rapport: " + plain(note));
    RAPPORT_ASSIGN(const std::string besideGold,
                   options.select.round.empty() ? base::Result<std::string>(std::string())
                                                : service::ratedBesideGold(*session, {options.select.round}));
    if (result.document.sources.empty() && !besideGold.empty())
        answer.note(
            "rapport: there is nothing to measure: what was rated beside gold never enters agreement");
    else if (result.document.sources.empty())
        answer.note("rapport: there is nothing to measure: no transcript was completed in this round",
                    "see: rapport units STUDY --round R --done");
    switch (formatOf(options.study.format)) {
    case Format::Json: {
        base::Json json = agreement::toJson(result.document);
        json["round"] = result.round;
        answer.out = jsonText(json);
        break;
    }
    case Format::Csv:
        answer.out = agreement::toCsv(result.document);
        break;
    case Format::Text:
        answer.out = fmt::format("Round {}\n", plain(result.round));
        if (!result.document.sources.empty())
            answer.out += agreement::toText(result.document);
        break;
    }
    return answer;
}

} // namespace

Run declareUnitizing(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    service::UnitizingRequest& select = options->select;
    arguments.positional("STUDY", options->study.path, "The study, a .rapport file", Need::Optional);
    arguments.text("--spans", options->spans, "FILE",
                   "A bare table instead: source,length,rater,begin,end,code");
    arguments.text("--source", select.source, "S", "This transcript only");
    arguments.list("--raters", select.raters, "A,B,..", "These raters only (default: all human ones)");
    arguments.text("--round", select.round, "R",
                   "This round (default: the reliability round with transcripts, else default)");
    arguments.flag("--after-opening", select.afterOpening,
                   "With what was changed after the round was opened");
    arguments.list("--variables", select.variables, "V,..", "Codes of these variables only");
    arguments.list("--codes", select.codes, "C,..", "These codes only (default: all that were used)");
    declareInterval(arguments, options->interval, {"none", "bootstrap"});
    arguments.flag("--gamma", options->gamma, "The gamma coefficient too (slow)");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        if (options->spans.empty() == options->study.path.empty())
            return base::fail(Errc::InvalidArgument, "what shall be measured?",
                              "give either a study or --spans FILE");
        RAPPORT_ASSIGN(agreement::UnitizingOptions measure, unitizingOptions(options->interval));
        measure.gamma = options->gamma;
        return options->spans.empty() ? measureStudy(*options, measure, task)
                                      : measureTable(*options, measure, task);
    };
}

} // namespace rapport::cli
