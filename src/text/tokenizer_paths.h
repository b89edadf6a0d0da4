// SPDX-License-Identifier: GPL-3.0-or-later
// The two ways to the same tokens, apart, so that tests can hold them against one another. Use tokenize().
#pragma once

#include "text/tokenizer.h"

#include <optional>

namespace rapport::text::detail {

/// By ICU's word boundaries: the definition.
[[nodiscard]] std::vector<Token> tokenizeByIcu(std::string_view utf8);
/// By tables over Latin letters, digits and common punctuation; nullopt where a text has anything else.
[[nodiscard]] std::optional<std::vector<Token>> tokenizeByTables(std::string_view utf8);

} // namespace rapport::text::detail
