// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/join.h"
#include "base/platform/file.h"
#include "base/platform/process.h"
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
    static constexpr std::array<const char*, 10> written{"html", "md",   "docx", "odt", "tex",
                                                         "xlsx", "json", "csv",  "r",   "pdf"};
    const std::string ending = base::fileEnding(file);
    if (std::find(written.begin(), written.end(), ending) != written.end())
        return {};
    return base::fail(
        base::Errc::InvalidArgument, base::Place{file, 0, 0, {}},
        ending.empty() ? std::string("a report's file name needs an ending")
                       : fmt::format("a report is not written as '.{}'", ending),
        "use a name that ends in .html, .md, .docx, .odt, .tex, .xlsx, .json, .csv, .R or .pdf");
}

/// Pages are laid out by the desktop, which needs no display for it. What it was asked here it is asked
/// there.
base::Result<Answer> printed(const Options& options, const base::Task& task) {
    constexpr const char* name = "rapport-desktop";
    const std::string desktop = base::findProgram(name);
    if (desktop.empty())
        return base::fail(
            base::Errc::Refused, base::Place{options.out, 0, 0, {}},
            fmt::format("a report is printed as PDF by {}, which is not here", name),
            fmt::format("put {} beside rapport or in PATH, or write .html, .docx or .odt", name));
    const service::StudyMeasureOptions& measure = options.request.measure;
    std::vector<std::string> words{"--report", options.out, "--language", options.request.language};
    const auto add = [&](const char* option, const std::string& value) {
        if (!value.empty())
            words.insert(words.end(), {option, value});
    };
    for (const std::string& round : measure.rounds)
        add("--round", round);
    add("--variables", fmt::format("{}", fmt::join(measure.variables, ",")));
    add("--raters", fmt::format("{}", fmt::join(measure.raters, ",")));
    add("--by", measure.by);
    add("--overlap", options.overlap);
    add("--target", fmt::format("{}", options.request.target));
    add("--examples", fmt::format("{}", options.request.examples));
    if (measure.afterOpening)
        words.emplace_back("--after-opening");
    if (measure.rollUp)
        words.emplace_back("--rollup");
    words.insert(words.end(), {"--", options.study.path});
    RAPPORT_ASSIGN(const int code, base::runProgram(desktop, words, task));
    Answer answer;
    answer.exitCode = code; // what went wrong it has said
    if (code == 0)
        answer.out = writtenText({options.out}, formatOf(options.study.format));
    else if (code > 5)
        answer.note(fmt::format("rapport: {} failed ({})", name, code));
    return answer;
}

} // namespace

Run declareReport(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    service::StudyMeasureOptions& measure = options->request.measure;
    declareStudy(arguments, options->study);
    arguments.text(
        "--out", options->out, "FILE",
        "Where to: .html, .md, .docx, .odt, .tex, .xlsx, .json, .csv, .pdf (by rapport-desktop), or "
        ".R (a script that checks the numbers)",
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
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        RAPPORT_TRY(knownEnding(options->out));
        if (base::fileEnding(options->out) == "pdf")
            return printed(*options, task);
        options->request.measure.overlap = options->overlap == "majority" ? model::Overlap::Majority
                                           : options->overlap == "full"   ? model::Overlap::Full
                                                                          : model::Overlap::Any;
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        if (base::fileEnding(options->out) == "r") {
            RAPPORT_ASSIGN(const std::string script,
                           service::agreementCheckScript(*session, options->request.measure, task));
            RAPPORT_TRY(base::writeFileAtomically(options->out, script));
            answer.out = writtenText({options->out}, formatOf(options->study.format));
            return answer;
        }
        RAPPORT_TRY(service::writeKappaReport(*session, options->request, options->out, task));
        answer.out = writtenText({options->out}, formatOf(options->study.format));
        return answer;
    };
}

} // namespace rapport::cli
