// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/assigning.h"

namespace rapport::cli {

Run declareReassign(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        service::ReassignRequest request;
        std::int64_t seed = 1;
        bool isDryRun = false;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--round", options->request.round, "NAME", "The round", Need::Required);
    arguments.text("--from", options->request.from, "A", "Whose unfinished units go to others",
                   Need::Required);
    arguments.list("--to", options->request.to, "B,C,..", "Who takes them", Need::Required);
    arguments.number("--seed", options->seed, "N", "The same seed deals alike (1)");
    arguments.flag("--dry-run", options->isDryRun, "Say who would get how much; the study stays as it is");
    declareFormat(arguments, options->study.format);
    arguments.footer("Units that were begun stay with the rater who began them.");
    return [options](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        if (options->seed < 0)
            return base::fail(base::Errc::InvalidArgument, "--seed is not below 0");
        options->request.seed = static_cast<std::uint64_t>(options->seed);
        const auto mode = options->isDryRun ? service::OpenMode::ReadOnly : service::OpenMode::ReadWrite;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, mode, answer));
        RAPPORT_ASSIGN(const auto counts, options->isDryRun
                                              ? service::previewReassign(*session, options->request)
                                              : service::reassign(*session, options->request));
        const Format format = formatOf(options->study.format);
        Table table({"rater", "units"});
        for (const auto& [rater, units] : counts.units)
            table.add({rater, std::to_string(units)});
        if (format == Format::Json) {
            base::Json json = document("reassignment");
            json["round"] = options->request.round;
            json["from"] = options->request.from;
            json["per_rater"] = base::Json::object();
            for (const auto& [rater, units] : counts.units)
                json["per_rater"][rater] = units;
            json["left"] = counts.left;
            json["left_because"] =
                counts.left > 0 ? base::Json("all of the others have these units already") : base::Json();
            answer.out = jsonText(json);
        } else {
            answer.out = format == Format::Csv ? table.toCsv() : table.toText();
        }
        if (counts.left > 0)
            answer.note(fmt::format("rapport: {} with {}: all of the others have {} already",
                                    counted(counts.left, "unit stays", "units stay"),
                                    plain(options->request.from), counts.left == 1 ? "it" : "them"),
                        "name somebody who does not rate in this round yet");
        return answer;
    };
}

} // namespace rapport::cli
