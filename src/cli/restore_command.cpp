// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "cli/study_arguments.h"
#include "service/safekeeping.h"

namespace rapport::cli {

namespace {

std::string listText(const std::vector<service::BackupRow>& rows, Format format) {
    if (format == Format::Json) {
        base::Json json = document("backups");
        json["backups"] = base::Json::array();
        for (const service::BackupRow& row : rows)
            json["backups"].push_back({{"file", row.path},
                                       {"made", base::isoText(row.made)},
                                       {"reason", row.reason},
                                       {"bytes", row.bytes}});
        return jsonText(json);
    }
    Table table({"made", "reason", "bytes", "file"});
    for (const service::BackupRow& row : rows)
        table.add({base::isoText(row.made), row.reason, std::to_string(row.bytes), row.path});
    return format == Format::Csv ? table.toCsv() : table.toText();
}

} // namespace

Run declareRestore(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        std::string from;
        bool isList = false;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--from", options->from, "FILE", "A backup of the study");
    arguments.flag("--list", options->isList, "List the backups that were made automatically");
    arguments.excludes("--from", "--list");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        Answer answer;
        const Format format = formatOf(options->study.format);
        if (options->from.empty() && !options->isList)
            return base::fail(base::Errc::InvalidArgument, "say which backup: --from FILE",
                              "see them with: rapport restore STUDY --list");
        if (options->isList) {
            auto session = openStudy(options->study, service::OpenMode::ReadOnly, answer);
            // A study that does not open any more is the one that needs them most.
            if (!session) {
                answer.note(base::describe(session.error()), "these are the backups of all studies");
                answer.out = listText(service::allBackups(base::backupFolder()), format);
                return answer;
            }
            RAPPORT_ASSIGN(const auto rows, service::backups(**session));
            answer.out = listText(rows, format);
            return answer;
        }
        RAPPORT_ASSIGN(const service::Restored restored,
                       service::restore(options->study.path, options->from, task));
        if (format == Format::Json) {
            base::Json json = document("restore");
            json["from"] = restored.from;
            json["put_aside"] = restored.putAside.empty() ? base::Json() : base::Json(restored.putAside);
            json["brought_back"] = restored.broughtBack ? base::Json(*restored.broughtBack) : base::Json();
            answer.out = jsonText(json);
        } else {
            answer.out = fmt::format("restored from {}\n", restored.from);
            if (!restored.putAside.empty())
                answer.out += fmt::format("the study as it was is at {}\n", restored.putAside);
        }
        if (!restored.broughtBack)
            answer.note(
                "rapport: the study as it was cannot be read: texts of participants who withdrew since "
                "the backup, and words that were blotted out, may be in the study again",
                "take them out once more: rapport forget, rapport redact");
        else if (*restored.broughtBack > 0)
            answer.note(
                fmt::format(
                    "rapport: the backup is older than {} (withdrawals and redactions): these "
                    "texts are in the study again",
                    counted(*restored.broughtBack, "act that took texts out", "acts that took texts out")),
                fmt::format("take them out again: rapport merge {} {}", options->study.path,
                            restored.putAside));
        return answer;
    };
}

} // namespace rapport::cli
