// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/consensus.h"
#include "service/rating.h"

namespace rapport::cli {

namespace {

using base::Errc;

struct Options {
    StudyArguments study;
    std::string unit;
    std::string round;
    std::vector<std::string> set;
    std::vector<std::string> unset;
    std::vector<std::string> by;
    std::string reason;
    std::string remark;
    std::string about;
    bool isUndone = false;
};

base::Result<std::vector<std::pair<std::string, std::string>>>
settings(const std::vector<std::string>& given) {
    std::vector<std::pair<std::string, std::string>> set;
    for (const std::string& text : given) {
        const std::size_t sign = text.find('=');
        if (sign == std::string::npos || sign == 0 || sign + 1 == text.size())
            return base::fail(Errc::InvalidArgument, fmt::format("'--set {}' is not understood", text),
                              "write --set CODE=1, --set CODE=0 or --set VARIABLE=LEVEL");
        set.emplace_back(text.substr(0, sign), text.substr(sign + 1));
    }
    return set;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

base::Json valueJson(const std::optional<std::string>& value) {
    return value ? base::Json(*value) : base::Json();
}

/// `rapport.discussion/1`: the unit with its raters side by side and what was settled so far.
base::Json discussionJson(const service::Discussion& talk, const std::string& round) {
    base::Json json = document("discussion");
    json["round"] = round;
    json["unit"] = talk.name;
    json["text"] = talk.text;
    json["raters"] = base::Json::array();
    const auto quotesJson = [](const std::vector<service::Quote>& quotes) {
        base::Json list = base::Json::array();
        for (const service::Quote& quote : quotes) {
            base::Json each = {{"variable", quote.variable},
                               {"code", quote.code.empty() ? base::Json() : base::Json(quote.code)},
                               {"range", base::Json()},
                               {"quote", quote.words}};
            if (quote.range)
                each["range"] = {quote.range->begin.value, quote.range->end.value};
            if (quote.code.empty())
                each["count"] = quote.count;
            list.push_back(std::move(each));
        }
        return list;
    };
    for (const service::RaterSide& side : talk.sides)
        json["raters"].push_back({{"rater", side.name},
                                  {"completed", side.isComplete},
                                  {"flagged", side.isFlagged},
                                  {"codings", quotesJson(side.quotes)},
                                  {"changed_since", quotesJson(side.changedSince)},
                                  {"memo", side.memo}});
    json["disputes"] = base::Json::array();
    for (const service::Dispute& dispute : talk.disputes) {
        base::Json ratings = base::Json::object();
        for (std::size_t rater = 0; rater < dispute.ratings.size(); ++rater)
            ratings[talk.sides[rater].name] = valueJson(dispute.ratings[rater]);
        json["disputes"].push_back({{"variable", dispute.variable},
                                    {"code", dispute.code.empty() ? base::Json() : base::Json(dispute.code)},
                                    {"agreed", dispute.isAgreed},
                                    {"share", dispute.share},
                                    {"cost", dispute.cost},
                                    {"ratings", std::move(ratings)},
                                    {"consensus", valueJson(dispute.settled)}});
    }
    json["history"] = base::Json::array();
    for (const service::SettledItem& item : talk.history)
        json["history"].push_back({{"time", base::isoText(item.time)},
                                   {"variable", item.variable},
                                   {"code", item.code.empty() ? base::Json() : base::Json(item.code)},
                                   {"value", item.value},
                                   {"by", item.by},
                                   {"reason", item.reason},
                                   {"taken_back", item.isTakenBack},
                                   {"replaced", item.isReplaced}});
    json["remarks"] = base::Json::array();
    for (const service::Remark& remark : talk.remarks)
        json["remarks"].push_back(
            {{"id", remark.guid.text()},
             {"time", base::isoText(remark.time)},
             {"author", remark.author.empty() ? base::Json() : base::Json(remark.author)},
             {"about", remark.code.empty() ? remark.variable : remark.code},
             {"text", remark.text},
             {"became_version",
              remark.becameVersion == 0 ? base::Json() : base::Json(remark.becameVersion)}});
    return json;
}

std::string discussionText(const service::Discussion& talk, Format format) {
    std::vector<std::string> columns{"variable", "code"};
    for (const service::RaterSide& side : talk.sides)
        columns.push_back(side.name);
    for (const char* more : {"cost", "consensus"})
        columns.emplace_back(more);
    Table table(columns);
    for (const service::Dispute& dispute : talk.disputes) {
        if (dispute.isAgreed && !dispute.settled)
            continue;
        std::vector<std::string> cells{dispute.variable, dispute.code};
        for (const auto& rating : dispute.ratings)
            cells.push_back(rating.value_or(format == Format::Csv ? "" : "-"));
        cells.push_back(fmt::format("{:.4f}", dispute.cost));
        cells.push_back(dispute.settled.value_or(format == Format::Csv ? "" : "-"));
        table.add(std::move(cells));
    }
    if (format == Format::Csv)
        return table.toCsv();
    std::string text = fmt::format("{}\n{}\n\n", plain(talk.name), plain(talk.text)) + table.toText();
    for (const service::RaterSide& side : talk.sides) {
        for (const service::Quote& quote : side.quotes) {
            if (!quote.words.empty())
                text += fmt::format("\n{}: {} \"{}\"", plain(side.name), quote.code, plain(quote.words));
        }
        for (const service::Quote& quote : side.changedSince)
            text += fmt::format("\n{}, changed since the opening: {}{}", plain(side.name),
                                quote.code.empty() ? fmt::format("{} = {}", quote.variable, quote.count)
                                                   : quote.code,
                                quote.words.empty() ? "" : fmt::format(" \"{}\"", plain(quote.words)));
        if (!side.memo.empty())
            text += fmt::format("\n{}, memo: {}", plain(side.name), plain(side.memo));
    }
    for (const service::SettledItem& item : talk.history)
        text += fmt::format("\n{} {} = {}{} by {}: {}", base::isoText(item.time),
                            item.code.empty() ? item.variable : item.code, item.value,
                            item.isTakenBack  ? " (taken back)"
                            : item.isReplaced ? " (replaced)"
                                              : "",
                            plain(joined(item.by)), plain(item.reason));
    for (const service::Remark& remark : talk.remarks)
        text += fmt::format(
            "\nremark {} {}: {}{}", remark.guid.text(),
            remark.author.empty() ? "by the coordinator" : "by " + plain(remark.author), plain(remark.text),
            remark.becameVersion == 0 ? ""
                                      : fmt::format(" (became codebook version {})", remark.becameVersion));
    return text.ends_with('\n') ? text : text + "\n";
}

base::Result<Answer> run(const Options& options) {
    RAPPORT_ASSIGN(const auto set, settings(options.set));
    const int acts = (set.empty() ? 0 : 1) + (options.isUndone ? 1 : 0) + (options.remark.empty() ? 0 : 1);
    if (acts > 1)
        return base::fail(Errc::InvalidArgument, "one thing at a time", "give --set, --undo or --remark");
    if (set.empty() && !options.reason.empty())
        return base::fail(Errc::InvalidArgument, "a reason for what?", "say what is settled: --set CODE=1");
    Answer answer;
    RAPPORT_ASSIGN(const auto session,
                   openStudy(options.study,
                             acts == 0 ? service::OpenMode::ReadOnly : service::OpenMode::ReadWrite, answer));
    RAPPORT_ASSIGN(const model::Unit unit, service::findUnit(*session, options.unit));
    if (!set.empty())
        RAPPORT_TRY(service::adjudicate(*session, {options.round, unit.id, set, options.by, options.reason}));
    if (options.isUndone)
        RAPPORT_TRY(service::unsettle(*session, options.round, unit.id, options.unset));
    if (!options.remark.empty())
        RAPPORT_TRY(
            service::addRemark(*session, {options.round, unit.id, options.about,
                                          options.by.empty() ? "" : options.by.front(), options.remark}));
    RAPPORT_ASSIGN(const auto talk, service::discussion(*session, options.round, unit.id));
    const Format format = formatOf(options.study.format);
    answer.out =
        format == Format::Json ? jsonText(discussionJson(talk, options.round)) : discussionText(talk, format);
    return answer;
}

} // namespace

Run declareAdjudicate(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--unit", options->unit, "UNIT", "The unit, by either of its names", Need::Required);
    arguments.text("--round", options->round, "R", "The round, which has to be open", Need::Required);
    arguments.repeated("--set", options->set, "CODE=1|0|VARIABLE=LEVEL",
                       "What is settled (may be repeated); it takes the place of what was settled before");
    arguments.list("--by", options->by, "RATER,..", "Who settles it; several: a discussion");
    arguments.text("--reason", options->reason, "TEXT", "Why");
    arguments.flag("--undo", options->isUndone, "Take back what was settled for the unit");
    arguments.list("--only", options->unset, "CODE,..", "With --undo: for these codes and variables only");
    arguments.text("--remark", options->remark, "TEXT", "Write down a remark instead of settling");
    arguments.text("--about", options->about, "CODE", "With --remark: the code or variable it is about");
    arguments.footer("Without --set, --undo and --remark: shows the raters side by side.");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
