// SPDX-License-Identifier: GPL-3.0-or-later
// A codebook file meets the study's codebook: which code of the file is which of the study, and what would
// change. Only what the file says wins, field by field and language by language; what it lacks stays, also
// the place of a code where the file holds no tree. Writes nothing. Private to this room.
#pragma once

#include "exchange/codebook_json.h"
#include "service/importing.h"

#include <map>
#include <string>
#include <vector>

namespace rapport::service {

struct CodebookMerge {
    model::Codebook merged;
    std::vector<CodeRow> codes;               ///< each of the file, in its order
    std::map<std::string, std::string> names; ///< of the file -> of the study
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::vector<base::Phrase> warnings; ///< what the file says of codes that is not done
    /// Codes that bear a name of the study without saying that they are the same.
    [[nodiscard]] std::vector<std::string> sameNames() const;
};

/// Codes meet by guid, whatever their variable; else by name where the file says of itself that it is this
/// variable and brings no guid of its own; other codes of a known name become what `sameNames` says (Ask: as
/// Same, and marked in `codes`).
/// Errors: Refused (a variable with another scale, a level that would be a code elsewhere).
[[nodiscard]] base::Result<CodebookMerge> mergeOf(const model::Codebook& study,
                                                  const exchange::CodebookFile& file, SameNames sameNames,
                                                  const std::string& fileName);

} // namespace rapport::service
