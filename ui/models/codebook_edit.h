// SPDX-License-Identifier: GPL-3.0-or-later
// Changes to the tree of a variable's codes, which is a list in depth-first order with depths: moving a code
// moves what hangs under it. Values in, values out; nothing is stored here.
#pragma once

#include "model/codebook.h"

#include <optional>
#include <string>
#include <string_view>

namespace rapport::ui {

/// One past the last code that hangs under `code`.
[[nodiscard]] int endOfSubtree(const model::Variable& variable, int code);

/// A new codable code after `code` and all under it, as its sibling; -1: at the end, as a root. Its place.
[[nodiscard]] int insertCode(model::Variable& variable, int code, model::Code made);

/// Before the sibling above (`by` -1) or after the one below (1). Its new place; nothing if there is none.
[[nodiscard]] std::optional<int> moveCode(model::Variable& variable, int code, int by);
/// Under the sibling above. Its place; nothing if there is none.
[[nodiscard]] std::optional<int> nestCode(model::Variable& variable, int code);
/// Beside what it hangs under, after it. Its new place; nothing for a root.
[[nodiscard]] std::optional<int> unnestCode(model::Variable& variable, int code);

/// Under another code, or to the top (`under` -1), before one of the codes there, or at the end (`before`
/// -1). Its new place; nothing where it would hang under itself, or `before` does not hang there.
[[nodiscard]] std::optional<int> relocateCode(model::Variable& variable, int code, int under, int before);

/// Takes the code and what hangs under it out.
void removeCode(model::Variable& variable, int code);

/// "New code" gives "new_code", or "new_code_2" where that is taken.
[[nodiscard]] std::string freeCodeName(const model::Codebook& codebook, std::string_view title);

/// The title of which a code has its short name until it is saved.
inline constexpr std::string_view newCodeTitle = "new code";
/// Codes that are not in `saved` and still have such a name get one of their own titles.
void nameNewCodes(model::Codebook& draft, const model::Codebook& saved);

} // namespace rapport::ui
