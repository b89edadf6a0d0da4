// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/assigning.h"

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::string action;
    std::string name;
    std::string kind = "human";
};

base::Result<Answer> run(const Options& options) {
    const bool isAdd = options.action == "add";
    if (isAdd == options.name.empty())
        return base::fail(base::Errc::InvalidArgument,
                          isAdd ? "raters add needs a name" : "raters list takes no name",
                          "see: rapport raters --help");
    Answer answer;
    RAPPORT_ASSIGN(
        const auto session,
        openStudy(options.study, isAdd ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly, answer));
    if (isAdd)
        RAPPORT_TRY(service::addRater(*session, options.name,
                                      model::raterKind(options.kind).value_or(model::RaterKind::Human)));
    RAPPORT_ASSIGN(const auto raters, session->raters());
    Table table({"name", "kind"});
    base::Json json = document("raters");
    json["raters"] = base::Json::array();
    for (const model::Rater& rater : raters) {
        table.add({rater.name, model::name(rater.kind)});
        json["raters"].push_back({{"name", rater.name}, {"kind", model::name(rater.kind)}});
    }
    const Format format = formatOf(options.study.format);
    answer.out = format == Format::Json  ? jsonText(json)
                 : format == Format::Csv ? table.toCsv()
                                         : table.toText();
    return answer;
}

} // namespace

Run declareRaters(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.action("ACTION", options->action, {"list", "add"}, "list the raters, or add one");
    arguments.positional("NAME", options->name, "Name of the new rater", Need::Optional);
    arguments.choice("--kind", options->kind, {"human", "gold", "machine"},
                     "gold and machine raters enter agreement only where they are named");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
