// SPDX-License-Identifier: GPL-3.0-or-later
// JSON, owned here. Objects keep the order in which keys were added, so that documents read as they were
// written. Heavy to compile: include it in .cpp files; headers take base/json_fwd.h.
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace rapport::base {

/// Parses a whole document. Errors: Unreadable with line and column in `fileName`. Depth is limited to 256,
/// duplicate keys keep the last value.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const std::string& fileName = {});

/// UTF-8, invalid bytes replaced by U+FFFD; `indent` < 0 gives one line. Never throws.
[[nodiscard]] std::string dumpJson(const Json& json, int indent = 2);

/// Members by name with a default where they are absent or of another type. Never throws.
[[nodiscard]] std::string stringAt(const Json& object, std::string_view key, std::string_view otherwise = {});
[[nodiscard]] double numberAt(const Json& object, std::string_view key, double otherwise = 0);
[[nodiscard]] bool boolAt(const Json& object, std::string_view key, bool otherwise = false);
[[nodiscard]] const Json& memberAt(const Json& object, std::string_view key); ///< null where absent

} // namespace rapport::base
