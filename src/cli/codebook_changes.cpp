// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/codebook_changes.h"

#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/analysing.h"
#include "service/codebook_changes.h"

#include <algorithm>

namespace rapport::cli {

namespace {

using base::Errc;
using service::CodebookChange;

base::Status need(const std::string& value, const char* option, const std::string& action) {
    if (!value.empty())
        return {};
    return base::fail(Errc::InvalidArgument, fmt::format("codebook {} needs {}", action, option),
                      "see: rapport codebook --help");
}

model::LocalText inLanguage(const std::string& text, const std::string& language) {
    model::LocalText local;
    if (!text.empty())
        local.byLanguage[language] = text;
    return local;
}

base::Result<CodebookChange> change(service::Session& session, const std::string& action,
                                    const ChangeOptions& options) {
    RAPPORT_ASSIGN(const service::StudyInfo info, session.info());
    const std::string language = options.language.empty() ? info.language : options.language;
    if (action == "undo")
        return service::undoCodebookChange(session);
    if (action == "merge") {
        RAPPORT_TRY(need(options.codes.empty() ? "" : "x", "--codes A,B", action));
        RAPPORT_TRY(need(options.into.size() == 1 ? "x" : "", "--into with one code", action));
        return service::mergeCodes(session, options.codes, options.into.front());
    }
    RAPPORT_TRY(need(options.code, "--code CODE", action));
    if (action == "rename") {
        RAPPORT_TRY(need(options.name + options.title, "--name or --title", action));
        return service::renameCode(session, options.code, options.name, inLanguage(options.title, language));
    }
    if (action == "split") {
        RAPPORT_TRY(need(options.into.empty() ? "" : "x", "--into A,B", action));
        std::vector<service::NewCode> into;
        for (const std::string& name : options.into)
            into.push_back({name, {}, {}});
        return service::splitCode(session, options.code, into);
    }
    if (action == "move")
        return service::moveCode(session, options.code, options.parent);
    if (action == "retire")
        return service::retireCode(session, options.code);
    service::Redefinition redefinition;
    redefinition.code = options.code;
    redefinition.definition = inLanguage(options.definition, language);
    redefinition.use = inLanguage(options.use, language);
    redefinition.avoid = inLanguage(options.avoid, language);
    if (!options.remark.empty()) {
        redefinition.remark = base::Guid::parse(options.remark);
        if (!redefinition.remark)
            return base::fail(Errc::InvalidArgument, fmt::format("'{}' names no remark", options.remark),
                              "remarks have their ids in: rapport adjudicate STUDY --unit UNIT --round R");
    }
    return service::redefineCode(session, redefinition);
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : " ") + name;
    return text;
}

base::Result<std::string> recodeText(service::Session& session, const ChangeOptions& options, Format format,
                                     Answer& answer) {
    RAPPORT_ASSIGN(const auto rows, service::codingsToRecode(session, options.withRetired));
    RAPPORT_ASSIGN(const std::int64_t leftOut, service::unitsLeftOutOfRecoding(session));
    noteLeftOut(leftOut, "others' codings on each are listed once you have completed it", answer);
    if (format == Format::Json) {
        base::Json json = document("recode");
        json["rows"] = base::Json::array();
        for (const service::LeftCoding& row : rows)
            json["rows"].push_back({{"unit", row.unitName},
                                    {"rater", row.rater},
                                    {"round", row.round},
                                    {"variable", row.variable},
                                    {"code", row.code},
                                    {"version", row.version},
                                    {"into", row.into}});
        if (leftOut > 0)
            json[service::leftOutToRate] = leftOut;
        return jsonText(json);
    }
    Table table({"unit", "rater", "round", "variable", "code", "version", "into"});
    for (const service::LeftCoding& row : rows)
        table.add({row.unitName, row.rater, row.round, row.variable, row.code, std::to_string(row.version),
                   joined(row.into)});
    return format == Format::Csv ? table.toCsv() : table.toText();
}

base::Result<std::string> diffText(service::Session& session, const ChangeOptions& options, Format format) {
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    const std::int64_t to = options.to.value_or(codebook->version);
    const std::int64_t from = options.from.value_or(std::max<std::int64_t>(1, to - 1));
    RAPPORT_ASSIGN(const auto rows, service::compareVersions(session, from, to));
    if (format == Format::Json) {
        base::Json json = document("codebook-diff");
        json["from"] = from;
        json["to"] = to;
        json["changes"] = base::Json::array();
        for (const service::VersionDifference& row : rows)
            json["changes"].push_back(
                {{"kind", row.kind},
                 {"variable", row.variable},
                 {"code", row.code.empty() ? base::Json() : base::Json(row.code)},
                 {"language", row.language.empty() ? base::Json() : base::Json(row.language)},
                 {"before", row.before},
                 {"after", row.after}});
        return jsonText(json);
    }
    Table table({"kind", "variable", "code", "language", "before", "after"});
    for (const service::VersionDifference& row : rows)
        table.add({row.kind, row.variable, row.code, row.language, row.before, row.after});
    if (format == Format::Csv)
        return table.toCsv();
    return fmt::format("codebook version {} to {}\n", from, to) +
           (rows.empty() ? "no difference\n" : "\n" + table.toText());
}

} // namespace

