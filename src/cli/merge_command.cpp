// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/merging.h"
#include "service/packing.h"

namespace rapport::cli {

namespace {

base::Json jsonOf(const service::MergedFile& file) {
    base::Json json{{"file", file.file},
                    {"pack", file.isPack},
                    {"rater", file.rater.empty() ? base::Json() : base::Json(file.rater)},
                    {"added", file.added},
                    {"already_there", file.alreadyThere},
                    {"codings", file.codings},
                    {"completions", file.completions},
                    {"memos", file.memos}};
    json["after_opening"] = base::Json::object();
    for (const auto& [round, rows] : file.afterOpening)
        json["after_opening"][round] = rows;
    json["refused"] = base::Json::array();
    for (const auto& refusal : file.refused)
        json["refused"].push_back(
            {{"reason", refusal.reason},
             {"rows", refusal.rows},
             {"unit", refusal.example.empty() ? base::Json() : base::Json(refusal.example)}});
    json["notes"] = file.notes;
    return json;
}

std::string textOf(const service::MergedFile& file) {
    std::string text = file.added == 0 ? fmt::format("{}: nothing new, {} there already\n", file.file,
                                                     counted(file.alreadyThere, "change is", "changes are"))
                                       : fmt::format("{}: {} added ({}, {}, {}), {} there already\n",
                                                     file.file, counted(file.added, "change", "changes"),
                                                     counted(file.codings, "coding", "codings"),
                                                     counted(file.completions, "completion", "completions"),
                                                     counted(file.memos, "memo", "memos"), file.alreadyThere);
    for (const auto& refusal : file.refused)
        text +=
            fmt::format("  refused: {} ({}{})\n", refusal.reason, counted(refusal.rows, "change", "changes"),
                        refusal.example.empty() ? std::string() : ", e.g. " + plain(refusal.example));
    for (const auto& [round, rows] : file.afterOpening)
        text += fmt::format(
            "  {} came in after round {} was opened: in its agreement only with --after-opening\n",
            counted(rows, "change", "changes"), round);
    for (const std::string& note : file.notes)
        text += fmt::format("  {}\n", plain(note));
    return text;
}

std::string resultText(const service::MergeResult& result, Format format) {
    if (format == Format::Json) {
        base::Json json = document("merge");
        json["files"] = base::Json::array();
        for (const service::MergedFile& file : result.files)
            json["files"].push_back(jsonOf(file));
        return jsonText(json);
    }
    if (format == Format::Csv) {
        Table table(
            {"file", "rater", "added", "already_there", "codings", "completions", "memos", "refused"});
        for (const service::MergedFile& file : result.files) {
            std::int64_t refused = 0;
            for (const auto& refusal : file.refused)
                refused += refusal.rows;
            table.add({file.file, file.rater, std::to_string(file.added), std::to_string(file.alreadyThere),
                       std::to_string(file.codings), std::to_string(file.completions),
                       std::to_string(file.memos), std::to_string(refused)});
        }
        return table.toCsv();
    }
    std::string text;
    for (const service::MergedFile& file : result.files)
        text += textOf(file);
    return text;
}

} // namespace

Run declareMerge(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        service::MergeRequest request;
        std::string passphraseFile;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.positionals("FILE", options->request.files, "Packs, or other copies of the study");
    arguments.text("--passphrase-file", options->passphraseFile, "F", "Its first line opens the sealed ones");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        Answer answer;
        if (!options->passphraseFile.empty()) {
            RAPPORT_ASSIGN(options->request.passphrase, service::readPassphrase(options->passphraseFile));
        }
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadWrite, answer));
        RAPPORT_ASSIGN(const service::MergeResult result, service::merge(*session, options->request, task));
        answer.out = resultText(result, formatOf(options->study.format));
        for (const service::MergedFile& file : result.files) {
            if (!file.refused.empty())
                answer.exitCode = 1;
        }
        return answer;
    };
}

} // namespace rapport::cli
