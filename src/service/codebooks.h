// SPDX-License-Identifier: GPL-3.0-or-later
// The study's codebook: show, import, export, versions, edit.
#pragma once

#include "service/session.h"

#include <map>

namespace rapport::service {

struct CodebookVersion {
    std::int64_t version = 0;
    bool isFrozen = false;
    std::int64_t variables = 0;
    std::int64_t codes = 0; ///< that can be given: headings are none
    base::Instant made;
};

/// Merges a `rapport.codebook/1` document: by guid, then by name; what the study has and the file lacks
/// stays.
[[nodiscard]] base::Result<ChangeSet> importCodebook(Session& session, const std::string& file);
[[nodiscard]] base::Result<std::string> exportCodebook(Session& session);
/// REFI-QDA, in the study's language.
[[nodiscard]] base::Result<std::string> exportRefiCodebook(Session& session);
[[nodiscard]] base::Result<std::vector<CodebookVersion>> codebookVersions(Session& session);
/// The codebook as it was, for what was coded under it. Errors: NotFound.
[[nodiscard]] base::Result<model::Codebook> formerCodebook(Session& session, std::int64_t version);
/// A code that the current version lacks, as the last version with it had it.
struct FormerCode {
    model::Variable variable; ///< without its codes
    model::Code code;
    std::vector<model::CodeId> sameKey; ///< codes of that version with the same key
};
[[nodiscard]] base::Result<std::vector<FormerCode>> formerCodes(Session& session);
[[nodiscard]] base::Result<ChangeSet> freezeCodebook(Session& session);
/// A first version with which nobody rated is a draft: its content is replaced, and undo does not reach
/// behind that. Every later change makes the next version, or it would go with what undo takes back.
[[nodiscard]] bool isChangedInPlace(const model::Codebook& codebook);
/// Replaces the content, in place or as the next version, which can be undone. Errors: InvalidArgument from
/// model::validate.
[[nodiscard]] base::Result<ChangeSet> putCodebook(Session& session, const model::Codebook& content);
/// Live codings per code.
[[nodiscard]] base::Result<std::map<model::CodeId, std::int64_t>> codeUsage(Session& session);

} // namespace rapport::service
