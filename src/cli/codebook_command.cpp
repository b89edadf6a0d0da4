// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "cli/codebook_changes.h"
#include "cli/codebook_file.h"
#include "cli/import_documents.h"
#include "cli/study_arguments.h"
#include "service/codebooks.h"

#include <algorithm>

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::string action;
    std::string file;
    ChangeOptions change;
};

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : " ") + item;
    return text;
}

std::string appliesTo(const model::Variable& variable) {
    std::vector<std::string> places = variable.prompts;
    for (const model::UnitKind kind : variable.unitKinds)
        places.emplace_back(model::name(kind));
    return listed(places);
}

std::string tableOf(const model::Codebook& codebook, const std::string& language) {
    Table table({"variable", "scale", "applies_to", "code", "parent", "codable", "key", "since", "title"});
    for (const model::Variable& variable : codebook.variables) {
        if (variable.codes.empty())
            table.add({variable.name, model::name(variable.scale), appliesTo(variable), "", "", "", "",
                       std::to_string(variable.sinceVersion), variable.title.in(language)});
        std::vector<std::string> above;
        for (const model::Code& code : variable.codes) {
            above.resize(static_cast<std::size_t>(code.depth));
            table.add({variable.name, model::name(variable.scale), appliesTo(variable), code.name,
                       above.empty() ? "" : above.back(), code.isCodable ? "1" : "0", code.key,
                       std::to_string(code.sinceVersion), code.title.in(language)});
            above.push_back(code.name);
        }
    }
    return table.toCsv();
}

std::string treeOf(const model::Codebook& codebook, const std::string& language) {
    std::string text =
        fmt::format("codebook version {}{}\n", codebook.version, codebook.isFrozen ? ", frozen" : "");
    for (const model::Variable& variable : codebook.variables) {
        text += fmt::format("\n{}  ({}: {})  {}\n", variable.name, model::name(variable.scale),
                            appliesTo(variable), plain(variable.title.in(language)));
        Table codes({"code", "key", "title"});
        for (const model::Code& code : variable.codes)
            codes.add({"  " + std::string(static_cast<std::size_t>(code.depth) * 2, ' ') + code.name,
                       code.key, code.title.in(language) + (code.isCodable ? "" : "  (heading)")});
        text += codes.toText(false);
    }
    return text;
}

base::Result<Answer> show(service::Session& session, const Options& options, Answer answer) {
    const Format format = formatOf(options.study.format);
    if (format == Format::Json) {
        RAPPORT_ASSIGN(answer.out, service::exportCodebook(session));
        return answer;
    }
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_ASSIGN(const service::StudyInfo info, session.info());
    answer.out = format == Format::Csv ? tableOf(*codebook, info.language) : treeOf(*codebook, info.language);
    return answer;
}

/// `imported`: what an import that was just done has to say; null without one.
base::Result<Answer> versions(service::Session& session, const Options& options, Answer answer,
                              const service::ImportReport* imported = nullptr) {
    RAPPORT_ASSIGN(const auto rows, service::codebookVersions(session));
    Table table({"version", "frozen", "variables", "codes", "made"});
    base::Json json = document("codebook-versions");
    json["versions"] = base::Json::array();
    for (const service::CodebookVersion& row : rows) {
        table.add({std::to_string(row.version), yesNo(row.isFrozen), std::to_string(row.variables),
                   std::to_string(row.codes), base::isoText(row.made)});
        json["versions"].push_back({{"version", row.version},
                                    {"frozen", row.isFrozen},
                                    {"variables", row.variables},
                                    {"codes", row.codes},
                                    {"made", base::isoText(row.made)}});
    }
    if (imported != nullptr) {
        json["notes"] = imported->notes;
        json["rejected"] = rejectedJson(imported->rejected);
        for (const std::string& note : imported->notes)
            answer.note(note);
        answer.messages += rejectedText(imported->rejected);
        answer.exitCode = imported->rejected.empty() ? 0 : 1;
    }
    const Format format = formatOf(options.study.format);
    answer.out = format == Format::Json  ? jsonText(json)
                 : format == Format::Csv ? table.toCsv()
                                         : table.toText();
    return answer;
}

base::Result<Answer> run(const Options& options) {
    const bool hasFile = options.action == "import" || options.action == "export";
    if (hasFile == options.file.empty())
        return base::fail(base::Errc::InvalidArgument,
                          hasFile ? fmt::format("codebook {} needs a file", options.action)
                                  : fmt::format("codebook {} takes no file", options.action),
                          "see: rapport codebook --help");
    Answer answer;
    const bool isByName =
        std::find(changeActions().begin(), changeActions().end(), options.action) != changeActions().end();
    const bool isChange =
        options.action == "import" || options.action == "freeze" || (isByName && isWriting(options.action));
    if (options.action == "export")
        RAPPORT_TRY(refuseOtherCodebookFiles(options.file));
    RAPPORT_ASSIGN(const auto session,
                   openStudy(options.study,
                             isChange ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly, answer));
    if (isByName)
        return runChange(*session, options.action, options.change, formatOf(options.study.format),
                         std::move(answer));
    if (options.action == "show")
        return show(*session, options, std::move(answer));
    if (options.action == "export") {
        RAPPORT_TRY(writeCodebookFile(*session, options.file));
        answer.out = writtenText({options.file}, formatOf(options.study.format));
        return answer;
    }
    if (options.action == "import") {
        service::ImportOptions asked;
        asked.kind = service::ImportKind::Codebook;
        RAPPORT_ASSIGN(const service::ImportReport report,
                       service::importFiles(*session, {options.file}, asked));
        return versions(*session, options, std::move(answer), &report);
    }
    if (options.action == "freeze")
        RAPPORT_TRY(service::freezeCodebook(*session));
    return versions(*session, options, std::move(answer));
}

} // namespace

base::Status refuseOtherCodebookFiles(const std::string& file) {
    if (base::fileEnding(file) == "json" || base::fileEnding(file) == "qdc")
        return {};
    return base::fail(base::Errc::InvalidArgument, base::Place{file, 0, 0, {}},
                      fmt::format("a codebook is not written as '.{}'", base::fileEnding(file)),
                      "use a name that ends in .json, or in .qdc for other programs");
}

base::Status writeCodebookFile(service::Session& session, const std::string& file) {
    RAPPORT_TRY(refuseOtherCodebookFiles(file));
    auto written = base::fileEnding(file) == "qdc" ? service::exportRefiCodebook(session)
                                                   : service::exportCodebook(session);
    RAPPORT_ASSIGN(const std::string text, std::move(written));
    return base::writeFileAtomically(file, text);
}

Run declareCodebook(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    std::vector<std::string> actions{"show", "import", "export", "versions", "freeze"};
    actions.insert(actions.end(), changeActions().begin(), changeActions().end());
    arguments.action(
        "ACTION", options->action, actions,
        "show the codes; import a file, export .json or .qdc; list the versions; freeze this one; diff two"
        " of them; rename, merge, split, move, retire or define codes; undo the last of these;"
        " recode: list the codings of codes that were split");
    arguments.positional("FILE", options->file, "The file to import or export", Need::Optional);
    declareChanges(arguments, options->change);
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
