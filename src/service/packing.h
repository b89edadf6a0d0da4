// SPDX-License-Identifier: GPL-3.0-or-later
// One file for one rater: the assigned texts under neutral names, the codebook, that rater's own work, and
// nothing else. It opens like a study, in which only that rater is.
#pragma once

#include "base/seal.h"
#include "service/session.h"

namespace rapport::service {

struct PackRequest {
    std::string rater;
    std::string out;        ///< a file that is there is never overwritten
    std::string passphrase; ///< empty: not sealed
    base::SealCost cost{};  ///< of trying passphrases
};

struct PackReport {
    base::Guid guid;
    std::string rater;
    std::int64_t units = 0;
    std::int64_t rounds = 0;
    std::int64_t rows = 0; ///< of the rater's work so far
    std::int64_t codebookVersion = 0;
    /// Names of those that were opened before: what is rated in the pack does not enter their agreement.
    std::vector<std::string> openedRounds;
    bool isSealed = false;
};

/// Freezes the codebook's version first: what is rated in the pack must mean the same when it comes back. A
/// session on a pack may write it anew, for its own rater (to send it back sealed). Errors: NotFound (the
/// rater), Refused (a file is there, nothing is assigned, a rater asks), InvalidArgument, DiskFull, Io.
[[nodiscard]] base::Result<PackReport> pack(Session& session, const PackRequest& request,
                                            const base::Task& task = {});

/// Whether a passphrase is needed to open the file. False where it cannot be read.
[[nodiscard]] bool isSealed(const std::string& file);

/// Opens what was sealed: a pack or a backup. A file that is there is never overwritten. Errors: Refused (the
/// passphrase; a file is there), Unreadable (not sealed, cut off or changed), DiskFull, Io.
[[nodiscard]] base::Status unsealFile(const std::string& file, const std::string& out,
                                      const std::string& passphrase);

/// The first line of a file, for passphrases. Errors: Unreadable, InvalidArgument (nothing in it).
[[nodiscard]] base::Result<std::string> readPassphrase(const std::string& file);

} // namespace rapport::service
