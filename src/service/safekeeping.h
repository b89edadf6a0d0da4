// SPDX-License-Identifier: GPL-3.0-or-later
// Copies that the program makes by itself, and the way back to one. They lie in a folder per study under
// Environment::backupFolder, are kept by number and by age, and are whole studies that open like any other.
#pragma once

#include "service/session.h"

namespace rapport::service {

enum class BackupReason {
    Opening, ///< at most one per hour in which something changed
    Daily,   ///< at most one per day
    Risk,    ///< before something that cannot be undone act by act: a merge, a repair
};

struct BackupRow {
    std::string path;
    base::Instant made;
    std::string reason; ///< "opening", "daily", "risk"
    std::uint64_t bytes = 0;
    std::string study; ///< its title; where allBackups() lists several studies
};

/// The latest ones are kept, and of each of the last days the last.
struct BackupKeeping {
    std::size_t latest = 10;
    int days = 30;
};

/// Makes one where it is due: nothing is copied where no change came since the last one. The path, or empty
/// where none was made. Deletes those that are no longer to be kept. Errors: DiskFull, Io, Cancelled: what
/// was to come must not go on then.
[[nodiscard]] base::Result<std::string> keepBackup(Session& session, BackupReason reason,
                                                   const BackupKeeping& keeping = {},
                                                   const base::Task& task = {});
/// Removes the automatic backups of the study and of its packs: they hold what was blotted out since; of a
/// pack its own. How many there were.
std::size_t removeBackups(Session& session);
/// Newest first.
[[nodiscard]] base::Result<std::vector<BackupRow>> backups(Session& session);
/// Without opening the study, which may be damaged beyond that: of all studies, newest first, with their
/// titles (of each study its newest backup is looked into).
[[nodiscard]] std::vector<BackupRow> allBackups(const std::string& backupFolder);

struct Restored {
    std::string from;
    std::string putAside; ///< where the study as it was went; empty if there was none
    /// Withdrawals of consent and redactions in the study as it was that the backup is older than: these
    /// texts are back. Merging `putAside` takes them out again. None where the study as it was cannot be
    /// read.
    std::optional<std::int64_t> broughtBack = 0;
};
/// Puts a copy of `from` in the place of the study, which nobody may have open. The study as it was is put
/// aside beside it, also a damaged one. Errors: Unreadable, StudyDamaged, StudyNewer (`from` does not pass
/// its check), Refused (a copy of another study; a pack's, unless `study` is that pack), StudyLocked
/// (somebody has the study open), DiskFull, Io; the study is as it was then (the hint says where, should even
/// putting it back fail).
[[nodiscard]] base::Result<Restored> restore(const std::string& study, const std::string& from,
                                             const base::Task& task = {});

/// Where restore() puts the study as it is.
[[nodiscard]] std::string putAsideName(const std::string& study);

/// As backup(), sealed with a passphrase where it is not empty.
[[nodiscard]] base::Status backupSealed(Session& session, const std::string& file,
                                        const std::string& passphrase);

} // namespace rapport::service
