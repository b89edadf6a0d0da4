// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/told_ranges.h"

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    service::UnitsRequest request;
    bool isTodo = false;
    bool isDone = false;
};

/// Empty outside rounds: a unit as such is neither done nor to do.
const char* stateOf(const service::UnitItem& item) {
    return item.rater.empty() ? "" : item.isComplete ? "done" : item.isBegun ? "begun" : "todo";
}

std::string listText(const std::vector<service::UnitItem>& items, Format format) {
    if (format == Format::Json) {
        base::Json json = document("units");
        json["units"] = base::Json::array();
        for (const service::UnitItem& item : items) {
            const auto orNull = [](const std::string& text) {
                return text.empty() ? base::Json() : base::Json(text);
            };
            json["units"].push_back({{"unit", item.name},
                                     {"neutral", orNull(item.neutralName)},
                                     {"source", orNull(item.sourceName)},
                                     {"kind", model::name(item.kind)},
                                     {"prompt", orNull(item.prompt)},
                                     {"ordinal", item.ordinal},
                                     {"state", orNull(stateOf(item))},
                                     {"flagged", item.isFlagged},
                                     {"round", orNull(item.round)},
                                     {"rater", orNull(item.rater)},
                                     {"begin", service::toldRange(item).begin.value},
                                     {"end", service::toldRange(item).end.value}});
        }
        return jsonText(json);
    }
    Table table({"unit", "source", "ordinal", "state", "round", "rater", "begin", "end"});
    for (const service::UnitItem& item : items)
        table.add({item.name, item.sourceName, std::to_string(item.ordinal), stateOf(item), item.round,
                   item.rater, std::to_string(service::toldRange(item).begin.value),
                   std::to_string(service::toldRange(item).end.value)});
    return format == Format::Csv ? table.toCsv() : table.toText();
}

} // namespace

Run declareUnits(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--round", options->request.round, "R", "Units of this round");
    arguments.text("--rater", options->request.rater, "A", "Units of this rater, in the rater's own order");
    arguments.flag("--todo", options->isTodo, "Those that are not completed");
    arguments.flag("--done", options->isDone, "Those that are completed");
    arguments.excludes("--todo", "--done");
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        options->request.state = options->isTodo   ? service::UnitState::Todo
                                 : options->isDone ? service::UnitState::Done
                                                   : service::UnitState::All;
        RAPPORT_ASSIGN(const auto items, service::units(*session, options->request));
        answer.out = listText(items, formatOf(options->study.format));
        return answer;
    };
}

} // namespace rapport::cli
