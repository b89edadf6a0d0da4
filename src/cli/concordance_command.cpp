// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/concording.h"
#include "service/rating.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    service::ConcordanceRequest request;
    std::int64_t seed = 1;
    std::string code;
    std::string rater;
    std::string round;
    std::string hide;
    bool showHidden = false;
    std::string out;
};

base::Json guidOrNull(const base::Guid& guid) {
    return guid.isNull() ? base::Json() : base::Json(guid.text());
}

base::Json resultJson(const service::ConcordanceResult& result) {
    base::Json json = document("concordance");
    json["query"] = result.query;
    json["parsed"] = result.parsed;
    json["total"] = result.total;
    json["found"] = result.found;
    json["hidden"] = result.hidden;
    json["units"] = result.units;
    json["exact"] = true;
    json["lines"] = base::Json::array();
    for (const service::ConcordanceLine& line : result.lines)
        json["lines"].push_back({{"source", guidOrNull(line.sourceGuid)},
                                 {"unit", line.unitName},
                                 {"speaker", line.speaker.empty() ? base::Json() : base::Json(line.speaker)},
                                 {"left", line.left},
                                 {"match", line.match},
                                 {"right", line.right},
                                 {"range", {line.toldRange.begin.value, line.toldRange.end.value}}});
    return json;
}

std::string resultCsv(const service::ConcordanceResult& result) {
    Table table({"source", "unit", "speaker", "left", "match", "right", "begin", "end"});
    for (const service::ConcordanceLine& line : result.lines)
        table.add({line.sourceGuid.isNull() ? "" : line.sourceGuid.text(), line.unitName, line.speaker,
                   line.left, line.match, line.right, std::to_string(line.toldRange.begin.value),
                   std::to_string(line.toldRange.end.value)});
    return table.toCsv();
}

/// The matches stand under one another, the left context ends beside them.
std::string resultForPeople(const service::ConcordanceResult& result) {
    std::string text = counted(result.total, "line", "lines");
    if (const auto shown = static_cast<std::int64_t>(result.lines.size()); shown < result.total)
        text += fmt::format(", {} shown", shown);
    if (result.hidden > 0)
        text += fmt::format(", {} hidden", result.hidden);
    text += '\n';
    const auto bare = [](const std::string& context) {
        const std::string line = plain(context);
        return std::string(text::trim(line));
    };
    const auto blanks = [](std::int64_t width, const std::string& cell) {
        return std::string(static_cast<std::size_t>(width - text::countCodePoints(cell)), ' ');
    };
    std::int64_t unitWidth = 0;
    std::int64_t leftWidth = 0;
    std::int64_t matchWidth = 0;
    for (const service::ConcordanceLine& line : result.lines) {
        unitWidth = std::max(unitWidth, text::countCodePoints(plain(line.unitName)));
        leftWidth = std::max(leftWidth, text::countCodePoints(bare(line.left)));
        matchWidth = std::max(matchWidth, text::countCodePoints(plain(line.match)));
    }
    if (!result.lines.empty())
        text += '\n';
    for (const service::ConcordanceLine& line : result.lines) {
        const std::string unit = plain(line.unitName);
        const std::string left = bare(line.left);
        const std::string match = plain(line.match);
        std::string row = unit + blanks(unitWidth, unit) + "  " + blanks(leftWidth, left) + left + "  " +
                          match + blanks(matchWidth, match) + "  " + bare(line.right);
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + '\n';
    }
    return text;
}

std::string hiddenText(const std::vector<service::HiddenLine>& hidden, Format format) {
    if (format == Format::Json) {
        base::Json json = document("hidden-lines");
        json["lines"] = base::Json::array();
        for (const service::HiddenLine& each : hidden)
            json["lines"].push_back({{"unit", each.line.unitName},
                                     {"left", each.line.left},
                                     {"match", each.line.match},
                                     {"right", each.line.right},
                                     {"reason", each.reason}});
        return jsonText(json);
    }
    Table table({"unit", "left", "match", "right", "reason"});
    for (const service::HiddenLine& each : hidden) {
        const bool isCsv = format == Format::Csv;
        table.add({each.line.unitName, isCsv ? each.line.left : plain(each.line.left),
                   isCsv ? each.line.match : plain(each.line.match),
                   isCsv ? each.line.right : plain(each.line.right),
                   isCsv ? each.reason : plain(each.reason)});
    }
    return format == Format::Csv ? table.toCsv() : table.toText();
}

