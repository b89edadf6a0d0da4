// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/platform/file.h"
#include "cli/codebook_file.h"
#include "cli/study_arguments.h"
#include "service/history.h"
#include "service/inspecting.h"

namespace rapport::cli {

namespace {

using base::Errc;

struct Options {
    StudyArguments study;
    std::string out;
    std::string what;
};

/// `codings` or `codebook`; anything that this version cannot write is refused before the study is opened.
base::Result<std::string> whatToWrite(const Options& options) {
    const std::string ending = base::fileEnding(options.out);
    std::string what = options.what;
    if (what.empty())
        what = ending == "qdpx" ? "project" : ending == "qdc" ? "codebook" : "codings";
    const base::Place place{options.out, 0, 0, {}};
    if (what == "answers" || what == "project")
        return base::fail(
            Errc::InvalidArgument, place,
            fmt::format("this version does not export {}", what == "answers" ? "answers" : "whole projects"),
            "it exports --what codings (to .csv) and --what codebook (to .json)");
    if (what == "audit" && ending != "csv" && ending != "json" && ending != "md")
        return base::fail(Errc::InvalidArgument, place,
                          fmt::format("an audit trail is not written as '.{}'", ending),
                          "use a name that ends in .md, .json or .csv");
    if (what == "codebook")
        RAPPORT_TRY(refuseOtherCodebookFiles(options.out));
    if (what == "codings" && ending != "csv")
        return base::fail(Errc::InvalidArgument, place,
                          fmt::format("codings are not written as '.{}'", ending),
                          "use a name that ends in .csv");
    return what;
}

} // namespace

Run declareExport(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--out", options->out, "FILE",
                   "Where to: .csv for codings, .json for the codebook, .md for the audit trail",
                   Need::Required);
    arguments.choice("--what", options->what, {"codings", "answers", "codebook", "project", "audit"},
                     "What to write (default: by the file's ending, else codings)");
    declareViewer(arguments, options->study);
    return [options](const base::Task& task) -> base::Result<Answer> {
        RAPPORT_ASSIGN(const std::string what, whatToWrite(*options));
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        if (what == "codebook") {
            RAPPORT_TRY(writeCodebookFile(*session, options->out));
        } else if (what == "audit") {
            const std::string ending = base::fileEnding(options->out);
            RAPPORT_ASSIGN(const std::string text,
                           service::audit(*session,
                                          ending == "csv"    ? service::AuditFormat::Csv
                                          : ending == "json" ? service::AuditFormat::Json
                                                             : service::AuditFormat::Markdown,
                                          task));
            RAPPORT_TRY(base::writeFileAtomically(options->out, text));
        } else {
            RAPPORT_ASSIGN(const std::string csv, service::exportCodings(*session));
            RAPPORT_TRY(base::writeFileAtomically(options->out, csv));
        }
        answer.out = fmt::format("wrote {}\n", options->out);
        return answer;
    };
}

} // namespace rapport::cli
