// SPDX-License-Identifier: GPL-3.0-or-later
// REFI-QDA 1.5 (QDA-XML 1.0): codebooks (.qdc) and projects (.qdpx) read; write_refi.h writes
// them. Element names are matched
// without their namespaces, which programs write wrongly. The text of a source is never changed to make
// positions fit: how its program counted is fitted to each source and told.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "exchange/codebook_json.h"
#include "exchange/project.h"

#include <string>
#include <string_view>

namespace rapport::exchange {

[[nodiscard]] bool looksLikeRefiCodebook(std::string_view bytes);
[[nodiscard]] bool looksLikeRefiProject(std::string_view bytes);

/// Codes as one variable of scale presence that applies to everything; guids are kept. What this program
/// wrote comes back with its variables, scales and names. Words are in the language that was `asked` for,
/// else in that which the file says, else in `otherwise`. Errors: Unreadable (no codebook, no code, not
/// well-formed).
[[nodiscard]] base::Result<CodebookFile> readRefiCodebook(std::string_view bytes, const std::string& fileName,
                                                          std::string_view asked = {},
                                                          std::string_view otherwise = {});
/// A .qdpx container or a bare .qde with its texts inside. Errors: Unreadable, Cancelled.
[[nodiscard]] base::Result<Project> readRefiProject(std::string_view bytes, const std::string& fileName,
                                                    const base::Task& task);

} // namespace rapport::exchange