/// Says how many were coded.
base::Result<std::string> codeThem(service::Session& session, const Options& options,
                                   const std::vector<service::ConcordanceLine>& lines) {
    RAPPORT_ASSIGN(const model::Rater rater, session.rater(options.rater));
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    const model::Code* const code = codebook->code(options.code).code;
    if (code == nullptr)
        return base::fail(base::Errc::NotFound, fmt::format("there is no code '{}'", options.code),
                          "see: rapport codebook STUDY show");
    RAPPORT_ASSIGN(const service::ChangeSet change,
                   service::codeLines(session, lines, rater.id, options.round, code->id));
    static_cast<void>(change);
    const auto hidden =
        std::count_if(lines.begin(), lines.end(), [](const auto& line) { return !line.hidden.isNull(); });
    std::string said =
        fmt::format("{} coded with {} by {}",
                    counted(static_cast<std::int64_t>(lines.size()) - hidden, "line is", "lines are"),
                    code->name, rater.name);
    return options.round.empty() ? said : said + fmt::format(" in round {}", options.round);
}

} // namespace

Run declareConcordance(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.positional("QUERY", options->request.query, "As for rapport search");
    arguments.number("--width", options->request.width, "WORDS", "Words of context on either side (10)");
    arguments.list(
        "--sort", options->request.sort, "KEY,..",
        "Up to three of left1 .. left9, right1 .. right9, match, code, speaker, prompt, lang, source or an "
        "attribute (the study's order)");
    arguments.number("--offset", options->request.offset, "N", "Leave out the first N lines");
    arguments.number("--limit", options->request.limit, "N", "At most so many lines (all)");
    arguments.number("--sample", options->request.sample, "N", "N of the lines by chance");
    arguments.number("--seed", options->seed, "N", "Another sample (1)");
    arguments.text("--coded", options->request.coded, "WHAT",
                   "Lines that touch a coding (yes), that touch none (no), or one of this CODE; "
                   "yes@RATER, CODE@RATER: of this rater");
    arguments.text("--hide", options->hide, "REASON", "Hide these lines from now on, and say why");
    arguments.flag("--hidden", options->showHidden, "List the lines that were hidden, with their reasons");
    arguments.text("--out", options->out, "FILE", "Write the lines to a .csv or .xlsx, with the query");
    arguments.text("--code", options->code, "CODE", "Code what the lines match, as one step of undo");
    arguments.text("--by", options->rater, "RATER", "Who codes");
    arguments.text("--round", options->round, "ROUND", "In which round (the one that assigns the unit)");
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    arguments.footer(queryHelp);
    return [options](const base::Task& task) -> base::Result<Answer> {
        service::ConcordanceRequest& request = options->request;
        if (request.width < 0 || request.limit.value_or(0) < 0 || request.offset < 0 ||
            request.sample.value_or(0) < 0 || options->seed < 0)
            return base::fail(base::Errc::InvalidArgument,
                              "--width, --limit, --offset, --sample and --seed are not below 0");
        if (options->code.empty() != options->rater.empty())
            return base::fail(base::Errc::InvalidArgument, "--code and --by go together");
        request.seed = static_cast<std::uint64_t>(options->seed);
        Answer answer;
        const bool writes = !options->code.empty() || !options->hide.empty();
        RAPPORT_ASSIGN(const auto session,
                       openStudy(options->study,
                                 writes ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly,
                                 answer));
        if (options->showHidden) {
            RAPPORT_ASSIGN(const auto hidden,
                           service::hiddenLines(*session, request.query, request.width, task));
            answer.out = hiddenText(hidden, formatOf(options->study.format));
            return answer;
        }
        if (!options->out.empty()) {
            RAPPORT_TRY(service::exportLines(*session, request, options->out, task));
            answer.out = writtenText({options->out}, formatOf(options->study.format));
            return answer;
        }
        RAPPORT_ASSIGN(const service::ConcordanceResult result,
                       service::concordance(*session, request, task));
        if (!options->code.empty()) {
            RAPPORT_ASSIGN(const std::string said, codeThem(*session, *options, result.lines));
            answer.note(said);
        }
        if (!result.hasWords)
            answer.note("there is no word in this query, and so no line",
                        "for the texts that its fields choose: rapport search STUDY QUERY");
        if (!options->hide.empty()) {
            RAPPORT_ASSIGN(const auto change,
                           service::hideLines(*session, request.query, result.lines, options->hide));
            static_cast<void>(change);
        }
        const Format format = formatOf(options->study.format);
        answer.out = format == Format::Json  ? jsonText(resultJson(result))
                     : format == Format::Csv ? resultCsv(result)
                                             : resultForPeople(result);
        return answer;
    };
}

} // namespace rapport::cli
