// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/json.h"
#include "agreement/matrix.h"
#include "agreement/text.h"
#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "cli/measure_arguments.h"
#include "cli/study_arguments.h"

#include <algorithm>

namespace rapport::cli {

namespace {

using base::Errc;

struct Options {
    std::string spans;
    std::string source;
    std::vector<std::string> raters;
    IntervalArguments interval;
    bool gamma = false;
    std::string format = "text";
};

/// The same data with one source or some raters only; names that are not there are refused.
base::Result<agreement::UnitizingData> selected(const agreement::UnitizingData& all, const Options& options) {
    for (const std::string& rater : options.raters) {
        if (std::find(all.raters().begin(), all.raters().end(), rater) == all.raters().end())
            return base::fail(Errc::NotFound, base::Place{options.spans, 0, 0, {}},
                              fmt::format("there is no rater '{}'", rater));
    }
    const auto isWanted = [&](const std::string& rater) {
        return options.raters.empty() ||
               std::find(options.raters.begin(), options.raters.end(), rater) != options.raters.end();
    };
    agreement::UnitizingBuilder builder;
    builder.declareCodes(all.codes());
    if (!options.raters.empty())
        builder.declareRaters(options.raters);
    bool isFound = options.source.empty();
    for (const agreement::UnitizedSource& source : all.sources()) {
        if (!options.source.empty() && source.name != options.source)
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
                          fmt::format("there is no source '{}'", options.source));
    return builder.build();
}

} // namespace

Run declareUnitizing(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.text("--spans", options->spans, "FILE", "Table source,length,rater,begin,end,code",
                   Need::Required);
    arguments.text("--source", options->source, "S", "This source only");
    arguments.list("--raters", options->raters, "A,B,..", "These raters only");
    declareInterval(arguments, options->interval, {"none", "bootstrap"});
    arguments.flag("--gamma", options->gamma, "The gamma coefficient too (slow)");
    declareFormat(arguments, options->format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        RAPPORT_ASSIGN(agreement::UnitizingOptions measure, unitizingOptions(options->interval));
        measure.gamma = options->gamma;
        RAPPORT_ASSIGN(const std::string csv, base::readFile(options->spans));
        RAPPORT_ASSIGN(agreement::UnitizingData data, agreement::readSpans(csv, options->spans));
        if (!options->source.empty() || !options->raters.empty()) {
            RAPPORT_ASSIGN(data, selected(data, *options));
        }
        RAPPORT_ASSIGN(const agreement::UnitizingDocument result,
                       agreement::measureUnitizing(data, measure, task));
        Answer answer;
        const Format format = formatOf(options->format);
        answer.out = format == Format::Json  ? jsonText(agreement::toJson(result))
                     : format == Format::Csv ? agreement::toCsv(result)
                                             : agreement::toText(result);
        return answer;
    };
}

} // namespace rapport::cli
