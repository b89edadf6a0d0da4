// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include "base/format.h"
#include "base/number.h"

namespace rapport::base {

namespace {

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace

const Clock& Clock::system() {
    static const SystemClock clock;
    return clock;
}

std::string isoText(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(instant - day);
    std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                   time.hours().count(), time.minutes().count(), time.seconds().count());
    if (time.subseconds().count() != 0)
        text += fmt::format(".{:03}", time.subseconds().count());
    return text + "Z";
}

std::optional<Instant> parseIso(std::string_view text) {
    const auto part = [&text](std::size_t at, std::size_t length) -> std::optional<int> {
        if (text.size() < at + length)
            return std::nullopt;
        const auto number = parseInteger(text.substr(at, length));
        return number && *number >= 0 ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
    };
    const auto year = part(0, 4);
    const auto month = part(5, 2);
    const auto dayOfMonth = part(8, 2);
    if (!year || !month || !dayOfMonth || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*dayOfMonth))};
    if (!date.ok())
        return std::nullopt;
    Instant instant = std::chrono::sys_days(date);
    if (text.size() == 10)
        return instant;
    const auto hour = part(11, 2);
    const auto minute = part(14, 2);
    const auto second = part(17, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60 ||
        (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    instant += std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
    std::string_view rest = text.substr(19);
    if (!rest.empty() && rest.front() == '.') {
        const auto milliseconds = part(20, 3);
        if (!milliseconds)
            return std::nullopt;
        instant += std::chrono::milliseconds(*milliseconds);
        rest = rest.substr(4);
    }
    if (!rest.empty() && rest != "Z")
        return std::nullopt;
    return instant;
}

} // namespace rapport::base