const std::vector<std::string>& changeActions() {
    static const std::vector<std::string> actions{"diff",   "rename", "merge", "split", "move",
                                                  "retire", "define", "undo",  "recode"};
    return actions;
}

bool isWriting(const std::string& action) {
    return action != "diff" && action != "recode";
}

void declareChanges(Arguments& arguments, ChangeOptions& options) {
    arguments.text("--code", options.code, "CODE", "The code to rename, split, move, retire or define anew");
    arguments.list("--codes", options.codes, "A,B,..", "The codes to merge");
    arguments.list("--into", options.into, "A,B,..", "merge: the one they become; split: the new codes");
    arguments.text("--name", options.name, "NAME", "rename: the new name");
    arguments.text("--title", options.title, "TEXT", "rename: the new title");
    arguments.text("--parent", options.parent, "CODE", "move: under this code (default: to the top)");
    arguments.text("--definition", options.definition, "TEXT", "define: what it means");
    arguments.text("--use", options.use, "TEXT", "define: when to use it");
    arguments.text("--avoid", options.avoid, "TEXT", "define: when not to use it");
    arguments.text("--remark", options.remark, "ID", "define: the remark on a disagreement that it came of");
    arguments.choice("--language", options.language, {"nl", "en"}, "Of these texts (the study's)");
    arguments.number("--from", options.from, "N", "diff: this version (default: the one before)");
    arguments.number("--to", options.to, "N", "diff: with this one (default: the current one)");
    arguments.flag("--with-retired", options.withRetired, "recode: codings of retired codes, too");
}

base::Result<Answer> runChange(service::Session& session, const std::string& action,
                               const ChangeOptions& options, Format format, Answer answer) {
    if (action == "diff") {
        RAPPORT_ASSIGN(answer.out, diffText(session, options, format));
        return answer;
    }
    if (action == "recode") {
        RAPPORT_ASSIGN(answer.out, recodeText(session, options, format, answer));
        return answer;
    }
    RAPPORT_ASSIGN(const CodebookChange made, change(session, action, options));
    if (format == Format::Json) {
        base::Json json = document("codebook-change");
        json["version"] = made.version;
        if (action == "undo") {
            json["left"] = base::Json::array();
            for (const auto& [code, codings] : made.left)
                json["left"].push_back({{"code", code}, {"codings", codings}});
        }
        answer.out = jsonText(json);
    } else {
        answer.out = fmt::format("codebook version {}\n", made.version);
    }
    for (const auto& [code, codings] : made.left)
        answer.note(fmt::format("rapport: code '{}' is no more, and {} made with it: not counted any more",
                                plain(code), counted(codings, "coding was", "codings were")),
                    "to code them anew: rapport codebook STUDY recode");
    if (action == "split") {
        RAPPORT_ASSIGN(const auto left, service::codingsToRecode(session, false));
        if (!left.empty())
            answer.note(
                fmt::format("rapport: {} to be coded anew",
                            counted(static_cast<std::int64_t>(left.size()), "coding has", "codings have")),
                "see: rapport codebook STUDY recode");
    }
    return answer;
}

} // namespace rapport::cli
