// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/study_arguments.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "service/safekeeping.h"

namespace rapport::cli {

const char* const queryHelp =
    "Queries (all of it: docs/formats/query.md)\n"
    "  goede band                      both words in one answer or turn; case and accents do not matter\n"
    "  goede OR fijne, NOT x, -x, ( )  either; without; groups\n"
    "  \"goede band\"                    next to one another, in one sentence\n"
    "  leerkr*  *relatie*  l*kracht    a star stands for any letters of a word\n"
    "  leerkracht~1  ~2                letters off\n"
    "  /ge.*d/                         words that match the expression\n"
    "  =Jan  =\"de Jan\"                case and accents as written\n"
    "  ouders NEAR/5 school            at most 5 words on; ADJ/5 in this order\n"
    "  (a -b) WITHIN sentence          true of one sentence\n"
    "  band NOT NOT (ouders school)    band, among the texts that the other query finds\n"
    "  \"een * (goede|fijne) [0-3] band\"  any word, alternatives, so many words between\n"
    "  speaker: question: source: lang: code: rater: memo: coded:yes|no|disagreed\n"
    "  coded:yes@R1 coded:no@R2        coded by R1, not by R2; also code:NAME@R1\n"
    "  group:A*  age:18..25            attributes, ranges";

void declareStudy(Arguments& arguments, StudyArguments& study) {
    arguments.positional("STUDY", study.path, "The study, a .rapport file");
}

void declareViewer(Arguments& arguments, StudyArguments& study) {
    arguments.text("--as", study.viewer, "rater:NAME", "See only what this rater may see");
}

void declareFormat(Arguments& arguments, std::string& format) {
    arguments.choice("--format", format, {"text", "json", "csv"}, "Form of the answer (text)");
}

Format formatOf(const std::string& name) {
    return name == "json" ? Format::Json : name == "csv" ? Format::Csv : Format::Text;
}

void noteLeftOut(std::int64_t units, const std::string& later, Answer& answer) {
    if (units > 0)
        answer.note(fmt::format("rapport: {} left out: you still have to rate {}",
                                counted(units, "unit is", "units are"), units == 1 ? "it" : "them"),
                    later);
}

base::Result<std::unique_ptr<service::Session>> openStudy(const StudyArguments& study, service::OpenMode mode,
                                                          Answer& answer) {
    constexpr std::string_view prefix = "rater:";
    if (!study.viewer.empty() && (!study.viewer.starts_with(prefix) || study.viewer.size() == prefix.size()))
        return base::fail(base::Errc::InvalidArgument, fmt::format("'--as {}' names nobody", study.viewer),
                          "write --as rater:NAME");
    service::Environment environment;
    environment.backupFolder = base::backupFolder();
    RAPPORT_ASSIGN(auto session, service::Session::open(study.path, mode, std::move(environment)));
    if (mode == service::OpenMode::ReadWrite && session->isReadOnly())
        return base::fail(base::Errc::StudyNewer, base::Place{study.path, 0, 0, {}},
                          "was written by a later version of Rapport and cannot be changed by this one",
                          "install the latest version of Rapport");
    if (mode == service::OpenMode::ReadWrite) {
        // Nothing that is asked for waits for the copy: where there is no room for one, that is said.
        if (const auto kept = service::keepBackup(*session, service::BackupReason::Daily); !kept)
            answer.note("no backup was made: " + kept.error().message, kept.error().hint);
    }
    if (!session->openingNote().empty())
        answer.note(session->openingNote());
    if (!study.viewer.empty()) {
        RAPPORT_ASSIGN(const model::Rater rater, session->rater(study.viewer.substr(prefix.size())));
        session->setViewer({rater.id});
    }
    return session;
}

} // namespace rapport::cli
