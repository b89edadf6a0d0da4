// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/assigning.h"

namespace rapport::cli {

Run declareOpen(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        std::string round;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--round", options->round, "NAME", "The round to open", Need::Required);
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadWrite, answer));
        RAPPORT_ASSIGN(const service::ChangeSet changes, service::openRound(*session, options->round));
        RAPPORT_ASSIGN(const model::Round round, session->round(options->round));
        RAPPORT_ASSIGN(const auto progress, service::progress(*session));
        std::int64_t assigned = 0;
        std::int64_t completed = 0;
        for (const service::Progress& each : progress) {
            if (each.round.id == round.id) {
                assigned += each.assigned;
                completed += each.completed;
            }
        }
        if (completed < assigned)
            answer.note(fmt::format("rapport: {} of {} assignments were not completed: they are missing from "
                                    "the round's agreement, and what is rated now comes too late for it",
                                    assigned - completed, assigned));
        const Format format = formatOf(options->study.format);
        if (format == Format::Json) {
            base::Json json = document("round");
            json["round"] = round.name;
            json["kind"] = model::name(round.kind);
            json["blind"] = round.isBlind;
            json["opened_at"] = changes.position;
            answer.out = jsonText(json);
        } else if (format == Format::Csv) {
            Table table({"round", "kind", "blind", "opened_at"});
            table.add({round.name, model::name(round.kind), round.isBlind ? "1" : "0",
                       std::to_string(changes.position)});
            answer.out = table.toCsv();
        } else {
            answer.out = fmt::format("round {} is open; its agreement stays as it was at journal row {}\n",
                                     round.name, changes.position);
        }
        return answer;
    };
}

} // namespace rapport::cli
