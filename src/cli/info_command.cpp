// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/info_document.h"
#include "cli/study_arguments.h"

namespace rapport::cli {

std::string infoText(const service::StudyInfo& info, Format format) {
    const std::vector<std::pair<const char*, std::int64_t>> counts{
        {"participants", info.participants},
        {"sources", info.sources},
        {"answers", info.answers},
        {"turns", info.turns},
        {"units", info.units},
        {"raters", info.raters},
        {"rounds", info.rounds},
        {"codings", info.codings},
        {"completed", info.completed},
        {"non_responses", info.nonResponses},
        {"codebook_version", info.codebookVersion},
    };
    if (format == Format::Json) {
        base::Json json = document("info");
        json["title"] = info.title;
        json["language"] = info.language;
        for (const auto& [name, number] : counts) {
            json[name] = number;
            if (std::string_view(name) == "answers")
                json["transcripts"] = info.transcripts;
        }
        return jsonText(json);
    }
    Table table({"name", "value"});
    table.add({"title", info.title});
    table.add({"language", info.language});
    for (const auto& [name, number] : counts) {
        table.add({name, std::to_string(number)});
        if (std::string_view(name) == "answers")
            table.add({"transcripts", std::to_string(info.transcripts)});
    }
    return format == Format::Csv ? table.toCsv() : table.toText(false);
}

Run declareInfo(Arguments& arguments) {
    const auto study = std::make_shared<StudyArguments>();
    declareStudy(arguments, *study);
    declareViewer(arguments, *study);
    declareFormat(arguments, study->format);
    return [study](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(*study, service::OpenMode::ReadOnly, answer));
        RAPPORT_ASSIGN(const service::StudyInfo info, session->info());
        answer.out = infoText(info, formatOf(study->format));
        return answer;
    };
}

} // namespace rapport::cli
