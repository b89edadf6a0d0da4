// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/platform/file.h"
#include "cli/study_arguments.h"
#include "service/check_script.h"
#include "service/reporting.h"

#include <algorithm>
#include <array>

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::string out;
    std::string overlap;
    service::ReportRequest request;
};

base::Status knownEnding(const std::string& file) {
    static constexpr std::array<const char*, 9> written{"html", "md",   "docx", "odt", "tex",
                                                        "xlsx", "json", "csv",  "r"};
    const std::string ending = base::fileEnding(file);
    if (std::find(written.begin(), written.end(), ending) != written.end())
        return {};
    return base::fail(base::Errc::InvalidArgument, base::Place{file, 0, 0, {}},
                      ending.empty() ? std::string("a report's file name needs an ending")
                                     : fmt::format("a report is not written as '.{}'", ending),
                      "use a name that ends in .html, .md, .docx, .odt, .tex, .xlsx, .json, .csv or .R");
}

} // namespace

Run declareReport(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    service::StudyMeasureOptions& measure = options->request.measure;
    declareStudy(arguments, options->study);
    arguments.text("--out", options->out, "FILE",
                   "Where to: .html, .md, .docx, .odt, .tex, .xlsx, .json, .csv, or .R (a script that checks "
                   "the numbers)",
                   Need::Required);
    arguments.repeated("--round", measure.rounds, "R",
                       "This round (default: the reliability rounds, else default; may be repeated)");
    arguments.choice("--lang", options->request.language, {"nl", "en"}, "Language of the report (en)");
    arguments.list("--variables", measure.variables, "V,..", "These variables only");
    arguments.list("--raters", measure.raters, "A,B,..", "These raters only (default: all human ones)");
    arguments.text("--by", measure.by, "ATTR",
                   "Results for each value of this attribute, and whether they differ (default: by prompt)");
    arguments.flag("--after-opening", measure.afterOpening,
                   "With what was changed after the round was opened");
    arguments.choice("--overlap", options->overlap, {"any", "majority", "full"},
                     "How much of a unit segments must cover to count for it (any)");
    arguments.flag("--rollup", measure.rollUp, "A code counts through the codes under it too");
    arguments.number("--target", options->request.target, "K",
                     "What a code's lower confidence limit should reach (0.7)");
    arguments.number("--examples", options->request.examples, "N",
                     "With the N units per round that cost most agreement, their text without names (0)");
    return [options](const base::Task& task) -> base::Result<Answer> {
        RAPPORT_TRY(knownEnding(options->out));
        options->request.measure.overlap = options->overlap == "majority" ? model::Overlap::Majority
                                           : options->overlap == "full"   ? model::Overlap::Full
                                                                          : model::Overlap::Any;
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        if (base::fileEnding(options->out) == "r") {
            RAPPORT_ASSIGN(const std::string script,
                           service::agreementCheckScript(*session, options->request.measure, task));
            RAPPORT_TRY(base::writeFileAtomically(options->out, script));
            answer.out = fmt::format("wrote {}\n", options->out);
            return answer;
        }
        RAPPORT_TRY(service::writeKappaReport(*session, options->request, options->out, task));
        answer.out = fmt::format("wrote {}\n", options->out);
        return answer;
    };
}

} // namespace rapport::cli
