// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/searching.h"

namespace rapport::cli {

namespace {

std::string reportText(const service::IndexReport& report, Format format) {
    if (format == Format::Json) {
        base::Json json = document("index");
        json["outcome"] = report.outcome;
        json["units"] = report.units;
        json["memos_and_codes"] = report.memosAndCodes;
        json["position"] = report.position;
        json["problems"] = report.problems;
        return jsonText(json);
    }
    if (format == Format::Csv) {
        Table table({"outcome", "units", "memos_and_codes", "position", "problems"});
        table.add({report.outcome, std::to_string(report.units), std::to_string(report.memosAndCodes),
                   std::to_string(report.position), std::to_string(report.problems.size())});
        return table.toCsv();
    }
    return fmt::format("{}: {}, {}, up to journal row {}\n", report.outcome,
                       counted(report.units, "unit", "units"),
                       counted(report.memosAndCodes, "memo or code", "memos and codes"), report.position);
}

} // namespace

Run declareIndex(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        bool rebuild = false;
        bool verify = false;
        std::optional<std::int64_t> split;
        std::string into;
        std::vector<std::string> servers;
        bool local = false;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.flag("--rebuild", options->rebuild, "Make the index anew");
    arguments.flag(
        "--verify", options->verify,
        "Compare the words of every unit, memo and code with those that the index holds and finds");
    arguments.number("--split", options->split, "N", "Write the index as N databases for servers (--into)");
    arguments.text("--into", options->into, "FOLDER", "A new folder for --split");
    arguments.list("--servers", options->servers, "HOST:PORT,..",
                   "Ask these servers (xapian-tcpsrv, one for each part, in their order) from now on");
    arguments.flag("--local", options->local, "Ask this machine's index again");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        Answer answer;
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        service::IndexReport report;
        if (options->split.has_value() == options->into.empty())
            return base::fail(base::Errc::InvalidArgument, "--split and --into go together");
        if (options->local || !options->servers.empty())
            RAPPORT_TRY(service::useServers(*session, options->servers));
        if (options->rebuild || !options->verify) {
            RAPPORT_ASSIGN(report, service::updateIndex(*session, options->rebuild, task));
        }
        if (options->verify) {
            RAPPORT_ASSIGN(service::IndexReport verified, service::verifyIndex(*session, task));
            if (!report.outcome.empty())
                verified.outcome = report.outcome;
            report = std::move(verified);
        }
        if (options->split) {
            RAPPORT_ASSIGN(const auto paths,
                           service::splitIndex(*session, *options->split, options->into, task));
            for (const std::string& path : paths)
                answer.note("rapport: wrote " + path);
        }
        for (const std::string& problem : report.problems)
            answer.note("rapport: " + plain(problem));
        if (!report.problems.empty()) {
            answer.exitCode = 1;
            answer.messages += "    make it anew: rapport index STUDY --rebuild\n";
        }
        answer.out = reportText(report, formatOf(options->study.format));
        return answer;
    };
}

} // namespace rapport::cli
