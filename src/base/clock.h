// SPDX-License-Identifier: GPL-3.0-or-later
// Time that is handed in, so that tests can hold it still.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::base {

/// Milliseconds since 1970 in UTC: what the journal stores.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// The machine's clock; lives as long as the program.
    [[nodiscard]] static const Clock& system();
};

/// Stands still until told otherwise.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant start)
        : m_now(start) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(std::chrono::milliseconds step) { m_now += step; }
    void set(Instant instant) { m_now = instant; }

private:
    Instant m_now;
};

/// "2026-03-14T21:14:07Z", with ".123" before the Z where there are milliseconds.
[[nodiscard]] std::string isoText(Instant instant);
/// Reads what isoText writes, also with a space for the T, without the Z, or without the time (midnight).
[[nodiscard]] std::optional<Instant> parseIso(std::string_view text);

} // namespace rapport::base
