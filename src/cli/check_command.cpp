// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/inspecting.h"

namespace rapport::cli {

namespace {

std::string resultText(const service::CheckResult& result, Format format) {
    if (format == Format::Json) {
        base::Json json = document("check");
        json["problems"] = result.problems;
        json["notes"] = result.notes;
        json["journal_rows"] = result.journalRows;
        json["codings"] = result.codings;
        json["repaired"] = result.repaired;
        return jsonText(json);
    }
    if (format == Format::Csv) {
        Table table({"problem"});
        for (const std::string& problem : result.problems)
            table.add({problem});
        return table.toCsv();
    }
    std::string text = fmt::format("{}: {}, {}\n", result.problems.empty() ? "no problems" : "problems found",
                                   counted(result.journalRows, "journal row", "journal rows"),
                                   counted(result.codings, "coding", "codings"));
    for (const std::string& problem : result.problems)
        text += "  " + plain(problem) + '\n';
    for (const std::string& note : result.notes)
        text += "  note: " + plain(note) + '\n';
    if (result.repaired)
        text += "what can be derived was made anew from the journal\n";
    return text;
}

} // namespace

Run declareCheck(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        bool repair = false;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.flag("--repair", options->repair, "Make anew from the journal what can be derived from it");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        Answer answer;
        RAPPORT_ASSIGN(const auto session,
                       openStudy(options->study,
                                 options->repair ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly,
                                 answer));
        RAPPORT_ASSIGN(const service::CheckResult result, service::check(*session, options->repair, task));
        if (!result.problems.empty()) {
            answer.exitCode = 1;
            answer.note(fmt::format("{}: {} found", options->study.path,
                                    counted(static_cast<std::int64_t>(result.problems.size()), "problem",
                                            "problems")),
                        result.isMendable   ? "try: rapport check STUDY --repair"
                        : session->isPack() ? "have the pack sent once more, or made anew from the study"
                                            : "put a backup back: rapport restore STUDY --list");
        }
        answer.out = resultText(result, formatOf(options->study.format));
        return answer;
    };
}

} // namespace rapport::cli
