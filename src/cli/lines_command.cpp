// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that raters judge one by one, blind.
#include "agreement/json.h"
#include "agreement/measure.h"
#include "agreement/text.h"
#include "base/format.h"
#include "base/json.h"
#include "cli/measure_arguments.h"
#include "cli/study_arguments.h"
#include "service/line_samples.h"

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::string action;
    std::string name;
    service::LineSampleRequest draw;
    std::optional<std::int64_t> line;
    std::string code;
    std::string by;
    MeasureArguments measure;
};

std::string samplesText(const std::vector<service::LineSampleRow>& rows, Format format) {
    if (format == Format::Json) {
        base::Json json = document("line-samples");
        json["samples"] = base::Json::array();
        for (const service::LineSampleRow& row : rows)
            json["samples"].push_back({{"name", row.name},
                                       {"query", row.query},
                                       {"lines", row.lines},
                                       {"found", row.found ? base::Json(*row.found) : base::Json()},
                                       {"seed", row.seed ? base::Json(*row.seed) : base::Json()},
                                       {"open", row.isOpen},
                                       {"codes", row.codes},
                                       {"late", row.late},
                                       {"judged", row.judged}});
        return jsonText(json);
    }
    Table table({"name", "query", "lines", "found", "open", "rater", "judged"});
    for (const service::LineSampleRow& row : rows) {
        for (const auto& [rater, judged] : row.judged)
            table.add({row.name, row.query, std::to_string(row.lines),
                       row.found ? std::to_string(*row.found) : "", yesNo(row.isOpen), rater,
                       std::to_string(judged)});
    }
    return format == Format::Csv ? table.toCsv() : table.toText();
}

std::string linesText(const std::string& name, const std::vector<service::SampledLine>& lines,
                      Format format) {
    if (format == Format::Json) {
        base::Json json = document("sampled-lines");
        json["name"] = name;
        json["lines"] = base::Json::array();
        for (const service::SampledLine& line : lines)
            json["lines"].push_back(
                {{"line", line.number},
                 {"left", line.left},
                 {"match", line.match},
                 {"right", line.right},
                 {"unit", line.unitName.empty() ? base::Json() : base::Json(line.unitName)},
                 {"judgement", line.judgement.empty() ? base::Json() : base::Json(line.judgement)}});
        return jsonText(json);
    }
    Table table({"line", "left", "match", "right", "unit", "judgement"});
    for (const service::SampledLine& line : lines)
        table.add({std::to_string(line.number), format == Format::Csv ? line.left : plain(line.left),
                   format == Format::Csv ? line.match : plain(line.match),
                   format == Format::Csv ? line.right : plain(line.right), line.unitName, line.judgement});
    return format == Format::Csv ? table.toCsv() : table.toText();
}

base::Result<Answer> act(const Options& options, const base::Task& task) {
    const std::string& action = options.action;
    const bool writes = action == "draw" || action == "judge" || action == "open";
    Answer answer;
    RAPPORT_ASSIGN(const auto session,
                   openStudy(options.study,
                             writes ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly, answer));
    const Format format = formatOf(options.study.format);
    if (action == "draw") {
        service::LineSampleRequest request = options.draw;
        request.name = options.name;
        request.seed = static_cast<std::uint64_t>(options.measure.interval.seed);
        RAPPORT_ASSIGN(const auto row, service::drawLineSample(*session, request, task));
        answer.out = samplesText({row}, format);
    } else if (action == "show") {
        RAPPORT_ASSIGN(const auto lines, service::sampledLines(*session, options.name));
        answer.out = linesText(options.name, lines, format);
    } else if (action == "judge") {
        if (!options.line || options.code.empty() || options.by.empty())
            return base::fail(base::Errc::InvalidArgument, "a judgement has a line, a code and a rater",
                              "write: rapport lines STUDY judge NAME --line 3 --code CODE --by RATER");
        RAPPORT_ASSIGN(const auto change,
                       service::judgeLine(*session, options.name, *options.line, options.by, options.code));
        static_cast<void>(change);
    } else if (action == "open") {
        RAPPORT_ASSIGN(const auto change, service::openLineSample(*session, options.name));
        static_cast<void>(change);
    } else if (action == "agreement") {
        RAPPORT_ASSIGN(const auto judgements, service::lineJudgements(*session, options.name));
        RAPPORT_ASSIGN(auto measure, measureOptions(options.measure, {}));
        if (measure.gold) {
            RAPPORT_ASSIGN(model::Rater gold, session->rater(*measure.gold));
            measure.gold = std::move(gold.name);
        }
        RAPPORT_ASSIGN(const auto result, agreement::measure(judgements.data, measure, task));
        answer.out = format == Format::Json  ? jsonText(agreement::toJson(result))
                     : format == Format::Csv ? agreement::toCsv(result)
                                             : agreement::toText(result);
    } else {
        RAPPORT_ASSIGN(const auto rows, service::lineSamples(*session));
        answer.out = samplesText(rows, format);
    }
    if (action == "judge" || action == "open") {
        RAPPORT_ASSIGN(auto rows, service::lineSamples(*session));
        std::erase_if(rows, [&](const auto& row) { return row.name != options.name; });
        answer.out = samplesText(rows, format);
    }
    return answer;
}

} // namespace

Run declareLines(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.action("ACTION", options->action, {"list", "draw", "show", "judge", "open", "agreement"},
                     "list (default); draw: by chance, for raters; show: the lines, to a rater (--as) in an "
                     "order of the own; judge; open: no more judgements; agreement: measure them",
                     Need::Optional);
    arguments.positional("NAME", options->name, "The sample", Need::Optional);
    arguments.positional("QUERY", options->draw.query, "draw: as for rapport search", Need::Optional);
    arguments.number("--lines", options->draw.lines, "N", "draw: so many (50)");
    arguments.number("--width", options->draw.width, "WORDS", "draw: words of context on either side (15)");
    arguments.list("--codes", options->draw.codes, "CODE,..", "draw: what raters choose among");
    arguments.list("--raters", options->draw.raters, "RATER,..", "draw: two or more");
    arguments.number("--line", options->line, "N", "judge: the line's number");
    arguments.text("--code", options->code, "CODE", "judge: one of the codes, or - for none of them");
    arguments.text("--by", options->by, "RATER", "judge: who says so");
    declareMeasure(arguments, options->measure);
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    arguments.footer(queryHelp);
    return [options](const base::Task& task) -> base::Result<Answer> {
        if (options->action.empty())
            options->action = "list";
        if (options->action != "list" && options->name.empty())
            return base::fail(base::Errc::InvalidArgument,
                              fmt::format("which sample is there to {}?", options->action),
                              "see: rapport lines STUDY");
        return act(*options, task);
    };
}

} // namespace rapport::cli
