// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/platform/file.h"
#include "cli/info_document.h"
#include "cli/study_arguments.h"

namespace rapport::cli {

Run declareNew(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        service::NewStudy make;
    };
    const auto options = std::make_shared<Options>();
    arguments.positional("STUDY", options->study.path, "The file to make; its name ends in .rapport");
    arguments.text(
        "--template", options->make.templateName, "NAME|FILE",
        "relationship-vignette (default), a file of your own (NAME.template.json), or empty for a study "
        "without instrument and codebook");
    arguments.text("--title", options->make.title, "TITLE", "Title of the study");
    arguments.choice("--language", options->make.language, {"nl", "en"}, "Language of the study's own texts");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) -> base::Result<Answer> {
        if (options->study.path.empty())
            return base::fail(base::Errc::InvalidArgument, "a study needs a file name",
                              "write: rapport new NAME.rapport");
        const std::string ending = base::fileEnding(options->study.path);
        if (ending != "rapport")
            return base::fail(base::Errc::InvalidArgument, base::Place{options->study.path, 0, 0, {}},
                              "a study's name ends in .rapport",
                              fmt::format("write: rapport new {}.rapport", options->study.path));
        RAPPORT_ASSIGN(const auto session, service::Session::create(options->study.path, options->make));
        RAPPORT_ASSIGN(const service::StudyInfo info, session->info());
        Answer answer;
        answer.out = infoText(info, formatOf(options->study.format));
        return answer;
    };
}

} // namespace rapport::cli
