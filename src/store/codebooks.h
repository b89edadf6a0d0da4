// SPDX-License-Identifier: GPL-3.0-or-later
// The study's codebook in all its versions: one codebook per study, into which shipped or imported ones are
// merged.
#pragma once

#include "model/codebook.h"
#include "store/study_file.h"

#include <vector>

namespace rapport::store {

struct VersionRow {
    std::int64_t version = 0;
    bool isFrozen = false;
    std::int64_t variables = 0;
    std::int64_t codes = 0; ///< that can be given
    base::Instant made;
};

class Codebooks {
public:
    explicit Codebooks(StudyFile& file)
        : m_file(&file) {}

    /// The latest version, with ids; empty codebook of version 0 if there is none yet.
    [[nodiscard]] base::Result<model::Codebook> current() const;
    [[nodiscard]] base::Result<model::Codebook> version(std::int64_t number) const;
    [[nodiscard]] base::Result<std::vector<VersionRow>> versions() const;
    /// Every code of any version, rising.
    [[nodiscard]] base::Result<std::vector<model::CodeId>> everyCode() const;
    /// Versions that are the last to hold some code that the current one lacks, falling.
    [[nodiscard]] base::Result<std::vector<std::int64_t>> lastOfFormer() const;
    /// Writes this content as the current version (replacing it where it is neither frozen nor used by a
    /// coding or rating, else as the next). Codes and variables are matched by guid, those without one by
    /// name, so they keep their ids; `sinceVersion` of new ones is set. Returns it as stored. The journal row
    /// is the caller's.
    [[nodiscard]] base::Result<model::Codebook> put(const model::Codebook& content, base::Random& random,
                                                    base::Instant now);
    /// Errors: NotFound (no such version).
    [[nodiscard]] base::Status freeze(std::int64_t version);

private:
    StudyFile* m_file;
};

} // namespace rapport::store
