// SPDX-License-Identifier: GPL-3.0-or-later
// What a journal row or a round's plan holds as JSON, in words for people: "54 units, sealed". Numbers that
// count come first in their words, switches are said where they are on, digests not at all. Internal to this
// room. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace rapport::service {

/// As it is where it is no JSON object.
[[nodiscard]] std::string detailWords(std::string_view detail);

} // namespace rapport::service
