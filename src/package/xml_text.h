// SPDX-License-Identifier: GPL-3.0-or-later
// Text on its way into XML.
#pragma once

#include <string>
#include <string_view>

namespace rapport::package {

/// For content and quoted attributes of XML and HTML. What XML 1.0 has no place for, not even escaped (most
/// control characters, U+FFFE, U+FFFF), goes; tabs and line ends stay as they are.
[[nodiscard]] std::string escapeXml(std::string_view text);

} // namespace rapport::package
