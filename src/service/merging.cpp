// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/merging.h"

#include "base/json.h"
#include "base/platform/file.h"
#include "base/seal.h"
#include "service/safekeeping.h"
#include "service/session_impl.h"
#include "service/unit_names.h"
#include "store/merging.h"

#include <memory>

namespace rapport::service {

using base::Errc;

namespace {

/// The other file, opened; what was sealed lies in a folder of its own until it is merged.
struct OtherFile {
    std::string path;
    std::optional<base::TemporaryFolder> folder;
    std::unique_ptr<store::StudyFile> file;
};

/// An error about an unsealed copy is about the file that the user named.
base::Error named(base::Error error, const std::string& path) {
    error.where = base::Place{path, 0, 0, {}};
    return error;
}

base::Result<OtherFile> openOther(const std::string& path, const std::string& passphrase) {
    OtherFile other;
    other.path = path;
    auto opened = store::StudyFile::open(path, store::OpenMode::ReadOnly);
    if (!opened && opened.error().code == Errc::StudyDamaged && store::isSealedFile(path)) {
        if (passphrase.empty())
            return base::fail(Errc::Refused, base::Place{path, 0, 0, {}}, "is sealed with a passphrase",
                              "give the file that holds it: --passphrase-file FILE");
        RAPPORT_ASSIGN(other.folder, base::TemporaryFolder::make());
        const std::string plain = other.folder->path() + "/pack";
        RAPPORT_TRY(base::unseal(path, plain, passphrase));
        opened = store::StudyFile::open(plain, store::OpenMode::ReadOnly);
    }
    if (!opened)
        return tl::make_unexpected(named(opened.error(), path));
    if (opened->outcome == store::OpenOutcome::NewerReadable)
        return base::fail(Errc::StudyNewer, base::Place{path, 0, 0, {}},
                          "was written by a later version of Rapport",
                          "install the latest version of Rapport");
    other.file = std::move(opened->file);
    return other;
}

/// A text that the coordinator still has to rate is known by its neutral name.
base::Status nameAsShown(Session& session, MergedFile& told) {
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    for (MergedFile::Refusal& refusal : told.refused) {
        RAPPORT_ASSIGN(const auto unit, session.impl().sources().unitByName(refusal.example));
        if (unit)
            refusal.example = names->shown(*unit, model::RoundId());
    }
    return {};
}

MergedFile toldOf(const std::string& path, const store::MergeReport& report) {
    MergedFile told;
    told.file = path;
    told.isPack = report.isPack;
    told.rater = report.rater;
    told.added = report.added;
    told.alreadyThere = report.alreadyThere;
    told.codings = report.codings;
    told.completions = report.completions;
    told.memos = report.memos;
    told.afterOpening = report.afterOpening;
    for (const store::MergeRefusal& refusal : report.refused)
        told.refused.push_back({refusal.reason, refusal.rows, refusal.example});
    told.notes = report.notes;
    return told;
}

base::Status journalMerge(Writer& writer, const store::MergeReport& report) {
    std::int64_t refused = 0;
    for (const store::MergeRefusal& refusal : report.refused)
        refused += refusal.rows;
    store::JournalEntry entry;
    entry.act = store::Act::Merge;
    entry.target = report.guid;
    entry.tick = report.highestTick + 1;
    entry.detail =
        base::dumpJson({{"added", report.added}, {"already", report.alreadyThere}, {"refused", refused}}, -1);
    RAPPORT_TRY(writer.append(entry));
    ChangeSet& changes = writer.changes();
    changes.act = "merge";
    changes.object = report.rater;
    changes.units.insert(changes.units.end(), report.units.begin(), report.units.end());
    changes.sourcesChanged = changes.sourcesChanged || report.textsChanged;
    changes.settingsChanged = changes.settingsChanged || report.textsChanged;
    changes.roundsChanged = changes.roundsChanged || report.roundsChanged;
    changes.codebookChanged = changes.codebookChanged || report.codebookChanged;
    return {};
}

} // namespace

base::Result<MergeResult> merge(Session& session, const MergeRequest& request, const base::Task& task) {
    if (!session.impl().pack)
        RAPPORT_TRY(coordinatorOnly(session, "merge"));
    std::vector<OtherFile> others;
    for (const std::string& path : request.files) {
        RAPPORT_ASSIGN(OtherFile other, openOther(path, request.passphrase));
        others.push_back(std::move(other));
    }
    RAPPORT_TRY(keepBackup(session, BackupReason::Risk, {}, task));
    MergeResult result;
    auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        for (const OtherFile& other : others) {
            auto report = store::mergeInto(*session.impl().file, *other.file, task);
            if (!report && report.error().code == Errc::Cancelled)
                return base::fail(report);
            if (!report)
                return tl::make_unexpected(named(report.error(), other.path));
            result.files.push_back(toldOf(other.path, *report));
            if (report->textsChanged)
                RAPPORT_TRY(session.impl().file->setSetting(purgeSetting, "true"));
            if (report->added > 0 || report->roundsChanged || report->codebookChanged)
                RAPPORT_TRY(journalMerge(writer, *report));
        }
        return {};
    });
    if (!done)
        return base::fail(done);
    result.changes = std::move(*done);
    RAPPORT_TRY(finishPurge(session));
    for (MergedFile& file : result.files) {
        // All is merged: what cannot be named goes without an example.
        if (!nameAsShown(session, file)) {
            for (MergedFile::Refusal& refusal : file.refused)
                refusal.example.clear();
        }
    }
    return result;
}

} // namespace rapport::service
