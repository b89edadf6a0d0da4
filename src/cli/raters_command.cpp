// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/assigning.h"
#include "service/own_rating.h"
#include "service/renaming.h"

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::string action;
    std::string name;
    std::string newName;
    std::string kind = "human";
};

base::Result<Answer> run(const Options& options) {
    const bool isAdd = options.action == "add";
    const bool isList = options.action == "list";
    const bool isRename = options.action == "rename";
    if (isList != options.name.empty() || isRename == options.newName.empty())
        return base::fail(base::Errc::InvalidArgument,
                          isList     ? "raters list takes no name"
                          : isRename ? "raters rename needs the name of a rater, and a new one"
                          : isAdd    ? "raters add needs a name"
                                     : "raters coordinator needs the name of a rater, or 'nobody'",
                          "see: rapport raters --help");
    Answer answer;
    RAPPORT_ASSIGN(const auto session,
                   openStudy(options.study,
                             isList ? service::OpenMode::ReadOnly : service::OpenMode::ReadWrite, answer));
    if (options.action == "coordinator")
        RAPPORT_TRY(service::setCoordinatorRates(*session, options.name == "nobody" ? "" : options.name));
    if (isRename) {
        RAPPORT_ASSIGN(const auto renamed, service::renameRater(*session, options.name, options.newName));
        for (const std::string& search : renamed.searches)
            answer.note(fmt::format("rapport: saved search '{}' asks for '{}' now", search, options.newName));
        if (renamed.searchesOfOthers > 0)
            answer.note(fmt::format("rapport: {} of raters ask for '{}' now",
                                    counted(renamed.searchesOfOthers, "saved search", "saved searches"),
                                    options.newName));
    }
    if (isAdd)
        RAPPORT_TRY(service::addRater(*session, options.name,
                                      model::raterKind(options.kind).value_or(model::RaterKind::Human)));
    RAPPORT_ASSIGN(const auto raters, session->raters());
    Table table({"name", "kind"});
    base::Json json = document("raters");
    RAPPORT_ASSIGN(const std::string self, service::coordinatorRates(*session));
    if (!self.empty())
        json["coordinator"] = self;
    json["raters"] = base::Json::array();
    for (const model::Rater& rater : raters) {
        table.add({rater.name, model::name(rater.kind)});
        json["raters"].push_back({{"name", rater.name}, {"kind", model::name(rater.kind)}});
    }
    const Format format = formatOf(options.study.format);
    answer.out = format == Format::Json  ? jsonText(json)
                 : format == Format::Csv ? table.toCsv()
                                         : table.toText();
    if (!self.empty() && format == Format::Text)
        answer.out += fmt::format("the coordinator rates as {} and is blind to what {} still has to rate\n",
                                  self, self);
    return answer;
}

} // namespace

Run declareRaters(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.action("ACTION", options->action, {"list", "add", "rename", "coordinator"},
                     "list the raters, add one, give one another name, or say as which of them the "
                     "coordinator rates");
    arguments.positional("NAME", options->name,
                         "Name of the new rater, or of the coordinator as a rater (nobody: of none)",
                         Need::Optional);
    arguments.positional("NEW", options->newName, "rename: the new name", Need::Optional);
    arguments.choice("--kind", options->kind, {"human", "gold", "machine"},
                     "gold and machine raters enter agreement only where they are named");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
