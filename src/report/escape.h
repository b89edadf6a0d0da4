// SPDX-License-Identifier: GPL-3.0-or-later
// Text made safe for the page it goes to. Takes text in which typed parts stand between U+2068 and U+2069
// (words.h, isolate()); knows nothing of what the text says.
#pragma once

#include <string>
#include <string_view>

namespace rapport::report {

/// For XML and HTML, in content and in quoted attributes (package/xml_text.h); isolates stay as they are.
[[nodiscard]] std::string escapeXml(std::string_view text);
/// For the content of HTML: as escapeXml(), with isolates as <bdi> elements.
[[nodiscard]] std::string escapeHtml(std::string_view text);
/// For CommonMark and its tables: every character that could be markup gets a backslash. Isolates stay where
/// they hold a letter that runs right to left and go elsewhere.
[[nodiscard]] std::string escapeMarkdown(std::string_view text);
/// Not escaped; isolates as in escapeMarkdown().
[[nodiscard]] std::string plainText(std::string_view text);

} // namespace rapport::report
