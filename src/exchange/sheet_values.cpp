// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheet_values.h"

#include "base/format.h"
#include "base/number.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>

namespace rapport::exchange {

namespace {

int hexDigit(char letter) {
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    if (letter >= 'a' && letter <= 'f')
        return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F')
        return letter - 'A' + 10;
    return -1;
}

} // namespace

NumberLook builtInLook(std::int64_t id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
        (id >= 57 && id <= 58))
        return NumberLook::Date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
        return NumberLook::Time;
    constexpr std::int64_t elapsed = 46; // [h]:mm:ss
    if (id == elapsed)
        return NumberLook::Length;
    return id == 22 ? NumberLook::DateTime : NumberLook::Number;
}

NumberLook codeLook(std::string_view code) {
    bool hasDate = false;
    bool hasTime = false;
    bool hasMonthOrMinute = false;
    bool isLength = false;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char letter =
            code[at] >= 'A' && code[at] <= 'Z' ? static_cast<char>(code[at] - 'A' + 'a') : code[at];
        if (letter == ';')
            break;
        if (letter == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (letter == '\\' || letter == '_' || letter == '*') {
            ++at;
        } else if (letter == '[') {
            const std::size_t end = std::min(code.find(']', at), code.size());
            const std::string_view inside = code.substr(at + 1, end - at - 1);
            isLength =
                isLength || (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos);
            at = end;
        } else if (letter == 'd' || letter == 'y') {
            hasDate = true;
        } else if (letter == 'h' || letter == 's') {
            hasTime = true;
        } else if (letter == 'm') {
            hasMonthOrMinute = true;
        } else if (letter == 'g' || letter == '0' || letter == '#' || letter == '@') {
            // "General", digits and text: no date, whatever letters follow.
            if (!hasDate && !hasTime && !hasMonthOrMinute && !isLength)
                return NumberLook::Number;
        }
    }
    if (hasDate && (hasTime || isLength))
        return NumberLook::DateTime;
    if (isLength)
        return NumberLook::Length;
    if (hasTime)
        return NumberLook::Time;
    return hasDate || hasMonthOrMinute ? NumberLook::Date : NumberLook::Number;
}

std::string tidyNumber(std::string_view stored) {
    const std::string_view digits = !stored.empty() && stored.front() == '-' ? stored.substr(1) : stored;
    // However many: of a number that a double cannot hold every digit stays.
    const bool isWhole = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (isWhole && stored != "-0")
        return std::string(stored);
    const auto value = base::parseNumber(stored);
    if (!value)
        return std::string(stored);
    if (std::abs(*value) < 1e18 && *value == std::trunc(*value))
        return fmt::format("{}", static_cast<std::int64_t>(*value));
    return base::numberText(*value);
}

std::string civilDate(std::int64_t days) {
    // SOURCE: Hinnant 2013, "chrono-Compatible Low-Level Date Algorithms", civil_from_days
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t dayOfEra = days - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t shifted = (5 * dayOfYear + 2) / 153;
    const std::int64_t day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    const std::int64_t year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string clockTime(std::int64_t seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::optional<std::string> serialDate(double serial, NumberLook look, bool is1904) {
    if (!(serial >= 0) || serial >= 2958466)
        return std::nullopt;
    // To the nearest second, as the screen shows it.
    const auto total = static_cast<std::int64_t>(std::llround(serial * 86400));
    std::int64_t days = total / 86400;
    const std::int64_t seconds = total % 86400;
    if (look == NumberLook::Length || (look == NumberLook::Time && serial < 1))
        return clockTime(total);
    // Excel believes that 1900 was a leap year: its day 60 never was, and days before it are one behind.
    if (is1904)
        days -= 24107;
    else
        days -= days < 60 ? 25568 : 25569;
    std::string date = civilDate(days);
    if (look != NumberLook::Date || seconds != 0)
        date += ' ' + clockTime(seconds);
    return date;
}

std::string unescapeCell(std::string text) {
    if (text.find("_x") != std::string::npos) {
        std::string plain;
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] == '_' && at + 6 < text.size() && text[at + 1] == 'x' && text[at + 6] == '_') {
                int value = 0;
                bool isHex = true;
                for (std::size_t digit = at + 2; digit < at + 6; ++digit) {
                    const int each = hexDigit(text[digit]);
                    isHex = isHex && each >= 0;
                    value = value * 16 + std::max(each, 0);
                }
                if (isHex) {
                    if (value == '\t' || value == '\n' || value == '\r' || value >= 0x20)
                        text::appendCodePoint(plain, static_cast<char32_t>(value));
                    at += 7;
                    continue;
                }
            }
            plain += text[at++];
        }
        text = std::move(plain);
    }
    return text.find('\r') == std::string::npos ? text : text::normaliseLineEnds(text);
}

} // namespace rapport::exchange
