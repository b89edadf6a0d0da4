// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/office_text.h"

#include "report/escape.h"

namespace rapport::report {

std::string officeText(std::string_view text) {
    std::string plain = plainText(text);
    for (char& byte : plain) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x20 && byte != '\n' && byte != '\t')
            byte = ' ';
    }
    return escapeXml(plain);
}

std::string cellText(const Cell& cell) {
    std::string out;
    if (cell.tag && !cell.tag->letters.empty())
        out += plainText(cell.tag->letters) + ' ';
    out += plainText(cell.text);
    if (!cell.note.empty())
        out += " (" + plainText(cell.note) + ')';
    if (!cell.marks.empty())
        out += " (" + cell.marks + ')';
    return out;
}

} // namespace rapport::report
