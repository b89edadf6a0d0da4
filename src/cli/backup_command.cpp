// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/study_arguments.h"
#include "service/packing.h"
#include "service/safekeeping.h"

namespace rapport::cli {

Run declareBackup(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        std::string file;
        std::string passphraseFile;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.positional("FILE", options->file, "The copy; a file that is there is never overwritten");
    arguments.text("--passphrase-file", options->passphraseFile, "F",
                   "Seal it with the passphrase on the first line of this file; rapport unseal opens it");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        std::string passphrase;
        if (!options->passphraseFile.empty()) {
            RAPPORT_ASSIGN(passphrase, service::readPassphrase(options->passphraseFile));
        }
        RAPPORT_ASSIGN(const auto session, openStudy(options->study, service::OpenMode::ReadOnly, answer));
        RAPPORT_TRY(service::backupSealed(*session, options->file, passphrase));
        answer.out = writtenText({options->file}, formatOf(options->study.format));
        return answer;
    };
}

} // namespace rapport::cli
