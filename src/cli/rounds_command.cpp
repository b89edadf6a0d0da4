// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/assigning.h"
#include "service/renaming.h"

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::string action;
    std::string name;
    std::string newName;
};

struct Standing {
    std::string raters;
    std::int64_t assigned = 0;
    std::int64_t completed = 0;
};

Standing standingOf(const model::Round& round, const std::vector<service::Progress>& progress) {
    Standing standing;
    for (const service::Progress& each : progress) {
        if (each.round.id != round.id)
            continue;
        standing.raters += (standing.raters.empty() ? "" : ", ") + each.rater.name;
        standing.assigned += each.assigned;
        standing.completed += each.completed;
    }
    return standing;
}

base::Result<Answer> run(const Options& options) {
    const bool isRename = options.action == "rename";
    if (isRename == options.name.empty() || isRename == options.newName.empty())
        return base::fail(base::Errc::InvalidArgument,
                          isRename ? "rounds rename needs the name of a round, and a new one"
                                   : "rounds list takes no name",
                          "see: rapport rounds --help");
    Answer answer;
    RAPPORT_ASSIGN(const auto session,
                   openStudy(options.study,
                             isRename ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly, answer));
    if (isRename)
        RAPPORT_TRY(service::renameRound(*session, options.name, options.newName));
    RAPPORT_ASSIGN(const auto rounds, session->rounds());
    RAPPORT_ASSIGN(const auto progress, service::progress(*session));
    Table table({"name", "kind", "blind", "open", "raters", "assigned", "completed"});
    base::Json json = document("rounds");
    json["rounds"] = base::Json::array();
    for (const model::Round& round : rounds) {
        if (round.kind == model::RoundKind::Default)
            continue;
        const Standing standing = standingOf(round, progress);
        const bool isOpen = round.openedAt != 0;
        table.add({round.name, model::name(round.kind), yesNo(round.isBlind), yesNo(isOpen), standing.raters,
                   std::to_string(standing.assigned), std::to_string(standing.completed)});
        json["rounds"].push_back({{"name", round.name},
                                  {"kind", model::name(round.kind)},
                                  {"blind", round.isBlind},
                                  {"opened_at", isOpen ? base::Json(round.openedAt) : base::Json()},
                                  {"assigned", standing.assigned},
                                  {"completed", standing.completed}});
    }
    const Format format = formatOf(options.study.format);
    answer.out = format == Format::Json  ? jsonText(json)
                 : format == Format::Csv ? table.toCsv()
                 : table.isEmpty()       ? "no round was assigned yet\n"
                                         : table.toText();
    return answer;
}

} // namespace

Run declareRounds(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.action("ACTION", options->action, {"list", "rename"},
                     "list the rounds, or give one another name");
    arguments.positional("NAME", options->name, "rename: the round", Need::Optional);
    arguments.positional("NEW", options->newName, "rename: its new name", Need::Optional);
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
