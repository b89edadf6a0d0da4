// SPDX-License-Identifier: GPL-3.0-or-later
// Packs and copies of the study come back: union of the journals, in any order, any number of times.
#pragma once

#include "service/session.h"

#include <map>

namespace rapport::service {

struct MergeRequest {
    std::vector<std::string> files; ///< packs or copies of this study, sealed or not
    std::string passphrase;         ///< of the sealed ones
};

struct MergedFile {
    std::string file;
    bool isPack = false;
    std::string rater;
    std::int64_t added = 0; ///< journal rows
    std::int64_t alreadyThere = 0;
    std::int64_t codings = 0;
    std::int64_t completions = 0;
    std::int64_t memos = 0;
    std::map<std::string, std::int64_t> afterOpening; ///< rows by round that was open already
    struct Refusal {
        base::Phrase reason;
        std::int64_t rows = 0;
        std::string example; ///< name of a unit
    };
    std::vector<Refusal> refused;
    std::vector<base::Phrase> notes;
};

/// `rapport.merge/1`.
struct MergeResult {
    std::vector<MergedFile> files;
    ChangeSet changes;
};

/// All files in one transaction; a backup is made before. Errors, after which the study is as it was, with
/// the file's name: Unreadable, Refused (sealed, a wrong passphrase, another study's, a rater who is not
/// here), StudyDamaged (the file does not pass its check), StudyNewer, Cancelled.
[[nodiscard]] base::Result<MergeResult> merge(Session& session, const MergeRequest& request,
                                              const base::Task& task = {});

} // namespace rapport::service
