// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/packing.h"

namespace rapport::cli {

namespace {

std::string resultText(const service::PackReport& report, const std::string& file, Format format) {
    if (format == Format::Json) {
        base::Json json = document("pack");
        json["file"] = file;
        json["pack"] = report.guid.text();
        json["rater"] = report.rater;
        json["units"] = report.units;
        json["rounds"] = report.rounds;
        json["opened_rounds"] = report.openedRounds;
        json["journal_rows"] = report.rows;
        json["codebook_version"] = report.codebookVersion;
        json["sealed"] = report.isSealed;
        return jsonText(json);
    }
    if (format == Format::Csv) {
        Table table({"file", "rater", "units", "rounds", "journal_rows", "codebook_version", "sealed"});
        table.add({file, report.rater, std::to_string(report.units), std::to_string(report.rounds),
                   std::to_string(report.rows), std::to_string(report.codebookVersion),
                   report.isSealed ? "1" : "0"});
        return table.toCsv();
    }
    return fmt::format("wrote {}: {} of {} for {}, codebook version {}{}\n", file,
                       counted(report.units, "unit", "units"), counted(report.rounds, "round", "rounds"),
                       report.rater, report.codebookVersion, report.isSealed ? ", sealed" : "");
}

} // namespace

Run declarePack(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        service::PackRequest request;
        std::string passphraseFile;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--rater", options->request.rater, "A", "Whose pack", Need::Required);
    arguments.text("--out", options->request.out, "FILE.rpack",
                   "The pack; a file that is there is never overwritten", Need::Required);
    arguments.text("--passphrase-file", options->passphraseFile, "F",
                   "Seal it with the passphrase on the first line of this file");
    declareFormat(arguments, options->study.format);
    arguments.footer(
        "The rater codes in it as in a study: rapport code FILE.rpack ... or the desktop. A sealed one\n"
        "is opened first: rapport unseal. It comes back with: rapport merge");
    return [options](const base::Task& task) -> base::Result<Answer> {
        Answer answer;
        if (!options->passphraseFile.empty()) {
            RAPPORT_ASSIGN(options->request.passphrase, service::readPassphrase(options->passphraseFile));
        }
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadWrite, answer));
        RAPPORT_ASSIGN(const service::PackReport report, service::pack(*session, options->request, task));
        for (const std::string& round : report.openedRounds)
            answer.note(fmt::format("rapport: round {} was opened: what is rated in this pack counts in its "
                                    "agreement only with --after-opening",
                                    plain(round)));
        answer.out = resultText(report, options->request.out, formatOf(options->study.format));
        return answer;
    };
}

Run declareUnseal(Arguments& arguments) {
    struct Options {
        std::string file;
        std::string out;
        std::string passphraseFile;
        std::string format = "text";
    };
    const auto options = std::make_shared<Options>();
    arguments.positional("FILE", options->file, "A sealed pack or backup");
    arguments.text("--out", options->out, "FILE",
                   "The opened copy; a file that is there is never overwritten", Need::Required);
    arguments.text("--passphrase-file", options->passphraseFile, "F", "Its first line is the passphrase",
                   Need::Required);
    declareFormat(arguments, options->format);
    return [options](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        RAPPORT_ASSIGN(const std::string passphrase, service::readPassphrase(options->passphraseFile));
        RAPPORT_TRY(service::unsealFile(options->file, options->out, passphrase));
        answer.out = writtenText({options->out}, formatOf(options->format));
        return answer;
    };
}

} // namespace rapport::cli
