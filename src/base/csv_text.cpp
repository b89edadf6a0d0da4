// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv_text.h"

#include "base/number.h"

#include <algorithm>

namespace rapport::base {

namespace {

std::size_t apostrophesOf(std::string_view text) {
    return std::min(text.find_first_not_of('\''), text.size());
}

bool runs(std::string_view text, std::size_t apostrophes) {
    constexpr std::string_view starts = "=+-@\t\r";
    return text.size() > apostrophes && starts.find(text[apostrophes]) != std::string_view::npos;
}

} // namespace

std::string csvQuoted(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"')
            quoted += '"';
        quoted += letter;
    }
    return quoted + '"';
}

std::string csvCell(std::string_view text) {
    const bool isNumber = text.size() > 1 && text.front() == '-' && parseNumber(text).has_value();
    return csvQuoted(isNumber ? std::string(text) : withoutFormula(text));
}

std::string withoutFormula(std::string_view text) {
    return runs(text, apostrophesOf(text)) ? "'" + std::string(text) : std::string(text);
}

std::string_view withFormula(std::string_view text) {
    const std::size_t apostrophes = apostrophesOf(text);
    return apostrophes > 0 && runs(text, apostrophes) ? text.substr(1) : text;
}

} // namespace rapport::base
