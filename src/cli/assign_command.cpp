// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "cli/study_arguments.h"
#include "service/assigning.h"

#include <algorithm>
#include <optional>

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    service::AssignRequest request;
    std::string kind;
    std::string sampleBy = "unit";
    std::optional<std::int64_t> perUnit;
    std::int64_t seed = 1;
    std::optional<std::int64_t> againAfterDays;
    bool isUnblinded = false;
    bool isDryRun = false;
};

std::string resultText(const Options& options, const service::AssignPreview& preview) {
    const Format format = formatOf(options.study.format);
    Table table({"rater", "units"});
    for (const auto& [rater, units] : preview.perRater)
        table.add({rater, std::to_string(units)});
    if (format == Format::Csv)
        return table.toCsv();
    if (format == Format::Json) {
        base::Json json = document("assignment");
        json["round"] = options.request.round;
        json["kind"] = options.kind;
        json["blind"] = options.request.isBlind;
        json["seed"] = options.request.seed;
        json["candidates"] = preview.candidates;
        json["units"] = preview.units;
        json["shared_by_two"] = preview.sharedByTwo;
        json["per_rater"] = base::Json::object();
        for (const auto& [rater, units] : preview.perRater)
            json["per_rater"][rater] = units;
        json["shared"] = base::Json::array();
        for (const auto& [pair, units] : preview.shared)
            json["shared"].push_back({{"raters", {pair.first, pair.second}}, {"units", units}});
        return jsonText(json);
    }
    std::string text =
        fmt::format("round {}: {} of {}, {} by two raters or more, seed {}\n{}", options.request.round,
                    preview.units, counted(preview.candidates, "unit", "units"), preview.sharedByTwo,
                    options.request.seed, table.toText());
    std::int64_t least = -1;
    std::int64_t most = -1;
    for (const auto& [pair, units] : preview.shared) {
        least = least < 0 ? units : std::min(least, units);
        most = std::max(most, units);
    }
    if (preview.shared.size() > 1)
        text += fmt::format("each of the {} pairs of raters shares {}\n", preview.shared.size(),
                            least == most ? counted(least, "unit", "units")
                                          : fmt::format("{} to {} units", least, most));
    return text;
}

/// What was asked for and is not there to be had.
void noteLess(const Options& options, const service::AssignPreview& preview, Answer& answer) {
    const auto wanted = base::parseInteger(options.request.sample);
    // Of participants nobody says how many there are, but they are no more than their units.
    if (wanted && *wanted > preview.candidates)
        answer.note(fmt::format("rapport: a sample of {} is more than there are: all {} are in the round",
                                *wanted, counted(preview.candidates, "unit", "units")));
    for (const auto& [rater, units] : preview.perRater) {
        if (units == 0)
            answer.note(fmt::format("rapport: there is no unit for {} in this round", plain(rater)),
                        options.request.again.empty()
                            ? "there are more raters than units"
                            : fmt::format("who completed none in round {}, or not long enough ago",
                                          plain(options.request.again)));
    }
}

base::Result<Answer> run(Options& options) {
    service::AssignRequest& request = options.request;
    request.kind = model::roundKind(options.kind).value_or(model::RoundKind::Reliability);
    request.sampleBy =
        options.sampleBy == "participant" ? service::SampleBy::Participant : service::SampleBy::Unit;
    if (options.perUnit && (*options.perUnit < 1 || *options.perUnit > 1000))
        return base::fail(base::Errc::InvalidArgument, "--per-unit is a number of raters",
                          "from 1; without it every unit goes to all of them");
    if (options.seed < 0)
        return base::fail(base::Errc::InvalidArgument, "--seed is not below 0");
    request.perUnit = static_cast<int>(options.perUnit.value_or(0));
    request.seed = static_cast<std::uint64_t>(options.seed);
    request.isBlind = !options.isUnblinded;
    constexpr std::int64_t mostDays = 36500;
    if (options.againAfterDays && (*options.againAfterDays < 0 || *options.againAfterDays > mostDays))
        return base::fail(base::Errc::InvalidArgument, "--after-days is a number of days");
    if (options.againAfterDays && request.again.empty())
        return base::fail(base::Errc::InvalidArgument, "--after-days goes with --again",
                          "give the round that is rated again: --again ROUND");
    request.againAfterDays = static_cast<int>(options.againAfterDays.value_or(0));
    Answer answer;
    const auto mode = options.isDryRun ? service::OpenMode::ReadOnly : service::OpenMode::ReadWrite;
    RAPPORT_ASSIGN(const auto session, openStudy(options.study, mode, answer));
    RAPPORT_ASSIGN(const service::AssignPreview preview, options.isDryRun
                                                             ? service::previewAssign(*session, request)
                                                             : service::assign(*session, request));
    answer.out = resultText(options, preview);
    noteLess(options, preview, answer);
    return answer;
}

} // namespace

Run declareAssign(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    service::AssignRequest& request = options->request;
    declareStudy(arguments, options->study);
    arguments.text("--round", request.round, "NAME", "Name of the new round", Need::Required);
    arguments.choice("--kind", options->kind, {"training", "calibration", "reliability", "main"},
                     "What the round is for", Need::Required);
    arguments.list("--raters", request.raters, "A,B[,..]", "Who rates", Need::Required);
    arguments.list("--variables", request.variables, "V,..", "What is rated (default: all that applies)");
    arguments.list("--prompts", request.prompts, "P,..", "Answers to these prompts only");
    arguments.flag("--transcripts", request.withTranscripts, "Turns and transcripts too, not only answers");
    arguments.text("--sample", request.sample, "all|N|P%", "How many (all)");
    arguments.choice("--sample-by", options->sampleBy, {"unit", "participant"},
                     "What N counts: units, or participants with all their units (unit)");
    arguments.list("--stratify", request.stratify, "ATTR,..", "Draw from each value in proportion");
    arguments.number("--per-unit", options->perUnit, "K", "Raters per unit (default: all of them)");
    arguments.flag("--fresh", request.isFresh, "Only units that no earlier round had");
    arguments.list("--without", request.without, "R,..", "Only units that these rounds did not have");
    arguments.text("--again", request.again, "ROUND",
                   "Rated again: only units that the same rater completed in that round");
    arguments.number("--after-days", options->againAfterDays, "N", "... at least so many days ago (0)");
    arguments.number("--seed", options->seed, "N", "The same seed draws the same sample (1)");
    arguments.flag("--unblinded", options->isUnblinded, "Raters see who wrote what, and each other's work");
    arguments.flag("--dry-run", options->isDryRun, "Say what would be assigned; the study stays as it is");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
