// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no text, known by their first bytes, so that a person is told what they have and what to do
// with it.
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace rapport::exchange {

struct ForeignFile {
    std::string what; ///< "a Word document (.docx)"
    std::string hint; ///< "save it as plain text in your word processor"
};

/// Nothing if the bytes may be text. Looks at the first 64 KiB.
[[nodiscard]] std::optional<ForeignFile> foreignFile(std::string_view bytes);

/// Errors: Unreadable, naming what the file is; Unreadable "is empty" without any byte but white space.
[[nodiscard]] base::Status refuseForeign(std::string_view bytes, const std::string& fileName);

} // namespace rapport::exchange
