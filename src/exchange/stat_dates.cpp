// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/stat_dates.h"

#include "base/format.h"
#include "base/number.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace rapport::exchange {

namespace {

Moment momentOf(std::int64_t seconds, std::int64_t firstDay) {
    constexpr std::int64_t day = 86400;
    std::int64_t days = seconds / day;
    std::int64_t rest = seconds % day;
    if (rest < 0) {
        rest += day;
        --days;
    }
    return {days + firstDay, rest};
}

bool isOne(std::string_view name, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [name](std::string_view start) { return name.starts_with(start); });
}

/// DATE11, ADATE10, DATETIME20, TIME8, MOYR8, QYR6, WKYR10, ... of SPSS.
NumberLook spssLook(std::string_view format) {
    if (isOne(format, {"DATETIME", "YMDHMS"}))
        return NumberLook::DateTime;
    if (format.starts_with("MOYR"))
        return NumberLook::Month;
    if (format.starts_with("QYR"))
        return NumberLook::Quarter;
    if (format.starts_with("WKYR"))
        return NumberLook::Week;
    if (isOne(format, {"DATE", "ADATE", "EDATE", "SDATE", "JDATE"}))
        return NumberLook::Date;
    return isOne(format, {"TIME", "DTIME", "MTIME"}) ? NumberLook::Time : NumberLook::Number;
}

/// Seconds since 14 October 1582, the first day of the Gregorian calendar.
Moment spssMoment(double number, NumberLook /*look*/) {
    return momentOf(std::llround(number), -141428);
}

constexpr std::int64_t firstOf1960 = -3653;

/// DATE9, YYMMDD10, DATETIME20, TIME8, ... of SAS.
NumberLook sasLook(std::string_view format) {
    if (isOne(format, {"DATETIME", "DATEAMPM", "E8601DT", "B8601DT", "MDYAMPM"}))
        return NumberLook::DateTime;
    if (isOne(format, {"TIME", "TOD", "HHMM", "E8601TM", "B8601TM"}))
        return NumberLook::Time;
    return isOne(format, {"DATE", "YYMMDD", "MMDDYY", "DDMMYY", "E8601DA", "B8601DA", "WORDDAT", "WEEKDAT",
                          "JULIAN", "EURDFDD", "EURDFDE", "NLDATE"})
               ? NumberLook::Date
               : NumberLook::Number;
}

/// Days, or seconds, since 1960.
Moment sasMoment(double number, NumberLook look) {
    return look == NumberLook::Date ? Moment{std::llround(std::floor(number)) + firstOf1960, 0}
                                    : momentOf(std::llround(number), firstOf1960);
}

/// %td and %d days, %tc and %tC milliseconds, of Stata; its weeks and quarters stay numbers.
NumberLook stataLook(std::string_view format) {
    if (isOne(format, {"%tc", "%tC", "%-tc", "%-tC"}))
        return NumberLook::DateTime;
    return isOne(format, {"%td", "%d", "%-td", "%-d"}) ? NumberLook::Date : NumberLook::Number;
}

Moment stataMoment(double number, NumberLook look) {
    constexpr double second = 1000;
    return look == NumberLook::Date ? Moment{std::llround(std::floor(number)) + firstOf1960, 0}
                                    : momentOf(std::llround(std::floor(number / second)), firstOf1960);
}

/// The part of its year that a day lies in, as SPSS shows it.
std::string partOfYear(const std::string& date, NumberLook look) {
    const std::string year = date.substr(0, date.size() - 6);
    const auto number = [&](std::size_t behind) {
        return base::parseInteger(std::string_view(date).substr(date.size() - behind, 2)).value_or(1);
    };
    const std::int64_t month = number(5);
    if (look == NumberLook::Month)
        return date.substr(0, date.size() - 3);
    if (look == NumberLook::Quarter)
        return fmt::format("{}-Q{}", year, (month - 1) / 3 + 1);
    // SOURCE: PSPP User's Guide, "Date and Time Formats": the first week begins on 1 January, not on a
    // Monday.
    constexpr std::int64_t daysBefore[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    const std::int64_t each = base::parseInteger(year).value_or(1);
    const bool isLeap = (each % 4 == 0 && each % 100 != 0) || each % 400 == 0;
    const std::int64_t day = daysBefore[std::clamp<std::int64_t>(month - 1, 0, 11)] + number(2) - 1 +
                             (isLeap && month > 2 ? 1 : 0);
    return fmt::format("{}-W{:02}", year, day / 7 + 1);
}

} // namespace

const StatProgram spss{"spss", spssLook, spssMoment};
const StatProgram sas{"sas", sasLook, sasMoment};
const StatProgram stata{"stata", stataLook, stataMoment};

std::string dateText(const StatProgram& program, double number, NumberLook look) {
    if (!std::isfinite(number) || std::abs(number) > 1e15)
        return base::numberText(number);
    if (look == NumberLook::Time) {
        const auto seconds = std::llround(number);
        return (seconds < 0 ? "-" : "") + clockTime(std::abs(seconds));
    }
    const Moment moment = program.moment(number, look);
    std::string date = civilDate(moment.days);
    if (look == NumberLook::Month || look == NumberLook::Quarter || look == NumberLook::Week)
        return partOfYear(date, look);
    if (look == NumberLook::DateTime)
        date += ' ' + clockTime(moment.seconds);
    return date;
}

} // namespace rapport::exchange
