// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/platform/file.h"
#include "cli/codebook_file.h"
#include "cli/study_arguments.h"
#include "service/exporting.h"
#include "service/history.h"

#include <algorithm>
#include <functional>
#include <map>

namespace rapport::cli {

namespace {

using base::Errc;

struct Options {
    StudyArguments study;
    std::string out;
    std::string what;
    std::string overlap;
    std::string source;
    bool withoutRaters = false;
    service::ExportRequest request;
};

const std::map<std::string, service::ExportKind>& kinds() {
    static const std::map<std::string, service::ExportKind> all{
        {"codings", service::ExportKind::Codings}, {"answers", service::ExportKind::Answers},
        {"wide", service::ExportKind::Wide},       {"long", service::ExportKind::Long},
        {"quotes", service::ExportKind::Quotes},   {"codebook", service::ExportKind::Codebook},
        {"project", service::ExportKind::Project},
    };
    return all;
}

/// What only some of the tables take, in the order of the help.
struct Narrowing {
    const char* option;
    std::vector<std::string> takes;
    std::function<bool(const Options&)> isGiven;
};

const std::vector<Narrowing>& narrowings() {
    static const std::vector<Narrowing> all{
        {"--with-blinded",
         {"answers", "wide", "project"},
         [](const Options& options) { return options.request.withBlinded; }},
        // Answers and codebook name no rater.
        {"--pseudonyms",
         {"codings", "answers", "wide", "long", "quotes", "codebook", "project"},
         [](const Options& options) { return options.request.pseudonymousRaters; }},
        {"--no-raters", {"wide"}, [](const Options& options) { return options.withoutRaters; }},
        {"--round",
         {"codings", "wide", "long", "quotes"},
         [](const Options& options) { return !options.request.select.rounds.empty(); }},
        {"--prompts",
         {"codings", "answers", "wide", "long", "quotes"},
         [](const Options& options) { return !options.request.select.prompts.empty(); }},
        {"--participants",
         {"codings", "answers", "wide", "long", "quotes"},
         [](const Options& options) { return !options.request.select.participants.empty(); }},
        {"--variables",
         {"wide", "long", "quotes"},
         [](const Options& options) { return !options.request.select.variables.empty(); }},
        {"--codes",
         {"wide", "long", "quotes"},
         [](const Options& options) { return !options.request.select.codes.empty(); }},
        {"--source", {"wide", "long"}, [](const Options& options) { return !options.source.empty(); }},
        {"--overlap", {"wide", "long"}, [](const Options& options) { return !options.overlap.empty(); }},
    };
    return all;
}

/// Whoever asks for a part must not be given the whole.
base::Status everythingTaken(const Options& options, const std::string& what) {
    for (const Narrowing& each : narrowings()) {
        if (!each.isGiven(options) ||
            std::find(each.takes.begin(), each.takes.end(), what) != each.takes.end())
            continue;
        std::string taking;
        for (const std::string& kind : each.takes)
            taking += (taking.empty() ? "" : &kind == &each.takes.back() ? " and " : ", ") + kind;
        return base::fail(Errc::InvalidArgument, fmt::format("--what {} does not take {}", what, each.option),
                          fmt::format("{} is of --what {}", each.option, taking));
    }
    return {};
}

/// By the file's ending where that is unique; else codings. What cannot be written is refused before the
/// study is opened.
base::Result<std::string> whatToWrite(const Options& options) {
    static const std::map<std::string, std::string> unique{
        {"qdpx", "project"}, {"qdc", "codebook"}, {"html", "codebook"}, {"docx", "codebook"},
        {"odt", "codebook"}, {"tex", "codebook"}, {"md", "codebook"},   {"r", "wide"}};
    const std::string ending = base::fileEnding(options.out);
    std::string what = options.what;
    if (what.empty()) {
        const auto found = unique.find(ending);
        what = found == unique.end() ? "codings" : found->second;
    }
    static const std::vector<std::string> audit{"md", "json", "csv"};
    std::vector<std::string> endings = what == "audit" ? audit : service::exportEndings(kinds().at(what));
    if (what == "codebook")
        endings.insert(endings.begin(), "json");
    if (std::find(endings.begin(), endings.end(), ending) != endings.end())
        return what;
    std::string known;
    for (const std::string& each : endings)
        known += (known.empty() ? "." : ", .") + (each == "r" ? std::string("R") : each);
    const base::Place place{options.out, 0, 0, {}};
    const std::string hint = "use a name that ends in " + known;
    if (ending.empty())
        return base::fail(Errc::InvalidArgument, place, "an export's file name needs an ending", hint);
    return base::fail(Errc::InvalidArgument, place,
                      fmt::format("{} not written as '.{}'",
                                  what == "audit"                           ? "an audit trail is"
                                  : what == "project" || what == "codebook" ? "a " + what + " is"
                                  : what == "wide" || what == "long"        ? "a " + what + " table is"
                                                                            : what + " are",
                                  ending),
                      hint);
}

} // namespace

Run declareExport(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    service::AnalysisSelection& select = options->request.select;
    declareStudy(arguments, options->study);
    arguments.text("--out", options->out, "FILE", "Where to; the ending says in which form", Need::Required);
    arguments.choice(
        "--what", options->what,
        {"codings", "answers", "wide", "long", "quotes", "codebook", "project", "audit"},
        "What to write (default: by the file's ending, else codings); all of it but the codebook unblinds a"
        " coordinator who still has to rate: exports are whole");
    arguments.flag("--with-blinded", options->request.withBlinded,
                   "answers, wide, project: blinded attributes too");
    arguments.flag("--pseudonyms", options->request.pseudonymousRaters,
                   "Raters as rater_1, rater_2, ...; not in the audit trail");
    arguments.flag("--no-raters", options->withoutRaters,
                   "wide: no columns of single raters and of the consensus");
    arguments.repeated("--round", select.rounds, "R",
                       "codings, wide, long, quotes: this round (may be repeated)");
    arguments.list("--prompts", select.prompts, "Q,..",
                   "These prompts, or kinds of units; not of codebook, project, audit");
    arguments.list("--participants", select.participants, "P|ATTR=VALUE,..",
                   "These participants; not of codebook, project, audit");
    arguments.list("--variables", select.variables, "V,..", "wide, long, quotes: these variables");
    arguments.list("--codes", select.codes, "C,..", "wide, long, quotes: these codes");
    arguments.choice("--source", options->source, {"raters", "consensus"},
                     "wide, long: raters' codes alone, or the consensus alone (default: as in analyse)");
    arguments.choice("--overlap", options->overlap, {"any", "majority", "full"},
                     "wide, long: how much of a unit segments must cover to count for it (any)");
    arguments.choice("--lang", options->request.language, {"nl", "en"},
                     "Language of labels and of the booklet (en)");
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        service::ExportRequest& request = options->request;
        RAPPORT_ASSIGN(const std::string what, whatToWrite(*options));
        RAPPORT_TRY(everythingTaken(*options, what));
        const Format format = formatOf(options->study.format);
        request.perRater = !options->withoutRaters;
        request.select.from = options->source == "raters"      ? service::CodesFrom::Raters
                              : options->source == "consensus" ? service::CodesFrom::Consensus
                                                               : service::CodesFrom::Rule;
        request.select.overlap = options->overlap == "majority" ? model::Overlap::Majority
                                 : options->overlap == "full"   ? model::Overlap::Full
                                                                : model::Overlap::Any;
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        if (what == "audit") {
            const std::string ending = base::fileEnding(options->out);
            RAPPORT_ASSIGN(const std::string text,
                           service::audit(*session,
                                          ending == "csv"    ? service::AuditFormat::Csv
                                          : ending == "json" ? service::AuditFormat::Json
                                                             : service::AuditFormat::Markdown,
                                          task));
            RAPPORT_TRY(base::writeFileAtomically(options->out, text));
            answer.out = writtenText({options->out}, format);
            return answer;
        }
        if (what == "codebook" && base::fileEnding(options->out) == "json") {
            RAPPORT_TRY(writeCodebookFile(*session, options->out));
            answer.out = writtenText({options->out}, format);
            return answer;
        }
        request.kind = kinds().at(what);
        RAPPORT_ASSIGN(const service::Exported exported,
                       service::writeExport(*session, request, options->out, task));
        answer.out = writtenText(exported.files, format);
        for (const std::string& warning : exported.warnings)
            answer.note("warning: " + warning);
        return answer;
    };
}

} // namespace rapport::cli
