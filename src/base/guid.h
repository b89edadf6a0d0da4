// SPDX-License-Identifier: GPL-3.0-or-later
// Identity that survives copying between studies, and strong row ids inside one study file.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::base {

class Random;

/// 128 bits, written as 8-4-4-4-12 lower-case hex. All zeros means "none".
class Guid {
public:
    constexpr Guid() = default;
    explicit constexpr Guid(const std::array<std::uint8_t, 16>& bytes)
        : m_bytes(bytes) {}

    /// Version 4 from the given source of chance.
    [[nodiscard]] static Guid random(Random& random);
    /// Reads either case, with or without braces; nullopt if it is no guid.
    [[nodiscard]] static std::optional<Guid> parse(std::string_view text);
    /// The same guid for the same text, always (version 8, from SHA-256): for things that are known by their
    /// content.
    [[nodiscard]] static Guid fromText(std::string_view text);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool isNull() const { return *this == Guid{}; }
    [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return m_bytes; }

    friend constexpr auto operator<=>(const Guid&, const Guid&) = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

/// A row's number in one study file; the tag keeps units from being taken for codes. 0 means "none".
template<typename Tag>
struct RowId {
    std::int64_t value = 0;

    constexpr RowId() = default;
    explicit constexpr RowId(std::int64_t number)
        : value(number) {}
    [[nodiscard]] constexpr bool isNone() const { return value == 0; }
    friend constexpr auto operator<=>(const RowId&, const RowId&) = default;
};

} // namespace rapport::base

template<>
struct std::hash<rapport::base::Guid> {
    std::size_t operator()(const rapport::base::Guid& guid) const noexcept;
};

template<typename Tag>
struct std::hash<rapport::base::RowId<Tag>> {
    std::size_t operator()(const rapport::base::RowId<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
