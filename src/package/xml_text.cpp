// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/xml_text.h"

namespace rapport::package {

std::string escapeXml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        switch (byte) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '\t':
        case '\n':
        case '\r':
            out += byte;
            break;
        default:
            if (static_cast<unsigned char>(byte) < 0x20)
                break;
            if (const auto three = text.substr(at, 3);
                three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") { // U+FFFE, U+FFFF
                at += 2;
                break;
            }
            out += byte;
        }
    }
    return out;
}

} // namespace rapport::package
