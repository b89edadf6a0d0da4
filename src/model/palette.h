// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the colours that codes have; what each looks like is the front ends' and the report's. Plain
// values, any thread.
#pragma once

#include <array>
#include <string_view>

namespace rapport::model {

/// In the order in which they are given out.
inline constexpr std::array<std::string_view, 12> palette{"blue",   "vermilion", "teal", "ochre",
                                                          "violet", "green",     "rose", "sky",
                                                          "brown",  "olive",     "plum", "slate"};

} // namespace rapport::model
