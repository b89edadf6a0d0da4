// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of tables as words.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

[[nodiscard]] bool isOneOf(std::string_view name, std::initializer_list<std::string_view> words);

/// Words of letters and digits in small letters; a change to a capital begins one too ("userName").
[[nodiscard]] std::vector<std::string> headerWords(std::string_view header);

} // namespace rapport::exchange
