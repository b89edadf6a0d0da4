// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "cli/study_arguments.h"
#include "service/inspecting.h"

namespace rapport::cli {

Run declareBackup(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        std::string file;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.positional("FILE", options->file, "The copy; a file that is there is never overwritten");
    return [options](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        RAPPORT_TRY(service::backup(*session, options->file));
        answer.out = fmt::format("wrote {}\n", options->file);
        return answer;
    };
}

} // namespace rapport::cli
