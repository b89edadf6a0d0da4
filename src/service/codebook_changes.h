// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the codebook by name: rename, merge, split, move, retire, redefine. Each makes a new version, is
// one journal row, carries existing codings along and can be undone (rating.h), which makes another version.
// The version before is frozen by it, so that it can be looked at and come back. For the coordinator.
#pragma once

#include "model/coding.h"
#include "service/session.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::service {

struct CodebookChange {
    std::int64_t version = 0; ///< that it made
    ChangeSet changes;
    /// Of an undo: codes that are no more with it and were used meanwhile, and how often; codingsToRecode()
    /// lists what was coded with them.
    std::vector<std::pair<std::string, std::int64_t>> left{};
};

/// A new name, a new title in some languages, or both. Codings keep their code. Errors: NotFound,
/// InvalidArgument (nothing changes), Refused (a name under which another code was used before).
[[nodiscard]] base::Result<CodebookChange> renameCode(Session& session, const std::string& code,
                                                      const std::string& newName,
                                                      const model::LocalText& newTitle = {});

/// Codes of one variable become one: `into` is one of them, another code of the variable, or a new name. A
/// unit has it if it had any of them, and lacks it if all of them were asked for and none was given. Errors:
/// NotFound, InvalidArgument (fewer than two codes, several variables), Refused (a heading, codes under it, a
/// new name under which another code was used before).
[[nodiscard]] base::Result<CodebookChange> mergeCodes(Session& session, const std::vector<std::string>& codes,
                                                      const std::string& into);

struct NewCode {
    std::string name;
    model::LocalText title;      ///< empty: the name
    model::LocalText definition; ///< empty: that of the code before
};
/// In place of the code come new ones, which are missing in every unit until it is rated again: see
/// codingsToRecode. Errors: NotFound, InvalidArgument (fewer than two), Refused (a heading, codes under it, a
/// name under which another code was used before).
[[nodiscard]] base::Result<CodebookChange> splitCode(Session& session, const std::string& code,
                                                     const std::vector<NewCode>& into);

/// Under another code of the same variable, as its last; empty: to the top of the tree. What is under the
/// code moves with it. Errors: NotFound, InvalidArgument (under itself, another variable), Refused (levels).
[[nodiscard]] base::Result<CodebookChange> moveCode(Session& session, const std::string& code,
                                                    const std::string& parent);

/// Takes the code out of the next version; what was coded with it stays on record. Errors: NotFound, Refused
/// (codes under it).
[[nodiscard]] base::Result<CodebookChange> retireCode(Session& session, const std::string& code);

/// Texts that are empty stay as they are.
struct Redefinition {
    std::string code;
    model::LocalText definition;
    model::LocalText use;
    model::LocalText avoid;
    std::optional<model::Guid> remark; ///< the remark on a disagreement that it came of (consensus.h)
};
/// Errors: NotFound (a code or remark), InvalidArgument (nothing changes).
[[nodiscard]] base::Result<CodebookChange> redefineCode(Session& session, const Redefinition& change);

/// Takes back the change that made the current version. Errors: Refused where it was no such change.
[[nodiscard]] base::Result<CodebookChange> undoCodebookChange(Session& session);

/// A coding whose code is no more, because it was split or retired, or because the change that made it was
/// undone.
struct LeftCoding {
    model::CodingId coding;
    model::UnitId unit;
    std::string unitName;
    std::string rater;
    std::string round;
    std::string variable;
    std::string code;              ///< as it was called
    std::int64_t version = 0;      ///< the coding's
    std::vector<std::string> into; ///< the codes to choose from; empty: the code was retired
    std::string words;             ///< that were coded; of a whole unit how it begins
};
/// Live codings in the order of code and unit; a rater gets the own ones. Without `withRetired` those alone
/// for which there are codes to choose from: in place of a split code the new ones, of one that an undone
/// merge or split had made those that it was made of.
[[nodiscard]] base::Result<std::vector<LeftCoding>> codingsToRecode(Session& session, bool withRetired);
/// Units of which these are the own alone, as the viewer, a coordinator who rates too, still has to rate
/// them.
[[nodiscard]] base::Result<std::int64_t> unitsLeftOutOfRecoding(const Session& session);

/// What one version has that another has not.
struct VersionDifference {
    /// "added", "removed", "renamed", "moved", "merged", "split", "definition", "use", "avoid", "title",
    /// "examples", "anti-examples", "source", "scope", "codable", "order"
    std::string kind;
    std::string variable;
    std::string code;   ///< empty: the variable itself
    std::string before; ///< a text that came or went in the study's language
    std::string after;
    std::string language{}; ///< of both, where the texts of one language differ: a row for each; else empty
};
/// Errors: NotFound (a version).
[[nodiscard]] base::Result<std::vector<VersionDifference>>
compareVersions(Session& session, std::int64_t from, std::int64_t to);

} // namespace rapport::service
